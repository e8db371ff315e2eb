"""The graph as one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scholargraph import terms
from scholargraph.errors import QueryError
from scholargraph.graph import trig

if TYPE_CHECKING:
    import rdflib

    from scholargraph.graph.rdf import Quad

FORMATS = ("trig", "turtle", "nquads", "jsonld")


def export(quads: Sequence[Quad], form: str, base: str = terms.BASE) -> str:
    """Sorted quads as ``trig``, ``nquads`` or ``jsonld``; ``turtle`` holds the settled layer alone."""
    if form == "trig":
        return "".join(trig.trig(quads, base))
    if form == "nquads":
        return "".join(trig.nquads(quads))
    if form == "turtle":
        return _serialise([quad for quad in quads if not quad[0]], "TURTLE")
    if form == "jsonld":
        return _serialise(quads, "JSON_LD")
    raise QueryError(f"unknown format {form!r}; known are {', '.join(FORMATS)}")


def rdflib_graph(quads: Sequence[Quad], without: str = "") -> rdflib.Graph:
    """The union of all graphs but one, for tools that know rdflib."""
    import rdflib

    skipped = f"<{without}>"
    lines = (f"{subject} {name} {value} .\n" for graph, subject, name, value in quads if graph != skipped)
    return rdflib.Graph().parse(data="".join(lines), format="nt")


def _serialise(quads: Sequence[Quad], form: str) -> str:
    import pyoxigraph

    parsed = pyoxigraph.parse("".join(trig.nquads(quads)).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    kind = getattr(pyoxigraph.RdfFormat, form)
    rows = (quad.triple for quad in parsed) if form == "TURTLE" else parsed
    return (pyoxigraph.serialize(rows, format=kind, prefixes=terms.PREFIXES) or b"").decode()
