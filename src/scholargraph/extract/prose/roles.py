"""Titles of posts as biographies print them: ``John Smith Professor of History``, ``PhD student``,
``Group Leader``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from scholargraph.extract.tables import pattern

_HEADS = rf"{pattern('roles.tsv', 'text')}|{pattern('roles.tsv', 'any')}"
_STOP = (
    r"(?:at|in|of|with|by|for|on|from|to|the|and|or|as|who|where|which|that|my|our|his|her|their|"
    r"is|are|was|were|be|been|"
    r"since|until|also|currently|now|then|a|an|not|very|both|advised|supervised|working|honored|happy|proud|he|she|i)"
)
_WORD = rf"(?!{_STOP}\b)[\w'./&-]+"
_ONE = rf"(?:{_WORD}\s+){{0,7}}(?:{_HEADS})(?![\w'-])(?:\s+(?:emerit[auis]+|elect))?"
_ROLE = re.compile(rf"(?<![\w-]){_ONE}", re.I)
_ARTICLES = re.compile(
    r"(?:\s*(?:(?:currently|presently|now|also|recently|previously|formerly|both|either|as|"
    r"proudly|jointly|simultaneously|"
    r"appointed|named|promoted to|to|initially|first|an?|the|one of the|still|its|,)\s+)*)",
    re.I,
)
_NEXT = re.compile(
    r"(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|\band\s+|"
    r"\band,\s+(?:since|as of|from)\s[^,]{4,24},\s+|\bas well as\s+|&\s+|\bplus\s+)"
    r"(?:(?:an?|the|also|currently|previously|formerly|as|is|was|concurrently)\s+)*",
    re.I,
)
_RANK = re.compile(r"\b(?:Principal|Lead|Head|Chief|Senior|Associate|Assistant)$")
_RANKED = re.compile(r"(?:\s+(?!Emerit)[A-Z][a-z]+){1,3}(?=\s+(?:at|in|of|for|and|with|from)\b|[,.;(]|\s*$)")
"""``Principal Security Evaluator``: a rank before a title that is not in the table."""
_STATES = (
    ("incoming", re.compile(r"^(?:incoming|upcoming|future|designated|prospective)\s+", re.I)),
    ("past", re.compile(r"^(?:former|ex|previous|past|then|one-time|erstwhile|retired)[\s-]+", re.I)),
    ("current", re.compile(r"^(?:current|present|newly appointed|new)\s+", re.I)),
)
_FIELD = re.compile(
    r"\s+(?:of|in|for|für)\s+(?:the\s+(?=practice|history|philosophy|theory|study))?"
    r"((?:(?!(?:at|from|since|with|where|who|which|until|under|advised|supervised|working|the|"
    r"an?|my|our|his|her|as|in|"
    r"for|on|to|I|also)\b)[^\W\d][\w'&/-]*(?:,(?= [\w ]+,? and |\s+(?:and|&) )|)\s*)+)"
)


_NAMED = re.compile(
    r"\s*[A-ZÀ-Ž][\w.'-]+(?:\s+[A-ZÀ-Ž][\w.'-]*){0,3}(?:\s*\([^()]{1,40}\))?(?:,\s+|\s+and (?:I'm|I am) )"
    r"(?:(?:an?|the|now|currently|presently|who is)\s+)*"
)
"""``Jane Doe (a name), now a`` before a title."""


class Role(NamedTuple):
    """A title printed at ``text[start:end]``; ``text`` leaves out ``incoming``, ``former``, which give
    the status."""

    text: str
    status: str
    start: int
    end: int


def find_roles(text: str, start: int, end: int) -> Iterator[tuple[Role, int]]:
    """Titles joined by ``and`` or commas in ``text[start:end]``, each with the place where its own words end.

    The first stands at the start, after articles and adverbs, or after a name and a comma.
    """
    place = _ARTICLES.match(text, start, end)
    found = _ROLE.match(text, place.end() if place else start, end) or _appositive(text, start, end)
    found = found or _next_role(text, start, end)[1]
    while found:
        cut, following = _next_role(text, found.end(), end)
        more = _RANKED.match(text, found.end(), end) if _RANK.search(found[0]) else None
        yield _role(found, f"{found[0]}{more[0]}" if more else ""), cut
        found = following


def field_after(text: str, place: int, end: int) -> re.Match[str] | None:
    """The subject that belongs to a title: ``of Medieval History`` after ``Professor``."""
    return _FIELD.match(text, place, end)


def _appositive(text: str, start: int, end: int) -> re.Match[str] | None:
    """``Jane Doe, a professor``: the title after a name."""
    name = _NAMED.match(text, start, end)
    return _ROLE.match(text, name.end(), end) if name else None


def _next_role(text: str, start: int, end: int) -> tuple[int, re.Match[str] | None]:
    """Where the words of a title end, and the title joined to it, if any."""
    for joint in _NEXT.finditer(text, start, end):
        role = _ROLE.match(text, joint.end(), end)
        if role and not _is_inside_name(text, role):
            return joint.start(), role
    return end, None


def is_role(text: str) -> bool:
    """Whether the words are a title, nothing else."""
    return bool(_ROLE.fullmatch(text.strip()))


def _is_inside_name(text: str, role: re.Match[str]) -> bool:
    """``Student`` in ``Department of Teaching and Student Affairs`` is no title: a capital noun follows."""
    return bool(re.match(r"\s+(?!Emerit)[A-Z][a-z]", text[role.end() :])) and role[0][0].isupper()


def _role(match: re.Match[str], whole: str = "") -> Role:
    """The title as matched, or with the words (``whole``) that go on behind it."""
    text, status = " ".join((whole or match[0]).split()), ""
    for name, words in _STATES:
        if state := words.match(text):
            text, status = text[state.end() :], name
    return Role(text, status, match.start(), match.start() + len(whole or match[0]))
