"""Which venues are one series: names, acronyms and other names of the table, whatever the year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scholargraph.names.text import fold
from scholargraph.names.venues import parse_venue, venue_key
from scholargraph.resolve.features import same_name
from scholargraph.resolve.matchers import Evidence, Matcher
from scholargraph.resolve.things import Context, Thing


def block(thing: Thing, context: Context) -> Iterable[str]:
    """The keys of the series."""
    return (venue_key(name) for name in thing.names)


def key(thing: Thing, context: Context) -> str:
    """The name as printed: venues printed alike are one."""
    return fold(thing.name)


def slots(thing: Thing, context: Context) -> Mapping[str, str]:
    """A venue is one series."""
    return {"series": venue_key(thing.name)} if thing.names else {}


def same_series(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Two prints of one series: another spelling, an acronym, a year."""
    pairs = ((x, y) for x in a.names for y in b.names if venue_key(x) == venue_key(y))
    left, right = next(pairs, ("", ""))
    found = parse_venue(left)
    return Evidence(1.0, f"{left} and {right} are both the series {found.series}") if found else None


MATCHER = Matcher(
    block=block,
    key=key,
    slots=slots,
    slot_reason="two series",
    prior=-3.0,
    features=((same_name, 2.0), (same_series, 7.0)),
)
