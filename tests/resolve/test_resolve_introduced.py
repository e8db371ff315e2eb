"""Which paper introduces a product."""

from __future__ import annotations

import pytest

from scholargraph.model import Relation
from scholargraph.resolve import resolve
from telling_kit import Notes


def _links(product: str, *papers: tuple[str, str]) -> tuple[tuple[Relation, ...], str, list[str]]:
    page, papers_of = Notes("home", "homepage"), Notes("profile", "profile")
    thing = page.thing("product", product)
    works = [papers_of.thing("work", title, abstract=abstract, listedAs="p") for title, abstract in papers]
    return resolve([page.told(), papers_of.told()]).links, thing, works


@pytest.mark.parametrize(
    ("product", "title", "abstract"),
    [
        ("S-Kettle", "SKettle: boiling for all", ""),
        ("KettleBench", "KettleBench", ""),
        ("Kettle 2", "Google Kettle 2: hotter", ""),
        ("Water Arena", "How to judge water", "Tasting is hard. We introduce Water Arena, a place to taste."),
        (
            "Water Arena",
            "How to judge water",
            "We compile our notes into Water Arena (WA), the first of its kind.",
        ),
        ("TeaSet", "Teas", "In this paper, we present a large benchmark of teas, TeaSet."),
        ("TeaSet", "Teas", "TeaSet is introduced and studied."),
        ("Tea-Hard-Auto", "From leaf to cup: Tea-Hard and its pipeline", ""),
    ],
)
def test_introduced(product: str, title: str, abstract: str) -> None:
    links, thing, (work,) = _links(product, (title, abstract))
    assert [(one.kind, one.roles) for one in links] == [
        ("introducedIn", {"subject": (thing,), "object": (work,)})
    ]
    assert float(links[0].values["score"][0]) >= 0.5
    assert links[0].values["reason"]
    assert links[0].mention == work


@pytest.mark.parametrize(
    ("product", "title", "abstract"),
    [
        (
            "Water Arena",
            "TeaArena: tea by taste",
            "Platforms, such as Water Arena, serve water. We present tea.",
        ),
        ("Kettle", "S-Kettle: boiling for all", "We improve on Kettle. We report results on Kettle."),
        ("Kettle-2-70B", "Kettle-2: boiling", "We fine-tune Kettle-2-70B and release it."),
        ("Kettle", "Tea", "We study the recently released Kettle model."),
        ("Function Calling Leaderboard", "A leaderboard of teas", "We build a leaderboard."),
        ("TeaSet", "Teas", "We introduce TeaSet-Pro."),
    ],
)
def test_a_mere_mention_introduces_nothing(product: str, title: str, abstract: str) -> None:
    assert _links(product, (title, abstract))[0] == ()


def test_only_the_best_paper_is_linked() -> None:
    links, _, works = _links(
        "TeaSet", ("More on teas", "We present TeaSet for all."), ("TeaSet: a set of teas", "We brew.")
    )
    assert [one.roles["object"] for one in links] == [(works[1],)]
