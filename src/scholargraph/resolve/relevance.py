"""How much a sentence is about a paper: cosine of words weighted by rarity (Salton & Buckley 1988)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

from scholargraph.names.text import words
from scholargraph.names.topics import topic_names
from scholargraph.names.wordlists import word_list
from scholargraph.resolve.things import Thing

_STOP = word_list("stop_words")
_ENDINGS = (
    *("ational", "ization", "isation", "ingly", "ations", "ation", "ition", "ments", "ment", "ness", "ings"),
    *("ing", "ions", "ion", "ies", "ity", "ive", "ers", "ed", "es", "er", "ly", "al", "ic", "s", "y"),
)


class Relevance:
    """Compares sentences with papers by title and abstract; word weights come from all the papers given."""

    def __init__(self, works: Sequence[Thing]) -> None:
        self._bags = {work.id: _bag(_text(work)) for work in works}
        self._titles = {work.id: _bag(work.name) for work in works}
        counts = Counter(stem for bag in self._bags.values() for stem in bag)
        self._rarity = {stem: log((1 + len(works)) / (0.5 + n)) for stem, n in counts.items()}
        self._unknown = log(1 + len(works)) + 0.7

    def of(self, sentence: str, works: Iterable[Thing]) -> list[tuple[float, list[str]]]:
        """For each paper a likeness (0 to 1) and the telling words it shares with the sentence, best first.

        The likeness is half the cosine and a sixth of the share of title words that the sentence has.
        """
        bag = _bag(sentence)
        printed = {stem(word): word for word in reversed(words(sentence))}
        found = (self._like(bag, work) for work in works)
        return [(share, [printed.get(one, one) for one in shared]) for share, shared in found]

    def _like(self, bag: Counter[str], work: Thing) -> tuple[float, list[str]]:
        cosine, shared = self._compare(bag, self._bags[work.id])
        title = self._weights(self._titles[work.id])
        covered = sum(weight for stem, weight in title.items() if stem in bag) / (sum(title.values()) or 1.0)
        return (cosine + covered / 3) / 2, shared

    def _compare(self, left: Counter[str], right: Counter[str]) -> tuple[float, list[str]]:
        a, b = self._weights(left), self._weights(right)
        common = sorted(a.keys() & b.keys(), key=lambda stem: (-a[stem] * b[stem], stem))
        norm = sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))
        share = sum(a[stem] * b[stem] for stem in common) / norm if norm else 0.0
        return share, common[:5]

    def _weights(self, bag: Counter[str]) -> dict[str, float]:
        return {
            stem: (1 + log(n)) * max(0.0, self._rarity.get(stem, self._unknown)) for stem, n in bag.items()
        }


def stem(word: str) -> str:
    """A word without its ending, so that ``computing`` and ``computed`` meet; crude on purpose."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def _text(work: Thing) -> str:
    """The title counts three times, the abstract once."""
    return " ".join([*work.names, *work.names, *work.names, *work.values.get("abstract", ())])


def _bag(text: str) -> Counter[str]:
    tokens = words(text)
    acronyms = re.findall(r"\b[A-Z]{2,}s?\b", text)
    spelt_out = [word for token in acronyms for name in topic_names(token)[:1] for word in words(name)]
    return Counter(stem(word) for word in (*tokens, *spelt_out) if word not in _STOP and len(word) > 1)
