"""The ontology as Python: names to IRIs and back, and the types of values."""

import re
import runpy
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph import terms

TOLD = Path(__file__).parents[1] / "docs" / "told.md"


@pytest.mark.parametrize(
    ("local", "kind", "expected"),
    [
        ("name", "person", "schema:name"),
        ("name", "topic", "skos:prefLabel"),
        ("author", "authorship", "sg:author"),
        ("author", "work", "schema:author"),
        ("affiliation", "person", "schema:affiliation"),
        ("affiliation", "work", "sg:affiliation"),
        ("pages", "", "schema:pagination"),
        ("cites", "", "cito:cites"),
        ("when", "judgement", "prov:generatedAtTime"),
    ],
)
def test_property_depends_on_the_kind_of_thing(local: str, kind: str, expected: str) -> None:
    assert terms.property_iri(local, kind) == terms.expand(expected)


def test_unknown_property_is_refused() -> None:
    with pytest.raises(KeyError, match="favouriteColour"):
        terms.property_iri("favouriteColour")


@pytest.mark.parametrize(
    ("local", "value", "expected"),
    [
        ("startDate", "2017", "xsd:gYear"),
        ("startDate", "2017-10", "xsd:gYearMonth"),
        ("startDate", "2022-05-24", "xsd:date"),
        ("startDate", "last spring", "xsd:string"),
        ("seats", "8", "xsd:integer"),
        ("seats", "six to eight", "xsd:string"),
        ("image", "https://example.org/a.png", "iri"),
        ("image", "portrait.jpeg", "xsd:string"),
        ("hasCode", "true", "xsd:boolean"),
        ("holder", "person/ada", "entity"),
        ("arxivId", "1901.01234", "xsd:string"),
    ],
)
def test_type_of_a_value(local: str, value: str, expected: str) -> None:
    assert terms.value_type(local, value) == expected


@pytest.mark.parametrize(
    ("kind", "type_value", "expected"),
    [
        ("product", "model", ("sg:Model", "sg:ResearchProduct")),
        ("product", "dataset", ("schema:Dataset", "sg:ResearchProduct")),
        ("product", "unheard of", ("sg:ResearchProduct",)),
        ("organization", "department", ("sg:Department", "schema:Organization")),
        ("organization", "", ("schema:Organization",)),
        ("work", "thesis", ("schema:Thesis",)),
    ],
)
def test_most_specific_class_comes_first(kind: str, type_value: str, expected: tuple[str, ...]) -> None:
    assert terms.types_of(kind, type_value) == expected
    assert terms.superclasses(expected[0]) == expected


@given(st.sampled_from((*terms.classes(), *terms.properties())))
def test_compact_undoes_expand(iri: str) -> None:
    assert terms.compact(terms.expand(iri)) == iri


def test_iri_of_another_vocabulary_stays_whole() -> None:
    assert terms.compact("https://example.org/x#y") == "https://example.org/x#y"


def test_every_word_of_the_record_vocabulary_has_a_term() -> None:
    """The tables and the list of links in docs/told.md name nothing that terms.py lacks."""
    text = TOLD.read_text(encoding="utf-8")
    rows = [row.split("|")[1:-1] for row in text.splitlines() if re.match(r"\| [a-z]", row)]
    kinds = {row[0].strip() for row in rows} - {"kind"}
    words = {word for row in rows if row[0].strip() != "kind" for cell in row[1:] for word in _words(cell)}
    words |= set(re.findall(r"(\w+) \([\w ]+ →", text))
    no_things = {"venue", "preliminaryVersionAt", "citation"}  # links; a key is a mention, never an entity
    for kind in kinds - no_things:
        assert terms.types_of(kind)
    assert len(words) > 60
    assert words <= set(terms.local_names())


def test_ontology_lies_inside_an_installed_package(tmp_path: Path) -> None:
    package = tmp_path / "scholargraph"
    (package / "ontology").mkdir(parents=True)
    (package / "ontology" / "shapes.ttl").touch()
    shutil.copy(terms.__file__, package)
    installed = runpy.run_path(str(package / "terms.py"))
    assert installed["ontology_file"]("shapes.ttl") == package.resolve() / "ontology" / "shapes.ttl"
    with pytest.raises(FileNotFoundError, match=r"context\.jsonld"):
        installed["ontology_file"]("context.jsonld")


def _words(cell: str) -> list[str]:
    cell = re.sub(r"\([^)]*\)", "", cell).split(";")[0]
    parts = [part.strip().rstrip("*") for part in re.split(r",| and | or ", cell)]
    return [part for part in parts if re.fullmatch(r"[a-z]+[A-Za-z0-9]*", part)]
