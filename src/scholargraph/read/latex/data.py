"""Tables of what LaTeX commands show."""

from __future__ import annotations

from importlib.resources import files


def data(name: str) -> str:
    """The text of a table."""
    return files("scholargraph.read.data").joinpath("latex", name).read_text(encoding="utf-8")
