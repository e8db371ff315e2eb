"""Personal homepages: a name, prose, news, one's own work under headings, lists as in a CV."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from scholargraph.extract.awards import tell_awards
from scholargraph.extract.citation_keys import find_keys, tell_citations
from scholargraph.extract.contact import tell_contact
from scholargraph.extract.education import has_degree, tell_degrees
from scholargraph.extract.employment import read_line, tell_positions
from scholargraph.extract.interests import interests_label
from scholargraph.extract.interests import tell_interests as tell_list
from scholargraph.extract.page_group import group_kind, tell_group
from scholargraph.extract.page_head import is_address, is_prose, tell_addresses, tell_page_head
from scholargraph.extract.page_owner import find_owner, tell_owner
from scholargraph.extract.page_work import Work, holds_work, is_sub_heading, is_topical, tell_work
from scholargraph.extract.prose import tell_prose
from scholargraph.extract.publications import tell_publications
from scholargraph.extract.sections import Section, heading_role
from scholargraph.extract.telling import Telling
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Document, Told

KIND = "homepage"
_PAGE = re.compile(r"\b(?:home\s?-?page|web\s?-?(?:site|page))\b", re.I)
_FIRST = re.compile(
    r"(?:^|[.!?]\s+|,\s+)(?:I am|I['’]m|I (?:\w+ )?(?:work|lead|received|study|did|was|have)|"
    r"My (?:\w+ )?(?:research|work|interests))\b"
)
_THIRD = re.compile(
    r"(?:^|[.!?]\s+)(?:He|She|They|[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3}|"
    r"Dr\. [A-Z]\w+)(?:['’]s \w+)? (?:is|was|received|holds|works|joined|studies|completed|earned|has)\b"
)


def sniff(document: Document) -> float:
    """How surely the document is a homepage: its title says so, or its owner (or a biographer) speaks in
    sentences."""
    paragraphs = [block.text for block in document.blocks if block.kind == "paragraph"]
    spoken = sum(len(_FIRST.findall(text)) for text in paragraphs)
    told = sum(len(_THIRD.findall(text)) for text in paragraphs)
    titled = any(_PAGE.search(block.text) and len(block.text) < 90 for block in document.blocks[:4])
    if titled or spoken >= 2 or told >= 3:
        return 0.97
    return 0.6 if spoken or told else 0.3


def extract(document: Document) -> Told:
    """Tell what a homepage says: its owner, posts, degrees, awards, interests, products, citation keys,
    publications."""
    telling = Telling(document, KIND)
    owner = tell_owner(telling, document.blocks)
    parts = list(cut_page(document.blocks))
    if owner is None:
        telling.notes.append(
            "the page does not say whose it is; only its publications and citation keys are told"
        )
        _tell_nameless(telling, parts)
        return telling.told(KIND)
    prose = [block for part in parts for block in _tell_part(telling, part, owner)]
    tell_prose(telling, prose, owner.referent, [owner.printed])
    _tell_keys(telling, parts)
    return telling.told(KIND)


class Part(Struct, frozen=True):
    """What stands under one heading of a page, and the role that heading and content give it."""

    role: str
    section: Section


def cut_page(blocks: Sequence[Block]) -> Iterator[Part]:
    """The page cut at its headings; a role of its heading (``education``) counts only if the content
    bears it out.

    What stands before the first heading, or under the title at the very top, is the head.
    """
    blocks = [block for block in blocks if block.kind != "field"]
    top = next((block for block in blocks if block.kind == "heading"), None)
    heading: Block | None = None
    held: list[Block] = []
    for block in [*blocks, None]:
        starts = (
            block is None
            or block.kind == "heading"
            or (block.kind == "paragraph" and bool(heading_role(block)))
        )
        if not starts and block is not None:
            held.append(block)
            continue
        if heading or held:
            yield _part(heading, tuple(held), heading is None or heading is top)
        heading, held = block, []


def _part(heading: Block | None, blocks: tuple[Block, ...], first: bool) -> Part:
    role = (
        "head"
        if first and not (heading and heading_role(heading))
        else heading_role(heading)
        if heading
        else ""
    )
    if role in _BORNE_OUT and not _BORNE_OUT[role](blocks):
        role = ""
    return Part(role, Section(role or "other", heading, blocks))


def _tell_part(telling: Telling, part: Part, owner: Owner) -> Iterable[Block]:
    """Tell the lists of a part; gives the blocks that are prose."""
    listed = [block for block in part.section.blocks if not is_prose(block)]
    prose = [block for block in part.section.blocks if is_prose(block)]
    if part.role == "publications":
        tell_publications(telling, part.section, owner)
        return []
    if kind := group_kind(part.section.title):
        tell_group(telling, part.section.blocks, owner.referent, kind)
        return []
    if part.role in _LISTS and listed:
        _LISTS[part.role](telling, Section(part.section.role, part.section.heading, tuple(listed)), owner)
        return prose
    if holds_work(part.section.blocks) and not (part.section.heading and part.section.heading.level == 1):
        tell_work(telling, Work(part.section.heading, part.section.blocks), owner.referent)
        return [block for block in part.section.blocks if block.kind != "item" or _FIRST.search(block.text)]
    if part.role == "head":
        return tell_page_head(telling, part.section.blocks, owner)
    for block in part.section.blocks:
        tell_addresses(telling, block, owner.referent)
        if start := interests_label(block):
            tell_list(telling, block, start, owner.referent)
    return [block for block in part.section.blocks if not interests_label(block) and not is_address(block)]


def _is_work(blocks: Sequence[Block]) -> bool:
    """Whether what stands under ``Research Areas`` is work (keys, items below items), not a list."""
    nested = any(after.level > before.level > 0 for before, after in pairwise(blocks))
    return nested or any(next(find_keys(block.text), None) for block in blocks)


def _tell_nameless(telling: Telling, parts: Sequence[Part]) -> None:
    for part in parts:
        if part.role == "publications":
            tell_publications(telling, part.section, None)
    _tell_keys(telling, parts)


def _tell_keys(telling: Telling, parts: Sequence[Part]) -> None:
    """Citation keys with the headings they stand under: the section's, the sub-heading's, the item's own
    name."""
    for part in parts:
        below = ""
        for index, block in enumerate(part.section.blocks):
            if is_sub_heading(block, part.section.blocks[index + 1 : index + 2]) or (
                block.kind == "item" and block.level == 1
            ):
                named = re.match(r"([^:\n]{3,60})(?::\s|\n|$)", block.text)
                below = named[1] if named else ""
            if part.role != "publications":
                tell_citations(telling, block, [part.section.title, below])


def _tell_interest_lists(telling: Telling, section: Section, owner: Owner) -> None:
    for block in section.blocks:
        tell_list(telling, block, interests_label(block), owner.referent)


def _tell_contacts(telling: Telling, section: Section, owner: Owner) -> None:
    for block in section.blocks:
        tell_contact(telling, block, owner.referent)


_LISTS: dict[str, Callable[[Telling, Section, Owner], None]] = {
    "employment": tell_positions,
    "education": lambda telling, section, owner: tell_degrees(telling, section.blocks, owner),
    "awards": lambda telling, section, owner: tell_awards(telling, section.blocks, owner),
    "interests": _tell_interest_lists,
    "contact": _tell_contacts,
}
_BORNE_OUT: dict[str, Callable[[Sequence[Block]], bool]] = {
    "education": lambda blocks: any(has_degree(block) for block in blocks),
    "employment": lambda blocks: any(
        (line := read_line(block)).role or line.organization for block in blocks
    ),
    "interests": lambda blocks: not _is_work(blocks),
    "publications": lambda blocks: any(
        re.search(r"\b(?:19|20)\d\d\b|\b[A-Z]\. ?[A-Z]\w+|,.*,", block.text) for block in blocks
    ),
}
__all__ = ["Part", "cut_page", "extract", "find_owner", "is_topical", "sniff"]
