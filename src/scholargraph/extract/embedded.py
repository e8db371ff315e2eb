"""What a page states for machines (JSON-LD, microdata, ``meta``): its person, works, hints at its owner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import unquote

from scholargraph.extract.awards import tell_awards
from scholargraph.extract.blocks import Place, tightened
from scholargraph.extract.fields import Node, tree
from scholargraph.extract.mailboxes import is_mailbox_of
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.structured_contacts import tell_contacts
from scholargraph.extract.structured_people import tell_topics
from scholargraph.extract.structured_works import parts_of, tell_structured_work
from scholargraph.extract.tables import lines
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Listing, Owner
from scholargraph.model import Block, Document
from scholargraph.names.identifiers import domain, find_emails, find_orcids, find_urls
from scholargraph.names.people import looks_like_person, parse_person, strip_titles
from scholargraph.names.text import fold

METHOD = "page statements"
_WORKS = ("ScholarlyArticle", "MedicalScholarlyArticle", "Thesis", "Report", "Chapter")
_TITLE_KEYS = re.compile(r"meta/(?:title|og:title|og:site_name|twitter:title)|(?:page)?title")
_NAMED = (
    (re.compile(r"Person/\d+/name"), 0.95),
    (re.compile(r"(?:(?:author|site_author|meta)/)?name|author"), 0.85),
    (re.compile(r"(?:Profile|Home|Web)\w+/\d+/(?:mainEntity|author|about)/name"), 0.85),
    (re.compile(r"meta/(?:author|article:author|dc\.creator)(?:/0)?|meta/profile:username", re.I), 0.85),
    (_TITLE_KEYS, 0.8),
    (re.compile("excerpt|description|meta/description"), 0.6),
    (re.compile("meta/footer"), 0.7),
)  # fmt: skip
_OWN = ("link/me", "link/icon", "meta/footer")
_PARTS = re.compile(r"(?<![\s.][A-Z])\.\s+|\s+[-–—•·»«~]+\s+|\s*[|:/,]\s+|\s+\|\s*|\s*[|»«]\s*")
_PAGE_WORDS = (
    r"(?:home\s?-?page|web\s?-?(?:site|page)|home|page|site|blog|portfolio|corner|cv|curriculum vitae"
    r"|r[eé]sum[eé])"
)
_ADJECTIVES = r"(?:(?:personal|academic|professional|official|research|faculty|little|own|the)\s+)*"
_AROUND = (
    re.compile(rf"^(?:welcome\s+to\s+)?{_ADJECTIVES}{_PAGE_WORDS}\s+(?:of|for)\s+", re.I),
    re.compile(r"\s*\((?:cv|curriculum vitae|r[eé]sum[eé])\)$", re.I),
    re.compile(r"^(?:welcome\s+to|about|hi,?\s+i['’]?\s?a?m|hello,?\s+i['’]?\s?a?m|i\s+am)\s+", re.I),
    re.compile(rf"(?:['’]s?)?\s+{_ADJECTIVES}{_PAGE_WORDS}[.!]?$", re.I),
    re.compile(r"^(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d\W*)*(?:by\s+)?", re.I),
    re.compile(r"\s*(?:©|\(c\)|copyright)?\s*(?:19|20)\d\d(?:\W+(?:19|20)\d\d)?$", re.I),
    re.compile(r"['’]s?$"),
)


def owner_hints(document: Document) -> list[tuple[str, float, Block]]:
    """Names that a page's title and statements give for its owner, how surely, where; the surest first."""
    hints = [
        (name, sure, block)
        for block in document.blocks
        if block.kind == "field" and len(block.text) <= 150
        for pattern, sure in _NAMED
        if pattern.fullmatch(block.key) and (name := _printed_name(block))
    ]
    return sorted(hints, key=lambda hint: -hint[1])


def name_place(block: Block) -> Place | None:
    """Where a person's name stands in a title such as ``Ada Bee – Home`` or ``Welcome to Ada Bee's page``."""
    cuts = [(0, 0), *(found.span() for found in _PARTS.finditer(block.text)), (len(block.text),) * 2]
    for (_, start), (end, _) in pairwise(cuts):
        place = _bare(block.text, start, end)
        if is_name(block.text[slice(*place)]):
            return place
    return None


def is_name(text: str) -> bool:
    """Whether words are a person's name, and not one that a template came with."""
    return fold(text) not in lines("template_names.txt") and looks_like_person(strip_titles(text))


def tell_embedded(telling: Telling, document: Document, owner: Owner | None) -> Owner | None:
    """Tell what a page states for machines of its owner and of works.

    Where no owner is known, the first person stated is taken for it. Gives the owner. Statements about other
    people are not told: they are authors of posts and templates.
    """
    root = tree(document.blocks)
    for person in _things(root, "Person"):
        owner = owner or _new_owner(telling, person)
        name = person.text("name")
        if owner and (not name or owner.may_be(name)):
            _tell_person(telling, person, owner)
    if owner:
        _tell_links(telling, document, owner)
    _tell_works(Listing(telling, owner), root)
    return owner


def _printed_name(block: Block) -> str:
    place = name_place(block)
    return strip_titles(block.text[slice(*place)]) if place else ""


def _bare(text: str, start: int, end: int) -> Place:
    """A part of a title without the words for a page around the name."""
    start, end = tightened(text, start, end)
    for pattern in _AROUND:
        if found := pattern.search(text[start:end]):
            at_start = found.start() == 0
            start, end = (start + found.end(), end) if at_start else (start, start + found.start())
    return tightened(text, start, end)


def _things(root: Node, kind: str) -> Iterator[Node]:
    """The things of a type, in order."""
    held = root.children.get(kind)
    yield from held.children.values() if held and held.is_list else ()


def _new_owner(telling: Telling, person: Node) -> Owner | None:
    block = person.leaf("name")
    if block is None or not is_name(block.text):
        return None
    name = strip_titles(" ".join(block.text.split()))
    referent = telling.tell("person", cite(block), name, printed=block.text, method=METHOD, confidence=0.9)
    telling.subject = telling.subject or referent
    telling.known.setdefault(("person", fold(name)), referent)
    return Owner(referent, parse_person(name), name)


def _tell_person(telling: Telling, person: Node, owner: Owner) -> None:
    """The addresses, post, schools, interests and awards that a page states of its owner."""
    reached = {
        key: child for key, child in person.children.items() if key in ("email", "url", "sameAs", "telephone")
    }
    tell_contacts(telling, Node(children=reached), owner.referent)
    _tell_posts(telling, person, owner)
    for school in _named(person, "alumniOf"):
        passage = telling.evidence("degree", cite(school), method=METHOD, confidence=0.85)
        organization = tell_organization(telling, school, 0, len(school.text))
        telling.relate("degree", passage, {"holder": owner.referent, "organization": organization})
    tell_topics(telling, _named(person, "knowsAbout"), owner.referent)
    tell_awards(telling, _named(person, "award", "awards"), owner)


def _tell_posts(telling: Telling, person: Node, owner: Owner) -> None:
    """``jobTitle`` at ``worksFor``: a current post; without a title, at ``affiliation`` too."""
    title, places = person.leaf("jobtitle"), _named(person, "worksFor") or _named(person, "affiliation")
    for place in places[:3]:
        organization = tell_organization(telling, place, 0, len(place.text))
        passage = telling.evidence("position", cite(title or place), method=METHOD, confidence=0.95)
        role = title.text if title and place is places[0] else ""
        roles = {"holder": owner.referent, "organization": organization}
        telling.relate("position", passage, roles, {"role": role, "status": "current"})


def _named(node: Node, *keys: str) -> list[Block]:
    """The values under some keys: words, or the names of things."""
    entries = [entry for key in keys if (child := node.get(key.casefold())) for entry in child.entries()]
    found = (entry.leaf("name", "rolename") or entry.block for entry in entries)
    return [block for block in found if block and block.text and not find_urls(block.text)]


def _tell_links(telling: Telling, document: Document, owner: Owner) -> None:
    """Links that say ``me``, and icons that lead to an address or a profile of their owner."""
    profiles = frozenset(word for line in lines("profile_hosts.txt") for word in line.split())
    for block in document.blocks:
        if block.kind != "field" or block.key not in _OWN:
            continue
        text = " ".join(
            [block.text, *(m.target.removeprefix("mailto:") for m in block.marks if m.kind == "link")]
        )
        urls = [found.value for found in find_urls(text) if domain(found.value) in profiles]
        values = {
            "email": [
                found.value
                for found in find_emails(unquote(text.removeprefix("mailto:")))
                if block.key != "meta/footer" or is_mailbox_of(found.value, owner.name)
            ],
            "orcid": [found.value for found in find_orcids(text)],
            "sameAs": [url for url in urls if "orcid.org" not in url and _is_profile(url)],
        }
        if any(values.values()):
            sure = 0.95 if block.key == "link/me" else 0.85
            telling.tell(
                "person", cite(block), values=values, referent=owner.referent, method=METHOD, confidence=sure
            )


def _is_profile(url: str) -> bool:
    """Whether an address leads to a profile and not to a page below it, to a search or a paper."""
    steps = [step for step in url.partition("://")[2].split("/")[1:] if step]
    return 0 < len(steps) <= 3 and not re.search(r"share|intent|sharer|/abs/|/pdf/", url)


def _tell_works(listing: Listing, root: Node) -> None:
    """Articles stated on their own, and the one that ``citation_*`` tags describe."""
    articles = [thing for kind in _WORKS for thing in _things(root, kind)]
    meta = root.children.get("meta")
    if meta and meta.get("citationtitle"):
        articles.append(Node(children={k: v for k, v in meta.children.items() if _is_citation(k)}))
    for article in articles:
        parts = parts_of(_entry(article), listing)
        if parts is None:
            continue
        work = tell_structured_work(listing, parts, METHOD)
        if venue := parts.first("journal", "book"):
            listing.telling.tell(
                "work", cite(venue), values={"status": "published"}, referent=work, method=METHOD
            )


def _is_citation(key: str) -> bool:
    return re.match(r"citation_|dc(?:terms)?[.:]", key, re.IGNORECASE) is not None


def _entry(article: Node) -> Node:
    """A work as an entry of a bibliography."""
    children = {key: node for key, paths in _fields() if (node := _first(article, paths))}
    return Node(children=children)


def _fields() -> Iterator[tuple[str, Sequence[str]]]:
    for line in lines("embedded_fields.tsv"):
        key, _, paths = line.partition("\t")
        yield key, paths.split()


def _first(article: Node, paths: Sequence[str]) -> Node | None:
    for path in paths:
        node: Node | None = article
        for step in path.split("/"):
            node = node.get(step) if node else None
        if node and (named := _values(node)):
            return Node(children={str(at): Node(block) for at, block in enumerate(named)})
    return None


def _values(node: Node) -> list[Block]:
    """The words of a value or of each in a list; of things their names."""
    found = (entry.leaf("name") or entry.block for entry in node.entries())
    return [block for block in found if block and block.text]
