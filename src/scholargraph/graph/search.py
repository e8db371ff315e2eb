"""Finding things by name: exact, by words, by acronym, and with small slips."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from scholargraph.errors import QueryError

if TYPE_CHECKING:
    from scholargraph.graph.core import Queryable

_NAMES = """
SELECT ?entity ?property ?name WHERE {
  VALUES ?property { schema:name schema:alternateName skos:prefLabel skos:altLabel skos:notation
                     schema:identifier sg:citationKey }
  ?entity ?property ?name
}"""
_PARTS_OF_LABELS = """
SELECT ?entity ?place ?part WHERE {
  VALUES (?property ?place) {
    (sg:holder 1) (sg:mentee 1) (sg:recipient 1) (sg:author 1)
    (sg:role 2) (sg:degreeName 2) (sg:kind 2) (sg:award 2)
    (sg:mentor 3) (sg:organization 3) (sg:topic 3) (schema:startDate 4) (sg:year 4)
  }
  ?entity ?property ?value . OPTIONAL { ?value schema:name|skos:prefLabel ?name }
  BIND(COALESCE(?name, STR(?value)) AS ?part)
} ORDER BY ?entity ?place ?part"""
_KINDS = "SELECT DISTINCT ?entity WHERE { ?entity a ?type }"
_MAIN = ("name", "prefLabel")
_PARTS = {"author": "authorship", "topic": "topicAssignment"}
"""Reified things live below the thing they belong to: ``work/x/author/y`` is an authorship."""

_ENOUGH = 72.0
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "at", "de", "der", "for", "in", "la", "of", "on", "the", "to", "und", "with"}
)


@dataclass(frozen=True)
class Hit:
    """A thing found: its path, kind, name, how well it fits (0–100), and by what."""

    entity: str
    kind: str
    name: str
    score: float
    why: str


@dataclass(frozen=True)
class _Entry:
    entity: str
    said: str
    property: str
    folded: str
    words: tuple[str, ...]
    initials: str


class Index:
    """The names of all settled things, folded once for searching."""

    def __init__(self, graph: Queryable) -> None:
        self._graph = graph

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Path of each settled thing → its kind."""
        paths = sorted(self._graph.path(entity) for entity in self._graph.values(_KINDS))
        return {path: kind_of(path) for path in paths}

    @cached_property
    def names(self) -> dict[str, str]:
        """Path of each named thing → its main name."""
        return {entry.entity: entry.said for entry in self._entries if entry.property in _MAIN}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Path of each nameless thing → words for it: ``Ilse Brandt, postdoc, Aalto University, 2019-10``."""
        parts: dict[str, list[str]] = defaultdict(list)
        for row in self._graph.rows(_PARTS_OF_LABELS):
            path = self._graph.path(row["entity"])
            if path not in self.names:
                parts[path].append(row["part"])
        return {path: ", ".join(said) for path, said in parts.items()}

    def find(self, text: str, kind: str | None = None, limit: int = 20) -> list[Hit]:
        """The best hits for a text, one per thing, best first."""
        wanted, words = fold(text), tuple(fold(text).split())
        if not wanted:
            return []
        best: dict[str, tuple[float, str]] = {}
        for entry in self._of_kind(kind):
            score, why = _score(wanted, words, entry)
            if score >= _ENOUGH and score > best.get(entry.entity, (0.0, ""))[0]:
                best[entry.entity] = (score, why)
        hits = [self._hit(entity, score, why) for entity, (score, why) in best.items()]
        return sorted(hits, key=lambda hit: (-hit.score, len(hit.name), hit.name, hit.entity))[:limit]

    def resolve(self, which: str, kind: str | None = None) -> str:
        """The path of the one thing meant. Raises QueryError where none or several fit."""
        path = self._graph.path(which.strip().strip("<>"))
        if path in self.kinds:
            return path
        folded = fold(which)
        exact = {entry.entity for entry in self._of_kind(kind) if folded and entry.folded == folded}
        main = {entity for entity in exact if fold(self.names.get(entity, "")) == folded}
        for candidates in (main, exact):
            if len(candidates) == 1:
                return candidates.pop()
            if candidates:
                raise QueryError(self._several(which, sorted(candidates)))
        return self._only_good_hit(which, kind)

    def _only_good_hit(self, which: str, kind: str | None) -> str:
        hits = self.find(which, kind, 6)
        if not hits:
            raise QueryError(f"nothing here is named {which!r}{self._near(which, kind)}")
        if len(hits) == 1 or hits[0].score >= hits[1].score + 8:
            return hits[0].entity
        raise QueryError(self._several(which, [hit.entity for hit in hits]))

    def _several(self, which: str, entities: list[str]) -> str:
        listed = "; ".join(f"{self.names.get(entity, entity)} ({entity})" for entity in entities)
        return f"{which!r} may be any of: {listed}. Give one of the paths"

    def _near(self, which: str, kind: str | None) -> str:
        from rapidfuzz import fuzz, process

        said = {entry.said: entry.folded for entry in self._of_kind(kind)}
        near = process.extract(fold(which), said, scorer=fuzz.WRatio, limit=3, score_cutoff=50)
        return f"; near it are {', '.join(str(match[2]) for match in near)}" if near else ""

    def _hit(self, entity: str, score: float, why: str) -> Hit:
        return Hit(entity, self.kinds.get(entity, ""), self.names.get(entity, entity), round(score, 1), why)

    def _of_kind(self, kind: str | None) -> list[_Entry]:
        return [entry for entry in self._entries if not kind or self.kinds.get(entry.entity) == kind]

    @cached_property
    def _entries(self) -> list[_Entry]:
        rows = {(row["entity"], row["property"], row["name"]) for row in self._graph.rows(_NAMES)}
        return [_entry(self._graph.path(entity), prop, str(name)) for entity, prop, name in sorted(rows)]


def fold(text: str) -> str:
    """Lower case, without accents or punctuation, single spaces."""
    from anyascii import anyascii

    return " ".join(re.findall(r"[a-z0-9]+", anyascii(text).lower()))


def kind_of(path: str) -> str:
    """The kind of a thing, read off its path: ``person/x`` → person, ``award-receipt/x`` → awardReceipt."""
    parts = path.split("/")
    kind = _PARTS.get(parts[2], parts[2]) if len(parts) > 3 else parts[0]
    return re.sub(r"-(\w)", lambda match: match[1].upper(), kind)


def _entry(entity: str, prop: str, name: str) -> _Entry:
    folded = fold(name)
    words = tuple(folded.split())
    initials = "".join(word[0] for word in words if word not in _SMALL_WORDS)
    return _Entry(
        entity, name, re.split(r"[/#]", prop)[-1], folded, words, initials if len(initials) > 1 else ""
    )


def _score(wanted: str, words: tuple[str, ...], entry: _Entry) -> tuple[float, str]:
    """How well a name fits what is wanted (0–100), and how."""
    penalty = 0.0 if entry.property in _MAIN else 1.0
    also = "" if entry.property in _MAIN else f" of {_also(entry)}"
    if entry.folded == wanted:
        return 100.0 - penalty, f"exact name{also}"
    if entry.folded.replace(" ", "") == wanted.replace(" ", ""):
        return 97.0 - penalty, f"exact but for spaces{also}"
    if wanted == entry.initials:
        return 92.0 - penalty, f"acronym{also}"
    share = sum(map(len, words)) / max(sum(map(len, entry.words)), 1)
    if all(word in entry.words for word in words):
        return 82.0 + 10.0 * min(share, 1.0) - penalty, f"words{also}"
    if all(any(one.startswith(word) for one in entry.words) for word in words):
        return 76.0 + 10.0 * min(share, 1.0) - penalty, f"beginnings of words{also}"
    return _similar(wanted, words, entry, share), f"similar words{also}"


def _similar(wanted: str, words: tuple[str, ...], entry: _Entry, share: float) -> float:
    """Each word wanted must be near some word of the name; words below four letters allow no slip."""
    from rapidfuzz import fuzz

    scores = []
    for word in words:
        best = max((fuzz.ratio(word, one) for one in entry.words), default=0.0)
        if best < (75.0 if len(word) > 3 else 100.0):
            return 0.0
        scores.append(best)
    return 0.8 * sum(scores) / len(scores) + 8.0 * min(share, 1.0)


def _also(entry: _Entry) -> str:
    return f"“{entry.said}”"
