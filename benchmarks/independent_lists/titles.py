"""Titles composed from patterns, and the ways of casing them."""

from __future__ import annotations

import re
from random import Random

from .tables import table

_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "c.",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "nor",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "under",
        "via",
        "with",
        "without",
        "versus",
        "after",
    )
)
_FOREIGN = ("german", "french", "spanish")


def draw_title(rng: Random, field: str) -> str:
    """A title of the field, no slot filled twice with the same words."""
    words = table("titles")
    pattern = rng.choice(words[f"{field}.pattern"])
    title = re.sub(r"\{(\w+)\}", lambda slot: rng.choice(words[f"{field}.{slot[1]}"]), pattern)
    return title[0].upper() + title[1:]


def draw_volume(rng: Random, field: str) -> str:
    """The title of a book with many authors."""
    return rng.choice(table("titles").get(f"{field}.volume", ("Collected essays",)))


def cased(title: str, case: str, field: str) -> str:
    """The title as it is (``sentence``), in ``title`` or ``upper`` case; German, French, Spanish as it is."""
    if field in _FOREIGN or case == "sentence":
        return title
    if case == "upper":
        return title.upper()
    words = title.split(" ")
    return " ".join(
        word
        if place > 0 and word in _SMALL and not words[place - 1].endswith((":", "?", "."))
        else _capital(word)
        for place, word in enumerate(words)
    )


def _capital(word: str) -> str:
    lead = re.match(r"[(\"_“‘]*", word)
    at = lead.end() if lead else 0
    if word.startswith("_") or (word.endswith("_") and "_" not in word[:-1]):
        return word
    return (
        word[:at]
        + (word[at : at + 1].upper() if word[at : at + 1] < "ÿ" else word[at : at + 1])
        + word[at + 1 :]
    )
