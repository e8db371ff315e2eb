"""Which project records are one: identifiers decide, then titles, leads and texts."""

from __future__ import annotations

from collections.abc import Iterable

from scholargraph.names.people import compatible, parse_person
from scholargraph.names.text import fold
from scholargraph.resolve.features import same_name, same_value, shared_sentences
from scholargraph.resolve.matchers import Evidence, Matcher
from scholargraph.resolve.things import Context, Thing


def block(thing: Thing, context: Context) -> Iterable[str]:
    """Identifiers, titles and the names of those who lead it."""
    yield from (f"identifier:{value.casefold()}" for value in thing.values.get("identifier", ()))
    yield from (f"title:{fold(name)}" for name in thing.names)
    yield from (f"lead:{fold(name)}" for name in _leads(thing, context))


def clash(a: Thing, b: Thing) -> str:
    """Different identifiers: two projects, even if their texts agree."""
    left, right = ({value.casefold() for value in thing.values.get("identifier", ())} for thing in (a, b))
    apart = left and right and not left & right
    return f"different identifiers: {min(left)} / {min(right)}" if apart else ""


def leads(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Led by people of one name."""
    pairs = ((x, y) for x in _leads(a, context) for y in _leads(b, context))
    common = [x for x, y in pairs if compatible(parse_person(x), parse_person(y))]
    return Evidence(1.0, f"both led by {common[0]}") if common else None


def other_leads(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Led by people of different names."""
    left, right = _leads(a, context), _leads(b, context)
    apart = left and right and not leads(a, b, context)
    return Evidence(1.0, f"led by {left[0]} / {right[0]}") if apart else None


def texts(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Sentences of the descriptions that agree word for word."""
    left, right = (" ".join(thing.values.get("description", ())) for thing in (a, b))
    common = shared_sentences(left, right)
    return (
        Evidence(min(1.0, len(common) / 3), f"{len(common)} sentences word for word in both")
        if common
        else None
    )


def _leads(thing: Thing, context: Context) -> list[str]:
    return [name for other in thing.neighbours.get("lead.object", ()) if (name := context.name(other))]


MATCHER = Matcher(
    block=block,
    clash=clash,
    prior=-4.0,
    features=(
        (same_value("identifier", "identifier"), 2.0),
        (same_name, 3.0),
        (leads, 2.0),
        (texts, 2.0),
        (other_leads, -4.0),
    ),
)
