"""Names of degrees and their subjects in sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from scholargraph.extract.prose.naming import is_organization, is_subject
from scholargraph.extract.prose.persons import people_at
from scholargraph.extract.prose.roles import field_after
from scholargraph.extract.prose.sentences import Place
from scholargraph.extract.tables import pattern

DEGREE = re.compile(rf"(?<![\w.])(?:{pattern('degrees.tsv', 'text', 'any')})(?![\w'])(?:\s+[Dd]egrees?)?")
"""The name of a degree."""
_DATE_WORD = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|Spring|Summer|Autumn|Fall|Winter|early|late|mid)\b",
    re.I,
)
_HONOURS = re.compile(
    r"(?:\s+(?:degrees?|students?|candidates?)\b)?(?:,?\s+\(?(?:(?:summa |magna )?cum laude|"
    r"with (?:the highest |first[- ]class |high )?(?:honou?rs|distinction)|"
    r"\(?[Hh]ons?\.?\)|first[- ]class)\)?,?)?"
)
"""``degree``, ``student``, ``cum laude`` behind the name of a degree."""
_NO_DEGREE = re.compile(
    r"\b(?:honorary|honoris causa|accelerated|"
    r"(?:to|will) (?:pursue|study|complete|obtain|earn|do)(?: \w+){0,3})\s+$",
    re.I,
)
"""Words before a degree that is an honour, or only planned."""
_JOINT = re.compile(r"\s*(?:degrees?)?\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|/\s*)(?:an?\s+|his\s+|her\s+|my\s+)?")


class Found(NamedTuple):
    """One degree in a sentence: its name and where the words about it begin and end."""

    name: str
    start: int
    end: int


def degrees_in(text: str, start: int, end: int) -> list[Found]:
    """Names of degrees in order; each has the words up to the next. ``PhD student`` names none."""
    matches = [
        match
        for match in DEGREE.finditer(text, start, end)
        if not re.fullmatch(r"Associate|Undergraduate|Doctor", match[0])
        and not re.search(rf"(?:{DEGREE.pattern})\s*\($", text[start : match.start()])
        and not _NO_DEGREE.search(text[start : match.start()])
        and not (match[0].startswith("Dr") and people_at(text, match.end(), end))
        and not re.match(
            r"'s\b|\s+(?:students?|candidates?|thesis|theses|dissertation|advis\w+|supervis\w+|"
            r"fellow\w*|program|research|committee|cent(?:er|re)|hall|building)\b",
            text[match.end() :],
        )
    ]
    stops = [*(match.start() for match in matches), end][1:]
    names = (re.sub(r"(?<![a-z])\s+degrees?$", "", match[0].strip()) for match in matches)
    return [
        Found(name, match.start(), stop) for name, match, stop in zip(names, matches, stops, strict=False)
    ]


def field_of(text: str, degree: Found) -> Place | None:
    """Where the subject of the degree stands: ``in Computer Science``."""
    after = _HONOURS.match(text, degree.start + len(degree.name), degree.end)
    field = field_after(text, after.end() if after else degree.start + len(degree.name), degree.end)
    words = re.sub(r"(?:,?\s+(?:and|&))?[ ,.-]*$", "", field[1]) if field else ""
    words = re.sub(rf"\s+(?:and|&|,)\s+(?:{DEGREE.pattern}).*$", "", words)
    named = is_organization(words) and not is_subject(words)
    if not field or not words or named or _DATE_WORD.match(words):
        return None
    return Place(field.start(1), field.start(1) + len(words))


def shared_field(text: str, degree: Found, later: Sequence[Found]) -> Place | None:
    """``B.Eng. and M.Eng. in hydraulic engineering``: the subject of the next degree is that of both."""
    place = degree.start + len(degree.name)
    for other in later:
        joint = _JOINT.match(text, place)
        if joint is None or joint.end() != other.start:
            return None
        if field := field_of(text, other):
            return field
        place = other.start + len(other.name)
    return None


def is_doctorate(name: str) -> bool:
    """Whether a degree's name is that of a doctorate."""
    return bool(
        re.match(
            r"ph\.?\s?d|d\.?\s?phil|sc\.?d|dr\b|doctor|ed\.?d|[js]\.?[sj]\.?d|d\.?m\.?a|d\.?mus", name, re.I
        )
    )
