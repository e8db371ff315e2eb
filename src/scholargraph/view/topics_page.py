"""Topic clusters as a page: topics as hubs, their papers around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from scholargraph.view.layout import GAP, pack, spiral
from scholargraph.view.page import Detail, Edge, Evidence, Group, Node, Page, Record, Section, passages, write

ABSTRACT_SHOWN = 600
HUB, PAPER = 18.0, 7.0


class Cluster(Protocol):
    """What a topic cluster must have."""

    @property
    def label(self) -> str: ...
    @property
    def terms(self) -> Sequence[str]: ...
    @property
    def members(self) -> Sequence[tuple[str, float]]: ...


def topics(
    clusters: Sequence[Cluster],
    works: Mapping[str, Mapping[str, Any]],
    path: str | Path,
    *,
    title: str = "Topics",
    evidence: Evidence | None = None,
) -> Path:
    """Draw topic clusters as one offline HTML page; gives its path.

    ``works``: id of a member → dict with ``title``, ``authors`` (names), ``year``, ``abstract``, ``url``
    (all may be missing). Of papers, the nearer to the hub, the higher the score. Works in no cluster are
    listed.
    """
    placed = sum(len(cluster.members) for cluster in clusters)
    summary = f"{len(clusters)} topics, {placed:,} papers"
    left_over = [work for work in sorted(works) if work not in {m for c in clusters for m, _ in c.members}]
    if left_over:
        summary += f"; {len(left_over):,} in none of them"
    page = Page(
        title, summary + ".", "Hub: a topic. Circle: a paper; the nearer to its hub, the more it is about it."
    )
    page.lone, page.headings, page.named_groups = "in no topic", ("Topics", "Topics and papers"), True
    page.groups = [
        Group(cluster.label, ", ".join(cluster.terms), len(cluster.members)) for cluster in clusters
    ]
    for index, (cluster, centre) in enumerate(zip(clusters, _centres(clusters), strict=True)):
        _add_topic(page, cluster, index, centre, {"works": works, "evidence": evidence})
    for work in left_over:
        page.nodes.append(Node(_paper(works[work], passages(evidence, work))))
    return write(page, path)


def _centres(clusters: Sequence[Cluster]) -> list[tuple[float, float]]:
    import numpy as np

    if not clusters:
        return []
    reach = np.array([_step() * (len(cluster.members) + 1) ** 0.5 + 3.5 * GAP for cluster in clusters])
    return [
        (1.15 * float(x), float(y)) for x, y in pack(spiral(len(clusters), float(reach.mean()) * 1.5), reach)
    ]


def _step() -> float:
    """How far papers stand from each other."""
    return 2 * PAPER + GAP


def _add_topic(
    page: Page, cluster: Cluster, index: int, centre: tuple[float, float], about: Mapping[str, Any]
) -> None:
    hub = len(page.nodes)
    papers = sorted(cluster.members, key=lambda member: (-member[1], member[0]))
    details = [
        _paper(about["works"].get(work, {}), passages(about["evidence"], work), score, cluster.label)
        for work, score in papers
    ]
    records = [
        page.record(Record(detail.name, f"{score:.2f}", node=hub + 1 + number))
        for number, (detail, (_, score)) in enumerate(zip(details, papers, strict=True))
    ]
    facts = [("Papers", str(len(papers)))]
    subtitle = " · ".join(cluster.terms)
    detail = Detail(cluster.label, "topic", subtitle, facts=facts, sections=[Section("Papers", records)])
    page.nodes.append(Node(detail, index, HUB + len(papers) ** 0.5, centre))
    around = spiral(len(papers) + 1, _step())[1:] * 1.15
    for number, (paper, (_, score)) in enumerate(zip(details, papers, strict=True)):
        x, y = around[number]
        page.nodes.append(Node(paper, index, PAPER, (centre[0] + float(x), centre[1] + float(y))))
        tie = Detail(f"{cluster.label} – {paper.name}", subtitle=f"score {score:.2f}")
        page.edges.append(Edge((hub, hub + 1 + number), 0.6 + 2 * score, tie))


def _paper(
    work: Mapping[str, Any], evidence: list[dict[str, str]], score: float | None = None, label: str = ""
) -> Detail:
    facts = [("Year", str(work["year"]))] if work.get("year") else []
    if score is not None:
        facts += [("Topic", label), ("Score", f"{score:.2f}")]
    return Detail(
        name=str(work.get("title") or "Untitled"),
        kind="paper",
        subtitle=", ".join(work.get("authors", ())),
        url=str(work.get("url") or ""),
        text=_beginning(str(work.get("abstract") or "")),
        facts=facts,
        evidence=evidence,
    )


def _beginning(text: str) -> str:
    """The first sentences, cut at a word."""
    if len(text) <= ABSTRACT_SHOWN:
        return text
    return text[:ABSTRACT_SHOWN].rsplit(" ", 1)[0].rstrip(",;:") + " …"
