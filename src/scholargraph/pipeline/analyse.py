"""What a graph tells as a whole, to be written back into it: communities, topic clusters, measures of
people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from scholargraph import measures, networks
from scholargraph.model import Analysis, Group, Measure
from scholargraph.topics import TopicCluster, cluster

if TYPE_CHECKING:
    import networkx as nx

    from scholargraph.graph import Graph

MOST_EXACT = 500
"""People up to which betweenness is computed from all of them; beyond, from ``SAMPLES`` of them."""
SAMPLES = 300

_WORKS = """
SELECT ?work ?title ?abstract ?date WHERE {
  ?work a schema:ScholarlyArticle ; schema:author ?author ; schema:name ?title .
  OPTIONAL { ?work schema:abstract ?abstract } OPTIONAL { ?work schema:datePublished ?date }
}"""
_INTERESTS = (
    "SELECT DISTINCT ?label WHERE { ?person schema:knowsAbout ?topic . ?topic skos:prefLabel ?label }"
)


def analyse(graph: Graph) -> Analysis:
    """Communities of co-authors, topic clusters over the works, and three measures of every author.

    Numbers keep six significant digits, so that the same graph gives the same bytes on another machine.
    """
    network = networks.coauthors(graph)
    clusters = topic_clusters(graph)
    groups = (*_communities(graph, network, clusters), *(_topic(graph, one) for one in clusters))
    return Analysis(groups=groups, measures=tuple(_measures(graph, network)))


def topic_clusters(graph: Graph) -> list[TopicCluster]:
    """Works (IRIs) by what their titles and abstracts are about; people's interests are favoured as
    labels.
    """
    texts: dict[str, str] = {}
    for row in sorted(
        graph.rows(_WORKS), key=lambda row: (row["work"], str(row["title"]), str(row["abstract"]))
    ):
        texts.setdefault(str(row["work"]), f"{row['title']}\n{row['abstract'] or ''}")
    return cluster(texts, preferred=[str(row["label"]) for row in graph.rows(_INTERESTS)])


def _topic(graph: Graph, found: TopicCluster) -> Group:
    return Group(
        kind="TopicCluster",
        label=found.label,
        members=tuple(sorted(graph.path(work) for work, _ in found.members)),
        method=found.method,
        parameters=dict(found.parameters),
        terms=found.terms,
    )


def _communities(graph: Graph, network: nx.Graph[str], clusters: Sequence[TopicCluster]) -> list[Group]:
    """Groups of two and more, named after their most central people; the terms are the topics they share
    papers on.
    """
    found = measures.communities(network)
    central = measures.pagerank(network)
    parameters = {**found.parameters, "modularity": f"{found.modularity:.4f}"}
    used: set[str] = set()
    return [
        Group(
            kind="Community",
            label=_label(
                network, sorted(people, key=lambda one: (-measures.round_to(central[one]), one)), used
            ),
            members=tuple(graph.path(person) for person in people),
            method=found.method,
            parameters=parameters,
            terms=_shared_topics(network, people, clusters),
        )
        for people in found.groups
        if len(people) > 1
    ]


def _label(network: nx.Graph[str], people: Sequence[str], used: set[str]) -> str:
    """The names of the first three; of more where three others are called the same."""
    names = [network.nodes[person]["name"] for person in people]
    shown = next((n for n in range(3, len(names)) if ", ".join(names[:n]) not in used), len(names))
    label = ", ".join(names[:shown])
    used.add(label)
    return label


def _shared_topics(
    network: nx.Graph[str], people: Sequence[str], clusters: Sequence[TopicCluster]
) -> tuple[str, ...]:
    """The two topics on which the members wrote most papers with each other."""
    topic = {work: one.label for one in clusters for work, _ in one.members}
    together: dict[str, Any] = {}
    for _, _, tie in network.subgraph(people).edges(data=True):
        together.update((work["iri"], topic.get(work["iri"])) for work in tie["works"])
    counts = Counter(label for label in together.values() if label)
    return tuple(sorted(counts, key=lambda label: (-counts[label], label))[:2])


def _measures(graph: Graph, network: nx.Graph[str]) -> list[Measure]:
    samples = SAMPLES if len(network) > MOST_EXACT else None
    values: dict[str, tuple[str, Mapping[str, float]]] = {
        "pagerank": ("damping 0.85, weighted by papers together", measures.pagerank(network)),
        "betweenness": (
            "shortest paths, a tie is 1/papers long" + (f", from {samples} people" if samples else ""),
            measures.betweenness(network, samples=samples),
        ),
        "degree": ("number of co-authors", measures.degree(network)),
    }
    found: dict[str, list[Measure]] = defaultdict(list)
    for name, (method, by_person) in values.items():
        for person, value in by_person.items():
            entity = graph.path(person)
            found[person].append(
                Measure(entity=entity, name=name, value=measures.round_to(value), method=method)
            )
    return [measure for person in sorted(found) for measure in found[person]]
