"""A network as a page: who is tied to whom, and what says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scholargraph.view.captions import NOUNS, facts, guide, noun, size_key, summary, tie_note, tie_text
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
        self.network, self.evidence, self.grouped = network, evidence, groups is not None
        measure = _sizes(network)
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
            title or self.network.name or "Network", summary(self.network, len(drawn)), guide(self.network)
        )
        kinds = {data.get("kind", "") for _, data in self.network.nodes(data=True)}
        heading = "Communities" if self.grouped and "works" in self.network.graph else "Groups"
        page.headings, page.discs = (heading, noun(kinds).capitalize()), self.grouped
        page.groups = [Group(label, "", len(nodes)) for label, nodes in self.groups.items()]
        group = {node: index for index, nodes in enumerate(self.groups.values()) for node in nodes}
        if len(drawn) == MOST_DRAWN:
            page.lone = "not drawn"
        place = self._places(drawn)
        for node in self.order:
            page.nodes.append(
                Node(self._node(page, node), group.get(node, -1), self.sizes[node], place.get(node))
            )
        self._add_edges(page, place)
        return page

    def _places(self, drawn: list[Any]) -> dict[Any, tuple[float, float]]:
        shown = set(drawn)
        if not self.grouped:
            return places(self.network, _parts(self.network.subgraph(drawn), self.order), self.sizes)
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
        widths = _widths([float(data.get("weight", 1)) for _, _, data in ties])
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
            page.record(Record(self.name(other), tie_note(tie), node=self.number[other]))
            for other, tie in neighbours
        ]
        heading = "Wrote with" if "works" in self.network.graph else "Tied to"
        return Detail(
            name=self.name(node),
            kind=str(data.get("kind", "")),
            subtitle=" · ".join(data.get("organizations", ())),
            url=str(data.get("url", "")),
            facts=facts(data),
            sections=[s for s in (Section("Papers", works), Section(heading, near)) if s.records],
            evidence=passages(self.evidence, str(node)),
        )

    def _tie(self, page: Page, left: Any, right: Any) -> Detail:
        data = self.network.edges[left, right]
        told = [page.record(Record(tie_text(tie))) for tie in data.get("ties", ())]
        told += [page.record(Record(kind)) for kind in data.get("kinds", ())]
        works = self._works(page, data.get("works", ()))
        arrow = " → " if self.network.is_directed() else " – "
        sections = [Section("What ties them", told), Section("Papers together", works)]
        return Detail(
            name=f"{self.name(left)}{arrow}{self.name(right)}",
            subtitle=tie_note(data),
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


def _sizes(network: nx.Graph[Any]) -> dict[Any, float]:
    key = size_key(network)
    if key == "degree":
        return {node: float(ties) for node, ties in network.degree()}
    return {node: float(data[key]) for node, data in network.nodes(data=True)}


def _parts(network: nx.Graph[Any], order: list[Any]) -> list[list[Any]]:
    """The parts that hang together, each in the given order."""
    import networkx as nx

    number = {node: index for index, node in enumerate(order)}
    parts = [
        sorted(part, key=number.__getitem__) for part in nx.connected_components(network.to_undirected())
    ]
    return sorted(parts, key=lambda part: number[part[0]])


def _widths(weights: list[float]) -> list[float]:
    """A tie of weight 1 is one pixel wide, of weight 9 three; the widest line is 8 pixels."""
    scale = min(1.0, 8 / max(weights, default=1.0) ** 0.5) if weights else 1.0
    return [max(0.5, weight**0.5 * scale) for weight in weights]


def _kinds(network: nx.Graph[Any]) -> dict[str, list[Any]]:
    """Nodes by their kind, where there are several kinds."""
    found: dict[str, list[Any]] = {}
    for node, data in network.nodes(data=True):
        found.setdefault(NOUNS.get(data.get("kind", ""), data.get("kind", "")).capitalize(), []).append(node)
    return found if len(found) > 1 else {}
