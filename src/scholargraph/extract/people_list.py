"""Lists of people: the members, staff, students or alumni of a group, each with a few fields."""

from __future__ import annotations

import re

from scholargraph.extract import people_page
from scholargraph.extract.blocks import sliced
from scholargraph.extract.dates import find_when
from scholargraph.extract.degree_lines import find_degrees
from scholargraph.extract.fields import MISSING, Node, plain_key, tree
from scholargraph.extract.mentors import find_mentors, tell_people
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.page_head import is_prose
from scholargraph.extract.people_entries import (
    ABOUT,
    Member,
    bare_name,
    find_members,
    is_name,
    printed_name,
    tell_names,
)
from scholargraph.extract.people_posts import LEADER, PAST, TAUGHT, role_of_heading
from scholargraph.extract.post_lines import is_organization, read_line
from scholargraph.extract.prose import tell_prose
from scholargraph.extract.structured_contacts import tell_contacts
from scholargraph.extract.structured_degrees import tell_degree, tell_degree_lines
from scholargraph.extract.structured_people import (
    keys,
    tell_advisors,
    tell_position,
    tell_post,
    tell_topics,
)
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Document, Told
from scholargraph.names.people import looks_like_person

KIND = "people list"
_BESIDE = frozenset({*keys("next"), *keys("name"), *keys("notes"), *keys("bio"), "location"})
_CODE = re.compile(r"[a-z]+(?:[-_][a-z]+)+")
_EDUCATION = re.compile(r"education\d*|degrees?|studies")


def sniff(document: Document) -> float:
    """How surely this is a list of people: entries with names, most with a role, an address or a picture."""
    if shown := people_page.sniff(document):
        return shown
    if document.source.media_type == "text/html":  # what a page states of people, it says in its words too
        return 0.0
    root = tree(block for block in document.blocks if block.kind == "field")
    members = [member for member in find_members(root) if member.path]
    known = [m for m in members if {plain_key(key) for key in m.node.children} & ABOUT]
    people = [m for m in known if looks_like_person(bare_name(printed_name(m.node)))]
    return 0.96 if people and 2 * len(people) >= len(members) else 0.0


def extract(document: Document) -> Told:
    """Tell each person of a list with addresses, posts, degrees and interests, and who leads the group."""
    telling = Telling(document, KIND)
    if people_page.sniff(document):
        people_page.tell_people_page(telling, document)
        return telling.told(KIND)
    root = tree(document.blocks)
    home = root.leaf("lab", "group", "organization", "labname", "groupname", "affiliation", "university")
    leaders, led = list[str](), list[tuple[str, str, Block]]()
    for member in find_members(root):
        for owner, role in tell_member(telling, member, home):
            if role and LEADER.search(role.text):
                leaders.append(owner.referent)
            elif role and TAUGHT.search(role.text):
                led.append((owner.referent, role.text, role))
    _tell_led(telling, leaders, led)
    return telling.told(KIND)


def tell_member(telling: Telling, member: Member, home: Block | None) -> list[tuple[Owner, Block | None]]:
    """Tell a person (or two in one field) with all their fields; gives them with the field of their role."""
    node, told = member.node, list[tuple[Owner, Block | None]]()
    owners = tell_names(telling, node)
    for owner in owners:
        if len(owners) == 1:
            tell_contacts(telling, node, owner.referent)
        role = node.leaf(*(key for key in keys("role") if not (key == "title" and is_name(node.leaf(key)))))
        _tell_role(telling, member, owner, (role, home))
        _tell_rest(telling, node, owner)
        told.append((owner, role))
    return told


def _tell_role(
    telling: Telling, member: Member, owner: Owner, said: tuple[Block | None, Block | None]
) -> None:
    """The post in the group, the rank at its institution beside it, and where the person went afterwards."""
    (role, home), node = said, member.node
    if role is not None and _CODE.fullmatch(role.text):
        role = _decoded(role)
        others = {k: c for k, c in node.children.items() if plain_key(k) not in keys("role")}
        node = Node(children=others | ({"role": Node(block=role)} if role else {}))
    status = "past" if _is_past(telling, member) else "current"
    title = node.leaf("title")
    ranked = title is not None and title is not role and read_line(title).role is not None
    if role is not None:
        places = keys("organization") if ranked and home is None else ()
        held = _without(
            node, {*_BESIDE, *keys("advisor"), *places, *(("title",) if title is not role else ())}
        )
        tell_position(telling, held, owner, KIND, outside=home, status=status)
    if ranked:
        held = _without(node, {*_BESIDE, *(key for key in keys("role") if key != "title")})
        tell_position(telling, held, owner, KIND, status=status)
    if role is None and not ranked and (name := _role_above(member)):
        place = (home, (0, len(home.text))) if home else None
        tell_post(telling, _without(node, {*_BESIDE, *keys("was")}), (owner, name, KIND, status), place)
    for block in node.leaves(*keys("career")):
        _tell_before(telling, block, owner, None)
    if before := node.leaf(*keys("was")):
        _tell_before(telling, before, owner, home)
    if after := node.leaf(*keys("next")):
        _tell_next(telling, after, owner)


def _decoded(role: Block) -> Block | None:
    """The post that a code names (``alumni-postdoc``: postdoc); None for ``alumni-phd``."""
    cut = re.match(r"(?:alumn[a-z]*|former|past|ex)[-_]", role.text)
    part = sliced(role, cut.end(), len(role.text)) if cut else role
    return part if read_line(part).role else None


def _role_above(member: Member) -> str:
    """The role that the key or heading of a group gives everybody in it (``phd_students``); no past one."""
    above = [member.group.text] if member.group else []
    above += [re.sub(r"[_-]+", " ", key) for key in member.path if not key.isdigit()]
    roles = ("" if PAST.search(words) else role_of_heading(words) for words in above)
    return next((role for role in roles if role), "")


def _tell_before(telling: Telling, block: Block, owner: Owner, home: Block | None) -> None:
    """What somebody was: a post in the group that is over, or a degree with who advised it."""
    line, when = read_line(block), find_when(block.text)
    if any(find_degrees(block)) and line.organization:
        tell_degree_lines(telling, [block], owner)
    elif line.role:
        organization = line.organization or ((0, len(home.text)) if home else None)
        source = block if line.organization else home
        place = tell_organization(telling, source, *organization) if source and organization else ""
        passage = telling.evidence("position", cite(block), method=KIND, confidence=0.9)
        values = {
            "role": block.text[slice(*line.role)].partition(" (")[0],
            "startDate": when.start if when and when.start != when.end else "",
            "endDate": when.end if when else "",
            "status": "past" if line.organization is None or when else "",
        }
        telling.relate("position", passage, {"holder": owner.referent, "organization": place}, values)
    elif is_organization(block.text):
        tell_organization(telling, block, 0, len(block.text))


def _without(node: Node, left_out: set[str]) -> Node:
    """The single values of a record without those under some keys."""
    kept = {k: c for k, c in node.children.items() if c.block and plain_key(k) not in left_out}
    return Node(children=kept)


def _tell_next(telling: Telling, block: Block, owner: Owner) -> None:
    line = read_line(block)
    if line.role:
        passage = telling.evidence("position", cite(block), method=KIND, confidence=0.9)
        place = tell_organization(telling, block, *line.organization) if line.organization else ""
        values = {"role": block.text[slice(*line.role)], "status": "current"}
        telling.relate("position", passage, {"holder": owner.referent, "organization": place}, values)


def _is_past(telling: Telling, member: Member) -> bool:
    """Whether the person is a former member: by a status, the heading, a key above, the file's name."""
    above = [
        *member.path,
        member.node.text("status"),
        member.node.text(*keys("role")),
        member.group.text if member.group else "",
        telling.document.source.path.rpartition("/")[2],
    ]
    return any(PAST.search(words) for words in above)


def _tell_rest(telling: Telling, node: Node, owner: Owner) -> None:
    """Interests, degrees, and the sentences of a biography."""
    tell_topics(telling, node.leaves(*keys("interests")), owner.referent)
    tell_advisors(telling, node, owner)
    for key, child in node.children.items():
        if _EDUCATION.fullmatch(plain_key(key)):
            inner = child.get("courses") or child
            for entry in inner.entries():
                if entry.block:
                    tell_degree_lines(telling, [entry.block], owner)
                else:
                    tell_degree(telling, entry, owner, KIND)
    bio = node.leaf(*keys("bio"))
    if bio and not MISSING.fullmatch(bio.text):
        before = telling.size
        tell_prose(telling, [bio], owner.referent, [owner.printed])
        if telling.size == before and not is_prose(bio) and len(bio.text.split()) <= 14:
            _tell_next(telling, bio, owner)
        for mentors in find_mentors(bio.text):
            passage = telling.evidence("mentorship", cite(bio), method=KIND, confidence=0.9)
            for person in tell_people(telling, bio, mentors.people):
                roles = {"mentor": person, "mentee": owner.referent}
                telling.relate("mentorship", passage, roles, {"kind": "advisor"})


def _tell_led(telling: Telling, leaders: list[str], led: list[tuple[str, str, Block]]) -> None:
    """Students and postdocs of a group with one head have that head as mentor."""
    if len(leaders) != 1:
        return
    for person, role, block in led:
        passage = telling.evidence("mentorship", cite(block), method=f"{KIND}: group", confidence=0.8)
        kind = "postdoc host" if "post" in role.casefold() else "advisor"
        telling.relate("mentorship", passage, {"mentor": leaders[0], "mentee": person}, {"kind": kind})
