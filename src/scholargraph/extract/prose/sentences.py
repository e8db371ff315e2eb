"""Running text cut into sentences, and made plain without moving a character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scholargraph.extract.telling import cite
from scholargraph.model import Block, Span

_PLAIN = str.maketrans({"\n": " ", "\t": " ", "\u00a0": " ", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_END = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[*]?[A-ZÀ-ÖØ-Ž0-9])|[.!?]+[\"')\]]*\s*$|\s[•·|]\s")
_NEVER_END = frozenset(
    "prof profs dr drs mr mrs ms st mt vs cf ca approx fig no vol pp eg ie e.g i.e al dept univ assoc asst adj gen gov "
    "sen rep rev hon pres dipl ing habil rer nat phil med jur pol oec med. hab priv doz apl em resp incl aka a.k.a dir".split()
)
_MAY_END = frozenset("ph.d phd d.phil m.d m.sc b.sc m.a b.a m.s b.s inc ltd co corp u.s u.k u.s.a d.c jr sr etc sc.d ed.d".split())
_STARTERS = frozenset(
    "i i'm i've my we our he she they his her their in at from since after before prior during currently previously the then "
    "this these as until when while with outside besides she's he's today now formerly recently born for".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())


@dataclass(frozen=True)
class Sentence:
    """``block.text[start:end]``; ``text`` is the same words with plain quotes, dashes and spaces, place for place."""

    block: Block
    start: int
    end: int
    text: str

    def cite(self, start: int = 0, end: int | None = None) -> Span:
        """The verbatim words behind ``text[start:end]``."""
        return cite(self.block, self.start + start, self.start + len(self.text) if end is None else self.start + end)

    def printed(self, start: int, end: int) -> str:
        """The words of ``text[start:end]`` as the block has them, on one line."""
        return " ".join(self.block.text[self.start + start : self.start + end].split())


def plain(text: str) -> str:
    """The text with straight quotes and dashes and simple spaces; every character keeps its place."""
    return text.translate(_PLAIN)


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block: ``Prof.``, ``Ph.D.``, ``Inc.`` and initials end one only where a new one plainly begins."""
    text, start = plain(block.text), 0
    for match in _END.finditer(text):
        if _ends(text, match):
            yield from _sentence(block, text, start, match.end())
            start = match.end()
    yield from _sentence(block, text, start, len(text))


def _sentence(block: Block, text: str, start: int, end: int) -> Iterator[Sentence]:
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
    if bare in _NEVER_END or (bare in _MONTHS and following[0].isdigit()):
        return False
    if bare in _MAY_END:
        return re.sub(r"\W+$", "", following).casefold() in _STARTERS
    if word == "I":
        return not re.search(r"[A-ZÀ-Ž][\w'.-]+ I$", text[: match.start()])
    return not (len(word) == 1 and word.isupper())
