"""Characters of a page → rows of cells: runs of words on one baseline without a wide gap."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from scholargraph.read.pdf.glyphs import UNKNOWN, Glyph
from scholargraph.read.pdf.overprint import baselines, start

WORD_GAP, GUESSED_GAP, SURE_GAP, CELL_GAP = 0.06, 0.11, 0.16, 1.0
"""Gaps in ems: a space if the file has one there, if pdfium thinks so, in any case; the border of a cell."""
EDGE_GAP, EDGE_REACH, MIN_EDGE = 0.5, 4, 4
"""At an edge of the layout a gap of so many ems parts cells; it reaches so many ems up and down; so many
cells make an edge."""
_LABEL = re.compile(r"[•◦▪▫‣⁃●○■□◆◇►▸➢➤✓✔∙·*–-]|\[\w{1,12}\]|\(?\d{1,3}[.)]|\(?[a-z][.)]")


class Cell(NamedTuple):
    """Words in a row without a wide gap, and for each character of the text its glyph (None for spaces)."""

    text: str
    glyphs: tuple[Glyph | None, ...]
    x0: float
    x1: float
    y: float
    size: float
    order: int


def page_cells(glyphs: Sequence[Glyph]) -> list[Cell]:
    """All cells of a page, from top to bottom and, on one baseline, from left to right.

    Where many cells begin there is an edge of the layout: there a smaller gap parts cells, too.
    """
    rows = baselines(glyphs)
    edges = _Edges([glyph for glyph in row if glyph.text != " "] for row in rows)
    return [cell for row in rows for cell in _cells(row, edges)]


class _Edges:
    """Places where several cells begin, the leftmost of the page left out."""

    def __init__(self, rows: Iterable[Sequence[Glyph]]) -> None:
        starts: dict[int, list[float]] = defaultdict(list)
        for row in filter(None, rows):
            border = _border(row)
            firsts = [row[0], *(b for a, b in pairwise(row) if b.x0 - a.x1 > border)]
            for glyph in firsts:
                starts[round(glyph.x0)].append(glyph.y)
        leftmost = min(starts, default=0)
        enough = max(MIN_EDGE, sum(map(len, starts.values())) // 30)
        around = {x: [y for d in (-1, 0, 1) for y in starts.get(x + d, ())] for x in starts}
        self._heights = {x: sorted(ys) for x, ys in around.items() if len(ys) >= enough and x > leftmost + 10}

    def near(self, glyph: Glyph) -> bool:
        """Whether some other line close by begins where a glyph does."""
        reach = EDGE_REACH * glyph.style.size
        for x in range(round(glyph.x0) - 1, round(glyph.x0) + 2):
            heights = self._heights.get(x, [])
            within = heights[bisect_left(heights, glyph.y - reach) : bisect_right(heights, glyph.y + reach)]
            if any(abs(y - glyph.y) > 1 for y in within[:20]):
                return True
        return False


def _cells(row: Sequence[Glyph], edges: _Edges) -> Iterator[Cell]:
    """A row cut at its wide gaps, and at smaller ones before an edge."""
    printed = [glyph for glyph in row if glyph.text != " "]
    if not printed:
        return
    spaces = [glyph for glyph in row if glyph.text == " "]
    spread = _spread(printed)
    border = _border(printed)
    words: list[tuple[str, Glyph | None]] = [(_first(printed), printed[0])]
    for before, glyph in pairwise(printed):
        gap, size = glyph.x0 - before.x1, max(before.style.size, glyph.style.size)
        if gap <= WORD_GAP * size:
            words.append((glyph.text, glyph))
            continue
        at_edge = gap > EDGE_GAP * size and edges.near(glyph)
        if (gap > border or at_edge) and not _is_label(words):
            yield _cell(words)
            words = []
        elif gap - spread > _needed(before, glyph, spaces) * size:
            words.append((" ", None))
        words.append((glyph.text, glyph))
    yield _cell(words)


def _needed(before: Glyph, glyph: Glyph, spaces: Sequence[Glyph]) -> float:
    """The gap in ems that is a space between two glyphs: smaller where the file, or pdfium, has one."""
    first, last = (bisect_right(spaces, x, key=start) for x in (before.x0, glyph.x0))
    between = spaces[first : min(last, first + 9)]
    if not between:
        return SURE_GAP
    return WORD_GAP if any(space.x1 > space.x0 for space in between) else GUESSED_GAP


def _first(printed: Sequence[Glyph]) -> str:
    """The first sign of a row; one of unknown meaning that stands apart is a bullet."""
    first = printed[0]
    apart = len(printed) > 1 and printed[1].x0 - first.x1 > 0.25 * first.style.size
    return "•" if first.text == UNKNOWN and apart else first.text


def _spread(printed: Sequence[Glyph]) -> float:
    """By how much the letters of a row are set apart (0 in ordinary type)."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(printed)]
    usual = median(gaps) if len(gaps) >= 4 else 0.0
    return usual if usual > 0.1 * printed[0].style.size else 0.0


def _border(printed: Sequence[Glyph]) -> float:
    """The gap from which on cells are apart: wider than an em and than the spaces of a stretched line."""
    size = max(glyph.style.size for glyph in printed)
    return max(CELL_GAP * size, min(1.8 * _usual_gap(printed), 2 * size))


def _usual_gap(printed: Sequence[Glyph]) -> float:
    """The usual gap between the words of a row; 0 if there is none."""
    size = max(glyph.style.size for glyph in printed)
    gaps = (b.x0 - a.x1 for a, b in pairwise(printed))
    return median([gap for gap in gaps if SURE_GAP * size < gap < 1.5 * size] or [0.0])


def _is_label(words: Sequence[tuple[str, Glyph | None]]) -> bool:
    return len(words) <= 14 and bool(_LABEL.fullmatch("".join(text for text, _ in words)))


def _cell(words: Sequence[tuple[str, Glyph | None]]) -> Cell:
    pairs = [(letter, glyph) for text, glyph in words for letter in text]
    pairs = _closed_up(pairs)
    glyphs = [glyph for _, glyph in pairs if glyph]
    level = [glyph for glyph in glyphs if not glyph.raised] or glyphs
    sizes = sorted(glyph.style.size for glyph in level)
    return Cell(
        "".join(letter for letter, _ in pairs),
        tuple(glyph for _, glyph in pairs),
        min(glyph.x0 for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        level[0].y,
        sizes[len(sizes) // 2],
        min(glyph.order for glyph in glyphs),
    )


def _closed_up(pairs: list[tuple[str, Glyph | None]]) -> list[tuple[str, Glyph | None]]:
    """``E D U C A T I O N``, spaced out with real spaces, as one word; two spaces part words."""
    text = "".join(letter for letter, _ in pairs)
    tokens = text.split(" ")
    lone = sum(len(token) == 1 and token.isalpha() for token in tokens)
    if lone < 4 or lone < 0.8 * len(tokens):
        return pairs
    return [pair for i, pair in enumerate(pairs) if pair[0] != " " or text[i - 1 : i] == " "]


def known_share(cells: Iterable[Cell]) -> float:
    """Which part of the characters of some cells are letters that the file tells."""
    text = "".join(cell.text for cell in cells)
    return 1 - text.count(UNKNOWN) / len(text) if text else 1.0
