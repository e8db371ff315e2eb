"""Titles of posts and degrees compared: a short and a full print of one, and the usual synonyms."""

from __future__ import annotations

import re

from scholargraph.names.degrees import degree_key
from scholargraph.names.text import fold

_SYNONYMS = (
    (r"post ?doc(?:toral)?(?: (?:research(?:er)?|fellow|associate|scholar|scientist))*", "postdoc"),
    (r"(?:ph ?d|doctoral) (?:student|candidate|researcher)", "phd student"),
    (r"(?:tenured|full time|tenure track) (?=\w)", ""),
)
_RANK = re.compile(
    r"(?:professor|lecturer|reader|fellow|researcher|scientist|engineer|student|candidate|postdoc|intern|teacher"
    r"|instructor|associate|assistant|analyst|developer|consultant|fellowship|professur|dozent\w*)$"
)
_FIELD = ("in", "of", "for", "at", "with", "and", "on", "f", "fur")


def title_key(kind: str, text: str) -> str:
    """A role or the name of a degree as compared: folded, synonyms made one."""
    if kind == "degree":
        return degree_key(text)
    words = fold(text)
    for pattern, instead in _SYNONYMS:
        words = re.sub(rf"\b{pattern}", instead, words).strip()
    return squeezed(words)


def squeezed(text: str) -> str:
    """Folded words, short ones without gaps: ``co-founder`` and ``Cofounder``, ``Ph. D.`` and ``PhD``."""
    words = fold(text)
    return words.replace(" ", "") if len(words) < 12 else words


def titles_meet(one: str, other: str) -> bool:
    """Whether two keys can be of one post: equal, or a rank with and without its field (``Research Fellow``,
    ``Research Fellow in Economics``)."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    rest = long.removeprefix(short).split()
    return bool(_RANK.search(short)) and long.startswith(f"{short} ") and rest[0] in _FIELD
