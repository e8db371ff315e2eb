"""Text of the pages of a bibliography server (as of DBLP): ``[c12] A, B: Title. Venue 2023: 1-10``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scholargraph.extract.listed import Listed, read_tail
from scholargraph.extract.listing import Line

_KEY = re.compile(r"\[(?P<kind>[a-z])\d{1,4}\]\s*")
_BLOCK_KEY = re.compile(r"[a-z]\d{1,4}")
_END = re.compile(r"[.?!]\s+(?=[A-ZÀ-Ž\d])|[.?!]$")
_LONGEST = 6


def find_listed(lines: Sequence[Line]) -> Iterator[Listed]:
    """The papers of a server page, each from its key on; what a person edited is none."""
    starts = [(index, kind) for index, line in enumerate(lines) if (kind := _kind(line))]
    for (index, kind), (stop, _) in pairwise([*starts, (len(lines), "")]):
        paper = _paper(_connected(lines[index : min(stop, index + _LONGEST)]))
        if paper and kind != "e":
            yield paper


def _kind(line: Line) -> str:
    """The letter of the key that a line begins with, or that its block bears: ``j``, ``c``, ``i`` …"""
    if match := _KEY.match(line.text):
        return match["kind"]
    return line.block.key[0] if line.start == 0 and _BLOCK_KEY.fullmatch(line.block.key) else ""


def _connected(lines: Sequence[Line]) -> list[Line]:
    """The lines up to the first gap."""
    kept = list(lines[:1])
    for line in lines[1:]:
        if line.block.kind == "heading" or line.block.start_line > kept[-1].block.end_line + 1:
            break
        kept.append(line)
    return kept


def _paper(lines: Sequence[Line]) -> Listed | None:
    """Authors up to the colon, the title up to its full stop, then the venue; over one line or several."""
    first = lines[0]
    lead = _KEY.match(first.text)
    if lead and lead.end() == len(first.text) and len(lines) > 1:
        first, lead, lines = lines[1], None, lines[1:]
    start = first.start + (lead.end() if lead else 0)
    colon = re.search(r":(?=\s|$)", first.text[start - first.start :])
    if colon is None:
        return None
    stop = start + colon.start()
    authors = Line(first.block, start, stop)
    rest = Line(first.block, stop + 1, first.end) if stop + 1 < first.end else None
    body = [line for line in [rest, *lines[1:]] if line and line.text.strip()]
    return _titled(authors, body) if body else None


def _titled(authors: Line, body: Sequence[Line]) -> Listed | None:
    line = body[0]
    lead = len(line.text) - len(line.text.lstrip())
    end = _END.search(line.text, lead + 3)
    cut = end.start() + (line.text[end.start()] in "?!") if end else len(line.text.rstrip())
    title = Line(line.block, line.start + lead, line.start + cut)
    after = Line(line.block, line.start + end.end(), line.end) if end and end.end() < len(line.text) else None
    venue = after or (body[1] if len(body) > 1 else None)
    tail = read_tail(venue) if venue else None
    return Listed(title, authors, tail, tail.year if tail else "", venue or title)
