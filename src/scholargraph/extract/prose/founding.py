"""Organisations that a person founded, what is said of them, and who bought them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scholargraph.extract.prose.context import Prose, lead_date, when_in
from scholargraph.extract.prose.employers import organization_from, tell_employer
from scholargraph.extract.prose.naming import is_organization
from scholargraph.extract.prose.phrases import Employer, organization_at
from scholargraph.extract.prose.positions import Post, tell_post
from scholargraph.extract.prose.sentences import Place
from scholargraph.extract.prose.subject import Clause

FOUNDING = re.compile(
    r"\b(?:co-?)?(?:found(?:ed|s|ing)?|start(?:ed|s)?|launch(?:ed|es)?|establish(?:ed|es)?)$"
)
"""Verbs of founding."""
_NEXT_FOUNDED = re.compile(r",?\s+(?:and|as well as)\s+(?:also\s+)?(?=(?:the|an?)\s|[A-Z])|,\s+(?=the\s)")
_SERIES = re.compile(
    r"\b(?:Seminar|Workshop|Conference|Symposium|Colloquium|Journal|Review|Podcast|Blog|Newsletter|Course|"
    r"School on|Prize|Award)s?\b"
)
"""Names of events and series: who starts one founds no organisation."""
_NEAR_DATE = re.compile(r"\s*\([^()]*\)|,?\s+(?:in|since|from|around|back in)\s+[^,.;()]{4,30}")
_JOINED = re.compile(
    r"\b(?:joined|(?:was|been|were)?\s*acquired by|merged (?:into|with)|became (?:a )?part of|"
    r"(?:is )?now (?:a )?part of|bought by)\s+"
)


def tell_founding(prose: Prose, clause: Clause) -> None:
    """``co-founded the company A (2023), which …, and the nonprofit B (2023)``."""
    if clause.verb.endswith("ing") and " " not in clause.verb:
        return
    title = "co-founder" if clause.verb.split()[-1].startswith("co") else "founder"
    for employer, end in _founded(prose, clause):
        text, place = clause.sentence.text, employer.place
        if _SERIES.search(text[slice(*place)]):
            continue
        units = tell_employer(prose, clause.sentence, employer, end)
        near = _NEAR_DATE.match(text, place.end, end)
        when = (when_in(text, *near.span()) if near else None) or lead_date(clause)
        tell_post(prose, clause, Post(title, employer, when, span=Place(place.end, place.end), units=units))
        if joined := _JOINED.search(text, place.end, end):
            owner = organization_at(clause.sentence, joined.end(), end, prose.subject)
            for unit in prose.organizations(clause.sentence, owner)[:1] if owner else ():
                prose.link("parentOrganization", clause.sentence.cite(employer.start, end), units[0], unit)


def _founded(prose: Prose, clause: Clause) -> Iterator[tuple[Employer, int]]:
    """Each organisation founded, and where what is said of it ends."""
    text, start = clause.sentence.text, clause.start
    employer = organization_from(prose, clause.sentence, Place(start, clause.end))
    while employer:
        following: Employer | None = None
        end = clause.end
        for joint in _NEXT_FOUNDED.finditer(text, employer.place.end, clause.end):
            following = organization_from(prose, clause.sentence, Place(joint.end(), clause.end))
            near = joint.start() == employer.place.end
            if following and (near or following.words or is_organization(text[slice(*following.place)])):
                end = joint.start()
                break
            following = None
        yield employer, end
        employer = following
