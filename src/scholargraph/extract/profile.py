"""Profile pages of paper listings: figures at the head, then papers with category, date and flags glued together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from scholargraph.extract.blocks import Place, line_ends, tightened
from scholargraph.extract.dates import parse_date
from scholargraph.extract.latex import latex_to_text
from scholargraph.extract.people import AuthorList, split_authors
from scholargraph.extract.publications import title_name
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Owner, link_values, tell_authors, tell_own
from scholargraph.model import Block, Document, Told
from scholargraph.names.people import looks_like_person, parse_person
from scholargraph.names.topics import arxiv_category

KIND = "profile"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|{_MONTH}\s+\d{{4}}|\d{{4}}-\d\d(?:-\d\d)?|\d{{4}}/\d\d?/\d\d?|\d{{4}}"
_JOINT = r"[\s·•|,;:/–—-]*"
_HEAD = re.compile(
    rf"(?P<category>(?:[a-z-]+\.)?[A-Z]{{2}}|[a-z-]+(?:\.[A-Za-z-]+)?|[A-Z][A-Za-z]+(?: [A-Za-z]+){{0,3}}?)?{_JOINT}"
    rf"(?P<date>{_DATE})(?!\d){_JOINT}(?P<after>.{{0,40}})"
)
_FLAG = re.compile(
    r"Code|Data(?:set)?s?|Demo|Video|Slides|Models?|Benchmarks?|Project(?: page)?|PDF|New|Survey|Spotlight|Oral|Website|Poster",
    re.I,
)
_FIGURE = re.compile(
    r"(?P<label>\D[^:]*?)\s*:?\s*(?P<number>\d[\d,.]*\s?[%kKM]?)|(?P<number2>\d[\d,.]*[kKM%]?)\s*(?P<label2>[^\d\s][^\d]*)"
)
_FIGURES = {
    "hIndex": r"h[- ]?index",
    "citationCount": r"(?:total )?citations?|cited by|times cited",
    "paperCount": r"(?:total )?(?:papers?|publications?|works?|documents?)",
}
_TAGS = re.compile(r"\s+[·•|]\s+")


class Line(Struct, frozen=True):
    """One line of the page: a block and the part of it that the line is."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.block.text[self.start : self.end]


class Entry(Struct, frozen=True):
    """The lines of one paper."""

    head: Line
    match: re.Match[str]
    title: tuple[Line, ...]
    authors: Line | None
    abstract: tuple[Line, ...]


def sniff(document: Document) -> float:
    """How surely this is a listing: lines of category and date, each followed by a title and authors."""
    lines = list(_lines(document.blocks))
    entries = [entry for entry in _entries(lines) if entry.title and entry.authors]
    figures = sum(bool(_figure(line.text)[0]) for line in lines[:15])
    if len(entries) < 2 and not (entries and figures >= 2):
        return 0.0
    return min(0.99, 0.7 + 0.05 * len(entries) + 0.1 * bool(figures))


def extract(document: Document) -> Told:
    """Tell the person and figures of the head, and every paper of the list."""
    telling = Telling(document, KIND)
    lines = list(_lines(document.blocks))
    entries = list(_entries(lines))
    first = entries[0].head.block.start_line if entries else len(document.lines) + 1
    head = [line for line in lines if line.block.start_line < first]
    owner = _tell_head(telling, head)
    for entry in entries:
        _tell_entry(telling, entry, owner)
    telling.notes += _doubts(head, len(entries))
    return telling.told(KIND)


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        start = 0
        for end in [*line_ends(block), len(block.text)]:
            place = (start + len(block.text[start:end]) - len(block.text[start:end].lstrip()), end)
            if block.text[slice(*place)].strip():
                yield Line(block, place[0], place[0] + len(block.text[slice(*place)].rstrip()))
            start = end


def _entries(lines: Sequence[Line]) -> Iterator[Entry]:
    heads = [(i, match) for i, line in enumerate(lines) if (match := _head(line.text)) and i + 1 < len(lines)]
    for number, (index, match) in enumerate(heads):
        stop = heads[number + 1][0] if number + 1 < len(heads) else len(lines)
        body = lines[index + 1 : stop]
        names = next((i for i, line in enumerate(body[:4]) if i and _authors(line)), 0)
        if names or len(body) <= 2:
            yield Entry(
                lines[index],
                match,
                tuple(body[: names or 1]),
                body[names] if names else None,
                tuple(body[(names or 0) + 1 :]),
            )


def _head(text: str) -> re.Match[str] | None:
    """A line of category, date and flags, in this order or with the date first, and of nothing else."""
    match = _HEAD.fullmatch(text.strip()) if len(text) <= 80 else None
    if match is None or not _flags_only(_after_category(match)):
        return None
    return match if _category(match)[0] or _after_category(match) else None


def _flags_only(text: str) -> bool:
    return not re.sub(r"[\s·•|,;/+&-]+", "", _FLAG.sub("", text))


def _category(match: re.Match[str]) -> tuple[str, int]:
    """The category of a head line and where it begins in the line: before the date or, printed after it, first."""
    if match["category"]:
        return match["category"], match.start("category")
    label = re.match(r"(?:[a-z-]+\.)?[A-Z]{2}\b|[a-z-]+\.[A-Za-z-]+", match["after"])
    return (label[0], match.start("after")) if label else ("", 0)


def _after_category(match: re.Match[str]) -> str:
    label, start = _category(match)
    return match["after"][len(label) :] if label and start == match.start("after") else match["after"]


def _authors(line: Line) -> AuthorList | None:
    """The names of an authors line, without the affiliation tags behind them; None if they are no names."""
    tags = _TAGS.search(line.block.text, line.start, line.end)
    found = split_authors(line.block.text, line.start, tags.start() if tags else line.end)
    return (
        found
        if found.sure
        and (len(found.authors) > 1 or not found.complete or bool(tags) or looks_like_person(line.text))
        else None
    )


def _tell_head(telling: Telling, lines: Sequence[Line]) -> Owner | None:
    named = next((line for line in lines if looks_like_person(line.text)), None)
    if named is None:
        return None
    span = cite(named.block, named.start, named.end)
    person = telling.tell("person", span, named.text, printed=span.quote, confidence=0.99)
    telling.subject = person
    for line in lines:
        _tell_figure(telling, line, person)
    return Owner(person, parse_person(named.text), named.text)


def _tell_figure(telling: Telling, line: Line, person: str) -> None:
    """A figure of the head (``h-index57``, ``3,867citations``), or the main category (``LG``)."""
    span = cite(line.block, line.start, line.end)
    name, value = _figure(line.text)
    if name:
        telling.tell("person", span, values={name: value}, referent=person, confidence=0.99)
    elif re.fullmatch(r"(?:[a-z-]+\.)?[A-Z]{2}", line.text.strip()) and arxiv_category(line.text.strip()):
        topic = _tell_category(telling, line, line.text.strip(), line.start)
        telling.relate("knowsAbout", telling.last, {"subject": person, "object": topic})


def _figure(text: str) -> tuple[str, str]:
    """The property and value of a figure; an unknown one is kept as printed, its label parted from its number."""
    match = _FIGURE.fullmatch(text.strip()) if len(text) <= 40 else None
    if match is None:
        return "", ""
    label, number = (match["label"] or match["label2"]).strip(), (match["number"] or match["number2"]).strip()
    plain = number.replace(",", "")
    for name, pattern in _FIGURES.items():
        if re.fullmatch(pattern, label, re.IGNORECASE) and plain.isdigit():
            return name, plain
    return ("figure", f"{label} {number}") if re.search(r"[A-Za-z]{2}", label) else ("", "")


def _tell_entry(telling: Telling, entry: Entry, owner: Owner | None) -> None:
    title = cite_lines(telling.document, entry.title[0].block, entry.title[-1].block)
    first, last = entry.title[0], entry.title[-1]
    if first.block is last.block:
        title = cite(first.block, first.start, last.end)
    printed = " ".join(line.text for line in entry.title)
    work = telling.tell(
        "work", title, title_name(printed), printed=title.quote, values={"workType": "article"}
    )
    _tell_date(telling, entry, work)
    _tell_authors(telling, entry, work, owner)
    _tell_abstract(telling, entry, work)


def _tell_date(telling: Telling, entry: Entry, work: str) -> None:
    line, match = entry.head, entry.match
    values = {
        "dateAsPrinted": match["date"],
        "datePublished": parse_date(match["date"]),
        "hasCode": "true" if re.search(r"code", _after_category(match), re.IGNORECASE) else "",
    }
    telling.tell(
        "work", cite(line.block, line.start, line.end), values=values, referent=work, confidence=0.99
    )
    label, start = _category(match)
    if label:
        topic = _tell_category(telling, line, label, line.start + start)
        telling.relate("about", telling.last, {"subject": work, "object": topic})


def _tell_category(telling: Telling, line: Line, label: str, start: int) -> str:
    """A category as a topic: those of arXiv by their label and notation, others as printed."""
    known = arxiv_category(label)
    span = cite(line.block, start, start + len(label))
    values = {"scheme": "arxiv", "notation": known.notation} if known else {}
    return telling.tell(
        "topic", span, known.label if known else label, printed=label, values=values, confidence=0.99
    )


def _tell_authors(telling: Telling, entry: Entry, work: str, owner: Owner | None) -> None:
    line = entry.authors
    authors = _authors(line) if line else None
    shown = False
    if line and authors:
        complete = {"authorListComplete": str(authors.complete).lower()}
        telling.tell("work", cite(line.block, line.start, line.end), values=complete, referent=work)
        shown = tell_authors(telling, line.block, work, authors, owner)
        _tell_tags(telling, line, work)
    if owner and not shown and not (authors and authors.complete):
        tell_own(telling, work, cite(entry.title[0].block, entry.title[0].start, entry.title[0].end), owner)
    elif owner and not shown:
        telling.notes.append(
            f"line {entry.head.block.start_line}: the printed authors do not show {owner.printed}"
        )


def _tell_tags(telling: Telling, line: Line, work: str) -> None:
    """Affiliation tags behind the authors (``· nvidia, uw``): of the paper, not of one author."""
    tags = _TAGS.search(line.block.text, line.start, line.end)
    for first, last in _tag_places(line.block.text, tags.end() if tags else line.end, line.end):
        span = cite(line.block, first, last)
        organization = telling.tell("organization", span, line.block.text[first:last], printed=span.quote)
        telling.relate("affiliation", telling.last, {"subject": work, "object": organization})


def _tag_places(text: str, start: int, end: int) -> Iterator[Place]:
    last = start
    for match in [*re.finditer(r"\s*[,;·|]\s*", text[start:end]), None]:
        place = tightened(text, last, start + match.start() if match else end)
        if place[0] < place[1]:
            yield place
        last = start + match.end() if match else end


def _tell_abstract(telling: Telling, entry: Entry, work: str) -> None:
    if not entry.abstract:
        return
    first, last = entry.abstract[0], entry.abstract[-1]
    text = " ".join(line.text for line in entry.abstract)
    values = {"abstract": latex_to_text(text), **_published_links(text)}
    whole = first.block is last.block
    span = (
        cite(first.block, first.start, last.end)
        if whole
        else cite_lines(telling.document, first.block, last.block)
    )
    telling.tell("work", span, values=values, referent=work, confidence=0.99)


def _published_links(text: str) -> dict[str, tuple[str, ...]]:
    """Repositories and pages; a DOI or arXiv number in an abstract is that of another paper."""
    return {name: found for name, found in link_values(text).items() if name in ("code", "url")}


def _doubts(head: Sequence[Line], listed: int) -> Iterator[str]:
    """Figures of the head that do not agree with the list."""
    figures = {
        name: (int(value), line.block.start_line)
        for line in head
        for name, value in [_figure(line.text)]
        if name in _FIGURES
    }
    announced, at = figures.get("paperCount", (listed, 0))
    if announced != listed:
        yield f"line {at}: {announced} papers are announced, {listed} are listed"
    h_index, at = figures.get("hIndex", (0, 0))
    if h_index > max(announced, listed):
        yield f"line {at}: an h-index of {h_index} needs as many papers, {listed} are listed"
