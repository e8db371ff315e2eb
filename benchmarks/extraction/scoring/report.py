"""The score as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scholargraph.names.text import fold
from scoring.facts import Fact, shown
from scoring.matching import KINDS
from scoring.reliability import bins, calibration_error
from scoring.run import Scored, by_kind_of_document
from scoring.tally import Score, nearest, total

_HEAD = f"{'':32}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>8}{'missed':>8}{'wrong':>7}"


def text(scored: Sequence[Scored]) -> str:
    """The tables: by kind of fact, by document, by kind of document, and reliability."""
    summed = total(one.outcome.scores() for one in scored)
    documents = {
        f"{one.case.name} {'CRASH' if one.crashed else 'unread' if one.failure else ''}".strip(): total(
            [one.outcome.scores()]
        )["all"]
        for one in scored
    }
    parts = [
        _table("kind of fact", summed),
        _table("document", documents),
        _table("kind of document", {kind: of["all"] for kind, of in by_kind_of_document(scored).items()}),
        *_reliability(scored),
        *(f"{one.case.name}: {one.failure}" for one in scored if one.failure),
    ]
    seconds = sum(one.seconds for one in scored)
    return "\n\n".join([*parts, f"{len(scored)} documents in {seconds:.1f} s of processor time"])


def errors(one: Scored) -> str:
    """The facts of one document that are missed or wrong, kind by kind, with the words they stand on."""
    head = f"{'=' * 100}\n{one.case.name}  [{one.gold.kind}] {one.gold.about}"
    score = total([one.outcome.scores()])["all"]
    summary = f"F1 {score.f1:.3f}: {score.right} right, {score.missed} missed, {score.wrong} wrong"
    if one.result:
        summary += f"; read as {one.result.told.source.kind}"
    return "\n".join([head, one.failure or summary, *_errors_by_kind(one)])


def as_json(scored: Sequence[Scored]) -> dict[str, object]:
    """The same numbers, for programs."""
    judged = [pair for one in scored for pair in one.outcome.judged()]
    summed = total(one.outcome.scores() for one in scored)
    return {
        "kinds": {kind: _numbers(score) for kind, score in summed.items()},
        "documents": {
            one.case.name: {
                "kind": one.gold.kind,
                "failure": one.failure,
                **{kind: _numbers(score) for kind, score in total([one.outcome.scores()]).items()},
            }
            for one in scored
        },
        "document kinds": {
            kind: {name: _numbers(score) for name, score in of.items()}
            for kind, of in by_kind_of_document(scored).items()
        },
        "reliability": [one._asdict() for one in bins(judged)],
        "calibration error": calibration_error(judged),
    }


def _numbers(score: Score) -> dict[str, float]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {**score._asdict(), **{name: round(value, 4) for name, value in shares.items()}}


def _table(title: str, rows: Mapping[str, Score]) -> str:
    return "\n".join([title + _HEAD[len(title) :], *(_row(name, score) for name, score in rows.items())])


def _row(name: str, score: Score) -> str:
    shares = f"{score.precision:10.3f}{score.recall:8.3f}{score.f1:8.3f}"
    return f"{name[:31]:32}{shares}{score.right:8}{score.missed:8}{score.wrong:7}"


def _reliability(scored: Sequence[Scored]) -> Iterator[str]:
    judged = [pair for one in scored for pair in one.outcome.judged()]
    rows = [f"{'told with confidence':24}{'facts':>8}{'mean':>8}{'right':>8}"]
    rows += [
        f"{f'from {one.low:.2f}':24}{one.facts:8}{one.said:8.3f}{one.right:8.3f}" for one in bins(judged)
    ]
    yield "\n".join([*rows, f"expected calibration error {calibration_error(judged):.3f}"])


def _errors_by_kind(one: Scored) -> Iterator[str]:
    for kind in KINDS:
        missed = [fact for fact in one.outcome.missed if fact.kind == kind]
        wrong = [fact for fact in one.outcome.wrong if fact.kind == kind]
        if missed or wrong:
            yield f"\n  {kind}: {len(missed)} missed, {len(wrong)} wrong"
            yield from _errors_of(one, missed, wrong)


def _errors_of(one: Scored, missed: Sequence[Fact], wrong: Sequence[Fact]) -> Iterator[str]:
    """A wrong fact that is nearly a missed one stands below it, with what differs."""
    left = list(wrong)
    for fact in missed:
        near = nearest(fact, left)
        if near:
            told, parts = near
            left.remove(told)
            yield f"    ≠ {fact}"
            yield from (_difference(fact, told, part) for part in parts)
            yield from _quote(told)
        else:
            yield f"    - {fact}{_line_of(one, fact)}"
    for told in left:
        yield f"    + {told}   ({told.confidence:.2f})"
        yield from _quote(told)


def _difference(gold: Fact, told: Fact, part: str) -> str:
    return f"        {part}: should be {shown(gold.parts[part])}, told {shown(told.parts.get(part, ()))}"


def _quote(told: Fact) -> Iterator[str]:
    if told.span:
        words = " ".join(told.span.quote.split())
        yield f"        line {told.span.start_line}: «{words[:160]}{'…' if len(words) > 160 else ''}»"


def _line_of(one: Scored, fact: Fact) -> str:
    """The line on which most parts of a missed fact stand."""
    lines = [f" {fold(line[:2000])} " for line in one.result.document.lines] if one.result else []
    wanted = [[fold(str(word)) for word in value if isinstance(word, str)] for value in fact.parts.values()]
    hits = [sum(any(word and f" {word} " in line for word in words) for words in wanted) for line in lines]
    if not one.result or not any(hits):
        return ""
    number = max(range(len(hits)), key=lambda place: hits[place])
    return f"\n        line {number + 1}: «{' '.join(one.result.document.lines[number].split())[:160]}»"
