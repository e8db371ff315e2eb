"""Blocks handled as lines of an entry: joined, blanked, cut at separators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from scholargraph.extract.tables import words
from scholargraph.model import Block, Mark
from scholargraph.names.text import fold

Place = tuple[int, int]
"""Where words stand in a block's text: start and end."""

LONGEST = 6000
"""No entry of a CV has more characters than this."""
_SEPARATOR = re.compile(
    r"\s*(?:\t|\n|\0+|\s[-–—|·•/]+\s|;|,(?!\s*(?:Inc|LLC|Ltd|Jr|S\.?A|GmbH)\b))\s*|\s{3,}"
    r"|(?<=[a-zß-ÿ]{5})\.\s+(?=[A-ZÀ-Ž„“\"«])|(?<=[)\w]):\s+|(?<=[\s,][A-Z]{2})\.\s+(?=[A-ZÀ-Ž])"
)
_BRACKETS = re.compile(r"\([^()\t\n\0]{1,60}\)")
_UNENDED = re.compile(
    r"(?:,|&|\s(?:of|the|and|at|in|for|di|de|du|des|del|della|degli|dei|da|do|et|und|der|für|zu|van|voor|y"
    r"|à))$"
)
_SPACED = re.compile(r"(?:[^\W\d_]\s+){3,}[^\W\d_]\s*:?")
_CLAUSE = re.compile(r"(?<=[\w)]);\s+|(?<=[a-z)\d])\.\s+(?=[A-ZÀ-Ž])|(?<=\d\)),\s+(?=[A-ZÀ-Ž])")


def merged(first: Block, second: Block, joint: str = "\n") -> Block:
    """Two blocks as one, with one character between; in the raw text as many line ends as part them, so that
    places behind them keep their lines.
    """
    between = "\n" * (second.start_line - first.end_line) or " "
    at_text, at_raw = len(first.text) + 1, len(first.raw) + len(between)
    origins = [range(len(b.text) + 1) if b.origin is None else b.origin for b in (first, second)]
    marks = tuple(Mark(m.kind, m.start + at_text, m.end + at_text, m.target) for m in second.marks)
    return msgspec.structs.replace(
        first,
        text=f"{first.text}{joint}{second.text}",
        raw=f"{first.raw}{between}{second.raw}",
        end_line=second.end_line,
        origin=(*origins[0], *(position + at_raw for position in origins[1])),
        marks=first.marks + marks,
    )


def unwrapped(blocks: Iterable[Block]) -> list[Block]:
    """The lines of a CV with those joined that a wrap parted: one that ends with a comma or within a phrase
    goes on in the next.

    Blocks too long to be an entry, and statements that nobody reads, are left out.
    """
    joined: list[Block] = []
    for block in (block for block in blocks if len(block.text) <= LONGEST and block.kind != "field"):
        last = joined[-1] if joined else None
        if last and _goes_on(last) and block.kind == "paragraph" and block.start_line == last.end_line + 1:
            joined[-1] = merged(last, block, " ")
        else:
            joined.append(block)
    return joined


def _goes_on(block: Block) -> bool:
    """Whether a line ends where nothing can end: with a comma, ``of``, ``and`` …"""
    entry = block.kind in ("paragraph", "item") and len(block.text) <= LONGEST
    return entry and bool(_UNENDED.search(block.text.rstrip()[-20:]))


def sliced(block: Block, start: int, end: int) -> Block:
    """``block.text[start:end]`` as a block of its own, with the raw words and marks behind it."""
    first, last = (start, end) if block.origin is None else (block.origin[start], block.origin[end])
    origin = None if block.origin is None else tuple(at - first for at in block.origin[start : end + 1])
    marks = (
        Mark(m.kind, max(m.start, start) - start, min(m.end, end) - start, m.target)
        for m in block.marks
        if m.start < end and start < m.end
    )
    line = block.start_line + block.raw.count("\n", 0, first)
    raw = block.raw[first:last]
    return msgspec.structs.replace(
        block,
        text=block.text[start:end],
        raw=raw,
        origin=origin,
        start_line=line,
        end_line=line + raw.count("\n"),
        marks=tuple(marks),
    )


def hard_lines(block: Block) -> list[Block]:
    """A block cut at its hard line breaks, if no comma stands before; what follows the first line of an item
    is a paragraph."""
    cuts = [match.span() for match in re.finditer(r"(?<![,\s])\s*\n\s*", block.text)]
    lines = _cut(block, cuts)
    return [lines[0], *(msgspec.structs.replace(line, kind="paragraph", key="") for line in lines[1:])]


def clauses(block: Block) -> list[Block]:
    """A block cut at semicolons, full stops, and commas behind dates in brackets."""
    return _cut(block, [match.span() for match in _CLAUSE.finditer(block.text)])


def _cut(block: Block, cuts: list[Place]) -> list[Block]:
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(block.text)]
    pieces = [(start, end) for start, end in zip(starts, ends, strict=True) if block.text[start:end].strip()]
    return [sliced(block, *piece) for piece in pieces] if cuts and pieces else [block]


def form_of(block: Block) -> str:
    """How a line is set apart as a whole: ``heading 3``, ``bold``; empty for one that is not."""
    if block.kind == "heading":
        return f"heading {block.level}"
    bold = any(m.kind == "bold" and m.start == 0 and m.end >= len(block.text) - 1 for m in block.marks)
    return "bold" if bold else ""


def close_set(text: str) -> str:
    """Letter-spaced words as usual: ``A N N A   B E E`` → ``ANNA BEE``; other text as it is."""
    if not _SPACED.fullmatch(text.strip()):
        return text
    return " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", text.strip()))


def is_table_head(block: Block) -> bool:
    """A row that names the columns of a table: ``Year | Award | Institution``."""
    cells = re.split(r"\t| \| ", block.text)
    return len(cells) > 1 and all(fold(cell) in words("column_words.txt") for cell in cells if cell.strip())


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
    """The spaces behind bold, italic and typewriter words: type that changes parts what no comma does."""
    ends = (m.end for m in block.marks if m.kind in ("bold", "italic", "code"))
    return [(end, end + 1) for end in ends if block.text[end : end + 1].isspace()]


def segments(text: str, start: int = 0) -> Iterator[Place]:
    """What stands between commas, tabs, dashes and blanked places, without white space around it; brackets
    are not cut."""
    brackets = [found.span() for found in _BRACKETS.finditer(text, start)]
    last = start
    for match in [*_SEPARATOR.finditer(text, start), None]:
        if match and any(first < match.start() < end for first, end in brackets):
            continue
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
