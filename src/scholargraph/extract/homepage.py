"""Personal homepages: a name, prose, news, one's own work under headings, lists as in a CV."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from scholargraph.extract.awards import tell_awards
from scholargraph.extract.blocks import clauses, hard_lines
from scholargraph.extract.citation_keys import tell_citations
from scholargraph.extract.contents import is_post
from scholargraph.extract.education import has_degree, tell_degrees
from scholargraph.extract.embedded import tell_embedded
from scholargraph.extract.employment import tell_positions
from scholargraph.extract.interests import interests_label
from scholargraph.extract.interests import tell_interests as tell_list
from scholargraph.extract.mailboxes import is_mailbox_of
from scholargraph.extract.mentors import find_mentors
from scholargraph.extract.page_contents import career_in, papers_in
from scholargraph.extract.page_group import group_kind, tell_group
from scholargraph.extract.page_head import is_prose, tell_addresses, tell_page_head, without_addresses
from scholargraph.extract.page_news import tell_news
from scholargraph.extract.page_owner import tell_owner
from scholargraph.extract.page_parts import Part, cut_page
from scholargraph.extract.page_work import Work, holds_work, is_named_product, is_sub_heading, tell_work
from scholargraph.extract.post_lines import read_line
from scholargraph.extract.product_sections import tell_products
from scholargraph.extract.products import product_type
from scholargraph.extract.prose import tell_prose
from scholargraph.extract.publications import Lists, tell_publications
from scholargraph.extract.sections import Section
from scholargraph.extract.students import tell_referees
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Document, Told
from scholargraph.names.identifiers import find_emails

KIND = "homepage"
_PAGE = re.compile(r"\b(?:home\s?-?page|web\s?-?(?:site|page))\b", re.I)
_CV = re.compile(r"curriculum vitae|\bcv\b|r[eé]sum[eé]\b|lebenslauf|\bvita\b", re.I)
_SITE = frozenset({"permalink", "layout", "author_profile"})
_LEAD_IN = re.compile(
    r"\b(?:interests?|topics|areas|themes|expertise)\b[^.]{0,50}?(?:\binclude|\bare|\bin|:)\s*:?\W*$", re.I
)
_FIRST = re.compile(
    r"(?:^|[.!?]\s+|,\s+)(?:I am|I['’]m|I (?:\w+ )?(?:work|lead|received|study|studied|did|was|have|got|hold|"
    r"write|wrote|teach|supervise|joined|finished|completed|maintain|organi[sz]e|think|run)|"
    r"My (?:\w+ )?(?:research|work|interests))\b"
)
_THIRD = re.compile(
    r"(?:^|[.!?]\s+)(?:He|She|They|[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3}|"
    r"Dr\. [A-Z]\w+)(?:['’]s \w+)? (?:is|was|received|holds|works|joined|studies|completed|earned|has)\b"
)


def sniff(document: Document) -> float:
    """How surely the document is a homepage: its title says so, or its owner (or a biographer) speaks in
    sentences; or a page of a site, not called a CV, holds some prose."""
    paragraphs = [block.text for block in document.blocks if block.kind == "paragraph"]
    spoken = sum(len(_FIRST.findall(text)) for text in paragraphs)
    told = sum(len(_THIRD.findall(text)) for text in paragraphs)
    seen = [block for block in document.blocks if block.kind != "field" or block.key == "meta/title"][:5]
    titled = any(_PAGE.search(block.text) and len(block.text) < 90 for block in seen)
    site = document.source.media_type == "text/html" or any(b.key in _SITE for b in document.blocks[:12])
    prose = site and any(map(is_prose, document.blocks))
    if titled or spoken >= 2 or told >= 3 or (prose and not any(_CV.search(block.text) for block in seen)):
        return 0.97
    return 0.6 if spoken or told else 0.3


def extract(document: Document) -> Told:
    """Tell what a homepage says: its owner, posts, degrees, awards, interests, products, citation keys,
    publications, members of the group.

    A page that names nobody tells its papers, people and citation keys all the same.
    """
    telling = Telling(document, KIND)
    parts = cut_page(document.blocks)
    owner = tell_embedded(telling, document, tell_owner(telling, document, parts))
    if owner is None:
        telling.notes.append("the page does not say whose it is; its posts, degrees and awards are not told")
        _tell_nameless(telling, parts)
    else:
        lists = Lists((_printed(part.section) for part in parts if part.role == "publications"), owner)
        prose = [block for part in parts for block in _tell_part(telling, part, owner, lists)]
        tell_prose(telling, prose, owner.referent, [owner.printed])
    _tell_keys(telling, parts)
    return telling.told(KIND)


def _tell_part(telling: Telling, part: Part, owner: Owner, lists: Lists) -> Iterable[Block]:
    """Tell the lists of a part; gives the blocks that are prose."""
    if part.role == "publications":
        tell_publications(telling, _printed(part.section), owner, lists)
        return [block for block in part.section.blocks if _is_spoken(block)]
    if part.role in _WHOLE:
        _tell_own_mailboxes(telling, part.section.blocks, owner)
        _WHOLE[part.role](telling, part.section, owner)
        return []
    blocks: Sequence[Block] = (
        _without_interests(telling, part.section.blocks, owner)
        if part.role != "interests"
        else part.section.blocks
    )
    if part.role in _LISTS:
        for block in blocks:
            tell_addresses(telling, block, owner.referent)
        prose = [block for block in blocks if is_prose(block)]
        listed = [piece for block in blocks if not is_prose(block) for piece in _pieces(block)]
        _LISTS[part.role](telling, Section(part.section.role, part.section.heading, tuple(listed)), owner)
        return prose
    if len(papers := papers_in(blocks)) > 1:
        tell_publications(telling, Section("publications", part.section.heading, tuple(papers)), owner)
        blocks = [block for block in blocks if block not in papers]
    if len(career := career_in(blocks)) > 1:
        _tell_career(telling, Section("employment", part.section.heading, tuple(career)), owner)
        blocks = [block for block in blocks if block not in career]
    for block in blocks:
        tell_addresses(telling, block, owner.referent)
    if part.role in ("head", "leader"):
        return tell_page_head(telling, blocks, owner)
    if part.role in ("", "products"):
        _tell_named(telling, part.section, blocks, owner)
    if part.role == "products" or _is_work(part.section):
        tell_work(telling, Work(part.section.heading, tuple(blocks)), owner.referent)
        return [block for block in blocks if block.kind != "item" or _FIRST.search(block.text)]
    return [piece for block in blocks for piece in without_addresses(block)]


def _tell_named(telling: Telling, section: Section, blocks: Sequence[Block], owner: Owner) -> None:
    """Tell what lines name that are no items: all under ``Software``, elsewhere those in bold."""
    software = bool(product_type(section.title))
    lines = [b for b in blocks if b.level <= 1 and not holds_work((b,)) and (software or is_named_product(b))]
    tell_products(telling, Section("products", section.heading, tuple(lines)), owner)


def _tell_own_mailboxes(telling: Telling, blocks: Sequence[Block], owner: Owner) -> None:
    """Tell addresses made of the owner's name, which may stand anywhere (at the end of any part)."""
    for block in blocks:
        emails = [e.value for e in find_emails(block.text) if is_mailbox_of(e.value, owner.name)]
        if emails:
            telling.tell("person", cite(block), values={"email": emails}, referent=owner.referent)


def _without_interests(telling: Telling, blocks: Sequence[Block], owner: Owner) -> list[Block]:
    """Tell interests behind a label (``Interests: …``) and in the items below ``My interests include``;
    gives the other blocks."""
    rest: list[Block] = []
    listing = False
    for block in blocks:
        listing = (listing and block.kind == "item") or (block.kind == "paragraph" and _leads_in(block))
        start = interests_label(block)
        if start or (listing and block.kind == "item"):
            tell_list(telling, block, start, owner.referent)
        else:
            rest.append(block)
    return rest


def _leads_in(block: Block) -> bool:
    return len(block.text) < 300 and bool(_LEAD_IN.search(block.text))


def _is_spoken(block: Block) -> bool:
    return bool(re.match(r"(?:I|My)\b", block.text)) and is_prose(block)


def _is_work(section: Section) -> bool:
    return holds_work(section.blocks) and not (section.heading and section.heading.level == 1)


def _pieces(block: Block) -> list[Block]:
    """A paragraph of posts or degrees between semicolons as one piece each."""
    pieces = clauses(block) if block.kind == "paragraph" and ";" in block.text else [block]
    dated = [piece for piece in pieces if re.search(r"\b(?:19|20)\d\d\b", piece.text)]
    return pieces if len(dated) == len(pieces) else [block]


def _tell_nameless(telling: Telling, parts: Sequence[Part]) -> None:
    lists = Lists((part.section for part in parts if part.role == "publications"), None)
    for part in parts:
        if part.role == "publications":
            tell_publications(telling, part.section, None, lists)
        elif part.role == "group":
            tell_group(telling, part.section.blocks, "", group_kind(part.section.title))


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


def _printed(section: Section) -> Section:
    """The section without sentences in which its owner speaks."""
    blocks = tuple(block for block in section.blocks if not _is_spoken(block))
    return Section(section.role, section.heading, blocks)


def _tell_members(telling: Telling, section: Section, owner: Owner) -> None:
    tell_group(telling, section.blocks, owner.referent, group_kind(section.title) or "advisor")


def _tell_interest_lists(telling: Telling, section: Section, owner: Owner) -> None:
    for block in section.blocks:
        tell_list(telling, block, interests_label(block), owner.referent)


def _tell_career(telling: Telling, section: Section, owner: Owner) -> None:
    """Posts and degrees, which often stand together (``Education and career``)."""
    blocks = section.blocks
    if section.role == "education":
        posts = [block for block in blocks if is_post(block) and not find_mentors(block.text)]
    else:
        posts = [block for block in blocks if not has_degree(block) or _begins_post(block)]
    tell_degrees(telling, [block for block in blocks if block not in posts], owner)
    tell_positions(telling, Section(section.role, section.heading, tuple(posts)), owner)


def _begins_post(block: Block) -> bool:
    """Whether the first of several lines names a role; degrees below are of what was taught there."""
    first, *below = hard_lines(block)
    return bool(below) and not has_degree(first) and read_line(first).role is not None


_WHOLE: dict[str, Callable[[Telling, Section, Owner], object]] = {
    "group": _tell_members,
    "news": lambda telling, section, owner: tell_news(telling, section.blocks, owner),
    "referees": tell_referees,
    "quiet": lambda telling, section, owner: None,
}
"""Parts that are told as a whole: nothing in them is read as prose of the owner."""
_LISTS: dict[str, Callable[[Telling, Section, Owner], None]] = {
    "employment": _tell_career,
    "education": _tell_career,
    "awards": lambda telling, section, owner: tell_awards(telling, section.blocks, owner),
    "interests": _tell_interest_lists,
    "contact": lambda telling, section, owner: None,
}
__all__ = ["extract", "sniff"]
