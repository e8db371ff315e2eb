"""Networks out of a small graph, and the files they are written to."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest

from scholargraph import networks, terms
from scholargraph.graph import Graph

DATA = """
<person/ada> a schema:Person ; schema:name "Ada Berg" ; schema:affiliation <organization/lab> ;
  schema:knowsAbout <topic/bees> .
<person/bo> a schema:Person ; schema:name "Bo Chen" .
<person/cy> a schema:Person ; schema:name "Cy Dahl" .
<person/di> a schema:Person ; schema:name "Di Evans" .
<person/el> a schema:Person ; schema:name "El Frost" .
<work/1> a schema:ScholarlyArticle ; schema:name "Alpha" ;
  schema:author <person/ada>, <person/bo> ; schema:about <topic/bees>, <topic/ice> ;
  schema:datePublished "2020"^^xsd:gYear ; sg:authorListComplete true .
<work/2> a schema:ScholarlyArticle ; schema:name "Beta" ;
  schema:author <person/ada>, <person/bo>, <person/cy> ;
  schema:datePublished "2021-05"^^xsd:gYearMonth ; sg:authorListComplete false .
<work/3> a schema:ScholarlyArticle ; schema:name "Gamma" ;
  schema:author <person/ada>, <person/di> ; sg:authorListComplete true .
<work/4> a schema:ScholarlyArticle ; schema:name "Delta" ; schema:author <person/el> ;
  schema:datePublished "2023-01-02"^^xsd:date ; sg:authorListComplete true .
<organization/lab> schema:name "North Lab" .
<position/1> a sg:Position ; sg:holder <person/ada> ; sg:organization <organization/lab> ; sg:role
"Professor" . <degree/1> a sg:Degree ; sg:holder <person/bo> ; sg:advisor <person/ada> . <mentorship/1>
sg:mentor <person/ada> ; sg:mentee <person/bo> ; sg:kind "phd advisor" . <topic/bees> skos:prefLabel
"Bees" . <topic/ice> skos:prefLabel "Ice" .
"""


@pytest.fixture(scope="module")
def graph() -> Graph:
    store = pyoxigraph.Store()
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in terms.PREFIXES.items())
    store.load((prefixes + DATA).encode(), pyoxigraph.RdfFormat.TURTLE, base_iri=terms.BASE)
    return Graph(store)


def at(path: str) -> str:
    return terms.BASE + path


def test_authors_of_one_paper_are_joined(graph: Graph) -> None:
    network = networks.coauthors(graph)
    assert {frozenset(names(network, *edge)) for edge in network.edges} == {
        frozenset(pair)
        for pair in (
            ("Ada Berg", "Bo Chen"),
            ("Ada Berg", "Cy Dahl"),
            ("Bo Chen", "Cy Dahl"),
            ("Ada Berg", "Di Evans"),
        )
    }
    assert network.degree(at("person/el")) == 0


def test_a_shared_paper_counts_fully_or_by_its_authors(graph: Graph) -> None:
    pair = at("person/ada"), at("person/bo")
    full, newman = networks.coauthors(graph), networks.coauthors(graph, weight="newman")
    assert full.edges[pair]["weight"] == 2
    assert newman.edges[pair]["weight"] == full.edges[pair]["newman"] == 1 + 1 / 2
    # Newman: a person's ties add up to their papers with others
    assert newman.degree(at("person/ada"), weight="weight") == pytest.approx(3)


def test_nodes_tell_papers_years_and_organisations(graph: Graph) -> None:
    ada = networks.coauthors(graph).nodes[at("person/ada")]
    assert ada["papers"] == 3
    assert [work["title"] for work in ada["works"]] == ["Alpha", "Beta", "Gamma"]
    assert (ada["first_year"], ada["last_year"]) == (2020, 2021)
    assert ada["organizations"] == ["North Lab"]


def test_the_network_says_how_many_lists_are_cut(graph: Graph) -> None:
    told = networks.coauthors(graph).graph
    assert (told["works"], told["cut_lists"], told["largest_author_list"]) == (4, 1, 3)


def test_years_bound_the_papers_and_undated_ones_fall_out(graph: Graph) -> None:
    assert networks.coauthors(graph, since=2021).graph["works"] == 2
    assert networks.coauthors(graph, until=2020).graph["works"] == 1


def test_minimum_papers_keeps_the_productive(graph: Graph) -> None:
    assert set(networks.coauthors(graph, minimum_papers=2)) == {at("person/ada"), at("person/bo")}


def test_an_unknown_weight_is_refused(graph: Graph) -> None:
    with pytest.raises(ValueError, match="'full' or 'newman', not 'heavy'"):
        networks.coauthors(graph, weight="heavy")


def test_a_post_says_more_than_a_bare_affiliation(graph: Graph) -> None:
    ((_, _, tie),) = networks.affiliations(graph).edges(data=True)
    assert [known["role"] for known in tie["ties"]] == ["Professor"]
    assert tie["weight"] == 1


def test_mentors_point_to_those_they_advised(graph: Graph) -> None:
    network = networks.mentors(graph)
    assert list(network.edges(data="kinds")) == [(at("person/ada"), at("person/bo"), ["phd advisor"])]


def test_topics_of_one_work_go_together(graph: Graph) -> None:
    network = networks.topics(graph)
    assert network.edges[at("topic/bees"), at("topic/ice")]["weight"] == 1
    assert (network.nodes[at("topic/bees")]["papers"], network.nodes[at("topic/bees")]["people"]) == (1, 1)


def test_edges_as_a_table_come_heaviest_first(graph: Graph) -> None:
    table = networks.edges(networks.coauthors(graph))
    assert list(table.iloc[0][["source", "target", "weight"]]) == ["Ada Berg", "Bo Chen", 2]


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_a_written_network_can_be_read_again(graph: Graph, tmp_path: Path, suffix: str) -> None:
    network = networks.coauthors(graph)
    (path,) = networks.write(network, tmp_path / f"out{suffix}")
    read = (nx.read_graphml if suffix == ".graphml" else nx.read_gexf)(path)
    assert set(read) == set(network)
    assert read.nodes[at("person/ada")]["name"] == "Ada Berg"
    assert read.nodes[at("person/ada")]["organizations"] == "North Lab"
    assert read.number_of_edges() == network.number_of_edges()


def test_csv_holds_edges_and_nodes(graph: Graph, tmp_path: Path) -> None:
    edges, nodes = networks.write(networks.coauthors(graph), tmp_path / "out.csv")
    with edges.open(encoding="utf-8", newline="") as file:
        assert {row["papers"] for row in csv.DictReader(file)} == {"1", "2"}
    with nodes.open(encoding="utf-8", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == [
            "Ada Berg",
            "Bo Chen",
            "Cy Dahl",
            "Di Evans",
            "El Frost",
        ]


def test_names_that_xml_cannot_hold_are_written_safely(tmp_path: Path) -> None:
    network = nx.Graph()
    network.add_edge("a", "b", note="<b>&\x00\x0b", nothing=None, deep=[{"x": 1}])
    for suffix in (".graphml", ".gexf", ".csv"):
        networks.write(network, tmp_path / f"odd{suffix}")
    edge = nx.read_graphml(tmp_path / "odd.graphml").edges["a", "b"]
    assert edge["note"] == "<b>&\ufffd\ufffd"
    assert edge["deep"] == '[{"x": 1}]'


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"net\.pdf: a network is written as \.csv, \.gexf, \.graphml"):
        networks.write(nx.Graph(), tmp_path / "net.pdf")


def names(network: nx.Graph, *nodes: str) -> list[str]:
    return [network.nodes[node]["name"] for node in nodes]
