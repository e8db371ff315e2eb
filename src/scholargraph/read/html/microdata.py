"""Microdata and RDFa: things and their properties, stated by attributes over the visible words."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from scholargraph.model import Block
from scholargraph.read.html.run import Run
from scholargraph.read.html.tokens import Attribute
from scholargraph.read.html.tree import Element, Tree
from scholargraph.read.structured.text import SourceText

_LONGEST, _MOST = 2_000, 5_000
_VALUES = (
    ("content", ""),
    ("datetime", "time"),
    ("href", "a"),
    ("href", "link"),
    ("src", "img"),
    ("src", "iframe"),
)


class _Thing(NamedTuple):
    path: str
    counts: Counter[str]


class _Property(NamedTuple):
    thing: Element
    name: str
    element: Element


class Microdata:
    """Gathers things (``itemscope``, ``typeof``) and properties (``itemprop``, ``property``) of a tree.

    ``counts`` gives the number of things of each type met so far, also by other means.
    """

    def __init__(self, tree: Tree, text: SourceText, counts: Counter[str]) -> None:
        self.tree, self.text, self.counts = tree, text, counts
        self.things: dict[Element, _Thing] = {}
        self.properties: list[_Property] = []

    def take(self, element: Element) -> None:
        """Take what the attributes of one element state; its parents were taken before."""
        held = element.attributes
        names = (
            element.get("itemprop") or ("" if element.name == "meta" else element.get("property"))
        ).split()
        kind = element.get("itemtype") or element.get("typeof")
        scope = "itemscope" in held or "typeof" in held
        if not (names or scope):
            return
        above = next((up for up in element.up() if up in self.things), None)
        if scope:
            self._thing(element, kind, names, above)
        elif above is not None and len(self.properties) < _MOST:
            self.properties += [_Property(above, _short(name), element) for name in names]

    def fields(self) -> list[Block]:
        """A field for each property; several of one name are numbered."""
        alike = Counter((p.thing, p.name) for p in self.properties)
        seen: Counter[tuple[Element, str]] = Counter()
        found: list[Block] = []
        for each in self.properties:
            slot = (each.thing, each.name)
            number = f"/{seen[slot]}" if alike[slot] > 1 else ""
            seen[slot] += 1
            key = f"{self.things[each.thing].path}/{each.name}{number}"
            block = self._field(each.element, key)
            found += [block] if block else []
        return found

    def _thing(self, element: Element, kind: str, names: list[str], above: Element | None) -> None:
        if names and above is not None:
            parent, name = self.things[above], _short(names[0])
            path = f"{parent.path}/{name}/{parent.counts[name]}"
            parent.counts[name] += 1
        else:
            short = _short(kind.split()[0]) if kind else "Thing"
            path = f"{short}/{self.counts[short]}"
            self.counts[short] += 1
        self.things[element] = _Thing(path, Counter())

    def _field(self, element: Element, key: str) -> Block | None:
        run = Run(self.text)
        value = self._value(element)
        if value:
            run.text(value.start, value.end)
        elif element.last - element.first < _LONGEST:
            for event in self.tree.events[element.first + 1 : element.last]:
                if event.kind == "text":
                    run.text(event.start, event.end)
                elif event.element is None or event.element.name in ("br", "p", "div", "li", "td"):
                    run.gap(" ")
        return run.block("field", key=key)

    def _value(self, element: Element) -> Attribute | None:
        for attribute, name in _VALUES:
            if name in ("", element.name) and attribute in element.attributes:
                return element.attributes[attribute]
        return None


def _short(name: str) -> str:
    """The last step of an address: ``https://schema.org/Person`` → ``Person``."""
    return name.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1]
