"""What the pipeline makes of one document, read back from its settled graph as facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from scholargraph.extract import extract
from scholargraph.model import Document, Entity, Mention, Settled, Told
from scholargraph.names.text import words
from scholargraph.pipeline.settle import settle
from scholargraph.read import read
from scholargraph.resolve import resolve
from scoring.facts import Alternatives, Fact, Value

FOUNDER = frozenset({"founder", "cofounder"})


class Result(NamedTuple):
    """A document, what it tells, and the facts that stand in its graph."""

    document: Document
    told: Told
    facts: list[Fact]


def found_in(path: Path) -> Result:
    """Read, extract, resolve and settle one document; raises what the pipeline raises."""
    document = read(path, path.stem)
    told = extract(document)
    settled = settle([told], resolve([told], []))
    return Result(document, told, settled_facts(settled, told))


def settled_facts(settled: Settled, told: Told) -> list[Fact]:
    """The facts of one document's graph."""
    graph = _Graph(settled, told)
    return [fact for facts in _READERS for fact in facts(graph)]


class _Graph:
    """The settled entities by id, with the mentions that tell them."""

    def __init__(self, settled: Settled, told: Told) -> None:
        self.entities = {entity.id: entity for entity in settled.entities}
        self._mentions = {mention.id: mention for mention in told.mentions}
        self.subject = next((one.id for one in settled.entities if told.subject in one.mentions), "")
        """The entity that the document is about, or empty."""

    def of_kind(self, kind: str) -> Iterator[Entity]:
        return (entity for entity in self.entities.values() if entity.kind == kind)

    def names(self, entity_id: str) -> Alternatives:
        entity = self.entities[entity_id]
        return (*values(entity, "name"), *values(entity, "alternateName"))

    def named(self, entity: Entity, name: str) -> Alternatives:
        """The names of what a property leads to."""
        return tuple(name for target in values(entity, name) for name in self.names(target))

    def each_named(self, entity: Entity, name: str) -> tuple[Alternatives, ...]:
        return tuple(self.names(target) for target in values(entity, name))

    def fact(self, kind: str, mentions: Iterable[str], parts: Mapping[str, Value], **more: bool) -> Fact:
        """A fact as sure as the surest of the mentions that tell it."""
        best = self._best(mentions)
        said = {name: value for name, value in parts.items() if value}
        return Fact(
            kind=kind,
            parts=said,
            optional=more.get("optional", False),
            confidence=best.confidence if best else 0.0,
            span=best.span if best else None,
        )

    def _best(self, mentions: Iterable[str]) -> Mention | None:
        known = (self._mentions[one] for one in sorted(mentions) if one in self._mentions)
        return max(known, key=lambda mention: mention.confidence, default=None)


def values(entity: Entity, name: str) -> Alternatives:
    """All values of one property."""
    return tuple(fact.value for fact in entity.facts if fact.property == name)


def _told(entity: Entity, name: str) -> tuple[str, ...]:
    """The mentions that say a property."""
    said = (fact.mentions for fact in entity.facts if fact.property == name)
    return tuple(mention for mentions in said for mention in mentions) or entity.mentions


def _things(graph: _Graph) -> Iterator[Fact]:
    for entity_kind, kind in (
        ("person", "people"),
        ("organization", "organizations"),
        ("product", "products"),
    ):
        for entity in graph.of_kind(entity_kind):
            if values(entity, "name"):
                yield graph.fact(kind, _told(entity, "name"), {"name": graph.names(entity.id)})


def _addresses(graph: _Graph) -> Iterator[Fact]:
    for person in graph.of_kind("person"):
        for fact in person.facts:
            kind = {"email": "emails", "url": "homepages"}.get(fact.property)
            if kind:
                parts = {"value": (fact.value,), "person": graph.names(person.id)}
                yield graph.fact(kind, fact.mentions, parts)


def _interests(graph: _Graph) -> Iterator[Fact]:
    for person in graph.of_kind("person"):
        for fact in person.facts:
            if fact.property == "knowsAbout":
                parts = {"topic": graph.names(fact.value), "person": graph.names(person.id)}
                yield graph.fact("interests", fact.mentions, parts)


def _papers(graph: _Graph) -> Iterator[Fact]:
    """Papers; the thesis of a degree counts as one only where the gold lists it."""
    theses = {thesis for degree in graph.of_kind("degree") for thesis in values(degree, "thesis")}
    for work in graph.of_kind("work"):
        if not values(work, "name"):
            continue
        title, mentions = {"title": graph.names(work.id)}, _told(work, "name")
        loose = work.id in theses
        yield graph.fact("papers", mentions, title, optional=loose)
        listed, weakest = _author_list(graph, work)
        cut = {"cut": ("yes" if "false" in values(work, "authorListComplete") else "no",)}
        if listed:
            yield graph.fact("author lists", weakest, {**title, "authors": listed, **cut}, optional=loose)
        where = {"venue": _venues(graph, work), "year": _years(work)}
        yield graph.fact("entries", mentions, {**title, "authors": listed, **where}, optional=loose)
        yield from _award_of(graph, work)


def _author_list(graph: _Graph, work: Entity) -> tuple[tuple[Alternatives, ...], tuple[str, ...]]:
    """The printed authors in order, and the mentions of the one told least surely.

    Where none has a place (a list that leaves its owner out: ``with A. Bee``), the owner comes first.
    """
    told = [graph.entities[one] for one in values(work, "authorship")]
    placed = [(int(place), author) for author in told for place in values(author, "ordinal")]
    authors = [author for _, author in sorted(placed, key=lambda pair: pair[0])] or sorted(
        told, key=lambda author: graph.subject not in values(author, "author")
    )
    names = tuple(values(one, "nameAsPrinted") or graph.named(one, "author") for one in authors)
    surest = [(graph.fact("", one.mentions, {}).confidence, one.mentions) for one in authors]
    return names, min(surest, default=(0.0, ()))[1]


def _venues(graph: _Graph, work: Entity) -> Alternatives:
    return (*graph.named(work, "venue"), *values(work, "venueAsPrinted"))


def _years(work: Entity) -> Alternatives:
    dates = (*values(work, "datePublished"), *values(work, "venueYear"))
    return tuple(dict.fromkeys(date[:4] for date in dates))


def _award_of(graph: _Graph, work: Entity) -> Iterator[Fact]:
    """An award told of a paper may be noted as an award of its author."""
    for award in values(work, "award"):
        parts = {"award": (award,), "year": _years(work), "recipient": graph.named(work, "author")}
        yield graph.fact("awards", _told(work, "award"), parts, optional=True)


def _positions(graph: _Graph) -> Iterator[Fact]:
    """Posts; who is only called founder holds none unless the gold says so."""
    for post in graph.of_kind("position"):
        organization, holder = graph.named(post, "organization"), graph.named(post, "holder")
        roles = values(post, "role")
        is_founder, is_only = _founder(roles)
        parts = {"role": roles, "organization": organization, "holder": holder, **_dates(post)}
        parts["status"] = values(post, "status")
        yield graph.fact("positions", post.mentions, parts, optional=is_only)
        if is_founder:
            founding = {"organization": organization, "person": holder}
            yield graph.fact("foundings", post.mentions, founding)


def _founder(roles: Alternatives) -> tuple[bool, bool]:
    """Whether a role says that its holder founded the place, and whether it says nothing else."""
    said = [set(words(role.replace("o-f", "of").replace("o-F", "of"))) for role in roles]
    return any(FOUNDER & role for role in said), bool(said) and all(role <= FOUNDER for role in said)


def _degrees(graph: _Graph) -> Iterator[Fact]:
    for degree in graph.of_kind("degree"):
        parts: dict[str, Value] = {
            "degree": values(degree, "degreeName"),
            "field": values(degree, "field"),
            "organization": graph.named(degree, "organization"),
            "holder": graph.named(degree, "holder"),
            **_dates(degree),
            "advisors": graph.each_named(degree, "advisor"),
        }
        yield graph.fact("degrees", degree.mentions, parts)


def _dates(entity: Entity) -> dict[str, Alternatives]:
    return {"start": values(entity, "startDate"), "end": values(entity, "endDate")}


def _mentorships(graph: _Graph) -> Iterator[Fact]:
    for one in graph.of_kind("mentorship"):
        parts = {"mentor": graph.named(one, "mentor"), "mentee": graph.named(one, "mentee")}
        yield graph.fact("mentorships", one.mentions, parts)


def _awards(graph: _Graph) -> Iterator[Fact]:
    for one in graph.of_kind("awardReceipt"):
        first, last = values(one, "startDate"), values(one, "endDate")
        span = tuple(f"{a[:4]}-{b[:4]}" for a in first for b in last)
        parts = {"award": graph.named(one, "award"), "year": (*values(one, "year"), *span)}
        yield graph.fact("awards", one.mentions, {**parts, "recipient": graph.named(one, "recipient")})


_READERS: tuple[Callable[[_Graph], Iterator[Fact]], ...] = (
    _things,
    _addresses,
    _papers,
    _positions,
    _degrees,
    _mentorships,
    _awards,
    _interests,
)
