"""Papers of profile listings as their lines, and how they are told."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.extract.listing import Line
from scholargraph.extract.people import AuthorList, split_authors
from scholargraph.extract.publications import title_name
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Listing, Owner, link_values, tell_authors, tell_own
from scholargraph.names.organizations import organization_type
from scholargraph.names.venues import parse_venue

_YEAR = re.compile(r"\(?((?:19|20)\d\d)\)?(?=$|[:,\s)])")
_PAGES = re.compile(r"(?P<pages>\b[a-z]?\d+(?::\d+)?\s?[-–]\s?[a-z]?\d+(?::\d+)?\b)")
_VOLUME = re.compile(r"\s(?P<volume>\d{1,4})\s?(?:\((?P<issue>[\w–-]{1,9})\))?(?=[,:\s]|$)")
_FIGURE = re.compile(r"[,\s(:]+[A-Z]?\d")
_NO_SERIES = re.compile(r"[\s.,:(]+(?:abs/\S*|preprint\b.*|vol\.?|volume|no\.?)?$", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:conference|symposium|workshop|congress|meeting|proceedings)\b", re.IGNORECASE)
_PREPRINT = re.compile(r"\b(?:arxiv|corr|[a-z]+rxiv|preprint|ssrn)\b", re.IGNORECASE)
_THESIS = re.compile(r"\b(?:thesis|dissertation)\b", re.IGNORECASE)
_HOMONYM = re.compile(r"\s\d{4}$")


class Tail(Struct, frozen=True):
    """Where and when a paper appeared: the line, the place of the series in it, its numbers."""

    line: Line
    venue: Line | None
    year: str
    numbers: dict[str, str]


class Listed(Struct, frozen=True):
    """The lines of one paper of a listing; ``last`` is the line that dates it."""

    title: Line
    authors: Line
    tail: Tail | None
    year: str
    last: Line


def read_tail(line: Line) -> Tail:
    """``The Lancet 6 (4), 403-412, 2018``, ``CHI 2024: 411:1-411:15``, ``CoRR abs/2205.01010 (2022)``."""
    text = line.text
    years = list(_YEAR.finditer(text))
    year = years[-1] if years else None
    figures = _FIGURE.search(text, min(len(text), 4))
    name = _NO_SERIES.sub("", text[: figures.start()] if figures else text).rstrip(" .,:(")
    head = name.split(",")[0]
    name = head if _MEETING.search(head) or organization_type(head) else name
    rest = text[len(name) :]
    numbers = _numbers(rest.replace(year[0], " " * len(year[0])) if year else rest)
    place = Line(line.block, line.start, line.start + len(name)) if len(name) > 1 else None
    return Tail(line, place, year[1] if year else "", numbers)


def tell_listed(telling: Telling, paper: Listed, owner: Owner | None) -> None:
    """Tell a paper with its authors, series, year and numbers."""
    span = cite(paper.title.block, paper.title.start, paper.title.end)
    kind = "thesis" if paper.tail and _THESIS.search(paper.tail.line.text) else "article"
    work = telling.tell(
        "work", span, title_name(paper.title.text), printed=span.quote, values={"workType": kind}
    )
    authors = read_names(paper.authors)
    line = paper.authors
    complete = {"authorListComplete": str(authors.complete).lower()}
    telling.tell("work", cite(line.block, line.start, line.end), values=complete, referent=work)
    shown = tell_authors(Listing(telling, owner), line.block, work, authors)
    if owner and not shown and not authors.complete:
        tell_own(telling, work, span, owner)
    _tell_where(telling, paper, work)


def read_names(line: Line) -> AuthorList:
    """The names of a line, without the numbers that tell namesakes apart (``Wei Wang 0001``)."""
    found = split_authors(line.block.text, line.start, line.end)
    names = tuple(
        replace(author, name=_HOMONYM.sub("", author.name), end=author.end - len(cut[0]))
        if (cut := _HOMONYM.search(line.block.text[author.start : author.end]))
        else author
        for author in found.authors
    )
    return replace(found, authors=names)


def _tell_where(telling: Telling, paper: Listed, work: str) -> None:
    tail, last = paper.tail, paper.last
    if tail is None:
        told = {"datePublished": paper.year}
        telling.tell("work", cite(last.block, last.start, last.end), values=told, referent=work)
        return
    line = tail.line
    span = cite(line.block, line.start, line.end)
    series = tail.venue.text if tail.venue else ""
    values = {
        "datePublished": tail.year,
        "venueAsPrinted": series,
        "status": "preprint" if _PREPRINT.search(line.text) else "",
        **tail.numbers,
        **link_values(line.text),
    }
    telling.tell("work", span, values=values, referent=work)
    if tail.venue and (venue := parse_venue(series)):
        told_venue = telling.tell("venue", span, venue.printed or series, values={"venueKind": venue.kind})
        told = {"year": tail.year, **tail.numbers}
        telling.relate("venue", telling.last, {"work": work, "venue": told_venue}, told)
    if not tail.year and paper.year:
        telling.tell(
            "work",
            cite(last.block, last.start, last.end),
            values={"datePublished": paper.year},
            referent=work,
        )


def _numbers(rest: str) -> dict[str, str]:
    """Volume, issue and pages in the words behind the series."""
    pages = _PAGES.search(rest)
    volume = _VOLUME.search(f" {rest[: pages.start()] if pages else rest}")
    return {
        "volume": volume["volume"] if volume else "",
        "issue": (volume["issue"] or "") if volume else "",
        "pages": pages["pages"] if pages else "",
    }
