"""Signs of sameness that any kind of thing can use; each says in words what it saw."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from scholargraph.names.text import fold, words
from scholargraph.resolve.matchers import Evidence, Feature
from scholargraph.resolve.things import Context, Thing

_TRIFLES = re.compile(
    r"^(?:https?://(?:www\.)?|mailto:)?(?:orcid\.org/|(?:dx\.)?doi\.org/|arxiv\.org/abs/|doi:|arxiv:)?", re.I
)


def same_value(prop: str, what: str) -> Feature:
    """A feature: both have one value of the property (``same e-mail: x@y.edu``)."""

    def feature(a: Thing, b: Thing, context: Context) -> Evidence | None:
        common = _values(a, prop).keys() & _values(b, prop).keys()
        return Evidence(1.0, f"same {what}: {_values(a, prop)[min(common)]}") if common else None

    return feature


def different_value(prop: str, what: str) -> Feature:
    """A feature: both have values of the property, none in common (``different e-mails: x@y.edu / …``)."""

    def feature(a: Thing, b: Thing, context: Context) -> Evidence | None:
        left, right = _values(a, prop), _values(b, prop)
        if not left or not right or left.keys() & right.keys():
            return None
        return Evidence(1.0, f"different {what}: {left[min(left)]} / {right[min(right)]}")

    return feature


def same_name(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same name, to the letter or but for case and punctuation."""
    common = {fold(name) for name in a.names} & {fold(name) for name in b.names} - {""}
    if not common:
        return None
    exact = set(a.names) & set(b.names)
    return Evidence(1.0, f"same name: {min(exact)}" if exact else _but_for_case(a, b, min(common)))


def shared_neighbours(what: str, *keys: str, enough: int = 2) -> Feature:
    """A feature: both are bound to the same things (``organizations in common: …``); ``enough`` give 1."""

    def feature(a: Thing, b: Thing, context: Context) -> Evidence | None:
        common = context.around(a, *keys) & context.around(b, *keys)
        if not common:
            return None
        names = sorted(context.name(referent) for referent in common)
        return Evidence(min(1.0, len(common) / enough), f"{what} in common: {listed(names)}")

    return feature


def listed(names: Iterable[str], most: int = 5) -> str:
    """``A, B, C and 4 more``."""
    kept = list(dict.fromkeys(name for name in names if name))
    more = len(kept) - most
    return ", ".join(kept[:most]) + (f" and {more} more" if more > 0 else "")


def shared_sentences(left: str, right: str, shortest: int = 8) -> list[str]:
    """Sentences of at least ``shortest`` words that stand, word for word, in both texts."""
    other = {fold(sentence) for sentence in sentences(right)}
    return [s for s in sentences(left) if len(words(s)) >= shortest and fold(s) in other]


def sentences(text: str) -> list[str]:
    """A rough split into sentences, good enough to look for copied ones."""
    return [piece.strip() for piece in re.split(r"(?<=[.!?])\s+|\n+|<[a-zA-Z/][^>]*>", text) if piece.strip()]


def overlap(a: Collection[str], b: Collection[str]) -> float:
    """The mean of Dice's coefficient and the share of the smaller set that is in the larger one."""
    if not a or not b:
        return 0.0
    common = len(set(a) & set(b))
    return common / (len(a) + len(b)) + common / min(len(a), len(b)) / 2


def plain_value(value: str) -> str:
    """A value without trifles: case, the scheme and resolver of an address, its final slash."""
    return _TRIFLES.sub("", value.strip()).rstrip("/").casefold()


def _values(thing: Thing, prop: str) -> dict[str, str]:
    return {plain_value(value): value for value in thing.values.get(prop, ())}


def _but_for_case(a: Thing, b: Thing, key: str) -> str:
    left = next(name for name in a.names if fold(name) == key)
    right = next(name for name in b.names if fold(name) == key)
    return f"same name but for case and punctuation: {left} / {right}"
