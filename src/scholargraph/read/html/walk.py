"""The tree of a page → blocks in reading order: the visible words, cut as a browser would set them."""

from __future__ import annotations

import re

import msgspec

from scholargraph.model import Block, Mark
from scholargraph.read.html.display import Shown, is_block, is_floated, is_foot, shown
from scholargraph.read.html.frames import Frame, is_named
from scholargraph.read.html.layout import HEADINGS, Layout
from scholargraph.read.html.lists import item_key, starts_at
from scholargraph.read.html.marks import cloudflare, divides, link, marks, titles
from scholargraph.read.html.run import CELL, Run
from scholargraph.read.html.tree import Element, Event
from scholargraph.read.structured.text import SourceText

_EMPTY_LINE = re.compile(r"\n[ \t]*(?=\n)")
_TERM = 25
"""A shorter term stands beside its words, as a date does; a longer one above them."""
_ADDRESS = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)
FOOTER = "meta/footer"
"""Key of the fields that hold what stands at the foot of every page of a site."""
TITLING = "titling"
"""Mark over words that a large font or a class name makes a heading, until that is decided."""
_PARTING = frozenset({"ul", "ol", "menu", "dir", "table", "dl"})
"""What ends the words of the entry it stands in: lists and tables have entries of their own."""


class Walk:
    """Goes over the events of a tree once; ``blocks`` are the visible blocks found."""

    def __init__(self, layout: Layout, lines: SourceText) -> None:
        self.tree, self.layout, self.run = layout.tree, layout, Run(lines)
        self.blocks: list[Block] = []
        self.asides: list[tuple[int, Element]] = []
        """Elements behind a switch, each to be told as a block of its own, after the block of this number."""
        self._frames: list[Frame] = []
        self._numbers: dict[Element, int] = {}
        self._depth = 0
        self._pre = 0
        self._portrait: Element | None = None
        self._footer: Element | None = None
        self._sized: dict[Element, int] = {}

    def go(self, first: int, last: int) -> None:
        """Take the events ``first`` to ``last`` and end the last block."""
        at = first
        while at <= last:
            at = self._step(at, self.tree.events[at])
        self._flush()

    def _step(self, at: int, event: Event) -> int:
        """Take one event; gives the place of the next."""
        element = event.element
        if event.kind == "text":
            self._text(event)
        elif event.kind == "break":
            self._part()
        elif event.kind == "start" and element:
            return self._start(at, element)
        elif event.kind == "end" and element:
            self._end(element, event)
        return at + 1

    def _text(self, event: Event) -> None:
        """Take a piece of text; in preformatted text an empty line ends a block."""
        start = event.start
        if self._pre and not self._frames:
            for found in _EMPTY_LINE.finditer(self.run.source, event.start, event.end):
                self.run.text(start, found.start(), preformatted=True)
                self._flush()
                start = found.end()
        self.run.text(start, event.end, preformatted=self._pre > 0)

    def _start(self, at: int, element: Element) -> int:
        how = shown(element, self.tree)
        if how is not Shown.YES or self._replaced(element):
            self.asides += [(len(self.blocks), element)] if how is Shown.TOGGLED else []
            self._close_inside(at, element)
            return element.last + 1
        if element.name in ("br", "hr", "img", "wbr"):
            self._void(element)
        else:
            self._open(element)
        return at + 1

    def _close_inside(self, at: int, element: Element) -> None:
        """Of what is passed over, take the ends of elements that began before."""
        for event in self.tree.events[at + 1 : element.last]:
            if event.kind == "end" and event.element and event.element.first < at:
                self._end(event.element, event)

    def _replaced(self, element: Element) -> bool:
        """An address hidden from robots stands decoded in the place of its element."""
        code = element.attributes.get("data-cfemail") if element.attributes else None
        if code is None or not (address := cloudflare(code.value)):
            return False
        self.run.mark(element, "link", f"mailto:{address}")
        self.run.words(address, code.start, code.end)
        self.run.unmark(element)
        return True

    def _void(self, element: Element) -> None:
        if element.name == "img":
            self._portrait = self._portrait or (element if is_named(element) else None)
        elif element.name == "hr":
            self._part()
        elif element.name == "br":
            self.run.gap("\n")
            if self.run.breaks > 1 and not self._frames:
                self._flush()

    def _open(self, element: Element) -> None:
        name = element.name
        if is_block(element):
            self._part(element)
        elif is_floated(element):
            self.run.gap("\t")
        if name in _PARTING:
            self._flush()
            self._depth += name in ("ul", "ol", "menu", "dir")
        self._pre += name in ("pre", "listing", "plaintext")
        if self._footer is None and not self._frames and is_foot(element, self.tree):
            self._footer = element
        self._frame(element)
        for kind, target in marks(element):
            self.run.mark(element, kind, target)
        if not self._frames and titles(element):
            self.run.mark(element, TITLING)
        self._sized[element] = self.run.size

    def _frame(self, element: Element) -> None:
        """Begin a frame where an element is one entry."""
        name, top = element.name, self._frames[-1] if self._frames else None
        if name == "li":
            self._flush()
            if self.layout.is_item(element):
                key = item_key(element, self._numbers)
                self._frames.append(Frame(element, "item", max(self._depth, 1), key))
        elif name in HEADINGS:
            self._heading(element, top)
        elif name in ("ol",):
            self._numbers[element] = starts_at(element, self.tree)
        elif name == "dl" and self.layout.pairs(element):
            self._frames.append(Frame(element, "terms", self._depth + 1))
        elif name == "dt":
            self._term(element, top)
        elif name == "dd" and top and top.element is element.parent:
            top.described = True
        elif name == "tr" and self.layout.is_row(element):
            self._flush()
            self._frames.append(Frame(element, "paragraph"))
        elif top is None and self.layout.is_entry(element):
            self._frames.append(Frame(element, "item", 1))

    def _heading(self, element: Element, top: Frame | None) -> None:
        """A heading; inside an entry it is the first line of it, in bold."""
        if top and top.kind != "heading" and not top.told:
            self.run.mark(element, "bold")
            return
        self._flush()
        self._frames.append(Frame(element, "heading", int(element.name[1])))

    def _term(self, element: Element, top: Frame | None) -> None:
        if top and top.element is element.parent:
            if top.described:
                self._flush()
                top.described = top.told = False
        else:
            self._flush()
            self._frames.append(Frame(element, "heading", self._level() + 1))

    def _level(self) -> int:
        """The level of the last heading."""
        return next((block.level for block in reversed(self.blocks) if block.kind == "heading"), 1)

    def _end(self, element: Element, event: Event) -> None:
        if element.name == "a":
            self._label(element)
        if event.end > event.start and not self.run.empty:
            self.run.closing(event.start)
        self.run.unmark(element)
        if any(frame.element is element for frame in self._frames):
            self._flush()
            while self._frames.pop().element is not element:
                pass
        elif is_block(element):
            self._part(element)
        elif is_floated(element) or (element.name == "span" and divides(element)):
            self.run.gap("\t")
        if element is self._footer:
            self._flush()
            self._footer = None
        self._depth -= element.name in ("ul", "ol", "menu", "dir")
        self._pre -= element.name in ("pre", "listing", "plaintext")

    def _label(self, element: Element) -> None:
        """A link without words in an entry is told by its label: what its icon means."""
        if self.run.size > self._sized.get(element, 0) or not _ADDRESS.match(link(element)):
            return
        label = next(
            (element.attributes[name] for name in ("aria-label", "title") if element.get(name)), None
        )
        if label and self._frames and not self.run.empty and len(label.value) <= 40:
            self.run.gap(" ")
            self.run.words(" ".join(label.value.split()), label.start, label.end)
            self.run.gap(" ")

    def _part(self, element: Element | None = None) -> None:
        """What stands before a block element and what comes after it are parted."""
        frame = self._frames[-1] if self._frames else None
        if frame is None:
            self._flush()
        elif element is not None and element.parent is frame.element and frame.element.name == "tr":
            self.run.gap(CELL)
        elif frame.kind == "terms" and element is not None and element.name == "dd":
            self.run.gap(CELL if self.run.size < _TERM else "\n")
        else:
            self.run.gap("\n")

    def _flush(self) -> None:
        """End the block at hand."""
        frame = self._frames[-1] if self._frames else None
        if self.run.empty and self._portrait is not None and frame is None:
            self._tell_portrait(self._portrait)
        if frame is None or frame.told:
            block = self.run.block("paragraph")
        else:
            block = self.run.block("item" if frame.kind == "terms" else frame.kind, frame.level, frame.key)
        if block:
            self.blocks.append(block)
            self._portrait = None
            if self._footer is not None:
                self.blocks[-1] = msgspec.structs.replace(block, kind="field", key=FOOTER, level=0)
            if frame:
                frame.told = frame.kind != "heading"

    def _tell_portrait(self, image: Element) -> None:
        """A picture that stands alone, by the words given for it."""
        label, self._portrait = image.attributes["alt"], None
        self.run.words(" ".join(label.value.split()), label.start, label.end)
        block = self.run.block("paragraph")
        if block:
            mark = Mark("image", 0, len(block.text), image.get("src"))
            self.blocks.append(msgspec.structs.replace(block, marks=(mark, *block.marks)))
