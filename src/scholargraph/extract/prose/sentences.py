"""Running text cut into sentences, and made plain without moving a character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scholargraph.extract.plain import plain
from scholargraph.extract.tables import rows
from scholargraph.extract.telling import cite
from scholargraph.model import Block, Span

_END = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[*]?[A-ZÀ-ÖØ-Ž0-9])|[.!?]+[\"')\]]*\s*$|\s[•·|]\s")
_LONGEST = 2000
"""Characters of a sentence; what is longer is no sentence, and is read in pieces."""
_ABBREVIATIONS = rows("abbreviations.tsv")


@dataclass(frozen=True)
class Sentence:
    """``block.text[start:end]``; ``text`` is the same words with plain quotes, dashes and spaces, place
    for place."""

    block: Block
    start: int
    end: int
    text: str

    def cite(self, start: int = 0, end: int | None = None) -> Span:
        """The verbatim words behind ``text[start:end]``."""
        return cite(
            self.block, self.start + start, self.start + len(self.text) if end is None else self.start + end
        )

    def printed(self, start: int, end: int) -> str:
        """The words of ``text[start:end]`` as the block has them, on one line."""
        return " ".join(self.block.text[self.start + start : self.start + end].split())


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block: ``Prof.``, ``Ph.D.``, ``Inc.`` and initials end one only where a new one
    plainly begins."""
    text, start = plain(block.text), 0
    for match in _END.finditer(text):
        if _ends(text, match):
            yield from _sentence(block, text, start, match.end())
            start = match.end()
    yield from _sentence(block, text, start, len(text))


def _sentence(block: Block, text: str, start: int, end: int) -> Iterator[Sentence]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        yield from _sentence(block, text, start, max(cut, start + 1))
        start = max(cut, start + 1)
    part = text[start:end]
    lead = len(part) - len(part.lstrip(" •·|-"))
    first, last = start + lead, start + len(part.rstrip(" •·|"))
    if first < last:
        yield Sentence(block, first, last, text[first:last])


def _ends(text: str, match: re.Match[str]) -> bool:
    if match.end() == len(text) or match[0].strip(" \"')]") != ".":
        return True
    word = re.split(r"[\s(\[\"'/-]", text[: match.start()])[-1]
    following = text[match.end() :].split(maxsplit=1)[0]
    bare = word.casefold()
    if bare in _ABBREVIATIONS["never"] or (bare in _ABBREVIATIONS["month"] and following[0].isdigit()):
        return False
    if bare in _ABBREVIATIONS["may"]:
        return re.sub(r"\W+$", "", following).casefold() in _ABBREVIATIONS["starters"]
    if word == "I":
        return not re.search(r"[A-ZÀ-Ž][\w'.-]+ I$", text[: match.start()])
    return not (len(word) == 1 and word.isupper())
