"""Runs the pipeline over labelled documents, one by one, and scores each."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from scholargraph.errors import ScholarGraphError
from scoring.facts import gold_facts
from scoring.found import Result, found_in
from scoring.gold import Case, Gold, cases, read_gold
from scoring.tally import Outcome, Score, compare, total


class Scored(NamedTuple):
    """One document, scored; a document that cannot be read has all its facts missed."""

    case: Case
    gold: Gold
    result: Result | None
    outcome: Outcome
    failure: str
    crashed: bool
    seconds: float


def score(places: Iterable[Path], named: str = "") -> Iterator[Scored]:
    """Score the labelled documents of some folders (with ``named`` in their name).

    Raises ValueError for gold of another form.
    """
    for case in cases(places):
        if named in case.name:
            yield score_one(case)


def score_one(case: Case) -> Scored:
    """Score one document; a crash is reported and counts as a document that tells nothing."""
    try:
        gold = read_gold(case.gold)
    except msgspec.DecodeError as error:
        raise ValueError(f"{case.gold}: {error}") from error
    started, result, failure, crashed = time.process_time(), None, "", False
    try:
        result = found_in(case.document)
    except ScholarGraphError as error:
        failure = str(error)
    except Exception as error:  # noqa: BLE001 - a crash in one document must not hide the others
        failure, crashed = f"{type(error).__name__}: {error} ({_where(error)})", True
    outcome = compare(gold_facts(gold), result.facts if result else [])
    return Scored(case, gold, result, outcome, failure, crashed, time.process_time() - started)


def by_kind_of_document(scored: Iterable[Scored]) -> dict[str, dict[str, Score]]:
    """For each kind of document, the scores by kind of fact and ``all``."""
    groups: dict[str, list[dict[str, Score]]] = {}
    for one in scored:
        groups.setdefault(one.gold.kind, []).append(one.outcome.scores())
    return {kind: total(groups[kind]) for kind in sorted(groups)}


def _where(error: Exception) -> str:
    """The innermost place of the crash."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "nowhere"
