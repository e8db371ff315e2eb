"""Awards told in sentences: ``recipient of the 2023 X Prize from Y``, ``recognized with the Z best paper
award at OSDI'21``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from scholargraph.extract.known import tell_known
from scholargraph.extract.prose.context import Prose, lead_date
from scholargraph.extract.prose.naming import is_organization
from scholargraph.extract.prose.phrases import organization_at
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Clause
from scholargraph.names.organizations import known_organization

_NOUN = (
    r"(?:[Aa]wards?|[Pp]rizes?|[Mm]edals?|[Ff]ellowships?|[Ss]cholarships?|[Gg]rants?|"
    r"[Dd]istinctions?|[Hh]onou?rs?(?! (?:thesis|student))|[Mm]ention|"
    r"[Rr]unner-up|[Ff]inalist|[Pp]reis|[Cc]itation|Fellow(?= of\b)|[Ff]ellow(?=,|\.|$|\s\(|"
    r"\sin\s\d)|[Ll]aureate|[Ss]tipend|[Ss]potlight|[Rr]ising [Ss]tars?|"
    r"Innovators? [Uu]nder \d\d|\d\d [Uu]nder \d\d|[Hh]onorary [Dd]octorate|"
    r"[Ss]cholar(?= [Pp]rogram)?(?=,|\.|$|\s\(|\sin\s\d))"
)
_EXTENSION = (
    r"(?:\s+(?:for|in|of)\s+(?:the\s+)?[A-Z][\w'-]*(?:\s+(?:(?:of|in|and|for|the)\s+)*[A-Z][\w'-]*)*)?"
)
_LEADING_NOUN = (
    r"(?:(?:Grand |Premier )?Prix|Premio|Pr[eê]mio|M[eé]daille|Medalla|Bourse|Orden|Ordre)"
    r"(?:\s+(?:(?:de|du|des|del|la|le|der|di)\s+)*[A-ZÀ-Ž][\w'-]*)+"
)
_WHOLE = rf"[Hh]onorary (?:[Dd]octorate|[Dd]egree)(?: degree)?(?: of [A-Z]\w+)?|Rising Stars?{_EXTENSION}"
_TOLD = re.compile(r".*\b(?:received|won|earned|awarded)\s+(?:(?:the|an?)\s+)?", re.S)
_NAME = re.compile(
    rf"(?P<name>{_LEADING_NOUN}|{_WHOLE}|[\w\"'(][^,;]*?\b{_NOUN}(?![\w-])(?:\s+{_NOUN}(?![\w-]))*{_EXTENSION})"
)
GETTING = re.compile(
    r"(?<!\w)(?:receiv\w*|won|wins?|winning|earned|awarded|granted|honou?red|recogni[sz]ed|named|"
    r"elected|selected|appointed|got|holds?|held|obtained|been|is|am|was|are|'m|became|includes?|"
    r"given|present(?:ed)?)(?: as)?$"
)
_OPENER = re.compile(
    r"\s*(?:(?:with|by|as|for|to be|also|both|been|awarded|among others|"
    r"to (?:have )?(?:been )?(?:receiv|w[io]n|award)\w*)\s+)*"
)
_RECIPIENT = re.compile(r"\b(?:recipients?|winners?|holders?|awardees?|laureates?)\s+of\s+")
_BEING = re.compile(r"(?<!\w)(?:been|is|am|was|are|'m|became)$")
_LEAD = re.compile(
    r"(?:(?:the|an?|its|his|her|my|their|two|three|several|multiple|many|numerous|both|of|one of|"
    r"prestigious|inaugural|(?:honou?r|title|distinction) of|with|by|including|such as|as|also|various|other|"
    r"some|for|to|(?:[a-z]+ ){0,3}(?:awards?|honou?rs|prizes|distinctions|recognitions)(?: [a-z]+){0,4}?,?"
    r"(?= (?:including|such as)|:):?|awards?:?)\s+)*(?P<year>(?:19|20)\d\d(?:[-/]\d{2,4})?)?\s*",
    re.I,
)
_YEAR = re.compile(r"(?<![\d'])(?P<full>(?:19|20)\d\d)(?!\d)|(?<=[A-Za-z]) ?'(?P<short>\d\d)\b")
_RANKED = re.compile(
    r"\b(?:best|distinguished|outstanding|first|honorary|test[- ]of[- ]time|spotlight|oral)\b", re.I
)
_RECEIVER = re.compile(
    rf"\s*(?:an?|the)\s+(?:(?P<year>(?:19|20)\d\d)\s+)?(?P<name>(?:[A-Z][\w.&'-]*\s+(?:(?:of|for|in|and)\s+)*)+?"
    rf"{_NOUN})\s+(?:recipient|winner|awardee|holder|laureate|scholar)\b"
)
"""``is an NSF CAREER Award recipient``."""
_HOLDING = re.compile(r"\b(?:holds?|held)$")
_STAY = re.compile(r"\b(?:[Ff]ellowship|[Ss]cholarship|[Ss]tipend)s?\s+at\s+(?:the\s+)?[A-Z]")
_PERSON_NOUN = (
    r"(?:(?:co-?)?(?:students?|authors?|colleagues?|advis\w+|supervis\w+|mentors?|mentees?|founders?)|coauthors?|"
    r"postdocs?|wife|husband|partner|spouse|brother|sister|father|mother|son|daughter|friends?|collaborators?|"
    r"trainees?|graduates?|alumn\w+)"
)
_OWN_WORDS = rf"(?:(?!{_PERSON_NOUN}\b)[\w-]+\s+){{0,6}}?"
_VENUE = re.compile(r"\s+(?:at|from|of)\s+(?:the\s+)?(?P<venue>(?:[A-Z][\w&-]*\s?)+'?\d{2,4})\b")
_NEXT_VENUE = re.compile(r"(?:,|,? and)\s+(?:at\s+)?(?P<venue>(?:[A-Z][\w&-]*\s?)+'?\d{2,4})\b")
_SPLIT = re.compile(r",\s*(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+")


class Award(NamedTuple):
    """One award in a sentence: where its name stands, and where all the words about it."""

    name: Place
    whole: Place
    year: str = ""
    """The year said before the list."""


def tell_awards(prose: Prose, clause: Clause) -> None:
    """Tell the awards that a clause says the person received."""
    if _BEING.search(clause.verb) and (
        own := _RECEIVER.match(clause.sentence.text, clause.start, clause.end)
    ):
        place = Place(*own.span("name"))
        tell_award(prose, clause.sentence, Award(place, place, own["year"] or ""))
    elif GETTING.search(clause.verb):
        text, start, end = clause.sentence.text, clause.start, clause.end
        opener = _RECIPIENT.search(text, start, end)
        if opener is None and not _BEING.search(clause.verb):
            opener = _OPENER.match(text, start, end)
        stays = _HOLDING.search(clause.verb) and opener and _STAY.search(text, opener.end(), end)
        if opener and not stays:
            _tell_listed(prose, clause.sentence, Place(opener.end(), end), lead_year(clause))


def tell_given_awards(prose: Prose, sentence: Sentence) -> None:
    """``In 2015 the X Society awarded me the Y Prize``: the giver is the subject of the sentence."""
    me = "me" if prose.subject.speaks else f"her|him|them|{prose.subject.names_pattern}"
    match = re.search(
        rf"\s(?:awarded|gave|presented|honou?red)\s+(?:{me})\s+(?:with\s+)?(?=(?:the|an?|its|their)\s|[A-Z\d])",
        sentence.text,
    )
    if not match:
        return
    lead = re.match(r"(?:(?:In|in) ((?:19|20)\d\d),?\s+)?", sentence.text)
    giver = organization_at(sentence, lead.end() if lead else 0, match.start(), prose.subject)
    exact = giver if giver and giver.end == match.start() else None
    if exact:
        _tell_listed(prose, sentence, Place(match.end(), len(sentence.text)), (lead and lead[1]) or "", exact)


def tell_awards_of_work(prose: Prose, sentence: Sentence) -> bool:
    """``Her research has been recognized with …``, ``His honors include …``; whether the sentence was
    one of these."""
    headed = r"^(?:[A-Z][a-z]+\s+)?(?=(?i:awards|honou?rs|prizes)\b)"
    owned = rf"(?:{prose.subject.possessive}\s+{_OWN_WORDS}|{headed})"
    match = re.search(
        rf"{owned}(?:(?:has|have|was|were|is|are)\s+)?(?:also\s+)?(?:been\s+)?(?:recogni[sz]ed|"
        rf"honou?red|awarded|received|won|earned|distinguished|supported)"
        rf"(?:\s+(?:with|by|as))?\s+|{owned}(?:[Aa]wards?|[Hh]onou?rs|[Pp]rizes|distinctions|fellowships|"
        rf"recognitions?)(?:\s+and\s+\w+)?\s*(?:include|are|:)\s*",
        sentence.text,
    )
    if match:
        _tell_listed(prose, sentence, Place(match.end(), len(sentence.text)))
    return match is not None


def _tell_listed(
    prose: Prose, sentence: Sentence, span: Place, year: str = "", giver: Place | None = None
) -> None:
    """The awards of a list; ``year`` and ``giver`` are those said before it."""
    for award in _awards(sentence.text, span):
        tell_award(prose, sentence, award._replace(year=year), giver)


def _awards(text: str, span: Place) -> Iterator[Award]:
    """The awards of a list; an ``and`` inside a name parts nothing."""
    for start, end in _pieces(text, span):
        lead = _LEAD.match(text, start, end)
        begin = lead.end() if lead else start
        dated = re.compile(r"in (?:19|20)\d\d,? (?:(?:the|an?|his|her|my) )?").match(text, begin, end)
        begin = dated.end() if dated else begin
        told = _TOLD.match(text, begin, end)
        begin = told.end() if told else begin
        match = _NAME.match(text, begin, end)
        if match and _is_named(match["name"]):
            yield Award(_without_giver(text, Place(*match.span("name"))), Place(start, end))


def _without_giver(text: str, name: Place) -> Place:
    """``Prize of the X Society``: the name ends before the body that gives it."""
    for joint in re.finditer(r"\s+of\s+(?:the\s+)?(?=[A-Z])", text[slice(*name)]):
        head, tail = text[slice(*name)][: joint.start()], text[slice(*name)][joint.end() :]
        if re.search(rf"\b{_NOUN}$", head) and not head.lower().endswith("fellow") and is_organization(tail):
            return Place(name.start, name.start + joint.start())
    return name


def _pieces(text: str, span: Place) -> Iterator[tuple[int, int]]:
    start, noun = span.start, re.compile(rf"\b(?:{_NOUN}(?![\w-])|{_LEADING_NOUN})")
    for joint in _SPLIT.finditer(text, *span):
        after = text[joint.end() : span.end]
        if noun.search(text, start, joint.start()) and (
            noun.search(after) or joint[0].strip().startswith((",", ";"))
        ):
            if not re.match(r"(?:19|20)\d\d|[A-Z]{2,}", after) or noun.search(after):
                yield start, joint.start()
                start = joint.end()
        elif not noun.search(text, start, joint.start()) and (
            joint[0].startswith(",") or re.match(r"(?:an?|the|its|my|his|her)\s", after)
        ):
            start = joint.end()
    yield start, span.end


def _is_named(name: str) -> bool:
    """A proper name has a capital, or words before the noun: ``best paper award``; ``an award`` names
    none."""
    words = name.split()
    named = any(word[:1].isupper() or word[:1].isdigit() for word in words)
    return 2 <= len(words) <= 16 and (named or bool(_RANKED.search(name)))


def tell_award(prose: Prose, sentence: Sentence, award: Award, giver: Place | None = None) -> None:
    text = sentence.text
    referent = tell_known(prose.telling, "award", sentence.cite(*award.name), sentence.printed(*award.name))
    grantors = [
        who
        for place in ([giver] if giver else _grantors(prose, sentence, award))
        for who in prose.organizations(sentence, place)[:1]
    ]
    roles = {"recipient": prose.subject.referent, "award": referent, "grantor": dict.fromkeys(grantors)}
    for venue, year in _occasions(text, award):
        values = {"year": year, "venueAsPrinted": sentence.printed(*venue) if venue else ""}
        prose.telling.relate("awardReceipt", prose.evidence("awardReceipt", sentence.cite()), roles, values)


def _occasions(text: str, award: Award) -> Iterator[tuple[Place | None, str]]:
    """Where and when it was given: ``at ACL 2019 and EMNLP 2021`` are two occasions."""
    venue = _VENUE.match(text, award.name.end, award.whole.end)
    if venue is None:
        yield None, _year(text, award) or award.year
    while venue:
        place = Place(*venue.span("venue"))
        yield place, _year(text, Award(award.name, place)) or _year(text, award) or award.year
        venue = _NEXT_VENUE.match(text, place.end, award.whole.end)


def lead_year(clause: Clause) -> str:
    """The year before the subject: ``In 2014 she was elected``."""
    when = lead_date(clause)
    return when.start[:4] if when and when.start == when.end else ""


def _year(text: str, award: Award) -> str:
    """The year before or after the name: ``2023``, ``(2019)``, ``OSDI'21``."""
    for start, end in (
        (award.whole.start, award.name.start),
        (max(award.name.end, award.whole.start), award.whole.end),
    ):
        if match := _YEAR.search(text, start, end):
            return match["full"] or f"{'19' if int(match['short']) > 60 else '20'}{match['short']}"
    return ""


def _grantors(prose: Prose, sentence: Sentence, award: Award) -> Iterator[Place]:
    """Who gives it: named after ``from`` or ``by``, else a known organisation at the head of its name."""
    text = sentence.text
    for match in re.compile(r"\s(?:from|by|of)\s+(?=the\s|[A-Z])").finditer(
        text, award.name.end, award.whole.end
    ):
        place = organization_at(sentence, match.end(), award.whole.end, prose.subject)
        if place and is_organization(text[slice(*place)]):
            yield place
            return
    if owner := re.match(r"[A-Z][^']* [^']*(?='s\s)", text[slice(*award.name)]):
        if is_organization(owner[0]):
            yield Place(award.name.start, award.name.start + owner.end())
        return
    words = list(re.finditer(r"\S+", text[slice(*award.name)]))
    for size in range(min(len(words) - 1, 6), 0, -1):
        place = Place(award.name.start, award.name.start + words[size - 1].end())
        if known_organization(text[slice(*place)]):
            yield place
            return
