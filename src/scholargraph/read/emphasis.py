"""Stars and underscores: which open and close bold and italics, and which are marks after a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from scholargraph.model import Mark
from scholargraph.read.aligned import Edit

_NEVER_FIRST = frozenset(
    ",.;:)]}!?"
)  # no words in bold or italics begin with these: the star before is a mark


class Delimiter(NamedTuple):
    """A run of stars or of underscores."""

    start: int
    end: int


def emphasis(text: str, delimiters: Sequence[Delimiter]) -> tuple[list[Edit], list[Mark]]:
    """Edits that take out the stars that pair up, and the bold and italic marks between them.

    What finds no partner is text: after ``**Ann Lee***`` one star is left, the mark of an equal contribution.
    """
    opened: list[Delimiter] = []
    edits: list[Edit] = []
    marks: list[Mark] = []
    for run in delimiters:
        rest = run
        if _may_close(text, run):
            rest = _close(text, run, opened, edits, marks)
        if rest == run and _may_open(text, run):
            opened += _units(rest)
    return edits, marks


def _close(
    text: str, run: Delimiter, opened: list[Delimiter], edits: list[Edit], marks: list[Mark]
) -> Delimiter:
    """Pair what a run can close with what is open; gives the part of the run that is left."""
    start = run.start
    while start < run.end:
        at = _partner(text, opened, run, run.end - start)
        if at is None:
            break
        partner = opened[at]
        del opened[at:]
        size = partner.end - partner.start
        edits += [Edit(*partner), Edit(start, start + size, "", True)]
        marks.append(Mark("bold" if size == 2 else "italic", partner.end, start))
        start += size
    return Delimiter(start, run.end)


def _partner(text: str, opened: list[Delimiter], run: Delimiter, room: int) -> int | None:
    """The place among what is open of the innermost opener of the same sign that fits (few are looked at)."""
    for at in range(len(opened) - 1, max(len(opened) - 9, -1), -1):
        candidate = opened[at]
        same = text[candidate.start] == text[run.start] and candidate.end < run.start
        if same and candidate.end - candidate.start <= room:
            return at
    return None


def _units(run: Delimiter) -> list[Delimiter]:
    size = run.end - run.start
    if size == 3:
        return [Delimiter(run.start, run.start + 1), Delimiter(run.start + 1, run.end)]
    return [run] if size < 3 else []


def _may_open(text: str, run: Delimiter) -> bool:
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    if not after or after.isspace() or after in _NEVER_FIRST:
        return False
    free = not before or before.isspace() or _is_sign(before)
    return free or (text[run.start] == "*" and not _is_sign(after) and run.end - run.start == 2)


def _may_close(text: str, run: Delimiter) -> bool:
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    ends_word = not after or after.isspace() or _is_sign(after)
    if not before or before.isspace():
        return bool(before) and run.end - run.start == 2 and ends_word  # ``**Ann Lee **``
    return ends_word or text[run.start] == "*"


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
