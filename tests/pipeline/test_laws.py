"""What holds of every graph: each statement has words that stand where it says, and builds are repeatable."""

from __future__ import annotations

import random
import shutil
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import msgspec
import pytest

import scholargraph as sg
from scholargraph import terms
from scholargraph.model import Judgement
from scholargraph.pipeline.told import read_told, told_files
from scholargraph.read.decoding import decode

Statement = tuple[str, str, str]
_SETTLED = """
SELECT ?subject ?predicate ?object WHERE {
  ?subject ?predicate ?object FILTER(?predicate NOT IN (rdf:type, sg:mention))
  MINUS { ?subject a sg:SourceDocument }
}"""
_EVIDENCE = """
SELECT ?subject ?predicate ?object ?mention WHERE {
  GRAPH ?evidence { ?statement rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
                               sg:mention ?mention }
}"""
_PASSAGES = """
SELECT ?mention ?source ?start ?end ?quote WHERE {
  GRAPH ?source { ?mention a sg:Mention ; sg:quote ?quote ; sg:startLine ?start ; sg:endLine ?end }
}"""
_THINGS = """
SELECT DISTINCT ?thing (COUNT(?mention) AS ?mentions) WHERE {
  ?thing a ?class MINUS { ?thing a sg:SourceDocument } OPTIONAL { ?thing sg:mention ?mention }
} GROUP BY ?thing"""


@pytest.fixture(params=["sample_graph", "seed_graph"])
def graph(request: pytest.FixtureRequest) -> sg.Graph:
    found: sg.Graph = request.getfixturevalue(request.param)
    return found


@cache
def lines_of(graph: Path) -> dict[str, tuple[str, ...]]:
    """The lines of each source of a graph, by its id."""
    headers = [read_told(path).source for path in told_files(graph)]
    return {
        one.id: decode((graph / one.path).read_bytes(), one.path).lines  # as the reader decodes it
        for one in headers
    }


def stands(graph: sg.Graph, source: str, start: int, end: int, quote: str) -> bool:
    """Whether the words stand on the lines named, and on no fewer."""
    assert graph.folder is not None
    lines = lines_of(graph.folder)[source]
    named, fewer = lines[start - 1 : end], (lines[start:end], lines[start - 1 : end - 1])
    return quote in "\n".join(named) and not any(quote in "\n".join(part) for part in fewer)


def test_every_quote_stands_word_for_word_on_its_lines(graph: sg.Graph) -> None:
    rows = graph.rows(_PASSAGES)
    assert len(rows) > 100
    astray = [
        row
        for row in rows
        if not stands(graph, graph.path(row["source"])[7:], row["start"], row["end"], row["quote"])
    ]
    assert astray == []


def test_every_settled_statement_has_evidence(graph: sg.Graph) -> None:
    quoted = set(graph.values(_PASSAGES))
    evidence: dict[Statement, set[str]] = defaultdict(set)
    for *statement, mention in graph.answer(_EVIDENCE).rows:
        evidence[(statement[0], statement[1], str(statement[2]))].add(mention)
    settled = [(row[0], row[1], str(row[2])) for row in graph.answer(_SETTLED).rows]
    assert len(settled) > 100
    bare = [statement for statement in settled if not evidence[statement] & quoted]
    assert bare == []
    unknown = {mention for mentions in evidence.values() for mention in mentions} - quoted
    assert unknown == set()
    documents = graph.node("source/")
    of_things = {statement for statement in evidence if not statement[0].startswith(documents)}
    assert of_things <= set(settled), "evidence of what nobody settled"


def test_everything_settled_has_a_mention(graph: sg.Graph) -> None:
    rows = graph.rows(_THINGS)
    assert [row["thing"] for row in rows if not row["mentions"]] == []


def test_everything_explains_itself_with_quotes(graph: sg.Graph) -> None:
    paths = [
        graph.path(row["thing"]) for row in graph.rows(_THINGS) if graph.path(row["thing"]).count("/") == 1
    ]
    for path in paths:
        explained = graph.explain(path)
        for one in (*explained.statements, *explained.parts):
            assert one.evidence, (path, one.property, one.value)
            for said in one.evidence:
                assert stands(graph, said.source, said.start_line, said.end_line, said.quote), said


def test_graph_holds_as_many_mentions_as_were_told(graph: sg.Graph) -> None:
    assert graph.folder is not None
    told = {}
    for path in told_files(graph.folder):
        one = read_told(path)
        bearing = Counter(relation.mention for relation in one.relations)
        own = sum(
            number for number in bearing.values() if number > 1
        )  # these relations have nodes of their own
        told[one.source.id] = len(one.mentions) + own
    assert dict(zip(graph.sources["source"], graph.sources["mentions"], strict=True)) == told


def test_export_of_the_store_is_the_file_beside_it(graph: sg.Graph) -> None:
    assert graph.folder is not None
    assert graph.export("trig") == (graph.folder / "scholargraph.trig").read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path, samples: Path) -> Path:
    """A folder with a copy of the sample documents."""
    shutil.copytree(samples, tmp_path / "docs")
    return tmp_path


def state(graph: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of every file of a graph."""
    files = (path for path in graph.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_order_of_the_files_does_not_matter(desk: Path, sample_graph: sg.Graph) -> None:
    files = sorted((desk / "docs").iterdir())
    random.Random(7).shuffle(files)
    sg.build(files, desk / "graph")
    assert sample_graph.folder is not None
    here, there = ((one / "scholargraph.trig").read_bytes() for one in (desk / "graph", sample_graph.folder))
    assert here == there


def test_one_file_after_another_gives_the_same_graph(desk: Path) -> None:
    files = sorted((desk / "docs").iterdir())
    for file in reversed(files):
        sg.build(file, desk / "one-by-one")
    sg.build(files, desk / "at-once")
    here, there = ((desk / name / "scholargraph.trig").read_bytes() for name in ("one-by-one", "at-once"))
    assert here == there


def test_building_twice_changes_nothing(desk: Path) -> None:
    first = sg.build(desk / "docs", desk / "graph")
    before = state(desk / "graph")
    second = sg.build(desk / "docs", desk / "graph")
    assert first.report is not None
    assert second.report is not None
    assert (first.report.published, second.report.published) == (True, False)
    assert second.report.kept == first.report.read
    after = state(desk / "graph")
    before.pop(str(desk / "graph" / ".lock"), None)
    after.pop(str(desk / "graph" / ".lock"), None)
    assert after == before


def test_a_changed_document_changes_its_told_file_and_no_other(desk: Path) -> None:
    sg.build(desk / "docs", desk / "graph")
    before = state(desk / "graph" / "told")
    with (desk / "docs" / "homepage.txt").open("a", encoding="utf-8") as file:
        file.write("\nI am a visiting professor at Aalto University.\n")
    report = sg.build(desk / "docs", desk / "graph").report
    assert report is not None
    assert report.read == ("homepage",)
    after = state(desk / "graph" / "told")
    assert [Path(path).stem for path in after if after[path] != before[path]] == ["homepage"]


def test_a_document_changed_back_gives_the_former_graph(desk: Path) -> None:
    former = sg.build(desk / "docs", desk / "graph").export()
    cv = desk / "docs" / "cv.md"
    whole = cv.read_bytes()
    cv.write_bytes(whole[: len(whole) // 2])
    assert sg.build(desk / "docs", desk / "graph").export() != former
    cv.write_bytes(whole)
    assert sg.build(desk / "docs", desk / "graph").export() == former


def test_a_judgement_divides_and_its_withdrawal_joins(desk: Path) -> None:
    former = sg.build(desk / "docs", desk / "graph")
    person, left, right = _told_by_two(former)
    decided = Judgement(
        left=left,
        right=right,
        verdict="different",
        score=1.0,
        reasons=("namesakes",),
        by="editor",
        when="2024-05-01T12:00:00+00:00",
    )
    file = desk / "graph" / "judgements.jsonl"
    file.write_bytes(msgspec.json.encode(decided) + b"\n")
    divided = sg.build(desk / "docs", desk / "graph")
    of_name = "SELECT ?person { ?person a schema:Person ; schema:name ?name }"
    assert len(former.values(of_name, name=person)) == 1
    assert len(divided.values(of_name, name=person)) == 2
    file.unlink()
    assert sg.build(desk / "docs", desk / "graph").export() == former.export()


def _told_by_two(graph: sg.Graph) -> tuple[str, str, str]:
    """A person whose one name two documents print once each, and the two referents."""
    assert graph.folder is not None
    named: dict[str, set[str]] = defaultdict(set)
    for path in told_files(graph.folder):
        for mention in read_told(path).mentions:
            if mention.kind == "person" and mention.name:
                named[mention.name].add(mention.referent)
    for name, referents in sorted(named.items()):
        if len(referents) == 2 and len({referent.partition("#")[0] for referent in referents}) == 2:
            left, right = sorted(referents)
            return name, left, right
    raise AssertionError("no person is named by two documents")


def test_terms_are_the_ontologys(graph: sg.Graph) -> None:
    """Every property of the default graph is declared."""
    used = set(graph.values("SELECT DISTINCT ?property { ?thing ?property ?value }"))
    assert {terms.compact(iri) for iri in used} - {"rdf:type"} <= set(terms.properties())
