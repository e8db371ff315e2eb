"""Bibliographies: every entry of BibTeX, RIS or CSL-JSON as a work; whose list it is, they do not say."""

from __future__ import annotations

import re

from scholargraph.extract.fields import Node, tree
from scholargraph.extract.structured_authors import display_name
from scholargraph.extract.structured_works import (
    Parts,
    editors,
    parts_of,
    tell_structured_work,
)
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Listing
from scholargraph.model import Document, Told

KIND = "bibliography"
_TYPES = frozenset({"type", "TY", "PMID", "0"})
_WORKS = re.compile(r"\d+/(?:title|TI|T1|T)")
_MADE = {"dataset": "dataset", "data": "dataset", "software": "software", "comp": "software"}
_PAGE = re.compile(r"web\s?page|post(?:-weblog)?|web|elec|blog|icomm|online|www|electronic", re.I)
_FORMATS = ("bibtex", "research-info", "citationstyles")


def sniff(document: Document) -> float:
    """How surely this is a bibliography: it was read as one, and entries have titles."""
    read_as = any(name in document.source.media_type for name in _FORMATS)
    titled = any(_WORKS.fullmatch(block.key) for block in document.blocks)
    return 0.99 if read_as and titled else 0.0


def extract(document: Document) -> Told:
    """Tell each entry as a work with its authors in order, venue, date, identifiers and keywords."""
    telling = Telling(document, KIND)
    listing = Listing(telling, None)
    entries = tree(document.blocks).entries()
    by_key = {entry.text("key", "id").casefold(): entry for entry in entries if entry.text("key", "id")}
    for entry in entries:
        parent = by_key.get(entry.text("crossref").casefold())
        parts = parts_of(entry, listing, parent if parent is not entry else None)
        if parts:
            _tell_entry(listing, entry, parts)
        elif (said := entry.leaves()) and entry.children.keys() - _TYPES:
            telling.notes.append(f"line {said[0].start_line}: an entry without a title is not told")
    return telling.told(KIND)


def _tell_entry(listing: Listing, entry: Node, parts: Parts) -> None:
    """An entry as what it is: a work, a dataset or program, or a volume with its editors."""
    telling = listing.telling
    edited = list(editors(parts))
    for block in edited:
        telling.tell("person", cite(block), display_name(block.text), printed=cite(block).quote)
    if edited:
        return
    if _PAGE.fullmatch(parts.text("type")) and not parts.first("doi", "arxiv"):
        telling.notes.append(f"line {parts.title.start_line}: a web page, no publication, is not told")
    elif made := _MADE.get(parts.text("type").casefold()):
        _tell_product(telling, parts, made)
    else:
        tell_structured_work(listing, parts, KIND)


def _tell_product(telling: Telling, parts: Parts, kind: str) -> None:
    """A dataset or program and those who made it."""
    values = {"productType": kind, "description": parts.text("abstract"), "url": parts.text("url")}
    product = telling.tell("product", cite(parts.title), parts.title.text, values=values)
    for block in parts.held.get("author", ()):
        person = telling.tell("person", cite(block), display_name(block.text), printed=cite(block).quote)
        told = telling.evidence("creator", parts.span)
        telling.relate("creator", told, {"subject": product, "object": person})
