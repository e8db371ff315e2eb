"""Rows under column names: for people in columns, for programs as CSV or TSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from scholargraph.cli import printing
from scholargraph.cli.options import RowFormat

if TYPE_CHECKING:
    import pandas as pd

MOST_PADDING = 100
"""A cell wider than this does not push the next column of other rows away."""
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
    """Print rows for people: folded to the width of a terminal, in plain columns elsewhere.

    Addresses below ``base`` are shown as paths; ``empty`` goes to standard error where there is no row.
    """
    cells = [[_shown(value, base) for value in row] for row in rows]
    if not cells:
        printing.note(empty)
    elif sys.stdout.isatty():
        _folded(columns, cells)
    else:
        _aligned([list(columns), *cells])


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


def _folded(columns: Sequence[str], rows: Cells) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name, column in zip(columns, _columns(rows), strict=True):
        is_number = all(_is_number(cell) for cell in column)
        made.add_column(Text(name), overflow="fold", no_wrap=is_number, justify="right" if is_number else "left")
    for row in rows:
        made.add_row(*map(Text, row))
    Console(highlight=False).print(made)


def _is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).replace("e-", "", 1).isdigit()
