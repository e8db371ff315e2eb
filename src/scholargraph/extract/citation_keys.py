"""Citation keys made of authors' initials and a year: ``[ZJJ23]``, ``[WGZW22, ZWGJW23]``, ``[ZJS+22a]``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scholargraph.extract.prose.sentences import sentences
from scholargraph.extract.telling import Telling, cite
from scholargraph.model import Block

_BRACKET = re.compile(r"\[([^\[\]]{3,300})\]")
_KEY = re.compile(r"(?:[A-Z][a-z]{0,2}){1,12}\+?(?:'|’)?(?:\d{2}|(?:19|20)\d{2})[a-z]?")
_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+and\s+|\s+")
_PREFIX = re.compile(r"(?:see|e\.g\.,?|cf\.|also)\s+", re.I)
_NOT_INITIALS = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Fall|Spring|Summer|Winter|ICML|ICLR|"
    r"CVPR|AAAI|ACL|NeurIPS|OSDI|SOSP|COVID|GPT|Q)\b"
)


class CitationKey(Struct, frozen=True):
    """A key as printed, at ``text[start:end]``."""

    text: str
    start: int
    end: int


def find_keys(text: str) -> Iterator[CitationKey]:
    """The citation keys in brackets: initials (two letters or more, or one before ``+``) and two or four
    digits.

    ``[1]``, ``[pdf]``, ``[GPU]``, ``[ICML23]`` are none.
    """
    for bracket in _BRACKET.finditer(text):
        pieces = list(_pieces(bracket))
        if pieces and all(_is_key(piece.text) for piece in pieces):
            yield from pieces


def tell_citations(telling: Telling, block: Block, headings: Sequence[str] = ()) -> list[str]:
    """Tell each key of a block with the sentence it stands in, under its headings; gives their referents."""
    told = []
    for key in find_keys(block.text):
        sentence = next((s for s in sentences(block) if s.start <= key.start < s.end), None)
        words = sentence.printed(0, len(sentence.text)) if sentence else " ".join(block.text.split())
        context = " / ".join([*filter(None, headings), words])
        told.append(
            telling.tell("citation", cite(block, key.start, key.end), key.text, values={"context": context})
        )
    return told


def _pieces(bracket: re.Match[str]) -> Iterator[CitationKey]:
    lead = _PREFIX.match(bracket[1])
    start = bracket.start(1) + (lead.end() if lead else 0)
    text, end = bracket.string, bracket.end(1)
    for match in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = match.start() if match else end
        if start < stop:
            yield CitationKey(text[start:stop], start, stop)
        start = match.end() if match else end


def _is_key(piece: str) -> bool:
    capitals = sum(letter.isupper() for letter in piece)
    return (
        bool(_KEY.fullmatch(piece))
        and (capitals > 1 or "+" in piece)
        and not _NOT_INITIALS.match(re.sub(r"\d.*", "", piece))
    )
