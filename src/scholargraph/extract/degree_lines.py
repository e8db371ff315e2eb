"""Lines about a degree taken apart: its name, field, institution, thesis, grade and rank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scholargraph.extract.blocks import Place, blank, mark_gaps, segments, tightened
from scholargraph.extract.dates import DateRange, find_when
from scholargraph.extract.employment import read_line
from scholargraph.extract.mentors import find_mentors
from scholargraph.extract.tables import pattern
from scholargraph.model import Block
from scholargraph.names.organizations import known_organization, organization_type

_HONOURS_BESIDE = r"(?:\s*\((?:Hons?\.?|Honou?rs|with (?:honou?rs|distinction)|[A-Z][\w. ]{1,6})\))?"
_DEGREE = re.compile(rf"(?<![\w.])(?:{pattern('degrees.txt')}){_HONOURS_BESIDE}(?!\w)")
_STATE_CODE = re.compile(r"M[ASDE]|AB")
_FIELD = re.compile(
    r"\s*,?\s*(?:(?:degree|candidate|student|program(?:me)?)\s+)?(?:in|of|:)\s+(?:the\s+)?"
    r"|\s*,\s+|\s*\(\s*|\s+[-–—]\s+|\s+(?=[A-Z])"
)
_FIELD_END = re.compile(
    r"[,;|()\t\n\0]|\s[-–—]\s|\.(?=\s|$)|\s+(?:at|from|with|under|advised|supervised|summa|magna|cum)\s|$"
)
_DEPARTMENT = re.compile(
    r"^(?:the\s+)?(?:department|dept\.?|school|faculty|division|college|institute)\s+(?:of|for)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_THESIS = re.compile(
    r"(?:\b(?:ph\.?d\.?|doctoral|master'?s?|m\.?sc?\.?|bachelor'?s?|honou?rs|undergraduate|senior)\s+)?"
    r"\b(?:thesis|dissertation)(?:\s+(?:title|topic))?\s*(?:title)?\s*(?::|,|–|-|(?=[“\"]))\s*",
    re.IGNORECASE,
)
_THESIS_END = re.compile(
    r"[.;,(]\s*(?=\(?\b(?:advis|supervis|committee|chair|gpa|mentor|co-advis|defended|(?:19|20)\d\d\b))|\0|$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"„«]([^“”\"«»]+)[”\"»]")
_GRADE = re.compile(
    r"\b(?:C?GPA|grade(?: point)?(?: average)?|average(?: score)?|score)\b\s*(?:of|is)?\s*[:=]?\s*"
    r"([\d.]+\s*(?:/|out of)\s*[\d.]+%?|[\d.]*\d%?)",
    re.IGNORECASE,
)
_HONOURS = re.compile(
    r"\b(?:summa cum laude|magna cum laude|cum laude|first[- ]class(?: honou?rs)?"
    r"|(?:with )?(?:highest |high |great |first[- ]class |upper second[- ]class )?"
    r"(?:distinction|honou?rs))\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\brank(?:ing|ed)?\b\s*[:=]?\s*(?:as\s+)?((?:top\s+)?\d[\w.%]*\s*(?:(?:/|out of|of|among)\s*\d+)?"
    r"(?:\s+(?:in|of|among)\s+[A-Z][^.;,]*)?)",
    re.IGNORECASE,
)


class Degree(Struct):
    """One degree: where its name, field and department stand, when, and lines about it alone."""

    block: Block
    name: Place
    field: Place | None
    department: Place | None
    when: DateRange | None = None
    notes: list[Block] = []


def find_degrees(block: Block) -> Iterator[Degree]:
    """Every degree that a line names, with its field and the department if they stand beside it."""
    mentors = [found.at for found in find_mentors(block.text)]
    text = blank(block.text, [*mentors, *(match.span() for match in _THESIS.finditer(block.text))])
    found = [match for match in _DEGREE.finditer(text) if not _is_state(text, match)]
    for index, match in enumerate(found):
        limit = found[index + 1].start() if index + 1 < len(found) else len(text)
        field = _field(text, match.end(), limit)
        department = field if field and _DEPARTMENT.match(text[slice(*field)]) else None
        if field and not department and _is_institution(text[slice(*field)]):
            field = None
        name = tightened(text, match.start(), match.end())
        name = (match.start(), match.end()) if match[0].rstrip().endswith((".", ")")) else name
        yield Degree(block, name, _without_department(text, field), department)


def _field(text: str, start: int, limit: int) -> Place | None:
    lead = _FIELD.match(text, start, limit)
    if not lead or text[start : start + 1] in "/&" or text[start : start + 4] == " and":
        return None
    stop = _FIELD_END.search(text, lead.end(), limit)
    end = stop.start() if stop else limit
    when = find_when(text[lead.end() : end])
    place = tightened(text, lead.end(), lead.end() + when.at[0] if when else end)
    words = text[slice(*place)].split()
    return place if 1 <= len(words) <= 9 and words[0][:1].isalpha() else None


def _without_department(text: str, field: Place | None) -> Place | None:
    """``Department of Mathematics`` names the field as well."""
    match = _DEPARTMENT.match(text[slice(*field)]) if field else None
    return (field[0] + match.end(), field[1]) if field and match else field


def _is_state(text: str, match: re.Match[str]) -> bool:
    """``MA``, ``MD`` after a comma and before an end or a country are states."""
    after = text[match.end() :].strip(" ,.")
    ends = not after or re.match(r"\d|USA|U\.S|\0|\t|\(", after)
    return bool(_STATE_CODE.fullmatch(match[0]) and text[: match.start()].rstrip().endswith(",") and ends)


def find_institution(block: Block, degrees: Sequence[Degree]) -> Place | None:
    """Where the school stands: a known one, words that say so, or what leads a line of dates alone."""
    text = _without_details(block, degrees)
    places = list(segments(text))
    for index, (first, last) in enumerate(places):
        for inner in re.finditer(r"^|\b(?:in|at|from|of)\s+(?:the\s+)?(?=[A-Z])", text[first:last]):
            if _is_institution(text[first + inner.end() : last]):
                return first + inner.end(), _end_of_run(text, places[index:])
    if find_when(block.text) and "\0" not in text.strip("\0") and not degrees and block.kind != "item":
        return read_line(block).organization
    return None


def _without_details(block: Block, degrees: Sequence[Degree]) -> str:
    """The line with degrees and their fields, dates, advisors, thesis and grades made unreadable."""
    when = find_when(block.text)
    taken = [m.at for m in find_mentors(block.text)] + ([when.at] if when else []) + mark_gaps(block)
    taken += [(m.start(), len(block.text)) for m in _THESIS.finditer(block.text)]
    taken += [m.span() for known in (_GRADE, _RANK) for m in known.finditer(block.text)]
    taken += [(d.name[0], max(p[1] for p in (d.name, d.field, d.department) if p)) for d in degrees]
    return blank(block.text, taken)


def _is_institution(text: str) -> bool:
    known = known_organization(text)
    if known is not None and known.type != "department":
        return True
    return organization_type(text) in ("university", "department", "nonprofit")


def _end_of_run(text: str, places: Sequence[Place]) -> int:
    end = places[0][1]
    for place in places[1:]:
        if "\0" in text[end : place[0]] or not text[place[0]].isupper():
            break
        end = place[1]
    return end


def find_thesis(block: Block) -> Place | None:
    """Where the title of a thesis stands in a line that names one."""
    match = _THESIS.search(block.text)
    if not match:
        return None
    text = blank(block.text, [m.at for m in find_mentors(block.text)])
    if quoted := _QUOTED.match(text, match.end()):
        return tightened(text, *quoted.span(1))
    stop = _THESIS_END.search(text, match.end())
    place = tightened(text, match.end(), stop.start() if stop else len(text))
    return place if len(text[slice(*place)].split()) > 1 else None


def find_grade(blocks: Sequence[Block]) -> str:
    """The first grade in figures (``4.0/4.0``), or else in words (``cum laude``)."""
    text = "\n".join(block.text for block in blocks)
    if match := _GRADE.search(text):
        return match[1].strip().rstrip(".")
    honours = _HONOURS.search(text)
    return honours[0] if honours else ""


def find_rank(blocks: Sequence[Block], degree: Degree, alone: bool) -> str:
    """A rank (``1st/262``); one that names a department belongs to the degree of that department."""
    match = _RANK.search("\n".join(block.text for block in blocks))
    if not match:
        return ""
    named = re.search(r"\b(?:department|school|faculty|class)\b", match[1], re.IGNORECASE)
    own = degree.department and degree.block.text[slice(*degree.department)] in match[1]
    return match[1].strip() if own or alone or not named else ""


def says_thesis(block: Block) -> bool:
    """Whether a line names a thesis."""
    return bool(_THESIS.search(block.text))
