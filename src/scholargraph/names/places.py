"""Places at the end of an address line: countries, regions, cities."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from scholargraph.names.text import fold

_CITY_FORM = re.compile(r"(?:[A-ZÀ-Ž][\w.'’-]+)(?:[ -](?:[A-ZÀ-Ž][\w.'’-]+|de|la|do|upon|am)){0,3}$")


def is_place(text: str) -> bool:
    """Whether the text is a known city, region or country, or several joined by commas."""
    pieces = [piece.strip() for piece in text.split(",")]
    return all(place_kind(piece) for piece in pieces)


def place_kind(text: str) -> str:
    """``country``, ``region``, ``code`` (``CA``; upper case only) or ``city``; ``""`` for none."""
    text = re.sub(r"\s+\d[\d-]+$", "", text.strip())
    kinds = _places().get(fold(text), ())
    return next(
        (kind for kind in kinds if kind != "code" or text.replace(".", "").isupper() or "." in text), ""
    )


def looks_like_city(text: str) -> bool:
    """Whether an unknown text has the form of a city's name: one to four capitalised words."""
    return bool(_CITY_FORM.match(text)) and not text.isupper()


@cache
def _places() -> dict[str, tuple[str, ...]]:
    places: dict[str, tuple[str, ...]] = {}
    with (files(__package__) / "data" / "places.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for name in row["names"].split(";"):
                places[fold(name)] = (*places.get(fold(name), ()), row["kind"])
    return places
