"""The whole way from what documents tell to clusters: kind after kind, best pairs first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from scholargraph.model import Judgement, Relation, Told
from scholargraph.resolve.blocking import candidate_pairs
from scholargraph.resolve.cluster import Clusters
from scholargraph.resolve.matchers import AGAINST, ORDER, Matcher, compare, matchers
from scholargraph.resolve.things import Context, Thing, merged

_LARGE = 100
"""In clusters with more members only the judgements that joined them are kept: n−1, not n²."""


class Resolution(Struct, frozen=True):
    """Who is who: every referent in exactly one cluster, why, and the links found across documents.

    ``clusters`` are sorted tuples of referents, sorted; ``judgements`` those of the machine (by left, right)
    and then those of people as given; ``links`` relations that no document says but several together show.
    """

    clusters: tuple[tuple[str, ...], ...]
    judgements: tuple[Judgement, ...]
    links: tuple[Relation, ...] = ()


def resolve(told: Sequence[Told], decided: Sequence[Judgement] = ()) -> Resolution:
    """Find which referents of all documents are one thing.

    ``decided`` holds judgements of people: ``same`` joins whatever the machine thinks, ``different`` keeps
    apart even against a chain of sames; the latest word on a pair counts. The result does not depend on the
    order of ``told`` or ``decided``.
    """
    from scholargraph.resolve import citations, introduced

    context = Context(told, decided)
    table = matchers()
    judgements = [j for kind in ORDER for j in resolve_kind(context.by_kind[kind], table[kind], context)]
    cited, pairs = citations.judge(context)
    clusters = _with_citations(context, pairs)
    return Resolution(
        clusters=clusters,
        judgements=(*sorted([*judgements, *cited], key=lambda j: (j.left, j.right)), *decided),
        links=tuple(introduced.links(context)),
    )


def resolve_kind(things: Sequence[Thing], matcher: Matcher, context: Context) -> list[Judgement]:
    """Tell the things of one kind apart and let the context know; gives the judgements that explain it."""
    clusters = Clusters(things, matcher, context)
    _join_as_decided(clusters, context)
    chained = _join_by_key(things, matcher, clusters, context)
    wholes = [merged(group) for group in clusters.groups()]
    compared = _compare_all(wholes, matcher, clusters, context)
    settled = [j for judgement in compared if (j := _join(judgement, clusters))]
    context.settle([thing.id for thing in group] for group in clusters.groups())
    return chained + [j for judgement in settled if (j := _in_the_end(judgement, clusters))]


def _join_as_decided(clusters: Clusters, context: Context) -> None:
    """People first: their ``same`` joins unless another of their verdicts keeps the two apart."""
    for (left, right), verdict in sorted(context.verdicts.items()):
        if (
            verdict == "same"
            and left in clusters
            and right in clusters
            and not clusters.judged_apart(left, right)
        ):
            clusters.join(left, right)


def _join_by_key(
    things: Sequence[Thing], matcher: Matcher, clusters: Clusters, context: Context
) -> list[Judgement]:
    """Chain the things that have one key; one that is refused begins a chain of its own."""
    groups: dict[str, list[Thing]] = defaultdict(list)
    for thing in sorted(things, key=lambda thing: thing.id):
        if key := matcher.key(thing, context):
            groups[key].append(thing)
    return [j for key in sorted(groups) for j in _chain(groups[key], matcher, clusters)]


def _chain(group: Sequence[Thing], matcher: Matcher, clusters: Clusters) -> list[Judgement]:
    ends: list[Thing] = []
    judgements: list[Judgement] = []
    for thing in group:
        place = next((i for i, end in enumerate(ends) if not clusters.refusal(end.id, thing.id)), None)
        if place is None:
            ends.append(thing)
            continue
        left, right = sorted((ends[place].id, thing.id))
        clusters.join(left, right)
        ends[place] = thing
        judgements.append(
            Judgement(
                left=left,
                right=right,
                verdict="same",
                score=matcher.key_score,
                reasons=(f"{matcher.key_reason}: {thing.name}",),
            )
        )
    return judgements


def _compare_all(
    things: Sequence[Thing], matcher: Matcher, clusters: Clusters, context: Context
) -> list[Judgement]:
    """Judgements on all pairs worth telling, the best first."""
    found = []
    for a, b in candidate_pairs(things, matcher, context):
        if matcher.clash(a, b):
            continue
        judgement = compare(matcher, a, b, context)
        if judgement is None:
            continue
        if context.verdict(a.id, b.id) == "unsure":
            judgement = msgspec.structs.replace(judgement, verdict="unsure")
        elif refusal := clusters.refusal(a.id, b.id):
            judgement = _refused(judgement, refusal, "different")
        found.append(judgement)
    return sorted(found, key=lambda j: (-j.score, j.left, j.right))


def _join(judgement: Judgement, clusters: Clusters) -> Judgement | None:
    """The judgement as it stands once acted on; None where a large cluster has the pair together already."""
    if judgement.verdict != "same":
        return judgement
    if clusters.find(judgement.left) == clusters.find(judgement.right):
        return None if clusters.size(judgement.left) > _LARGE else judgement
    if refusal := clusters.refusal(judgement.left, judgement.right):
        return _refused(judgement, f"joining them would join others: {refusal}", "unsure")
    clusters.join(judgement.left, judgement.right)
    return judgement


def _refused(judgement: Judgement, refusal: str, verdict: str) -> Judgement:
    """The judgement with the reason that outweighs its score; the score says no more than half."""
    return msgspec.structs.replace(
        judgement,
        verdict=verdict,
        score=min(judgement.score, 0.02 if verdict == "different" else 0.5),
        reasons=(AGAINST + refusal, *judgement.reasons),
    )


def _in_the_end(judgement: Judgement, clusters: Clusters) -> Judgement | None:
    """An unsure pair that other pairs have brought together, or set apart, is no longer a question."""
    if judgement.verdict == "same":
        return judgement
    if clusters.find(judgement.left) == clusters.find(judgement.right):
        if clusters.size(judgement.left) > _LARGE:
            return None
        reasons = (*judgement.reasons, "both are the same as others of their cluster")
        return msgspec.structs.replace(judgement, verdict="same", reasons=reasons)
    refusal = clusters.refusal(judgement.left, judgement.right)
    if judgement.verdict == "unsure" and refusal and judgement.score < 0.5:
        return _refused(judgement, f"{refusal}, as others of their clusters show", "different")
    return judgement


def _with_citations(context: Context, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """All clusters, each citation in that of the paper it stands for."""
    home = {citation: context.same(work) for citation, work in sorted(pairs)}
    clusters: dict[str, list[str]] = defaultdict(list)
    for referent in context.things:
        clusters[home.get(referent, context.same(referent))].append(referent)
    return tuple(sorted(tuple(sorted(cluster)) for cluster in clusters.values()))
