"""Honours that bear a title: ``is a Fellow of the Royal Society``."""

from __future__ import annotations

import re

from scholargraph.extract.prose.awards import GETTING, Award, lead_year, tell_award
from scholargraph.extract.prose.context import Prose
from scholargraph.extract.prose.phrases import organization_at
from scholargraph.extract.prose.sentences import Place
from scholargraph.extract.prose.subject import Clause

_RANK = (
    r"(?:(?i:senior|life|distinguished|elected|foreign|honorary|corresponding|ordinary|founding|charter)\s+)"
)
_HONOUR = re.compile(rf"\b(?P<name>(?P<rank>{_RANK}*)(?P<kind>[Ff]ellow|[Mm]ember) of (?:the )?)")
_AFTER_HONOUR = re.compile(r"\s*\([^()]*\)|\s+(?:in|since)\s+(?:19|20)\d\d")
_ACADEMY = re.compile(r"\b(?:academ\w*|royal|akademie|leopoldina)\b", re.I)
_SOCIETY = re.compile(
    r"\b(?:academ\w*|society|akademie|association|institution of|institute of physics|ieee|acm|"
    r"aaai|siam|ams|ieee|acl|aaas|ims|leopoldina|guild|royal)\b",
    re.I,
)


def tell_honours(prose: Prose, clause: Clause) -> None:
    """``is a Fellow of the Royal Society``: an honour, given by the society."""
    text = clause.sentence.text
    if not GETTING.search(clause.verb):
        return
    if re.search(r"\b(?:elected|inducted)$", clause.verb):
        _tell_election(prose, clause)
    for match in _HONOUR.finditer(text, clause.start, clause.end):
        place = organization_at(clause.sentence, match.end(), clause.end, prose.subject)
        society = text[slice(*place)] if place else ""
        plain = match["kind"].lower() == "member" and not match["rank"] and not _ACADEMY.search(society)
        if place and _SOCIETY.search(society) and not plain and "committee" not in society.lower():
            name = Place(match.start("name"), place.end)
            after = _AFTER_HONOUR.match(text, place.end, clause.end)
            tell_award(
                prose,
                clause.sentence,
                Award(name, Place(match.start(), after.end() if after else place.end), lead_year(clause)),
                place,
            )


def _tell_election(prose: Prose, clause: Clause) -> None:
    """``was elected to the National Academy of X``: the academy's name is that of the honour."""
    sentence = clause.sentence
    match = re.compile(r"\s*(?:in\s+)?(?:to|into)\s+(?=the\s+[A-Z]|[A-Z])").match(sentence.text, clause.start)
    place = organization_at(sentence, match.end(), clause.end, prose.subject) if match else None
    if place and _ACADEMY.search(sentence.text[slice(*place)]):
        after = re.compile(r"\s*\([^()]*\)|\s+in\s+(?:19|20)\d\d").match(sentence.text, place.end)
        whole = Place(place.start, after.end() if after else place.end)
        tell_award(prose, sentence, Award(place, whole, lead_year(clause)), place)


def is_honour(title: str, organization: str) -> bool:
    """Whether a title at an organisation is an honour or a membership, not a post."""
    if re.fullmatch("member", title, re.I) and re.fullmatch(r"[A-Z-]+", organization):
        return True
    return bool(re.fullmatch(rf"{_RANK}*(?:fellow|member)", title, re.I)) and bool(
        _SOCIETY.search(organization)
    )
