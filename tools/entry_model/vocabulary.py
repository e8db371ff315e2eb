"""The word lists of the generator, and those of the package that it shares."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from pathlib import Path

_WORDS = Path(__file__).parent / "words"


@cache
def terms(name: str) -> tuple[str, ...]:
    """The words of ``words/<name>.txt``, parted by ``;`` and line ends."""
    return tuple(term for line in lines(name) for term in line.split(";") if term)


@cache
def lines(name: str, suffix: str = "txt") -> tuple[str, ...]:
    """The lines of a list that are no remarks."""
    text = (_WORDS / f"{name}.{suffix}").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("# "))


@cache
def surnames() -> tuple[tuple[str, str], ...]:
    """Family names and the region of each."""
    return tuple((row[0], row[2]) for row in _package_rows("surnames"))


@cache
def given_names() -> tuple[str, ...]:
    """Given names."""
    return tuple(row[0] for row in _package_rows("given"))


@cache
def known_venues() -> tuple[dict[str, str], ...]:
    """The package's table of venues: name, acronyms, kind."""
    with (files("scholargraph.names") / "data" / "venues.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


@cache
def topics() -> tuple[str, ...]:
    """Topics of computing."""
    with (files("scholargraph.names") / "data" / "topics.csv").open(encoding="utf-8") as file:
        return tuple(row["topic"] for row in csv.DictReader(file))


def _package_rows(table: str) -> list[list[str]]:
    text = (files("scholargraph.names") / "data" / f"{table}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
