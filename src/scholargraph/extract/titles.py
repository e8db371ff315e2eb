"""Where the title of a publication ends: by marks, by what follows it, by punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scholargraph.extract.blocks import line_ends
from scholargraph.extract.states import find_status
from scholargraph.extract.tails import opens_tail
from scholargraph.model import Block, Mark
from scholargraph.names.people import looks_like_person
from scholargraph.names.venues import looks_like_venue

_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\bvs)(?<!\bSt)(?<!\bDr)(?<!\bcf)(?<!\be\.g)(?<!\bi\.e)(?<!\bno)(?<!\bvol)[.?!][\"”’)*]?\s+(?=[\"“(\[]?\S)"
)
_COMMA = re.compile(r",\s+|\s+[-–—|]\s+|\s+(?=\()")
_QUOTED = re.compile(r"[“\"„«]\s*([^“”\"«»]+?(?:[“\"][^”\"]+[”\"][^”\"]*)?)\s*[,.]?\s*[”\"»]")


def title_end(block: Block, start: int) -> tuple[int, int]:
    """Where the title ends, and what follows begins: the first end followed by a venue or state."""
    text = block.text
    if by_mark := _marked_title(block, start):
        return by_mark
    limit = _venue_in_italics(block, start)
    ends = list(_plain_ends(text, start, limit))
    tailed = [end for end in ends if opens_tail(text[end[1] :])]
    if tailed or limit < len(text):
        return tailed[0] if tailed else (limit, limit)
    return ends[0] if ends else _before_comma(text, start)


def title_ends(block: Block, start: int) -> Iterator[tuple[int, int]]:
    """Everything that may end a title before a list of authors."""
    if by_mark := _marked_title(block, start):
        yield by_mark[0], skip(block.text, by_mark[1])
        return
    ends = {match.start() + 1: match.end() for match in _SENTENCE.finditer(block.text, start)}
    ends |= {end: skip(block.text, end) for end in line_ends(block) if end > start}
    ends |= {match.start(): match.end() for match in _COMMA.finditer(block.text, start)}
    yield from sorted(ends.items())[:50]


def names_person(block: Block, mark: Mark) -> bool:
    """Whether marked words are a person's name."""
    return looks_like_person(block.text[mark.start : mark.end].strip(" *†‡.,"))


def skip(text: str, position: int) -> int:
    """The place after the white space and stops that follow ``position``."""
    match = re.compile(r"[\s.,;:]*").match(text, position)
    return match.end() if match else position


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A title without quotes, white space and the full stop or comma at its end; ``?`` and ``!`` stay."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(' \t\n“"„«*'))
    return start + lead, start + max(lead, len(piece.rstrip(' \t\n.,;:”"»')))


def _marked_title(block: Block, start: int) -> tuple[int, int] | None:
    """A title in quotes, or one that bold type, italics or a link set off from its beginning."""
    if quoted := _QUOTED.match(block.text, start):
        return quoted.end(1), quoted.end()
    for mark in block.marks:
        text = block.text[mark.start : mark.end]
        apart = mark.kind == "link" or _stands_apart(block, mark)
        whole = mark.end >= len(block.text.rstrip(" .")) and len(list(_SENTENCE.finditer(text))) > 0
        at_start = start <= mark.start <= start + 1
        if (
            at_start
            and mark.kind != "code"
            and apart
            and not whole
            and not names_person(block, mark)
            and " " in text
        ):
            return mark.end, mark.end
    return None


def _stands_apart(block: Block, mark: Mark) -> bool:
    """Whether more than the mark ends with it: punctuation, another mark or a line's end follows."""
    rest = block.text[mark.end :]
    begins = mark.end + len(rest) - len(rest.lstrip())
    return (
        bool(re.match(r"[\s\"”]*(?:[.,;:(\[?!]|$)", rest))
        or block.text[mark.start : mark.end].rstrip()[-1:] in ".?!,"
        or any(m.start == begins for m in block.marks)
        or any(mark.end <= end <= begins for end in line_ends(block))
    )


def _venue_in_italics(block: Block, start: int) -> int:
    """Where italics begin that hold the venue or state; the end of the text if none do."""
    for mark in sorted(block.marks, key=lambda m: m.start):
        before = block.text[start : mark.start].rstrip()
        inside = block.text[mark.start : mark.end].strip()
        if mark.kind == "italic" and len(before) > 2 and inside:
            after = block.text[mark.end :].lstrip(" .,;(")
            closes = (not after or after[0].isdigit() or find_status(after[:30])[0]) and " " in inside
            if before[-1] in '.?!,:;”"' or re.search(r"\b[Ii]n:?$", before) or closes or opens_tail(inside):
                return mark.start
    return len(block.text)


def _plain_ends(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text, start, limit):
        yield match.start() + 1, match.end()


def _before_comma(text: str, start: int) -> tuple[int, int]:
    """``Title in words, ICML 2024``: a comma before a venue or state ends a title that no full stop ends."""
    for match in _COMMA.finditer(text, start):
        rest = text[match.end() :]
        if opens_tail(rest) and (
            looks_like_venue(rest.split(", ")[0]) or not rest[:1].islower() or rest.startswith("in ")
        ):
            return match.start(), match.end()
    return len(text), len(text)
