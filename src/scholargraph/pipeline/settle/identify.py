"""Gives each cluster its address: kind and readable slug, the same whatever the order of the sources."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from scholargraph.names.text import slug
from scholargraph.pipeline.settle.canonical import names
from scholargraph.pipeline.settle.facts import Book
from scholargraph.pipeline.settle.ground import Ground, Said

THINGS = frozenset({"person", "work", "organization", "venue", "topic", "product", "award", "project"})
"""Kinds of things; a passage that only bears a relation, and a lone citation key, are none."""


def identify(ground: Ground, book: Book) -> None:
    """Open an entity for every cluster with its names and mentions."""
    claimed: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    chosen: dict[tuple[str, ...], str] = {}
    for cluster in ground.clusters:
        kind = ground.kind_of(cluster)
        if kind not in THINGS:
            continue
        canonical, _ = names(_named(ground, cluster), kind)
        chosen[cluster] = canonical
        claimed[f"{kind}/{slug(canonical) or 'unnamed'}"].append(cluster)
    for address, clusters in claimed.items():
        for entity_id, cluster in _addresses(address, clusters):
            ground.entity.update(dict.fromkeys(cluster, entity_id))
            _open(ground, book, entity_id, cluster)


def distinct(address: str, anchor: str) -> str:
    """An address made its own by a short hash of what anchors the thing."""
    return f"{address}-{hashlib.sha256(anchor.encode()).hexdigest()[:6]}"


def _named(ground: Ground, cluster: tuple[str, ...]) -> list[Said]:
    return [
        Said(mention.name, mention)
        for mention in ground.mentions_of(cluster)
        if mention.name and mention.kind != "citation"
    ]


def _addresses(address: str, clusters: list[tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
    """The largest of several things of one name keeps the plain address; the others are told apart."""
    first, *rest = sorted(clusters, key=lambda cluster: (-len(cluster), cluster))
    return [(address, first), *((distinct(address, cluster[0]), cluster) for cluster in rest)]


def _open(ground: Ground, book: Book, entity_id: str, cluster: tuple[str, ...]) -> None:
    kind = ground.kind_of(cluster)
    said = _named(ground, cluster)
    canonical, others = names(said, kind)
    facts = book.open(entity_id, kind)
    facts.mentions.update(mention.id for mention in ground.mentions_of(cluster))
    all_named = {one.mention.id for one in said}
    elsewhere = {mention_id for mentions in others.values() for mention_id in mentions}
    facts.add("name", canonical, (all_named - elsewhere) or all_named)
    for name, mentions in others.items():
        facts.add("alternateName", name, mentions)
