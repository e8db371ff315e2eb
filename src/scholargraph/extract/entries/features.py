"""What the model sees of each token of an entry: itself, its neighbours, its chunk, its place, its
mark-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from scholargraph.extract.entries.chunks import chunk_features
from scholargraph.extract.entries.phrases import phrase_ends
from scholargraph.extract.entries.tokens import Tokens
from scholargraph.extract.entries.words import about, kind
from scholargraph.names.people import PersonName
from scholargraph.names.text import fold

_NO_SEPARATORS = frozenset(",.;:&()[]{}“”\"„«»‘’'*†‡?!…")


def features(tokens: Tokens, owner: PersonName | None) -> list[list[str]]:
    """The features of every token; ``owner`` is the person whose list it is."""
    kinds = [_kind(tokens, i) for i in range(len(tokens.words))]
    chunks = chunk_features(tokens, kinds)
    mine = _owned(tokens.words, owner)
    seen, ends = _seen(tokens, kinds), phrase_ends(tokens)
    count = len(kinds)
    padded = ["^^", "^", *kinds, "$", "$$"]
    made = []
    for i, word in enumerate(tokens.words):
        before, after = padded[i + 1], padded[i + 3]
        k = kinds[i]
        found = ["1", f"k0={k}", *about(word), *chunks[i], *seen[i]]
        if i:
            found += _shifted(tokens.words[i - 1], "-")
        if i + 1 < count:
            found += _shifted(tokens.words[i + 1], "+")
        if k == "¤":
            found.append("¤" + before[:1] + after[:1])
        gap, after_gap = tokens.gaps[i], tokens.gaps[i + 1] if i + 1 < count else "$"
        found += (
            f"{before}|{k}",
            f"{k}|{after}",
            f"{before}|{k}|{after}",
            f"<{padded[i]}|{before}|{k}",
            f">{k}|{after}|{padded[i + 4]}",
            f"g{gap}|{before}|{k}",
            f"G{after_gap}|{k}|{after}",
            f"m{tokens.marks[i]}",
            f"m{tokens.marks[i]}|{k}",
        )
        if tokens.edges[i]:
            found += (f"E{tokens.edges[i]}", f"E{tokens.edges[i]}|{k}")
        if i and tokens.edges[i - 1]:
            found.append(f"E-{tokens.edges[i - 1]}")
        if word[0].isalnum():
            found += (f"F{ends[i]}", f"F{ends[i]}|{chunks[i][0]}")
        if mine[i]:
            found += ("own", f"own|{mine[i]}")
        made.append(found)
    return made


def _kind(tokens: Tokens, i: int) -> str:
    """The kind of a token; any symbol with a space on either side is a separator like any other."""
    word = tokens.words[i]
    symbol = not word[0].isalnum() and word not in _NO_SEPARATORS
    if symbol and tokens.gaps[i] and (i + 1 == len(tokens.words) or tokens.gaps[i + 1]):
        return "¤"
    return kind(word)


@lru_cache(maxsize=50_000)
def _shifted(word: str, side: str) -> tuple[str, ...]:
    return tuple(side + feature for feature in about(word) if feature[:2] not in ("e=", "s="))


def _owned(words: Sequence[str], owner: PersonName | None) -> list[str]:
    """For each word whether it is the owner's family name (``f``) or given name (``g``)."""
    if owner is None:
        return [""] * len(words)
    family, given = (
        {fold(name) for name in owner.family},
        {fold(name) for name in owner.given if len(name) > 1},
    )
    return [
        "" if not word[0].isupper() else "f" if fold(word) in family else "g" if fold(word) in given else ""
        for word in words
    ]


def _seen(tokens: Tokens, kinds: Sequence[str]) -> list[tuple[str, ...]]:
    """Where in the entry a token stands: its line, stops and years before it and behind it."""
    count, lines = len(kinds), tokens.lines[-1] if tokens.lines else 0
    years = sum(k == "Y" for k in kinds)
    quoted = "Q" if any("q" in mark for mark in tokens.marks) else ""
    marked = "".join(letter for letter in "bil" if any(letter in mark for mark in tokens.marks))
    own = [span if "=" in mark else "" for span, mark in zip(tokens.spans, tokens.marks, strict=True)]
    parts = "".join(sorted({part[:1] for part in own}))
    runs = _mark_runs(tokens.marks)
    stops = past = 0
    made = []
    for i, k in enumerate(kinds):
        past += k == "Y"
        made.append(
            (
                f"at{_bucket(i)}",
                f"to{_bucket(count - i - 1)}",
                f"part{10 * i // count}",
                f"line{min(tokens.lines[i], 4)}/{min(lines, 4)}",
                f"stops{min(stops, 6)}",
                f"years{min(past, 2)}/{min(years, 2)}",
                f"all{quoted}{marked}|{tokens.marks[i]}",
                *((f"parts{parts}|{own[i]}",) if parts else ()),
                *runs[i],
            )
        )
        stops += (
            k in ".?!:" and i + 1 < count and tokens.gaps[i + 1] != "" and (i == 0 or kinds[i - 1] != "I")
        )
    return made


def _mark_runs(marks: Sequence[str]) -> list[list[str]]:
    """For each token and kind of mark-up in the entry: which run of how many it stands in, or behind."""
    made: list[list[str]] = [[] for _ in marks]
    for letter in "qilb":
        inside = [letter in mark for mark in marks]
        total = sum(here and not before for here, before in zip(inside, [False, *inside], strict=False))
        if not total:
            continue
        run = 0
        for i, here in enumerate(inside):
            run += here and not (i and inside[i - 1])
            made[i].append(f"run{letter}{'in' if here else 'after'}{min(run, 3)}/{min(total, 3)}")
    return made


def _bucket(number: int) -> int:
    return number if number < 4 else 4 if number < 8 else 8 if number < 16 else 16 if number < 32 else 32
