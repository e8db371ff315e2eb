"""How far a publication has come, in the words that lists use: submitted, to appear, preprint …"""

from __future__ import annotations

import re

_PATTERNS = {
    "in submission": (
        r"in submission|in review|in revision|R&R|(?:minor|major) revision"
        r"|revis(?:e|ion)d? (?:and|&) resubmi\w+"
        r"|(?:re-?)?submitted(?: (?:to|for publication|for review)\b)?"
        r"|under (?:\w+ )?(?:review|revision|submission|consideration)"
    ),
    "in preparation": (
        r"in prep(?:aration|\.)?|in progress|works? in progress|draft|unpublished manuscript|"
        r"to be submitted|near submission"
    ),
    "published": (
        r"to appear|forthcoming|in press|online first"
        r"|(?:conditionally )?accepted(?: (?:to|at|by|in|for publication)\b)?"
        r"|published(?: as an? [\w ]*?(?:paper|article|chapter|abstract))?(?: (?:at|in|by)\b)?"
    ),
    "preprint": r"preprint|working papers?|technical report|(?:NBER|SSRN)\b",
}
_STATES = {
    state: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for state, words in _PATTERNS.items()
}


def find_status(text: str) -> tuple[str, tuple[int, int]]:
    """The first state told (``to appear`` is ``published``) and where; else ``("", (0, 0))``."""
    found = [
        (m.start(), m.end(), state) for state, pattern in _STATES.items() for m in pattern.finditer(text)
    ]
    start, end, state = min(found, default=(0, 0, ""))
    return state, (start, end)


def is_unpublished(state: str) -> bool:
    """Whether a paper in this state has no place of publication yet."""
    return state in ("in submission", "in preparation")
