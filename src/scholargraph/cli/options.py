"""Options that several verbs share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

GraphFolder = Annotated[Path, typer.Option("--graph", "-g", help="The graph folder.", metavar="DIR")]
GRAPH = Path("graph")

Out = Annotated[
    Path | None, typer.Option("--out", "-o", help="Write to this file; its ending says how.", metavar="FILE")
]


class TableFormat(StrEnum):
    """How query results are written."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    xml = "xml"
    turtle = "turtle"


class ExportFormat(StrEnum):
    """RDF serialisations of a whole graph."""

    trig = "trig"
    turtle = "turtle"
    nquads = "nquads"
    jsonld = "jsonld"


class Measure(StrEnum):
    """What people can be ranked by."""

    pagerank = "pagerank"
    betweenness = "betweenness"
    degree = "degree"
    strength = "strength"
    closeness = "closeness"


class Weight(StrEnum):
    """How a shared paper counts: one, or 1/(n−1) for n authors (Newman 2001)."""

    full = "full"
    newman = "newman"
