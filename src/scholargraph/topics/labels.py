"""Names for topics: phrases from the texts themselves, in the spelling people use."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scholargraph.topics.words import Phrase, Word, phrases

Key = tuple[str, ...]

TITLE_BONUS = 1.5
SPREAD = 1.3
"""Above 1: a phrase of many members beats one that is longer or rarer elsewhere."""
PREFERRED_BONUS = 2.0
LENGTH_FACTOR = (0.3, 1.0, 1.2, 1.3, 1.3)
"""A lone word seldom names a topic; beyond three words little is gained."""


class Text(NamedTuple):
    """A document as segments of words; the first ``titles`` segments are its title."""

    segments: list[list[Word]]
    titles: int


def name_groups(
    texts: Sequence[Text], groups: Sequence[Sequence[tuple[int, float]]], preferred: Iterable[Key] = ()
) -> list[tuple[str, ...]]:
    """For each group (document number, score) its label and two more terms; no label is given twice.

    Phrases are weighed by class-based TF-IDF (M. Grootendorst, *BERTopic*, arXiv 2203.05794, 2022) times
    the C-value's length factor, less what belongs to a longer phrase (K. Frantzi et al., IJDL 3(2),
    2000).
    """
    found = [_weights(text) for text in texts]
    overall: Counter[Key] = Counter()
    for weights in found:
        overall.update(weights)
    spelling = _Spelling(texts)
    wanted, used = frozenset(preferred), set[str]()
    average = sum(overall.values()) / max(len(groups), 1) / max(len(overall), 1) * 10
    names = []
    for group in groups:
        inside = _inside(found, group)
        scores = {
            key: _score(key, weight, overall[key], average) * (PREFERRED_BONUS if key in wanted else 1)
            for key, weight in inside.items()
        }
        shown = tuple(spelling.show(key) for key in _pick(scores, used, spelling))
        used.update(shown[:1])
        names.append(shown)
    return names


def _weights(text: Text) -> dict[Key, float]:
    """The phrases of a text: 1 each, more where the title has it."""
    weights: dict[Key, float] = {}
    for number, words in enumerate(text.segments):
        for phrase in phrases(words):
            weights.setdefault(phrase.key, TITLE_BONUS if number < text.titles else 1.0)
    return weights


def _inside(found: Sequence[dict[Key, float]], group: Sequence[tuple[int, float]]) -> dict[Key, float]:
    """The weight of each phrase in a group."""
    inside: dict[Key, float] = defaultdict(float)
    for number, score in group:
        for key, weight in found[number].items():
            inside[key] += weight * score
    return _whole(inside)


def _whole(weights: dict[Key, float]) -> dict[Key, float]:
    """Without the fragments: phrases that mostly stand inside one longer phrase."""
    inner: dict[Key, float] = defaultdict(float)
    for key, weight in weights.items():
        for part in (key[1:], key[:-1], key[1:-1]):
            inner[part] = max(inner[part], weight)
    return {key: weight for key, weight in weights.items() if inner[key] < 0.7 * weight}


def _score(key: Key, weight: float, overall: float, average: float) -> float:
    return (
        LENGTH_FACTOR[min(len(key), len(LENGTH_FACTOR)) - 1]
        * math.pow(weight, SPREAD)
        * math.log(1 + average / overall)
    )


def _pick(scores: dict[Key, float], used: set[str], spelling: _Spelling) -> list[Key]:
    """The three best phrases that do not repeat each other, the first not a label already."""
    chosen: list[Key] = []
    for key in sorted(scores, key=lambda key: (-scores[key], key)):
        if any(set(key) & set(other) for other in chosen) or (not chosen and spelling.show(key) in used):
            continue
        chosen.append(key)
        if len(chosen) == 3:
            break
    return chosen


class _Spelling:
    """How phrases and words are written in running text."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.words: dict[str, Counter[str]] = defaultdict(Counter)
        self.phrases: dict[Key, Counter[tuple[str, ...]]] = defaultdict(Counter)
        for text in texts:
            for number, words in enumerate(text.segments):
                self._note(words, number < text.titles)

    def _note(self, words: list[Word], title: bool) -> None:
        for word in words[1:] if not title else ():
            self.words[word.printed.lower()][word.printed] += 1
        for phrase in phrases(words):
            self.phrases[phrase.key][phrase.printed] += 1

    def show(self, key: Key) -> str:
        """The phrase as it is mostly printed, in sentence case, short forms written out where a text does."""
        forms = self.phrases[key]
        longest = max(len(form) for form in forms)
        best = min((f for f in forms if len(f) == longest), key=lambda form: (-forms[form], form))
        words = [self._case(word) for word in best]
        capitals = {word is None or word.istitle() for word in words[1:]}
        if None in words or (len(capitals) == 2 and all(word.istitle() for word in best)):
            # a word seen in titles only, or a name ("Iterative Data Smoothing"): as printed, not a mixture
            return " ".join(best)[:1].upper() + " ".join(best)[1:]
        first = str(words[0])
        return " ".join([first[:1].upper() + first[1:] if first.islower() else first, *map(str, words[1:])])

    def _case(self, word: str) -> str | None:
        """As running text mostly has it; a capital kept by one in ten at least written small comes from a
        heading.
        """
        forms = self.words.get(word.lower())
        if not forms:
            return word if word.islower() or word.isupper() else None
        small = word.lower()
        if word.istitle() and forms[small] * 10 >= sum(forms.values()):
            return small
        return min(forms, key=lambda form: (-forms[form], form))


__all__ = ["Phrase", "Text", "name_groups"]
