"""A network as a page: who is tied to whom, and what says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scholargraph.view.layout import places
from scholargraph.view.page import (
    Detail,
    Edge,
    Evidence,
    Group,
    Node,
    Page,
    Record,
    Section,
    passages,
    scaled,
    write,
)

if TYPE_CHECKING:
    import networkx as nx

MOST_DRAWN = 1000
"""Nodes drawn; of a larger network, the largest ones. Beyond, a picture is a grey sheet and a browser
slow.
"""

_MEASURES = {
    "pagerank": "PageRank",
    "betweenness": "Betweenness",
    "closeness": "Closeness",
    "strength": "Strength",
    "core_number": "Core number",
    "clustering": "Clustering",
}
_NOUNS = {"person": "people", "organization": "organisations", "topic": "topics"}


def network(
    network: nx.Graph[Any],
    path: str | Path,
    *,
    title: str = "",
    groups: Mapping[str, Collection[Any]] | None = None,
    evidence: Evidence | None = None,
) -> Path:
    """Draw a network as one offline HTML page; gives its path.

    Circles are sized by the node attribute ``pagerank`` where all nodes have it, else by ``papers``, else
    by degree; lines are as wide as their ``weight``. ``groups``: label → nodes, shown by colour and
    place, with a legend (without it: by the attribute ``kind`` where there are several). ``evidence``:
    node or work IRI → passages (dicts with ``source``, ``lines``, ``quote``) shown in the side panel.
    Other attributes that are understood: ``name``, ``kind``, ``organizations``, ``url``, ``first_year``,
    ``last_year``, ``works`` (of nodes and edges), ``ties`` and ``kinds`` (of edges), the names of
    measures.
    Nodes without ties are listed, not drawn; of more than 1,000 nodes, the 1,000 largest are drawn.
    """
    return write(_Drawing(network, groups, evidence).page(title), path)


class _Drawing:
    """Carries what every node and edge needs while the page is put together."""

    def __init__(
        self, network: nx.Graph[Any], groups: Mapping[str, Collection[Any]] | None, evidence: Evidence | None
    ) -> None:
        self.network, self.evidence = network, evidence
        measure = _size_measure(network)
        self.order = sorted(network, key=lambda node: (-measure[node], self.name(node), str(node)))
        self.number = {node: index for index, node in enumerate(self.order)}
        self.sizes = dict(zip(self.order, scaled((measure[node] for node in self.order), 4, 30), strict=True))
        self.groups = self._sorted(_kinds(network) if groups is None else groups)
        self.records: dict[str, int] = {}

    def _sorted(self, groups: Mapping[str, Collection[Any]]) -> dict[str, list[Any]]:
        """The groups that the network shows, the largest first: they get the colours."""
        chosen = {label: frozenset(nodes) for label, nodes in groups.items()}
        found = {label: [node for node in self.order if node in nodes] for label, nodes in chosen.items()}
        return {
            label: found[label]
            for label in sorted(found, key=lambda label: (-len(found[label]), label))
            if found[label]
        }

    def name(self, node: Any) -> str:
        return str(self.network.nodes[node].get("name", node))

    def page(self, title: str) -> Page:
        drawn = [node for node in self.order if self.network.degree(node)][:MOST_DRAWN]
        page = Page(
            title or self.network.name or "Network", _summary(self.network, len(drawn)), _guide(self.network)
        )
        kinds = {data.get("kind", "") for _, data in self.network.nodes(data=True)}
        page.headings = ("Groups", _noun(kinds).capitalize())
        page.groups = [Group(label, "", len(nodes)) for label, nodes in self.groups.items()]
        group = {node: index for index, nodes in enumerate(self.groups.values()) for node in nodes}
        place = self._places(drawn)
        for node in self.order:
            page.nodes.append(
                Node(self._node(page, node), group.get(node, -1), self.sizes[node], place.get(node))
            )
        self._add_edges(page, place)
        return page

    def _places(self, drawn: list[Any]) -> dict[Any, tuple[float, float]]:
        shown = set(drawn)
        members = [[node for node in nodes if node in shown] for nodes in self.groups.values()]
        grouped = {node for nodes in members for node in nodes}
        rest = [node for node in drawn if node not in grouped]
        return places(self.network, [nodes for nodes in [*members, rest] if nodes], self.sizes)

    def _add_edges(self, page: Page, place: Mapping[Any, Any]) -> None:
        ties = [
            (a, b, data)
            for a, b, data in self.network.edges(data=True)
            if a in place and b in place and a != b
        ]
        ties.sort(key=lambda tie: (self.number[tie[0]], self.number[tie[1]]))
        widths = scaled((float(data.get("weight", 1)) for _, _, data in ties), 0.6, 7)
        for (left, right, _), width in zip(ties, widths, strict=True):
            ends = self.number[left], self.number[right]
            page.edges.append(Edge(ends, width, self._tie(page, left, right), self.network.is_directed()))

    def _node(self, page: Page, node: Any) -> Detail:
        data = self.network.nodes[node]
        works = self._works(page, data.get("works", ()))
        neighbours = sorted(
            self.network.to_undirected(as_view=True).adj[node].items(),
            key=lambda item: (-float(item[1].get("weight", 1)), self.number[item[0]]),
        )
        near = [
            page.record(Record(self.name(other), _tie_note(tie), node=self.number[other]))
            for other, tie in neighbours
        ]
        heading = "Wrote with" if "works" in self.network.graph else "Tied to"
        return Detail(
            name=self.name(node),
            kind=str(data.get("kind", "")),
            subtitle=" · ".join(data.get("organizations", ())),
            url=str(data.get("url", "")),
            facts=_facts(data),
            sections=[s for s in (Section("Papers", works), Section(heading, near)) if s.records],
            evidence=passages(self.evidence, str(node)),
        )

    def _tie(self, page: Page, left: Any, right: Any) -> Detail:
        data = self.network.edges[left, right]
        told = [page.record(Record(_tie_text(tie))) for tie in data.get("ties", ())]
        told += [page.record(Record(kind)) for kind in data.get("kinds", ())]
        works = self._works(page, data.get("works", ()))
        arrow = " → " if self.network.is_directed() else " – "
        sections = [Section("What ties them", told), Section("Papers together", works)]
        return Detail(
            name=f"{self.name(left)}{arrow}{self.name(right)}",
            subtitle=_tie_note(data),
            sections=[section for section in sections if section.records],
        )

    def _works(self, page: Page, works: Collection[Mapping[str, Any]]) -> list[int]:
        """The records of papers, newest first; a paper is kept once however many people show it."""
        newest = sorted(works, key=lambda work: (-(work.get("year") or 0), str(work.get("title", ""))))
        for work in newest:
            iri = str(work.get("iri", work.get("title", "")))
            if iri not in self.records:
                year = str(work.get("year") or "no year")
                self.records[iri] = page.record(
                    Record(str(work.get("title", iri)), year, evidence=passages(self.evidence, iri))
                )
        return [self.records[str(work.get("iri", work.get("title", "")))] for work in newest]


def _size_measure(network: nx.Graph[Any]) -> dict[Any, float]:
    for key in ("pagerank", "papers"):
        if len(network) and all(key in data for _, data in network.nodes(data=True)):
            return {node: float(data[key]) for node, data in network.nodes(data=True)}
    return {node: float(count) for node, count in network.degree()}


def _kinds(network: nx.Graph[Any]) -> dict[str, list[Any]]:
    """Nodes by their kind, where there are several kinds."""
    found: dict[str, list[Any]] = {}
    for node, data in network.nodes(data=True):
        found.setdefault(_NOUNS.get(data.get("kind", ""), data.get("kind", "")).capitalize(), []).append(node)
    return found if len(found) > 1 else {}


def _summary(network: nx.Graph[Any], drawn: int) -> str:
    kinds = {data.get("kind", "") for _, data in network.nodes(data=True)}
    parts = [f"{len(network):,} {_noun(kinds)}, {network.number_of_edges():,} ties"]
    tied = sum(1 for _, count in network.degree() if count)
    if "works" in network.graph:
        parts[0] += f", {network.graph['works']:,} papers"
    if drawn < tied:
        parts.append(f"the {drawn:,} largest are drawn")
    if network.graph.get("cut_lists"):
        cut = network.graph["cut_lists"]
        parts.append(f"{cut:,} papers print a shortened list of authors, so counts are lower bounds")
    return "; ".join(parts) + "."


def _guide(network: nx.Graph[Any]) -> str:
    by = next(
        (k for k in ("pagerank", "papers") if all(k in d for _, d in network.nodes(data=True))), "degree"
    )
    sizes = {"pagerank": "PageRank", "papers": "number of papers", "degree": "number of ties"}
    weight = "papers written together" if "works" in network.graph else "how much ties them"
    if network.graph.get("weight") == "newman":
        weight += ", each shared among its authors"
    return f"Circle: {sizes[by]}. Line: {weight}. Click a circle or a line to see what says so."


def _noun(kinds: Collection[str]) -> str:
    return " and ".join(_NOUNS.get(kind, "nodes") for kind in sorted(kinds, reverse=True)) or "nodes"


def _facts(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    facts = [("Papers", str(data["papers"]))] if "papers" in data else []
    years = [str(data[key]) for key in ("first_year", "last_year") if data.get(key)]
    if years:
        facts.append(("Years", "–".join(dict.fromkeys(years))))
    return facts + [(label, f"{data[key]:.3g}") for key, label in _MEASURES.items() if key in data]


def _tie_note(data: Mapping[str, Any]) -> str:
    if "papers" in data:
        return "1 paper together" if data["papers"] == 1 else f"{data['papers']} papers together"
    if data.get("kinds"):
        return ", ".join(data["kinds"])
    return "; ".join(_tie_text(tie) for tie in data.get("ties", ()))


def _tie_text(tie: Mapping[str, Any]) -> str:
    """``Assistant Professor, 2025–``."""
    what = tie.get("role") or {"paper": "named on a paper"}.get(tie.get("kind", ""), tie.get("kind", ""))
    years = (
        f"{tie.get('start', '')}–{tie.get('end', '')}".strip() if tie.get("start") or tie.get("end") else ""
    )
    return ", ".join(part for part in (what, years) if part)
