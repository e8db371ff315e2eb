"""A PDF file → its pages: cells, links, and what the file says of itself; all limits are kept here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import byref, c_int, create_string_buffer
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from scholargraph.errors import ReadError
from scholargraph.read.decoding import SKIPPED
from scholargraph.read.pdf.cells import Cell, known_share, page_cells
from scholargraph.read.pdf.glyphs import MAX_GLYPHS, Glyph, page_glyphs

MAX_PAGES = 300
MAX_ALL_GLYPHS = 1_000_000
"""Characters read of one file."""
MAX_LINKS = 2_000
"""Link annotations read of one page."""
MIN_KNOWN = 0.7
"""A page of which fewer characters are known says nothing that could be trusted."""
_MAX_TARGET = 2_000
_PASSWORD, _SECURITY = 4, 5
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]", re.IGNORECASE)
_LATIN = re.compile(r"[a-zà-öø-ÿ]", re.IGNORECASE)


class Link(NamedTuple):
    """A link annotation: its box and the address it leads to."""

    x0: float
    y0: float
    x1: float
    y1: float
    target: str


class Page(NamedTuple):
    """What is read of a page."""

    cells: list[Cell]
    links: list[Link]


class File(NamedTuple):
    """The pages of a file, its title and author as its properties state them, and notes."""

    pages: list[Page]
    properties: dict[str, str]
    notes: list[str]


def open_file(data: bytes, source: str) -> File:
    """Read the pages of a PDF file.

    Raises ReadError for what is no PDF, is broken or locked, or has no text at all.
    """
    if b"%PDF-" not in data[:1024]:
        raise ReadError(f"this is no PDF file, whatever its name says; {SKIPPED}", source)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{_why_closed()}; {SKIPPED}", source) from error
    try:
        return _file(document, source)
    finally:
        document.close()


def _why_closed() -> str:
    if pdfium.FPDF_GetLastError() in (_PASSWORD, _SECURITY):
        return "the PDF file is locked with a password"
    return "the PDF file is damaged or cut off and cannot be opened"


def _file(document: Any, source: str) -> File:
    count = len(document)
    if not count:
        raise ReadError(f"the PDF file has no pages; {SKIPPED}", source)
    notes: list[str] = []
    pages = list(_pages(document, min(count, MAX_PAGES), notes))
    if not any(page.cells for page in pages):
        what = "1 page of pictures" if count == 1 else f"{count} pages of pictures"
        raise ReadError(
            f"{notes[0] if notes else f'the PDF file has no text layer: {what}'}; {SKIPPED}", source
        )
    if len(pages) < count:
        notes.append(f"only the first {len(pages)} of {count} pages are read")
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.cells]
    if empty and not notes:
        notes.append(f"no text on {len(empty)} of {len(pages)} pages (page {empty[0]} is the first)")
    properties = {key.lower(): _property(document, key) for key in ("Title", "Author")}
    return File(pages, {key: value for key, value in properties.items() if value}, notes)


def _pages(document: Any, count: int, notes: list[str]) -> Iterator[Page]:
    """The pages of a document, up to the limit of characters in all."""
    total = 0
    for number in range(count):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            notes.append(f"page {number + 1} is damaged and left out")
            yield Page([], [])
            continue
        text_page = page.get_textpage()
        try:
            glyphs = page_glyphs(page, text_page.raw)
            links = list(_links(document, page))
        finally:
            text_page.close()
            page.close()
        if len(glyphs) >= MAX_GLYPHS:
            notes.append(f"page {number + 1}: only the first {MAX_GLYPHS:,} characters are read")
        yield Page(_trusted(glyphs, number + 1, notes), links)
        total += len(glyphs)
        if total > MAX_ALL_GLYPHS:
            return


def _trusted(glyphs: list[Glyph], number: int, notes: list[str]) -> list[Cell]:
    """The cells of a page, or none if its characters are not letters that anyone can read."""
    cells = page_cells(glyphs)
    if known_share(cells) >= MIN_KNOWN and not _garbled(cells):
        return cells
    notes.append(f"page {number}: the file does not tell which letters its signs stand for; left out")
    return []


def _garbled(cells: list[Cell]) -> bool:
    """Whether Latin letters make no words: real languages have between a fifth and two thirds of vowels."""
    letters = _LATIN.findall("".join(cell.text for cell in cells))
    vowels = len(_VOWELS.findall("".join(letters)))
    return len(letters) > 200 and not 0.2 < vowels / len(letters) < 0.66


def _links(document: Any, page: Any) -> Iterator[Link]:
    """Links to addresses; links within the document are left out."""
    place, link, box = c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(MAX_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, byref(place), byref(link)):
            return
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if not 1 < size <= _MAX_TARGET or not pdfium.FPDFLink_GetAnnotRect(link, byref(box)):
            continue
        held = create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, held, size)
        target = held.value.decode("utf-8", "replace").strip()
        low, high = sorted((box.bottom, box.top))
        yield Link(box.left, low, box.right, high, target)


def _property(document: Any, key: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in document.get_metadata_value(key)).split())[
        :500
    ]
