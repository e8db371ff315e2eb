"""An entry cut into words and punctuation, each with its place, the gap before it and the mark-up over it.

Addresses, DOIs, arXiv numbers and ``4,300`` stay whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from scholargraph.model import Block, Mark

_WORD = re.compile(
    r"(?:https?://|www\.)[^\s<>]*[\w/]|10\.\d{4,9}/[^\s<>]*\w|\d{4}\.\d{4,5}(?:v\d+)?(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)"
    r"|(?:[^\W\d_][\u0300-\u036f\u00ad]*)+(?:[-‐‑'’](?:[^\W\d_][\u0300-\u036f\u00ad]*)+)*|\d+|[^\w\s]|(?<!_)_(?!_)"
)
_KINDS = {
    "bold": "b",
    "italic": "i",
    "link": "l",
    "code": "c",
    "superscript": "s",
    "image": "g",
    "part": "=",
    "span": "~",
}
_QUOTES = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'"}
_LONGEST = 400
"""Tokens of an entry that are read; what stands behind them has no label."""


class Tokens(Struct, frozen=True):
    """The tokens of one entry, column by column."""

    words: list[str]
    places: list[tuple[int, int]]
    gaps: list[str]
    """What parts a token from the one before: nothing, ``_`` a space, ``r`` a soft line end, ``n`` a hard
    one,
    ``t`` a tab; ``^`` at the beginning."""
    marks: list[str]
    """Letters of the mark-up over each token (``b``, ``i``, ``l`` …; capitals where it covers all), ``q``
    in quotes,
    ``p`` in brackets, ``=`` in a part that the source itself gives, ``~`` in an element with a class."""
    edges: list[str]
    """Letters of the mark-up that begins (``<b``) or ends (``b>``) with a token."""
    lines: list[int]
    """The number of hard line ends before each token."""
    spans: list[str]
    """The part of the entry (``title``), or the class of the innermost element, that each token stands in; or
    empty. What a class means, only the list can tell."""


def tokenise(block: Block) -> Tokens:
    """The words and punctuation of a block; at most the first 400."""
    found = [match for _, match in zip(range(_LONGEST), _WORD.finditer(block.text), strict=False)]
    places = [match.span() for match in found]
    words = [match[0] for match in found]
    gaps = _gaps(block, places)
    marks, edges = _marked(block.marks, places)
    spans = _spans(block.marks, places)
    _enclosed(words, gaps, marks)
    lines, line = [], 0
    for gap in gaps:
        line += gap in ("n", "t")
        lines.append(line)
    return Tokens(words, places, gaps, ["".join(m) for m in marks], ["".join(e) for e in edges], lines, spans)


def _gaps(block: Block, places: list[tuple[int, int]]) -> list[str]:
    gaps, last, wrapped = [], 0, "\n" in block.raw
    for index, (start, end) in enumerate(places):
        gap = block.text[last:start]
        kind = "" if not gap else "n" if "\n" in gap else "t" if "\t" in gap or len(gap) > 3 else "_"
        if kind == "_" and wrapped and "\n" in _raw(block, last, start):
            kind = "r"
        gaps.append(kind if index else "^")
        last = end
    return gaps


def _raw(block: Block, start: int, end: int) -> str:
    return (
        block.raw[start:end] if block.origin is None else block.raw[block.origin[start] : block.origin[end]]
    )


def _marked(
    given: tuple[Mark, ...], places: list[tuple[int, int]]
) -> tuple[list[list[str]], list[list[str]]]:
    marks: list[list[str]] = [[] for _ in places]
    edges: list[list[str]] = [[] for _ in places]
    starts = [start for start, _ in places]
    for mark in given:
        letter = _KINDS.get(mark.kind, "")
        first, last = bisect_left(starts, mark.start), bisect_left(starts, mark.end)
        if not letter or first >= last:
            continue
        letter = letter.upper() if last - first > 0.9 * len(places) else letter
        for index in range(first, last):
            if letter not in marks[index]:
                marks[index].append(letter)
        edges[first].append("<" + letter)
        edges[last - 1].append(letter + ">")
    return [sorted(m) if m else m for m in marks], [sorted(e) if e else e for e in edges]


def _spans(given: tuple[Mark, ...], places: list[tuple[int, int]]) -> list[str]:
    spans, starts = [""] * len(places), [start for start, _ in places]
    for mark in given:
        if mark.kind in ("span", "part"):
            for index in range(bisect_left(starts, mark.start), bisect_left(starts, mark.end)):
                spans[index] = mark.target
    return spans


def _enclosed(words: list[str], gaps: list[str], marks: list[list[str]]) -> None:
    """Mark what stands in quotation marks or brackets, if they close."""
    for first, last in _quoted(words, gaps):
        for index in range(first + 1, last):
            marks[index].append("q")
    held: list[int] = []
    for index, word in enumerate(words):
        if word in "([":
            held.append(index)
        elif word in ")]" and held and index - held[-1] < 40:
            for inside in range(held.pop() + 1, index):
                if "p" not in marks[inside]:
                    marks[inside].append("p")


def _quoted(words: list[str], gaps: list[str]) -> Iterator[tuple[int, int]]:
    """Places of opening and closing quotation marks, outermost only."""
    opened, closes = -1, ""
    for index, word in enumerate(words):
        if opened >= 0 and word in closes and not _opens(words, gaps, index, word):
            yield opened, index
            opened = -1
        elif opened < 0 and word in _QUOTES and _opens(words, gaps, index, word):
            opened, closes = index, _QUOTES[word]


def _opens(words: list[str], gaps: list[str], index: int, word: str) -> bool:
    """Whether a quotation mark opens: a gap stands before it and none behind, or it is of the opening
    kind.
    """
    if word in "“„":
        return True
    after = gaps[index + 1] if index + 1 < len(gaps) else "_"
    return gaps[index] != "" and (after == "" or word in "«»")
