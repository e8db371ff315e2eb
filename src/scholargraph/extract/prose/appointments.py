"""Posts that are held or done: ``holds the X Chair at Y``, ``did her postdoc at Z``."""

from __future__ import annotations

import re
from dataclasses import replace

from scholargraph.extract.prose.context import Prose
from scholargraph.extract.prose.employers import organization_in
from scholargraph.extract.prose.naming import is_organization
from scholargraph.extract.prose.positions import tell_titles
from scholargraph.extract.prose.roles import field_after
from scholargraph.extract.prose.sentences import Place
from scholargraph.extract.prose.series import tell_each
from scholargraph.extract.prose.subject import Clause

_HELD_AS = re.compile(
    r"\s*(?:the|an?)?\s*(?:joint |dual )?(?:positions?|posts?|titles?|rank|role|appointments?) (?:of|as) "
)
_HELD = re.compile(
    r"\s*(?:the |an? |several |various |his |her |my )?"
    r"(?P<role>(?:[\w.'&-]+ ){0,6}?(?i:chair|professorship|fellowships?|appointments?|positions?|"
    r"posts?|lectureship|memberships?|readership))\b"
)
_AND_HELD = re.compile(r"(?:\s*\([^()]*\))?,?\s+and(?=\s+(?:an?|the)\s)")
_TRAINING = re.compile(
    r"\s*(?:an?|his|her|my|their)?\s*(?:(?:short|brief|long|one|two|three|first|second|\w+-year|\w+-month)\s+)*"
    r"(?P<title>"
    r"post-?doc\w*(?: (?:training|research|fellowship|work|studies|position|stay))?|"
    r"(?:[\w-]+ )?(?:residency|internships?|clerkship|fellowship|apprenticeship))\b"
)
_AND_TRAINED = re.compile(
    r",?\s+(?:and|followed by)"
    r"(?=\s+(?:(?:an?|his|her|my)\s+)?(?:[\w-]+\s+)?(?:residency|fellowship|internship|post-?doc))"
)


def tell_holding(prose: Prose, clause: Clause) -> None:
    """``holds the Jones Chair of Physics at …``, ``has held visiting positions at A and B``."""
    text = clause.sentence.text
    if named := _HELD_AS.match(text, clause.start, clause.end):
        tell_titles(prose, clause, named.end())
        return
    match = _HELD.match(text, clause.start, clause.end)
    field = field_after(text, match.end(), clause.end) if match else None
    bare = field if field and not is_organization(field[1].strip()) else match
    span = Place(bare.end() if bare else clause.end, clause.end)
    employer = organization_in(prose, clause.sentence, span)
    employer = employer or organization_in(prose, clause.sentence, span, "chair")
    if match and employer:
        end = span.start if employer.place.start > span.start else match.end()
        title = " ".join(text[match.start("role") : end].split()).rstrip(" ,")
        again = _AND_HELD.match(text, employer.place.end, clause.end)
        part = replace(clause, end=again.start()) if again else clause
        tell_each(prose, part, re.sub(r"(?<=ship)s$", "", title), employer, match.end())
        if again:
            tell_holding(prose, replace(clause, start=again.end()))


def tell_training(prose: Prose, clause: Clause) -> None:
    """``did his postdoctoral training at X``, ``completed a residency at Y``, ``took up a fellowship``."""
    text = clause.sentence.text
    if taken := re.compile(r"\s+up(?=\s)").match(text, clause.start, clause.end):
        tell_holding(prose, replace(clause, start=taken.end()))
        return
    match = _TRAINING.match(text, clause.start, clause.end)
    field = field_after(text, match.end(), clause.end) if match else None
    start = field.start() + len(field[0].rstrip(" ,")) if field and not is_organization(field[1]) else None
    start = start or (match.end() if match else clause.end)
    employer = organization_in(prose, clause.sentence, Place(start, clause.end)) if match else None
    if match and employer:
        again = _AND_TRAINED.search(text, employer.place.end, clause.end)
        part = replace(clause, end=again.start()) if again else clause
        tell_each(prose, part, " ".join(text[match.start("title") : start].split()), employer, start)
        if again:
            tell_training(prose, replace(clause, start=again.end()))
