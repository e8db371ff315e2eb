"""Text of citation profiles (as of Google Scholar): title, authors, where it appeared, a count and a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scholargraph.extract.listed import Listed, read_tail
from scholargraph.extract.listing import Line, read_authors

_COUNT = re.compile(
    r"(?:\d{1,6}\s?\*?\s*[\t|]?\s*|[*–-]\s+|\t\s*)?(?:19|20)\d\d"
    r"|(?:cited by|citations?:?)\s*[\d,]+\*?(?:\s*[\t|·,-]\s*(?:19|20)\d\d)?"
    r"|\d{1,6}\s?\*?",
    re.IGNORECASE,
)
_VENUE = re.compile(r"(?:.*\D|)\b(?:19|20)\d\d$|arxiv\b.*|.*\bpreprint\b.*", re.IGNORECASE)
_INTERFACE = re.compile(
    r"google scholar|sign in|profiles|my (?:profile|library)|sort|privacy|terms|help|the system can.t.*"
    r"|title|cited by|year|view all|follow(?:ing)?|sort(?: by.*)?|articles|citations?|co-?authors|show more"
    r"|public access|get my own profile|all\s+since (?:19|20)\d\d|articles\s+\d+[–-]\d+.*",
    re.IGNORECASE,
)


def find_listed(lines: Sequence[Line]) -> Iterator[Listed]:
    """The papers of a citation profile: before each count, a title, authors, and where it appeared."""
    last = -1
    for index, line in enumerate(lines):
        if not _COUNT.fullmatch(line.text.strip()):
            continue
        body = [other for other in lines[last + 1 : index] if not is_interface(other.text)][-3:]
        last = index
        if paper := _paper(body, line):
            yield paper


def is_profile(lines: Sequence[Line]) -> bool:
    """Whether counts or the words of the page around the list stand in a text, and not only years."""
    counted = sum(
        bool(re.match(r"\d+\*?\t|\d{1,3}\*?$|cited by \d", line.text.strip(), re.I)) for line in lines
    )
    return counted > 1 or sum(is_interface(line.text) for line in lines) > 2


def is_interface(text: str) -> bool:
    """Words of the page around the list: ``CITED BY``, ``Get my own profile``."""
    return bool(_INTERFACE.fullmatch(text.strip()))


def _paper(body: Sequence[Line], count: Line) -> Listed | None:
    venue = body[-1] if len(body) == 3 and _VENUE.fullmatch(body[-1].text.strip()) else None
    rest = body[:-1] if venue else body[-2:]
    if venue and re.search(r"\bpatent\b", venue.text, re.IGNORECASE):
        return None
    if len(rest) != 2 or read_authors(rest[1]) is None or len(rest[0].text) < 8:
        return None
    year = re.search(r"(?:19|20)\d\d$", count.text.strip())
    tail = read_tail(venue) if venue else None
    return Listed(rest[0], rest[1], tail, (tail.year if tail else "") or (year[0] if year else ""), count)
