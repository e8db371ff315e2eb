"""What the lines about somebody in a list of people say: posts, years, degrees, mentors, addresses."""

from __future__ import annotations

import re
from itertools import pairwise

from scholargraph.extract.blocks import clauses, sliced
from scholargraph.extract.contact import tell_contact
from scholargraph.extract.dates import find_when
from scholargraph.extract.degree_lines import find_degrees
from scholargraph.extract.education import tell_degrees
from scholargraph.extract.interests import tell_interests
from scholargraph.extract.known import tell_known
from scholargraph.extract.mentors import find_mentors, tell_people
from scholargraph.extract.page_group import tell_co_advisors, tell_now, tell_post
from scholargraph.extract.page_head import is_prose
from scholargraph.extract.page_members import Member
from scholargraph.extract.people_cards import Card
from scholargraph.extract.people_posts import STUDENT, Said, sole_role, tell_other_post, tell_standing
from scholargraph.extract.people_tables import METHOD, Piece
from scholargraph.extract.post_lines import Line, is_organization, read_line
from scholargraph.extract.prose import tell_prose
from scholargraph.extract.prose.persons import people_at
from scholargraph.extract.tables import words
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.identifiers import domain, find_emails, find_urls
from scholargraph.names.people import strip_titles

NOW = re.compile(r"(?:\b(?:now|currently|next|then|first (?:position|job))\b|→|->|➔|⟶)", re.I)
_WITH = re.compile(
    r"\b(?:co-?\w+|jointly|joint|together)?\s*(?:with|by)\s+(?=[A-ZÀ-Ž])|\bco-?(?:advis|superv|mentor)", re.I
)
_CUT = re.compile(
    r"(?<=[\w)]);\s+|\s[|·•–—-]\s(?=[A-ZÀ-Ž])|(?<=[a-z)\d])(?<!\bProf)(?<!\bDr)(?<!ssoc)(?<!\bAsst)(?<!\bUniv)(?<!\bDept)\.\s+(?=[A-ZÀ-Ž])"
)
_ADDRESS = re.compile(r"\s*[<(\[]?\S{1,64}(?:\s+at\s+\S+\.\S+|@\S+)[>)\]]?")


def tell_about(telling: Telling, card: Card, owner: Owner, said: Said) -> None:
    """Tell all that a card says of a person, and then the post in the group."""
    parts = [part for piece in card.about for part in _parts(piece)]
    said.first = parts[0].block if parts else None
    for part in parts:
        _TELLERS.get(part.kind, _tell_unknown)(telling, part, owner, said)
    _tell_link(telling, card, owner)
    tell_standing(telling, card, owner, said)


def _tell_link(telling: Telling, card: Card, owner: Owner) -> None:
    """The page to which the name leads."""
    start, end = card.name
    targets = [m.target for m in card.line.marks if m.kind == "link" and m.start < end and start < m.end]
    urls = [target for target in targets if target.startswith(("http://", "https://"))]
    for url in urls[:1]:
        key = "sameAs" if domain(url) in words("profile_hosts.txt") else "url"
        span = cite(card.line, *card.name)
        telling.tell("person", span, values={key: url}, referent=owner.referent, confidence=0.9)


def _parts(piece: Piece) -> list[Piece]:
    """A line that is no sentence, cut at semicolons and full stops; brackets behind a name come off."""
    block = piece.block
    lead = len(block.text) - len(block.text.lstrip(" \n\t,;:–—-·|("))
    block = sliced(block, lead, len(block.text)) if 0 < lead < len(block.text) else block
    if piece.kind or is_prose(block):
        return [Piece(block, piece.kind)]
    cuts = [(0, 0), *(match.span() for match in _CUT.finditer(block.text)), (len(block.text),) * 2]
    places = [(start, end) for (_, start), (end, _) in pairwise(cuts)]
    return [Piece(sliced(block, *place)) for place in places if block.text[slice(*place)].strip(" .,;()")]


def _tell_unknown(telling: Telling, piece: Piece, owner: Owner, said: Said) -> None:
    """A line that nothing announces: what it is, its words tell."""
    block, text = piece.block, piece.block.text
    if find_emails(text) or _is_link(block):
        tell_contact(telling, block, owner.referent)
    if is_prose(block):
        tell_prose(telling, [block], owner.referent, [owner.printed])
        return
    now = NOW.search(text)
    address = _ADDRESS.search(text)
    ends = [match.start() for match in (now, address) if match]
    before = sliced(block, 0, min(ends)) if ends else block
    for mentors in find_mentors(before.text):
        passage = telling.evidence("mentorship", cite(block), method=METHOD, confidence=0.95)
        said.advised = True
        for mentor in tell_people(telling, before, mentors.people):
            roles = {"mentor": mentor, "mentee": owner.referent}
            telling.relate("mentorship", passage, roles, {"kind": "advisor"})
    if _WITH.search(before.text):
        tell_co_advisors(telling, block, _whole(block), (owner.referent, "advisor"))
    _tell_own(telling, before, owner, said)
    if now:
        tell_now(telling, block, _whole(block), owner.referent)


def _tell_own(telling: Telling, block: Block, owner: Owner, said: Said) -> None:
    """A role, dates or a degree."""
    line, when = read_line(block), find_when(block.text)
    student = STUDENT.search(block.text)
    if any(find_degrees(block)) and not student and not line.role:
        if line.organization or is_organization(block.text):
            tell_degrees(telling, [block], owner)
        return
    known = said.role or said.when or any(find_degrees(said.first) if said.first else ())
    if line.role and line.organization and said.status == "past" and known:
        tell_post(telling, block, (0, len(block.text)), owner.referent)
        return
    if line.role and line.organization and line.sure and said.role:
        tell_other_post(telling, line, owner)
        return
    if line.role and said.role is None and len(block.text.split()) <= 16:
        said.role, said.last = sole_role(line), block
    if when and said.when is None:
        said.when, said.last = when, block


def _tell_role(telling: Telling, piece: Piece, owner: Owner, said: Said) -> None:
    line = read_line(piece.block)
    if line.role is None and not any(find_degrees(piece.block)) and len(piece.block.text.split()) < 8:
        line = Line(piece.block, (0, len(piece.block.text)), None, line.when)
    if line.role and said.role is None:
        said.role, said.last = sole_role(line), piece.block
    said.when = said.when or find_when(piece.block.text)


def _tell_when(telling: Telling, piece: Piece, owner: Owner, said: Said) -> None:
    if when := find_when(piece.block.text):
        said.when, said.last = when, piece.block


def _tell_advisors(telling: Telling, piece: Piece, owner: Owner, said: Said) -> None:
    block = piece.block
    said.advised = True
    for place in people_at(block.text, 0, len(block.text)):
        name = strip_titles(" ".join(block.text[slice(*place)].split()))
        mentor = tell_known(telling, "person", cite(block, *place), name)
        passage = telling.evidence("mentorship", cite(block), method=METHOD, confidence=0.95)
        telling.relate(
            "mentorship", passage, {"mentor": mentor, "mentee": owner.referent}, {"kind": "advisor"}
        )


def _tell_next(telling: Telling, piece: Piece, owner: Owner, said: Said) -> None:
    tell_post(telling, piece.block, (0, len(piece.block.text)), owner.referent)


def _tell_address(telling: Telling, piece: Piece, owner: Owner, said: Said) -> None:
    tell_contact(telling, piece.block, owner.referent)


def _tell_interests(telling: Telling, piece: Piece, owner: Owner, said: Said) -> None:
    tell_interests(telling, piece.block, 0, owner.referent)


def _tell_education(telling: Telling, piece: Piece, owner: Owner, said: Said) -> None:
    tell_degrees(telling, clauses(piece.block), owner)


def _tell_nothing(telling: Telling, piece: Piece, owner: Owner, said: Said) -> None:
    """Rooms, pictures, topics of projects: no facts of ours."""


def _is_link(block: Block) -> bool:
    return len(block.text) < 90 and bool(find_urls(block.text))


def _whole(block: Block) -> Member:
    return Member((0, 0), (0, len(block.text)))


_TELLERS = {
    "role": _tell_role,
    "when": _tell_when,
    "advisor": _tell_advisors,
    "next": _tell_next,
    "email": _tell_address,
    "interests": _tell_interests,
    "education": _tell_education,
    "other": _tell_nothing,
    "thesis": _tell_nothing,
}
