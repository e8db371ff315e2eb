"""Research areas and interests, told as topics that a person knows about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scholargraph.extract.blocks import Place, tightened
from scholargraph.extract.telling import Telling, cite
from scholargraph.model import Block
from scholargraph.names.text import fold, words

_LABELS = re.compile(
    r"(?:(?:main|current|primary|my|other)\s+)?(?:research|teaching|scholarly|clinical)?\s*"
    r"(?:and teaching\s+)?"
    r"(?:areas?|interests?|topics?|focus|fields?|specialt(?:y|ies)|speciali[sz]ations?|expertise|keywords?)"
    r"(?: of (?:interest|research|speciali[sz]ation|competence|expertise))?(?:\s*\([^)]*\))?\s*:\s*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:my|his|her|their)\s+)?(?:(?:current|main)\s+)?(?:research\s+)?(?:interests?|focus\w*|areas?)\s+"
    r"(?:are|is|include|includes|lie in|on)\s+"
    r"|^(?:including|such as|especially|in particular|and)\s+"
    r"|^(?:more )?(?:recently|lately|currently)(?: also)?\s+"
    r"|^with (?:(?:a focus|emphasis) on|applications (?:in|to))\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[;,•·|\n]|[.:]\s|\s[-–—]\s)\s*")


def interests_label(block: Block) -> int:
    """Where the list begins in a line such as ``Research Area: …``; 0 if the line is none."""
    match = _LABELS.match(block.text)
    return match.end() if match else 0


def tell_interests(telling: Telling, block: Block, start: int, person: str) -> None:
    """Tell each topic of a list as one that the person knows about."""
    for place in _topics(block.text, start):
        span = cite(block, *place)
        topic = telling.tell(
            "topic", span, re.sub(r"\s+", " ", block.text[slice(*place)]), printed=span.quote
        )
        telling.relate("knowsAbout", telling.last, {"subject": person, "object": topic})


def _topics(text: str, start: int) -> Iterator[Place]:
    """The pieces of a list: ``A, B and C`` is three, ``Bayesian and causal inference`` alone is one."""
    pieces = list(_pieces(text, start))
    for index, (first, last) in enumerate(pieces):
        joint = re.search(r"\s+(?:and|&)\s+", text[first:last])
        if joint and index == len(pieces) - 1 > 0 and not text[first:last].lower().startswith("and "):
            yield from (
                p for p in ((first, first + joint.start()), (first + joint.end(), last)) if _is_topic(text, p)
            )
        elif _is_topic(text, (first, last)):
            yield first, last


def _pieces(text: str, start: int) -> Iterator[Place]:
    last = start
    for match in [*_SPLIT.finditer(text, start), None]:
        stop = match.start() if match else len(text)
        first, end = tightened(text, last, stop)
        while lead := _LEAD.match(text[first:end]):
            first += lead.end()
        if first < end:
            yield first, end
        last = match.end() if match else stop


def _is_topic(text: str, place: Place) -> bool:
    piece = text[slice(*place)]
    return (
        1 <= len(words(piece)) <= 8
        and len(fold(piece)) > 1
        and not re.search(r"\b(?:19|20)\d\d\b|@|https?:", piece)
    )
