"""Opening what is there: a graph folder, or somebody's SPARQL endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from scholargraph.graph import Graph
    from scholargraph.graph.remote import RemoteGraph


@overload
def open(where: Path = ...) -> Graph: ...
@overload
def open(where: str) -> Graph | RemoteGraph: ...
def open(where: str | Path = "graph") -> Graph | RemoteGraph:
    """Open a graph folder, or an endpoint by its address (``https://…/sparql``), for reading.

    Raises GraphError where there is no graph, or a damaged one that cannot be built again.
    """
    if isinstance(where, str) and where.startswith(("http://", "https://")):
        from scholargraph.graph.remote import open_remote

        return open_remote(where)
    from scholargraph.graph import Graph

    return Graph.open(where)
