"""The verbs that analyse and draw."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import scholargraph as sg
from scholargraph.cli import printing, tables
from scholargraph.cli.options import GRAPH, GraphFolder, Measure, Out, RowFormat, Rows, Weight, examples
from scholargraph.cli.verbs import app

if TYPE_CHECKING:
    import networkx as nx


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
Weighting = Annotated[
    Weight, typer.Option(help="What a shared paper of n co-authors counts: 1, or 1/(n-1) (Newman 2001).")
]
_ENDINGS = (".html", ".graphml", ".gexf", ".csv")


@app.command(
    short_help="A network as a page, a file or a list of edges.",
    epilog=examples(
        "scholargraph network coauthors --out coauthors.html",
        "scholargraph network mentors --format csv",
    ),
)
def network(
    kind: KindOfNetwork = Kind.coauthors,
    out: Out = None,
    weight: Weighting = Weight.full,
    form: Rows = RowFormat.table,
    graph: GraphFolder = GRAPH,
) -> None:
    """A network as a page (.html), for other programs (.graphml, .gexf, .csv), or as a list of its edges."""
    if out is not None and out.suffix.lower() not in _ENDINGS:
        raise typer.BadParameter(f"{str(out)!r} does not end in {', '.join(_ENDINGS)}", param_hint="--out")
    opened = sg.open(graph)
    if out is None:
        tables.frame(
            sg.networks.edges(_network(opened, kind, weight)), form, empty="the network has no edges"
        )
    elif out.suffix.lower() == ".html":
        printing.saved(sg.pages.network(opened, out, kind=kind.value, weight=weight.value))
    else:
        printing.saved(*sg.networks.write(_network(opened, kind, weight), out))


@app.command(
    short_help="Who stands first in a network.",
    epilog=examples("scholargraph rank coauthors --by betweenness --top 10"),
)
def rank(  # noqa: PLR0913 - each is an option of the command line
    kind: KindOfNetwork = Kind.coauthors,
    by: Annotated[Measure, typer.Option(help="The measure.")] = Measure.pagerank,
    top: Annotated[int, typer.Option(min=1, help="How many at the most.", metavar="N")] = 20,
    weight: Weighting = Weight.full,
    form: Rows = RowFormat.table,
    graph: GraphFolder = GRAPH,
) -> None:
    """Who stands first in a network, by a measure."""
    opened = sg.open(graph)
    ranked = sg.measures.rank(_network(opened, kind, weight), by=by.value, top=top)
    tables.frame(ranked.reset_index(), form, base=opened.base, empty="the network is empty")


@app.command(
    short_help="Write a page that opens from disk.",
    epilog=examples("scholargraph view topics --out topics.html"),
)
def view(
    page: Annotated[Page, typer.Argument(help="Which page.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file to write.", metavar="FILE")],
    graph: GraphFolder = GRAPH,
) -> None:
    """Write one HTML file that opens from disk and asks nothing of any host."""
    draw = {Page.network: sg.pages.network, Page.topics: sg.pages.topics}[page]
    printing.saved(draw(sg.open(graph), out))


def _network(opened: sg.Graph, kind: Kind, weight: Weight) -> nx.Graph[Any]:
    if kind is Kind.coauthors:
        return sg.networks.coauthors(opened, weight=weight.value)
    made: nx.Graph[Any] = getattr(sg.networks, kind.value)(opened)
    return made
