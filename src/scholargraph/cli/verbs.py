"""The verbs that build a graph and question it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import scholargraph as sg
from scholargraph.cli import printing
from scholargraph.cli.options import GRAPH, ExportFormat, GraphFolder, Out, TableFormat

app = typer.Typer(
    name="scholargraph",
    help="Documents about researchers in, a scholarly knowledge graph with evidence out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Documents about researchers in, a scholarly knowledge graph with evidence out."""
    if version:
        print(f"scholargraph {sg.__version__}")
        raise typer.Exit


@app.command()
def build(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders of documents.", metavar="PATH...")],
    graph: GraphFolder = GRAPH,
) -> None:
    """Read documents into the graph; only what is new or changed is read again.

    Exit code 0: everything went in; 1: some documents did not (each with a line that says why).
    """
    built = sg.build(paths, graph=graph, progress=printing.progress)
    report = built.report
    assert report is not None
    for line in (*report.notes, *report.problems):
        printing.note(line)
    printing.note(printing.summary(report, built.counts()))
    raise typer.Exit(1 if report.problems else 0)


@app.command()
def query(
    text: Annotated[
        str, typer.Argument(help="A SPARQL query; '-' reads it from standard input.", metavar="QUERY")
    ] = "",
    file: Annotated[
        Path | None, typer.Option("--file", "-f", help="Read the query from a file.", metavar="FILE")
    ] = None,
    form: Annotated[
        TableFormat, typer.Option("--format", help="How to write the results.")
    ] = TableFormat.table,
    graph: GraphFolder = GRAPH,
) -> None:
    """Ask with SPARQL; the prefixes sg: schema: skos: prov: dcterms: foaf: cito: are known."""
    opened = sg.open(graph)
    sparql = _query_text(text, file)
    if form is TableFormat.table:
        answer = opened.answer(sparql)
        printing.table(answer.columns, answer.rows)
    else:
        sys.stdout.write(opened.results(sparql, form.value))


@app.command()
def ask(
    name: Annotated[
        str, typer.Argument(help="Name of the question; alone, all are listed.", metavar="[NAME]")
    ] = "",
    parameters: Annotated[
        list[str] | None, typer.Argument(help="key=value pairs.", metavar="[KEY=VALUE]...")
    ] = None,
    graph: GraphFolder = GRAPH,
) -> None:
    """Ask one of the named questions; without a name, list them with what each answers."""
    opened = sg.open(graph)
    if not name:
        printing.frame(opened.questions())
        return
    given = dict(_pair(text) for text in parameters or [])
    printing.frame(opened.ask(name, **given))


@app.command()
def find(
    text: Annotated[str, typer.Argument(help="Part of a name or title; small slips are forgiven.")],
    kind: Annotated[str, typer.Option(help="Only this kind: person, work, organization, topic …")] = "",
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 20,
    graph: GraphFolder = GRAPH,
) -> None:
    """Search people, papers, organisations, topics and products by name."""
    found = sg.open(graph).find(text, kind=kind or None, limit=limit)
    printing.frame(found, empty=f"nothing is named like {text!r}")


@app.command()
def show(
    entity: Annotated[
        str, typer.Argument(help="A name, a title, or an address such as person/ada-lovelace.")
    ],
    graph: GraphFolder = GRAPH,
) -> None:
    """A readable profile of a person, paper, organisation or any other thing."""
    print(sg.open(graph).entity(entity).profile())


@app.command()
def explain(
    entity: Annotated[str, typer.Argument(help="A name, a title, or an address.")], graph: GraphFolder = GRAPH
) -> None:
    """Every claim with its source, lines and quoted words, and why these mentions are one thing."""
    print(sg.open(graph).explain(entity))


@app.command()
def conflicts(graph: GraphFolder = GRAPH) -> None:
    """Where the sources disagree."""
    printing.frame(sg.open(graph).conflicts(), empty="the sources do not disagree")


@app.command()
def check(graph: GraphFolder = GRAPH) -> None:
    """Check the graph against its shapes (SHACL). Exit code 0: it conforms; 1: it does not."""
    violations = sg.open(graph).check()
    printing.frame(violations, empty="the graph conforms to its shapes: 0 violations")
    raise typer.Exit(1 if len(violations) else 0)


@app.command()
def export(
    form: Annotated[ExportFormat, typer.Option("--format", help="The serialisation.")] = ExportFormat.trig,
    out: Out = None,
    graph: GraphFolder = GRAPH,
) -> None:
    """Write the whole graph as RDF, to standard output or a file."""
    text = sg.open(graph).export(form.value)
    if out is None:
        sys.stdout.write(text)
    else:
        printing.save(out, text)


def _query_text(text: str, file: Path | None) -> str:
    if file is not None:
        return printing.load(file)
    if text == "-":
        return sys.stdin.read()
    if not text:
        raise typer.BadParameter("give a query, or --file FILE")
    return text


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"{text!r} is not of the form key=value")
    return key, value
