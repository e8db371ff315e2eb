"""Lines in reading order → headings, items and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from scholargraph.model import Block
from scholargraph.read.bullets import Bullet, bullet
from scholargraph.read.pdf.joining import Text
from scholargraph.read.pdf.rows import Line
from scholargraph.read.pdf.setting import (
    MAX_GROUP,
    SAME,
    Setting,
    dated_twice,
    ended,
    ends_dated,
    goes_on,
    is_date,
)
from scholargraph.read.pdf.shape import Shape

_ROUND = frozenset("•◦▪▫‣⁃●○■□◆◇►▸➢➤✓✔∙·")
OTHER_COLUMN = 60
"""Lines of two pages stand in the same column if the columns' left edges differ by no more points."""
_TITLE_LINES = 3
_NO_BULLET = Bullet(0, "", 0)


class Builder:
    """Goes through the lines that count (``body``: their numbers) and gathers them into blocks."""

    def __init__(self, text: Text, body: Sequence[int]) -> None:
        self.text, self.body = text, body
        self.lines: list[Line] = [text.lines[number] for number in body]
        self.shape = Shape(self.lines)
        self.setting = Setting(self.lines, self.shape.levels)
        self.blocks: list[Block] = []
        self._open: list[tuple[int, str]] = []  # places in the body, and what joins each to the one before
        self._bullet = _NO_BULLET
        self._text_x = 0.0  # where the text of an item, or beside a date, begins
        self._items: list[float] = []  # how far the text of the open lists is indented

    def build(self) -> list[Block]:
        """All blocks, in the order of the lines."""
        for at, level in enumerate(self.shape.levels):
            if level:
                self._head(at, level)
            else:
                self._take(at)
        self._close()
        return [block for block in self.blocks if block.text]

    def _head(self, at: int, level: int) -> None:
        """Take a heading; one of several lines goes on in the next line of its look."""
        levels, looks = self.shape.levels, self.shape.looks
        goes = at > 0 and self._open and levels[at - 1] == level and looks[at - 1] == looks[at]
        if (
            goes
            and len(self._open) < _TITLE_LINES
            and not self.setting.moved(at)
            and self._heads_on(at, level)
        ):
            self._open.append((at, " "))
            return
        self._close()
        self._open = [(at, "")]
        self._items.clear()

    def _heads_on(self, at: int, level: int) -> bool:
        return level == 1 or self.setting.full(at)

    def _take(self, at: int) -> None:
        """Add a line to the open block or begin a new one with it."""
        found = self._item_start(at)
        tie = None if found else self._tie(at)
        if tie is None:
            self._close()
            self._begin(at, found)
        else:
            self._open.append((at, tie))

    def _begin(self, at: int, found: Bullet | None) -> None:
        line = self.lines[at]
        self._open, self._bullet = [(at, "")], found or _NO_BULLET
        labelled = len(line.cells) > 1 and is_date(line.cells[0].text)
        self._text_x = _place(line, found.size) if found else line.cells[1].x0 if labelled else line.x0
        indent = self._text_x - line.left
        while self._items and self._items[-1] > indent + SAME:
            self._items.pop()
        if found and (not self._items or indent > self._items[-1] + SAME):
            self._items.append(indent)

    def _item_start(self, at: int) -> Bullet | None:
        """What a line begins with as an item; the number that a wrapped line begins with does not count."""
        line = self.lines[at]
        found = bullet(line.text)
        if not found or (found.lettered and _place(line, found.size) - line.x0 < 2 * line.size):
            return None
        inside = self._bullet.key and self._open and line.x0 > self._text_x - SAME
        return None if inside and found.key not in _ROUND and self.setting.full(at) else found

    def _close(self) -> None:
        if not self._open:
            return
        level = self.shape.levels[self._open[0][0]]
        kind = "heading" if level else "item" if self._bullet.key else "paragraph"
        depth = level or (len(self._items) if kind == "item" else 0)
        skip = self._bullet.size if kind == "item" else 0
        parts = [(self.body[at], tie) for at, tie in self._open]
        self.blocks.append(self.text.block(kind, parts, (depth, skip, self._bullet.key if skip else "")))
        self._open, self._bullet = [], _NO_BULLET

    def _tie(self, at: int) -> str | None:
        """What joins a line to the open block; None if it begins another."""
        if not self._open or self.shape.levels[self._open[0][0]]:
            return None
        line, first = self.lines[at], self.lines[self._open[0][0]]
        if line.tie:
            return line.tie
        moved = self.setting.moved(at)
        if not moved and self.setting.apart(at):
            return None
        end = " " if self.setting.full(at) and self._same_size(at) else "\n"
        other_column = moved and (line.page == first.page or abs(line.left - first.left) > OTHER_COLUMN)
        offset = first.left - line.left if other_column else 0.0
        if self._bullet.key or self._text_x > first.x0 + 1:
            inner = line.x0 + offset - self._text_x
            return end if inner > -SAME and (not moved or inner < 2 * line.size) else None
        return self._tie_paragraph(at, line.x0 + offset - first.x0, end)

    def _same_size(self, at: int) -> bool:
        sizes = self.lines[at - 1].cells[-1].size, self.lines[at].size
        return abs(sizes[0] - sizes[1]) < 0.05 * sizes[0]

    def _tie_paragraph(self, at: int, shift: float, end: str) -> str | None:
        section, moved = self.setting.sections[at], self.setting.moved(at)
        before, line = self.lines[at - 1], self.lines[at]
        if section.hangs:
            return end if shift > SAME else None
        if end == " " and ends_dated(before) and dated_twice(before, line) and not goes_on(before, line):
            end = "\n"
        if end == " ":
            if moved or abs(shift) > SAME:
                return end if goes_on(before, line) or (moved and not ended(before)) else None
            return end if self.shape.looks[at].bold == self.shape.looks[at - 1].bold else "\n"
        one = section.grouped and not moved and abs(shift) < SAME and len(self._open) < MAX_GROUP
        return end if one else None


def _place(line: Line, at: int) -> float:
    """Where a character of a line's text stands on the page."""
    for cell in line.cells:
        if at < len(cell.text):
            return next((glyph.x0 for glyph in cell.glyphs[at:] if glyph), cell.x0)
        at -= len(cell.text) + 1
    return line.x0 + line.size
