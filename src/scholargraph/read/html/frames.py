"""Elements whose words are one block, and pictures that words stand for."""

from __future__ import annotations

import re

from scholargraph.read.html.tree import Element

_FILE_NAME = re.compile(r"\.\w{3,4}\Z|_")


class Frame:
    """An element whose words are one block: an item, a row, a box, a heading."""

    def __init__(self, element: Element, kind: str, level: int = 0, key: str = "") -> None:
        self.element, self.kind, self.level, self.key = element, kind, level, key
        self.told = False
        """Whether its first words are told; what comes later is a paragraph."""
        self.described = False
        """In a list of terms: whether words to the term have come, so that the next term begins an entry."""


def is_named(image: Element) -> bool:
    """Whether a picture has words that are not the name of its file."""
    label = image.get("alt")
    return bool(label) and not _FILE_NAME.search(label) and len(label) < 200
