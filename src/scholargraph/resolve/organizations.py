"""Which organisations are one: names, aliases, acronyms and tags; parts never merge with their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scholargraph.names.organizations import acronym_of, possible_organizations
from scholargraph.names.text import fold, words
from scholargraph.resolve.features import same_value
from scholargraph.resolve.identity import identity, known_key
from scholargraph.resolve.matchers import Evidence, Matcher
from scholargraph.resolve.things import Context, Thing

_UNIVERSITY = re.compile(r"\b(?:the |state )?univers\w+\b|\binstitute of technology\b|\bcollege\b", re.I)
_SMALL = frozenset({"of", "the", "and", "for", "at", "in", "on", "de", "la", "für", "von"})


def block(thing: Thing, context: Context) -> Iterator[str]:
    """The identity, what the name may mean, the unit alone, and acronyms in both directions."""
    mine = identity(thing, context)
    yield f"{mine.whole}|{mine.unit}"
    yield f"unit:{mine.unit}"
    for name in thing.names:
        yield from (f"{known_key(known)}|" for known in possible_organizations(name))
        yield f"name:{fold(name)}"
        yield f"acronym:{_initials(name) if ' ' in name else fold(name)}"
    yield from (f"acronym:{fold(acronym)}" for acronym in _defined(thing))
    yield from (f"url:{url}" for url in thing.values.get("url", ()))
    yield from (f"short:{source}|{word}" for source in thing.sources for word in _short_names(thing))


def key(thing: Thing, context: Context) -> str:
    """The name as printed, of an organisation whose whole is known."""
    mine = identity(thing, context)
    return f"{mine.whole}|{mine.unit}|{fold(thing.name)}" if mine.whole else ""


def slots(thing: Thing, context: Context) -> Mapping[str, str]:
    """A part belongs to one whole, and a known organisation is itself and none of its parts."""
    mine = identity(thing, context)
    if mine.unit:
        return {"whole": mine.whole, "unit": mine.unit} if mine.whole else {"unit": mine.unit}
    return {"whole": mine.whole, "unit": ""} if mine.whole.startswith("known:") else {}


def one_known(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Two names of one organisation, as the table of known organisations has it."""
    left, right = identity(a, context), identity(b, context)
    if left != right or left.unit or not left.whole.startswith("known:"):
        return None
    return Evidence(1.0, f"{a.name} and {b.name} are both names of {left.name}")


def one_unit(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same unit of one organisation."""
    left, right = identity(a, context), identity(b, context)
    if not left.unit or left.unit != right.unit or not left.whole or left.whole != right.whole:
        return None
    return Evidence(1.0, f"{a.name} and {b.name} are both that unit of {left.name}")


def one_name(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same name but for legal form, ``AI`` and small words."""
    left, right = identity(a, context), identity(b, context)
    if (
        left.unit
        or right.unit
        or not left.whole
        or left.whole != right.whole
        or left.whole.startswith("known:")
    ):
        return None
    return Evidence(1.0, f"same name but for its form: {a.name} / {b.name}")


def unit_without_whole(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same unit, where one passage does not say of what; one document or a long name makes it likely."""
    left, right = identity(a, context), identity(b, context)
    if not left.unit or left.unit != right.unit or (left.whole and right.whole):
        return None
    likely = _only_one_here(a, b, context) or len(left.unit.split()) > 4
    return Evidence(1.0 if likely else 0.5, f"same unit; one passage does not say of what: {a.name}")


def _only_one_here(a: Thing, b: Thing, context: Context) -> bool:
    """Whether one document names both and no unit of that name of another organisation."""
    counts = context.counts("organization", "units", lambda thing: _unit_tokens(thing, context))
    unit, whole = identity(a, context).unit, identity(a, context).whole or identity(b, context).whole
    here = set(a.sources) & set(b.sources)
    return any(counts[f"{source}|{unit}"] == counts[f"{source}|{unit}|{whole}"] for source in here)


def _unit_tokens(thing: Thing, context: Context) -> list[str]:
    mine = identity(thing, context)
    if not (mine.unit and mine.whole):
        return []
    return [f"{thing.source}|{mine.unit}", f"{thing.source}|{mine.unit}|{mine.whole}"]


def acronym(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """One name is the acronym of the other: printed beside it, or its initials within one document."""
    for short, long in ((a, b), (b, a)):
        if {fold(name) for name in short.names} & {fold(one) for one in _defined(long)}:
            return Evidence(1.0, f"{long.name} is printed with the acronym {short.name}")
        if {_initials(name) for name in long.names if " " in name} & {
            fold(n) for n in short.names if _is_acronym(n)
        }:
            near = bool(set(a.sources) & set(b.sources))
            return Evidence(0.9 if near else 0.4, f"{short.name} has the initials of {long.name}")
    return None


def may_mean(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """An acronym of several organisations, one of which is meant here."""
    for short, long in ((a, b), (b, a)):
        whole = identity(long, context)
        meanings = [known for name in short.names for known in possible_organizations(name)]
        if not identity(short, context).whole and not whole.unit and whole.whole in map(known_key, meanings):
            return Evidence(
                1.0, f"{short.name} may stand for {whole.name}, or for {len(meanings) - 1} others"
            )
    return None


def short_form(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """One is named by the place or founder of the only university of that name in the document: ``Otago``."""
    for short, long in ((a, b), (b, a)):
        common = {fold(name) for name in short.names} & {_distinctive(name) for name in long.names}
        wholes = context.counts("organization", "distinctive", _distinctive_here)
        here = set(a.sources) & set(b.sources)
        alone = any(wholes[f"{source}|{word}"] == 1 for source in here for word in common)
        if alone and not identity(short, context).unit and not identity(long, context).unit:
            return Evidence(1.0, f"{short.name} is short for {long.name}, the only one so named here")
    return None


def _short_names(thing: Thing) -> set[str]:
    words_alone = {fold(name) for name in thing.names if len(name.split()) < 3}
    return words_alone | {word for name in thing.names if (word := _distinctive(name))}


def _distinctive_here(thing: Thing) -> Iterator[str]:
    return (f"{thing.source}|{word}" for name in thing.names if (word := _distinctive(name)))


def _distinctive(name: str) -> str:
    """What sets a university's name apart: ``University of Otago`` → ``otago``; "" for other names."""
    if not _UNIVERSITY.search(name):
        return ""
    return " ".join(word for word in words(_UNIVERSITY.sub(" ", name)) if word not in _SMALL)


def _defined(thing: Thing) -> set[str]:
    """Acronyms printed in parentheses right after one of the names."""
    quotes = {
        text for mention in thing.mentions for text in (mention.span.quote, mention.printed) if "(" in text
    }
    starts = ((quote, name) for quote in quotes for name in thing.names if " " in name)
    found = (re.search(re.escape(name) + r"\s*(\([^)]{2,12}\))", quote) for quote, name in starts)
    return {printed for match in found if match and (printed := acronym_of(match[1]))}


def _initials(name: str) -> str:
    return "".join(word[0] for word in words(name) if word not in _SMALL)


def _is_acronym(name: str) -> bool:
    return 2 < len(name) < 9 and " " not in name and sum(char.isupper() for char in name) > len(name) / 2


MATCHER = Matcher(
    block=block,
    key=key,
    slots=slots,
    slot_reason="two organizations, or parts of two",
    prior=-3.0,
    features=(
        (one_known, 8.0),
        (one_unit, 8.0),
        (one_name, 7.0),
        (unit_without_whole, 5.0),
        (acronym, 6.0),
        (may_mean, 3.0),
        (short_form, 5.5),
        (same_value("url", "web address"), 4.0),
    ),
)
