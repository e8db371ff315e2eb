"""An HTML page as a whole: its bytes decoded, its words and its statements as blocks in order of lines."""

from __future__ import annotations

import re

import msgspec

from scholargraph.model import Block, Mark
from scholargraph.read.html.layout import Layout
from scholargraph.read.html.settle import settled
from scholargraph.read.html.statements import statements
from scholargraph.read.html.tree import Tree
from scholargraph.read.html.walk import Walk
from scholargraph.read.structured.fields import field_blocks
from scholargraph.read.structured.text import SourceText
from scholargraph.read.structured.yamls import yaml_leaves

_PAGE = re.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^<>]*>|﻿)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FENCE = re.compile(r"---\s*\Z")
_LONGEST_FRONT = 200


def looks_like_page(head: str) -> bool:
    """Whether a text begins as an HTML page does, whatever its suffix says."""
    return bool(_PAGE.match(head))


def blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """The blocks of a page and notes on doubts.

    Headings, paragraphs and items are what a reader of the page sees; the rows of tables are paragraphs (or
    numbered items) with tabs between their cells, header cells in bold. What the page states for machines
    (``meta``, JSON-LD, microdata, RDFa) and the front matter of a template are fields.
    """
    front, body = _front_matter(lines)
    text = SourceText(body)
    tree = Tree(text.text)
    fields, notes = statements(tree, text)
    if tree.unclosed:
        line = text.line(tree.unclosed - 1)
        notes.insert(0, f"line {line}: a comment begins here and never ends; what follows is not read")
    title = next((field.text for field in fields if field.key == "meta/title"), "")
    found = [*front, *fields, *settled(_visible(tree, text), title)]
    return sorted(found, key=lambda block: block.start_line), notes


def _visible(tree: Tree, text: SourceText) -> list[Block]:
    layout = Layout(tree)
    walk = Walk(layout, text)
    walk.go(0, len(tree.events) - 1)
    asides: dict[int, list[Block]] = {}
    for place, element in walk.asides:
        aside = Walk(layout, text)
        aside.go(element.first + 1, element.last - 1)
        asides.setdefault(place, []).extend(map(_abstract, aside.blocks))
    pieces = ([block, *asides.get(at, [])] for at, block in enumerate(walk.blocks))
    return [block for piece in pieces for block in piece]


def _abstract(block: Block) -> Block:
    mark = Mark("part", 0, len(block.text), "abstract")
    return msgspec.structs.replace(block, kind="paragraph", level=0, key="", marks=(mark, *block.marks))


def _front_matter(lines: tuple[str, ...]) -> tuple[list[Block], tuple[str, ...]]:
    """The fields between two fences at the top of a generator's page, and the page with them blanked."""
    if not lines or not _FENCE.match(lines[0]):
        return [], lines
    end = next((i for i, line in enumerate(lines[1:_LONGEST_FRONT], 1) if _FENCE.match(line)), 0)
    if not end:
        return [], lines
    leaves, _ = yaml_leaves(front := SourceText(lines[1:end], first=2)) if end > 1 else ([], [])
    fields = field_blocks(front, leaves) if leaves else []
    return fields, ("",) * (end + 1) + lines[end + 1 :]
