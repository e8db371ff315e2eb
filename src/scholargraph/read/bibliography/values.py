"""The inside of a BibTeX entry: names of fields and the places of their values."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAME = re.compile(r"[\s,]*(?P<name>[A-Za-z][\w:.+/-]*)\s*=\s*")
_BARE = re.compile(r"[^\s,#{}()\"=]+")
_SPACE = re.compile(r"\s*")
_BRACES = re.compile(r"[{}]|\\.", re.DOTALL)
_QUOTED = re.compile(r"[{}\"]|\\.", re.DOTALL)
_JUNK = re.compile(r"[^\s,{}\"()]+|[\s,]+")
_LINE = re.compile(
    r"^[ \t]*(?:,[ \t]*)?(?P<name>[A-Za-z][\w-]*)[ \t]*=[ \t]*(?=[{\"\w])"
    r"|,\s*(?P<same>[A-Za-z][\w-]*)[ \t]*=[ \t]*(?=[{\"])",
    re.M,
)
_LOOSE_END = re.compile(r"[\s,})\"]+\Z")


class Value(NamedTuple):
    """A field of an entry; ``parts`` are start, end (without braces or quotes), and whether bare words."""

    name: str
    parts: tuple[tuple[int, int, bool], ...]


def values(text: str, start: int, limit: int) -> tuple[list[Value], int]:
    """The fields between an entry's opening brace and its end, and where it ends; 0 if it never does."""
    found: list[Value] = []
    place = start
    while place < limit:
        name = _NAME.match(text, place, limit)
        if name and (parsed := _value(text, name.end(), limit)):
            parts, place = parsed
            found.append(Value(name["name"], parts))
            continue
        place = _SPACE.match(text, place, limit).end()  # type: ignore[union-attr]
        if place < limit and text[place] in "})":
            return found, place + 1
        place = _past_junk(text, place, limit)
        if place == 0:
            return found, 0
    return found, 0


def loose_values(text: str, start: int, limit: int) -> list[Value]:
    """The fields of an entry whose braces do not match: each goes to the line where the next begins."""
    names = list(_LINE.finditer(text, start, limit))
    ends = [name.start() for name in names[1:]] + [limit]
    found = []
    for name, end in zip(names, ends, strict=False):
        first = name.end() + (text[name.end()] in '{"')
        tail = _LOOSE_END.search(text, first, end)
        last = tail.start() if tail else end
        if first < last:
            found.append(Value(name["name"] or name["same"], ((first, last, False),)))
    return found


def _value(text: str, place: int, limit: int) -> tuple[tuple[tuple[int, int, bool], ...], int] | None:
    """The parts of a value joined by ``#``, and where it ends; None if it never ends."""
    parts = []
    while True:
        part = _part(text, place, limit)
        if part is None:
            return None
        start, end, place = part
        parts.append((start, end, start != end and text[start - 1] not in '{"'))
        place = _SPACE.match(text, place, limit).end()  # type: ignore[union-attr]
        if text[place : place + 1] != "#" or place >= limit:
            return tuple(parts), place
        place = _SPACE.match(text, place + 1, limit).end()  # type: ignore[union-attr]


def _part(text: str, place: int, limit: int) -> tuple[int, int, int] | None:
    """One part: where its words begin and end, and where to go on."""
    if place >= limit:
        return None
    opening = text[place]
    if opening in '{"':
        end = closing(text, place + 1, limit, opening)
        return (place + 1, end, end + 1) if end >= 0 else None
    bare = _BARE.match(text, place, limit)
    return (place, bare.end(), bare.end()) if bare else (place, place, place)


def closing(text: str, place: int, limit: int, opening: str = "{") -> int:
    """Where the brace or quotation mark opened before ``place`` is closed; -1 if it is not."""
    depth = 0
    for sign in (_BRACES if opening == "{" else _QUOTED).finditer(text, place, limit):
        if sign[0] == "{":
            depth += 1
        elif sign[0] == "}":
            depth -= 1
            if depth < 0:
                return sign.start() if opening == "{" else -1
        elif sign[0] == '"' and depth == 0:
            return sign.start()
    return -1


def _past_junk(text: str, place: int, limit: int) -> int:
    """Beyond words that belong to no field (the key, a lost value); 0 if they never end."""
    if junk := _JUNK.match(text, place, limit):
        return junk.end()
    if place < limit and text[place] in '{"':
        end = closing(text, place + 1, limit, text[place])
        return end + 1 if end >= 0 else 0
    return place + 1 if place < limit else 0
