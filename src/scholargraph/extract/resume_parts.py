"""The sections of a structured résumé, whichever way it lays them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from scholargraph.extract.fields import Node, plain_key
from scholargraph.extract.sections import heading_role
from scholargraph.extract.structured_people import keys
from scholargraph.model import Block

HEADS = ("basics", "cv", "personal", "general", "contact", "personalinfo", "profile")
_ROLES = {
    "work": "employment", "volunteer": "other", "projects": "products", "project": "products",
    "software": "products", "opensource": "products", "researchinterests": "interests", "references": "other",
}  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")
_PRIVATE = re.compile(r"\b(?:other|personal|outside|non-?academic)\b.*\binterests?\b|\bhobb(?:y|ies)\b", re.I)
_PRODUCTS = re.compile(r"\b(?:projects?|software|open[- ]source|tools|datasets?)\b", re.I)


class Part(Struct, frozen=True):
    """A section of a résumé: what it holds, its printed heading if it has one, its entries."""

    role: str
    heading: Block | None
    entries: list[Node]


def heads(root: Node) -> list[Node]:
    """The nodes that may name the person: a head of its own, or the whole."""
    return [node for node in (root.get(*HEADS), root) if node is not None]


def parts(root: Node) -> Iterator[Part]:
    """The sections, whichever way they are laid out."""
    outer = root.get("cv") or root
    sections = outer.get("sections") or outer
    if sections.is_list:
        for entry in sections.entries():
            heading = entry.leaf("title", "name", "section")
            held = entry.get("contents", "items", "entries")
            if heading and held:
                yield Part(section_role(heading.text, held), heading, held.entries())
        return
    for key, child in sections.children.items():
        if role := section_role(key, child):
            yield Part(role, None, child.entries())


def section_role(title: str, held: Node) -> str:
    """What a section holds, by the words of its title."""
    if not held.children and plain_key(title) not in keys("interests"):
        return ""
    if _PRIVATE.search(title):
        return ""
    if plain_key(title) in _ROLES:
        return _ROLES[plain_key(title)]
    if plain_key(title) in keys("interests"):
        return "interests"
    if _PRODUCTS.search(title):
        return "products"
    words = _CAMEL.sub(" ", title)
    role = heading_role(Block(kind="heading", text=words, raw=words, start_line=1, end_line=1, level=1))
    return {"contact": "head", "summary": "summary"}.get(role, role)
