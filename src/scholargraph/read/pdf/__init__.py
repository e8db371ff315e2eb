"""PDF files → blocks: from the places of characters on pages to headings, entries and paragraphs.

``glyphs`` (pdfium) → ``overprint`` (accents, superscripts) → ``cells`` → ``running`` heads set apart →
``columns`` and ``rows`` (lines in reading order) → ``shape`` (type) and ``setting`` (space) → ``blocks``,
whose text ``joining`` makes.
"""

from __future__ import annotations

from scholargraph.model import Block


def read_pdf(data: bytes, source: str) -> tuple[tuple[str, ...], list[Block], list[str], tuple[int, ...]]:
    """The lines of the text layer in reading order, blocks, notes, and the first line of each page.

    What the file's properties say of title and author comes before the first page, as fields ``meta/title``
    and ``meta/author`` (templates leave other people's names there).
    Raises ReadError for what is no PDF, is damaged or locked, or holds pictures only.
    """
    from scholargraph.read.pdf.reading import reading

    return reading(data, source)
