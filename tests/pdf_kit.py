"""A tiny writer of PDF files (words at places, in standard fonts; links), and the laws of what is read."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from scholargraph.extract.telling import cite
from scholargraph.model import Document

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}


class Words(NamedTuple):
    """Words (Windows-1252) with the left end of their baseline, from the lower left corner in points."""

    x: float
    y: float
    text: str
    font: str = "F1"
    size: float = 10

    def syntax(self) -> bytes:
        """The operators that print them."""
        escaped = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"BT /{self.font} {self.size} Tf {self.x} {self.y} Td ({escaped}) Tj ET\n".encode("cp1252")


def column(x: float, y: float, lines: list[str], step: float = 12, font: str = "F1") -> bytes:
    """Lines below each other."""
    return b"".join(Words(x, y - step * i, line, font).syntax() for i, line in enumerate(lines))


def link(x0: float, y0: float, x1: float, y1: float, target: str) -> bytes:
    """A link annotation."""
    return f"<</Type/Annot/Subtype/Link/Rect[{x0} {y0} {x1} {y1}]/A<</S/URI/URI({target})>>>>".encode()


def pdf(*pages: bytes, extra: bytes = b"", info: bytes = b"") -> bytes:
    """A file with one page for each piece of page syntax; ``extra`` goes into every page's dictionary."""
    fonts = [
        f"/{name}<</Type/Font/Subtype/Type1/BaseFont/{base}/Encoding/WinAnsiEncoding>>".encode()
        for name, base in FONTS.items()
    ]
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<<%s>>" % info,
    ]
    for number, page in zip(numbers, pages, strict=True):
        head = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R" % (number + 1)
        objects.append(head + b"/Resources<</Font<<%s>>>>%s>>" % (b"".join(fonts), extra))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(page), page))
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info 3 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(out),
    )
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def check(document: Document) -> None:
    """The laws of blocks, with pages."""
    starts = [block.start_line for block in document.blocks]
    assert starts == sorted(starts)
    assert list(document.pages) == sorted(document.pages)
    for block in document.blocks:
        assert block.raw == "\n".join(document.lines[block.start_line - 1 : block.end_line])
        assert block.text == block.text.strip() != ""
        origin = block.origin or range(len(block.text) + 1)
        assert len(origin) == len(block.text) + 1
        assert all(0 <= a <= b <= len(block.raw) for a, b in pairwise(origin))
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)
        span = cite(block)
        assert span.quote in "\n".join(document.lines[span.start_line - 1 : span.end_line])
