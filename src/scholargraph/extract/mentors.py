"""Mentors, advisors, supervisors and hosts named beside a post or degree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.extract.blocks import Place
from scholargraph.extract.people import Author, is_person, is_shaped, split_authors
from scholargraph.extract.telling import Telling, cite
from scholargraph.model import Block

_OF_WHAT = (
    r"(?:(?:co-?|joint|main|principal|first|second|thesis|dissertation|ph\.?d\.?|doctoral|master'?s|research|faculty"
    r"|academic|primary|major|postdoctoral|post-?doc|academic)\s*)*"
)
_LABEL = re.compile(
    rf"\b(?P<label>{_OF_WHAT}"
    r"(?:advis[oe]r|supervisor|mentor|host|principal investigator|PI|manager|chair|sponsor))"
    r"s?(?:\(s\))?(?:\s+of\s+(?:the\s+|my\s+)?(?:thesis|dissertation))?\s*(?::|\s(?:was|were)\s)\s*"
    r"|\b(?P<abroad>(?:co-?)?(?:promotore?n?|betreuer(?:in)?|doktorvater|doktormutter|erstgutachter(?:in)?"
    r"|direct(?:eur|rice)s?(?: de (?:th[èe]se|recherche))?|director(?:a|es)?(?: de (?:la )?tesis)?"
    r"|tutor(?:a|e)?"
    r"|relat(?:ore|rice)|orientador(?:a|es)?|begeleiders?|encadrante?s?|handledare|vejleder))\s*:\s*"
    r"|\b(?:(?:co-?)?(?P<verb>advised|supervised|mentored|hosted|directed)(?:\s+\w+ly)?\s+by"
    r"|under\s+(?:the\s+)?(?P<noun>supervision|guidance|mentorship|direction|advice)\s+of"
    r"|(?P<french>sous\s+la\s+direction\s+de|dirig[ée]e?\s+par|betreut\s+von|dirigida\s+por))\s+",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(
    r"\b(?:committee|jury|comité|kommission)(?:\s+members)?\s*:\s*(?P<names>[^\n;]{3,300})", re.IGNORECASE
)
_HEADS = re.compile(
    r"\s*\((?:[^()]*\b)?(?:co-?)?(?:chairs?|advis[oe]rs?|supervisors?|directors?)\b[^()]*\)", re.IGNORECASE
)
_SHORT = (
    *("Prof", "prof", "Dr", "dr", "Drs", "Assoc", "Asst", "St", "Mr", "Ms"),
    *("dott", "rer", "nat", "phil", "habil", "med"),
)
"""Titles whose full stop does not end a list of people."""
_END = re.compile(
    "".join(rf"(?<!\b{word})" for word in _SHORT) + r"(?<!-Ing)(?<!\b[A-Z])\.(?=\s|$)|[;)|\t]|\s[-–—]\s|$"
)
_BRACKETS = re.compile(r"\([^()]{0,60}\)")


class Mentors(Struct, frozen=True):
    """People named as mentors, what they are called (``advisor``, ``mentor``, ``host``), and where."""

    people: tuple[Author, ...]
    called: str
    at: Place


def find_mentors(text: str) -> list[Mentors]:
    """Everyone whom the words call mentor, advisor, supervisor or host, without titles (``Prof.``); of a
    committee, who chairs it."""
    found = []
    for match in _LABEL.finditer(text):
        text = text[: match.end()] + _BRACKETS.sub(lambda m: " " * len(m[0]), text[match.end() :])
        people = people_from(text, match.end())
        if people:
            found.append(Mentors(people, _called(match), (match.start(), people[-1].end)))
    return found or [chairs for match in _COMMITTEE.finditer(text) if (chairs := _chairs(text, match))]


def find_committee(text: str) -> tuple[Author, ...]:
    """The members of a committee who are not called its chair or advisor."""
    listed = (member for match in _COMMITTEE.finditer(text) for member in _members(text, match))
    return tuple(author for author, chairs in listed if not chairs)


def _chairs(text: str, match: re.Match[str]) -> Mentors | None:
    """The chair of ``Committee: A. Bee (chair), C. Dee``; the whole list is where they stand."""
    people = tuple(author for author, chairs in _members(text, match) if chairs)
    return Mentors(people, "advisor", match.span()) if people else None


def _members(text: str, match: re.Match[str]) -> Iterator[tuple[Author, bool]]:
    """The people of a committee, and whether each is called its chair or an advisor."""
    for author in split_authors(text, *match.span("names")).authors:
        bare = re.sub(r"\s*\([^()]*\)?$", "", author.name)
        end = author.start + len(text[author.start : author.end].split("(")[0].rstrip())
        if is_person(bare) or is_shaped(bare):
            yield replace(author, name=bare, end=end), bool(_HEADS.match(text, end))


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


def people_from(text: str, start: int) -> tuple[Author, ...]:
    """The people with whom a text goes on at a place, up to the first words that name nobody."""
    stop = _END.search(text, start)
    people: list[Author] = []
    for author in split_authors(text, start, stop.start() if stop else len(text)).authors:
        if not (is_person(author.name) or is_shaped(author.name)):
            break
        people.append(author)
    return tuple(people)


def _called(match: re.Match[str]) -> str:
    if match["abroad"] or match["french"]:
        return "advisor"
    word = (match["label"] or match["verb"] or match["noun"]).casefold().split()[-1]
    if word.startswith(("advi", "superv", "guid", "direct", "co-advi", "co-superv", "chair")):
        return "advisor"
    return "host" if word.startswith("host") else "mentor"
