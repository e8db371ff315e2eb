"""People under ``PhD Students``, ``Postdocs``, ``Group``, ``Alumni``: mentored by the page's owner."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from scholargraph.extract.blocks import LONGEST, Place, sliced
from scholargraph.extract.known import tell_known
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.page_members import Member, is_head, label_of, members, pieces_of
from scholargraph.extract.plain import plain
from scholargraph.extract.post_lines import is_organization, read_line
from scholargraph.extract.prose.persons import people_at
from scholargraph.extract.telling import Telling, cite
from scholargraph.model import Block
from scholargraph.names.identifiers import find_emails
from scholargraph.names.people import strip_titles

METHOD = "homepage: group"

_HEADING = re.compile(
    r"\b(?:students?|advisees?|mentees?|post-?docs?|postdoctoral (?:researchers|fellows|"
    r"scholars|associates)|interns?|supervision|supervisees?|doktorand\w*|doctorants?|ph\.?\s?d\.?s?|"
    r"people|[ée]tudiants?|th[ée]sards|studierende|mitarbeiter(?:innen)?|estudiantes|tesistas|alunos|studenti|promovendi|"
    r"people|members|mentoring|advising|alumni|alumnae|graduates)\b",
    re.I,
)

_WHOLE = re.compile(r"(?:(?:the|my|our|current|former|past|research|lab)\s+)*(?:group|team|lab)\W*", re.I)

_NOT_GROUP = re.compile(
    r"\b(?:prospective|for students|join|openings?|courses?|teaching|awards?|activities|evaluations?|thesis"
    r"|theses|service|collaborators?|collaborations?|friends|committees?|news|application|applying)\b",
    re.I,
)

_KINDS = (
    ("postdoc host", r"post-?\s?doc|\bpdra\b|research associate"),
    (
        "internship mentor",
        r"\bintern(?:s|ship)?\b|\bvisiting (?:student|scholar|researcher)|\bvisitors?\b|\brotation\b",
    ),
    ("phd advisor", r"ph\.?\s?d|d\.?phil|doctoral|doktorand|doctorant|doctorate|\bthèse"),
    (
        "advisor",
        r"\b(?:student|master|m\.?\s?sc?\b|m\.?eng|m\.?e\.|undergrad|bachelor|b\.?sc?\b|advisee|mentee|supervis|thesis|"
        r"advising|mentoring|honou?rs)",
    ),
)

_NO_STUDENT = re.compile(
    r"\b(?:principal investigator|\bpi\b|professor|director|manager|coordinator|administrator|assistant to"
    r"|technician|engineer|collaborator|secretary|dog|cat|mascot)\b",
    re.I,
)

_STUDENT = re.compile(r"\b(?:student|candidate|studies|pursuing)\b", re.I)

_LETTERS = re.compile(r"^\s*,\s*(?:Ph\.?\s?D|M\.?D|D\.?Phil)\b\.?(?=\s*(?:[,;]|$))", re.I)

_NEXT = re.compile(
    r"\b(?:next|now|current(?:ly)?|present|placement|first (?:job|position)|afterwards)\b", re.I
)

_CO = re.compile(
    r"\b(?:co-?(?:advis|supervis|mentor)\w*(?:\s+(?:with|by))?|jointly (?:with|supervised with)"
    r"|together with|with)\s+",
    re.I,
)

_NOW = re.compile(
    r"(?:\b(?:now|currently|next|then|first (?:position|job))\b\s*:?|(?:→|->|⟶|➔))\s*"
    r"(?:an?\s+|the\s+|at\s+|in\s+)*",
    re.I,
)

_ENDS = re.compile(r"[;)\t\n]|\.(?:\s|$)|,\s+(?=(?:\d{4}|co-?advised))|$")


def group_kind(heading: str) -> str:
    """What the people under a heading are to the owner; ``group`` where only their own lines can say; ""
    for other headings."""
    said = _HEADING.search(heading) or _WHOLE.fullmatch(heading)
    if len(heading.split()) > 6 or not said or _NOT_GROUP.search(heading):
        return ""
    return _kind(heading) or "group"


def tell_group(telling: Telling, blocks: Iterable[Block], owner: str, kind: str) -> None:
    """Tell each member as someone whom the owner mentors, by what the line or its heading says, and what
    became of them.

    ``owner`` is empty on a page that names nobody: the people are then told, and who else advises them.
    """
    column = 0
    for block in blocks:
        if block.kind == "heading":
            kind = _kind(block.text) or kind
        elif is_head(block):
            column = _next_column(block)
        elif column and (cell := _cell(block, column)):
            _tell_row(telling, block, cell, (owner, kind))
        elif len(block.text) <= LONGEST:
            for piece in pieces_of(block):
                known = _kind(label_of(piece)) or kind
                for member in members(piece):
                    _tell_member(telling, piece, member, (owner, known))


def _next_column(head: Block) -> int:
    """The column of a table that says where people went; 0 if none does."""
    cells = head.text.split("\t")
    return next((at for at, cell in enumerate(cells) if at and _NEXT.search(cell)), 0)


def _cell(block: Block, column: int) -> Place | None:
    cells = [match.span() for match in re.finditer(r"[^\t]*(?:\t|$)", block.text)]
    return cells[column] if len(cells) > column and next(members(block), None) else None


def _tell_row(telling: Telling, block: Block, cell: Place, more: tuple[str, str]) -> None:
    """Tell the row of a table, in which one cell says where somebody is now."""
    member = next(members(block))
    person = _tell_member(telling, block, replace(member, about=(member.name[1], cell[0])), more)
    tell_post(telling, block, cell, person)


def _tell_member(telling: Telling, block: Block, member: Member, more: tuple[str, str]) -> str:
    """Tell the person, how to reach them, who mentors them, and where they are now; gives the person."""
    owner, kind = more
    about = block.text[slice(*member.about)]
    person = tell_known(telling, "person", cite(block, *member.name), _name(block, member))
    _tell_mails(telling, block, person)
    if person == owner:
        return person
    before = _LETTERS.sub("", _NOW.split(about, maxsplit=1)[0])
    kind = _kind(before) or kind
    taught = not _NO_STUDENT.search(before) or bool(_kind(before))
    if owner and kind != "group" and taught:
        told = telling.evidence("mentorship", cite(block), method=METHOD, confidence=0.97)
        telling.relate("mentorship", told, {"mentor": owner, "mentee": person}, {"kind": kind})
    tell_co_advisors(telling, block, member, (person, kind if kind != "group" else "advisor"))
    tell_now(telling, block, member, person)
    return person


def _name(block: Block, member: Member) -> str:
    return strip_titles(" ".join(block.text[slice(*member.name)].split()))


def _tell_mails(telling: Telling, block: Block, person: str) -> None:
    emails = [found.value for found in find_emails(block.text)]
    if len(emails) == 1:
        telling.tell("person", cite(block), values={"email": emails}, referent=person, method=METHOD)


def tell_co_advisors(telling: Telling, block: Block, member: Member, more: tuple[str, str]) -> None:
    """``(co-advised with C. Dee)``: another mentor of the same person."""
    person, kind = more
    text = plain(block.text)
    match = _CO.search(text, *member.about)
    for place in people_at(text, match.end(), member.about[1]) if match else ():
        other = tell_known(telling, "person", cite(block, *place), strip_titles(block.text[slice(*place)]))
        if other != person:
            told = telling.evidence("mentorship", cite(block), method=METHOD, confidence=0.95)
            telling.relate("mentorship", told, {"mentor": other, "mentee": person}, {"kind": kind})


def tell_now(telling: Telling, block: Block, member: Member, person: str) -> None:
    """``now a postdoc at X``, ``→ X``."""
    text = block.text
    match = _NOW.search(text, *member.about)
    stop = _ENDS.search(text, match.end(), member.about[1] + 1) if match else None
    end = stop.start() if stop else member.about[1]
    if match is None or end - match.end() < 3:
        return
    tell_post(telling, block, (match.end(), end), person)


def tell_post(telling: Telling, block: Block, place: Place, person: str) -> None:
    """A role and an organisation as somebody's present post, or the organisation alone."""
    piece = sliced(block, *place)
    line = read_line(piece)
    if line.role and line.organization and not _STUDENT.search(piece.text[slice(*line.role)]):
        organization = tell_organization(telling, piece, *line.organization)
        told = telling.evidence("position", cite(block, *place), method=METHOD, confidence=0.8)
        roles = {"holder": person, "organization": organization}
        role = " ".join(piece.text[slice(*line.role)].split())
        telling.relate("position", told, roles, {"role": role, "status": "current"})
    elif line.role and line.organization:
        tell_organization(telling, piece, *line.organization)
    elif is_organization(piece.text) or (
        not line.role and piece.text[:1].isupper() and len(piece.text.split()) < 5
    ):
        tell_organization(telling, piece, 0, len(piece.text.rstrip(" ,")))


def _kind(text: str) -> str:
    return next((kind for kind, pattern in _KINDS if re.search(pattern, text, re.I)), "")
