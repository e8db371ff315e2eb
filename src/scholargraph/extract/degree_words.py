"""The words of degrees and of what stands beside them, compiled once."""

from __future__ import annotations

import re

from scholargraph.extract.tables import pattern


def _words(key: str) -> str:
    return pattern("degree_words.tsv", key)


_BESIDE = (
    rf"(?:\s*\((?:Hons?\.?|Honou?rs|Distinction|(?i:{_words('honour')})|with (?:honou?rs|distinction)"
    r"|Mod|Oxon\.?|Cantab\.?|Res|Econ|Tech|Eng|Sci|Ed|[A-Z]{1,4})\)|\s+Hons?\b\.?)?"
)
DEGREE = re.compile(rf"(?<![\w.])(?:{pattern('degrees.tsv', 'entry', 'any')}){_BESIDE}(?!\w)")
"""A degree with honours in brackets: ``B.Sc. (Hons)``."""
GENERIC = re.compile(r"Promoti(?:on|e)|Doctorate?|Doktorat|Doctoral")
"""Degrees that say less than the name in brackets behind them: ``Promotion (Dr. phil.)``."""
SCHOOL = re.compile(rf"\b(?:{_words('school')})\b", re.IGNORECASE)
HONOURS = re.compile(rf"(?<!\w)(?:{_words('honour')})(?!\w)", re.IGNORECASE)
SUBJECT = re.compile(rf"(?:{_words('subject')})$", re.IGNORECASE)
"""How the name of a field ends, though it may hold a word of organisations: ``Museum Studies``."""
NO_FIELD = re.compile(rf"^(?:{_words('honour')}|{_words('no field')})$", re.IGNORECASE)
STATE = re.compile(rf"\(?\b(?:{_words('state')})\b\)?")
THESIS = re.compile(
    r"(?:\b(?:ph\.?d\.?|doctoral|master'?s?|m\.?sc?\.?|bachelor'?s?|honou?rs|undergraduate|senior)\s+)?"
    r"\b(?:(?:thesis|dissertation|th[èe]se|tesis|tesi|tese|proefschrift|(?:doktor|master|bachelor|diplom|magister)arbeit"
    r"|habilitationsschrift)(?:\s+(?:title|topic|project|doctoral|de \w+|di \w+))?"
    r"|(?<!\w )(?:title|titre|titel|t[íi]tulo|titolo|topic))\s*(?::|,|–|-|\.(?=\s+[“\"«„])|(?=[“\"«„]))\s*",
    re.IGNORECASE,
)
"""What announces the title of a thesis."""
QUOTED = re.compile(r"[“\"„«]([^“”\"«»]+)[”\"»]")
GRADE = re.compile(
    r"\b(?:C?GPA|grade(?: point)?(?: average)?|average(?: score)?|score)\b\s*(?:of|is)?\s*[:=]?\s*"
    r"([\d.]+\s*(?:/|out of)\s*[\d.]+%?|[\d.]*\d%?)",
    re.IGNORECASE,
)
RANK = re.compile(
    r"\brank(?:ing|ed)?\b\s*[:=]?\s*(?:as\s+)?((?:top\s+)?\d[\w.%]*\s*(?:(?:/|out of|of|among)\s*\d+)?"
    r"(?:\s+(?:in|of|among)\s+[A-Z][^.;,]*)?)",
    re.IGNORECASE,
)
