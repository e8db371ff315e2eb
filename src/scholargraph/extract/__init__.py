"""What a document tells: an extractor per kind of document, named in one table.

Each kind has a sniffer, which says how surely (0 to 1) a document is of the kind, from its content alone,
and an extractor, which tells what the document says.
"""

from __future__ import annotations

from collections.abc import Callable

from scholargraph.extract import (
    bibliography,
    cv,
    homepage,
    people_list,
    person_record,
    profile,
    publication_page,
    resume,
    unknown_data,
)
from scholargraph.model import Document, Told

Sniffer = Callable[[Document], float]
Extractor = Callable[[Document], Told]

KINDS: dict[str, tuple[Sniffer, Extractor]] = {
    "résumé": (resume.sniff, resume.extract),
    "people list": (people_list.sniff, people_list.extract),
    "bibliography": (bibliography.sniff, bibliography.extract),
    "person record": (person_record.sniff, person_record.extract),
    "profile": (profile.sniff, profile.extract),
    "cv": (cv.sniff, cv.extract),
    "publication page": (publication_page.sniff, publication_page.extract),
    "other data": (unknown_data.sniff, unknown_data.extract),
    "homepage": (homepage.sniff, homepage.extract),
}
"""Kind of document → its sniffer and its extractor; of two equally sure kinds the first is taken."""


def kind_of(document: Document) -> str:
    """The kind of document that its content speaks for most; ``homepage`` where nothing speaks for any."""
    scores = {kind: sniffer(document) for kind, (sniffer, _) in KINDS.items()}
    return max(scores, key=lambda kind: scores[kind]) if any(scores.values()) else "homepage"


def extract(document: Document) -> Told:
    """All that a document tells; ``source.kind`` says as what it was read."""
    return KINDS[kind_of(document)][1](document)
