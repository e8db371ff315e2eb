"""Keys and values by their indentation: for YAML that its parser refuses (``title: A: b``, stray quotes)."""

from __future__ import annotations

import re
from typing import NamedTuple

from scholargraph.read.structured.leaves import MAX_DEPTH, MAX_LEAVES, Leaf, joined, refused
from scholargraph.read.structured.text import SourceText

_KEY = re.compile(r"(?P<key>[\"']?[A-Za-z_][\w .&/()-]{0,60}?[\"']?)[ \t]*:(?P<gap>[ \t]+|\Z)")
_DASH = re.compile(r"-(?:[ \t]+|\Z)")
_SKIPPED = re.compile(r"\s*(?:#.*|---.*|\.\.\.\s*)?\Z")
_REMARK = re.compile(r"\s+#\s.*\Z")
_BLOCK = re.compile(r"[|>][+-]?\d?\s*\Z")


class _Level(NamedTuple):
    column: int
    is_list: bool
    path: str


class _Outline:
    """The open levels while lines are read, and the leaf that a further line may belong to."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.leaves: list[Leaf] = []
        self.levels: list[_Level] = []
        self.counts: dict[str, int] = {}
        self.path = ""
        self.holder = -1
        """The column of the key that the last value belongs to; deeper lines go on with the value."""
        self.verbatim = False

    def take(self, offset: int, line: str) -> None:
        """One line that is neither empty nor a remark."""
        column = len(line) - len(line.lstrip())
        if self.verbatim and column > self.holder:
            self._extend(offset, line)
            return
        self.verbatim = False
        while dash := _DASH.match(line, column):
            self._dash(offset, column)
            column = dash.end()
        key = _KEY.match(line, column)
        if key:
            self._key(offset, line, column, key)
        elif line[column:].strip():
            self._value(offset, line, column)

    def _dash(self, offset: int, column: int) -> None:
        while self.levels and self.levels[-1].column > column:
            self.path = self.levels.pop().path
        if not (self.levels and self.levels[-1].is_list and self.levels[-1].column == column):
            self._push(_Level(column, True, self.path), offset)
        level = self.levels[-1]
        number = self.counts.get(level.path, 0)
        self.counts[level.path] = number + 1
        self.path, self.holder = joined(level.path, number), column

    def _key(self, offset: int, line: str, column: int, key: re.Match[str]) -> None:
        self._close(column)
        if not self.levels or self.levels[-1].column < column:
            self._push(_Level(column, False, self.path), offset)
        self.path = joined(self.levels[-1].path, key["key"].strip("\"' "))
        self.holder = column
        value = line[key.end() :].strip()
        if _BLOCK.match(value):
            self.verbatim = True
            form = "folded" if value[0] == ">" else "literal"
            self.leaves.append(Leaf(self.path, offset + len(line), offset + len(line), form))
        elif value:
            self._append(offset, line, key.end())

    def _value(self, offset: int, line: str, column: int) -> None:
        """An item of a list, or words that go on with the value above."""
        if self.leaves and self.leaves[-1].path == self.path and column > self.holder:
            self._extend(offset, line)
        elif self.path:
            self._append(offset, line, column)

    def _append(self, offset: int, line: str, column: int) -> None:
        value = line[column:].strip()
        start = offset + line.index(value, column)
        quote = value[0] if len(value) > 1 and value[0] == value[-1] else ""
        value = value if quote else _REMARK.sub("", value)
        if len(self.leaves) >= MAX_LEAVES:
            raise refused(f"more than {MAX_LEAVES:,} values", self.source.line(start))
        if not quote and value[0] in "\"'" and value.count(value[0]) == 1:
            start, value = start + 1, value[1:]
        form = {'"': "double", "'": "single"}.get(quote, "plain")
        inside = form != "plain"
        self.leaves.append(Leaf(self.path, start + inside, start + len(value) - inside, form))

    def _extend(self, offset: int, line: str) -> None:
        self.leaves[-1] = self.leaves[-1]._replace(end=offset + len(line.rstrip()))

    def _close(self, column: int) -> None:
        """Leave the levels that a key at this column ends."""
        while self.levels:
            level = self.levels[-1]
            if level.column < column or (level.column == column and not level.is_list):
                break
            self.levels.pop()
            self.path = level.path

    def _push(self, level: _Level, offset: int) -> None:
        if len(self.levels) >= MAX_DEPTH:
            raise refused(f"nested more than {MAX_DEPTH} deep", self.source.line(offset))
        self.counts[level.path] = 0 if level.is_list else self.counts.get(level.path, 0)
        self.levels.append(level)


def indented_leaves(source: SourceText) -> list[Leaf]:
    """The values of a text of keys, dashes and indentation, in order; words that fit nowhere are left out."""
    outline, offset = _Outline(source), 0
    for line in source.text.split("\n"):
        if not _SKIPPED.match(line):
            outline.take(offset, line)
        offset += len(line) + 1
    return [leaf for leaf in outline.leaves if leaf.start < leaf.end]
