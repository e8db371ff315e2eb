"""Cells of a page → lines in reading order: columns one after the other, tables row by row.

A recursive cut in the manner of XY-cut (Nagy and Seth 1984). What tells columns from a table of dates and
texts is the order in which the page draws them, then whether baselines agree and what the cells say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from scholargraph.read.headings import is_section
from scholargraph.read.pdf.cells import Cell
from scholargraph.read.pdf.rows import DATE, Line, row_lines

MIN_LINES = 4
"""A column has at least so many lines."""
MAX_DEPTH = 6
MAX_GUTTERS = 24
_LABEL_SHARE, _NARROW = 0.6, 0.62
_SAME_ROW = 0.3


def page_lines(cells: Sequence[Cell], page: int) -> list[Line]:
    """All lines of a page in reading order."""
    return [line._replace(page=page) for line in _flow(list(cells), 0)]


def _flow(cells: list[Cell], depth: int) -> list[Line]:
    rows = _rows(cells)
    band = _best_band(rows) if depth < MAX_DEPTH and len(cells) >= 2 * MIN_LINES else None
    if band is None:
        return row_lines(rows)
    above, within, below = rows[: band.first], rows[band.first : band.last], rows[band.last :]
    parts = _sides(within, band.x)
    result = _flow(_flat(above), depth + 1)
    for part in _reading_order(*parts):
        result += _flow(part, depth + 1)
    return result + _flow(_flat(below), depth + 1)


def _flat(rows: Iterable[Sequence[Cell]]) -> list[Cell]:
    return [cell for row in rows for cell in row]


def _rows(cells: Iterable[Cell]) -> list[list[Cell]]:
    """Cells with about the same baseline, from top to bottom, each row from left to right."""
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda c: (-c.y, c.x0)):
        near = rows and rows[-1][0].y - cell.y <= _SAME_ROW * min(cell.size, rows[-1][0].size)
        if near and not any(c.x0 < cell.x1 - 1 and cell.x0 < c.x1 - 1 for c in rows[-1][-20:]):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [sorted(row, key=lambda c: c.x0) for row in rows]


class _Band(NamedTuple):
    """Rows ``first`` to ``last`` (excluded) in which no cell crosses the place ``x``."""

    first: int
    last: int
    x: float


def _best_band(rows: Sequence[Sequence[Cell]]) -> _Band | None:
    """The gutter that parts most lines into columns, or None; bands between headings are tried, too."""
    best: tuple[int, _Band] | None = None
    usual = median(cell.size for row in rows for cell in row)
    heads = [i for i, row in enumerate(rows) if len(row) == 1 and row[0].size > 1.15 * usual]
    for x in _gutters(rows):
        for band in (*_open_bands(rows, x, []), *(_open_bands(rows, x, heads) if heads else ())):
            left, right = _sides(rows[band.first : band.last], x)
            size = min(len(left), len(right))
            if size >= MIN_LINES and (best is None or size > best[0]) and _are_columns(left, right):
                best = size, band
    return best[1] if best else None


def _gutters(rows: Sequence[Sequence[Cell]]) -> list[float]:
    """Places where a gutter may be: just left of where several cells begin."""
    starts = Counter(round(cell.x0) for row in rows for cell in row)
    leftmost = min(starts)
    counted = {x: starts[x] + starts[x + 1] for x in starts if x > leftmost + 20}
    return [
        x - 4.0 for x, n in sorted(counted.items(), key=lambda p: -p[1])[:MAX_GUTTERS] if n >= MIN_LINES // 2
    ]


def _open_bands(rows: Sequence[Sequence[Cell]], x: float, heads: Sequence[int]) -> list[_Band]:
    """Runs of rows that leave a gutter open, without some that head them; both sides of it are filled."""
    crossing = (i for i, row in enumerate(rows) if any(c.x0 < x < c.x1 - 1 for c in row))
    shut = sorted({-1, *crossing, *heads, len(rows)})
    bands = (_trimmed(rows, _Band(a + 1, b, x)) for a, b in pairwise(shut) if b - a > MIN_LINES)
    return [band for band in bands if band.last - band.first >= MIN_LINES]


def _trimmed(rows: Sequence[Sequence[Cell]], band: _Band) -> _Band:
    """The band without rows at its top whose words stand over both columns."""
    first = band.first
    left, right = _sides(rows[band.first : band.last], band.x)
    if not left or not right:
        return band._replace(last=first)
    starts = min(cell.y for cell in (left[0], right[0]))
    head = starts + 3.5 * max(left[0].size, right[0].size)
    while first < band.last and rows[first][0].y > head:
        first += 1
    return band._replace(first=first)


def _sides(rows: Iterable[Sequence[Cell]], x: float) -> tuple[list[Cell], list[Cell]]:
    cells = _flat(rows)
    return [c for c in cells if c.x0 < x], [c for c in cells if c.x0 >= x]


def _are_columns(left: Sequence[Cell], right: Sequence[Cell]) -> bool:
    """Whether two sides are read one after the other rather than row by row."""
    if any(_are_labels(side) for side in (left, right)):
        return False
    fewer, more = sorted((left, right), key=len)
    switches = _switches(left, right) / len(fewer)
    heights = sorted(cell.y for cell in more)
    paired = sum(_partner(cell, heights) for cell in fewer) / len(fewer)
    if switches <= 0.3:
        return paired < 0.9 or not _isolated(fewer)
    return switches < 0.9 and paired < 0.5


def _are_labels(side: Sequence[Cell]) -> bool:
    """Whether a side holds little but dates, or single words and signs."""
    dates = sum(bool(DATE.search(cell.text)) and len(cell.text) <= 32 for cell in side)
    return dates >= _LABEL_SHARE * len(side)


def _switches(left: Sequence[Cell], right: Sequence[Cell]) -> int:
    """How often the page goes from one side to the other while it draws them."""
    drawn = sorted([(cell.order, 0) for cell in left] + [(cell.order, 1) for cell in right])
    return sum(a[1] != b[1] for a, b in pairwise(drawn))


def _partner(cell: Cell, heights: Sequence[float]) -> bool:
    """Whether there is a baseline at about the height of a cell."""
    at = bisect_left(heights, cell.y - _SAME_ROW * cell.size)
    return at < len(heights) and heights[at] <= cell.y + _SAME_ROW * cell.size


def _isolated(side: Sequence[Cell]) -> bool:
    """Whether hardly any line of a side has another right below it."""
    near = sum(a.y - b.y < 1.7 * max(a.size, b.size) for a, b in pairwise(side))
    return near < 0.3 * len(side)


def _reading_order(left: list[Cell], right: list[Cell]) -> list[list[Cell]]:
    """Columns from left to right; a side bar before the main column, so that this goes on over the page.

    What stands above the first section of the main column (a name) comes before all.
    """
    widths = [max(c.x1 for c in side) - min(c.x0 for c in side) for side in (left, right)]
    if min(widths) > _NARROW * max(widths):
        return [left, right]
    bar, main = (left, right) if widths[0] < widths[1] else (right, left)
    size = max(cell.size for cell in main)
    first = next((i for i, cell in enumerate(main) if is_section(cell.text)), 0)
    head = first if main[0].size >= size and first <= 8 else 0
    return [part for part in (main[:head], bar, main[head:]) if part]
