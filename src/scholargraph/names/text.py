"""Text made comparable: folding, words, slugs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from scholargraph.names.wordlists import word_list

_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """``text`` in plain lower-case ASCII words: ``"Joséphine – S-LoRA!"`` → ``"josephine s lora"``.

    NFKC, then transliteration (anyascii), case folding, and everything but letters and digits to a space.
    """
    plain = text if text.isascii() else _transliterate(unicodedata.normalize("NFKC", text))
    return _NOT_WORD.sub(" ", plain.casefold()).strip()


def words(text: str) -> list[str]:
    """The words of the folded text, in order."""
    return fold(text).split()


def content_words(text: str) -> list[str]:
    """The words that mean something: articles, prepositions, question words and the like left out."""
    return [word for word in words(text) if word not in word_list("small_words")]


def slug(text: str, limit: int = 60) -> str:
    """``text`` as a short piece of an address: ``"When does it work?"`` → ``"when-does-it-work"``.

    ``limit`` is the greatest length in characters; the cut is between words, unless the first is longer.
    """
    whole = "-".join(words(text))
    if len(whole) <= limit:
        return whole
    return whole[: limit + 1].rpartition("-")[0] or whole[:limit]


def _transliterate(text: str) -> str:
    from anyascii import anyascii

    return str(anyascii(text))
