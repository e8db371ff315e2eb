"""A document cut at its headings, each part known by the usual words of its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from scholargraph.extract.tables import rows
from scholargraph.model import Block
from scholargraph.names.text import words

_ENTRIES = ("employment", "education", "awards")
"""Under these, a deeper heading of other words is the first line of an entry."""
_NUMBERING = re.compile(r"^\s*(?:[A-Z]|[IVX]+|\d+(?:\.\d+)*)[.)]\s+")


class Section(Struct, frozen=True):
    """What stands under one heading; ``role`` is ``publications``, ``education`` …, ``head``, ``other``."""

    role: str
    heading: Block | None
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The heading as printed, without numbering and final colon; empty for the head."""
        return _NUMBERING.sub("", self.heading.text).strip().rstrip(":").strip() if self.heading else ""


def cut_sections(blocks: Iterable[Block]) -> list[Section]:
    """The parts of a document in order; what stands before the first known heading has the role ``head``.

    A heading of unknown words (``2023``, ``On Kant``) has the role of the heading above it if it is deeper,
    or if that is one of publications.
    """
    sections: list[Section] = []
    role, top, heading, held = "head", 0, None, list[Block]()
    for block in blocks:
        own = heading_role(block)
        entry = role in _ENTRIES and block.level > top
        if not own and (block.kind != "heading" or role == "head" or entry):
            held.append(block)
            continue
        sections.append(Section(role, heading, tuple(held)))
        inherits = not own and (block.level > top or role == "publications")
        role, top = (role, top) if inherits else (own or "other", block.level)
        heading, held = block, []
    return [*sections, Section(role, heading, tuple(held))]


def heading_role(block: Block) -> str:
    """The role that a heading gives what follows it; empty if the block is no heading of a known kind.

    A line not marked as a heading is one if it holds nothing but the usual words of headings.
    """
    if block.kind in ("item", "field") or len(block.text) > 80:
        return ""
    bare = re.sub(r"\([^()]*\)", "", _NUMBERING.sub("", block.text))
    tokens = [word for word in words(bare) if not word.isdigit()]
    known = sum(token in _usual_words() for token in tokens)
    if block.kind == "heading" and 2 * known < len(tokens):
        return ""
    if block.kind != "heading" and not (known == len(tokens) <= 8 and _opens_and_ends(block.text)):
        return ""
    return _role(tokens)


def roles_told(sections: Iterable[Section]) -> set[str]:
    """The roles of sections that hold something, apart from head, summary and unknown ones."""
    known = ("head", "summary", "other", "contact")
    return {section.role for section in sections if section.blocks and section.role not in known}


def _role(tokens: Sequence[str]) -> str:
    held, other = set(tokens), rows("headings_other.tsv")
    roles = [role for role, vocabulary in rows("headings.tsv").items() if vocabulary & held]
    if "publications" in roles and held & other["not printed"] and not held & other["surely printed"]:
        roles.remove("publications")
    if "under review" in " ".join(tokens) and not roles:
        return "publications"
    return roles[0] if roles else ""


@cache
def _usual_words() -> frozenset[str]:
    return rows("headings_other.tsv")["filler"].union(*rows("headings.tsv").values())


def _opens_and_ends(text: str) -> bool:
    bare = _NUMBERING.sub("", text)
    return bare[:1].isupper() and bare[-1:] not in ".,;"
