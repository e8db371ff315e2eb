"""Degrees: entries of one or more lines with an institution, its degrees, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scholargraph.extract.blocks import Place, blank, form_of, hard_lines, is_table_head, tightened
from scholargraph.extract.dates import DateRange, find_when
from scholargraph.extract.degree_lines import Degree, find_degrees
from scholargraph.extract.degree_notes import find_grade, find_rank, find_thesis, says_thesis
from scholargraph.extract.degree_schools import bracketed_field, cell_field, field_of, find_institution
from scholargraph.extract.line_places import is_place_line
from scholargraph.extract.mentors import find_committee, find_mentors, tell_people
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.publications import title_name
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Span
from scholargraph.names.organizations import is_unit

METHOD = "cv: education"
_WHOLE, _PARTLY, _LOOSE = 0.95, 0.85, 0.5


class Entry(Struct):
    """An institution, its degrees, and all lines of both."""

    blocks: list[Block]
    degrees: list[Degree]
    organization: tuple[Block, Place] | None = None
    when: DateRange | None = None


def tell_degrees(telling: Telling, blocks: Sequence[Block], owner: Owner | None) -> None:
    """Tell every degree of a section of education as held by the owner of the document."""
    for entry in _entries(blocks) if owner else ():
        for degree in entry.degrees:
            if owner:
                _tell_degree(telling, entry, degree, owner)


def has_degree(block: Block) -> bool:
    """Whether a line names an academic degree."""
    return any(True for _ in find_degrees(block))


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Lines gathered into entries; what the first one names first, school or degree, begins each."""
    lines = [line for block in blocks if not is_table_head(block) for line in hard_lines(block)]
    entry, schools_first, dates_first, form = None, None, False, ""
    for block in lines:
        if is_place_line(block.text):
            continue
        degrees = list(find_degrees(block))
        place, when = find_institution(block, degrees), find_when(block.text)
        if form and not (degrees or place or when) and form_of(block) == form:
            place = tightened(block.text, 0, len(block.text))
        if schools_first is None and (degrees or place):
            schools_first = not degrees
            form = form_of(block) if schools_first else ""
        dates_first = dates_first or (schools_first is None and when is not None)
        if entry and _is_note(entry, block, degrees, place):
            place, degrees = None, []
        elif (
            entry is None
            or (dates_first and _is_date(block, when))
            or _begins_new(entry, degrees, place, bool(schools_first))
        ):
            if entry:
                yield entry
            if not (degrees or place or (dates_first and when)):
                entry = None
                continue
            entry = Entry([], [])
        _extend(entry, block, degrees, (place, when))
    if entry:
        yield entry


def _is_date(block: Block, when: DateRange | None) -> bool:
    """A line of nothing but dates."""
    return when is not None and not blank(block.text, [when.at]).strip("\0 ()[]:–—-.,")


def _is_note(entry: Entry, block: Block, degrees: Sequence[Degree], place: Place | None) -> bool:
    """A line about the thesis or the mentors, or a bullet below an entry that has all it needs."""
    if find_mentors(block.text) and not degrees:
        return True
    if not degrees and says_thesis(block):
        return True
    first = entry.blocks[0]
    below = block.kind == "item" and (first.kind != "item" or block.level > first.level)
    if not below or not entry.degrees:
        return False
    return not (place and entry.organization is None) and not (degrees and find_when(block.text))


def _begins_new(entry: Entry, degrees: Sequence[Degree], place: Place | None, schools_first: bool) -> bool:
    """Another entry begins with a second institution, or a degree after one whose institution came later."""
    if degrees and place and not entry.degrees and _is_part(degrees[0].block, place):
        return False
    if entry.organization is None:
        return bool(place and not degrees and len(entry.degrees) > 1) or bool(
            degrees and place and entry.degrees
        )
    if degrees:
        closed = entry.degrees and entry.organization[0] is not entry.blocks[0]
        return bool(place or closed or (entry.degrees and not schools_first))
    return bool(place) and (schools_first and bool(entry.degrees))


def _is_part(block: Block, place: Place) -> bool:
    """Whether an organisation is a department, which stands below the school of an entry."""
    return is_unit(block.text[slice(*place)].split(",")[0])


def _extend(
    entry: Entry, block: Block, degrees: list[Degree], more: tuple[Place | None, DateRange | None]
) -> None:
    place, when = more
    entry.blocks.append(block)
    if place and entry.organization is None:
        place = _shared_with_field(block, place, degrees)
        entry.organization = (block, place)
    for degree, own in zip(degrees, _dates(block, degrees, when), strict=True):
        degree.when = own
        if place and entry.organization != (block, place) and _is_part(block, place):
            degree.department = degree.department or place
        degree.field = degree.field or bracketed_field(block, degree) or cell_field(block, degree)
    if not degrees and entry.when is None and not (entry.degrees and says_thesis(block)):
        entry.when = when
    if not degrees and entry.degrees:
        entry.degrees[-1].notes.append(block)
    entry.degrees += degrees


def _dates(block: Block, degrees: Sequence[Degree], when: DateRange | None) -> list[DateRange | None]:
    """The dates of each degree of a line: those behind it where several have some, else those of the line."""
    if len(degrees) < 2:
        return [when] * len(degrees)
    ends = [*(degree.name[0] for degree in degrees[1:]), len(block.text)]
    own = [find_when(block.text[degree.name[0] : end]) for degree, end in zip(degrees, ends, strict=True)]
    return own if sum(found is not None for found in own) > 1 else [when] * len(degrees)


def _shared_with_field(block: Block, place: Place, degrees: Sequence[Degree]) -> Place:
    """The place of a school, of which a field behind it goes to the one degree that lacks it."""
    if len(degrees) != 1 or degrees[0].field:
        return place
    place, degrees[0].field = field_of(block, place)
    return place


def _tell_degree(telling: Telling, entry: Entry, degree: Degree, owner: Owner) -> None:
    passage = telling.evidence(
        "degree", _cite_entry(telling, entry), method=METHOD, confidence=_confidence(entry, degree)
    )
    own, alone = [degree.block, *degree.notes], len(entry.degrees) == 1
    theses = [
        (block, place) for block in own if (place := find_thesis(block, _may_have_thesis(entry, degree)))
    ]
    shared = entry.blocks if alone else [*own, *entry.degrees[-1].notes]
    when = degree.when or entry.when
    text = degree.block.text
    values = {
        "degreeName": _printed(degree),
        "field": text[slice(*degree.field)] if degree.field else "",
        "startDate": when.start if when and when.start != when.end else "",
        "endDate": when.end if when else "",
        "grade": find_grade(shared),
        "rank": find_rank(shared, degree, alone),
    }
    roles = {
        "holder": owner.referent,
        "organization": _tell_institution(telling, entry, degree),
        "advisor": [person for block in own for person in _tell_advisors(telling, block)],
        "thesis": [_tell_thesis(telling, *thesis, owner) for thesis in theses[:1]],
    }
    telling.relate("degree", passage, roles, values)


def _confidence(entry: Entry, degree: Degree) -> float:
    """How often such a degree is read rightly: less where the school or the date lacks."""
    dated = bool(degree.when or entry.when)
    return _WHOLE if entry.organization and dated else _PARTLY if entry.organization else _LOOSE


def _cite_entry(telling: Telling, entry: Entry) -> Span:
    return cite_lines(telling.document, entry.blocks[0], entry.blocks[-1])


def _tell_institution(telling: Telling, entry: Entry, degree: Degree) -> str:
    """The department if one is named with the degree, below the institution of the entry."""
    whole = (
        tell_organization(telling, entry.organization[0], *entry.organization[1])
        if entry.organization
        else ""
    )
    if degree.department is None:
        return whole
    span = cite(degree.block, *degree.department)
    values = {"organizationType": "department"}
    part = telling.tell("organization", span, span.quote, values=values, method=METHOD)
    if whole:
        passage = telling.evidence("parentOrganization", _cite_entry(telling, entry), method=METHOD)
        telling.relate("parentOrganization", passage, {"subject": part, "object": whole})
    return part


def _tell_advisors(telling: Telling, block: Block) -> list[str]:
    """The advisors named in a line; other members of a committee are told as people."""
    tell_people(telling, block, find_committee(block.text))
    return [who for found in find_mentors(block.text) for who in tell_people(telling, block, found.people)]


def _may_have_thesis(entry: Entry, degree: Degree) -> bool:
    """Whether a title set off beside the degree is its thesis: of a doctorate alone in its line."""
    doctoral = re.search(
        r"(?i)ph\.?\s?d|d\.?\s?phil|^do[ck]t|^dr\b|promoti|habil|dottor|dout", _printed(degree)
    )
    return bool(doctoral) and sum(other.block is degree.block for other in entry.degrees) == 1


def _printed(degree: Degree) -> str:
    return degree.block.text[slice(*degree.name)]


def _tell_thesis(telling: Telling, block: Block, place: Place, owner: Owner) -> str:
    span = cite(block, *place)
    name = title_name(block.text[slice(*place)])
    work = telling.tell("work", span, name, printed=span.quote, values={"workType": "thesis"}, method=METHOD)
    passage = telling.evidence("authorship", cite_lines(telling.document, block, block), method="own thesis")
    telling.relate("authorship", passage, {"work": work, "author": owner.referent}, {"ordinal": "1"})
    return work
