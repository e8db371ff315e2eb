"""A decoded text as the readers of text formats see it: passages found on its lines become blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from scholargraph.model import Block, Mark
from scholargraph.read.aligned import Aligned, Edit, mover
from scholargraph.read.inline import scan
from scholargraph.read.repair import repairs
from scholargraph.read.wrapping import line_ends, wrap_width

LONGEST_MARKED = 1_000_000
"""Longer blocks are no prose of a person; mark-up in them is left as it stands."""

_BREAK = re.compile(r"(?<!\s)\s*\n\s*")  # the look behind keeps long runs of spaces linear
_MARKED_BREAK = re.compile(r"(?<!\s)\s*\\?\n\s*")
_WORD = re.compile(r"[^\W\d_]+")
_SPLIT_WORD = re.compile(r"([^\W\d_]+)-\Z")
_BAR = re.compile(r"(?<![\s\\])\s*\|\s*")


class Passage(NamedTuple):
    """Where a block comes from: lines ``first`` to ``last`` (from 0), less some characters at either end."""

    kind: str
    first: int
    last: int
    level: int = 0
    key: str = ""
    lead: int = 0
    """Characters of the first line that are not text: a bullet, ``##``, ``name:``."""
    tail: int = 0
    """Characters of the last line that are not text: closing ``##``, a closing quote."""
    form: str = "prose"
    """``prose`` (lines may be wrapped), ``quoted`` (prose in which two single quotes stand for one), ``row``
    (of a table) or ``code`` (every line end counts, nothing is mark-up)."""


class Page:
    """The lines of a text, once as they stand and once as shown (comments masked, character for character).

    ``marked`` says whether stars, brackets and tags are mark-up; ``links`` holds link targets by label.
    """

    def __init__(
        self, lines: tuple[str, ...], shown: tuple[str, ...] | None = None, marked: bool = False
    ) -> None:
        self.lines, self.shown, self.marked = lines, shown or lines, marked
        self.links: Mapping[str, str] = {}

    @cached_property
    def width(self) -> int:
        """The width at which the document is hard-wrapped, or 0."""
        return wrap_width(self.shown)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the document, casefolded."""
        return frozenset(word.casefold() for line in self.shown for word in _WORD.findall(line))

    def blank(self, index: int) -> bool:
        """Whether nothing is shown on a line."""
        return not self.shown[index] or self.shown[index].isspace()

    def blocks(self, passages: Iterable[Passage]) -> list[Block]:
        """Blocks of passages; those in which nothing is shown are left out, fields are kept."""
        blocks = (self.block(passage) for passage in passages)
        return [block for block in blocks if block.text or block.kind == "field"]

    def block(self, passage: Passage) -> Block:
        """One block: its raw words are the whole lines of the passage."""
        raw, whole = ("\n".join(part[passage.first : passage.last + 1]) for part in (self.lines, self.shown))
        body = Aligned(whole, range(len(whole) + 1))[passage.lead : len(whole) - passage.tail].strip()
        text, marks = self._text(body, passage, self._ends(passage, raw.count("\n", 0, body.origin[0])))
        return Block(
            kind=passage.kind,
            text=text.text,
            raw=raw,
            start_line=passage.first + 1,
            end_line=passage.last + 1,
            origin=text.origin_in(raw),
            level=passage.level,
            key=passage.key,
            marks=marks,
        )

    def _text(
        self, body: Aligned, passage: Passage, ends: Iterable[bool]
    ) -> tuple[Aligned, tuple[Mark, ...]]:
        if passage.form == "code":
            return edited(body, repairs(body.text), [Mark("code", 0, len(body.text))])
        marked = self.marked and len(body.text) <= LONGEST_MARKED
        row = marked and passage.form == "row"
        text = body.edited(_cells(body.text) if row else self._breaks(body.text, ends))
        if passage.form == "quoted":
            text = text.edited([Edit(*found.span(), "'") for found in re.finditer("''", text.text)])
        if not marked:
            return edited(text, repairs(text.text), [])
        edits, marks = scan(text.text, self.links)
        text, found = edited(text, edits, marks)
        text, found = edited(text, repairs(text.text), found)
        return edited(text, _squeezes(text.text), found)

    def _ends(self, passage: Passage, skipped: int) -> list[bool]:
        """Which line ends of a passage count, from the first that is left in its text."""
        shown = self.shown[passage.first : passage.last + 1]
        if len(shown) == 1 or passage.form in ("row", "code"):
            return [True] * len(shown)
        return line_ends(shown, self.width)[skipped:]

    def _breaks(self, text: str, ends: Iterable[bool]) -> list[Edit]:
        """Edits that turn wrapped line ends into spaces and leave the others without spaces around them."""
        if "\n" not in text:
            return []
        flags, edits = iter(ends), []
        for place in (_MARKED_BREAK if self.marked else _BREAK).finditer(text):
            passed = list(islice(flags, place.group().count("\n")))
            edits.append(Edit(*place.span(), "\n") if any(passed) else self._joint(text, place))
        return edits

    def _joint(self, text: str, place: re.Match[str]) -> Edit:
        """What joins two halves of a wrapped sentence: no hyphen if the document has the word without it."""
        split = _SPLIT_WORD.search(text, max(0, place.start() - 40), place.start())
        if not split:
            return Edit(*place.span(), " ")
        rest = _WORD.match(text, place.end())
        whole = split[1] + (rest.group() if rest else "")
        return Edit(place.start() - (whole.casefold() in self.words), place.end())


def edited(text: Aligned, edits: list[Edit], marks: Iterable[Mark]) -> tuple[Aligned, tuple[Mark, ...]]:
    """The text after edits in order and a trim, the marks moved along; empty marks are left out."""
    if not edits and text.text == text.text.strip():
        return text, tuple(mark for mark in marks if mark.start < mark.end)
    changed = text.edited(edits)
    trimmed = changed.strip()
    lead, size, move = len(changed.text) - len(changed.text.lstrip()), len(trimmed.text), mover(edits)

    def place(before: int) -> int:
        return min(max(move(before) - lead, 0), size)

    moved = (Mark(mark.kind, place(mark.start), place(mark.end), mark.target) for mark in marks)
    return trimmed, tuple(mark for mark in moved if mark.start < mark.end)


def _cells(row: str) -> list[Edit]:
    """Edits that put tabs between the cells of a table row and take its outer bars away."""
    bars = list(_BAR.finditer(row))
    outer = {0: "", len(row): ""}
    return [Edit(*bar.span(), outer.get(bar.start(), outer.get(bar.end(), "\t"))) for bar in bars]


def _squeezes(text: str) -> list[Edit]:
    return [Edit(*found.span(), "\n") for found in _BREAK.finditer(text) if found.group() != "\n"]
