"""YAML → leaves with their places, from the events of its parser: nothing is ever constructed from it."""

from __future__ import annotations

import re
from typing import Any

from scholargraph.read.structured.indented import indented_leaves
from scholargraph.read.structured.leaves import MAX_DEPTH, MAX_LEAVES, Leaf, joined, refused
from scholargraph.read.structured.text import SourceText

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_HEADER = re.compile(r"[|>][^\n]*\n?")
_STYLES = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_MISSING = frozenset({"", "~", "null", "Null", "NULL"})


class _Open:
    """A mapping or sequence being read; ``key`` is None where the next scalar is a key."""

    def __init__(self, path: str, is_list: bool) -> None:
        self.path, self.is_list = path, is_list
        self.count = 0
        self.key: str | None = None


def yaml_leaves(source: SourceText) -> tuple[list[Leaf], list[str]]:
    """The scalars of a YAML text in order, and notes; what is not valid YAML is read line by line.

    Tags mean nothing, aliases are not followed. Raises ReadError for what nests too deep or holds too much.
    """
    import yaml

    walk = _Walk(source)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        for event in yaml.parse(_CONTROL.sub(" ", source.text), Loader=loader):
            walk.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = source.line(min(mark.index, len(source.text))) if mark else source.first
        found = indented_leaves(source)
        if not found:
            raise refused("this is not YAML", line) from error
        return found, [f"line {line}: not valid YAML; its fields are read line by line"]
    return walk.leaves, walk.notes


class _Walk:
    """Follows the events of a parser and keeps the scalars with their paths."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.leaves: list[Leaf] = []
        self.notes: list[str] = []
        self._stack: list[_Open] = []

    def take(self, event: Any) -> None:
        """One event of the parser."""
        name = type(event).__name__
        if name in ("MappingStartEvent", "SequenceStartEvent"):
            self._open(name == "SequenceStartEvent", event.start_mark.index)
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            self._stack.pop()
        elif name == "ScalarEvent":
            self._scalar(event)
        elif name == "AliasEvent":
            self._alias(event)

    def _open(self, is_list: bool, place: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise refused(f"nested more than {MAX_DEPTH} deep", self.source.line(place))
        self._stack.append(_Open(self._step("[]"), is_list))

    def _alias(self, event: Any) -> None:
        line = self.source.line(event.start_mark.index)
        self.notes.append(f"line {line}: an alias (*{event.anchor}) is not followed")
        self._step("*")

    def _scalar(self, event: Any) -> None:
        is_key = bool(self._stack) and not self._stack[-1].is_list and self._stack[-1].key is None
        path = self._step(event.value)
        if is_key or (not event.style and event.value in _MISSING):
            return
        if len(self.leaves) >= MAX_LEAVES:
            line = self.source.line(event.start_mark.index)
            raise refused(f"more than {MAX_LEAVES:,} values", line)
        self.leaves.append(self._leaf(path, event))

    def _step(self, key: str) -> str:
        """The path of the next value; in a mapping every other scalar is a key."""
        if not self._stack:
            return ""
        inner = self._stack[-1]
        if inner.is_list:
            inner.count += 1
            return joined(inner.path, inner.count - 1)
        if inner.key is None:
            inner.key = key
            return ""
        path = joined(inner.path, inner.key)
        inner.key = None
        return path

    def _leaf(self, path: str, event: Any) -> Leaf:
        start, end = event.start_mark.index, event.end_mark.index
        form = _STYLES.get(event.style or "", "plain")
        if form in ("single", "double"):
            return Leaf(path, start + 1, end - 1, form)
        header = _HEADER.match(self.source.text, start) if form != "plain" else None
        return Leaf(
            path, header.end() if header else start, max(end, header.end() if header else start), form
        )
