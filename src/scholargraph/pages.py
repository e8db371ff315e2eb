"""A graph's pages: what the graph, its networks and its topics give, put into one HTML file each."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scholargraph.graph import Graph

MOST_QUOTES = 8
"""Passages shown for one thing; `explain` gives all."""

_TITLES = {
    "coauthors": "Who writes with whom",
    "affiliations": "Who works where",
    "mentors": "Who taught whom",
    "topics": "Which topics go together",
}

_EVIDENCE = """
SELECT DISTINCT ?thing ?file ?first ?last ?quote WHERE {
  VALUES ?class { schema:Person schema:ScholarlyArticle schema:Organization skos:Concept }
  ?thing a ?class ; sg:mention ?mention .
  GRAPH ?source { ?mention sg:quote ?quote ; sg:startLine ?first ; sg:endLine ?last }
  ?source a sg:SourceDocument ; schema:name ?file .
} ORDER BY ?thing ?file ?first ?quote"""

_WORKS = """
SELECT ?work ?title ?author ?date ?abstract ?url WHERE {
  ?work sg:authorship ?authorship ; schema:name ?title .
  ?authorship sg:author/schema:name ?author .
  OPTIONAL { ?authorship sg:ordinal ?ordinal }
  OPTIONAL { ?work schema:datePublished ?date } OPTIONAL { ?work schema:abstract ?abstract }
  OPTIONAL { SELECT ?work (MIN(?address) AS ?url) WHERE { ?work schema:url|sg:code ?address } GROUP BY ?work }
} ORDER BY ?work COALESCE(?ordinal, 9999) ?author"""

_COMMUNITIES = """
SELECT ?label ?person WHERE {
  GRAPH ?analysis { ?community a sg:Community ; rdfs:label ?label ; sg:member ?person }
} ORDER BY ?label ?person"""

_MEASURES = """
SELECT ?person ?name ?value WHERE {
  GRAPH ?analysis { ?measure a sg:Measure ; sg:about ?person ; schema:name ?name ; sg:value ?value }
}"""


def network(graph: Graph, path: str | Path, *, kind: str = "coauthors", weight: str = "full") -> Path:
    """A network (``coauthors``, ``affiliations``, ``mentors``, ``topics``) as a page; gives its path.

    Raises ValueError for another kind. ``weight`` is for co-authors (see :func:`networks.coauthors`).
    """
    from scholargraph import networks, view

    if kind == "coauthors":
        return coauthors(graph, path, weight=weight)
    if kind not in _TITLES:
        raise ValueError(f"no network {kind!r}; there are {', '.join(_TITLES)}")
    made = getattr(networks, kind)(graph)
    return view.network(made, path, title=_TITLES[kind], evidence=evidence(graph))


def coauthors(graph: Graph, path: str | Path, *, weight: str = "full") -> Path:
    """The co-author network as a page: communities, measures, shared papers, quoted evidence."""
    from scholargraph import networks, view

    network = networks.coauthors(graph, weight=weight)
    for row in graph.rows(_MEASURES):
        if row["person"] in network:
            network.nodes[row["person"]][row["name"]] = row["value"]
    groups: dict[str, list[str]] = defaultdict(list)
    for row in graph.rows(_COMMUNITIES):
        groups[row["label"]].append(row["person"])
    title = _TITLES["coauthors"]
    return view.network(network, path, title=title, groups=groups, evidence=evidence(graph))


def topics(graph: Graph, path: str | Path) -> Path:
    """The topic clusters as a page: papers around their topics, each with authors, abstract and evidence."""
    from scholargraph import view
    from scholargraph.pipeline.analyse import topic_clusters

    works: dict[str, dict[str, Any]] = {}
    for row in graph.rows(_WORKS):
        work = works.setdefault(row["work"], {"title": row["title"], "authors": []})
        work["authors"].append(row["author"])
        work |= {key: row[key] for key in ("abstract", "url") if row[key]}
        if row["date"]:
            work["year"] = str(row["date"])[:4]
    return view.topics(topic_clusters(graph), works, path, evidence=evidence(graph))


def evidence(graph: Graph) -> dict[str, list[dict[str, Any]]]:
    """The passages (``source`` file, ``lines``, ``quote``) that tell of each person, paper, organisation and
    topic (by IRI).
    """
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in graph.rows(_EVIDENCE):
        lines = str(row["first"]) if row["first"] == row["last"] else f"{row['first']}–{row['last']}"
        if len(found[row["thing"]]) < MOST_QUOTES:
            found[row["thing"]].append({"source": row["file"], "lines": lines, "quote": row["quote"]})
    return dict(found)
