"""The development corpus: nothing crashes, every quote stands on its lines, comments tell nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.run import Scored, score
from scoring.tally import total

CORPUS = Path(__file__).parent / "corpus"

FLOORS = {"people": 0.94, "papers": 0.94, "organizations": 0.84, "all": 0.88}
"""F1 by kind of fact that the corpus has reached and must not fall below."""

_COMMENTS = {
    ".html": r"(?s)<!--.*?-->",
    ".htm": r"(?s)<!--.*?-->",
    ".md": r"(?s)<!--.*?-->",
    ".tex": r"(?m)(?<!\\)%.*$",
    ".yml": r"(?m)^\s*#.*$",
    ".yaml": r"(?m)^\s*#.*$",
}


@pytest.fixture(scope="module")
def scored() -> list[Scored]:
    return list(score([CORPUS]))


def test_the_corpus_is_whole(scored: list[Scored]) -> None:
    assert len(scored) >= 90
    assert {one.gold.kind for one in scored} == {
        "home page",
        "cv",
        "people record",
        "publication list",
        "bibliography",
        "profile listing",
    }


def test_nothing_crashes(scored: list[Scored]) -> None:
    assert [one.failure for one in scored if one.crashed] == []


def test_every_quote_stands_on_its_lines(scored: list[Scored]) -> None:
    for one in scored:
        for where, lines, quote in _quotes(one):
            assert quote in lines, f"{one.case.name} line {where}: {quote!r}"


def test_comments_tell_nothing(scored: list[Scored]) -> None:
    for one in scored:
        pattern = _COMMENTS.get(one.case.document.suffix)
        if one.result and pattern:
            visible = re.sub(pattern, "", "\n".join(one.result.document.lines))
            for _, _, quote in _quotes(one):
                assert re.sub(pattern, "", quote).strip() in visible, one.case.name


def test_scores_do_not_fall(scored: list[Scored]) -> None:
    summed = total(one.outcome.scores() for one in scored)
    fallen = {kind: summed[kind].f1 for kind, floor in FLOORS.items() if summed[kind].f1 < floor}
    assert not fallen


def _quotes(one: Scored) -> Iterator[tuple[int, str, str]]:
    """The line, the lines and the quote of every mention."""
    if one.result:
        lines = one.result.document.lines
        for mention in one.result.told.mentions:
            span = mention.span
            yield span.start_line, "\n".join(lines[span.start_line - 1 : span.end_line]), span.quote
