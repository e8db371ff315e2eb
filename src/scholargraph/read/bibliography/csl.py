"""CSL-JSON → field blocks: as other JSON, but each name of an author or editor is one field."""

from __future__ import annotations

import re
from itertools import groupby

from scholargraph.model import Block
from scholargraph.read.aligned import Aligned
from scholargraph.read.structured.jsons import json_leaves
from scholargraph.read.structured.leaves import Leaf, leaf_block
from scholargraph.read.structured.text import SourceText

_HEAD = re.compile(r"\s*[\[{]")
_SIGNS = re.compile(r'"(?:container-title|issued|date-parts|author|DOI|family|literal|citation-key)"\s*:')
_OTHER = re.compile(r'"(?:basics|work|education|cv)"\s*:')
_NAME = re.compile(
    r"(?P<path>(?:.*/)?(?:author|editor)/\d+)/(?P<part>family|given|suffix|literal|[a-z-]*particle)"
)
_ITEMS = re.compile(r"(?:items/)?(?=\d+/)")


def is_csl(head: str) -> bool:
    """Whether JSON begins like a list of bibliographic items."""
    signs = {sign[0] for sign in _SIGNS.finditer(head)}
    return bool(_HEAD.match(head)) and len(signs) >= 2 and not _OTHER.search(head)


def csl_blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """A field for each value, its key ``<item>/<path>``, and one for each name; notes on doubts."""
    source = SourceText(lines)
    leaves, notes = json_leaves(source)
    blocks: list[Block] = []
    for path, group in groupby(leaves, key=_owner):
        held = list(group)
        if path:
            blocks += _name(source, _numbered(path), held)
        else:
            named = (leaf._replace(path=_numbered(leaf.path)) for leaf in held)
            blocks += [block for leaf in named if (block := leaf_block(source, leaf))]
    return blocks, notes


def _owner(leaf: Leaf) -> str:
    """The path of the name that a leaf is part of, or nothing."""
    found = _NAME.fullmatch(leaf.path)
    return found["path"] if found else ""


def _numbered(path: str) -> str:
    """The path from the item's number on; a lone item is number 0."""
    found = _ITEMS.match(path)
    return path[found.end() :] if found else f"0/{path}"


def _name(source: SourceText, path: str, leaves: list[Leaf]) -> list[Block]:
    """One field of the parts of a name: ``de la Cruz, Ann``; it stands where its parts stand."""
    parts = {
        leaf.path.rpartition("/")[2]: block.text for leaf in leaves if (block := leaf_block(source, leaf))
    }
    family = " ".join(
        parts[part]
        for part in ("dropping-particle", "non-dropping-particle", "family", "literal")
        if part in parts
    )
    text = ", ".join(part for part in (family, parts.get("suffix", ""), parts.get("given", "")) if part)
    start, end = leaves[0].start, leaves[-1].end
    key = f"{path}/literal" if "literal" in parts else path
    return [source.field(key, Aligned(text, [start, *[end] * len(text)]))] if text else []
