"""Cities, regions and countries inside lines of entries: where something was, not what it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.blocks import Place, segments
from scholargraph.names.organizations import holds_organization_word, known_organization
from scholargraph.names.places import is_place, looks_like_city, place_kind

_BRACKETED = re.compile(r"\(([^()\t\n]{2,60})\)")
_TAIL = re.compile(r"\s+(?:à|in|a|em|en|te)\s+([A-ZÀ-Ž][\w'’-]+(?:\s+[A-ZÀ-Ž][\w'’-]+)?)$")


def bracketed_places(text: str) -> list[Place]:
    """Where places stand in brackets: ``University of Oregon (Eugene, OR)``."""
    found = _BRACKETED.finditer(text)
    return [match.span() for match in found if not without_places(match[1], list(segments(match[1])))]


def without_places(text: str, places: Sequence[Place]) -> list[Place]:
    """The segments that are no places: ``Acme<tab>Palo Alto, CA`` has one."""
    words = [text[slice(*place)] for place in places]
    kinds = [place_kind(word) if not known_organization(word) else "" for word in words]
    cities = [
        following in ("code", "region") and looks_like_city(word) and not holds_organization_word(word)
        for word, following in zip(words, [*kinds[1:], ""], strict=False)
    ]
    return [place for place, kind, city in zip(places, kinds, cities, strict=True) if not (kind or city)]


def is_place_line(text: str) -> bool:
    """Whether a line is nothing but a place: ``[Orléans, France]``, ``Zürich, CH``."""
    bare = text.strip("[]() ").rstrip(".")
    return len(bare) <= 60 and bool(bare) and not without_places(bare, list(segments(bare)))


def less_place(text: str, place: Place) -> Place:
    """An organisation without the city behind it: ``EAMEA à Cherbourg``."""
    tail = _TAIL.search(text[slice(*place)])
    city = tail and (is_place(tail[1]) or ("à" in tail[0].split() and not holds_organization_word(tail[1])))
    return (place[0], place[0] + tail.start()) if tail and city else place
