"""The template of one list: a family with all its choices made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from msgspec import Struct

from .authors import draw_style
from .families import (
    SEPARATORS_1,
    SEPARATORS_2,
    SEPARATORS_3,
    SEPARATORS_4,
    TAIL_SEPARATORS,
    TAILS,
    WORDS,
    Family,
    Tail,
)
from .names import Person
from .records import LINK_SETS, RecordStyle
from .venues import CONFERENCE_FORMS

_SEPARATORS_0 = (". ", " ", ": ", "\t", "\n", " - ", ", ", " | ", "  ")


_NUMBERS = (
    "[{n}] ",
    "{n}. ",
    "({n}) ",
    "[J{n}] ",
    "C{n}. ",
    "[{k}] ",
    "{n}) ",
    "• ",
    "– ",
    "[C.{n}] ",
    "#{n} ",
)


class Look(Struct, frozen=True):
    """The template of one list, all choices made."""

    family: Family
    pattern: str
    tail: str
    tails: Tail
    fallback: str
    marks: dict[str, tuple[tuple[str, str], ...]]
    quotes: str
    comma_inside: bool
    number: str
    keyed: bool
    links: tuple[str, ...]
    link_form: str
    extras: float
    deviation: float
    item: bool
    parts: bool
    wrapped: bool
    noise: float
    end: str
    bare: bool
    """Nothing is printed behind authors and title, as under the heading ``Under review``."""


def draw_look(rng: Random, family: Family, tails: Mapping[str, Tail]) -> Look:
    """The choices of one list of a family."""

    def pick(options: str) -> str:
        return rng.choice(options.split("|"))

    title, venue = pick(family.title), pick(family.venue)
    classed = _classed(rng)
    marked = (title != "plain" or "T" in classed, venue != "plain" or "V" in classed)
    front = _separated(rng, family.front, marked, 0.35 if classed else 0.12)
    quotes = title if title not in ("plain", "italic", "bold", "link") else ""
    marks: dict[str, tuple[tuple[str, str], ...]] = {
        "T": () if title == "plain" or quotes else (_mark(title),),
        "V": ((venue, ""),) if venue != "plain" else (),
        "ST": ((venue, ""),) if venue != "plain" and rng.random() < 0.5 else (),
        "VOL": (("italic", ""),) if rng.random() < 0.1 else (("bold", ""),) if rng.random() < 0.1 else (),
    }
    marks |= {field: (mark, *marks.get(field, ())) for field, mark in classed.items()}
    cv = family.style == "cv"
    return Look(
        family=family,
        pattern=front,
        tail=family.tail,
        tails=_tails(rng, family, tails),
        fallback=rng.choice(("short", "bibtex")) if cv else "bibtex",
        marks=marks,
        quotes=quotes,
        comma_inside=rng.random() < 0.7,
        number=rng.choice(_NUMBERS) if rng.random() < 0.12 else "",
        keyed=rng.random() < 0.4,
        links=rng.choice(LINK_SETS) if rng.random() < (0.35 if cv else 0.08) else (),
        link_form=rng.choice(("[{}]", "[{}]", "({})", "{}", "| {}", "/ {}")),
        extras=0.12 if cv else 0.03,
        deviation=rng.choice((0.0, 0.02, 0.06)),
        item=rng.random() < 0.6,
        parts=rng.random() < 0.1,
        wrapped=rng.random() < 0.15,
        noise=rng.choice((0.0, 0.0, 0.02, 0.1)),
        end="" if cv and rng.random() < 0.3 else ".",
        bare=rng.random() < 0.07,
    )


_PARTS = (("T", "title", 0.95), ("A", "authors", 0.6), ("V", "venue", 0.6), ("Y", "date", 0.4))


def _classed(rng: Random) -> dict[str, tuple[str, str]]:
    """Marks of lists whose elements bear classes: some that say what they are, some that only part them."""
    draw = rng.random()
    kind = "part" if draw < 0.1 else "span"
    return {field: (kind, name) for field, name, often in _PARTS if draw < 0.2 and rng.random() < often}


def _tails(rng: Random, family: Family, tails: Mapping[str, Tail]) -> Tail:
    """The tails of a family; in some lists of CVs with another separator in the place of commas."""
    made = tails[family.tail]
    if tails is not TAILS:
        return made
    if rng.random() < 0.3:
        made = {kind: _borrowed(rng, kind, tail) for kind, tail in made.items()}
    if rng.random() < 0.4:
        for word, others in WORDS:
            other = rng.choice(others)
            made = {
                kind: re.sub(rf"(?<!\w){re.escape(word)}(?=\{{)", other, tail) for kind, tail in made.items()
            }
    if family.style == "formal" or rng.random() > 0.3:
        return made
    other = rng.choice(TAIL_SEPARATORS)
    return {kind: tail.replace("[, ", f"[{other}") for kind, tail in made.items()}


def _borrowed(rng: Random, kind: str, tail: str) -> str:
    """The tail of another family for the same kind of work, in one of two cases."""
    others = [made[kind] for name, made in TAILS.items() if kind in made and name not in ("law", "chinese")]
    return rng.choice((tail, rng.choice(others)))


def _separated(rng: Random, front: str, marked: tuple[bool, bool], spaced: float) -> str:
    """The front with its separators; a marked title or venue may do without one."""
    first, second = rng.choice(SEPARATORS_1), rng.choice(SEPARATORS_2)
    if marked[0] and rng.random() < spaced:
        first = " "
    if marked[1] and rng.random() < spaced:
        second = " "
    front = front.replace("~3", rng.choice(SEPARATORS_3)).replace("~4", rng.choice(SEPARATORS_4))
    made = front.replace("~0", rng.choice(_SEPARATORS_0)).replace("~1", first).replace("~2", second)
    closing = {" (": ")", " [": "⟧"}.get(second, "") if "~2" in front else ""
    return made.replace(" [{X}", " ⟦{X}") + closing


def _mark(kind: str) -> tuple[str, str]:
    return (kind, "https://example.org/paper.pdf" if kind == "link" else "")


def draw_record_style(rng: Random, family: Family, owner: Person | None) -> RecordStyle:
    case = rng.choice(family.case.split("|"))
    journal = "law" if family.tail == "law" else rng.choice(("full", "full", "full", "abbr"))
    return RecordStyle(
        mix=rng.choice(("computing", "computing", "sciences", "humanities", "economics", "all")),
        case=case,
        conference=rng.choice(CONFERENCE_FORMS),
        journal="abbr" if family.tail in ("vancouver", "acs") else journal,
        authors=draw_style(rng, rng.choice(family.authors.split("|"))),
        doi=rng.choice(("", "", "", "doi", "https", "DOI", "bare", "url")),
        numbers=rng.choice((0.95, 0.9, 0.3)),
        owner=owner,
        year=rng.randint(2005, 2026),
    )
