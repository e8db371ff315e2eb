"""Handles on things of the graph: they hold an address and ask; nothing is copied, nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scholargraph import terms
from scholargraph.graph import results
from scholargraph.graph.html import heading, page, table
from scholargraph.graph.search import kind_of
from scholargraph.graph.sparql import Node, Value

if TYPE_CHECKING:
    import pandas as pd

    from scholargraph.graph.core import Graph
    from scholargraph.graph.explanation import Explanation


class Entity:
    """One settled thing."""

    def __init__(self, graph: Graph, path: str) -> None:
        self.graph, self.path = graph, path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name!r} {self.path}>"

    def __str__(self) -> str:
        return self.path

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entity) and self.iri == other.iri

    def __hash__(self) -> int:
        return hash(self.iri)

    @property
    def iri(self) -> Node:
        """The full address."""
        return self.graph.node(self.path)

    @property
    def kind(self) -> str:
        """person, work, organization …"""
        return kind_of(self.path)

    @property
    def name(self) -> str:
        """The settled name, title or label; the path where it has none."""
        return self.graph.name(self.path)

    @property
    def names(self) -> list[str]:
        """All names settled or printed, the settled one first."""
        said = self._values("?me schema:name|schema:alternateName|skos:prefLabel|skos:altLabel ?value")
        printed = (
            self._values(
                '?me sg:mention ?m . GRAPH ?s { ?m sg:nameAsPrinted ?value MINUS { ?m sg:kind "citation" } }'
            )
            if self._is_named
            else []
        )
        return list(dict.fromkeys([self.name, *said, *printed]))

    @property
    def types(self) -> list[str]:
        """Classes as compact IRIs."""
        return sorted(terms.compact(value) for value in self._values("?me a ?value"))

    @property
    def facts(self) -> pd.DataFrame:
        """What is settled of it: property, value, name (of the entity that is the value)."""
        rows = self.graph.rows(_FACTS, me=self.iri)
        shown = [(terms.compact(row["property"]), row["value"]) for row in rows]
        made = [(prop, self._short(value), self.graph.name(str(value))) for prop, value in shown]
        return results.frame(
            ("property", "value", "name"), sorted(made, key=lambda row: (row[0], str(row[1])))
        )

    @property
    def mentions(self) -> pd.DataFrame:
        """Passages that tell of it: source, file, start_line, end_line, quote, method, confidence."""
        from scholargraph.graph.explain import passages

        found = passages(self.graph, self.path)
        rows = [(m.source, m.file, m.start_line, m.end_line, m.quote, m.method, m.confidence) for m in found]
        return results.frame(
            ("source", "file", "start_line", "end_line", "quote", "method", "confidence"), rows
        )

    @property
    def sources(self) -> list[str]:
        """Ids of the documents that tell of it."""
        graphs = self._values("?me sg:mention ?m . GRAPH ?value { ?m sg:quote ?q }")
        return sorted(self.graph.path(graph).removeprefix("source/") for graph in graphs)

    def explain(self) -> Explanation:
        """Every claim with its evidence, and why its mentions are one thing."""
        return self.graph.explain(self)

    def get(self, property: str) -> list[Any]:
        """Settled values of one property (``"schema:email"``); entities as handles."""
        values = self._values("?me ?property ?value", property=Node(terms.expand(property)))
        known = self.graph._index.kinds
        return [
            handle(self.graph, path) if (path := self._short(value)) in known else value for value in values
        ]

    @property
    def _is_named(self) -> bool:
        """Whether its passages print its own name (those of an authorship print the author's)."""
        return self.path.count("/") == 1

    def _short(self, value: Any) -> Any:
        return self.graph.path(value) if isinstance(value, str) else value

    def _values(self, pattern: str, **bindings: Value) -> list[Any]:
        """Distinct values of ``?value`` in a pattern about ``?me``, sorted."""
        query = f"SELECT DISTINCT ?value WHERE {{ {pattern} }} ORDER BY ?value"
        return self.graph.values(query, me=self.iri, **bindings)

    def _handles(self, pattern: str) -> list[Any]:
        """Handles on the distinct ``?value`` of a pattern about ``?me``, by name."""
        found = [handle(self.graph, self.graph.path(value)) for value in self._values(pattern)]
        return sorted(found, key=lambda one: (one.name.casefold(), one.path))

    def _frame(self, query: str) -> pd.DataFrame:
        return self.graph.query(query, me=self.iri)

    def _first(self, pattern: str) -> str:
        return next((str(value) for value in self._values(pattern)), "")

    def profile(self) -> str:
        """A readable profile: what is settled, and which documents say so."""
        from scholargraph.graph.profile import profile

        return profile(self)

    def _repr_html_(self) -> str:
        facts = self.facts
        rows = [(str(prop), str(name)) for prop, name in zip(facts["property"], facts["name"], strict=True)]
        return page(heading(self.name, self.kind, self.path), table(("property", "value"), rows))


def handle(graph: Graph, path: str) -> Entity:
    """The handle for a thing, by its kind."""
    from scholargraph.graph import things

    kinds: dict[str, type[Entity]] = {
        "person": things.Person,
        "work": things.Work,
        "organization": things.Organization,
        "topic": things.Topic,
        "venue": things.Venue,
        "product": things.Product,
    }
    return kinds.get(kind_of(path), Entity)(graph, path)


_FACTS = (
    "SELECT ?property ?value WHERE { ?me ?property ?value FILTER(?property NOT IN (rdf:type, sg:mention)) }"
)
