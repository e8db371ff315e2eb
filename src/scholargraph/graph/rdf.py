"""Records ↔ quads: the only converter between the model and RDF.

Layers: the default graph holds what is settled; ``<base>source/<id>`` what that source tells;
``<base>judgements``, ``<base>conflicts``, ``<base>analysis`` the rest; ``<base>evidence`` names, for each
settled statement, the mentions that say it (reified: ``rdf:subject``, ``rdf:predicate``, ``rdf:object``).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import quote

from scholargraph import terms
from scholargraph.graph import literals
from scholargraph.model import (
    Analysis,
    Conflict,
    Entity,
    Fact,
    Group,
    Judgement,
    Measure,
    Mention,
    Relation,
    Source,
    Told,
)
from scholargraph.model import Settled as SettledRecords

Quad = tuple[str, str, str, str]
"""Graph (empty: the default graph), subject, predicate, object in N-Triples syntax."""

_TYPE = literals.iri(terms.expand("rdf:type"))


def quads(
    told: Iterable[Told],
    settled: SettledRecords,
    analysis: Analysis | None = None,
    base: str = terms.BASE,
) -> Iterator[Quad]:
    """Everything a graph holds, sorted by graph, subject, predicate and object, each quad once."""
    writer = Writer(base)
    everything = writer.settled(settled, told := tuple(told)) | writer.judged(settled)
    yield from sorted(everything | (writer.analysis(analysis) if analysis else set()))
    for one in sorted(told, key=lambda one: one.source.id):
        yield from sorted(writer.told(one))


def analysis_quads(analysis: Analysis, base: str = terms.BASE) -> list[Quad]:
    """What analysis writes back, sorted."""
    return sorted(Writer(base).analysis(analysis))


class Writer:
    """Turns records into quads below one base IRI."""

    def __init__(self, base: str = terms.BASE) -> None:
        self.base = base

    def told(self, told: Told) -> set[Quad]:
        """What one source tells, in its named graph: each mention, and each relation on its mention."""
        graph = self._at(f"source/{told.source.id}")
        borne: dict[str, list[Relation]] = defaultdict(list)
        for relation in told.relations:
            borne[relation.mention].append(relation)
        nodes = {one.id: one.mention if len(borne[one.mention]) == 1 else one.id for one in told.relations}
        found: set[Quad] = set()
        for mention in told.mentions:
            found.update(self._mention(graph, mention, borne[mention.id]))
            found.update(self._relations(graph, mention, borne[mention.id], nodes))
        return found

    def settled(self, settled: SettledRecords, told: Iterable[Told] = ()) -> set[Quad]:
        """The default graph and the evidence of its statements; sources nobody settled are described too."""
        found = {quad for entity in settled.entities for quad in self._entity(entity)}
        known = {entity.id for entity in settled.entities}
        for one in told:
            if f"source/{one.source.id}" not in known:
                found.update(self._source(one.source))
        return found

    def judged(self, settled: SettledRecords) -> set[Quad]:
        """Verdicts and disagreements, each in the named graph of its kind."""
        entities = {entity.id for entity in settled.entities}
        found = {quad for judgement in settled.judgements for quad in self._judgement(judgement)}
        return found | {quad for conflict in settled.conflicts for quad in self._conflict(conflict, entities)}

    def analysis(self, analysis: Analysis) -> set[Quad]:
        """Groups and measures, in the named graph ``analysis``."""
        found = {quad for group in analysis.groups for quad in self._group(group)}
        return found | {quad for measure in analysis.measures for quad in self._measure(measure)}

    def _at(self, path: str) -> str:
        return literals.address(self.base, path)

    def _node(self, id_: str) -> str:
        """A mention's id (``cv#m1``) or an entity's (``person/x``) as an IRI."""
        is_mention = "#" in id_ and not id_.startswith("source/")
        return self._at(f"source/{id_}" if is_mention else id_)

    def _mention(self, graph: str, mention: Mention, relations: list[Relation]) -> Iterator[Quad]:
        node = self._node(mention.id)
        yield from self._passage(graph, node, mention)
        if not any("kind" in relation.values for relation in relations):  # a mentorship has its own kind
            yield graph, node, _p("kind"), literals.text(mention.kind)
        yield graph, node, _p("referent"), self._node(mention.referent)
        if mention.name:
            yield graph, node, _p("name"), literals.text(mention.name)
            yield graph, node, _p("nameAsPrinted"), literals.text(mention.printed or mention.name)
        yield from _values(graph, node, mention.values, mention.kind)

    def _passage(self, graph: str, node: str, mention: Mention) -> Iterator[Quad]:
        span = mention.span
        yield graph, node, _TYPE, _c("sg:Mention")
        yield graph, node, _p("source"), graph
        yield graph, node, _p("quote"), literals.text(span.quote)
        yield graph, node, _p("startLine"), literals.typed(str(span.start_line), "xsd:integer")
        yield graph, node, _p("endLine"), literals.typed(str(span.end_line), "xsd:integer")
        if span.page:
            yield graph, node, _p("page"), literals.typed(str(span.page), "xsd:integer")
        yield graph, node, _p("method"), literals.text(mention.method)
        yield graph, node, _p("confidence"), literals.typed(repr(mention.confidence), "xsd:decimal")

    def _relations(
        self, graph: str, mention: Mention, relations: list[Relation], nodes: Mapping[str, str]
    ) -> Iterator[Quad]:
        """A relation stands on its mention; of several told by one passage each is a mention of its own."""
        for relation in relations:
            node = self._node(nodes[relation.id])
            if nodes[relation.id] != mention.id:
                yield from self._passage(graph, node, mention)
                yield graph, node, _p("mention"), self._node(mention.id)
            yield graph, node, _p("relation"), literals.text(relation.kind)
            yield from _values(graph, node, relation.values, relation.kind)
            for role, referents in relation.roles.items():
                for one in referents:
                    yield graph, node, _role(role, relation.kind), self._node(nodes.get(one, one))

    def _source(self, source: Source) -> Iterator[Quad]:
        values = {
            "name": (source.path.rpartition("/")[2],),
            "sha256": (source.sha256,),
            "encodingFormat": (source.media_type,),
            "sourceKind": (source.kind,) if source.kind else (),
        }
        node = self._at(f"source/{source.id}")
        yield "", node, _TYPE, _c("sg:SourceDocument")
        yield from _values("", node, values, "source")

    def _entity(self, entity: Entity) -> Iterator[Quad]:
        node = self._at(entity.id)
        for type_iri in _types(entity):
            yield "", node, _TYPE, _c(type_iri)
        for mention in (
            entity.mentions if entity.kind != "source" else ()
        ):  # a passage tells of things, not of itself
            yield "", node, _p("mention"), self._node(mention)
        for fact in entity.facts:
            predicate, value = _p(fact.property, entity.kind), self._value(fact, entity.kind)
            yield "", node, predicate, value
            yield from self._evidence((node, predicate, value), fact.mentions)

    def _value(self, fact: Fact, kind: str) -> str:
        return (
            self._at(fact.value) if fact.is_entity else literals.of_property(fact.property, fact.value, kind)
        )

    def _evidence(self, statement: tuple[str, str, str], mentions: Iterable[str]) -> Iterator[Quad]:
        graph = self._at("evidence")
        node = self._at(f"evidence/{_hash(*statement)}")
        for name, term in zip(("rdf:subject", "rdf:predicate", "rdf:object"), statement, strict=True):
            yield graph, node, _c(name), term
        for mention in mentions:
            yield graph, node, _p("mention"), self._node(mention)

    def _judgement(self, judgement: Judgement) -> Iterator[Quad]:
        graph = self._at("judgements")
        key = (judgement.left, judgement.right, judgement.by, judgement.when, judgement.verdict)
        node = self._at(f"judgement/{_hash(*key)}")
        yield graph, node, _TYPE, _c("sg:Judgement")
        yield graph, node, _p("left"), self._node(judgement.left)
        yield graph, node, _p("right"), self._node(judgement.right)
        yield graph, node, _p("verdict"), literals.text(judgement.verdict)
        yield graph, node, _p("score"), literals.typed(repr(judgement.score), "xsd:decimal")
        yield graph, node, _p("by"), self._at(f"agent/{quote(judgement.by, safe='')}")
        for reason in judgement.reasons:
            yield graph, node, _p("reason"), literals.text(reason)
        if judgement.when:
            yield graph, node, _p("when"), literals.typed(judgement.when, "xsd:dateTime")

    def _conflict(self, conflict: Conflict, entities: set[str]) -> Iterator[Quad]:
        graph = self._at("conflicts")
        path = f"conflict/{_hash(conflict.about, conflict.property, conflict.why)}"
        node = self._at(path)
        kind = conflict.about.partition("/")[0]
        yield graph, node, _TYPE, _c("sg:Conflict")
        yield graph, node, _p("about", "conflict"), self._at(conflict.about)
        yield graph, node, _p("property"), _p(conflict.property, kind)
        yield graph, node, _p("reason"), literals.text(conflict.why)
        for number, claim in enumerate(conflict.claims, 1):
            one = self._at(f"{path}/claim/{number}")
            is_entity = claim.value in entities
            yield graph, node, _p("claim"), one
            yield graph, one, _TYPE, _c("sg:Claim")
            yield graph, one, _p("value"), self._at(claim.value) if is_entity else literals.text(claim.value)
            for mention in claim.mentions:
                yield graph, one, _p("mention"), self._node(mention)

    def _group(self, group: Group) -> Iterator[Quad]:
        graph = self._at("analysis")
        node = self._at(f"analysis/{_hash(group.kind, group.method, group.label, *group.members)}")
        yield graph, node, _TYPE, _c(f"sg:{group.kind}")
        yield graph, node, _p("label"), literals.text(group.label)
        yield graph, node, _p("method"), literals.text(group.method)
        for name, value in group.parameters.items():
            yield graph, node, _p("parameter"), literals.text(f"{name}={value}")
        for term in group.terms:
            yield graph, node, _p("term"), literals.text(term)
        for member in group.members:
            yield graph, node, _p("member"), self._at(member)

    def _measure(self, measure: Measure) -> Iterator[Quad]:
        graph = self._at("analysis")
        node = self._at(f"analysis/{_hash(measure.entity, measure.name, measure.method)}")
        yield graph, node, _TYPE, _c("sg:Measure")
        yield graph, node, _p("about", "measure"), self._at(measure.entity)
        yield graph, node, _p("name"), literals.text(measure.name)
        yield graph, node, _p("value", "measure"), literals.typed(f"{measure.value:.9f}", "xsd:decimal")
        yield graph, node, _p("method"), literals.text(measure.method)


def _values(graph: str, node: str, values: Mapping[str, Iterable[str]], kind: str) -> Iterator[Quad]:
    for name, said in values.items():
        for value in said:
            yield graph, node, _p(name, kind), literals.of_property(name, value, kind)


def _types(entity: Entity) -> tuple[str, ...]:
    """All classes, the given one and those above it; ``type`` may be a compact IRI or the told word."""
    if ":" in entity.type:
        return terms.superclasses(entity.type)
    return terms.types_of(entity.kind, entity.type)


def _role(role: str, kind: str) -> str:
    """A role of a relation; the two ends of a plain link are those of a reified statement."""
    return _c(f"rdf:{role}") if role in ("subject", "object") else _p(role, kind)


@lru_cache(maxsize=1024)
def _p(local: str, kind: str = "") -> str:
    """A property; a word that the ontology does not know (yet) stands in its own namespace."""
    try:
        return literals.iri(terms.property_iri(local, kind))
    except KeyError:
        return literals.iri(terms.expand("sg:") + quote(local, safe=""))


@lru_cache(maxsize=256)
def _c(compact_iri: str) -> str:
    return literals.iri(terms.expand(compact_iri))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
