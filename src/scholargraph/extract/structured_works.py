"""A work whose parts are fields (an entry of a bibliography, of a structured résumé), told part by part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from scholargraph.extract.dates import find_when, parse_date
from scholargraph.extract.fields import MISSING, Node, cite_fields, plain_key
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.publications import title_name
from scholargraph.extract.states import find_status
from scholargraph.extract.structured_authors import names_authors, tell_listed_authors
from scholargraph.extract.tables import rows
from scholargraph.extract.telling import cite
from scholargraph.extract.works import Listing, link_values, tell_own
from scholargraph.model import Block, Span
from scholargraph.names.identifiers import find_arxiv_ids, find_dois, find_urls
from scholargraph.names.venues import VenueName, parse_venue

_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
_THESIS = re.compile(r"thesis|thes\b|dissertation", re.I)
_JOURNAL = re.compile(r"article|jour|journal|mgzn|ejour", re.I)
_MEETING = re.compile(r"inproceedings|conference|cpaper|conf\b|proceedings", re.I)
_VOLUME = re.compile(r"proceedings|book|edbook|collection", re.I)


class Parts(Struct, frozen=True):
    """The fields of a work by what they tell; a part inherited from a volume stands elsewhere."""

    title: Block
    held: dict[str, tuple[Block, ...]]
    span: Span
    """All the lines of the entry."""

    def first(self, *kinds: str) -> Block | None:
        """The first field that tells one of these."""
        return next((self.held[kind][0] for kind in kinds if self.held.get(kind)), None)

    @property
    def venue(self) -> Block | None:
        """The field that names where the work appeared; a publisher only where nothing says what kind of work
        it is, as in a JSON Resume."""
        publisher = None if self.held.get("type") else self.first("publisher")
        return self.first("journal", "book", "venue", "abbreviated") or publisher

    def text(self, *kinds: str) -> str:
        """Its words."""
        block = self.first(*kinds)
        return block.text if block else ""


def parts_of(node: Node, listing: Listing, inherited: Node | None = None) -> Parts | None:
    """The parts of an entry, with those that it inherits; None where nothing is its title."""
    held = dict(_sorted_fields(node))
    own = node.leaves()
    for kind, blocks in sorted(_sorted_fields(inherited)) if inherited else ():
        target = {"title": "book"}.get(kind, kind)
        if kind not in ("author", "type", "doi", "url", "abstract", "editor"):
            held.setdefault(target, blocks)
    title = held.get("title")
    if not title:
        return None
    if "author" not in held and (named := names_authors(held.get("abstract", ()))):
        held |= {"author": named, "abstract": ()}
    return Parts(title[0], held, cite_fields(listing.telling.document, own))


def tell_structured_work(listing: Listing, parts: Parts, method: str) -> str:
    """Tell a work with its authors, venue, dates and identifiers; gives its referent."""
    telling, title = listing.telling, parts.title
    span = cite(title)
    kind = {"workType": "thesis" if _THESIS.search(parts.text("type")) else "article"}
    name = title_name(title.text).rstrip(".")
    work = telling.tell("work", span, name, printed=span.quote, values=kind, method=method, confidence=0.99)
    complete, shown = tell_listed_authors(listing, parts.held.get("author", ()), work)
    if listing.owner and not shown:
        tell_own(telling, work, span, listing.owner)
    values = {"authorListComplete": complete, **_values(parts)}
    telling.tell("work", parts.span, values=values, referent=work, method=method, confidence=0.99)
    _tell_venue(listing, parts, work, method)
    _tell_school(listing, parts, work)
    _tell_topics(listing, parts, work)
    return work


def editors(parts: Parts) -> Iterator[Block]:
    """The editors of a volume; those of the volume that a chapter stands in are none of its own."""
    if _VOLUME.search(parts.text("type")) and not parts.held.get("author"):
        yield from parts.held.get("editor", ())


def _sorted_fields(node: Node) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """What the fields of an entry tell, the better key of two first."""
    found: dict[str, dict[str, list[Block]]] = {}
    for key, child in node.children.items():
        kind = _kinds().get(plain_key(key), "")
        said = [block for block in child.leaves() if not MISSING.fullmatch(block.text)]
        if kind and said:
            found.setdefault(kind, {})[key] = said
    for kind, by_key in found.items():
        joined = [block for blocks in by_key.values() for block in blocks]
        full = by_key.get("FAU") if kind == "author" else None
        yield kind, tuple(full or joined)


@cache
def _kinds() -> dict[str, str]:
    return {key: kind for kind, keys in rows("work_fields.tsv").items() for key in keys}


def _values(parts: Parts) -> dict[str, str | list[str]]:
    status, when, thesis = _status(parts), _date(parts), bool(_THESIS.search(parts.text("type")))
    links = link_values(" ".join(block.text for block in parts.held.get("url", ())))
    where = parts.venue
    venue = where.text if where else ""
    said = " ".join(block.text for kind in ("status", "url") for block in parts.held.get(kind, ()))
    arxiv = _arxiv(parts) or list(dict.fromkeys(found.value for found in find_arxiv_ids(f"{venue} {said}")))
    unpublished = status in ("in submission", "in preparation") and not arxiv
    return {
        "abstract": parts.text("abstract"),
        "dateAsPrinted" if unpublished else "datePublished": when,
        "status": status,
        "venueAsPrinted": parts.text("school", "publisher")
        if thesis
        else venue or parts.text("publisher", "school"),
        "doi": [found.value for found in find_dois(parts.text("doi"))] or list(links.get("doi", ())),
        "arxivId": arxiv,
        "url": list(links.get("url", ())),
        "code": [found.value for found in find_urls(parts.text("code"))] or list(links.get("code", ())),
        "award": parts.text("award"),
        "isbn": parts.text("isbn"),
        **_numbers(parts),
    }


def _numbers(parts: Parts) -> dict[str, str]:
    first, last = parts.text("firstpage"), parts.text("lastpage")
    pages = parts.text("pages") or "–".join(page for page in (first, last) if page)
    return {"volume": parts.text("volume"), "issue": parts.text("issue"), "pages": pages}


def _status(parts: Parts) -> str:
    """The state that a note tells; an unpublished entry that tells none is in preparation."""
    said = " ".join(
        block.text for kind in ("status", "journal", "book") for block in parts.held.get(kind, ())
    )
    told = find_status(said)[0]
    return told or ("in preparation" if parts.text("type").casefold() in ("unpublished", "unpb") else "")


def _date(parts: Parts) -> str:
    """The date in the precision given; ``2019/03/12/`` and CSL's ``2019``, ``3``, ``12`` are days."""
    blocks = parts.held.get("date", ())
    dotted = [block for block in blocks if "/date-parts/" in block.key]
    text = "-".join(f"{int(block.text):02}" for block in dotted[:3] if block.text.isdigit())
    found = [_one_date(said) for said in (text, *(block.text for block in blocks if block not in dotted))]
    return max((date for date in found if date), key=len, default="")


def _one_date(text: str) -> str:
    bare = text.strip(" /")
    if re.fullmatch(r"\d{4}/\d{1,2}(?:/\d{1,2})?", bare):
        return "-".join(f"{int(part):02}" for part in bare.split("/"))
    when = find_when(text)
    return parse_date(bare) or (when.start if when else "")


def _arxiv(parts: Parts) -> list[str]:
    bare = re.sub(r"^arxiv:\s*", "", parts.text("arxiv"), flags=re.I).strip()
    return [re.sub(r"v\d+$", "", bare)] if _ARXIV.fullmatch(bare) else []


def _tell_venue(listing: Listing, parts: Parts, work: str, method: str) -> None:
    block = parts.venue
    venue = parse_venue(block.text) if block else None
    if block is None or venue is None or _THESIS.search(parts.text("type")):
        return
    telling, kind = listing.telling, {"venueKind": venue.kind or _venue_kind(parts, venue)}
    referent = telling.tell("venue", cite(block), venue.printed, values=kind, method=method)
    values = {"year": _date(parts)[:4] or venue.year, **_numbers(parts)}
    passage = telling.evidence("venue", parts.span, method=method, confidence=0.99)
    telling.relate("venue", passage, {"work": work, "venue": referent}, values)


def _tell_school(listing: Listing, parts: Parts, work: str) -> None:
    """The university of a thesis."""
    block = parts.first("school", "publisher")
    if block and _THESIS.search(parts.text("type")):
        school = tell_organization(listing.telling, block, 0, len(block.text))
        passage = listing.telling.evidence("affiliation", cite(block))
        listing.telling.relate("affiliation", passage, {"subject": work, "object": school})


def _venue_kind(parts: Parts, venue: VenueName) -> str:
    kind = parts.text("type")
    if _JOURNAL.search(kind) and (parts.held.get("journal") or not _MEETING.search(kind)):
        return "journal"
    if _MEETING.search(kind) or (parts.held.get("book") and not parts.held.get("journal")):
        return "workshop" if "workshop" in venue.printed.casefold() else "conference"
    return ""


def _tell_topics(listing: Listing, parts: Parts, work: str) -> None:
    for block in parts.held.get("keywords", ()):
        for start, end in _pieces(block.text):
            span = cite(block, start, end)
            topic = listing.telling.tell("topic", span, block.text[start:end], printed=span.quote)
            listing.telling.relate("about", listing.telling.last, {"subject": work, "object": topic})


def _pieces(text: str) -> Iterable[tuple[int, int]]:
    """What stands between commas, semicolons and bars."""
    return [match.span() for match in re.finditer(r"[^\s,;|](?:[^,;|\n]*[^\s,;|])?", text)]
