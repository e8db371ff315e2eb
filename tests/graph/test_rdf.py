"""Records → quads: what stands in which graph."""

import random

import pytest
from msgspec.structs import replace

from scholargraph.graph import Graph, quads
from scholargraph.model import Relation, Settled, Told
from scholargraph.terms import BASE

Quads = list[tuple[str, str, str, str]]


def test_default_graph_holds_settled_triples_only(graph: Graph) -> None:
    assert graph.values("SELECT ?m WHERE { ?m sg:quote ?q }") == []
    assert graph.rows("SELECT (COUNT(*) AS ?n) WHERE { ?p schema:name 'Ilse Brandt' }") == [{"n": 1}]


def test_one_hop_leads_to_the_words(graph: Graph) -> None:
    found = graph.rows(
        """SELECT ?q ?l WHERE { ?x schema:email ?e ; sg:mention ?m .
             GRAPH ?s { ?m sg:quote ?q ; sg:startLine ?l } }"""
    )
    assert {"q": "# Ilse Brandt", "l": 1} in found


def test_a_relation_stands_on_its_mention(graph: Graph) -> None:
    (row,) = graph.rows(
        """SELECT ?printed ?work WHERE { GRAPH ?s {
          ?m sg:relation "authorship" ; sg:ordinal 1 ; sg:equalContribution true ; sg:nameAsPrinted ?printed ;
             sg:author ?person ; sg:work/schema:name ?work } }"""
    )
    assert row == {"printed": "I. Brandt", "work": "Sorting under Noise"}


def test_several_relations_of_one_passage_do_not_mix(told: tuple[Told, ...], settled: Settled) -> None:
    cv = told[0]
    second = Relation(
        id="cv#r9",
        kind="mentorship",
        mention="cv#m5",
        roles={"mentor": ("cv#m4",), "mentee": ("cv#m1",), "during": ("cv#r3",)},
        values={"kind": ("postdoc host",)},
    )
    both = replace(cv, relations=(*cv.relations, second))
    graph = Graph.of(quads([both], settled))
    (row,) = graph.rows(
        """SELECT ?quote ?passage ?role WHERE { GRAPH ?s {
          ?one sg:kind "postdoc host" ; sg:quote ?quote ; sg:mention ?passage ; sg:during/sg:role ?role } }"""
    )
    assert row["quote"].startswith("2019.10")
    assert row["passage"] == f"{BASE}source/cv#m5"
    assert row["role"] == "Postdoc"


def test_an_unsafe_address_never_becomes_a_node(graph: Graph) -> None:
    (row,) = graph.rows("SELECT ?u (isLiteral(?u) AS ?text) WHERE { GRAPH ?s { ?m schema:url ?u } }")
    assert row == {"u": "javascript:alert(1)", "text": True}


def test_every_fact_has_its_evidence(graph: Graph) -> None:
    missing = graph.rows(
        """SELECT ?s ?p WHERE {
          ?s ?p ?o . ?s a ?type FILTER(?p NOT IN (rdf:type, sg:mention) && ?type != sg:SourceDocument)
          MINUS { GRAPH ?g { ?e rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; sg:mention ?m } } }"""
    )
    assert missing == []


def test_no_blank_nodes_and_no_repeats(all_quads: Quads) -> None:
    assert not any(term.startswith("_:") for quad in all_quads for term in quad)
    assert len(all_quads) == len(set(all_quads))


@pytest.mark.parametrize("seed", range(3))
def test_order_of_the_records_does_not_matter(told: tuple[Told, ...], settled: Settled, seed: int) -> None:
    chance = random.Random(seed)
    mixed = [
        replace(one, mentions=tuple(chance.sample(one.mentions, len(one.mentions)))) for one in reversed(told)
    ]
    entities = tuple(chance.sample(settled.entities, len(settled.entities)))
    assert list(quads(mixed, replace(settled, entities=entities))) == list(quads(told, settled))


def test_a_class_brings_those_above_it(graph: Graph) -> None:
    assert graph.entity("Aalto University").types == ["schema:CollegeOrUniversity", "schema:Organization"]


def test_judgements_and_conflicts_stand_in_graphs_of_their_own(graph: Graph) -> None:
    (row,) = graph.rows(
        """SELECT ?g ?score ?when WHERE { GRAPH ?g {
          ?j a sg:Judgement ; sg:verdict "different" ; sg:score ?score ; prov:generatedAtTime ?when } }"""
    )
    assert row == {"g": f"{BASE}judgements", "score": 0.05, "when": "2026-11-20T09:00:00Z"}
    claims = """SELECT ?v WHERE { GRAPH ?g {
      ?c a sg:Conflict ; sg:property schema:datePublished ; sg:claim/sg:value ?v } }"""
    assert sorted(graph.values(claims)) == ["2021", "2022"]


def test_the_base_can_be_another(told: tuple[Told, ...], settled: Settled) -> None:
    graph = Graph.of(quads(told, settled, base="https://kg.example.org/"), base="https://kg.example.org/")
    assert graph.entity("Ilse Brandt").iri == "https://kg.example.org/person/ilse-brandt"
    assert not any("w3id.org/scholargraph/id" in term for quad in graph.quads() for term in quad)


def test_the_graph_conforms_to_its_shapes(graph: Graph) -> None:
    found = graph.check()
    assert found.empty, found.to_string()
