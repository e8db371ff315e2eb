"""Short and full forms of one name within one document: initials, a lone family or given name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from scholargraph.names.frequency import namesakes
from scholargraph.names.likeness import family_halved
from scholargraph.names.people import PersonName, compatible, parse_person, particles, shown
from scholargraph.names.text import fold
from scholargraph.resolve.matchers import Evidence
from scholargraph.resolve.things import Context, Thing

_MANY = 500.0
"""Initials that more people than this among a million share do not say which of them a document means."""
_MOST = 40
"""Where more names than this share a word, the document is a list of strangers."""


def lone_words(thing: Thing, context: Context) -> Iterator[str]:
    """Blocking keys of the words by which a document calls somebody without more: ``source|nakamura``."""
    for source in thing.sources:
        alone = _lone(context).get(source, frozenset())
        yield from (f"alone:{source}|{word}" for word in _words(thing.names) & alone)


def only_expansion(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """A form of the name by which nobody else in the document could be meant.

    Less is said by initials of a family name that very many bear.
    """
    if not set(a.sources) & set(b.sources) or not (_alone_with(a, b, context) and _alone_with(b, a, context)):
        return None
    names = [parse_person(printed) for printed in (*a.names, *b.names)]
    least = max(names, key=lambda name: (not name.given, namesakes(name), shown(name)))
    common = bool(least.given) and namesakes(least) > _MANY
    return Evidence(0.6 if common else 1.0, f"nobody else in the document can be meant by {shown(least)}")


def half_names(thing: Thing, context: Context) -> Iterator[str]:
    """Blocking keys of those who bear half of the double family name of the person a document is about."""
    for source in thing.sources:
        halves = context.note(f"halves {source}", partial(_halves, source, context))
        families = {fold(word) for printed in thing.names for word in parse_person(printed).family}
        mine = {half for half in halves if half in families or context.subjects[source] in thing.members}
        yield from (f"half:{source}|{half}" for half in mine)


def own_halved_name(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The person a document is about, once with half of a double family name that nobody else bears there."""
    for whole, half in ((a, b), (b, a)):
        about = any(context.subjects.get(source) in whole.members for source in half.sources)
        pairs = [(parse_person(x), parse_person(y)) for x in whole.names for y in half.names]
        fits = all(family_halved(x, y) and not compatible(x, y) for x, y in pairs if x.given)
        if about and pairs and fits and _bears_alone(half, context):
            return Evidence(1.0, f"{half.name} is {whole.name}, whom the document is about, by half the name")
    return None


def _bears_alone(half: Thing, context: Context) -> bool:
    """Whether all in the document who have the name's family name are the half name itself."""
    mine = {fold(printed) for printed in half.names}
    words = {fold(word) for printed in half.names for word in parse_person(printed).family}
    around = {
        printed
        for source in half.sources
        for word in words
        for printed in _by_word(context).get((source, word), ())
    }
    return all(
        fold(printed) in mine
        or any(compatible(parse_person(printed), parse_person(one)) for one in half.names)
        for printed in around
    )


def _halves(source: str, context: Context) -> frozenset[str]:
    """The words of a double family name of the document's subject."""
    subject = context.things.get(context.subjects.get(source, ""))
    parsed = [parse_person(printed) for printed in subject.names] if subject else []
    pieces = {tuple(fold(" ".join(one.family)).split()) for one in parsed if one.given}
    return frozenset(word for words in pieces if len(words) > 1 for word in words) - particles()


def _alone_with(short: Thing, long: Thing, context: Context) -> bool:
    """Whether all names of the document that fit the short form, the long one among them, fit each other."""
    words = {fold(word) for printed in short.names for word in parse_person(printed).family}
    for source in set(short.sources) & set(long.sources):
        around = {name for word in words for name in _by_word(context).get((source, word), ())}
        if len(around) > _MOST:
            return False
        printed = [parse_person(text) for text in sorted(around)]
        meant = [name for name in printed if all(_fits(parse_person(text), name) for text in short.names)]
        if not all(_fits(x, y) for i, x in enumerate(meant) for y in meant[i + 1 :]):
            return False
        if not all(any(_fits(parse_person(x), parse_person(y)) for y in long.names) for x in short.names):
            return False
    return True


def _fits(x: PersonName, y: PersonName) -> bool:
    return compatible(x, y) or is_part(x, y) or is_part(y, x)


def is_part(word: PersonName, whole: PersonName) -> bool:
    """Whether a lone word (``Ada``) is one of the other name's given names."""
    return not word.given and bool({fold(w) for w in word.family} & {fold(w) for w in whole.given})


def _words(names: Iterable[str]) -> set[str]:
    parsed = [parse_person(printed) for printed in names]
    return {fold(word) for name in parsed for word in (*name.given, *name.family) if len(word) > 1}


def _lone(context: Context) -> Mapping[str, frozenset[str]]:
    """By source, the words that stand alone for somebody."""
    return context.note("lone words", lambda: _gather_lone(context))


def _gather_lone(context: Context) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for thing in context.by_kind["person"]:
        if thing.names and not any(parse_person(printed).given for printed in thing.names):
            found[thing.source] |= _words(thing.names)
    return {source: frozenset(words) for source, words in found.items()}


def _by_word(context: Context) -> Mapping[tuple[str, str], frozenset[str]]:
    """The names of each source by each of their words."""
    return context.note("names by word", lambda: _gather_names(context))


def _gather_names(context: Context) -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for thing in context.by_kind["person"]:
        for printed in thing.names:
            for word in _words([printed]):
                found[thing.source, word].add(printed)
    return {key: frozenset(names) for key, names in found.items()}
