"""Files made to hang, crash or flood a reader, one or more for each format."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from itertools import pairwise

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, before: str = "") -> bytes:
    """A Word file with this XML in its body, and that before it."""
    document = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _RELATIONS)
        file.writestr("word/document.xml", document)
    return packed.getvalue()


def pdf(content: bytes) -> bytes:
    """A PDF file of one page whose compressed content is this."""
    packed = zlib.compress(content, 9)
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1"
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length "
        + str(len(packed)).encode()
        + b"/Filter/FlateDecode>>stream\n"
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"
    )


def entities(count: int) -> str:
    """A document type whose last entity unfolds to ten to the power of ``count`` letters."""
    inner = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, count))
    return f'<!DOCTYPE a [<!ENTITY e0 "aaaaaaaaaa">{inner}]>'


def _growing() -> str:
    """Macros each of which is the next one twice."""
    names = [f"\\z{chr(97 + i)}" for i in range(25)]
    steps = "".join(f"\\newcommand{{{a}}}{{{b}{b}}}" for a, b in pairwise(names))
    return f"{steps}\\newcommand{{{names[-1]}}}{{boom }}\\begin{{document}}{names[0]}\\end{{document}}"


def _aliases() -> str:
    """Lists each of which is the one before nine times."""
    steps = [
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join('*' + chr(97 + i) for _ in range(9))}]" for i in range(9)
    ]
    return "\n".join(["a: &a [x, x, x, x, x, x, x, x, x]", *steps])


TEXTS: dict[str, str] = {
    "deep.html": "<div>" * 100_000 + "x",
    "line.html": "<p>" + "a b " * 100_000,
    "open.html": "<p>A<script>" + "x" * 500_000,
    "attributes.html": "<p " + "a=1 " * 100_000 + ">x",
    "signs.html": "<" * 200_000 + "&" * 200_000,
    "tables.html": "<table><tr><td>" * 30_000,
    "lists.html": "<ul><li>" * 30_000 + "A",
    "bomb.xhtml": entities(30) + "<html><p>&e29;</p>",
    "brackets.md": "[" * 100_000,
    "stars.md": "*a " * 60_000,
    "ticks.md": "`" * 300_001,
    "quotes.md": "> " * 100_000 + "x",
    "steps.md": "\n".join(" " * i + "- x" for i in range(800)),
    "line.txt": "Smith, J. and " * 40_000,
    "names.txt": "A. B, " * 30_000 + "2019",
    "initials.txt": "J. " * 60_000,
    "digits.txt": "1" * 500_000,
    "dates.txt": "2019 - " * 30_000,
    "mails.txt": "a@b." * 50_000,
    "accents.txt": "A" + "\u0301" * 100_000,
    "loop.tex": r"\newcommand{\a}{\b\b}\newcommand{\b}{\a\a}\begin{document}\a\end{document}",
    "self.tex": r"\def\x{\x\x}\begin{document}\x",
    "growing.tex": _growing(),
    "braces.tex": r"\begin{document}" + "{" * 100_000 + "x",
    "environments.tex": r"\begin{document}" + r"\begin{itemize}\item " * 20_000,
    "math.tex": r"\begin{document}" + "$" * 100_001,
    "aliases.yaml": _aliases(),
    "deep.yaml": "[" * 50_000,
    "deep.json": '{"a":' * 50_000,
    "long.json": '"' + "a" * 500_000 + '"',
    "braces.bib": "@article{a, title={" + "{" * 50_000 + "\n@article{b, title={T}, author={A B}}\n",
    "signs.bib": "@" * 500_000,
    "strings.bib": "@string{a = b # b}\n@string{b = a # a}\n" * 500 + "@article{x, title = a}",
    "authors.bib": "@article{a, title={T}, author={" + " and ".join(["A B"] * 20_000) + "}}",
    "unended.ris": "TY  - JOUR\nTI  - T\nAU  - B, A\n" * 10_000,
}
"""Names of files and what they hold."""


BINARIES: dict[str, Callable[[], bytes]] = {
    "cut.pdf": lambda: b"%PDF-1.4\n1 0 obj\n<<",
    "noise.pdf": lambda: bytes(range(256)) * 400,
    "circle.pdf": lambda: (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1000000>>endobj\ntrailer<</Root 1 0 R>>"
    ),
    "bomb.pdf": lambda: pdf(b"BT /F1 12 Tf (A) Tj ET " * 2_000_000),
    "bomb.docx": lambda: docx(f"<w:p><w:r><w:t>{'A' * 300_000_000}</w:t></w:r></w:p>"),
    "entities.docx": lambda: docx("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", entities(10)),
    "outside.docx": lambda: docx(
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "tables.docx": lambda: docx("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000),
    "paragraphs.docx": lambda: docx("<w:p/>" * 200_000),
    "old.docx": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000),
    "cut.docx": lambda: docx("<w:p/>")[:60],
    "zeros.txt": lambda: b"Ada Bee\x00\nx",
}
"""The same for formats that are no text, each made when asked for."""
