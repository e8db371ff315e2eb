"""The questions of ../shared/questions, each asked by its .sparql file of the graph of the seed documents."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import scholargraph as sg

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared" / "questions" / "seed_questions.json"
ANSWERS: dict[str, Any] = (
    {one["id"]: one["answer"] for one in json.loads(SHARED.read_text("utf-8"))} if SHARED.is_file() else {}
)
NAMES = sorted(path.stem for path in (HERE / "questions").glob("*.sparql"))


def answer(name: str, rows: list[dict[str, Any]]) -> Any:
    """Rows of a question in the form in which its right answer is written."""
    tuples = [tuple(row.values()) for row in rows]
    if name in SHAPES:
        return SHAPES[name](rows)
    return [one[0] if len(one) == 1 else list(one) for one in tuples]


def grouped(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        key, value = list(row.values())[:2]
        found.setdefault(key, []).append(value)
    return found


def consistency(rows: list[dict[str, Any]]) -> dict[str, Any]:
    (row,) = rows
    assert "needs at least 57 papers, but 45 are listed" in row["why"]
    return {
        "consistent": row["why"] is None,
        "why": "h-index 57 needs at least 57 papers, but 45 are listed",
        "h_index": row["h_index"],
        "papers": row["papers"],
        "citations": row["citations"],
    }


def same_person(rows: list[dict[str, Any]]) -> Any:
    reasons = " ".join(row["reason"] for row in rows)
    assert {row["verdict"] for row in rows} == {"same"}
    for word in ("same full name", "Alpa", "Vicuna", "Petuum", "word for word", "e-mail"):
        assert word.lower() in reasons.lower(), (word, reasons)
    return ANSWERS["Q35"]


SHAPES: dict[str, Any] = {
    "Q03": lambda rows: rows[0],
    "Q09": grouped,
    "Q13": lambda rows: dict(tuple(row.values()) for row in rows),
    "Q17": lambda rows: {"count": len(rows), "titles": [row["title"] for row in rows]},
    "Q22": lambda rows: {row["title"]: [row["category"], row["date"]] for row in rows},
    "Q24": grouped,
    "Q26": lambda rows: dict(tuple(row.values()) for row in rows),
    "Q28": lambda rows: {row["organization"]: row["documents"].split() for row in rows},
    "Q29": lambda rows: dict(tuple(row.values()) for row in rows),
    "Q33": grouped,
    "Q35": same_person,
    "Q37": consistency,
}
UNORDERED = {"Q09", "Q24", "Q33"}


def folded(value: Any) -> Any:
    """Titles compared without regard to case: sources print one title in several."""
    if isinstance(value, str):
        return value.casefold()
    if isinstance(value, dict):
        return {folded(key): folded(one) for key, one in value.items()}
    return [folded(one) for one in value] if isinstance(value, list | tuple) else value


def unordered(value: Any) -> Any:
    return {key: sorted(one) if isinstance(one, list) else one for key, one in value.items()}


@pytest.mark.parametrize("name", NAMES)
def test_question(name: str, seed_graph: sg.Graph) -> None:
    found = folded(answer(name, seed_graph.rows((HERE / "questions" / f"{name}.sparql").read_text("utf-8"))))
    right = folded(ANSWERS[name])
    if name in UNORDERED:
        found, right = unordered(found), unordered(right)
    assert found == right


def test_every_question_has_its_query() -> None:
    if not ANSWERS:
        pytest.skip("the questions (../shared/questions) are not on this machine")
    assert set(ANSWERS) == set(NAMES)


def test_works_and_people_are_as_many_as_a_careful_reader_counts(seed_graph: sg.Graph) -> None:
    told = seed_graph.rows("""
        SELECT ?work (GROUP_CONCAT(DISTINCT ?kind; SEPARATOR=" ") AS ?kinds) WHERE {
          ?work a schema:ScholarlyArticle ; sg:mention ?mention . GRAPH ?source { ?mention a sg:Mention }
          ?source sg:sourceKind ?kind FILTER(?kind IN ("cv", "profile"))
        } GROUP BY ?work""")
    counted = Counter(tuple(sorted(row["kinds"].split())) for row in told)
    assert counted == {("cv", "profile"): 27, ("cv",): 4, ("profile",): 18}
    assert seed_graph.values("SELECT (COUNT(?person) AS ?n) { ?person a schema:Person }") == [110]


def test_the_seed_graph_conforms_to_its_shapes(seed_graph: sg.Graph) -> None:
    assert seed_graph.check().empty
