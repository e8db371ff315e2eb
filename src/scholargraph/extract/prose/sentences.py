"""Running text cut into sentences, and made plain without moving a character."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from scholargraph.extract.plain import plain
from scholargraph.extract.tables import rows
from scholargraph.extract.telling import cite
from scholargraph.model import Block, Mark, Span

_END = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[*]?[A-ZÀ-ÖØ-Ž0-9])|[.!?]+[\"')\]]*\s*$|\s[•·|]\s")
_LONGEST = 2000
"""Characters of a sentence; what is longer is no sentence, and is read in pieces."""
_WINDOW = 60
"""Characters around a full stop in which the words beside it are looked for."""
_ABBREVIATIONS = rows("abbreviations.tsv")


class Place(NamedTuple):
    """``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """``block.text[start:end]``; ``text`` is the same words with plain quotes, dashes and spaces, place
    for place."""

    block: Block
    start: int
    end: int
    text: str
    marked: tuple[Place, ...] = ()
    """The words in a link or in bold, which nearly always are one whole name."""

    def cite(self, start: int = 0, end: int | None = None) -> Span:
        """The verbatim words behind ``text[start:end]``."""
        return cite(
            self.block, self.start + start, self.start + len(self.text) if end is None else self.start + end
        )

    def printed(self, start: int, end: int) -> str:
        """The words of ``text[start:end]`` as the block has them, on one line."""
        return " ".join(self.block.text[self.start + start : self.start + end].split())

    def marked_from(self, start: int) -> int:
        """The end of the marked words that begin at a place; 0 if none do."""
        return max((place.end for place in self.marked if place.start == start), default=0)


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block: ``Prof.``, ``Ph.D.``, ``Inc.`` and initials end one only where a new one
    plainly begins."""
    text = plain(block.text)
    marked = sorted({_tight(text, mark) for mark in block.marks if mark.kind in ("link", "bold")})
    for start, end in _cuts(text):
        part = text[start:end]
        lead = len(part) - len(part.lstrip(" •·|-"))
        first, last = start + lead, start + len(part.rstrip(" •·|"))
        if first < last:
            inside = marked[bisect_left(marked, (first, first)) : bisect_left(marked, (last, last))]
            places = tuple(Place(i - first, j - first) for i, j in inside if i < j <= last)
            yield Sentence(block, first, last, text[first:last], places)


def _tight(text: str, mark: Mark) -> Place:
    """Where marked words stand, without white space and commas at their ends."""
    words = text[mark.start : mark.end]
    lead = len(words) - len(words.lstrip())
    return Place(mark.start + lead, mark.start + len(words.rstrip(" ,;:.")))


def _cuts(text: str) -> Iterator[Place]:
    """Where sentences stand; one that is too long is cut at spaces."""
    start = 0
    for end in [*(match.end() for match in _END.finditer(text) if _ends(text, match)), len(text)]:
        while end - start > _LONGEST:
            cut = max(text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST, start + 1)
            yield Place(start, cut)
            start = cut
        yield Place(start, end)
        start = end


def _ends(text: str, match: re.Match[str]) -> bool:
    if match.end() == len(text) or match[0].strip(" \"')]") != ".":
        return True
    before = text[max(0, match.start() - _WINDOW) : match.start()]
    word = re.split(r"[\s(\[\"'/-]", before)[-1]
    following = next(iter(text[match.end() : match.end() + _WINDOW].split(maxsplit=1)), "")
    bare = word.casefold()
    if bare in _ABBREVIATIONS["never"] or (bare in _ABBREVIATIONS["month"] and following[:1].isdigit()):
        return False
    if bare in _ABBREVIATIONS["may"]:
        return re.sub(r"\W+$", "", following).casefold() in _ABBREVIATIONS["starters"]
    if word == "I":
        return not re.search(r"[A-ZÀ-Ž][\w'.-]+ I$", before)
    return not (len(word) == 1 and word.isupper())
