"""Dates and ranges of dates as people print them, kept in the precision that is printed."""

from __future__ import annotations

import re

from msgspec import Struct

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar enero ene janvier janv gennaio",
            "february feb februar febrero fevrier février fev febbraio",
            "march mar märz maerz marzo mars",
            "april apr abril avril avr aprile",
            "may mai mayo maggio",
            "june jun juni junio juin giugno",
            "july jul juli julio juillet juil luglio",
            "august aug agosto ago août aout",
            "september sept sep septiembre septembre settembre",
            "october oct oktober okt octubre octobre ottobre",
            "november nov noviembre novembre",
            "december dec dezember dez diciembre dic décembre decembre déc dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_YEAR = r"(?:19|20)\d{2}(?!\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_SEASON = r"(?:spring|summer|fall|autumn|winter)"
_ATOM = re.compile(
    rf"""(?<![\d.,/])(?:
      (?P<y1>{_YEAR})(?P<sep>[-./])(?P<m1>0?[1-9]|1[0-2])(?!\d)(?:(?P=sep)(?P<d1>\d{{1,2}})(?!\d))?
    | (?:(?P<d2>{_DAY})\s+(?:of\s+)?)?(?P<m2>{_MONTH}),?\s*(?:of\s+)?(?P<y2>{_YEAR})
    | (?P<m3>{_MONTH})\s+(?P<d3>{_DAY}),?\s+(?P<y3>{_YEAR})
    | (?P<m4>{_MONTH})\s*['’](?P<y4>\d{{2}})(?!\d)
    | (?P<a5>\d{{1,2}})[/.](?P<b5>\d{{1,2}})[/.](?P<y5>{_YEAR})
    | (?P<m6>0?[1-9]|1[0-2])[/.](?P<y6>{_YEAR})
    | {_SEASON}\s+(?P<y7>{_YEAR})
    | (?P<y8>{_YEAR})(?![%°\w])
    | (?P<m9>{_MONTH})(?:\s+(?P<d9>{_DAY})(?!\d))?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_DASH = r"(?:-{1,3}|–|—|‐|‑|−|~|→)"
_TO = re.compile(
    rf"\s*\(?(?:{_DASH}|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\bbis\b)\s*", re.IGNORECASE
)
_SLASH = re.compile(r"\s*/\s*")
_OPEN = re.compile(
    r"(?:(?:present|now|current(?:ly)?|today|ongoing|date|heute|hoy|aujourd['’]hui|continuing)\b"
    r"|(?=\s*(?:$|[)\],;.])))",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(\d{2})(?![\d./])")
_SINCE = re.compile(r"\b(?:since|as of|from|starting|beginning|seit|depuis)\s*$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through|up to)\s*$", re.IGNORECASE)


class DateRange(Struct, frozen=True):
    """From ``start`` to ``end`` (ISO dates in printed precision, or empty), printed at ``at``."""

    start: str
    end: str
    current: bool
    """It goes on: ``2023 - Now``, ``2025 -``, ``since 2019``."""
    at: tuple[int, int]


def parse_date(text: str) -> str:
    """The one date that ``text`` is, as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty if it is none.

    >>> parse_date("2017.10"), parse_date("May 24, 2022"), parse_date("May 10")
    ('2017-10', '2022-05-24', '')
    """
    match = _ATOM.fullmatch(text.strip().strip("()[],;"))
    return _iso(match) if match else ""


def find_range(text: str) -> DateRange | None:
    """The range of dates in ``text``: one at its end or start if there are several; None if there is none."""
    return _at_edge(text, _ranges(text))


def find_when(text: str) -> DateRange | None:
    """The range in ``text``, or else the lone date in it as a range that starts and ends there."""
    lone = [
        DateRange(iso, iso, False, match.span()) for match in _ATOM.finditer(text) if (iso := _iso(match))
    ]
    return find_range(text) or _at_edge(text, lone)


def find_years(text: str) -> list[tuple[str, int, int]]:
    """Every year in ``text`` with its place."""
    return [
        (match[0], match.start(), match.end())
        for match in re.finditer(rf"(?<![\w.\-–/:]){_YEAR}(?![-–/]\w)", text)
    ]


def _ranges(text: str) -> list[DateRange]:
    atoms = list(_ATOM.finditer(text))
    found: list[DateRange] = []
    for index, atom in enumerate(atoms):
        if found and atom.start() < found[-1].at[1]:
            continue
        following = atoms[index + 1] if index + 1 < len(atoms) else None
        span = _closed(text, atom, following) or _open(text, atom)
        if span:
            found.append(span)
    return found


def _closed(text: str, first: re.Match[str], second: re.Match[str] | None) -> DateRange | None:
    """``2018 - 2024``, ``May – Aug 2019``, ``2018–24``; a first date without year has that of the second."""
    if (
        second
        and (gap := text[first.end() : second.start()])
        and (_TO.fullmatch(gap) or _SLASH.fullmatch(gap))
    ):
        end = _iso(second)
        start = _iso(first) or _iso(first, end[:4])
        if start and end and start[:4] <= end[:4]:
            return DateRange(start, end, False, (first.start(), second.end()))
    joint = _TO.match(text, first.end()) or _SLASH.match(text, first.end())
    short = _SHORT_YEAR.match(text, joint.end()) if joint and first["y8"] else None
    if short and int(short[1]) > int(first["y8"][2:]):
        return DateRange(first["y8"], first["y8"][:2] + short[1], False, (first.start(), short.end()))
    return None


def _open(text: str, atom: re.Match[str]) -> DateRange | None:
    iso, before = _iso(atom), text[: atom.start()]
    if not iso:
        return None
    joint = _TO.match(text, atom.end())
    if joint and (end := _OPEN.match(text, joint.end())):
        return DateRange(iso, "", True, (atom.start(), end.end()))
    if since := _SINCE.search(before):
        return DateRange(iso, "", True, (since.start(), atom.end()))
    if until := _UNTIL.search(before):
        return DateRange("", iso, False, (until.start(), atom.end()))
    return None


def _at_edge(text: str, found: list[DateRange]) -> DateRange | None:
    """A date of an entry stands at the end or the start of its line; other dates are part of what it says."""
    last = [r for r in found if not text[r.at[1] :].strip(" \t)]}.,;*_|")]
    first = [r for r in found if not text[: r.at[0]].strip(" \t([{*_|")]
    return next(iter(last or first or found), None)


def _iso(match: re.Match[str], year_if_missing: str = "") -> str:
    part = {key[0]: value for key, value in match.groupdict().items() if value and key != "sep"}
    year = ("20" + part["y"] if len(part["y"]) == 2 else part["y"]) if "y" in part else year_if_missing
    if "a" in part:
        return _day_or_month_first(year, int(part["a"]), int(part["b"]))
    if not year or "m" not in part:
        return year
    name = part["m"].rstrip(".").casefold()
    month = _MONTHS.get(name) or int(name)
    day = int(re.sub(r"\D", "", part["d"])) if "d" in part else 0
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{year}-{month:02}"


def _day_or_month_first(year: str, first: int, second: int) -> str:
    """``24/05/2022`` and ``05/24/2022`` are clear; of ``05/06/2022`` only the year is sure."""
    if first > 12 >= second >= 1 and first <= 31:
        return f"{year}-{second:02}-{first:02}"
    if second > 12 >= first >= 1 and second <= 31:
        return f"{year}-{first:02}-{second:02}"
    return year
