"""Degrees: entries of one or more lines with an institution, its degrees, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from scholargraph.extract.blocks import Place
from scholargraph.extract.dates import DateRange, find_when
from scholargraph.extract.degree_lines import (
    Degree,
    find_degrees,
    find_grade,
    find_institution,
    find_rank,
    find_thesis,
    says_thesis,
)
from scholargraph.extract.mentors import find_mentors, tell_people
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.publications import title_name
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Span

METHOD = "cv: education"


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
    entry: Entry | None = None
    for block in blocks:
        degrees = list(find_degrees(block))
        place, when = find_institution(block, degrees), find_when(block.text)
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
    """Another entry begins with a second institution, or a degree after one whose institution came later."""
    if entry.organization is None:
        return bool(place and not degrees and len(entry.degrees) > 1)
    closed = entry.degrees and entry.organization[0] is not entry.blocks[0]
    return bool(place or (degrees and closed))


def _extend(
    entry: Entry, block: Block, degrees: list[Degree], more: tuple[Place | None, DateRange | None]
) -> None:
    place, when = more
    entry.blocks.append(block)
    if place and entry.organization is None:
        entry.organization = (block, place)
    for degree in degrees:
        degree.when = when
    if not degrees and entry.when is None and not (entry.degrees and says_thesis(block)):
        entry.when = when
    if not degrees and not place and entry.degrees:
        entry.degrees[-1].notes.append(block)
    entry.degrees += degrees


def _tell_degree(telling: Telling, entry: Entry, degree: Degree, owner: Owner) -> None:
    passage = telling.evidence("degree", _cite_entry(telling, entry), method=METHOD)
    own, alone = [degree.block, *degree.notes], len(entry.degrees) == 1
    shared = entry.blocks if alone else [*own, *entry.degrees[-1].notes]
    when = degree.when or entry.when
    text = degree.block.text
    values = {
        "degreeName": text[slice(*degree.name)],
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
        "thesis": [_tell_thesis(telling, block, owner) for block in own if find_thesis(block)],
    }
    telling.relate("degree", passage, roles, values)


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
    return [who for found in find_mentors(block.text) for who in tell_people(telling, block, found.people)]


def _tell_thesis(telling: Telling, block: Block, owner: Owner) -> str:
    place = find_thesis(block) or (0, len(block.text))
    span = cite(block, *place)
    name = title_name(block.text[slice(*place)])
    work = telling.tell("work", span, name, printed=span.quote, values={"workType": "thesis"}, method=METHOD)
    passage = telling.evidence("authorship", cite_lines(telling.document, block, block), method="own thesis")
    telling.relate("authorship", passage, {"work": work, "author": owner.referent}, {"ordinal": "1"})
    return work
