"""What list items begin with: bullets, numbers, labels in brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

_LABEL = r"\\?\[(?:\d{1,3}|[A-Za-z+]{1,12}-?\d{1,3}[a-z]?)\\?\]"
_LIST_TAG = r"(?i:(?:</?[uo]l\b[^<>]{0,200}>\s*)?<li\b[^<>]{0,200}>)"
_BULLET = re.compile(
    rf"""(?P<indent>\s*)(?:
        (?P<dot>[•◦▪▫‣⁃●○■□◆◇►▸➢➤✓✔∙·]|[-*+–—]|o(?=\s+[A-Z0-9"“])|{_LIST_TAG})
            (?:\s+(?P<dotted>{_LABEL}(?=\s)))?
      | (?P<number>\(?\d{{1,3}}\\?[.)]|\(?(?:[a-z]|[ivx]{{2,4}})\))
      | (?P<label>{_LABEL})
    )(?P<gap>\s*)(?P<text>\S?)""",
    re.VERBOSE,
)
_ALONE = frozenset("•◦▪▫‣⁃●○■□◆◇►▸➢➤✓✔∙")
_TAB = 4


class Bullet(NamedTuple):
    """The start of an item: its width of indentation, printed number or bullet, and length."""

    indent: int
    key: str
    size: int

    @property
    def lettered(self) -> bool:
        """Whether the key is a citation label such as ``ABC19``."""
        return len(self.key) > 3 and self.key[0].isalpha()


def bullet(line: str) -> Bullet | None:
    """The bullet a line begins with, or None.

    A bullet is followed by white space and text; a round one may stand close to its text, or alone.
    """
    found = _BULLET.match(line)
    if not found or not _separated(found):
        return None
    printed = found["dotted"] or found["label"] or found["number"] or found["dot"]
    key = "•" if printed[0] == "<" else printed if printed == found["dot"] else printed.strip("()[]\\.")
    return Bullet(indentation(line), key, found.start("text"))


def indentation(line: str) -> int:
    """Columns of white space at the start of a line."""
    lead = line[: len(line) - len(line.lstrip())]
    return len(lead.expandtabs(_TAB))


def _separated(found: re.Match[str]) -> bool:
    dot = found["dot"] or ""
    return dot in _ALONE or dot[:1] == "<" or bool(found["gap"] and found["text"])
