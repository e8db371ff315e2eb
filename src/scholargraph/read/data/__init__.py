"""Word lists of the readers: text files of words, with ``#`` before comments."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``<name>.txt``."""
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def rows(name: str) -> dict[str, frozenset[str]]:
    """The table ``<name>.tsv``: a key, a tab and words."""
    lines = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    cut = (line.split("\t", 1) for line in lines if "\t" in line and not line.startswith("#"))
    return {key: frozenset(held.split()) for key, held in cut}


@cache
def phrases(name: str) -> frozenset[str]:
    """The lines of ``<name>.txt``, for words that belong together."""
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
