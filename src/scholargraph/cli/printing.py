"""How verbs print: aligned tables on a terminal, plain tab-separated lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scholargraph.errors import ScholarGraphError

if TYPE_CHECKING:
    import pandas as pd

    from scholargraph.model import BuildReport


def frame(table_: pd.DataFrame, *, empty: str = "nothing found") -> None:
    """Print a DataFrame; ``empty`` goes to standard error where it has no rows."""
    table(list(map(str, table_.columns)), table_.itertuples(index=False), empty=empty)


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, empty: str = "nothing found") -> None:
    """Print rows under their column names; unbound cells stay empty."""
    cells = [["" if value is None or value != value else str(value) for value in row] for row in rows]
    if not cells:
        note(empty)
    elif sys.stdout.isatty():
        _rich_table(columns, cells)
    else:
        for row in (columns, *cells):
            print("\t".join(_one_line(cell) for cell in row))


def note(text: str) -> None:
    """A remark for the person, not for the pipe."""
    print(text, file=sys.stderr)


def progress(stage: str) -> None:
    """What a build is at: one line that is overwritten, on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[2K{_one_line(stage)}", end="", file=sys.stderr, flush=True)


def summary(report: BuildReport, counts: Mapping[str, int]) -> str:
    """One line on what a build did."""
    done = f"{len(report.read)} read, {len(report.kept)} unchanged"
    failed = f", {len(report.problems)} not taken" if report.problems else ""
    holds = ", ".join(
        f"{number:,} {_plural(kind, number)}" for kind, number in counts.items() if kind in SHOWN
    )
    return f"{done}{failed}; the graph holds {holds}{'' if report.published else ' (as before)'}"


def load(path: Path) -> str:
    """The text of a file the user named. Raises ScholarGraphError where it cannot be read."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScholarGraphError(f"cannot be read ({error})", str(path)) from error


def save(path: Path, text: str) -> None:
    """Write a file the user named, and say so. Raises ScholarGraphError where it cannot be written."""
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise ScholarGraphError(f"cannot be written ({error.strerror})", str(path)) from error
    saved(path)


def saved(*paths: Path) -> None:
    """Say what was written."""
    for path in paths:
        note(f"wrote {path}")


SHOWN = ("person", "work", "organization", "topic", "product", "source")
"""Kinds that the summary counts; the rest follows from these."""

_NAMES = {"person": "people", "work": "papers", "organization": "organisations", "source": "documents"}


def _plural(kind: str, number: int) -> str:
    singular = {"work": "paper", "organization": "organisation", "source": "document"}.get(kind, kind)
    return singular if number == 1 else _NAMES.get(kind, f"{kind}s")


def _one_line(cell: str) -> str:
    return cell.replace("\t", " ").replace("\n", " ")


def _rich_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(escape(column), overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    Console().print(table)
