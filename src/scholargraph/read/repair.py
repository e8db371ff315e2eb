"""Repairs of characters: mis-decoded UTF-8, odd spaces, invisible characters, ligatures, loose accents.

Each repair is an edit of the few characters that are wrong, so that quotes stay tight around words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from scholargraph.read.aligned import Aligned, Edit

HIDDEN = "\x1f"
"""Stands for each character of mark-up that is not shown (comments); repair takes it out."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# Runs of odd characters with little between them; all parts are bounded, so that the search stays linear.
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+|[^\x00-\x7f]{1,80}(?:[!-~]{1,9}[^\x00-\x7f]{1,80}){0,9}")
_LETTERS_BEFORE = re.compile(r"[!-~]*\Z")
_LETTERS_AFTER = re.compile(r"[!-~]*")
_CONTEXT = 20

_SPACES = "\x0b\x0c\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_UNSEEN = "\xad\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb" + "".join(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_CONTROLS = "".join(chr(c) for c in [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)] if c != 0x85)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_CHARACTERS: dict[int, str] = {
    **{ord(c): " " for c in _SPACES},
    **{ord(c): "" for c in _UNSEEN + _CONTROLS},
    **{ord(c): text for c, text in _LIGATURES.items()},
}
_LOOSE = re.compile(r"[^\W\d_\ufb00-\ufb06][\u0300-\u036f]+")
_JOINER = re.compile("(?<![\u0590-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0590-\U0010ffff])")


def repairs(text: str) -> list[Edit]:
    """The edits that mend a text; none for clean text."""
    if text.isascii() and not _CONTROL.search(text):
        return []
    return [edit for found in _ODD.finditer(text) for edit in _run_repairs(text, found.start(), found.end())]


def repaired(text: str) -> str:
    """The mended text, where nobody needs to know what stood where."""
    return Aligned.of(text).edited(repairs(text)).text


def _run_repairs(text: str, start: int, end: int) -> list[Edit]:
    """Edits of one run, judged with the letters beside it (which show whether ``√°`` is an ``á``)."""
    before = _LETTERS_BEFORE.search(text[max(0, start - _CONTEXT) : start])
    after = _LETTERS_AFTER.match(text[end : end + _CONTEXT])
    lead, tail = before.group() if before else "", after.group() if after else ""
    edits = _word_repairs(lead + text[start:end] + tail)
    return [Edit(e.start + start - len(lead), e.end + start - len(lead), e.text) for e in edits]


@lru_cache(maxsize=20_000)
def _word_repairs(word: str) -> tuple[Edit, ...]:
    mended = _decoded_again(word)
    if mended == word:
        return tuple(_character_repairs(word))
    return tuple(_piecewise(word, mended))


def _settled(text: str) -> str:
    return unicodedata.normalize("NFC", _JOINER.sub("", text).translate(_CHARACTERS))


def _character_repairs(word: str) -> list[Edit]:
    """Edits of single characters, and of letters with loose accents."""
    edits = [Edit(i, i + 1, _CHARACTERS[ord(c)]) for i, c in enumerate(word) if ord(c) in _CHARACTERS]
    edits += [Edit(*found.span()) for found in _JOINER.finditer(word)]
    edits += [
        Edit(*found.span(), unicodedata.normalize("NFC", found.group())) for found in _LOOSE.finditer(word)
    ]
    return sorted(edits)


def _piecewise(old: str, new: str) -> Iterator[Edit]:
    """Edits of the pieces that differ, and of single characters in those that are the same."""
    for what, start, end, low, high in _pieces(old, new):
        if what == "equal":
            same = _character_repairs(old[start:end])
            yield from (Edit(start + edit.start, start + edit.end, edit.text) for edit in same)
        else:
            yield Edit(start, end, _settled(new[low:high]))


def _pieces(old: str, new: str) -> list[tuple[str, int, int, int, int]]:
    """What is equal and what is not; the common end first, as mis-decoding puts its signs in front."""
    tail = 0
    while tail < min(len(old), len(new)) and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a, b = len(old) - tail, len(new) - tail
    pieces = SequenceMatcher(None, old[:a], new[:b], autojunk=False).get_opcodes()
    return [*pieces, ("equal", a, len(old), b, len(new))]


def _decoded_again(word: str) -> str:
    """A word whose UTF-8 was decoded by a wrong table, put right: by ftfy, then the pieces it leaves."""
    if not _SUSPICIOUS.search(word):
        return word
    from ftfy import fix_encoding

    return _PIECE.sub(_piece, fix_encoding(word))


def _continuations(encoding: str) -> str:
    return re.escape(bytes(range(0x80, 0xC0)).decode(encoding, errors="ignore"))


_MAC = _continuations("mac_roman")
_WINDOWS = _continuations("cp1252") + "\x81\x8d\x8f\x90\x9d"
_ANY = _MAC + _WINDOWS
# Two characters or more of which the first is what a leading byte of UTF-8 becomes in some table.
_SUSPICIOUS = re.compile(rf"[À-ô√¬ƒ≈∆«»‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffŒœ–—ŠŽšžŸÐÑðŃńČčĎďĹĺРС][^\x00-\x7f]|[{_MAC}]{{3}}")
# What ftfy leaves alone for want of context: a Latin letter or sign of two bytes, a picture of four
# (whose first byte in Mac Roman, an apple, is often lost).
_PIECE = re.compile(
    rf"(?P<mac>[¬√ƒ≈][{_MAC}]|‚[{_MAC}]{{2}}|\uf8ffü[{_MAC}]{{2}}|ü[ìéëèîïêñåç][{_MAC}])"
    rf"|(?P<windows>[ÂÃÄÅ][{_WINDOWS}]|ðŸ[{_WINDOWS}]{{2}})"
)
_SIGNS = frozenset("\xa0°±·«»§©®¿¡ªº¶²³½¼¾×£¥¢´¨µ")


def _piece(found: re.Match[str]) -> str:
    piece = found.group()
    encoding = "mac_roman" if found["mac"] else "cp1252"
    try:
        fixed = ("\uf8ff" * piece.startswith("ü") + piece).encode(encoding).decode("utf-8")
    except UnicodeError:
        return piece
    return fixed if _likely(piece, fixed, found) else piece


def _likely(piece: str, fixed: str, found: re.Match[str]) -> bool:
    """Whether the mended piece makes more sense than the printed one: ``Luk√°cs`` does, ``√π`` does not."""
    if len(fixed) != 1:
        return False
    if ord(fixed) > 0x1FFF:
        return True
    if piece[0] in "¬Â":
        return fixed in _SIGNS
    before, after = found.string[: found.start()][-2:], found.string[found.end() :][:1]
    if piece[1] in "πΩ∞∂∑∏∫±≤≥≠µ":  # ``x√π`` is mathematics
        return fixed.isalpha() and before.isalpha() and (len(before) == 2 or after.isalpha())
    alone = piece == found.string and piece[1] in "°†©®™"
    return fixed.isalpha() and (before[-1:].isalpha() or after.isalpha() or alone)
