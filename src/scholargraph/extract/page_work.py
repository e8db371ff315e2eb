"""A page's own work: headings and sub-headings as topics, items as products, what is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from msgspec import Struct

from scholargraph.extract.blocks import Place
from scholargraph.extract.citation_keys import find_keys
from scholargraph.extract.known import remember, tell_known
from scholargraph.extract.products import (
    is_family,
    is_product_name,
    product_type,
    products_called,
    tell_origins,
    tell_product,
    tells_product,
)
from scholargraph.extract.tables import rows
from scholargraph.extract.tables import words as table_words
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.model import Block
from scholargraph.names.identifiers import is_repository
from scholargraph.names.text import fold, words

_NAMED = re.compile(r"(?P<name>[^\s:][^:\n]{0,80}?)\s*(?::(?=\s|$)|\s[–—-]\s|\n(?=\S))\s*")
_RESEARCH = re.compile(
    r"^(?:We|I|In this|This (?:work|project|line)|Our|Here)\b|\b(?:we|I) (?:\w+ly )?(?:study|"
    r"propose|develop|investigate|explore|identify|design|analy[sz]e|show|prove|introduce)\b"
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


_PARTS = table_words("page_words.txt") | rows("page_headings.tsv")["products"]
"""Words that together name a part of a page: ``Tools and corpora``."""


class Work(Struct, frozen=True):
    """One heading of work and its blocks."""

    heading: Block | None
    blocks: tuple[Block, ...]


def is_topical(heading: Block | None) -> bool:
    """Whether a heading names a subject: ``Serving``, not ``Additional Research Areas``."""
    return heading is not None and is_subject(heading.text)


def is_subject(name: str) -> bool:
    """Whether a short phrase names a subject, not a part of a page."""
    tokens = words(name)
    return (
        bool(tokens)
        and len(tokens) <= 8
        and not {"i", "we", "my", "our", "me", "us"}.intersection(tokens)
        and tokens[-1] not in table_words("page_words.txt")
        and not all(token.isdigit() or token in _PARTS for token in tokens)
    )


def holds_work(blocks: Sequence[Block]) -> bool:
    """Whether the blocks tell of one's own work: named items, statements of research, citation keys."""
    return any(
        _RESEARCH.search(block.text)
        or next(find_keys(block.text), None)
        or (block.kind == "item" and _product(block))
        for block in blocks
    )


def tell_work(telling: Telling, work: Work, person: str) -> None:
    """Tell the topics and products of one heading."""
    topical = is_topical(work.heading)
    above = (
        _tell_topic(telling, work.heading, (0, len(work.heading.text)), person)
        if work.heading and topical and any(block.kind == "item" for block in work.blocks)
        else ""
    )
    parents: list[tuple[int, str]] = []
    for index, block in enumerate(work.blocks):
        if block.kind != "item":
            continue
        parents = [(level, product) for level, product in parents if level < block.level]
        inside = _below(work.blocks, index)
        product = _tell_item(telling, block, inside, (person, above))
        if product and parents and parents[-1][1] != product:
            told = telling.evidence("hasPart", cite(block))
            telling.relate("hasPart", told, {"subject": parents[-1][1], "object": product})
        if product:
            parents.append((block.level, product))
            _tell_heading(telling, work.heading, product)
        elif parents:
            _tell_said(telling, block, (0, len(block.text)), parents[-1][1], person)
        elif is_sub_heading(block, work.blocks[index + 1 : index + 2]):
            _tell_topic(telling, block, (0, len(block.text.rstrip(": "))), person, above)


def _below(blocks: Sequence[Block], index: int) -> list[Block]:
    """The items inside an item, up to the next one that is not deeper."""
    level = blocks[index].level
    return list(takewhile(lambda other: other.level > level, islice(blocks, index + 1, None)))


def is_named_product(block: Block) -> bool:
    """Whether a paragraph begins with a name in bold and says what it is: ``**Ternbase**: a database``."""
    bold = any(mark.kind == "bold" and mark.start == 0 for mark in block.marks)
    return block.kind == "paragraph" and bold and _product(block)


def is_sub_heading(block: Block, following: Sequence[Block]) -> bool:
    """A short item, numbered or not, with items below it: the name of a line of research."""
    below = bool(following) and following[0].kind == "item" and following[0].level > block.level
    return (
        below
        and len(words(block.text)) <= 8
        and not re.search(r"[.!?](?:\s|$)", block.text)
        and is_topical(block)
    )


def _tell_item(telling: Telling, block: Block, inside: Sequence[Block], owner: tuple[str, str]) -> str:
    """Tell an item as a product, or its name as a topic; gives the product's referent, or ""."""
    person, above = owner
    name = _name(block)
    if name is None:
        return ""
    printed = block.text[slice(*name)]
    if (
        is_product_name(printed)
        or _is_repository(block, name)
        or tells_product(printed, _rest(block, name))
        or _is_family_of(printed, inside)
    ):
        product = tell_product(telling, block, name, (name[0], len(block.text)), person)
        _tell_family_type(telling, block, name, product, inside)
        _tell_said(telling, block, (name[0], len(block.text)), product, person)
        return product
    if is_subject(printed) and not _DATED.search(printed) and (above or _is_research(_rest(block, name))):
        _tell_topic(telling, block, name, person, above)
    return ""


def _is_repository(block: Block, name: Place) -> bool:
    """Whether the name of an item leads to a repository of code, models or data."""
    links = (m for m in block.marks if m.kind == "link" and m.start < name[1] and m.end >= name[1])
    return any(is_repository(link.target) for link in links)


def _is_research(text: str) -> bool:
    """Whether the words after a name say what somebody found or does there."""
    return bool(_RESEARCH.search(text)) or next(find_keys(text), None) is not None


def _tell_said(telling: Telling, block: Block, span: Place, product: str, person: str) -> None:
    """What some words say of a product: where it comes from, what it was trained on, which product it is."""
    tell_origins(telling, block, product, span, person)
    for match, kind in products_called(block.text):
        name = match["name"]
        told_before = ("product", fold(name)) in telling.known
        values = {"productType": kind, "description": match["words"].strip()}
        referent = tell_known(telling, "product", cite(block, *match.span()), name, values)
        if not told_before:
            told = telling.evidence("creator", cite(block, *match.span()))
            telling.relate("creator", told, {"subject": referent, "object": person})


def _tell_family_type(
    telling: Telling, block: Block, name: Place, family: str, inside: Sequence[Block]
) -> None:
    """A family is of the type of its members, where they are of one."""
    kinds = {
        kind for other in inside if (place := _name(other)) and (kind := product_type(_rest(other, place)))
    }
    if inside and len(kinds) == 1 and not _rest(block, name):
        span = cite_lines(telling.document, block, inside[0])
        telling.tell(
            "product", span, block.text[slice(*name)], referent=family, values={"productType": kinds.pop()}
        )


def _is_family_of(name: str, inside: Sequence[Block]) -> bool:
    """``Heron Series`` over items that are products."""
    return is_family(name) and any(map(_product, inside))


def _product(block: Block) -> bool:
    name = _name(block)
    return name is not None and (
        _is_repository(block, name) or tells_product(block.text[slice(*name)], _rest(block, name))
    )


def _name(block: Block) -> Place | None:
    """The name an item begins with: before a colon, a dash or a line end, or in bold or linked type."""
    marked = next(
        (m for m in block.marks if m.kind in ("bold", "link") and m.start == 0 and m.end - m.start < 80), None
    )
    if marked:
        return 0, len(block.text[: marked.end].rstrip(" :."))
    match = _NAMED.match(block.text)
    return match.span("name") if match and len(words(match["name"])) <= 9 else None


def _rest(block: Block, name: Place) -> str:
    return " ".join(block.text[name[1] :].split()).lstrip(":–—-. ").strip()


def _tell_heading(telling: Telling, heading: Block | None, product: str) -> None:
    """The heading a product stands under, told on the heading's own words."""
    if heading:
        title = heading.text.strip().rstrip(":")
        telling.tell("product", cite(heading), values={"listedAs": title}, referent=product)


def _tell_topic(telling: Telling, block: Block, place: Place, person: str, above: str = "") -> str:
    """Tell a heading or the name of an item as a topic the person knows about, below that of the section."""
    span = cite(block, *place)
    name = " ".join(block.text[slice(*place)].split()).rstrip(":")
    topic = tell_known(telling, "topic", span, name)
    remember(telling, "topic", name, topic)
    told = telling.evidence("knowsAbout", span)
    telling.relate("knowsAbout", told, {"subject": person, "object": topic})
    if above and above != topic:
        told = telling.evidence("broader", span)
        telling.relate("broader", told, {"subject": topic, "object": above})
    return topic
