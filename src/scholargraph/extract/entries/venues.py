"""The venue of an entry as a series, at the place where it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.blocks import tightened
from scholargraph.extract.entries.earlier import Where
from scholargraph.extract.entries.fields import Place
from scholargraph.names.known_organizations import holds_organization_word
from scholargraph.names.places import is_place
from scholargraph.names.venues import VenueName, parse_venue

_PUBLISHER = re.compile(
    r"\b(?:press(?:es)?|verlag|publish\w+|books|springer|wiley|elsevier|routledge|blackwell|norton|penguin)\b",
    re.I,
)
_LEAD = re.compile(r"\W*(?:special issue of|chapter \d+ (?:in|of)|published in)\s+", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"[\s,]*(?:\(?((?:19|20)\d\d)\b|['’]\d\d\b)")


def read_venue(text: str, places: Sequence[Place]) -> Where | None:
    """The first of some places that reads as a venue: its series without lead and volume, with a year
    behind.
    """
    for start, end in places:
        lead = _LEAD.match(text, start, end)
        start = lead.end() if lead else start
        venue = parse_venue(text[start:end])
        if venue and not (venue.kind == "" and _is_house(venue.printed)):
            return _with_year(text, _narrowed(text, venue, (start, end)))
    return None


def find_house(text: str, places: Sequence[Place]) -> Place:
    """The publishing house among places and houses (``Cork: Lee Press``, ``Springer, Cham``): the one called
    so, or what stands behind the colon, or the first that is no town; empty for a lone place name.
    """
    for start, end in places:
        if named := _PUBLISHER.search(text, start, end):
            return tightened(text, max(text.rfind(":", start, named.start()) + 1, start), end)
    behind = [place for place in places if text[: place[0]].rstrip().endswith(":")]
    others = (place for place in places if not is_place(text[slice(*place)]) and len(places) > 1)
    return next(iter([*behind, *others]), (0, 0))


def find_school(text: str, places: Sequence[Place]) -> Place:
    """Where a thesis was written: the first of some places that names a university; or empty."""
    return next((place for place in places if holds_organization_word(text[slice(*place)])), (0, 0))


def _is_house(printed: str) -> bool:
    """Whether a venue is a publishing house: called so at its end, or in two words."""
    return bool(_PUBLISHER.search(printed)) and (
        len(printed.split()) < 3 or bool(re.search(r"(?:press|verlag|books|publish\w+)$", printed, re.I))
    )


def _narrowed(text: str, venue: VenueName, place: Place) -> Where:
    """The place of the printed series alone, where it stands there in one piece."""
    begin = text.find(venue.printed, *place)
    if begin < 0 or venue.year:
        return Where(venue, place[0], place[0] + len(text[slice(*place)].rstrip(" ([{,;:-–—")))
    return Where(venue, begin, begin + len(venue.printed))


def _with_year(text: str, where: Where) -> Where:
    """A venue whose year follows: ``*ICML*, 2024``, ``*Nature* (2019)``."""
    after = _YEAR_BEHIND.match(text, where.end)
    if where.venue.year or not after:
        return where
    venue = VenueName(where.venue.series, where.venue.kind, after[1] or "", where.venue.printed)
    closed = "(" in after[0] and text[after.end() : after.end() + 1] == ")"
    return Where(venue, where.start, after.end() + closed)
