"""People whom a CV lists: students supervised, and referees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scholargraph.extract.afterwards import tell_afterwards, tell_other_mentors
from scholargraph.extract.blocks import Place, blank, hard_lines, is_table_head, sliced, tightened
from scholargraph.extract.contact import names_person, tell_contact
from scholargraph.extract.dates import find_when
from scholargraph.extract.known import tell_known
from scholargraph.extract.sections import Section
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.people import strip_titles

METHOD = "cv: supervision"
_KINDS = (
    ("postdoc host", re.compile(r"post-?\s?do[ck]", re.IGNORECASE)),
    ("internship mentor", re.compile(r"\bintern|praktik|stagiaire|summer student|visiting", re.IGNORECASE)),
    (
        "advisor",
        re.compile(
            r"\b(?:m\.?sc?|m\.?a|m\.?phil|mres|master|bachelor|b\.?sc?|b\.?a|undergraduate|honou?rs|m[12])\b",
            re.IGNORECASE,
        ),
    ),
    (
        "phd advisor",
        re.compile(
            r"\bph\.?\s?d|d\.?phil|doctora|doctoral|dissertation|dokt|promov|th[èe]se|tesis doctoral|dottor",
            re.IGNORECASE,
        ),
    ),
)
_LABEL = re.compile(r"^[^:,;()\t]{2,60}:\s+")
_SEPARATOR = re.compile(r"\s*(?:[,;\t\n]|\s[-–—|·•/]\s|\band\b|&)\s*")
_DOT = re.compile(r"\s+[·•]\s+")
_DETAIL = re.compile(
    r"(?:co-?)?(?:supervis|advis|primary|second|main|first|now|current|completed|ongoing|chair|member|joint|thesis|ph\.?\s?d|m\.?sc"
    r"|m\.?a\b|b\.?[as]\b|mres|post-?doc|student|graduat|defended|encadr|betreu|with|since|from|to\b|\d|[\"“„«(])",
    re.IGNORECASE,
)


def tell_students(telling: Telling, section: Section, owner: Owner | None) -> None:
    """Tell everyone listed in a section of supervision as advised by the owner of the document."""
    label = ""
    if owner is None:
        return
    for block in section.blocks:
        for line in (part for hard in hard_lines(block) for part in _entries(hard)):
            label = _heading(line) or label
            for place in _people(line):
                kind = _kind(_beside(line.text, place), label, section.title)
                _tell_student(telling, line, place, (owner, kind))


def tell_referees(telling: Telling, section: Section, owner: Owner | None) -> None:
    """Tell the people who lead the lines of a section of references, and how to reach them."""
    person = ""
    for block in section.blocks:
        for line in hard_lines(block):
            cells = _cells(line) or list(_leading(line, 0))
            for place in cells:
                name = strip_titles(line.text[slice(*place)])
                person = tell_known(telling, "person", cite(line, *place), name)
            if person and len(cells) < 2 and not (owner and person == owner.referent):
                tell_contact(telling, line, person)


def _tell_student(telling: Telling, line: Block, place: Place, more: tuple[Owner, str]) -> None:
    owner, kind = more
    name = strip_titles(line.text[slice(*place)])
    if owner.may_be(name):
        return
    student = tell_known(telling, "person", cite(line, *place), name)
    passage = telling.evidence("mentorship", cite_lines(telling.document, line, line), method=METHOD)
    for mentor in (owner.referent, *tell_other_mentors(telling, line, place)):
        telling.relate("mentorship", passage, {"mentor": mentor, "mentee": student}, {"kind": kind})
    tell_afterwards(telling, line, place, student)


def _kind(beside: str, label: str, heading: str) -> str:
    """What the supervision was: by the words beside the name, those above the lines, or the heading."""
    for words in (beside, label, heading):
        if found := next((kind for kind, pattern in _KINDS if pattern.search(words)), ""):
            return found
    return "advisor"


def _heading(line: Block) -> str:
    """Words above or before a list of names: ``PhD students``, ``Completed:``."""
    match = _LABEL.match(line.text)
    if match and not names_person(match[0].strip(" :")):
        return match[0]
    short = len(line.text.split()) <= 6 and line.kind != "item"
    said = any(pattern.search(line.text) for _, pattern in _KINDS)
    return line.text if short and said and not find_when(line.text) and not names_person(line.text) else ""


def _beside(text: str, place: Place) -> str:
    """What stands behind a name up to the next one: ``(MSc, 2018)``."""
    after = text[place[1] :]
    bracket = re.match(r"\s*\([^()]*\)", after)
    return bracket[0] if bracket else after if "," not in text[: place[0]] else ""


def _entries(line: Block) -> list[Block]:
    """The students of a line, parted by dots, with what is said of each: ``A Bee (2020), bees · C Dee``."""
    starts = [0, *(found.end() for found in _DOT.finditer(line.text)), len(line.text)]
    parts = [sliced(line, first, last) for first, last in pairwise(starts)]
    return parts if len(parts) > 1 and all(list(_leading(part, 0)) for part in parts) else [line]


def _people(line: Block) -> Iterator[Place]:
    """The student who leads a line, or all of a line that is a list of names with details in brackets."""
    if is_table_head(line):
        return
    label = _LABEL.match(line.text)
    start = label.end() if label and not names_person(label[0].strip(" :")) else 0
    pieces = list(_pieces(line, start))
    named = [names_person(line.text[slice(*place)]) for place in pieces]
    others = [line.text[slice(*place)] for place, ok in zip(pieces, named, strict=True) if not ok]
    if sum(named) > 1 and "\t" not in line.text and all(_DETAIL.match(other) for other in others):
        yield from (place for place, ok in zip(pieces, named, strict=True) if ok)
    else:
        yield from _leading(line, start)


def _cells(line: Block) -> list[Place]:
    """The names of a row that holds nothing else: referees side by side."""
    places = list(_pieces(line, 0)) if "\t" in line.text else []
    return places if all(names_person(line.text[slice(*place)]) for place in places) else []


def _leading(line: Block, start: int) -> Iterator[Place]:
    """The name that a line begins with, dates aside."""
    first = next(_pieces(line, start), None)
    if first and names_person(line.text[slice(*first)]):
        yield first


def _pieces(line: Block, start: int) -> Iterator[Place]:
    """What stands between commas and the like, with dates and brackets made unreadable."""
    when = find_when(line.text)
    brackets = [match.span() for match in re.finditer(r"\([^()]*\)|[“\"„«][^“”\"«»]*[”\"»]", line.text)]
    text = blank(line.text, [*brackets, *([when.at] if when else [])]).replace("\0", " ")
    last = start
    for match in [*_SEPARATOR.finditer(text, start), None]:
        stop = match.start() if match else len(text)
        place = _narrow(text, last, stop)
        if place[0] < place[1]:
            yield place
        last = match.end() if match else stop


def _narrow(text: str, start: int, end: int) -> Place:
    """The first words of a piece up to a wide gap, where something was blanked."""
    place = tightened(text, start, end)
    gap = re.search(r"\s{3,}|\s+(?=(?:with|avec|mit|con)\s)", text[slice(*place)])
    return (place[0], place[0] + gap.start()) if gap else place
