"""Structured résumés: RenderCV, JSON Resume, al-folio's ``cv.yml``, author pages with nested front matter."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from scholargraph.extract.award_lines import award_parts
from scholargraph.extract.awards import award_years, tell_awards
from scholargraph.extract.dates import find_when
from scholargraph.extract.employment import tell_positions
from scholargraph.extract.fields import Node, cite_fields, plain_key, tree
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.page_parts import cut_page
from scholargraph.extract.post_lines import read_line
from scholargraph.extract.products import tell_product, tells_product
from scholargraph.extract.prose import tell_prose
from scholargraph.extract.publications import tell_publications
from scholargraph.extract.resume_parts import HEADS, Part, heads, parts, section_role
from scholargraph.extract.sections import Section
from scholargraph.extract.structured_contacts import tell_contacts
from scholargraph.extract.structured_degrees import tell_degree, tell_degree_lines
from scholargraph.extract.structured_people import (
    joint_roles,
    keys,
    tell_advisors,
    tell_position,
    tell_topics,
)
from scholargraph.extract.structured_works import parts_of, tell_structured_work
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Listing, Owner
from scholargraph.model import Block, Document, Told
from scholargraph.names.identifiers import is_repository
from scholargraph.names.people import looks_like_person, parse_person, strip_titles

KIND = "résumé"
_STRUCTURED = frozenset({"education", "employment", "publications", "awards"})


def sniff(document: Document) -> float:
    """How surely this is a structured résumé: a person's name, and nested sections of two usual kinds."""
    root = tree(block for block in document.blocks if block.kind == "field")
    held = {
        part.role
        for part in parts(root)
        if part.role in _STRUCTURED and any(e.children for e in part.entries)
    }
    named = _name(root) is not None
    return 0.97 if len(held) > 1 or (held and named) else 0.0


def extract(document: Document) -> Told:
    """Tell what a structured résumé says: the person, posts, degrees, works, awards, interests, products."""
    telling = Telling(document, KIND)
    root = tree(document.blocks)
    owner = _tell_owner(telling, root)
    if owner is None:
        telling.notes.append("line 1: the résumé names nobody; its works are told, not its posts and degrees")
    for part in parts(root):
        if (teller := _TELLERS.get(part.role)) and (owner or part.role == "publications"):
            teller(telling, part, owner)
    if owner:
        _tell_standing(telling, root, owner)
        body = _tell_body(telling, document, owner)
        head = [node.leaf(*keys("bio")) for node in heads(root)]
        head += [entry.block for part in parts(root) if part.role == "summary" for entry in part.entries]
        tell_prose(telling, [*(b for b in head if b), *body], owner.referent, [owner.printed])
    return telling.told(KIND)


def _tell_body(telling: Telling, document: Document, owner: Owner) -> list[Block]:
    """The papers listed in the text below the fields; gives the rest of the text."""
    rest = list[Block]()
    for part in cut_page(block for block in document.blocks if block.kind != "field"):
        if part.role == "publications":
            tell_publications(telling, part.section, owner)
        else:
            rest += [block for block in part.section.blocks if block.kind in ("paragraph", "item")]
    return rest


def _name(root: Node) -> Block | None:
    """The field that names the person."""
    for node in heads(root):
        block = node.leaf(*keys("name")) or node.leaf("title")
        if block and looks_like_person(strip_titles(block.text)):
            return block
    for part in parts(root):
        for entry in part.entries:
            label, value = entry.leaf("name"), entry.leaf("value")
            if part.role == "head" and label and value and "name" in label.text.casefold():
                return value
    return None


def _tell_owner(telling: Telling, root: Node) -> Owner | None:
    block = _name(root)
    if block is None:
        return None
    name = strip_titles(" ".join(block.text.split()))
    telling.subject = telling.tell("person", cite(block), name, printed=cite(block).quote, confidence=0.99)
    for node in heads(root):
        own = {k: c for k, c in node.children.items() if not (section_role(k, c) or plain_key(k) in HEADS)}
        tell_contacts(telling, Node(children={} if node.is_list else own), telling.subject)
    for part in parts(root):
        for entry in part.entries if part.role == "head" else ():
            value = entry.leaf("value")
            label = plain_key(entry.text("name"))
            if value:
                tell_contacts(telling, Node(children={label: Node(block=value)}), telling.subject)
    return Owner(telling.subject, parse_person(name), name)


def _tell_education(telling: Telling, part: Part, owner: Owner | None) -> None:
    for entry in part.entries if owner else ():
        if owner and entry.block:
            tell_degree_lines(telling, _lines([entry]), owner)
        elif owner and not tell_degree(telling, entry, owner, f"{KIND}: education"):
            _tell_other_stay(telling, part, entry, owner)


def _tell_other_stay(telling: Telling, part: Part, entry: Node, owner: Owner) -> None:
    """What stands among degrees and is none: the inner list of an author page, or a post."""
    inner, role = entry.get("courses"), entry.leaf(*keys("role"), "area")
    if inner and any(course.children for course in inner.entries()):
        _tell_education(telling, Part(part.role, None, inner.entries()), owner)
    elif role and read_line(role).role:
        tell_position(telling, entry, owner, f"{KIND}: education")


def _tell_employment(telling: Telling, part: Part, owner: Owner | None) -> None:
    if owner is None:
        return
    for entry in part.entries:
        if not entry.block:
            tell_position(telling, entry, owner, f"{KIND}: employment")
    tell_positions(telling, Section("employment", part.heading, tuple(_lines(part.entries))), owner)


def _tell_works(telling: Telling, part: Part, owner: Owner | None) -> None:
    listing = Listing(telling, owner)
    for entry in part.entries:
        work = None if entry.block else parts_of(entry, listing)
        if work:
            tell_structured_work(listing, work, f"{KIND}: publications")
    tell_publications(telling, Section("publications", None, tuple(_lines(part.entries))), owner)


def _tell_awards(telling: Telling, part: Part, owner: Owner | None) -> None:
    for entry in part.entries:
        dated = entry.leaf("year", "date")
        items = entry.get("items", "contents", "bullet", "highlights")
        if owner and (name := entry.leaf(*keys("award"))):
            _tell_award(telling, entry, name, owner)
        elif owner and items and dated:
            for block in items.leaves():
                _tell_award(
                    telling,
                    Node(children={"name": Node(block=block), "date": Node(block=dated)}),
                    block,
                    owner,
                )
        else:
            tell_awards(
                telling, _lines([entry] if entry.block else items.entries() if items else [entry]), owner
            )


def _tell_award(telling: Telling, entry: Node, name: Block, owner: Owner) -> None:
    when = find_when(entry.text(*keys("when"))) or find_when(name.text)
    place, inside = award_parts(name.text, find_when(name.text))
    span = cite(name, *place)
    award = telling.tell("award", span, name.text[slice(*place)], printed=span.quote)
    grantor = next((b for key in keys("grantor") if (b := entry.leaf(key)) and b is not name), None)
    places = [(grantor, (0, len(grantor.text)))] if grantor else [(name, found) for found in inside]
    given = [tell_organization(telling, block, *found) for block, found in places]
    whole = cite_fields(telling.document, entry.leaves())
    passage = telling.evidence("awardReceipt", whole, method=f"{KIND}: awards")
    roles = {"recipient": owner.referent, "award": award, "grantor": given}
    telling.relate("awardReceipt", passage, roles, {k: v[:4] for k, v in award_years(when).items()})


def _tell_interests(telling: Telling, part: Part, owner: Owner | None) -> None:
    for entry in part.entries if owner else ():
        listed = entry.get("keywords", "details", "items", "value")
        named = [block for block in (entry.leaf("name", "label", "title"), entry.block) if block]
        if owner:
            tell_topics(telling, [*named, *(listed.leaves() if listed else ())], owner.referent)


def _tell_products(telling: Telling, part: Part, owner: Owner | None) -> None:
    """Projects that made something: those whose words say what it is, or that lead to its code."""
    for entry in part.entries if owner else ():
        name, said = entry.leaf("name", "title"), entry.leaf("description", "summary")
        urls = [block.text for block in entry.leaves("url", "website", "repository", "link", "github")]
        if name is None or owner is None:
            continue
        urls += [mark.target for mark in name.marks if mark.kind == "link"]
        made = tells_product(name.text, said.text if said else "")
        if made or any(is_repository(url) for url in urls):
            product = tell_product(telling, name, (0, len(name.text)), (0, len(name.text)), owner.referent)
            values = {
                "description": said.text if said else "",
                "url": [url for url in urls if not is_repository(url)],
                "codeRepository": [url for url in urls if is_repository(url)],
            }
            telling.tell(
                "product", cite_fields(telling.document, entry.leaves()), values=values, referent=product
            )


def _tell_standing(telling: Telling, root: Node, owner: Owner) -> None:
    """The post in the head of an author page: ``role`` with the ``organizations`` beside it."""
    role, places = root.leaf("role", "position"), root.get("organizations", "affiliations", "organization")
    when = {
        key: child for key, child in root.children.items() if plain_key(key) in (*keys("start"), *keys("end"))
    }
    for place in places.entries() if places else [Node()]:
        where = place.leaf("name") or place.block
        for one in joint_roles(role) if role else ():
            held = when | {"role": Node(block=one)} | ({"organization": Node(block=where)} if where else {})
            tell_position(telling, Node(children=held), owner, f"{KIND}: head", status="current")
    tell_advisors(telling, root, owner)


def _lines(entries: list[Node]) -> list[Block]:
    """Entries that are free text, as items of a list."""
    free = (entry.leaf("bullet", "number", "reversednumber") or entry.block for entry in entries)
    return [msgspec.structs.replace(block, kind="item", level=1, key="-") for block in free if block]


_TELLERS: dict[str, Callable[[Telling, Part, Owner | None], None]] = {
    "education": _tell_education,
    "employment": _tell_employment,
    "publications": _tell_works,
    "awards": _tell_awards,
    "interests": _tell_interests,
    "products": _tell_products,
}
