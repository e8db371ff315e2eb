"""The head of a page: addresses, portrait, titles on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from scholargraph.extract.blocks import hard_lines, merged, sliced
from scholargraph.extract.contact import tell_contact
from scholargraph.extract.page_work import Work, holds_work, tell_work
from scholargraph.extract.post_lines import read_line
from scholargraph.extract.tables import words
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Mark
from scholargraph.names.identifiers import domain, find_emails, find_orcids, find_urls

_SENTENCE = re.compile(
    r"\b(?:I|my|he|she|they|his|her|their|is|was|am|are|has|have|received|joined|we|our)\b|['’]m\b", re.I
)
_LINKS = re.compile(
    r"\b(?:e-?mail|phone|tel|fax|scholar|github|linkedin|twitter|orcid|dblp|office|homepage|website|web|cv|bluesky|mastodon"
    r"|researchgate)\b",
    re.I,
)
_OWN_PAGE = re.compile(
    r"\W*(?:(?:my|personal|academic|lab)\s+)?(?:home\s?-?page|web\s?-?(?:site|page)|web|url|www)\W*", re.I
)


def tell_page_head(telling: Telling, blocks: Sequence[Block], owner: Owner) -> list[Block]:
    """The work told before the first heading; gives the lines that are no addresses, those of one post
    joined."""
    prose: list[Block] = []
    for block in [piece for held in blocks for piece in without_addresses(held)]:
        last = prose[-1] if prose else None
        if last and last.end_line + 1 == block.start_line and _is_unit(block) and not is_prose(last):
            prose[-1] = merged(last, block)
        else:
            prose.append(block)
    if holds_work(blocks):
        tell_work(telling, Work(None, tuple(blocks)), owner.referent)
    return prose


def without_addresses(block: Block) -> Iterator[Block]:
    """A block without those of its lines that are addresses."""
    lines = hard_lines(block) if block.kind == "paragraph" else [block]
    if len(lines) == 1:
        yield from () if is_address(block) else (block,)
        return
    place = 0
    for reaches, run in groupby(
        lines, key=lambda line: is_address(line) and not read_line(line).organization
    ):
        start = place
        for line in run:
            place = block.text.index(line.text, place) + len(line.text)
        if not reaches:
            lead = len(block.text[start:place]) - len(block.text[start:place].lstrip())
            yield sliced(block, start + lead, place)


def tell_addresses(telling: Telling, block: Block, person: str) -> None:
    """E-mail addresses anywhere; links and telephone numbers only from lines that are nothing but
    addresses."""
    for line in hard_lines(block) if block.kind == "paragraph" else [block]:
        if is_address(line):
            marks = tuple(mark for mark in line.marks if mark.kind != "link" or _is_own(line, mark))
            tell_contact(telling, msgspec.structs.replace(line, marks=marks), person)
        else:
            _tell_inline(telling, line, person)


def _tell_inline(telling: Telling, block: Block, person: str) -> None:
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


def _is_own(block: Block, mark: Mark) -> bool:
    """Whether a link in a line of addresses leads to its owner: a mailbox, a profile, a page of theirs."""
    text = block.text[mark.start : mark.end]
    if mark.target.startswith(("mailto:", "tel:")) or domain(mark.target) in words("profile_hosts.txt"):
        return True
    return bool(_OWN_PAGE.fullmatch(text)) or any(url.start == 0 for url in find_urls(text.strip()))


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


def _is_unit(block: Block) -> bool:
    """A short line that names an organisation and no title."""
    return len(block.text) < 70 and (line := read_line(block)).organization is not None and line.role is None
