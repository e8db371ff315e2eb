"""The command line as a user meets it: results on standard output, one line for what goes wrong."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import scholargraph as sg
from cli_kit import Command

VERBS = [
    "build",
    "query",
    "ask",
    "find",
    "show",
    "explain",
    "conflicts",
    "check",
    "export",
    "network",
    "rank",
    "view",
]
PEOPLE = "SELECT ?person ?name WHERE { ?person a schema:Person ; schema:name ?name } ORDER BY ?name"


@pytest.fixture
def graph(sample_graph: sg.Graph) -> str:
    return f"--graph={sample_graph.folder}"


@pytest.fixture
def author(sample_graph: sg.Graph) -> str:
    """The name of the person with most papers."""
    return str(
        sample_graph.values(
            "SELECT ?name { ?work schema:author/schema:name ?name }"
            " GROUP BY ?name ORDER BY DESC(COUNT(?work)) LIMIT 1"
        )[0]
    )


def test_help_names_every_verb_with_an_example_each(command: Command) -> None:
    shown = command("--help").out
    assert re.findall(r"^  ([a-z]+)  +\S", shown, re.MULTILINE)[: len(VERBS)] == VERBS
    for verb in VERBS:
        ran = command(verb, "--help")
        assert (ran.code, ran.remarks) == (0, [])
        assert re.search(rf"Examples?:\n    scholargraph {verb}\b", ran.out), ran.out


def test_no_words_and_help_say_the_same(command: Command) -> None:
    assert command() == command("--help") == command("-h")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "scholargraph: No such command 'nonsense'"),
        (["build"], "scholargraph build: Missing argument 'PATH...'"),
        (["show"], "scholargraph show: Missing argument 'ENTITY'"),
        (["query"], "scholargraph query: Invalid value: give either a query or --file FILE"),
        (
            ["query", "ASK {}", "--file", "x"],
            "scholargraph query: Invalid value: give either a query or --file",
        ),
        (
            ["query", "ASK {}", "--format", "yaml"],
            "scholargraph query: Invalid value for '--format': 'yaml' is not",
        ),
        (["ask", "papers", "x"], "scholargraph ask: Invalid value: 'x' is not of the form key=value"),
        (["find", "x", "--limit", "0"], "scholargraph find: Invalid value for '--limit': "),
        (
            ["network", "--out", "x.pdf"],
            "scholargraph network: Invalid value for --out: 'x.pdf' does not end in",
        ),
        (
            ["rank", "--by", "fame"],
            "scholargraph rank: Invalid value for '--by': 'fame' is not one of 'pagerank'",
        ),
        (["view", "topics"], "scholargraph view: Missing option '--out' / '-o'"),
        (["export", "--out", "x.pdf"], "scholargraph export: Invalid value: .pdf is no ending of .trig"),
        (["check", "--loudly"], "scholargraph check: No such option: --loudly"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(command: Command, words: list[str], said: str) -> None:
    ran = command(*words)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.remarks
    assert line.startswith(said)
    assert line.endswith("--help` shows how")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["query", "SELECT ?x WHERE {\n ?x a }"], r"query:2: the query is not SPARQL: .*"),
        (["query", "SELECT * {?s ?p ?o}", "--format=turtle"], r"SELECT and ASK give .*, not 'turtle'"),
        (["query", "--file", "/nowhere/q"], r"/nowhere/q: cannot be read \(No such file or directory\)"),
        (["ask", "paper"], r"there is no question 'paper'; near it are papers, .*"),
        (["ask", "papers"], r"person is missing; papers takes person \(.*"),
        (["ask", "papers", "nobody=x"], r"unknown parameter 'nobody'; papers takes person .*"),
        (["show", "Qqqqzzzz"], r"nothing here is named 'Qqqqzzzz'.*"),
        (["explain", "person/nobody-at-all"], r"nothing here is named 'person/nobody-at-all'.*"),
        (["export", "--out", "/nowhere/x.trig"], r"/nowhere/x.trig: cannot be written \(No such file .*\)"),
        (["network", "--out", "/nowhere/x.csv"], r"/nowhere/x.*csv: cannot be written \(No such file .*\)"),
        (["view", "topics", "-o", "/nowhere/x.html"], r"/nowhere/x.html: cannot be written \(No such .*\)"),
    ],
)
def test_what_fails_is_one_line_and_exit_code_1(
    command: Command, graph: str, words: list[str], said: str
) -> None:
    ran = command(*words, graph)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.remarks) == 1
    assert re.fullmatch(f"scholargraph: {said}", ran.remarks[0])


def test_a_slip_in_a_name_is_answered_with_the_name(command: Command, graph: str, author: str) -> None:
    slip = author[:-2] + author[-1]
    (line,) = command("show", slip, graph).remarks
    assert line.startswith(f"scholargraph: nothing here is named '{slip}'; near it are {author}")


def test_json_is_what_the_w3c_says(command: Command, graph: str, sample_graph: sg.Graph) -> None:
    ran = command("query", PEOPLE, graph, "--format", "json")
    assert (ran.code, ran.remarks) == (0, [])
    answer = json.loads(ran.out)
    assert answer["head"]["vars"] == ["person", "name"]
    names = [row["name"]["value"] for row in answer["results"]["bindings"]]
    assert names == [row["name"] for row in sample_graph.rows(PEOPLE)]
    assert answer["results"]["bindings"][0]["person"]["type"] == "uri"


def test_formats_agree(command: Command, graph: str, sample_graph: sg.Graph) -> None:
    expected = [(row["person"], row["name"]) for row in sample_graph.rows(PEOPLE)]
    as_csv = command("query", PEOPLE, graph, "--format", "csv").out
    assert [tuple(row) for row in csv.reader(io.StringIO(as_csv))][1:] == expected
    as_tsv = command("query", PEOPLE, graph, "--format", "tsv").out.splitlines()
    assert as_tsv[:2] == ["?person\t?name", f'<{expected[0][0]}>\t"{expected[0][1]}"']
    as_xml = ET.fromstring(command("query", PEOPLE, graph, "--format", "xml").out)
    found = as_xml.findall(".//{http://www.w3.org/2005/sparql-results#}uri")
    assert [one.text for one in found] == [iri for iri, _ in expected]


def test_turtle_comes_from_construct(command: Command, graph: str, author: str) -> None:
    query = f'CONSTRUCT {{ ?p schema:name ?n }} WHERE {{ ?p schema:name ?n FILTER(?n = "{author}") }}'
    shown = command("query", query, graph, "--format", "turtle").out
    assert f'schema:name "{author}"' in shown
    assert "@prefix schema: <https://schema.org/>" in shown


def test_a_table_shows_paths_and_stands_in_columns(command: Command, graph: str) -> None:
    head, *rows = command("query", PEOPLE, graph).out.splitlines()
    place = head.index("name")
    assert re.fullmatch(r"person  +name", head)
    assert all(re.match(r"person/\S+ ", row) and row[place - 2 : place] == "  " for row in rows)


def test_query_from_a_file_and_from_standard_input(
    command: Command, graph: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "q.sparql").write_text("\ufeff" + PEOPLE, "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(PEOPLE))
    typed = command("query", PEOPLE, graph)
    assert command("query", "--file", tmp_path / "q.sparql", graph) == typed
    assert command("query", "-", graph) == typed


def test_no_answer_is_a_remark_and_no_failure(command: Command, graph: str) -> None:
    ran = command("query", "SELECT ?x { ?x sg:noSuchThing ?y }", graph)
    assert ran == (0, "", ["nothing found"])
    assert command("query", "ASK { ?x sg:noSuchThing ?y }", graph).out == "answer\nfalse\n"


def test_questions_are_listed_without_a_graph(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = command("ask", "--format", "csv")
    assert ran.code == 0
    listed = {row["question"]: row for row in csv.DictReader(io.StringIO(ran.out))}
    assert listed["papers"]["answers"].startswith("The papers of a person")
    assert listed["papers"]["example"].startswith("person=")


def test_a_named_question_is_answered(
    command: Command, graph: str, author: str, sample_graph: sg.Graph
) -> None:
    ran = command("ask", "papers", f"person={author}", graph, "--format=csv")
    titles = [row["title"] for row in csv.DictReader(io.StringIO(ran.out))]
    assert titles == list(sample_graph.ask("papers", person=author)["title"])


def test_find_show_and_explain(command: Command, graph: str, author: str) -> None:
    first = command("find", author, graph).out.splitlines()[1]
    assert re.match(rf"person/\S+ +person +{author} +100 ", first)
    path = first.split()[0]
    assert command("show", path, graph).out.startswith(f"{author}\n")
    explained = command("explain", path, graph).out
    assert re.search(r"\n      \S+\.(md|txt):[\d, -]+ “", explained)
    assert "Why these mentions are one thing" in explained


def test_find_among_one_kind(command: Command, graph: str, author: str) -> None:
    rows = command("find", author, "--kind", "work", graph, "--format", "csv").out
    assert {row["kind"] for row in csv.DictReader(io.StringIO(rows))} <= {"work"}


def test_conflicts_have_two_sides(command: Command, graph: str) -> None:
    rows = list(csv.DictReader(io.StringIO(command("conflicts", graph, "--format", "csv").out)))
    assert rows
    for row in rows:
        assert sum(one["about"] == row["about"] for one in rows) > 1
        assert re.search(r"\.(md|txt):\d", row["said_by"])


def test_check_says_that_all_is_well(command: Command, graph: str) -> None:
    assert command("check", graph) == (0, "", ["the graph conforms to its shapes: 0 violations"])


def test_check_fails_for_a_graph_that_breaks_a_shape(
    command: Command, sample_graph: sg.Graph, tmp_path: Path
) -> None:
    whole = sample_graph.export("trig")
    named = '<person/nobody> a schema:Person ; schema:name "One" , "Two" .'
    (tmp_path / "scholargraph.trig").write_text(f"{whole}\n{{ {named} }}\n", "utf-8")
    ran = command("check", "--graph", tmp_path)
    assert ran.code == 1
    assert "person/nobody" in ran.out


def test_rank_and_network_as_rows(command: Command, graph: str, author: str) -> None:
    assert re.match(r"rank +name +value +papers +id\n1 ", command("rank", graph).out)
    by = command("rank", "coauthors", "--by=degree", "--top=3", graph, "--format=csv").out
    rows = list(csv.DictReader(io.StringIO(by)))
    assert [row["rank"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["name"] == author
    assert command("network", "coauthors", graph).out.startswith("source")
    newman = command("network", "--weight", "newman", graph, "--format", "csv").out
    weights = [(float(row["weight"]), float(row["newman"])) for row in csv.DictReader(io.StringIO(newman))]
    assert weights
    assert all(weight == other for weight, other in weights)


@pytest.mark.parametrize("kind", ["coauthors", "affiliations", "mentors", "topics"])
@pytest.mark.parametrize("ending", [".html", ".graphml", ".gexf", ".csv"])
def test_networks_are_written(command: Command, graph: str, tmp_path: Path, kind: str, ending: str) -> None:
    out = tmp_path / f"network{ending}"
    ran = command("network", kind, "--out", out, graph)
    assert (ran.code, ran.out, ran.remarks[0]) == (0, "", f"wrote {out}")
    assert out.stat().st_size > 100


def test_pages_are_written(command: Command, graph: str, tmp_path: Path) -> None:
    for page in ("network", "topics"):
        out = tmp_path / f"{page}.html"
        assert command("view", page, "--out", out, graph) == (0, "", [f"wrote {out}"])
        assert out.read_text("utf-8").lower().startswith("<!doctype html>")


def test_export_to_a_file_by_its_ending(command: Command, graph: str, tmp_path: Path) -> None:
    out = tmp_path / "all.nq"
    assert command("export", "--out", out, graph).remarks == [f"wrote {out}"]
    assert out.read_text("utf-8") == command("export", "--format", "nquads", graph).out


def test_build_says_what_it_did(command: Command, samples: Path, tmp_path: Path) -> None:
    counts = r"\d+ people, \d+ works, \d+ organisations, \d+ products, \d+ topics, 5 documents"
    first = command("build", samples, "--graph", tmp_path / "g")
    assert (first.code, first.out) == (0, "")
    assert re.fullmatch(rf"5 read, 0 unchanged; {tmp_path}/g holds {counts}", first.remarks[-1])
    again = command("build", samples, "--graph", tmp_path / "g")
    assert len(again.remarks) == 1
    assert re.fullmatch(rf"0 read, 5 unchanged; {tmp_path}/g holds {counts} \(as before\)", again.remarks[0])
