"""Posts that a sentence tells by its verb: ``joined``, ``worked for``, ``leads the X Lab``."""

from __future__ import annotations

import re

from scholargraph.extract.prose.appointments import tell_holding, tell_training
from scholargraph.extract.prose.context import Prose, lead_date, when_in
from scholargraph.extract.prose.employers import (
    organization_from,
    organization_in,
    tell_employer,
)
from scholargraph.extract.prose.founding import FOUNDING, tell_founding
from scholargraph.extract.prose.naming import is_organization
from scholargraph.extract.prose.phrases import Employer, organization_at
from scholargraph.extract.prose.positions import Post, tell_post
from scholargraph.extract.prose.roles import find_roles
from scholargraph.extract.prose.sentences import Place
from scholargraph.extract.prose.series import tell_each
from scholargraph.extract.prose.subject import Clause
from scholargraph.names.organizations import split_unit
from scholargraph.names.people import looks_like_person

_JOINING = re.compile(r"\b(?:join\w*|entered)$")
_HOLDING = re.compile(r"\b(?:hold|holds|held|holding|has|have)$")
_WORKING = re.compile(
    r"\b(?:work(?:s|ed|ing)?|served|serves|visit(?:s|ed)|intern(?:s|ed)|employed|based|appointed|"
    r"consult(?:s|ed)|taught|teach(?:es)?|lectured|spent|spends?|stayed|affiliated)$"
)
_RULING = re.compile(
    r"\b(?:co-?lead|co-?direct|lead|direct|head|run|manage|oversee|led|ran|oversaw|chair)(?:s|ed|d|ing)?$"
)
_MOVING = re.compile(r"\b(?:moved?|moving|went|came|returned?|relocated)$")
_TO = re.compile(r"\s+(?:back\s+|from\s+[^,;]+?\s+)?to\s+")
_TITLES = (
    ("co-lead", "co-lead"),
    ("colead", "co-lead"),
    ("co-direct", "co-director"),
    ("codirect", "co-director"),
    ("direct", "director"),
    ("head", "head"),
    ("manag", "manager"),
    ("chair", "chair"),
    ("", "lead"),
)
_RULED = re.compile(
    r"\b(?:lab(?:oratory)?|group|cent(?:er|re)|institute|team|program(?:me)?|department|"
    r"initiative|school|division|network|consortium|"
    r"museum|library|observatory|unit|faculty|foundation|academy|college|society|committee|hub|facility|ensemble|orchestra|choir|players)\b",
    re.I,
)
_UNNAMED = re.compile(
    rf"\s+(?:an?|the|my|his|her|their)\s+(?:[a-z][\w-]*\s+){{0,4}}?{_RULED.pattern}\s+at\s+"
)
_COMPANY = re.compile(r"\s*(?:closely )?(?:on|with (?!the\b))\b")
_BEING = re.compile(r"(?:^|\s|')(?:am|m|is|are|was|were|been)$")
_DOING = re.compile(r"\b(?:did|does|do|doing|complet\w+|finish\w+|pursu\w+|undertook|took)$")
_BEFORE = re.compile(r"\b(?:before|prior to|since|upon|while)\s*$", re.I)
_STAFF = re.compile(r"\s*(?:(?:the )?(?:faculty|staff|team) (?:at|of|in) )?")


def tell_occupations(prose: Prose, clause: Clause) -> None:
    """Tell the posts that the verb of a clause tells."""
    for verb, tell in _VERBS:
        if verb.search(clause.verb):
            tell(prose, clause)
            return


def _tell_joining(prose: Prose, clause: Clause) -> None:
    """``joined MIT as an assistant professor in 2010``; ``before joining MIT`` only names the place."""
    text = clause.sentence.text
    staff = _STAFF.match(text, clause.start, clause.end)
    employer = organization_from(
        prose, clause.sentence, Place(staff.end() if staff else clause.start, clause.end)
    )
    if employer is None or not (
        employer.words or is_organization(text[slice(*employer.place)]) or clause.tense != "present"
    ):
        return
    if re.match(r"\W*(?:before|prior to|until)\b", clause.lead, re.I) or (
        _BEFORE.search(clause.lead) and clause.verb.endswith("ing")
    ):
        tell_employer(prose, clause.sentence, employer)
        return
    when = when_in(text, employer.place.end, clause.end) or lead_date(clause)
    tell_post(prose, clause, Post(_title_as(clause, employer), employer, when))


def _tell_working(prose: Prose, clause: Clause) -> None:
    """``worked for X``, ``interned at Y (2022) and at Z (2023)``: without a title, or as an intern."""
    text, sentence = clause.sentence.text, clause.sentence
    span = Place(clause.start, clause.end)
    employer = (organization_from if clause.verb.startswith("visit") else organization_in)(
        prose, sentence, span
    )
    if employer is None and (paid := re.compile(r"\s+for\s+").match(text, *span)):
        employer = organization_from(prose, sentence, Place(paid.end(), clause.end))
        employer = None if employer and looks_like_person(text[slice(*employer.place)]) else employer
    if clause.verb.endswith("appointed") and not re.match(r"\s*(?:in|at)\s", clause.rest):
        return
    if employer is None or _COMPANY.match(text[clause.start : employer.start]):
        return
    again = prose.employer == (sentence, employer)
    title = _title_as(clause, employer) or _verb_title(clause)
    tell_each(prose, clause, title, employer, employer.place.end if again else clause.start)


def _tell_moving(prose: Prose, clause: Clause) -> None:
    """``moved from A to B as a research scientist``: only with its title a post."""
    match = _TO.match(clause.sentence.text, clause.start, clause.end)
    employer = organization_from(prose, clause.sentence, Place(match.end(), clause.end)) if match else None
    title = _title_as(clause, employer) if employer else ""
    if employer and title:
        when = when_in(clause.sentence.text, employer.place.end, clause.end) or lead_date(clause)
        tell_post(prose, clause, Post(title, employer, when))


def _tell_being_with(prose: Prose, clause: Clause) -> None:
    """``he was with NTT Laboratories``, ``now at X``: a post without a title."""
    text = clause.sentence.text
    match = re.compile(r"\s*(?:currently |now )?(?:with|at) ").match(text, clause.start, clause.end)
    employer = organization_from(prose, clause.sentence, Place(match.end(), clause.end)) if match else None
    named = employer and (
        is_organization(text[slice(*employer.place)]) or clause.sentence.marked_from(employer.place.start)
    )
    if employer and named:
        when = when_in(text, employer.place.end, clause.end) or lead_date(clause)
        tell_post(prose, clause, Post("", employer, when))


def _tell_ruling(prose: Prose, clause: Clause) -> None:
    """``leads the X Lab at Y``: only what is called a lab, a group, a centre … is led as a post."""
    place = organization_at(clause.sentence, clause.start, clause.end, prose.subject)
    title = next(title for verb, title in _TITLES if clause.verb.split()[-1].startswith(verb))
    if place is None:
        _tell_ruling_unnamed(prose, clause, title)
    elif _RULED.search(clause.sentence.text[slice(*place)]):
        when = when_in(clause.sentence.text, place.end, clause.end) or lead_date(clause)
        units = prose.organizations(clause.sentence, place)
        _tell_above(prose, clause, place, units)
        tell_post(prose, clause, Post(title, Employer(place, "", "", place.start), when, units=units))


def _tell_ruling_unnamed(prose: Prose, clause: Clause, title: str) -> None:
    """``headed a junior research group at X``: a group without a name is led at its institution."""
    unnamed = _UNNAMED.match(clause.sentence.text, clause.start, clause.end)
    employer = (
        organization_from(prose, clause.sentence, Place(unnamed.end(), clause.end)) if unnamed else None
    )
    if employer and is_organization(clause.sentence.text[slice(*employer.place)]):
        when = when_in(clause.sentence.text, employer.place.end, clause.end) or lead_date(clause)
        tell_post(prose, clause, Post(title, employer, when))


def _tell_above(prose: Prose, clause: Clause, place: Place, units: tuple[str, ...]) -> None:
    """``at X, where she leads the Y Lab``: the lab belongs to X, if no other parent is printed."""
    sentence, employer = prose.employer or (None, None)
    spelt_out = re.sub(r"^[A-Z][\w&*-]{1,11}\s*\((.+)\)$", r"\1", clause.sentence.text[slice(*place)])
    printed = split_unit(spelt_out)
    if (
        employer
        and sentence is clause.sentence
        and re.search(r"\bwhere\b", clause.sentence.text[employer.place.end : clause.start])
        and len(printed) == 1
    ):
        for above in prose.organizations(clause.sentence, employer.place)[:1]:
            prose.link("parentOrganization", clause.sentence.cite(), units[0], above)


def _title_as(clause: Clause, employer: Employer) -> str:
    """The title in ``as a research scientist``, before or after the organisation."""
    text = clause.sentence.text
    before = re.compile(r"[^.;,]*?\bas\s+").match(text, clause.start, employer.start)
    after = re.compile(r"[^.;]*?\bas\s+").match(text, employer.place.end, clause.end)
    named = before or after or (re.search(r"\bas$", clause.verb) and re.compile("").match(text, clause.start))
    role = next(find_roles(text, named.end(), clause.end), None) if named else None
    return role[0].text if role else ""


def _verb_title(clause: Clause) -> str:
    """``intern``; ``worked for X`` says no title."""
    return "intern" if clause.verb.split()[-1].startswith("intern") else ""


_VERBS = (
    (_JOINING, _tell_joining),
    (_MOVING, _tell_moving),
    (FOUNDING, tell_founding),
    (_BEING, _tell_being_with),
    (_DOING, tell_training),
    (_HOLDING, tell_holding),
    (_WORKING, _tell_working),
    (_RULING, _tell_ruling),
)
