"""Text that knows where each of its characters stood in the raw words it was made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``text``.

    What is left out belongs, in a quote, to the words before it; with ``closing`` (a closing bracket or star)
    to the words after it, so that the words inside mark-up are quoted without it.
    """

    start: int
    end: int
    text: str = ""
    closing: bool = False


class Aligned:
    """A text and, for each of its borders, the place in the raw text.

    ``text[i:j]`` came from ``raw[origin[i]:origin[j]]``; ``origin`` has ``len(text) + 1`` entries that never
    fall. Immutable; every operation gives a new one.
    """

    __slots__ = ("origin", "text")

    def __init__(self, text: str, origin: Sequence[int]) -> None:
        self.text, self.origin = text, origin

    @classmethod
    def of(cls, raw: str) -> Aligned:
        """The raw text itself (its origin is a ``range``, so that untouched text costs no memory)."""
        return cls(raw, range(len(raw) + 1))

    @classmethod
    def joined(cls, pieces: Iterable[Aligned], separator: str = " ") -> Aligned:
        """Pieces in the order of the raw text, with a separator that stands for what lies between them."""
        texts: list[str] = []
        origin: list[int] = []
        end = 0
        for piece in pieces:
            origin += [end] * len(separator if texts else "")
            texts.append(piece.text)
            origin += piece.origin[:-1]
            end = piece.origin[-1]
        return cls(separator.join(texts), [*origin, end])

    def __getitem__(self, part: slice) -> Aligned:
        """A run of the text (no steps)."""
        start, end, _ = part.indices(len(self.text))
        end = max(start, end)
        return Aligned(self.text[start:end], self.origin[start : end + 1])

    def strip(self) -> Aligned:
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def edited(self, edits: Sequence[Edit]) -> Aligned:
        """The text after the edits, which are in order and do not overlap."""
        if not edits:
            return self
        texts: list[str] = []
        origin: list[int] = []
        held: int | None = None  # where a closing piece began that the next character is to cover
        position = 0
        for edit in edits:
            held = _keep(origin, self.origin[position : edit.start], held)
            texts += (self.text[position : edit.start], edit.text)
            if edit.text:
                held = _keep(origin, self._places(edit), held)
            elif not edit.closing:
                held = None
            elif held is None:
                held = self.origin[edit.start]
            position = edit.end
        held = _keep(origin, self.origin[position:-1], held)
        texts.append(self.text[position:])
        origin.append(self.origin[-1] if held is None else held)
        return Aligned("".join(texts), origin)

    def origin_in(self, raw: str) -> tuple[int, ...] | None:
        """The map as a :class:`Block` holds it: None where text and raw are the same."""
        return None if self.text == raw else tuple(self.origin)

    def _places(self, edit: Edit) -> Sequence[int]:
        """Places of an edit's new characters: one to one where the lengths agree, else all at its start."""
        if len(edit.text) == edit.end - edit.start:
            return self.origin[edit.start : edit.end]
        return [self.origin[edit.start]] * len(edit.text)


def _keep(origin: list[int], places: Sequence[int], held: int | None) -> int | None:
    if not places:
        return held
    first = len(origin)
    origin.extend(places)
    if held is not None:
        origin[first] = held
    return None


def mover(edits: Sequence[Edit]) -> Callable[[int], int]:
    """A function from places in the text before the edits to places in the text after them."""
    ends = [edit.end for edit in edits]
    growth = list(accumulate((len(e.text) - (e.end - e.start) for e in edits), initial=0))

    def move(place: int) -> int:
        done = bisect_right(ends, place)
        if done < len(edits) and edits[done].start < place:
            return edits[done].start + growth[done] + len(edits[done].text)
        return place + growth[done]

    return move
