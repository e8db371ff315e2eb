"""Clusters that grow pair by pair and refuse a pair that would put two different things together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from scholargraph.resolve.matchers import Matcher
from scholargraph.resolve.things import Context, Thing

JUDGED = "a person judged them different"


class Clusters:
    """A union–find over the things of one kind, with cannot-links.

    What keeps two clusters apart: a pair that a person called different, a slot filled in two ways, two names
    that clash (see ``matchers``). Slots and names are kept per cluster, so that each check is short.
    """

    def __init__(self, things: Sequence[Thing], matcher: Matcher, context: Context) -> None:
        self._matcher = matcher
        self._parent = {thing.id: thing.id for thing in things}
        self._members = {thing.id: [thing] for thing in things}
        self._faces = {thing.id: {_face(thing): thing} for thing in things}
        self._slots = {
            thing.id: {slot: {filling} for slot, filling in matcher.slots(thing, context).items()}
            for thing in things
        }
        self._apart: dict[str, set[str]] = {thing.id: set() for thing in things}
        for (left, right), verdict in context.verdicts.items():
            if verdict == "different" and left in self._parent and right in self._parent:
                self._apart[left].add(right)
                self._apart[right].add(left)

    def __contains__(self, thing_id: str) -> bool:
        return thing_id in self._parent

    def find(self, thing_id: str) -> str:
        """The root that stands for the thing's cluster."""
        while (parent := self._parent[thing_id]) != thing_id:
            self._parent[thing_id] = parent = self._parent[parent]
            thing_id = parent
        return thing_id

    def size(self, thing_id: str) -> int:
        """How many things are in the cluster."""
        return len(self._members[self.find(thing_id)])

    def refusal(self, left: str, right: str) -> str:
        """Why the clusters of two things may not be joined; ``""`` if they may."""
        a, b = self.find(left), self.find(right)
        if a == b:
            return ""
        if self.judged_apart(a, b):
            return JUDGED
        if _filled_apart(self._slots[a], self._slots[b]):
            return self._matcher.slot_reason
        faces = ((x, y) for x in self._faces[a].values() for y in self._faces[b].values())
        return next((reason for x, y in faces if (reason := self._matcher.clash(x, y))), "")

    def judged_apart(self, left: str, right: str) -> bool:
        """Whether a person called any two members of the two clusters different."""
        a, b = self.find(left), self.find(right)
        return any(self.find(other) == b for other in self._apart[a])

    def join(self, left: str, right: str) -> None:
        """Make one cluster of two; ask ``refusal`` first unless a person said so."""
        a, b = self.find(left), self.find(right)
        if a == b:
            return
        if (len(self._members[a]), b) < (len(self._members[b]), a):
            a, b = b, a
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        self._faces[a].update(self._faces.pop(b))
        self._apart[a] |= self._apart.pop(b)
        for slot, fillings in self._slots.pop(b).items():
            self._slots[a].setdefault(slot, set()).update(fillings)

    def groups(self) -> list[list[Thing]]:
        """The clusters: members by id, clusters by their first member."""
        return sorted(
            (sorted(members, key=lambda thing: thing.id) for members in self._members.values()),
            key=lambda members: members[0].id,
        )


def _face(thing: Thing) -> tuple[object, ...]:
    return thing.names, tuple(sorted(thing.values.items()))


def _filled_apart(a: Mapping[str, Iterable[str]], b: Mapping[str, Iterable[str]]) -> bool:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return any(slot in large and set(fillings) != set(large[slot]) for slot, fillings in small.items())
