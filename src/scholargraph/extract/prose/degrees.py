"""Degrees told in sentences: ``received my PhD from …``, ``completed his Ph.D. in … at … with … (2014 -
2020)``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.dates import DateRange, find_years
from scholargraph.extract.prose.advice import advisors_in, is_advice, tell_mentorship
from scholargraph.extract.prose.context import Prose, cite_both, lead_date, mark, when_in
from scholargraph.extract.prose.degree_names import (
    DEGREE,
    Found,
    degrees_in,
    field_of,
    is_doctorate,
    shared_field,
)
from scholargraph.extract.prose.employers import (
    organization_before,
    organization_from,
    organization_in,
    tell_employer,
)
from scholargraph.extract.prose.naming import is_organization
from scholargraph.extract.prose.persons import people_at
from scholargraph.extract.prose.phrases import Employer
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Clause
from scholargraph.extract.prose.theses import tell_thesis

TAKING = re.compile(
    r"\b(?:receiv\w*|earn\w*|obtain\w*|complet\w*|finish\w*|got|gets?|did|do|doing|does|holds?|"
    r"held|holding|ha[sd]|have|having|gain\w*|awarded|graduat\w*|acquir\w*|attain\w*|secur\w*|"
    r"pursu\w*|defend\w*|took|taken|conferred|is|was|habilitated|read|granted|submitted|wrote|written)"
    r"(?: as)?$"
)
_GIVEN = re.compile(r"\b(?:awarded|granted|conferred|given)$")
_PURSUING = re.compile(r"\b(?:pursuing|pursue|pursues|doing|completing|finishing|working towards?)\b")
THESIS = re.compile(
    r"\s+(?:an?|the|his|her|my|their)\s+(?:(?P<kind>Ph\.?D\.?|D\.?Phil\.?|doctoral|[Mm]aster's)\s+)?"
    r"(?:thesis|dissertation)\b(?!\s+(?:advis|committee|supervis|student|exam|prize|award))"
)
"""``his doctoral thesis``, as what someone wrote or defended."""
_NOW_ADVISED = re.compile(
    r"\b(?:am|is|'m)\s+(?:(?:(?!have been)[\w ]){0,40}\s)?(?:co-?)?(?:advised|supervised|mentored|guided)\b"
)
_WHERE = re.compile(
    r"\s*,?\s*where\s+(?:\w+\s+){1,3}?(?:work|stud|train|research)\w*\s+(?:closely\s+)?(?:under|with)\s+"
)
GRADUATE = re.compile(r"\s*(?:an?|the)\s+(?:[a-z]+\s+)?(?:graduate|alumn\w+)(?=\s+(?:of|from)\s)")
"""``is a graduate of``."""
_LOOK_AHEAD = 2


def tell_degrees(prose: Prose, clause: Clause) -> None:
    """Tell the degrees that a clause says the person took."""
    bare = re.search(r"\b(?:is|was|has|have|had)$", clause.verb)
    if bare and not re.match(r"\s*(?:also |both )?(?:an?|his|her|my|their)\s", clause.rest):
        return
    found = degrees_taken(clause)
    for i, degree in enumerate(found):
        tell_degree(prose, clause, degree, found[i + 1 :])


def degrees_taken(clause: Clause) -> list[Found]:
    """The degrees that a clause says were taken; a doctoral thesis is none."""
    text = clause.sentence.text
    if not TAKING.search(clause.verb) or THESIS.match(text, clause.start, clause.end):
        return []
    return degrees_in(text, clause.start, clause.end)


def tell_degree(prose: Prose, clause: Clause, degree: Found, later: list[Found]) -> None:
    sentence = clause.sentence
    schools = (_school(prose, clause, other) for other in (degree, *later))
    employer = (
        _school_before(prose, sentence, degree)
        or next(filter(None, schools), None)
        or organization_before(prose, clause)
    )
    if employer is None and ("graduat" in clause.verb or GRADUATE.match(clause.rest)):
        employer = organization_in(prose, sentence, Place(clause.start, degree.start), "")
    if employer is None and clause.verb.endswith("ing"):  # studied at X, receiving her PhD in 2011
        employer = organization_in(prose, sentence, Place(0, clause.start - len(clause.verb)), "")
    advised = advisors_in(sentence, Place(degree.start, degree.end))
    if employer is None and not advised and not field_of(sentence.text, degree):
        return
    when = _respective(sentence.text, degree, later) or when_in(sentence.text, degree.start, degree.end)
    when = when or lead_date(clause)
    relate_degree(prose, clause, degree, (employer, when), later)


def _school_before(prose: Prose, sentence: Sentence, degree: Found) -> Employer | None:
    """``at the University of X (BA, 1999)``: the school behind which the degree stands in brackets."""
    text, stop = sentence.text, degree.start - 1
    if stop < 1 or text[stop] != "(":
        return None
    stop = len(text[:stop].rstrip())
    starts = re.finditer(r"(?:\b(?:at|from|of|in|to|and)|[,;])\s+(?:the\s+)?(?=[A-Z])", text[:stop])
    found = (organization_from(prose, sentence, Place(start.end(), stop)) for start in starts)
    named = (
        one for one in found if one and one.place.end == stop and is_organization(text[slice(*one.place)])
    )
    return next(named, None)


def _respective(text: str, degree: Found, later: list[Found]) -> DateRange | None:
    """The year of each of several degrees: ``in 1999, 2001, and 2004, respectively``."""
    last = later[-1] if later else degree
    if not re.search(r"\brespectively\b", text[last.start : last.end]):
        return None
    years = find_years(text[last.start : last.end])
    place = len(years) - 1 - len(later)
    return DateRange(years[place][0], years[place][0], False, (0, 0)) if place >= 0 else None


def relate_degree(
    prose: Prose,
    clause: Clause,
    degree: Found,
    more: tuple[Employer | None, DateRange | None],
    later: Sequence[Found] = (),
) -> None:
    """Tell the relation, with advisors and thesis that this sentence or the next ones name.

    ``later``: the degrees named after it, which may share their subject with it.
    """
    (employer, when), sentence = more, clause.sentence
    advice = _advice(prose, clause, degree)
    last = advice[-1][0] if advice else sentence
    advisors = [(other, who) for other, places in advice for who in prose.people(other, places)]
    ongoing = is_ongoing(clause)
    field = field_of(sentence.text, degree) or shared_field(sentence.text, degree, later)
    values = {
        "degreeName": degree.name,
        "field": sentence.printed(*field) if field else "",
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
        if (other.block.start_line, other.start, who) in prose.mentored:
            continue
        tell_mentorship(prose, other, who, "phd advisor" if prose.doctorate else "advisor", prose.degree)


def is_ongoing(clause: Clause) -> bool:
    """``is pursuing her PhD``; not ``After completing her MA``."""
    done = re.search(r"\b(?:after|upon|before|since|having|by|following)\s*$", clause.lead, re.I)
    return bool(_PURSUING.search(clause.verb)) and clause.tense == "present" and not done


def _advice(prose: Prose, clause: Clause, degree: Found) -> list[tuple[Sentence, list[Place]]]:
    """Who advised a degree: named beside it, or in one of the next sentences, if that says nothing else."""
    sentence = clause.sentence
    if here := advisors_in(sentence, Place(degree.start, degree.end)):
        return [(sentence, here)]
    there = _WHERE.search(sentence.text, degree.start)
    if (
        there
        and there.start() < degree.end
        and (under := people_at(sentence.text, there.end(), len(sentence.text), sentence.marked))
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
        is_doctorate(found.name) for found in degrees_in(sentence.text, 0, len(sentence.text))
    )
    for other in prose.after(sentence)[: _LOOK_AHEAD if alone else 0]:
        if DEGREE.search(other.text) and not re.search(r"\badvis|\bsupervis", other.text):
            break
        if any(degrees_taken(own) for own in prose.subject.clauses(other)):
            break
        if _NOW_ADVISED.search(other.text) and not is_ongoing(clause):
            break
        whole = Place(0, len(other.text))
        if is_advice(prose, other) and (places := advisors_in(other, whole, stated=True)):
            prose.handled.add(mark(other))
            return [(other, places)]
    return []


def _school(prose: Prose, clause: Clause, degree: Found) -> Employer | None:
    """The school named after the degree; ``was awarded a PhD by X`` names it as giver."""
    sentence, field = clause.sentence, field_of(clause.sentence.text, degree)
    start = field.end if field else degree.start + len(degree.name)
    giver = re.compile(r"\s+by\s+").match(sentence.text, start, degree.end)
    if giver and _GIVEN.search(clause.verb):
        return organization_from(prose, sentence, Place(giver.end(), degree.end))
    return organization_in(prose, sentence, Place(start, degree.end), "")
