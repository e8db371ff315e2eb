"""Rows of a query → what networks are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]


def text(row: Row, key: str) -> str:
    """The value as text; empty where the query left it unbound."""
    value = row.get(key)
    return "" if value is None else str(value)


def year(row: Row, key: str = "date") -> int | None:
    """The year of a date in any precision (``2023``, ``2023-05``, ``2023-05-24``)."""
    digits = text(row, key)[:4]
    return int(digits) if digits.isdigit() and len(digits) == 4 else None


def first(rows: Iterable[Row], key: str, value: str) -> dict[str, str]:
    """``key`` → ``value``; where there are several values, the first in the alphabet."""
    pairs = sorted(((text(row, key), text(row, value)) for row in rows), reverse=True)
    return {k: v for k, v in pairs if v}


def grouped(rows: Iterable[Row], key: str, value: str) -> dict[str, list[str]]:
    """``key`` → its distinct values, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if text(row, value):
            found[text(row, key)].add(text(row, value))
    return {k: sorted(found[k]) for k in sorted(found)}
