"""Which topics go together."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from scholargraph.networks.rows import first, grouped, text

if TYPE_CHECKING:
    import networkx as nx

    from scholargraph.graph import Graph

_ASSIGNED = """
SELECT DISTINCT ?thing ?kind ?topic ?label WHERE {
  { ?thing schema:about ?topic . BIND("work" AS ?kind) }
  UNION { ?thing schema:knowsAbout ?topic . BIND("person" AS ?kind) }
  UNION { ?thing sg:topicAssignment/sg:topic ?topic ; a schema:Person . BIND("person" AS ?kind) }
  UNION { ?thing sg:topicAssignment/sg:topic ?topic ; schema:author ?author . BIND("work" AS ?kind) }
  ?topic skos:prefLabel ?label .
}"""


def topics(graph: Graph) -> nx.Graph[str]:
    """Topics, joined when one work is about both or one person knows both (co-word analysis; M. Callon et
    al., *From translations to problematic networks*, Social Science Information 22(2), 1983).

    Nodes: ``name``, ``iri``, ``kind``, ``papers`` and ``people`` (how many of each). Edges: ``weight``
    (works and people that have both).
    """
    import networkx as nx

    rows = list(graph.rows(_ASSIGNED))
    labels = first(rows, "topic", "label")
    things = {kind: [row for row in rows if text(row, "kind") == kind] for kind in ("work", "person")}
    works, people = (grouped(things[kind], "topic", "thing") for kind in ("work", "person"))
    network: nx.Graph[str] = nx.Graph(name="Topics")
    for topic in sorted(labels):
        counts = {"papers": len(works.get(topic, ())), "people": len(people.get(topic, ()))}
        network.add_node(topic, name=labels[topic], iri=topic, kind="topic", **counts)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for having in grouped(rows, "thing", "topic").values():
        for pair in combinations(having, 2):
            shared[pair] += 1
    network.add_weighted_edges_from((left, right, shared[left, right]) for left, right in sorted(shared))
    return network
