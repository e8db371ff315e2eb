"""An entry of a list of publications taken apart: authors, title, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from scholargraph.extract.blocks import line_ends
from scholargraph.extract.people import AuthorList, split_authors
from scholargraph.extract.states import find_status
from scholargraph.extract.tails import opens_tail
from scholargraph.model import Block, Mark
from scholargraph.names.people import PersonName, compatible, looks_like_person, parse_person
from scholargraph.names.venues import looks_like_venue

_NUMBER = re.compile(r"\s*(?:\[\w{1,4}\]|\(?[A-Z]?\d{1,3}[.)\]](?!\d)|[•◦▪–—-])\s*")
_YEAR_FIRST = re.compile(r"\s*\(?((?:19|20)\d\d)[a-z]?\)?(?:[.,:]|\s(?=[\"“A-Z])|\t)\s*")
_AUTHORS_END = re.compile(
    r"(?P<stop>\.[*†‡]?\s+|:\s+|\.?,?\s*(?=[“\"«„])|[.,]?\s*(?=\(?(?:19|20)\d\d[a-z]?\)?[.,:)\s])|,?\s*$)"
)
_YEAR_BETWEEN = re.compile(r"[\s.,:]*\(?\b((?:19|20)\d\d)[a-z]?(?:,\s*[A-Z][a-z]+)?\)?[.,:)]*\s*")
_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\bvs)(?<!\bSt)(?<!\bDr)(?<!\bcf)(?<!\be\.g)(?<!\bi\.e)(?<!\bno)(?<!\bvol)[.?!][\"”’)*]?\s+(?=[\"“(\[]?\S)"
)
_COMMA = re.compile(r",\s+|\s+[-–—|]\s+|\s+(?=\()")
_QUOTED = re.compile(r"[“\"„«]\s*([^“”\"«»]+?(?:[“\"][^”\"]+[”\"][^”\"]*)?)\s*[,.]?\s*[”\"»]")
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
    start = between.end() if between else _skip(block.text, authors.end)
    end, after = _title_end(block, start)
    return Reference(
        authors=authors,
        title=_trim(block.text, start, end),
        tail=(after, len(block.text)),
        year=between[1] if between else "",
    )


def _title_first(block: Block, start: int, owner: PersonName | None) -> Reference:
    if (match := _WITH.search(block.text, start)) and (
        named := split_authors(block.text, *match.span(1))
    ).sure:
        end, after = _title_end(block, start)
        if match.start() <= end or match.start() <= after + 2:
            end, after = (
                min(end, match.start()),
                match.end() + (block.text[match.end() : match.end() + 1] in ")]"),
            )
        title = _trim(block.text, start, end)
        return Reference(authors=named, title=title, tail=(after, len(block.text)), implied_owner=True)
    for end, after in _title_ends(block, start):
        authors = _trusted(block, _authors_at(block, after, owner), owner)
        if authors and authors.start == after:
            tail = (_skip(block.text, authors.end), len(block.text))
            return Reference(authors=authors, title=_trim(block.text, start, end), tail=tail)
    end, after = _title_end(block, start)
    return Reference(title=_trim(block.text, start, end), tail=(after, len(block.text)))


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
        if m.kind in ("italic", "link") and m.start > start and not _names_person(block, m)
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
    for match in re.finditer(r",\s+", text[start : start + 1500]):
        read = _read_authors(text, start, start + match.start())
        if read is None and best:
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
        if m.kind == "bold" and authors.start <= m.start < authors.end and _names_person(block, m)
    ]
    several = len(authors.authors) > 1 or not authors.complete
    return authors if several or bold or owner is None or is_owner(authors.authors[0].name, owner) else None


def _names_person(block: Block, mark: Mark) -> bool:
    return looks_like_person(block.text[mark.start : mark.end].strip(" *†‡.,"))


def _title_end(block: Block, start: int) -> tuple[int, int]:
    """Where the title ends, and what follows begins: the first end followed by a venue or state."""
    text = block.text
    if by_mark := _marked_title(block, start):
        return by_mark
    limit = _venue_in_italics(block, start)
    ends = list(_plain_ends(text, start, limit))
    tailed = [end for end in ends if opens_tail(text[end[1] :])]
    if tailed or limit < len(text):
        return tailed[0] if tailed else (limit, limit)
    return ends[0] if ends else _before_comma(text, start)


def _title_ends(block: Block, start: int) -> Iterator[tuple[int, int]]:
    """Everything that may end a title before a list of authors."""
    if by_mark := _marked_title(block, start):
        yield by_mark[0], _skip(block.text, by_mark[1])
        return
    ends = {match.start() + 1: match.end() for match in _SENTENCE.finditer(block.text, start)}
    ends |= {end: _skip(block.text, end) for end in line_ends(block) if end > start}
    ends |= {match.start(): match.end() for match in _COMMA.finditer(block.text, start)}
    yield from sorted(ends.items())


def _marked_title(block: Block, start: int) -> tuple[int, int] | None:
    """A title in quotes, or one that bold type, italics or a link set off from its beginning."""
    if quoted := _QUOTED.match(block.text, start):
        return quoted.end(1), quoted.end()
    for mark in block.marks:
        text = block.text[mark.start : mark.end]
        apart = mark.kind == "link" or _stands_apart(block, mark)
        whole = mark.end >= len(block.text.rstrip(" .")) and len(list(_SENTENCE.finditer(text))) > 0
        at_start = start <= mark.start <= start + 1
        if (
            at_start
            and mark.kind != "code"
            and apart
            and not whole
            and not _names_person(block, mark)
            and " " in text
        ):
            return mark.end, mark.end
    return None


def _stands_apart(block: Block, mark: Mark) -> bool:
    """Whether more than the mark ends with it: punctuation, another mark or a line's end follows."""
    rest = block.text[mark.end :]
    begins = mark.end + len(rest) - len(rest.lstrip())
    return (
        bool(re.match(r"[\s\"”]*(?:[.,;:(\[?!]|$)", rest))
        or block.text[mark.start : mark.end].rstrip()[-1:] in ".?!,"
        or any(m.start == begins for m in block.marks)
        or any(mark.end <= end <= begins for end in line_ends(block))
    )


def _venue_in_italics(block: Block, start: int) -> int:
    """Where italics begin that hold the venue or state; the end of the text if none do."""
    for mark in sorted(block.marks, key=lambda m: m.start):
        before = block.text[start : mark.start].rstrip()
        inside = block.text[mark.start : mark.end].strip()
        if mark.kind == "italic" and len(before) > 2 and inside:
            after = block.text[mark.end :].lstrip(" .,;(")
            closes = (not after or after[0].isdigit() or find_status(after[:30])[0]) and " " in inside
            if before[-1] in '.?!,:;”"' or re.search(r"\b[Ii]n:?$", before) or closes or opens_tail(inside):
                return mark.start
    return len(block.text)


def _plain_ends(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text, start, limit):
        yield match.start() + 1, match.end()


def _before_comma(text: str, start: int) -> tuple[int, int]:
    """``Title in words, ICML 2024``: a comma before a venue or state ends a title that no full stop ends."""
    for match in _COMMA.finditer(text, start):
        rest = text[match.end() :]
        if opens_tail(rest) and (
            looks_like_venue(rest.split(", ")[0]) or not rest[:1].islower() or rest.startswith("in ")
        ):
            return match.start(), match.end()
    return len(text), len(text)


def _skip(text: str, position: int) -> int:
    match = re.compile(r"[\s.,;:]*").match(text, position)
    return match.end() if match else position


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A title without quotes, white space and the full stop or comma at its end; ``?`` and ``!`` stay."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(' \t\n“"„«*'))
    return start + lead, start + max(lead, len(piece.rstrip(' \t\n.,;:”"»')))
