"""The names of subjects in a phrase: ``improving the safety of X, Y and Z methods`` → X, Y, Z."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scholargraph.extract.prose.sentences import Place
from scholargraph.extract.tables import pattern, words
from scholargraph.names.organizations import organization_type
from scholargraph.names.places import is_place

_MORE = re.compile(
    r",?\s*(?:with|and|having)?\s*(?:(?:an?|the|my|his|her|particular|special|main|current|"
    r"strong|recent)\s+)*(?:applications?|focus|emphasis|interests?|attention|focusing|focussing|"
    r"focused|expertise|specialization)\s+(?:in|to|on)\s+"
    r"|,\s+(?:like|e\.g\.)\s+"
    r"|,?\s*(?:including|such as|especially|particularly|in particular|specifically|ranging from|"
    r"e\.g\.,?|notably|as well as|more specifically)\s*,?\s*(?:in\s+|on\s+)?",
    re.I,
)
_CUT = re.compile(
    rf"\s+(?:{pattern('topic_ends.txt')})\b|(?<!\S)(?:how|why|whether|what)\s|\s\(?(?:19|20)\d\d|\.(?:\s|$)|[!?:]"
)
_LEAD = re.compile(rf"^(?:(?:{pattern('topic_leads.txt')})\s+)+", re.I)
_CROSSING = re.compile(
    r"\b(?:intersections?|interface|interplay|crossroads|nexus|boundary|"
    r"relations?(?:hip)?)(?: areas?)? (?:of|between)\b",
    re.I,
)
_GERUND = re.compile(rf"^(?:{pattern('topic_verbs.txt')})ing\b\s+(?:on\s+|about\s+|with\s+)?", re.I)
_FIELD_NAME = re.compile(
    r"(?:ics|ology|istry|nomy|graphy|scopy|metry|learning|vision|theory|philosophy|systems?|"
    r"security|privacy|languages?|geometry|algebra|analysis|data|networks?)$",
    re.I,
)
_NOT_TOPIC = re.compile(
    r"\b(?:I|we|my|our|how|what|why|whether|he|she|they|him|them|his|her|their|it|this|these|me|us|you)\b|"
    r"@|https?:|[\[\]]|"
    r"^(?:people|students|teaching|mentoring|others|everyone|children|family)$|^\W*$|\b(?:work|role|team|goal|interest)s?$",
    re.I,
)
_PEOPLES = re.compile(r"^[A-Z][a-z]+(?:an|ish|ese|ek|ch|ic|ern)$")
"""``Greek and Roman science`` is one subject."""
_HEADS = "|".join(sorted(words("topic_heads.txt")))
_HEAD = re.compile(rf"\s+(?:{_HEADS})$", re.I)
_PRAISE = re.compile(
    r"^\w+(?:able|ible|ive|ent|ant|ful|ous)(?:,? and|,) (?:\w+[ai]ble |(?=\w+(?:ive|[ea]nt|ful|ous) \w))",
    re.I,
)
_OBJECT = re.compile(
    r"^(?:the\s+)?(?:\w+\s+)?(?:investigation|development|study|understanding|use|application|exploration|examination|"
    r"improvement|creation|implementation)s? of (?:the )?",
    re.I,
)
_PURPOSE = re.compile(r"\s(?:for|within|across|against|under|with|from|between|among)\s")
_ASIDE = re.compile(r"\s*\([^()]*\)?$")
_ACRONYM = re.compile(r"\s*\([A-Z][\w-]{1,9}\)$")
_LONG, _MAX_WORDS = 6, 8
"""Words of a name: a longer one ends before ``for``; none has more than the second."""


def topic_parts(text: str, span: Place) -> Iterator[Place]:
    """What lies between ``with applications in``, ``such as``, each without what is said of it further on."""
    start = span.start
    for match in [*_MORE.finditer(text, *span), None]:
        end = match.start() if match else span.end
        for piece in _gerunds(text, _trimmed(text, start, end)):
            if piece.start < piece.end:
                yield piece
        start = match.end() if match else span.end


def _trimmed(text: str, start: int, end: int) -> Place:
    """Up to the relative clause or full stop."""
    lead = _LEAD.match(text[start:end])
    begin = start + lead.end() if lead else start + len(text[start:end]) - len(text[start:end].lstrip())
    cut = _CUT.search(text, begin, end)
    stop = cut.start() if cut else end
    return Place(begin, begin + len(text[begin:stop].rstrip(" ,;.-")))


def _gerunds(text: str, place: Place) -> Iterator[Place]:
    """The thing worked on: ``improving the ease of use of X`` → ``X``."""
    phrase = text[slice(*place)]
    gerund = _GERUND.match(phrase)
    if not gerund:
        yield place
        return
    joint = re.search(rf",? and (?={_GERUND.pattern[1:]})", phrase[gerund.end() :], re.I)
    end = gerund.end() + joint.start() if joint else len(phrase)
    of = phrase.rfind(" of ", gerund.end(), end)
    begin = of + 4 if of > 0 else gerund.end()
    yield _trimmed(text, place.start + begin, place.start + end)
    if joint:
        yield from _gerunds(text, Place(place.start + gerund.end() + joint.end(), place.end))


def topic_items(text: str, part: Place) -> Iterator[Place]:
    """The members of a list, each in its own words."""
    crossing = bool(_CROSSING.search(text[max(0, part.start - 40) : part.end]))
    for start, end in _split(text, part, crossing):
        for piece in _gerunds(text, _trimmed(text, start, end)):
            if (place := _named(text, piece)) is not None:
                yield place


def _named(text: str, place: Place) -> Place | None:
    """The words that name a subject, without praise, purpose and ``methods``; None if they name none."""
    for lead in (_OBJECT, _PRAISE):
        if match := lead.match(text[slice(*place)]):
            place = Place(place.start + match.end(), place.end)
    place = _short(text, place)
    name = text[slice(*place)]
    empty = all(word.strip(",'").casefold() in words("topic_fillers.txt") for word in name.split())
    too_long = len(name.split()) > _MAX_WORDS or len(name) < 2
    foreign = _NOT_TOPIC.search(name) or organization_type(name) == "university" or name.startswith("with ")
    foreign = foreign or is_place(name)
    return None if empty or too_long or foreign or (len(name) == 2 and not name.isupper()) else place


def _short(text: str, place: Place) -> Place:
    """Without an aside in brackets, ``methods`` at the end, and the purpose of a long name."""
    name = text[slice(*place)]
    if not _ACRONYM.search(name):
        name = _ASIDE.sub("", name)
    if len(name.split()) > _LONG and (purpose := _PURPOSE.search(name)) and " " in name[: purpose.start()]:
        name = name[: purpose.start()]
    bare = _HEAD.sub("", name)
    if " " in bare or bare.isupper():
        name = bare
    return Place(place.start, place.start + len(name.rstrip(" ,;")))


def _split(text: str, part: Place, crossing: bool) -> Iterator[tuple[int, int]]:
    phrase = re.sub(r"\([^()]*\)", lambda aside: "_" * len(aside[0]), text[slice(*part)])
    joints = list(re.finditer(r",\s*(?:and|or|&)\s+|[,;]\s*(?!\s)|\s+and\s+(?=in\s|on\s)", phrase))
    if not joints or crossing:
        joints = joints + [
            m for m in re.finditer(r"\s+(?:and|&)\s+", phrase) if crossing or _may_split(phrase, m)
        ]
    elif (last := re.search(r"\s+and\s+(?!.*\s+and\s)", phrase[joints[-1].end() :])) and joints[-1][
        0
    ].strip() == ",":
        joints.append(re.compile(r"\s+and\s+").search(phrase, joints[-1].end() + last.start()) or joints[-1])
    cuts = sorted({joint.span() for joint in joints})
    edges = [(0, 0), *cuts, (len(phrase), len(phrase))]
    for (_, start), (end, _) in pairwise(edges):
        if start < end:
            yield part.start + start, part.start + end


def _may_split(phrase: str, joint: re.Match[str]) -> bool:
    """``statistics and game theory`` are two; ``medieval art and architecture`` is one, and so is
    ``history and theory of X``."""
    left, right = phrase[: joint.start()].split(), phrase[joint.end() :].split()
    if _PRAISE.match(phrase):
        return False
    if _PEOPLES.search(left[-1]) and right and _PEOPLES.search(right[0]):
        return False
    if len(right) == 1 and len(left) >= 2:
        return bool(_FIELD_NAME.search(right[0]) and _FIELD_NAME.search(left[-1]))
    return not (len(left) == 1 and "of" in right)
