"""What a page states for machines (``title``, ``meta``, links to oneself, JSON-LD, microdata, RDFa) → fields.

Keys: ``meta/title``, ``meta/<name>``, ``link/<rel>``; for things ``<Type>/<number>/<path>``, the number
counting the things of one type from 0: ``Person/0/name``, ``ScholarlyArticle/2/author/0/name``.
"""

from __future__ import annotations

import re
from collections import Counter

from scholargraph.errors import ReadError
from scholargraph.model import Block
from scholargraph.read.html.microdata import Microdata
from scholargraph.read.html.run import Run
from scholargraph.read.html.tokens import Attribute
from scholargraph.read.html.tree import Element, Tree
from scholargraph.read.structured.jsons import json_leaves
from scholargraph.read.structured.leaves import Leaf, leaf_block
from scholargraph.read.structured.text import SourceText

MOST_FIELDS = 5000
_META = re.compile(
    r"citation_\w+|bepress_citation_\w+|eprints\.\w+|prism\.\w+|dc(?:terms)?[.:]\w+(?:\.\w+)*|og:(?:title|type|description|site_name|url)"
    r"|twitter:(?:title|description)|profile:\w+|article:author|author|description|keywords|name|subject",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:citation_|dc(?:terms)?[.:])(?:author|creator|contributor|keywords)", re.IGNORECASE)
"""Tags that come once for each value."""
_LINKS = frozenset({"me", "author", "canonical"})
_ADDRESS = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)


def statements(tree: Tree, text: SourceText) -> tuple[list[Block], list[str]]:
    """The fields of a page in order of lines, and notes on statements that cannot be read."""
    gatherer = _Gatherer(tree, text)
    for element in tree.elements:
        gatherer.take(element)
    fields = [*gatherer.fields, *gatherer.microdata.fields()]
    return sorted(fields, key=lambda block: block.start_line)[:MOST_FIELDS], gatherer.notes


class _Gatherer:
    def __init__(self, tree: Tree, text: SourceText) -> None:
        self.tree, self.text = tree, text
        self.fields: list[Block] = []
        self.notes: list[str] = []
        self.counts: Counter[str] = Counter()
        self.microdata = Microdata(tree, text, self.counts)
        self._titled = False

    def take(self, element: Element) -> None:
        """Take what one element states."""
        name = element.name
        if name == "title" and not self._titled:
            self._titled = True
            self._title(element)
        elif name == "meta":
            self._meta(element)
        elif name in ("a", "link"):
            self._link(element)
        elif name == "script" and "ld+json" in element.get("type").lower():
            self._json(element)
        if element.attributes and len(self.fields) < MOST_FIELDS:
            self.microdata.take(element)

    def _title(self, element: Element) -> None:
        run = Run(self.text)
        run.text(element.end, self.tree.events[element.last].start)
        block = run.block("field", key="meta/title")
        self.fields += [block] if block else []

    def _meta(self, element: Element) -> None:
        name = element.get("name") or element.get("property")
        content = element.attributes.get("content")
        if content and content.value.strip() and _META.fullmatch(name):
            number = f"/{self.counts[name]}" if _LISTED.fullmatch(name) else ""
            self.counts[name] += 1
            self._value(f"meta/{name}{number}", content)

    def _link(self, element: Element) -> None:
        """Links whose ``rel`` says whose page it is, and links without words: icons that lead to profiles."""
        target = element.attributes.get("href") if element.attributes else None
        if target is None or not _ADDRESS.match(target.value.strip()):
            return
        rel = next((word for word in element.get("rel").lower().split() if word in _LINKS), "")
        if rel:
            self._value(f"link/{rel}", target)
        elif element.name == "a" and not self.tree.size(element):
            self._value("link/icon", target)

    def _value(self, key: str, value: Attribute) -> None:
        block = value_field(self.text, key, value)
        self.fields += [block] if block else []

    def _json(self, element: Element) -> None:
        start, end = element.end, self.tree.events[element.last].start
        source = part_source(self.text, start, end)
        try:
            leaves, notes = json_leaves(source)
        except ReadError:
            self.notes.append(
                f"line {self.text.line(start)}: a JSON-LD statement that is not valid JSON is not read"
            )
            return
        self.notes += notes
        typed = self._typed(source, leaves)
        self.fields += [block for leaf in typed if (block := leaf_block(source, leaf))]

    def _typed(self, source: SourceText, leaves: list[Leaf]) -> list[Leaf]:
        """Leaves with their paths begun by the type of the thing they belong to, and its number."""
        types = {
            _above(leaf.path): source.text[leaf.start : leaf.end] for leaf in leaves if _ends_type(leaf.path)
        }
        prefixes: dict[str, str] = {}
        typed = []
        for leaf in leaves:
            root = _root(leaf.path, types)
            if root is None or leaf.path.rsplit("/", 1)[-1].startswith("@") or _ends_type(leaf.path):
                continue
            kind = types[root].rsplit("/", 1)[-1].rsplit(":", 1)[-1]
            if root not in prefixes:
                prefixes[root] = f"{kind}/{self.counts[kind]}"
                self.counts[kind] += 1
            typed.append(leaf._replace(path=f"{prefixes[root]}/{leaf.path[len(root) :].lstrip('/')}"))
        return typed


def _ends_type(path: str) -> bool:
    return re.search(r"(?:\A|/)@type(?:/0)?\Z", path) is not None


def _above(path: str) -> str:
    return re.sub(r"/?@type(?:/0)?\Z", "", path)


def _root(path: str, types: dict[str, str]) -> str | None:
    """The outermost typed thing that a path lies in; each member of a graph or list is one of its own."""
    steps = path.split("/")
    return next((root for n in range(len(steps)) if (root := "/".join(steps[:n])) in types), None)


def value_field(text: SourceText, key: str, value: Attribute) -> Block | None:
    """The field of an attribute's value, its white space collapsed."""
    run = Run(text)
    run.text(value.start, value.end)
    return run.block("field", key=key)


def part_source(text: SourceText, start: int, end: int) -> SourceText:
    """The source of which only ``[start, end)`` is left, on its own lines and in its own columns."""
    head = text.text.rfind("\n", 0, start) + 1
    lines = (" " * (start - head) + text.text[start:end]).split("\n")
    return SourceText(lines, text.line(start))
