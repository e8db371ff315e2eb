"""Bibliographies of tagged lines → field blocks: RIS (``AU  - ``), PubMed (``FAU - ``), EndNote (``%A ``).

rispy loses a last record without ``ER`` and knows no places; the lines are simple enough to read here.
"""

from __future__ import annotations

import re

from scholargraph.errors import ReadError
from scholargraph.model import Block
from scholargraph.read.aligned import Edit
from scholargraph.read.decoding import SKIPPED
from scholargraph.read.repair import repairs
from scholargraph.read.structured.leaves import MAX_LEAVES, refused
from scholargraph.read.structured.text import SourceText

_TAGGED = re.compile(
    r"\s{0,3}(?P<tag>[A-Z][A-Z0-9]{1,3}) {0,2}-(?:[ \t]|\Z)(?P<value>.*)"
    r"|%(?P<endnote>[0-9A-Z@!#$*+?>\[&(^~])[ \t](?P<said>.*)"
)
_OPENING = frozenset({"TY", "PMID", "0"})
_CLOSING = frozenset({"ER"})
_BREAK = re.compile(r"(?<!\s)\s*\n\s*")


def tagged_blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """A field for each tag, its key ``<number>/<tag>`` (``<number>/AU/1`` for the second).

    Lines without a tag go on with the value above. Raises ReadError for a file without any tagged line.
    """
    source = SourceText(lines)
    found = _places(source)
    if not found:
        raise ReadError(f"no line has a tag such as TY or AU; {SKIPPED}", line=1)
    blocks = [block for key, start, end in found if (block := _block(source, key, start, end))]
    return blocks, []


def _places(source: SourceText) -> list[tuple[str, int, int]]:
    """Key, start and end of each value."""
    found: list[tuple[str, int, int]] = []
    seen: dict[tuple[int, str], int] = {}
    number, fresh, offset, joins, endnote = -1, True, 0, False, False
    for line in source.text.split("\n"):
        match = _TAGGED.match(line)
        tag = (match["tag"] or match["endnote"]) if match else ""
        if match and tag in _CLOSING:
            fresh, joins = True, False
        elif match:
            if fresh or tag in _OPENING:
                number, fresh = number + 1, False
            start = offset + match.start("value" if match["tag"] else "said")
            seen[number, tag] = seen.get((number, tag), -1) + 1
            again = f"/{seen[number, tag]}" if seen[number, tag] else ""
            found.append((f"{number}/{tag}{again}", start, offset + len(line)))
            joins, endnote = True, bool(match["endnote"])
        elif not line.strip():
            fresh, joins = fresh or endnote, False
        elif joins:
            found[-1] = (*found[-1][:2], offset + len(line))
        if len(found) > MAX_LEAVES:
            raise refused(f"more than {MAX_LEAVES:,} fields", source.line(offset))
        offset += len(line) + 1
    return found


def _block(source: SourceText, key: str, start: int, end: int) -> Block | None:
    words = source.part(start, end)
    words = words.edited([Edit(*found.span(), " ") for found in _BREAK.finditer(words.text)])
    shown = words.edited(repairs(words.text)).strip()
    return source.field(key, shown) if shown.text else None
