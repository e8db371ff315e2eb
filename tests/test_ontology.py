"""The ontology file, the shapes, the JSON-LD context, terms.py and the reference page say the same."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, URIRef

from scholargraph import terms

ROOT = Path(__file__).parents[1]
SOFT_RANGE = URIRef(terms.expand("schema:rangeIncludes"))
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(terms.ontology_file("scholargraph.ttl"))


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(terms.ontology_file("shapes.ttl"))


def declared(ontology: Graph, *types: URIRef) -> set[str]:
    return {terms.compact(str(s)) for t in types for s in ontology.subjects(RDF.type, t)}


def test_ontology_and_terms_declare_the_same_classes(ontology: Graph) -> None:
    assert declared(ontology, OWL.Class) == set(terms.classes())


def test_ontology_and_terms_declare_the_same_properties(ontology: Graph) -> None:
    assert declared(ontology, *PROPERTY_TYPES) == set(terms.properties())


@pytest.mark.parametrize("iri", [*terms.classes(), *terms.properties()])
def test_each_term_has_one_label_and_a_comment_of_one_sentence(ontology: Graph, iri: str) -> None:
    term = URIRef(terms.expand(iri))
    (label,) = ontology.objects(term, RDFS.label)
    (comment,) = ontology.objects(term, RDFS.comment)
    assert str(label)
    assert str(comment).endswith(".")
    assert ". " not in str(comment)


@pytest.mark.parametrize("local", terms.local_names())
def test_values_are_of_the_type_that_the_ontology_declares(ontology: Graph, local: str) -> None:
    term, kind = URIRef(terms.property_iri(local)), terms.datatype(local)
    ranges = {terms.compact(str(o)) for p in (RDFS.range, SOFT_RANGE) for o in ontology.objects(term, p)}
    links = kind in {"iri", "entity"}
    if (term, RDF.type, RDF.Property) not in ontology:  # a property of both sorts of value
        assert links != ((term, RDF.type, OWL.DatatypeProperty) in ontology)
    if kind == "date":
        assert ranges in ({"xsd:gYear"}, {"xsd:date", "xsd:gYearMonth", "xsd:gYear"})
    elif not links and ranges:
        assert kind in ranges


def test_prefixes_agree(ontology: Graph) -> None:
    given = {prefix: str(iri) for prefix, iri in ontology.namespaces()}
    assert given.items() >= terms.PREFIXES.items()


def test_shapes_speak_of_declared_terms_only(shapes: Graph) -> None:
    used = {o for _, p, o in shapes if p in (SH.path, SH.targetClass, SH["class"], SH.equals, RDF.first)}
    names = {terms.compact(str(iri)) for iri in used if isinstance(iri, URIRef)}
    assert {n for n in names if not n.startswith("xsd:")} <= {*terms.classes(), *terms.properties()}


def test_every_class_has_a_shape(shapes: Graph) -> None:
    assert {terms.compact(str(o)) for o in shapes.objects(None, SH.targetClass)} == set(terms.classes())


def test_shapes_are_core_only(shapes: Graph) -> None:
    assert not list(shapes.subject_objects(SH.sparql))
    assert not list(shapes.subject_objects(SH.rule))


def test_context_expands_to_the_terms() -> None:
    """A JSON-LD reader makes of each local name what terms.py makes of it."""
    context = json.loads(terms.ontology_file("context.jsonld").read_text(encoding="utf-8"))
    document = {
        **context,
        "@id": "https://example.org/w",
        "@type": "Authorship",
        "ordinal": 2,
        "author": "https://a.org/b",
    }
    quads = pyoxigraph.parse(json.dumps(document), pyoxigraph.RdfFormat.JSON_LD)
    found = {(terms.compact(q.predicate.value), terms.compact(q.object.value)) for q in quads}
    assert found == {("rdf:type", "sg:Authorship"), ("sg:ordinal", "2"), ("sg:author", "https://a.org/b")}


def test_made_pages_are_current() -> None:
    for path, text in _pages().pages().items():
        assert path.read_text(encoding="utf-8") == text, f"run: python tools/ontology_pages.py ({path.name})"


def _pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ontology_pages", ROOT / "tools" / "ontology_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
