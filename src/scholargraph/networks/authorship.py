"""Who writes with whom."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from scholargraph.networks.rows import first, grouped, text, year

if TYPE_CHECKING:
    import networkx as nx

    from scholargraph.graph import Graph

Work = dict[str, Any]

_AUTHORS = """
SELECT ?work ?person WHERE {
  ?work a schema:ScholarlyArticle ; schema:author ?person . ?person a schema:Person
}"""
_WORKS = """
SELECT DISTINCT ?work ?title ?date ?complete WHERE {
  ?work a schema:ScholarlyArticle ; schema:author ?author ; schema:name ?title .
  OPTIONAL { ?work schema:datePublished ?date }
  OPTIONAL { ?work sg:authorListComplete ?complete }
}"""
_PEOPLE = """
SELECT ?person ?name ?url WHERE {
  ?person a schema:Person ; schema:name ?name .
  OPTIONAL { ?person schema:url ?url }
}"""
_ORGANIZATIONS = """
SELECT DISTINCT ?person ?name WHERE {
  { ?person schema:affiliation ?organization }
  UNION { ?authorship sg:affiliation ?organization ; sg:author ?person }
  ?organization schema:name ?name .
}"""


def coauthors(
    graph: Graph,
    *,
    weight: str = "full",
    minimum_papers: int = 1,
    since: int | None = None,
    until: int | None = None,
) -> nx.Graph[str]:
    """The co-author network: two people are joined when they wrote a paper together.

    ``weight`` says what an edge weighs: ``full`` counts the papers written together; ``newman`` gives a
    paper of n authors 1/(n-1) for each pair, so that a person's edges add up to their papers with others
    (M. E. J. Newman, *Scientific collaboration networks II*, Physical Review E 64, 016132, 2001).
    ``since`` and ``until`` are years, both included; with either of them, papers without a year are left
    out. People with fewer than ``minimum_papers`` papers are left out.

    Nodes (IRIs of people): ``name``, ``iri``, ``kind``, ``papers`` (how many), ``works`` (list of dicts with
    ``title``, ``year``, ``iri``), ``first_year``, ``last_year`` (None when unknown), ``organizations``
    (names), ``url``.
    Edges: ``weight``, ``papers``, ``newman``, ``works``.
    Of the network (``.graph``): ``works``, ``cut_lists`` (papers whose printed list of authors is cut
    short: people hidden by "et al." are missing, so ``papers`` is a lower bound and ``newman`` too high
    for those who are shown), ``largest_author_list``, ``weight``.

    Raises ValueError for an unknown weight.
    """
    import networkx as nx

    if weight not in {"full", "newman"}:
        raise ValueError(f"weight is 'full' or 'newman', not {weight!r}")
    works = _works(graph, since, until)
    network: nx.Graph[str] = nx.Graph(
        name="Co-author network",
        weight=weight,
        works=len(works),
        cut_lists=sum(not work["complete"] for work in works),
        largest_author_list=max((len(work["authors"]) for work in works), default=0),
    )
    _add_people(network, graph, works, minimum_papers)
    _add_pairs(network, works, weight)
    return network


def _works(graph: Graph, since: int | None, until: int | None) -> list[Work]:
    """The papers of the years asked for, oldest first, each with its authors."""
    authors = grouped(graph.rows(_AUTHORS), "work", "person")
    found: dict[str, Work] = {}
    for row in graph.rows(_WORKS):
        iri = text(row, "work")
        found[iri] = {
            "iri": iri,
            "title": text(row, "title"),
            "year": year(row),
            "complete": text(row, "complete").lower() not in {"false", "0"},
            "authors": authors[iri],
        }
    chosen = [work for work in found.values() if _within(work["year"], since, until)]
    return sorted(chosen, key=lambda work: (work["year"] or 9999, work["title"], work["iri"]))


def _within(year: int | None, since: int | None, until: int | None) -> bool:
    if since is None and until is None:
        return True
    return year is not None and (since is None or year >= since) and (until is None or year <= until)


def _add_people(network: nx.Graph[str], graph: Graph, works: list[Work], minimum_papers: int) -> None:
    people = list(graph.rows(_PEOPLE))
    names, urls = first(people, "person", "name"), first(people, "person", "url")
    organizations = grouped(graph.rows(_ORGANIZATIONS), "person", "name")
    written: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        for person in work["authors"]:
            written[person].append(work)
    for person in sorted(p for p in written if len(written[p]) >= minimum_papers):
        years = [work["year"] for work in written[person] if work["year"]]
        network.add_node(
            person,
            name=names.get(person, person),
            iri=person,
            kind="person",
            papers=len(written[person]),
            works=[_brief(work) for work in written[person]],
            first_year=min(years, default=None),
            last_year=max(years, default=None),
            organizations=organizations.get(person, []),
            url=urls.get(person, ""),
        )


def _add_pairs(network: nx.Graph[str], works: list[Work], weight: str) -> None:
    shared: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for work in works:
        for pair in combinations(work["authors"], 2):
            shared[pair].append(work)
    for left, right in sorted(shared):
        if left in network and right in network:
            papers = shared[left, right]
            newman = sum(1 / (len(work["authors"]) - 1) for work in papers)
            network.add_edge(
                left,
                right,
                weight=newman if weight == "newman" else len(papers),
                papers=len(papers),
                newman=newman,
                works=[_brief(work) for work in papers],
            )


def _brief(work: Work) -> Work:
    return {key: work[key] for key in ("title", "year", "iri")}
