"""A list of publications, told entry by entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from scholargraph.extract.entries.confidence import confidence
from scholargraph.extract.entries.cutting import Piece, cut_entries
from scholargraph.extract.entries.earlier import Where
from scholargraph.extract.entries.fields import Entry, Place
from scholargraph.extract.entries.reading import parse_reference, read_lists
from scholargraph.extract.entries.tails import Tail, read_tail, says_where
from scholargraph.extract.latex import latex_to_text
from scholargraph.extract.people import AuthorList
from scholargraph.extract.sections import Section
from scholargraph.extract.states import find_status, is_unpublished
from scholargraph.extract.tables import pattern
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Listing, Owner, link_values, read_legend, tell_authors, tell_own
from scholargraph.model import Block, Span

METHOD = "cv: publications"
_REMARK = re.compile(rf"\W*(?:[*†‡§]|\(?(?:{pattern('entry_remarks.txt')})\b)", re.IGNORECASE)
_NO_ENTRY = re.compile(rf"\W{{0,3}}(?:{pattern('no_entries.txt')})", re.IGNORECASE)
"""How notes such as ``* equal contribution``, sentences about the list and lines of other things begin."""
_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*")


class _Listing(Listing):
    """The list under one heading."""

    section: Section = Section("publications", None, ())

    def tell(
        self, work: str, span: Span, values: Mapping[str, str | Iterable[str]], sure: float = 0.95
    ) -> None:
        """Add a passage about a work already told."""
        self.telling.tell("work", span, values=values, referent=work, method=METHOD, confidence=sure)


class Lists:
    """The lists of publications of one document: cut into entries and read together, for they often share a
    look.
    """

    def __init__(self, sections: Iterable[Section], owner: Owner | None) -> None:
        self._owner = owner.name if owner else None
        known = list(dict.fromkeys(sections))
        self._read = dict(zip(known, self._together(known), strict=True))

    def entries(self, section: Section) -> list[tuple[Piece, Entry | None]]:
        """The pieces of a section, each with the entry it is, or None."""
        return self._read.get(section) or self._together([section])[0]

    def _together(self, sections: Sequence[Section]) -> list[list[tuple[Piece, Entry | None]]]:
        lists = [cut_entries(section.blocks, self._owner) for section in sections]
        return [
            list(zip(pieces, entries, strict=True))
            for pieces, entries in zip(lists, read_lists(lists), strict=True)
        ]


def tell_publications(
    telling: Telling, section: Section, owner: Owner | None, lists: Lists | None = None
) -> list[str]:
    """Tell every entry of a section of publications; gives the referents of the works in order.

    ``lists``: those of the whole document, of which the section is one.
    """
    listing = _Listing(telling, owner, read_legend(telling.document), section)
    works = []
    for piece, entry in (lists or Lists([section], owner)).entries(section):
        if entry is None or not _is_entry(piece.block, entry):
            continue
        if entry.title[0] < entry.title[1]:
            works.append(_tell_entry(listing, piece, entry))
        else:
            telling.notes.append(f"line {piece.block.start_line}: an entry without a title is not told")
    telling.notes += _jumps(section.blocks)
    return works


def is_entry(block: Block) -> bool:
    """Whether a block reads as an entry of a list of publications."""
    entry = parse_reference(block)
    return entry is not None and _is_entry(block, entry)


def title_name(printed: str) -> str:
    """A title for display: LaTeX decoded, the gap that formulas leave (``K -wise``) closed."""
    return re.sub(r"(?<=\w) -(?=[a-z])", "-", re.sub(r"\s+", " ", latex_to_text(printed)))


def _tell_entry(listing: _Listing, piece: Piece, entry: Entry) -> str:
    block = piece.block
    tail = read_tail(block.text, entry)
    span = cite(block, *entry.title)
    printed = " ".join(block.text[slice(*entry.title)].split())
    name = title_name(printed)
    values = {"workType": "thesis" if tail.is_thesis else "article"}
    sure = confidence("title", entry.likely["title"])
    work = listing.telling.tell(
        "work", span, name, printed=printed, values=values, method=METHOD, confidence=sure
    )
    _tell_authors(listing, work, block, entry)
    _tell_listing(listing, work, block, entry)
    _tell_tail(listing, work, piece, (entry, tail))
    _tell_headings(listing, work, piece, (entry, tail))
    return work


def _tell_authors(listing: _Listing, work: str, block: Block, entry: Entry) -> None:
    """The printed authors; the owner where the list is cut or leaves them out; else a doubt."""
    telling, owner, authors = listing.telling, listing.owner, _placed(entry)
    sure = confidence("authors", entry.likely["authors"])
    shown = tell_authors(listing, block, work, authors, sure) if authors else False
    if owner is None or shown:
        return
    if authors and authors.complete and not entry.implied_owner:
        telling.notes.append(f"line {block.start_line}: the printed authors do not show {owner.printed}")
    else:
        tell_own(telling, work, cite(block, *entry.title), owner)


def _placed(entry: Entry) -> AuthorList | None:
    """The authors; those of a list that leaves out its owner (``with A. Bee``) have no known place."""
    if not entry.implied_owner or entry.authors is None:
        return entry.authors
    free = tuple(replace(author, ordinal=0) for author in entry.authors.authors)
    return replace(entry.authors, authors=free)


def _tell_listing(listing: _Listing, work: str, block: Block, entry: Entry) -> None:
    """What the entry as a whole says: its number, its links, whether its authors are all."""
    inside = entry.authors
    links = [
        m for m in block.marks if m.kind == "link" and not (inside and inside.start <= m.start < inside.end)
    ]
    values = {
        "listNumber": re.sub(r"\D", "", block.key),
        "authorListComplete": str(inside.complete).lower() if inside else "",
        **link_values(block.text, [link.target for link in links]),
    }
    listing.tell(work, cite_lines(listing.telling.document, block, block), values)


def _tell_tail(listing: _Listing, work: str, piece: Piece, parts: tuple[Entry, Tail]) -> None:
    """State, venue, date and numbers, on the words that say them; earlier versions on their own."""
    (entry, tail), block = parts, piece.block
    sure = confidence("venue", entry.likely["venue"]) if tail.venue else 0.95
    said = _said(block.text, entry, tail)
    for part in sorted({piece.part(place) for _, place in said}):
        here = [(values, place) for values, place in said if piece.part(place) == part]
        values = {name: value for held, _ in here for name, value in held.items()}
        listing.tell(work, cite(block, *_around(place for _, place in here)), values, sure)
    if tail.venue:
        own = (tail.venue.start, tail.venue.end)
        near = [({}, own), ({"year": entry.year}, entry.year_at), (entry.numbers, _around(entry.numbers_at))]
        told = [(held, place) for held, place in near if place[1] and piece.part(place) == piece.part(own)]
        values = {name: value for held, _ in told for name, value in held.items()}
        span = cite(block, *_around(place for _, place in told))
        _tell_venue(listing, (tail.venue, span), ("venue", work, values), sure)
    for where in entry.earlier:
        seen = (where, cite(block, where.start, where.end))
        _tell_venue(listing, seen, ("preliminaryVersionAt", work, {"year": where.venue.year}), 0.9)


def _said(text: str, entry: Entry, tail: Tail) -> list[tuple[dict[str, str], Place]]:
    """What the words behind authors and title say, each with its place."""
    date = "dateAsPrinted" if is_unpublished(tail.status) else "datePublished"
    said: list[tuple[dict[str, str], Place]] = [
        ({"status": tail.status}, tail.stated),
        ({"venueAsPrinted": text[slice(*tail.place)]}, tail.place),
        ({date: tail.year}, entry.year_at),
        ({"award": tail.award}, entry.award or (0, 0)),
        (entry.numbers, _around(entry.numbers_at)),
    ]
    return [(values, place) for values, place in said if place[1] and any(values.values())]


def _around(places: Iterable[Place]) -> Place:
    """The stretch of text from the first to the last of some places; empty ones say nothing."""
    told = [place for place in places if place[0] < place[1]]
    return min((start for start, _ in told), default=0), max((end for _, end in told), default=0)


def _tell_venue(
    listing: _Listing, told: tuple[Where, Span], link: tuple[str, str, dict[str, str]], sure: float
) -> None:
    (where, span), (relation, work, values) = told, link
    telling, kind = listing.telling, {"venueKind": where.venue.kind}
    venue = telling.tell("venue", span, where.venue.printed, values=kind, method=METHOD, confidence=sure)
    telling.relate(relation, telling.last, {"work": work, "venue": venue}, values)


def _tell_headings(listing: _Listing, work: str, piece: Piece, parts: tuple[Entry, Tail]) -> None:
    """The headings an entry stands under, and the state and year they give entries that print none."""
    (entry, tail), section = parts, listing.section
    undated = not entry.year and not is_unpublished(tail.status)
    if section.heading is not None and section.title:
        year = _YEAR.fullmatch(section.title)
        values = {
            "listedAs": section.title,
            "status": "" if tail.status else find_status(section.title)[0],
            "datePublished": year[1] if year and undated and piece.year is None else "",
        }
        listing.tell(work, cite(section.heading), values)
    if piece.year is not None and undated and (year := _YEAR.fullmatch(piece.year.text)):
        listing.tell(work, cite(piece.year), {"datePublished": year[1]})


def _is_entry(block: Block, entry: Entry) -> bool:
    if _NO_ENTRY.match(block.text) or (_REMARK.match(block.text) and not entry.authors):
        return False
    title = block.text[slice(*entry.title)]
    bare = bool(re.fullmatch(r"\W*[“\"„«‘']" + re.escape(title) + r"\W*", block.text)) if title else False
    listed = (block.kind == "item" or bare) and title.count(" ") > 1
    return listed or entry.authors is not None or says_where(entry)


def _jumps(blocks: Sequence[Block]) -> list[str]:
    """Doubts about numbers left out in a list that counts up or down."""
    notes, last = [], 0
    for block in blocks:
        number = int(re.sub(r"\D", "", block.key) or 0) if len(block.key) < 8 else 0
        if number and last and number not in (last + 1, last - 1, 1):
            notes.append(f"line {block.start_line}: the numbering jumps from {last} to {number}")
        last = number or last
    return notes
