"""People under ``PhD Students``, ``Postdocs``, ``Group``: mentored by the page's owner."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scholargraph.extract.known import tell_known
from scholargraph.extract.plain import plain
from scholargraph.extract.prose.phrases import people_at
from scholargraph.extract.telling import Telling, cite
from scholargraph.model import Block

_HEADING = re.compile(
    r"\b(?:students?|advisees?|mentees?|post-?docs?|postdoctoral (?:researchers|fellows|"
    r"scholars)|interns?|supervision|supervisees?|doktorand\w*|"
    r"(?:research |my |our )?(?:group|team|lab)(?: members)?|people|members|mentoring|advising)\b",
    re.I,
)
_NOT_GROUP = re.compile(
    r"\b(?:prospective|for students|join|openings?|courses?|teaching|awards?|activities|evaluations?)\b", re.I
)
_KINDS = (
    ("postdoc host", r"post-?\s?doc"),
    ("phd advisor", r"ph\.?\s?d|doctoral|doktorand"),
    ("internship mentor", r"\bintern"),
    (
        "advisor",
        r"\b(?:student|master|m\.?sc|undergrad|bachelor|b\.?sc|advisee|mentee|supervis|thesis|"
        r"advising|mentoring)",
    ),
)


def group_kind(heading: str) -> str:
    """What the people under a heading are to the owner; ``group`` where only their own lines can say; ""
    for other headings."""
    if len(heading.split()) > 6 or not _HEADING.search(heading) or _NOT_GROUP.search(heading):
        return ""
    return _kind(heading) or "group"


def tell_group(telling: Telling, blocks: Iterable[Block], owner: str, kind: str) -> None:
    """Tell each line that begins with a name as someone whom the owner mentors, by what the line or its
    heading says."""
    for block in blocks:
        if block.kind == "heading":
            kind = _kind(block.text) or kind
        people = people_at(plain(block.text), 0, len(block.text))
        named = _kind(block.text[people[-1].end :].split(", now")[0]) if people else ""
        relation = named or (kind if kind != "group" else "")
        for place in people if relation else ():
            name = " ".join(block.text[slice(*place)].split())
            person = tell_known(telling, "person", cite(block, *place), name)
            if person != owner:
                told = telling.evidence("mentorship", cite(block), confidence=0.85)
                telling.relate("mentorship", told, {"mentor": owner, "mentee": person}, {"kind": relation})


def _kind(text: str) -> str:
    return next((kind for kind, pattern in _KINDS if re.search(pattern, text, re.I)), "")
