"""Fields whose keys are paths, as the tree that they came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from scholargraph.extract.telling import cite, cite_lines
from scholargraph.model import Block, Document, Span

MISSING = re.compile(
    r"\W*(?:nan|none|n\s?/?\s?a|null|nil|tb[dac]|tbd soon|unknown|todo|not applicable|"
    r"to be (?:determined|announced|decided|confirmed)|-+|\?+)?\W*",
    re.I,
)
"""Values that say nothing."""
_LONGEST_QUOTE = 4000


class Node(Struct):
    """A value (``block``) or what it holds: ``children`` by key, or by position in a list, in order."""

    block: Block | None = None
    children: dict[str, Node] = {}

    @property
    def is_list(self) -> bool:
        """Whether the children are numbered."""
        return bool(self.children) and all(key.isdigit() for key in self.children)

    def get(self, *keys: str) -> Node | None:
        """The child under the first of some keys that has one; capitals, dashes and underscores count for
        nothing."""
        plain = {plain_key(key): child for key, child in self.children.items()}
        return next((plain[key] for key in keys if key in plain), None)

    def leaf(self, *keys: str) -> Block | None:
        """The value under the first of some keys that says something."""
        plain = {plain_key(key): child for key, child in self.children.items()}
        found = (plain[key].block for key in keys if key in plain)
        return next((block for block in found if block and not MISSING.fullmatch(block.text)), None)

    def text(self, *keys: str) -> str:
        """The words of that value; empty if there is none."""
        block = self.leaf(*keys)
        return block.text if block else ""

    def leaves(self, *keys: str) -> list[Block]:
        """All values below some keys (below the node itself, if none are given), in order."""
        nodes = [child for key in keys if (child := self.get(key))] if keys else [self]
        return [block for node in nodes for block in _below(node) if not MISSING.fullmatch(block.text)]

    def entries(self) -> list[Node]:
        """The items of a list; a node that is no list is its own only entry."""
        return list(self.children.values()) if self.is_list else [self]


def tree(blocks: Iterable[Block]) -> Node:
    """The tree of all fields."""
    root = Node(children={})
    for block in blocks:
        if block.kind == "field":
            node = root
            for step in block.key.split("/"):
                node = node.children.setdefault(step, Node(children={}))
            if node.block is None:
                node.block = block
    return root


@lru_cache(maxsize=10_000)
def plain_key(key: str) -> str:
    """A key without capitals and separators: ``start_date``, ``startDate``, ``Start Date`` are one."""
    return re.sub(r"[\s_.-]+", "", key).casefold()


def cite_fields(document: Document, blocks: Sequence[Block]) -> Span:
    """The lines from the first of some fields to the last; the longest field where lines are endless."""
    ordered = sorted(blocks, key=lambda block: (block.start_line, block.end_line))
    lines = document.lines[ordered[0].start_line - 1 : max(block.end_line for block in blocks)]
    if sum(map(len, lines)) <= _LONGEST_QUOTE:
        return cite_lines(document, ordered[0], max(blocks, key=lambda block: block.end_line))
    return cite(max(blocks, key=lambda block: min(len(block.text), 200)))


def _below(node: Node) -> Iterator[Block]:
    if node.block is not None:
        yield node.block
    for child in node.children.values():
        yield from _below(child)
