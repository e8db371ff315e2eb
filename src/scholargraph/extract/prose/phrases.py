"""Where names of organisations and people begin and end in running text."""

from __future__ import annotations

import re
from typing import NamedTuple

from scholargraph.extract.prose.roles import is_role
from scholargraph.extract.prose.subject import Subject
from scholargraph.extract.tables import rows
from scholargraph.names.organizations import known_organization, organization_type, split_unit
from scholargraph.names.people import looks_like_person, particles
from scholargraph.names.places import is_place, looks_like_city, place_kind

_WORD = re.compile(r"[^\s,;:()\[\]\"]+")
_ALWAYS_LINK = rows("name_links.tsv")["always"]
_LINKS = _ALWAYS_LINK | rows("name_links.tsv")["other"]
_SMALL_UNITS = rows("name_links.tsv")["unit"]
_UNIT_WORD = re.compile(
    r"\b(?:cent(?:er|re)|institut\w*|lab|laborator\w+|program(?:me)?|committee|council|school|"
    r"faculty|department|group|college|academy|"
    r"office|division|unit|museum|library|initiative|project|network|chair|hospital|clinic|trust|agency|"
    r"association|service|bureau|ministry|foundation|observatory)\b",
    re.I,
)
_NOT_ORGANIZATION = re.compile(
    r"^(?:I|We|He|She|They|It|My|Our|His|Her|This|That|Prof|Professor|Dr|Before|After|Since|PhD|"
    r"Ph\.D|Spring|Summer|Fall|Autumn|Winter|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday)\b\.?"
)
_TAIL = re.compile(r"(?:Inc|Ltd|LLC|Corp|GmbH|AG|S\.A|Co|PLC|BV)\b\.?$", re.I)
_ACRONYM = re.compile(r"\s*\(([A-Z][\w&*-]{1,11})\)")
_PREPOSITIONS = frozenset({"at", "in", "of", "for", "from", "on", "with"})
_TITLES = r"(?:(?:prof(?:essors?|s)?|drs?|mr|mrs|ms|sir|dame)\.?\s+)"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Ž][\w'.-]*[\w]|[A-ZÀ-ÖØ-Ž]\.?)"
_PARTICLE = (
    "(?:"
    + "|".join(sorted(map(re.escape, particles() - {"in", "y", "i", "e"}), key=len, reverse=True))
    + r")"
)
_PERSON = re.compile(
    rf"(?P<titles>(?i:{_TITLES})*)(?P<name>{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_NAME_WORD}){{0,4}})"
)
_PERSON_JOINT = re.compile(rf"\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|und\s+)(?={_TITLES}*[A-ZÀ-Ž])", re.I)


class Place(NamedTuple):
    """``text[start:end]``."""

    start: int
    end: int


class Employer(NamedTuple):
    """An organisation named at a place, with the type and the words that describe it before its name."""

    place: Place
    type: str
    words: str
    start: int
    """Where the describing words begin."""


def organization_at(text: str, start: int, end: int, subject: Subject | None = None) -> Place | None:
    """The organisation whose name begins at ``start``, with its units, parent and place; None if none
    begins there.

    A comma after a company or a university does not lead on to another one: ``AI2, Meta`` are two.
    """
    article = re.compile(r"\s*(?:(?:the|The|a|an)\s+)?").match(text, start, end)
    begin = article.end() if article else start
    first = _WORD.match(text, begin, end)
    if not first or not _is_named(first[0]) or _NOT_ORGANIZATION.match(text[begin:end]):
        return None
    place = _spelt_out(text, begin, end) or _known_name(text, begin, end) or begin
    while (stop := _step(text, begin, place, end)) > place:
        place = stop
    if text[begin:place].endswith("'s"):
        place -= 2
    whole = text[begin:place].rstrip(" .&!?-") if not _TAIL.search(text[begin:place]) else text[begin:place]
    is_subject = subject is not None and re.fullmatch(subject.names_pattern, whole)
    return None if is_subject or not whole or is_role(whole) else Place(begin, begin + len(whole))


def _spelt_out(text: str, begin: int, end: int) -> int:
    """The end of an acronym with its full name in brackets: ``FMRL (Foundation Model Research Lab)``."""
    match = re.compile(r"[A-Z][\w&*-]{1,11}\s*\((?P<name>[A-Z][^()]+)\)").match(text, begin, end)
    return match.end() if match and _UNIT_WORD.search(match["name"]) else 0


def _known_name(text: str, begin: int, end: int) -> int:
    """The end of a known name of several words with ``and`` or ``for`` inside; 0 if there is none."""
    words = list(re.compile(r"\s*[^\s,;:()]+").finditer(text, begin, min(end, begin + 90)))
    joints = [i for i, word in enumerate(words[:10]) if word[0].strip() in ("and", "&", "for")]
    sizes = range(min(len(words), 10), joints[0] + 1, -1) if joints else ()
    ends = (words[size - 1].end() for size in sizes if _is_named(words[size - 1][0].strip()))
    return next((stop for stop in ends if known_organization(text[begin:stop].rstrip("."))), 0)


def people_at(text: str, start: int, end: int) -> list[Place]:
    """The people named one after another from ``start`` on, without their titles: ``Prof. A. Bee and Cy
    Dee``."""
    found: list[Place] = []
    place = len(text[:start]) + len(text[start:end]) - len(text[start:end].lstrip())
    while person := _person(text, place, end, listed=bool(found)):
        found.append(person)
        joint = _PERSON_JOINT.match(text, _after_aside(text, person.end, end), end)
        if not joint:
            break
        place = joint.end()
    return found


def _person(text: str, place: int, end: int, listed: bool = False) -> Place | None:
    """The name at a place; in a list of people (``listed``) two capitalised words will do."""
    match = _PERSON.match(text, place, end)
    if not match:
        return None
    name, titled = match["name"].rstrip("."), bool(match["titles"])
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
    aside = re.compile(r"\s*\([^()]{1,60}\)").match(text, place, end)
    return aside.end() if aside and _PERSON_JOINT.match(text, aside.end(), end) else place


def _step(text: str, begin: int, place: int, end: int) -> int:
    """The end of the next piece that still belongs to the name ``text[begin:place]``; ``place`` if there
    is none."""
    if place > begin and (acronym := _ACRONYM.match(text, place, end)):
        return acronym.end()
    if text[place : place + 1] == ",":
        return _after_comma(text, begin, place, end)
    space = re.compile(r"\s*").match(text, place, end)
    word = _WORD.match(text, space.end() if space else place, end)
    if not word or (place > begin and _ended(text, begin, place)):
        return place
    if word[0].rstrip(".") in _SMALL_UNITS and place > begin:
        return word.start() + len(word[0].rstrip("."))
    if word[0].casefold() in _LINKS and place > begin:
        return _after_link(text, begin, place, word)
    if _is_named(word[0]) and not (place > begin and _NOT_ORGANIZATION.match(text[word.start() : end])):
        return (
            word.start()
            + len(word[0].rstrip("."))
            + (1 if _TAIL.search(word[0]) and word[0].endswith(".") else 0)
        )
    return place


def _ended(text: str, begin: int, place: int) -> bool:
    """A full stop that ends the sentence, not ``Inc.``."""
    return text[place : place + 1] in ".!?" or (
        text[place - 1] == "." and not _TAIL.search(text[begin:place])
    )


def _after_link(text: str, begin: int, place: int, link: re.Match[str]) -> int:
    """Past ``of the``, ``and``, ``at`` and the word that follows, if that still belongs to the name."""
    words = re.compile(r"\s*([^\s,;:()]+)")
    last, links = link, [link[0].casefold()]
    following = words.match(text, last.end())
    while following and following[1].casefold() in _LINKS:
        links.append(following[1].casefold())
        last, following = following, words.match(text, following.end())
    if not following or not _is_named(following[1]) or _NOT_ORGANIZATION.match(following[1]):
        return place
    so_far, rest = text[begin:place], text[following.start(1) :]
    parts_phrases = len(links) > 1 and links[0] in ("and", "&") and links[1] in _PREPOSITIONS
    if parts_phrases or not all(_may_link(word, so_far, rest) for word in links):
        return place
    return following.start(1) + len(following[1].rstrip("."))


def _may_link(link: str, so_far: str, rest: str) -> bool:
    phrase = re.split(r"[,;:.()]|\s(?:from|since|where|with|as|who|which|working|under|in|at)\s", rest)[0]
    if link in _ALWAYS_LINK or link in ("-", "&"):
        return True
    if link == "at":
        return is_organization(so_far) or not looks_like_person(so_far)
    if link == "and":
        return (
            not is_role(phrase)
            and not _starts_role(phrase)
            and (_UNIT_WORD.search(so_far) is not None or is_organization(phrase))
        )
    if link == "in":
        return is_organization(phrase) and not is_place(phrase)
    return bool(_UNIT_WORD.search(so_far))


def _starts_role(phrase: str) -> bool:
    words = phrase.split()
    return any(is_role(" ".join(words[:n])) for n in range(1, min(6, len(words)) + 1))


def _after_comma(text: str, begin: int, place: int, end: int) -> int:
    """Past a comma, if what follows is a legal form, a place or another unit."""
    match = re.compile(r",\s*([^,;:()]+)").match(text, place, end)
    if not match:
        return place
    piece = re.split(
        r"\s+(?:from|since|where|with|who|which|under|until|working|as|(?:19|20)\d\d|on|is|was|"
        r"has|and (?:the |a |an )?(?:I|he|she|they|is|was|has))\b|\.(?:\s|$)",
        match[1],
    )[0].rstrip()
    stop = match.start(1) + len(piece)
    if _TAIL.fullmatch(piece) or piece.rstrip(".") in ("Inc", "Ltd", "LLC"):
        return stop
    if place_kind(piece) or (
        not _whole(text[begin:place], piece)
        and _is_named(piece.split()[0] if piece else "")
        and is_organization(piece)
        and not _starts_role(piece)
    ):
        return stop
    region = re.compile(r",\s*([\w. ]+?)(?=[,;.)]|\s(?:from|since|where)|$)").match(text, stop, end)
    return (
        stop
        if looks_like_city(piece) and region and place_kind(region[1]) in ("region", "code", "country")
        else place
    )


def _whole(first: str, second: str) -> bool:
    """Whether both names are of organisations that are no parts of one another."""
    kinds = [
        known.type if (known := known_organization(name)) else organization_type(name)
        for name in (first, second)
    ]
    return not _UNIT_WORD.search(first) and all(
        kind in ("university", "company", "nonprofit") for kind in kinds
    )


def is_organization(text: str) -> bool:
    """Whether the words are known as, or say they are, an organisation; capitals alone may be an acronym
    of one."""
    text = re.sub(r"^(?:the|The)\s+", "", text.strip())
    named = known_organization(text) or organization_type(text) or re.fullmatch(r"[A-Z&]{3,6}", text)
    return bool(named) or any(known_organization(unit) for unit in split_unit(text)[1:])


def _is_named(word: str) -> bool:
    """A word of a name: a capital or a capital inside (``eBay``, ``xAI``), or an address
    (``deeplearning.ai``)."""
    return (
        bool(re.match(r"[\"'(]?[A-ZÀ-ÖØ-Ž]|\d+[A-Z]|[a-z]+[A-Z]|\w+\.(?:ai|org|com|io)\b", word))
        or (word[:1].isdigit() and not re.match(r"\d{2,4}\b", word))
        or word in ("&",)
    )
