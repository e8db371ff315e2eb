"""Why the graph says what it says: quotes for claims, reasons for merges, both sides of a dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from scholargraph import terms
from scholargraph.graph.explanation import Disagreement, Evidence, Explanation, Side, Statement, Verdict
from scholargraph.graph.search import kind_of

if TYPE_CHECKING:
    from scholargraph.graph.core import Graph


def explain(graph: Graph, path: str) -> Explanation:
    """All that stands behind the thing at a path."""
    statements = _statements(graph, path)
    verdicts = _verdicts(graph, path)
    return Explanation(
        entity=path,
        name=graph.name(path),
        kind=kind_of(path),
        statements=tuple(one for one in statements if one.about == path),
        parts=tuple(one for one in statements if one.about != path),
        same=tuple(one for one in verdicts if one.verdict == "same"),
        rivals=tuple(one for one in verdicts if one.verdict != "same"),
        conflicts=tuple(conflicts(graph, path)),
    )


def conflicts(graph: Graph, path: str = "") -> list[Disagreement]:
    """Every disagreement of the sources (about one thing, if its path is given), by thing and property."""
    about = {"about": graph.node(path)} if path else {}
    rows = graph.rows(_CONFLICTS, conflicts=graph.node("conflicts"), **about)
    of_claim: dict[tuple[str, str, str, str], dict[tuple[str, str], list[Evidence]]] = defaultdict(dict)
    for row in rows:
        key = (graph.path(row["about"]), terms.compact(row["property"]), row["why"] or "", row["conflict"])
        said = of_claim[key].setdefault((row["claim"], graph.name(str(row["value"]))), [])
        said.extend(_evidence(graph, row))
    return [
        Disagreement(
            about, prop, why, tuple(Side(value, _sorted(said)) for (_, value), said in sorted(sides.items()))
        )
        for (about, prop, why, _), sides in sorted(of_claim.items())
    ]


def passages(graph: Graph, path: str) -> list[Evidence]:
    """Every passage that tells something of a thing, by source and line."""
    rows = graph.rows(_PASSAGES, thing=graph.node(path))
    return list(_sorted(one for row in rows for one in _evidence(graph, row)))


def _statements(graph: Graph, path: str) -> list[Statement]:
    rows = graph.rows(_STATEMENTS, me=graph.node(path))
    said: dict[tuple[str, str, str], list[Evidence]] = {
        (graph.path(row["about"]), terms.compact(row["property"]), str(row["value"])): [] for row in rows
    }
    for row in graph.rows(_EVIDENCE, me=graph.node(path), evidence=graph.node("evidence")):
        key = (graph.path(row["about"]), terms.compact(row["property"]), str(row["value"]))
        said.setdefault(key, []).extend(_evidence(graph, row))
    return [
        Statement(about, prop, graph.path(value), graph.name(value), _sorted(evidence))
        for (about, prop, value), evidence in sorted(said.items())
    ]


def _verdicts(graph: Graph, path: str) -> list[Verdict]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in graph.rows(_VERDICTS, me=graph.node(path), judgements=graph.node("judgements")):
        found[row["judgement"]].append(row)
    made = [_verdict(graph, path, rows) for rows in found.values()]
    return sorted(made, key=lambda one: (one.verdict, -one.score, one.left, one.right))


def _verdict(graph: Graph, path: str, rows: list[dict[str, Any]]) -> Verdict:
    first = rows[0]
    others = sorted({graph.path(row["other"]) for row in rows if row["other"]} - {path})
    return Verdict(
        verdict=first["verdict"],
        score=first["score"],
        reasons=tuple(sorted({row["reason"] for row in rows if row["reason"]})),
        by=graph.path(first["by"]).removeprefix("agent/"),
        when=first["when"] or "",
        left=graph.path(first["left"]),
        right=graph.path(first["right"]),
        other=others[0] if others else "",
        left_evidence=_passage(graph, first["left"]),
        right_evidence=_passage(graph, first["right"]),
    )


def _passage(graph: Graph, mention: str) -> tuple[Evidence, ...]:
    return _sorted(
        one for row in graph.rows(_PASSAGE, mention=graph.node(mention)) for one in _evidence(graph, row)
    )


def _evidence(graph: Graph, row: dict[str, Any]) -> list[Evidence]:
    if row.get("quote") is None:
        return []
    source = graph.path(row["source"]).removeprefix("source/")
    return [
        Evidence(
            source,
            row["file"] or "",
            row["start"],
            row["end"],
            row["quote"],
            row["method"],
            float(row["confidence"]),
            graph.path(row["mention"]),
            int(row["page"] or 0),
        )
    ]


def _sorted(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(set(evidence)))


_SAID = """
  GRAPH ?source { ?mention sg:quote ?quote ; sg:startLine ?start ; sg:endLine ?end ; sg:method ?method ;
                  sg:confidence ?confidence OPTIONAL { ?mention sg:page ?page } }
  OPTIONAL { ?source schema:name ?file }"""

_COLUMNS = "?mention ?source ?file ?start ?end ?quote ?method ?confidence ?page"

_PASSAGES = f"SELECT {_COLUMNS} WHERE {{ ?thing sg:mention ?mention . {_SAID} }}"

_PASSAGE = f"SELECT {_COLUMNS} WHERE {{ {_SAID} }}"

_WITH_PARTS = """
  ?me (sg:authorship|sg:topicAssignment|^sg:author|^sg:holder|^sg:mentor|^sg:mentee|^sg:recipient)? ?about
  ."""
"""A thing, and the authorships, posts, degrees, mentorships and awards that hang on it."""

_STATEMENTS = f"""
SELECT DISTINCT ?about ?property ?value WHERE {{
  {_WITH_PARTS}
  ?about ?property ?value FILTER(?property NOT IN (rdf:type, sg:mention))
}}"""

_EVIDENCE = f"""
SELECT ?about ?property ?value {_COLUMNS} WHERE {{
  {_WITH_PARTS}
  GRAPH ?evidence {{
    ?one rdf:subject ?about ; rdf:predicate ?property ; rdf:object ?value ; sg:mention ?mention
  }}
  {_SAID}
}}"""

_VERDICTS = """
SELECT DISTINCT ?judgement ?left ?right ?verdict ?score ?reason ?by ?when ?other WHERE {
  ?me sg:mention ?mention .
  GRAPH ?judgements {
    ?judgement sg:left|sg:right ?mention ; sg:left ?left ; sg:right ?right ; sg:verdict ?verdict ;
               sg:score ?score ; prov:wasAttributedTo ?by .
    OPTIONAL { ?judgement sg:reason ?reason } OPTIONAL { ?judgement prov:generatedAtTime ?when }
  }
  BIND(IF(?left = ?mention, ?right, ?left) AS ?far)
  OPTIONAL { ?other sg:mention ?far ; schema:name|skos:prefLabel [] }
}"""

_CONFLICTS = f"""
SELECT ?conflict ?about ?property ?why ?claim ?value {_COLUMNS} WHERE {{
  GRAPH ?conflicts {{
    ?conflict a sg:Conflict ; sg:about ?about ; sg:property ?property ; sg:claim ?claim .
    ?claim sg:value ?value OPTIONAL {{ ?conflict sg:reason ?why }} OPTIONAL {{ ?claim sg:mention ?mention }}
  }}
  OPTIONAL {{ {_SAID} }}
}}"""
