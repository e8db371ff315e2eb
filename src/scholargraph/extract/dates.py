"""Dates and ranges of dates as people print them, kept in the precision that is printed."""

from __future__ import annotations

import re

from msgspec import Struct

from scholargraph.extract.tables import rows


def _alternatives(key: str) -> str:
    """The words of a row of ``date_words.tsv`` as a pattern, longest first."""
    found = sorted((word.replace("_", " ") for word in rows("date_words.tsv")[key]), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found)


_MONTHS = {name: number for number in range(1, 13) for name in rows("date_words.tsv")[str(number)]}
_MONTH = r"(?<![^\W\d_])(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_REMARK = re.compile(r"\([^()]*[a-z]{3}[^()]*$")
"""An open bracket with words in it: a date there is not that of the line."""
_YEAR = r"(?:19|20)\d{2}(?!\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
_SEASON = (
    rf"(?<!\w)(?:{_alternatives('season')})\b\.?(?:\s+(?:term|semester|quarter))?,?(?:\s+(?:of|de|del))?"
)
_ATOM = re.compile(
    rf"""(?<![\d.,/])(?:
      (?P<y1>{_YEAR})(?P<sep>[-./])(?P<m1>0?[1-9]|1[0-2])(?!\d)(?:(?P=sep)(?P<d1>\d{{1,2}})(?!\d))?
    | (?:(?P<d2>{_DAY})\s+(?:(?:of|de)\s+)?)?(?P<m2>{_MONTH}),?\s*(?:(?:of|de|del)\s+)?(?P<y2>{_YEAR})
    | (?P<m3>{_MONTH})\s+(?P<d3>{_DAY}),?\s+(?P<y3>{_YEAR})
    | (?P<m4>{_MONTH})\s*['’](?P<y4>\d{{2}})(?!\d)
    | (?P<a5>\d{{1,2}})[/.](?P<b5>\d{{1,2}})[/.](?P<y5>{_YEAR})
    | (?P<m6>0?[1-9]|1[0-2])[/.-](?P<y6>{_YEAR})
    | {_SEASON}\s*(?P<y7>{_YEAR})
    | (?P<y8>{_YEAR})(?![%°\w])
    | (?P<y12>{_YEAR})年(?:(?P<m12>1[0-2]|0?[1-9])月)?
    | (?P<m9>{_MONTH})(?:\s+(?P<d9>{_DAY})(?!\d))?
    | (?P<m10>0[1-9]|1[0-2])/(?P<y10>\d{{2}})(?![\d/])
    | ['’](?P<y11>\d{{2}})(?!\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_DASH = r"(?:-{1,3}|–|—|‐|‑|−|~|→|至)"
_TO = re.compile(rf"[^\S\t]*\(?(?:{_DASH}|(?<!\w)(?:{_alternatives('to')})(?!\w))\s*", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_NOW = re.compile(rf"(?:{_alternatives('now')})(?!\w)", re.IGNORECASE)
_END = re.compile(r"(?=\s*(?:$|[)\],;.:|]))")
_OPEN_LEFT = re.compile(r" ?(?:-{1,3}|–|—)(?=\t)|(?:-{1,3}|–|—)(?=\s+[^\W\d_]|[A-ZÀ-Ž])")
"""Behind a year at the start of a line: ``2012- Associate Professor``."""
_ONWARD = re.compile(r",?\s*(?:onwards?|and ongoing|to the present)\b", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(\d{2})(?![\d./])")
_SINCE = re.compile(rf"(?<!\w)(?:{_alternatives('since')})\s*$", re.IGNORECASE)
_UNTIL = re.compile(rf"(?<!\w)(?:{_alternatives('until')})\s*$", re.IGNORECASE)


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
        DateRange(*_joined_years(match, iso), False, match.span())
        for match in _ATOM.finditer(text)
        if (iso := _iso(match)) and not _is_short(match)
    ]
    return find_range(text) or _at_edge(text, lone)


def range_places(text: str) -> list[tuple[int, int]]:
    """Where ranges of dates stand in ``text``."""
    return [found.at for found in _ranges(text)]


def find_years(text: str) -> list[tuple[str, int, int]]:
    """Every year in ``text`` with its place."""
    return [
        (match[0], match.start(), match.end())
        for match in re.finditer(rf"(?<![\w.\-–/:]){_YEAR}(?![-–/]\w)", text)
    ]


def _joined_years(match: re.Match[str], iso: str) -> tuple[str, str]:
    """``2006-07`` alone is two years oftener than a month; other dates start and end in themselves."""
    later = iso[:2] + iso[5:7]
    joined = match["sep"] == "-" and len(iso) == 7 and later > iso[:4]
    return (iso[:4], later) if joined else (iso, iso)


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
        if start and end and start[:4] <= end[:4] and _is_short(first) in (False, _is_short(second)):
            return DateRange(start, end, False, (first.start(), second.end()))
    joint = _TO.match(text, first.end()) or _SLASH.match(text, first.end())
    year = first["y8"] or first["y7"]
    short = _SHORT_YEAR.match(text, joint.end()) if joint and year else None
    if short and year and int(short[1]) > int(year[2:]):
        return DateRange(year, year[:2] + short[1], False, (first.start(), short.end()))
    return None


def _open(text: str, atom: re.Match[str]) -> DateRange | None:
    iso, before = _iso(atom), text[: atom.start()]
    joint = _TO.match(text, atom.end()) if iso else None
    if joint and (now := _NOW.match(text, joint.end())):
        return DateRange(iso, "", True, (atom.start(), now.end()))
    if not iso or _is_short(atom):
        return None
    if not before.strip(" *_•-") and (dash := _OPEN_LEFT.match(text, atom.end())):
        return DateRange(iso, "", True, (atom.start(), dash.end()))
    if joint and (end := _END.match(text, joint.end())):
        return DateRange(iso, "", True, (atom.start(), end.end()))
    if onward := _ONWARD.match(text, atom.end()):
        return DateRange(iso, "", True, (atom.start(), onward.end()))
    if since := _SINCE.search(before):
        return DateRange(iso, "", True, (since.start(), atom.end()))
    if until := _UNTIL.search(before):
        return DateRange("", iso, False, (until.start(), atom.end()))
    return None


def _at_edge(text: str, found: list[DateRange]) -> DateRange | None:
    """A date of an entry stands at the end or the start of its line; other dates are part of what it says."""
    last = [r for r in found if not text[r.at[1] :].strip(" \t)]}.,;*_|")]
    first = [r for r in found if not text[: r.at[0]].strip(" \t([{*_|")]
    if first and last and last[0].at[1] > first[0].at[1] and _REMARK.search(text[: last[0].at[0]]):
        return first[0]
    return next(iter(last or first or found), None)


def _iso(match: re.Match[str], year_if_missing: str = "") -> str:
    part = {key[0]: value for key, value in match.groupdict().items() if value and key != "sep"}
    year = _full_year(part["y"]) if "y" in part else year_if_missing
    if "a" in part:
        return _day_or_month_first(year, int(part["a"]), int(part["b"]))
    if not year or "m" not in part:
        return year
    name = part["m"].rstrip(".").casefold()
    month = _MONTHS.get(name) or int(name)
    day = int(re.sub(r"\D", "", part["d"])) if "d" in part else 0
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{year}-{month:02}"


def _full_year(year: str) -> str:
    """``98`` is 1998 and ``12`` is 2012."""
    return year if len(year) == 4 else ("19" if int(year) > 50 else "20") + year


def _is_short(match: re.Match[str]) -> bool:
    """A date with a year of two figures (``’98``, ``06/22``), which is one only beside another."""
    return bool(match["y10"] or match["y11"])


def _day_or_month_first(year: str, first: int, second: int) -> str:
    """``24/05/2022`` and ``05/24/2022`` are clear; of ``05/06/2022`` only the year is sure."""
    if first > 12 >= second >= 1 and first <= 31:
        return f"{year}-{second:02}-{first:02}"
    if second > 12 >= first >= 1 and second <= 31:
        return f"{year}-{first:02}-{second:02}"
    return year
