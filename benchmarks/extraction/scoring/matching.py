"""When a fact of the graph is the fact of the gold: every rule of comparison is here.

Text is compared folded (names.text.fold) and without gaps, so that case, accents, quotes, dashes, LaTeX
commands and ``&`` for ``and`` make no difference. Each side may hold alternatives, of which one pair must
agree. A part that the gold leaves out is not compared; the venue and year of an entry are always there,
perhaps empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from scholargraph.names.organizations import is_unit, organization_key, unit_key
from scholargraph.names.people import compatible, parse_person, shown
from scholargraph.names.text import fold
from scholargraph.names.venues import parse_venue, venue_key
from scoring.facts import Alternatives, Fact, Value

KINDS: dict[str, tuple[str, ...]] = {
    "people": ("name",),
    "emails": ("value", "person"),
    "homepages": ("value", "person"),
    "papers": ("title",),
    "author lists": ("title", "authors", "cut"),
    "organizations": ("name",),
    "positions": ("role", "organization", "holder", "start", "end", "status"),
    "degrees": ("degree", "organization", "holder", "field", "start", "end", "advisors"),
    "mentorships": ("mentor", "mentee"),
    "foundings": ("organization", "person"),
    "awards": ("award", "recipient", "year"),
    "products": ("name",),
    "interests": ("topic", "person"),
    "entries": ("title", "authors", "venue", "year"),
}
"""Kinds of fact and the parts that must agree. Entries repeat papers and author lists: not in the total."""

_LATEX = re.compile(r"\\[a-zA-Z]+\s*")
_NUMBERED = re.compile(r"^(?:the\s+)?(?:(?:19|20)\d\d\s+)?|,?\s*\(?(?:19|20)\d\d\)?$", re.I)
_RANGE = re.compile(r"\d{4}\s*[-–]\s*\d{4}")
_WEB = re.compile(r"^\s*(?:[a-z]+://)?(?:www\.)?|(?:/index\.html?|/)?[?#]?\s*$", re.I)
_LEVELS: dict[str, str] = {
    "phd": "phd doctorofphilosophy doctorphilosophiae doctorate doctoraldegree doctorat doctorado dphil"
    " drphil drrernat drscnat doktor promotion",
    "md": "md doctorofmedicine mbbs mbchb",
    "jd": "jd jurisdoctor jdoctor",
    "edd": "edd doctorofeducation",
    "dma": "dma doctorofmusicalarts",
    "msc": "msc ms sm mastersofscience masterofscience mscs",
    "ma": "ma am masterofarts mastersofarts magisterartium",
    "master": "master masters mastersdegree masterdegree",
    "mphil": "mphil masterofphilosophy",
    "meng": "meng masterofengineering masterofeng me",
    "mba": "mba masterofbusinessadministration",
    "mph": "mph masterofpublichealth",
    "llm": "llm masteroflaws",
    "llb": "llb bacheloroflaws",
    "bsc": "bsc bs sb bachelorofscience bachelorsofscience",
    "ba": "ba ab bachelorofarts bachelorsofarts",
    "bachelor": "bachelor bachelors bachelorsdegree bachelordegree",
    "beng": "beng be bachelorofengineering bachelorofeng",
    "btech": "btech bacheloroftechnology",
    "mtech": "mtech masteroftechnology",
    "bmus": "bmus bm bachelorofmusic",
    "mmus": "mmus mm masterofmusic",
    "bsn": "bsn bachelorofscienceinnursing",
    "msn": "msn masterofscienceinnursing",
    "diploma": "diploma diplom dipl diplome",
}
_LEVEL_OF = {spelling: level for level, spellings in _LEVELS.items() for spelling in spellings.split()}
_HONOURS = re.compile(r"\(.*?\)|\b(?:with )?(?:first[- ]class )?hon(?:ou?r)?s\b|\bcum laude\b", re.I)


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """Text as it is compared."""
    return fold(_LATEX.sub("", text.replace(r"\&", "&")).replace("&", " and ")).replace(" ", "")


def agree(gold: Fact, found: Fact) -> bool:
    """Whether the graph's fact is that of the gold."""
    return not differences(gold, found)


def differences(gold: Fact, found: Fact) -> list[str]:
    """The parts of the gold's fact that the graph's fact does not have, or has otherwise."""
    return [
        name
        for name in KINDS[gold.kind]
        if name in gold.parts and not _rule(gold.kind, name)(gold.parts[name], found.parts.get(name, ()))
    ]


def _rule(kind: str, part: str) -> Callable[[Value, Value], bool]:
    return _BY_KIND.get((kind, part)) or _PARTS.get(part, same_words)


def _any(same: Callable[[str, str], bool]) -> Callable[[Value, Value], bool]:
    """A comparison of two single values, some alternatives of which must agree."""

    def compare(gold: Value, found: Value) -> bool:
        ours, theirs = cast(Alternatives, gold), cast(Alternatives, found)
        return ("" in ours and not any(theirs)) or any(same(a, b) for a in ours for b in theirs)

    return compare


same_words = _any(lambda a, b: plain(a) == plain(b))


def same_person(a: str, b: str) -> bool:
    """Printed forms that can be one person's: ``L. Haddad``, ``Haddad, Leïla``."""
    return plain(a) == plain(b) or compatible(parse_person(a), parse_person(b))


def same_printed_name(a: str, b: str) -> bool:
    """The same name in any order, with or without dots; initials are no full names."""
    return plain(a) == plain(b) or _name_words(a) == _name_words(b)


def _name_words(name: str) -> list[str]:
    return sorted(fold(shown(parse_person(name))).split())


def same_organization(a: str, b: str) -> bool:
    """Equal in print or by the table of known organisations; departments by what they are of."""
    if plain(a.removeprefix("the ")) == plain(b.removeprefix("the ")):
        return True
    both_units = is_unit(a) and is_unit(b)
    return organization_key(a) == organization_key(b) or (both_units and unit_key(a) == unit_key(b))


def same_date(a: str, b: str) -> bool:
    """Equal at the coarser of the two precisions; a range only equals the same range."""
    if _RANGE.fullmatch(a) or _RANGE.fullmatch(b):
        return plain(a) == plain(b)
    return bool(a and b) and (a.startswith(b) or b.startswith(a))


def same_venue(a: str, b: str) -> bool:
    """One series, whatever year or acronym it is printed with; a preprint server counts as no venue."""
    return plain(a) == plain(b) or venue_key(a) == venue_key(b)


def same_degree(a: str, b: str) -> bool:
    """One level: ``Ph.D.``, ``Doctor of Philosophy``; a field after ``in`` and honours left aside."""
    return _level(a) == _level(b)


def _level(degree: str) -> str:
    bare = _HONOURS.sub(" ", degree)
    whole = plain(bare)
    head = plain(re.split(r"\s(?:in|en|of the)\s", bare)[0])
    return _LEVEL_OF.get(whole) or _LEVEL_OF.get(head) or head


def _venues(gold: Value, found: Value) -> bool:
    both = [
        tuple(name for name in cast(Alternatives, side) if not _is_repository(name)) for side in (gold, found)
    ]
    return _any(same_venue)(both[0] or ("",), both[1])


def _is_repository(venue: str) -> bool:
    parsed = parse_venue(venue)
    return parsed is not None and parsed.kind == "repository"


def _in_order(gold: Value, found: Value) -> bool:
    same = _any(same_printed_name)
    return len(gold) == len(found) and all(same(a, b) for a, b in zip(gold, found, strict=True))  # type: ignore[arg-type]


def _unordered(gold: Value, found: Value) -> bool:
    same = _any(same_person)
    return len(gold) == len(found) and all(any(same(a, b) for b in found) for a in gold)  # type: ignore[arg-type]


def _topics(text: str) -> str:
    return plain(re.sub(r"\b(?:the|and|of|in)\b", " ", text.replace("&", " ")))


_PERSON, _DATE = _any(same_person), _any(same_date)
_AWARD = _any(lambda a, b: plain(_NUMBERED.sub("", a)) == plain(_NUMBERED.sub("", b)))
_PARTS: dict[str, Callable[[Value, Value], bool]] = {
    "person": _PERSON,
    "holder": _PERSON,
    "recipient": _PERSON,
    "mentor": _PERSON,
    "mentee": _PERSON,
    "start": _DATE,
    "end": _DATE,
    "year": _DATE,
    "organization": _any(same_organization),
    "degree": _any(same_degree),
    "field": _any(lambda a, b: _topics(a) == _topics(b)),
    "award": _AWARD,
    "authors": _in_order,
    "advisors": _unordered,
    "venue": _venues,
    "value": _any(lambda a, b: _WEB.sub("", a).casefold() == _WEB.sub("", b).casefold()),
}
_BY_KIND = {("people", "name"): _PERSON, ("organizations", "name"): _any(same_organization)}
