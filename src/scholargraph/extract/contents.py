"""What the lines of a section are about, where its heading does not say: posts, degrees or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.education import has_degree
from scholargraph.extract.post_lines import is_organization, read_line
from scholargraph.extract.sections import Section, heading_role
from scholargraph.model import Block

_NO_POST = re.compile(
    r"\b(?:member|committee|board|panel|review\w*|referee\w*|editor\w*|chair|organi[sz]er|speaker|treasurer|secretary"
    r"|volunteer|judge|mitglied|lid|membre|miembro|keynote|lecture|talk)\b",
    re.IGNORECASE,
)
"""Words of services: under a heading of unknown words they tell no post."""


def is_post(block: Block) -> bool:
    """A role and dates beside words that surely name an organisation, and no degree."""
    line = read_line(block)
    named = line.organization and is_organization(block.text[slice(*line.organization)])
    return bool(line.role and named and line.when) and not has_degree(block)


def with_role(section: Section) -> Section:
    """The section with the role that its lines give it, if its heading is of unknown words and most lines are
    degrees or posts."""
    if section.role != "other" or section.heading is None or heading_role(section.heading):
        return section
    return Section(_role(section.blocks) or section.role, section.heading, section.blocks)


def count_entries(blocks: Sequence[Block]) -> int:
    """How many lines are posts or degrees with dates."""
    return sum(is_post(block) or (has_degree(block) and len(block.text.split()) <= 25) for block in blocks)


def _role(blocks: Sequence[Block]) -> str:
    lines = [block for block in blocks if len(block.text.split()) <= 40]
    degrees = sum(has_degree(block) for block in lines)
    posts = sum(is_post(block) and not _NO_POST.search(block.text) for block in lines)
    if degrees and 3 * degrees >= len(lines) and degrees >= posts:
        return "education"
    return "employment" if posts and 2 * posts >= len(lines) else ""
