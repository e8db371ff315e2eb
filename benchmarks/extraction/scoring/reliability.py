"""Whether confidence means how often a told fact is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

EDGES = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99)
"""Lower edges of the bins; the last one goes up to 1."""


class Bin(NamedTuple):
    """Facts told with about the same confidence."""

    low: float
    facts: int
    said: float
    """Mean confidence."""
    right: float
    """Share that is right."""


def bins(judged: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The bins that hold facts, from unsure to sure."""
    made = []
    for low, high in zip(EDGES, (*EDGES[1:], 1.01), strict=True):
        inside = [(said, right) for said, right in judged if low <= said < high]
        if inside:
            count = len(inside)
            said = sum(one for one, _ in inside) / count
            made.append(Bin(low, count, said, sum(right for _, right in inside) / count))
    return made


def calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error (Naeini, Cooper and Hauskrecht, 2015): mean gap, weighted by facts."""
    if not judged:
        return 0.0
    return sum(one.facts * abs(one.said - one.right) for one in bins(judged)) / len(judged)
