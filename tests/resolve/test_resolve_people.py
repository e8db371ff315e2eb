"""Which mentions are one person, and what is said for and against it."""

from __future__ import annotations

from resolve_kit import judgement_on, together
from scholargraph.resolve import resolve
from telling_kit import Notes


def _person(notes: Notes, name: str, **values: str) -> str:
    return notes.thing("person", name, **values)


def test_rare_names_are_one_person_and_common_ones_a_question() -> None:
    one, other = Notes("cv_a"), Notes("cv_b")
    rare = _person(one, "Ilse Brandtner"), _person(other, "Ilse Brandtner")
    common = _person(one, "Wei Zhang"), _person(other, "Wei Zhang")
    found = resolve([one.told(), other.told()])
    assert together(found, *rare)
    assert not together(found, *common)
    judgement = judgement_on(found, *common)
    assert judgement is not None
    assert judgement.verdict == "unsure"
    assert "same full name: Wei Zhang (a name borne by many)" in judgement.reasons


def test_two_authors_of_one_paper_are_two_people() -> None:
    notes, other = Notes("cv_a"), Notes("cv_b")
    notes.paper("Echo Maps", ("Wei Zhang", "Wei Zhang", "W. Zhang"))
    third = _person(other, "Wei Zhang", email="wz@uni.edu")
    told = notes.told()
    authors = [m.referent for m in told.mentions if m.kind == "person"]
    found = resolve([told, other.told()])
    assert not any(together(found, a, b) for a in authors for b in authors if a < b)
    assert sum(together(found, third, author) for author in authors) <= 1


def test_shared_coauthors_join_a_common_name() -> None:
    one, other = Notes("cv_a"), Notes("cv_b")
    one.paper("Echo Maps of Harbours", ("Wei Zhang", "Ngozi Okafor", "Ilse Brandtner"))
    other.paper("Tides without Moons", ("Ilse Brandtner", "W. Zhang", "Ngozi Okafor"))
    first, second = one.told(), other.told()
    a = next(m.referent for m in first.mentions if m.name == "Wei Zhang")
    b = next(m.referent for m in second.mentions if m.name == "W. Zhang")
    found = resolve([first, second])
    assert together(found, a, b)
    judgement = judgement_on(found, a, b)
    assert judgement is not None
    reasons = "; ".join(judgement.reasons)
    assert (
        "names that one person may use: Wei Zhang / W. Zhang" in reasons or "W. Zhang / Wei Zhang" in reasons
    )
    assert "2 shared co-authors or mentors: Ilse Brandtner, Ngozi Okafor" in reasons


def test_an_initial_does_not_join_two_people() -> None:
    one, other, third = Notes("cv_a"), Notes("cv_b"), Notes("cv_c")
    company = ("Ngozi Okafor", "Ilse Brandtner")
    one.paper("Echo Maps of Harbours", ("Joseph Alvarado", *company))
    other.paper("Tides without Moons", ("J. Alvarado", *company))
    third.paper("Ebb and Flow in Canals", ("Karen Alvarado", *company))
    third.paper("Locks and Weirs", ("Jorge Alvarado", *company))
    told = [one.told(), other.told(), third.told()]
    full = [
        m.referent for one in told for m in one.mentions if m.name in ("Joseph Alvarado", "Jorge Alvarado")
    ]
    assert not together(resolve(told), *full)


def test_two_records_of_one_person_with_reasons_against() -> None:
    one, other = Notes("mentor_a"), Notes("mentor_b")
    told = []
    text = (
        "The sea floor is mapped by a thousand cheap sonars that nobody calibrates. We want to change that."
    )
    for notes, mail in ((one, "wz@harbour.edu"), (other, "wei.zhang@gmail.com")):
        me = _person(notes, "Wei Zhang", email=mail, url=f"https://{notes.telling.document.source.id}.org/wz")
        for product in ("TideNet", "EchoMap"):
            notes.relate("creator", {"subject": notes.thing("product", product), "object": me})
        company = notes.thing("organization", "Brightwater Labs")
        notes.relate("position", {"holder": me, "organization": company}, role="founder")
        project = notes.thing("project", "Open sonar", description=f"{text} Ask {mail}.")
        notes.relate("lead", {"subject": project, "object": me})
        told.append(notes.told(me))
    found = resolve(told)
    left, right = (one.subject for one in told)
    judgement = judgement_on(found, left, right)
    assert together(found, left, right)
    assert judgement is not None
    for reason in (
        "same full name: Wei Zhang",
        "products in common: EchoMap, TideNet",
        "organizations in common: Brightwater Labs",
        "word for word the same: “The sea floor",
        "against: different e-mail addresses",
        "against: different websites",
    ):
        assert reason in "; ".join(judgement.reasons)


def test_the_subject_of_several_documents_is_one_person() -> None:
    cv, page = Notes("cv_ab"), Notes("homepage_ab", "homepage")
    me, again = _person(cv, "Mei Tan", email="mt@uni.edu"), _person(page, "Mei Tan")
    for notes, person in ((cv, me), (page, again)):
        advisor = _person(notes, "Ilse Brandtner")
        school = notes.thing("organization", "Harbour University")
        notes.relate("degree", {"holder": person, "organization": school, "advisor": advisor})
    found = resolve([cv.told(me), page.told(again)])
    assert together(found, me, again)


def test_a_mentor_and_a_coauthor_in_one_cv_are_one_person() -> None:
    cv = Notes("cv_ab")
    me, mentor = _person(cv, "Mei Tan"), _person(cv, "Yao Lu")
    cv.relate("mentorship", {"mentor": mentor, "mentee": me})
    cv.paper("Echo Maps", ("Mei Tan", "Yao Lu"))
    told = cv.told(me)
    author = [m.referent for m in told.mentions if m.name == "Yao Lu"][1]
    assert together(resolve([told]), mentor, author)


def test_names_of_one_family_stay_apart() -> None:
    cv = Notes("cv_ab")
    me = _person(cv, "Mei Tan")
    names = ("Mei Tan", "Hao Zhang", "Jian Zhang", "Yue Zhang", "Ruoyu Zhang", "Jiaxin Zhang", "Wei Zhan")
    cv.paper("Echo Maps", names)
    cv.paper("Ebb and Flow", names[::-1])
    found = resolve([cv.told(me)])
    assert sum(any("#m" in one for one in c) for c in found.clusters) == len(names) + 2


def test_a_first_name_and_an_address_are_enough() -> None:
    one, other, third = Notes("homepage_a", "homepage"), Notes("cv_b"), Notes("cv_c")
    first = _person(one, "Ngozi", email="ngozi@harbour.edu")
    full = _person(other, "Ngozi Okafor", email="Ngozi@Harbour.edu")
    else_one = _person(third, "Ilse Brandtner", email="ngozi@harbour.edu")
    found = resolve([one.told(first), other.told(full), third.told(else_one)])
    assert together(found, first, full)
    assert not together(found, full, else_one)


def test_an_address_under_the_employers_domain_is_a_reason() -> None:
    one, other = Notes("homepage_a", "homepage"), Notes("cv_b")
    a = _person(one, "Mei Tan", url="https://people.eecs.berkeley.edu/~mei")
    b = _person(other, "Mei Tan", email="mei.tan@gmail.com")
    unit = other.thing("organization", "Department of Statistics")
    whole = other.thing("organization", "University of California, Berkeley")
    other.relate("position", {"holder": b, "organization": unit}, role="postdoc")
    other.relate("parentOrganization", {"subject": unit, "object": whole})
    judgement = judgement_on(resolve([one.told(a), other.told(b)]), a, b)
    assert judgement is not None
    assert any("lies at University of California, Berkeley" in reason for reason in judgement.reasons)
