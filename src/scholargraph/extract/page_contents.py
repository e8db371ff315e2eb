"""What the lines of a part of a home page are, whatever its heading says: papers, posts, prizes, topics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scholargraph.extract.award_lines import read_award
from scholargraph.extract.citation_keys import find_keys
from scholargraph.extract.contents import is_post
from scholargraph.extract.dates import find_when
from scholargraph.extract.education import has_degree
from scholargraph.extract.entries.reading import parse_reference
from scholargraph.extract.page_head import is_prose
from scholargraph.model import Block

_DATED = re.compile(r"\b(?:19|20)\d\d\b")

_PRIZE = re.compile(
    r"\b(?:award|prize|medal|fellow(?:ship)?|scholarship|honou?r|preis|prix|premio)\w*\b", re.I
)

_STUDIED = re.compile(
    r"(?:what|things) i (?:do|work(?:ed)? on|study|research|think about)|(?:my )?research", re.I
)

_CITED = re.compile(
    r"\b\d+\s?\(\d+\)|\bpp?\.\s?\d|\d+\s?[-–]{1,2}\s?\d+\b(?<!\d{4}-\d{4})|;\s?\d+:|\b10\.\d{4}/"
    r"|\b(?:arxiv|proc\b|proceedings|journal|conference|transactions|university press|workshop|submitted"
    r"|forthcoming|in press|under review|working paper|revise)",
    re.I,
)

_SENTENCE = re.compile(r"\b(?:I|we|my|our|is|are|was|have|has)\b", re.I)

_SPEAKS = re.compile(r"(?:I|My|He|She|They|His|Her|Our group|In (?:19|20)\d\d,? I|Dr|Prof)\b")


def role_by_content(held: Sequence[Block]) -> str:
    """What the lines under a heading of unknown words are: degrees, posts, prizes, papers, or unknown."""
    lines = [block for block in held if len(block.text.split()) <= 25 and find_when(block.text)]
    posts, degrees = sum(map(is_post, lines)), sum(map(has_degree, lines))
    if posts + degrees and 2 * (posts + degrees) >= len(held):
        return "employment" if posts else "education"
    short = [block for block in held if len(block.text.split()) <= 20]
    prizes = sum(bool(_PRIZE.search(block.text)) and read_award(block).when is not None for block in short)
    if len(held) > 1 and len(short) == len(held) and 2 * prizes >= len(held):
        return "awards"
    printed = papers_in(held)
    return "publications" if len(printed) > 1 and 3 * len(printed) >= 2 * len(held) else ""


def papers_in(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that surely are papers: the source marks their titles, or they have authors or numbers."""
    return [block for block in blocks if _may_be_paper(block) and _is_cited(block)]


def career_in(blocks: Sequence[Block]) -> list[Block]:
    """The items of a list that stands among other text (``How I got here:``) and tell posts or degrees, with
    dates."""
    short = [block for block in blocks if block.kind == "item" and len(block.text.split()) <= 30]
    return [block for block in short if find_when(block.text) and (has_degree(block) or is_post(block))]


def _may_be_paper(block: Block) -> bool:
    return block.kind != "heading" and 5 < len(block.text.split()) < 150 and not _SPEAKS.match(block.text)


def _is_cited(block: Block) -> bool:
    if any(mark.kind == "part" and mark.target == "title" for mark in block.marks):
        return True
    if not (_DATED.search(block.text) or _CITED.search(block.text)):
        return False
    entry = parse_reference(block)
    several = entry is not None and entry.authors is not None and len(entry.authors.authors) > 1
    return entry is not None and (several or bool(_CITED.search(block.text)))


def is_work(blocks: Sequence[Block]) -> bool:
    """Whether what stands under ``Research Areas`` is work (keys, items below items), not a list."""
    nested = any(after.level > before.level > 0 for before, after in pairwise(blocks))
    return nested or any(next(find_keys(block.text), None) for block in blocks)


def names_interests(heading: Block, held: Sequence[Block]) -> bool:
    """``What I do`` above a line that is no sentence: ``Fatigue of welded joints, residual stress.``"""
    first = held[0].text if held else ""
    listed = "," in first and len(first.split()) <= 40 and not _SENTENCE.search(first)
    alone = all(is_prose(block) for block in held[1:]) and not re.search(r"\d", first)
    return listed and alone and bool(_STUDIED.fullmatch(heading.text.strip(" :?")))
