"""The words on a network's page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

_MEASURES = {
    "pagerank": "PageRank",
    "betweenness": "Betweenness",
    "closeness": "Closeness",
    "strength": "Strength",
    "core_number": "Core number",
    "clustering": "Clustering",
}
NOUNS = {"person": "people", "organization": "organisations", "topic": "topics"}


def summary(network: nx.Graph[Any], drawn: int) -> str:
    """How much there is, how much of it is drawn, and what the counts are worth."""
    kinds = {data.get("kind", "") for _, data in network.nodes(data=True)}
    counts = [f"{len(network):,} {noun(kinds)}", count(network.number_of_edges(), "tie")]
    if "works" in network.graph:
        counts.append(count(network.graph["works"], "paper"))
    parts = [", ".join(counts)]
    if drawn < sum(1 for _, degree in network.degree() if degree):
        parts.append(f"the {drawn:,} largest are drawn")
    cut = network.graph.get("cut_lists", 0)
    if cut:
        verb = "prints" if cut == 1 else "print"
        parts.append(f"{count(cut, 'paper')} {verb} a shortened list of authors, so counts are lower bounds")
    return "; ".join(parts) + "."


def count(number: int, noun: str) -> str:
    """``1 paper``, ``2 papers``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size_key(network: nx.Graph[Any]) -> str:
    """What circles are sized by: ``pagerank`` or ``papers`` where all nodes have it, else ``degree``."""
    for key in ("pagerank", "papers"):
        if len(network) and all(key in data for _, data in network.nodes(data=True)):
            return key
    return "degree"


def guide(network: nx.Graph[Any]) -> str:
    """How to read the picture."""
    sizes = {"pagerank": "PageRank", "papers": "number of papers", "degree": "number of ties"}
    weight = "papers written together" if "works" in network.graph else "how much ties them"
    if network.graph.get("weight") == "newman":
        weight += ", each shared among its authors"
    return (
        f"Circle: {sizes[size_key(network)]}. Line: {weight}. Click a circle or a line to see what says so."
    )


def noun(kinds: Collection[str]) -> str:
    """What nodes of these kinds are called together."""
    return " and ".join(NOUNS.get(kind, "nodes") for kind in sorted(kinds, reverse=True)) or "nodes"


def facts(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The numbers of a node, each with its name."""
    found = [("Papers", str(data["papers"]))] if "papers" in data else []
    years = [str(data[key]) for key in ("first_year", "last_year") if data.get(key)]
    if years:
        found.append(("Years", "–".join(dict.fromkeys(years))))
    return found + [(label, f"{data[key]:.3g}") for key, label in _MEASURES.items() if key in data]


def tie_note(data: Mapping[str, Any]) -> str:
    """What ties two nodes, in a few words."""
    if "papers" in data:
        return "1 paper together" if data["papers"] == 1 else f"{data['papers']} papers together"
    if data.get("kinds"):
        return ", ".join(data["kinds"])
    return "; ".join(tie_text(tie) for tie in data.get("ties", ()))


def tie_text(tie: Mapping[str, Any]) -> str:
    """``Assistant Professor, 2025–``."""
    what = tie.get("role") or {"paper": "named on a paper"}.get(tie.get("kind", ""), tie.get("kind", ""))
    years = "–".join(str(tie.get(key) or "") for key in ("start", "end"))
    return ", ".join(part for part in (what, years if years != "–" else "") if part)
