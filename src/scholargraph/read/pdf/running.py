"""Running heads and feet: rows at the top and bottom of pages that repeat, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from scholargraph.read.pdf.cells import Cell

_DEPTH = 2
"""So many rows at either end of a page may be running ones."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:p(?:age|\.)?\s*)?[-–—|\s]*\d{1,3}[-–—|\s]*(?:(?:/|of|von|de|sur|di)\s*\d{1,3})?", re.IGNORECASE
)
_COUNTED = re.compile(r"(?:\bpage\s+\d{1,3}\b.{0,12}|\b\d{1,3}\s*(?:/|of)\s*\d{1,3})\Z", re.IGNORECASE)
_PRINTED_ON = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d.*")
_KEPT_WORDS = re.compile(r"[^\W\d_]+")


_Counts = Counter[tuple[int, str]]


class Parted(NamedTuple):
    """The cells of a page: running head, body, running foot."""

    head: list[Cell]
    body: list[Cell]
    foot: list[Cell]


def part_running(pages: Sequence[Sequence[Cell]]) -> list[Parted]:
    """Each page with its running rows set apart.

    A head that stands on the first page and whose words stand nowhere else there (a name) stays in its body.
    """
    rows = [_rows(page) for page in pages]
    tops = Counter(key for page in rows for key in {_key(row) for row in page[:_DEPTH]})
    ends = Counter(key for page in rows for key in {_key(row) for row in page[-_DEPTH:]})
    parted = [_parted(page, number, tops, ends) for number, page in enumerate(rows)]
    if any(page.body for page in parted):
        return parted
    return [Parted([], list(page), []) for page in pages]


def _rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda c: -c.y):
        if rows and rows[-1][0].y - cell.y <= 0.5 * cell.size:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [sorted(row, key=lambda c: c.x0) for row in rows]


def _key(row: Sequence[Cell]) -> tuple[int, str]:
    """What a running row has in common on all pages: its height and its words, whatever the numbers."""
    return round(row[0].y / 4), _DIGITS.sub("0", " ".join(cell.text for cell in row)).casefold()


def _parted(rows: list[list[Cell]], number: int, tops: _Counts, ends: _Counts) -> Parted:
    first = _running(rows, tops)
    last = len(rows) - _running(rows[first:][::-1], ends)
    printed_on = first and _PRINTED_ON.fullmatch(_words(rows[0]))
    if number == 0 and first and not printed_on and not _said_again(rows[:first], rows[first:]):
        first = 0
    head, body, foot = (
        [cell for row in part for cell in row] for part in (rows[:first], rows[first:last], rows[last:])
    )
    return Parted(head, body, foot)


def _running(rows: Sequence[Sequence[Cell]], counts: _Counts) -> int:
    """How many rows from one end of the page are running ones: they stand apart from the text."""
    for size in range(min(_DEPTH, len(rows)), 0, -1):
        if all(counts[_key(row)] > 1 or _counts(row) for row in rows[:size]) and _apart(rows, size):
            return size
    return 0


def _apart(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    if at == len(rows):
        return True
    before, after = rows[at - 1][0], rows[at][0]
    return abs(before.y - after.y) > 1.8 * before.size or before.size < 0.92 * after.size


def _counts(row: Sequence[Cell]) -> bool:
    """Whether a row is a page number, or when a page was printed."""
    text = _words(row)
    if len(text) > 100:
        return False
    return bool(_PRINTED_ON.fullmatch(text) or _PAGE_NUMBER.fullmatch(text) or _COUNTED.search(text))


def _words(row: Sequence[Cell]) -> str:
    return " ".join(cell.text for cell in row).strip()


def _said_again(head: Sequence[Sequence[Cell]], body: Sequence[Sequence[Cell]]) -> bool:
    said = {word.casefold() for row in body for cell in row for word in _KEPT_WORDS.findall(cell.text)}
    words = {word.casefold() for row in head for cell in row for word in _KEPT_WORDS.findall(cell.text)}
    return words - {"curriculum", "vitae", "cv", "page", "of", "résumé", "resume"} <= said
