"""Words of one block as they come: white space collapsed, marks placed, characters tied to the source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from scholargraph.model import Block, Mark
from scholargraph.read.aligned import Aligned
from scholargraph.read.html.tokens import decoded
from scholargraph.read.page import edited
from scholargraph.read.repair import repairs
from scholargraph.read.structured.text import SourceText

_PIECE = re.compile(
    r"(?P<space>[\s\xa0]+)|&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{0,31});?|[^\s\xa0&]+|&"
)
_SPACES = frozenset("\xa0\u2002\u2003\u2009 ")
_COLUMN = 3
"""So many spaces that do not collapse part columns."""
CELL = "cell"
"""The separator of two cells, which no line break beside it outdoes; stands as a tab."""
_LONGEST_LINE = 4000
_STRENGTH = {"": 0, " ": 1, "\t": 2, "\n": 3, CELL: 4}


class _Opened(NamedTuple):
    """A mark whose end has not come; ``start`` is −1 until its first word has."""

    owner: object
    kind: str
    target: str
    start: int = -1


class Run:
    """Gathers the words of one block; between two stands the strongest separator asked for."""

    def __init__(self, lines: SourceText) -> None:
        self.lines, self.source = lines, lines.text
        self.opened: list[_Opened] = []
        self._clear()

    def _clear(self) -> None:
        self.chunks: list[str] = []
        self.origin: list[int] = []
        self.marks: list[Mark] = []
        self.end = -1
        self._gap = ""
        self._held = -1
        self._hard = 0
        self._breaks = 0
        self.opened = [mark._replace(start=-1) for mark in self.opened]

    @property
    def empty(self) -> bool:
        """Whether no word has come yet."""
        return not self.chunks

    @property
    def size(self) -> int:
        """Characters so far."""
        return len(self.origin)

    @property
    def breaks(self) -> int:
        """Line breaks asked for since the last word."""
        return self._breaks

    def text(self, start: int, end: int, preformatted: bool = False) -> None:
        """Add the words of ``source[start:end]``."""
        for found in _PIECE.finditer(self.source, start, end):
            piece = found.group()
            if found["space"]:
                self._space(piece, preformatted)
            elif piece[0] == "&" and len(piece) > 1:
                self._reference(piece, found.start(), found.end())
            else:
                self._word(piece, found.start(), found.end())

    def words(self, text: str, start: int, end: int) -> None:
        """Add words that the source has in another form (a decoded address)."""
        self._word(text, start, end)

    def gap(self, separator: str) -> None:
        """Ask for a separator before the next word: a space, a tab or a line break."""
        if separator == "\n":
            self._breaks += 1
        if _STRENGTH[separator] > _STRENGTH[self._gap]:
            self._gap = separator

    def closing(self, place: int) -> None:
        """An end tag stands at a place: in quotes it belongs to what follows."""
        if self._held < 0:
            self._held = place

    def mark(self, owner: object, kind: str, target: str = "") -> None:
        """Open a mark that ends where its owner does."""
        self.opened.append(_Opened(owner, kind, target))

    def unmark(self, owner: object) -> None:
        """End the marks of an owner."""
        for mark in [mark for mark in self.opened if mark.owner is owner]:
            self.opened.remove(mark)
            self._place(mark)

    def block(self, kind: str, level: int = 0, key: str = "") -> Block | None:
        """The block of all words since the last one, or None where there are none; begins the next."""
        if not self.chunks:
            self._gap, self._held, self._hard, self._breaks = "", -1, 0, 0
            return None
        for mark in self.opened:
            self._place(mark)
        text = "".join(self.chunks)
        start, end = self._extent()
        raw = self.source[start:end]
        aligned = Aligned(text, [place - start for place in self.origin] + [self.end - start])
        marks = _joined(text, reversed(self.marks))
        aligned, placed = edited(aligned, repairs(text), marks)
        self._clear()
        line = self.lines.line(start)
        return Block(
            kind=kind,
            text=aligned.text,
            raw=raw,
            start_line=line,
            end_line=line + raw.count("\n"),
            origin=aligned.origin_in(raw),
            level=level,
            key=key,
            marks=placed,
        )

    def _extent(self) -> tuple[int, int]:
        """The source that a block stands for: whole lines, but of endless lines only the words themselves."""
        first, last = self.origin[0], self.end
        start = self.source.rfind("\n", max(first - _LONGEST_LINE, 0), first) + 1
        end = self.source.find("\n", last, last + _LONGEST_LINE)
        if first - start > _LONGEST_LINE or (end < 0 and len(self.source) - last > _LONGEST_LINE):
            return first, last
        return start, end if end >= 0 else len(self.source)

    def _space(self, piece: str, preformatted: bool) -> None:
        if preformatted and "\n" in piece:
            self.gap("\n")
            self._breaks += piece.count("\n") - 1
            return
        self._hard += len(piece) if preformatted else piece.count("\xa0")
        self.gap("\t" if self._hard >= _COLUMN else " ")

    def _reference(self, piece: str, start: int, end: int) -> None:
        text = decoded(piece)
        if text in _SPACES or text.isspace():
            self._hard += 2 if text == "\u2003" else 1
            self.gap("\t" if self._hard >= _COLUMN else " ")
        else:
            self._word(text, start, end)

    def _word(self, text: str, start: int, end: int) -> None:
        """Add a word: where it was decoded, each of its characters stands for the whole reference."""
        if self.chunks:
            self._separate(start)
        at = len(self.origin)
        first = self._held if self._held >= 0 and self.chunks else start
        same = len(text) == end - start
        self.origin += range(start, end) if same else [start] * len(text)
        self.origin[at] = first
        self.chunks.append(text)
        self.end = end
        self._gap, self._held, self._hard, self._breaks = "", -1, 0, 0
        if self.opened and self.opened[-1].start < 0:
            self.opened = [m if m.start >= 0 else m._replace(start=at) for m in self.opened]

    def _separate(self, start: int) -> None:
        if self._gap:
            self.chunks.append("\t" if self._gap == CELL else self._gap)
            self.origin.append(self.end)
            self._held = -1

    def _place(self, mark: _Opened) -> None:
        if 0 <= mark.start < len(self.origin):
            self.marks.append(Mark(mark.kind, mark.start, len(self.origin), mark.target))


def _joined(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """Marks in order, each once; alike ones with nothing but space between are one (editors split words)."""
    joined: list[Mark] = []
    last: dict[tuple[str, str], int] = {}
    for mark in sorted(dict.fromkeys(marks), key=lambda m: (m.start, -m.end)):
        at = last.get((mark.kind, mark.target))
        if at is not None and not text[joined[at].end : mark.start].strip(" "):
            joined[at] = Mark(mark.kind, joined[at].start, max(joined[at].end, mark.end), mark.target)
        else:
            last[(mark.kind, mark.target)] = len(joined)
            joined.append(mark)
    return joined
