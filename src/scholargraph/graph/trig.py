"""Quads as text: N-Quads for loading, TriG for people and for diffs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from scholargraph import terms
from scholargraph.graph import literals

if TYPE_CHECKING:
    import pyoxigraph

    from scholargraph.graph.rdf import Quad

_XSD = terms.PREFIXES["xsd"]
_TYPE = f"<{terms.expand('rdf:type')}>"
_TYPED = re.compile(r'(?s)(".*")\^\^<([^>]*)>')
_LOCAL_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_RELATIVE = re.compile(
    r"[A-Za-z0-9_%~-][A-Za-z0-9_%~.-]*(/[A-Za-z0-9_%~-][A-Za-z0-9_%~.-]*)*(#[A-Za-z0-9_-]+)?"
)
_BARE = {
    "integer": re.compile(r"[+-]?[0-9]+"),
    "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    "boolean": re.compile(r"true|false"),
}


def nquads(quads: Iterable[Quad]) -> Iterator[str]:
    """One N-Quads line per quad, in the order given."""
    for graph, subject, predicate, value in quads:
        yield f"{subject} {predicate} {value} {graph} .\n" if graph else f"{subject} {predicate} {value} .\n"


def trig(quads: Iterable[Quad], base: str = terms.BASE) -> Iterator[str]:
    """TriG in pieces, sorted by graph, subject, predicate and object: the same quads make the same bytes.

    One predicate and object per line; entities relative to ``@base``, the rest with the usual prefixes.
    """
    ordered = sorted(quads, key=lambda quad: (quad[0], quad[1][1:-1], *quad[2:]))  # a thing before its parts
    yield f"@base <{base}> .\n"
    yield from (f"@prefix {name}: <{namespace}> .\n" for name, namespace in sorted(terms.PREFIXES.items()))
    for graph, of_graph in groupby(ordered, key=lambda quad: quad[0]):
        yield f"\n# {'what is settled' if not graph else _plain(graph)}\n"
        yield f"{_short(graph, base)} {{\n" if graph else "{\n"
        for subject, of_subject in groupby(of_graph, key=lambda quad: quad[1]):
            yield _block(subject, [(quad[2], quad[3]) for quad in of_subject], base)
        yield "}\n"


def parse(data: bytes | str, base: str = terms.BASE, media_type: str = "application/trig") -> Iterator[Quad]:
    """The quads of a TriG or N-Quads text, in its order."""
    import pyoxigraph

    kind = pyoxigraph.RdfFormat.from_media_type(media_type)
    return from_terms(pyoxigraph.parse(data, format=kind, base_iri=base))


def from_terms(quads: Iterable[pyoxigraph.Quad]) -> Iterator[Quad]:
    """Quads of the store as text, written as :mod:`scholargraph.graph.rdf` writes them."""
    import pyoxigraph

    for quad in quads:
        is_default = isinstance(quad.graph_name, pyoxigraph.DefaultGraph)
        graph = "" if is_default else term_text(quad.graph_name)
        yield graph, term_text(quad.subject), term_text(quad.predicate), term_text(quad.object)


def term_text(term: object) -> str:
    """A term of the store in N-Triples syntax."""
    import pyoxigraph

    if isinstance(term, pyoxigraph.NamedNode):
        return literals.iri(term.value)
    if isinstance(term, pyoxigraph.Literal) and not term.language:
        datatype = term.datatype.value
        if datatype == f"{_XSD}decimal":  # the store writes 25.0 as 25
            return literals.typed(term.value, "xsd:decimal")
        quoted = literals.text(term.value)
        return quoted if datatype == f"{_XSD}string" else f"{quoted}^^<{datatype}>"
    return str(term)


def _block(subject: str, pairs: list[tuple[str, str]], base: str) -> str:
    """A subject with a line for each predicate and object, its types first."""
    pairs = [pair for pair in pairs if pair[0] == _TYPE] + [pair for pair in pairs if pair[0] != _TYPE]
    lines = [f"    {_short(name, base)} {_short(value, base)}" for name, value in pairs]
    return f"  {_short(subject, base)}\n" + " ;\n".join(lines) + " .\n"


def _short(term: str, base: str) -> str:
    if term.startswith("<"):
        return _short_iri(term, base)
    found = _TYPED.fullmatch(term)
    if found is None:
        return term
    quoted, datatype = found.groups()
    bare = _BARE.get(datatype.removeprefix(_XSD))
    if bare and bare.fullmatch(quoted[1:-1]):
        return quoted[1:-1]
    return f"{quoted}^^{_short_iri(f'<{datatype}>', base)}"


@lru_cache(maxsize=65536)
def _short_iri(term: str, base: str) -> str:
    if term == _TYPE:
        return "a"
    full = term[1:-1]
    if full.startswith(base) and _RELATIVE.fullmatch(full[len(base) :]):
        return f"<{full[len(base) :]}>"
    name, _, local = terms.compact(full).partition(":")
    return f"{name}:{local}" if name in terms.PREFIXES and _LOCAL_NAME.fullmatch(local) else term


def _plain(graph: str) -> str:
    return graph[1:-1]
