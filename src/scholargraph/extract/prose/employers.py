"""Which organisation a post or degree is at, and what the words before its name say it is."""

from __future__ import annotations

import re

from scholargraph.extract.prose.context import Prose
from scholargraph.extract.prose.naming import is_organization
from scholargraph.extract.prose.phrases import Employer, organization_at
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Clause
from scholargraph.names.organizations import holds_organization_word, known_organization, organization_type
from scholargraph.names.people import looks_like_person
from scholargraph.names.places import is_place

_KINDS = (
    ("nonprofit", r"(?i:non-?profit)(?: (?:research )?organi[sz]ation)?|NGO|charity|think tank"),
    ("company", r"start-?ups?|company|companies|firm|spin-?off|spinout"),
    ("group", r"(?:research )?(?:lab(?:oratory)?|group|team)|cent(?:er|re)|initiative"),
    ("", r"organi[sz]ations?|institut(?:e|ion)s?|society|foundation|institute"),
)
_KIND_WORDS = "|".join(f"(?:{words})" for _, words in _KINDS)
_DESCRIBED = re.compile(
    r"\s*(?i:(?:the|an?|my|our|his|her|another|several|two|its)\s+)?"
    rf"(?P<words>(?:(?!(?:at|in|of|on|and|with)\b)[\w'/-]+\s+){{0,5}}?(?:{_KIND_WORDS}))"
    r"(?:\s+(?:called|named|known as|at|of))?\s*,?\s+[\"']?"
    r"(?=[A-Z0-9]|[a-z]+[A-Z]|\w+\.(?:ai|io|org|com)\b)"
)
_PREPOSITION = re.compile(
    r",?\s+(?P<word>at|in|of|with|for|from|within|to|@|across|under)\s+|,\s+(?:the\s+)?|\s+\((?=[A-Z])"
)
_WHERE = re.compile(r"(?:\s*\([^()]*\))?(?:,?\s+in\s+(?:19|20)\d\d)?\s*,?\s+(?:where|(?:from|at|in) which)\s")
_MERGED = re.compile(
    r"(?:(?:has|have|was|were|is)\s+)?(?:been\s+|now\s+)?(?:joined|acquired|merged|bought|part of)\b"
)
_AND_AT = re.compile(r",?\s+and\s+(?:(?:at|for|with|in)\s+)?(?=the [A-Z]|[A-Z])")
_NEXT = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s+in\s+[A-Z][\w.' -]{2,30}(?:,\s+[A-Z][\w.]+)?)?\s*"
    r"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?:(?:at|for|with)\s+)?(?=(?:the )?[A-Z])"
)
_EDITION = re.compile(r"(?<=[A-Z])\s(?:19|20)\d\d\b|(?<=[A-Z])'\d\d\b")
"""A year right behind an acronym: ``CHI 2026`` is a conference."""
_PERIODICAL = re.compile(r"(?:\w+ )?(?:Journal|Proceedings|Transactions|Annals|Review|Letters|Bulletin)\b")
_NO_EMPLOYER = re.compile(r"Fortune \d+|(?:Bachelor|Master|Doctor)s?\b|PhD\b|Ph\.D")
_BESIDE = re.compile(r"(?:'s|,)?\s+(?:(?:research|own)\s+)?(?:group|lab|laboratory|team)\b")
_SINCE_YEARS = re.compile(
    r"\s(?:with|bringing|has|having)\s+(?:over|more than|nearly|almost)?\s*(?:\d|an? decade|decades)"
)
_RULED = re.compile(
    r"\b(?:director|head|found\w+|co-?found\w+|ceo|cto|cso|coo|president|chief|officer|chair\w*|"
    r"dean|leader|lead|pi|member|manager|editor|fellow|partner|residence)\b",
    re.I,
)


def organization_in(prose: Prose, sentence: Sentence, span: Place, role: str = "") -> Employer | None:
    """The first organisation named after a preposition or comma in ``text[start:end]``."""
    years = _SINCE_YEARS.search(sentence.text, *span)
    span = Place(span.start, years.start()) if years else span
    for match in _PREPOSITION.finditer(sentence.text, *span):
        found = organization_from(prose, sentence, Place(match.end(), span.end))
        if found and _PERIODICAL.match(sentence.text, found.place.start):
            return None
        if found and _fits(match["word"] or ",", sentence, found, role):
            return found
    return None


def next_employer(prose: Prose, clause: Clause, employer: Employer) -> Employer | None:
    """A further organisation in a row: ``at A (2019), B, and at C``."""
    text = clause.sentence.text
    joint = _NEXT.match(text, employer.place.end, clause.end) or _AND_AT.search(
        text, employer.place.end, clause.end
    )
    found = organization_from(prose, clause.sentence, Place(joint.end(), clause.end)) if joint else None
    if joint is None or found is None:
        return None
    name = text[slice(*found.place)]
    comma = "and" not in joint[0]
    known = (
        known_organization(name) or clause.sentence.marked_from(found.place.start) or organization_type(name)
    )
    return found if (known if comma else is_organization(name) or " " in name) else None


def organization_before(prose: Prose, clause: Clause) -> Employer | None:
    """``at the University of X, where she has been Y``: the organisation to which ``where`` points back."""
    text = clause.sentence.text
    points = list(_WHERE.finditer(text, 0, clause.start))
    if not points:
        return None
    for match in _PREPOSITION.finditer(text, 0, points[-1].start()):
        found = organization_from(prose, clause.sentence, Place(match.end(), points[-1].start()))
        if found and found.place.end == points[-1].start() and is_organization(text[slice(*found.place)]):
            return found
    return None


def organization_from(prose: Prose, sentence: Sentence, span: Place) -> Employer | None:
    """The organisation whose name, after ``the company`` or ``a startup called``, begins at the start of
    the place."""
    described = _DESCRIBED.match(sentence.text, *span)
    start = described.end() if described else span.start
    place = organization_at(sentence, start, span.end, prose.subject)
    if place is None or _NO_EMPLOYER.match(sentence.text, place.start) or _of_person(sentence, place):
        return None
    words = described["words"] if described else ""
    kind = (
        next((kind for kind, pattern in _KINDS if re.search(rf"\b(?:{pattern})$", words, re.I)), "")
        if words
        else ""
    )
    return Employer(place, kind, words, described.start("words") if described else place.start)


def _of_person(sentence: Sentence, place: Place) -> bool:
    """``Jane Doe in the X Center``, ``Jane Doe's lab at X``: a person, and where they are."""
    text = sentence.text
    head = re.match(r"(?P<name>.+?)(?:'s|\s+(?:in|at)\s)", text[slice(*place)])
    following = text[place.end :]
    name = head["name"] if head else text[slice(*place)] if _BESIDE.match(following) else ""
    sure = looks_like_person(name) and not is_organization(name)
    return (
        sure
        and not holds_organization_word(name)
        and (bool(head) or not is_organization(text[slice(*place)]))
    )


def tell_employer(prose: Prose, sentence: Sentence, found: Employer, end: int = 0) -> tuple[str, ...]:
    """Tell the organisation and what the words around its name (up to ``end``) say of it; gives its units."""
    referents = prose.organizations(sentence, found.place)
    if referents and (found.words or end):
        name = sentence.printed(*found.place)
        values = {"organizationType": found.type, "description": _description(sentence, found, end)}
        if any(values.values()):
            span = sentence.cite(found.start, max(end, found.place.end))
            prose.telling.tell("organization", span, name, referent=referents[0], values=values)
    return referents


def _description(sentence: Sentence, found: Employer, end: int) -> str:
    """``which provides …`` after the name, or the words before it where they say more than ``company``."""
    after = re.compile(r"(?:\s*\([^()]*\)|\s+in (?:19|20)\d\d)?,?\s+(?:which|that)\s+").match(
        sentence.text, found.place.end, max(end, found.place.end)
    )
    if after and after.end() < end and not _MERGED.match(sentence.text, after.end()):
        return sentence.printed(after.end(), end).rstrip(" .,;")
    return found.words if " " in found.words else ""


def _fits(preposition: str, sentence: Sentence, found: Employer, role: str) -> bool:
    text = sentence.text
    name = text[found.place.start : found.place.end]
    if found.words and preposition != ",":
        return True
    if re.search(r"\b(?:19|20)\d\d$|'\d\d$", name) or _EDITION.match(text, found.place.end):
        return False
    if preposition in ("at", "@", "within"):
        return True
    if is_organization(name):
        return preposition != "in" or not is_place(name)
    linked = sentence.marked_from(found.place.start) and not is_place(name)
    if linked and preposition == "in" and text[: found.place.start].endswith(" the "):
        return True
    if re.search(r"\beditor", role, re.I):
        return False
    advising = preposition == "to" and re.search(r"advis|consult", role, re.I)
    return bool(advising) or (preposition == "of" and bool(_RULED.search(role)))
