"""Rows under column names: for people in columns, for programs as CSV or TSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from scholargraph.cli import printing
from scholargraph.cli.options import RowFormat

if TYPE_CHECKING:
    import pandas as pd

MOST_PADDING = 100
"""A cell wider than this does not push the next column of other rows away."""
LEAST_WIDTH = 18
"""On a terminal, a table whose columns would be narrower than this on the average is shown row by row."""
Cells = list[list[str]]


def frame(
    found: pd.DataFrame, form: RowFormat = RowFormat.table, *, base: str = "", empty: str = "nothing found"
) -> None:
    """Print a DataFrame (see :func:`table`)."""
    values = found.astype(object).where(found.notna(), None)
    columns = [str(column) for column in found.columns]
    if form is RowFormat.table:
        table(columns, values.itertuples(index=False), base=base, empty=empty)
    else:
        _write(columns, values.itertuples(index=False), "," if form is RowFormat.csv else "\t")


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    base: str = "",
    empty: str = "nothing found",
) -> None:
    """Print rows for people: fitted to the width of a terminal, in plain columns elsewhere.

    Addresses below ``base`` are shown as paths; ``empty`` goes to standard error where there is no row.
    """
    cells = [[_shown(value, base) for value in row] for row in rows]
    if not cells:
        printing.note(empty)
    elif sys.stdout.isatty():
        _fitted([list(columns), *cells])
    else:
        _aligned([list(columns), *cells])


def grouped(found: pd.DataFrame, heading: Sequence[str], columns: Sequence[str], *, empty: str) -> None:
    """Print rows under the heading they share: its parts in a line, the other columns indented below."""
    if found.empty:
        printing.note(empty)
    for shared, rows in found.groupby(list(heading), sort=False):
        print(_line("  ".join(printing.one_line(str(part)) for part in shared), 2))
        cells = [[printing.one_line(_exact(value)) for value in row] for row in rows[list(columns)].values]
        widths = [max(map(len, column)) for column in _columns(cells)]
        for row in cells:
            padded = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            print(_line(f"    {padded.rstrip()}", 6))


def _line(text: str, indent: int) -> str:
    """A line as it is, folded where a terminal is narrower."""
    return printing.wrapped(text, indent) if sys.stdout.isatty() else text


def _write(columns: Sequence[str], rows: Iterable[Sequence[Any]], delimiter: str) -> None:
    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [_exact(value) for value in row]
        writer.writerow([" ".join(cell.split()) for cell in cells] if delimiter == "\t" else cells)


def _exact(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.date().isoformat() if hasattr(value, "date") else str(value)


def _shown(value: Any, base: str) -> str:
    if isinstance(value, float):
        return f"{value:.6g}"
    shown = printing.one_line(_exact(value))
    return shown.removeprefix(base) if base else shown


def _aligned(rows: Cells) -> None:
    widths = [max(len(cell) for cell in column if len(cell) <= MOST_PADDING) for column in _columns(rows)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _columns(rows: Cells) -> list[tuple[str, ...]]:
    return list(zip(*rows, strict=True))


def _fitted(rows: Cells) -> None:
    """In columns, their cells folded where that is needed; row by row where they are too many."""
    width = printing.width()
    natural = sum(max(map(len, column)) + 2 for column in _columns(rows))
    if natural > width and len(rows[0]) * LEAST_WIDTH > width:
        _row_by_row(rows)
    else:
        _folded(rows)


def _row_by_row(rows: Cells) -> None:
    names, *values = rows
    indent = max(map(len, names)) + 2
    for row in values:
        for name, cell in zip(names, row, strict=True):
            if cell:
                print(printing.wrapped(f"{name:{indent}}{cell}", indent))
        print()


def _folded(rows: Cells) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name, *cells in _columns(rows):
        is_number = all(map(_is_number, cells))
        justify: Literal["right", "left"] = "right" if is_number else "left"
        made.add_column(Text(name), overflow="fold", no_wrap=is_number, justify=justify)
    for row in rows[1:]:
        made.add_row(*map(Text, row))
    Console(highlight=False, width=printing.width()).print(made)


def _is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).replace("e-", "", 1).isdigit()
