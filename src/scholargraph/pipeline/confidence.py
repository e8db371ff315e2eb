"""The told layer without its doubtful passages, for those who ask for a graph of the sure ones."""

from __future__ import annotations

from msgspec.structs import replace

from scholargraph.model import Relation, Told


def surer(told: Told, least: float) -> Told:
    """What a document tells in passages of at least this confidence (0 to 1); 0 leaves all as it is.

    A relation goes with the passage that says it, and with any thing of which no passage is left.
    """
    mentions = tuple(mention for mention in told.mentions if mention.confidence >= least)
    if len(mentions) == len(told.mentions):
        return told
    kept, things = {mention.id for mention in mentions}, {mention.referent for mention in mentions}
    gone = {mention.referent for mention in told.mentions} - things
    relations = list(told.relations)
    while lost := {one.id for one in relations if one.mention not in kept or _rests_on(one, gone)}:
        relations = [one for one in relations if one.id not in lost]
        gone |= lost
    return replace(
        told,
        subject="" if told.subject in gone else told.subject,
        mentions=tuple(mention for mention in mentions if mention.referent not in gone),
        relations=tuple(relations),
    )


def _rests_on(relation: Relation, things: set[str]) -> bool:
    return any(not things.isdisjoint(role) for role in relation.roles.values())
