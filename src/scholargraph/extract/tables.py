"""Tables of the usual words of documents, kept as text beside the code (``extract/data``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a table that are neither empty nor remarks (``#``)."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """All words of a table."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def rows(name: str) -> dict[str, frozenset[str]]:
    """A table of a key, a tab and words; rows of one key are put together, in the order of the keys."""
    table: dict[str, frozenset[str]] = {}
    for line in lines(name):
        key, _, held = line.partition("\t")
        table[key] = table.get(key, frozenset()) | frozenset(held.split())
    return table


def pattern(name: str, *keys: str) -> str:
    """A table of regular expressions, one to a line, as alternatives; of one with keys, the rows of these."""
    if not keys:
        return "|".join(lines(name))
    cells = (line.partition("\t") for line in lines(name))
    return "|".join(held for key, _, held in cells if key in keys)
