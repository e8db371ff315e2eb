"""The verbs that build a graph and question it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import scholargraph as sg
from scholargraph.cli import printing, tables
from scholargraph.cli.options import (
    GRAPH,
    ExportFormat,
    GraphFolder,
    Out,
    RowFormat,
    Rows,
    TableFormat,
    ThingKind,
    examples,
)

app = typer.Typer(
    name="scholargraph",
    epilog=examples(
        "scholargraph build papers/ cv.md",
        "scholargraph show 'Ada Lovelace'",
        "scholargraph ask coauthors person='Ada Lovelace'",
    ),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Entity = Annotated[
    str,
    typer.Argument(help="A name, a title, or a path such as person/ada-lovelace.", metavar="ENTITY"),
]


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Documents about researchers in, a scholarly knowledge graph with evidence out."""
    if version:
        print(f"scholargraph {sg.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


@app.command(
    short_help="Read documents into the graph.",
    epilog=examples("scholargraph build papers/ cv.md --graph graph"),
)
def build(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of files.", metavar="PATH...")],
    min_confidence: Annotated[
        float,
        typer.Option(min=0, max=1, help="Leave out passages less sure than this; they stay in told/."),
    ] = 0,
    graph: GraphFolder = GRAPH,
) -> None:
    """Read documents into the graph; only what is new or changed is read again.

    Exit code 0: every document went in. 1: some did not, and a line for each says why; the others are in.
    """
    built = sg.build(paths, graph=graph, min_confidence=min_confidence, progress=printing.progress)
    assert built.report is not None
    printing.report(built.report, built.counts(), graph)
    raise typer.Exit(1 if built.report.problems else 0)


@app.command(
    short_help="Ask with SPARQL.",
    epilog=examples(
        "scholargraph query 'SELECT ?name WHERE { ?person a schema:Person ; schema:name ?name }'",
        "scholargraph query --file question.sparql --format json",
    ),
)
def query(
    text: Annotated[
        str, typer.Argument(help="A SPARQL query; - reads it from standard input.", metavar="[QUERY]")
    ] = "",
    file: Annotated[
        Path | None, typer.Option("--file", "-f", help="Read the query from a file.", metavar="FILE")
    ] = None,
    form: Annotated[
        TableFormat,
        typer.Option("--format", help="How to write the answer; json and xml are the W3C's formats."),
    ] = TableFormat.table,
    graph: GraphFolder = GRAPH,
) -> None:
    """Ask with SPARQL; the prefixes sg: schema: skos: prov: dcterms: foaf: cito: are known.

    In a table, addresses of the graph's own things are cut to their paths (person/ada-lovelace); the other
    formats give them whole. SELECT and ASK give any format but turtle, CONSTRUCT and DESCRIBE give table,
    turtle, json (JSON-LD) and xml.
    """
    sparql = _query_text(text, file)
    opened = sg.open(graph)
    if form is TableFormat.table:
        answer = opened.answer(sparql)
        tables.table(answer.columns, answer.rows, base=opened.base)
    else:
        printing.out(opened.results(sparql, form.value))


@app.command(
    short_help="Ask a named question; alone, list them.",
    epilog=examples("scholargraph ask", "scholargraph ask papers person='Ada Lovelace'"),
)
def ask(
    name: Annotated[str, typer.Argument(help="Name of the question.", metavar="[NAME]")] = "",
    parameters: Annotated[
        list[str] | None, typer.Argument(help="What it asks about.", metavar="[KEY=VALUE]...")
    ] = None,
    form: Rows = RowFormat.table,
    graph: GraphFolder = GRAPH,
) -> None:
    """Ask one of the named questions; without a name, list them: what each answers, and an example."""
    if not name:
        tables.frame(sg.Graph.questions()[["question", "answers", "example"]], form)
        return
    given = dict(_pair(text) for text in parameters or [])
    opened = sg.open(graph)
    tables.frame(opened.ask(name, **given), form, base=opened.base)


@app.command(
    short_help="Search by name or title.",
    epilog=examples("scholargraph find lovelace", "scholargraph find 'analytical engine' --kind work"),
)
def find(
    text: Annotated[str, typer.Argument(help="Part of a name or title, or an acronym.", metavar="TEXT")],
    kind: Annotated[ThingKind | None, typer.Option(help="Only things of this kind.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.", metavar="N")] = 20,
    form: Rows = RowFormat.table,
    graph: GraphFolder = GRAPH,
) -> None:
    """Search people, papers, organisations, topics and products by name; small slips are forgiven."""
    found = sg.open(graph).find(text, kind=kind and kind.value, limit=limit)
    tables.frame(found, form, empty=f"nothing is named like {text!r}")


@app.command(
    short_help="A readable profile of a thing.",
    epilog=examples("scholargraph show 'Ada Lovelace'", "scholargraph show organization/royal-society"),
)
def show(entity: Entity, graph: GraphFolder = GRAPH) -> None:
    """A readable profile of a person, paper, organisation or any other thing."""
    printing.text(sg.open(graph).entity(entity).profile())


@app.command(
    short_help="Every claim with its source, lines and quoted words.",
    epilog=examples("scholargraph explain 'Ada Lovelace'"),
)
def explain(entity: Entity, graph: GraphFolder = GRAPH) -> None:
    """Every claim with its source, lines and quoted words, and why these mentions are one thing."""
    printing.text(str(sg.open(graph).explain(entity)))


@app.command(short_help="Where the sources disagree.", epilog=examples("scholargraph conflicts --format csv"))
def conflicts(form: Rows = RowFormat.table, graph: GraphFolder = GRAPH) -> None:
    """Where the sources disagree: about what, why, and every claim with the lines that make it.

    As csv or tsv: one row for each claim.
    """
    found, nothing = sg.open(graph).conflicts(), "the sources do not disagree"
    if form is RowFormat.table:
        tables.grouped(found, ("name", "property", "why"), ("value", "said_by"), empty=nothing)
    else:
        tables.frame(found, form, empty=nothing)


@app.command(
    short_help="Check the graph against its shapes (SHACL).",
    epilog=examples("scholargraph check && echo sound"),
)
def check(form: Rows = RowFormat.table, graph: GraphFolder = GRAPH) -> None:
    """Check the graph against its shapes (SHACL). Exit code 0: it conforms. 1: it does not."""
    violations = sg.open(graph).check()
    tables.frame(violations, form, empty="the graph conforms to its shapes: 0 violations")
    raise typer.Exit(1 if len(violations) else 0)


@app.command(
    short_help="Write the whole graph as RDF.",
    epilog=examples("scholargraph export --format turtle --out graph.ttl"),
)
def export(
    form: Annotated[
        ExportFormat | None, typer.Option("--format", help="The serialisation.  [default: trig]")
    ] = None,
    out: Out = None,
    graph: GraphFolder = GRAPH,
) -> None:
    """Write the whole graph as RDF, to standard output or a file; turtle holds the settled layer alone.

    Without --format, the ending of the file says how: .trig, .ttl, .nq, .jsonld.
    """
    form = form or _export_format(out)
    text = sg.open(graph).export(form.value)
    if out is None:
        printing.out(text)
    else:
        printing.save(out, text)


def _export_format(out: Path | None) -> ExportFormat:
    endings = {"": "trig", ".trig": "trig", ".ttl": "turtle", ".nq": "nquads", ".jsonld": "jsonld"}
    ending = "" if out is None else out.suffix.lower()
    if ending not in endings:
        raise typer.BadParameter(f"{ending} is no ending of {', '.join(list(endings)[1:])}; give --format")
    return ExportFormat(endings[ending])


def _query_text(text: str, file: Path | None) -> str:
    if bool(text) == (file is not None):
        raise typer.BadParameter("give either a query or --file FILE")
    if file is not None:
        return printing.load(file)
    return sys.stdin.read() if text == "-" else text


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"{text!r} is not of the form key=value")
    return key, value
