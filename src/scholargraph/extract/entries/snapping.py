"""Titles and venues fitted to mark-up: what quotation marks, a link or type set apart is one field."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from scholargraph.extract.entries.together import Reading

_FIELDS = ("TI", "VE")
_LEAST = 0.6
"""The share of one field that makes a stretch of mark-up that field."""


def snapped(reading: Reading) -> Reading:
    """The reading with each stretch of quotes, link or type that is mostly title, or venue, wholly so; a name
    does not end in a venue (``N. Z. J. Geol.``)."""
    labels = list(reading.labels)
    for first, last in _stretches(reading):
        inside = labels[first:last]
        for field, other in (_FIELDS, _FIELDS[::-1]):
            share = inside.count(field) / len(inside)
            crossed = other in (labels[first - 1 : first] + labels[last : last + 1])
            if other in inside and share >= _LEAST and (crossed or share > 0.85):
                labels[first:last] = [field if name in (other, "O") else name for name in inside]
        if inside[0] == "TI" and "B" in inside and len(inside) < 0.8 * len(labels):
            labels[first:last] = ["TI" if name in ("B", "I", "AX", "O") else name for name in inside]
        if "VE" in inside and set(inside) <= {"VE", "B", "I", "O"} and "B" not in inside:
            labels[first:last] = ["VE"] * len(inside)
    return replace(reading, labels=labels)


def _stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """Tokens in a row under one kind of mark-up: first, and behind the last."""
    marks = reading.tokens.marks
    for letter in "qlib":
        start = -1
        for i in range(len(marks) + 1):
            here = i < len(marks) and letter in marks[i]
            if here and start < 0:
                start = i
            elif not here and start >= 0:
                yield start, i
                start = -1
