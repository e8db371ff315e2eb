"""Tables: rows that are entries (a date, and what was then) and tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scholargraph.read.drafts import Draft, Piece
from scholargraph.read.headings import is_section
from scholargraph.read.word.package import Element
from scholargraph.read.word.styles import W

_LONGEST_ROW = 1500
_MOST_IN_CELL = 8
_AROUND = frozenset(f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "ins"))

Cell = list[Draft]


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table, also those in content controls; deleted ones are not shown."""
    for child in table:
        if child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in _AROUND:
            yield from rows(child)


def cells(row: Element) -> Iterator[Element]:
    """The cells of a row."""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _AROUND:
            yield from cells(child)


def table_drafts(table: Iterable[list[Cell]]) -> Iterator[Draft]:
    """Drafts of the rows; one whose first cell is empty goes on with the entry above it."""
    above: Draft | None = None
    for row in table:
        if above and _goes_on(row, above):
            _joined([above, *_row(row)], "\n")
            continue
        if above:
            yield above
        drafts = _row(row)
        yield from drafts[:-1]
        above = drafts[-1] if drafts else None
    if above:
        yield above


def _goes_on(row: list[Cell], above: Draft) -> bool:
    entry = above.kind == "paragraph" and any(piece.text == "\t" for piece in above.pieces)
    filled = [cell for cell in row if cell]
    short = len(above.pieces) < _LONGEST_ROW and bool(filled) and _is_entry([filled[0][:1], *filled])
    return entry and short and not row[0]


def _row(row: list[Cell]) -> list[Draft]:
    """The drafts of one row."""
    filled = [cell for cell in row if cell]
    every = [draft for cell in filled for draft in cell]
    if len(filled) < 2:
        return every
    if _is_column_head(filled):
        every[0].kind, every[0].level = "paragraph", 0
        return [_joined(every, "\t")]
    if len(filled) == 2 and len(filled[0]) == 1 and is_section(every[0].text):
        every[0].kind, every[0].level = "heading", 2
        return every
    if _beside(filled):
        return [_joined(line, "\t") for line in zip(*filled, strict=True)]
    if _is_entry(filled):
        return [_joined([_joined(cell, "\n") for cell in filled], "\t")]
    return every


def _is_column_head(filled: Sequence[Cell]) -> bool:
    """Whether three or more cells hold a word or two each: the names of columns, or an entry as short."""
    texts = [cell[0].text for cell in filled if len(cell) == 1]
    return len(texts) == len(filled) > 2 and all(len(text.split()) < 3 for text in texts)


def _beside(filled: Sequence[Cell]) -> bool:
    """Whether the cells hold as many lines each, which then belong together one by one."""
    plain = all(draft.kind == "paragraph" for cell in filled for draft in cell)
    return plain and len({len(cell) for cell in filled}) == 1


def _is_entry(filled: Sequence[Cell]) -> bool:
    """Whether a row is one entry; else its cells are columns of a layout."""
    drafts = [draft for cell in filled for draft in cell]
    plain = all(draft.kind == "paragraph" for draft in drafts)
    size = sum(len(draft.pieces) for draft in drafts)
    return plain and len(filled[0]) == 1 and size <= _LONGEST_ROW and max(map(len, filled)) <= _MOST_IN_CELL


def _joined(drafts: Sequence[Draft], separator: str) -> Draft:
    """Drafts as one block, written to the first."""
    for draft in drafts[1:]:
        drafts[0].pieces += [Piece(separator, 0, ()), *draft.pieces]
    return drafts[0]
