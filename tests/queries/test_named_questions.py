"""Every named question parses, says what it answers, and takes the parameters it declares."""

import pytest

from scholargraph.errors import QueryError
from scholargraph.graph import Graph
from scholargraph.graph.questions import Question, questions

ALL = questions()


@pytest.fixture(scope="session")
def empty() -> Graph:
    return Graph.of([])


@pytest.mark.parametrize("question", ALL, ids=lambda one: one.name)
def test_a_question_runs(question: Question, empty: Graph) -> None:
    given = {one.name: "x" for one in question.parameters}
    assert question.answers
    assert len(empty.query(question.text, **given)) == 0


@pytest.mark.parametrize("question", ALL, ids=lambda one: one.name)
def test_parameters_are_variables_with_examples(question: Question) -> None:
    for parameter in question.parameters:
        assert f"?{parameter.name}" in question.text
        assert parameter.description
        assert parameter.example


def test_an_unknown_question_suggests_near_ones(empty: Graph) -> None:
    with pytest.raises(QueryError, match=r"near it are .*coauthors"):
        empty.ask("coautors")


def test_a_missing_or_unknown_parameter_is_explained(empty: Graph) -> None:
    with pytest.raises(QueryError, match="person is missing; papers takes person"):
        empty.ask("papers")
    with pytest.raises(QueryError, match="unknown parameter 'who'"):
        empty.ask("papers", who="x")


def test_questions_are_listed(empty: Graph) -> None:
    listed = empty.questions()
    assert len(listed) == len(ALL) >= 20
    assert list(listed.columns) == ["question", "answers", "parameters", "example"]
