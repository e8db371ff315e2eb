"""Mentors, advisors, supervisors and hosts named beside a post or degree."""

from __future__ import annotations

import re

from msgspec import Struct

from scholargraph.extract.blocks import Place
from scholargraph.extract.people import Author, is_person, is_shaped, split_authors
from scholargraph.extract.telling import Telling, cite
from scholargraph.model import Block

_LABEL = re.compile(
    r"\b(?P<label>(?:(?:co-?|joint|thesis|dissertation|ph\.?d\.?|doctoral|master'?s|research|faculty|academic|primary)\s*)*"
    r"(?:advis[oe]r|supervisor|mentor|host|principal investigator|PI|manager|promotor|chair|betreuer))"
    r"s?(?:\(s\))?\s*:\s*"
    r"|\b(?:(?:co-)?(?P<verb>advised|supervised|mentored|hosted|directed)(?:\s+\w+ly)?\s+by"
    r"|under\s+(?:the\s+)?(?P<noun>supervision|guidance|mentorship|direction|advice)\s+of)\s+",
    re.IGNORECASE,
)
_END = re.compile(r"(?<!\bProf)(?<!\bDr)(?<!\bDrs)(?<!\b[A-Z])\.(?=\s|$)|[;)|\t]|\s[-–—]\s|$")


class Mentors(Struct, frozen=True):
    """People named as mentors, what they are called (``advisor``, ``mentor``, ``host``), and where."""

    people: tuple[Author, ...]
    called: str
    at: Place


def find_mentors(text: str) -> list[Mentors]:
    """Everyone whom the words call mentor, advisor, supervisor or host, without titles (``Prof.``)."""
    found = []
    for match in _LABEL.finditer(text):
        stop = _END.search(text, match.end())
        people = _leading_people(text, match.end(), stop.start() if stop else len(text))
        if people:
            found.append(Mentors(people, _called(match), (match.start(), people[-1].end)))
    return found


def mentorship_kind(called: str, role: str) -> str:
    """The kind of a mentorship beside a post: it depends on the role of the mentee."""
    if re.search(r"post-?\s?doc|research fellow", role, re.IGNORECASE):
        return "postdoc host"
    if re.search(r"\bintern|student|trainee|visiting", role, re.IGNORECASE):
        return "internship advisor" if called == "advisor" else "internship mentor"
    return "advisor"


def tell_people(telling: Telling, block: Block, people: tuple[Author, ...]) -> list[str]:
    """Tell a person for each name; gives the referents."""
    referents = []
    for person in people:
        span = cite(block, person.start, person.end)
        referents.append(telling.tell("person", span, person.name, printed=span.quote))
    return referents


def _leading_people(text: str, start: int, end: int) -> tuple[Author, ...]:
    people: list[Author] = []
    for author in split_authors(text, start, end).authors:
        if not (is_person(author.name) or is_shaped(author.name)):
            break
        people.append(author)
    return tuple(people)


def _called(match: re.Match[str]) -> str:
    word = (match["label"] or match["verb"] or match["noun"]).casefold().split()[-1]
    if word.startswith(("advi", "superv", "guid", "direct", "co-advi", "chair", "promo", "betreu")):
        return "advisor"
    return "host" if word.startswith("host") else "mentor"
