"""How a page is laid out: which table rows, list items and boxes are one entry, which only place things."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from scholargraph.read.headings import is_section
from scholargraph.read.html.tree import Element, Tree

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLES, _LISTS, _PARAGRAPHS = frozenset({"table"}), frozenset({"ul", "ol", "dl"}), frozenset({"p"})
_BREAKS, _CELLS = frozenset({"br"}), frozenset({"td", "th"})
_BOXES = frozenset({"div", "article", "section", "p", "blockquote"})
_ENTRY = re.compile(
    r"(?:^|[-_ ])(?:item|entry|entries|pub|publication|paper|bib|bibitem|csl|article|card|media|work|project"
    r"|post|person|member|news|talk|award|job|experience|education|position|row)(?:[-_ ]|$|\d)"
)
_ARTICLE = re.compile(r"schema\.org/(?:\w*Article|CreativeWork|Book|Thesis|Report|Person|Event|Course)\b")
_TAGS = re.compile(r"<[^<>]*>")
LONGEST_ROW, LONGEST_ENTRY = 1500, 2500
_MOST_EVENTS, _MOST_HEADINGS = 5000, 20
"""What holds more is no entry; it is not looked through."""


class Layout:
    """Answers about single elements of a tree, each from counts made once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def is_row(self, row: Element) -> bool:
        """Whether a table row is one line of two cells or more, and not a grid for larger things."""
        cells = self._cells.get(row, [])
        filled = [cell for cell in cells if self.tree.size(cell)]
        if len(filled) < 2 or self.tree.size(row) > LONGEST_ROW:
            return False
        if self._holds(row, HEADINGS | _TABLES | _LISTS):
            return False
        count = self.tree.count
        return all(count(cell, _PARAGRAPHS) <= 1 and count(cell, _BREAKS) <= 4 for cell in filled)

    def is_entry(self, box: Element) -> bool:
        """Whether a box is one of several alike that hold an entry each: a card, a publication."""
        if box.name not in _BOXES or not box.attributes or not self._repeated(box):
            return False
        called = bool(_ENTRY.search(box.get("class").lower())) or bool(_ARTICLE.search(box.get("itemtype")))
        if not called or not 20 <= self.tree.size(box) <= LONGEST_ENTRY:
            return False
        count = self.tree.count
        plain = not self._holds(box, _TABLES | _LISTS) and count(box, HEADINGS) <= 2
        return plain and count(box, _PARAGRAPHS) <= 5 and not self.has_section(box)

    def is_item(self, item: Element) -> bool:
        """Whether a list item is one entry, and not a place for whole sections."""
        return self.tree.size(item) <= 2 * LONGEST_ENTRY and not self.has_section(item)

    def has_section(self, element: Element) -> bool:
        """Whether a heading inside is called as sections are."""
        heads = self.tree.count(element, HEADINGS)
        if not heads or element.last - element.first > _MOST_EVENTS or heads > _MOST_HEADINGS:
            return heads > 0
        events = self.tree.events[element.first + 1 : element.last]
        found = (e.element for e in events if e.kind == "start" and e.element and e.element.name in HEADINGS)
        return any(is_section(self.words(head)) for head in found)

    def pairs(self, terms: Element) -> bool:
        """Whether a ``dl`` is a list of entries (term and words to it), not sections under their names."""
        if terms.last - terms.first > _MOST_EVENTS:
            return False
        events = self.tree.events[terms.first + 1 : terms.last]
        inner = [e.element for e in events if e.kind == "start" and e.element and e.element.parent is terms]
        return not any(
            (e.name == "dt" and is_section(self.words(e))) or self.tree.size(e) > LONGEST_ROW for e in inner
        )

    def words(self, element: Element) -> str:
        """The text of a short element, roughly."""
        end = self.tree.events[element.last].start
        return " ".join(_TAGS.sub(" ", self.tree.source[element.end : min(end, element.end + 2000)]).split())

    def _holds(self, element: Element, names: frozenset[str]) -> bool:
        return self.tree.count(element, names) > 0

    def _repeated(self, box: Element) -> bool:
        return self._alike[(box.parent, box.name, box.get("class"))] > 1

    @cached_property
    def _alike(self) -> Counter[tuple[Element | None, str, str]]:
        boxes = (e for e in self.tree.elements if e.name in _BOXES and e.attributes)
        return Counter((e.parent, e.name, e.get("class")) for e in boxes)

    @cached_property
    def _cells(self) -> dict[Element | None, list[Element]]:
        cells: dict[Element | None, list[Element]] = {}
        for element in self.tree.elements:
            if element.name in _CELLS:
                cells.setdefault(element.parent, []).append(element)
        return cells
