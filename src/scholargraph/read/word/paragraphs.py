"""Paragraphs of a Word document → drafts: runs, breaks, links, fields, notes and text boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from scholargraph.read.bullets import bullet
from scholargraph.read.drafts import BREAK, SPACE, TAB, Desk, Draft
from scholargraph.read.drafts import Style as Worn
from scholargraph.read.headings import is_section
from scholargraph.read.word.numbering import Numbering
from scholargraph.read.word.package import Element, Package
from scholargraph.read.word.styles import Look, Style, Styles, W, look, number_of, outline_level, value

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_LARGER = 1.12
_DEEPEST = 50
_UNSEEN = frozenset(f"{W}{tag}" for tag in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "commentReference"))
_GAPS = {f"{W}tab": TAB, f"{W}ptab": TAB, f"{W}cr": BREAK}
_SIGNS = {f"{W}noBreakHyphen": "-", f"{W}sym": "•"}
_LINK = re.compile(r'\bHYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"')
_NO_TEXT = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|SAVEDATE|PRINTDATE|FILENAME)\b")
_COLUMNS = re.compile(r"(?<=\S) {4,}(?=\S)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Field:
    """A field of which first the instruction is told and then the result."""

    def __init__(self) -> None:
        self.instruction = ""
        self.shown = False


class Context:
    """What paragraphs of one document share: styles, lists, targets, notes, the page."""

    def __init__(self, package: Package) -> None:
        self.styles = Styles(package.beside("styles"))
        self.numbering = Numbering(package.beside("numbering"))
        self.targets = {
            key: target for key, (kind, target) in package.relations().items() if kind == "hyperlink"
        }
        self.footnotes = _notes(package)
        self.size = self.styles.paragraph("").look.size or self.styles.base.size or 20
        """Of plain text, in half points."""
        self.page = 1
        self.rendered = False
        """Whether the document says where its pages ended when it was last shown."""
        self.links = 0
        self.written = 0


def _notes(package: Package) -> dict[str, Element]:
    """Footnotes and endnotes by kind and id."""
    found = {}
    for kind in ("footnote", "endnote"):
        root = package.beside(f"{kind}s")
        for note in root.findall(f"{W}{kind}") if root is not None else ():
            if note.get(f"{W}type") is None:
                found[kind + note.get(f"{W}id", "")] = note
    return found


class Paragraph:
    """Writes one paragraph; ``drafts`` are the paragraph and what stands in its boxes and notes."""

    def __init__(self, element: Element, context: Context) -> None:
        self.context = context
        self.properties = element.find(f"{W}pPr")
        named = self.properties.find(f"{W}pStyle") if self.properties is not None else None
        self.style: Style = context.styles.paragraph(value(named))
        self.desk = Desk(context.written)
        self.desk.draft.page = context.page
        self.boxes: list[Element] = []
        self.fields: list[Field] = []
        self._inside(element, ())
        self.desk.flush()
        context.written = self.desk.written

    @property
    def draft(self) -> Draft | None:
        """The paragraph as a heading, an item or plain; None where nothing is shown."""
        if not self.desk.done:
            return None
        draft = self.desk.done[0]
        level = outline_level(self.properties)
        level = self.style.level if level < 0 else level
        if level == 0 or (level > 0 and _may_head(draft.text)):
            draft.kind, draft.level = "heading", level + 1
        elif not self._numbered(draft):
            _bulleted(draft)
        draft.ruled = self.properties is not None and self.properties.find(f"{W}pBdr/{W}bottom") is not None
        return draft

    def _numbered(self, draft: Draft) -> bool:
        found = number_of(self.properties) or self.style.numbering
        if not found or found[0] in ("", "0"):
            return False
        draft.kind, draft.level = "item", found[1] + 1
        draft.key = self.context.numbering.next(*found)
        return True

    def _inside(self, element: Element, worn: tuple[Worn, ...]) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, worn)
            elif tag == f"{W}hyperlink":
                self._inside(child, self._linked(worn, self._target(child)))
            elif tag == f"{W}fldSimple":
                self._simple_field(child, worn)
            elif tag not in _UNSEEN and isinstance(tag, str):
                self._inside(preferred(child), worn)

    def _target(self, link: Element) -> str:
        return self.context.targets.get(link.get(f"{R}id", ""), "")

    def _linked(self, worn: tuple[Worn, ...], target: str) -> tuple[Worn, ...]:
        self.context.links += 1
        return (*worn, Worn("link", target, self.context.links)) if target else worn

    def _simple_field(self, element: Element, worn: tuple[Worn, ...]) -> None:
        instruction = element.get(f"{W}instr", "")
        if not _NO_TEXT.match(instruction):
            found = _LINK.search(instruction)
            self._inside(element, self._linked(worn, found[1]) if found else worn)

    def _run(self, run: Element, worn: tuple[Worn, ...]) -> None:
        shown = self._look(run.find(f"{W}rPr"))
        if "hidden" in shown.on:
            return
        faces = (*worn, *self._field_link(), *(Worn(kind) for kind in sorted(shown.on)))
        faces += (Worn("large"),) if shown.size > _LARGER * self.context.size else ()
        for child in run:
            self._piece(child, faces)

    def _look(self, properties: Element | None) -> Look:
        below = self.style.look.over(self.context.styles.base)
        named = properties.find(f"{W}rStyle") if properties is not None else None
        if named is not None:
            below = self.context.styles.style(value(named)).look.over(below)
        return look(properties).over(below)

    def _piece(self, child: Element, worn: tuple[Worn, ...]) -> None:
        tag = child.tag
        handler = _PIECES.get(tag)
        if handler:
            handler(self, child)
        elif self._in_code() or tag in _UNSEEN:
            return
        elif tag == f"{W}t":
            self._write(child.text or "", worn)
        elif tag in _GAPS:
            self.desk.gap(_GAPS[tag], 0)
        elif tag in _SIGNS:
            self._write(_SIGNS[tag], worn)
        elif isinstance(tag, str):
            self.boxes += _boxes(child)

    def _write(self, text: str, worn: tuple[Worn, ...]) -> None:
        if not self.desk.draft.pieces:
            self.desk.draft.page = self.context.page
        columns = _COLUMNS.split(text)
        for at, part in enumerate(columns):
            self.desk.write(part, 0, 0, worn)
            if at < len(columns) - 1:
                self.desk.gap(TAB, 0)

    def _break(self, child: Element) -> None:
        kind = child.get(f"{W}type", "")
        if kind == "page" and not self.context.rendered:
            self.context.page += 1
        self.desk.gap(SPACE if self.desk.after_break or kind == "page" else BREAK, 0)

    def _page(self, child: Element) -> None:
        self.context.page += 1

    def _field_edge(self, child: Element) -> None:
        kind = child.get(f"{W}fldCharType")
        if kind == "begin" and len(self.fields) < _DEEPEST:
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = True
            self.context.links += 1
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _instruction(self, child: Element) -> None:
        if self.fields:
            self.fields[-1].instruction += child.text or ""

    def _footnote(self, child: Element) -> None:
        kind = child.tag.removeprefix(W).removesuffix("Reference")
        note = self.context.footnotes.pop(kind + child.get(f"{W}id", ""), None)
        self.boxes += [note] if note is not None else []

    def _in_code(self) -> bool:
        """Whether a field's instruction is being told, or a result that is no text (a page number)."""
        return any(not field.shown or _NO_TEXT.match(field.instruction) for field in self.fields)

    def _field_link(self) -> tuple[Worn, ...]:
        found = [m[1] for field in self.fields if field.shown and (m := _LINK.search(field.instruction))]
        return (Worn("link", found[-1], self.context.links),) if found else ()


_PIECES: dict[str, Callable[[Paragraph, Element], None]] = {
    f"{W}br": Paragraph._break,
    f"{W}lastRenderedPageBreak": Paragraph._page,
    f"{W}fldChar": Paragraph._field_edge,
    f"{W}instrText": Paragraph._instruction,
    f"{W}footnoteReference": Paragraph._footnote,
    f"{W}endnoteReference": Paragraph._footnote,
}


def preferred(element: Element) -> Element:
    """Of alternatives (a text box, once for new programs and once for old ones) the first."""
    if element.tag != ALTERNATE:
        return element
    choice = element.find(CHOICE)
    return element if choice is None else choice


def _boxes(element: Element) -> Iterator[Element]:
    """The contents of text boxes in a drawing, outermost ones."""
    if element.tag == f"{W}txbxContent":
        yield element
        return
    for child in preferred(element):
        yield from _boxes(child)


def _may_head(text: str) -> bool:
    """Whether a line in a heading's style heads: a line with dates or columns is an entry."""
    return is_section(text) or not ("\t" in text or "\n" in text or _YEAR.search(text) or len(text) > 150)


def _bulleted(draft: Draft) -> None:
    """A bullet or number that was typed makes an item."""
    found = bullet(draft.text.split("\n", 1)[0])
    if found and found.size < len(draft.pieces):
        draft.kind, draft.level, draft.key = "item", 1, found.key
        del draft.pieces[: found.size]
