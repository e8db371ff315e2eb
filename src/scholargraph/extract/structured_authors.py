"""Authors of a work whose parts are fields: people and bodies, one to a field or all in one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.people import Author, AuthorList, is_body, split_authors
from scholargraph.extract.telling import cite
from scholargraph.extract.works import Listing, tell_authors
from scholargraph.model import Block
from scholargraph.names.people import strip_titles

_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?", re.I)

_MARKS = re.compile(r"\s*(?P<marks>[*∗†‡§¶#✝]+)\s*\Z")

_OTHERS = re.compile(r"(?:and\s+)?(?:others|et al\.?)", re.I)

_LOGIN = re.compile(r"[a-z][a-z0-9._-]*")
"""A user name that stands for a person whom the page does not name (``admin``)."""

_ONE_NAME = re.compile(r"/\d+(?:/literal)?\Z|/(?:AU|A1|FAU|A)\Z")
"""Keys of fields that hold one name, and no list of names."""


def names_authors(said: tuple[Block, ...]) -> tuple[Block, ...]:
    """A summary that is nothing but the names of the authors."""
    listed = len(said) == 1 and len(said[0].text) < 400 and re.search(r",|\band\b|;", said[0].text)
    return said if listed and split_authors(said[0].text).sure else ()


def display_name(text: str) -> str:
    """One name in reading order: ``van der Berg, Jr., Jan`` → ``Jan van der Berg Jr.``"""
    family, *rest = (part.strip() for part in " ".join(text.split()).split(","))
    suffixes = [part for part in rest if _SUFFIX.fullmatch(part)]
    given = [part for part in rest if part and not _SUFFIX.fullmatch(part)]
    return strip_titles(" ".join([*given, family, *suffixes]))


def tell_listed_authors(listing: Listing, blocks: Sequence[Block], work: str) -> tuple[str, bool]:
    """Tell the authors in order; whether the list is complete (or ""), and whether it shows the owner."""
    if len(blocks) == 1 and not _ONE_NAME.search(blocks[0].key):
        authors = split_authors(blocks[0].text)
        return str(authors.complete).lower(), tell_authors(listing, blocks[0], work, authors)
    names = [block for block in blocks if not _OTHERS.fullmatch(block.text)]
    named = [block for block in names if not _LOGIN.fullmatch(block.text)]
    shown = False
    for ordinal, block in enumerate(names, start=1):
        if block.key.endswith("/literal") or is_body(block.text):
            _tell_body(listing, block, work, ordinal)
        elif not _LOGIN.fullmatch(block.text):
            shown = tell_authors(listing, block, work, _lone(block, ordinal)) or shown
    return (str(len(named) == len(blocks)).lower() if names else ""), shown


def _tell_body(listing: Listing, block: Block, work: str, ordinal: int) -> None:
    """A committee or consortium at a place in the list of authors."""
    telling, span = listing.telling, cite(block)
    body = telling.tell("organization", span, block.text, printed=span.quote)
    telling.relate("authorship", telling.last, {"work": work, "author": body}, {"ordinal": str(ordinal)})


def _lone(block: Block, ordinal: int) -> AuthorList:
    """A field that holds one name, as a list."""
    marks = _MARKS.search(block.text)
    end = marks.start() if marks else len(block.text)
    author = Author(display_name(block.text[:end]), 0, end, marks["marks"] if marks else "", ordinal)
    return AuthorList((author,), True, 0, len(block.text))
