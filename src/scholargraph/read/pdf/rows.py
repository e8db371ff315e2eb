"""Rows of cells → lines; a table's row whose cells run over several lines is read cell by cell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scholargraph.read.pdf.cells import Cell

MAX_BESIDE = 8
"""Lines of an address that may begin above the name beside it."""
MAX_CELL_LINES = 30
DATE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[/.]\d{2,4}\b|\bpresent\b|\bnow\b|\bcurrent\b", re.IGNORECASE
)
_LONGEST_DATE = 34
_OPEN_DATE = re.compile(r"(?:[-–—]|\b(?:to|bis|since|seit|from)|,)\s*\Z", re.IGNORECASE)
_DATE_GOES_ON = re.compile(r"(?:[-–—]|to\b|bis\b|present\b|now\b)", re.IGNORECASE)
_LEADING = 1.7
SPACE = 0.3
"""The width of a space in ems."""


class Line(NamedTuple):
    """Cells of one row of one column; ``left`` and ``right`` are the edges of that column."""

    cells: tuple[Cell, ...]
    left: float
    right: float
    page: int = 0
    tie: str = ""
    """How it goes on from the line before where the layout says so: ``" "`` or a tab; else empty."""

    @property
    def text(self) -> str:
        """The words, with a tab between cells."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def size(self) -> float:
        """The size of the largest cell."""
        return max(cell.size for cell in self.cells)

    @property
    def y(self) -> float:
        """The baseline."""
        return self.cells[0].y

    @property
    def x0(self) -> float:
        """Where the words begin."""
        return self.cells[0].x0


def row_lines(rows: Sequence[Sequence[Cell]]) -> list[Line]:
    """The lines of a region without columns, from top to bottom."""
    if not rows:
        return []
    rows = _name_first(rows)
    cells = [cell for row in rows for cell in row]
    left, right = min(cell.x0 for cell in cells), max(cell.x1 for cell in cells)
    pieces = _pieces(cells)
    edges = _right_edges(pieces)
    lines: list[Line] = []
    for group in _groups(rows, pieces):
        beside = _beside(group, pieces)
        if beside:
            lines += [Line((cell,), left, right, 0, tie) for cell, tie in _cell_by_cell(beside, edges)]
        else:
            lines += [Line(tuple(row), left, right) for row in group]
    return lines


def _pieces(cells: Iterable[Cell]) -> dict[int, list[Cell]]:
    """Lines that are drawn one after the other right below each other, by the order of each of them."""
    pieces: dict[int, list[Cell]] = {}
    piece: list[Cell] = []
    for cell in sorted(cells, key=lambda c: c.order):
        if not piece or not _continues(piece[-1], cell):
            piece = []
        piece.append(cell)
        pieces[cell.order] = piece
    return pieces


def _continues(before: Cell, cell: Cell) -> bool:
    alike = abs(before.x0 - cell.x0) < 2 and abs(before.size - cell.size) < 0.15 * cell.size
    below = 0 < before.y - cell.y < _LEADING * cell.size
    both_dates = all(len(c.text) <= _LONGEST_DATE and DATE.search(c.text) for c in (before, cell))
    return alike and below and not (both_dates and not _runs_on(before.text, cell.text))


def _runs_on(date: str, following: str) -> bool:
    return bool(_OPEN_DATE.search(date) or _DATE_GOES_ON.match(following))


def _right_edges(pieces: dict[int, list[Cell]]) -> dict[int, float]:
    """How far the lines reach that begin at a place."""
    edges: dict[int, float] = defaultdict(float)
    for piece in pieces.values():
        place = round(piece[0].x0 / 4)
        edges[place] = max(edges[place], *(cell.x1 for cell in piece))
    return edges


def _groups(rows: Sequence[Sequence[Cell]], pieces: dict[int, list[Cell]]) -> Iterator[list[Sequence[Cell]]]:
    """Rows that belong together because some piece has lines in several of them."""
    group: list[Sequence[Cell]] = []
    lowest = 0.0
    for row in rows:
        if group and row[0].y < lowest - 0.1:
            yield group
            group = []
        ends = min(pieces[cell.order][-1].y for cell in row)
        lowest = min(lowest, ends) if group else ends
        group.append(row)
    if group:
        yield group


def _beside(group: Sequence[Sequence[Cell]], pieces: dict[int, list[Cell]]) -> list[list[Cell]]:
    """The cells of a table's row from left to right; nothing if the rows may be read as they are."""
    found = list({id(p): p for row in group for cell in row for p in (pieces[cell.order],)}.values())
    found.sort(key=lambda piece: piece[0].x0)
    long = [piece for piece in found if len(piece) > 1]
    if len(found) < 2 or not long or any(len(piece) > MAX_CELL_LINES for piece in found):
        return []
    if len(long) == 1 and all(_level(p[0], long[0][0]) for p in found):
        return []
    if any(len(p) == 1 and p[0].x0 > q[-1].x0 and _level(p[0], q[-1]) for p in found for q in long):
        return []  # a date at the right end of the last line is no cell of its own
    apart = all(max(c.x1 for c in a) < b[0].x0 for a, b in pairwise(found))
    in_order = all(a[-1].order < b[0].order for a, b in pairwise(found))
    return found if apart and in_order else []


def _level(first: Cell, second: Cell) -> bool:
    return abs(first.y - second.y) < 0.3 * first.size


def _cell_by_cell(beside: Sequence[Sequence[Cell]], edges: dict[int, float]) -> Iterator[tuple[Cell, str]]:
    """The lines of cells side by side, and what joins each to the one before."""
    for number, piece in enumerate(beside):
        yield piece[0], "\t" if number else ""
        for before, cell in pairwise(piece):
            word = (cell.x1 - cell.x0) * len(cell.text.split(" ", 1)[0]) / len(cell.text)
            room = edges[round(cell.x0 / 4)] - before.x1
            short_date = _runs_on(before.text, cell.text) and len(before.text) <= _LONGEST_DATE
            yield cell, " " if room < word + SPACE * cell.size or short_date else "\n"


def _name_first(rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """Rows with a large name before an address in small type that begins a little higher beside it."""
    sizes = [max(cell.size for cell in row) for row in rows[:MAX_BESIDE]]
    at = sizes.index(max(sizes))
    name = rows[at]
    beside = all(
        cell.size * 1.5 < sizes[at] and (cell.x0 > name[-1].x1 or cell.x1 < name[0].x0)
        for row in rows[:at]
        for cell in row
    )
    return [name, *rows[:at], *rows[at + 1 :]] if at and beside else rows
