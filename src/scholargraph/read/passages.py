"""Runs of lines between blank lines → items, headings and paragraphs, in plain text and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from scholargraph.read.bullets import Bullet, bullet, indentation
from scholargraph.read.headings import heads_paragraph, is_bold, is_capitals, is_section, may_head
from scholargraph.read.page import Page, Passage
from scholargraph.read.wrapping import line_ends

LONE = "lone"
"""Kind of a line that stands alone and has the form of a heading, until its surroundings decide."""


class Grouper:
    """Turns runs of lines into passages; remembers the indentation of open lists from run to run."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.passages: list[Passage] = []
        self._indents: list[int] = []

    def add(self, passage: Passage) -> None:
        """Take a passage found by other means; a heading ends all lists."""
        if passage.kind == "heading":
            self._indents.clear()
        self.passages.append(passage)

    def group(self, first: int, last: int) -> None:
        """Take a run of lines none of which is blank."""
        lines = self.page.shown
        if first == last and not bullet(lines[first]):
            self._lone(first)
            return
        if heads_paragraph(lines[first]) or (not self.passages and self._titles(first, last)):
            self.add(Passage("heading", first, first))
            first += 1
        self._items(first, last)

    def _titles(self, first: int, last: int) -> bool:
        """Whether the first line of a document is its title, though the next stands right below it."""
        lines = self.page.shown[first : last + 1]
        return bool(not bullet(lines[0]) and may_head(lines[0]) and line_ends(lines, self.page.width)[0])

    def _lone(self, index: int) -> None:
        line = self.page.shown[index]
        if may_head(line):
            self.add(Passage(LONE, index, index))
        else:
            self._paragraph(index, index)

    def _items(self, first: int, last: int) -> None:
        """Split a run at its bullets; what stands before the first bullet is a paragraph."""
        starts = self._starts(first, last)
        edges = [*sorted(starts), last + 1]
        if edges[0] > first:
            self._paragraph(first, edges[0] - 1)
        for start, stop in pairwise(edges):
            take = self._section if starts[start] is None else self._item
            take(start, stop - 1)

    def _starts(self, first: int, last: int) -> dict[int, Bullet | None]:
        """Lines that begin an item; and, with None, sections' names in capitals without space around."""
        lines = self.page.shown
        bullets = {i: found for i in range(first, last + 1) if (found := bullet(lines[i]))}
        labelled = first in bullets and bullets[first].lettered
        starts: dict[int, Bullet | None] = {i: b for i, b in bullets.items() if labelled or not b.lettered}
        for i in range(first, last + 1):
            if i not in bullets and is_capitals(lines[i]) and is_section(lines[i]):
                starts[i] = None
        return starts

    def _section(self, first: int, last: int) -> None:
        self.add(Passage("heading", first, first))
        if last > first:
            self._paragraph(first + 1, last)

    def _item(self, first: int, last: int) -> None:
        start = bullet(self.page.shown[first])
        if start:
            level = self._level(start)
            self.passages.append(Passage("item", first, last, level=level, key=start.key, lead=start.size))

    def _level(self, start: Bullet) -> int:
        while self._indents and self._indents[-1] > start.indent:
            self._indents.pop()
        if not self._indents or start.indent > self._indents[-1] + 1:
            self._indents.append(start.indent)
        return len(self._indents)

    def _paragraph(self, first: int, last: int) -> None:
        """Wrapped prose as one passage, lines that each say something as one passage each."""
        shown = self.page.shown[first : last + 1]
        if not indentation(shown[0]):
            self._indents.clear()
        start = first
        for index, end in enumerate(line_ends(shown, self.page.width), first):
            if end:
                self.passages.append(Passage("paragraph", start, index))
                start = index + 1


def settle_headings(page: Page, passages: Sequence[Passage]) -> list[Passage]:
    """Decide on lone lines: a heading is called as sections are, or is the only lone line above some text.

    The first line of a document is its title. Levels: as marked; else title 1, capitals 2, others 2 or, below
    capitals, 3 (under marked headings: one deeper than these).
    """
    settled = [_decided(page, passages, at) if p.kind == LONE else p for at, p in enumerate(passages)]
    return _levelled(page, settled)


def _decided(page: Page, passages: Sequence[Passage], at: int) -> Passage:
    line = page.shown[passages[at].first]
    title = page.shown[passages[0].first] if passages else ""
    heads = at == 0 or (line.strip() != title.strip() and (_sure(line) or _alone(page, passages, at)))
    follows = at + 1 < len(passages)
    return passages[at]._replace(kind="heading" if heads and follows else "paragraph")


def _sure(line: str) -> bool:
    return is_section(line) or is_capitals(line) or is_bold(line)


def _alone(page: Page, passages: Sequence[Passage], at: int) -> bool:
    """Whether no doubtful lone line stands next to this one, which would make them lines of a list."""
    beside = [passages[i] for i in (at - 1, at + 1) if 0 < i < len(passages)]
    return not any(p.kind == LONE and not _sure(page.shown[p.first]) for p in beside)


def _levelled(page: Page, passages: list[Passage]) -> list[Passage]:
    unmarked = [p for p in passages if p.kind == "heading" and not p.level]
    capitals = sum(is_capitals(page.shown[p.first]) for p in unmarked) > 1
    above = 0
    levelled = []
    for at, passage in enumerate(passages):
        if passage.kind == "heading" and passage.level:
            above = passage.level
        elif passage.kind == "heading":
            deep = 3 if capitals and not is_capitals(page.shown[passage.first]) else 2
            passage = passage._replace(level=above + 1 if above else 1 if at == 0 else deep)
        levelled.append(passage)
    return levelled
