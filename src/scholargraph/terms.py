"""The ontology as Python: the only owner of IRIs.

Records use *local names* (``startDate``); RDF uses IRIs; between the two stand *compact IRIs*
(``schema:startDate``). ``ontology/scholargraph.ttl`` declares the same terms; a test holds the two together.

One local name may stand for two terms: ``name`` is ``schema:name``, but ``skos:prefLabel`` for a topic.
The functions therefore take the kind of the thing that has the property (``person``, ``work``,
``authorship`` …) as an optional second argument.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

BASE: Final = "https://w3id.org/scholargraph/id/"
"""Entities lie below this IRI unless a graph sets another base."""

PREFIXES: Final[dict[str, str]] = {
    "sg": "https://w3id.org/scholargraph/ontology#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "cito": "http://purl.org/spar/cito/",
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_CLASSES: Final[dict[str, dict[str, str]]] = {
    "person": {"": "schema:Person"},
    "work": {"": "schema:ScholarlyArticle", "article": "schema:ScholarlyArticle", "thesis": "schema:Thesis"},
    "organization": {
        "": "schema:Organization",
        "university": "schema:CollegeOrUniversity",
        "company": "schema:Corporation",
        "nonprofit": "schema:NGO",
        "department": "sg:Department",
        "group": "sg:ResearchGroup",
    },
    "venue": {"": "sg:Venue"},
    "topic": {"": "skos:Concept"},
    "scheme": {"": "skos:ConceptScheme"},
    "product": {
        "": "sg:ResearchProduct",
        "model": "sg:Model",
        "dataset": "schema:Dataset",
        "benchmark": "sg:Benchmark",
        "platform": "sg:Platform",
        "software": "schema:SoftwareSourceCode",
        "course": "schema:Course",
    },
    "award": {"": "sg:Award"},
    "project": {"": "schema:ResearchProject"},
    "authorship": {"": "sg:Authorship"},
    "position": {"": "sg:Position"},
    "degree": {"": "sg:Degree"},
    "mentorship": {"": "sg:Mentorship"},
    "awardReceipt": {"": "sg:AwardReceipt"},
    "topicAssignment": {"": "sg:TopicAssignment"},
    "source": {"": "sg:SourceDocument"},
    "mention": {"": "sg:Mention"},
    "judgement": {"": "sg:Judgement"},
    "conflict": {"": "sg:Conflict"},
    "claim": {"": "sg:Claim"},
    "community": {"": "sg:Community"},
    "topicCluster": {"": "sg:TopicCluster"},
    "measure": {"": "sg:Measure"},
}

_WORDS: Final = """
    schema string: name alternateName description location email telephone
    schema iri: url image sameAs
    schema date: startDate endDate
    schema entity: alumniOf knowsAbout
    sg string: dateAsPrinted status note figure
    sg integer: hIndex citationCount paperCount
    sg iri: orcid
    sg entity: mention workUsedBy workCommercializedBy

    schema string: abstract isbn pages volume issue
    schema date: datePublished
    schema entity: about
    sg string: workType venueAsPrinted arxivId citationKey listedAs listNumber
    sg boolean: authorListComplete hasCode
    sg iri: doi code
    sg date: venueYear preliminaryVersionYear
    sg entity: authorship venue preliminaryVersionAt
    cito entity: cites

    sg string: affiliationAsPrinted nameAsPrinted
    sg integer: ordinal
    sg boolean: equalContribution isCorresponding
    sg entity: work author affiliation

    schema entity: parentOrganization
    sg string: organizationType venueKind
    sg iri: ror

    sg string: role degreeName field grade rank kind
    sg date: year
    sg entity: holder organization department advisor thesis mentor mentee during recipient award grantor

    skos string: prefLabel altLabel notation
    skos iri: exactMatch
    skos entity: broader scheme
    sg entity: topicAssignment topic
    sg string: context

    schema string: identifier keywords
    schema iri: codeRepository
    schema entity: creator hasPart
    sg string: productType prerequisites preparation schedule supervisionStyle meetingPlace
    sg integer: seats
    sg entity: developedBy introducedIn derivedFrom trainedOn lead

    schema string: encodingFormat
    prov dateTime: when
    sg string: sha256 path sourceKind quote method relation
    sg integer: startLine endLine page
    sg decimal: confidence
    sg entity: source subject referent

    prov entity: by
    sg string: verdict reason value
    sg decimal: score
    sg iri: property
    sg entity: left right claim

    rdfs string: label
    sg string: parameter term
    sg entity: member
"""
"""Local names by vocabulary and datatype: people; works; authorships; organisations and venues; posts,
degrees and awards; topics and citation keys; products and projects; sources and mentions; judgements;
analysis."""

_RENAMED: Final = {
    "pages": "pagination",
    "volume": "volumeNumber",
    "issue": "issueNumber",
    "scheme": "inScheme",
    "when": "generatedAtTime",
    "by": "wasAttributedTo",
}
"""Local names that differ from the name in their vocabulary."""


def _properties() -> dict[str, tuple[str, str]]:
    table = {}
    for line in filter(None, map(str.strip, _WORDS.splitlines())):
        (prefix, kind), names = line.split(":")[0].split(), line.split(":")[1].split()
        range_ = kind if kind in {"iri", "entity", "date"} else f"xsd:{kind}"
        table.update({name: (f"{prefix}:{_RENAMED.get(name, name)}", range_) for name in names})
    return table


_PROPERTIES: Final = _properties()

_OF_KIND: Final[dict[tuple[str, str], tuple[str, str]]] = {
    ("name", "topic"): ("skos:prefLabel", "xsd:string"),
    ("alternateName", "topic"): ("skos:altLabel", "xsd:string"),
    ("affiliation", "person"): ("schema:affiliation", "entity"),
    ("author", "work"): ("schema:author", "entity"),
    ("award", "work"): ("schema:award", "xsd:string"),
    ("about", "conflict"): ("sg:about", "entity"),
    ("about", "measure"): ("sg:about", "entity"),
    ("value", "measure"): ("sg:value", "xsd:decimal"),
}

_DATE_FORMS: Final = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
    (re.compile(r"--\d\d-\d\d"), "xsd:gMonthDay"),
)

_LEXICAL_FORMS: Final = {
    "iri": re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE),
    "xsd:integer": re.compile(r"[+-]?\d+"),
    "xsd:decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    "xsd:boolean": re.compile(r"true|false|1|0"),
}


def expand(compact_iri: str) -> str:
    """``schema:name`` → the full IRI. KeyError for an unknown prefix."""
    prefix, _, local = compact_iri.partition(":")
    return PREFIXES[prefix] + local


def compact(iri: str) -> str:
    """The full IRI → ``schema:name``; an IRI of no known namespace comes back as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def property_iri(local: str, kind: str = "") -> str:
    """The IRI of a property, role or link, by the kind of thing that has it. KeyError for an unknown one."""
    return expand(_term(local, kind)[0])


def datatype(local: str, kind: str = "") -> str:
    """What the values are: ``iri``, ``entity``, ``date``, or an XSD type as a compact IRI.

    ``entity``: the id of another thing, a path below the base IRI. ``date``: see :func:`value_type`.
    """
    return _term(local, kind)[1]


def value_type(local: str, value: str, kind: str = "") -> str:
    """Like :func:`datatype` for one value: a date gets its XSD type from its form (``2017-10`` → gYearMonth).

    What does not fit (``seats: about eight``, an image that is no address) is an ``xsd:string``.
    """
    expected = datatype(local, kind)
    if expected == "date":
        return next((xsd for form, xsd in _DATE_FORMS if form.fullmatch(value)), "xsd:string")
    form = _LEXICAL_FORMS.get(expected)
    return expected if form is None or form.fullmatch(value) else "xsd:string"


def types_of(kind: str, type_value: str = "") -> tuple[str, ...]:
    """The classes of a thing as compact IRIs, the most specific first.

    ``type_value`` is its workType, organizationType or productType; any other gives the kind's class.
    """
    of_kind = _CLASSES[kind]
    specific = of_kind.get(type_value, of_kind[""])
    if kind == "work":  # schema:Thesis does not lie below schema:ScholarlyArticle
        return (specific,)
    return tuple(dict.fromkeys((specific, of_kind[""])))


def superclasses(type_iri: str) -> tuple[str, ...]:
    """A class and those above it, as compact IRIs: ``sg:Model`` → ``sg:Model``, ``sg:ResearchProduct``."""
    for kind, of_kind in _CLASSES.items():
        for type_value in (value for value, iri in of_kind.items() if iri == type_iri):
            return types_of(kind, type_value)
    return (type_iri,)


def classes() -> tuple[str, ...]:
    """Every class of the ontology as a compact IRI, sorted."""
    return tuple(sorted({iri for of_kind in _CLASSES.values() for iri in of_kind.values()}))


def properties() -> tuple[str, ...]:
    """Every property of the ontology as a compact IRI, sorted."""
    return tuple(sorted({iri for iri, _ in (*_PROPERTIES.values(), *_OF_KIND.values())}))


def local_names(iri: str = "") -> tuple[str, ...]:
    """The local names used in records: all of them, or those that stand for one compact property IRI."""
    if not iri:
        return tuple(_PROPERTIES)
    special = (local for (local, _), (found, _) in _OF_KIND.items() if found == iri)
    usual = (local for local, (found, _) in _PROPERTIES.items() if found == iri)
    return tuple(dict.fromkeys((*usual, *special)))


def ontology_file(name: str) -> Path:
    """A file of the ontology folder: inside the installed package, or at the root of a checkout."""
    here = Path(__file__).resolve()
    for folder in (here.parent / "ontology", here.parents[2] / "ontology"):
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"{name} is in none of the ontology folders: the installation is incomplete")


def _term(local: str, kind: str) -> tuple[str, str]:
    return _OF_KIND.get((local, kind)) or _PROPERTIES[local]
