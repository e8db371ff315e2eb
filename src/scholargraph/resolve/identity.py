"""What an organisation is known by: the whole that table or name give, and the part that is meant."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from scholargraph.names.organizations import (
    KnownOrganization,
    is_unit,
    known_organization,
    organization_key,
    organization_of_domain,
    organization_type,
    possible_organizations,
    split_unit,
    unit_key,
)
from scholargraph.resolve.things import Context, Thing


class Identity(Struct, frozen=True):
    """What an organisation is known by: the key of its whole, and of the part of it that is meant, if any."""

    whole: str = ""
    unit: str = ""
    name: str = ""
    """The whole in words."""


def identity(thing: Thing, context: Context) -> Identity:
    """Known organisations by the table; units by the unit and the topmost organisation above it."""
    return context.remember("identity", thing, lambda: _identity(thing, context, frozenset()))


def _identity(thing: Thing, context: Context, seen: frozenset[str]) -> Identity:
    if known := _meaning(thing, context):
        return Identity(whole=known_key(known), name=known.name)
    units = split_unit(thing.name)
    if not units or any(possible_organizations(name) for name in thing.names):
        return Identity()
    whole = _printed_whole(units[1:]) or _whole_above(thing, context, seen)
    if not is_unit(units[0]) and not (whole.whole and not organization_type(units[0])):
        return Identity(whole=f"name:{organization_key(units[0])}", name=units[0])
    return Identity(whole=whole.whole, unit=unit_key(units[0]), name=whole.name)


def _meaning(thing: Thing, context: Context) -> KnownOrganization | None:
    """The known organisation that a name means; an acronym of several by what else the document names."""
    for name in thing.names:
        if known := known_organization(name):
            return known
    here = [
        known
        for name in thing.names
        for known in possible_organizations(name)
        if any(f"{source}|{known.name}" in _named(context) for source in thing.sources)
    ]
    return here[0] if len(here) == 1 else None


def _named(context: Context) -> set[str]:
    """``source|name`` of every known organisation that a document names in full or by an address."""
    return (
        context.counts("organization", "known", _by_name).keys()
        | context.counts("person", "domains", _by_domain).keys()
    )


def _by_name(thing: Thing) -> Iterable[str]:
    known = (known_organization(name) for name in thing.names)
    return (f"{thing.source}|{one.name}" for one in known if one)


def _by_domain(thing: Thing) -> Iterable[str]:
    addresses = (address for prop in ("email", "url", "image") for address in thing.values.get(prop, ()))
    known = (organization_of_domain(address) for address in addresses)
    return (f"{thing.source}|{one.name}" for one in known if one)


def _printed_whole(units: list[str]) -> Identity | None:
    """The topmost organisation of those printed in one name."""
    if not units:
        return None
    known = known_organization(units[-1])
    return _top(known) if known else Identity(whole=f"name:{organization_key(units[-1])}", name=units[-1])


def _whole_above(thing: Thing, context: Context, seen: frozenset[str]) -> Identity:
    """The topmost organisation that the document says this one is part of."""
    for parent in _parents(thing, context, seen):
        if known := _meaning(parent, context):
            return _top(known)
        above = _identity(parent, context, seen | {thing.id})
        if above.whole:
            return above
    return Identity()


def _parents(thing: Thing, context: Context, seen: frozenset[str]) -> list[Thing]:
    parents = thing.neighbours.get("parentOrganization.object", ())
    return [context.things[one] for one in parents if one in context.things and one not in seen]


def _top(known: KnownOrganization) -> Identity:
    """The organisation above a known department or group (``CSAIL`` → the university)."""
    while known.type in {"department", "group"} and known.parent:
        above = known_organization(known.parent)
        if above is None:
            break
        known = above
    return Identity(whole=known_key(known), name=known.name)


def known_key(known: KnownOrganization) -> str:
    return f"known:{known.name}"
