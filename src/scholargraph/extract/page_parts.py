"""A home page cut into its parts, each with the role that its heading or its lines give it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from scholargraph.extract.blocks import sliced
from scholargraph.extract.education import has_degree
from scholargraph.extract.page_contents import is_work, names_interests, role_by_content
from scholargraph.extract.page_head import is_address, is_prose
from scholargraph.extract.page_members import names_alone, names_somebody
from scholargraph.extract.page_roles import page_role
from scholargraph.extract.post_lines import read_line
from scholargraph.extract.sections import Section, heading_role
from scholargraph.extract.tables import lines
from scholargraph.model import Block
from scholargraph.names.text import fold

_LABEL = re.compile(r"(?P<label>(?!(?:I|We|He|She|They)\b)[A-ZÀ-Ž][^\n:.!?]{2,45}):\s+(?=\S)")

_LABEL_END = re.compile(r":?\s*")

_YEAR = re.compile(
    r"\W*(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|present))?|older|earlier|before (?:19|20)\d\d)"
    r"(?: and (?:earlier|older|before|prior))?\W*",
    re.I,
)

_PRINTED = re.compile(
    r"\b(?:19|20)\d\d\b|\b[A-Z]\. ?[A-Z]\w+|,.*,|[“\"].+[”\"]|\bwith [A-Z]"
    r"|\b(?:forthcoming|submitted|press)\b|[’']\d\d\b"
)

_FURNITURE = re.compile(
    r"\W*(?:search|menu|navigation|site navigation|skip to .{3,30}|table of contents|toc|on this page)\W*",
    re.I,
)
"""Headings that belong to the frame of a site: what follows is no part of theirs."""

_FOOT = re.compile(
    r"\W*(?:(?:this |the )?(?:web\s?)?(?:page|site) )?(?:was |is )?(?:last|page) "
    r"(?:modified|updated?|changed|edited|touched|revised|generated)\b"
    r"|\W*(?:powered|designed|hosted) (?:by|with|on)\b",
    re.I,
)
"""Lines at the foot of a page about the page itself."""

_SUB = frozenset({"publications", "group", "news", "quiet", "products"})

"""Under these, a deeper heading of other words stands for a part of the same."""

_LISTED = frozenset({"group", "awards", "employment", "education", "publications", "quiet"})

_LABELLED = "label"

_ENTRIES = frozenset({"employment", "education", "awards"})

"""Under these, a deeper heading of other words is a line of an entry."""


class Part(Struct, frozen=True):
    """What stands under one heading of a page, and the role that heading and content give it."""

    role: str
    section: Section


def cut_page(blocks: Iterable[Block]) -> list[Part]:
    """The page cut at its headings, and at labels such as ``PhD students:`` that begin a line.

    What stands before the first heading, or under the title at the very top, is the head. A role of its
    heading (``education``) counts only if the content bears it out; a heading of unknown words may get one
    from its lines.
    """
    visible = [piece for block in _own(blocks) for piece in _labelled(block)]
    top = next((block for block in visible if block.kind == "heading"), None)
    parts: list[Part] = []
    above: list[tuple[int, str]] = []
    heading, held, role = None, list[Block](), "head"
    for block in visible:
        if heading is not None and heading.key == _LABELLED and held and _is_over(held[-1], block):
            parts.append(_part(role, heading, held))
            role, heading, held = "", None, []
        if role == "group" and block.kind == "heading" and names_alone(block):
            held.append(msgspec.structs.replace(block, kind="paragraph"))
            continue
        own = _role_here(block)
        if not (own or block.kind == "heading") or _is_inside(block, own, role, heading):
            held.append(block)
            continue
        parts.append(_part(role, heading, held))
        opening = block is top and role == "head" and not any(len(other.text.split()) > 14 for other in held)
        role = own or _inherited(above, block) or ("head" if opening else "")
        above.append((block.level or 9, role))
        heading, held = block, []
    return [
        part for part in [*parts, _part(role, heading, held)] if part.section.heading or part.section.blocks
    ]


def _inherited(above: list[tuple[int, str]], block: Block) -> str:
    """The role of the next heading above of which a heading is a part, if such parts share it."""
    while above and above[-1][0] >= block.level:
        above.pop()
    return above[-1][1] if above and block.kind == "heading" and above[-1][1] in _SUB else ""


def _own(blocks: Iterable[Block]) -> Iterator[Block]:
    """The visible blocks, without the instructions that a template brought with it."""
    silent = 0
    for block in blocks:
        if block.kind == "heading":
            if _FURNITURE.fullmatch(block.text):
                continue
            leftover = fold(block.text) in lines("template_headings.txt")
            silent = block.level if leftover else silent if silent and block.level > silent else 0
        if block.kind != "field" and not silent and not (len(block.text) < 150 and _FOOT.match(block.text)):
            yield block


def _labelled(block: Block) -> Iterator[Block]:
    """A paragraph cut at lines that begin with a label which could head a part (``Prizes: …``); the label is
    then a heading."""
    if block.kind != "paragraph" or ":" not in block.text[:2000]:
        yield block
        return
    starts = [0, *(match.end() for match in re.finditer("\n", block.text))]
    cuts = [label for start in starts if (label := _label_at(block, start))]
    ends = [*(start for start, _ in cuts), len(block.text)]
    if block.text[: ends[0]].strip():
        yield sliced(block, 0, len(block.text[: ends[0]].rstrip()))
    for (start, end), stop in zip(cuts, ends[1:], strict=True):
        yield msgspec.structs.replace(sliced(block, start, end), kind="heading", level=6, key=_LABELLED)
        lead = _LABEL_END.match(block.text, end)
        yield sliced(block, lead.end() if lead else end, len(block.text[:stop].rstrip()))


def _label_at(block: Block, start: int) -> tuple[int, int] | None:
    """Where a label stands that begins a line, if it heads something."""
    match = _LABEL.match(block.text, start)
    if match is None or len(block.text) < match.end() + 4:
        return None
    if any(m.start <= start and m.end > match.end() and m.kind in ("italic", "link") for m in block.marks):
        return None
    label = msgspec.structs.replace(sliced(block, *match.span("label")), kind="heading")
    people = page_role(label) != "group" or names_somebody(sliced(block, match.end(), len(block.text)))
    return match.span("label") if _heads(label) and people else None


def _heads(label: Block) -> bool:
    """Whether the words before a colon head a list of their own, not an address or the lines of an entry."""
    return len(label.text.split()) <= 5 and page_role(label) in _LISTED


def _is_over(last: Block, block: Block) -> bool:
    """Whether what a label heads ends before a block: at a gap, at sentences, at addresses."""
    return block.start_line > last.end_line + 1 or is_prose(block) or is_address(block)


def _role_here(block: Block) -> str:
    """The role of a block that begins a part; a line that is no heading begins one if its words are usual."""
    if block.kind == "heading":
        return page_role(block)
    return page_role(block) if block.kind == "paragraph" and heading_role(block) else ""


def _is_inside(block: Block, own: str, role: str, heading: Block | None) -> bool:
    """Whether a heading belongs to the part above: a year in a list, the first line of an entry."""
    if own or heading is None:
        return False
    deeper = block.level > heading.level
    below_name = role == "head" and block.kind == "heading" and _names_post(block)
    line = role == "leader" and deeper
    return (
        below_name
        or line
        or (role in _SUB and bool(_YEAR.fullmatch(block.text)))
        or (role in _ENTRIES and deeper)
    )


def _part(role: str, heading: Block | None, held: Sequence[Block]) -> Part:
    if role in _BORNE_OUT and not any(map(_BORNE_OUT[role], held)):
        role = ""
    if role == "interests" and is_work(held):
        role = ""
    if not role and heading is not None:
        role = "interests" if names_interests(heading, held) else role_by_content(held)
    return Part(role, Section(role or "other", heading, tuple(held)))


def _is_printed(block: Block) -> bool:
    marked = any(m.kind in ("bold", "link", "italic") and m.start < 3 and m.end > 20 for m in block.marks)
    return marked or bool(_PRINTED.search(block.text))


def _names_post(block: Block) -> bool:
    line = read_line(block)
    return bool(line.role or line.organization)


_BORNE_OUT: dict[str, Callable[[Block], bool]] = {
    "education": has_degree,
    "employment": _names_post,
    "publications": _is_printed,
}

__all__ = ["Part", "cut_page"]
