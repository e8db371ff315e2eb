"""Positions: entries of one or more lines with a role, an organisation and dates, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scholargraph.extract.blocks import Place, blank, mark_gaps, segments, tightened
from scholargraph.extract.dates import DateRange, find_when
from scholargraph.extract.interests import interests_label, tell_interests
from scholargraph.extract.mentors import find_mentors, mentorship_kind, tell_people
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.sections import Section
from scholargraph.extract.tables import pattern
from scholargraph.extract.telling import Telling, cite_lines
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.organizations import known_organization, organization_type, split_place

METHOD = "cv: employment"
_ROLE = re.compile(rf"\b(?:{pattern('roles.txt')})\b", re.IGNORECASE)
_AT = re.compile(r"\s+(?:at|@)\s+(?:the\s+)?|\s*\bwith(?:in)? the\s+", re.IGNORECASE)
_SENTENCE = re.compile(
    r"^(?:[A-Z][a-z]+(?:ed|ing)|Lead|Led|Work|Built|Teach|Taught|Co-?led|Wrote)\b|\w{3,}\.\s+[A-Z]|\w{4,}\.$"
)


class Line(Struct, frozen=True):
    """What one line of an entry says of a post: where role and organisation stand, and when."""

    block: Block
    role: Place | None
    organization: Place | None
    when: DateRange | None


class Post(Struct):
    """A post being gathered from the lines of its entry."""

    lines: list[Line]
    notes: list[Block]

    def role(self) -> Line | None:
        """The line that names the role."""
        return next((line for line in self.lines if line.role), None)

    def organization(self) -> Line | None:
        """The line that names the organisation."""
        return next((line for line in self.lines if line.organization), None)

    def when(self) -> DateRange | None:
        """The first dates printed."""
        return next((line.when for line in self.lines if line.when), None)


def tell_positions(telling: Telling, section: Section, owner: Owner | None) -> None:
    """Tell every post of a section as held by the owner of the document; an entry without a role is none."""
    for post in _posts(section.blocks):
        if owner and post.role() and (post.organization() or post.when()):
            _tell_post(telling, post, owner, section.title)


def read_line(block: Block) -> Line:
    """Find role, organisation and dates in one line."""
    when = find_when(block.text)
    mentors = [found.at for found in find_mentors(block.text)]
    rest = blank(block.text, [*mentors, *mark_gaps(block), *([when.at] if when else [])])
    at = _AT.search(rest)
    if at and _ROLE.search(rest[: at.start()]):
        return Line(block, tightened(rest, 0, at.start()), _first_run(rest, at.end()), when)
    places = list(segments(rest))
    roles = [_is_role(block.text[slice(*place)]) for place in places]
    if not any(roles):
        return Line(block, None, _organization(block.text, places, when), when)
    first = roles.index(True)
    if first > 0 and _is_organization(block.text[slice(*places[0])]):
        return Line(block, places[first], _run(rest, places[:first]), when)
    last = first
    while last + 1 < len(places) and roles[last + 1]:
        last += 1
    role = (places[first][0], places[last][1])
    following = [
        place
        for place in places[last + 1 :]
        if "\0" not in rest[role[1] : place[0]] or place == places[last + 1]
    ]
    return _inner_organization(Line(block, role, _run(rest, following), when))


def _posts(blocks: Sequence[Block]) -> Iterator[Post]:
    """Lines gathered into entries: a new one begins with a second role, organisation or date."""
    post: Post | None = None
    for block in blocks:
        line = read_line(block)
        if post and (_is_detail(block, line, post)):
            post.notes.append(block)
        elif post and not _begins_new(post, line) and (line.role or line.organization or line.when):
            post.lines.append(line)
        elif line.role or line.organization:
            if post:
                yield post
            post = Post([line], [])
    if post:
        yield post


def _is_detail(block: Block, line: Line, post: Post) -> bool:
    """A duty, a list of areas or a mentor below a post, and no post of its own."""
    if interests_label(block) or (
        find_mentors(block.text) and not (line.when and (line.role or not post.when()))
    ):
        return True
    if line.when and (line.role or line.organization or _is_date_line(block, post)):
        return False
    if block.kind == "item":
        return (
            not (line.role and line.organization)
            or len(block.text.split()) > 15
            or post.lines[0].block.kind != "item"
        )
    return (
        not (line.role or line.organization)
        or bool(_SENTENCE.search(block.text))
        or len(block.text.split()) > 20
    )


def _is_date_line(block: Block, post: Post) -> bool:
    """A line with hardly more than the dates that the post lacks."""
    return post.when() is None and not post.notes and block.kind != "item" and len(block.text.split()) <= 10


def _begins_new(post: Post, line: Line) -> bool:
    complete = post.role() and post.organization()
    return bool(
        (line.role and post.role())
        or (line.organization and post.organization())
        or (line.when and post.when())
        or (complete and (line.role or line.organization))
        or post.notes
    )


def _tell_post(telling: Telling, post: Post, owner: Owner, heading: str) -> None:
    last = max([*(line.block for line in post.lines), *post.notes], key=lambda block: block.end_line)
    passage = telling.evidence(
        "position", cite_lines(telling.document, post.lines[0].block, last), method=METHOD
    )
    where, role_line, when = post.organization(), post.role(), post.when()
    organization = (
        tell_organization(telling, where.block, *where.organization) if where and where.organization else ""
    )
    role = role_line.block.text[slice(*role_line.role)] if role_line and role_line.role else ""
    values = {
        "role": re.sub(r"\s+", " ", role),
        "startDate": when.start if when else "",
        "endDate": when.end if when else "",
        "status": _status(when, role, heading),
        "location": split_place(where.block.text[slice(*where.organization)])[1]
        if where and where.organization
        else "",
        "description": [
            note.text for note in post.notes if not interests_label(note) and not find_mentors(note.text)
        ],
    }
    position = telling.relate(
        "position", passage, {"holder": owner.referent, "organization": organization}, values
    )
    for block in [*(line.block for line in post.lines), *post.notes]:
        _tell_beside(telling, block, owner, (position, role))


def _tell_beside(telling: Telling, block: Block, owner: Owner, post: tuple[str, str]) -> None:
    """The areas and the mentors that stand beside a post."""
    position, role = post
    if start := interests_label(block):
        tell_interests(telling, block, start, owner.referent)
    for mentors in find_mentors(block.text):
        people = tell_people(telling, block, mentors.people)
        passage = telling.evidence("mentorship", cite_lines(telling.document, block, block), method=METHOD)
        kind = {"kind": mentorship_kind(mentors.called, role)}
        for person in people:
            roles = {"mentor": person, "mentee": owner.referent, "during": position}
            telling.relate("mentorship", passage, roles, kind)


def _status(when: DateRange | None, role: str, heading: str) -> str:
    if re.search(r"\bincoming\b|\bdesignate\b|-elect\b", role, re.IGNORECASE):
        return "incoming"
    if when is None:
        return "current" if not heading or re.search(r"\b(?:current|present)", heading, re.IGNORECASE) else ""
    return "current" if when.current else "past"


def _is_role(text: str) -> bool:
    match = _ROLE.search(text)
    if not match or len(text.split()) > 12:
        return False
    named = _is_organization(text)
    return not named or match.start() == 0 or match.end() == len(text) or bool(_ROLE.match(text.split()[-1]))


def _is_organization(text: str) -> bool:
    return known_organization(text) is not None or bool(organization_type(text))


def _organization(text: str, places: Sequence[Place], when: DateRange | None) -> Place | None:
    """The segments from the first organisation on; beside dates any capitalised words will do."""
    for index, place in enumerate(places):
        if _is_organization(text[slice(*place)]):
            return _run(text, places[index:])
    short = [place for place in places if text[place[0]].isupper() and place[1] - place[0] < 60]
    return _run(text, places) if when and places and short[:1] == [places[0]] else None


def _run(text: str, places: Sequence[Place]) -> Place | None:
    """One place over neighbouring segments, up to the first blanked words."""
    if not places:
        return None
    end = places[0][1]
    for place in places[1:]:
        if re.search(r"[\0|\t·]", text[end : place[0]]) or place[0] - end > 4:
            break
        end = place[1]
    return places[0][0], end


def _first_run(rest: str, start: int) -> Place | None:
    return _run(rest, list(segments(rest, start)))


def _inner_organization(line: Line) -> Line:
    """``Director of the Center for Things`` with nothing behind it names the organisation itself."""
    if line.organization or not line.role:
        return line
    text = line.block.text
    for match in re.finditer(r"\s+(?:of|in|for)\s+(?:the\s+)?(?=[A-Z])|,\s+", text[slice(*line.role)]):
        begin = line.role[0] + match.end()
        if _is_organization(text[begin : line.role[1]]):
            return Line(
                line.block, (line.role[0], line.role[0] + match.start()), (begin, line.role[1]), line.when
            )
    return line
