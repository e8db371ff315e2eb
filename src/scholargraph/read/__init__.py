"""Source → Document: one reader per format, all named in one table.

``discover`` finds the files, ``source_ids`` names them, ``read`` reads one of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from scholargraph.errors import ReadError
from scholargraph.model import Block, Document, Source
from scholargraph.read import bibliography, html, latex, markdown, pdf, plain, records, structured, word
from scholargraph.read.decoding import MAX_BYTES, SKIPPED, Decoded, decode, decode_head
from scholargraph.read.files import discover, source_ids, suffix

__all__ = ["FORMATS", "Format", "Reading", "discover", "read", "source_ids"]


MAX_NOTES = 20


class Reading(NamedTuple):
    """What a reader makes of the bytes of a file."""

    lines: tuple[str, ...]
    blocks: list[Block]
    notes: list[str]
    pages: tuple[int, ...] = ()
    """The first line of each page, for formats that have pages."""


class Format(NamedTuple):
    """A line of the table: which files it concerns and how they are read."""

    name: str
    media_type: str
    suffixes: frozenset[str]
    sniff: Callable[[str], bool]
    """Whether the first characters of a file are of this format (where a suffix has more than one)."""
    read: Callable[[bytes, str], Reading]
    """From the bytes of a file and its name for messages; raises ReadError."""
    limit: int = MAX_BYTES
    """Bytes that a file may have."""


def text_reader(
    blocks: Callable[[tuple[str, ...]], tuple[list[Block], list[str]]],
    decode: Callable[[bytes, str], Decoded] = decode,
) -> Callable[[bytes, str], Reading]:
    """A reader of bytes from a function that finds the blocks of decoded lines."""

    def read_text(data: bytes, source: str) -> Reading:
        lines, notes = decode(data, source)
        try:
            found, doubts = blocks(lines)
        except ReadError as error:
            raise ReadError(error.message, error.source or source, error.line) from error
        return Reading(lines, found, [*notes, *doubts])

    return read_text


def word_reader(data: bytes, source: str) -> Reading:
    """The reader of Word documents."""
    return Reading(*word.read_word(data, source))


def _read_pdf(data: bytes, source: str) -> Reading:
    return Reading(*pdf.read_pdf(data, source))


def _any(head: str) -> bool:
    return True


_WITH_PICTURES = 64 * 2**20
"""Bytes of a file whose pictures may outweigh its text."""
_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_JSON = frozenset({".json"})
_TEXT, _MARKDOWN = frozenset({".txt", ".text"}), frozenset({".md", ".markdown"})

FORMATS: tuple[Format, ...] = (
    Format("record", "text/markdown", _MARKDOWN, records.starts_record, text_reader(records.blocks)),
    Format("record", "text/plain", _TEXT, records.starts_record, text_reader(records.blocks)),
    Format(
        "HTML", "text/html", frozenset({".html", ".htm", ".xhtml", ".shtml"}), _any, text_reader(html.blocks)
    ),
    Format("HTML", "text/html", _MARKDOWN | _TEXT, html.looks_like_page, text_reader(html.blocks)),
    Format("Markdown", "text/markdown", _MARKDOWN, _any, text_reader(markdown.blocks)),
    Format(
        "YAML", "application/yaml", frozenset({".yml", ".yaml"}), _any, text_reader(structured.yaml_blocks)
    ),
    Format(
        "CSL-JSON",
        "application/vnd.citationstyles.csl+json",
        _JSON,
        bibliography.is_csl,
        text_reader(bibliography.csl_blocks),
    ),
    Format("JSON", "application/json", _JSON, _any, text_reader(structured.json_blocks)),
    Format(
        "BibTeX", "application/x-bibtex", frozenset({".bib"}), _any, text_reader(bibliography.bibtex_blocks)
    ),
    Format(
        "RIS",
        "application/x-research-info-systems",
        frozenset({".ris", ".nbib", ".enw"}),
        _any,
        text_reader(bibliography.tagged_blocks),
    ),
    Format(
        "LaTeX",
        "application/x-tex",
        frozenset({".tex", ".latex", ".ltx"}),
        _any,
        text_reader(latex.blocks, latex.decoded),
    ),
    Format("DOCX", word.MEDIA_TYPE, _WORD, _any, word_reader, _WITH_PICTURES),
    Format("old word processors", "application/octet-stream", word.OLD, _any, word.refuse_old),
    Format("PDF", "application/pdf", frozenset({".pdf"}), _any, _read_pdf, _WITH_PICTURES),
    Format("plain text", "text/plain", _TEXT, _any, text_reader(plain.blocks)),
)
"""The readers; the first whose suffix and first characters fit takes a file."""


def read(path: Path, source_id: str) -> Document:
    """The lines and blocks of a file.

    Raises ReadError for a file that is missing, unreadable, empty, too large, binary or of no known format.
    """
    chosen = [form for form in FORMATS if suffix(path) in form.suffixes]
    if not chosen:
        raise ReadError(f"no reader for {suffix(path) or 'a file without suffix'}; {SKIPPED}", str(path))
    data = _bytes(path, max(form.limit for form in chosen))
    head = decode_head(data)
    form = next((form for form in chosen if form.sniff(head)), None)
    if form is None:
        raise ReadError(f"this is not what its suffix {suffix(path)} promises; {SKIPPED}", str(path))
    reading = form.read(data, str(path))
    source = Source(
        id=source_id,
        path=path.as_posix(),
        media_type=form.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
    )
    return Document(source, reading.lines, tuple(reading.blocks), _few(reading.notes), reading.pages)


def _few(notes: list[str]) -> tuple[str, ...]:
    """The first notes, and how many more there are."""
    more = len(notes) - MAX_NOTES
    return (*notes[:MAX_NOTES], f"{more} more notes like these") if more > 1 else tuple(notes)


def _bytes(path: Path, limit: int) -> bytes:
    try:
        if path.is_dir():
            raise ReadError(f"this is a folder, not a file; {SKIPPED}", str(path))
        size = path.stat().st_size
        if size > limit:
            raise ReadError(
                f"{size / 2**20:.0f} MB, at most {limit // 2**20} MB are read; {SKIPPED}", str(path)
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"there is no such file; {SKIPPED}", str(path)) from error
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror}); {SKIPPED}", str(path)) from error
