"""What paragraphs and characters look like: styles, their ancestors, and formatting on the spot."""

from __future__ import annotations

import re
from typing import NamedTuple

from scholargraph.read.word.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 20
_FACES = {"b": "bold", "i": "italic", "caps": "capitals", "smallCaps": "capitals", "vanish": "hidden"}
_CODE = re.compile(r"courier|consolas|mono\b|menlo", re.IGNORECASE)
_HEADING = re.compile(r"heading (\d)")


class Look(NamedTuple):
    """How characters look: what is set (``bold``) or unset, and the size in half points (0: not said)."""

    on: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    size: int = 0

    def over(self, below: Look) -> Look:
        """This look laid over another."""
        on = self.on | (below.on - self.off)
        return Look(on, self.off | (below.off - self.on), self.size or below.size)


class Style(NamedTuple):
    """A style with all that it inherits."""

    name: str
    look: Look
    level: int
    """Of a heading, from 1; 0 for a title of the document, -1 for what is no heading."""
    numbering: tuple[str, int] | None
    """The list it numbers by, and the level there."""


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(f"{W}style") if root is not None else []
        self._elements = {element.get(f"{W}styleId", ""): element for element in found}
        self._default = next((s.get(f"{W}styleId", "") for s in found if _is_default(s)), "")
        self._known: dict[str, Style] = {}
        base = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self.base = look(base)

    def style(self, style_id: str) -> Style:
        """A style; an unknown one is that of plain paragraphs."""
        if style_id not in self._known:
            self._known[style_id] = self._inherited(style_id)
        return self._known[style_id]

    def paragraph(self, style_id: str) -> Style:
        """The style of a paragraph, plain where it names none."""
        return self.style(style_id or self._default)

    def _inherited(self, style_id: str) -> Style:
        name, found, level, numbering = "", Look(), -1, None
        for element in self._line(style_id):
            own_name = value(element.find(f"{W}name")).lower()
            name = name or own_name
            found = found.over(look(element.find(f"{W}rPr")))
            level = _level(own_name, element) if level < 0 else level
            numbering = numbering or number_of(element.find(f"{W}pPr"))
        return Style(name, found, level, numbering)

    def _line(self, style_id: str) -> list[Element]:
        """A style and its ancestors."""
        line: list[Element] = []
        while style_id in self._elements and len(line) < _DEEPEST:
            line.append(self._elements[style_id])
            style_id = value(line[-1].find(f"{W}basedOn"))
        return line


def value(element: Element | None) -> str:
    """The ``w:val`` of an element, or nothing."""
    return "" if element is None else str(element.get(f"{W}val", ""))


def look(properties: Element | None) -> Look:
    """The look that run properties ask for."""
    if properties is None:
        return Look()
    on, off = set[str](), set[str]()
    for tag, kind in _FACES.items():
        element = properties.find(f"{W}{tag}")
        if element is not None:
            (off if value(element) in ("0", "false", "off", "none") else on).add(kind)
    if value(properties.find(f"{W}vertAlign")) == "superscript":
        on.add("superscript")
    fonts = properties.find(f"{W}rFonts")
    if fonts is not None and _CODE.search(fonts.get(f"{W}ascii", "")):
        on.add("code")
    size = value(properties.find(f"{W}sz"))
    return Look(frozenset(on), frozenset(off), int(size) if size.isdigit() else 0)


def number_of(properties: Element | None) -> tuple[str, int] | None:
    """The list and level that paragraph properties number by; ``("0", 0)`` where they switch it off."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None
    level = value(found.find(f"{W}ilvl"))
    return value(found.find(f"{W}numId")), min(int(level), 8) if level.isdigit() else 0


def outline_level(properties: Element | None) -> int:
    """The outline level that paragraph properties give, from 1; -1 for body text."""
    level = value(properties.find(f"{W}outlineLvl")) if properties is not None else ""
    return int(level) + 1 if level.isdigit() and int(level) < 9 else -1


def _level(name: str, element: Element) -> int:
    if name == "title":
        return 0
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else outline_level(element.find(f"{W}pPr"))


def _is_default(element: Element) -> bool:
    return element.get(f"{W}default") in ("1", "true") and element.get(f"{W}type") == "paragraph"
