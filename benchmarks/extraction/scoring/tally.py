"""Facts of the gold and of the graph set against each other, and counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scoring.facts import Fact, shown
from scoring.matching import KINDS, agree, differences, plain

DERIVED = frozenset({"entries"})
"""Kinds that repeat other kinds and stay out of the total."""


class Score(NamedTuple):
    """How many facts are right, missed and wrong."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: object) -> Score:
        if not isinstance(other, Score):
            return NotImplemented
        return Score(self.right + other.right, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def precision(self) -> float:
        """The share of told facts that are right; 1 where nothing is told."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold's facts that are told; 1 where there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = 2 * self.right + self.missed + self.wrong
        return 2 * self.right / both if both else 1.0


class Outcome(NamedTuple):
    """What became of the facts of one document."""

    right: list[tuple[Fact, Fact]]
    missed: list[Fact]
    wrong: list[Fact]
    passed: list[Fact]
    """Optional facts of either side, neither right nor wrong."""

    def scores(self) -> dict[str, Score]:
        """The score of each kind that occurs, in the order of the kinds."""
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        sides = ([gold for gold, _ in self.right], self.missed, self.wrong)
        for place, facts in enumerate(sides):
            for fact in facts:
                counts[fact.kind][place] += 1
        return {kind: Score(*counts[kind]) for kind in KINDS if kind in counts}

    def judged(self) -> list[tuple[float, bool]]:
        """Each told fact: how sure the pipeline was of it, and whether it is right."""
        sure = [(found.confidence, True) for _, found in self.right if found.kind not in DERIVED]
        return sure + [(found.confidence, False) for found in self.wrong if found.kind not in DERIVED]


def compare(gold: Sequence[Fact], found: Sequence[Fact]) -> Outcome:
    """Set each fact of the gold against at most one of the graph, so that as many as can agree."""
    outcome = Outcome([], [], [], [])
    for kind in KINDS:
        _compare_kind(_once(gold, kind), _once(found, kind), outcome)
    return outcome


def total(scores: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """Scores of several documents added up by kind, and ``all`` of them together."""
    summed: dict[str, Score] = {}
    for one in scores:
        for kind, score in one.items():
            summed[kind] = summed.get(kind, Score()) + score
    ordered = {kind: summed[kind] for kind in KINDS if kind in summed}
    return {**ordered, "all": sum((s for kind, s in ordered.items() if kind not in DERIVED), Score())}


def nearest(missed: Fact, wrong: Iterable[Fact]) -> tuple[Fact, list[str]] | None:
    """The wrong fact that comes closest to a missed one, and where the two differ."""
    near = []
    for fact in wrong:
        found = differences(missed, fact) if fact.kind == missed.kind else []
        if found and len(found) * 2 <= len(missed.parts) and found != list(missed.parts)[:1]:
            near.append((len(found), fact, found))
    best = min(near, key=lambda one: one[0], default=None)
    return (best[1], best[2]) if best else None


def _once(facts: Iterable[Fact], kind: str) -> list[Fact]:
    """The facts of one kind, one said twice only once; those that must be found first."""
    unique: dict[str, Fact] = {}
    for fact in sorted((one for one in facts if one.kind == kind), key=lambda one: -one.confidence):
        unique.setdefault("\t".join(f"{k}={plain(shown(v))}" for k, v in sorted(fact.parts.items())), fact)
    return sorted(unique.values(), key=lambda fact: fact.optional)


def _compare_kind(gold: Sequence[Fact], found: Sequence[Fact], outcome: Outcome) -> None:
    partner = _pair(gold, found)
    for i, fact in enumerate(gold):
        told = found[partner[i]] if i in partner else None
        if fact.optional:
            outcome.passed.append(fact)
        elif told is None:
            outcome.missed.append(fact)
        else:
            outcome.right.append((fact, told))
    paired = set(partner.values())
    for j, told in enumerate(found):
        if j not in paired:
            (outcome.passed if told.optional else outcome.wrong).append(told)


def _pair(gold: Sequence[Fact], found: Sequence[Fact]) -> dict[int, int]:
    """A largest matching of facts that agree (augmenting paths); literally equal ones are tried first."""
    fits = [sorted(_fitting(fact, found), key=lambda j: _unlike(fact, found[j])) for fact in gold]
    holder: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in fits[i]:
            if j not in tried:
                tried.add(j)
                if j not in holder or place(holder[j], tried):
                    holder[j] = i
                    return True
        return False

    for i in sorted(range(len(gold)), key=lambda i: (gold[i].optional, _best(gold[i], found, fits[i]))):
        place(i, set())
    return {i: j for j, i in holder.items()}


def _fitting(gold: Fact, found: Sequence[Fact]) -> list[int]:
    return [j for j, fact in enumerate(found) if agree(gold, fact)]


def _best(gold: Fact, found: Sequence[Fact], fits: Sequence[int]) -> bool:
    return _unlike(gold, found[fits[0]]) if fits else True


def _unlike(gold: Fact, found: Fact) -> bool:
    """Whether no printed form of the first part is the same on both sides."""
    part = next(iter(gold.parts), "")
    ours, theirs = ({plain(str(one)) for one in fact.parts.get(part, ())} for fact in (gold, found))
    return not ours & theirs
