"""Lines about a post taken apart: role, organisation and dates, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.extract.blocks import Place, blank, mark_gaps, segments, tightened
from scholargraph.extract.dates import DateRange, find_when, range_places
from scholargraph.extract.line_places import bracketed_places, less_place, without_places
from scholargraph.extract.mentors import find_mentors
from scholargraph.extract.tables import pattern
from scholargraph.model import Block
from scholargraph.names.organizations import (
    holds_organization_word,
    is_unit,
    known_organization,
    organization_type,
)
from scholargraph.names.people import looks_like_person, strip_titles

_ROLE = re.compile(rf"\b(?:{pattern('roles.tsv', 'any', 'entry')})\b", re.IGNORECASE)
_AT = re.compile(r"[\s\0]+(?:at|@)\s+(?:the\s+)?|\s*\bwith(?:in)? the\s+", re.IGNORECASE)
_AT_ABROAD = re.compile(
    r"[\s\0]+(?:an der|an dem|am|bei(?: der| dem)?|à l['’]|à la|à|au|chez|presso(?: (?:il|la|lo))?"
    r"|en (?:el|la)|en|bij(?: de)?"
    r"|aan (?:de|het)|na|no|alla|all['’]|nell['’]|der|de la|de l['’])\s*(?=[A-ZÀ-Ž])"
)
_AT_PLACE = re.compile(r"[\s\0]+(?:à l['’]|au|chez|bei(?: der| dem)?|presso(?: (?:il|la|lo))?|am)\s*")
"""What stands behind these is where someone worked, whatever its name."""
_WITH = re.compile(r"\s+(?:with|for|under)\s+(?=(?:Prof|Dr)\b|[A-ZÀ-Ž][\w.’'-]+\s+[A-ZÀ-Ž])")
_INSIDE = re.compile(r"\s+(?:of|in|for)\s+(?:the\s+)?(?=[A-Z])|,\s+")
_IN_BRACKETS = re.compile(r"\s\(([^()\0]{3,80})\)[\s\0.,;]*$")
_TITLED = re.compile(r"(?:Prof\.|Professor|Dr\.)\s+(?=[A-ZÀ-Ž][\w.'’-]*\s+[A-ZÀ-Ž])")
_REMARK = re.compile(
    r"(?<=[\w.] )\((?:with|on leave|out of|until|from|since|formerly|now|declined|funded|jointly)\b[^()]*\)"
)
_CHAIR = re.compile(r"(?:Professur|Lehrstuhl|Chaire|Cátedra) (?:für|of|de)\b")
"""A part of a university, behind the role of someone who works there."""
_FOUNDER = re.compile(r"(?:co-?\s?)?found(?:er|ing \w+)\b[\w &/-]{0,30}", re.IGNORECASE)
"""What follows ``Founder of`` is an organisation, whatever its name."""
_SERVICE = re.compile(
    r"\b(?:review\w*|referee\w*|panel|committee|board|session|speaker|organi[sz]\w+)\b", re.I
)
"""Words of services, which are no posts unless a word of a role says so."""
_LONGEST_ROLE = 12
"""No role has more words than this."""
_LONGEST_LINE = 3000
"""No line about a post has more characters than this."""


class Line(Struct, frozen=True):
    """What one line of an entry says of a post: where role and organisation stand, and when."""

    block: Block
    role: Place | None
    organization: Place | None
    when: DateRange | None
    sure: bool = True
    """Words of the line say what is the role and what the organisation; False where the order alone does."""


def read_line(block: Block) -> Line:
    """Find role, organisation and dates in one line; nothing in one longer than any post's."""
    if len(block.text) > _LONGEST_LINE:
        return Line(block, None, None, None)
    when = find_when(block.text)
    rest = blank(block.text, [*_asides(block), *range_places(block.text), *([when.at] if when else [])])
    if bracket := _bracketed_role(rest):
        return Line(block, bracket, _run(rest, list(segments(rest[: bracket[0] - 1]))), when)
    if split := _split_at(rest):
        place = _run(rest, list(segments(rest, split[1])))
        return Line(block, tightened(rest, 0, split[0]), place and less_place(rest, place), when)
    places = list(segments(rest))
    roles = [_is_role(block.text[slice(*place)]) for place in places]
    if not any(roles):
        return Line(block, None, _organization(block.text, places, when), when)
    first = roles.index(True)
    if first > 0 and is_organization(block.text[slice(*places[0])]):
        return Line(block, places[first], _run(rest, places[:first]), when)
    line = _after_role(Line(block, None, None, when), rest, places, roles)
    leading = without_places(block.text, places[:first])
    if leading and not line.organization and block.text[leading[0][0]].isupper():
        return replace(line, organization=_run(rest, leading), sure=False)
    return _inner_organization(line)


def guess_line(line: Line) -> Line:
    """The line with what its order alone says: before an organisation with dates stands the role, and in a
    row of cells the role before the organisation."""
    text, when = line.block.text, line.when
    if line.role or not when:
        return line
    places = without_places(text, list(segments(blank(text, [when.at]))))
    places = [place for place in places if text[place[0]].isupper()]
    if line.organization and is_organization(text[slice(*line.organization)]):
        before = [place for place in places if place[1] <= line.organization[0]]
        short = before and len(text[slice(*before[0])].split()) <= 8 and not _SERVICE.search(text)
        return replace(line, role=before[0], sure=False) if short else line
    cells = len(places) == 2 and "\t" in text[places[0][1] : places[1][0]]
    return replace(line, role=places[0], organization=places[1], sure=False) if cells else line


def is_organization(text: str) -> bool:
    """Whether the words name an organisation: one of the table, or one by a word that only they bear."""
    return (
        known_organization(text) is not None or bool(organization_type(text)) or holds_organization_word(text)
    )


def is_founder(line: Line) -> bool:
    """Whether a line names someone as founder of an organisation."""
    said = line.role and _FOUNDER.match(line.block.text[slice(*line.role)])
    return bool(said and line.organization)


def is_institution(text: str) -> bool:
    """Whether words name a school of any size: a university, one of its departments, an academy."""
    known = known_organization(text)
    if known is not None and known.type != "department":
        return True
    return organization_type(text) in ("university", "department", "nonprofit")


def starts_with_person(text: str) -> bool:
    """Whether words are someone's name with a title: ``Professor Ada Byrne,``."""
    bare = text.strip(" ,;:–-")
    return bool(_TITLED.match(bare)) and looks_like_person(strip_titles(bare))


def with_person(role: str) -> int:
    """Where ``with Ada Byrne`` or ``for Prof. Byrne`` begins in a role; its length where nothing does."""
    match = _WITH.search(role)
    return match.start() if match else len(role)


def _asides(block: Block) -> list[Place]:
    mentors = (found.at for found in find_mentors(block.text))
    remarks = (found.span() for found in _REMARK.finditer(block.text))
    return [*mentors, *remarks, *mark_gaps(block), *bracketed_places(block.text)]


def _bracketed_role(rest: str) -> Place | None:
    """The role of ``Acme, Inc. (Data Scientist)``: in brackets at the end, behind what is none."""
    found = _IN_BRACKETS.search(rest)
    if not found or not _is_role(found[1]) or is_organization(found[1]):
        return None
    head = next(segments(rest[: found.start()]), None)
    words = rest[slice(*head)] if head else ""
    return found.span(1) if words[:1].isupper() and not _is_role(words) else None


def _split_at(rest: str) -> tuple[int, int] | None:
    """Where ``at`` parts a role from its organisation: end of the one, start of the other."""
    at = _AT.search(rest)
    if at and _ROLE.search(rest[: at.start()]) and not _ends_with_organization(rest[: at.start()]):
        return at.span()
    for match in _AT_ABROAD.finditer(rest):
        head, tail = rest[: match.start()], rest[match.end() :]
        whole = not re.search(r"[,;\t\0]\s", head.strip(" \0:,–-"))
        named = is_organization(re.split(r"[,;\t\0(]", tail)[0].strip()) or _AT_PLACE.fullmatch(match[0])
        if whole and _ROLE.search(head) and named:
            return match.span()
    return None


def _ends_with_organization(head: str) -> bool:
    """``Professor, University of Hawaii (at Manoa)``: the words before ``at`` name where already."""
    return any(is_organization(head[slice(*piece)]) for piece in list(segments(head))[1:])


def _after_role(line: Line, rest: str, places: list[Place], roles: list[bool]) -> Line:
    """The role over neighbouring segments that name one, and the organisation behind it."""
    first = last = roles.index(True)
    while last + 1 < len(places) and roles[last + 1]:
        if "\t" in rest[places[last][1] : places[last + 1][0]] or _CHAIR.match(
            rest[slice(*places[last + 1])]
        ):
            break
        last += 1
    role = (places[first][0], places[last][1])
    text = line.block.text
    following = [
        place
        for place in places[last + 1 :]
        if text[place[0]].isupper()
        or (text[place[0]] == "(" and is_organization(text[place[0] + 1 : place[1]]))
    ]
    following = [place for place in following if "\0" not in rest[following[0][1] : place[0]]]
    if following and not without_places(text, following):
        following = []
    return replace(line, role=role, organization=_run(rest, following))


def _is_role(text: str) -> bool:
    match = _ROLE.search(text)
    if match and starts_with_person(text):
        return False
    if not match or len(text.split()) > _LONGEST_ROLE or known_organization(text):
        return False
    if not is_organization(text):
        return True
    head = re.split(r"\s(?:of|for|at|in|and|y|de|für)\s", text)[0]
    if head != text and _ROLE.search(head) and not holds_organization_word(head):
        return True
    ends = match.end() == len(text) or bool(_ROLE.match(text.split()[-1]))
    return match.start() == 0 or (ends and not (head != text and holds_organization_word(head)))


def _organization(text: str, places: Sequence[Place], when: DateRange | None) -> Place | None:
    """The segments from the first organisation on; beside dates any capitalised words will do."""
    held = without_places(text, places)
    for index, place in enumerate(places):
        if place in held and is_organization(text[slice(*place)]):
            return _run(text, places[index:])
    places = held
    short = [place for place in places if text[place[0]].isupper() and place[1] - place[0] < 60]
    return _run(text, places) if when and places and short[:1] == [places[0]] else None


def _run(text: str, places: Sequence[Place]) -> Place | None:
    """One place over neighbouring segments, up to the first blanked words."""
    if not places:
        return None
    end = places[0][1]
    for place in places[1:]:
        below = is_unit(text[places[0][0] : end]) and is_institution(text[slice(*place)])
        parted = re.search(r"[\0|\t·:.]" if not below else r"[\0|]", text[end : place[0]])
        far = place[0] - end > 4
        if parted or far or text[place[0]].islower() or text[place[0]] in '“"„«(':
            break
        end = place[1]
    return places[0][0], end


def _inner_organization(line: Line) -> Line:
    """``Director of the Center for Things`` with nothing behind it names the organisation itself."""
    if not line.role:
        return line
    text, whole = line.block.text, line.organization
    for match in _INSIDE.finditer(text[slice(*line.role)]):
        begin = line.role[0] + match.end()
        unit = text[begin : line.role[1]]
        if whole and not ("the" in match[0].split() and is_unit(unit)):
            continue
        if is_organization(unit) or _FOUNDER.match(text[slice(*line.role)]):
            role = (line.role[0], line.role[0] + match.start())
            end = whole[1] if whole and whole[0] - line.role[1] < 4 else line.role[1]
            return replace(line, role=role, organization=(begin, end))
    return line
