"""The two models: opened when the first entry is read, and never when the package is imported."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

OTHER = "X"
"""The label of what is no publication; it stands over a whole block or nowhere."""
_WHOLLY = 0.75
FIRST, LIST = "entries_first.crfsuite", "entries_list.crfsuite"


def label(name: str, sequence: Sequence[Sequence[str]]) -> tuple[list[str], list[float]]:
    """The likeliest labels of a sequence of features, and how likely each is (its marginal)."""
    if not sequence:
        return [], []
    tagger, _ = _tagger(name)
    tagger.set(sequence)
    labels = list(tagger.tag())
    if OTHER in labels and labels.count(OTHER) < _WHOLLY * len(labels):
        labels = [_likeliest(tagger, i) if name == OTHER else name for i, name in enumerate(labels)]
    return labels, [tagger.marginal(found, i) for i, found in enumerate(labels)]


def _likeliest(tagger: Any, at: int) -> str:
    """The likeliest label of a token of a publication."""
    known: list[str] = [name for name in tagger.labels() if name != OTHER]
    return max(known, key=lambda name: float(tagger.marginal(name, at)))


@cache
def _tagger(name: str) -> tuple[Any, bytes]:
    """The opened model, and its bytes, which it goes on reading from."""
    import pycrfsuite

    data = (files("scholargraph.extract") / "data" / name).read_bytes()
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(data)
    return tagger, data
