"""The head of a page: addresses, portrait, titles on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.blocks import merged
from scholargraph.extract.contact import tell_contact
from scholargraph.extract.employment import read_line
from scholargraph.extract.interests import interests_label
from scholargraph.extract.interests import tell_interests as tell_list
from scholargraph.extract.page_work import Work, holds_work, tell_work
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.identifiers import find_emails, find_orcids

_SENTENCE = re.compile(
    r"\b(?:I|my|he|she|they|his|her|their|is|was|am|are|has|have|received|joined|we|our)\b|['’]m\b", re.I
)
_LINKS = re.compile(
    r"\b(?:e-?mail|phone|tel|scholar|github|linkedin|twitter|orcid|dblp|office|homepage|website|cv)\b", re.I
)


def tell_page_head(telling: Telling, blocks: Sequence[Block], owner: Owner) -> list[Block]:
    """Addresses, portrait and interests of the lines before the first heading; gives the rest, lines of
    one post joined."""
    prose: list[Block] = []
    for block in blocks:
        tell_addresses(telling, block, owner.referent)
        if start := interests_label(block):
            tell_list(telling, block, start, owner.referent)
        elif not is_address(block):
            joins = (
                prose
                and prose[-1].end_line + 1 == block.start_line
                and _is_unit(block)
                and not is_prose(prose[-1])
            )
            prose[-1:] = [merged(prose[-1], block)] if joins else [*prose[-1:], block]
    if holds_work(blocks):
        tell_work(telling, Work(None, tuple(blocks)), owner.referent)
    return prose


def _is_unit(block: Block) -> bool:
    """A short line that names an organisation and no title."""
    return len(block.text) < 70 and (line := read_line(block)).organization is not None and line.role is None


def tell_addresses(telling: Telling, block: Block, person: str) -> None:
    """E-mail addresses anywhere; links and telephone numbers only from a line that is nothing but
    addresses."""
    if is_address(block):
        tell_contact(telling, block, person)
        return
    targets = " ".join(
        m.target.removeprefix("mailto:")
        for m in block.marks
        if m.kind == "link" and m.target.startswith("mailto:")
    )
    portraits = [m.target for m in block.marks if m.kind == "image" and m.target.startswith("http")]
    values = {
        "image": portraits[:1] if block.kind == "paragraph" and len(block.text) < 60 else [],
        "email": [found.value for found in find_emails(f"{block.text} {targets}")],
        "orcid": [found.value for found in find_orcids(block.text)],
    }
    if any(values.values()):
        telling.tell("person", cite(block), values=values, referent=person, confidence=0.95)


def is_address(block: Block) -> bool:
    """A short line of links, or with an address and little else."""
    linked = sum(m.end - m.start for m in block.marks if m.kind == "link")
    address = bool(find_emails(block.text)) or bool(_LINKS.search(block.text))
    return (
        len(block.text) < 200
        and not re.search(r"\b(?:I|is|am|was)\b", block.text)
        and (address or linked * 2 > len(block.text))
    )


def is_prose(block: Block) -> bool:
    """Sentences, not the line of a list."""
    return (
        bool(_SENTENCE.search(block.text))
        and bool(re.search(r"[.!?](?:\s|$)", block.text))
        and len(block.text.split()) > 6
    )
