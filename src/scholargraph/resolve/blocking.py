"""Which things are worth comparing: those that share a key, and never all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from scholargraph.names.text import fold
from scholargraph.resolve.matchers import Matcher
from scholargraph.resolve.things import Context, Thing

CAP = 60
"""Up to this size all pairs of a block are compared; in a larger one each thing meets its nearest only."""
WINDOW = 10
"""How many followers, in the order of names, a thing meets in a block that is too large."""


def candidate_pairs(things: Sequence[Thing], matcher: Matcher, context: Context) -> list[tuple[Thing, Thing]]:
    """Pairs of things that share a blocking key, by ids; at most ``CAP`` partners per thing and key."""
    blocks: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        for key in set(matcher.block(thing, context)):
            blocks[key].append(thing)
    pairs = {pair for block in blocks.values() for pair in _pairs(block)}
    by_id = {thing.id: thing for thing in things}
    return [(by_id[left], by_id[right]) for left, right in sorted(pairs)]


def rarest(tokens: Iterable[str], counts: Counter[str], keep: int = 6) -> list[str]:
    """The ``keep`` rarest tokens that more than one thing has: a token of a single thing finds no partner."""
    shared = {token for token in tokens if counts[token] > 1}
    return sorted(shared, key=lambda token: (counts[token], token))[:keep]


def _pairs(block: list[Thing]) -> Iterable[tuple[str, str]]:
    reach = len(block) if len(block) <= CAP else WINDOW
    ordered = sorted(block, key=lambda thing: (fold(thing.name), thing.id)) if len(block) > CAP else block
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 : i + 1 + reach]:
            yield (a.id, b.id) if a.id < b.id else (b.id, a.id)
