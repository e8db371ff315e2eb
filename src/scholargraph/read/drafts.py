"""Characters with their places and dress, gathered into drafts of blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from scholargraph.errors import ReadError
from scholargraph.model import Mark
from scholargraph.read.decoding import SKIPPED

MAX_CHARACTERS = 2_000_000
"""More text than a thousand pages hold is no document about a person; memory is kept within bounds."""
SPACE, TAB, BREAK = range(1, 4)
_MARKS = frozenset({"bold", "italic", "code", "superscript", "link"})
_SHOWN = {SPACE: " ", TAB: "\t", BREAK: "\n"}


class Style(NamedTuple):
    """What words wear: the kind of a mark, or ``large``, ``capitals``, ``ruled``, which are no marks."""

    kind: str
    target: str = ""
    serial: int = 0
    """Tells a link from the next."""


Styles = tuple[Style, ...]


class Piece(NamedTuple):
    """A character shown, the place in the source that it begins at, and its dress."""

    text: str
    start: int
    styles: Styles


class Draft:
    """A block to be: its pieces, and where the last of them ends in the source."""

    __slots__ = ("end", "key", "kind", "level", "page", "pieces", "ruled", "serial")

    def __init__(self, kind: str = "paragraph", level: int = 0, key: str = "", serial: int = 0) -> None:
        self.kind, self.level, self.key, self.serial = kind, level, key, serial
        self.pieces: list[Piece] = []
        self.end = 0
        self.page = 0
        self.ruled = False
        """Whether a rule is drawn below it."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def split(self, at: int) -> Draft:
        """Cut in two at a line break: keeps what stands before it and gives a paragraph of the rest."""
        rest = Draft()
        rest.page = self.page
        rest.pieces, rest.end = self.pieces[at + 1 :], self.end
        self.pieces, self.end = self.pieces[:at], self.pieces[at].start
        return rest


class Desk:
    """Where drafts are written: takes words, gaps and ends of blocks in the order of reading."""

    def __init__(self, written: int = 0) -> None:
        self.done: list[Draft] = []
        self.draft = Draft()
        self.muted = False
        self.written = written
        """Characters so far, to stop at what no document holds."""
        self._gap = 0
        self._gap_start = 0
        self._held: int | None = None  # where a closing brace stood that the next character is to cover
        self._laid_aside: list[tuple[Draft, int, int | None]] = []

    def write(self, text: str, start: int, end: int, styles: Styles) -> None:
        """Add words; each character has a place of its own where text and source are equally long."""
        if self.muted or not text:
            return
        self.written += len(text)
        if self.written > MAX_CHARACTERS:
            raise ReadError(f"more than {MAX_CHARACTERS:,} characters of text; {SKIPPED}")
        exact = len(text) == end - start
        for at, character in enumerate(text):
            if character.isspace():
                self.gap(SPACE, start + at * exact)
            else:
                self._put(character, start + at * exact, styles)
        self.draft.end = max(self.draft.end, end)

    def gap(self, size: int, start: int) -> None:
        """White space; of several gaps the widest counts, and two line breaks end the block."""
        if self.muted or not self.draft.pieces:
            return
        if size == BREAK and self._gap == BREAK:
            self.flush()
            return
        if not self._gap:
            self._gap_start = start
        self._gap = max(self._gap, size)

    def close(self, start: int) -> None:
        """Mark-up ends here: what follows covers it, so that the words before are quoted without it."""
        if self._held is None and self.draft.pieces:
            self._held = start

    def flush(self) -> None:
        """End the block, if anything was written."""
        if self.draft.pieces:
            self.done.append(self.draft)
            self.draft = Draft()
        self._gap, self._held = 0, None

    def begin(self, draft: Draft) -> None:
        """End the block and begin another."""
        self.flush()
        self.draft = draft

    def drop(self) -> None:
        """Forget the block under the pen."""
        self.draft = Draft()
        self._gap, self._held = 0, None

    def lay_aside(self, draft: Draft) -> None:
        """Write something else for a while (a footnote)."""
        self._laid_aside.append((self.draft, self._gap, self._held))
        self.draft, self._gap, self._held = draft, 0, None

    def take_up(self) -> None:
        """End what was written in between and go on with what was laid aside."""
        self.flush()
        if self._laid_aside:
            self.draft, self._gap, self._held = self._laid_aside.pop()

    @property
    def broken(self) -> bool:
        """Whether the block has a line break already."""
        return self._gap == BREAK or any(piece.text == "\n" for piece in self.draft.pieces)

    @property
    def after_break(self) -> bool:
        """Whether a line break was the last thing."""
        return self._gap == BREAK

    def _put(self, character: str, start: int, styles: Styles) -> None:
        pieces = self.draft.pieces
        if self._gap and pieces:
            shared = _shared(pieces[-1].styles, styles) if self._gap == SPACE else ()
            first = self._gap_start if self._held is None else min(self._held, self._gap_start)
            pieces.append(Piece(_SHOWN[self._gap], first, shared))
            start_held = None
        else:
            start_held = self._held
        self._gap, self._held = 0, None
        pieces.append(Piece(character, start if start_held is None else start_held, styles))


def _shared(before: Styles, after: Styles) -> Styles:
    if before == after:
        return before
    return tuple(style for style in before if style in after)


def text_of(pieces: Iterable[Piece]) -> str:
    """The words of some pieces."""
    return "".join(piece.text for piece in pieces)


def marks(pieces: Sequence[Piece]) -> tuple[Mark, ...]:
    """The marks of pieces: runs that wear the same."""
    found: list[Mark] = []
    worn: dict[Style, int] = {}
    place = 0
    for styles, group in groupby(pieces, key=lambda piece: piece.styles):
        for style in [style for style in worn if style not in styles]:
            found.append(Mark(style.kind, worn.pop(style), place, style.target))
        for style in styles:
            if style.kind in _MARKS:
                worn.setdefault(style, place)
        place += sum(1 for _ in group)
    found += [Mark(style.kind, start, place, style.target) for style, start in worn.items()]
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))
