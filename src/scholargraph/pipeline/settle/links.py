"""Links between things, and what follows from posts: affiliations, alma maters, scored topics."""

from __future__ import annotations

from scholargraph.pipeline.settle.facts import Book
from scholargraph.pipeline.settle.ground import Ground

LINKS = (
    "knowsAbout",
    "about",
    "broader",
    "parentOrganization",
    "affiliation",
    "creator",
    "developedBy",
    "introducedIn",
    "derivedFrom",
    "trainedOn",
    "hasPart",
    "lead",
    "workUsedBy",
    "workCommercializedBy",
)
"""Relations that are one plain statement: subject, this, object."""


def settle_links(ground: Ground, book: Book) -> None:
    """State every binary link; a thing is never linked to itself."""
    for kind in LINKS:
        for relation in ground.by_kind[kind]:
            for subject in ground.entities(relation, "subject"):
                for target in ground.entities(relation, "object"):
                    if subject != target:
                        book[subject].link(kind, target, [relation.mention])
                        if kind in ("about", "knowsAbout"):
                            _assign(ground, book, (subject, target), relation.mention)


def settle_affiliations(book: Book) -> None:
    """Current posts make affiliations, degrees make alma maters."""
    for post in book.of_kind("position"):
        status = set(post.values("status"))
        if "current" in status:
            _carry(book, post.id, "affiliation", ("organization", "department"))
    for degree in book.of_kind("degree"):
        _carry(book, degree.id, "alumniOf", ("organization",))


def _carry(book: Book, post_id: str, name: str, sides: tuple[str, ...]) -> None:
    post = book[post_id]
    for holder in post.values("holder"):
        for side in sides:
            for organization, evidence in post.values(side).items():
                book[holder].link(name, organization, evidence)


def _assign(ground: Ground, book: Book, ends: tuple[str, str], mention_id: str) -> None:
    """A topic assignment keeps how surely, and by what method, a topic was read off."""
    subject, topic = ends
    mention = ground.mentions[mention_id]
    facts = book.open(f"{subject}/topic/{topic.partition('/')[2]}", "topicAssignment")
    facts.mentions.add(mention_id)
    facts.link("topic", topic, [mention_id])
    if not facts.values("method"):
        facts.add("score", f"{mention.confidence:.2f}", [mention_id])
        facts.add("method", mention.method, [mention_id])
    book[subject].link("topicAssignment", facts.id, [mention_id])
