"""Lists of publications read: from blocks to entries."""

from __future__ import annotations

from collections.abc import Sequence

from scholargraph.extract.entries.cutting import Piece
from scholargraph.extract.entries.decoding import read_alone, read_together
from scholargraph.extract.entries.fields import Entry, make_entry
from scholargraph.extract.entries.together import Reading
from scholargraph.extract.entries.tokens import tokenise
from scholargraph.model import Block
from scholargraph.names.people import PersonName


def parse_entries(blocks: Sequence[Block], owner: PersonName | None = None) -> list[Entry | None]:
    """The entries of one list, read together; None for a block that is no publication.

    ``owner`` is the person whose list it is.
    """
    alone = [read_alone(tokenise(block), owner) for block in blocks]
    return [
        make_entry(block.text, reading) for block, reading in zip(blocks, read_together(alone), strict=True)
    ]


def parse_reference(block: Block, owner: PersonName | None = None) -> Entry | None:
    """One entry without its list."""
    return parse_entries([block], owner)[0]


def read_lists(lists: Sequence[Sequence[Piece]]) -> list[list[Entry | None]]:
    """The entries of the lists of one document, read in the light of all; None for what is no publication."""
    first = [[piece.alone[0] for piece in pieces] for pieces in lists]
    return [
        _entries(pieces, read_together([piece.alone for piece in pieces], [*first[:at], *first[at + 1 :]]))
        for at, pieces in enumerate(lists)
    ]


def _entries(pieces: Sequence[Piece], readings: Sequence[Reading]) -> list[Entry | None]:
    return [make_entry(piece.block.text, reading) for piece, reading in zip(pieces, readings, strict=True)]
