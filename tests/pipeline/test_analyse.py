"""What a graph tells as a whole: communities, topics, measures; the same however the statements came."""

from __future__ import annotations

import random

import pyoxigraph
import pytest

from scholargraph import terms
from scholargraph.graph import Graph
from scholargraph.pipeline.analyse import analyse, topic_clusters

TITLES = {
    "bees": ["Waggle dances of honey bees", "Honey bees and nectar", "The waggle dance decoded"],
    "ice": ["Glacier retreat and ice flow", "Ice flow from space", "Glacier retreat in summer"],
}
TEAMS = {"bees": ["Ada Berg", "Bo Chen", "Cy Dahl"], "ice": ["Di Evans", "El Frost", "Fa Green"]}


def statements() -> list[str]:
    lines = [
        '<topic/bees> skos:prefLabel "Honey bees" .',
        "<person/ada-berg> schema:knowsAbout <topic/bees> .",
    ]
    for team in TEAMS:
        for name in TEAMS[team]:
            lines.append(f'<{path(name)}> a schema:Person ; schema:name "{name}" .')
        for number, title in enumerate(TITLES[team]):
            authors = ", ".join(f"<{path(name)}>" for name in TEAMS[team][: number + 2])
            lines.append(
                f"<work/{team}-{number}> a schema:ScholarlyArticle ; "
                f'schema:name "{title}" ; schema:author {authors} .'
            )
    return [
        *lines,
        '<person/lone> a schema:Person ; schema:name "Lone Ly" .',
        "<work/ice-0> schema:author <person/lone> .",
    ]


def path(name: str) -> str:
    return "person/" + name.lower().replace(" ", "-")


def graph(lines: list[str]) -> Graph:
    store = pyoxigraph.Store()
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in terms.PREFIXES.items())
    store.load((prefixes + "\n".join(lines)).encode(), pyoxigraph.RdfFormat.TURTLE, base_iri=terms.BASE)
    return Graph(store)


@pytest.fixture(scope="module")
def small() -> Graph:
    return graph(statements())


def test_teams_are_communities_named_after_their_people(small: Graph) -> None:
    found = {group.label: group for group in analyse(small).groups if group.kind == "Community"}
    (bees,) = (group for group in found.values() if "person/ada-berg" in group.members)
    assert bees.members == ("person/ada-berg", "person/bo-chen", "person/cy-dahl")
    assert bees.label == "Ada Berg, Bo Chen, Cy Dahl"
    assert bees.parameters["seed"] == "0"


def test_works_of_a_field_share_a_topic(small: Graph) -> None:
    (bees,) = (
        group
        for group in analyse(small).groups
        if group.kind == "TopicCluster" and "work/bees-1" in group.members
    )
    assert set(bees.members) == {"work/bees-0", "work/bees-1", "work/bees-2"}
    assert bees.label == "Honey bees"


def test_clusters_name_works_by_iri(small: Graph) -> None:
    assert all(work.startswith(terms.BASE) for found in topic_clusters(small) for work, _ in found.members)


def test_every_author_is_measured_thrice(small: Graph) -> None:
    measures = analyse(small).measures
    assert [m.name for m in measures if m.entity == "person/ada-berg"] == [
        "pagerank",
        "betweenness",
        "degree",
    ]
    degree = next(m for m in measures if m.entity == "person/ada-berg" and m.name == "degree")
    assert degree.value == 2
    assert all(len(f"{m.value:.12g}".strip("0.").replace(".", "").split("e")[0]) <= 6 for m in measures)


def test_the_order_of_statements_does_not_matter(small: Graph) -> None:
    shuffled = statements()
    random.Random(1).shuffle(shuffled)
    assert analyse(graph(shuffled)) == analyse(small)


def test_an_empty_graph_tells_nothing() -> None:
    found = analyse(graph([]))
    assert (found.groups, found.measures) == ((), ())
