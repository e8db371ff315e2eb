r"""Letters and signs that LaTeX spells out: accents, symbols, ligatures, simple mathematics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from scholargraph.read.latex.data import data
from scholargraph.read.latex.engine import Engine, Handler
from scholargraph.read.latex.tokens import Token, rest_of, spelled

_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_LIGATURE = re.compile("---|--|``|''|[?!]`")
_GERMAN = {**_LIGATURES, '"s': "ß", '"`': "„", "\"'": "“", '"-': "", '"=': "-", '"~': "-", '""': ""}
_GERMAN |= {f'"{vowel}': unicodedata.normalize("NFC", f"{vowel}\u0308") for vowel in "aouAOU"}
_GERMAN_LIGATURE = re.compile("|".join(map(re.escape, sorted(_GERMAN, key=len, reverse=True))))

_ACCENTS = dict(zip("'`^\"~=.", "\u0301\u0300\u0302\u0308\u0303\u0304\u0307", strict=True)) | dict(
    zip("vucHkrdb", "\u030c\u0306\u0327\u030b\u0328\u030a\u0323\u0331", strict=True)
)
_PLAIN_SIGNS = {**{sign: sign for sign in "%&$#_{}"}, ",": " ", ";": " ", ":": " ", " ": " ", "\n": " "}
_NOTHING = frozenset("!/-@)]*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_FORMULA = 300
_SIMPLE = re.compile(r"(?:[^\W_]|[\s+\-=<>.,;:()/|*'’!·•–—∼≈≤≥×±→°†‡§¶∗⋆⋄◇∘|∙])*")
_SIGNS_ABOVE = re.compile(r"(?:\{\})?\^(?:\{([^{}^_\\]{1,20})\}|([^{}^_\\\s]))")
_TEXT_IN_FORMULA = re.compile(r"\\(?:text|textrm|mathrm|textbf|mathbf|textit|mathit|mbox|rm)\s*\{([^{}]*)\}")
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)|(.))")


def ligatures(text: str, german: bool) -> Iterator[tuple[str, int]]:
    """The words shown for a run of text, in pieces, each with the number of characters it was made from."""
    pattern, shown = (_GERMAN_LIGATURE, _GERMAN) if german else (_LIGATURE, _LIGATURES)
    place = 0
    for found in pattern.finditer(text):
        yield text[place : found.start()], found.start() - place
        yield shown[found.group()], found.end() - found.start()
        place = found.end()
    yield text[place:], len(text) - place


@cache
def symbols() -> dict[str, str]:
    """What symbol commands show, from pylatexenc's tables."""
    from pylatexenc.latex2text import get_default_latex_context_db

    table = get_default_latex_context_db()
    found = {
        name: spec.simplify_repl
        for category in table.categories()
        for name, spec in table.d[category]["macros"].items()
        if isinstance(spec.simplify_repl, str) and len(spec.simplify_repl) <= 4
    }
    kept = {name: text for name, text in found.items() if "%" not in text and "<" not in text}
    return {**kept, **_PLAIN_SIGNS, **_own()}


@cache
def _own() -> dict[str, str]:
    lines = data("symbols.tsv").splitlines()
    return {name: shown.replace("␣", " ") for name, shown in (x.split("\t") for x in lines if "\t" in x)}


def _accent(engine: Engine, token: Token) -> None:
    r"""``\'e``, ``\v{c}``, ``\"{\i}``; also one accent over another."""
    accents, depth = [_ACCENTS[token.text]], 0
    while (found := engine.next()) and (
        found.kind in ("open", "space") or (found.kind in ("sign", "command") and found.text in _ACCENTS)
    ):
        depth += found.kind == "open"
        accents += [_ACCENTS[found.text]] if found.kind in ("sign", "command") else []
    base, rest = _base(found)
    if not base:
        engine.push([Token("open", "{", token.end, token.end)] * depth)
        engine.back(found)
        return
    end = _closed(engine, rest, depth, found.end if found else token.end)
    shown = unicodedata.normalize("NFC", base + "".join(reversed(accents)))
    engine.desk.write(shown, token.start, end, engine.styles)
    if rest:
        engine.push([rest])


def _base(token: Token | None) -> tuple[str, Token | None]:
    """The letter that an accent stands on, and what is left of its token."""
    if token and token.kind in ("command", "sign"):
        base = {"i": "i", "j": "j"}.get(token.text, symbols().get(token.text, ""))
        return (base, None) if len(base) == 1 and base.isalpha() else ("", None)
    if not token or token.kind != "text":
        return "", None
    return token.text[0], rest_of(token, 1)


def _closed(engine: Engine, rest: Token | None, depth: int, end: int) -> int:
    """Take the braces that close right behind the letter; where the accented letter ends."""
    for left in range(depth, 0, -1):
        token = None if rest else engine.next()
        if not token or token.kind != "close":
            engine.back(token)
            for _ in range(left):
                engine.enter(engine.styles)
            break
        end = token.end
    return rest.start if rest else end


def symbol(engine: Engine, token: Token) -> None:
    """Write what a symbol's command shows."""
    engine.desk.write(symbols()[token.text], token.start, token.end, engine.styles)


def _nothing(engine: Engine, token: Token) -> None:
    """A break between letters, an italic correction: not shown."""


def math(engine: Engine, token: Token) -> None:
    """A formula: letters and signs as they are shown, all else as typed between dollars."""
    found: list[Token] = []
    while (inner := engine.next()) and len(found) < _LONGEST_FORMULA:
        if inner.kind == "math" or (inner.kind == "sign" and inner.text in ")]"):
            _formula(engine, token, spelled(found), inner.end)
            return
        if inner.kind == "par":
            break
        found.append(inner)
    engine.push([*found, *([inner] if inner else [])])


def _formula(engine: Engine, token: Token, source: str, end: int) -> None:
    above = _SIGNS_ABOVE.fullmatch(_known(source))
    if above:
        raised = (above[1] or above[2]).strip()
        engine.desk.write(raised.translate(_RAISED), token.start, end, engine.worn("superscript"))
        return
    plain = _known(_TEXT_IN_FORMULA.sub(r"\1", source))
    simple = _SIMPLE.fullmatch(plain)
    engine.desk.write(plain if simple else f"${source}$", token.start, end, engine.styles)


def _known(source: str) -> str:
    r"""A formula with the symbols that have a sign of their own put in."""

    def shown(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        return symbols().get(name, "" if name in _NOTHING else found.group())

    return _COMMAND.sub(shown, source)


def raised(text: str) -> str:
    """Digits as superscripts."""
    return text.translate(_RAISED)


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(_ACCENTS, _accent),
    **dict.fromkeys(_NOTHING, _nothing),
    **dict.fromkeys(_PLAIN_SIGNS, symbol),
    "(": math,
    "[": math,
}
