"""Lines about a degree taken apart: its name, its field and its department."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scholargraph.extract.blocks import Place, blank, tightened
from scholargraph.extract.dates import DateRange, find_when
from scholargraph.extract.degree_words import DEGREE, GENERIC, HONOURS, NO_FIELD, SCHOOL, SUBJECT, THESIS
from scholargraph.extract.mentors import find_mentors
from scholargraph.extract.post_lines import is_institution, is_organization
from scholargraph.model import Block
from scholargraph.names.organizations import known_organization

_JOINTS = ("/", "/ ", " / ", " & ", " and ", "-")
"""Between two degrees of one field: ``BA/BS in Music``."""
_STATE_CODE = re.compile(r"M[ASDE]|AB|DC")
_IN = r"(?:(?:in|of|en|em|für|der|di|de|i|:)\s+(?:the\s+|la\s+|el\s+|der\s+)?|d['’](?=[^\W\d_]))"
_FIELD = re.compile(
    rf"\s*,?\s*(?:(?:degree|candidate|student|program(?:me)?)\s+)?{_IN}(?=[^\W\d_])"
    r"|\s*,\s+|\s*\(\s*|\)\s+(?=[A-ZÀ-Ž])|\s+[-–—]\s+|\s+(?=[A-ZÀ-Ž])|\s*\t\s*"
    r"|\s+(?=\w+(?:kunde|schap|schappen|logie|geschiedenis|recht|economie|filosofie|wissenschaft(?:en)?|technik)\b)"
)
_FIELD_END = re.compile(
    r"[,;|()\t\n\0]|\s[-–—]+\s|\.(?=\s|$)|:\s"
    r"|\s+(?:at|from|with|under|advised|supervised|summa|magna|cum)\s"
    r"|\s+(?:por|à|presso|pela|bij|aan|an der|an|na|zu)\s|$"
)
_LIST_GOES_ON = re.compile(
    r",\s+(?:[A-Z][\w-]*,\s+)?[A-Z][\w-]*,? (?:and|&|und|et|y|e) [A-Z][\w-]*(?: [A-Z]\w*)?"
    r"(?=\s*(?:[,;(\0\t]|$))"
)
_DEPARTMENT = re.compile(
    r"^(?:the\s+)?(?:department|dept\.?|school|faculty|division|college|institute)\s+(?:of|for)\s+(?:the\s+)?",
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
    """Every degree that a line names, with its field and the department if they stand beside it.

    A second name of the same degree in brackets (``Promotion (Dr. phil.)``) is none of its own.
    """
    if SCHOOL.search(block.text):
        return
    mentors = [found.at for found in find_mentors(block.text)]
    text = blank(block.text, [*mentors, *(match.span() for match in THESIS.finditer(block.text))])
    found = [match for match in DEGREE.finditer(text) if not _is_state(text, match)]
    for index, match in enumerate(found):
        if _is_alias(text, found, index):
            continue
        joint = index + 1 < len(found) and text[match.end() : found[index + 1].start()] in _JOINTS
        alias = found[index + 1] if _is_alias(text, found, index + 1) else None
        limit = found[index + 1].start() if index + 1 < len(found) else len(text)
        if joint:
            limit = found[index + 2].start() if index + 2 < len(found) else len(text)
        start = found[index + 1].end() if joint else match.end()
        field = _field(text, start, limit) or _field(text, _behind(text, start), limit)
        department = field if field and _DEPARTMENT.match(text[slice(*field)]) else None
        if field and not department and _is_school(text, start, field):
            field = None
        if alias and not field:
            after = found[index + 2].start() if index + 2 < len(found) else len(text)
            closing = text.find(")", alias.end() - 1, after) + 1
            field = _field(text, alias.end(), after) or (_field(text, closing, after) if closing else None)
            field = None if field and _is_school(text, alias.end(), field) else field
        named = alias if alias and GENERIC.fullmatch(match[0]) else match
        yield Degree(block, _name(text, named), _without_department(text, field), department)


def _behind(text: str, start: int) -> int:
    """Where a date or honours right behind a degree end: ``B.S. 1968, Geology``, ``B.A., cum laude, Law``."""
    date = re.match(r",?\s*\(?(?:19|20)\d\d\)?(?=,)", text[start:])
    honour = re.match(r"\s*,\s*", text[start:])
    taken = date or (honour and HONOURS.match(text, start + honour.end()))
    return (start + date.end() if date else taken.end()) if taken else len(text)


def _name(text: str, match: re.Match[str]) -> Place:
    whole = match[0].rstrip().endswith((".", ")"))
    return match.span() if whole else tightened(text, match.start(), match.end())


def _is_alias(text: str, found: Sequence[re.Match[str]], index: int) -> bool:
    """Whether a degree stands in brackets behind another, and nothing else with it."""
    if not 0 < index < len(found):
        return False
    between = text[found[index - 1].end() : found[index].start()]
    if between.strip() in ("zum", "zur") or found[index][0].startswith("Venia"):
        return True
    after = text[found[index].end() :].lstrip(" .")
    inner = found[index][0].endswith(")") or after.startswith((")", ": "))
    return (
        between.rstrip().endswith("(") and inner and len(between) < 50 and ")" in text[found[index].start() :]
    )


def _is_school(text: str, after: int, field: Place) -> bool:
    """Whether what stands in the place of a field is the school: ``PhD, The Graduate Center``."""
    words = text[slice(*field)]
    if re.search(r"\b(?:in|of|en|em|di)\s+(?:the\s+)?$", text[after : field[0]]):
        return known_organization(words) is not None and is_institution(words)
    lone = " " not in words.strip() and not known_organization(words)
    return is_institution(words) or (is_organization(words) and not SUBJECT.search(words) and not lone)


def _field(text: str, start: int, limit: int) -> Place | None:
    lead = _FIELD.match(text, start, limit)
    if not lead or text[start : start + 1] in "/&" or text[start : start + 4] == " and":
        return None
    when = find_when(text[lead.end() : limit])
    limit = lead.end() + when.at[0] if when else limit
    place = tightened(text, lead.end(), _field_end(text, lead.end(), limit, lead[0].strip().endswith("(")))
    if inner := re.match(r"(?:[\w.()]+ ){1,2}in (?=[A-Z])", text[slice(*place)]):
        place = (place[0] + inner.end(), place[1])
    words = [] if HONOURS.match(text, place[0]) else text[slice(*place)].split()
    fits = 1 <= len(words) <= 9 and words[0][:1].isalpha() and not NO_FIELD.match(" ".join(words))
    return place if fits else None


def _field_end(text: str, start: int, limit: int, bracketed: bool) -> int:
    """Where a field ends: at a comma, unless a list goes on (``Robotics, Systems and Control``)."""
    if bracketed:
        closing = text.find(")", start, limit)
        return closing if closing >= 0 else limit
    stop = _FIELD_END.search(text, start, limit)
    end = stop.start() if stop else limit
    more = _LIST_GOES_ON.match(text[end:limit])
    if more and not is_organization(more[0].strip(", ")):
        return end + more.end()
    return end


def _without_department(text: str, field: Place | None) -> Place | None:
    """``Department of Mathematics`` names the field as well."""
    match = _DEPARTMENT.match(text[slice(*field)]) if field else None
    return (field[0] + match.end(), field[1]) if field and match else field


def _is_state(text: str, match: re.Match[str]) -> bool:
    """``MA``, ``MD`` after a comma and before an end or a country are states."""
    after = text[match.end() :].strip(" ,.")
    ends = not after or re.match(r"\d|USA|U\.S|[\0\t()\]]", after)
    return bool(_STATE_CODE.fullmatch(match[0]) and text[: match.start()].rstrip().endswith(",") and ends)
