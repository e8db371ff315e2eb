"""Posts that a sentence names by their title: ``is an Assistant Professor in … at …``, ``was appointed
Chair of …``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scholargraph.extract.dates import DateRange
from scholargraph.extract.organizations import outermost
from scholargraph.extract.prose.advice import mentor_kind, tell_advice
from scholargraph.extract.prose.context import CONFIDENCE, LESS_SURE, Prose, lead_date, when_in
from scholargraph.extract.prose.employers import (
    organization_before,
    organization_from,
    organization_in,
    tell_employer,
)
from scholargraph.extract.prose.honours import is_honour
from scholargraph.extract.prose.naming import is_organization, is_subject
from scholargraph.extract.prose.persons import people_at
from scholargraph.extract.prose.phrases import Employer
from scholargraph.extract.prose.roles import Role, field_after, find_roles
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Clause, earlier
from scholargraph.names.organizations import split_place
from scholargraph.names.places import is_place

_BEING = re.compile(
    r"(?:\b|')(?:am|m|is|are|was|were|be|been|became|becomes?|becoming|remain(?:s|ed)?|"
    r"(?:appointed|named|promoted|elected|hired|employed)(?: as)?|(?:serv|work|act|start|join|"
    r"continu|practi[cs])\w* as)$"
)
_EVENT = re.compile(
    r"\b(?:co-?)?(?:became|join\w*|appointed|named|promoted|elected|hired|started|moved|went|came|returned|founded|"
    r"launched|established)\b"
)
_FOUNDED = re.compile(r"\b(?:co-?)?(?:found|start|launch|establish)ed$")
_ALSO_AT = re.compile(
    r"(?:\s*\([^()]*\))?(?P<joint>,?\s+and\s+|,\s+(?=at\s))(?:(?:at|of|for|with|in)\s+|(?=(?:the\s+)?[A-Z]))"
)
_CALLING = re.compile(
    r"(?:ist|ian|composer|writer|poet|lawyer|philosopher|author)$|"
    r"^(?:nurse|teacher|educator|physician|surgeon|engineer|developer|entrepreneur|mentor|speaker|artist|"
    r"leader)$",
    re.I,
)
"""Callings: said of a person, not of a post, where no organisation follows."""
_RANK = re.compile(
    r"\b(?:senior|staff|principal|chief|lead|head|research|consultant|resident|visiting|junior)\b", re.I
)
_OWNER = re.compile(r"\b(?:founder|c[eo]o|chief executive(?: officer)?|owner|president|principal)$", re.I)
_FURTHER = re.compile(r"\b(?:promoted|became|named|appointed)\b")
_VERBAL = re.compile(r"\b(?:is|was|are|were|has|have|had|would|will|do|does|did)\b")
_SERVICE = re.compile(
    r"\b(?:reviewer|area chair|programme? committee|"
    r"(?:program|session|publicity|workshop|general|local) (?:co-?)?chair)\b",
    re.I,
)
"""Service to conferences, which is no post."""
_NO_FIELD = re.compile(r"(?:residence|charge|training|chief|part|particular|addition)\b")


class Post(NamedTuple):
    """What is told of one post: title, status where printed, organisation, dates, and where its words end."""

    title: str
    employer: Employer
    when: DateRange | None = None
    status: str = ""
    span: Place | None = None
    """The words about the post, after its title."""
    units: tuple[str, ...] = ()
    """The organisation's referents, if it was told before."""


def tell_positions(prose: Prose, clause: Clause) -> None:
    """Tell the posts that a clause with ``is``, ``was``, ``serves as``, ``was appointed`` names."""
    if _BEING.search(clause.verb):
        tell_titles(prose, clause, clause.start)


def tell_headline(prose: Prose, sentence: Sentence) -> bool:
    """``Principal Research Scientist at Nvidia.``: titles and organisations without a verb; whether
    there were any."""
    named = re.compile(rf"(?:{prose.subject.names_pattern})\s*[,:(-]\s*").match(sentence.text)
    service = _SERVICE.search(sentence.text)
    if service or (not named and speaks_of_other(sentence.text)) or _VERBAL.search(sentence.text):
        return False
    clause = Clause(sentence, "", named.end() if named else 0, len(sentence.text), "present")
    return tell_titles(prose, clause, clause.start)


def speaks_of_other(text: str) -> bool:
    """Whether a line begins with somebody's name: ``Priya Nair, PhD 2023, now at …``."""
    people = people_at(text, 0, len(text))
    return bool(people) and not re.match(r"\s+\w", text[people[-1].end :])


def tell_titles(prose: Prose, clause: Clause, start: int) -> bool:
    """Tell every post whose title stands from ``start`` on; gives whether there was any."""
    posts = list(_posts(prose, clause, start))
    for post in posts:
        tell_post(prose, clause, post)
    return bool(posts)


def tell_post(prose: Prose, clause: Clause, post: Post) -> str:
    """Tell one post with its organisation, dates and mentors; gives the relation's id."""
    sentence, place = clause.sentence, post.employer.place
    start, end = _dates(clause, post.when)
    values = {
        "role": post.title,
        "startDate": start,
        "endDate": end,
        "status": post.status or _status(clause, post.when),
        "location": split_place(sentence.text[place.start : place.end])[1],
    }
    roles = {
        "holder": prose.subject.referent,
        "organization": post.units or tell_employer(prose, sentence, post.employer),
    }
    sure = CONFIDENCE if post.title else LESS_SURE
    passage = prose.evidence("position", sentence.cite(), sure)
    told = prose.telling.relate("position", passage, roles, values)
    if values["status"] == "current" and mentor_kind(post.title):
        prose.learner = (post.title, told)
        prose.studies = (sentence, post.span or place, post.employer)
    tell_advice(prose, sentence, post.span or Place(place.end, clause.end), (told, post.title))
    prose.employer = (sentence, post.employer)
    prose.post = (sentence, post.title, told)
    return told


def _posts(prose: Prose, clause: Clause, start: int) -> Iterator[Post]:
    """The posts named one after another; one without an organisation shares the institution of the next."""
    text = clause.sentence.text
    end = _before_honours(text, start, clause.end)
    found = [
        (role, cut, *_with_employer(prose, clause.sentence, role, cut))
        for role, cut in find_roles(text, start, end)
    ]
    for i, (role, _, title, employer) in enumerate(found):
        twin = next((j for j in range(i, len(found)) if found[j][3] or not _twins(text, found[j : j + 2])), i)
        own, stop = found[twin][3] or employer, found[twin][1]
        later = [_institution(clause.sentence, other[3]) for other in found[i + 1 :] if other[3]]
        shared = own or next(iter(later), None) or _former(prose, clause)
        if shared := shared or organization_before(prose, clause):
            again = _ALSO_AT.match(text, shared.place.end, stop)
            when = when_in(text, role.end, again.start("joint") if again else stop, shared.place)
            when = when or _since(text, role.start) or lead_date(clause)
            post = Post(title, shared, when, role.status, Place(role.end, stop))
            calling = employer is None and _CALLING.search(title) and not _RANK.search(title)
            if not calling and not is_honour(title, text[slice(*shared.place)]):
                yield post
                yield from _further(prose, clause, post, again) if again else ()


def _twins(text: str, pair: Sequence[tuple[Role, int, str, Employer | None]]) -> bool:
    """``Professor and Chair``: two titles of one post, with nothing but ``and`` between them."""
    if len(pair) < 2:
        return False
    between = text[pair[0][0].end : pair[1][0].start]
    return bool(re.fullmatch(r"\s*(?:and|&|/|und)\s*(?:(?:an?|the|founding|current)\s+)?", between))


def _before_honours(text: str, start: int, end: int) -> int:
    """Where titles end: at the honours someone is ``a recipient of``."""
    honours = re.compile(r"\b(?:recipient|winner|awardee|laureate)s?\s+of\b").search(text, start, end)
    return honours.start() if honours else end


def _further(prose: Prose, clause: Clause, post: Post, joint: re.Match[str]) -> Iterator[Post]:
    """The same title elsewhere too: ``Research Fellow of A (2001) and of B (2002)``."""
    text, cut = clause.sentence.text, post.span.end if post.span else clause.end
    found = organization_from(prose, clause.sentence, Place(joint.end(), cut))
    if found and (is_organization(name := text[slice(*found.place)]) or "Institut" in name):
        again = _ALSO_AT.match(text, found.place.end, cut)
        when = when_in(text, found.place.end, again.start("joint") if again else cut) or lead_date(clause)
        yield post._replace(employer=found, when=when, span=Place(found.place.end, cut))
        if again:
            yield from _further(prose, clause, post, again)


def _since(text: str, role: int) -> DateRange | None:
    """The date before a title: ``and, since 2020, a professor``."""
    dated = re.search(r"\b(?:since|as of|from)\s[^,]{4,24},\s+(?:(?:an?|the)\s+)?$", text[:role])
    return when_in(text, dated.start(), role) if dated else None


def _former(prose: Prose, clause: Clause) -> Employer | None:
    """``joined X in 2010 and was promoted to full professor``: the organisation named before in the
    sentence."""
    sentence, employer = prose.employer or (None, None)
    return (
        employer
        if sentence is clause.sentence
        and (_FURTHER.search(clause.verb) or clause.tense == "perfect" or " its " in clause.rest)
        else None
    )


def _with_employer(prose: Prose, sentence: Sentence, role: Role, cut: int) -> tuple[str, Employer | None]:
    """The title with its field (``Professor of History``), and the organisation after it."""
    title, field = role.text, field_after(sentence.text, role.end, cut)
    if field and _is_field(field[1]) and not _owns(role.text, field[1]):
        end = field.start(1) + len(field[1].rstrip(" ,.-"))
        title = " ".join(f"{role.text}{sentence.text[role.end : end]}".split())
        if employer := organization_in(prose, sentence, Place(end, cut), role.text):
            return title, employer
    employer = organization_in(prose, sentence, Place(role.end, cut), role.text)
    return title if employer is None else role.text, employer


def _owns(title: str, text: str) -> bool:
    """``CEO of Terra Lycos``: of what someone founded or leads as chief, an organisation is named."""
    return bool(_OWNER.search(title)) and all(word[0].isupper() for word in text.split()[:2])


def _is_field(text: str) -> bool:
    text = text.strip(" ,.")
    organization = is_organization(text) and not is_subject(text)
    return bool(text) and not organization and not is_place(text) and not _NO_FIELD.match(text)


def _institution(sentence: Sentence, employer: Employer) -> Employer:
    """The largest unit of an organisation that a neighbouring title names."""
    offset = sentence.start
    start, end = outermost(sentence.block, offset + employer.place.start, offset + employer.place.end)
    return Employer(Place(start - offset, end - offset), employer.type, "", start - offset)


def _dates(clause: Clause, when: DateRange | None) -> tuple[str, str]:
    """Start and end; of a lone year, an event or a present post has the start only."""
    if when is None:
        return "", ""
    whole = clause.tense == "past" and not _EVENT.search(clause.verb)
    return when.start, when.end if whole or when.start != when.end else ""


def _status(clause: Clause, when: DateRange | None) -> str:
    """By the dates, then by the tense; a title taken up in the past (``joined in 2010``) may be held or
    not."""
    if clause.tense == "future":
        return "incoming"
    if when and when.current and not (clause.tense == "past" and not _EVENT.search(clause.verb)):
        return "current"
    if when and when.end and when.start != when.end:
        return "past"
    if clause.tense == "past":
        event = _FOUNDED.search(clause.verb) or _EVENT.search(clause.verb)
        return "" if event and not earlier(clause) else "past"
    return "current" if clause.tense == "present" else ""
