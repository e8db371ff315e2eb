"""The records that flow through ScholarGraph: frozen, typed, without behaviour.

A :class:`Source` is read into a :class:`Document`; a document tells :class:`Mention` and :class:`Relation`
records (together its :class:`Told`); mentions are judged (:class:`Judgement`) and settled into one
:class:`Entity` or :class:`Fact` per real thing.
"""

from __future__ import annotations

from msgspec import Struct

Values = dict[str, tuple[str, ...]]
"""Literal values by property: local name of an ontology term (``email``, ``startDate``) → lexical forms."""


class Source(Struct, frozen=True, kw_only=True):
    """One document on disk: its short id, where it lies, and what exactly was read."""

    id: str
    path: str
    media_type: str
    sha256: str
    kind: str = ""
    """What the extractor table called it: ``cv``, ``homepage``, ``profile``, ``person record`` …"""


class Span(Struct, frozen=True, omit_defaults=True):
    """Words of a source, verbatim, and the lines (from 1, inclusive) on which they stand."""

    start_line: int
    end_line: int
    quote: str
    page: int = 0
    """The page (from 1) on which they begin; 0 in documents without pages. Lines count on over pages."""


class Mark(Struct, frozen=True):
    """Mark-up over ``text[start:end]``.

    ``bold``, ``italic``, ``code``, ``superscript``; ``link`` and ``image`` (with target); ``part``, where the
    source itself says what the words are (target ``title``, ``authors``, ``venue``, ``date``, ``abstract``,
    ``badge``); ``span``, an element with a class of its own (the target), which means the same all over a
    list.
    """

    kind: str
    start: int
    end: int
    target: str = ""


class Block(Struct, frozen=True, kw_only=True):
    """A paragraph, heading, list item or field: repaired text that knows the raw words it came from.

    ``origin`` has ``len(text) + 1`` entries: ``text[i:j]`` came from ``raw[origin[i]:origin[j]]``.
    None means that text and raw are the same.
    """

    kind: str
    """``heading``, ``paragraph``, ``item`` or ``field``."""
    text: str
    raw: str
    start_line: int
    end_line: int
    origin: tuple[int, ...] | None = None
    level: int = 0
    """Depth of a heading (from 1) or of a list item (from 1); 0 elsewhere."""
    key: str = ""
    """The name of a ``field``, or the printed number or bullet of an ``item``."""
    marks: tuple[Mark, ...] = ()


class Document(Struct, frozen=True):
    """A source as read: its lines as they stand, and its blocks in the order of the lines."""

    source: Source
    lines: tuple[str, ...]
    """The decoded source, split at line ends; quotes are verbatim words of these lines."""
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    """What the reader mended or doubts (``line 3: not UTF-8, read as Windows-1252``)."""
    pages: tuple[int, ...] = ()
    """The first line of each page, for documents that have pages."""


class Mention(Struct, frozen=True, kw_only=True):
    """One passage that tells something of one thing.

    Mentions of one thing in one document share a ``referent``: the id of the first of them. All that
    ``name`` and ``values`` say stands in the quoted words.
    """

    id: str
    """``<source id>#<hash>``: stays the same while the words stay the same."""
    kind: str
    """person, work, organization, venue, topic, product, award, project, citation, or a relation's kind."""
    referent: str
    span: Span
    method: str
    confidence: float
    name: str = ""
    """The name or title, repaired and decoded for display; empty where the passage names nothing."""
    printed: str = ""
    """The name exactly as printed, where that differs from ``name``."""
    values: Values = {}


class Relation(Struct, frozen=True, kw_only=True):
    """What a document says about how things relate: an authorship, a position, a degree, a link.

    ``roles`` maps a role (``work``, ``author``) to referents; ``mention`` is the passage that says so.
    """

    id: str
    kind: str
    roles: dict[str, tuple[str, ...]]
    mention: str
    values: Values = {}


class Told(Struct, frozen=True, kw_only=True):
    """All that one source tells; ``subject`` is the referent of the person it is about, or empty."""

    source: Source
    subject: str
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    notes: tuple[str, ...] = ()
    """Doubts a reader should see (``line 12: the numbering jumps from 4 to 6``)."""


class Judgement(Struct, frozen=True, kw_only=True):
    """A verdict on two mentions (or, for ``relation`` other than ``same``, on how they relate)."""

    left: str
    right: str
    verdict: str
    """``same``, ``different`` or ``unsure``."""
    score: float
    reasons: tuple[str, ...]
    by: str = "scholargraph"
    when: str = ""
    """ISO date-time for judgements of people; empty for those derived by the machine."""


class Fact(Struct, frozen=True, kw_only=True):
    """One settled statement about an entity, with the mentions that say it.

    ``value`` is a lexical form, or the id of another entity when ``is_entity``.
    """

    property: str
    value: str
    mentions: tuple[str, ...]
    is_entity: bool = False


class Entity(Struct, frozen=True, kw_only=True):
    """One real thing, settled from its mentions."""

    id: str
    """Path below the base IRI: ``person/ada-lovelace``."""
    kind: str
    type: str = ""
    """The kind's subtype as told (``university``, ``thesis``, ``model``), or empty."""
    facts: tuple[Fact, ...]
    mentions: tuple[str, ...]


class Claim(Struct, frozen=True):
    """One side of a disagreement: the value and the mentions that say it."""

    value: str
    mentions: tuple[str, ...]


class Conflict(Struct, frozen=True, kw_only=True):
    """Where sources disagree about one property of one entity."""

    about: str
    property: str
    claims: tuple[Claim, ...]
    why: str
    """The disagreement in words."""


class Settled(Struct, frozen=True, kw_only=True):
    """The settled layer as records: entities, the judgements that made them, and the disagreements."""

    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...]
    conflicts: tuple[Conflict, ...]


class Group(Struct, frozen=True, kw_only=True):
    """People or works that an analysis puts together: a ``Community`` or a ``TopicCluster``."""

    kind: str
    label: str
    members: tuple[str, ...]
    """Entity ids, sorted."""
    method: str
    parameters: dict[str, str] = {}
    terms: tuple[str, ...] = ()


class Measure(Struct, frozen=True, kw_only=True):
    """A number that an analysis gives an entity: ``pagerank`` .0123."""

    entity: str
    name: str
    value: float
    method: str


class Analysis(Struct, frozen=True, kw_only=True):
    """What analysis writes back into the graph, in its own named graph."""

    groups: tuple[Group, ...]
    measures: tuple[Measure, ...]


class BuildReport(Struct, frozen=True, kw_only=True):
    """What a build did: sources read anew, sources kept as they were, and what could not go in."""

    read: tuple[str, ...]
    kept: tuple[str, ...]
    problems: tuple[str, ...]
    """One line each: file, line, what is wrong, what happens now."""
    notes: tuple[str, ...]
    """Doubts that the reader should know of; the facts went in."""
    published: bool
    """False where nothing had changed and the graph stands as it was."""
