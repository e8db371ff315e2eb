"""Tables and labels in lists of people: what each cell or line tells, by the words over or before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from scholargraph.extract.blocks import is_table_head, sliced
from scholargraph.extract.dates import find_when
from scholargraph.extract.tables import rows
from scholargraph.model import Block
from scholargraph.names.identifiers import find_emails

METHOD = "people list"
_MOST_COLUMNS = 12
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w /()-]{1,40}?)\s*:\s+")


class Piece(Struct, frozen=True):
    """A line or cell about somebody, and what its column or label says it tells (or "")."""

    block: Block
    kind: str = ""
    leads: bool = False
    """It begins a block or cell, set off by its type."""


def columns_of(block: Block) -> list[str]:
    """What the cells under a row tell, if it heads a table."""
    kinds = [column_kind(cell) for cell in block.text.split("\t")]
    known = sum(bool(kind) for kind in kinds)
    return kinds if is_table_head(block) or ("name" in kinds and 2 * known >= len(kinds)) else []


def column_kind(label: str) -> str:
    """What the words over a column or before a colon announce (``Current position``: next); or ""."""
    said = re.findall(r"[^\W\d_]+", label.casefold().replace("-", ""))
    if not said or len(said) > 5:
        return ""
    table = rows("member_columns.tsv")
    found = {kind for kind, held in table.items() if held & set(said)}
    return next((kind for kind in _FIRST if kind in found), "")


_FIRST = ("next", "advisor", "interests", "education", "thesis", "email", "when", "other", "role", "name")
"""Of two kinds that a label could be, the one that counts."""


def aligned(columns: Sequence[str], cells: Sequence[Block], at: int) -> list[str]:
    """What each cell tells. Empty cells leave no trace: of the columns as many are left out as cells are
    missing, if the cells allow but one way.

    ``at`` is the cell with the name, or -1.
    """
    if len(columns) == len(cells):
        return list(columns)
    choices = combinations(columns, len(cells)) if len(columns) <= _MOST_COLUMNS else ()
    ways = {way for way in choices if "name" in way and way.index("name") == at and _fits(way, cells)}
    if len(ways) == 1:
        return list(ways.pop())
    return ["name" if i == at else "" for i in range(len(cells))]


def _fits(kinds: Sequence[str], cells: Sequence[Block]) -> bool:
    """Whether the addresses and the years stand under columns of such, and nothing else does."""
    texts = [cell.text for cell in cells]
    mailed = all(
        (kind == "email") == bool(find_emails(text)) for kind, text in zip(kinds, texts, strict=True)
    )
    return mailed and all(kind != "when" or find_when(text) for kind, text in zip(kinds, texts, strict=True))


def labelled(piece: Piece) -> Piece:
    """A line such as ``Advisor: A. Bee`` without its label, and what that announces."""
    match = _LABEL.match(piece.block.text)
    kind = column_kind(match["label"]) if match and not piece.kind else ""
    if match is None or not kind:
        return piece
    return Piece(sliced(piece.block, match.end(), len(piece.block.text)), kind)
