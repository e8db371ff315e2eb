"""The graph as one noun: open it, query it, find in it, explain it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scholargraph import terms
from scholargraph.errors import QueryError
from scholargraph.graph import results, sparql, store
from scholargraph.graph.sparql import Node, Value

if TYPE_CHECKING:
    import pandas as pd
    import pyoxigraph

    from scholargraph.graph.explanation import Explanation
    from scholargraph.graph.handles import Entity
    from scholargraph.graph.rdf import Quad
    from scholargraph.graph.search import Index
    from scholargraph.graph.things import Organization, Person, Work
    from scholargraph.model import BuildReport


class Queryable:
    """What can be asked, wherever the statements lie: subclasses say how a prepared query is answered."""

    base: str = terms.BASE

    def _answer(self, query: str) -> Any:
        raise QueryError("this graph cannot be queried")

    def query(self, sparql: str, **bindings: Value) -> pd.DataFrame:
        """The answer as a DataFrame with typed columns; IRIs are text.

        ``bindings`` set variables of the query: ``g.query("… schema:name ?name …", name="Ilse Brandt")``;
        give an IRI as ``Node("https://…")`` or an entity. The usual prefixes (``sg:``, ``schema:`` …)
        are known. ASK gives one column ``answer``. Raises QueryError with the line of what is wrong.
        """
        found = self.answer(sparql, **bindings)
        return results.frame(found.columns, found.rows, found.dates)

    def answer(self, sparql: str, **bindings: Value) -> results.Answer:
        """The answer as columns and rows of int, float, bool, text, or None where unbound; dates are text."""
        return results.read(self._run(sparql, bindings))

    def rows(self, sparql: str, **bindings: Value) -> list[dict[str, Any]]:
        """The answer as one dict per row."""
        return self.answer(sparql, **bindings).dicts()

    def values(self, sparql: str, **bindings: Value) -> list[Any]:
        """The first column of the answer."""
        return [row[0] for row in self.answer(sparql, **bindings).rows]

    def results(self, sparql: str, format: str = "json", **bindings: Value) -> str:
        """The answer in a W3C format: json, csv, tsv, xml; turtle, ntriples for CONSTRUCT and DESCRIBE."""
        return results.serialise(self._run(sparql, bindings), format)

    def node(self, path: str) -> Node:
        """The IRI of an entity from its path below the base (``person/ilse-brandt``); an IRI stays."""
        return Node(path if path.startswith(("http://", "https://")) else self.base + path)

    def path(self, iri: str) -> str:
        """An entity's path below the base; an IRI from elsewhere stays as it is."""
        return iri.removeprefix(self.base)

    def _run(self, query: str, bindings: dict[str, Value]) -> Any:
        given = {name: _bindable(value) for name, value in bindings.items()}
        return self._answer(sparql.prepare(query, given))


class Graph(Queryable):
    """A scholarly knowledge graph, read-only."""

    def __init__(
        self, store: pyoxigraph.Store, folder: Path | None = None, manifest: dict[str, Any] | None = None
    ) -> None:
        self._store = store
        self.folder = folder
        self.manifest = manifest or {}
        self.base = str(self.manifest.get("base", terms.BASE))
        self.report: BuildReport | None = None
        """What the build that made this graph did; None where it was only opened."""

    @classmethod
    def open(cls, folder: str | Path = "graph") -> Graph:
        """The graph in a folder. Raises GraphError where there is none, or a damaged one."""
        path = Path(folder)
        opened, manifest = store.open_store(path)
        return cls(opened, path, manifest)

    @classmethod
    def of(cls, quads: Iterable[Quad], base: str = terms.BASE) -> Graph:
        """A graph in memory, from quads."""
        return cls(store.memory_store(quads), manifest={"base": base})

    def __repr__(self) -> str:
        return f"<Graph {self.folder or 'in memory'}: {len(self):,} statements>"

    def __len__(self) -> int:
        return len(self._store)

    def counts(self) -> dict[str, int]:
        """How many settled things there are of each kind (``person``, ``work``, ``organization`` …)."""
        return dict(sorted(Counter(self._index.kinds.values()).items()))

    def find(self, text: str, kind: str | None = None, limit: int = 20) -> pd.DataFrame:
        """Search names, titles and acronyms, tolerant of case, accents, partial words and small slips.

        Columns: entity (path), kind, name, score (0–100), why; best first.
        """
        hits = self._index.find(text, kind, limit)
        rows = [(hit.entity, hit.kind, hit.name, hit.score, hit.why) for hit in hits]
        return results.frame(("entity", "kind", "name", "score", "why"), rows)

    def entity(self, which: str, kind: str | None = None) -> Entity:
        """The thing of an IRI, a path (``person/ilse-brandt``), an exact name, or the only good match.

        Raises QueryError that lists the candidates where several fit, or near ones where none does.
        """
        from scholargraph.graph.handles import handle

        return handle(self, self._index.resolve(which, kind))

    def person(self, which: str) -> Person:
        """The one person meant by a name, path or IRI (see :meth:`entity`)."""
        from scholargraph.graph.things import Person

        return Person(self, self._index.resolve(which, "person"))

    def work(self, which: str) -> Work:
        """The one paper meant by a title, path or IRI."""
        from scholargraph.graph.things import Work

        return Work(self, self._index.resolve(which, "work"))

    def organization(self, which: str) -> Organization:
        """The one organisation meant by a name, acronym, path or IRI."""
        from scholargraph.graph.things import Organization

        return Organization(self, self._index.resolve(which, "organization"))

    def entities(self, kind: str) -> list[Entity]:
        """All things of one kind (``person``, ``work``, ``organization``, ``topic`` …), by name."""
        from scholargraph.graph.handles import handle

        of_kind = [path for path, one in self._index.kinds.items() if one == kind]
        return [
            handle(self, path)
            for path in sorted(of_kind, key=lambda path: (self.name(path).casefold(), path))
        ]

    def name(self, which: str) -> str:
        """The name of an entity (IRI or path); of a nameless one (a post, a degree) words for it."""
        path = self.path(which)
        return self._index.names.get(path) or self._index.labels.get(path, path)

    def explain(self, which: str | Entity) -> Explanation:
        """Every claim about an entity with its source and words, and why its mentions are one thing."""
        from scholargraph.graph.explain import explain

        return explain(self, self.entity(str(which)).path)

    @staticmethod
    def questions() -> pd.DataFrame:
        """The named questions: question (its name), answers, parameters, example (of them)."""
        from scholargraph.graph.questions import questions

        rows = [
            (one.name, one.answers, ", ".join(map(str, one.parameters)), one.example) for one in questions()
        ]
        return results.frame(("question", "answers", "parameters", "example"), rows)

    def ask(self, question: str, **parameters: Value) -> pd.DataFrame:
        """Answer a named question. Raises QueryError for an unknown name or a missing parameter."""
        from scholargraph.graph.questions import question as named

        found = named(question)
        bindings = {
            name: self._parameter(found.kind_of(name), value)
            for name, value in found.given(parameters).items()
        }
        return self.query(found.text, **bindings)

    def conflicts(self) -> pd.DataFrame:
        """Where sources disagree, one row per claim: about, name, property, value, said_by, why."""
        from scholargraph.graph.explain import conflicts

        rows = [
            (
                conflict.about,
                self.name(conflict.about),
                conflict.property,
                claim.value,
                claim.said_by,
                conflict.why,
            )
            for conflict in conflicts(self)
            for claim in conflict.claims
        ]
        return results.frame(("about", "name", "property", "value", "said_by", "why"), rows)

    @property
    def sources(self) -> pd.DataFrame:
        """The documents: source (its id), name, kind, subject (a name), mentions (how many), sha256."""
        found = self.answer(_SOURCES)
        rows = [(self.path(row[0]).removeprefix("source/"), *row[1:]) for row in found.rows]
        return results.frame(found.columns, rows)

    def check(self) -> pd.DataFrame:
        """Breaches of the ontology's SHACL shapes (none: no rows): focus, path, message, severity, value."""
        from scholargraph.graph.check import Violation, check
        from scholargraph.graph.export import rdflib_graph

        columns = Violation.__struct_fields__
        found = check(rdflib_graph(self.quads(), without=self.node("evidence")))
        return results.frame(columns, [tuple(getattr(one, name) for name in columns) for one in found])

    def export(self, format: str = "trig") -> str:
        """The whole graph as trig, nquads or jsonld; as turtle, the settled layer alone."""
        from scholargraph.graph.export import export

        return export(self.quads(), format, self.base)

    def quads(self) -> Sequence[Quad]:
        """All quads, sorted, as text."""
        from scholargraph.graph import trig

        return sorted(trig.from_terms(self._store))

    @cached_property
    def _index(self) -> Index:
        from scholargraph.graph.search import Index

        return Index(self)

    def _parameter(self, kind: str, value: Value) -> Value:
        """An entity parameter is named as people name it; other parameters are values."""
        if not kind or not isinstance(value, str):
            return _bindable(value)
        return self.entity(value, None if kind == "entity" else kind).iri

    def _answer(self, query: str) -> Any:
        try:
            return self._store.query(query, prefixes=terms.PREFIXES)
        except SyntaxError as error:
            raise sparql.syntax_error(error, query) from error
        except (ValueError, RuntimeError, OSError) as error:
            raise QueryError(f"the query cannot be run: {error}") from error


_SOURCES = """
SELECT ?source ?name ?kind ?subject ?mentions ?sha256 WHERE {
  ?source a sg:SourceDocument ; schema:name ?name .
  OPTIONAL { ?source sg:sourceKind ?kind } OPTIONAL { ?source sg:sha256 ?sha256 }
  OPTIONAL { ?source sg:subject/schema:name ?subject }
  OPTIONAL {
    SELECT ?source (COUNT(?m) AS ?mentions) WHERE { GRAPH ?source { ?m a sg:Mention } } GROUP BY ?source
  }
} ORDER BY ?source"""


def _bindable(value: Any) -> Value:
    """A handle is bound as its IRI."""
    iri = getattr(value, "iri", None)
    return Node(iri) if iri is not None else value
