"""Who works or studied where, and who taught whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scholargraph.networks.rows import Row, text

if TYPE_CHECKING:
    import networkx as nx

    from scholargraph.graph import Graph

_AFFILIATIONS = """
SELECT DISTINCT ?person ?personName ?organization ?organizationName ?kind ?role ?start ?end WHERE {
  {
    ?post a sg:Position ; sg:holder ?person ; sg:organization ?organization . BIND("position" AS ?kind)
    OPTIONAL { ?post sg:role ?role }
    OPTIONAL { ?post schema:startDate ?start } OPTIONAL { ?post
    schema:endDate ?end }
  } UNION {
    ?degree a sg:Degree ; sg:holder ?person ; sg:organization ?organization . BIND("degree" AS ?kind)
    OPTIONAL { ?degree sg:degreeName ?role }
    OPTIONAL { ?degree schema:startDate ?start } OPTIONAL { ?degree schema:endDate ?end }
  } UNION {
    ?authorship sg:author ?person ; sg:affiliation ?organization . BIND("paper" AS ?kind)
  } UNION {
    ?person schema:affiliation ?organization . BIND("affiliation" AS ?kind)
  }
  ?person schema:name ?personName . ?organization schema:name ?organizationName .
}"""
_MENTORS = """
SELECT DISTINCT ?mentor ?mentorName ?mentee ?menteeName ?kind WHERE {
  { ?mentorship sg:mentor ?mentor ; sg:mentee ?mentee . OPTIONAL { ?mentorship sg:kind ?kind } }
  UNION { ?degree sg:advisor ?mentor ; sg:holder ?mentee }
  ?mentor schema:name ?mentorName . ?mentee schema:name ?menteeName .
}"""


def affiliations(graph: Graph) -> nx.Graph[str]:
    """People and the organisations they work for, studied at, or sign their papers with.

    Nodes: ``name``, ``iri``, ``kind`` (``person`` or ``organization``). Edges: ``weight`` (how many ties)
    and ``ties``, a list of dicts with ``kind`` (``position``, ``degree``, ``affiliation``: no more is
    said, ``paper``: printed on a paper), ``role``, ``start``, ``end``.
    """
    import networkx as nx

    network: nx.Graph[str] = nx.Graph(name="People and organisations")
    for row in _sorted(graph, _AFFILIATIONS):
        person, organization = text(row, "person"), text(row, "organization")
        _add_node(network, person, text(row, "personName"), "person")
        _add_node(network, organization, text(row, "organizationName"), "organization")
        tie = {key: text(row, key) for key in ("kind", "role", "start", "end")}
        _add_tie(network, person, organization, tie)
    for _, _, edge in network.edges(data=True):
        edge["weight"] = len(edge["ties"])
    return network


def mentors(graph: Graph) -> nx.DiGraph[str]:
    """The lineage: an edge from a mentor to the person they advised, hosted or mentored.

    Nodes: ``name``, ``iri``, ``kind``. Edges: ``weight`` (1) and ``kinds`` (``phd advisor``, ``internship
    mentor`` …).
    """
    import networkx as nx

    network: nx.DiGraph[str] = nx.DiGraph(name="Mentors and those they advised")
    for row in _sorted(graph, _MENTORS):
        mentor, mentee = text(row, "mentor"), text(row, "mentee")
        _add_node(network, mentor, text(row, "mentorName"), "person")
        _add_node(network, mentee, text(row, "menteeName"), "person")
        if not network.has_edge(mentor, mentee):
            network.add_edge(mentor, mentee, weight=1, kinds=[])
        kinds: list[str] = network.edges[mentor, mentee]["kinds"]
        if text(row, "kind") and text(row, "kind") not in kinds:
            kinds.append(text(row, "kind"))
    return network


def _sorted(graph: Graph, query: str) -> list[Row]:
    return sorted(graph.rows(query), key=lambda row: [(k, text(row, k)) for k in sorted(row)])


def _add_node(network: nx.Graph[str], iri: str, name: str, kind: str) -> None:
    if iri not in network:
        network.add_node(iri, name=name, iri=iri, kind=kind)


def _add_tie(network: nx.Graph[str], person: str, organization: str, tie: dict[str, Any]) -> None:
    """Add a tie; that somebody is affiliated is only worth saying where no more is known."""
    if not network.has_edge(person, organization):
        network.add_edge(person, organization, ties=[])
    ties: list[dict[str, Any]] = network.edges[person, organization]["ties"]
    bare = [known for known in ties if known["kind"] == "affiliation"]
    if tie["kind"] == "affiliation" and ties:
        return
    for known in bare:
        ties.remove(known)
    if tie not in ties:
        ties.append(tie)
