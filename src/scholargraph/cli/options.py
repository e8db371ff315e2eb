"""Options that several verbs share, and how their help shows an example."""

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


def examples(*lines: str) -> str:
    """The foot of a help text; the mark keeps the lines from being joined."""
    title = "Example:" if len(lines) == 1 else "Examples:"
    return "\n".join(("\b", title, *(f"  {line}" for line in lines)))


class TableFormat(StrEnum):
    """How query results are written."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    xml = "xml"
    turtle = "turtle"


class RowFormat(StrEnum):
    """How other rows are written."""

    table = "table"
    csv = "csv"
    tsv = "tsv"


Rows = Annotated[RowFormat, typer.Option("--format", help="How to write the rows.")]


class ExportFormat(StrEnum):
    """RDF serialisations of a whole graph."""

    trig = "trig"
    turtle = "turtle"
    nquads = "nquads"
    jsonld = "jsonld"


class ThingKind(StrEnum):
    """Kinds of thing that have a name."""

    person = "person"
    work = "work"
    organization = "organization"
    venue = "venue"
    topic = "topic"
    product = "product"
    project = "project"
    award = "award"
    source = "source"


class Measure(StrEnum):
    """What people can be ranked by."""

    pagerank = "pagerank"
    betweenness = "betweenness"
    degree = "degree"
    strength = "strength"
    closeness = "closeness"
    core_number = "core_number"
    clustering = "clustering"


class Weight(StrEnum):
    """How a shared paper counts: one, or 1/(n−1) for n authors (Newman 2001)."""

    full = "full"
    newman = "newman"
