"""Menus of a site and lines about how a page was made: no words of its owner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scholargraph.model import Block
from scholargraph.read.data import words

_FOOTER = re.compile(
    r"(?:(?:this )?(?:page|site|website|content)(?: was)? )?"
    r"(?:last (?:updated?|modified|change[ds]?|edited)|updated (?:on|in)"
    r"|(?:powered|generated|hosted) (?:by|on)"
    r"|(?:design|theme|template|website|site)\w* (?:\w+ed |built |made |stolen )?"
    r"(?:by|from|with|credits?)|(?:built|made) with|back to top|follow(?: me)?(?: on)?:?\Z"
    r"|toggle navigation|skip to|view (?:my|the) stats|visitors?|page (?:visits|views))(?!\w)",
    re.IGNORECASE,
)
_LONGEST_FOOTER, _LONGEST_MENU = 240, 300
_MENU_ITEM = re.compile(r"[^\W\d_][\w&' -]{0,40}")
_LEAST_LINKS = 3


def is_footer(block: Block) -> bool:
    """Whether a block only says how the page was made; one with an address of its own says more."""
    text = block.text.lstrip("[({©*|- ")
    mailed = any(mark.target.startswith("mailto:") for mark in block.marks)
    return len(block.text) <= _LONGEST_FOOTER and bool(_FOOTER.match(text)) and not mailed


def without_menus(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out runs of links that only name the parts of a site."""
    held: list[Block] = []
    for block in [*blocks, None]:
        labels = _menu_labels(block) if block else 0
        if block and labels:
            held.append(block)
            if labels < _LEAST_LINKS:
                continue
        if block and labels >= _LEAST_LINKS:
            held.pop()
        if len(held) < _LEAST_LINKS:
            yield from held
        held = []
        if block and not labels:
            yield block


def _menu_labels(block: Block) -> int:
    """How many links to parts of a site a block is made of; 0 if it holds anything else."""
    links = [mark for mark in block.marks if mark.kind == "link"]
    if block.kind == "heading" or not links or len(block.text) > _LONGEST_MENU:
        return 0
    bare = list(block.text)
    for mark in links:
        label = block.text[mark.start : mark.end].strip().casefold()
        if mark.target.startswith("mailto:") or not label or not _is_menu_label(label):
            return 0
        bare[mark.start : mark.end] = " " * (mark.end - mark.start)
    return 0 if re.search(r"\w", "".join(bare)) else len(links)


def _is_menu_label(label: str) -> bool:
    known = words("menu_words")
    return bool(_MENU_ITEM.fullmatch(label)) and all(
        word in known for word in re.findall(r"[^\W\d_]+", label)
    )
