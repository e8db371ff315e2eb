"""Measures of a network: who stands where, and which nodes belong together.

All take a networkx graph and give a value per node (or groups of nodes). The attribute ``weight`` of an
edge is how strong the tie is; where a method wants lengths, a tie of weight w is 1/w long. Nodes are
taken in the order of their ids, so that the result does not hang on how the network was made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

Values = dict[Any, float]


@dataclass(frozen=True)
class Communities:
    """Groups of nodes, the largest first, each sorted; with how they were found."""

    groups: tuple[tuple[Any, ...], ...]
    modularity: float
    """Newman and Girvan's Q of this partition, with weights (Physical Review E 69, 026113, 2004)."""
    method: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    def of(self, node: Hashable) -> int:
        """Which group a node is in (from 0). Raises KeyError for a node that is in none."""
        for number, group in enumerate(self.groups):
            if node in group:
                return number
        raise KeyError(node)


def pagerank(network: nx.Graph[Any]) -> Values:
    """How often a reader who follows ties at random, the strong ones more often, comes by; adds up to 1.

    S. Brin and L. Page, *The anatomy of a large-scale hypertextual Web search engine*, WWW 1998 (damping
    .85).
    """
    import networkx as nx

    return dict(nx.pagerank(_ordered(network), alpha=0.85, tol=1e-12, max_iter=1000)) if network else {}


def betweenness(network: nx.Graph[Any], *, samples: int | None = None) -> Values:
    """The share of shortest paths between others that lead through a node (0-1).

    U. Brandes, *A faster algorithm for betweenness centrality*, J. of Mathematical Sociology 25(2), 2001;
    with ``samples``, estimated from that many start nodes (U. Brandes and C. Pich, Int. J. of Bifurcation
    and Chaos 17(7), 2007).
    """
    import networkx as nx

    count = samples if samples is not None and samples < len(network) else None
    return dict(nx.betweenness_centrality(_with_lengths(network), k=count, weight="length", seed=0))


def degree(network: nx.Graph[Any]) -> Values:
    """How many others a node is tied to (L. C. Freeman, Social Networks 1, 1978)."""
    return {node: float(count) for node, count in _ordered(network).degree()}


def strength(network: nx.Graph[Any]) -> Values:
    """The weights of a node's ties, added up (A. Barrat et al., PNAS 101(11), 2004)."""
    return {node: float(total) for node, total in _ordered(network).degree(weight="weight")}


def closeness(network: nx.Graph[Any]) -> Values:
    """How near a node is to all it can reach, scaled by how many those are (0-1 where weights are at most 1).

    L. C. Freeman 1978 with the correction for several components of S. Wasserman and K. Faust,
    *Social Network Analysis*, 1994, p. 201.
    """
    import networkx as nx

    return dict(nx.closeness_centrality(_with_lengths(network), distance="length"))


def core_number(network: nx.Graph[Any]) -> Values:
    """The largest k such that the node is in a part with k ties for all in it (Seidman, Social Networks
    5, 1983).
    """
    import networkx as nx

    simple = _ordered(network)
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    return {node: float(core) for node, core in nx.core_number(simple).items()}


def clustering(network: nx.Graph[Any]) -> Values:
    """The share of pairs of a node's neighbours that are tied (Watts and Strogatz, Nature 393, 1998)."""
    import networkx as nx

    return {node: float(share) for node, share in nx.clustering(_ordered(network)).items()}


def communities(network: nx.Graph[Any], *, resolution: float = 1.0, seed: int = 0) -> Communities:
    """Groups with many ties inside and few to others, found by the Louvain method.

    V. D. Blondel et al., *Fast unfolding of communities in large networks*, J. of Statistical Mechanics
    P10008, 2008.

    A group that falls apart without others is split into its parts, as V. A. Traag et al., *From Louvain
    to Leiden*, Scientific Reports 9:5233, 2019, show that Louvain may leave such. The same network and
    seed give the same groups; another seed may cut differently where the network leaves it open.
    """
    import networkx as nx

    undirected = _ordered(network.to_undirected())
    found = nx.community.louvain_communities(undirected, weight="weight", resolution=resolution, seed=seed)
    parts = [part for group in found for part in components(undirected.subgraph(group))]
    groups = tuple(sorted(parts, key=lambda part: (-len(part), part)))
    has_ties = undirected.number_of_edges() > 0
    score = nx.community.modularity(undirected, groups, resolution=resolution) if has_ties else 0.0
    return Communities(
        groups, score, "louvain", {"resolution": f"{resolution:g}", "seed": str(seed), "weight": "weight"}
    )


def components(network: nx.Graph[Any]) -> list[tuple[Any, ...]]:
    """The parts that hang together, directions of ties ignored; the largest first, each sorted."""
    import networkx as nx

    parts = (tuple(sorted(part)) for part in nx.connected_components(network.to_undirected(as_view=True)))
    return sorted(parts, key=lambda part: (-len(part), part))


MEASURES: Mapping[str, Callable[[Any], Values]] = {
    "pagerank": pagerank,
    "betweenness": betweenness,
    "degree": degree,
    "strength": strength,
    "closeness": closeness,
    "core_number": core_number,
    "clustering": clustering,
}
"""What :func:`rank` can go by."""


def rank(network: nx.Graph[Any], by: str = "pagerank", top: int | None = None) -> pd.DataFrame:
    """The nodes in the order of a measure, highest first: columns ``name``, ``value``, ``papers`` (where
    known), ``id``.

    The index is the rank, from 1; nodes of equal value stand in the order of their names.
    Raises ValueError for a measure not in :data:`MEASURES`.
    """
    import pandas as pd

    if by not in MEASURES:
        raise ValueError(f"no measure {by!r}; there are {', '.join(MEASURES)}")
    values = {node: round_to(value) for node, value in MEASURES[by](network).items()}
    rows = [
        {"name": data.get("name", node), "value": values[node], "papers": data.get("papers"), "id": node}
        for node, data in network.nodes(data=True)
    ]
    rows.sort(key=lambda row: (-row["value"], str(row["name"]), str(row["id"])))
    table = pd.DataFrame(rows[:top], columns=["name", "value", "papers", "id"]).dropna(
        axis="columns", how="all"
    )
    table.index = pd.RangeIndex(1, len(table) + 1, name="rank")
    return table


def round_to(value: float, digits: int = 6) -> float:
    """To so many significant digits: what differs beyond comes from the machine, not from the network."""
    return float(f"{value:.{digits}g}")


def _ordered(network: nx.Graph[Any]) -> nx.Graph[Any]:
    """A copy with nodes and edges in the order of their ids."""
    copy = network.__class__()
    copy.add_nodes_from(sorted(network))
    copy.add_edges_from(_edges(network))
    return copy


def _edges(network: nx.Graph[Any]) -> list[tuple[Any, Any, dict[str, Any]]]:
    """The edges in order; each from its smaller end where ends are alike."""
    ends = network.edges(data=True)
    pairs = ends if network.is_directed() else ((min(a, b), max(a, b), data) for a, b, data in ends)
    return sorted(pairs, key=lambda edge: edge[:2])


def _with_lengths(network: nx.Graph[Any]) -> nx.Graph[Any]:
    """A copy whose edges have ``length`` = 1/weight; ties without weight are cut."""
    copy = network.__class__()
    copy.add_nodes_from(sorted(network))
    for left, right, data in _edges(network):
        if data.get("weight", 1) > 0:
            copy.add_edge(left, right, length=1 / data.get("weight", 1))
    return copy
