"""What is said of a degree beside its name: thesis, grade and rank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.blocks import Place, blank, tightened
from scholargraph.extract.dates import find_when
from scholargraph.extract.degree_lines import Degree
from scholargraph.extract.degree_words import DEGREE, GRADE, HONOURS, QUOTED, RANK, THESIS
from scholargraph.extract.mentors import find_mentors
from scholargraph.extract.post_lines import is_organization
from scholargraph.model import Block

_THESIS_END = re.compile(
    r"[.;,·|(]\s*(?=\(?\b(?:advis|supervis|committee|chair|gpa|mentor|co-advis|defended|(?:19|20)\d\d\b))"
    r"|\0|\n|$",
    re.IGNORECASE,
)


def find_thesis(block: Block, beside: bool = False) -> Place | None:
    """Where the title of a thesis stands: in a line that names one, or (``beside`` a doctorate) in one that
    has a title in quotes or italics."""
    match = THESIS.search(block.text)
    if not match:
        return _set_off(block) if beside else None
    text = blank(block.text, [m.at for m in find_mentors(block.text)])
    if quoted := QUOTED.match(text, match.end()):
        return tightened(text, *quoted.span(1))
    stop = _THESIS_END.search(text, match.end())
    place = tightened(text, match.end(), stop.start() if stop else len(text))
    return place if len(text[slice(*place)].split()) > 1 else None


def _set_off(block: Block) -> Place | None:
    """A title of three words or more in quotes or italics, that is no degree, school or honour."""
    quoted = [match.span(1) for match in QUOTED.finditer(block.text)]
    italic = [(mark.start, mark.end) for mark in block.marks if mark.kind == "italic"]
    for place in quoted + italic:
        words = block.text[slice(*place)]
        plain = not (
            DEGREE.search(words) or is_organization(words) or HONOURS.search(words) or find_when(words)
        )
        if len(words.split()) > 2 and plain and not find_mentors(words):
            return tightened(block.text, *place)
    return None


def find_grade(blocks: Sequence[Block]) -> str:
    """The first grade in figures (``4.0/4.0``), or else in words (``cum laude``)."""
    text = "\n".join(block.text for block in blocks)
    if match := GRADE.search(text):
        return match[1].strip().rstrip(".")
    honours = HONOURS.search(text)
    return honours[0].strip() if honours else ""


def find_rank(blocks: Sequence[Block], degree: Degree, alone: bool) -> str:
    """A rank (``1st/262``); one that names a department belongs to the degree of that department."""
    match = RANK.search("\n".join(block.text for block in blocks))
    if not match:
        return ""
    named = re.search(r"\b(?:department|school|faculty|class)\b", match[1], re.IGNORECASE)
    own = degree.department and degree.block.text[slice(*degree.department)] in match[1]
    return match[1].strip() if own or alone or not named else ""


def says_thesis(block: Block) -> bool:
    """Whether a line names a thesis."""
    return bool(THESIS.search(block.text))
