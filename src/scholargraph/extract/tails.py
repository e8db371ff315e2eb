"""What stands after the title of a publication: venue, year, numbers, state, where it appeared before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from scholargraph.extract.dates import find_years
from scholargraph.extract.numbers import find_numbers
from scholargraph.extract.states import find_status, is_unpublished
from scholargraph.model import Block
from scholargraph.names.venues import VenueName, looks_like_venue, parse_venue

_PRELIMINARY = re.compile(
    r"(?:\b(?:an?|the)\s+)?"
    r"\b(?:preliminary|earlier|previous|short(?:er)?|conference|workshop|extended[- ]abstract|abridged)\s+"
    r"(?:version|paper|abstract|proceedings)\s+(?:of this (?:paper|work)\s+)?"
    r"(?:(?:is|was|has been|has)\s+)?(?:also\s+)?(?:published|appeared|appears|presented|accepted)?\s*"
    r"(?:on|in|at|by)\s+(?:the\s+)?(?P<venue>.+?)(?=\.\s|\.?$|;|\)|\])",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"in\b|proceedings|proc\.|arxiv|biorxiv|medrxiv|ssrn|nber|available|doi|https?:|eds?\.|edited by|vol\."
    r"|special issue"
    r"|(?:ph\.?d\.?|doctoral|master'?s|m\.?sc\.?|bachelor'?s)\b.*\b(?:thesis|dissertation)|dissertation|thesis"
    r"|\(?(?:19|20)\d\d\b|[\w .,:]+\b(?:University )?Press\b",
    re.IGNORECASE,
)
_PLACE_PUBLISHER = re.compile(r"[A-Z][\w. ]+(?:, [A-Z]{2})?: [A-Z][\w&. ]+, (?:19|20)\d\d")
_AWARD = re.compile(
    r"(?:\b[A-Z][\w-]*\s+){0,3}\b(?:Best|Outstanding|Distinguished|Top)\b[^.;,()\[\]]*?"
    r"\b(?:Paper|Award|Prize|Poster|Thesis|Dissertation|Article|Book)\b"
    r"(?:\s+(?:Award|Prize|Runner[- ]up|Finalist|Honorable Mention|Nomination|Candidate))*"
)
_THESIS = re.compile(r"\b(?:thesis|dissertation|habilitation)\b", re.IGNORECASE)
_LINK_LABEL = re.compile(
    r"[\[(](?:pdf|code|paper|arxiv|slides|video|poster|bib(?:tex)?|link|html|doi|project|website|data|talk|blog)[\])]",
    re.IGNORECASE,
)
_SEGMENT = re.compile("".join(rf"(?<!\b[A-Z][a-z]{{{n}}})" for n in range(5)) + r"\.\s+|;\s+|[()\[\]]")
"""A full stop after a short capitalised word (``Soil Sci. Soc. Am. J.``) parts nothing."""
_PUBLISHER = re.compile(
    r"\b(?:press(?:es)?|verlag|publish\w+|books|springer|wiley|elsevier|routledge|blackwell|norton|penguin)\b",
    re.I,
)


class Where(Struct, frozen=True):
    """A venue and the place ``text[start:end]`` where it is printed."""

    venue: VenueName
    start: int
    end: int


class Tail(Struct, frozen=True, kw_only=True):
    """What the words after a title say; empty strings for what they do not."""

    venue: Where | None = None
    status: str = ""
    state: tuple[int, int] = (0, 0)
    """Where the words of the status stand; ``(0, 0)`` if it only follows from the venue."""
    earlier: tuple[Where, ...] = ()
    year: str = ""
    numbers: dict[str, str] = {}
    """volume, issue, pages."""
    award: str = ""
    is_thesis: bool = False


def parse_tail(block: Block, start: int, end: int | None = None) -> Tail:
    """Read ``block.text[start:end]``; italics are taken for the venue."""
    end = len(block.text) if end is None else end
    earlier = [where for match in _PRELIMINARY.finditer(block.text, start, end) if (where := _where(match))]
    taken = [(max(start, _start_of_clause(block.text, where.start, start)), where.end) for where in earlier]
    rest = _blank(block.text, start, end, taken)
    status, state = find_status(rest)
    unpublished = is_unpublished(status)
    is_thesis = bool(_THESIS.search(rest, start))
    venue = (
        None
        if unpublished or is_thesis
        else _venue(block, _blank(rest, 0, end, [state] if status == "published" else []), start)
    )
    years = [found for found in find_years(rest) if found[1] >= start and not unpublished]
    award = _AWARD.search(rest, start)
    return Tail(
        venue=venue,
        status=status or _implied(venue),
        state=state,
        earlier=tuple(earlier),
        year=_year(years, venue),
        numbers=find_numbers(rest[start:]),
        award=award[0].strip() if award else "",
        is_thesis=is_thesis,
    )


def opens_tail(text: str) -> bool:
    """Whether ``text`` begins as what follows a title: a venue, state, year, ``In …``, a publisher."""
    head = re.split(r"[.;,]\s|\s\(|\s(?=\d)|[.,;]?$", text, maxsplit=1)[0].strip()
    after = text[len(head) :].lstrip(" .,;(")
    status, (begin, _) = find_status(text[:60])
    if (status and begin <= 1) or _OPENING.match(text) or _PLACE_PUBLISHER.match(text):
        return True
    if looks_like_venue(head):
        return True
    ends = not after or after[0].isdigit() or find_status(after[:30])[0]
    return bool(ends) and len(head.split()) <= 6 and looks_like_venue(f"{head} 2000")


def _where(match: re.Match[str]) -> Where | None:
    printed = match["venue"].strip(" .,*")
    venue = parse_venue(printed)
    return Where(venue, match.start("venue"), match.start("venue") + len(printed)) if venue else None


def _start_of_clause(text: str, position: int, floor: int) -> int:
    return max(text.rfind(". ", floor, position) + 1, text.rfind("(", floor, position), floor)


def _blank(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """The text up to ``end`` with all before ``start`` and the spans turned into spaces: places stay."""
    kept = list(" " * start + text[start:end])
    for first, last in spans:
        kept[first:last] = " " * (last - first)
    return _LINK_LABEL.sub(lambda match: " " * len(match[0]), "".join(kept))


def _venue(block: Block, rest: str, start: int) -> Where | None:
    italics = [
        _tightened(rest, max(m.start, start), m.end)
        for m in block.marks
        if m.kind == "italic" and m.end > start
    ]
    candidates = [span for span in italics if len(rest[slice(*span)].strip(" .,")) > 1] or list(
        _segments(rest, start)
    )
    read = [_narrowed(rest, venue, span) for span in candidates if (venue := _readable(rest[slice(*span)]))]
    likely = [where for where in read if looks_like_venue(rest[where.start : where.end])]
    best = next(iter(likely or (read if italics else read[:1])), None)
    return _with_year(rest, best) if best else None


def _narrowed(rest: str, venue: VenueName, span: tuple[int, int]) -> Where:
    """The place of the printed series, and of the year if that follows, without volume and pages."""
    begin = rest.find(venue.printed, *span)
    if begin < 0:
        return Where(venue, *span)
    end = begin + len(venue.printed)
    year = re.match(rf"[\s,.(]*{venue.year}|['’]\d\d", rest[end : span[1]]) if venue.year else None
    if venue.year and not year:
        return Where(venue, *span)
    return Where(venue, begin, end + (year.end() if year else 0))


def is_publisher(venue: VenueName) -> bool:
    """Whether the words name a publishing house and no series."""
    return not venue.kind and bool(_PUBLISHER.search(venue.printed))


def _readable(text: str) -> VenueName | None:
    """A venue if there is more than a year, number, address or remark in the words."""
    bare = re.sub(r"https?://\S+|\bdoi:?\s*\S+|\b10\.\d{4,}/\S+|;\s*\d.*$", " ", text, flags=re.IGNORECASE)
    if (
        not re.search(r"[^\W\d_]{2}", bare)
        or _AWARD.fullmatch(bare.strip())
        or re.match(r"\s*(?:with|joint)\b", bare)
    ):
        return None
    return parse_venue(re.sub(r"^\s*(?:in|In)[:\s]+", "", bare))


def _segments(rest: str, start: int) -> Iterator[tuple[int, int]]:
    """Pieces between full stops and brackets, as candidates for a venue that no italics mark."""
    last = start
    for match in [*_SEGMENT.finditer(rest, start), None]:
        stop = match.start() if match else len(rest)
        if rest[last:stop].strip(" .,;"):
            yield _tightened(rest, last, stop)
        last = match.end() if match else stop


def _tightened(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(' .,;:()"”’'))
    return start + lead, max(
        start + lead, start + len(piece.rstrip(' ,;:("“')) - (piece.rstrip()[-1:] == ".")
    )


def _with_year(rest: str, where: Where) -> Where:
    """A venue whose year follows outside the italics: ``*ICML*, 2024``, ``*Nature* 12 (2019)``."""
    if where.venue.year:
        return where
    after = re.match(r"[\s,(]*((?:19|20)\d\d)\b", rest[where.end :])
    if not after:
        return where
    venue = VenueName(where.venue.series, where.venue.kind, after[1], where.venue.printed)
    return Where(venue, where.start, where.end + after.end())


def _year(years: list[tuple[str, int, int]], venue: Where | None) -> str:
    """The venue's own year, else the last one printed that is no page range."""
    if venue and venue.venue.year:
        return venue.venue.year
    return years[-1][0] if years else ""


def _implied(venue: Where | None) -> str:
    if venue is None:
        return ""
    return "preprint" if venue.venue.kind == "repository" else "published"
