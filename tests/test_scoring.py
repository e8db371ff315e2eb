"""The scorer: a graph that says all is perfect, and each kind of slip costs what it should."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from scholargraph.pipeline.settle import settle
from scholargraph.resolve import resolve
from scoring.facts import Fact, gold_facts
from scoring.found import found_in, settled_facts
from scoring.gold import Gold, read_gold
from scoring.matching import (
    agree,
    same_date,
    same_degree,
    same_organization,
    same_person,
    same_printed_name,
)
from scoring.reliability import bins, calibration_error
from scoring.report import as_json, errors, text
from scoring.run import score
from scoring.tally import Score, compare, nearest, total
from telling_kit import Notes

GOLD = {
    "kind": "cv",
    "subject": "Noor Hakimi",
    "people": ["Noor Hakimi", "Berit Aas"],
    "emails": [{"person": "Noor Hakimi", "value": "noor@uni.example"}],
    "papers": [
        {"title": "On Salt", "authors": ["N. Hakimi", "Berit Aas"], "venue": "Salt Letters", "year": "2020"}
    ],
    "organizations": ["Aarhus University | Aarhus"],
    "positions": [
        {
            "holder": "Noor Hakimi",
            "role": "Lecturer",
            "organization": "Aarhus University",
            "start": "2017",
            "status": "current",
        }
    ],
    "degrees": [
        {"holder": "Noor Hakimi", "degree": "Ph.D.", "field": "Salt Science", "advisors": ["B. Aas"]}
    ],
    "mentorships": [{"mentor": "Berit Aas", "mentee": "Noor Hakimi"}],
    "awards": [{"recipient": "Noor Hakimi", "award": "Salt Prize", "year": "2019"}],
    "interests": [{"person": "Noor Hakimi", "topic": "salt & pepper"}],
}


def gold(**changes: object) -> list[Fact]:
    return gold_facts(msgspec.convert({**GOLD, **changes}, Gold))


def graph(start: str = "2017-09", second_author: str = "Berit Aas") -> list[Fact]:
    """What the pipeline settles of a document that tells all of GOLD."""
    notes = Notes("cv")
    noor = notes.thing("person", "Noor Hakimi", email="noor@uni.example")
    berit = notes.thing("person", "Berit Aas")
    work = notes.paper(
        "On Salt", ["N. Hakimi", second_author], datePublished="2020", authorListComplete="true"
    )
    venue = notes.thing("venue", "Salt Letters")
    notes.relate("venue", {"work": work, "venue": venue}, year="2020")
    place = notes.thing("organization", "Aarhus University", organizationType="university")
    notes.relate(
        "position",
        {"holder": noor, "organization": place},
        role="Lecturer",
        startDate=start,
        status="current",
    )
    notes.relate("degree", {"holder": noor, "advisor": berit}, degreeName="PhD", field="Salt Science")
    award = notes.thing("award", "The Salt Prize")
    notes.relate("awardReceipt", {"recipient": noor, "award": award}, year="2019")
    topic = notes.thing("topic", "Salt and Pepper")
    notes.relate("knowsAbout", {"subject": noor, "object": topic})
    told = notes.told(noor)
    return settled_facts(settle([told], resolve([told], [])), told)


def test_a_graph_that_says_all_scores_one() -> None:
    outcome = compare(gold(), graph())
    assert not outcome.missed
    assert not outcome.wrong
    assert set(outcome.scores()) >= {"people", "emails", "papers", "author lists", "positions", "degrees"}
    assert total([outcome.scores()])["all"].f1 == 1


def test_a_missing_and_a_wrong_fact_are_counted() -> None:
    more = gold(people=["Noor Hakimi", "Berit Aas", "Xi Luo"], awards=[])
    scores = compare(more, graph()).scores()
    assert scores["people"] == Score(right=2, missed=1, wrong=0)
    assert scores["awards"] == Score(right=0, missed=0, wrong=1)
    assert scores["awards"].precision == 0


def test_a_wrong_date_is_a_near_miss() -> None:
    outcome = compare(gold(), graph(start="2016"))
    assert outcome.scores()["positions"] == Score(0, 1, 1)
    missed = next(fact for fact in outcome.missed if fact.kind == "positions")
    near = nearest(missed, outcome.wrong)
    assert near is not None
    assert near[1] == ["start"]


def test_another_author_spoils_the_list_and_the_entry_but_not_the_paper() -> None:
    scores = compare(gold(), graph(second_author="Berta As")).scores()
    assert scores["papers"] == Score(1, 0, 0)
    assert scores["author lists"] == scores["entries"] == Score(0, 1, 1)


def test_entries_stay_out_of_the_total() -> None:
    summed = total([{"papers": Score(1, 0, 0), "entries": Score(0, 1, 1)}])
    assert summed["all"] == Score(1, 0, 0)


@pytest.mark.parametrize("told", [True, False])
def test_an_optional_fact_is_neither_missed_nor_wrong(told: bool) -> None:
    award = {"recipient": "Noor Hakimi", "award": "Salt Prize" if told else "Sugar Prize", "optional": True}
    known = compare(gold(awards=[award]), graph() if told else [])
    assert "awards" not in known.scores()


def test_a_venue_that_the_gold_leaves_out_must_be_left_out() -> None:
    paper = {"title": "On Salt", "authors": ["N. Hakimi", "Berit Aas"], "year": "2020"}
    assert compare(gold(papers=[paper]), graph()).scores()["entries"] == Score(0, 1, 1)
    either = {**paper, "venue": "Salt Letters | "}
    assert compare(gold(papers=[either]), graph()).scores()["entries"] == Score(1, 0, 0)


def test_each_fact_of_the_graph_serves_once() -> None:
    found = [Fact(kind="people", parts={"name": ("L. Aas",)})]
    two = [Fact(kind="people", parts={"name": (name,)}) for name in ("Lars Aas", "Lise Aas")]
    assert compare(two, found).scores()["people"] == Score(1, 1, 0)


def test_as_many_as_can_agree_are_paired() -> None:
    found = [Fact(kind="people", parts={"name": (name,)}) for name in ("L. Aas", "Lars Aas")]
    two = [Fact(kind="people", parts={"name": (name,)}) for name in ("Lars Aas", "Lise Aas")]
    assert compare(two, found).scores()["people"] == Score(2, 0, 0)


def test_rules_of_comparison() -> None:
    assert same_person("Haddad, L.", "Leïla Haddad")
    assert not same_person("Hao Zhang", "Hao Zhong")
    assert same_printed_name("van der Maat, L.J.", "L. J. van der Maat")
    assert not same_printed_name("L. Haddad", "Leïla Haddad")
    assert same_degree("Doctor of Philosophy", "Ph. D.")
    assert same_degree("B.Sc. (Hons)", "BS")
    assert not same_degree("MSc", "MA")
    assert same_organization("MIT", "Massachusetts Institute of Technology")
    assert same_organization("Dept. of History", "Department of History")
    assert same_date("2017", "2017-10")
    assert same_date("2017-10", "2017-10-04")
    assert not same_date("2017-09", "2017-10")
    assert not same_date("2015-2016", "2015")


def test_a_preprint_server_counts_as_no_venue() -> None:
    said = Fact(kind="entries", parts={"title": ("A",), "venue": ("arXiv",), "year": ("2020",)})
    bare = Fact(kind="entries", parts={"title": ("A",), "year": ("2020",)})
    assert agree(said, bare)
    assert agree(said, said)


def test_reliability() -> None:
    judged = [(0.95, True), (0.95, True), (0.95, False), (0.6, False)]
    low, high = bins(judged)
    assert (low.facts, low.right) == (1, 0)
    assert (high.facts, round(high.right, 3)) == (3, 0.667)
    assert calibration_error(judged) == pytest.approx((0.6 + 3 * (0.95 - 2 / 3)) / 4)
    assert calibration_error([]) == 0


def test_gold_of_another_form_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.gold.json"
    file.write_text(json.dumps({**GOLD, "papers": [{"titel": "On Salt"}]}))
    with pytest.raises(msgspec.ValidationError):
        read_gold(file)


def test_documents_are_scored_and_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("good", "bad"):
        (tmp_path / f"{name}.md").write_text("# Noor Hakimi\n\nnoor@uni.example\n")
        (tmp_path / f"{name}.gold.json").write_text(json.dumps(GOLD))

    def crash_on_bad(path: Path) -> object:
        if path.stem == "bad":
            raise KeyError("boom")
        return found_in(path)

    monkeypatch.setattr("scoring.run.found_in", crash_on_bad)
    bad, good = score([tmp_path])
    assert bad.crashed
    assert "boom" in bad.failure
    assert good.outcome.right
    shown = text([bad, good])
    assert "bad.md CRASH" in shown
    assert "good.md" in shown
    assert "On Salt" in errors(good)
    assert as_json([bad, good])["documents"]
    assert [one.case.name for one in score([tmp_path], "goo")] == ["good.md"]
