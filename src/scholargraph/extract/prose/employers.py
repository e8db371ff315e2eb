"""Which organisation a post or degree is at, and what the words before its name say it is."""

from __future__ import annotations

import re

from scholargraph.extract.prose.context import Prose
from scholargraph.extract.prose.phrases import Employer, Place, is_organization, organization_at
from scholargraph.extract.prose.sentences import Sentence
from scholargraph.extract.prose.subject import Clause
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
_WHERE = re.compile(r"(?:\s*\([^()]*\))?\s*,?\s+where\s")
_MERGED = re.compile(
    r"(?:(?:has|have|was|were|is)\s+)?(?:been\s+|now\s+)?(?:joined|acquired|merged|bought|part of)\b"
)
_PERIODICAL = re.compile(r"(?:\w+ )?(?:Journal|Proceedings|Transactions|Annals|Review|Letters|Bulletin)\b")
_RULED = re.compile(
    r"\b(?:director|head|found\w+|co-?found\w+|ceo|cto|cso|coo|president|chief|officer|chair\w*|"
    r"dean|leader|lead|pi|member|manager|editor|fellow|partner|residence)\b",
    re.I,
)


def organization_in(prose: Prose, sentence: Sentence, span: Place, role: str = "") -> Employer | None:
    """The first organisation named after a preposition or comma in ``text[start:end]``."""
    for match in _PREPOSITION.finditer(sentence.text, *span):
        found = organization_from(prose, sentence, Place(match.end(), span.end))
        if found and _PERIODICAL.match(sentence.text, found.place.start):
            return None
        if found and _fits(match["word"] or ",", sentence.text, found, role):
            return found
    return None


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
    place = organization_at(sentence.text, start, span.end, prose.subject)
    if place is None:
        return None
    words = described["words"] if described else ""
    kind = (
        next((kind for kind, pattern in _KINDS if re.search(rf"\b(?:{pattern})$", words, re.I)), "")
        if words
        else ""
    )
    return Employer(place, kind, words, described.start("words") if described else place.start)


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


def _fits(preposition: str, text: str, found: Employer, role: str) -> bool:
    name = text[found.place.start : found.place.end]
    if found.words and preposition != ",":
        return True
    if preposition in ("at", "@", "within"):
        return not re.search(r"\b(?:19|20)\d\d$|'\d\d$", name)
    if is_organization(name):
        return preposition != "in" or not is_place(name)
    if re.search(r"\beditor", role, re.I):
        return False
    advising = preposition == "to" and re.search(r"advis|consult", role, re.I)
    return bool(advising) or (preposition == "of" and bool(_RULED.search(role)))
