"""Scalars of a structured source: where they stand, how they are written, what they say."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from scholargraph.errors import ReadError
from scholargraph.model import Block
from scholargraph.read.aligned import Edit
from scholargraph.read.decoding import SKIPPED
from scholargraph.read.inline import scan
from scholargraph.read.page import LONGEST_MARKED, edited
from scholargraph.read.repair import repairs
from scholargraph.read.structured.text import SourceText
from scholargraph.read.wrapping import line_ends, wrap_width

MAX_DEPTH = 40
"""No record of a person nests deeper."""
MAX_LEAVES = 500_000

_BREAK = re.compile(r"(?<!\s)\s*\n\s*")  # the look behind keeps long runs of spaces linear
_ESCAPE = re.compile(
    r"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|(?P<sign>[^\n]))"
)
_SIGNS = {"n": "\n", "r": "\n", "N": "\n", "L": "\n", "P": "\n", **dict.fromkeys("tfv_", " ")}
_SIGNS |= dict.fromkeys("abe0", "")
_DOUBLE = re.compile(rf"{_ESCAPE.pattern}|\\?(?P<fold>{_BREAK.pattern})")
_SINGLE = re.compile(rf"''|(?P<fold>{_BREAK.pattern})")


class Leaf(NamedTuple):
    """A scalar: its path, its place ``text[start:end]`` without quotes, and how it is written.

    Forms: ``plain``, ``single`` and ``double`` (quotes), ``literal`` and ``folded`` (block scalars).
    """

    path: str
    start: int
    end: int
    form: str = "plain"


def refused(message: str, line: int) -> ReadError:
    """The error for a source that goes beyond what is read."""
    return ReadError(f"{message}; {SKIPPED}", line=line)


def joined(path: str, step: str | int) -> str:
    """The path of a child; a slash in a key would be taken for a step."""
    name = str(step).replace("/", "|")
    return f"{path}/{name}" if path else name


def leaf_block(source: SourceText, leaf: Leaf) -> Block | None:
    """The field of a scalar, its escapes, line breaks and mark-up resolved; None where nothing is left."""
    raw = source.part(leaf.start, leaf.end)
    words = raw.edited(_FORMS[leaf.form](raw.text)).strip()
    if not words.text:
        return None
    if len(words.text) > LONGEST_MARKED:
        return source.field(leaf.path, words)
    shown, marks = edited(words, *scan(words.text, {}))
    shown, marks = edited(shown, repairs(shown.text), marks)
    return source.field(leaf.path, shown, marks) if shown.text else None


def _folds(text: str) -> list[Edit]:
    """Wrapped lines run on; a blank line stays a break."""
    return [Edit(*found.span(), _fold(found[0])) for found in _BREAK.finditer(text)]


def _fold(space: str) -> str:
    return "\n" if space.count("\n") > 1 else " "


def _singles(text: str) -> list[Edit]:
    return [
        Edit(*found.span(), _fold(found[0]) if found["fold"] else "'") for found in _SINGLE.finditer(text)
    ]


def _doubles(text: str) -> list[Edit]:
    return [
        Edit(*found.span(), _folded(found) if found["fold"] else _unescaped(found))
        for found in _DOUBLE.finditer(text)
    ]


def _folded(found: re.Match[str]) -> str:
    """An escaped line break stands for nothing."""
    return "" if found[0].startswith("\\") else _fold(found["fold"])


def _unescaped(found: re.Match[str]) -> str:
    if found["high"]:
        return bytes.fromhex(found["high"] + found["low"]).decode("utf-16-be")
    if digits := found["x"] or found["u"] or found["U"]:
        code = int(digits, 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _SIGNS.get(found["sign"], found["sign"])


def _literals(text: str) -> list[Edit]:
    """The lines of a block scalar that keeps them; those of wrapped prose run on."""
    lines = text.split("\n")
    flags, row, edits = line_ends(lines, wrap_width(lines)), 0, list[Edit]()
    for found in _BREAK.finditer(text):
        size = found[0].count("\n")
        edits.append(Edit(*found.span(), "\n" if any(flags[row : row + size]) else " "))
        row += size
    return edits


_FORMS: dict[str, Callable[[str], list[Edit]]] = {
    "plain": _folds,
    "folded": _folds,
    "single": _singles,
    "double": _doubles,
    "literal": _literals,
}
