"""The verbs that analyse and draw."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import scholargraph as sg
from scholargraph.cli import printing
from scholargraph.cli.options import GRAPH, GraphFolder, Measure, Out, Weight
from scholargraph.cli.verbs import app


class Kind(StrEnum):
    """The networks a graph holds."""

    coauthors = "coauthors"
    affiliations = "affiliations"
    mentors = "mentors"
    topics = "topics"


class Page(StrEnum):
    """The pages that can be drawn."""

    network = "network"
    topics = "topics"


KindOfNetwork = Annotated[Kind, typer.Argument(help="Which network.")]
Weighting = Annotated[Weight, typer.Option(help="What a shared paper counts, among co-authors.")]


@app.command()
def network(
    kind: KindOfNetwork = Kind.coauthors,
    out: Out = None,
    weight: Weighting = Weight.full,
    graph: GraphFolder = GRAPH,
) -> None:
    """A network as a page (.html), for other programs (.graphml, .gexf, .csv), or as a list of its edges."""
    opened = sg.open(graph)
    if out is not None and out.suffix.lower() == ".html" and kind is Kind.coauthors:
        printing.saved(sg.pages.coauthors(opened, out, weight=weight.value))
        return
    made = _network(opened, kind, weight)
    if out is None:
        printing.frame(sg.networks.edges(made), empty="the network has no edges")
    else:
        printing.saved(*sg.networks.write(made, out))


@app.command()
def rank(
    kind: KindOfNetwork = Kind.coauthors,
    by: Annotated[Measure, typer.Option(help="The measure.")] = Measure.pagerank,
    top: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 20,
    weight: Weighting = Weight.full,
    graph: GraphFolder = GRAPH,
) -> None:
    """Who stands first in a network, by a measure."""
    made = _network(sg.open(graph), kind, weight)
    printing.frame(sg.measures.rank(made, by=by.value, top=top), empty="the network is empty")


@app.command()
def view(
    page: Annotated[Page, typer.Argument(help="Which page.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file to write.", metavar="FILE")],
    graph: GraphFolder = GRAPH,
) -> None:
    """Write one HTML file that opens from disk and asks nothing of any host."""
    draw = {Page.network: sg.pages.coauthors, Page.topics: sg.pages.topics}[page]
    printing.saved(draw(sg.open(graph), out))


def _network(opened: sg.Graph, kind: Kind, weight: Weight):  # type: ignore[no-untyped-def]
    if kind is Kind.coauthors:
        return sg.networks.coauthors(opened, weight=weight.value)
    return getattr(sg.networks, kind.value)(opened)
