"""How titles of papers agree and differ, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scholargraph.names.text import content_words, fold, words
from scholargraph.resolve.features import overlap
from scholargraph.resolve.matchers import Evidence
from scholargraph.resolve.things import Context, Thing

_NUMBER = re.compile(r"\d+|i{2,3}|iv|vi{0,3}|ix")
_APART = frozenset(
    {"reply", "comment", "erratum", "corrigendum", "correction", "retraction", "supplement", "rejoinder"}
)
_LOOK_ALIKE = 0.4
"""Overlap of title words below which two titles have nothing to do with each other."""


def title(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same title, or titles that share most of their words."""
    return max(
        (_titles(x, y) for x in a.names for y in b.names),
        key=lambda evidence: (evidence.value, evidence.reason),
        default=None,
    )


def title_numbers(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Numbered differently: versions, parts of a series."""
    left, right = _numbers(a), _numbers(b)
    if not left or not right or left & right:
        return None
    return Evidence(
        1.0, f"titles are numbered differently: {', '.join(sorted(left))} / {', '.join(sorted(right))}"
    )


def title_reply(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """One is a reply, comment or correction to the other."""
    left, right = ({w for name in t.names for w in words(name)} & _APART for t in (a, b))
    return Evidence(1.0, f"only one is a {min(left ^ right)}") if left != right else None


@lru_cache(maxsize=100_000)
def title_words(name: str) -> tuple[str, ...]:
    """The words of a title that mean something, singular, in order."""
    return tuple(_singular(word) for word in content_words(name))


def _titles(left: str, right: str) -> Evidence:
    if fold(left).replace(" ", "") == fold(right).replace(" ", ""):
        value = min(1.0, 0.55 + 0.15 * len(title_words(left)))
        return Evidence(value, "same title" if left == right else "same title but for case and punctuation")
    a, b = _joined(title_words(left), title_words(right)), _joined(title_words(right), title_words(left))
    share = (overlap(a, b) - _LOOK_ALIKE) / (1 - _LOOK_ALIKE)
    if share < 0:
        return Evidence(share, f"titles share few words: {left} / {right}")
    common, most = len(set(a) & set(b)), max(len(set(a)), len(set(b)))
    return Evidence(
        0.95 * share, f"{common} of {most} title words; titles differ by: {_difference(left, right)}"
    )


def _joined(mine: Sequence[str], others: Sequence[str]) -> list[str]:
    """Words written apart here and as one there (``S-LoRA`` / ``SLoRA``) become one here, too."""
    one, there, i = [], set(others), 0
    while i < len(mine):
        pair = "".join(mine[i : i + 2])
        step = 2 if i + 1 < len(mine) and pair in there else 1
        one.append(pair if step == 2 else mine[i])
        i += step
    return one


def _difference(left: str, right: str) -> str:
    """The words of each title, as printed, that the other one lacks."""
    sides = []
    for one, other in ((left, right), (right, left)):
        there = set(words(other)) | {fold(word).replace(" ", "") for word in other.split()}
        apart = [w for w in one.split() if not ({*words(w)} <= there or fold(w).replace(" ", "") in there)]
        sides.append(" ".join(apart).strip(" ,:;.") or "–")
    return " / ".join(sides)


def _numbers(thing: Thing) -> set[str]:
    return {word for name in thing.names for word in words(name) if _NUMBER.fullmatch(word)}


def _singular(word: str) -> str:
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )
