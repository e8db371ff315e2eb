"""ScholarGraph: documents about researchers in, a scholarly knowledge graph with evidence out.

>>> import scholargraph as sg
>>> g = sg.build(["documents/"], graph="graph")     # or sg.open("graph")
>>> g.query("SELECT ?name WHERE { ?p a schema:Person ; schema:name ?name }")
>>> g.person("Ada Lovelace").papers
>>> net = sg.networks.coauthors(g)
>>> sg.measures.rank(net, by="pagerank")
>>> sg.view.network(net, "coauthors.html")

Importing the package loads nothing heavy; each name is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from scholargraph import errors, measures, networks, pages, topics, view
    from scholargraph.errors import ScholarGraphError
    from scholargraph.graph import Graph
    from scholargraph.pipeline.build import build
    from scholargraph.pipeline.opening import open

_HOMES = {
    "Graph": "scholargraph.graph",
    "ScholarGraphError": "scholargraph.errors",
    "build": "scholargraph.pipeline.build",
    "open": "scholargraph.pipeline.opening",
}
_ROOMS = ("errors", "measures", "networks", "pages", "topics", "view")

__all__ = [
    "Graph",
    "ScholarGraphError",
    "build",
    "errors",
    "measures",
    "networks",
    "open",
    "pages",
    "topics",
    "view",
]


def __getattr__(name: str) -> object:
    if name in _ROOMS:
        return import_module(f"scholargraph.{name}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'scholargraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
