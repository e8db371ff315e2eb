"""The type of a document: that of its body and that of its headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from scholargraph.read.headings import is_capitals, is_section
from scholargraph.read.pdf.rows import Line

MAX_HEADING = 90
FIRST_LINES = 12
"""Among these the title of a document stands."""
_LARGER = 1.12
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.|[A-Z]\.)\s+")


class Look(NamedTuple):
    """The type of a line: what headings of one kind have in common."""

    size: float
    bold: bool
    capitals: bool
    italic: bool
    colour: int


def look(line: Line) -> Look:
    """The type that most letters of a line are set in; the largest size counts (small capitals)."""
    glyphs = [glyph for cell in line.cells for glyph in cell.glyphs if glyph and glyph.text.isalpha()]
    if not glyphs:
        return Look(line.size, False, False, False, 0)
    styles = [glyph.style for glyph in glyphs]
    part = len(styles)
    colour = Counter(style.colour for style in styles).most_common(1)[0][0]
    return Look(
        max(glyph.style.size for glyph in glyphs if not glyph.raised)
        if any(not g.raised for g in glyphs)
        else line.size,
        sum(style.bold for style in styles) >= 0.9 * part,
        is_capitals(line.text),
        sum(style.italic for style in styles) >= 0.9 * part,
        0 if all(colour >> shift & 0xFF <= 0x30 for shift in (0, 8, 16)) else colour,
    )


def bare_heading(text: str) -> str:
    """The words of a heading without its number."""
    return _NUMBERING.sub("", text.replace("\t", " "), count=1)


class Shape:
    """What is usual in a document, found from all its lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.looks = [look(line) for line in lines]

    @cached_property
    def body(self) -> Look:
        """The type most characters are set in."""
        weights: Counter[tuple[float, int]] = Counter()
        for line, one in zip(self.lines, self.looks, strict=True):
            if not one.bold:
                weights[one.size, one.colour] += len(line.text)
        size, colour = weights.most_common(1)[0][0] if weights else (10.0, 0)
        return Look(size, False, False, False, colour)

    @cached_property
    def heading_looks(self) -> dict[Look, int]:
        """The looks of section headings and their levels from 2: where most lines of a look are called so."""
        called: dict[Look, list[bool]] = defaultdict(list)
        for line, one in zip(self.lines, self.looks, strict=True):
            if self._stands_out(one) and len(line.text) <= MAX_HEADING:
                called[one].append(is_section(bare_heading(line.text)))
        found = [one for one, said in called.items() if 2 * sum(said) >= len(said)]
        found.sort(key=lambda one: (-one.size, not one.capitals, not one.bold))
        ranks = {
            one: rank for rank, one in enumerate(dict.fromkeys((o.size, o.capitals, o.bold) for o in found))
        }
        return {one: min(2 + ranks[one.size, one.capitals, one.bold], 4) for one in found}

    def _stands_out(self, one: Look) -> bool:
        body = self.body
        larger = one.size >= _LARGER * body.size
        return larger or one.bold or one.capitals or one.italic or one.colour != body.colour

    @cached_property
    def levels(self) -> list[int]:
        """The level of each line as a heading; 0 if it is none."""
        levels: list[int] = []
        for at in range(len(self.lines)):
            follows = at > 0 and levels[-1] == 1 and self.looks[at] == self.looks[at - 1]
            first = at < FIRST_LINES and (1 not in levels or follows)
            levels.append(self._level(at, first))
        return levels

    def _level(self, number: int, first: bool) -> int:
        line, one = self.lines[number], self.looks[number]
        text = bare_heading(line.text)
        if len(text) > MAX_HEADING or sum(map(str.isalpha, text)) < 2 or text.rstrip()[-1:] in ",;":
            return 0
        if text.endswith(".") and one.size < _LARGER * self.body.size:
            return 0
        if first and one.size >= 1.15 * self.body.size and one.size >= self._largest:
            return 1
        known = self.heading_looks.get(one, 0)
        if known and (len(line.cells) == 1 or _is_numbered(line) or is_section(text)):
            return known
        if is_section(text) and (self._stands_out(one) or text.endswith(":")):
            return min(self.heading_looks.values(), default=2)
        least = min((found.size for found in self.heading_looks), default=0.0)
        if one.size >= 1.25 * self.body.size and one.size >= least and len(line.cells) == 1:
            return 2 if one.size > least else 3
        return 0

    @cached_property
    def _largest(self) -> float:
        return max(
            (one.size for line, one in zip(self.lines, self.looks, strict=True) if line.page == 0),
            default=0.0,
        )


def _is_numbered(line: Line) -> bool:
    return len(line.cells) == 2 and bool(_NUMBERING.fullmatch(line.cells[0].text + " "))
