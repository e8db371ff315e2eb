"""The small language in which entry templates are written.

``{A}`` prints a field, ``[, {PG}]`` vanishes where a field in it is empty, ``⟦`` prints a square bracket,
everything else stands as it is. A field is
printed once: the second time it is empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

_BRACKETS = str.maketrans("⟦⟧", "[]")
"""Square brackets that are printed."""
_TOKEN = re.compile(r"\{(\w+)\}|(\[)|(\])")


class Segment(Struct, frozen=True):
    """Words of an entry with their label and the mark-up over them (kind and target)."""

    text: str
    label: str
    marks: tuple[tuple[str, str], ...] = ()


def render(pattern: str, fields: Mapping[str, list[Segment]]) -> list[Segment]:
    """The entry that a pattern makes of fields."""
    unused = dict(fields)
    done, _ = _group(pattern, 0, unused)
    plain = [Segment(s.text.translate(_BRACKETS), s.label, s.marks) for s in done or []]
    return joined(plain)


def _group(pattern: str, at: int, fields: dict[str, list[Segment]]) -> tuple[list[Segment] | None, int]:
    """The segments up to the closing bracket, None where a field of the group is empty; and where it ends."""
    made: list[Segment] = []
    missing = False
    while match := _TOKEN.search(pattern, at):
        if match.start() > at:
            made.append(Segment(pattern[at : match.start()], "O"))
        at = match.end()
        if match[3]:
            return (None if missing else made), at
        if match[2]:
            inner, at = _group(pattern, at, fields)
            made += inner or []
        else:
            found = fields.pop(match[1], [])
            missing = missing or not found
            made += found
    if at < len(pattern):
        made.append(Segment(pattern[at:], "O"))
    return made, len(pattern)


def joined(segments: list[Segment]) -> list[Segment]:
    """Without doubled stops (``Bee, A.. Title``, ``Who knows?.``) and separators at the beginning."""
    made: list[Segment] = []
    for segment in segments:
        before = "".join(one.text for one in made[-3:]).rstrip('”"’» ')[-1:]
        text = segment.text
        if segment.label == "O" and (not made or before in ".?!," or not before):
            drop = ".," if made and before in ".,?!" else ".,;: \n\t"
            text = (
                text[1:] if text[:1] and text[0] in drop and not (before in "?!" and text[0] == ",") else text
            )
        if not made:
            text = text.lstrip(" .,;:\n\t") if segment.label == "O" else text
        if segment.label == "O":
            text = _tidied(text)
        if text:
            made.append(Segment(text, segment.label, segment.marks))
    return made


def _tidied(text: str) -> str:
    """A separator without what empty fields left: ``()``, ``( .``, ``..``."""
    text = re.sub(r" ?\(\s*[,:;]?\s*\)", "", text)
    return re.sub(r"([.,])\s*\1", r"\1", text)
