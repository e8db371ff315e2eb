"""Literal values of things: which stand, which may be several, which only the source keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from scholargraph.model import Conflict
from scholargraph.names.organizations import known_organization
from scholargraph.pipeline.settle.canonical import best, best_date, best_status, longest
from scholargraph.pipeline.settle.conflicts import disagreement
from scholargraph.pipeline.settle.facts import Book, Facts
from scholargraph.pipeline.settle.ground import Ground, Said

Chooser = Callable[[Sequence[Said]], str]

SINGLE: dict[str, Chooser] = {
    "abstract": longest,
    "authorListComplete": lambda said: "true" if any(one.value == "true" for one in said) else "false",
    "citationCount": best,
    "datePublished": best_date,
    "hIndex": best,
    "hasCode": best,
    "image": best,
    "paperCount": best,
    "status": best_status,
    "venueKind": best,
}
"""Properties of which one value stands; all others keep every value."""

SUBTYPES = ("workType", "organizationType", "productType")
"""Values that choose a class rather than state a fact."""

TOLD_ONLY = frozenset({*SUBTYPES, "context", "listNumber"})
"""Words about how a document is laid out; they stay with the mention."""

DISPUTABLE = frozenset({"hIndex", "citationCount", "status"})
"""Single values on which two sources that differ really disagree (an abstract cut short does not)."""


def settle_literals(ground: Ground, book: Book) -> list[Conflict]:
    """State the literal values of every identified thing; gives the disagreements between sources."""
    conflicts: list[Conflict] = []
    members: dict[str, list[str]] = defaultdict(list)
    for referent, entity_id in sorted(ground.entity.items()):
        members[entity_id].append(referent)
    for entity_id, referents in members.items():
        told: dict[str, list[Said]] = defaultdict(list)
        for mention in ground.mentions_of(referents):
            if mention.kind == "citation":
                book[entity_id].add("citationKey", mention.name, [mention.id])
                continue
            for name, values in mention.values.items():
                told[name].extend(Said(value, mention) for value in values)
        conflicts += _settle_one(book, book[entity_id], told)
    return conflicts


def _settle_one(book: Book, facts: Facts, told: dict[str, list[Said]]) -> list[Conflict]:
    conflicts = []
    for one in told.pop("scheme", ()):
        facts.link("scheme", _scheme(book, one), [one.mention.id])
    facts.subtype = next((best(told[name]) for name in SUBTYPES if told.get(name)), "") or _usual_type(facts)
    for name, said in told.items():
        if name in SINGLE:
            add_single(facts, name, said, SINGLE[name])
            if name in DISPUTABLE:
                conflicts += disagreement(facts.id, name, said)
        elif name not in TOLD_ONLY:
            for one in said:
                facts.add(name, one.value, [one.mention.id])
    return conflicts


def _usual_type(facts: Facts) -> str:
    """What a general table says an organisation is, where no document says it."""
    known = known_organization(facts.name) if facts.kind == "organization" else None
    return known.type if known else ""


def _scheme(book: Book, said: Said) -> str:
    """The concept scheme a topic is told to be of; it stands on the same passages."""
    scheme = book.open(f"scheme/{said.value}", "scheme")
    scheme.mentions.add(said.mention.id)
    scheme.add("name", said.value, [said.mention.id])
    return scheme.id


def add_single(facts: Facts, name: str, said: Sequence[Said], choose: Chooser = best) -> None:
    """State the one value that stands, on the evidence of those who say it."""
    chosen = choose(said)
    facts.add(name, chosen, (one.mention.id for one in said if one.value == chosen))
