"""Blocks as cut → blocks as meant: headings without tags, typed bullets; menus and footers left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from scholargraph.model import Block, Mark
from scholargraph.read.bullets import bullet
from scholargraph.read.headings import MAX_LENGTH, is_section, may_head
from scholargraph.read.html.menus import is_footer, without_menus
from scholargraph.read.html.walk import FOOTER, TITLING
from scholargraph.read.leftovers import is_leftover

_COPYRIGHT = re.compile(r"\W*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_LONGEST_LISTED = 50_000
_BARE_NAME = re.compile(r"[^\W\d_][^\s\d,;.]*(?:\s+[^\s\d,;.]+){0,2}")
_TAGGED = 3
"""A page with so many heading tags marks all its headings."""


def settled(blocks: Sequence[Block], title: str = "") -> list[Block]:
    """The blocks to be told, in order; ``title`` is that of the page."""
    told = [block for block in blocks if not is_footer(block) and not is_leftover(block.text)]
    told[-3:] = [_foot(block) for block in told[-3:]]
    told = list(without_menus(told))
    listed = [part for block in told for part in _listed(block)]
    return [_plain(block) for block in _headed(listed, title)]


def _foot(block: Block) -> Block:
    """A line of copyright at the end as what it is."""
    line = block.kind == "paragraph" and len(block.text) <= 200 and _COPYRIGHT.match(block.text)
    return msgspec.structs.replace(block, kind="field", key=FOOTER) if line else block


def _listed(block: Block) -> Iterator[Block]:
    """A paragraph as the items that bullets or numbers typed into it make of it."""
    if block.kind != "paragraph" or len(block.text) > _LONGEST_LISTED:
        yield block
        return
    starts = [0, *(found.end() for found in re.finditer(r"\n", block.text))]
    bulleted = [start for start in starts if _bullet_at(block.text, start)]
    if not bulleted or (len(bulleted) < 2 and bulleted[0] > 0):
        yield block
        return
    edges = sorted({0, *bulleted, len(block.text)})
    for start, end in pairwise(edges):
        yield _item(block, start, end) if start in bulleted else part_of(block, start, end)


def _bullet_at(text: str, start: int) -> tuple[str, int] | None:
    """The printed number or bullet at a place and its length, if one begins an item there."""
    found = bullet(text[start : start + 40])
    if not found or found.lettered or (found.key in ("-", "*", "+", "–", "—") and "\n" not in text):
        return None
    return found.key, found.size


def _item(block: Block, start: int, end: int) -> Block:
    key, size = _bullet_at(block.text, start) or ("", 0)
    if not block.text[start + size : end].strip():
        return part_of(block, start, end)
    return msgspec.structs.replace(part_of(block, start + size, end), kind="item", level=1, key=key)


def part_of(block: Block, start: int, end: int) -> Block:
    """A block of the words ``text[start:end]`` of another, without space around them."""
    piece = block.text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    origin = block.origin or range(len(block.text) + 1)
    first, last = origin[start], origin[end]
    first, last = (
        block.raw.rfind("\n", 0, first) + 1,
        (block.raw.find("\n", last) + 1 or len(block.raw) + 1) - 1,
    )
    line = block.start_line + block.raw.count("\n", 0, first)
    raw = block.raw[first:last]
    marks = (
        Mark(m.kind, max(m.start, start) - start, min(m.end, end) - start, m.target) for m in block.marks
    )
    return msgspec.structs.replace(
        block,
        text=block.text[start:end],
        raw=raw,
        start_line=line,
        end_line=line + raw.count("\n"),
        origin=tuple(place - first for place in origin[start : end + 1]),
        marks=tuple(mark for mark in marks if mark.start < mark.end),
    )


def _headed(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    """Paragraphs that act as headings made headings, one level below the marked one above them."""
    above, own = 0, 0
    tagged = sum(block.kind == "heading" for block in blocks) >= _TAGGED
    for at, block in enumerate(blocks):
        if block.kind == "heading":
            above, own = block.level, 0
        elif (
            block.kind == "paragraph"
            and at + 1 < len(blocks)
            and (_heads(blocks, at, tagged) or (at == 0 and _names_page(block, title)))
        ):
            own = own or (above + 1 if above else 2)
            level = own if at else 1
            above, own = (above, own) if at else (1, 0)
            block = msgspec.structs.replace(block, kind="heading", level=min(level, 6))
        yield block


def _names_page(block: Block, title: str) -> bool:
    """Whether a paragraph is the title of the page, or large or bold where a title stands."""
    short = len(block.text) <= MAX_LENGTH and not re.search(r"[\n\t]|[.!?]\s|[!?:]\Z", block.text)
    pictured = any(mark.kind == "image" for mark in block.marks)
    return short and not pictured and (block.text in title or bool(_set_as_heading(block)))


def _set_as_heading(block: Block) -> bool:
    """Whether all words are bold, large or in an element called a heading."""
    end = len(block.text.rstrip(" :"))
    return any(m.start == 0 and m.end >= end for m in block.marks if m.kind in ("bold", TITLING))


def _heads(blocks: Sequence[Block], at: int, tagged: bool) -> bool:
    """Whether a paragraph is a heading: set as one, or, where headings have no tags, called as sections."""
    block, text = blocks[at], blocks[at].text
    if len(text) > MAX_LENGTH or "\n" in text or "\t" in text:
        return False
    if is_section(text):
        alone = not any(map(_lone_section, _beside(blocks, at)))
        return _set_as_heading(block) or (alone and not tagged and bool(_BARE_NAME.fullmatch(text)))
    if not _set_as_heading(block) or not may_head(text):
        return False
    if at == 0 or _is_large(block):
        return True
    return _has_body(blocks[at + 1]) and not any(map(_is_bold, _beside(blocks, at)))


def _has_body(block: Block) -> bool:
    """Whether a block can stand below a heading: an item, a row, a text, not one more short line."""
    return block.kind == "item" or "\t" in block.text or len(block.text) > MAX_LENGTH


def _is_large(block: Block) -> bool:
    return any(mark.kind == TITLING for mark in block.marks)


def _beside(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    return [blocks[i] for i in (at - 1, at + 1) if 0 <= i < len(blocks)]


def _lone_section(block: Block) -> bool:
    return block.kind != "heading" and is_section(block.text)


def _is_bold(block: Block) -> bool:
    """Whether the first line of a paragraph is bold, as in lists whose entries begin with a bold title."""
    end = len(block.text.partition("\n")[0])
    return block.kind == "paragraph" and any(
        m.kind == "bold" and m.start == 0 and m.end >= end for m in block.marks
    )


def _plain(block: Block) -> Block:
    if not any(mark.kind == TITLING for mark in block.marks):
        return block
    return msgspec.structs.replace(block, marks=tuple(m for m in block.marks if m.kind != TITLING))
