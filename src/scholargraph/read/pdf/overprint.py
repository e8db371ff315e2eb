"""Characters → baselines, with what is printed beside and over them: superscripts, accents, second prints."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from scholargraph.read.pdf.glyphs import Glyph

_SAME_BASELINE, _ATTACHED = 0.16, 0.4
_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303",
    "¸": "\u0327", "ˇ": "\u030c", "˘": "\u0306", "˚": "\u030a", "°": "\u030a", "˝": "\u030b", "¯": "\u0304",
    "˙": "\u0307", "˛": "\u0328",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}


def baselines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Rows of glyphs from the top of the page down, each from left to right, spaces included."""
    rows = _attached([sorted(row, key=start) for row in _baselines(glyphs)])
    return [_composed(_once(row)) for row in rows]


def start(glyph: Glyph) -> float:
    return glyph.x0


def _baselines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that share a baseline, from the top of the page down."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.y, g.order)):
        if row and row[0].y - glyph.y > _SAME_BASELINE * max(row[0].style.size, glyph.style.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _attached(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Rows with their superscripts and subscripts, which have baselines of their own."""
    result = [list(row) for row in rows]
    sizes = [max(glyph.style.size for glyph in row) for row in rows]
    for at, row in enumerate(rows):
        hosts = [i for i in (at + 1, at + 2, at - 1) if 0 <= i < len(rows)]
        for run in _runs(row) if hosts else ():
            host = next((i for i in hosts if _belongs(run, rows[i], sizes[i])), None)
            if host is not None:
                raised = 1 if run[0].y > rows[host][0].y else -1
                result[host] += [glyph._replace(raised=raised) for glyph in run]
                gone = {glyph.order for glyph in run}
                result[at] = [glyph for glyph in result[at] if glyph.order not in gone or glyph.raised]
    return [sorted(row, key=start) for row in result if row]


def _runs(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Words of one size in a row: what may be a superscript as a whole."""
    run: list[Glyph] = []
    for glyph in row:
        if run and (glyph.x0 - run[-1].x1 > _ATTACHED * run[-1].style.size or glyph.text == " "):
            yield run
            run = []
        if glyph.text != " ":
            run.append(glyph)
    if run:
        yield run


def _belongs(run: Sequence[Glyph], host: Sequence[Glyph], size: float) -> bool:
    """Whether a run is raised or lowered right beside a larger glyph of a row, or is its accent."""
    rise = (run[0].y - host[0].y) / size
    if run[0].text in _ACCENTS and abs(rise) < 0.5:
        return any(_over(run[0], glyph) for glyph in _around(host, run[0].x0, size))
    if run[0].style.size >= 0.86 * size or not (0.1 < rise < 0.75 or -0.4 < rise < -0.08):
        return False
    room = _ATTACHED * size
    beside = [*_around(host, run[0].x0, size), *_around(host, run[-1].x1, size)]
    larger = (g for g in beside if g.text != " " and 0.86 * g.style.size > run[0].style.size)
    return any(-room < run[0].x0 - g.x1 < room or -room < g.x0 - run[-1].x1 < 0.6 * room for g in larger)


def _around(row: Sequence[Glyph], x: float, size: float) -> Sequence[Glyph]:
    """The glyphs of a row that begin close to a place."""
    first, last = bisect_left(row, x - 2 * size, key=start), bisect_right(row, x + size, key=start)
    return row[first : min(last, first + 30)]


def _once(row: Sequence[Glyph]) -> list[Glyph]:
    """A row without glyphs printed a second time over the first (bold by double print, shadows)."""
    kept: list[Glyph] = []
    for glyph in row:
        same = [before for before in kept[-6:] if before.text == glyph.text and glyph.text != " "]
        if not same or not any(_doubles(glyph, before) for before in same):
            kept.append(glyph)
    return kept


def _doubles(glyph: Glyph, before: Glyph) -> bool:
    shift = abs(glyph.x0 - before.x0)
    piece = shift == 0 and abs(glyph.order - before.order) == 1  # the two f of one ligature
    return shift < 0.12 * glyph.style.size and not piece


def _composed(row: Sequence[Glyph]) -> list[Glyph]:
    """A row in which an accent printed over a letter has become part of the letter."""
    done: list[Glyph] = []
    pending: Glyph | None = None
    for glyph in row:
        accent = glyph.text in _ACCENTS
        if pending and not accent and _over(pending, glyph):
            done.append(_accented(glyph, pending))
            pending = None
            continue
        if pending:
            done.append(pending)
            pending = None
        if accent and done and _over(glyph, done[-1]):
            done[-1] = _accented(done[-1], glyph)
        elif accent:
            pending = glyph
        else:
            done.append(glyph)
    return [*done, pending] if pending else done


def _over(accent: Glyph, letter: Glyph) -> bool:
    """Whether an accent stands over (or under) a letter rather than beside it."""
    middle = (accent.x0 + accent.x1) / 2
    inside = letter.x0 - 0.05 * letter.style.size <= middle <= letter.x1 + 0.05 * letter.style.size
    return letter.text.isalpha() and inside and len(_with(letter, accent)) == 1


def _with(letter: Glyph, accent: Glyph) -> str:
    base = _DOTLESS.get(letter.text, letter.text)
    return unicodedata.normalize("NFC", base + _ACCENTS[accent.text])


def _accented(letter: Glyph, accent: Glyph) -> Glyph:
    return letter._replace(text=_with(letter, accent))
