"""Which papers are one paper, and in which words that is said."""

from __future__ import annotations

import pytest

from resolve_kit import judgement_on, together
from scholargraph.model import Judgement
from scholargraph.resolve import resolve
from telling_kit import Notes

AUTHORS = ("Ada Byron", "Chidi Okafor", "Mei-Lin Tan")


def _two_lists(left: dict[str, object], right: dict[str, object]) -> tuple[Notes, str, Notes, str]:
    one, other = Notes("cv_ab"), Notes("profile_ab", "profile")
    return one, _paper(one, left), other, _paper(other, right)


def _paper(notes: Notes, paper: dict[str, object]) -> str:
    given = {"title": "", "authors": AUTHORS, "authorListComplete": "true"} | paper
    title, authors = str(given.pop("title")), given.pop("authors")
    assert isinstance(authors, tuple)
    return notes.paper(title, authors, **{key: str(value) for key, value in given.items()})


def _judged(left: dict[str, object], right: dict[str, object]) -> tuple[bool, Judgement | None]:
    one, a, other, b = _two_lists(left, right)
    found = resolve([one.told(), other.told()])
    return together(found, a, b), judgement_on(found, a, b)


CUT = {"authors": AUTHORS[:2], "authorListComplete": "false"}
SAME = [
    (
        {"title": "Tides of the $K$-th Moon"},
        {"title": "Tides of the K-th moon"},
        "same title but for case and punctuation",
    ),
    (
        {"title": "Data Mending: Curbing Drift in Tide Forecasts"},
        {"title": "Iterative Data Repair: Curbing Drift in Tide Forecasts"},
        "titles differ by: Mending / Iterative Repair",
    ),
    (
        {"title": "TideNet: Forecasts for Thousands of Harbours"},
        {"title": "Tide-Net: Forecasting for Thousands of Distant Harbours"},
        "same 3 authors in the same order",
    ),
    (
        {"title": "Cheap Sonar Maps for Autonomous Vessel Navigation via Echo Pairing"},
        {"title": "Cheap Sonar Maps via Echo Pairing"} | CUT,
        "one list is cut short",
    ),
    (
        {"title": "Harbours", "doi": "10.1/x"},
        {"title": "On harbours and their depth", "doi": "10.1/X"},
        "same DOI: 10.1/x",
    ),
    (
        {"title": "The Quiet Harbour", "authors": ("A. Byron", "C. Okafor")},
        {"title": "The quiet harbour", "authors": ("Okafor, Chidi", "Byron, Ada")},
        "same 2 authors in another order",
    ),
]


@pytest.mark.parametrize(("left", "right", "reason"), SAME)
def test_one_paper(left: dict[str, object], right: dict[str, object], reason: str) -> None:
    same, judgement = _judged(left, right)
    assert same
    assert judgement is not None
    assert judgement.verdict == "same"
    assert reason in "; ".join(judgement.reasons)


LOOK_ALIKES = [
    ({"title": "When does the ebb end?"}, {"title": "When does the tide turn?"}),
    (
        {"title": "Sonar 2: Open Maps of the Sea Floor"},
        {"title": "Sonar 3: Open Maps of the Sea Floor"},
    ),
    (
        {"title": "On the Limits of Noisy Sounding"},
        {"title": "Noisy Sounding of Deep and Shallow Harbours"},
    ),
    (
        {"title": "Tidal Forecasting at Scale", "authors": ("Bo Ek",)},
        {"title": "Tidal Forecasting at Scale", "authors": ("Uwe Kern", "Ines Roux")},
    ),
    ({"title": "Echo Maps", "workType": "thesis"}, {"title": "Echo Maps", "workType": "article"}),
    ({"title": "A reply to “Tides without a Moon at All”"}, {"title": "Tides without a Moon at All"}),
]


@pytest.mark.parametrize(("left", "right"), LOOK_ALIKES)
def test_look_alikes(left: dict[str, object], right: dict[str, object]) -> None:
    assert not _judged(left, right)[0]


def test_two_entries_of_one_list_are_two_papers() -> None:
    notes = Notes("cv_ab")
    a = notes.paper("Echo Maps of Quiet Harbours", AUTHORS, listedAs="Papers", datePublished="2020")
    b = notes.paper("Echo Maps of Quiet Harbours", AUTHORS, listedAs="Papers", datePublished="2021")
    found = resolve([notes.told()])
    assert not together(found, a, b)
    judgement = judgement_on(found, a, b)
    assert judgement is not None
    assert judgement.verdict == "different"
    assert "against: both are entries of one list of papers" in judgement.reasons


def test_an_entry_listed_twice_to_the_letter_is_one_paper() -> None:
    notes = Notes("cv_ab")
    a, b = (notes.paper("Echo Maps of Quiet Harbours", AUTHORS, listedAs="Papers") for _ in range(2))
    assert together(resolve([notes.told()]), a, b)


def test_a_chain_does_not_join_two_entries_of_one_list() -> None:
    cv, page = Notes("cv_ab"), Notes("profile_ab")
    a = cv.paper("Echo Maps of Quiet Harbours: Journal Version", AUTHORS, listedAs="Papers")
    b = cv.paper("Echo Maps of Quiet Harbours", AUTHORS, listedAs="Papers")
    c = page.paper("Echo maps of quiet harbours", AUTHORS, listedAs="2 Papers")
    found = resolve([cv.told(), page.told()])
    assert together(found, b, c)
    assert not together(found, a, c)
