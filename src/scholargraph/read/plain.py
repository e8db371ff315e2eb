"""Plain text → blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from scholargraph.model import Block
from scholargraph.read.page import Page
from scholargraph.read.passages import Grouper, settle_headings

_RULE = re.compile(r"\W*?([=~*#^_-])\1{2,}\W*")


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
    return _underlined(page.blocks(settle_headings(page, grouper.passages))), []


def _underlined(found: Iterable[Block]) -> list[Block]:
    """A short line with a line of dashes below it is a heading; other lines of dashes are nothing."""
    kept: list[Block] = []
    for block in found:
        if not _RULE.fullmatch(block.text):
            kept.append(block)
            continue
        above = kept[-1] if kept else None
        if above and above.end_line + 1 == block.start_line and _is_short(above):
            kept[-1] = replace(above, kind="heading", level=1 if "=" in block.text else 2)
    return kept


def _is_short(block: Block) -> bool:
    return block.kind == "paragraph" and block.start_line == block.end_line and len(block.text) <= 70
