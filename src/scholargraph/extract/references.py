"""An entry of a list of publications taken apart: authors, title, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from scholargraph.extract.blocks import line_ends
from scholargraph.extract.people import AuthorList, split_authors
from scholargraph.extract.titles import names_person, skip, title_end, title_ends, trimmed
from scholargraph.model import Block
from scholargraph.names.people import PersonName, compatible, parse_person

_NUMBER = re.compile(r"\s*(?:\[\w{1,4}\]|\(?[A-Z]?\d{1,3}[.)\]](?!\d)|[•◦▪–—-])\s*")
_YEAR_FIRST = re.compile(r"\s*\(?((?:19|20)\d\d)[a-z]?\)?(?:[.,:]|\s(?=[\"“A-Z])|\t)\s*")
_AUTHORS_END = re.compile(
    r"(?P<stop>\.[*†‡]?\s+|:\s+|\.?,?\s*(?=[“\"«„])|[.,]?\s*(?=\(?(?:19|20)\d\d[a-z]?\)?[.,:)\s])|,?\s*$)"
)
_YEAR_BETWEEN = re.compile(r"[\s.,:]*\(?\b((?:19|20)\d\d)[a-z]?(?:,\s*[A-Z][a-z]+)?\)?[.,:)]*\s*")
_WITH = re.compile(
    r"[(\[,.”\"»]\s*(?:joint(?:ly)?(?: work)?\s+|co-?authored\s+)?with\s+([^()\[\]]+?)"
    r"(?=[)\]]|\.\s|\.?$|,\s+(?=[“\"*]|[A-Z]\w+ of ))"
)


class Reference(Struct, frozen=True, kw_only=True):
    """The parts of one entry as places in its text."""

    title: tuple[int, int]
    tail: tuple[int, int]
    authors: AuthorList | None = None
    """None where the entry prints no authors."""
    implied_owner: bool = False
    """The list leaves its owner out: ``Title (with A. Bee)``."""
    year: str = ""
    """A year printed before the title."""


@lru_cache(maxsize=64)  # an entry is asked several times over while lines are put together
def parse_reference(block: Block, owner: PersonName | None = None) -> Reference | None:
    """Take an entry apart, authors or title first; marks (bold, italics, links, quotes) count as evidence.

    ``owner`` is the person whose list it is. None where no title can be found.
    """
    start, year = _opening(block.text)
    front = _trusted(block, _authors_at(block, start, owner), owner)
    found = _authors_first(block, front) if front else _title_first(block, start, owner)
    if found is None or found.title[1] - found.title[0] < 3:
        return None
    return (
        found
        if found.year or not year
        else Reference(
            title=found.title,
            tail=found.tail,
            authors=found.authors,
            implied_owner=found.implied_owner,
            year=year,
        )
    )


def is_owner(name: str, owner: PersonName | None) -> bool:
    """Whether a printed name can be the owner's."""
    return owner is not None and compatible(parse_person(name), owner)


def _opening(text: str) -> tuple[int, str]:
    """Where the entry begins after its number and a date in front, and the year of that date."""
    start = match.end() if (match := _NUMBER.match(text)) else 0
    year = _YEAR_FIRST.match(text, start)
    return (year.end(), year[1]) if year and year.end() < len(text) else (start, "")


def _authors_first(block: Block, authors: AuthorList) -> Reference:
    between = _YEAR_BETWEEN.match(block.text, authors.end)
    start = between.end() if between else skip(block.text, authors.end)
    end, after = title_end(block, start)
    return Reference(
        authors=authors,
        title=trimmed(block.text, start, end),
        tail=(after, len(block.text)),
        year=between[1] if between else "",
    )


def _title_first(block: Block, start: int, owner: PersonName | None) -> Reference:
    if (match := _WITH.search(block.text, start)) and (
        named := split_authors(block.text, *match.span(1))
    ).sure:
        end, after = title_end(block, start)
        if match.start() <= end or match.start() <= after + 2:
            end, after = (
                min(end, match.start()),
                match.end() + (block.text[match.end() : match.end() + 1] in ")]"),
            )
        title = trimmed(block.text, start, end)
        return Reference(authors=named, title=title, tail=(after, len(block.text)), implied_owner=True)
    for end, after in title_ends(block, start):
        authors = _trusted(block, _authors_at(block, after, owner), owner)
        if authors and authors.start == after:
            tail = (skip(block.text, authors.end), len(block.text))
            return Reference(authors=authors, title=trimmed(block.text, start, end), tail=tail)
    end, after = title_end(block, start)
    return Reference(title=trimmed(block.text, start, end), tail=(after, len(block.text)))


def _authors_at(block: Block, start: int, owner: PersonName | None) -> AuthorList | None:
    """The list of names that begins at ``start``: up to the first end at which all of it are people.

    A full stop after an initial may end the list (``Bee A.``) or not (``Ann I. Bee``): the longer reading
    wins if it holds, unless the shorter one ends with the owner's own name.
    """
    best: AuthorList | None = None
    for stop in _author_stops(block, start):
        read = _read_authors(block.text, start, stop)
        best = read or best
        if not re.search(r"\b[A-Z]\.?$", block.text[start:stop]):
            break
        if read and (_initials_last(block.text, read) or is_owner(read.authors[-1].name, owner)):
            break
    return best or _leading_people(block.text, start)


def _initials_last(text: str, authors: AuthorList) -> bool:
    """Two or more names printed with their initials behind (``Bee A, Dee C``)."""
    ends = [re.search(r"\b[A-Z]{1,3}\.?$", text[a.start : a.end]) for a in authors.authors]
    return len(ends) > 1 and all(ends)


def _author_stops(block: Block, start: int) -> Iterator[int]:
    marks = {
        m.start
        for m in block.marks
        if m.kind in ("italic", "link") and m.start > start and not names_person(block, m)
    }
    stops = (
        {match.start("stop") for match in _AUTHORS_END.finditer(block.text, start)}
        | marks
        | set(line_ends(block))
    )
    yield from (stop for stop in sorted(stops)[:80] if stop > start + 2)


def _read_authors(text: str, start: int, stop: int) -> AuthorList | None:
    end = (
        stop + 1 if re.match(r"\.", text[stop:]) and re.search(r"\b[A-Z]$|\bal$", text[start:stop]) else stop
    )
    rest = text[end:].lstrip(" .,:")
    if re.match(r"[A-Z]\.(?:\s|,|$)", rest):
        return None
    found = split_authors(text, start, end)
    return found if found.sure and found.authors else None


def _leading_people(text: str, start: int) -> AuthorList | None:
    """``A. Bee, C. Dee, Title in words, Venue``: the longest run of people before a comma."""
    best = None
    for count, match in enumerate(re.finditer(r",\s+", text[start : start + 1500])):
        read = _read_authors(text, start, start + match.start())
        if read is None and (best or count):  # ``Bee, A.`` is no name before its second comma
            return best
        best = read or best
    return best


def _trusted(block: Block, authors: AuthorList | None, owner: PersonName | None) -> AuthorList | None:
    """A lone name that is not the owner's may as well be a title."""
    if authors is None or not authors.authors:
        return None
    bold = [
        m
        for m in block.marks
        if m.kind == "bold" and authors.start <= m.start < authors.end and names_person(block, m)
    ]
    several = len(authors.authors) > 1 or not authors.complete
    return authors if several or bold or owner is None or is_owner(authors.authors[0].name, owner) else None
