"""The posts of people in a list: in the group, by a line or the heading above, and elsewhere."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.extract.dates import DateRange
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.people_cards import Card, bare
from scholargraph.extract.people_tables import METHOD
from scholargraph.extract.post_lines import Line, read_line
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Span

LEADER = re.compile(
    r"\b(?:principal investigator|P\.?I\.?|(?:group|lab|laboratory|team|unit) (?:head|director|leader|lead)"
    r"|(?:head|director|leader) of (?:the )?(?:\w+ )?(?:group|lab|laboratory|team))\b",
    re.I,
)
"""Who leads a group and so mentors its students; not the head of a department."""
PAST = re.compile(r"alum|former|past|previous|ehemalig|anciens?\b|graduated|completed", re.I)
TAUGHT = re.compile(
    r"\b(?:student|stud\.|ph\.?\s?d|doctor(?:al|and)|doktorand|post-?\s?doc|(?:under)?graduate|master'?s?\b|m\.?sc"
    r"|bachelor|b\.?sc|thes[ie]s|trainee)",
    re.I,
)
_MODIFIERS = re.compile(r"^(?:(?:current|former|past|previous|our|the|graduated|recent)\s+)+", re.I)

_ROLE_END = re.compile(
    r"(?P<role>(?:[\w.'’-]+ ){0,3}(?:student|candidate|researcher|fellow|scholar|assistant|associate"
    r"|post-?doc|engineer|technician|manager|professor|lecturer|investigator|leader|director|head|scientist|intern"
    r"|visitor|administrator|coordinator|secretary))s?",
    re.I,
)

STUDENT = re.compile(
    r"\b(?:students?|candidates?|ph\.?d\.? scholars?|program|pursuing|undergraduate|graduate)\b", re.I
)

_DOCTORAL = re.compile(r"ph\.?\s?d|doctoral|d\.?phil", re.I)

_STAY = re.compile(r"visit|intern|rotation|erasmus", re.I)

_LONGEST = 600


class Said(Struct):
    """What is known of a person's post in the group: the heading above, the organisation, whether it goes on;
    and what the lines add."""

    heading: str
    home: str
    status: str
    first: Block | None = None
    role: Line | None = None
    when: DateRange | None = None
    last: Block | None = None
    advised: bool = False
    """The lines say who advises the person."""


def role_of_heading(heading: str) -> str:
    """The post that everybody under a heading has: ``Research fellows`` → ``Research fellow``; "" for
    ``Faculty`` and for studies below the doctorate."""
    match = _ROLE_END.fullmatch(_MODIFIERS.sub("", heading.strip(" :")))
    return match["role"] if match and is_post(match["role"]) else ""


def is_post(role: str) -> bool:
    """Whether a role under which somebody is listed is a post: doctoral students have one."""
    return not STUDENT.search(role) or bool(_DOCTORAL.search(role))


def tell_other_post(telling: Telling, line: Line, owner: Owner) -> None:
    """A post that somebody of the group has or had elsewhere (``Postdoc: Cornell University, 2013``)."""
    where = tell_organization(telling, line.block, *line.organization) if line.organization else ""
    passage = telling.evidence("position", cite(line.block), method=METHOD, confidence=0.85)
    ended = line.when is not None and not line.when.current
    values = {
        "role": _role(line).rstrip(" :"),
        "startDate": line.when.start if line.when else "",
        "endDate": line.when.end if line.when and ended else "",
        "status": "past" if ended else "current" if line.when else "",
    }
    telling.relate("position", passage, {"holder": owner.referent, "organization": where}, values)


def sole_role(line: Line) -> Line:
    """A line without an organisation that is another role: ``Professor of Law, Head of Department``."""
    where = line.block.text[slice(*line.organization)] if line.organization else ""
    if not (line.role and where and read_line(bare(where)).role):
        return line
    comma = line.block.text.find(",", line.role[0])
    return replace(line, organization=None, role=(line.role[0], max(comma, line.role[1])))


def tell_standing(telling: Telling, card: Card, owner: Owner, said: Said) -> None:
    """The post in the group, or the one that a line names with its own organisation."""
    line = said.role
    role = _role(line) if line else role_of_heading(said.heading)
    if not role:
        return
    home = (
        tell_organization(telling, line.block, *line.organization)
        if line and line.organization
        else said.home
    )
    when, status = said.when, said.status
    if status == "current" and when and not when.current and when.start != when.end:
        status = ""  # a list of all there ever were, or the year in which they are to end
    goes_on = status == "current" and (when is None or when.current or when.start == when.end)
    values = {
        "role": role,
        "startDate": when.start if when and (goes_on or when.start != when.end or _STAY.search(role)) else "",
        "endDate": "" if goes_on or not when else when.end,
        "status": status,
    }
    sure = 0.9 if line else 0.8
    passage = telling.evidence("position", _span(telling, card, said), method=METHOD, confidence=sure)
    telling.relate("position", passage, {"holder": owner.referent, "organization": home}, values)


def _role(line: Line) -> str:
    """The words of a role without an aside in brackets."""
    return " ".join(line.block.text[slice(*line.role)].partition(" (")[0].split()) if line.role else ""


def _span(telling: Telling, card: Card, said: Said) -> Span:
    """The lines from the name to the words on the post; those alone where lines are endless."""
    last = said.last or card.line
    whole = cite_lines(telling.document, card.line, last)
    return whole if len(whole.quote) <= _LONGEST else cite(last)
