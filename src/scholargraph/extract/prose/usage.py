"""Who uses a person's work: ``used by organizations such as A``, ``commercialized at B``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scholargraph.extract.prose.context import Prose
from scholargraph.extract.prose.phrases import organization_at
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.names.organizations import known_organization

_USED = re.compile(
    r"\b(?:used|adopted|deployed|integrated|employed|implemented|in use|put to use|"
    r"applied)\s+(?:[a-z]+\s+)?(?:by|at|in|within|across)\s+"
)
_SOLD = re.compile(r"\bcommerciali[sz]ed\s+(?:\w+\s+)?(?:by|at|through|in|with)\s+", re.I)
_JOINT = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,\s*(?:and\s+)?|;\s*|and\s+|&\s*)")


def tell_use(prose: Prose, sentence: Sentence) -> None:
    """``artifacts … used by organizations such as A and B``, ``commercialized at start-ups including C``."""
    if not re.search(rf"{prose.subject.possessive}|\b(?:its|these|our)\b", sentence.text):
        return
    for kind, pattern in (("workUsedBy", _USED), ("workCommercializedBy", _SOLD)):
        for match in pattern.finditer(sentence.text):
            _tell_users(prose, sentence, kind, match.end())


def _tell_users(prose: Prose, sentence: Sentence, kind: str, start: int) -> None:
    text = sentence.text
    such = re.compile(r"[^.;]{0,60}?\b(?:such as|including|like)\s+").match(text, start)
    described = text[start : such.end()] if such else ""
    company = bool(re.search(r"start-?ups?|compan(?:y|ies)|firms", described))
    for place in _organizations(prose, sentence, such.end() if such else start):
        for referent in prose.organizations(sentence, place):
            if company:
                values = {"organizationType": "company"}
                name = sentence.printed(*place)
                prose.telling.tell("organization", sentence.cite(), name, referent=referent, values=values)
            prose.link(kind, sentence.cite(), prose.subject.referent, referent)


def _organizations(prose: Prose, sentence: Sentence, start: int) -> Iterator[Place]:
    """Organisations in a row: known ones, and any capitalised names between them."""
    text, place = sentence.text, start
    while (found := organization_at(sentence, place, len(text), prose.subject)) is not None:
        name = text[slice(*found)]
        joint = name.rfind(" and ")
        if joint > 0 and not known_organization(name):
            yield Place(found.start, found.start + joint)
            yield Place(found.start + joint + 5, found.end)
        else:
            yield found
        following = _JOINT.match(text, found.end)
        if not following:
            return
        place = following.end()
