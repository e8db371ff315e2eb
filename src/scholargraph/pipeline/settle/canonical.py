"""Which of several told values stands: names, titles, dates, single values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from scholargraph.names.organizations import known_organization
from scholargraph.names.people import parse_person
from scholargraph.names.text import fold
from scholargraph.pipeline.settle.ground import Said

STATUS_ORDER = ("published", "preprint", "in submission", "in preparation")
"""A paper that one list calls published is published."""


def names(said: Iterable[Said], kind: str) -> tuple[str, dict[str, set[str]]]:
    """The canonical name, and every really different name → the mentions that print it.

    Spellings that differ only in case, accents or punctuation are one name; the best of them is kept.
    """
    spellings: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        spellings[fold(one.value)].append(one)
    if not spellings:
        return "", {}
    canonical = _known(spellings, kind) or _spelling(max(spellings.values(), key=lambda s: _support(s, kind)))
    others = {
        _spelling(group): {one.mention.id for one in group}
        for key, group in spellings.items()
        if key != fold(canonical)
    }
    return canonical, others


def best(said: Sequence[Said]) -> str:
    """The value that stands: said by most sources, then with most confidence, then first by spelling."""
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        groups[one.value].append(one)
    return min(groups, key=lambda value: (*(-n for n in _weight(groups[value])), value)) if groups else ""


def best_date(said: Sequence[Said]) -> str:
    """The most precise date; between equally precise ones the best supported."""
    longest = max((len(one.value) for one in said), default=0)
    return best([one for one in said if len(one.value) == longest])


def best_status(said: Sequence[Said]) -> str:
    """The furthest stage of a paper that any source prints."""
    values = {one.value for one in said}
    return next((status for status in STATUS_ORDER if status in values), best(said))


def longest(said: Sequence[Said]) -> str:
    """The fullest text, as for abstracts and descriptions."""
    return max((one.value for one in said), key=lambda value: (len(value), value), default="")


def _known(spellings: dict[str, list[Said]], kind: str) -> str:
    """The name a general table gives an organisation, where most sources print a name it knows."""
    if kind != "organization":
        return ""
    found = [(known_organization(group[0].value), group) for group in spellings.values()]
    known = [(entry.name, _weight(group)) for entry, group in found if entry]
    return max(known, key=lambda pair: (pair[1], pair[0]))[0] if known else ""


def _weight(group: Sequence[Said]) -> tuple[int, float]:
    return len({one.source for one in group}), round(max(one.mention.confidence for one in group), 3)


def _support(group: Sequence[Said], kind: str) -> tuple[float, ...]:
    """For people the fullest name wins; else sources, then confidence; ties: longer, then A to Z."""
    value = _spelling(group)
    sources, confidence = _weight(group)
    tie = tuple(-ord(letter) for letter in fold(value)[:24])
    if kind == "person":
        parts = parse_person(value)
        full = sum(len(part.strip(".")) > 1 for part in (*parts.given, *parts.family))
        return (full, len(parts.given) + len(parts.family), sources, confidence, *tie)
    if kind == "work":
        return (confidence, sources, len(value), *tie)
    return (sources, confidence, len(value), *tie)


def _spelling(group: Sequence[Said]) -> str:
    """Among spellings of one name: the one with most accents and dots kept, said by the best mention."""
    return max(group, key=lambda one: (one.mention.confidence, _richness(one.value), one.value)).value


def _richness(value: str) -> int:
    accents = sum(ord(letter) > 127 for letter in value)
    return accents * 2 + value.count(".") - 3 * (value.isupper() and len(value) > 5)
