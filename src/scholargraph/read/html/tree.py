"""Tags → elements in their order, nested as browsers nest them; a flat list, so that no depth can hurt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from scholargraph.errors import ReadError
from scholargraph.read.data import words
from scholargraph.read.decoding import SKIPPED
from scholargraph.read.html.tokens import RAW, Attribute, Token, attributes, tokens

MAX_EVENTS = 1_000_000
MAX_DEPTH = 256
"""Elements nested deeper have no effect but that of a line break; their text is read."""

VOID = words("html_void")
BLOCK = words("html_block")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_ENDS_PARAGRAPH = BLOCK - _CELLS - {"br", "html", "body", "tr", "tbody", "thead", "tfoot", "caption"}
# What a start tag closes, and the elements at which the search for it stops.
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir", "table", "td", "th"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl", "table", "td", "th"}))),
    **dict.fromkeys(("td", "th"), (_CELLS, frozenset({"tr", "table"}))),
    "tr": (_CELLS | {"tr", "caption"}, frozenset({"table"})),
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"),
        (_CELLS | {"tr", "tbody", "thead", "tfoot", "caption"}, frozenset({"table"})),
    ),
    **dict.fromkeys(("option", "optgroup"), (frozenset({"option"}), frozenset({"select"}))),
    **dict.fromkeys(_HEADINGS, (_HEADINGS, frozenset({"table", "td", "th", "li", "div", "section", "body"}))),
    "a": (frozenset({"a"}), BLOCK - {"p"}),
}
_P_STOPS = frozenset({"table", "td", "th", "caption", "button", "object"})
_TABLE_PARTS = frozenset({"table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption"})


class Element:
    """A start tag and what it holds: events ``first`` to ``last`` of its :class:`Page`."""

    __slots__ = ("__dict__", "end", "first", "last", "name", "parent", "source", "start")

    def __init__(self, name: str, source: str, token: Token, parent: Element | None) -> None:
        self.name, self.source, self.parent = name, source, parent
        self.start, self.end = token.start, token.end
        self.first = self.last = 0

    @cached_property
    def attributes(self) -> dict[str, Attribute]:
        """Its attributes by name in small letters."""
        if self.end - self.start <= len(self.name) + 3:
            return {}
        return attributes(self.source, self.start, self.end)

    def get(self, name: str) -> str:
        """The decoded value of an attribute, or nothing."""
        found = self.attributes.get(name)
        return found.value.strip() if found else ""

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """Its class names and id, in small letters."""
        return tuple(f"{self.get('class')} {self.get('id')}".lower().split())

    def up(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


class Event(NamedTuple):
    """``text``, ``start``, ``end`` or ``break`` (a tag without element that parts what stands beside)."""

    kind: str
    start: int
    end: int
    element: Element | None = None


class Tree:
    """The events of a source in order and counts over runs of them; ReadError for more than a page has."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.events: list[Event] = []
        self.elements: list[Element] = []
        self.unclosed = 0
        """Where a comment begins that never ends, plus one; else 0."""
        self._stack: list[Element] = []
        self._open: Counter[str] = Counter()
        for token in tokens(source):
            self._take(token)
            if len(self.events) > MAX_EVENTS:
                raise ReadError(f"more than {MAX_EVENTS:,} tags, which no page of a person has; {SKIPPED}")
        while self._stack:
            self._close(len(self._stack) - 1, len(source))

    def count(self, element: Element, of: frozenset[str]) -> int:
        """How many elements of some names begin inside one."""
        sums = self._sums(of)
        return sums[element.last + 1] - sums[element.first + 1]

    def size(self, element: Element) -> int:
        """Characters of text inside an element, roughly (spaces at the ends of pieces do not count)."""
        return self._sizes[element.last + 1] - self._sizes[element.first]

    @cached_property
    def _sizes(self) -> list[int]:
        text = self.source
        lengths = (len(text[e.start : e.end].strip()) if e.kind == "text" else 0 for e in self.events)
        return list(accumulate(lengths, initial=0))

    def _sums(self, of: frozenset[str]) -> list[int]:
        if of not in self._counted:
            ones = (
                int(e.kind == "start" and e.element is not None and e.element.name in of) for e in self.events
            )
            self._counted[of] = list(accumulate(ones, initial=0))
        return self._counted[of]

    @cached_property
    def _counted(self) -> dict[frozenset[str], list[int]]:
        return {}

    def _take(self, token: Token) -> None:
        if token.kind == "start" or token.kind == "empty":
            self._start(token)
        elif token.kind == "end":
            self._end(token)
        elif token.kind == "comment":
            last = token.end == len(self.source) and self.source.startswith("<!--", token.start)
            self.unclosed = token.start + 1 if last and not self.source.endswith(("-->", "--!>")) else 0
        else:
            self.events.append(Event(token.kind, token.start, token.end))

    def _start(self, token: Token) -> None:
        name = token.name
        if name in ("html", "body") and self._open[name]:
            return
        self._imply(name, token.start)
        if len(self._stack) >= MAX_DEPTH and name not in VOID and name not in RAW:
            self.events.append(Event("break", token.start, token.end))
            return
        element = Element(name, self.source, token, self._stack[-1] if self._stack else None)
        element.first = element.last = len(self.events)
        self.elements.append(element)
        self.events.append(Event("start", token.start, token.end, element))
        if name in VOID or token.kind == "empty":
            self.events.append(Event("end", token.end, token.end, element))
            element.last = len(self.events) - 1
            return
        self._stack.append(element)
        self._open[name] += 1

    def _imply(self, name: str, place: int) -> None:
        """Close what a start tag closes without saying so."""
        if name in _ENDS_PARAGRAPH and self._open["p"]:
            self._close_nearest(frozenset({"p"}), _P_STOPS, place)
        if name in _CLOSES:
            targets, stops = _CLOSES[name]
            if any(self._open[target] for target in targets):
                self._close_nearest(targets, stops, place)

    def _close_nearest(self, targets: frozenset[str], stops: frozenset[str], place: int) -> None:
        """Close the outermost open target above which no stop stands, with all inside it."""
        found = None
        for at in range(len(self._stack) - 1, -1, -1):
            name = self._stack[at].name
            if name in targets:
                found = at
            elif name in stops:
                break
        if found is not None:
            while len(self._stack) > found:
                self._close(len(self._stack) - 1, place)

    def _end(self, token: Token) -> None:
        name = token.name
        if name in ("br", "p") and not self._open[name]:
            self.events.append(Event("break", token.start, token.end))
            return
        if not self._open[name] or name in ("html", "body"):
            return
        at = self._place(name)
        if at is None:
            return
        if name in BLOCK:
            while len(self._stack) > at + 1:
                self._close(len(self._stack) - 1, token.start)
        self._close(at, token.start, token.end)

    def _place(self, name: str) -> int | None:
        """Where in the stack the element is that an end tag closes; cells and tables hold what is in them."""
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at].name == name:
                return at
            if self._stack[at].name in _TABLE_PARTS and name not in _TABLE_PARTS:
                return None
        return None

    def _close(self, at: int, start: int, end: int = 0) -> None:
        element = self._stack.pop(at)
        self._open[element.name] -= 1
        element.last = len(self.events)
        self.events.append(Event("end", start, end or start, element))
