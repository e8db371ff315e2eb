"""Blocks handled as lines of an entry: joined, blanked, cut at separators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from scholargraph.model import Block, Mark

Place = tuple[int, int]
"""Where words stand in a block's text: start and end."""

LONGEST = 6000
"""No entry of a CV has more characters than this."""
_SEPARATOR = re.compile(r"\s*(?:\t|\n|\0+|\s[-–—|·•]\s|;|,(?!\s*(?:Inc|LLC|Ltd|Jr)\b))\s*|\s{3,}")


def merged(first: Block, second: Block) -> Block:
    """Two blocks of consecutive lines as one, with a line end between."""
    at_text, at_raw = len(first.text) + 1, len(first.raw) + 1
    origins = [range(len(b.text) + 1) if b.origin is None else b.origin for b in (first, second)]
    marks = tuple(Mark(m.kind, m.start + at_text, m.end + at_text, m.target) for m in second.marks)
    return msgspec.structs.replace(
        first,
        text=f"{first.text}\n{second.text}",
        raw=f"{first.raw}\n{second.raw}",
        end_line=second.end_line,
        origin=(*origins[0], *(position + at_raw for position in origins[1])),
        marks=first.marks + marks,
    )


def unwrapped(blocks: Iterable[Block]) -> list[Block]:
    """The lines of a CV with those joined that a wrap parted: one that ends with a comma goes on in the next.

    Blocks too long to be an entry are left out.
    """
    joined: list[Block] = []
    for block in (block for block in blocks if len(block.text) <= LONGEST):
        last = joined[-1] if joined else None
        wrapped = (
            last
            and len(last.text) <= LONGEST
            and last.kind in ("paragraph", "item")
            and last.text.rstrip().endswith(",")
        )
        if last and wrapped and block.kind == "paragraph" and block.start_line == last.end_line + 1:
            joined[-1] = merged(last, block)
        else:
            joined.append(block)
    return joined


def line_ends(block: Block) -> Iterator[int]:
    """Places in the text where a line of the source ended."""
    if "\n" not in block.raw:
        return
    for i in range(1, len(block.text)):
        first, last = (i, i + 1) if block.origin is None else (block.origin[i], block.origin[i + 1])
        if "\n" in block.raw[first:last]:
            yield i


def blank(text: str, places: Iterable[Place]) -> str:
    """The text with some places made unreadable (``\\0``); all others keep theirs."""
    kept = list(text)
    for start, end in places:
        kept[start:end] = "\0" * (end - start)
    return "".join(kept)


def mark_gaps(block: Block) -> list[Place]:
    """The spaces behind bold and italic words: type that changes parts what no comma does."""
    ends = (m.end for m in block.marks if m.kind in ("bold", "italic"))
    return [(end, end + 1) for end in ends if block.text[end : end + 1].isspace()]


def segments(text: str, start: int = 0) -> Iterator[Place]:
    """What stands between commas, tabs, dashes and blanked places, without white space around it."""
    last = start
    for match in [*_SEPARATOR.finditer(text, start), None]:
        stop = match.start() if match else len(text)
        place = tightened(text, last, stop)
        if place[0] < place[1]:
            yield place
        last = match.end() if match else stop


def tightened(text: str, start: int, end: int) -> Place:
    """A place without white space, stray punctuation and unopened brackets at its ends."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" \t\n\0.,;:|·–—-)*_"))
    tail = len(piece.rstrip(" \t\n\0,;:|·–—-(*_"))
    if piece[:tail].endswith(".") and not re.search(
        r"\b(?:[A-Z]|Inc|Ltd|Corp|Co|Jr|Sr|Dept|Univ|[A-Z]\.[A-Z])\.$", piece[:tail]
    ):
        tail -= 1
    if piece[:tail].endswith(")") and "(" not in piece[lead:tail]:
        tail -= 1
    return start + lead, start + max(lead, tail)
