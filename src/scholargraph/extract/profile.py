"""Profile pages of paper listings: figures at the head, then papers with category, date and flags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scholargraph.extract import dblp_listing, scholar_listing
from scholargraph.extract.dates import parse_date
from scholargraph.extract.latex import latex_to_text
from scholargraph.extract.listed import Listed, tell_listed
from scholargraph.extract.listing import (
    Entry,
    Line,
    find_entries,
    read_authors,
    read_figure,
    read_lines,
    read_tags,
)
from scholargraph.extract.listing_head import tell_coauthors, tell_head
from scholargraph.extract.publications import title_name
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Listing, Owner, link_values, tell_authors, tell_own
from scholargraph.model import Document, Span, Told
from scholargraph.names.people import looks_like_person, parse_person
from scholargraph.names.topics import arxiv_category

KIND = "profile"


def sniff(document: Document) -> float:
    """How surely this is a listing: lines of category and date, each followed by a title and authors; or
    papers in the form of a citation profile or a bibliography server."""
    lines = read_lines(document.blocks)
    entries = [entry for entry in find_entries(lines) if entry.authors]
    figures = sum(bool(read_figure(line.text)[0]) for line in lines[:15])
    if len(entries) < 2 and not (entries and figures >= 2):
        return 0.98 if len(_listed(lines)) >= 2 else 0.0
    return min(0.99, 0.7 + 0.05 * len(entries) + 0.1 * bool(figures))


def extract(document: Document) -> Told:
    """Tell the person and figures of the head, and every paper of the list."""
    telling = Telling(document, KIND)
    lines = read_lines(document.blocks)
    entries = list(find_entries(lines))
    papers = [] if entries else _listed(lines)
    starts = [*(entry.line for entry in entries[:1]), *(paper.title for paper in papers[:1])]
    starts += [papers[0].authors] if papers else []
    first = min((line.block.start_line for line in starts), default=len(document.lines) + 1)
    head = [line for line in lines if line.block.start_line < first]
    owner = _tell_head(telling, head)
    for entry in entries:
        _tell_entry(telling, entry, owner)
    for paper in papers:
        tell_listed(telling, paper, owner)
    if papers and owner:
        tell_head(telling, head, owner)
    if papers:
        after = papers[-1].last.block.start_line
        tell_coauthors(telling, [line for line in lines if line.block.start_line > after], owner)
    telling.notes += _doubts(head, len(entries)) if entries else []
    return telling.told(KIND)


def _listed(lines: Sequence[Line]) -> list[Listed]:
    """The papers of the form of which more are found."""
    found = list(dblp_listing.find_listed(lines))
    if len(found) < 2 and scholar_listing.is_profile(lines):
        found = list(scholar_listing.find_listed(lines))
    return found


def _tell_head(telling: Telling, lines: Sequence[Line]) -> Owner | None:
    bare = [line for line in map(_bare, lines) if not scholar_listing.is_interface(line.text)]
    named = next((line for line in bare if looks_like_person(line.text)), None)
    if named is None:
        return None
    span = _cite(named)
    person = telling.tell("person", span, named.text, printed=span.quote, confidence=0.99)
    telling.subject = person
    for line in lines:
        _tell_figure(telling, line, person)
    return Owner(person, parse_person(named.text), named.text)


def _bare(line: Line) -> Line:
    """A line without the name of the site before a person's: ``dblp: Ada Bee``."""
    site = re.match(r"(?:dblp|google scholar|orcid|researchgate)\s*[:|–-]\s*", line.text, re.IGNORECASE)
    return Line(line.block, line.start + site.end(), line.end) if site else line


def _tell_figure(telling: Telling, line: Line, person: str) -> None:
    """A figure of the head (``h-index57``, ``3,867citations``), or the main category (``LG``)."""
    name, value = read_figure(line.text)
    if name:
        telling.tell("person", _cite(line), values={name: value}, referent=person, confidence=0.99)
    elif re.fullmatch(r"(?:[a-z-]+\.)?[A-Z]{2}", line.text) and arxiv_category(line.text):
        topic = _tell_category(telling, line, line.text, 0)
        telling.relate("knowsAbout", telling.last, {"subject": person, "object": topic})


def _tell_entry(telling: Telling, entry: Entry, owner: Owner | None) -> None:
    first, last = entry.title[0], entry.title[-1]
    span = cite_lines(telling.document, first.block, last.block)
    if first.block is last.block:
        span = cite(first.block, first.start, last.end)
    name = title_name(" ".join(line.text for line in entry.title))
    work = telling.tell("work", span, name, printed=span.quote, values={"workType": "article"})
    _tell_date(telling, entry, work)
    _tell_authors(telling, entry, work, owner)
    _tell_abstract(telling, entry, work)


def _tell_date(telling: Telling, entry: Entry, work: str) -> None:
    """Date, flag and category; a date without a year gives no value but the printed one."""
    line, head = entry.line, entry.head
    values = {
        "dateAsPrinted": head.date,
        "datePublished": parse_date(head.date),
        "hasCode": "true" if "code" in head.flags.casefold() else "",
    }
    telling.tell("work", _cite(line), values=values, referent=work, confidence=0.99)
    topic = _tell_category(telling, line, head.category, head.start)
    telling.relate("about", telling.last, {"subject": work, "object": topic})


def _tell_category(telling: Telling, line: Line, code: str, start: int) -> str:
    """A category as a topic: those of arXiv by their label and notation, others as printed."""
    known = arxiv_category(code)
    span = cite(line.block, line.start + start, line.start + start + len(code))
    values = {"scheme": "arxiv", "notation": known.notation} if known else {}
    label = known.label if known else code
    return telling.tell("topic", span, label, printed=code, values=values, confidence=0.99)


def _tell_authors(telling: Telling, entry: Entry, work: str, owner: Owner | None) -> None:
    """The printed authors and tags; the owner of the page where the list is cut before them, or missing."""
    line, authors = entry.authors, read_authors(entry.authors) if entry.authors else None
    shown = False
    if line and authors:
        complete = {"authorListComplete": str(authors.complete).lower()}
        telling.tell("work", _cite(line), values=complete, referent=work)
        shown = tell_authors(Listing(telling, owner), line.block, work, authors)
        _tell_tags(telling, line, work)
    if owner and not shown and not (authors and authors.complete):
        tell_own(telling, work, _cite(entry.title[0]), owner)
    elif owner and not shown:
        at = entry.line.block.start_line
        telling.notes.append(f"line {at}: the printed authors do not show {owner.printed}")


def _tell_tags(telling: Telling, line: Line, work: str) -> None:
    """Affiliation tags are of the paper, not of one author."""
    for first, last in read_tags(line):
        span = cite(line.block, first, last)
        organization = telling.tell("organization", span, line.block.text[first:last], printed=span.quote)
        telling.relate("affiliation", telling.last, {"subject": work, "object": organization})


def _tell_abstract(telling: Telling, entry: Entry, work: str) -> None:
    """The abstract and its links; a DOI or arXiv number in an abstract is that of another paper."""
    if not entry.abstract:
        return
    first, last = entry.abstract[0], entry.abstract[-1]
    text = " ".join(line.text for line in entry.abstract)
    links = {name: found for name, found in link_values(text).items() if name in ("code", "url")}
    span = cite_lines(telling.document, first.block, last.block)
    if first.block is last.block:
        span = cite(first.block, first.start, last.end)
    values = {"abstract": latex_to_text(text), **links}
    telling.tell("work", span, values=values, referent=work, confidence=0.99)


def _cite(line: Line) -> Span:
    return cite(line.block, line.start, line.end)


def _doubts(head: Sequence[Line], listed: int) -> Iterator[str]:
    """Figures of the head that do not agree with the list."""
    figures: dict[str, tuple[int, int]] = {}
    for line in head:
        name, value = read_figure(line.text)
        if name not in ("", "figure"):
            figures[name] = int(value), line.block.start_line
    announced, at = figures.get("paperCount", (listed, 0))
    if announced != listed:
        yield f"line {at}: {announced} papers are announced, {listed} are listed"
    h_index, at = figures.get("hIndex", (0, 0))
    if h_index > max(announced, listed):
        yield f"line {at}: an h-index of {h_index} needs as many papers, {listed} are listed"
