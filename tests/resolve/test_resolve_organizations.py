"""Which organisations are one."""

from __future__ import annotations

import pytest

from resolve_kit import judgement_on, together
from scholargraph.resolve import resolve
from telling_kit import Notes


def _unit(notes: Notes, unit: str, whole: str) -> str:
    inner, outer = notes.thing("organization", unit), notes.thing("organization", whole)
    notes.relate("parentOrganization", {"subject": inner, "object": outer})
    return inner


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("UC San Diego", "ucsd"),
        ("AI2", "allen-ai"),
        ("Nvidia", "NVIDIA Corporation"),
        ("Nimbus Inc", "Nimbus"),
        ("Nimbus AI", "Nimbus"),
        ("Eidgenössische Technische Hochschule Zürich", "eth"),
    ],
)
def test_names_of_one(left: str, right: str) -> None:
    one, two = Notes("one"), Notes("two")
    a, b = one.thing("organization", left), two.thing("organization", right)
    found = resolve([one.told(), two.told()])
    assert together(found, a, b)
    judged = judgement_on(found, a, b)
    assert judged is not None
    assert judged.reasons


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Google", "Google Robotics"),
        ("Google", "Google DeepMind"),
        ("University of California, Berkeley", "University of California, Davis"),
        ("Washington University", "University of Washington"),
        ("University of Freedonia", "Freedonia State University"),
        ("Allen Institute", "Allen Institute for AI"),
        ("Computer Science Department, MIT", "MIT"),
    ],
)
def test_names_of_two(left: str, right: str) -> None:
    one, two = Notes("one"), Notes("two")
    a, b = one.thing("organization", left), two.thing("organization", right)
    assert not together(resolve([one.told(), two.told()]), a, b)


def test_an_ambiguous_acronym_is_read_in_its_document() -> None:
    one, two, three = Notes("one"), Notes("two"), Notes("three")
    waterloo = one.thing("organization", "University of Waterloo")
    here = one.thing("organization", "UW")
    tagged = two.thing("organization", "uw")
    lone = three.thing("organization", "UW")
    found = resolve([one.told(), two.told(), three.told()])
    assert together(found, waterloo, here)
    assert not together(found, waterloo, tagged)
    assert not together(found, lone, here)
    doubt = judgement_on(found, *sorted((lone, waterloo)))
    assert doubt is not None
    assert doubt.verdict == "unsure"


def test_an_address_tells_which_acronym_is_meant() -> None:
    one, two = Notes("one"), Notes("two")
    one.thing("person", "Ada Byron", email="ada@cs.wisc.edu")
    short = one.thing("organization", "UW")
    full = two.thing("organization", "University of Wisconsin-Madison")
    assert together(resolve([one.told(), two.told()]), short, full)


def test_units_are_one_where_unit_and_whole_agree() -> None:
    one, two, three = Notes("one"), Notes("two"), Notes("three")
    a = _unit(one, "Department of EECS", "UC Berkeley")
    b = _unit(two, "EECS", "University of California, Berkeley")
    c = three.thing("organization", "Berkeley EECS")
    other = _unit(three, "Department of EECS", "MIT")
    found = resolve([one.told(), two.told(), three.told()])
    assert together(found, a, b, c)
    assert not together(found, a, other)


def test_a_unit_of_an_unknown_whole() -> None:
    one, two = Notes("one"), Notes("two")
    a = _unit(one, "Institute for Teapots", "University of Freedonia")
    b = _unit(two, "Institute for Teapots", "University of Sylvania")
    c = _unit(two, "Plasma Lab", "University of Freedonia")
    d = _unit(one, "The Plasma Lab", "Univ. of Freedonia")
    found = resolve([one.told(), two.told()])
    assert not together(found, a, b)
    assert together(found, c, d)


def test_a_lone_department_is_joined_within_its_document_only() -> None:
    one, two = Notes("one"), Notes("two")
    full = _unit(one, "Department of Mathematics", "University of Freedonia")
    lone = one.thing("organization", "Mathematics Department")
    far = two.thing("organization", "Department of Mathematics")
    found = resolve([one.told(), two.told()])
    assert together(found, full, lone)
    assert not together(found, full, far)


def test_a_lone_department_of_two_possible_ones_is_left_open() -> None:
    notes = Notes("one")
    full = _unit(notes, "Department of Mathematics", "University of Freedonia")
    other = _unit(notes, "Department of Mathematics", "University of Sylvania")
    lone = notes.thing("organization", "Mathematics Department")
    found = resolve([notes.told()])
    assert not together(found, full, lone)
    assert not together(found, other, lone)


def test_acronyms_within_a_document() -> None:
    notes = Notes("one")
    full = notes.thing("organization", "Quiet Machines Research Lab")
    notes.thing("organization", "Quiet Machines Research Lab", referent=full)
    short = notes.thing("organization", "QMRL")
    other = notes.thing("organization", "QRL")
    found = resolve([notes.told()])
    assert together(found, full, short)
    assert not together(found, full, other)


def test_a_university_by_its_place_alone() -> None:
    notes = Notes("home")
    whole, short = (
        notes.thing("organization", "University of Quillstad"),
        notes.thing("organization", "Quillstad"),
    )
    assert together(resolve([notes.told()]), whole, short)
    two = Notes("home")
    whole, short = (
        two.thing("organization", "University of Quillstad"),
        two.thing("organization", "Quillstad"),
    )
    two.thing("organization", "Quillstad College")
    assert not together(resolve([two.told()]), whole, short)
