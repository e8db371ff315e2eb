"""Plain text → blocks."""

from __future__ import annotations

from scholargraph.model import Block
from scholargraph.read.page import Page
from scholargraph.read.passages import Grouper, settle_headings


def blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """Headings, items and paragraphs of a plain text, told by its lines, bullets and indentation.

    The second part, notes, is always empty.
    """
    page = Page(lines)
    grouper = Grouper(page)
    first = None
    for index in range(len(lines) + 1):
        blank = index == len(lines) or page.blank(index)
        if not blank and first is None:
            first = index
        elif blank and first is not None:
            grouper.group(first, index - 1)
            first = None
    return page.blocks(settle_headings(page, grouper.passages)), []
