"""Which institution a told unit belongs to: a post in a department is a post at its university."""

from __future__ import annotations

from scholargraph.model import Relation
from scholargraph.pipeline.settle.ground import Ground


class Units:
    """Parents of organisations and which of them are departments, by settled id."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._parents: dict[str, str] = {}
        for relation in ground.by_kind["parentOrganization"]:
            for child in ground.entities(relation, "subject"):
                for parent in ground.entities(relation, "object"):
                    if parent != child:
                        self._parents.setdefault(child, parent)
        self._departments = {
            entity_id
            for referent, entity_id in ground.entity.items()
            for mention in ground.by_referent.get(referent, ())
            if "department" in mention.values.get("organizationType", ())
        }

    def institution(self, relation: Relation) -> str:
        """The organisation of a post: the unit named, or what its department belongs to."""
        named = self._ground.entities(relation, "organization")
        return self.above(named[0]) if named else ""

    def above(self, entity_id: str) -> str:
        """The nearest organisation from here upwards that is not a department."""
        seen: set[str] = set()
        while entity_id in self._departments and entity_id in self._parents and entity_id not in seen:
            seen.add(entity_id)
            entity_id = self._parents[entity_id]
        return entity_id

    def departments(self, relation: Relation) -> list[str]:
        """The departments a post is told to be in."""
        named = self._ground.entities(relation, "organization")
        return [unit for unit in named if unit in self._departments and self.above(unit) != unit]
