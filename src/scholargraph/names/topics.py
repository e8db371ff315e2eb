"""Topics: the categories of arXiv, and what makes two labels one topic."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from scholargraph.names.text import fold, words

_ARCHIVES = (
    "cs",
    "stat",
    "math",
    "eess",
    "econ",
    "q-bio",
    "q-fin",
    "physics",
    "cond-mat",
    "astro-ph",
    "nlin",
)
"""Which archive a bare code means: ``LG`` is ``cs.LG``, ``ML`` is ``stat.ML``, ``ST`` is ``math.ST``."""
_PLURAL_KEPT = frozenset(
    {"bias", "series", "species", "analysis", "physics", "basis", "lens", "news", "chaos"}
)


class ArxivCategory(Struct, frozen=True):
    """A category of arXiv; ``parent`` is the notation of its archive, empty for an archive."""

    notation: str
    label: str
    parent: str


def arxiv_category(code: str) -> ArxivCategory | None:
    """The category of a full notation (``cs.LG``) or of a bare code (``LG``) in its most usual archive."""
    code = code.strip()
    full = _categories().get(code.casefold())
    if full or "." in code:
        return full
    if not code.isupper() and "-" not in code:
        return None
    return next((found for a in _ARCHIVES if (found := _categories().get(f"{a}.{code}".casefold()))), None)


@lru_cache(maxsize=20_000)
def topic_key(text: str) -> str:
    """What two labels of one topic share: ``RL`` and ``reinforcement learning`` have one key.

    Known acronyms are spelt out, plurals made singular; ``GANs`` in a longer label is spelt out too.
    """
    label = text.partition(" (")[0] if text.rstrip().endswith(")") else text
    whole = _synonyms().get(_singular_text(label))
    if whole:
        return whole
    joined = " ".join(_spelt_out(token) for token in _tokens(label))
    return _synonyms().get(joined, joined)


def topic_names(text: str) -> tuple[str, ...]:
    """The full phrase and the acronyms that the table has for a topic; empty for one it does not have."""
    return _names().get(topic_key(text), ())


def _tokens(text: str) -> list[str]:
    """Words with their capitals kept, so that an acronym shows."""
    kept = "".join(char if char.isalnum() else " " for char in text)
    return [token for token in kept.split() if fold(token)]


def _spelt_out(token: str) -> str:
    return _synonyms()[_singular(token)] if _is_acronym(token) else _singular(token)


def _is_acronym(token: str) -> bool:
    return sum(char.isupper() for char in token) >= 2 and _singular(token.casefold()) in _synonyms()


def _singular_text(text: str) -> str:
    return " ".join(_singular(word) for word in words(text))


def _singular(word: str) -> str:
    word = fold(word)
    if (
        word in _PLURAL_KEPT
        or len(word) < 4
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is", "ics"))
    ):
        return word
    return (
        f"{word[:-3]}y"
        if word.endswith("ies")
        else word[:-2]
        if word.endswith(("sses", "xes", "ches"))
        else word[:-1]
    )


@cache
def _categories() -> dict[str, ArxivCategory]:
    with (files(__package__) / "data" / "arxiv_categories.csv").open(encoding="utf-8") as file:
        return {row["notation"].casefold(): ArxivCategory(**row) for row in csv.DictReader(file)}


@cache
def _names() -> dict[str, tuple[str, ...]]:
    with (files(__package__) / "data" / "topics.csv").open(encoding="utf-8") as file:
        rows = [(row["topic"], *(s for s in row["synonyms"].split(";") if s)) for row in csv.DictReader(file)]
    return {_singular_text(row[0]): row for row in rows}


@cache
def _synonyms() -> dict[str, str]:
    """Each folded singular name of a topic → the folded singular full phrase."""
    return {_singular_text(name): key for key, names in _names().items() for name in names}
