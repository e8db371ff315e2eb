"""What is to be told apart: the things of every document, what is said of each, what is decided so far."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from scholargraph.model import Judgement, Mention, Relation, Told, Values

Found = TypeVar("Found")


class Thing(Struct, frozen=True, kw_only=True):
    """One referent of one document, or several already known to be one (then ``members`` has them all).

    ``names`` are the distinct names in order of first use, the first being the fullest place to look;
    ``values`` are merged over all mentions. ``neighbours`` says how relations bind the thing: the key is
    ``<kind of relation>.<role of the other>``, so a paper has its people under ``authorship.author`` (in the
    order of the list), a person has papers under ``authorship.work``, employers under
    ``position.organization``, topics of interest under ``knowsAbout.object``; a topic has the people under
    ``knowsAbout.subject``.
    """

    id: str
    kind: str
    source: str
    names: tuple[str, ...]
    values: Values
    mentions: tuple[Mention, ...]
    neighbours: dict[str, tuple[str, ...]]
    members: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def name(self) -> str:
        """The first name, or ``""``."""
        return self.names[0] if self.names else ""


class Context:
    """All things at hand, and what has been decided so far about who is who.

    Kinds are resolved one after another (``resolve.ORDER``); for a kind that is done, ``same`` leads every
    referent to one id per real thing, so that neighbours found in different documents can be compared.
    """

    def __init__(self, told: Sequence[Told], decided: Sequence[Judgement] = ()) -> None:
        told = sorted(told, key=lambda one: one.source.id)
        self.relations: tuple[Relation, ...] = tuple(relation for one in told for relation in one.relations)
        self.subjects: dict[str, str] = {one.source.id: one.subject for one in told if one.subject}
        """The person whom a document is about, by source id."""
        self.things: dict[str, Thing] = _gather(told, self.relations)
        self.by_kind: dict[str, list[Thing]] = defaultdict(list)
        for key in sorted(self.things):
            self.by_kind[self.things[key].kind].append(self.things[key])
        self.verdicts: dict[tuple[str, str], str] = latest_verdicts(decided, referents_of(told))
        self.relations_of: dict[str, list[Relation]] = _by_referent(self.relations)
        """The relations in which a referent plays a role, authorships in the order of the list."""
        self._same: dict[str, str] = {}
        self._clusters: dict[str, tuple[str, ...]] = {}
        self._memory: dict[tuple[str, ...], object] = {}

    def same(self, referent: str) -> str:
        """The smallest referent of the cluster, or the referent itself while its kind is not resolved."""
        return self._same.get(referent, referent)

    def settle(self, clusters: Iterable[Sequence[str]]) -> None:
        """Take note of clusters (each sorted): from now on ``same`` and ``cluster_thing`` know them."""
        for cluster in clusters:
            self._clusters[cluster[0]] = tuple(cluster)
            for member in cluster:
                self._same[member] = cluster[0]

    def cluster(self, referent: str) -> tuple[str, ...]:
        """All referents of the thing, as far as decided."""
        first = self.same(referent)
        return self._clusters.get(first, (first,))

    def whole(self, referent: str) -> Thing:
        """All that the documents say of the thing, as far as decided."""
        return merged([self.things[member] for member in self.cluster(referent) if member in self.things])

    def remember(self, what: str, thing: Thing, make: Callable[[], Found]) -> Found:
        """The value that ``make`` gives for the thing, made once (``what`` tells different values apart)."""
        return self._made((what, *thing.members), make)

    def note(self, what: str, make: Callable[[], Found]) -> Found:
        """A value about all things at hand, made once."""
        return self._made(("note", what), make)

    def counts(self, kind: str, what: str, tokens: Callable[[Thing], Iterable[str]]) -> Counter[str]:
        """In how many things of the kind each token stands, counted once per ``what``."""
        return self._made(
            ("counts", kind, what),
            lambda: Counter(token for thing in self.by_kind[kind] for token in set(tokens(thing))),
        )

    def _made(self, key: tuple[str, ...], make: Callable[[], Found]) -> Found:
        if key not in self._memory:
            self._memory[key] = make()
        return self._memory[key]  # type: ignore[return-value]

    def around(self, thing: Thing, *keys: str) -> frozenset[str]:
        """The thing's neighbours under the keys, as ``same`` gives them."""
        return frozenset(self.same(other) for key in keys for other in thing.neighbours.get(key, ()))

    def name(self, referent: str) -> str:
        """A name of the referent, for use in reasons."""
        thing = self.things.get(referent)
        return thing.name if thing else ""

    def verdict(self, left: str, right: str) -> str:
        """What a person has said of two referents: ``same``, ``different``, ``unsure`` or ``""``."""
        return self.verdicts.get((min(left, right), max(left, right)), "")


def merged(things: Sequence[Thing]) -> Thing:
    """Several referents of one kind as one thing: all that is said of any of them."""
    if len(things) == 1:
        return things[0]
    first = min(things, key=lambda thing: thing.id)
    return Thing(
        id=first.id,
        kind=first.kind,
        source=first.source,
        names=_distinct(name for thing in things for name in thing.names),
        values=_merged_values(thing.values for thing in things),
        mentions=tuple(mention for thing in things for mention in thing.mentions),
        neighbours=_merged_values(thing.neighbours for thing in things),
        members=tuple(sorted(member for thing in things for member in thing.members)),
        sources=_distinct(sorted(source for thing in things for source in thing.sources)),
    )


def referents_of(told: Sequence[Told]) -> dict[str, str]:
    """The referent of every mention id."""
    return {mention.id: mention.referent for one in told for mention in one.mentions}


def latest_verdicts(decided: Sequence[Judgement], referents: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The last word of people on each pair of referents; judgements about things not told are left out."""
    verdicts: dict[tuple[str, str], str] = {}
    for one in sorted(decided, key=lambda j: (j.when, j.left, j.right, j.verdict)):
        pair = sorted(referents.get(side, "") for side in (one.left, one.right))
        if pair[0] and pair[0] != pair[1]:
            verdicts[pair[0], pair[1]] = one.verdict
    return verdicts


def _gather(told: Sequence[Told], relations: Sequence[Relation]) -> dict[str, Thing]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    bearing = {relation.kind for relation in relations}
    for one in told:
        for mention in one.mentions:
            if mention.kind not in bearing or mention.name or mention.values:
                mentions[mention.referent].append(mention)
    neighbours = _neighbours(relations)
    return {key: _thing(key, found, neighbours.get(key, {})) for key, found in mentions.items()}


def _thing(key: str, mentions: Sequence[Mention], neighbours: Mapping[str, Sequence[str]]) -> Thing:
    mentions = sorted(mentions, key=lambda mention: (mention.span.start_line, mention.id != key, mention.id))
    return Thing(
        id=key,
        kind=mentions[0].kind,
        source=key.partition("#")[0],
        names=_distinct(mention.name for mention in mentions if mention.name),
        values=_merged_values(mention.values for mention in mentions),
        mentions=tuple(mentions),
        neighbours={role: _distinct(others) for role, others in neighbours.items()},
        members=(key,),
        sources=(key.partition("#")[0],),
    )


def _neighbours(relations: Sequence[Relation]) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for relation in sorted(relations, key=_list_order):
        for role, referents in relation.roles.items():
            for other, others in relation.roles.items():
                if role != other:
                    for referent in referents:
                        found[referent][f"{relation.kind}.{other}"].extend(others)
    return found


def _by_referent(relations: Sequence[Relation]) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in sorted(relations, key=_list_order):
        for referent in {referent for referents in relation.roles.values() for referent in referents}:
            found[referent].append(relation)
    return found


def _list_order(relation: Relation) -> tuple[str, int, str]:
    ordinal = next(iter(relation.values.get("ordinal", ())), "")
    return relation.kind, int(ordinal) if ordinal.isdigit() else 10_000, relation.id


def _merged_values(dictionaries: Iterable[Mapping[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    together: dict[str, list[str]] = defaultdict(list)
    for values in dictionaries:
        for key, entries in values.items():
            together[key].extend(entries)
    return {key: _distinct(entries) for key, entries in together.items()}


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
