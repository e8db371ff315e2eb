"""Person and project records: fields such as name, email, bio, title, description, seats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from scholargraph.extract.fields import MISSING, Node, plain_key, tree
from scholargraph.extract.known import remember, tell_known
from scholargraph.extract.products import NAME, product_type
from scholargraph.extract.prose import tell_prose
from scholargraph.extract.publications import tell_publications
from scholargraph.extract.sections import cut_sections
from scholargraph.extract.structured_people import tell_places, tell_position, tell_topics
from scholargraph.extract.tables import rows
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Document, Told
from scholargraph.names.identifiers import find_emails, find_orcids, find_urls
from scholargraph.names.organizations import known_organization
from scholargraph.names.people import looks_like_person, parse_person, strip_titles
from scholargraph.names.text import fold

KIND = "person record"
_KINDS = {key: kind for kind, keys in rows("record_fields.tsv").items() for key in keys}
_PERSON = frozenset({"email", "image", "url", "telephone", "orcid", "sameAs"})
_STANDING = frozenset(
    {"role", "position", "jobtitle", "job", "affiliation", "affiliations", "organization", "organisation"}
    | {"department", "dept", "faculty", "school", "institution", "university", "employer", "company"}
    | {"startdate", "start", "enddate", "end"}
)
_PLACE = re.compile(
    r"\b(?:zoom|online|remote|virtual|hybrid|in[- ]person|room|office|hall|building|teams|meet|"
    r"lab)\b|\b[A-Z]{2,6}\s?\d{2,4}\b|https?:",
    re.I,
)
_IDENTIFIER = re.compile(r"[A-Za-z]{0,4}[-_ ]?\d{1,5}[A-Za-z]?")
_JOINT = re.compile(r"\s*(?:\band\b|&|;|/|\||\bund\b|\bwith\b|\n)\s*|,\s+")


def sniff(document: Document) -> float:
    """How surely the document is a record: fields, one of them a name, one a bio, title or address."""
    kinds = {_kind(block) for block in document.blocks} - {""}
    return min(0.99, 0.33 + 0.17 * len(kinds)) if "name" in kinds and len(kinds) > 1 else 0.0


def extract(document: Document) -> Told:
    """Tell what a record says: the person or persons, the project with its fields, the sentences of the
    bio."""
    telling = Telling(document, KIND)
    for record in _records(document.blocks):
        _tell_record(telling, record)
    return telling.told(KIND)


def _records(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The fields of each record; a second ``name`` begins another one."""
    record: list[Block] = []
    for block in blocks:
        repeated = _kind(block) == "name" and any(other.key == block.key for other in record)
        if repeated:
            yield record
            record = []
        record.append(block)
    if record:
        yield record


def _tell_record(telling: Telling, record: Sequence[Block]) -> None:
    fields = [block for block in record if block.kind == "field" and not _is_missing(block.text)]
    people = [person for block in fields if _kind(block) == "name" for person in _tell_people(telling, block)]
    if not people:
        line = record[0].start_line
        telling.notes.append(f"line {line}: the record names nobody")
    telling.subject = telling.subject or (people[0][0] if people else "")
    _tell_contacts(telling, fields, people)
    _tell_project(telling, fields, people)
    _tell_standing(telling, fields, people)
    _tell_bios(telling, record, people)
    _tell_papers(telling, record, people)


def _tell_papers(telling: Telling, record: Sequence[Block], people: Sequence[tuple[str, str]]) -> None:
    """The list of publications that stands under a heading below the fields of one person."""
    if len(people) != 1:
        return
    ((referent, name),) = people
    for section in cut_sections(block for block in record if block.kind != "field"):
        if section.role == "publications":
            tell_publications(telling, section, Owner(referent, parse_person(name), name))


def _tell_standing(telling: Telling, fields: Sequence[Block], people: Sequence[tuple[str, str]]) -> None:
    """The post and the interests that fields of their own tell of each person."""
    node = tree(fields)
    held = Node(children={key: child for key, child in node.children.items() if plain_key(key) in _STANDING})
    topics = node.leaves("interests", "researchinterests", "researchareas")
    for referent, name in people:
        owner = Owner(referent, parse_person(name), name)
        if not tell_position(telling, held, owner, KIND, status="current"):
            tell_places(telling, held)
        tell_topics(telling, topics, referent)


def _tell_people(telling: Telling, block: Block) -> list[tuple[str, str]]:
    """Tell everyone whom the field names; gives referents and names."""
    told = []
    for start, end in name_places(block.text):
        name = strip_titles(" ".join(block.text[start:end].split()))
        referent = tell_known(telling, "person", cite(block, start, end), name)
        told.append((referent, name))
    return told


def name_places(text: str) -> list[tuple[int, int]]:
    """Where each name of a field stands: ``Ann Lee and Bo Chen`` are two, ``Lee, Ann`` is one."""
    cuts = [(0, 0), *(match.span() for match in _JOINT.finditer(text)), (len(text), len(text))]
    places = [(start, end) for (_, start), (end, _) in pairwise(cuts) if start < end]
    names = [strip_titles(text[start:end].strip()) for start, end in places]
    return places if len(places) > 1 and all(looks_like_person(name) for name in names) else [(0, len(text))]


def _tell_contacts(telling: Telling, fields: Sequence[Block], people: Sequence[tuple[str, str]]) -> None:
    """Tell the addresses; of several people each gets the address that holds part of their name, or that
    of their rank."""
    for block in fields:
        kind = _kind(block) if _kind(block) in _PERSON else ""
        values = _addresses(block, kind)
        for rank, value in enumerate(values):
            for referent in _addressees(value, rank, len(values), people):
                telling.tell("person", cite(block), values={kind: value}, referent=referent, confidence=0.99)


def _addresses(block: Block, kind: str) -> list[str]:
    targets = " ".join(mark.target for mark in block.marks if mark.kind == "link")
    text = f"{block.text} {targets}"
    if kind == "telephone":
        return [block.text] if re.search(r"\d{3}", block.text) else []
    finders = {"email": find_emails, "orcid": find_orcids}
    found = finders.get(kind, find_urls)(text.replace("mailto:", "")) if kind else []
    return list(dict.fromkeys(one.value for one in found))


def _addressees(value: str, rank: int, count: int, people: Sequence[tuple[str, str]]) -> list[str]:
    if len(people) < 2:
        return [referent for referent, _ in people]
    named = [
        referent
        for referent, name in people
        if any(len(part) > 2 and part in fold(value) for part in fold(name).split())
    ]
    return named[:1] if len(named) == 1 else [people[rank][0]] if count == len(people) else []


def _tell_project(telling: Telling, fields: Sequence[Block], people: Sequence[tuple[str, str]]) -> None:
    """Tell the project that the record offers, each field on its own words."""
    titles = [block for block in fields if _kind(block) == "title"]
    details = [(block, values) for block in fields if (values := _detail(block))]
    if not titles and not any("description" in values or "identifier" in values for _, values in details):
        return
    named = [*titles, *(block for block, values in details if "identifier" in values)]
    if not named:
        telling.notes.append(f"line {fields[0].start_line}: a project without title or number is not told")
        return
    title = named[0]
    name = " ".join(title.text.split())
    project = telling.tell("project", cite(title), name, confidence=0.99)
    for block, values in details:
        telling.tell("project", cite(block), values=values, referent=project, confidence=0.99)
    for block in fields:
        for referent, _ in people if _kind(block) == "name" else ():
            told = telling.evidence("lead", cite(block), confidence=0.99)
            telling.relate("lead", told, {"subject": project, "object": referent})


def _detail(block: Block) -> Mapping[str, str | list[str]]:
    """What a field says of the project; what fits nowhere is a note ``key: value``."""
    kind, text = _kind(block), " ".join(block.text.split())
    if kind == "assistant":
        return {"meetingPlace": text} if _PLACE.search(text) else {"note": f"{block.key}: {text}"}
    if kind == "identifier" and not _IDENTIFIER.fullmatch(text):
        return {"keywords": text} if block.key == "domain" else {"note": f"{block.key}: {text}"}
    if kind == "seats":
        number = re.search(r"\d+", text)
        exact = number and re.fullmatch(r"\d+", text)
        return {"seats": number[0]} if number and exact else {"note": f"{block.key}: {text}"}
    if kind == "keywords":
        return {"keywords": [piece.strip() for piece in re.split(r"[,;|]", text) if piece.strip()]}
    if kind == "preparation":
        return {"preparation": text, "url": [found.value for found in find_urls(f"{text} {_targets(block)}")]}
    if kind in _PERSON or kind in ("name", "title", "bio"):
        return {}
    if kind == "description":
        return {"description": text, "url": [found.value for found in find_urls(f"{text} {_targets(block)}")]}
    return {kind: text} if kind else {"note": f"{block.key}: {text}"}


def _targets(block: Block) -> str:
    return " ".join(
        mark.target for mark in block.marks if mark.kind == "link" and mark.target not in block.text
    )


def _tell_bios(telling: Telling, record: Sequence[Block], people: Sequence[tuple[str, str]]) -> None:
    """Sentences of the bio, of the body and of the description, for each person named."""
    bios = [block for block in record if _kind(block) == "bio" or block.kind == "paragraph"]
    for referent, name in people:
        remember(telling, "person", name, referent)
        tell_prose(telling, bios, referent, [name], [other for _, other in people if other != name])
    for block in record:
        if _kind(block) == "description":
            _tell_products(telling, block, people)


def _tell_products(telling: Telling, block: Block, people: Sequence[tuple[str, str]]) -> None:
    """Products that a description names: ``our … effort, Vicuna, an impactful language model``;
    ``OpenAI's GPT-4``."""
    own = re.compile(
        rf"\b(?P<own>[Oo]ur|[Mm]y)\s+(?:[\w-]+\s+){{0,5}}?[\w-]+,\s+(?P<name>{NAME}),\s+(?:an?|"
        rf"the)\s+(?P<words>[^,.;]*)"
    )
    for match in own.finditer(block.text):
        span = cite(block, *match.span())
        values = {
            "productType": product_type(match["words"]),
            "description": f"{' '.join(match['words'].split())}",
        }
        product = tell_known(telling, "product", span, match["name"], values)
        for referent, _ in people:
            telling.relate(
                "creator", telling.evidence("creator", span), {"subject": product, "object": referent}
            )
    for match in re.finditer(rf"\b(?P<maker>[A-Z][\w&]*(?: [A-Z][\w&]*)?)['’]s (?P<name>{NAME})", block.text):
        if known_organization(match["maker"]) and re.search(r"\d|[a-z][A-Z]", match["name"]):
            span = cite(block, *match.span())
            product = tell_known(telling, "product", span, match["name"])
            maker = telling.tell(
                "organization",
                span,
                match["maker"],
                referent=telling.known.get(("organization", fold(match["maker"]), ""), ""),
            )
            telling.known.setdefault(("organization", fold(match["maker"]), ""), maker)
            telling.relate(
                "developedBy", telling.evidence("developedBy", span), {"subject": product, "object": maker}
            )


def _is_missing(text: str) -> bool:
    return bool(MISSING.fullmatch(text.strip()))


def _kind(block: Block) -> str:
    """What a field tells (``email``, ``seats``); "" for an unknown key and for what is no field."""
    key = re.sub(r"[\s-]+", "_", block.key.strip().casefold())
    return _KINDS.get(key, "") if block.kind == "field" else ""
