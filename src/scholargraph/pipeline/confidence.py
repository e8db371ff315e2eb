"""The told layer without its doubtful passages, for those who ask for a graph of the sure ones."""

from __future__ import annotations

from msgspec.structs import replace

from scholargraph.model import Relation, Told


def surer(told: Told, least: float) -> Told:
    """What a document tells in passages of at least this confidence (0 to 1); 0 leaves all as it is.

    A relation goes with the passage that says it, and with any thing of which no passage is left. A thing
    whose first passage goes has the next one's id for its referent.
    """
    mentions = [mention for mention in told.mentions if mention.confidence >= least]
    if len(mentions) == len(told.mentions):
        return told
    first: dict[str, str] = {}
    for mention in mentions:
        first.setdefault(mention.referent, mention.id)
    kept = {mention.id for mention in mentions}
    relations = _standing([one for one in told.relations if one.mention in kept], told, first)
    return replace(
        told,
        subject=first.get(told.subject, ""),
        mentions=tuple(replace(mention, referent=first[mention.referent]) for mention in mentions),
        relations=tuple(_renamed(one, first) for one in relations),
    )


def _standing(relations: list[Relation], told: Told, first: dict[str, str]) -> list[Relation]:
    """The relations that rest on nothing that is gone; one may rest on another (``during`` a post)."""
    gone = {mention.referent for mention in told.mentions if mention.referent not in first}
    gone |= {one.id for one in told.relations} - {one.id for one in relations}
    while lost := {one.id for one in relations if _rests_on(one, gone)}:
        relations = [one for one in relations if one.id not in lost]
        gone |= lost
    return relations


def _rests_on(relation: Relation, things: set[str]) -> bool:
    return any(not things.isdisjoint(role) for role in relation.roles.values())


def _renamed(relation: Relation, first: dict[str, str]) -> Relation:
    roles = {role: tuple(first.get(one, one) for one in things) for role, things in relation.roles.items()}
    return replace(relation, roles=roles)
