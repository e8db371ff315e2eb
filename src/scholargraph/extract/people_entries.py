"""The people of a list made of fields: which entries are persons, and their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from scholargraph.extract.fields import Node, cite_fields, plain_key
from scholargraph.extract.person_record import name_places
from scholargraph.extract.structured_people import (
    keys,
)
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Span
from scholargraph.names.people import looks_like_person, parse_person, strip_titles

ABOUT = frozenset(
    key
    for kind in ("role", "email", "image", "url", "interests", "next", "start", "end")
    for key in keys(kind)
) - {"title"}

_PRONOUNS = re.compile(r"\s*[(\[](?:he|she|they|him|her|them|his|hers|theirs|any)\b[^)\]]*[)\]]", re.I)

_LETTERS = re.compile(r",\s*(?:Ph\.?\s?D|M\.?Sc|B\.?Sc|M\.?D|M\.?S|M\.?A|Dr|MPH|MBA|Eng|RN)\b.*$")

_NAME = re.compile(r"[^\W\d_][\w'’.‐-]*(?: [^\W\d_][\w'’.‐-]*){0,3} (?:[a-z]{1,3}['’])?[^\W\d_a-z][\w'’‐-]+")

_PLACEHOLDER = re.compile(
    r"\b(?:name|here|student|surname|lastname|firstname|member|person|placeholder)\b", re.I
)


class Member(Struct, frozen=True):
    """A person of a list: the fields, the path, and the printed heading of the group they stand in."""

    node: Node
    path: tuple[str, ...]
    group: Block | None


def find_members(node: Node, path: tuple[str, ...] = (), group: Block | None = None) -> Iterator[Member]:
    """The people below a node; what holds people itself is a group with a heading."""
    below = [(key, child) for key, child in node.children.items() if child.children]
    heading = group if node.is_list else _heading(node) or group
    inner = [m for key, child in below for m in find_members(child, (*path, key), heading)]
    if inner and not _is_named(node):
        yield from inner
    elif _is_named(node):
        yield Member(node, path, group)


def _is_named(node: Node) -> bool:
    """Whether a record bears a person's name; one with fields of a person may bear a rare one."""
    name = bare_name(re.split(r"&| and ", printed_name(node))[0])
    likely = looks_like_person(name) and not _PLACEHOLDER.search(name)
    known = {plain_key(key) for key in node.children} & ABOUT
    rare = bool(known and _NAME.fullmatch(name) and not _PLACEHOLDER.search(name))
    return not (node.is_list or node.text("placeholder") == "true") and (likely or rare)


def _heading(node: Node) -> Block | None:
    return node.leaf("role", "group", "title", "category", "section", "name", "position")


def printed_name(node: Node) -> str:
    return (
        node.text(*keys("name"))
        or f"{node.text(*keys('first'))} {node.text(*keys('last'))}".strip()
        or (node.text("title"))
    )


def is_name(block: Block | None) -> bool:
    return block is not None and looks_like_person(bare_name(block.text))


def bare_name(name: str) -> str:
    """A name without pronouns, degrees behind it and titles before it."""
    return strip_titles(_LETTERS.sub("", _PRONOUNS.sub("", name)).strip())


def tell_names(telling: Telling, node: Node) -> list[Owner]:
    block = node.leaf(*keys("name")) or (None if node.leaf(*keys("first")) else node.leaf("title"))
    if block is None:
        first, last = node.leaf(*keys("first")), node.leaf(*keys("last"))
        named = [part for part in (first, last) if part]
        name = " ".join(part.text for part in named)
        return [_tell_name(telling, cite_fields(telling.document, named), name)] if named else []
    places = name_places(
        block.text[: letters.start()] if (letters := _LETTERS.search(block.text)) else block.text
    )
    names = [
        (cite(block, *place), bare_name(" ".join(block.text[slice(*place)].split()))) for place in places
    ]
    likely = [looks_like_person(name) or bool(_NAME.fullmatch(name)) for _, name in names]
    return [_tell_name(telling, *named) for named, sure in zip(names, likely, strict=True) if sure]


def _tell_name(telling: Telling, span: Span, name: str) -> Owner:
    referent = telling.tell("person", span, name, printed=span.quote, confidence=0.99)
    return Owner(referent, parse_person(name), name)
