"""Positions: the posts of a section told as held by the owner of the document."""

from __future__ import annotations

import re

from scholargraph.extract.interests import interests_label, tell_interests
from scholargraph.extract.mentors import find_mentors, mentorship_kind, tell_people
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.people import is_person, split_authors
from scholargraph.extract.post_lines import Line, with_person
from scholargraph.extract.posts import Post, gather_posts
from scholargraph.extract.sections import Section
from scholargraph.extract.telling import Telling, cite_lines
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.organizations import is_unit, split_place

METHOD = "cv: employment"
_INCOMING = re.compile(r"\b(?:incoming|designate|starting)\b|-elect\b", re.IGNORECASE)


def tell_positions(telling: Telling, section: Section, owner: Owner | None) -> None:
    """Tell every post of a section as held by the owner of the document; an entry without a role is none."""
    for post in gather_posts(section.blocks):
        if owner and post.role and (post.organizations or post.when):
            _tell_post(telling, post, owner, section.title)


def _tell_post(telling: Telling, post: Post, owner: Owner, heading: str) -> None:
    blocks = [*(line.block for line in post.lines), *post.notes]
    last = max(blocks, key=lambda block: block.end_line)
    passage = telling.evidence(
        "position",
        cite_lines(telling.document, blocks[0], last),
        method=METHOD,
        confidence=post.confidence,
    )
    organization, location = _tell_organizations(telling, post)
    role = _role(post)
    values = {
        "role": re.sub(r"^Incoming\s+", "", " ".join(role.split())),
        **_dates(post, role, heading),
        "location": location,
        "description": [
            note.text for note in post.notes if not interests_label(note) and not find_mentors(note.text)
        ],
    }
    roles = {"holder": owner.referent, "organization": organization}
    position = telling.relate("position", passage, roles, values)
    for block in blocks:
        _tell_beside(telling, block, owner, (position, role))
    if post.role:
        _tell_with(telling, post.role, owner, (position, role))


def _role(post: Post) -> str:
    """The role without the person with whom it was held."""
    line = post.role
    if line is None or line.role is None:
        return ""
    role = line.block.text[slice(*line.role)]
    return role[: with_person(role)]


def _tell_organizations(telling: Telling, post: Post) -> tuple[str, str]:
    """The referent of the organisation named first, and its place; a second line names its part or whole."""
    told: list[str] = []
    places: list[str] = []
    units: list[bool] = []
    for line in post.organizations:
        if line.organization:
            told.append(tell_organization(telling, line.block, *line.organization))
            text, place = split_place(line.block.text[slice(*line.organization)])
            places.append(place)
            units.append(is_unit(text))
    if not told:
        return "", ""
    place = next(filter(None, places), "")
    if len(told) > 1 and told[0] != told[1] and (post.above or units[0] != units[1]):
        part, whole = (told[0], told[1]) if units[0] else (told[1], told[0])
        first, second = post.organizations[0].block, post.organizations[1].block
        passage = telling.evidence("parentOrganization", cite_lines(telling.document, first, second))
        telling.relate("parentOrganization", passage, {"subject": part, "object": whole})
    return told[0], place


def _tell_beside(telling: Telling, block: Block, owner: Owner, post: tuple[str, str]) -> None:
    """The areas and the mentors that stand beside a post."""
    if start := interests_label(block):
        tell_interests(telling, block, start, owner.referent)
    for mentors in find_mentors(block.text):
        _tell_mentors(
            telling, block, tell_people(telling, block, mentors.people), mentors.called, (owner, *post)
        )


def _tell_with(telling: Telling, line: Line, owner: Owner, post: tuple[str, str]) -> None:
    """The people of ``Postdoctoral Researcher with Ada Byrne``."""
    if line.role is None:
        return
    start, end = line.role
    cut = start + with_person(line.block.text[start:end])
    people = tuple(a for a in split_authors(line.block.text, cut, end).authors if is_person(a.name))
    if cut < end and people and not find_mentors(line.block.text):
        _tell_mentors(telling, line.block, tell_people(telling, line.block, people), "host", (owner, *post))


def _tell_mentors(
    telling: Telling, block: Block, people: list[str], called: str, post: tuple[Owner, str, str]
) -> None:
    owner, position, role = post
    passage = telling.evidence("mentorship", cite_lines(telling.document, block, block), method=METHOD)
    for person in people:
        roles = {"mentor": person, "mentee": owner.referent, "during": position}
        telling.relate("mentorship", passage, roles, {"kind": mentorship_kind(called, role)})


def _dates(post: Post, role: str, heading: str) -> dict[str, str]:
    """Start, end and status; a lone date under ``Current position`` is its start."""
    when, now = (
        post.when,
        bool(re.search(r"\b(?:current|present|actuel|aktuell|attual)", heading, re.IGNORECASE)),
    )
    if when is None:
        status = "incoming" if _INCOMING.search(role) else "current" if now or not heading else ""
        return {"status": status}
    lone = when.start == when.end and now
    going_on = when.current or lone
    status = "incoming" if _INCOMING.search(role) else "current" if going_on else "past"
    return {"startDate": when.start, "endDate": "" if going_on else when.end, "status": status}
