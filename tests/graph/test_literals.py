"""Values become terms that every reader gives back unchanged, and never an unsafe address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.graph import Node, literals, trig
from scholargraph.graph.sparql import term

TRICKY = [
    'say "hi"\n\r\tbye',
    "\\",
    "\\u0041",
    "</script><!--",
    "é ü 北京 🎓",
    "\x00\x7f\x85\u2028",
    "'''\"\"\"",
    "$x ?y }",
]


def read_back(term_: str) -> str:
    quad = ("", "<https://x.org/s>", "<https://x.org/p>", term_)
    (found,) = trig.parse("".join(trig.trig([quad])))
    return found[3]


@given(st.text() | st.sampled_from(TRICKY))
def test_text_comes_back_from_trig_to_the_letter(value: str) -> None:
    assert read_back(literals.text(value)) == literals.text(value)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.sampled_from(TRICKY))
def test_rdflib_reads_the_same_text(value: str) -> None:
    import rdflib

    graph = rdflib.Graph().parse(data=f"<x:s> <x:p> {literals.text(value)} .", format="nt")
    assert [str(one) for one in graph.objects()] == [value]


def test_text_stays_on_one_line() -> None:
    assert len(literals.text("a\nb\x0bc\x85d\u2028e").splitlines()) == 1


def test_half_a_surrogate_pair_is_replaced() -> None:
    assert literals.text("a\ud800b") == '"a\ufffdb"'


@pytest.mark.parametrize(
    ("value", "datatype", "written"),
    [
        ("007", "xsd:integer", '"7"'),
        ("1.50", "xsd:decimal", '"1.5"'),
        ("1e-05", "xsd:decimal", '"0.00001"'),
        ("2", "xsd:decimal", '"2.0"'),
        ("1", "xsd:boolean", '"true"'),
        ("2017-10", "xsd:gYearMonth", '"2017-10"'),
        ("--02-29", "xsd:gMonthDay", '"--02-29"'),
        ("2026-11-20T10:00:00+01:00", "xsd:dateTime", '"2026-11-20T09:00:00Z"'),
    ],
)
def test_canonical_form_is_what_the_store_keeps(value: str, datatype: str, written: str) -> None:
    found = literals.typed(value, datatype)
    assert found.startswith(written + "^^")
    assert read_back(found) == found


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("about eight", "xsd:integer"),
        ("2017-13", "xsd:gYearMonth"),
        ("2023-02-30", "xsd:date"),
        ("NaN", "xsd:decimal"),
    ],
)
def test_what_does_not_fit_its_type_stays_text(value: str, datatype: str) -> None:
    assert literals.typed(value, datatype) == f'"{value}"'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "https://x.org/a b",
        "http://[",
        "data:text/html,x",
        "https:///x",
        "www.x.org",
        "http://x/%zz",
    ],
)
def test_an_unsafe_address_is_text(address: str) -> None:
    assert literals.of_property("url", address) == literals.text(address)


def test_addresses_and_registry_identifiers_are_iris() -> None:
    assert literals.of_property("url", "https://x.org/~a/?q=1#b") == "<https://x.org/~a/?q=1#b>"
    assert (
        literals.of_property("doi", "10.1145/3292500.3330701") == "<https://doi.org/10.1145/3292500.3330701>"
    )
    assert literals.of_property("orcid", "0000-0002-1825-0097") == "<https://orcid.org/0000-0002-1825-0097>"


def test_dates_keep_their_precision() -> None:
    kinds = [
        literals.of_property("startDate", day).rpartition("#")[2] for day in ("2017", "2017-10", "2017-10-05")
    ]
    assert kinds == ["gYear>", "gYearMonth>", "date>"]


def test_odd_characters_in_an_address_are_percent_encoded() -> None:
    assert literals.address("https://x.org/", "source/a b<>#m1") == "<https://x.org/source/a%20b%3C%3E#m1>"


def test_python_values_become_terms() -> None:
    assert term(True).startswith('"true"^^')
    assert term(3).startswith('"3"^^')
    assert term(Node("https://x.org/a")) == "<https://x.org/a>"
