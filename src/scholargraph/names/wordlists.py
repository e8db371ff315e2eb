"""Lists of words that several rules use, kept as text files beside the tables."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of ``data/<name>.txt``: ``stop_words``, ``award_words``."""
    text = (files(__package__) / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
