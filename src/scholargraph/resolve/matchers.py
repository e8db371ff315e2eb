"""How two things of a kind are compared: ``Matcher``, the table of matchers, the making of a judgement.

A kind of thing plugs in with one line of ``matchers()``: the ``MATCHER`` of its module, made of functions.

- ``block(thing, context)`` gives keys; only things that share a key are compared (hot keys are capped).
- a **feature** ``(a, b, context) -> Evidence | None`` is one sign of sameness or difference. The reason it
  returns is shown to the user, so it names what it saw: ``"same e-mail: x@y.edu"``. Its ``value`` (at
  most 1) times the weight in the table adds to the log-odds: positive weights speak for, negative against.
- ``key(thing, context)``: things with one non-empty key are one thing without further questions (they are
  chained, n−1 judgements); ``key_reason`` says why.
- ``slots(thing, context)`` gives ``{slot: filling}``: two things that fill one slot differently are two
  things, for good; ``slot_reason`` says why. (A person fills the slot "author of paper P" with a place in
  its list.)
- ``clash(a, b)`` looks at two things' *names and values* and says why they can never be one, or ``""``. It is
  asked of every two members when clusters grow, so that no chain leads around it.

``score = 1 / (1 + exp(-(prior + Σ weight·value)))``: a probability once weights are fitted; set by hand until
then. At or above ``same`` the verdict is same, below ``different`` it is different, between them unsure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import exp, log

from msgspec import Struct

from scholargraph.model import Judgement
from scholargraph.resolve.things import Context, Thing

AGAINST = "against: "
"""How a reason begins that speaks against sameness."""


class Evidence(Struct, frozen=True):
    """What a feature saw: how much of it (at most 1), and the words for it."""

    value: float
    reason: str


Feature = Callable[[Thing, Thing, Context], Evidence | None]


def no_key(thing: Thing, context: Context) -> str:
    """No thing of this kind is known by its key alone."""
    return ""


def no_slots(thing: Thing, context: Context) -> Mapping[str, str]:
    """Nothing that only one thing can be."""
    return {}


def no_clash(a: Thing, b: Thing) -> str:
    """No two names exclude each other."""
    return ""


class Matcher(Struct, frozen=True, kw_only=True):
    """All that is known about telling things of one kind apart (see the head of this module)."""

    block: Callable[[Thing, Context], Iterable[str]]
    features: tuple[tuple[Feature, float], ...] = ()
    prior: float = -3.0
    same: float = 0.85
    different: float = 0.15
    key: Callable[[Thing, Context], str] = no_key
    key_reason: str = "same name"
    key_score: float = 0.97
    slots: Callable[[Thing, Context], Mapping[str, str]] = no_slots
    slot_reason: str = "one list names both"
    clash: Callable[[Thing, Thing], str] = no_clash


WORTH_TELLING = 0.1
"""Pairs below this score were never seriously one thing and give no judgement."""
_LEAST = log(WORTH_TELLING / (1 - WORTH_TELLING))


def compare(matcher: Matcher, a: Thing, b: Thing, context: Context) -> Judgement | None:
    """Score two things and say why; ``left`` is the smaller id.

    None where the score is not worth telling. Signs are looked at in the order of the table, and no further
    than they could still bring the score there: cheap and decisive ones come first.
    """
    left, right = (a, b) if a.id < b.id else (b, a)
    total, hope = matcher.prior, sum(weight for _, weight in matcher.features if weight > 0)
    seen: list[tuple[float, str]] = []
    for feature, weight in matcher.features:
        if total + hope < _LEAST:
            return None
        hope -= max(weight, 0.0)
        if evidence := feature(left, right, context):
            total += weight * evidence.value
            seen.append((weight * evidence.value, evidence.reason))
    score = round(1 / (1 + exp(-total)), 4)
    if score < WORTH_TELLING:
        return None
    verdict = _verdict(matcher, score)
    return Judgement(left=left.id, right=right.id, verdict=verdict, score=score, reasons=_reasons(seen))


def _verdict(matcher: Matcher, score: float) -> str:
    if score >= matcher.same:
        return "same"
    return "different" if score < matcher.different else "unsure"


def _reasons(seen: list[tuple[float, str]]) -> tuple[str, ...]:
    """Reasons for, the weightiest first, then reasons against."""
    ranked = sorted(seen, key=lambda one: (-one[0], one[1]))
    return tuple(reason if weight >= 0 else AGAINST + reason for weight, reason in ranked if reason)


def matchers() -> dict[str, Matcher]:
    """The matcher of every kind of thing; kinds that are not here are never merged."""
    from scholargraph.resolve import awards, organizations, people, products, projects, topics, venues, works

    return {
        "organization": organizations.MATCHER,
        "venue": venues.MATCHER,
        "topic": topics.MATCHER,
        "product": products.MATCHER,
        "work": works.MATCHER,
        "person": people.MATCHER,
        "award": awards.MATCHER,
        "project": projects.MATCHER,
    }


ORDER = ("organization", "venue", "topic", "product", "work", "person", "award", "project")
"""Kinds in the order in which they are resolved: people are told apart by works, works by nobody."""
