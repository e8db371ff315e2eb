"""Which models, datasets, systems and courses are one: names but for case and hyphens, versions apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scholargraph.names.people import compatible, parse_person
from scholargraph.names.text import fold
from scholargraph.resolve.features import same_value
from scholargraph.resolve.matchers import Evidence, Matcher
from scholargraph.resolve.things import Context, Thing

_NUMBER_EDGE = re.compile(r"(?<=\d) (?=\d)")
_LATER_NAME = re.compile(r"\s*\([^)]*\)\s*$")


def product_key(name: str) -> str:
    """A name without case, spaces and hyphens, numbers apart: ``S-LoRA`` = ``SLoRA``, ``x-3`` ≠ ``x3.1``."""
    bare = _LATER_NAME.sub("", name) or name
    return _NUMBER_EDGE.sub("_", fold(bare)).replace(" ", "")


def block(thing: Thing, context: Context) -> Iterable[str]:
    """The keys of all names."""
    return (product_key(name) for name in thing.names)


def key(thing: Thing, context: Context) -> str:
    """A telling name as printed; a plain word (``Atlas``) tells too little."""
    return fold(thing.name) if _is_telling(thing.name) else ""


def slots(thing: Thing, context: Context) -> Mapping[str, str]:
    """A product has one name, but for case and hyphens; versions differ in it."""
    return {"name": product_key(thing.name)} if thing.names else {}


def clash(a: Thing, b: Thing) -> str:
    """A course is not the software of the same name."""
    kinds = set(a.values.get("productType", ())), set(b.values.get("productType", ()))
    apart = any("course" in kind for kind in kinds) and all(kinds) and not kinds[0] & kinds[1]
    return "a course and something else" if apart else ""


def name(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same name but for case, spaces and hyphens; a plain word counts less."""
    left, right = a.name, b.name
    if not left or product_key(left) != product_key(right):
        return None
    value = 1.0 if _is_telling(left) or _is_telling(right) else 0.75
    return Evidence(
        value,
        f"same name: {left}" if left == right else f"same name but for case and hyphens: {left} / {right}",
    )


def makers(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """A maker of one name, person or organisation."""
    common = [
        x
        for x in _makers(a, context)
        for y in _makers(b, context)
        if compatible(parse_person(x), parse_person(y))
    ]
    return Evidence(1.0, f"made by one name: {min(common)}") if common else None


def other_makers(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Makers are named for both, none in common."""
    left, right = _makers(a, context), _makers(b, context)
    if not left or not right or makers(a, b, context):
        return None
    return Evidence(1.0, f"made by {min(left)} / {min(right)}")


def _makers(thing: Thing, context: Context) -> set[str]:
    roles = ("creator.object", "developedBy.object")
    return {context.name(other) for role in roles for other in thing.neighbours.get(role, ())} - {""}


def _is_telling(name: str) -> bool:
    """More than one word, a digit, or capitals inside: a name that somebody made up."""
    return len(fold(name).split()) > 1 or bool(re.search(r"\d|\w[A-Z]", name))


MATCHER = Matcher(
    block=block,
    key=key,
    slots=slots,
    slot_reason="names or versions differ",
    clash=clash,
    prior=-3.0,
    features=((name, 6.5), (makers, 3.0), (same_value("url", "web address"), 4.0), (other_makers, -2.0)),
)
