"""Degrees told in sentences: ``received my PhD from …``, ``completed his Ph.D. in … at … with … (2014 -
2020)``."""

from __future__ import annotations

import re
from typing import NamedTuple

from scholargraph.extract.dates import DateRange, find_years
from scholargraph.extract.prose.advice import advisors_in, is_advice, tell_mentorship
from scholargraph.extract.prose.context import Prose, cite_both, lead_date, mark, when_in
from scholargraph.extract.prose.employers import (
    organization_before,
    organization_from,
    organization_in,
    tell_employer,
)
from scholargraph.extract.prose.phrases import Employer, Place, is_organization, people_at
from scholargraph.extract.prose.positions import speaks_of_other
from scholargraph.extract.prose.roles import field_after
from scholargraph.extract.prose.sentences import Sentence
from scholargraph.extract.prose.subject import Clause
from scholargraph.extract.prose.theses import tell_thesis
from scholargraph.extract.tables import pattern

DEGREE = re.compile(
    rf"(?<![\w.])(?:{pattern('prose_degrees.txt')}|{pattern('degrees.txt')})(?![\w'])(?:\s+[Dd]egrees?)?"
)
"""The name of a degree."""
_TAKING = re.compile(
    r"\b(?:receiv\w*|earn\w*|obtain\w*|complet\w*|finish\w*|got|gets?|did|do|doing|does|holds?|"
    r"held|holding|ha[sd]|have|having|gain\w*|awarded|graduat\w*|"
    r"pursu\w*|defend\w*|took|taken|conferred|is|was|habilitated|read|granted|submitted|wrote|written)$"
)
_GIVEN = re.compile(r"\b(?:awarded|granted|conferred|given)$")
_PURSUING = re.compile(r"\b(?:pursuing|pursue|pursues|doing|completing|finishing|working towards?)\b")
THESIS = re.compile(
    r"\s+(?:an?|the|his|her|my|their)\s+(?:(?P<kind>Ph\.?D\.?|D\.?Phil\.?|doctoral|[Mm]aster's)\s+)?"
    r"(?:thesis|dissertation)\b(?!\s+(?:advis|committee|supervis|student|exam|prize|award))"
)
"""``his doctoral thesis``, as what someone wrote or defended."""
_WHERE = re.compile(
    r"\s*,?\s*where\s+(?:\w+\s+){1,3}?(?:work|stud|train|research)\w*\s+(?:closely\s+)?(?:under|with)\s+"
)
_LOOK_AHEAD = 2


class Found(NamedTuple):
    """One degree in a sentence: its name and where the words about it begin and end."""

    name: str
    start: int
    end: int


def tell_degrees(prose: Prose, clause: Clause) -> None:
    """Tell the degrees that a clause says the person took."""
    bare = re.search(r"\b(?:is|was|has|have|had)$", clause.verb)
    if bare and not re.match(r"\s*(?:also |both )?(?:an?|his|her|my|their)\s", clause.rest):
        return
    found = degrees_taken(clause)
    for i, degree in enumerate(found):
        _tell_degree(prose, clause, degree, found[i + 1 :])


def degrees_taken(clause: Clause) -> list[Found]:
    """The degrees that a clause says were taken; a doctoral thesis is none."""
    text = clause.sentence.text
    if not _TAKING.search(clause.verb) or THESIS.match(text, clause.start, clause.end):
        return []
    return _degrees(text, clause.start, clause.end)


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
            _TAKING.search(other.verb) and other.start <= match.end() < other.end
            for other in prose.subject.clauses(sentence)
        ):
            for degree in _degrees(sentence.text, match.end(), end)[:1]:
                _tell_degree(prose, clause, degree, [])


def _passing_end(prose: Prose, text: str, start: int) -> int:
    """Where what is said in passing ends: at a comma outside brackets, or where the person is named again."""
    stops = [
        re.compile(r"(?:[^,()]|\([^()]*\))*").match(text, start),
        re.compile(r"\b(?:I|we|he|she|they)\b").search(text, start),
        prose.subject.pattern.search(text, start),
    ]
    return min(stop.end() if i == 0 else stop.start() for i, stop in enumerate(stops) if stop)


def tell_degree_line(prose: Prose, sentence: Sentence) -> bool:
    """``PhD in Chemistry, University of Graz, 2010``: a degree without a verb; whether there was one."""
    found = list(_degrees(sentence.text, 0, len(sentence.text)))
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
        _tell_degree(prose, clause, degree, found[i + 1 :])
    return True


def _degrees(text: str, start: int, end: int) -> list[Found]:
    """Names of degrees in order; each has the words up to the next. ``PhD student`` names none."""
    matches = [
        match
        for match in DEGREE.finditer(text, start, end)
        if not re.fullmatch(r"Associate|Undergraduate|Doctor", match[0])
        and not re.search(rf"(?:{DEGREE.pattern})\s*\($", text[start : match.start()])
        and not re.match(
            r"'s\b|\s+(?:students?|candidates?|thesis|theses|dissertation|advis\w+|supervis\w+|"
            r"fellow\w*|program|research|committee)\b",
            text[match.end() :],
        )
    ]
    stops = [*(match.start() for match in matches), end][1:]
    names = (re.sub(r"(?<![a-z])\s+degrees?$", "", match[0].strip()) for match in matches)
    return [
        Found(name, match.start(), stop) for name, match, stop in zip(names, matches, stops, strict=False)
    ]


def _tell_degree(prose: Prose, clause: Clause, degree: Found, later: list[Found]) -> None:
    sentence = clause.sentence
    schools = (_school(prose, clause, other) for other in (degree, *later))
    employer = next(filter(None, schools), None) or organization_before(prose, clause)
    if employer is None and clause.verb.endswith("ing"):  # studied at X, receiving her PhD in 2011
        employer = organization_in(prose, sentence, Place(0, clause.start - len(clause.verb)), "")
    advised = advisors_in(sentence, Place(degree.start, degree.end))
    if employer is None and not advised and not _field(sentence.text, degree):
        return
    when = _respective(sentence.text, degree, later) or when_in(sentence.text, degree.start, degree.end)
    when = when or lead_date(clause)
    relate_degree(prose, clause, degree, (employer, when))


def _respective(text: str, degree: Found, later: list[Found]) -> DateRange | None:
    """The year of each of several degrees: ``in 1999, 2001, and 2004, respectively``."""
    last = later[-1] if later else degree
    if not re.search(r"\brespectively\b", text[last.start : last.end]):
        return None
    years = find_years(text[last.start : last.end])
    place = len(years) - 1 - len(later)
    return DateRange(years[place][0], years[place][0], False, (0, 0)) if place >= 0 else None


def relate_degree(
    prose: Prose, clause: Clause, degree: Found, more: tuple[Employer | None, DateRange | None]
) -> None:
    """Tell the relation, with advisors and thesis that this sentence or the next ones name."""
    (employer, when), sentence = more, clause.sentence
    advice = _advice(prose, clause, degree)
    last = advice[-1][0] if advice else sentence
    advisors = [(other, who) for other, places in advice for who in prose.people(other, places)]
    ongoing = bool(_PURSUING.search(clause.verb)) and clause.tense == "present"
    values = {
        "degreeName": degree.name,
        "field": sentence.printed(*field) if (field := _field(sentence.text, degree)) else "",
        "startDate": when.start if when and (when.start != when.end or ongoing) else "",
        "endDate": when.end if when and not ongoing else "",
    }
    roles = {
        "holder": prose.subject.referent,
        "organization": tell_employer(prose, sentence, employer) if employer else (),
        "advisor": [who for _, who in advisors],
        "thesis": tell_thesis(prose, sentence, degree.start),
    }
    passage = prose.evidence("degree", cite_both(prose.telling, sentence, last))
    prose.degree = prose.telling.relate("degree", passage, roles, values)
    prose.doctorate = is_doctorate(degree.name)
    for other, who in advisors:
        tell_mentorship(prose, other, who, "phd advisor" if prose.doctorate else "advisor", prose.degree)


def is_doctorate(name: str) -> bool:
    """Whether a degree's name is that of a doctorate."""
    return bool(
        re.match(
            r"ph\.?\s?d|d\.?\s?phil|sc\.?d|dr\b|doctor|ed\.?d|[js]\.?[sj]\.?d|d\.?m\.?a|d\.?mus", name, re.I
        )
    )


def _advice(prose: Prose, clause: Clause, degree: Found) -> list[tuple[Sentence, list[Place]]]:
    """Who advised a degree: named beside it, or in one of the next sentences, if that says nothing else."""
    sentence = clause.sentence
    if here := advisors_in(sentence, Place(degree.start, degree.end)):
        return [(sentence, here)]
    there = _WHERE.search(sentence.text, degree.start)
    if (
        there
        and there.start() < degree.end
        and (under := people_at(sentence.text, there.end(), len(sentence.text)))
    ):
        return [(sentence, under)]
    last = not DEGREE.search(sentence.text, degree.end)
    if last and (rest := advisors_in(sentence, Place(degree.end, len(sentence.text)), stated=True)):
        return [(sentence, rest)]
    where = sentence.text.rfind(" where ", 0, degree.start)
    alone_here = where >= 0 and _school(prose, clause, degree) is None
    if alone_here and (before := advisors_in(sentence, Place(where, degree.start), stated=True)):
        return [(sentence, before)]
    alone = is_doctorate(degree.name) or not any(
        is_doctorate(found.name) for found in _degrees(sentence.text, 0, len(sentence.text))
    )
    for other in prose.after(sentence)[: _LOOK_AHEAD if alone else 0]:
        if DEGREE.search(other.text) and not re.search(r"\badvis|\bsupervis", other.text):
            break
        whole = Place(0, len(other.text))
        if is_advice(prose, other) and (places := advisors_in(other, whole, stated=True)):
            prose.handled.add(mark(other))
            return [(other, places)]
    return []


def _school(prose: Prose, clause: Clause, degree: Found) -> Employer | None:
    """The school named after the degree; ``was awarded a PhD by X`` names it as giver."""
    sentence, field = clause.sentence, _field(clause.sentence.text, degree)
    start = field.end if field else degree.start + len(degree.name)
    giver = re.compile(r"\s+by\s+").match(sentence.text, start, degree.end)
    if giver and _GIVEN.search(clause.verb):
        return organization_from(prose, sentence, Place(giver.end(), degree.end))
    return organization_in(prose, sentence, Place(start, degree.end), "")


def _field(text: str, degree: Found) -> Place | None:
    """Where the subject of the degree stands: ``in Computer Science``."""
    after = re.compile(r"\s+degrees?").match(text, degree.start + len(degree.name), degree.end)
    field = field_after(text, after.end() if after else degree.start + len(degree.name), degree.end)
    words = re.sub(r"(?:\s+(?:and|&))?[ ,.-]*$", "", field[1]) if field else ""
    return (
        Place(field.start(1), field.start(1) + len(words))
        if field and words and not is_organization(words)
        else None
    )
