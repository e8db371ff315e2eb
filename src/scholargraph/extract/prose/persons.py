"""Where names of people begin and end in running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.prose.sentences import Place
from scholargraph.names.organizations import known_organization, organization_type
from scholargraph.names.people import looks_like_person, particles

_STOP = r"(?:\.-?\s*|\s+)"
_TITLES = (
    rf"(?:(?i:(?:assoc|assist|asst|adjunct|emeritus|full|distinguished)\w*\.?\s+)?"
    rf"(?i:prof(?:essors?|s)?|drs?|mr|mrs|ms|mx|sir|dame|lord){_STOP}"
    rf"(?:(?:(?i:prof|dr)|[Ii]ng|[Ii]r|habil|rer|nat|phil|med|h|c|mult|em){_STOP})*)"
)
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Ž][\w'.-]*[\w]|[A-ZÀ-ÖØ-Ž]\.?)"
_NICKNAME = r"(?:\s+[(\"][A-ZÀ-Ž][\w.-]+[)\"])?"
_PARTICLE = (
    "(?:"
    + "|".join(sorted(map(re.escape, particles() - {"in", "y", "i", "e"}), key=len, reverse=True))
    + r")"
)
_NAME = rf"{_NAME_WORD}(?:{_NICKNAME}\s+(?:{_PARTICLE}\s+)*{_NAME_WORD}){{0,4}}"
_PERSON = re.compile(rf"(?P<titles>{_TITLES}?)(?P<name>{_NAME})")
_MARKED = re.compile(rf"(?P<titles>{_TITLES}?)(?P<name>{_NAME})\s*(?:\([^()]*\))?(?:,.*)?")
_JOINT = re.compile(
    rf"\s*(?:,\s*(?:(?:and|as well as)\s+)?|;\s*(?:and\s+)?|/\s*|and\s+(?:also\s+)?|&\s*|und\s+|"
    rf"as well as\s+|together with\s+)(?:with\s+|by\s+)?(?={_TITLES}?[A-ZÀ-Ž])",
    re.I,
)
_ASIDE = re.compile(r"\s*(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\])")


def people_at(text: str, start: int, end: int, marked: Sequence[Place] = ()) -> list[Place]:
    """The people named one after another from ``start`` on, without their titles: ``Prof. A. Bee and Cy
    Dee``; ``marked`` are the words in links or bold, each of which is one name."""
    found: list[Place] = []
    place = len(text[:start]) + len(text[start:end]) - len(text[start:end].lstrip())
    while person := _marked(text, place, end, marked) or _person(text, place, end, listed=bool(found)):
        found.append(person)
        joint = _JOINT.match(text, _after_aside(text, max(person.end, _end_of(marked, person)), end), end)
        if not joint:
            break
        place = joint.end()
    return found


def _end_of(marked: Sequence[Place], person: Place) -> int:
    """Where the marked words end of which a name is part."""
    return max((m.end for m in marked if m.start <= person.start and person.end <= m.end), default=0)


def _marked(text: str, place: int, end: int, marked: Sequence[Place]) -> Place | None:
    """The name that is the whole of a link, after its titles or before the link."""
    titled = re.compile(_TITLES).match(text, place, end)
    starts = {place, titled.end() if titled else place}
    for mark in marked:
        match = _MARKED.fullmatch(text, *mark) if mark.start in starts and mark.end <= end else None
        if match and _is_name(match["name"], bool(titled or match["titles"])):
            return Place(*match.span("name"))
    return None


def _is_name(name: str, titled: bool) -> bool:
    sized = 2 <= len(name.split()) <= 5 or (titled and len(name) > 2)
    return sized and not organization_type(name) and not known_organization(name)


def _person(text: str, place: int, end: int, listed: bool = False) -> Place | None:
    """The name at a place; in a list of people (``listed``) two capitalised words will do."""
    match = _PERSON.match(text, place, end)
    if not match:
        return None
    name, titled = re.sub(r"'s?$", "", match["name"].rstrip(".")), bool(match["titles"])
    while name:
        good = (
            looks_like_person(name)
            or (listed and 2 <= len(name.split()) <= 3)
            or (titled and " " not in name and len(name) > 2)
        )
        if good and organization_type(name) == "" and not known_organization(name):
            return Place(match.start("name"), match.start("name") + len(name))
        name = re.sub(r"(?:\s+[^\sA-ZÀ-Ž]\S*)*\s+\S+$", "", name) if " " in name else ""
    return None


def _after_aside(text: str, place: int, end: int) -> int:
    """Past ``(UC Berkeley)`` after a name."""
    aside = _ASIDE.match(text, place, end)
    return aside.end() if aside and _JOINT.match(text, aside.end(), end) else place
