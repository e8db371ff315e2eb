"""The fields of an entry, put together from the labels of its tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from scholargraph.extract.entries.earlier import Where, find_earlier
from scholargraph.extract.entries.together import Reading
from scholargraph.extract.people import AuthorList, PrintedName, is_person, make_authors

Place = tuple[int, int]
"""Where words stand in a block's text: start and end."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"[’'‘](\d\d)(?!\d)")
_NUMBERS = {"VO": "volume", "IS": "issue", "PG": "pages"}
_CUT = re.compile(r"\bet\.?\s*al\b|\bothers\b|\bmore\b|\bauthors\b|…|\.\.\.|\bcolleagues\b", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,3}")
_TWO_NAMES = re.compile(
    r"((?:[A-Z]\.[ -]?)+[^\W\d_][\w'’-]+),\s+((?:[A-Z]\.[ -]?)+[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?)"
)
_EDITORS = re.compile(
    r"[\s,(\[]*(?:eds?|editors?|hrsg|hgg?|dir|coords?|orgs?|a cura di)\b(?!\.?\s*\d)", re.IGNORECASE
)
"""What stands behind the names of editors."""
_NATIVE = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]{2,5}\s?[(（]")
_STOP = re.compile(r"(?<![-\s][JSDM][rst])(?<=[^\W\d_]{3})\.$")
"""A full stop behind a whole name is not part of it."""
_IMPLIES = re.compile(r"\b(?:with|mit|avec|con)\s*$", re.IGNORECASE)


_PAIRS = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("„", "“"), ("«", "»"), ("(", ")"), ("[", "]"))


class Entry(Struct, frozen=True, kw_only=True):
    """One publication of a list: its fields as places in the text of its block."""

    title: Place
    """Empty (start = end) where the entry prints none, as in the short references of chemistry."""
    authors: AuthorList | None = None
    implied_owner: bool = False
    """The list leaves its owner out: ``Title (with A. Bee)``."""
    venues: tuple[Place, ...] = ()
    """What was read as venues, in order; the first is where the work appeared."""
    year: str = ""
    year_at: Place = (0, 0)
    numbers: dict[str, str] = {}
    """volume, issue, pages."""
    numbers_at: tuple[Place, ...] = ()
    states: tuple[Place, ...] = ()
    """Words of the state (``to appear``)."""
    theses: tuple[Place, ...] = ()
    """What kind of thesis it is, and where it was written."""
    publishers: tuple[Place, ...] = ()
    """Publishing houses and where they are, in order."""
    award: Place | None = None
    earlier: tuple[Where, ...] = ()
    """Where a preliminary version appeared."""
    notes: tuple[Place, ...] = ()
    links: tuple[Place, ...] = ()
    likely: dict[str, float] = {}
    """How likely title, authors, venue and year are as read: the lowest marginal of their tokens."""


class Run(Struct, frozen=True):
    """Tokens in a row with one label: their numbers, their place, and the lowest marginal."""

    label: str
    first: int
    last: int
    place: Place
    likely: float


def make_entry(text: str, reading: Reading) -> Entry | None:
    """The entry that a reading tells; None for a block that is no publication."""
    runs = _runs(reading)
    if not runs or _is_other(reading):
        return None
    titles = [run for run in runs if run.label == "TI"]
    longest = max((run.last - run.first for run in titles), default=0)
    title = next((run for run in titles if 2 * (run.last - run.first) >= longest), None)
    earlier = find_earlier(text, title.place[1] if title else 0)
    runs = [run for run in runs if not _within(run.place, [place for _, place in earlier])]
    runs = [run for run in runs if not _is_editor(text, run)]
    authors, implied = _authors(text, reading)
    venue = next((run for run in runs if run.label == "VE"), None)
    year, year_run = _year(text, runs)
    likely = {"title": title.likely if title else 0.0, "venue": venue.likely if venue else 0.0}
    likely["authors"] = _author_likelihood(reading)
    likely["year"] = year_run.likely if year_run else 0.0
    return Entry(
        title=_bare(text, title.place) if title else (0, 0),
        authors=authors,
        implied_owner=implied,
        venues=tuple(run.place for run in runs if run.label == "VE"),
        year=year,
        year_at=year_run.place if year_run else (0, 0),
        numbers={
            _NUMBERS[run.label]: text[slice(*run.place)] for run in reversed(runs) if run.label in _NUMBERS
        },
        numbers_at=tuple(run.place for run in runs if run.label in _NUMBERS),
        states=tuple(run.place for run in runs if run.label == "ST"),
        theses=tuple(run.place for run in runs if run.label == "TH"),
        publishers=tuple(run.place for run in runs if run.label == "PU"),
        award=_first(runs, "AW"),
        earlier=tuple(where for where, _ in earlier),
        notes=tuple(run.place for run in runs if run.label == "NO"),
        links=tuple(run.place for run in runs if run.label == "LK"),
        likely=likely,
    )


def _is_editor(text: str, run: Run) -> bool:
    """Whether a venue is the name of an editor: ``in Ama Quartey (ed.), Money Before Money``."""
    behind = run.label == "VE" and _EDITORS.match(text, run.place[1])
    return bool(behind) and is_person(text[slice(*run.place)])


def _bare(text: str, place: Place) -> Place:
    """A title without quotation marks and brackets at its ends that have no fellow in it."""
    start, end = place
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,;:)]}.–—"))
    end -= len(text[start:end]) - len(text[start:end].rstrip(" ,;:([{–—"))
    for opening, closing in _PAIRS if start < end else ():
        if text[start] == opening and closing not in text[start + 1 : end]:
            start += 1
        if text[end - 1] == closing and opening not in text[start : end - 1]:
            end -= 1
    return (start, end) if start < end else place


def _within(place: Place, others: Sequence[Place]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in others)


def _first(runs: Sequence[Run], label: str) -> Place | None:
    return next((run.place for run in runs if run.label == label), None)


def _is_other(reading: Reading) -> bool:
    """Whether the block is mostly no publication: a talk, a grant, a remark on the list."""
    return 2 * sum(label == "X" for label in reading.labels) > len(reading.labels)


def _runs(reading: Reading) -> list[Run]:
    """Tokens of one label in a row; one stray token inside a title or venue parts nothing."""
    labels = list(reading.labels)
    if not labels:
        return []
    for i in range(1, len(labels) - 1):
        inside = labels[i - 1] == labels[i + 1] in ("TI", "VE")
        if inside and labels[i] != labels[i - 1] and reading.tokens.gaps[i] not in ("n", "t"):
            labels[i] = labels[i - 1]
    bounds = [0, *(i for i in range(1, len(labels)) if labels[i] != labels[i - 1]), len(labels)]
    return [
        Run(
            labels[a],
            a,
            b - 1,
            (reading.tokens.places[a][0], reading.tokens.places[b - 1][1]),
            min(reading.likely[a:b]),
        )
        for a, b in pairwise(bounds)
        if labels[a] not in ("O", "B", "I", "AX", "MK")
    ]


def _authors(text: str, reading: Reading) -> tuple[AuthorList | None, bool]:
    """The printed authors in order, and whether they are only those besides the owner of the list."""
    labels, places = reading.labels, reading.tokens.places
    begins = [i for i, label in enumerate(labels) if label == "B"]
    if not begins:
        return None, False
    names, cut = list[PrintedName](), False
    for i in begins:
        end = next((j for j in range(i + 1, len(labels)) if labels[j] != "I"), len(labels))
        marks, after = _after(text, reading, end)
        for start, stop in _untorn(text, places[i][0], places[end - 1][1]):
            stop -= bool(_STOP.search(text, start, stop))
            names.append(PrintedName(start, stop, marks, cut))
        cut = cut or bool(_CUT.search(after))
    names = _rejoined(text, names)
    start = places[begins[0]][0]
    lead = text[max(0, start - 20) : start]
    implied = bool(_IMPLIES.search(lead))
    return make_authors(text, names, complete=not cut), implied


def _rejoined(text: str, names: Sequence[PrintedName]) -> list[PrintedName]:
    """Initials that were read as a name of their own put back behind their family name: ``Bee Cruz, A.``;
    of a name in Chinese letters with a romanised one in brackets the latter.
    """
    made: list[PrintedName] = []
    for name in names:
        last = made[-1] if made else None
        behind = last and re.fullmatch(r"[*∗†‡§#✉\d]*,\s", text[last.end : name.start])
        romanised = last and _NATIVE.fullmatch(text, last.start, name.start)
        if romanised:
            made[-1] = name
        elif last and behind and _INITIALS.fullmatch(text, name.start, name.end):
            made[-1] = PrintedName(last.start, name.end, name.marks, last.after_gap)
        else:
            made.append(name)
    return made


def _untorn(text: str, start: int, end: int) -> list[Place]:
    """One name, or two that were read as one: ``A. Bee, C. Dee`` (initials stand before both family
    names).
    """
    two = _TWO_NAMES.fullmatch(text, start, end)
    return [two.span(1), two.span(2)] if two else [(start, end)]


def _after(text: str, reading: Reading, end: int) -> tuple[str, str]:
    """The marks behind a name and the words up to the next."""
    labels, places = reading.labels, reading.tokens.places
    stop = next((j for j in range(end, len(labels)) if labels[j] not in ("AX", "MK")), len(labels))
    marks = "".join(reading.tokens.words[j] for j in range(end, stop) if labels[j] == "MK")
    words = " ".join(text[slice(*places[j])] for j in range(end, stop) if labels[j] == "AX")
    return marks, words.replace(". . .", "...")


def _author_likelihood(reading: Reading) -> float:
    found = [p for label, p in zip(reading.labels, reading.likely, strict=True) if label in ("B", "I")]
    return min(found, default=0.0)


def _year(text: str, runs: Sequence[Run]) -> tuple[str, Run | None]:
    """The year printed as such, else one inside the venue."""
    for label in ("YR", "VE"):
        for run in runs:
            if run.label != label:
                continue
            words = text[slice(*run.place)]
            if found := _YEAR.search(words):
                return found[0], run
            if label == "YR" and (short := _SHORT_YEAR.search(words)):
                return ("20" if int(short[1]) < 60 else "19") + short[1], run
    return "", None
