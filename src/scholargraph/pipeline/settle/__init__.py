"""Settling: what documents tell, under the verdicts on who is who, becomes one entity per real thing.

A pure function of records: the same told records and judgements give the same settled records, in any order.
"""

from __future__ import annotations

from collections.abc import Sequence

from scholargraph.model import Settled, Told
from scholargraph.pipeline.settle.conflicts import impossible_figures
from scholargraph.pipeline.settle.facts import Book
from scholargraph.pipeline.settle.ground import Ground, ground
from scholargraph.pipeline.settle.identify import identify
from scholargraph.pipeline.settle.links import settle_affiliations, settle_links
from scholargraph.pipeline.settle.literals import settle_literals
from scholargraph.pipeline.settle.posts import settle_mentorships, settle_posts, settle_receipts
from scholargraph.pipeline.settle.works import settle_works
from scholargraph.resolve import Resolution

__all__ = ["settle"]


def settle(told: Sequence[Told], resolution: Resolution) -> Settled:
    """Make the settled layer: entities with facts and evidence, judgements, disagreements."""
    stood = ground(told, resolution.clusters, resolution.links)
    book = Book()
    identify(stood, book)
    conflicts = settle_literals(stood, book)
    conflicts += settle_works(stood, book)
    settled_posts: dict[str, str] = {}
    for kind, title in (("position", "role"), ("degree", "degreeName")):
        found, settled = settle_posts(stood, book, kind, title)
        conflicts += found
        settled_posts |= settled
    settle_mentorships(stood, book, settled_posts)
    settle_receipts(stood, book)
    settle_links(stood, book)
    settle_affiliations(book)
    conflicts += impossible_figures(book)
    _settle_sources(told, stood, book)
    return Settled(
        entities=book.entities(),
        judgements=tuple(
            sorted(resolution.judgements, key=lambda one: (one.left, one.right, one.by, one.when))
        ),
        conflicts=tuple(sorted(conflicts, key=lambda one: (one.about, one.property, one.why))),
    )


def _settle_sources(told: Sequence[Told], stood: Ground, book: Book) -> None:
    """Describe each source; that it is about a person stands on the first passage that names them."""
    for one in told:
        source = one.source
        facts = book.open(f"source/{source.id}", "source")
        first = [mention.id for mention in one.mentions[:1]]
        facts.mentions.update(mention.id for mention in one.mentions)
        for name, value in (
            ("name", source.path.rpartition("/")[2]),
            ("sha256", source.sha256),
            ("encodingFormat", source.media_type),
            ("sourceKind", source.kind),
        ):
            facts.add(name, value, first)
        if one.subject in stood.entity:
            facts.link("subject", stood.entity[one.subject], [one.subject])
