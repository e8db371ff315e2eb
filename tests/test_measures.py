"""Measures: values known by hand, and results that do not hang on the order of nodes."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from scholargraph import measures


def star() -> nx.Graph:
    """A hub with four others; the tie to ``d`` is the strongest."""
    network = nx.Graph()
    network.add_weighted_edges_from([("hub", name, 1) for name in "abc"] + [("hub", "d", 3)])
    nx.set_node_attributes(network, {name: name.upper() for name in network}, "name")
    return network


def two_cliques() -> nx.Graph:
    network = nx.Graph()
    for names in ("abcd", "wxyz"):
        network.add_weighted_edges_from((one, two, 1) for one in names for two in names if one < two)
    network.add_edge("d", "w", weight=1)
    return network


def test_all_shortest_paths_of_a_star_lead_through_its_hub() -> None:
    assert measures.betweenness(star()) == {"hub": 1.0, "a": 0.0, "b": 0.0, "c": 0.0, "d": 0.0}


def test_degree_counts_ties_and_strength_their_weight() -> None:
    assert measures.degree(star())["hub"] == 4
    assert measures.strength(star())["hub"] == 6


def test_pagerank_adds_up_to_one_and_follows_weights() -> None:
    ranks = measures.pagerank(star())
    assert sum(ranks.values()) == pytest.approx(1)
    assert ranks["hub"] > ranks["d"] > ranks["a"]


def test_strong_ties_are_short_ways() -> None:
    network = nx.Graph()
    network.add_weighted_edges_from([("a", "b", 10), ("b", "c", 10), ("a", "c", 1)])
    assert measures.betweenness(network)["b"] == 1
    assert measures.closeness(network)["b"] > measures.closeness(network)["a"]


def test_cores_and_clustering_of_a_clique() -> None:
    network = two_cliques()
    assert measures.core_number(network)["a"] == 3
    assert measures.clustering(network)["a"] == 1


def test_communities_are_the_cliques() -> None:
    found = measures.communities(two_cliques())
    assert found.groups == (("a", "b", "c", "d"), ("w", "x", "y", "z"))
    assert found.modularity == pytest.approx(12 / 13 - 0.5)
    assert found.of("x") == 1
    assert found.method == "louvain"
    assert found.parameters["seed"] == "0"


def test_a_community_hangs_together() -> None:
    network = nx.gnm_random_graph(60, 80, seed=5)
    for group in measures.communities(network).groups:
        assert nx.is_connected(network.subgraph(group))


def test_results_do_not_hang_on_the_order_of_nodes() -> None:
    network = nx.gnm_random_graph(40, 90, seed=1)
    nodes, edges = list(network), [tuple(random.Random(3).sample(pair, 2)) for pair in network.edges]
    random.Random(2).shuffle(nodes)
    random.Random(2).shuffle(edges)
    other = nx.Graph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    assert measures.communities(other) == measures.communities(network)
    for measure in measures.MEASURES.values():
        assert measure(other) == measure(network)


def test_components_come_largest_first() -> None:
    network = two_cliques()
    network.add_edge("m", "n")
    assert [len(part) for part in measures.components(network)] == [8, 2]


def test_rank_gives_names_and_breaks_ties_by_name() -> None:
    table = measures.rank(star(), by="degree", top=3)
    assert list(table["name"]) == ["HUB", "A", "B"]
    assert list(table.index) == [1, 2, 3]


def test_rank_refuses_an_unknown_measure() -> None:
    with pytest.raises(ValueError, match="no measure 'fame'; there are pagerank"):
        measures.rank(star(), by="fame")


@pytest.mark.parametrize("name", measures.MEASURES)
def test_an_empty_network_has_no_values(name: str) -> None:
    assert measures.rank(nx.Graph(), by=name).empty


def test_groups_of_an_empty_network() -> None:
    assert measures.communities(nx.Graph()).groups == ()
