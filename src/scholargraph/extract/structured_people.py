"""The persons of structured records: names, addresses, posts, degrees and interests told by fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from scholargraph.extract.blocks import sliced
from scholargraph.extract.dates import find_when, parse_date
from scholargraph.extract.degree_lines import find_degrees
from scholargraph.extract.fields import Node, cite_fields, plain_key
from scholargraph.extract.interests import tell_interests
from scholargraph.extract.known import tell_known
from scholargraph.extract.mentors import find_mentors, mentorship_kind, tell_people
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.post_lines import read_line
from scholargraph.extract.prose.persons import people_at
from scholargraph.extract.tables import lines
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.organizations import is_unit, split_place
from scholargraph.names.people import strip_titles

_NOW = re.compile(r"\b(?:present|now|current(?:ly)?|ongoing|today|heute|actual(?:idad)?)\b", re.I)
_ROLE_KEYS = frozenset({"role", "position", "jobtitle", "job"})
_SUPERVISES = re.compile(
    r"\b(?:co-?)?(?:supervis|advis|mentor)(?:e|es|ed|ing|ion of)\b[^.:,]{0,60}?"
    r"\b(?P<whom>students?|post-?docs?|postdoctoral \w+|interns?|candidates?|researchers?)\b"
    r"[^.:,]{0,60}[:,]\s*",
    re.I,
)


class When(Struct, frozen=True):
    """The dates of an entry as values, and whether it goes on."""

    start: str = ""
    end: str = ""
    current: bool = False
    known: bool = False

    @property
    def status(self) -> str:
        """``current``, ``past``, or nothing where no date is given."""
        return "" if not self.known else "current" if self.current else "past"


@cache
def keys(kind: str) -> tuple[str, ...]:
    """The plain keys under which a field of a record is found, the best first."""
    table = dict(line.split("\t") for line in lines("resume_fields.tsv"))
    return tuple(table[kind].split())


def when_of(node: Node) -> When:
    """The dates of an entry: start and end on their own, or one field with both; no end means it goes on."""
    start, end, whole = node.text(*keys("start")), node.text(*keys("end")), node.text(*keys("when"))
    if start or end:
        first, goes_on = _date(start), bool(_NOW.search(end)) or not end
        return When(first, "" if goes_on else _date(end), goes_on, bool(first or end))
    found = find_when(whole)
    if found is None:
        return When()
    return When(found.start, found.end, found.current, True)


def tell_position(telling: Telling, node: Node, owner: Owner, method: str, **more: str | Block | None) -> str:
    """Tell a post held; gives its role, or "" for none.

    ``more``: ``outside`` (the field that names the organisation where the entry does not), ``status`` (where
    the entry has no dates).
    """
    role = node.leaf(*keys("role"))
    where = node.leaf(*(key for key in keys("organization") if not role or node.leaf(key) is not role))
    if role is None:
        return ""
    line = read_line(role)
    at = line.role if line.role and line.organization else (0, len(role.text))
    name = re.sub(r"\s+", " ", role.text[slice(*at)])
    key = plain_key(role.key.rpartition("/")[2])
    said = where and (when_of(node).known or key != "title")
    named = key in _ROLE_KEYS and 1 < len(role.text.split()) <= 8 and not any(find_degrees(role))
    if not (line.role or said or named):
        return ""
    place = (
        (where, (0, len(where.text))) if where else (role, line.organization) if line.organization else None
    )
    outside = more.get("outside")
    if place is None and isinstance(outside, Block):
        place = (outside, (0, len(outside.text)))
    tell_post(telling, node, (owner, name, method, str(more.get("status") or "")), place)
    return name


def tell_post(
    telling: Telling,
    node: Node,
    held: tuple[Owner, str, str, str],
    place: tuple[Block, tuple[int, int]] | None,
) -> None:
    """Tell a post of known words: ``held`` is the holder, the role, the method and the status that stands
    where the entry has no dates; ``place`` is where the organisation is named."""
    owner, role, method, status = held
    span, when = cite_fields(telling.document, node.leaves()), when_of(node)
    passage = telling.evidence("position", span, method=method, confidence=0.95)
    organization = _tell_place(telling, node, place) if place else ""
    notes = node.leaves(*keys("notes"))
    printed = split_place(place[0].text[slice(*place[1])])[1] if place else ""
    values = {
        "role": role,
        "startDate": when.start,
        "endDate": when.end,
        "status": when.status or status,
        "location": node.text(*keys("location")) or printed,
        "description": [note.text for note in notes if not find_mentors(note.text)],
    }
    position = telling.relate(
        "position", passage, {"holder": owner.referent, "organization": organization}, values
    )
    _tell_mentors(telling, node, owner, (position, role))
    for note in notes:
        _tell_mentees(telling, note, owner)


def tell_places(telling: Telling, node: Node) -> None:
    """The organisation that a record names without a post."""
    if where := node.leaf(*keys("organization")):
        _tell_place(telling, node, (where, (0, len(where.text))))


def _tell_place(telling: Telling, node: Node, place: tuple[Block, tuple[int, int]]) -> str:
    """The organisation of a post, and the unit of it that a field of its own names; gives the smallest."""
    whole = tell_organization(telling, place[0], *place[1])
    unit = node.leaf(*keys("unit"))
    if unit is None or unit is place[0] or not is_unit(unit.text):
        return whole
    part = tell_organization(telling, unit, 0, len(unit.text))
    if whole and part != whole:
        passage = telling.evidence("parentOrganization", cite_fields(telling.document, [unit, place[0]]))
        telling.relate("parentOrganization", passage, {"subject": part, "object": whole})
    return part


def _tell_mentors(telling: Telling, node: Node, owner: Owner, post: tuple[str, str]) -> None:
    """Mentors named in the notes of a post, or in a field of their own."""
    position, role = post
    for block, people, called in named_mentors(telling, node):
        passage = telling.evidence("mentorship", cite(block))
        for person in people:
            roles = {"mentor": person, "mentee": owner.referent, "during": position}
            telling.relate("mentorship", passage, roles, {"kind": mentorship_kind(called, role)})


def _tell_mentees(telling: Telling, block: Block, owner: Owner) -> None:
    """``Supervises two PhD students, A. Bee and C. Dee`` in the notes of a post."""
    said = _SUPERVISES.search(block.text)
    if said is None:
        return
    for place in people_at(block.text, said.end(), len(block.text)):
        mentee = tell_known(telling, "person", cite(block, *place), strip_titles(block.text[slice(*place)]))
        passage = telling.evidence("mentorship", cite(block), confidence=0.9)
        kind = "postdoc host" if "post" in said["whom"].casefold() else "advisor"
        telling.relate("mentorship", passage, {"mentor": owner.referent, "mentee": mentee}, {"kind": kind})


def named_mentors(telling: Telling, node: Node) -> list[tuple[Block, list[str], str]]:
    """Tell the mentors in the notes of an entry or in a field of their own: the field, who, and their
    name as mentors."""
    found = []
    for block in node.leaves(*keys("notes")):
        for mentors in find_mentors(block.text):
            found.append((block, tell_people(telling, block, mentors.people), mentors.called))
    for block in node.leaves(*keys("advisor")):
        if people := _tell_listed(telling, block):
            found.append((block, people, "advisor"))
    return found


def tell_advisors(telling: Telling, node: Node, owner: Owner) -> None:
    """Mentors whom a record names in a field of their own."""
    for block in node.leaves(*keys("advisor")):
        passage = telling.evidence("mentorship", cite(block))
        for person in _tell_listed(telling, block):
            telling.relate(
                "mentorship", passage, {"mentor": person, "mentee": owner.referent}, {"kind": "advisor"}
            )


def joint_roles(block: Block) -> list[Block]:
    """A field of two roles cut into them: ``Research Fellow & Deputy Director``."""
    cut = re.search(r"\s+(?:&|and|/)\s+", block.text)
    halves = [sliced(block, 0, cut.start()), sliced(block, cut.end(), len(block.text))] if cut else []
    return halves if halves and all(read_line(half).role for half in halves) else [block]


def _tell_listed(telling: Telling, block: Block) -> list[str]:
    """Everyone whom a field names, whatever stands between and behind the names."""
    places = people_at(block.text, 0, len(block.text))
    return [
        tell_known(telling, "person", cite(block, *place), strip_titles(block.text[slice(*place)]))
        for place in places
    ]


def tell_topics(telling: Telling, blocks: Sequence[Block], person: str) -> None:
    """Tell interests, each field one or a list of them."""
    for block in blocks:
        tell_interests(telling, block, 0, person)


def _date(text: str) -> str:
    found = find_when(text)
    return parse_date(text) or (found.start if found else "")
