"""Gold: what a careful reader finds in a document, as the JSON file beside it says (see tests/corpus)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

TAIL = ".gold.json"
Year = str | int


class _Record(Struct, kw_only=True, forbid_unknown_fields=True):
    optional: bool = False
    """A fact that careful readers would dispute: neither missed nor wrong."""


class Named(_Record):
    """A person or an organisation that stands for itself; a plain string says the same."""

    name: str


class PersonValue(_Record):
    """An e-mail address or a home page."""

    person: str
    value: str


class Paper(_Record):
    """One listed publication; a field that the document does not give is left out."""

    title: str
    authors: list[str] = []
    complete: bool = True
    venue: str = ""
    year: Year = ""
    status: str = ""
    volume: Year = ""
    issue: Year = ""
    pages: Year = ""
    doi: str = ""
    arxiv: str = ""
    links: list[str] = []
    award: str = ""


class Position(_Record):
    """A post; ``organization`` is the institution."""

    holder: str
    role: str = ""
    organization: str = ""
    department: str = ""
    start: Year = ""
    end: Year = ""
    status: str = ""


class Degree(_Record):
    """A degree taken or in progress."""

    holder: str
    degree: str
    field: str = ""
    organization: str = ""
    department: str = ""
    start: Year = ""
    end: Year = ""
    advisors: list[str] = []
    thesis: str = ""


class Mentorship(_Record):
    """Who guided whom."""

    mentor: str
    mentee: str


class Founding(_Record):
    """Who founded what."""

    person: str
    organization: str


class Award(_Record):
    """An honour received; ``year`` may be a range (``2015-2016``)."""

    recipient: str
    award: str
    year: Year = ""


class Product(_Record):
    """Software, a dataset, a model or a course with a name of its own."""

    name: str
    by: list[str] = []


class Interest(_Record):
    """A topic that a person works on."""

    person: str
    topic: str


class Gold(Struct, kw_only=True, forbid_unknown_fields=True):
    """All that a careful reader notes of one document."""

    kind: str
    field: str = ""
    about: str = ""
    subject: str = ""
    people: list[str | Named] = []
    emails: list[PersonValue] = []
    homepages: list[PersonValue] = []
    papers: list[Paper] = []
    organizations: list[str | Named] = []
    positions: list[Position] = []
    degrees: list[Degree] = []
    mentorships: list[Mentorship] = []
    foundings: list[Founding] = []
    awards: list[Award] = []
    products: list[Product] = []
    interests: list[Interest] = []


class Case(NamedTuple):
    """A document and the file that holds its gold."""

    document: Path
    gold: Path

    @property
    def name(self) -> str:
        """The document's file name."""
        return self.document.name


def read_gold(path: Path) -> Gold:
    """The gold of one document; raises msgspec.DecodeError for a file that is not of the documented form."""
    return msgspec.json.decode(path.read_bytes(), type=Gold)


def cases(places: Iterable[Path]) -> Iterator[Case]:
    """The labelled documents in folders, or given one by one, by name."""
    for place in places:
        stem = place.name.removesuffix(TAIL) if place.name.endswith(TAIL) else place.stem
        golds = sorted(place.glob(f"*{TAIL}")) if place.is_dir() else [place.with_name(stem + TAIL)]
        yield from (Case(_document(gold), gold) for gold in golds)


def _document(gold: Path) -> Path:
    """``page.html`` beside ``page.gold.json``; raises FileNotFoundError where there is none."""
    stem = gold.name.removesuffix(TAIL)
    for file in sorted(gold.parent.glob(f"{stem}.*")):
        if file.stem == stem and not file.name.endswith(TAIL):
            return file
    raise FileNotFoundError(f"{gold} has no document {stem}.* beside it")
