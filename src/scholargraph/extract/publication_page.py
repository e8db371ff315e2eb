"""The page of one publication: front matter with title, authors, venue, date (academicpages, Hugo)."""

from __future__ import annotations

import re

from scholargraph.extract.entries.reading import parse_reference
from scholargraph.extract.fields import Node, plain_key, tree
from scholargraph.extract.people import AuthorList
from scholargraph.extract.structured_works import parts_of, tell_structured_work
from scholargraph.extract.telling import Telling
from scholargraph.extract.works import Listing, tell_authors
from scholargraph.model import Block, Document, Told

KIND = "publication page"
_SIGNS = frozenset(
    {
        "paperurl",
        "citation",
        "venue",
        "publication",
        "publicationtypes",
        "publicationshort",
        "urlpdf",
        "doi",
        "bibtexurl",
    }
)
_OTHER = re.compile(r"talks?|teaching|portfolio|posts?|news|events?|slides", re.I)


def sniff(document: Document) -> float:
    """How surely this is the page of a publication (or of a talk or course, of which nothing is told)."""
    if (
        not document.blocks
        or document.blocks[0].kind != "field"
        or "markdown" not in document.source.media_type
    ):
        return 0.0
    root = tree(document.blocks)
    held = {plain_key(key) for key in root.children}
    if "title" not in held or held & {"name", "email", "role"}:
        return 0.0
    if root.text("collection"):
        return 0.97
    return 0.97 if held & _SIGNS and ("authors" in held or "date" in held or "year" in held) else 0.0


def extract(document: Document) -> Told:
    """Tell the publication; a page of another collection (talks, courses, posts) tells nothing."""
    telling = Telling(document, KIND)
    root = tree(document.blocks)
    if _OTHER.fullmatch(root.text("collection")):
        telling.notes.append(f"line 1: a page of the collection {root.text('collection')}; nothing is told")
        return telling.told(KIND)
    listing = Listing(telling, None)
    parts = parts_of(root, listing)
    if parts is not None:
        work = tell_structured_work(listing, parts, KIND)
        if not parts.held.get("author"):
            _tell_cited(listing, root, work)
    return telling.told(KIND)


def _tell_cited(listing: Listing, root: Node, work: str) -> None:
    """The authors that a citation in one line names."""
    block = root.leaf("citation")
    authors = _authors(block) if block else None
    if block and authors:
        tell_authors(listing, block, work, authors)


def _authors(block: Block) -> AuthorList | None:
    reference = parse_reference(block)
    return reference.authors if reference else None
