"""Which awards are one: names without year, grantors, and one receipt told twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scholargraph.names.known_organizations import (
    department_names,
    organization_type,
    possible_organizations,
)
from scholargraph.names.organizations import split_unit
from scholargraph.names.text import fold, words
from scholargraph.names.wordlists import word_list
from scholargraph.resolve.blocking import rarest
from scholargraph.resolve.features import overlap, shared_neighbours
from scholargraph.resolve.matchers import Evidence, Matcher
from scholargraph.resolve.things import Context, Thing

_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\b")
_SMALL = frozenset({"the", "of", "for", "in", "at", "and", "a", "an", "on", "to", "from", "by"})
_GIVEN_BY = re.compile(r"\s+(?:of|from|by)\s+(?:the\s+)?(?=[^\W\d_])|,\s+(?=[A-Z])")
_GENERIC = word_list("award_words")


def block(thing: Thing, context: Context) -> Iterable[str]:
    """The name without year, and its rarest words."""
    counts = context.counts("award", "words", _content)
    yield from (award_key(form) for name in thing.names for form in {name, without_giver(name)[0]})
    yield from (f"word:{word}" for word in rarest(_content(thing) - _GENERIC, counts))


def key(thing: Thing, context: Context) -> str:
    """The name without year, if it can only be one award."""
    return award_key(thing.name) if _content(thing) - _GENERIC else ""


def award_key(name: str) -> str:
    """An award's name without year and small words: ``the 2023 X Prize`` → ``x prize``."""
    return " ".join(word for word in words(_YEARS.sub(" ", name)) if word not in _SMALL) or fold(name)


def without_giver(name: str) -> tuple[str, str]:
    """The name and the body after it: ``Noether Prize of the X Society`` → ``Noether Prize``, ``X Society``.

    What is left must tell one award from others: ``Fellow of the X Society`` stays whole.
    """
    for joint in _GIVEN_BY.finditer(name):
        head, giver = name[: joint.start()].strip(" ,"), name[joint.end() :].strip(" ,.")
        if set(award_key(head).split()) - _GENERIC and _is_body(giver):
            return head, giver
    return name, ""


def _is_body(text: str) -> bool:
    units = split_unit(text)
    return any(possible_organizations(unit) or organization_type(unit) for unit in (text, *units))


def name(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same name; one that many bodies give (``Best Paper Award``) says little."""
    common = {award_key(x) for x in a.names} & {award_key(y) for y in b.names}
    if not common:
        return None
    telling = set(min(common).split()) - _GENERIC
    return Evidence(1.0 if telling else 0.45, f"same name: {a.name}")


def name_and_giver(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """One name has the body that gives it in it (``X Prize of Y``), the other is without, or given by Y."""
    if name(a, b, context):
        return None
    for one, other in ((a, b), (b, a)):
        for whole in one.names:
            bare, giver = without_giver(whole)
            if giver and award_key(bare) in map(award_key, other.names) and _may_give(giver, other, context):
                return Evidence(1.0, f"the same name, one with the body that gives it: {whole}")
    return None


def _may_give(giver: str, thing: Thing, context: Context) -> bool:
    """Whether no other body is told to give the award."""
    told = [words(context.name(body)) for body in context.around(thing, "awardReceipt.grantor")]
    return not told or any(set(body) & set(words(giver)) - _SMALL for body in told)


def shorter_name(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """All telling words of one name stand in the other (``Noether Prize``)."""
    left, right = _telling(a), _telling(b)
    if not left or not right or not (left <= right or right <= left) or name(a, b, context):
        return None
    if name_and_giver(a, b, context):
        return None
    return Evidence(
        overlap(_content(a), _content(b)), f"one name is the other cut short: {a.name} / {b.name}"
    )


def receipt(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Given to one person in one year, as two documents say."""
    common = _receipts(a, context) & _receipts(b, context)
    if not common or set(a.sources) & set(b.sources):
        return None
    person, year = min(common)
    return Evidence(1.0, f"given to {context.name(person)} in {year}, as both documents say")


def other_grantor(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Given by different bodies."""
    left, right = (context.around(thing, "awardReceipt.grantor") for thing in (a, b))
    if not left or not right or left & right:
        return None
    return Evidence(1.0, f"given by {context.name(min(left))} / {context.name(min(right))}")


def one_list(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Two entries of one document."""
    return Evidence(1.0, "one document tells them apart") if set(a.sources) & set(b.sources) else None


def _content(thing: Thing) -> set[str]:
    return {word for one in thing.names for word in award_key(one).split()}


def _telling(thing: Thing) -> set[str]:
    """Words that tell an award from others of the same giver."""
    return {
        w
        for w in _content(thing) - _GENERIC
        if not possible_organizations(w) and w.upper() not in department_names()
    }


def _receipts(thing: Thing, context: Context) -> set[tuple[str, str]]:
    receipts = (
        r
        for member in thing.members
        for r in context.relations_of.get(member, ())
        if r.kind == "awardReceipt"
    )
    return {
        (context.same(person), date[:4])
        for relation in receipts
        for person in relation.roles.get("recipient", ())
        for date in (*relation.values.get("year", ()), *relation.values.get("startDate", ()))
    }


MATCHER = Matcher(
    block=block,
    key=key,
    prior=-3.0,
    features=(
        (name, 6.0),
        (name_and_giver, 6.0),
        (shorter_name, 4.0),
        (receipt, 3.0),
        (shared_neighbours("grantors", "awardReceipt.grantor", enough=1), 2.5),
        (other_grantor, -4.0),
        (one_list, -3.0),
    ),
)
