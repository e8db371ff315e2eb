"""The numbers and bullets that lists print."""

from __future__ import annotations

import re
from collections import defaultdict

from scholargraph.read.word.package import Element
from scholargraph.read.word.styles import W, value

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE = re.compile(r"%([1-9])")


class Numbering:
    """Counts the items of every list of a document."""

    def __init__(self, root: Element | None) -> None:
        found = root if root is not None else ()
        self._abstract = {e.get(f"{W}abstractNumId"): e for e in found if e.tag == f"{W}abstractNum"}
        self._lists = {e.get(f"{W}numId"): e for e in found if e.tag == f"{W}num"}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def next(self, list_id: str, level: int) -> str:
        """The number (``3``, ``a``) or bullet of the next item of a list."""
        form = self._form(list_id, level)
        kind = value(form.find(f"{W}numFmt")) if form is not None else "bullet"
        if kind in ("bullet", "none", ""):
            return "•"
        counts = self._counts[self._owner(list_id)]
        counts[level] = counts.get(level, self._start(list_id, level) - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return self._printed(list_id, level, counts)

    def _printed(self, list_id: str, level: int, counts: dict[int, int]) -> str:
        form = self._form(list_id, level)

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            inner = self._form(list_id, at)
            kind = value(inner.find(f"{W}numFmt")) if inner is not None else "decimal"
            return _number(kind, counts.get(at, 1))

        text = value(form.find(f"{W}lvlText")) if form is not None else "%1"
        return _PLACE.sub(number, text[:40]).strip(" ()[].:") or "•"

    def _start(self, list_id: str, level: int) -> int:
        path = f"{W}lvlOverride[@{W}ilvl='{level}']/{W}startOverride"
        own = value(self._lists[list_id].find(path)) if list_id in self._lists else ""
        form = self._form(list_id, level)
        start = own or (value(form.find(f"{W}start")) if form is not None else "")
        return int(start) if start.isdigit() and len(start) < 7 else 1

    def _owner(self, list_id: str) -> str:
        """Lists of one definition count on, unless one of them starts anew."""
        found = self._lists.get(list_id)
        if found is None or found.find(f"{W}lvlOverride/{W}startOverride") is not None:
            return list_id
        return "of " + value(found.find(f"{W}abstractNumId"))

    def _form(self, list_id: str, level: int) -> Element | None:
        found = self._lists.get(list_id)
        if found is None:
            return None
        own = found.find(f"{W}lvlOverride[@{W}ilvl='{level}']/{W}lvl")
        abstract = self._abstract.get(value(found.find(f"{W}abstractNumId")))
        if own is not None or abstract is None:
            return own
        return abstract.find(f"{W}lvl[@{W}ilvl='{level}']")


def _number(kind: str, number: int) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 20 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 400:
        return _roman(number).upper() if kind == "upperRoman" else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (number // size)
        number %= size
    return text
