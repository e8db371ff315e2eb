"""Which topics are one: categories by notation, free topics by their words with acronyms spelt out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scholargraph.names.text import fold
from scholargraph.names.topics import topic_key, topic_names
from scholargraph.resolve.matchers import Evidence, Matcher
from scholargraph.resolve.things import Context, Thing


def block(thing: Thing, context: Context) -> Iterable[str]:
    """The notation, or the words."""
    yield _identity(thing)


def key(thing: Thing, context: Context) -> str:
    """The label as printed, within one scheme."""
    return f"{_identity(thing)}|{fold(thing.name)}" if thing.names or _notation(thing) else ""


def slots(thing: Thing, context: Context) -> Mapping[str, str]:
    """A topic of a scheme is never one of another scheme, nor a free one."""
    return {"topic": _identity(thing)}


def same_notation(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same category of one scheme."""
    one = _notation(a) and _notation(a) == _notation(b)
    return Evidence(1.0, f"same category {_notation(a).rpartition(':')[2]}") if one else None


def same_phrase(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same words, once acronyms are spelt out and plurals made singular."""
    if _notation(a) or _notation(b) or _identity(a) != _identity(b):
        return None
    return Evidence(1.0, f"{a.name} and {b.name} are both: {topic_key(_telling(a))}")


def _identity(thing: Thing) -> str:
    return _notation(thing) or f"words:{topic_key(_telling(thing))}"


def _telling(thing: Thing) -> str:
    """The name that the table knows, if one of them is (a misprint beside its acronym), else the first."""
    return next((name for name in thing.names if topic_names(name)), thing.name)


def _notation(thing: Thing) -> str:
    notation = min(thing.values.get("notation", ()), default="")
    return f"{min(thing.values.get('scheme', ()), default='')}:{notation}" if notation else ""


MATCHER = Matcher(
    block=block,
    key=key,
    slots=slots,
    slot_reason="two topics",
    prior=-3.0,
    features=((same_notation, 9.0), (same_phrase, 7.0)),
)
