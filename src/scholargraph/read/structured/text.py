"""A source whose values are found by their offsets, and the field blocks made of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from scholargraph.model import Block, Mark
from scholargraph.read.aligned import Aligned

_NUMBERS = tuple(range(8192))


def _shared(origin: Sequence[int], low: int) -> tuple[int, ...]:
    """Places counted from ``low``; the fields of a large file share their numbers."""
    return tuple(_NUMBERS[place - low] if place - low < len(_NUMBERS) else place - low for place in origin)


class SourceText:
    """The lines of a source as one text; ``first`` is the number (from 1) of its first line.

    With ``whole_lines`` the raw words of a block are the lines it stands on, else its value alone.
    """

    def __init__(self, lines: Sequence[str], first: int = 1, whole_lines: bool = False) -> None:
        self.text = "\n".join(lines)
        self.first, self.whole_lines = first, whole_lines
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def line(self, offset: int) -> int:
        """The number of the line on which a character stands."""
        return self.first + self._row(offset)

    def part(self, start: int, end: int) -> Aligned:
        """A stretch of the text that knows where it stands in it."""
        return Aligned(self.text[start:end], range(start, end + 1))

    def field(self, key: str, words: Aligned, marks: tuple[Mark, ...] = ()) -> Block:
        """A field of words that come from this text, their origins being offsets in it."""
        start, end = words.origin[0], max(words.origin[-1], words.origin[0])
        top, bottom = self._row(start), self._row(max(start, end - 1))
        if self.whole_lines:
            low, high = self._starts[top], self._starts[bottom + 1] - 1
        else:
            low, high = start, end
        raw = self.text[low:high]
        return Block(
            kind="field",
            text=words.text,
            raw=raw,
            start_line=self.first + top,
            end_line=self.first + bottom,
            origin=None if raw == words.text else _shared(words.origin, low),
            key=key,
            marks=marks,
        )

    def _row(self, offset: int) -> int:
        return min(bisect_right(self._starts, offset) - 1, len(self._starts) - 2)
