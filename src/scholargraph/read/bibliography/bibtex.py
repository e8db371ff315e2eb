"""BibTeX → field blocks; a broken entry costs itself alone.

The scanner is our own: values must know their places, and bibtexparser gives but the line of an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scholargraph.model import Block
from scholargraph.read.aligned import Aligned
from scholargraph.read.bibliography.latex import decoded, decoded_address
from scholargraph.read.bibliography.names import name_fields
from scholargraph.read.bibliography.values import Value, loose_values, values
from scholargraph.read.structured.leaves import MAX_LEAVES, refused
from scholargraph.read.structured.text import SourceText

_ENTRY = re.compile(r"@[ \t]*(?P<type>[A-Za-z]+)\s*[{(]")
_NEXT = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_KEY = re.compile(r"\s*(?P<key>[^\s,={}\"]+)\s*(?:,|(?=[})]\s*\Z)|(?=\s[A-Za-z][\w-]*\s*=))")
_ADDRESSES = frozenset({"url", "doi", "eprint", "file", "howpublished", "link", "pdf", "isbn", "issn"})
_LONGEST_STRING = 10_000
"""Characters of an abbreviation; those that are built of others could grow without end."""
_PEOPLE = frozenset({"author", "editor"})


def bibtex_blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """The fields of each entry, its type and key as ``<number>/type`` and ``<number>/key``; and notes."""
    source = SourceText(lines)
    if not _ENTRY.search(source.text):
        raise refused("no entry such as @article{…} begins in this file", 1)
    reader = _Reader(source)
    return [block for entry in reader.entries() for block in entry], reader.notes


class _Reader:
    """Goes from entry to entry; remembers the abbreviations that ``@string`` defines."""

    def __init__(self, source: SourceText) -> None:
        self.source, self.text = source, source.text
        self.notes: list[str] = []
        self._strings: dict[str, str] = {}
        self._count = 0
        self._fields = 0

    def entries(self) -> Iterator[list[Block]]:
        """The blocks of each entry in turn."""
        place = limit = 0
        while start := _ENTRY.search(self.text, place):
            if limit <= start.end():
                following = _NEXT.search(self.text, start.end())
                limit = following.start() if following else len(self.text)
            found, end, whole = self._body(start, limit)
            kind = start["type"].lower()
            if kind == "string":
                self._strings |= {
                    value.name.lower(): self._expanded(value).text[:_LONGEST_STRING] for value in found
                }
            elif kind not in ("comment", "preamble"):
                if not whole:
                    line = self.source.line(start.start())
                    self.notes.append(
                        f"line {line}: the entry is never closed; it is read up to the next one"
                    )
                yield self._entry(start, found)
            place = max(end, start.end())

    def _body(self, start: re.Match[str], limit: int) -> tuple[list[Value], int, bool]:
        """The values of an entry, where it ends, and whether its braces close before the next one begins."""
        found, end = values(self.text, start.end(), limit)
        return (found, end, True) if end > 0 else (loose_values(self.text, start.end(), limit), limit, False)

    def _entry(self, start: re.Match[str], found: list[Value]) -> list[Block]:
        number = str(self._count)
        self._count += 1
        self._fields += len(found)
        if self._fields > MAX_LEAVES:
            raise refused(f"more than {MAX_LEAVES:,} fields", self.source.line(start.start()))
        blocks = [self.source.field(f"{number}/type", self.source.part(*start.span("type")))]
        if key := _KEY.match(self.text, start.end()):
            blocks.append(self.source.field(f"{number}/key", self.source.part(*key.span("key"))))
        for value in found:
            blocks += self._blocks(f"{number}/{value.name.lower()}", value)
        return blocks

    def _blocks(self, path: str, value: Value) -> list[Block]:
        words, name = self._expanded(value), value.name.lower()
        if name in _PEOPLE:
            return name_fields(self.source, path, words)
        shown = decoded_address(words) if name in _ADDRESSES else decoded(words)
        return [self.source.field(path, shown)] if shown.text else []

    def _expanded(self, value: Value) -> Aligned:
        """The parts of a value in one; an abbreviation stands for what ``@string`` says."""
        pieces = []
        for start, end, bare in value.parts:
            word = self.text[start:end]
            said = self._strings.get(word.lower()) if bare else None
            if said is None:
                pieces.append(self.source.part(start, end))
            else:
                pieces.append(Aligned(said, [start, *[end] * len(said)]))
        return Aligned.joined(pieces, "")
