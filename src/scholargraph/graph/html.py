"""Small pieces of HTML for notebooks; every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def page(*pieces: str) -> str:
    """Pieces of HTML in one block."""
    return f"<div class='scholargraph'>{''.join(pieces)}</div>"


def heading(name: str, kind: str, path: str) -> str:
    """A name with its kind and path."""
    return f"<h4>{escape(name)}</h4><p>{escape(kind)} · <code>{escape(path)}</code></p>"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> str:
    """A table, or nothing where there are no rows."""
    body = "".join(f"<tr>{''.join(_cell(value) for value in row)}</tr>" for row in rows)
    if not body:
        return ""
    caption = f"<h5>{escape(title)}</h5>" if title else ""
    head = "".join(f"<th style='text-align:left'>{escape(column)}</th>" for column in columns)
    return f"{caption}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: str) -> str:
    shown = escape(value).replace("\n", "<br>")
    if value.startswith(("https://", "http://")) and not any(char.isspace() for char in value):
        shown = f"<a href='{escape(value, quote=True)}' rel='noopener'>{shown}</a>"
    return f"<td style='text-align:left;vertical-align:top'>{shown}</td>"
