"""A network → a file other programs read (Gephi, Cytoscape, R, a spreadsheet)."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""


def edges(network: nx.Graph[str]) -> pd.DataFrame:
    """The edges as a table, the heaviest first: ``source`` and ``target`` (names), ``weight`` and what
    else they carry.
    """
    import pandas as pd

    name = network.nodes(data="name")
    rows = [
        {
            "source": name[a] or a,
            "target": name[b] or b,
            **_flat_values({k: v for k, v in data.items() if k != "works"}),
        }
        for a, b, data in network.edges(data=True)
    ]
    rows.sort(key=lambda row: (-row.get("weight", 1), str(row["source"]), str(row["target"])))
    return pd.DataFrame(
        rows, columns=list(dict.fromkeys(["source", "target", *(k for row in rows for k in row)]))
    )


def write(network: nx.Graph[str], path: str | Path) -> list[Path]:
    """Write a network in the form its file name asks for; gives the files written.

    ``.graphml``, ``.gexf``, or ``.csv``: the edges in that file and the nodes beside it (``x.csv``,
    ``x.nodes.csv``). Lists of text become ``a; b``, anything deeper JSON, None is left out. Raises
    ValueError for another ending.
    """
    path = Path(path)
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ValueError(f"{path.name}: a network is written as {', '.join(sorted(_WRITERS))}")
    return writer(_flat_network(network), path)


def _graphml(network: nx.Graph[str], path: Path) -> list[Path]:
    import networkx as nx

    nx.write_graphml_xml(network, path)
    return [path]


def _gexf(network: nx.Graph[str], path: Path) -> list[Path]:
    import networkx as nx

    for node, data in network.nodes(data=True):
        data["label"] = data.get("name", node)
    nx.write_gexf(network, path)
    return [path]


def _csv(network: nx.Graph[str], path: Path) -> list[Path]:
    nodes = path.with_suffix(".nodes.csv")
    _table(nodes, ({"id": node, **data} for node, data in network.nodes(data=True)))
    _table(path, ({"source": a, "target": b, **data} for a, b, data in network.edges(data=True)))
    return [path, nodes]


_WRITERS: Mapping[str, Callable[[Any, Path], list[Path]]] = {
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".csv": _csv,
}


def _table(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    rows = list(rows)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or ["source", "target"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _flat_network(network: nx.Graph[str]) -> nx.Graph[str]:
    """A copy whose attributes are text and numbers."""
    flat = network.__class__(**_flat_values(network.graph))
    flat.add_nodes_from((_clean(node), _flat_values(data)) for node, data in network.nodes(data=True))
    flat.add_edges_from((_clean(a), _clean(b), _flat_values(data)) for a, b, data in network.edges(data=True))
    return flat


def _flat_values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _flat(value) for key, value in values.items() if value is not None}


def _flat(value: Any) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return _clean("; ".join(value))
    return _clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
