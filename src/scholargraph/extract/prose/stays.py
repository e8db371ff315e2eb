"""Posts named in passing: ``after a postdoc at X``, ``after six years at Y as a staff scientist``."""

from __future__ import annotations

import re

from scholargraph.extract.prose.context import Prose, when_in
from scholargraph.extract.prose.employers import organization_in
from scholargraph.extract.prose.positions import Post, tell_post
from scholargraph.extract.prose.roles import find_roles
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.series import tell_each
from scholargraph.extract.prose.subject import Clause

_ARTICLE = r"(?:(?:an?|his|her|my|their|two|completing|finishing|doing)\s+)*"
_TRAINED = (
    r"(?P<title>post-?doc\w*(?:\s+(?:training|research|work|studies|position|stay|fellowship|appointment)s?)?|"
    r"(?:[\w-]+\s+)?(?:residency|internship|clerkship))"
)
_INTERNING = re.compile(
    r"\b(?:through|during|from|via|including|several|multiple|two|three|completed|did)\s+"
    r"(?:(?:an?|my|his|her|several|multiple|two|three|research|summer|industry|industrial)\s+)*"
    r"(?P<title>internships?)(?=\s+(?:at|with|in)\b)"
)
_PASSING = re.compile(
    rf"(?:\b(?:after|following)|\b(?:moved|went|came|left|returned|relocated)\b[^.;]{{0,40}}\s"
    r"(?:for|to take up))"
    rf"\s+{_ARTICLE}(?:{_TRAINED}|(?:[\w-]+\s+){{0,3}}?(?:years?|months?|stints?|spells?|time))"
    r"(?=\s+(?:at|in|with)\b)",
    re.I,
)


def tell_stays(prose: Prose, sentence: Sentence) -> None:
    """Tell the posts that a sentence on something else names; a stay of some years needs a title."""
    interning, size = _INTERNING.search(sentence.text), len(sentence.text)
    first = organization_in(prose, sentence, Place(interning.end(), size)) if interning else None
    if interning and first and prose.subject.clauses(sentence):
        clause = Clause(sentence, "was", interning.end(), size, "past", interning.start())
        tell_each(prose, clause, "intern", first, interning.end())
        return
    match = _PASSING.search(sentence.text)
    if match is None or not prose.subject.clauses(sentence):
        return
    again = prose.subject.pattern.search(sentence.text, match.end())
    end = again.start() if again else len(sentence.text)
    employer = organization_in(prose, sentence, Place(match.end(), end))
    title = match["title"] or (_title_as(sentence, employer.place.end, end) if employer else "")
    if employer and title:
        when = when_in(sentence.text, employer.place.end, end)
        clause = Clause(sentence, "was", match.end(), end, "past", match.start())
        tell_post(prose, clause, Post(title, employer, when, span=Place(match.end(), end)))


def _title_as(sentence: Sentence, start: int, end: int) -> str:
    """The title in ``, most recently as a staff scientist``."""
    named = re.compile(r"[^.;]*?\bas\s+").match(sentence.text, start, end)
    role = next(find_roles(sentence.text, named.end(), end), None) if named else None
    return role[0].text if role else ""
