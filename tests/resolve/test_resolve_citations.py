"""Citation keys: initials, years, topics."""

from __future__ import annotations

from pathlib import Path

import pytest

from scholargraph.extract import extract
from scholargraph.model import Judgement, Told
from scholargraph.read import read
from scholargraph.resolve import Resolution, resolve
from scholargraph.resolve.keys import AuthorList, around, authors_fit, parse_key
from telling_kit import Notes


@pytest.mark.parametrize(
    ("printed", "letters", "more", "year"),
    [("ABC21", "ABC", False, 2021), ("[AB+19]", "AB", True, 2019), ("Noe1918a", "Noe", False, 1918),
     ("KR98", "KR", False, 1998)],
)  # fmt: skip
def test_keys_are_read(printed: str, letters: str, more: bool, year: int) -> None:
    key = parse_key(printed)
    assert key is not None
    assert (key.letters, key.more, key.year) == (letters, more, year)


@pytest.mark.parametrize("printed", ["12", "[3]", "Byron et al., 2021, page 4", "", "21AB"])
def test_other_forms_are_no_keys(printed: str) -> None:
    assert parse_key(printed) is None


@pytest.mark.parametrize(
    ("key", "initials", "complete", "fits"),
    [
        ("ABC21", "ABC", True, 1.0),
        ("ABC21", "BCA", True, 0.8),
        ("ABC21", "ABCD", True, None),
        ("ABC21", "AB", False, 0.55),
        ("ABC21", "ABC", False, None),
        ("ABC21", "BA", False, None),
        ("AB+21", "ABCD", True, 0.85),
        ("AB+21", "AB", True, None),
        ("Byr21", "B", True, 0.8),
        ("Noe21", "B", True, None),
    ],
)
def test_fit_of_author_lists(key: str, initials: str, complete: bool, fits: float | None) -> None:
    parsed = parse_key(key)
    assert parsed is not None
    found = authors_fit(parsed, [AuthorList(tuple(initials), "Byron", complete)])
    assert (found.value if found else None) == fits


def test_a_hidden_author_must_have_room() -> None:
    key = parse_key("ABC21")
    assert key is not None
    assert authors_fit(key, [AuthorList(("A", "B"), "Abel", False, ("C",))])
    assert authors_fit(key, [AuthorList(("A", "B"), "Abel", False, ("D",))]) is None


def test_a_complete_list_outweighs_a_cut_one() -> None:
    key = parse_key("ABC21")
    assert key is not None
    cut, whole = AuthorList(("A", "B"), "Abel", False), AuthorList(("A", "B", "D"), "Abel", True)
    assert authors_fit(key, [cut, whole]) is None


def test_the_part_of_the_sentence_that_a_key_closes() -> None:
    context = "Water / We boil it in small kettles [AB20], and pour it into large cups [BC21, CD22]."
    assert around("AB20", context) == "Water / We boil it in small kettles "
    assert around("CD22", context) == "Water / , and pour it into large cups "
    assert around("AB20", "See [AB20] for all of it.") == "See [AB20] for all of it."


ABEL, BYRON, CURIE = "Niels Abel", "Ada Byron", "Marie Curie"


def _page(*cited: tuple[str, str]) -> tuple[Told, list[str]]:
    notes = Notes("home", "homepage")
    owner = notes.thing("person", ABEL)
    keys = [notes.thing("citation", key, context=context) for key, context in cited]
    return notes.told(owner), keys


def _papers(
    *papers: tuple[str, str], authors: tuple[str, ...] = (ABEL, BYRON, CURIE)
) -> tuple[Told, list[str]]:
    notes = Notes("cv")
    works = [notes.paper(title, authors, datePublished=year, listedAs="Papers") for title, year in papers]
    return notes.told(), works


def _verdicts(found: Resolution, key: str) -> dict[str, str]:
    return {j.right: j.verdict for j in found.judgements if j.left == key}


def test_a_lone_paper_is_found_though_the_year_is_one_off() -> None:
    page, (key,) = _page(("ABC22", "We boil water."))
    papers, (work,) = _papers(("On teapots", "2021"))
    found = resolve([page, papers])
    assert _verdicts(found, key) == {work: "same"}
    assert any(key in cluster and work in cluster for cluster in found.clusters)


def test_the_sentence_decides_between_papers_of_one_year() -> None:
    page, (key,) = _page(("ABC21", "We study the thermodynamics of boiling kettles."))
    papers, (right, wrong) = _papers(("Thermodynamics of boiling kettles", "2021"), ("Prime gaps", "2021"))
    found = resolve([page, papers])
    assert _verdicts(found, key) == {right: "same", wrong: "different"}
    reasons = next(j.reasons for j in found.judgements if j.left == key and j.right == right)
    assert any("kettles" in reason for reason in reasons)
    assert any("A B C in this order" in reason for reason in reasons)


def test_nobody_can_say() -> None:
    page, (key,) = _page(("ABC21", "See our work."))
    papers, works = _papers(("Kettles", "2021"), ("Teapots", "2021"))
    found = resolve([page, papers])
    assert _verdicts(found, key) == dict.fromkeys(works, "unsure")
    assert (key,) in found.clusters


def test_all_candidates_keep_their_scores_whatever_the_year() -> None:
    page, (key,) = _page(("ABC21", "Kettles."))
    papers, (near, far) = _papers(("Kettles", "2021"), ("Teapots", "1998"))
    found = resolve([page, papers])
    assert _verdicts(found, key) == {near: "same", far: "different"}


def test_two_keys_of_a_page_are_two_papers() -> None:
    page, (first, second) = _page(("ABC20", "Kettles."), ("ABC21", "Kettles, and more."))
    papers, (old, new) = _papers(("Kettles and how they boil", "2020"), ("Teapots", "2021"))
    found = resolve([page, papers])
    assert _verdicts(found, first)[old] == "same"
    assert _verdicts(found, second)[new] == "same"


def test_the_word_of_a_person_counts() -> None:
    page, (key,) = _page(("ABC21", "We study kettles."))
    papers, (kettles, teapots) = _papers(("Kettles", "2021"), ("Teapots", "2021"))
    word = Judgement(
        left=key, right=teapots, verdict="same", score=1.0, reasons=(), by="me", when="2025-01-01T00:00"
    )
    found = resolve([page, papers], [word])
    cluster = next(cluster for cluster in found.clusters if key in cluster)
    assert teapots in cluster
    assert kettles not in cluster


EXPECTED = {
    "ZJJ23": "Principled Reinforcement Learning",
    "ZJS22": "Generalized resilience",
    "ZJS21": "Robust estimation via generalized quasi-gradients",
    "WGZW22": "Noisy Sorting Capacity",
    "RZMJR21": "Bridging Offline",
    "MZJW22": "Minimax Off-Policy",
    "ZSZBJJ23": "On Optimal Caching",
    "ZPWWJSJ23": "Byzantine-Robust",
    "ZDJWZJJ23": "Doubly Robust",
    "ZJT19": "Deconstructing",
    "ZBYWJJ23": "The Sample Complexity of Online Contract",
    "ZKJJ23": "Online Learning in a Creator",
    "ZSFDZJJ23": "Fine-Tuning Language Models",
}


def test_keys_of_the_seed_homepage(seeds: Path) -> None:
    told = [extract(read(path, path.stem)) for path in sorted(seeds.iterdir())]
    found = resolve(told)
    mentions = {mention.id: mention for one in told for mention in one.mentions}
    chosen = {
        mentions[j.left].name: mentions[j.right].name
        for j in found.judgements
        if mentions[j.left].kind == "citation" and j.verdict == "same"
    }
    assert chosen.keys() - {"ZWGJW23"} == EXPECTED.keys()
    for key, start in EXPECTED.items():
        assert chosen[key].casefold().startswith(start.casefold()), key
