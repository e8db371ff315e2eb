"""Where a work appeared before: ``Preliminary version in ICML 2020``."""

from __future__ import annotations

import re

from msgspec import Struct

from scholargraph.names.venues import VenueName, parse_venue

_PRELIMINARY = re.compile(
    r"(?:\b(?:an?|the)\s+)?"
    r"\b(?:preliminary|earlier|previous|short(?:er)?|conference|workshop|extended[- ]abstract|abridged)\s+"
    r"(?:version|paper|abstract|proceedings)\s+(?:of this (?:paper|work)\s+)?"
    r"(?:(?:is|was|has been|has)\s+)?(?:also\s+)?(?:published|appeared|appears|presented|accepted)?\s*"
    r"(?:(?:on|in|at|by)\s+|:\s*)(?:the\s+)?(?P<venue>.+?)(?=\.\s|\.?$|;|\)|\])",
    re.IGNORECASE,
)


class Where(Struct, frozen=True):
    """A venue and the place ``text[start:end]`` where it is printed."""

    venue: VenueName
    start: int
    end: int


def find_earlier(text: str, start: int = 0) -> list[tuple[Where, tuple[int, int]]]:
    """Venues of earlier versions told behind ``start``, each with the place of the whole remark."""
    found = []
    for match in _PRELIMINARY.finditer(text, start):
        printed = match["venue"].strip(" .,*")
        if venue := parse_venue(printed):
            at = match.start("venue")
            found.append((Where(venue, at, at + len(printed)), match.span()))
    return found
