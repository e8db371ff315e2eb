"""Word documents (DOCX) → blocks: what the printed pages show, a line for each line of the document.

The parts of the archive are read with limits of their own and walked over here; python-docx passes over
content controls, text boxes and revisions, and unpacks whatever an archive holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from scholargraph.errors import ReadError
from scholargraph.model import Block
from scholargraph.read.aligned import Aligned
from scholargraph.read.decoding import SKIPPED
from scholargraph.read.drafts import Draft, marks
from scholargraph.read.outline import outlined
from scholargraph.read.page import edited
from scholargraph.read.repair import repairs

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLD = frozenset({".doc", ".dot", ".rtf", ".odt", ".wpd", ".pages"})
"""Suffixes of word processors' files that are refused."""


class Pages(NamedTuple):
    """The lines of a document, its blocks, doubts, and the first line of each page."""

    lines: tuple[str, ...]
    blocks: list[Block]
    notes: list[str]
    pages: tuple[int, ...]


def read_word(data: bytes, source: str) -> Pages:
    """The lines and blocks of a DOCX file.

    Raises ReadError for what is no DOCX file, is protected by a password, damaged, or unpacks to too much.
    """
    from scholargraph.read.word.body import drafts_of
    from scholargraph.read.word.package import Package

    package = Package(data, source)
    try:
        drafts = outlined(drafts_of(package))
    except ReadError as error:
        raise ReadError(error.message, source) from error
    if not drafts:
        raise ReadError(f"the document has no text; {SKIPPED}", source)
    return _pages(drafts, package.notes)


def refuse_old(data: bytes, source: str) -> NoReturn:
    """Files of other word processors are not read. Raises ReadError."""
    raise ReadError(f"files of this kind are not read; save it as .docx or .pdf; {SKIPPED}", source)


def _pages(drafts: Sequence[Draft], notes: list[str]) -> Pages:
    lines: list[str] = []
    blocks: list[Block] = []
    firsts: dict[int, int] = {}
    for draft in drafts:
        firsts.setdefault(draft.page, len(lines) + 1)
        blocks.append(_block(draft, len(lines) + 1))
        lines += blocks[-1].raw.split("\n")
    last = max(firsts)
    pages = [0] * last
    for page in range(last, 0, -1):
        pages[page - 1] = firsts.get(page, pages[page] if page < last else len(lines))
    return Pages(tuple(lines), blocks, notes, tuple(pages) if last > 1 else ())


def _block(draft: Draft, line: int) -> Block:
    raw = draft.text
    text, found = edited(Aligned.of(raw), repairs(raw), marks(draft.pieces))
    return Block(
        kind=draft.kind,
        text=text.text,
        raw=raw,
        start_line=line,
        end_line=line + raw.count("\n"),
        origin=text.origin_in(raw),
        level=draft.level,
        key=draft.key,
        marks=found,
    )
