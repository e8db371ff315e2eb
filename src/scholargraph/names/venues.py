"""Where works appear: journals, conferences, workshops and repositories, as series without year."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct

from scholargraph.names.text import fold, words


class VenueName(Struct, frozen=True):
    """A venue read from print; ``series`` is the name for display (``NeurIPS``, ``Annals of Statistics``)."""

    series: str
    kind: str
    """``journal``, ``conference``, ``workshop``, ``repository`` or ``""``."""
    year: str
    """Four digits, or empty."""
    printed: str
    """The series as it was printed: without lead (``Proc. of the``), ordinal, year, volume and pages."""


_YEAR = re.compile(r"(?<![\d.:/-])((?:19|20)\d\d)(?![\d:]|[-–]\d)")
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z&*])[-\s]?['’‘`]\s?(\d\d)\b|(?<=[A-Z]{2})-?(\d\d)\b")
_PREPRINT_ID = re.compile(
    r"(?:\barxiv)?\s*[:/]?\s*(?<![\d.])\d{4}\.\d{4,5}(?:v\d+)?\b|(?<=arxiv)[:/\s]\s*[a-z.-]+/\d{7}|\[[a-z-]+(?:\.[A-Z]{2})?\]"
    r"|\b(?:doi:\s*)?10\.\d{4,9}/\S+|\b\d{4}\.\d\d\.\d\d\.\d+",
    re.I,
)
_LEAD = re.compile(
    r"^(?:(?:in|at|on|accepted (?:at|by|to|in)|to appear (?:in|at)|appear(?:s|ed|ing) (?:in|at)"
    r"|published (?:in|at|by)|presented at|submitted to|under review at|is|the|proc\.?|proceedings"
    r"|(?:extended )?abstract)\b[.:]?(?:\s+of\b)?\s*)+",
    re.I,
)
_ORDINAL = re.compile(
    r"\b\d{1,3}(?:st|nd|rd|th)\b|\b(?:[a-z]+ty[-\s])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|[a-z]+teenth|[a-z]+tieth)\b|\bannual\b(?! review)",
    re.I,
)
_NUMBERS = re.compile(
    r"[,;:(]?\s*\b(?:vol(?:ume)?|no|number|issue|pp|pages?|art(?:icle)?|ser(?:ies)?)\b\.?\s*\(?[A-Z]?\d[\w./–-]*\)?"
    r"|[,\s]\s*\d+\s*\(\d[\d–-]*\)(?:\s*[:,]\s*[\w–.-]+)?|[,\s]\s*\d+\s*:\s*[\d–-]+|,\s*\d+(?:\s*[-–]+\s*\d+)?(?=\s*(?:,|$))"
    r"|\s\d+$",
    re.I,
)
_REMARK = re.compile(
    r"\(?\b(?:oral|spotlight|poster|best (?:student )?paper[\w\s]*|to appear|in press|forthcoming"
    r"|notable[\w\s%-]*|pmlr|outstanding paper[\w\s]*|preliminary version"
    r"|(?:datasets and benchmarks|main|industry|demo|research)\s+track)\b\)?",
    re.I,
)
_STATUS = re.compile(
    r"^(?:(?:currently\s+)?(?:in|under)\s+(?:submission|preparation|review|revision|press)|submitted|manuscript"
    r"|preprint|working paper|draft|to appear|accepted|forthcoming|unpublished|technical report"
    r"|.*\bthesis|.*\bdissertation)\b[.\s]*$",
    re.I,
)
_SENTENCE = re.compile(r"\b(?:I|we|he|she|they|you|my|our|his|her|is|was|were|has|have)\b")
_KINDS = (
    ("workshop", r"\bworkshops?\b|\bwkshp\b"),
    ("conference", r"\b(?:conference|conf\.|symposium|symp\.|proceedings|proc\.|congress|colloquium|meeting"
     r"|convention)(?!\w)"),
    ("journal", r"\b(?:journal|transactions|trans\.|annals|ann\.|letters|lett\.|reviews?|magazine|archives?"
     r"|acta|quarterly|bulletin|advances in|j\.|rev\.|zeitschrift|revue|rivista)(?!\w)"),
    ("repository", r"\b(?:\w*rxiv|preprints?|working papers?|eprints?)\b"),
)  # fmt: skip


def parse_venue(text: str) -> VenueName | None:
    """The series, kind and year of a venue as printed; None for no text and for a status (``in submission``).

    An unknown venue keeps its words; its kind is guessed from them.
    """
    if not words(text) or _STATUS.match(text.strip()):
        return None
    year, bare = _year_and_rest(text)
    printed = _tidy(_without_numbers(bare))
    if not words(printed):
        return None
    if _is_workshop(printed):
        return VenueName(_workshop_series(printed), "workshop", year, printed)
    if known := _lookup(printed) or _contained(printed):
        return VenueName(known.display, known.kind, year, printed)
    return VenueName(printed, _kind(text), year, printed)


def is_known_venue(text: str) -> bool:
    """Whether a text is, word for word, the name, acronym or alias of a venue in the table."""
    return fold(text) in _table()


def looks_like_venue(text: str) -> bool:
    """Whether a text alone reads as a venue: a known name, or a short title with ``Journal``, ``Workshop`` …

    Names that are also plain words (``Science``, ``Machine Learning``) count only with a year or number.
    """
    found = parse_venue(text)
    if found is None or len(words(text)) > 25:
        return False
    numbered = _tidy(text) != found.printed
    known = _lookup(found.series)
    if known:
        return numbered or bool(_kind(text)) or found.printed in known.acronyms or len(known.name.split()) > 2
    return (
        bool(_kind(text))
        and found.printed[:1].isupper()
        and len(words(text)) <= 16
        and not _SENTENCE.search(text)
    )


def venue_key(text: str) -> str:
    """What two prints of one series share, whatever year, spelling or acronym they have."""
    found = parse_venue(text)
    if found is None:
        return fold(text)
    if found.kind != "workshop":
        return fold(found.series)
    content = (word for word in words(found.series) if word not in _SMALL)
    return "workshop " + " ".join(sorted(set(content)))


_SMALL = frozenset({"workshop", "workshops", "on", "at", "the", "of", "in", "for", "and", "a"})


class _Series(Struct, frozen=True):
    name: str
    acronyms: tuple[str, ...]
    kind: str
    aliases: tuple[str, ...]

    @property
    def display(self) -> str:
        """Conferences are called by their acronym, journals by their name."""
        return self.acronyms[0] if self.acronyms and self.kind in {"conference", "workshop"} else self.name


def _year_and_rest(text: str) -> tuple[str, str]:
    text = _PREPRINT_ID.sub(
        lambda match: "arXiv" if match.start() == 0 and "arxiv" in match[0].lower() else " ", text
    )
    years = list(_YEAR.finditer(text))
    if years:
        return years[-1][1], _YEAR.sub(" ", text)
    if short := _SHORT_YEAR.search(text):
        digits = short[1] or short[2]
        return ("19" if int(digits) > 60 else "20") + digits, _SHORT_YEAR.sub(" ", text)
    return "", text


def _without_numbers(text: str) -> str:
    """Without volume, pages, ordinals, leads and remarks, except where a known name has them in it."""
    text = _tidy(text)
    for pattern in (_NUMBERS, _NUMBERS, _REMARK, _ORDINAL, _LEAD):
        if _lookup(text):
            return text
        text = _tidy(pattern.sub(" ", text))
    return text


def _tidy(text: str) -> str:
    text = re.sub(r"\(\s*\)|\[\s*\]", " ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.;:)])", r"\1", text)
    text = re.sub(r"[,;:](?=[,;:])", "", text)
    text = text.strip(" ,;:*_-–—'’\"“”")
    return text.rstrip(".") if not re.search(r"\b[A-Za-z]{1,6}\.$", text) or text.count(".") == 1 else text


def _lookup(text: str) -> _Series | None:
    table = _table()
    head, _, inner = text.partition(" (")
    for candidate in (
        text,
        head,
        inner.rstrip(")"),
        re.sub(r"^(?:the|ieee|acm|usenix)\s+", "", text, flags=re.I),
    ):
        if candidate and (found := table.get(fold(candidate))):
            return found
    return None


def _contained(text: str) -> _Series | None:
    """A known name of three words or more inside the text, or an acronym at its head or in parentheses."""
    tokens = words(text)
    table = _table()
    for size in range(min(len(tokens), 16), 2, -1):
        for start in range(len(tokens) - size + 1):
            if found := table.get(" ".join(tokens[start : start + size])):
                return found
    acronyms = re.findall(r"\(([A-Z][\w&*/ -]{1,15})\)", text) + re.findall(
        r"^([A-Z][\w&*/-]+)(?=\s*[:,(]|\s+[-–])", text
    )
    return next((found for acronym in acronyms if (found := table.get(fold(acronym)))), None)


def _is_workshop(text: str) -> bool:
    known = _lookup(text)
    return bool(re.search(_KINDS[0][1], text, re.I)) and (known is None or known.kind == "workshop")


def _workshop_series(text: str) -> str:
    if known := _lookup(text):
        return known.display
    head, _, rest = text.partition(" ")
    host = _table().get(fold(head))
    return f"{host.display} {rest}" if host and host.acronyms else text


def _kind(text: str) -> str:
    return next((kind for kind, pattern in _KINDS if re.search(pattern, text, re.I)), "")


@cache
def _table() -> dict[str, _Series]:
    """Every folded name, acronym and alias → its series; a full name goes before another's acronym."""
    series = list(_read())
    table: dict[str, _Series] = {}
    for one in series:
        table.setdefault(fold(one.name), one)
        table.setdefault(fold(one.name.removeprefix("The ")), one)
    for one in series:
        for name in (*one.acronyms, *one.aliases):
            table.setdefault(fold(name), one)
    return table


def _read() -> Iterator[_Series]:
    with (files(__package__) / "data" / "venues.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield _Series(row["name"], _cell(row["acronyms"]), row["kind"], _cell(row["aliases"]))


def _cell(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)
