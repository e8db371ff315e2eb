"""Curricula vitae: sections under the usual headings, in any order."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from scholargraph.extract.awards import tell_awards
from scholargraph.extract.blocks import unwrapped
from scholargraph.extract.contact import tell_head
from scholargraph.extract.contents import count_entries, is_post, with_role
from scholargraph.extract.dates import find_when
from scholargraph.extract.education import has_degree, tell_degrees
from scholargraph.extract.embedded import tell_embedded
from scholargraph.extract.employment import tell_positions
from scholargraph.extract.interests import interests_label, tell_interests
from scholargraph.extract.mentors import find_mentors
from scholargraph.extract.post_lines import is_founder, read_line
from scholargraph.extract.product_sections import tell_products
from scholargraph.extract.prose import tell_prose
from scholargraph.extract.publications import Lists, is_entry, tell_publications
from scholargraph.extract.sections import Section, cut_sections, roles_told
from scholargraph.extract.students import tell_referees, tell_students
from scholargraph.extract.subject import tell_subject
from scholargraph.extract.telling import Telling
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Document, Told

KIND = "cv"
_Teller = Callable[[Telling, Section, Owner | None], object]
_SPOKEN = re.compile(r"\b(?:I|my|am|is|are|he|she|we|his|her)\b")


def sniff(document: Document) -> float:
    """How surely this is a CV: two or more of the usual sections that hold what their headings say, or four
    and more posts and degrees that are a quarter of all lines."""
    sections = cut_sections(unwrapped(document.blocks))
    held = {section.role for section in sections if _holds_its_kind(section)}
    if len(held) >= 2:
        return min(0.95, 0.4 + 0.15 * len(roles_told(sections) | held))
    blocks = [block for block in document.blocks if block.kind != "field"]
    entries = count_entries(blocks)
    return 0.45 if entries >= 4 and 4 * entries >= len(blocks) else 0.0


def _holds_its_kind(section: Section) -> bool:
    """Whether degrees stand under education, roles under employment, dates under awards …"""
    tests: dict[str, Callable[[Block], bool]] = {
        "education": has_degree,
        "employment": lambda block: read_line(block).role is not None,
        "awards": lambda block: find_when(block.text) is not None,
        "publications": is_entry,
    }
    return section.role in tests and any(tests[section.role](block) for block in section.blocks)


def extract(document: Document) -> Told:
    """Tell what a CV says: the person, posts, degrees, publications, awards, interests."""
    telling = Telling(document, KIND)
    sections = [with_role(section) for section in cut_sections(unwrapped(document.blocks))]
    head = [block for section in sections[:1] for block in section.blocks]
    title = [section.heading for section in sections[:2] if section.heading is not None]
    lines = [*(head or _first_blocks(sections)), *_contact_blocks(sections)]
    owner = tell_head(telling, [*lines, *title]) or tell_subject(telling, sections, lines)
    owner = tell_embedded(telling, document, owner)
    if owner:
        _tell_top(telling, sections, owner)
    lists = Lists((section for section in sections if section.role == "publications"), owner)
    tellers: dict[str, _Teller] = {**_TELLERS, "publications": partial(tell_publications, lists=lists)}
    for section in sections:
        if teller := tellers.get(section.role):
            teller(telling, section, owner)
    if "employment" not in roles_told(sections):
        tell_positions(telling, Section("head", None, tuple(b for b in head if _is_standing(b))), owner)
    return telling.told(KIND)


def _tell_top(telling: Telling, sections: list[Section], owner: Owner) -> None:
    """Labelled interests of the head, and sentences in the head or under ``Summary``."""
    top = [block for section in sections if section.role in ("head", "summary") for block in section.blocks]
    for block in top:
        if start := interests_label(block):
            tell_interests(telling, block, start, owner.referent)
    prose = [block for block in top if _is_prose(block) and not interests_label(block)]
    tell_prose(telling, prose, owner.referent, [owner.printed])


def _is_prose(block: Block) -> bool:
    return block.kind == "paragraph" and len(block.text.split()) >= 8 and block.text.rstrip()[-1:] in ".!?"


def _first_blocks(sections: list[Section]) -> list[Block]:
    """What stands under a summary or title with which a document without a head begins."""
    titles = (section for section in sections[1:2] if section.role in ("summary", "other"))
    return [block for section in titles for block in section.blocks]


def _contact_blocks(sections: list[Section]) -> list[Block]:
    return [block for section in sections if section.role == "contact" for block in section.blocks]


def _tell_employment(telling: Telling, section: Section, owner: Owner | None) -> None:
    """Posts; a section of degrees under such a heading (``Academic history``) is told as one."""
    degrees = [block for block in section.blocks if has_degree(block) and read_line(block).role is None]
    posts = [block for block in section.blocks if is_post(block)]
    if len(degrees) > len(posts):
        _tell_education(telling, section, owner)
    else:
        tell_positions(telling, section, owner)


def _tell_education(telling: Telling, section: Section, owner: Owner | None) -> None:
    """Degrees; where ``Education and Training`` lists posts as well, those are told as posts."""
    posts = [block for block in section.blocks if _is_post(block)]
    tell_degrees(telling, [block for block in section.blocks if block not in posts], owner)
    tell_positions(telling, Section(section.role, section.heading, tuple(posts)), owner)


def _is_standing(block: Block) -> bool:
    """A line of the head such as ``Associate Professor, Department of Law, University of Oslo``."""
    line = read_line(block)
    return bool(line.role and line.organization) and len(block.text.split()) <= 20


def _is_post(block: Block) -> bool:
    return is_post(block) and not find_mentors(block.text)


def _tell_awards(telling: Telling, section: Section, owner: Owner | None) -> None:
    tell_awards(telling, section.blocks, owner)


def _tell_interests(telling: Telling, section: Section, owner: Owner | None) -> None:
    for block in section.blocks if owner else ():
        if owner and _is_prose(block) and _SPOKEN.search(block.text):
            tell_prose(telling, [block], owner.referent, [owner.printed])
        elif owner:
            tell_interests(telling, block, interests_label(block), owner.referent)


def _tell_foundings(telling: Telling, section: Section, owner: Owner | None) -> None:
    """Of a section of other things (outreach, service) only what the owner founded."""
    found = tuple(block for block in section.blocks if len(block.text) < 300 and is_founder(read_line(block)))
    tell_positions(telling, Section(section.role, section.heading, found), owner)


_TELLERS: dict[str, _Teller] = {
    "employment": _tell_employment,
    "education": _tell_education,
    "awards": _tell_awards,
    "interests": _tell_interests,
    "supervision": tell_students,
    "referees": tell_referees,
    "products": tell_products,
    "other": _tell_foundings,
}
