"""The verbs by which biographies tell facts, and their tenses."""

from __future__ import annotations

import re

from scholargraph.extract.tables import rows

ADVERB = (
    r"(?:\w+ly|also|now|then|first|just|soon|still|both|once|always|often|further|in addition|"
    r"at present|most recently"
    r"|in the past|in turn|proudly|very|so|concurrently|ever|again)"
)
_HELPER = (
    r"(?:(?<![\w'])(?:am|is|are|was|were|be|been|being|have|has|had|having|will|would)|'(?:m|re|ve|ll|d|"
    r"s(?= (?:a|an|the|also|been|currently|now)\b)))"
)
_REGULAR = rows("verbs.tsv")["regular"]
_IRREGULAR = rows("verbs.tsv")["irregular"]


def _inflected(verb: str) -> set[str]:
    """Base form, third person, past and participle of a regular verb."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y"):
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    ending = "es" if verb.endswith(("ch", "sh", "s", "x")) else "s"
    doubled = (
        {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"} if verb in ("admit", "focus", "intern") else set()
    )
    return {verb, f"{verb}{ending}", f"{stem}ed", f"{stem}ing"} | doubled


_FORMS = {form for verb in _REGULAR for form in _inflected(verb)} | _IRREGULAR
_MAIN = "|".join(sorted(map(re.escape, _FORMS), key=len, reverse=True))
VERB = re.compile(
    rf"(?:{_HELPER}(?:\s+{ADVERB})*\s+)*(?:(?<![\w'-])(?:{_MAIN}|Educated|Trained)|'(?:m|re)|'s(?= (?:an?|"
    rf"the) ))(?![\w'-])(?:\s+as(?=\s))?"
)
"""A verb with its helpers and adverbs between them: ``has recently been appointed as``."""

_FUTURE = re.compile(
    r"\bwill\b|'ll\b|\b(?:am|is|are|'m|'s|'re) (?:\w+ly )?(?:joining|starting|moving|becoming)\b", re.I
)
_PERFECT = re.compile(r"\b(?:have|has|'ve|had)\b.*\s\S|(?<!\w)'ve\b", re.I)
_PAST = re.compile(
    r"\b(?:was|were|became|led|ran|oversaw|held|won|got|did|took|taught|wrote|made|spent|had|"
    r"left|grew|born|remained|[\w-]+ed)\b",
    re.I,
)


def is_noun(verb: str, following: str, third_person: bool) -> bool:
    """Whether a bare form after ``and`` is a noun or a participle: ``and chair of``, ``, advised by``."""
    bare = verb in _REGULAR or verb in ("lead", "run", "study")
    return (
        (verb.endswith("ing") and " " not in verb.strip())
        or bool(re.match(r"\s+by\b", following))
        or (bare and (third_person or bool(re.match(r"\s+(?:of|at|,|and)\b", following))))
    )


def tense_of(verb: str) -> str:
    """``future``, ``perfect``, ``past`` or ``present``: ``has been`` is perfect, ``is joining`` future."""
    if _FUTURE.search(verb):
        return "future"
    if verb.lower().startswith("having "):
        return "past"
    if _PERFECT.search(verb):
        return "perfect"
    return "past" if _PAST.search(verb) and not re.search(r"\b(?:am|is|are|'m)\b", verb, re.I) else "present"
