"""Degrees that are not named: told by the studies, or by the thesis."""

from __future__ import annotations

import re
from dataclasses import replace

from scholargraph.extract.prose.advice import advisors_in
from scholargraph.extract.prose.context import CONFIDENCE, LESS_SURE, Prose, lead_date, when_in
from scholargraph.extract.prose.degree_names import DEGREE, Found
from scholargraph.extract.prose.degrees import GRADUATE, THESIS, degrees_taken, relate_degree
from scholargraph.extract.prose.employers import (
    organization_before,
    organization_from,
    organization_in,
    tell_employer,
)
from scholargraph.extract.prose.naming import is_organization
from scholargraph.extract.prose.phrases import Employer
from scholargraph.extract.prose.sentences import Place
from scholargraph.extract.prose.subject import Clause

_STUDYING = re.compile(
    r"\b(?:stud(?:y|ied|ies|ying)|educated|trained|graduated|habilitated|read|attended|qualified)$"
)
_WRITING = re.compile(r"\b(?:wrote|written|did|(?:defend|complet|submitt?|finish|prepar)(?:ed|ing))$")
_AND_AT = re.compile(r"(?:,?\s+(?:and|as well as)(?:\s+then|\s+later)?|,)(?=\s+(?:at|from)\s)")
_NEXT_SCHOOL = re.compile(r"\s*\([^()]*\)\s*(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|and\s+)(?=(?:the )?[A-Z])")
"""Behind a school and its degree in brackets: another school."""
_BEING = re.compile(r"\b(?:am|is|was|'m)$")
_SUBJECT = re.compile(
    r"\s+((?!(?:an?|the|abroad|there|hard|with|under|for)\b)(?:(?!(?:at|from|in|with|under|to)\b)[\w-]+\s*){1,5})(?=\s(?:at|in|with|under)\b|,)"
)
_FURTHER_ON = re.compile(r",?\s+(?:where|receiving|earning|obtaining|completing|graduating)\b")


def tell_studies(prose: Prose, clause: Clause) -> None:
    """``studied history at A``, ``graduated from B in 2010``, ``wrote his thesis at C``."""
    if degrees_taken(clause):
        return
    text = clause.sentence.text
    thesis = THESIS.match(text, clause.start, clause.end)
    if thesis and _WRITING.search(clause.verb):
        _tell_thesis_degree(prose, clause, thesis)
    elif _STUDYING.search(clause.verb):
        _tell_schools(prose, clause)
    elif _BEING.search(clause.verb) and (graduate := GRADUATE.match(text, clause.start, clause.end)):
        _tell_schools(prose, replace(clause, start=graduate.end()))


def _tell_thesis_degree(prose: Prose, clause: Clause, thesis: re.Match[str]) -> None:
    """``wrote his doctoral thesis at X under B (JSD 2014)``: a degree told by its thesis."""
    text = clause.sentence.text
    named = re.compile(rf"\((?P<name>{DEGREE.pattern})").search(text, thesis.end(), clause.end)
    start = thesis.start("kind") if thesis["kind"] else thesis.end()
    name = named["name"] if named else thesis["kind"] or ""
    employer = organization_in(prose, clause.sentence, Place(thesis.end(), clause.end))
    employer = employer or organization_before(prose, clause)
    if employer or advisors_in(clause.sentence, Place(thesis.end(), clause.end)):
        when = when_in(text, thesis.end(), clause.end) or lead_date(clause)
        relate_degree(prose, clause, Found(name, start, clause.end), (employer, when))


def _tell_schools(prose: Prose, clause: Clause, listed: bool = False) -> None:
    """``studied history at A (BA, 1999) and at B``: the degree is not named, or only in brackets."""
    text, span = clause.sentence.text, Place(clause.start, clause.end)
    name_next = organization_from if listed else organization_in
    employer = name_next(prose, clause.sentence, span)
    if employer is None or not is_organization(text[slice(*employer.place)]) or _named_later(text, employer):
        return
    beside = _NEXT_SCHOOL.match(text, employer.place.end, clause.end)
    again = beside or _AND_AT.search(text, employer.place.end, clause.end)
    end = clause.end if again is None else again.end() if beside else again.start()
    _tell_school(prose, clause, employer, end)
    if again:
        _tell_schools(prose, replace(clause, start=again.end()), bool(beside))


def _tell_school(prose: Prose, clause: Clause, employer: Employer, end: int) -> None:
    text = clause.sentence.text
    subject = _SUBJECT.match(text, clause.start, clause.end)
    when = when_in(text, clause.start, end) or lead_date(clause)
    named = re.compile(rf"\s*\((?P<name>{DEGREE.pattern})").match(text, employer.place.end, end)
    values = {
        "degreeName": named["name"] if named else "",
        "field": subject[1].strip() if subject and clause.verb.startswith(("stud", "read")) else "",
        "startDate": when.start if when and when.start != when.end else "",
        "endDate": when.end if when else "",
    }
    roles = {
        "holder": prose.subject.referent,
        "organization": tell_employer(prose, clause.sentence, employer),
    }
    sure = CONFIDENCE if named else LESS_SURE
    passage = prose.evidence("degree", clause.sentence.cite(), sure)
    prose.telling.relate("degree", passage, roles, values)


def _named_later(text: str, employer: Employer) -> bool:
    """``trained at X, where she took an MSc``: the degree itself is told further on."""
    further = _FURTHER_ON.match(text, employer.place.end)
    return bool(further and DEGREE.search(text, further.end()))
