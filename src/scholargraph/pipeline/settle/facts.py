"""Facts being gathered: each statement once, with every mention that says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from scholargraph.model import Entity, Fact


class Facts:
    """The statements about one entity, with their evidence."""

    def __init__(self, entity_id: str, kind: str, subtype: str = "") -> None:
        self.id, self.kind, self.subtype = entity_id, kind, subtype
        self.mentions: set[str] = set()
        self._said: dict[tuple[str, str, bool], set[str]] = defaultdict(set)

    def add(self, name: str, value: str, mentions: Iterable[str], *, is_entity: bool = False) -> None:
        """State ``name`` = ``value`` on the evidence of ``mentions``; an empty value states nothing."""
        if value:
            self._said[name, value, is_entity].update(mentions)

    def link(self, name: str, entity_id: str, mentions: Iterable[str]) -> None:
        """State that ``name`` leads to another entity."""
        self.add(name, entity_id, mentions, is_entity=True)

    @property
    def name(self) -> str:
        """The settled name, or the address of a thing without one."""
        return min(self.values("name"), default=self.id)

    def values(self, name: str) -> dict[str, set[str]]:
        """Values of one property → the mentions that say them."""
        return {value: said for (prop, value, _), said in self._said.items() if prop == name}

    def entity(self) -> Entity:
        """The finished record, sorted."""
        facts = (
            Fact(property=name, value=value, mentions=tuple(sorted(said)), is_entity=is_entity)
            for (name, value, is_entity), said in sorted(self._said.items())
        )
        return Entity(
            id=self.id,
            kind=self.kind,
            type=self.subtype,
            facts=tuple(facts),
            mentions=tuple(sorted(self.mentions)),
        )


class Book:
    """All entities being settled, by id."""

    def __init__(self) -> None:
        self._facts: dict[str, Facts] = {}

    def __getitem__(self, entity_id: str) -> Facts:
        return self._facts[entity_id]

    def __contains__(self, entity_id: str) -> bool:
        return entity_id in self._facts

    def open(self, entity_id: str, kind: str, subtype: str = "") -> Facts:
        """The facts of an entity, begun if it has none yet."""
        return self._facts.setdefault(entity_id, Facts(entity_id, kind, subtype))

    def of_kind(self, kind: str) -> list[Facts]:
        """Every entity of one kind, by id."""
        return [facts for _, facts in sorted(self._facts.items()) if facts.kind == kind]

    def entities(self) -> tuple[Entity, ...]:
        """All finished records, by id."""
        return tuple(facts.entity() for _, facts in sorted(self._facts.items()))
