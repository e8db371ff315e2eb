"""What a document tells, in a form that tests can compare: names instead of referents."""

from __future__ import annotations

from collections.abc import Iterable

from scholargraph.extract.known import remember
from scholargraph.extract.prose import tell_prose
from scholargraph.extract.telling import Telling, cite
from scholargraph.model import Block, Document, Source, Told


def told_by(said: str | Block, name: str) -> Told:
    """What one paragraph tells of a person."""
    text = said if isinstance(said, str) else said.text
    block = (
        Block(kind="paragraph", text=text, raw=text, start_line=1, end_line=1)
        if isinstance(said, str)
        else said
    )
    source = Source(id="bio", path="bio.txt", media_type="text/plain", sha256="0")
    telling = Telling(Document(source, tuple(text.split("\n")), (block,)), "prose")
    person = telling.tell("person", cite(block), name)
    remember(telling, "person", name, person)
    tell_prose(telling, [block], person, [name])
    return telling.told("homepage")


def names(told: Told) -> dict[str, str]:
    """The first name of each referent."""
    found: dict[str, str] = {}
    for mention in told.mentions:
        if mention.name:
            found.setdefault(mention.referent, mention.name)
    return found


def relations(told: Told, kind: str, *wanted: str) -> list[tuple[str, ...]]:
    """Relations of a kind as rows: of each role or value wanted the names or values, joined by `` + ``."""
    known = names(told)
    rows = []
    for relation in told.relations:
        if relation.kind == kind:
            cells = (relation.roles.get(w) or relation.values.get(w) or () for w in wanted)
            rows.append(tuple(" + ".join(known.get(x, x) for x in cell) for cell in cells))
    return rows


def links(told: Told, kind: str) -> set[tuple[str, str]]:
    """Links of a kind: subject and object by name."""
    return {(row[0], row[1]) for row in relations(told, kind, "subject", "object")}


def values(told: Told, kind: str, name: str) -> dict[str, tuple[str, ...]]:
    """All values told of the thing of this kind and name."""
    known = names(told)
    merged: dict[str, list[str]] = {}
    for mention in told.mentions:
        if mention.kind == kind and known.get(mention.referent) == name:
            for key, found in mention.values.items():
                merged.setdefault(key, []).extend(v for v in found if v not in merged.get(key, []))
    return {key: tuple(found) for key, found in merged.items()}


def named(told: Told, kind: str) -> set[str]:
    """All names of things of a kind."""
    return {mention.name for mention in told.mentions if mention.kind == kind and mention.name}


def unquoted(document: Document, told: Told) -> Iterable[str]:
    """Mentions whose quote does not stand on the lines named."""
    for mention in told.mentions:
        lines = "\n".join(document.lines[mention.span.start_line - 1 : mention.span.end_line])
        if not mention.span.quote or mention.span.quote not in lines:
            yield f"{mention.kind} {mention.name}: {mention.span.quote!r}"


def unfounded(told: Told) -> Iterable[str]:
    """Names and free values whose words do not stand in the quote of their mention."""
    from scholargraph.names.text import words

    free = (
        "role",
        "description",
        "startDate",
        "endDate",
        "year",
        "location",
        "field",
        "degreeName",
        "listedAs",
    )
    by_id = {mention.id: mention for mention in told.mentions}
    stated = [(m, m.name) for m in told.mentions]
    stated += [(m, v) for m in told.mentions for key in free for v in m.values.get(key, ())]
    stated += [(by_id[r.mention], v) for r in told.relations for key in free for v in r.values.get(key, ())]
    for mention, value in stated:
        held = " ".join(words(mention.span.quote))
        for word in words(value):
            stem = word[:4] if word in ROLE_NOUNS else word
            short = f" {word[2:]}" in f" {held}" if word.isdigit() and len(word) == 4 else False
            if stem not in held and not short:
                yield f"{mention.kind}: {value!r} not in {mention.span.quote[:80]!r}"
                break


ROLE_NOUNS = frozenset({"founder", "director", "manager", "intern", "member", "lead"})
"""Titles made from a verb: ``founder`` from ``founded``."""
