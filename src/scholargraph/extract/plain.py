"""Text made plain without moving a character."""

from __future__ import annotations

import re

_PLAIN = str.maketrans(
    {"\n": " ", "\t": " ", "\u00a0": " ", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
)
_SHORT = 70


def plain(text: str) -> str:
    """The text with straight quotes and dashes and simple spaces; every character keeps its place."""
    return with_commas(text).translate(_PLAIN)


def with_commas(text: str) -> str:
    """The text with the ends of short lines without sentences (an address) made commas, place for place."""
    lines = text.split("\n")
    short = len(lines) > 1 and all(len(line) < _SHORT for line in lines)
    return re.sub(r"(?<=[\w) ])\n", ",", text) if short and not re.search(r"[.!?:]\s", text) else text
