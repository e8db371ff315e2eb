"""The word lists in ``data/``: lines ``key: value | value``, or columns; ``#`` begins a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .records import Venue

_DATA = Path(__file__).parent / "data"


def _lines(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """The values of each key of ``data/<name>.txt``."""
    pairs = (line.split(": ", 1) for line in _lines(f"{name}.txt"))
    return {key: tuple(value.strip() for value in values.split(" | ")) for key, values in pairs}


@cache
def venues(kind: str, field: str) -> tuple[Venue, ...]:
    """The venues of a kind that suit a field; those of ``any`` field where the field has none of its own."""
    rows = [[cell.strip() for cell in line.split("|")] for line in _lines("venues.txt")]
    every = [Venue(row[0], tuple(row[1].split()), *row[2:]) for row in rows]
    own = tuple(venue for venue in every if venue.kind == kind and field in venue.fields)
    return own or tuple(venue for venue in every if venue.kind == kind and "any" in venue.fields)
