"""The records: people, venues and works as drawn, and entries as printed with their right reading."""

from __future__ import annotations

from dataclasses import dataclass

from scholargraph.model import Block


@dataclass(frozen=True, slots=True)
class Person:
    """A person by given and family name; a group has a family name only."""

    given: str
    family: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A journal, conference, press, school or series; ``short`` and ``acronym`` may be empty."""

    kind: str
    fields: tuple[str, ...]
    name: str
    short: str = ""
    acronym: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One publication before it is printed."""

    kind: str
    """article, paper, chapter, book, edited, thesis, preprint or report"""
    field: str
    people: tuple[Person, ...]
    owner: Person | None
    """The person whose list it is, if the list is anybody's."""
    title: str
    """As in a library catalogue: only names begin with capitals; words between underscores are in italics."""
    venue: Venue
    volume_title: str
    """The book that a chapter stands in."""
    press: Venue
    editors: tuple[Person, ...]
    year: int
    volume: int
    issue: int
    first: int
    last: int
    doi: str
    number: str
    """Number of a preprint or report."""
    status: str
    """Empty for what is published, else ``forthcoming``, ``under review`` …"""


@dataclass(frozen=True, slots=True)
class Gold:
    """The right reading of an entry."""

    authors: tuple[str, ...]
    """Names as printed, in order; the editors of a book that is listed as theirs."""
    complete: bool
    """False where more people than the named ones made the work (et al., or the owner of the list)."""
    title: str
    """As printed, without quotation marks and final punctuation."""
    venue: tuple[str, ...]
    """Acceptable readings, the barest first; an empty string among them: no venue is right too. None: ()."""
    year: str
    """As printed in the entry, 2019 for ’19; empty where the entry prints none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list as a reader of documents would hand it on."""

    block: Block
    gold: Gold


@dataclass(frozen=True, slots=True)
class EntryList:
    """A list of entries in one style, as one person keeps it."""

    style: str
    """``cv`` or ``formal``"""
    template: str
    heading: str
    """The heading that the list stands under; a year where the entries leave it out."""
    entries: tuple[Entry, ...]
