"""What ends the phrase that a word stands in: a stop and a year, a colon and a number, the line."""

from __future__ import annotations

from scholargraph.extract.entries.tokens import Tokens
from scholargraph.extract.entries.words import kind


def phrase_ends(tokens: Tokens) -> list[str]:
    """For each token the symbols behind its phrase, with ``Y`` or ``D`` where a year or number follows them,
    and ``n`` or ``t`` where a line or cell ends (``Injury. 2021``: ``.Y``).
    """
    made, end, run = list[str](), "", "$"
    for word, gap in zip(reversed(tokens.words), reversed(tokens.gaps), strict=True):
        symbol = kind(word)[0] if kind(word)[0] in "DY" else ""
        if not word[0].isalnum():
            run = (word + run)[:5]
        elif run or symbol:
            end, run = run, ""
        made.append(end)
        if word[0].isalnum():
            run = symbol or (gap if gap in "nt" else "")
    return made[::-1]
