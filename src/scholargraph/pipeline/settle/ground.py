"""What settling stands on: everything told, indexed by thing, and which thing each referent belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scholargraph.model import Mention, Relation, Told


@dataclass(frozen=True)
class Said:
    """A value and the mention that says it."""

    value: str
    mention: Mention

    @property
    def source(self) -> str:
        """The id of the source that says it."""
        return source_of(self.mention.id)


def source_of(mention_id: str) -> str:
    """The id of the source a mention stands in."""
    return mention_id.partition("#")[0]


@dataclass
class Ground:
    """Told records by id and by thing; ``entity`` gives each referent its settled id (see ``identify``)."""

    mentions: dict[str, Mention]
    relations: tuple[Relation, ...]
    clusters: tuple[tuple[str, ...], ...]
    subjects: dict[str, str]
    entity: dict[str, str] = field(default_factory=dict)
    by_referent: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    by_kind: dict[str, list[Relation]] = field(default_factory=lambda: defaultdict(list))

    def mentions_of(self, referents: Iterable[str]) -> Iterator[Mention]:
        """All passages about these referents, in the order of their ids."""
        for referent in referents:
            yield from self.by_referent.get(referent, ())

    def kind_of(self, cluster: Sequence[str]) -> str:
        """What kind of thing a cluster is; citation keys take the kind of what they cite."""
        kinds = {self.mentions[referent].kind for referent in cluster}
        return min(kinds - {"citation"}, default="citation")

    def entities(self, relation: Relation, role: str) -> list[str]:
        """Settled ids of those who stand in a role, in the order told; unsettled ones left out."""
        ids = (self.entity.get(referent) for referent in relation.roles.get(role, ()))
        return [found for found in ids if found]


def ground(
    told: Iterable[Told], clusters: tuple[tuple[str, ...], ...], links: tuple[Relation, ...] = ()
) -> Ground:
    """Index what was told; the result does not depend on the order of the sources."""
    ordered = sorted(told, key=lambda one: one.source.id)
    relations = tuple(relation for one in ordered for relation in one.relations) + tuple(links)
    made = Ground(
        mentions={mention.id: mention for one in ordered for mention in one.mentions},
        relations=relations,
        clusters=clusters,
        subjects={one.source.id: one.subject for one in ordered if one.subject},
    )
    for mention in made.mentions.values():
        made.by_referent[mention.referent].append(mention)
    for relation in relations:
        made.by_kind[relation.kind].append(relation)
    return made
