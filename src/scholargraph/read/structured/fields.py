"""Lines of a structured source → field blocks."""

from __future__ import annotations

from scholargraph.model import Block
from scholargraph.read.structured.jsons import json_leaves
from scholargraph.read.structured.leaves import Leaf, leaf_block
from scholargraph.read.structured.text import SourceText
from scholargraph.read.structured.yamls import yaml_leaves


def yaml_blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """A field for each scalar of a YAML file, its key the path to it; and notes on doubts."""
    source = SourceText(lines)
    leaves, notes = yaml_leaves(source)
    return field_blocks(source, leaves), notes


def json_blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """A field for each scalar of a JSON file, its key the path to it; and notes on doubts."""
    source = SourceText(lines)
    leaves, notes = json_leaves(source)
    return field_blocks(source, leaves), notes


def front_blocks(lines: tuple[str, ...], first: int, end: int) -> list[Block]:
    """The fields of front matter on ``lines[first:end]`` if it is valid YAML that nests, else none."""
    if not any(line[:1] in " -" and line.strip() for line in lines[first:end]):
        return []
    source = SourceText(lines[first:end], first + 1, whole_lines=True)
    leaves, notes = yaml_leaves(source)
    nested = not notes and any("/" in leaf.path for leaf in leaves)
    return field_blocks(source, leaves) if nested else []


def field_blocks(source: SourceText, leaves: list[Leaf]) -> list[Block]:
    """The fields of leaves; those that say nothing are left out."""
    return [block for leaf in leaves if (block := leaf_block(source, leaf))]
