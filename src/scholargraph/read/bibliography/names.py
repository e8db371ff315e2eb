"""Lists of names in BibTeX: cut at ``and`` outside braces, before any LaTeX is resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scholargraph.model import Block
from scholargraph.read.aligned import Aligned
from scholargraph.read.bibliography.latex import decoded
from scholargraph.read.structured.text import SourceText

_SIGN = re.compile(r"[{}]|(?<=\s)and(?=\s)", re.IGNORECASE)
_BODY = re.compile(r"\s*\{(?P<name>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\s*")
_INVERTED = re.compile(r"[^\s,]+, [^\s,]+(?: [A-Z]\.?)*")


def name_fields(source: SourceText, path: str, words: Aligned) -> list[Block]:
    """A field for each name: ``<path>/0``, ``<path>/1`` …; that of a body is ``<path>/0/literal``."""
    fields = []
    for position, (start, end) in enumerate(_names(words.text)):
        name = decoded(words[start:end])
        body = _BODY.fullmatch(words.text, start, end)
        literal = body and " " in body["name"].strip() and not _INVERTED.fullmatch(body["name"].strip())
        if name.text:
            fields.append(source.field(f"{path}/{position}{'/literal' if literal else ''}", name))
    return fields


def _names(text: str) -> Iterator[tuple[int, int]]:
    depth, start = 0, 0
    for sign in _SIGN.finditer(text):
        if sign[0] == "{":
            depth += 1
        elif sign[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield start, sign.start()
            start = sign.end()
    yield start, len(text)
