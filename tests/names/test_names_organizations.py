"""Organisations as printed: known ones, kinds, units, places."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.names import organizations
from scholargraph.names.organizations import (
    acronym_of,
    is_field,
    is_unit,
    known_organization,
    organization_key,
    organization_of_domain,
    organization_type,
    possible_organizations,
    split_joint,
    split_place,
    split_unit,
    unit_key,
)

TABLE = Path(organizations.__file__).parent / "data" / "organizations.csv"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("MIT", "Massachusetts Institute of Technology"),
        ("UC Berkeley", "University of California, Berkeley"),
        ("Univ. of California at Berkeley", "University of California, Berkeley"),
        ("berkeley", "University of California, Berkeley"),
        ("AI2", "Allen Institute for AI"),
        ("allen-ai", "Allen Institute for AI"),
        ("uw", "University of Washington"),
        ("ETH Zürich", "ETH Zurich"),
        ("Baidu, Inc.", "Baidu"),
        ("Google Zurich", "Google"),
        ("Universidade de São Paulo", "University of São Paulo"),
        ("CNRS", "CNRS"),
    ],
)
def test_known_by_name_alias_acronym_and_tag(printed: str, name: str) -> None:
    found = known_organization(printed)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("printed", ["UW", "MSU", "UT", "NTU", "USC"])
def test_an_acronym_of_several_is_not_guessed(printed: str) -> None:
    assert known_organization(printed) is None
    assert len(possible_organizations(printed)) > 1
    assert organization_type(printed) == "university"


@pytest.mark.parametrize("printed", ["", "Freedonia Institute", "the", "University of Maryland Portland"])
def test_the_unknown_stays_unknown(printed: str) -> None:
    assert known_organization(printed) is None


def test_a_short_acronym_counts_in_capitals_only() -> None:
    assert known_organization("THU") is not None
    assert known_organization("Thu") is None


def test_fields_are_no_units() -> None:
    assert is_field("Internal Medicine")
    assert is_field("Law")
    assert not is_field("Department of Law")
    assert not is_field("Media Lab")


def test_the_table_is_whole() -> None:
    with TABLE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = {row["name"] for row in rows}
    assert len(rows) == len(names) > 350
    assert {row["type"] for row in rows} <= {"university", "company", "nonprofit", "department", "group", ""}
    assert {row["parent"] for row in rows} - {""} <= names
    for row in rows:
        found = known_organization(row["name"])
        assert found is not None, row["name"]
        assert found.name == row["name"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ada@cs.ucsd.edu", "University of California, San Diego"),
        ("https://www.cl.cam.ac.uk/~ada", "University of Cambridge"),
        ("tum.de", "Technical University of Munich"),
    ],
)
def test_whose_domain(address: str, name: str) -> None:
    found = organization_of_domain(address)
    assert found is not None
    assert found.name == name
    assert organization_of_domain("ada@gmail.example") is None


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("University of Freedonia", "university"),
        ("Freedonia Polytechnic", "university"),
        ("Universität Entenhausen", "university"),
        ("Department of Astronomy", "department"),
        ("School of Informatics", "department"),
        ("EECS", "department"),
        ("Quantum Systems Lab", "group"),
        ("Duckburg Robotics, Inc.", "company"),
        ("duckworks.ai", "company"),
        ("Glubb Foundation", "nonprofit"),
        ("Universitätsassistent", ""),
        ("Sibyl", ""),
    ],
)
def test_kind_from_the_words(printed: str, kind: str) -> None:
    assert organization_type(printed) == kind


@pytest.mark.parametrize(
    ("printed", "units"),
    [
        ("Department of EECS, UC Berkeley", ["Department of EECS", "UC Berkeley"]),
        ("University of Washington, ECE, Seattle, WA", ["ECE", "University of Washington"]),
        ("University of California, Davis, California, USA", ["University of California, Davis"]),
        ("Physics Department, Stanford University", ["Physics Department", "Stanford University"]),
        ("Berkeley EECS", ["EECS", "Berkeley"]),
        ("Microsoft Research, Mountain View", ["Microsoft Research"]),
        ("Department of Physics at the University of Texas at Austin",
         ["Department of Physics", "University of Texas at Austin"]),
        ("Plasma Lab (PL2) at UW", ["Plasma Lab", "UW"]),
        ("School of Law, University of Freedonia, Fredville, Germany",
         ["School of Law", "University of Freedonia"]),
        ("Department of Mathematics, Princeton", ["Department of Mathematics", "Princeton"]),
        ("Duckburg Robotics, Inc., Boston, MA", ["Duckburg Robotics, Inc."]),
        ("Institute of Automation, Chinese Academy of Sciences, Beijing",
         ["Institute of Automation, Chinese Academy of Sciences"]),
        ("Harvard University - Department of Economics", ["Department of Economics", "Harvard University"]),
        ("Boston University", ["Boston University"]),
        ("University of Freedonia (Quill College)", ["Quill College", "University of Freedonia"]),
        ("University of Freedonia (out of programme)", ["University of Freedonia"]),
        ("Melbourne, at the University of Freedonia", ["University of Freedonia"]),
        ("University of Freedonia, 2010", ["University of Freedonia"]),
        ("Faculty of Tides, four times", ["Faculty of Tides"]),
        ("Institut für Gezeiten der Universität Entenhausen",
         ["Institut für Gezeiten", "Universität Entenhausen"]),
        ("Facultad de Ciencias de la Universidad de Sal", ["Facultad de Ciencias", "Universidad de Sal"]),
        ("Dipartimento di Fisica dell’Università di Sale", ["Dipartimento di Fisica", "Università di Sale"]),
        ("Uppsala University School of Business, Economics and Law",
         ["School of Business, Economics and Law", "Uppsala University"]),
        ("Université Est 3 – Nouvelle Halle", ["Université Est 3 – Nouvelle Halle"]),
    ],
)  # fmt: skip
def test_units_smallest_first(printed: str, units: list[str]) -> None:
    assert split_unit(printed) == units


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("Nimbus AI, Palo Alto, CA", "Palo Alto, CA"),
        ("University of California, Irvine", ""),
        ("Vector Institute, Toronto", "Toronto"),
        ("Foo University, Bartown, Germany", "Bartown, Germany"),
        ("University of Washington, ECE", ""),
        ("Paris", ""),
    ],
)
def test_place_at_the_end(printed: str, place: str) -> None:
    assert split_place(printed)[1] == place


def test_two_units_of_one_parent() -> None:
    joint = split_joint("Data Science Institute and the Department of Computer Science at UC San Diego")
    assert [split_unit(one) for one in joint] == [
        ["Data Science Institute", "UC San Diego"],
        ["Department of Computer Science", "UC San Diego"],
    ]
    assert split_joint("Department of Electrical Engineering and Computer Science, MIT") == [
        "Department of Electrical Engineering and Computer Science, MIT"
    ]


def test_keys() -> None:
    assert unit_key("Department of EECS") == unit_key("EECS") == unit_key("the EECS Department")
    assert unit_key("Department of Electrical Engineering and Computer Sciences") == unit_key("EECS")
    assert unit_key("Department of Mathematics") != unit_key("Department of Statistics")
    assert organization_key("Nimbus Inc.") == organization_key("Nimbus") == organization_key("Nimbus AI")
    assert organization_key("Google") != organization_key("Google Robotics")
    assert acronym_of("Data Science Institute (DSI)") == "DSI"
    assert is_unit("Plasma Lab")
    assert not is_unit("Plasma University")


@given(st.text(max_size=60))
def test_any_text_is_split_into_its_own_words(text: str) -> None:
    for unit in split_unit(text):
        assert unit.split(",")[0] in text
    organization_type(text)
    known_organization(text)


@given(
    st.sampled_from(["MIT", "UC Berkeley", "Plasma Lab"]),
    st.sampled_from(["Boston, MA", "Kyoto, Japan", "London, UK"]),
)
def test_a_place_changes_no_unit(name: str, place: str) -> None:
    assert split_unit(f"{name}, {place}") == split_unit(name)
