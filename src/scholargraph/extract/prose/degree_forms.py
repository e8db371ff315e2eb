"""Degrees told without a verb of their own: in brackets, in passing, on a line, as a student's title."""

from __future__ import annotations

import re
from dataclasses import replace

from scholargraph.extract.prose.context import Prose
from scholargraph.extract.prose.degree_names import DEGREE, Found, degrees_in
from scholargraph.extract.prose.degrees import TAKING, relate_degree, tell_degree
from scholargraph.extract.prose.employers import organization_in
from scholargraph.extract.prose.positions import speaks_of_other
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Clause


def tell_owned_degree(prose: Prose, sentence: Sentence) -> None:
    """``After her habilitation in 2006 at LMU Munich, …``, ``My PhD is from …``: a degree named in
    passing."""
    lead = (
        rf"(?:^|\b(?i:after|following|upon|before|prior to|with|for))\s*(?:completing\s+|"
        rf"finishing\s+|receiving\s+)?(?:{prose.subject.possessive}|\ban?)\s+(?:\w+\s+)?(?={DEGREE.pattern})"
    )
    for match in re.finditer(lead, sentence.text):
        end = _passing_end(prose, sentence.text, match.end())
        clause = Clause(sentence, "", match.end(), end, "past")
        if not any(
            TAKING.search(other.verb) and other.start <= match.end() < other.end
            for other in prose.subject.clauses(sentence)
        ):
            for degree in degrees_in(sentence.text, match.end(), end)[:1]:
                tell_degree(prose, clause, degree, [])


def _passing_end(prose: Prose, text: str, start: int) -> int:
    """Where what is said in passing ends: at a comma outside brackets, or where the person is named again."""
    stops = [
        re.compile(r"(?:[^,()]|\([^()]*\))*").match(text, start),
        re.compile(r"\b(?:I|we|he|she|they)\b").search(text, start),
        prose.subject.pattern.search(text, start),
    ]
    return min(stop.end() if i == 0 else stop.start() for i, stop in enumerate(stops) if stop)


def tell_bracketed_degrees(prose: Prose, sentence: Sentence) -> None:
    """``Jane Doe (Ph.D., UCLA, 1991; B.A., Rice University, 1984)``: degrees behind the name."""
    behind = rf"(?:{prose.subject.names_pattern})\s*\((?=(?:{DEGREE.pattern}))([^()]{{8,240}})\)"
    match = re.search(behind, sentence.text)
    found = degrees_in(sentence.text, *match.span(1)) if match else []
    for i, degree in enumerate(found):
        clause = Clause(sentence, "", degree.start, degree.end, "past")
        tell_degree(prose, clause, degree, found[i + 1 :])


def tell_degree_line(prose: Prose, sentence: Sentence) -> bool:
    """``PhD in Chemistry, University of Graz, 2010``: a degree without a verb; whether there was one."""
    found = list(degrees_in(sentence.text, 0, len(sentence.text)))
    if (
        not found
        or speaks_of_other(sentence.text)
        or found[0].start > 25
        or re.search(r"\b(?:I|we|he|she|they)\s+\w", sentence.text)
        or re.match(
            r"\s*(?:student|candidate|thesis|advis|supervis)",
            sentence.text[found[0].start + len(found[0].name) :],
            re.I,
        )
    ):
        return False
    clause = Clause(sentence, "", 0, len(sentence.text), "past")
    if organization_in(prose, sentence, Place(found[0].start, len(sentence.text))) is None:
        return False
    for i, degree in enumerate(found):
        tell_degree(prose, clause, degree, found[i + 1 :])
    return True


def tell_ongoing_degree(prose: Prose, clause: Clause) -> None:
    """``is a PhD student in law at X``: a degree not yet taken."""
    sentence, place, employer = prose.studies or (None, None, None)
    if sentence is not clause.sentence or place is None or employer is None:
        return
    prose.studies = None
    named = re.compile(rf"(?P<name>{DEGREE.pattern})\s+(?:student|candidate)s?$").search(
        sentence.text[: place.start], max(0, clause.start - 1)
    )
    if named:
        now = replace(clause, verb="pursuing", tense="present")
        found = Found(named["name"], named.start("name"), clause.end)
        relate_degree(prose, now, found, (employer, None))
