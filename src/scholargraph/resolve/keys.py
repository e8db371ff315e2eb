"""Citation keys made of authors' initials and a year, and how well an author list fits them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from scholargraph.model import Relation
from scholargraph.names.people import key_initial, parse_person
from scholargraph.names.text import words
from scholargraph.resolve.things import Context, Thing

_KEY = re.compile(r"\[?([A-Za-zÀ-ž]+?)(\+|\*|et\s?al\.?)?[-_:\s]?['’]?((?:19|20)?\d\d)([a-z])?\]?")


class CitationKey(Struct, frozen=True):
    """``letters`` are initials or the head of a family name; ``more``: whether ``+`` stands for others."""

    letters: str
    more: bool
    year: int


class AuthorList(Struct, frozen=True):
    """One printed author list: initials and family names in order, whether whole, and who is hidden in it."""

    initials: tuple[str, ...]
    first: str
    complete: bool
    hidden: tuple[str, ...] = ()


class Fit(Struct, frozen=True):
    """How well a list fits a key, from 0 to 1, and in words."""

    value: float
    reason: str


def parse_key(text: str) -> CitationKey | None:
    """The parts of a key such as ``AB21``, ``ABC+19`` or ``Noe18``; None for other forms (``[12]``)."""
    match = _KEY.fullmatch(text.strip())
    if match is None:
        return None
    year = int(match[3])
    century = 0 if year > 99 else 1900 if year > 60 else 2000
    return CitationKey(match[1], bool(match[2]), century + year)


def around(key: str, context: str) -> str:
    """Headings and the part of the sentence that the key closes: from the brackets before it to its own.

    ``"H / We boil [A1] and we pour [B2]."`` gives ``"H / … and we pour"`` for ``B2``.
    """
    headings, slash, sentence = context.rpartition(" / ")
    start = sentence.rfind("[", 0, max(0, sentence.find(key)) + 1)
    part = sentence[sentence.rfind("]", 0, max(start, 0)) + 1 : max(start, 0)]
    return f"{headings}{slash}{part}" if len(words(part)) > 3 else context


def work_authors(work: Thing, context: Context) -> tuple[AuthorList, ...]:
    """The author lists of a paper, one per document that prints it."""
    return context.remember("author lists", work, lambda: _author_lists(work, context))


def authors_fit(key: CitationKey, lists: Sequence[AuthorList]) -> Fit | None:
    """How well the best of the lists fits the key's letters; None if none does.

    A complete list counts before those that are cut short, which a complete one proves wrong.
    """
    complete = [one for one in lists if one.complete]
    found = [fit for one in complete or lists if (fit := _fit(key, one))]
    return max(found, key=lambda fit: (fit.value, fit.reason), default=None)


def letters_of(lists: Sequence[AuthorList]) -> set[str]:
    """Under which letters a paper is kept, so that a key (``letters_for``) meets the few that may fit it."""
    initials = [one for one in lists if one.initials]
    whole = {f"all:{''.join(sorted(one.initials))}" for one in initials if one.complete}
    cut = {f"cut:{one.initials[0]}" for one in initials if not one.complete}
    return whole | cut | {f"first:{one.initials[0]}" for one in initials}


def letters_for(key: CitationKey) -> set[str]:
    """Under which letters the papers are kept that may fit the key."""
    if key.more or not key.letters.isupper():
        return {f"first:{key.letters[0].upper()}"}
    return {f"all:{''.join(sorted(key.letters))}", f"cut:{key.letters[0]}"}


def _fit(key: CitationKey, authors: AuthorList) -> Fit | None:
    if not key.letters.isupper():
        return _family_head(key, authors)
    letters, initials = tuple(key.letters), authors.initials
    if not initials:
        return None
    if not authors.complete:
        return _cut_list(key, letters, authors)
    if key.more:
        return _first_of(letters, initials)
    if letters == initials:
        return Fit(1.0, f"authors' initials {' '.join(initials)} in this order")
    if Counter(letters) == Counter(initials):
        return Fit(0.8, f"authors' initials {' '.join(initials)} in another order")
    return None


def _first_of(letters: tuple[str, ...], initials: tuple[str, ...]) -> Fit | None:
    if len(initials) <= len(letters) or initials[: len(letters)] != letters:
        return None
    return Fit(0.85, f"initials of the first {len(letters)} of {len(initials)} authors: {' '.join(letters)}")


def _cut_list(key: CitationKey, letters: tuple[str, ...], authors: AuthorList) -> Fit | None:
    """The printed part must begin the key, and the rest have room for authors known to be hidden."""
    known = authors.initials[: len(letters)]
    if letters[: len(known)] != known or (len(letters) <= len(known) and not key.more):
        return None
    if Counter(authors.hidden) - Counter(letters[len(known) :]) and not key.more:
        return None
    return Fit(0.55, f"the printed authors' initials {' '.join(known)} begin the key; the list is cut short")


def _family_head(key: CitationKey, authors: AuthorList) -> Fit | None:
    """``Noe18``: the head of the only author's family name, or the first author's with ``+`` or in full."""
    if not authors.first.casefold().startswith(key.letters.casefold()):
        return None
    alone = authors.complete and len(authors.initials) == 1
    if not alone and not key.more and len(key.letters) < len(authors.first):
        return None
    return Fit(0.8 if alone else 0.6, f"the first author's family name is {authors.first}")


def _author_lists(work: Thing, context: Context) -> tuple[AuthorList, ...]:
    return tuple(found for member in work.members if (found := _author_list(member, context)))


def _author_list(member: str, context: Context) -> AuthorList | None:
    authorships = [r for r in context.relations_of.get(member, ()) if r.kind == "authorship"]
    printed = [one for r in authorships if "ordinal" in r.values for one in r.roles.get("author", ())]
    unplaced = [one for r in authorships if "ordinal" not in r.values for one in r.roles.get("author", ())]
    if not printed:
        return None
    names = [parse_person(context.name(one)) for one in printed]
    shown = {context.same(one) for one in printed}
    hidden = [one for one in unplaced if context.same(one) not in shown]
    return AuthorList(
        initials=tuple(key_initial(name).upper() for name in names),
        first=" ".join(names[0].family),
        complete="false" not in context.things[member].values.get("authorListComplete", ()),
        hidden=tuple(key_initial(parse_person(context.name(one))).upper() for one in hidden),
    )


def year_fit(key: CitationKey, work: Thing, context: Context) -> Fit:
    """How well the year fits, as log-odds: the nearest of preprint, venue and preliminary version counts.

    A paper may be cited by a later year than its first date, hardly by an earlier one; one whose journal is
    printed without a year may have appeared in any year after.
    """
    years = _years(work, context)
    if not years:
        return Fit(0.0, f"year {key.year}: the paper has none")
    value, words = max((_year_value(key.year - year, at_venue), words) for year, at_venue, words in years)
    if value < 0 and _has_undated_venue(work, context) and key.year > max(year for year, _, _ in years):
        return Fit(0.0, f"year {key.year}: {words}; its venue is printed without a year")
    if any(at_venue and year < key.year for year, at_venue, _ in years) and value > 0:
        return Fit(value - 1.0, f"year {key.year}: {words}, and its venue was no later")
    return Fit(value, f"year {key.year}: {words}")


def _year_value(later: int, at_venue: bool) -> float:
    """The key is ``later`` by so many years than a date; the year of the venue is the one most used."""
    if at_venue:
        return {0: 2.0, 1: 0.0, -1: -0.5}.get(later, -2.5)
    return {0: 2.0, 1: 1.0, 2: 0.0, 3: -1.0, -1: -0.5, -2: -2.0}.get(later, -2.5)


def _years(work: Thing, context: Context) -> list[tuple[int, bool, str]]:
    dated = [(date[:4], False, "paper dated") for date in work.values.get("datePublished", ())]
    for relation in _appearances(work, context):
        venue = next((context.name(one) for one in relation.roles.get("venue", ())), "venue")
        dated += [(year[:4], True, f"{venue} of") for year in relation.values.get("year", ())]
    return [(int(year), at_venue, f"{words} {year}") for year, at_venue, words in dated if year.isdigit()]


def _appearances(work: Thing, context: Context) -> list[Relation]:
    relations = (relation for member in work.members for relation in context.relations_of.get(member, ()))
    return [relation for relation in relations if relation.kind in {"venue", "preliminaryVersionAt"}]


def _has_undated_venue(work: Thing, context: Context) -> bool:
    return any(one.kind == "venue" and "year" not in one.values for one in _appearances(work, context))
