"""Names of people: parts, orders, and which names one person may use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.names.people import (
    PersonName,
    compatible,
    key_initial,
    looks_like_person,
    parse_person,
    strip_titles,
)


@pytest.mark.parametrize(
    ("printed", "given_names", "family"),
    [
        ("Ilse Brandt", "Ilse", "Brandt"),
        ("Brandt, Ilse", "Ilse", "Brandt"),
        ("Prof. Dr. Ilse Brandt, PhD", "Ilse", "Brandt"),
        ("Okafor N", "N", "Okafor"),
        ("Okafor NC", "N C", "Okafor"),
        ("JP Moreau", "J P", "Moreau"),
        ("van der Maaten, L.J.P.", "L J P", "van der Maaten"),
        ("Anneke van den Heuvel", "Anneke", "van den Heuvel"),
        ("Heuvel, A. van den", "A", "van den Heuvel"),
        ("Wen, ZHAO", "Wen", "ZHAO"),
        ("ZHAO Wen", "Wen", "ZHAO"),
        ("Wen ZHAO", "Wen", "ZHAO"),
        ("WEN ZHAO", "WEN", "ZHAO"),
        ("LI Wen", "Wen", "LI"),
        ("Inés García Moreno", "Inés", "García Moreno"),
        ("José Ortega y Gasset", "José", "Ortega y Gasset"),
        ("Michael~A.~Turner", "Michael A", "Turner"),
        ("J.-P. Serrault", "J-P", "Serrault"),
        ("張偉 (Wei Zhang)", "Wei", "Zhang"),
        ("Wei Zhang (張偉)", "Wei", "Zhang"),
        ("张伟", "伟", "张"),
        ("欧阳娜娜", "娜娜", "欧阳"),
        ("Mei Tan^{*}", "Mei", "Tan"),
        ("Mei Tan 0002", "Mei", "Tan"),
        ("Hung Van Nguyen", "Hung Van", "Nguyen"),
        ("Plato", "", "Plato"),
        ("MR Castellan-Silva", "M R", "Castellan-Silva"),
        ("Mr Silva", "", "Silva"),
        ("Tan M✉", "M", "Tan"),
        ("Ilse Brandt MD PhD", "Ilse", "Brandt"),
        ("Prof. Dr. h.c. mult. Ilse Brandt", "Ilse", "Brandt"),
        ("Dr. rer. nat. Ilse Brandt", "Ilse", "Brandt"),
        ("Med Brandt", "Med", "Brandt"),
        ("", "", ""),
    ],
)
def test_parts(printed: str, given_names: str, family: str) -> None:
    name = parse_person(printed)
    assert (" ".join(name.given), " ".join(name.family)) == (given_names, family)


def test_suffixes_and_nicknames_stand_apart() -> None:
    assert parse_person("Robert (Bob) Hale Jr.") == PersonName(("Robert",), ("Hale",), "Jr.", ("Bob",))
    assert parse_person("Hale R 3rd") == PersonName(("R",), ("Hale",), "III")
    assert parse_person("Hale, Jr., Robert") == parse_person("Robert Hale, Jr.")
    assert parse_person('Ruth "Bee" Okoye III') == PersonName(("Ruth",), ("Okoye",), "III", ("Bee",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joséphine Roux", "Josephine Roux"),
        ("Brandt, Ilse", "Ilse Brandt"),
        ("J. Alvarado", "Joseph E. Alvarado"),
        ("Joe Alvarado", "Joseph E. Alvarado"),
        ("Mei-Lin Tan", "Meilin Tan"),
        ("Mei-Lin Tan", "Mei Lin Tan"),
        ("Mei-Lin Tan", "M.-L. Tan"),
        ("Mei-Lin Tan", "M. L. Tan"),
        ("Martin J Holm", "Martin Holm"),
        ("R. Thomas McKay", "Tom McKay"),
        ("Hans Müller", "Hans Mueller"),
        ("Zhang Banghao", "Banghao Zhang"),
        ("Okafor N", "Ngozi Okafor"),
        ("Laura García", "Laura García Moreno"),
        ("Anne Smith", "Anne Smith-Jones"),
        ("Paulo Vieira Nunes", "Paulo V. Nunes"),
        ("Anneke van den Heuvel", "A. Heuvel"),
        ("Robert (Bee) Hale", "Bee Hale"),
        ("张伟", "Wei Zhang"),
        ("Hoàng Minh Lan", "Minh Lan Hoàng"),
        ("Roux de Saint-Aubert, M.-J.", "Marie-Jeanne Roux de Saint-Aubert"),
        ("Anne Smith", "Anne Smith Gardner"),
    ],
)
def test_names_that_one_person_may_use(one: str, other: str) -> None:
    a, b = parse_person(one), parse_person(other)
    assert compatible(a, b)
    assert compatible(b, a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hao Zhang", "Hao Zhong"),
        ("Hao Zhang", "Jian Zhang"),
        ("Wei Zhang", "Wei Zhan"),
        ("Mei-Lin Tan", "Mei Tan"),
        ("Michael I. Turner", "Michael J. Turner"),
        ("Jean-Pierre Roux", "Jean Roux"),
        ("Robert Hale Jr.", "Robert Hale III"),
        ("J. Alvarado", "Karen Alvarado"),
        ("A. García", "Laura García Moreno"),
        ("Li Wang", "Wang Li"),
        ("A. Smith", "Anne Smith Gardner"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not compatible(parse_person(one), parse_person(other))


@pytest.mark.parametrize(
    "printed",
    ["Ada Byron", "Martin J Holm", "Sai Praneeth Rao", "YAO LU", "Ludwig van Beek", "Prof. Ada Byron"],
)
def test_looks_like_a_person(printed: str) -> None:
    assert looks_like_person(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "Machine Learning",
        "Palo Alto",
        "Function Calling Leaderboard",
        "Ada",
        "Room 286",
        "Ada Byron et al.",
        "",
    ],
)
def test_does_not_look_like_a_person(printed: str) -> None:
    assert not looks_like_person(printed)


def test_titles_and_key_initials() -> None:
    assert strip_titles("Prof. David Tse") == "David Tse"
    assert strip_titles("Assistant Professor Dr.-Ing. Uwe Kern") == "Uwe Kern"
    assert strip_titles("Yi Ma") == "Yi Ma"
    names = ("Anneke van den Heuvel", "Ko, N.", "Paulo Vieira Nunes", "")
    assert [key_initial(parse_person(name)) for name in names] == ["H", "K", "N", ""]


@given(st.text(max_size=40))
def test_any_text_has_parts_and_suits_itself(text: str) -> None:
    name = parse_person(text)
    assert all(part.strip() for part in (*name.given, *name.family))
    assert not name.family or compatible(name, name)
    assert isinstance(looks_like_person(text), bool)


PARTS = ["Ada", "Bo", "Mei-Lin", "J.", "R. T.", "José", "van der Beek", "García", "Smith-Jones", "LIU"]
NAMES = st.sampled_from(PARTS)


@given(st.lists(NAMES, min_size=2, max_size=4), st.lists(NAMES, min_size=2, max_size=4))
def test_compatible_is_symmetric(one: list[str], other: list[str]) -> None:
    a, b = parse_person(" ".join(one)), parse_person(" ".join(other))
    assert compatible(a, b) == compatible(b, a)
