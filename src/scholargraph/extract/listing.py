"""Paper listings: a head line of category, date and flags (often glued), title, authors, abstract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from scholargraph.extract.blocks import Place, line_ends, tightened
from scholargraph.extract.people import AuthorList, split_authors
from scholargraph.model import Block
from scholargraph.names.people import looks_like_person
from scholargraph.names.topics import arxiv_category

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|{_MONTH}\s+\d{{4}}"
    r"|\d{4}-\d\d(?:-\d\d)?|\d{4}/\d\d?/\d\d?|\d{4}"
)
_JOINT = r"[\s·•|,;:/–—-]*"
_CODE = r"(?:[a-z-]+\.)?[A-Z]{2}|[a-z-]+\.[A-Za-z-]+"
_HEAD = re.compile(
    rf"(?P<category>{_CODE}|[a-z]+-[a-z]+|[A-Z][A-Za-z]+(?: [A-Za-z]+){{0,3}}?)?{_JOINT}"
    rf"(?P<date>{_DATE})(?!\d){_JOINT}(?P<after>.{{0,40}})"
)
_FLAG = re.compile(
    r"Code|Data(?:set)?s?|Demo|Video|Slides|Models?|Benchmarks?|Project(?: page)?|PDF|New|Survey|Spotlight"
    r"|Oral|Website|Poster",
    re.IGNORECASE,
)
_TAGS = re.compile(r"\s+[·•|]\s+")
_NUMBER = r"\d[\d,.]*\s?[%kKM]?"
_FIGURE = re.compile(
    rf"(?P<label>\D[^:]*?)\s*:?\s*(?P<number>{_NUMBER})|(?P<number2>{_NUMBER})\s*(?P<label2>[^\d\s]\D*)"
)
_FIGURES = {
    "hIndex": r"h[- ]?index",
    "citationCount": r"(?:total )?citations?|cited by|times cited",
    "paperCount": r"(?:total )?(?:papers?|publications?|works?|documents?)",
}


class Line(Struct, frozen=True):
    """One line of the page: a block and the part of it that the line is."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.block.text[self.start : self.end]


class Head(Struct, frozen=True):
    """What the head line of a paper says; ``category`` stands at ``text[start:]`` of the line."""

    category: str
    start: int
    date: str
    flags: str


class Entry(Struct, frozen=True):
    """The lines of one paper."""

    line: Line
    head: Head
    title: tuple[Line, ...]
    authors: Line | None
    abstract: tuple[Line, ...]


def read_lines(blocks: Iterable[Block]) -> list[Line]:
    """The lines of a page, also of blocks into which several were joined."""
    return [line for block in blocks for line in _lines_of(block)]


def find_entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """The papers of a page: each from one head line to the next."""
    heads: list[tuple[int, Head]] = []
    for index, line in enumerate(lines[:-1]):
        follows = bool(heads) and heads[-1][0] == index - 1  # a title may look like a head: ``Vision 2030``
        if not follows and (head := read_head(line.text)):
            heads.append((index, head))
    stops = [*(index for index, _ in heads), len(lines)][1:]
    for (index, head), stop in zip(heads, stops, strict=True):
        if entry := _entry(lines[index], head, lines[index + 1 : stop]):
            yield entry


def read_head(text: str) -> Head | None:
    """A line of category, date and flags and of nothing else; the date may come first."""
    match = _HEAD.fullmatch(text.strip()) if len(text) <= 80 else None
    if match is None:
        return None
    behind = re.match(_CODE, match["after"]) if not match["category"] else None
    category = match["category"] or (behind[0] if behind else "")
    start = match.start("after") if behind else max(match.start("category"), 0)
    flags = match["after"][behind.end() :] if behind else match["after"]
    only_flags = not re.sub(r"[\s·•|,;/+&-]+", "", _FLAG.sub("", flags))
    bare_year = len(match["date"]) == 4 and not arxiv_category(category)
    return Head(category, start, match["date"], flags) if only_flags and category and not bare_year else None


def read_authors(line: Line) -> AuthorList | None:
    """The names of an authors line, without the affiliation tags behind them; None if they are no names."""
    tags = _TAGS.search(line.block.text, line.start, line.end)
    found = split_authors(line.block.text, line.start, tags.start() if tags else line.end)
    clear = len(found.authors) > 1 or not found.complete or tags is not None or looks_like_person(line.text)
    return found if found.sure and clear else None


def read_tags(line: Line) -> Iterator[Place]:
    """The affiliation tags behind the authors: ``… et al. · nvidia, uw``."""
    tags = _TAGS.search(line.block.text, line.start, line.end)
    yield from _pieces(line.block.text, tags.end() if tags else line.end, line.end)


def read_figure(text: str) -> tuple[str, str]:
    """The property and value of a figure of the head; an unknown one is kept as ``figure``."""
    match = _FIGURE.fullmatch(text.strip()) if len(text) <= 40 else None
    if match is None:
        return "", ""
    label, number = (match["label"] or match["label2"]).strip(), (match["number"] or match["number2"]).strip()
    plain = number.replace(",", "")
    for name, pattern in _FIGURES.items():
        if re.fullmatch(pattern, label, re.IGNORECASE) and plain.isdigit():
            return name, plain
    return ("figure", f"{label} {number}") if re.search(r"[A-Za-z]{2}", label) else ("", "")


def _lines_of(block: Block) -> Iterator[Line]:
    start = 0
    for end in [*line_ends(block), len(block.text)]:
        text = block.text[start:end]
        if text.strip():
            first = start + len(text) - len(text.lstrip())
            yield Line(block, first, first + len(text.strip()))
        start = end


def _entry(line: Line, head: Head, body: Sequence[Line]) -> Entry | None:
    """The paper below a head line; without authors only where category and brevity leave no doubt."""
    names = next((i for i, other in enumerate(body[:4]) if i and read_authors(other)), 0)
    if not body or (not names and (len(body) > 2 or not arxiv_category(head.category))):
        return None
    authors = body[names] if names else None
    return Entry(line, head, tuple(body[: names or 1]), authors, tuple(body[names + 1 :]))


def _pieces(text: str, start: int, end: int) -> Iterator[Place]:
    last = start
    for match in [*re.compile(r"\s*[,;·|]\s*").finditer(text, start, end), None]:
        place = tightened(text, last, match.start() if match else end)
        if place[0] < place[1]:
            yield place
        last = match.end() if match else end
