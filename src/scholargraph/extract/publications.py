"""A list of publications, told entry by entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from scholargraph.extract.blocks import LONGEST, merged
from scholargraph.extract.latex import latex_to_text
from scholargraph.extract.people import AuthorList
from scholargraph.extract.references import Reference, parse_reference
from scholargraph.extract.sections import Section
from scholargraph.extract.states import find_status, is_unpublished
from scholargraph.extract.tails import Tail, Where, is_publisher, opens_tail, parse_tail
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Listing, Owner, link_values, read_legend, tell_authors, tell_own
from scholargraph.model import Block, Span

METHOD = "cv: publications"
_REMARK = re.compile(
    r"\W*(?:[*†‡§]|\(?(?:see|note|for|full list|google scholar|authors?|names?|my)\b)", re.IGNORECASE
)
"""How notes such as ``* equal contribution`` and sentences about the list begin."""


class _Listing(Listing):
    """The list under one heading."""

    section: Section = Section("publications", None, ())

    def tell(self, work: str, span: Span, values: Mapping[str, str | Iterable[str]]) -> None:
        """Add a passage about a work already told."""
        self.telling.tell("work", span, values=values, referent=work, method=METHOD)


def tell_publications(telling: Telling, section: Section, owner: Owner | None) -> list[str]:
    """Tell every entry of a section of publications; gives the referents of the works in order."""
    listing = _Listing(telling, owner, read_legend(telling.document), section)
    works = []
    for block in _entries(section.blocks, owner):
        reference = parse_reference(block, owner.name if owner else None)
        if reference and _is_entry(block, reference):
            works.append(_tell_entry(listing, block, reference))
    telling.notes += _jumps(section.blocks)
    return works


def is_entry(block: Block) -> bool:
    """Whether a block reads as an entry of a list of publications."""
    reference = parse_reference(block)
    return reference is not None and _is_entry(block, reference)


def title_name(printed: str) -> str:
    """A title for display: LaTeX decoded, the gap that formulas leave (``K -wise``) closed."""
    return re.sub(r"(?<=\w) -(?=[a-z])", "-", re.sub(r"\s+", " ", latex_to_text(printed)))


def _tell_entry(listing: _Listing, block: Block, reference: Reference) -> str:
    tail = parse_tail(block, *reference.tail)
    span = cite(block, *reference.title)
    name = title_name(block.text[slice(*reference.title)])
    values = {"workType": "thesis" if tail.is_thesis else "article"}
    work = listing.telling.tell("work", span, name, printed=span.quote, values=values, method=METHOD)
    _tell_authors(listing, work, block, reference)
    _tell_listing(listing, work, block, reference)
    _tell_tail(listing, work, block, (reference, tail))
    _tell_heading(listing, work, tail.status)
    return work


def _tell_authors(listing: _Listing, work: str, block: Block, reference: Reference) -> None:
    """The printed authors; the owner where the list is cut or leaves them out; else a doubt."""
    telling, owner, authors = listing.telling, listing.owner, _placed(reference)
    shown = tell_authors(listing, block, work, authors) if authors else False
    if owner is None or shown:
        return
    if authors and authors.complete and not reference.implied_owner:
        telling.notes.append(f"line {block.start_line}: the printed authors do not show {owner.printed}")
    else:
        tell_own(telling, work, cite(block, *reference.title), owner)


def _placed(reference: Reference) -> AuthorList | None:
    """The authors; those of a list that leaves out its owner (``with A. Bee``) have no known place."""
    if not reference.implied_owner or reference.authors is None:
        return reference.authors
    free = tuple(replace(author, ordinal=0) for author in reference.authors.authors)
    return replace(reference.authors, authors=free)


def _tell_listing(listing: _Listing, work: str, block: Block, reference: Reference) -> None:
    """What the entry as a whole says: its number, its links, whether its authors are all."""
    inside = reference.authors
    links = [
        m for m in block.marks if m.kind == "link" and not (inside and inside.start <= m.start < inside.end)
    ]
    values = {
        "listNumber": re.sub(r"\D", "", block.key),
        "authorListComplete": str(inside.complete).lower() if inside else "",
        **link_values(block.text, [link.target for link in links]),
    }
    listing.tell(work, cite_lines(listing.telling.document, block, block), values)


def _tell_tail(listing: _Listing, work: str, block: Block, parts: tuple[Reference, Tail]) -> None:
    """State, venue, date and numbers, on the words after the title; earlier versions on their own."""
    reference, tail = parts
    year = tail.year or reference.year
    unpublished = is_unpublished(tail.status)
    values = {
        "status": tail.status,
        "venueAsPrinted": block.text[tail.venue.start : tail.venue.end] if tail.venue else "",
        "dateAsPrinted" if unpublished else "datePublished": year,
        "award": tail.award,
        **tail.numbers,
    }
    start, end = _words(block.text, *reference.tail)
    if any(values.values()) and start < end:
        listing.tell(work, cite(block, 0 if year != tail.year else start, end), values)
    if tail.venue and not is_publisher(tail.venue.venue):
        last = end if tail.numbers else tail.venue.end
        _tell_venue(listing, block, (tail.venue, last), ("venue", work, {"year": year, **tail.numbers}))
    for where in tail.earlier:
        _tell_venue(
            listing, block, (where, where.end), ("preliminaryVersionAt", work, {"year": where.venue.year})
        )


def _tell_venue(
    listing: _Listing, block: Block, place: tuple[Where, int], link: tuple[str, str, dict[str, str]]
) -> None:
    (where, end), (relation, work, values) = place, link
    span = cite(block, where.start, max(end, where.end))
    kind = {"venueKind": where.venue.kind}
    venue = listing.telling.tell("venue", span, where.venue.printed, values=kind, method=METHOD)
    listing.telling.relate(relation, listing.telling.last, {"work": work, "venue": venue}, values)


def _tell_heading(listing: _Listing, work: str, status: str) -> None:
    """The heading an entry stands under, and the state it gives those that print none (``Under review``)."""
    section = listing.section
    if section.heading is not None and section.title:
        values = {"listedAs": section.title, "status": "" if status else find_status(section.title)[0]}
        listing.tell(work, cite(section.heading), values)


def _entries(blocks: Sequence[Block], owner: Owner | None) -> Iterator[Block]:
    """One block per entry: lines that hold only a part of one are put together."""
    held: Block | None = None
    for block in blocks:
        follows = held and block.start_line == held.end_line + 1 and block.kind == "paragraph"
        if held and follows and len(held.text) < LONGEST and _continues(held, block, owner):
            held = merged(held, block)
        else:
            if held:
                yield held
            held = block
    if held:
        yield held


def _continues(held: Block, block: Block, owner: Owner | None) -> bool:
    if _is_whole(held, owner):
        return opens_tail(block.text) and not _is_whole(block, owner)
    return not _is_whole(block, owner) or (_has_authors(held, owner) and not _has_authors(block, owner))


def _has_authors(block: Block, owner: Owner | None) -> bool:
    reference = parse_reference(block, owner.name if owner else None)
    return reference is not None and reference.authors is not None


def _is_whole(block: Block, owner: Owner | None) -> bool:
    reference = parse_reference(block, owner.name if owner else None)
    if reference is None:
        return False
    tail = parse_tail(block, *reference.tail)
    return _says_where(tail) and (block.text[:1] in '“"' or not opens_tail(block.text))


def _says_where(tail: Tail) -> bool:
    return bool(tail.venue or tail.status or tail.year)


def _is_entry(block: Block, reference: Reference) -> bool:
    if _REMARK.match(block.text) and not reference.authors:
        return False
    listed = block.kind == "item" and " " in block.text[slice(*reference.title)]
    return listed or reference.authors is not None or _says_where(parse_tail(block, *reference.tail))


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" .,;:)\n"))
    return start + lead, start + len(piece.rstrip(" \n.,;"))


def _jumps(blocks: Iterable[Block]) -> list[str]:
    """Doubts about numbers left out in a list that counts up or down."""
    notes, last = [], 0
    for block in blocks:
        number = int(re.sub(r"\D", "", block.key) or 0) if len(block.key) < 8 else 0
        if number and last and number not in (last + 1, last - 1, 1):
            notes.append(f"line {block.start_line}: the numbering jumps from {last} to {number}")
        last = number or last
    return notes
