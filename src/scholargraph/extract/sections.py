"""A document cut at its headings, each part known by the usual words of its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.extract.blocks import close_set, sliced
from scholargraph.extract.tables import rows
from scholargraph.model import Block
from scholargraph.names.organizations import holds_organization_word
from scholargraph.names.text import words

_ENTRIES = ("employment", "education", "awards", "interests", "supervision", "referees")
"""Under these, a deeper heading of other words is the first line of an entry."""
_MARGINAL = (*_ENTRIES[:-1], "publications", "other", "products", "summary")
"""Headings of these kinds may stand in a column beside what they head."""
_NUMBERING = re.compile(r"^\s*(?:[A-Z]|[IVX]+|\d+(?:\.\d+)*)[.)]\s+")


class Section(Struct, frozen=True):
    """What stands under one heading; ``role`` is ``publications``, ``education`` …, ``head``, ``other``."""

    role: str
    heading: Block | None
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The heading as printed, without numbering and final colon; empty for the head."""
        text = close_set(self.heading.text) if self.heading else ""
        return _NUMBERING.sub("", text).strip().rstrip(":").strip()


def cut_sections(blocks: Iterable[Block]) -> list[Section]:
    """The parts of a document in order; what stands before the first known heading has the role ``head``.

    A heading of unknown words (``2023``, ``On Kant``) has the role of the heading above it if it is deeper,
    or if that is one of publications.
    """
    blocks = _with_lead_cells(list(blocks))
    forms = _heading_forms(blocks)
    sections: list[Section] = []
    role, top, heading, held = "head", 0, None, list[Block]()
    for block in blocks:
        own = "" if _is_entry(block, role, top) else heading_role(block)
        unknown = block.kind == "heading" or (role != "head" and _form(block) in forms and _may_head(block))
        entry = role in _ENTRIES and block.level > top
        if not own and (not unknown or role == "head" or entry):
            held.append(block)
            continue
        sections.append(Section(role, heading, tuple(held)))
        inherits = not own and (block.level > top or role == "publications")
        role, top = (role, top) if inherits else (own or "other", block.level)
        heading, held = block, []
    return [*sections, Section(role, heading, tuple(held))]


def _with_lead_cells(blocks: list[Block]) -> list[Block]:
    """Headings in a column or margin of their own (``Education<tab>PhD, 2010``) set apart, where there are
    two and more; and those in bold capitals that a reader left at the end of the block above them."""
    blocks = [part for block in blocks for part in _without_tail(block)]
    leads = [_lead_cell(block) for block in blocks]
    if len({block.text[:end] for block, end in zip(blocks, leads, strict=True) if end}) < 2:
        return blocks
    return [part for block, end in zip(blocks, leads, strict=True) for part in _apart(block, end)]


def _without_tail(block: Block) -> list[Block]:
    """A block with the heading behind it apart: ``ada@bee.example <b>EDUCATION</b>``."""
    last = block.marks[-1] if block.kind == "paragraph" and block.marks else None
    if last is None or last.kind != "bold" or not 0 < last.start < last.end == len(block.text):
        return [block]
    tail = replace(sliced(block, last.start, last.end), kind="heading", level=2)
    if not (tail.text.isupper() and heading_role(tail)):
        return [block]
    return [sliced(block, 0, len(block.text[: last.start].rstrip())), tail]


def _lead_cell(block: Block) -> int:
    """Where the first cell of a row ends, if it is a heading."""
    cell, tab, rest = block.text.partition("\t")
    if not (tab and rest.strip() and len(cell) <= 60) or re.search(r"\d", cell):
        return 0
    lead = replace(sliced(block, 0, len(cell)), kind="paragraph")
    return len(cell) if heading_role(lead) in _MARGINAL else 0


def _apart(block: Block, end: int) -> list[Block]:
    if not end:
        return [block]
    rest = re.search(r"\S", block.text[end:])
    start = end + rest.start() if rest else end
    return [replace(sliced(block, 0, end), kind="heading", level=2), sliced(block, start, len(block.text))]


def heading_role(block: Block) -> str:
    """The role that a heading gives what follows it; empty if the block is no heading of a known kind.

    A line not marked as a heading is one if it holds nothing but the usual words of headings; of items, only
    one that is numbered and in capitals (``2. EMPLOYMENT``).
    """
    numbered = block.kind == "item" and block.key.isalnum() and block.text.isupper()
    if (block.kind in ("item", "field") and not numbered) or len(block.text) > 80:
        return ""
    bare = re.sub(r"\([^()]*\)", "", _NUMBERING.sub("", close_set(block.text)))
    tokens = [word for word in words(bare) if not word.isdigit()]
    known = sum(token in _usual_words() for token in tokens)
    if block.kind == "heading" and 2 * known < len(tokens):
        return ""
    if block.kind != "heading" and not (known == len(tokens) <= 8 and _opens_and_ends(close_set(block.text))):
        return ""
    return _role(tokens)


def is_usual(block: Block) -> bool:
    """Whether a line holds nothing but the usual words of headings."""
    return all(word in _usual_words() for word in words(_NUMBERING.sub("", close_set(block.text))))


def _is_entry(block: Block, role: str, top: int) -> bool:
    """A deeper heading of an entry: ``Visiting Position, Acme, 2019`` below ``Appointments``."""
    below = role in _ENTRIES and block.kind == "heading" and block.level > top
    return below and (not is_usual(block) or bool(re.search(r"\d{4}|,\s|\t", block.text)))


def _heading_forms(blocks: Sequence[Block]) -> set[str]:
    """How the known headings of a document are set apart, where two or more are so: bold, in capitals."""
    known = [form for block in blocks if (form := _form(block)) and heading_role(block)]
    return {form for form in known if known.count(form) > 1}


def _form(block: Block) -> str:
    """``bold`` or ``capitals`` for a line that is so from end to end and has no date or address in it."""
    if block.kind != "paragraph" or not 3 < len(block.text) <= 60 or re.search(r"[\d@,.|\t]", block.text):
        return ""
    if any(m.kind == "bold" and m.start == 0 and m.end >= len(block.text) - 1 for m in block.marks):
        return "bold"
    return "capitals" if block.text.isupper() else ""


def _may_head(block: Block) -> bool:
    """A line of a heading's form that names no organisation: such lines are entries as well."""
    return len(block.text.split()) <= 6 and not holds_organization_word(block.text)


def roles_told(sections: Iterable[Section]) -> set[str]:
    """The roles of sections that hold something, apart from head, summary and unknown ones."""
    known = ("head", "summary", "other", "contact")
    return {section.role for section in sections if section.blocks and section.role not in known}


def _role(tokens: Sequence[str]) -> str:
    held, other = set(tokens), rows("headings_other.tsv")
    for role, pairs in rows("heading_pairs.tsv").items():
        if any(held.issuperset(pair.split("+")) for pair in pairs) and not held & other["surely printed"]:
            return role
    roles = [role for role, vocabulary in rows("headings.tsv").items() if vocabulary & held]
    if "publications" in roles and held & other["not printed"] and not held & other["surely printed"]:
        roles.remove("publications")
    if "under review" in " ".join(tokens) and not roles:
        return "publications"
    return roles[0] if roles else ""


@cache
def _usual_words() -> frozenset[str]:
    pairs = (
        word for pair in rows("heading_pairs.tsv").values() for words in pair for word in words.split("+")
    )
    return rows("headings_other.tsv")["filler"].union(pairs, *rows("headings.tsv").values())


def _opens_and_ends(text: str) -> bool:
    bare = _NUMBERING.sub("", text)
    return bare[:1].isupper() and bare[-1:] not in ".,;"
