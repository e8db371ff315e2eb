"""The lines of a block → its text, marks and origin: hyphens, broken addresses, bold, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from scholargraph.model import Block, Mark
from scholargraph.read.aligned import Aligned, Edit
from scholargraph.read.data import words
from scholargraph.read.page import edited
from scholargraph.read.pdf.cells import Cell
from scholargraph.read.pdf.glyphs import UNKNOWN, Glyph
from scholargraph.read.pdf.pages import Link
from scholargraph.read.pdf.rows import Line
from scholargraph.read.repair import repairs

_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.|\bdoi:|\b10\.\d{4,9}/|\S@)\S*\Z", re.IGNORECASE)
_ADDRESS_OPEN = re.compile(r"[/\-_=.&?%@:]\Z")
_RANGE = re.compile(r"\d[-–—]\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_UNKNOWN = re.compile(rf"\s*{UNKNOWN}+\s*")


class Text:
    """The lines of a document in reading order, and what joins them."""

    def __init__(self, lines: Sequence[Line], links: Sequence[Sequence[Link]], lead: Sequence[str]) -> None:
        self.lines, self.links, self.lead = lines, links, tuple(lead)

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """The lines as strings; the file's own properties come before the first page."""
        return self.lead + tuple(line.text for line in self.lines)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the document, casefolded, hyphenated ones both whole and in parts."""
        found = (word.casefold() for line in self.lines for word in _WORD.findall(line.text))
        return frozenset(part for word in found for part in (word, *word.split("-")))

    def block(self, kind: str, parts: Sequence[tuple[int, str]], head: tuple[int, int, str]) -> Block:
        """The block of some lines: ``parts`` holds their numbers and what joins each to the one before.

        A space joins as prose does (hyphens and addresses closed up); ``head``: level, characters of the
        label that are no text, and key.
        """
        level, skip, key = head
        first, last = parts[0][0], parts[-1][0]
        raw = "\n".join(line.text for line in self.lines[first : last + 1])
        starts = _starts(self.lines[first : last + 1])
        edits = [Edit(0, skip)] if skip else []
        marks: list[Mark] = []
        ends = {number: starts[number - first] + len(self.lines[number].text) for number, _ in parts}
        for (before, _), (number, tie) in pairwise(parts):
            edits.append(self._joint(before, number, tie, (ends[before], starts[number - first])))
        for number, tie in parts:
            at = starts[number - first]
            edits += [Edit(at + e.start, at + e.end, e.text) for e in _inner(self.lines[number], kind, tie)]
            marks += [Mark(m.kind, m.start + at, m.end + at, m.target) for m in self._marks(number)]
        body, moved = edited(Aligned.of(raw), sorted(edits), marks)
        body, moved = edited(body, sorted(repairs(body.text)), _united(moved, body.text))
        return Block(
            kind=kind,
            text=body.text,
            raw=raw,
            start_line=len(self.lead) + first + 1,
            end_line=len(self.lead) + last + 1,
            origin=body.origin_in(raw),
            level=level,
            key=key,
            marks=moved,
        )

    def _joint(self, before: int, number: int, tie: str, place: tuple[int, int]) -> Edit:
        """What stands for the end of a line: the tie itself, or nothing where a word goes on."""
        start, end = place
        if tie != " ":
            return Edit(start, end, tie)
        text, following = self.lines[before].text, self.lines[number].text
        if self._same_address(before, number):
            return Edit(start, end)
        split, rest = _HYPHEN.search(text[-40:]), _FIRST_WORD.match(following)
        if split and rest:
            return Edit(start - self._soft(split[1], rest.group()), end)
        return Edit(start, end, "" if _RANGE.search(text) and following[:1].isdigit() else " ")

    def _soft(self, first: str, rest: str) -> bool:
        """Whether a hyphen at the end of a line only parts a word."""
        if not rest[0].islower() or f"{first}-{rest}".casefold() in self.words:
            return False
        return (first + rest).casefold() in self.words or first.casefold() not in words("hyphen_prefixes")

    def _same_address(self, before: int, number: int) -> bool:
        """Whether an address that ends one line goes on in the next."""
        text, following = self.lines[before].text, self.lines[number].text
        starts = following[:1].isalnum() or following[:1] in "/_-~%#?=&."
        if not starts or not _ADDRESS.search(text[-200:]):
            return False
        target = self._target(before, -1)
        if target and target == self._target(number, 0):
            return True
        return bool(_ADDRESS_OPEN.search(text)) and not following[:1].isupper()

    def _target(self, number: int, end: int) -> str:
        line = self.lines[number]
        glyph = line.cells[end].glyphs[end]
        return _target_at(glyph, self.links[line.page]) if glyph else ""

    def _marks(self, number: int) -> Iterator[Mark]:
        line = self.lines[number]
        links = [link for link in self.links[line.page] if link.y0 - 2 < line.y < link.y1 + 2]
        at = 0
        for cell in line.cells:
            for kind, start, end, target in _runs(cell, links):
                yield Mark(kind, at + start, at + end, target)
            at += len(cell.text) + 1


def _starts(lines: Iterable[Line]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    return starts


def _inner(line: Line, kind: str, tie: str) -> Iterator[Edit]:
    """Edits inside a line: tabs of stretched prose and of headings are spaces; unknown signs go."""
    at = 0
    for cell, following in pairwise(line.cells):
        at += len(cell.text) + 1
        gap = following.x0 - cell.x1
        if kind == "heading" or (tie == " " and gap < 2.5 * line.size):
            yield Edit(at - 1, at, " ")
    for found in _UNKNOWN.finditer(line.text):
        text = found.group()
        around = (
            found.start() > 0 and found.end() < len(line.text) and (text[0].isspace() or text[-1].isspace())
        )
        if "\t" not in text:
            yield Edit(*found.span(), " " if around else "")


def _runs(cell: Cell, links: Sequence[Link]) -> Iterator[tuple[str, int, int, str]]:
    """What is bold, italic, raised or a link in a cell; spaces belong to what stands on both sides."""
    kinds = ("bold", "italic", "superscript", "link") if links else ("bold", "italic", "superscript")
    for kind in kinds:
        start, end, worn = 0, 0, ""
        for at, glyph in enumerate((*cell.glyphs, None)):
            if glyph is None and at < len(cell.glyphs):
                continue
            now = _worn(kind, glyph, links) if glyph else ""
            if now != worn:
                if worn:
                    yield kind, start, end, worn if kind == "link" else ""
                start, worn = at, now
            end = at + 1


def _worn(kind: str, glyph: Glyph, links: Sequence[Link]) -> str:
    if kind == "link":
        return _target_at(glyph, links)
    style = glyph.style
    worn = {"bold": style.bold, "italic": style.italic, "superscript": glyph.raised > 0}[kind]
    return "x" if worn else ""


def _target_at(glyph: Glyph, links: Iterable[Link]) -> str:
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.y + 0.3 * glyph.style.size
    return next((k.target for k in links if k.x0 - 1 <= x <= k.x1 + 1 and k.y0 - 1 <= y <= k.y1 + 1), "")


def _united(marks: Iterable[Mark], text: str) -> list[Mark]:
    """Marks of one kind that only white space parts, as one."""
    united: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.kind, m.target, m.start)):
        last = united[-1] if united else None
        same = last and (last.kind, last.target) == (mark.kind, mark.target)
        if last and same and text[last.end : mark.start] in ("", " "):
            united[-1] = Mark(last.kind, last.start, mark.end, last.target)
        else:
            united.append(mark)
    return sorted(united, key=lambda m: (m.start, -m.end))
