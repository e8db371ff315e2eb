"""Which lines of a laid-out document are headings, told by what they wear (bold, large, capitals, a rule)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scholargraph.read.headings import is_capitals, is_section, may_head

SIGNS = frozenset({"bold", "italic", "large", "capitals", "ruled"})


class Line(NamedTuple):
    """A line that may head what follows: its words, what all of them wear, whether it is a block alone."""

    text: str
    worn: frozenset[str]
    alone: bool

    @property
    def dress(self) -> frozenset[str]:
        """What it wears, capitals as typed among it."""
        return self.worn | ({"capitals"} if is_capitals(self.text) else frozenset())


def headings(lines: Sequence[Line | None]) -> list[bool]:
    """For each line whether it is a heading; None stands for what cannot be one.

    Sure are names of sections in some dress or alone. Other lines are headings
    where they wear just what most of the sure ones wear.
    """
    sure = [line is not None and _sure(line) for line in lines]
    worn = [line.dress for line, is_sure in zip(lines, sure, strict=True) if line and is_sure and line.dress]
    custom = max(set(worn), key=worn.count) if len(worn) > 1 else frozenset[str]()
    return [
        is_sure or bool(line and custom and line.dress == custom and _alike(line, custom))
        for line, is_sure in zip(lines, sure, strict=True)
    ]


def titles(line: Line | None) -> bool:
    """Whether a first line is the title of a document: it stands out and may head."""
    return bool(line and line.dress & {"large", "bold", "capitals"} and may_head(line.text))


def _sure(line: Line) -> bool:
    return is_section(line.text) and bool(line.alone or line.dress - {"italic"})


def _alike(line: Line, custom: frozenset[str]) -> bool:
    return may_head(line.text) and (line.alone or len(custom) > 1 or custom != {"bold"})
