"""Markdown → blocks: also the loose kind made from LaTeX or HTML, with headings that no sign marks."""

from __future__ import annotations

import re
from collections.abc import Callable

from scholargraph.model import Block
from scholargraph.read.bullets import bullet
from scholargraph.read.masking import fence_end, mask
from scholargraph.read.page import Page, Passage
from scholargraph.read.passages import Grouper, settle_headings
from scholargraph.read.repair import HIDDEN

_SPACE = rf"[ \t{HIDDEN}]"
_QUOTED = re.compile(rf"{_SPACE}{{0,3}}(?:>{_SPACE}?)+")
_HASHES = re.compile(rf"{_SPACE}{{0,3}}(?P<hashes>#{{1,6}})(?P<gap>{_SPACE}+|(?<=##)(?=\S)|\Z)")
_CLOSING_HASHES = re.compile(r"(?:(?<=\s)#+|(?<=#)(?<=\s#)#*)\s*\Z")
_HTML_HEADING = re.compile(rf"{_SPACE}*<h(?P<level>[1-6])\b[^<>]{{0,500}}>.*\S", re.IGNORECASE)
_UNDERLINE = re.compile(rf"{_SPACE}{{0,3}}(?:(?P<first>={{2,}})|-{{3,}})\s*\Z")
_RULE = re.compile(rf"{_SPACE}{{0,3}}(?:(?:-\s*){{3,}}|(?:\*\s*){{3,}}|(?:_\s*){{3,}})\Z")
_FENCE = re.compile(r"[ \t]{0,3}(?P<fence>```+|~~~+)[^`]*\Z")
_LINK = re.compile(
    r"[ \t]{0,3}\[(?P<label>[^\]^][^\]]{0,200})\]:\s*<?(?P<target>[^\s>]+)>?\s*(?:[\"'(].*)?\Z"
)
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*\Z|\s*\|\s*:?-{2,}:?\s*\|\s*\Z")
_LONGEST_MARK = 500  # a rule or underline beyond this is not one; keeps the patterns above cheap


def blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """Headings, items and paragraphs of Markdown, and notes on doubts; comments are in no block."""
    return page_blocks(lines, 0)


def page_blocks(lines: tuple[str, ...], first: int) -> tuple[list[Block], list[str]]:
    """The same from a line on, for documents that begin with something else."""
    shown, notes = mask(lines)
    shown = tuple(map(_unquoted, shown))
    walk = _Walk(Page(lines, shown, marked=True))
    walk.run(first)
    return walk.page.blocks(settle_headings(walk.page, walk.grouper.passages)), notes


def _unquoted(line: str) -> str:
    """A line whose quotation signs are masked."""
    found = _QUOTED.match(line) if ">" in line[:8] else None
    return HIDDEN * found.end() + line[found.end() :] if found else line


class _Walk:
    """Goes over the lines once: marked lines are taken as they come, runs of others go to the grouper."""

    def __init__(self, page: Page) -> None:
        self.page, self.grouper = page, Grouper(page)
        self.links: dict[str, str] = {}
        self.open: int | None = None

    def run(self, first: int) -> None:
        at = first
        while at < len(self.page.shown):
            at = self._step(at)
        self._flush(at)
        self.page.links = self.links

    def _step(self, at: int) -> int:
        """Take the line at a place; gives the place of the next."""
        line = self.page.shown[at]
        if self.page.blank(at):
            self._flush(at)
            return at + 1
        steps: tuple[Callable[[int, str], int], ...] = (
            self._fence,
            self._heading,
            self._underline,
            self._unseen,
            self._row,
        )
        for step in steps:
            taken = step(at, line)
            if taken:
                return at + taken
        if self.open is None:
            self.open = at
        return at + 1

    def _flush(self, at: int) -> None:
        if self.open is not None:
            self.grouper.group(self.open, at - 1)
            self.open = None

    def _add(self, passage: Passage, lines: int = 1) -> int:
        self._flush(passage.first)
        self.grouper.add(passage)
        return lines

    def _fence(self, at: int, line: str) -> int:
        found = _FENCE.match(line)
        if not found:
            return 0
        end = fence_end(self.page.shown, at, found["fence"])
        self._flush(at)
        closed = end > at and self.page.shown[end].lstrip().startswith(found["fence"])
        last = end - 1 if closed else end
        shown = [i for i in range(at + 1, last + 1) if not self.page.blank(i)]
        if shown:
            self.grouper.add(Passage("paragraph", shown[0], shown[-1], form="code"))
        return end - at + 1

    def _heading(self, at: int, line: str) -> int:
        found = _HASHES.match(line)
        if found:
            closing = _CLOSING_HASHES.search(line[found.end() :][-_LONGEST_MARK:])
            tail = len(closing.group()) if closing else 0
            level = len(found["hashes"])
            return self._add(Passage("heading", at, at, level=level, lead=found.end(), tail=tail))
        html = _HTML_HEADING.match(line)
        return self._add(Passage("heading", at, at, level=int(html["level"]))) if html else 0

    def _underline(self, at: int, line: str) -> int:
        """``===`` or ``---`` right below a single line makes it a heading."""
        if self.open is None or self.open != at - 1 or len(line) > _LONGEST_MARK:
            return 0
        found, above = _UNDERLINE.match(line), self.page.shown[at - 1].rstrip()
        if not found or bullet(above) or above.endswith(".") or len(above) > 120:
            return 0
        self.open = None
        self.grouper.add(Passage("heading", at - 1, at - 1, level=1 if found["first"] else 2))
        return 1

    def _unseen(self, at: int, line: str) -> int:
        """Rules, table rules and link definitions are not shown."""
        if len(line) > 4 * _LONGEST_MARK:
            return 0
        link = _LINK.match(line)
        if link:
            self.links.setdefault(link["label"].casefold(), link["target"])
        elif not (_TABLE_RULE.match(line) or (len(line) < _LONGEST_MARK and _RULE.match(line))):
            return 0
        self._flush(at)
        return 1

    def _row(self, at: int, line: str) -> int:
        """A row of a table: its cells, with tabs between them."""
        text = line.strip()
        if not (text.startswith("|") and text.count("|") > 1):
            return 0
        return self._add(Passage("paragraph", at, at, form="row"))
