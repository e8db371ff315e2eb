"""The graph: RDF made from records, a store published whole, queries, search, explanations."""

from scholargraph.graph.core import Graph, Queryable
from scholargraph.graph.lock import locked
from scholargraph.graph.rdf import Quad, analysis_quads, quads
from scholargraph.graph.remote import RemoteGraph, open_remote
from scholargraph.graph.sparql import Node
from scholargraph.graph.store import publish

__all__ = [
    "Graph",
    "Node",
    "Quad",
    "Queryable",
    "RemoteGraph",
    "analysis_quads",
    "locked",
    "open_remote",
    "publish",
    "quads",
]
