"""The shapes find what is wrong, and only that."""

import pytest
from rdflib import Graph

from scholargraph.graph.check import check

HEAD = """
@prefix : <https://example.org/> .
@prefix sg: <https://w3id.org/scholargraph/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SOUND = """
:s a sg:SourceDocument ; schema:name "cv" ; schema:encodingFormat "text/markdown" ; sg:subject :p ;
    sg:sha256 "0000000000000000000000000000000000000000000000000000000000000000" .
:m a sg:Mention ; sg:source :s ; sg:quote "Ilse Brandt" ; sg:startLine 3 ; sg:endLine 3 ; sg:method "cv" ;
    sg:confidence 0.95 .
:p a schema:Person ; schema:name "Ilse Brandt" ; schema:email "ilse@example.org" ; sg:hIndex 12 ;
    sg:mention :m .
:a a sg:Authorship ; sg:author :p ; sg:ordinal 1 ; sg:nameAsPrinted "I. Brandt" ; sg:mention :m .
:w a schema:ScholarlyArticle ; schema:name "On Sand" ; schema:author :p ; sg:authorship :a ; sg:mention :m ;
    schema:datePublished "2017-10"^^xsd:gYearMonth ; sg:status "published" ; sg:authorListComplete true .
:o a schema:CollegeOrUniversity, schema:Organization ; schema:name "Sand University" ; sg:mention :m .
:j a sg:Position ; sg:holder :p ; sg:role "Professor" ; sg:organization :o ; sg:status "current" ;
    sg:mention :m ; schema:startDate "2017"^^xsd:gYear .
:d a sg:Degree ; sg:holder :p ; sg:degreeName "Ph.D." ; sg:organization :o ; sg:mention :m .
:v a sg:Judgement ; sg:left :m ; sg:right :m ; sg:verdict "same" ; sg:score 1.0 ; sg:reason "same name" ;
    prov:wasAttributedTo :agent .
:k a sg:Conflict ; sg:about :p ; sg:property sg:hIndex ; sg:claim :k1, :k2 ; sg:reason "two figures" .
:k1 a sg:Claim ; sg:value 12 ; sg:mention :m .
:k2 a sg:Claim ; sg:value 11 ; sg:mention :m .
:c a sg:Community ; <http://www.w3.org/2000/01/rdf-schema#label> "sand" ; sg:member :p ; sg:method "leiden" .
"""


def graph(text: str) -> Graph:
    return Graph().parse(data=HEAD + text, format="turtle")


def test_sound_graph_passes() -> None:
    assert check(graph(SOUND)) == []


def test_a_body_may_be_an_author() -> None:
    signed = SOUND.replace("schema:author :p", "schema:author :o").replace("sg:author :p", "sg:author :o")
    assert not check(graph(signed))


@pytest.mark.parametrize(
    ("right", "wrong", "path"),
    [
        ('schema:name "Ilse Brandt"', 'schema:name "Ilse Brandt", "I. Brandt"', "schema:name"),
        ('schema:name "Sand University"', 'schema:alternateName "SU"', "schema:name"),
        ("sg:author :p ; sg:ordinal 1", "sg:ordinal 1", "sg:author"),
        ("sg:ordinal 1", "sg:ordinal 0", "sg:ordinal"),
        ("sg:ordinal 1", "sg:ordinal 1, 2", "sg:ordinal"),
        ("schema:author :p", "schema:author :p, :v", "schema:author"),
        ("schema:author :p ;", "", "sg:authorship / sg:author"),
        ("sg:authorship :a ;", "", "^sg:authorship"),
        ("sg:hIndex 12", 'sg:hIndex "twelve"', "sg:hIndex"),
        ("sg:hIndex 12 ;\n    sg:mention :m", "sg:hIndex 12", "sg:mention"),
        ('"2017-10"^^xsd:gYearMonth', '"2017.10"', "schema:datePublished"),
        ('sg:status "published"', 'sg:status "forthcoming"', "sg:status"),
        ("sg:holder :p ; sg:role", "sg:role", "sg:holder"),
        ('sg:role "Professor" ;', 'sg:role "Professor", "Dean" ;', "sg:role"),
        ("sg:holder :p ; sg:degreeName", "sg:degreeName", "sg:holder"),
        ("sg:startLine 3", "sg:startLine 0", "sg:startLine"),
        ("sg:endLine 3", "sg:endLine 2", "sg:startLine"),
        ('sg:quote "Ilse Brandt" ;', "", "sg:quote"),
        ("sg:confidence 0.95", "sg:confidence 1.5", "sg:confidence"),
        ("sg:source :s ;", "", "sg:source"),
        ('sg:verdict "same"', 'sg:verdict "perhaps"', "sg:verdict"),
        ('sg:reason "same name" ;', "", "sg:reason"),
        ("sg:claim :k1, :k2", "sg:claim :k1", "sg:claim"),
        ("sg:member :p ;", "", "sg:member"),
        ("schema:CollegeOrUniversity, schema:Organization", "schema:CollegeOrUniversity", ""),
        ('sg:sha256 "0', 'sg:sha256 "x', "sg:sha256"),
    ],
)
def test_each_fault_is_found(right: str, wrong: str, path: str) -> None:
    assert SOUND.count(right) == 1
    found = check(graph(SOUND.replace(right, wrong)))
    assert path in {violation.path for violation in found}


def test_violation_names_thing_value_and_reason() -> None:
    (found,) = check(graph(SOUND.replace("sg:ordinal 1", "sg:ordinal 0")))
    assert (found.focus, found.value, found.severity) == ("https://example.org/a", "0", "Violation")
    assert "integer from 1" in found.message
