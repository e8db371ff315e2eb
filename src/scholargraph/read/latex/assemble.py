"""Drafts → blocks: pieces in the order of the source, marks, lines, and which lines are headings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from scholargraph.model import Block
from scholargraph.read.drafts import Draft, Piece, marks, text_of

_LOOSE_ENDS = " \t\n,;:|–-"


class Assembly:
    """Turns drafts over one source into blocks of its lines.

    ``origin`` maps places of the source walked over to places of the lines joined.
    """

    def __init__(self, lines: Sequence[str], origin: Sequence[int]) -> None:
        self.lines, self.origin = lines, origin
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def blocks(self, drafts: Sequence[Draft]) -> list[Block]:
        """Blocks in the order of the lines."""
        found = [self._block(draft) for draft in drafts if draft.text.strip()]
        return [block for _, block in sorted(found, key=lambda placed: placed[0])]

    def _block(self, draft: Draft) -> tuple[int, Block]:
        pieces, end = in_order(draft.pieces, draft.end)
        places = [self.origin[piece.start] for piece in pieces]
        last = max(self.origin[min(end, len(self.origin) - 1)], places[-1])
        first_line = self._line(places[0])
        last_line = max(first_line, self._line(max(places[0], last - 1)))
        raw = "\n".join(self.lines[first_line : last_line + 1])
        base = self._starts[first_line]
        text = text_of(pieces)
        origin = tuple(min(place - base, len(raw)) for place in [*places, last])
        return places[0], Block(
            kind=draft.kind,
            text=text,
            raw=raw,
            start_line=first_line + 1,
            end_line=last_line + 1,
            origin=None if text == raw else origin,
            level=draft.level,
            key=draft.key,
            marks=marks(pieces),
        )

    def _line(self, place: int) -> int:
        return bisect_right(self._starts, place, 0, len(self.lines)) - 1


def in_order(pieces: list[Piece], end: int) -> tuple[list[Piece], int]:
    """Pieces in the order of the source, and where the last ends.

    A macro may print its arguments in another order: then they are columns, in the order they are typed.
    """
    starts = [b.start for a, b in pairwise(pieces) if b.start < a.start]
    if not starts:
        return pieces, max(end, pieces[-1].start)
    runs = sorted(_runs(pieces, sorted([pieces[0].start, *starts])), key=lambda run: run[0].start)
    ordered: list[Piece] = []
    for run in runs:
        words = _stripped(run)
        if words and (not ordered or words[0].start > ordered[-1].start):
            gap = "\n" if run[0].text == "\n" else "\t"
            ordered += [Piece(gap, words[0].start, ())] if ordered else []
            ordered += words
    ordered = ordered or pieces[:1]
    return ordered, max(end, ordered[-1].start)


def _runs(pieces: list[Piece], starts: list[int]) -> list[list[Piece]]:
    """Pieces cut where the places go back, and where words that are printed elsewhere lie between two."""
    runs = [[pieces[0]]]
    for before, piece in pairwise(pieces):
        if piece.start < before.start or bisect_right(starts, before.start) < bisect_right(
            starts, piece.start
        ):
            runs.append([])
        runs[-1].append(piece)
    return runs


def _stripped(run: list[Piece]) -> list[Piece]:
    first, last = 0, len(run)
    while first < last and run[first].text in _LOOSE_ENDS:
        first += 1
    while last > first and run[last - 1].text in _LOOSE_ENDS[:-2]:
        last -= 1
    return run[first:last]
