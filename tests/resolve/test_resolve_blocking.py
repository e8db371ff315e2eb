"""Blocking: what shares a key is compared, and a common key does not explode."""

from __future__ import annotations

from collections.abc import Iterable

from scholargraph.resolve.blocking import CAP, WINDOW, candidate_pairs, rarest
from scholargraph.resolve.matchers import Matcher
from scholargraph.resolve.things import Context, Thing
from telling_kit import Notes


def _first_letters(thing: Thing, context: Context) -> Iterable[str]:
    return (name[0] for name in thing.names)


def _pairs(names: list[str]) -> list[tuple[str, str]]:
    notes = Notes("cv_a")
    for name in names:
        notes.thing("topic", name)
    context = Context([notes.told()])
    pairs = candidate_pairs(context.by_kind["topic"], Matcher(block=_first_letters), context)
    assert all(a.id < b.id for a, b in pairs)
    return [(a.name, b.name) for a, b in pairs]


def test_only_things_with_a_common_key_meet() -> None:
    assert {frozenset(pair) for pair in _pairs(["ebb", "echo", "tide"])} == {frozenset({"ebb", "echo"})}


def test_a_hot_key_stays_near_linear() -> None:
    names = [f"x{number:04}" for number in range(10 * CAP)]
    pairs = _pairs(names)
    assert len(pairs) <= WINDOW * len(names)
    assert {frozenset(names[:2]), frozenset(names[-2:])} <= {frozenset(pair) for pair in pairs}


def test_rarest_words_that_others_have_too() -> None:
    from collections import Counter

    counts = Counter({"sea": 9, "sonar": 2, "echo": 2, "unique": 1})
    assert rarest(["sea", "sonar", "unique", "echo"], counts, keep=2) == ["echo", "sonar"]
