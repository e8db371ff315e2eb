r"""LaTeX → blocks: what a reader of the printed document sees, each word with its place in the source.

The walk is our own and not pylatexenc's, whose walker calls itself for every brace (a thousand open braces
end it), knows no macros of the document, and fails on ``\href``; its tables of symbols are used.
"""

from __future__ import annotations

import re

from scholargraph.model import Block
from scholargraph.read.aligned import Aligned
from scholargraph.read.decoding import Decoded, decode
from scholargraph.read.latex.assemble import Assembly
from scholargraph.read.latex.walk import walked
from scholargraph.read.outline import outlined
from scholargraph.read.repair import repairs

_DECLARED = re.compile(
    rb"^[^%\n]{0,200}\\(?:usepackage|RequirePackage)\s{0,9}\[([\w-]{1,20})\]\s{0,9}\{inputenc\}", re.MULTILINE
)
_ENCODINGS = {
    "latin1": "cp1252",
    "ansinew": "cp1252",
    "cp1252": "cp1252",
    "latin2": "iso8859-2",
    "latin3": "iso8859-3",
    "latin4": "iso8859-4",
    "latin5": "iso8859-9",
    "latin9": "iso8859-15",
    "latin10": "iso8859-16",
    "cp1250": "cp1250",
    "cp1251": "cp1251",
    "cp1257": "cp1257",
    "applemac": "mac-roman",
    "cp437": "cp437",
    "cp850": "cp850",
    "cp852": "cp852",
    "koi8-r": "koi8-r",
    "cp866": "cp866",
    "macce": "mac-latin2",
}


def decoded(data: bytes, source: str) -> Decoded:
    """The lines of a file: UTF-8, else in the encoding it declares, else in the likeliest.

    Raises ReadError for what is empty, too large or no text.
    """
    found = _DECLARED.search(data)
    encoding = _ENCODINGS.get(found[1].decode().lower()) if found else None
    if not encoding or _is_utf8(data):
        return decode(data, source)
    lines = decode(data.decode(encoding, errors="replace").encode(), source)
    return Decoded(lines.lines, (*lines.notes, f"not UTF-8; read as {encoding}, as the file declares"))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """Headings, items, paragraphs and fields of a LaTeX document, and notes on doubts."""
    raw = "\n".join(lines)
    source = Aligned.of(raw).edited(repairs(raw))
    engine = walked(source.text)
    found = Assembly(lines, source.origin).blocks(outlined(engine.desk.done))
    return found, engine.notes
