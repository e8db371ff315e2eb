"""The numbers printed before the items of numbered lists."""

from __future__ import annotations

import re

from scholargraph.read.html.tree import Element, Tree

BULLET = "•"
_UNMARKED = frozenset(
    {"bibliography", "list-unstyled", "unstyled", "no-bullets", "nobullets", "list-none", "list-group"}
)
_NO_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,6}")


def starts_at(items: Element, tree: Tree) -> int:
    """The number of the first item of an ``ol``: its ``start``, or the count of items if reversed."""
    start = items.get("start")
    if _NUMBER.fullmatch(start):
        return int(start)
    if "reversed" not in items.attributes:
        return 1
    events = tree.events[items.first + 1 : items.last]
    return sum(e.kind == "start" and e.element is not None and e.element.parent is items for e in events)


def item_key(item: Element, numbers: dict[Element, int]) -> str:
    """The number before an item, or a bullet; nothing in lists without either. Counts on in ``numbers``."""
    items = item.parent
    if items is None or items not in numbers:
        return "" if items is not None and _is_unmarked(items) else BULLET
    value = item.get("value")
    number = int(value) if _NUMBER.fullmatch(value) else numbers[items]
    numbers[items] = number + (-1 if "reversed" in items.attributes else 1)
    return "" if _is_unmarked(items) else str(number)


def _is_unmarked(items: Element) -> bool:
    return bool(_NO_STYLE.search(items.get("style"))) or not _UNMARKED.isdisjoint(items.classes)
