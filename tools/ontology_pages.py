"""Makes ontology/context.jsonld and docs/ontology.md from the ontology, its shapes and terms.py.

Run it after a change of the ontology; a test fails while the two are not current.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Namespace, URIRef
from rdflib.term import Node

from scholargraph import terms

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = Namespace(terms.PREFIXES["schema"])
INTRO = """# The ontology

Made from `ontology/scholargraph.ttl` and `ontology/shapes.ttl` by `python tools/ontology_pages.py`:
change those, not this page.

Where schema.org has a term with the right meaning it is used as it is; `sg:` holds what schema.org lacks:
the order of authors, dated posts, evidence, identity. The default graph holds the settled things. What each
document tells stands in one named graph per source; judgements, conflicts and the results of analysis stand
in graphs of their own. The graph `evidence` names, for each settled statement (`rdf:subject`,
`rdf:predicate`, `rdf:object`), the mentions that say it. Entities lie below `{base}`
unless a graph sets another base.

Dates keep the precision of the document: `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.
"""


def ontology() -> Graph:
    """The classes and properties, with the prefixes of the file."""
    return Graph(bind_namespaces="none").parse(terms.ontology_file("scholargraph.ttl"))


def shapes() -> Graph:
    """The shapes."""
    return Graph().parse(terms.ontology_file("shapes.ttl"))


def context() -> str:
    """The JSON-LD context: the prefixes, every class, and every property under its local name."""
    entries: dict[str, object] = dict(terms.PREFIXES)
    entries |= {iri.split(":")[1]: iri for iri in terms.classes()}
    entries |= {local: _context_entry(local) for local in terms.local_names()}
    return json.dumps({"@context": entries}, indent=2, ensure_ascii=False) + "\n"


def _context_entry(local: str) -> object:
    iri, kind = terms.compact(terms.property_iri(local)), terms.datatype(local)
    if kind in {"iri", "entity"}:
        return {"@id": iri, "@type": "@id"}
    return {"@id": iri} if kind in {"date", "xsd:string"} else {"@id": iri, "@type": kind}


def page() -> str:
    """The reference page."""
    graph, forms = ontology(), shapes()
    parts = [INTRO.format(base=terms.BASE), _prefixes(graph), "## Classes\n", _class_table(graph)]
    parts += [
        "## What each thing must and may have\n",
        *_shape_tables(forms),
        "## Properties\n",
        _property_table(graph),
    ]
    return "\n".join(parts)


def _prefixes(graph: Graph) -> str:
    rows = ((f"`{prefix}:`", f"`{iri}`") for prefix, iri in sorted(graph.namespaces()))
    return "## Prefixes\n\n" + _table(("prefix", "namespace"), rows)


def _class_table(graph: Graph) -> str:
    return _table(
        ("class", "what it is", "below", "near"),
        (
            (
                _code(graph, iri),
                _text(graph, iri, RDFS.comment),
                _list(graph, iri, RDFS.subClassOf),
                _near(graph, iri),
            )
            for iri in map(URIRef, map(terms.expand, terms.classes()))
        ),
    )


def _property_table(graph: Graph) -> str:
    return _table(
        ("property", "in records", "what it says", "of", "values", "near"),
        (
            (
                _code(graph, iri),
                ", ".join(f"`{name}`" for name in terms.local_names(terms.compact(iri))),
                _text(graph, iri, RDFS.comment),
                _list(graph, iri, RDFS.domain, SCHEMA.domainIncludes),
                _list(graph, iri, RDFS.range, SCHEMA.rangeIncludes) or _unbound(graph, iri),
                _near(graph, iri),
            )
            for iri in map(URIRef, map(terms.expand, terms.properties()))
        ),
    )


def _unbound(graph: Graph, iri: URIRef) -> str:
    return "IRI" if (iri, RDF.type, OWL.ObjectProperty) in graph else "anything"


def _shape_tables(forms: Graph) -> Iterable[str]:
    for shape in sorted(forms.subjects(RDF.type, SH.NodeShape), key=str):
        targets = sorted(_code(forms, target) for target in forms.objects(shape, SH.targetClass))
        rows = sorted(_shape_row(forms, row) for row in forms.objects(shape, SH.property))
        if targets and rows:
            yield f"### {', '.join(targets)}\n"
            yield _table(("property", "how many", "values"), rows)


def _shape_row(forms: Graph, row: Node) -> tuple[str, str, str]:
    least, most = forms.value(row, SH.minCount), forms.value(row, SH.maxCount)
    path = forms.value(row, SH.path)
    return _path(forms, path), _how_many(least, most), _values(forms, row)


def _how_many(least: Node | None, most: Node | None) -> str:
    if least is None:
        return "any number" if most is None else f"at most {most}"
    return f"at least {least}" if most is None else f"exactly {least}"


def _path(forms: Graph, path: Node | None) -> str:
    if isinstance(path, URIRef) or path is None:
        return _code(forms, path)
    inverse = forms.value(path, SH.inversePath)
    if inverse is not None:
        return "inverse of " + _code(forms, inverse)
    return " / ".join(_code(forms, step) for step in forms.items(path))


def _values(forms: Graph, row: Node) -> str:
    choices = forms.value(row, SH["in"])
    if choices is not None:
        return ", ".join(f'"{choice}"' for choice in forms.items(choices))
    alternatives = forms.value(row, SH["or"])
    rows = [row] if alternatives is None else list(forms.items(alternatives))
    named = [o for r in rows for p in (SH["class"], SH.datatype) for o in forms.objects(r, p)]
    if (row, SH.node, None) in forms:
        shape = str(forms.value(row, SH.node))
        return "a date" if shape.endswith("#Date") else "`schema:ScholarlyArticle` or `schema:Thesis`"
    return " or ".join(_code(forms, o) for o in named) or "IRI"


def _near(graph: Graph, iri: URIRef) -> str:
    return _list(graph, iri, OWL.equivalentClass, SKOS.closeMatch, OWL.inverseOf, RDFS.subPropertyOf)


def _list(graph: Graph, iri: URIRef, *predicates: URIRef) -> str:
    return ", ".join(sorted(_code(graph, o) for p in predicates for o in graph.objects(iri, p)))


def _text(graph: Graph, iri: URIRef, predicate: URIRef) -> str:
    return str(graph.value(iri, predicate))


def _code(graph: Graph, iri: Node | None) -> str:
    return f"`{graph.namespace_manager.curie(str(iri), generate=False)}`"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def pages() -> dict[Path, str]:
    """What each made file must hold."""
    return {ROOT / "ontology" / "context.jsonld": context(), ROOT / "docs" / "ontology.md": page()}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
