"""How the lines of a document are set: distances, full lines, hanging indents, groups of lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

from scholargraph.read.bullets import bullet
from scholargraph.read.pdf.rows import DATE, SPACE, Line

SAME = 3.0
"""Lines begin at the same place if they begin within so many points."""
MAX_GROUP = 6
"""A group of short lines longer than this is a list, not one entry."""
_NARROW, _RAGGED = 18, 4
"""In ems: columns narrower than this break lines anywhere; prose ends so near the right edge."""
_LAST_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\)?\Z")
_LABEL = re.compile(r"[\w\s./,'’()–—-]{1,34}")
_OPEN_END = re.compile(
    r"(?:[,&–-]|\b(?:a|an|and|at|by|da|de|del|der|des|do|du|et|für|for|from|in|of|on|or|the|to|und|von|with|y))\Z",
    re.I,
)
_LOWER_START = re.compile(r"[(\[\"“‘]*[a-zà-öø-ÿ][a-zà-öø-ÿ'’-]*(?![\w@/:]|\.\w)")
_ENDED = re.compile(r"[.!?:;][\"'”’)\]]*\Z")


class Section(NamedTuple):
    """The lines between two headings, as a whole."""

    hangs: bool
    """Whether entries begin at the margin and go on indented."""
    grouped: bool
    """Whether its lines stand in small groups with space between them."""


def column(line: Line) -> tuple[int, int]:
    """The column a line stands in: page and left edge in whole points."""
    return line.page, round(line.left)


def is_date(text: str) -> bool:
    """Whether a cell holds little but a date."""
    return bool(DATE.search(text) and _LABEL.fullmatch(text))


def goes_on(line: Line, following: Line) -> bool:
    """Whether the words say that a sentence goes on from one line to the next."""
    return (
        bool(_LOWER_START.match(following.text))
        or bool(_OPEN_END.search(line.text))
        or line.text.count("(") > line.text.count(")")
    )


class Setting:
    """The setting of lines whose levels as headings are known."""

    def __init__(self, lines: Sequence[Line], levels: Sequence[int]) -> None:
        self.lines, self.levels = lines, levels
        self._leading = self._usual_steps()
        near = (line for line in lines if line.right - line.cells[-1].x1 < _RAGGED * line.size)
        self._wide = Counter((column(line), line.right) for line in near)
        self.sections = self._sections()

    def _usual_steps(self) -> dict[tuple[int, int], float]:
        steps: dict[tuple[int, int], list[float]] = defaultdict(list)
        for a, b in pairwise(self.lines):
            step = a.y - b.y
            if column(a) == column(b) and 0 < step < 2 * max(a.size, b.size):
                steps[column(a)].append(step)
        return {place: median(found) for place, found in steps.items()}

    def apart(self, at: int) -> bool:
        """Whether there is more space than usual above a line (it stands in the same column)."""
        before, line = self.lines[at - 1], self.lines[at]
        usual = min(self._leading.get(column(line), 1.3 * line.size), 1.7 * line.size)
        return before.y - line.y > max(1.22 * usual, 1.12 * max(line.size, before.size))

    def moved(self, at: int) -> bool:
        """Whether a line stands in another column, or on another page, than the one before."""
        before, line = self.lines[at - 1], self.lines[at]
        return column(before) != column(line) or before.y <= line.y

    def full(self, at: int) -> bool:
        """Whether the first word of a line had no room on the line before.

        The longest line of a list fills its column by itself: there words must say that it goes on.
        """
        line, after = self.lines[at - 1], self.lines[at]
        if _ends_apart(line):
            return False
        centred = self._centred(at - 1) and self._centred(at)
        narrow = line.right - line.left < _NARROW * line.size
        doubtful = centred or narrow or not self.sectioned[at] or self._wide[column(line), line.right] < 2
        if doubtful and not goes_on(line, after):
            return False
        room = line.right - line.cells[-1].x1
        broken = line.text.endswith("-") and after.text[:1].islower()
        return broken or room < _first_word(after) + SPACE * line.size

    @cached_property
    def sectioned(self) -> list[bool]:
        """For each line whether a section's heading stands before it."""
        return list(accumulate((level > 1 for level in self.levels), lambda a, b: a or b))

    def _centred(self, at: int) -> bool:
        line = self.lines[at]
        left, right = line.x0 - line.left, line.right - line.cells[-1].x1
        return left > line.size and abs(left - right) < 2

    def _sections(self) -> list[Section]:
        """For each line the section it stands in."""
        edges = [0, *(at for at, level in enumerate(self.levels) if level), len(self.lines)]
        found: list[Section] = []
        for start, stop in pairwise(sorted(set(edges))):
            found += [self._section(start, stop)] * (stop - start)
        return found

    def _section(self, start: int, stop: int) -> Section:
        within = [at for at in range(start + 1, stop) if not self.levels[at - 1] and not self.moved(at)]
        deeper = [at for at in within if self._shift(at) > SAME and not self._marked(at - 1)]
        hanging = sum(self.full(at) for at in deeper)
        back = sum(self._shift(at) < -SAME and not self.full(at) for at in within)
        if not self.sectioned[start]:
            return Section(False, False)
        return Section(hanging > 0 and hanging + back > len(deeper) - hanging, self._grouped(start, stop))

    def _marked(self, at: int) -> bool:
        """Whether a line begins with a bullet or a date, beside which its text hangs in any case."""
        line = self.lines[at]
        return bullet(line.text) is not None or (len(line.cells) > 1 and is_date(line.cells[0].text))

    def _shift(self, at: int) -> float:
        return self.lines[at].x0 - self.lines[at - 1].x0

    def _grouped(self, start: int, stop: int) -> bool:
        """Whether a section's lines stand in small groups, each with one date at most."""
        groups: list[list[Line]] = []
        for at in range(start, stop):
            if self.levels[at]:
                continue
            if not groups or self.moved(at) or self.apart(at):
                groups.append([self.lines[at]])
            elif not self.full(at):
                groups[-1].append(self.lines[at])
        small = all(len(group) <= MAX_GROUP for group in groups)
        one_each = all(sum(bool(DATE.search(line.text)) for line in group) < 2 for group in groups)
        return start < stop and self.levels[start] > 1 and len(groups) > 1 and small and one_each


def dated_twice(first: Line, line: Line) -> bool:
    """Whether two lines have dates of their own: lines of a list, not of one entry."""
    return bool(DATE.search(first.text) and DATE.search(line.text))


def ends_dated(line: Line) -> bool:
    """Whether the last words of a line are a year."""
    return bool(_LAST_YEAR.search(line.text))


def ended(line: Line) -> bool:
    """Whether a line ends with the end of a sentence."""
    return bool(_ENDED.search(line.text))


def _ends_apart(line: Line) -> bool:
    """Whether the last cell of a line stands far right of the others, which are no date."""
    if len(line.cells) < 2 or is_date(line.cells[0].text):
        return False
    return line.cells[-1].x0 - line.cells[-2].x1 > 2.5 * line.size


def _first_word(line: Line) -> float:
    """The width of the first word of a line."""
    cell = line.cells[0]
    size = len(cell.text.split(" ", 1)[0])
    last = next((glyph for glyph in reversed(cell.glyphs[:size]) if glyph), None)
    return last.x1 - cell.x0 if last else 0.0
