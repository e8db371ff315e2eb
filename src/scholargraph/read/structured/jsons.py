"""JSON → leaves with their places: comments and trailing commas are let pass, numbers stay as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scholargraph.read.structured.leaves import MAX_DEPTH, MAX_LEAVES, Leaf, joined, refused
from scholargraph.read.structured.text import SourceText

_TOKEN = re.compile(
    r"""\s+|//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/
  | "(?P<string>[^"\\]*(?:\\.[^"\\]*)*)"
  | (?P<sign>[{}\[\]:,])
  | (?P<atom>[^\s{}\[\]:,"/]+)""",
    re.VERBOSE | re.DOTALL,
)
_NOTHING = frozenset({"null", "undefined", "NaN"})


class _Open:
    """An object or array being read: its path, the key or number of its next value."""

    def __init__(self, path: str, is_list: bool) -> None:
        self.path, self.is_list = path, is_list
        self.count = 0
        self.key: str | None = None

    def step(self) -> str:
        """The path of the next value."""
        path = joined(self.path, self.count if self.is_list else self.key or "")
        self.count, self.key = self.count + 1, None
        return path


def json_leaves(source: SourceText) -> tuple[list[Leaf], list[str]]:
    """The scalars of a JSON text in order, and a note where it breaks off; ReadError if it nests too deep."""
    leaves: list[Leaf] = []
    broken = _read(source, leaves)
    if broken is None:
        return leaves, []
    line = source.line(broken)
    if not leaves:
        raise refused("this is not JSON", line)
    return leaves, [f"line {line}: not valid JSON; what stands before is read"]


def _read(source: SourceText, leaves: list[Leaf]) -> int | None:
    """Gather the leaves; gives the place where the text is no JSON, or None."""
    stack = [_Open("", True)]
    end = 0
    for end, token in _tokens(source.text):
        if token is None:
            return end
        sign = token["sign"]
        if sign in ("{", "["):
            _nest(source, stack, sign == "[", end)
        elif sign in ("}", "]"):
            if len(stack) == 1 or stack[-1].is_list != (sign == "]"):
                return end
            stack.pop()
        elif not sign and (len(stack) == 1 or not _take(stack[-1], token, leaves)):
            return end
        if len(leaves) > MAX_LEAVES:
            raise refused(f"more than {MAX_LEAVES:,} values", source.line(end))
    return end if len(stack) > 1 else None


def _tokens(text: str) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Tokens and where they begin; None for what is no token."""
    place = 0
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None:
            yield place, None
            return
        if token.lastgroup:
            yield place, token
        place = token.end()


def _nest(source: SourceText, stack: list[_Open], is_list: bool, place: int) -> None:
    if len(stack) > MAX_DEPTH:
        raise refused(f"nested more than {MAX_DEPTH} deep", source.line(place))
    path = "" if len(stack) == 1 else stack[-1].step()
    stack.append(_Open(path, is_list))


def _take(inner: _Open, token: re.Match[str], leaves: list[Leaf]) -> bool:
    """A key, or a value to keep; False where neither can stand."""
    form = "double" if token["string"] is not None else "plain"
    group = "string" if form == "double" else "atom"
    if not inner.is_list and inner.key is None:
        inner.key = token[group]
        return form == "double"
    path, (start, end) = inner.step(), token.span(group)
    if start < end and not (form == "plain" and token[group] in _NOTHING):
        leaves.append(Leaf(path, start, end, form))
    return True
