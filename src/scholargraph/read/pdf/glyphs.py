"""The characters of a PDF page with their places and styles, as pdfium gives them.

The only module that speaks to pdfium while pages are read; it is imported when the first PDF is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from ctypes import addressof, byref, c_double, c_float, c_int, c_uint, create_string_buffer
from math import atan2, hypot, pi
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

MAX_GLYPHS = 30_000
"""Characters read of one page; a dense page has 8,000."""
MAX_OBJECTS = 20_000
"""Drawn objects looked at on a page for bullets."""
UNKNOWN = "\ufffd"
"""Stands for a glyph whose letter the file does not tell (icons, fonts without a table)."""

_BOLD = re.compile(
    r"bold|black|heavy|demi|[-,_]bd\b|cmb\d|cmbx|cmssbx|cmcscb|sfb[fx]|sfsx|ecb[fx]|ecsx|-medi\b|-semi", re.I
)
_NOT_BOLD = re.compile(r"demilight|semilight|regular|book|light|roman", re.I)
_ITALIC = re.compile(r"ital|obli|slant|cmti|cmsl|cmssi|sfti|sfsl|sfsi|ecti|ecsl|[-,]it\b", re.I)
_FORCE_BOLD, _ITALIC_FLAG = 0x40000, 0x40
_SIGNS = re.compile(r"symbol|cmsy|msam|msbm|wingding|dingbat|cmmi|awesome|math", re.I)

_INVISIBLE, _FILLED_AND_STROKED = (3, 7), 2
_LIGATURES = {
    "\x0b": "ff",
    "\x0c": "fi",
    "\x0e": "ffi",
    "\x0f": "ffl",
    "\x1b": "ff",
    "\x1c": "fi",
    "\x1d": "fl",
    "\x1e": "ffi",
    "\x1f": "ffl",
}
"""Places of ligatures in the tables of TeX fonts, which come through where a font has no other table."""
_BULLETS = frozenset(
    "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8\uf06e\uf06c\uf071\uf075\uf0e0\uf0f0\uf09f\uf0b0\uf046"
)


class Style(NamedTuple):
    """What type looks like: ``size`` in points as printed, ``colour`` 0xRRGGBB."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: int


class Glyph(NamedTuple):
    """A printed character: its left and right edge and baseline in points, upright, y growing upwards."""

    text: str
    """One character or more (a ligature); a space for white space; UNKNOWN where nobody knows."""
    x0: float
    x1: float
    y: float
    style: Style
    order: int
    """Its place in the page's own order of drawing."""
    raised: int = 0
    """1 for a superscript, -1 for a subscript."""


class _Run(NamedTuple):
    """What is the same for all characters of one text object."""

    style: Style
    invisible: bool
    angle: int
    """Quarter turns counter-clockwise; -1 for askew text, such as a watermark."""


class _Character(NamedTuple):
    """A character in the page's own coordinates: its box and the point where its baseline starts."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    number: int


def page_glyphs(page: Any, text_page: Any) -> list[Glyph]:
    """The upright visible characters of a page in its own order of drawing, at most MAX_GLYPHS.

    Invisible text counts where there is hardly any other: it is what recognition laid below a picture.
    Upright is what most of the page is.
    """
    runs: dict[int, _Run] = {}
    run: _Run | None = None  # spaces that pdfium made up have no text object: they go with what is before
    shown: list[tuple[_Character, _Run]] = []
    hidden: list[tuple[_Character, _Run]] = []
    for character in _characters(text_page, _visible_part(page)):
        pointer = pdfium.FPDFText_GetTextObject(text_page, character.number)
        address = addressof(pointer.contents) if pointer else 0
        if address or run is None:
            run = runs.get(address) or runs.setdefault(address, _run(text_page, pointer, character.number))
        (hidden if run.invisible else shown).append((character, run))
    glyphs = _upright(shown if len(shown) * 10 >= len(hidden) else hidden)
    return glyphs + _drawn_bullets(page, glyphs)


def _drawn_bullets(page: Any, glyphs: list[Glyph]) -> list[Glyph]:
    """Bullets that browsers draw as small discs and squares: those just left of a line's first glyph."""
    discs = sorted(_discs(page))
    if not discs:
        return []
    lines: dict[int, Glyph] = {}
    for glyph in glyphs:
        first = lines.get(round(glyph.y))
        if glyph.text != " " and (first is None or glyph.x0 < first.x0):
            lines[round(glyph.y)] = glyph
    bullets = []
    for left, right, middle in discs:
        for line in (lines.get(round(middle) - below) for below in range(1, 8)):
            if (
                line
                and right < line.x0 < right + 3 * line.style.size
                and middle - line.y < 0.6 * line.style.size
            ):
                bullets.append(Glyph("•", left, right, line.y, line.style, line.order))
                break
    return bullets


def _discs(page: Any) -> Iterator[tuple[float, float, float]]:
    """Left, right and middle height of small filled shapes about as high as wide."""
    edges = [c_float() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(shape, *map(byref, edges)):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        width, height = right - left, top - bottom
        if 1.5 < width < 7 and abs(width - height) < 0.2 * width:
            yield left, right, (bottom + top) / 2


def _visible_part(page: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what is shown of the page, with a little room around."""
    left, bottom, right, top = page.get_cropbox()
    return min(left, right) - 5, min(bottom, top) - 5, max(left, right) + 5, max(bottom, top) + 5


def _characters(text_page: Any, shown: tuple[float, float, float, float]) -> Iterator[_Character]:
    """The characters in sight; of those that pdfium made up itself only the spaces."""
    raw, box, x, y = pdfium, pdfium.FS_RECTF(), c_double(), c_double()
    for index in range(min(raw.FPDFText_CountChars(text_page), MAX_GLYPHS)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in (0x0A, 0x0D) and raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, byref(box))
        raw.FPDFText_GetCharOrigin(text_page, index, byref(x), byref(y))
        if shown[0] <= x.value <= shown[2] and shown[1] <= y.value <= shown[3]:
            text = _letter(code, text_page, index)
            yield _Character(text, box.left, box.bottom, box.right, box.top, x.value, y.value, index)


def _letter(code: int, text_page: Any, index: int) -> str:
    if code in (2, 0xFFFE):  # what pdfium makes of hyphens at the ends of lines
        return "-"
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return UNKNOWN
    text = chr(code)
    if text.isspace() and text not in _LIGATURES:
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0:
        return _LIGATURES.get(text, UNKNOWN)
    if code >= 0xE000 and (code < 0xF900 or code >= 0xF0000):
        return "•" if text in _BULLETS else UNKNOWN
    return UNKNOWN if pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1 else text


def _run(text_page: Any, pointer: Any, index: int) -> _Run:
    raw, matrix = pdfium, pdfium.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, byref(matrix))
    scale = hypot(matrix.c, matrix.d) or 1.0
    size = round(raw.FPDFText_GetFontSize(text_page, index) * scale, 1)
    mode = raw.FPDFTextObj_GetTextRenderMode(pointer) if pointer else 0
    font = raw.FPDFTextObj_GetFont(pointer) if pointer else None
    bold, italic, name = _face(font) if font else (False, False, "")
    colours = [c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(text_page, index, *map(byref, colours))
    red, green, blue, _ = (min(part.value, 255) for part in colours)
    turns = atan2(matrix.b, matrix.a) / (pi / 2)
    angle = round(turns) % 4 if abs(turns - round(turns)) < 0.03 else -1
    style = Style(
        name,
        max(size, 0.1),
        bold or mode == _FILLED_AND_STROKED,
        italic or (not angle and matrix.c > 0.1 * scale),
        red << 16 | green << 8 | blue,
    )
    return _Run(style, mode in _INVISIBLE, angle)


def _face(font: Any) -> tuple[bool, bool, str]:
    """Whether a font is bold and italic, from its name and flags (weights are often wrong); and its name."""
    held = create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(font, held, 200)
    name = held.value.decode("utf-8", "replace").rpartition("+")[2]
    flags, angle = pdfium.FPDFFont_GetFlags(font), c_int()
    pdfium.FPDFFont_GetItalicAngle(font, byref(angle))
    if _SIGNS.search(name):
        return False, False, name
    bold = bool(_BOLD.search(name)) or (
        bool(flags & _FORCE_BOLD and flags > 0) and not _NOT_BOLD.search(name)
    )
    slanted = bool(flags > 0 and flags & _ITALIC_FLAG) or angle.value < -4
    return bold, bool(_ITALIC.search(name)) or slanted, name


def _upright(found: list[tuple[_Character, _Run]]) -> list[Glyph]:
    """The characters written in the page's main direction, turned so that they run to the right."""
    angles = Counter(run.angle for character, run in found if run.angle >= 0 and character.text != " ")
    if not angles:
        return []
    main = angles.most_common(1)[0][0]
    return [_glyph(character, run.style, main) for character, run in found if run.angle == main]


def _glyph(c: _Character, style: Style, turns: int) -> Glyph:
    x0, x1, y = (
        (c.left, c.right, c.y),
        (c.bottom, c.top, -c.x),
        (-c.right, -c.left, -c.y),
        (-c.top, -c.bottom, c.x),
    )[turns]
    return Glyph(c.text, x0, x1, y, style, c.number)
