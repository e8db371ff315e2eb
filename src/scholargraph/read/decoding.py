"""Bytes → lines of text, whatever the encoding; and the refusal of what is no text."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from scholargraph.errors import ReadError

MAX_BYTES = 16 * 2**20
"""Larger files are refused: no document about a person comes near it, and all later stages would carry it."""
MAX_LINES = 500_000

SKIPPED = "skipped; the other documents go in"

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_KNOWN_BINARIES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or a DOCX, ODT or XLSX file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE = 200_000
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z][\w:.-]{2,30})""",
    re.I,
)
_DECLARED_WITHIN = 8192
_TABLES = re.compile(r"(?:iso8859|iso2022|cp\d|mac_|koi8|gb|big5|euc_|shift_jis|johab|hz|ptcp|kz1048|tis)")
# What cp1252 makes of other tables: a sign inside a word, a capital after a small letter, a run of capitals.
_NOT_WESTERN = re.compile(
    "[A-Za-z][¡-©«¬®-±´¶-¹»-¿×÷†‡‰‹›ƒ][A-Za-z]|[a-z][À-ÖØ-ÞŠŽŒ]|(?<![A-Za-z0-9])[¡-¦¨-©¬®-±´¶-¹¼-¾×÷ƒ][A-Za-z]"
    "|[À-ÿ]{3}|[\x80-\U0010ffff]{4}|\ufffd"
)


class Decoded(NamedTuple):
    """The lines of a file, without their ends, and what was noted on the way."""

    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


def decode(data: bytes, source: str) -> Decoded:
    r"""Lines of a text file of any usual encoding; ``\n``, ``\r\n`` and ``\r`` end a line, nothing else does.

    Raises ReadError for what is empty, too large or no text.
    """
    _refuse_size(data, source)
    text, note = _text(data, source)
    lines = _LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    if not text.strip():
        raise ReadError(f"the file is empty; {SKIPPED}", source)
    if len(lines) > MAX_LINES:
        raise ReadError(f"{len(lines):,} lines, at most {MAX_LINES:,} are read; {SKIPPED}", source)
    return Decoded(tuple(lines), (note,) if note else ())


def decode_head(data: bytes) -> str:
    """The first characters of a file, roughly, to tell its format by."""
    head = data[:4096]
    encoding = _marked(head) or _wide(head) or "utf-8"
    return head.decode(encoding, errors="replace").lstrip("\ufeff")


def _refuse_size(data: bytes, source: str) -> None:
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 2**20:.0f} MB of text, at most {MAX_BYTES // 2**20} MB are read"
        raise ReadError(f"{size}; {SKIPPED}", source)


def _text(data: bytes, source: str) -> tuple[str, str]:
    """The decoded text and a note where the encoding was not UTF-8."""
    encoding = _marked(data) or _wide(data)
    if not encoding:
        _refuse_binary(data, source)
    try:
        return data.decode(encoding or "utf-8"), ""
    except UnicodeDecodeError as error:
        if encoding and encoding != "utf-8-sig":
            line = _line_at(data, error.start)
            raise ReadError(
                f"not the {encoding.upper()} its first bytes promise; {SKIPPED}", source, line
            ) from error
        return _other(data)


def _marked(data: bytes) -> str:
    """The encoding that a byte order mark names, or nothing."""
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), "")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head) or min(even, odd) * 8 > max(even, odd):
        return ""
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    return "" if _STRANGE.search(head.decode(encoding, errors="ignore")) else encoding


def _refuse_binary(data: bytes, source: str) -> None:
    what = next((name for start, name in _KNOWN_BINARIES if data.startswith(start)), "")
    if what:
        raise ReadError(f"this is {what}, not text; {SKIPPED}", source)
    controls = len(_CONTROL.findall(data, 0, _SAMPLE))
    zero = data.find(b"\0")
    if zero >= 0 or controls * 100 > min(len(data), _SAMPLE):
        first = _CONTROL.search(data)
        line = _line_at(data, first.start()) if first else 0
        raise ReadError(f"binary, not text (control characters); {SKIPPED}", source, line)


def _other(data: bytes) -> tuple[str, str]:
    """Text of another table, or UTF-8 with strange bytes in it; and the note that says so."""
    first = _first_strange(data)
    line = _line_at(data, first)
    sample = data[max(0, first - _SAMPLE) : first + _SAMPLE]
    whole = len(_UTF8_CHARACTER.findall(sample))
    strange = len(_HIGH.findall(_UTF8_CHARACTER.sub(b"", sample)))
    if whole > 2 * strange:
        text = data.decode("utf-8", errors=_AS_WESTERN)
        return text, f"line {line}: a byte that is not UTF-8; such bytes are read as Windows-1252"
    encoding = _declared(data) or _guess(sample)
    name = "Windows-1252" if encoding == "cp1252" else encoding.replace("_", "-")
    return data.decode(encoding, errors="replace"), f"line {line}: not UTF-8; the file is read as {name}"


def _declared(data: bytes) -> str:
    """The encoding that an HTML or XML page declares at its top, if it is a table older than Unicode.

    As in browsers, Latin 1 means Windows-1252.
    """
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""
    return "cp1252" if name == "iso8859-1" else name if _TABLES.match(name) else ""


def _line_at(data: bytes, place: int) -> int:
    """The number of the line on which a byte stands."""
    unix, old, both = (data.count(end, 0, place) for end in (b"\n", b"\r", b"\r\n"))
    return 1 + unix + old - both


def _first_strange(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _guess(sample: bytes) -> str:
    """The encoding of bytes that are not UTF-8: Windows-1252 if that gives words, else a guess.

    charset-normalizer alone takes short Windows-1252 texts for Windows-1250.
    """
    western = sample.decode("cp1252", errors="replace")
    strange = len(_NOT_WESTERN.findall(western))
    if strange * 10 <= len(_HIGH.findall(sample)):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    strange = error.object[error.start : error.end]
    return strange.decode("cp1252", errors="replace"), error.end


_AS_WESTERN = "scholargraph.windows-1252"
codecs.register_error(_AS_WESTERN, _western)
