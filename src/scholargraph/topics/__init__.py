"""Topics of a collection of texts: groups of documents with a label a person understands."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scholargraph.topics import factors
from scholargraph.topics.labels import Text, name_groups
from scholargraph.topics.words import grams, segments, short_forms

__all__ = ["TopicCluster", "cluster"]

TITLE_WEIGHT = 5


@dataclass(frozen=True)
class TopicCluster:
    """Documents about one thing."""

    label: str
    terms: tuple[str, ...]
    """Two more phrases, to tell it from its neighbours."""
    members: tuple[tuple[str, float], ...]
    """Document ids with the share of the document that is about this (0-1), highest first."""
    method: str = "tf-idf, non-negative matrix factorisation"
    parameters: Mapping[str, str] = field(default_factory=dict)


def cluster(
    texts: Mapping[str, str], *, count: int | None = None, preferred: Iterable[str] = ()
) -> list[TopicCluster]:
    """Group documents by what they are about, the largest group first; each document is in at most one.

    ``texts``: document id → text; its first line is taken for the title and weighs more. ``count``: how
    many topics, or about the square root of the number of documents (2 to 40). ``preferred``: names of
    topics already known, favoured as labels. Documents without a telling word are in no group. The order
    of ``texts`` does not matter.

    Method: TF-IDF over 1- to 3-word terms, non-negative matrix factorisation (D. Lee and H. S. Seung,
    Nature 401, 1999), labels by class-based TF-IDF over the noun phrases of the members.
    """
    ids = sorted(texts)
    known = short_forms(texts[one] for one in ids)
    parsed = [_parse(texts[one], known) for one in ids]
    matrix = factors.tfidf([_features(text) for text in parsed])
    telling = [row for row in range(len(ids)) if matrix[[row]].nnz]
    if not telling:
        return []
    wanted = count or _usual_count(len(telling))
    shares = factors.factorise(matrix[telling], min(wanted, len(telling)))
    groups = [[(telling[row], score) for row, score in group] for group in _groups(shares, matrix[telling])]
    groups.sort(key=lambda group: (-len(group), ids[group[0][0]]))
    names = name_groups(parsed, groups, [_key(name, known) for name in preferred])
    parameters = {"documents": str(len(telling)), "topics": str(len(groups)), "terms": "1-3 words"}
    return [
        TopicCluster(
            label=name[0] if name else ids[group[0][0]],
            terms=name[1:],
            members=tuple((ids[row], round(score, 4)) for row, score in group),
            parameters=parameters,
        )
        for group, name in zip(groups, names, strict=True)
    ]


def _usual_count(documents: int) -> int:
    """A little above the square root, at least two documents a topic, 40 topics at most."""
    return max(1, min(40, documents // 2, round(1.45 * math.sqrt(documents))))


def _parse(text: str, known: dict[str, tuple[str, ...]]) -> Text:
    title, _, rest = text.strip().partition("\n")
    titles = list(segments(title, known))
    return Text(titles + list(segments(rest, known)), len(titles))


def _features(text: Text) -> Counter[str]:
    counts: Counter[str] = Counter()
    for number, words in enumerate(text.segments):
        for gram in grams(words):
            counts[gram] += TITLE_WEIGHT if number < text.titles else 1
    return counts


def _key(name: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(key for words in segments(name, known) for word in words if word.tells for key in word.keys)


def _groups(shares: factors.Array, matrix: Any) -> list[list[tuple[int, float]]]:
    """Each document to the factor it holds most of, with its share; too small factors join their nearest."""
    import numpy as np

    least = 3 if len(shares) >= 9 else 2
    while True:
        best = shares.argmax(axis=1)
        found = sorted(set(best.tolist()), key=lambda k: (int((best == k).sum()), k))
        if len(found) < 2 or (best == found[0]).sum() >= least:
            break
        centres = np.array([np.asarray(matrix[best == k].mean(axis=0)).ravel() for k in found])
        nearest = found[1 + int((centres[1:] @ centres[0]).round(9).argmax())]
        shares[:, nearest] += shares[:, found[0]]
        shares[:, found[0]] = 0
    total = shares.sum(axis=1)
    groups: dict[int, list[tuple[int, float]]] = {}
    for row, k in enumerate(best.tolist()):
        groups.setdefault(k, []).append((row, float(shares[row, k] / total[row]) if total[row] else 0.0))
    return [sorted(group, key=lambda item: (-round(item[1], 4), item[0])) for group in groups.values()]
