"""Degrees: entries of one or more lines with an institution, one or more degrees, dates, advisors, theses, grades."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scholargraph.extract.blocks import Place, blank, mark_gaps, segments, tightened
from scholargraph.extract.dates import DateRange, find_when
from scholargraph.extract.employment import read_line
from scholargraph.extract.mentors import find_mentors, tell_people
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.publications import title_name
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.organizations import known_organization, organization_type

METHOD = "cv: education"
_DEGREE = re.compile(
    r"(?<![\w.])(?:"
    r"Ph\.?\s?D\.?|D\.?\s?Phil\.?|Sc\.?D\.|D\.Sc\.?|Ed\.?D\.?|Psy\.?D\.?|Dr\.? (?:rer|phil|med|iur|theol|h)\b\.?(?: ?nat\.?| ?pol\.?)?|Dr\.-Ing\.|J\.?D\.?|M\.?D\.?(?:[-/]Ph\.?D\.?)?|Th\.?D\.?"
    r"|LL\.?\s?[BMD]\.?|M\.?B\.?A\.?|M\.?P\.?[HAP]\.?|M\.?F\.?A\.?|M\.?Phil\.?|M\.?Sc\.?|M\.?Eng\.?|M\.?Ed\.?|M\.?Tech\.?|M\.?Res\.?|M\.?L\.?I\.?S\.?|M\.?Div\.?|M\.?St\.?|M\.?[SAE]\.?"
    r"|M\.?B\.?B\.?S\.?|MB\s?BCh(?:ir)?|MBChB|B\.?Sc\.?|B\.?Eng\.?|B\.?Tech\.?|B\.?Ed\.?|B\.?F\.?A\.?|B\.?B\.?A\.?|B\.?Com\.?|B\.?Phil\.?|B\.?Arch\.?|B\.?[SAE]\.?|A\.B\.?|AB|S\.?[BM]\.|A\.M\.?"
    r"|(?:Doctor|Doctorate|Master|Bachelor|Associate)(?:['’]?s)?(?:\s+(?:degree|of\s+(?:Philosophy|Medicine|Laws?|Science|Arts|Engineering|Education|Business Administration"
    r"|Public Health|Fine Arts|Music|Divinity|Technology|Commerce|Architecture|Surgery|Public (?:Policy|Administration)|Studies|Social Work|Applied Science)(?:\s+and\s+\w+)?))?"
    r"|Diplom(?:a|-\w+)?|Magister(?:\s+Artium)?|Habilitation|Licen[cs]e|Licenciatura|Ma[iî]trise|Laurea|Staatsexamen|Undergraduate|Doctorat"
    r")(?:\s*\((?:Hons?\.?|Honou?rs|with (?:honou?rs|distinction)|[A-Z][\w. ]{1,6})\))?(?![\w])",
)
_STATE_CODE = re.compile(r"M[ASDE]|AB")
_FIELD = re.compile(
    r"\s*,?\s*(?:(?:degree|candidate|student|program(?:me)?)\s+)?(?:in|of|:)\s+(?:the\s+)?|\s*,\s+|\s*\(\s*|\s+[-–—]\s+|\s+(?=[A-Z])"
)
_FIELD_END = re.compile(
    r"[,;|()\t\n\0]|\s[-–—]\s|\.(?=\s|$)|\s+(?:at|from|with|under|advised|supervised|summa|magna|cum)\s|$"
)
_DEPARTMENT = re.compile(
    r"^(?:the\s+)?(?:department|dept\.?|school|faculty|division|college|institute)\s+(?:of|for)\s+(?:the\s+)?",
    re.I,
)
_THESIS = re.compile(
    r"(?:\b(?:ph\.?d\.?|doctoral|master'?s?|m\.?sc?\.?|bachelor'?s?|honou?rs|undergraduate|senior)\s+)?\b(?:thesis|dissertation)(?:\s+(?:title|topic))?\s*"
    r"(?:title)?\s*(?::|,|–|-|(?=[“\"]))\s*",
    re.IGNORECASE,
)
_THESIS_END = re.compile(
    r"[.;,(]\s*(?=\(?\b(?:advis|supervis|committee|chair|gpa|mentor|co-advis|defended|(?:19|20)\d\d\b))|\0|$",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?:C?GPA|grade(?: point)?(?: average)?|average(?: score)?|score)\b\s*(?:of|is)?\s*[:=]?\s*([\d.]+\s*(?:/|out of)\s*[\d.]+%?|[\d.]*\d%?)",
    re.I,
)
_HONOURS = re.compile(
    r"\b(?:summa cum laude|magna cum laude|cum laude|(?:with )?(?:highest |high |great |first[- ]class |upper second[- ]class )?(?:distinction|honou?rs)"
    r"|first[- ]class(?: honou?rs)?)\b",
    re.I,
)
_RANK = re.compile(
    r"\brank(?:ing|ed)?\b\s*[:=]?\s*(?:as\s+)?((?:top\s+)?\d[\w.%]*\s*(?:(?:/|out of|of|among)\s*\d+)?(?:\s+(?:in|of|among)\s+[A-Z][^.;,]*)?)",
    re.I,
)


class Degree(Struct):
    """One degree of an entry: its name and field, and what is said of it alone."""

    block: Block
    name: Place
    field: Place | None
    department: Place | None
    when: DateRange | None = None
    notes: list[Block] = []


class Entry(Struct):
    """An institution, its degrees, and lines that belong to them all."""

    blocks: list[Block]
    degrees: list[Degree]
    organization: tuple[Block, Place] | None = None
    when: DateRange | None = None


def tell_degrees(telling: Telling, blocks: Sequence[Block], owner: Owner | None) -> None:
    """Tell every degree of a section of education as held by the owner of the document."""
    for entry in _entries(blocks):
        for degree in entry.degrees:
            if owner:
                _tell_degree(telling, entry, degree, owner)


def has_degree(block: Block) -> bool:
    """Whether a line names an academic degree."""
    return bool(list(_degrees(block)))


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    entry: Entry | None = None
    for block in blocks:
        degrees = list(_degrees(block))
        place, when = _institution(block, degrees), find_when(block.text)
        if entry is None or _begins_new(entry, degrees, place):
            if entry:
                yield entry
            if not (degrees or place):
                entry = None
                continue
            entry = Entry([], [])
        _extend(entry, block, degrees, (place, when))
    if entry:
        yield entry


def _begins_new(entry: Entry, degrees: Sequence[Degree], place: Place | None) -> bool:
    """A second institution begins another entry, and so does a degree after one whose institution came later."""
    if place and entry.organization:
        return True
    closed = entry.organization is not None and entry.degrees and entry.organization[0] is not entry.blocks[0]
    return bool(degrees and closed) or bool(
        place and not degrees and len(entry.degrees) > 1 and not entry.organization
    )


def _extend(
    entry: Entry, block: Block, degrees: list[Degree], more: tuple[Place | None, DateRange | None]
) -> None:
    place, when = more
    entry.blocks.append(block)
    if place and entry.organization is None:
        entry.organization = (block, place)
    for degree in degrees:
        degree.when = when
    detail = not degrees and not place
    if (
        when
        and not degrees
        and entry.when is None
        and not (detail and entry.degrees and _THESIS.search(block.text))
    ):
        entry.when = when
    if detail and entry.degrees:
        entry.degrees[-1].notes.append(block)
    entry.degrees += degrees


def _degrees(block: Block) -> Iterator[Degree]:
    text = blank(
        block.text,
        [m.at for m in find_mentors(block.text)] + [m.span() for m in _THESIS.finditer(block.text)],
    )
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


def _institution(block: Block, degrees: Sequence[Degree]) -> Place | None:
    """Where the school stands: a known one, words that say so, or, beside dates and no degree, what leads the line."""
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
    taken += [m.span() for pattern in (_GRADE, _RANK) for m in pattern.finditer(block.text)]
    taken += [(d.name[0], max(p[1] for p in (d.name, d.field, d.department) if p)) for d in degrees]
    return blank(block.text, taken)


def _is_institution(text: str) -> bool:
    known = known_organization(text)
    return (
        known is not None
        and known.type != "department"
        or organization_type(text) in ("university", "department", "nonprofit")
    )


def _end_of_run(text: str, places: Sequence[Place]) -> int:
    end = places[0][1]
    for place in places[1:]:
        if "\0" in text[end : place[0]] or not text[place[0]].isupper():
            break
        end = place[1]
    return end


def _tell_degree(telling: Telling, entry: Entry, degree: Degree, owner: Owner) -> None:
    passage = telling.evidence(
        "degree", cite_lines(telling.document, entry.blocks[0], entry.blocks[-1]), method=METHOD
    )
    own = [degree.block, *degree.notes]
    shared = own if len(entry.degrees) == 1 else [*own, *entry.degrees[-1].notes]
    text = degree.block.text
    when = degree.when or entry.when
    values = {
        "degreeName": text[slice(*degree.name)],
        "field": text[slice(*degree.field)] if degree.field else "",
        "startDate": when.start if when and when.start != when.end else "",
        "endDate": when.end if when else "",
        "grade": _grade(shared if len(entry.degrees) > 1 else [*entry.blocks]),
        "rank": _rank(shared, text, degree, len(entry.degrees)),
    }
    roles = {
        "holder": owner.referent,
        "organization": _organization(telling, entry, degree),
        "advisor": [
            who
            for b in own
            for mentors in find_mentors(b.text)
            for who in tell_people(telling, b, mentors.people)
        ],
        "thesis": [_tell_thesis(telling, b, place, owner) for b in own if (place := _thesis(b))],
    }
    telling.relate("degree", passage, roles, values)


def _organization(telling: Telling, entry: Entry, degree: Degree) -> str:
    """The department if one is named with the degree, below the institution of the entry."""
    whole = (
        tell_organization(telling, entry.organization[0], *entry.organization[1])
        if entry.organization
        else ""
    )
    if degree.department is None:
        return whole
    span = cite(degree.block, *degree.department)
    part = telling.tell(
        "organization", span, span.quote, values={"organizationType": "department"}, method=METHOD
    )
    if whole:
        lines = cite_lines(telling.document, entry.blocks[0], entry.blocks[-1])
        passage = telling.evidence("parentOrganization", lines, method=METHOD)
        telling.relate("parentOrganization", passage, {"subject": part, "object": whole})
    return part


def _thesis(block: Block) -> Place | None:
    match = _THESIS.search(block.text)
    if not match:
        return None
    text = blank(block.text, [m.at for m in find_mentors(block.text)])
    if quoted := re.compile(r"[“\"„«]([^“”\"«»]+)[”\"»]").match(text, match.end()):
        return tightened(text, *quoted.span(1))
    stop = _THESIS_END.search(text, match.end())
    place = tightened(text, match.end(), stop.start() if stop else len(text))
    return place if len(text[slice(*place)].split()) > 1 else None


def _tell_thesis(telling: Telling, block: Block, place: Place, owner: Owner) -> str:
    span = cite(block, *place)
    name = title_name(block.text[slice(*place)])
    work = telling.tell("work", span, name, printed=span.quote, values={"workType": "thesis"}, method=METHOD)
    passage = telling.evidence("authorship", cite_lines(telling.document, block, block), method="own thesis")
    telling.relate("authorship", passage, {"work": work, "author": owner.referent}, {"ordinal": "1"})
    return work


def _grade(blocks: Sequence[Block]) -> str:
    text = "\n".join(block.text for block in blocks)
    if match := _GRADE.search(text):
        return match[1].strip().rstrip(".")
    honours = _HONOURS.search(text)
    return honours[0] if honours else ""


def _rank(blocks: Sequence[Block], text: str, degree: Degree, count: int) -> str:
    """A rank that names a department belongs to the degree of that department."""
    match = _RANK.search("\n".join(block.text for block in blocks))
    if not match:
        return ""
    named = re.search(r"\b(?:department|school|faculty|class)\b", match[1], re.IGNORECASE)
    own = degree.department and text[slice(*degree.department)] in match[1]
    return "" if named and count > 1 and not own else match[1].strip()
