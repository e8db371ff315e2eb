"""Laws of reading, and Word documents made by hand."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

from scholargraph.extract.telling import cite
from scholargraph.model import Block, Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def check(document: Document) -> None:
    """Every law at once."""
    for block in document.blocks:
        check_block(document, block)
    starts = [block.start_line for block in document.blocks]
    assert starts == sorted(starts)


def check_block(document: Document, block: Block) -> None:
    assert block.raw == "\n".join(document.lines[block.start_line - 1 : block.end_line])
    assert block.text == block.text.strip()
    assert block.text or block.kind == "field"
    assert block.kind in ("heading", "paragraph", "item", "field")
    assert (block.level > 0) == (block.kind in ("heading", "item"))
    origin = block.origin
    if origin is None:
        assert block.text == block.raw
    else:
        assert len(origin) == len(block.text) + 1
        assert all(0 <= a <= b <= len(block.raw) for a, b in pairwise(origin))
    for mark in block.marks:
        assert 0 <= mark.start < mark.end <= len(block.text)
    span = cite(block)
    assert span.quote in "\n".join(document.lines[span.start_line - 1 : span.end_line])


def docx(body: str, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A DOCX file; ``parts`` are the insides of ``styles``, ``numbering``, ``footnotes``, ``header``."""
    root = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "header": "hdr"}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_TYPES}/{name}" Target="{name}.xml"/>' for name in parts
    ) + "".join(
        f'<Relationship Id="{key}" Type="{_TYPES}/hyperlink" Target="{target}" TargetMode="External"/>'
        for key, target in (links or {}).items()
    )
    files = {
        f"word/{name}.xml": f"<w:{root[name]} {W}>{inside}</w:{root[name]}>" for name, inside in parts.items()
    }
    files["word/document.xml"] = f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """A ZIP archive of texts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run; ``properties`` and ``run`` are the insides of ``w:pPr`` and ``w:rPr``."""
    inside = f'<w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{inside}</w:r></w:p>"


def table(*rows: list[str]) -> str:
    """A table of cells, which hold paragraphs as they are given."""
    inside = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{inside}</w:tbl>"
