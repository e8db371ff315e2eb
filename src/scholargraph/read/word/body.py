"""The body of a Word document → drafts: paragraphs, tables, content controls, the first page's header."""

from __future__ import annotations

from collections.abc import Iterator

from scholargraph.read.drafts import Draft, Piece
from scholargraph.read.word.package import Element, Package
from scholargraph.read.word.paragraphs import Context, Paragraph, R, preferred
from scholargraph.read.word.styles import W
from scholargraph.read.word.tables import cells, rows, table_drafts

_CORE = {
    "{http://purl.org/dc/elements/1.1/}creator": "meta/author",
    "{http://purl.org/dc/elements/1.1/}title": "meta/title",
}


def drafts_of(package: Package) -> list[Draft]:
    """All drafts in the order of reading; what the file says about itself comes last."""
    context = Context(package)
    root = package.document
    context.rendered = next(root.iter(f"{W}lastRenderedPageBreak"), None) is not None
    body = root.find(f"{W}body")
    if body is None:
        return []
    header = list(_header(package, body, context))
    context.page = 1
    return [*header, *_blocks(body, context), *_core(package, context.page)]


def _blocks(element: Element, context: Context) -> Iterator[Draft]:
    for child in element:
        if child.tag == f"{W}p":
            yield from _paragraph(child, context)
        elif child.tag == f"{W}tbl":
            yield from table_drafts(
                [list(_blocks(cell, context)) for cell in cells(row)] for row in rows(child)
            )
        elif child.tag not in (f"{W}sectPr", f"{W}del", f"{W}moveFrom", f"{W}sdtPr") and isinstance(
            child.tag, str
        ):
            yield from _blocks(preferred(child), context)


def _paragraph(element: Element, context: Context) -> Iterator[Draft]:
    paragraph = Paragraph(element, context)
    draft = paragraph.draft
    if draft:
        yield draft
    for box in paragraph.boxes:
        yield from _blocks(box, context)


def _header(package: Package, body: Element, context: Context) -> Iterator[Draft]:
    """The header of the first page, where a name or an address may stand; page numbers are not shown."""
    section = next(body.iter(f"{W}sectPr"), None)
    if section is None:
        return
    wanted = "first" if section.find(f"{W}titlePg") is not None else "default"
    for reference in section.findall(f"{W}headerReference"):
        if reference.get(f"{W}type") == wanted:
            name = package.relations().get(reference.get(f"{R}id", ""), ("", ""))[1]
            root = package.tree(name)
            if root is not None:
                yield from (d for d in _blocks(root, context) if any(p.text.isalpha() for p in d.pieces))


def _core(package: Package, page: int) -> Iterator[Draft]:
    """The author and title that the file names: often those of a template."""
    root = package.tree("docProps/core.xml")
    for element in root if root is not None else ():
        text = " ".join((element.text or "").split())
        if element.tag in _CORE and text:
            draft = Draft("field", 0, _CORE[element.tag])
            draft.page = page
            draft.pieces = [Piece(character, 0, ()) for character in text]
            yield draft
