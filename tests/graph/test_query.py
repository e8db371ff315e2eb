"""Queries: prefixes, types, parameters, formats, and what is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.errors import QueryError
from scholargraph.graph import Graph, Node, sparql
from scholargraph.terms import BASE

NOISE = f"{BASE}work/sorting-under-noise"


def test_prefixes_are_known_and_columns_typed(graph: Graph) -> None:
    found = graph.query(
        """SELECT ?name ?h (?h / 5 AS ?share) (?h > 5 AS ?much) ?missing WHERE {
          ?p a schema:Person ; schema:name ?name ; sg:hIndex ?h }"""
    )
    assert found.to_dict("records")[0] | {"missing": None} == {
        "name": "Ilse Brandt", "h": 12, "share": 2.4, "much": True, "missing": None,
    }  # fmt: skip
    assert [str(found[name].dtype) for name in ("h", "share", "much")] == ["int64", "float64", "bool"]


def test_only_a_column_of_full_dates_becomes_dates(graph: Graph) -> None:
    pattern = "SELECT ?d WHERE {{ ?w a {} ; schema:datePublished ?d }}"
    assert str(graph.query(pattern.format("schema:Thesis"))["d"].dtype).startswith("datetime64")
    assert list(graph.query("SELECT ?d WHERE { ?w schema:datePublished ?d } ORDER BY STR(?d)")["d"]) == [
        "2020-02-03",
        "2021",
    ]


def test_gaps_in_numbers_stay_gaps(graph: Graph) -> None:
    found = graph.query(
        "SELECT ?h WHERE { ?p a schema:Person OPTIONAL { ?p sg:hIndex ?h } } ORDER BY DESC(?h)"
    )
    assert str(found["h"].dtype) == "Int64"
    assert found["h"].isna().sum() == 1


def test_http_schema_org_is_understood_in_iris_but_not_in_strings(graph: Graph) -> None:
    query = """PREFIX s: <http://schema.org/>
      SELECT ?n ("http://schema.org/" AS ?same) WHERE { ?p a <http://schema.org/Person> ; s:name ?n }
      ORDER BY ?n LIMIT 1"""
    assert graph.rows(query) == [{"n": "Ilse Brandt", "same": "http://schema.org/"}]


def test_ask_construct_and_describe(graph: Graph) -> None:
    assert graph.query("ASK { ?p schema:name 'Ilse Brandt' }")["answer"].tolist() == [True]
    built = graph.query("CONSTRUCT { ?p foaf:name ?n } WHERE { ?p a schema:Person ; schema:name ?n }")
    assert built["object"].tolist() == ["Ilse Brandt", "José Müller"]
    assert graph.query(f"DESCRIBE <{NOISE}>").shape[1] == 3


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "xml"])
def test_select_in_every_format(graph: Graph, form: str) -> None:
    text = graph.results("SELECT ?n WHERE { ?p sg:hIndex ?n }", form)
    assert "12" in text
    if form == "json":
        assert json.loads(text)["results"]["bindings"][0]["n"]["value"] == "12"


def test_construct_as_turtle(graph: Graph) -> None:
    query = "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p a schema:Person ; schema:name ?n }"
    assert 'foaf:name "Ilse Brandt"' in graph.results(query, "turtle")
    with pytest.raises(QueryError, match="not 'csv'"):
        graph.results(query, "csv")
    with pytest.raises(QueryError, match="not 'turtle'"):
        graph.results("SELECT ?s WHERE { ?s ?p ?o }", "turtle")


INJECTIONS = [
    '" } INSERT DATA { <a> <b> <c> } #',
    "\\",
    '\\" . ?s ?p ?o',
    "}",
    "'''",
    "</script>",
    "\n# x",
    "?p",
    "<a>",
]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.sampled_from(INJECTIONS))
def test_a_parameter_is_a_value_whatever_it_holds(value: str) -> None:
    assert _EMPTY.rows("SELECT ?v WHERE { }", v=value) == [{"v": value}]


_EMPTY = Graph.of([])


def test_parameters_reach_filters_aggregates_and_construct(graph: Graph) -> None:
    counted = "SELECT (COUNT(*) AS ?n) WHERE { ?p schema:name ?name FILTER(?name = ?wanted) }"
    assert graph.values(counted, wanted="Ilse Brandt") == [1]
    assert graph.values(counted, wanted="Nobody") == [0]
    built = "CONSTRUCT { ?p sg:note 'x' } WHERE { ?p schema:name ?name }"
    assert len(graph.query(built, name="Ilse Brandt")) == 1
    work = Node(NOISE)
    assert graph.values("# { not here\nASK { ?w schema:author ?p }", w=work) == [True]
    assert graph.values("SELECT ?n { ?p schema:name ?n }", p=graph.person("Ilse Brandt")) == ["Ilse Brandt"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://x.org/> { ?s ?p ?o } }",
        "SELECT * WHERE { { { OPTIONAL { service silent ?e { ?s ?p ?o } } } } }",
        "SELECT * WHERE { ?s ?p ?a FILTER(?a<1)SERVICE?x#>\n{ ?s ?p ?o } }",
        "SELECT * WHERE { FILTER EXISTS { SERVICE<http://x.org/>{ ?s ?p ?o } } }",
        "SELECT * FROM <http://x.org/> WHERE { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://x.org/> WHERE { ?s ?p ?o }",
        "ASK { { SELECT ?s { SERVICE <http://x.org/> { ?s ?p ?o } } } }",
    ],
)
def test_what_would_dial_out_is_refused(graph: Graph, query: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE|FROM"):
        graph.query(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * WHERE { ?s schema:name "At your service, from Aalto" }',
        "SELECT * WHERE { ?s ?p <https://x.org/service/from> } # SERVICE",
        "SELECT ?from WHERE { ?from ?service ?load }",
    ],
)
def test_the_same_words_elsewhere_are_fine(graph: Graph, query: str) -> None:
    graph.query(query)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <b:b> <c:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "PREFIX a: <b:b>\nLOAD <http://x.org/>",
        "clear all",
    ],
)
def test_updates_are_refused(graph: Graph, query: str) -> None:
    with pytest.raises(QueryError, match="would change the graph"):
        graph.query(query)


def test_queries_that_could_end_the_process_are_refused(graph: Graph) -> None:
    nested = "SELECT * WHERE " + "{" * 3000 + "}" * 3000
    many = "SELECT * WHERE {" + "".join(f"BIND(1 AS ?x{i})" for i in range(3000)) + "}"
    chained = "SELECT * WHERE { ?s ?p ?o FILTER(" + "||".join(["?o"] * 6000) + ") }"
    for query, limit in (
        (nested, "deep"),
        (many, "brackets"),
        (chained, "operators"),
        ("#" * 100_001, "characters"),
    ):
        with pytest.raises(QueryError, match=limit):
            graph.query(query)


def test_an_unknown_prefix_gets_a_hint(graph: Graph) -> None:
    with pytest.raises(QueryError, match=r"unknown prefix skol:; known are sg:, schema:") as caught:
        graph.query("SELECT ?n WHERE {\n ?p skol:name ?n }")
    assert caught.value.line == 2


@pytest.mark.parametrize("query", ["SELECT ?n WHERE {\n ?p schema:name }", "SELECT", "hello", ""])
def test_what_is_not_sparql_is_one_line(graph: Graph, query: str) -> None:
    with pytest.raises(QueryError, match="not SPARQL") as caught:
        graph.query(query)
    assert len(str(caught.value).splitlines()) == 1


def test_line_and_column_are_those_of_the_query_as_typed(graph: Graph) -> None:
    with pytest.raises(QueryError, match="line 2, column 17"):
        graph.query("SELECT ?n WHERE {\n ?p schema:name }", n="x")


def test_a_bad_parameter_name_or_iri_is_refused() -> None:
    with pytest.raises(QueryError, match="no name of a variable"):
        sparql.bind("SELECT ?s {}", {"a b": "x"})
    with pytest.raises(QueryError, match="no IRI"):
        sparql.term(Node("not an iri"))
