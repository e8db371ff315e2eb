r"""LaTeX inside the values of BibTeX, resolved in place: accents, symbols, quotes, braces; formulas stay."""

from __future__ import annotations

import re
import unicodedata

from scholargraph.read.aligned import Aligned, Edit
from scholargraph.read.repair import repairs

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "d": "\u0323", "b": "\u0331",
    "r": "\u030a",
}  # fmt: skip
_SYMBOLS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ",
    "DJ": "Đ", "ng": "ŋ", "textendash": "–", "textemdash": "—", "textquotesingle": "'",
    "textquoteright": "’", "textquoteleft": "‘", "ldots": "…", "dots": "…", "textregistered": "®",
    "texttrademark": "™", "S": "§", "copyright": "©", "textasciitilde": "~", "textbackslash": "\\",
    "textunderscore": "_", "textmu": "µ", "textdegree": "°", "texttimes": "×", "textpm": "±",
    "textsection": "§", "textbullet": "•", "textperiodcentered": "·", "textordfeminine": "ª",
    "textordmasculine": "º", "euro": "€", "texteuro": "€", "pounds": "£", "textsterling": "£",
    "guillemotleft": "«", "guillemotright": "»",
    "slash": "/", "textgreater": ">", "textless": "<", "textbar": "|", "textasciicircum": "^",
    "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„", "LaTeX": "LaTeX", "TeX": "TeX",
}  # fmt: skip
_TOKEN = re.compile(
    rf"""
    (?P<math>\$[^$\n]{{1,300}}\$)
  | \\(?P<sign>[`'^~"=.])\s*(?:\{{\s*(?P<s1>\\?[A-Za-z])\s*\}}|(?P<s2>\\[ij](?![A-Za-z])|[A-Za-z]))
  | \\(?P<letter>[uvHckdbr])
      (?:\s*\{{\s*(?P<l1>\\?[A-Za-z])\s*\}}|\s+(?P<l2>\\[ij](?![A-Za-z])|[A-Za-z](?![A-Za-z])))
  | \\(?P<symbol>{"|".join(sorted(_SYMBOLS, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|[ \t]+)?
  | \\(?P<escaped>[&%$#_{{}}])
  | (?P<hyphenation>\\[-/]|\\[,;:! ])
  | (?P<macro>\\[A-Za-z]+\*?)\s*(?=\{{)
  | (?P<face>\\(?:bf|it|em|sc|rm|sf|tt|bfseries|itshape|scshape|slshape|sl)(?![A-Za-z])\s*)
  | (?P<brace>[{{}}])
  | (?P<dash>---?)(?!-)
  | (?P<tie>~)
  | (?P<quote>``|'')
  | (?P<space>(?<!\s)\s*\n\s*)
    """,
    re.VERBOSE,
)
_PLAIN = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}


def decoded(words: Aligned) -> Aligned:
    r"""The words without LaTeX: ``{\"O}zg{\"u}r \& Co.`` → ``Özgür & Co.``; ``$n^2$`` stays as it is."""
    edits = [edit for found in _TOKEN.finditer(words.text) if (edit := _edit(found))]
    plain = words.edited(edits)
    return plain.edited(repairs(plain.text)).strip()


def decoded_address(words: Aligned) -> Aligned:
    r"""An address, DOI or number: only escapes, braces and ``\url`` go, ``~`` and ``--`` stay."""
    kept = ("escaped", "macro", "brace", "space")
    edits = [e for found in _TOKEN.finditer(words.text) if found.lastgroup in kept and (e := _edit(found))]
    return words.edited(edits).strip()


def _edit(found: re.Match[str]) -> Edit | None:
    kind, (start, end) = found.lastgroup or "", found.span()
    if kind == "math":
        return None
    if kind == "brace":
        return Edit(start, end, "", closing=found[0] == "}")
    return Edit(start, end, _text(found, kind))


def _text(found: re.Match[str], kind: str) -> str:
    if kind in ("s1", "s2", "l1", "l2"):
        base = found[kind].lstrip("\\")
        return unicodedata.normalize("NFC", base + _ACCENTS[found["sign"] or found["letter"]])
    if kind == "symbol":
        return _SYMBOLS[found["symbol"]]
    if kind == "escaped":
        return found["escaped"]
    if kind in ("hyphenation", "space"):
        return " " if found[0] in ("\\,", "\\;", "\\:", "\\ ") or kind == "space" else ""
    return _PLAIN.get(found[0], "")
