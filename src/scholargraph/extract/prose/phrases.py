"""Where names of organisations and people begin and end in running text."""

from __future__ import annotations

import re
from typing import NamedTuple

from scholargraph.extract.prose.naming import UNIT_WORD, are_wholes, is_named, is_organization
from scholargraph.extract.prose.roles import is_role
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Subject
from scholargraph.extract.tables import pattern, rows
from scholargraph.names.organizations import known_organization, listed_unit
from scholargraph.names.people import looks_like_person
from scholargraph.names.places import is_place, looks_like_city, place_kind

_WORD = re.compile(r"[^\s,;:()\[\]\"]+")
_ALWAYS_LINK = rows("name_links.tsv")["always"]
_LINKS = _ALWAYS_LINK | rows("name_links.tsv")["other"]
_SMALL_UNITS = rows("name_links.tsv")["unit"]
_NOT_ORGANIZATION = re.compile(
    r"^(?:I|We|He|She|They|It|My|Our(?! Lady)|His|Her|This|That|Prof|Professor|Dr|Before|After|Since|PhD|"
    r"Ph\.D|Spring|Summer|Fall|Autumn|Winter|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday)\b\.?"
)
_TAIL = re.compile(r"(?:Inc|Ltd|LLC|Corp|GmbH|AG|S\.A|Co|PLC|BV)\b\.?$", re.I)
_SHORT = re.compile(
    r"(?:Dept|Univ|Inst|Lab|Labs|St|Mt|Ft|Fac|Sch|Coll|Acad|Natl|Nat|Int|Intl|Tech|Med|Hosp|Sci|Eng|Comp)\."
)
_ACRONYM = re.compile(r"\s*\(([A-Z][\w&*-]{1,11})\)")
_QUOTED = re.compile(r'\s+"[A-Z][^"]{2,50}"')
"""``Cluster of Excellence "X"``: the name of a unit in quotation marks."""
_DEGREE = re.compile(pattern("degrees.tsv", "text", "any"))
_FIELD_OF_UNIT = re.compile(
    r"\s+(?:for|of)\s+(?!(?:the|an?|my|our|his|her|their|which|more|about|over)\b)(?:[a-z-]+\s){0,3}?[a-z-]+"
    r"(?=\s+(?:where|at|in|with|under|from|and (?:the|at))\b|[,.;)]|\s*$)"
)
"""``for theoretical chemistry`` after ``the X center``."""
_OF_ARTS = re.compile(
    r"(?:University|College|Institute|Academy|School|Faculty) of (?:[A-Z]\w+, )?(?:(?:Applied|Health|Fine|"
    r"Natural|Social|Life|Political|Liberal) )?"
    r"(?:Sciences?|Arts?|Technology|Agriculture|Engineering|Economics?|Law|Finance|Medicine|Education|"
    r"Languages?|Mining|Mines|Music|Business|Management|Letters|Design|Theology|Petroleum|Forestry|Posts)$"
)
_PREPOSITIONS = frozenset({"at", "in", "of", "for", "from", "on", "with"})


class Employer(NamedTuple):
    """An organisation named at a place, with the type and the words that describe it before its name."""

    place: Place
    type: str
    words: str
    start: int
    """Where the describing words begin."""


def organization_at(sentence: Sentence, start: int, end: int, subject: Subject | None = None) -> Place | None:
    """The organisation whose name begins at ``start``, with its units, parent and place; None if none
    begins there.

    A comma after a company or a university does not lead on to another one: ``AI2, Meta`` are two. A name in
    a link ends where the link does.
    """
    text = sentence.text
    article = re.compile(r"\s*(?:both\s+)?(?:(?:the|The|a|an)\s+)?").match(text, start, end)
    begin = article.end() if article else start
    first = _WORD.match(text, begin, end)
    if not first or not is_named(first[0]) or _NOT_ORGANIZATION.match(text[begin:end]):
        return None
    place = _extent(sentence, begin, end)
    if text[begin:place].endswith("'s"):
        place -= 2
    whole = text[begin:place].rstrip(" .&!?-") if not _TAIL.search(text[begin:place]) else text[begin:place]
    whole = "" if _DEGREE.fullmatch(whole) else whole
    is_subject = subject is not None and re.fullmatch(subject.names_pattern, whole)
    return None if is_subject or not whole or is_role(whole) else Place(begin, begin + len(whole))


def _extent(sentence: Sentence, begin: int, end: int, commas: bool = True) -> int:
    """Where the name ends that begins at a place; without ``commas``, the part of it before one."""
    text = sentence.text
    place = _linked(sentence, begin, end) or _spelt_out(text, begin, end) or _known_name(text, begin, end)
    place = place or _listed(text, begin, end) or begin
    while (stop := _step(sentence, begin, place, end)) > place:
        if not commas and text[place : place + 1] == ",":
            break
        place = _to_border(sentence, place, min(stop, end))
    return place


def _linked(sentence: Sentence, begin: int, end: int) -> int:
    """The end of the link that is the whole name, the article before it aside; 0 if none is."""
    starts = (begin, begin - 4) if sentence.text[:begin].lower().endswith("the ") else (begin,)
    stop = max(sentence.marked_from(start) for start in starts)
    words = sentence.text[begin:stop]
    return stop if begin < stop <= end and _is_name(words) else 0


def _is_name(words: str) -> bool:
    """Whether words of a link are a name, not a phrase: all capitalised but small ones."""
    tokens = re.findall(r"[^\s,;:()]+", words)
    named = (is_named(word) or word.casefold() in _LINKS | _SMALL_UNITS for word in tokens)
    return 0 < len(tokens) <= 16 and all(named) and not is_role(words)


def _to_border(sentence: Sentence, place: int, stop: int) -> int:
    """A step into a link goes to its end."""
    for mark in sentence.marked:
        if mark.start < stop < mark.end and mark.start >= place and _is_name(sentence.text[slice(*mark)]):
            return mark.end
    return stop


def _listed(text: str, begin: int, end: int) -> int:
    """The end of a name with a list in it: ``School of History, Culture, and Tourism``; 0 if it is none."""
    size = listed_unit(text[begin : min(end, begin + 160)])
    return begin + size if size else 0


def _spelt_out(text: str, begin: int, end: int) -> int:
    """The end of an acronym with its full name in brackets: ``FMRL (Foundation Model Research Lab)``."""
    match = re.compile(r"[A-Z][\w&*-]{1,11}\s*\((?P<name>[A-Z][^()]+)\)").match(text, begin, end)
    return match.end() if match and UNIT_WORD.search(match["name"]) else 0


def _known_name(text: str, begin: int, end: int) -> int:
    """The end of a known name of several words with ``and`` or ``for`` inside; 0 if there is none."""
    words = list(re.compile(r"\s*[^\s,;:()]+").finditer(text, begin, min(end, begin + 90)))
    joints = [i for i, word in enumerate(words[:10]) if word[0].strip() in ("and", "&", "for")]
    sizes = range(min(len(words), 10), joints[0] + 1, -1) if joints else ()
    ends = (words[size - 1].end() for size in sizes if is_named(words[size - 1][0].strip()))
    return next((stop for stop in ends if known_organization(text[begin:stop].rstrip("."))), 0)


def _step(sentence: Sentence, begin: int, place: int, end: int) -> int:
    """The end of the next piece that still belongs to the name that begins at ``begin``; ``place`` if there
    is none."""
    text = sentence.text
    if place > begin and (acronym := _ACRONYM.match(text, place, end)):
        return acronym.end()
    if quoted := _QUOTED.match(text, place, end):
        return quoted.end() if place > begin and text[begin:place].split()[-1] != "the" else place
    if text[place : place + 1] == ",":
        return _after_comma(sentence, begin, place, end)
    space = re.compile(r"\s*").match(text, place, end)
    word = _WORD.match(text, space.end() if space else place, end)
    if not word or (place > begin and _ended(text, begin, place)):
        return place
    if word[0].rstrip(".") in _SMALL_UNITS and place > begin:
        return word.start() + len(word[0].rstrip("."))
    if place > begin and (field := _FIELD_OF_UNIT.match(text, place, end)):
        return field.end() if text[begin:place].split()[-1] in _SMALL_UNITS else place
    if word[0].casefold() in _LINKS and place > begin:
        return _after_link(text[:end], begin, place, word)
    apart = any(mark.end == place or mark.start == word.start() > begin for mark in sentence.marked)
    if apart and place > begin and not UNIT_WORD.match(word[0]):
        return place
    if is_named(word[0]) and not (place > begin and _NOT_ORGANIZATION.match(text[word.start() : end])):
        return (
            word.start()
            + len(word[0])
            - (0 if _keeps_stop(word[0]) else len(word[0]) - len(word[0].rstrip(".")))
        )
    return place


def _keeps_stop(word: str) -> bool:
    """Whether the full stop after a word is its own: ``Inc.``, ``Dept.``."""
    initial = re.fullmatch(r"[A-Z]\.", word)
    return bool(word.endswith(".") and (initial or _TAIL.search(word) or _SHORT.fullmatch(word)))


def _ended(text: str, begin: int, place: int) -> bool:
    """A full stop that ends the sentence, not ``Inc.``."""
    last = re.split(r"\s", text[begin:place])[-1]
    return text[place : place + 1] in ".!?" or (text[place - 1] == "." and not _keeps_stop(last))


def _after_link(text: str, begin: int, place: int, link: re.Match[str]) -> int:
    """Past ``of the``, ``and``, ``at`` and the word that follows, if that still belongs to the name."""
    words = re.compile(r"\s*([^\s,;:()]+)")
    last, links = link, [link[0].casefold()]
    following = words.match(text, last.end())
    while following and following[1].casefold() in _LINKS:
        links.append(following[1].casefold())
        last, following = following, words.match(text, following.end())
    if not following or not is_named(following[1]) or _NOT_ORGANIZATION.match(following[1]):
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
            and (
                UNIT_WORD.search(so_far) is not None
                or bool(_OF_ARTS.search(so_far))
                or is_organization(phrase)
            )
        )
    if link == "in":
        subject = re.search(r"\b(?:Program(?:me)?|Initiative|Unit|Chair)$", so_far)
        placed = any(is_place(" ".join(phrase.split()[:size])) for size in (1, 2, 9))
        return (is_organization(phrase) or bool(subject)) and not placed
    return bool(UNIT_WORD.search(so_far))


def _starts_role(phrase: str) -> bool:
    words = phrase.split()
    return any(is_role(" ".join(words[:n])) for n in range(1, min(6, len(words)) + 1))


def _after_comma(sentence: Sentence, begin: int, place: int, end: int) -> int:
    """Past a comma, if what follows is a legal form, a place or another unit."""
    text = sentence.text
    comma = re.compile(r",\s*(?:at\s+(?=(?:the\s+)?[A-Z]))?").match(text, place, end)
    if not comma or comma.end() >= end:
        return place
    if legal := re.compile(r"(?:Inc|Ltd|LLC|Corp|GmbH|Co)\b\.?(?=\W|$)").match(text, comma.end(), end):
        return legal.end()
    article = re.compile(r"(?:the|The)\s+").match(text, comma.end(), end)
    start = article.end() if article else comma.end()
    stop = _extent(sentence, start, end, commas=False) if is_named(text[start : start + 1]) else start
    piece = text[start:stop].rstrip(".")
    if place_kind(piece) or (
        piece
        and not are_wholes(text[begin:place], piece)
        and is_organization(piece)
        and not _starts_role(piece)
    ):
        return stop
    region = re.compile(r",\s*([\w. ]+?)(?=[,;.)]|\s(?:from|since|where)|$)").match(text, stop, end)
    is_region = region and place_kind(region[1]) in ("region", "code", "country")
    return stop if is_region and looks_like_city(piece) else place
