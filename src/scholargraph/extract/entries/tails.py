"""What an entry says beside authors and title: where it appeared, how far it has come, prizes."""

from __future__ import annotations

import re

from msgspec import Struct

from scholargraph.extract.entries.earlier import Where
from scholargraph.extract.entries.fields import Entry, Place
from scholargraph.extract.entries.venues import find_house, find_school, read_venue
from scholargraph.extract.states import find_status, is_unpublished

_AWARD = re.compile(
    r"\b(?:best|outstanding|distinguished|award|prize|medal|honou?rable|runner|finalist|test of time)\b", re.I
)
_THESIS = re.compile(r"\b(?:thesis|dissertation|habilitation\w*|diss|\w+arbeit)\b", re.IGNORECASE)


class Tail(Struct, frozen=True, kw_only=True):
    """What the words around authors and title say; empty where they do not."""

    venue: Where | None = None
    place: Place = (0, 0)
    """Where the work appeared, as printed: the venue, or the house of a book; empty where not told."""
    status: str = ""
    year: str = ""
    award: str = ""
    is_thesis: bool = False
    stated: Place = (0, 0)
    """The words of the state, or those that imply it."""


def read_tail(text: str, entry: Entry) -> Tail:
    """The venue of an entry as a series, its state in the words of the ontology, and what else is said."""
    status, said = _status(text, entry)
    thesis = any(_THESIS.search(text, *place) for place in entry.theses)
    unpublished = is_unpublished(status)
    venue = None if unpublished or thesis else read_venue(text, entry.venues)
    house = (0, 0) if venue or status or thesis else find_house(text, (*entry.publishers, *entry.venues))
    school = find_school(text, (*entry.theses, *entry.publishers, *entry.venues)) if thesis else (0, 0)
    place = (venue.start, venue.end) if venue else school if thesis else house
    award = text[slice(*entry.award)] if entry.award and _AWARD.search(text, *entry.award) else ""
    return Tail(
        venue=venue,
        place=place,
        status=status or (_implied(venue) if venue else "published" if house[1] else ""),
        year="" if unpublished and _of_venue(text, entry) else entry.year,
        award=award,
        is_thesis=thesis,
        stated=said if status else place,
    )


def says_where(entry: Entry) -> bool:
    """Whether an entry says where or when it appeared, or how far it has come."""
    return bool(entry.venues or entry.year or entry.states or entry.theses or entry.publishers)


def _status(text: str, entry: Entry) -> tuple[str, Place]:
    """The state that the words of the entry tell, and where they stand."""
    for start, end in entry.states:
        told, (first, last) = find_status(text[start:end])
        if told:
            return told, (start + first, start + last)
    return "", (0, 0)


def _of_venue(text: str, entry: Entry) -> bool:
    """Whether the year belongs to the venue that a work was sent to: ``under review at ICML 2025``."""
    sent = (place for place in entry.venues if find_status(text[slice(*place)])[0] != "preprint")
    return any(start <= entry.year_at[0] <= end + 4 for start, end in sent)


def _implied(where: Where) -> str:
    """A work with a venue is published; one in a repository is a preprint."""
    return "preprint" if where.venue.kind == "repository" else "published"
