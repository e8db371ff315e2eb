"""Where a degree was taken, and fields that stand behind the school."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.blocks import Place, blank, mark_gaps, segments
from scholargraph.extract.dates import find_when
from scholargraph.extract.degree_lines import Degree
from scholargraph.extract.degree_words import (
    DEGREE,
    GRADE,
    HONOURS,
    NO_FIELD,
    QUOTED,
    RANK,
    STATE,
    SUBJECT,
    THESIS,
)
from scholargraph.extract.line_places import bracketed_places, less_place, without_places
from scholargraph.extract.mentors import find_mentors
from scholargraph.extract.post_lines import is_institution, is_organization, read_line
from scholargraph.model import Block
from scholargraph.names.organizations import holds_organization_word
from scholargraph.names.places import is_place

_IN = (
    r"(?:^|\b)(?:in|at|from|of|an der|der|por la|pela|en la|na|bij de|aan de|à l['’]|à la|à|au|de la|presso"
    r"(?: l['’]| la| il)?)\s*(?:the\s+)?(?=[A-ZÀ-Ž])|^"
)
_AT = re.compile(r"(?:at|à l['’]|à la|à|presso|bei|an der|aan de)\s*(?:the\s+)?(?=[A-ZÀ-Ž])")
_CAPITALS = re.compile(r"[A-Z][A-Za-z]*[A-Z]{2}[\w-]*")
_NO_PART = re.compile(r"(?i)\b(?:degrees?|program(?:me)?|majors?|minors?|honou?rs|track|specialization)\b")
_NEAR = 16
"""So many characters may stand between a degree and its field: ``degree in the``."""


def find_institution(block: Block, degrees: Sequence[Degree]) -> Place | None:
    """Where the school stands: a known one, words that say so, or what leads a line of dates alone."""
    text = _without_details(block, degrees)
    places = without_places(text, list(segments(text)))
    for first, last in places:
        for inner in re.finditer(_IN, text[first:last]):
            if is_school(text[first + inner.end() : last]):
                return first + inner.end(), _end_of_run(text, list(segments(text, first)))
    if degrees and (unknown := _unknown_school(text, places)):
        return unknown
    if find_when(block.text) and "\0" not in text.strip("\0") and not degrees and block.kind != "item":
        return read_line(block).organization
    return None


def _unknown_school(text: str, places: Sequence[Place]) -> Place | None:
    """A school that no word tells: behind ``at``, or capitals alone (``ENSIEE``)."""
    for place in places:
        words = text[slice(*place)]
        if lead := _AT.match(words):
            return less_place(text, (place[0] + lead.end(), place[1]))
        if _CAPITALS.fullmatch(words) and not DEGREE.fullmatch(words):
            return place
    return None


def field_of(block: Block, place: Place) -> tuple[Place, Place | None]:
    """An institution without the field named behind it, and the field: ``Pomona College, Philosophy``."""
    text = block.text[slice(*place)]
    head, comma, last = text.rpartition(",")
    name = last.strip()
    if not comma or not head or not SUBJECT.search(name) or is_organization(name) or is_place(name):
        return place, None
    start = place[0] + len(head) + 1 + len(last) - len(last.lstrip())
    return (place[0], place[0] + len(head.rstrip())), (start, start + len(name))


def bracketed_field(block: Block, degree: Degree) -> Place | None:
    """A field in brackets at the end of a line whose degree has none: ``…, 1992 (Political Science)``."""
    for match in re.finditer(r"\(([A-ZÀ-Ž][^()\d]{3,60})\)", block.text[degree.name[1] :]):
        words = match[1]
        if (
            not (is_organization(words) and not SUBJECT.search(words))
            and not NO_FIELD.match(words)
            and not is_place(words)
        ):
            start = degree.name[1] + match.start(1)
            return (
                (start, start + len(words))
                if ":" not in words and not is_organization(words.split(",")[0])
                else None
            )
    return None


def cell_field(block: Block, degree: Degree) -> Place | None:
    """A field in a cell of its own behind the degree: ``M.D. | 06/2005 | Medicine``."""
    text = block.text
    for start, end in segments(text, degree.name[1]) if re.search(r"\t|\s{3,}", text) else ():
        words = text[start:end]
        unsaid = find_when(words) or is_place(words) or NO_FIELD.match(words) or find_mentors(words)
        if words[:1].isupper() and not unsaid and not is_school(words) and not is_institution(words):
            return (start, end) if len(words.split()) <= 6 else None
    return None


def is_school(text: str) -> bool:
    """Whether words name a place of study: a school, a hospital, an institute."""
    return is_institution(text) or (holds_organization_word(text) and not SUBJECT.search(text))


def _without_details(block: Block, degrees: Sequence[Degree]) -> str:
    """The line with degrees and their fields, dates, advisors, thesis and grades made unreadable."""
    when = find_when(block.text)
    taken = [m.at for m in find_mentors(block.text)] + ([when.at] if when else []) + mark_gaps(block)
    taken += [(m.start(), len(block.text)) for m in THESIS.finditer(block.text)]
    taken += [m.span() for unsaid in (QUOTED, STATE, HONOURS) for m in unsaid.finditer(block.text)]
    taken += bracketed_places(block.text)
    taken += [m.span() for known in (GRADE, RANK) for m in known.finditer(block.text)]
    taken += [span for degree in degrees for span in _spans(degree)]
    unsaid = (
        m for m in re.finditer(r"\([^()]*\)", block.text) if HONOURS.search(m[0]) or DEGREE.search(m[0])
    )
    taken += [match.span() for match in unsaid]
    return blank(block.text, taken)


def _spans(degree: Degree) -> list[Place]:
    """Where a degree and what belongs to it stand: as one where they stand side by side."""
    beside = [place for place in (degree.field, degree.department) if place]
    joined = [(degree.name[1], place[0]) for place in beside if 0 < place[0] - degree.name[1] < _NEAR]
    return [degree.name, *beside, *joined]


def _end_of_run(text: str, places: Sequence[Place]) -> int:
    end = places[0][1]
    for place in places[1:]:
        apart = re.search(r"[\0.:\t|]|\s[-–—]", text[end : place[0]]) or not text[place[0]].isupper()
        if apart or _NO_PART.search(text[slice(*place)]):
            break
        end = place[1]
    return end
