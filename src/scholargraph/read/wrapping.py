"""Which line ends of a text end something, and which only keep prose from running out of the window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

NARROWEST, WIDEST = 40, 120
"""Widths at which people and programs break prose."""

_CLOSED = re.compile(r"[.!?:;][\"'”’)\]*_]*\Z")
_OPEN_END = re.compile(
    r"(?:,|[A-Za-z]-|&|\b(?:a|an|and|are|as|at|be|between|but|by|de|for|from|has|have|in|into|is|its|my|nor|of|on"
    r"|or|our|over|than|that|the|their|these|this|to|und|under|using|via|was|we|were|which|while|who|with))\Z",
    re.IGNORECASE,
)
_OPEN_WORD = re.compile(
    r"\s(?:a|an|and|are|as|at|be|between|by|for|from|in|is|my|of|or|our|the|their|to|under|via|was|with)\Z"
)
_RELATIVE_START = re.compile(r"(?:where|which|who|whose|advised|supervised)\s")
_HYPHENATED = re.compile(r"[a-z]-\Z")
_LOWER_START = re.compile(r"[(\[\"“‘*_]*[a-zà-öø-ÿ][a-zà-öø-ÿ'’-]*(?![\w@/:]|\.\w)")
_BULLET_START = re.compile(r"\s*(?:[-*+•–]\s|\d{1,3}[.)]\s|<)")
_BRACKET_START = re.compile(r"[(\[]")


def line_ends(lines: Sequence[str], width: int = 0) -> list[bool]:
    """For each line whether it ends a passage (True) or was broken in mid-sentence (False).

    The last line ends. ``width`` is the width at which the whole document is broken, 0 if it is not (see
    ``wrap_width``).
    A line was broken where the next word had no room and the words run on: the old test of greedy filling.
    """
    stripped = [line.rstrip() for line in lines]
    free = [line for line in stripped if "://" not in line]  # an address is not broken, however long
    widest = max(map(len, free or stripped), default=0)
    pairs = list(pairwise(stripped))
    full = [_full(a, b, width or widest) for a, b in pairs]
    runs_on = [_runs_on(a, b) for a, b in pairs]
    if _all_prose(full, runs_on, widest):
        return [False] * len(pairs) + [True]
    unfinished = [_unfinished(a, b) for a, b in pairs]
    return [not (u or (f and (r or width))) for u, f, r in zip(unfinished, full, runs_on, strict=True)] + [
        True
    ]


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which a hard-wrapped document is broken, or 0 if lines are as long as they need to be."""
    plain = [line.rstrip() for line in lines if "://" not in line]
    widest = max(map(len, plain), default=0)
    if not NARROWEST <= widest <= WIDEST:
        return 0
    pairs = [(a, b) for a, b in pairwise(plain) if a and b]
    full = [_runs_on(a, b) for a, b in pairs if _full(a, b, widest)]
    return widest if len(full) >= 3 and 2 * len(full) >= len(pairs) and 2 * sum(full) >= len(full) else 0


def _full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line had no room on this one, or was broken in two."""
    if len(line) >= NARROWEST and _HYPHENATED.search(line[-4:]) and following.lstrip()[:1].islower():
        return True
    word = following.split(None, 1)[0] if following.strip() else ""
    return len(line) >= NARROWEST and len(line) + 1 + len(word) > width


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence goes on from one line to the next."""
    if _CLOSED.search(line[-8:]) or _BULLET_START.match(following):
        return False
    start = following.lstrip()
    if _OPEN_END.search(line[-12:]) or _LOWER_START.match(start) or _BRACKET_START.match(start):
        return True
    return line.count("(") > line.count(")")


def _unfinished(line: str, following: str) -> bool:
    """Whether a line stops at a word that ends no phrase (``at the``) or the next begins with ``where``:
    people break lines there too, however short."""
    if _CLOSED.search(line[-8:]) or _BULLET_START.match(following):
        return False
    return bool(_OPEN_WORD.search(line[-12:]) or _RELATIVE_START.match(following.lstrip()))


def _all_prose(full: list[bool], runs_on: list[bool], widest: int) -> bool:
    """Three full lines or more of which most run on are one piece of prose, sentence ends included."""
    return len(full) >= 2 and widest <= WIDEST and all(full) and 2 * sum(runs_on) >= len(runs_on)
