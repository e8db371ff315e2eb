"""LaTeX source → tokens that know their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<comment>  %[^\n]*(?:\n(?:(?=[ \t]*\n)|[ \t]*))? )
  | (?P<par>      (?:(?<=\n)[ \t]*\n|[ \t]*\n[ \t]*\n)\s* )
  | (?P<space>    \s+ )
  | (?P<verb>     \\(?:verb|lstinline)\*?(?P<bar>[^A-Za-z\s*{\[])(?P<code>[^\n]{0,500}?)(?P=bar) )
  | (?P<url>      \\(?P<how>href|url|nolinkurl|path)\s{0,9}(?:\[[^\[\]]{0,200}\]\s{0,9})?
                  \{\s{0,9}(?P<target>[^{}]{0,2000}(?:\{[^{}]{0,200}\}[^{}]{0,500})?)\} )
  | (?P<command>  \\(?P<name>[A-Za-z@]+)(?:[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?) )
  | (?P<sign>     \\(?P<which>.) )
  | (?P<open>     \{ )
  | (?P<close>    \} )
  | (?P<math>     \$\$? )
  | (?P<cell>     & )
  | (?P<tie>      ~ )
  | (?P<param>    \#+\d? )
  | (?P<text>     \[ | \] | [^\\{}$&~%\#\s\[\]]+ | \\ )
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of source: ``kind`` is a group of the pattern above, ``text`` what matters of it.

    ``text`` is the name of a command (``textbf``, ``'``), the target of an address, the words of a text.
    """

    kind: str
    text: str
    start: int
    end: int


class Lexer:
    """Gives the tokens of a source one by one; may be told to go on elsewhere."""

    def __init__(self, source: str, place: int = 0) -> None:
        self.source, self.place = source, place

    def next(self) -> Token | None:
        """The next token that is no comment; None at the end."""
        while found := _TOKEN.match(self.source, self.place):
            self.place = found.end()
            if found.lastgroup != "comment":
                return _token(found)
        return None


def tokens(source: str) -> list[Token]:
    """All tokens of a source."""
    lexer, found = Lexer(source), []
    while token := lexer.next():
        found.append(token)
    return found


def spelled(found: Sequence[Token]) -> str:
    """Tokens as they would be typed, roughly: to look up names and keys in."""
    texts: list[str] = []
    for before, token in zip([None, *found], found, strict=False):
        named = before and before.kind == "command"
        texts += [" "] if named and token.kind == "text" and token.text[:1].isalpha() else []
        texts.append(f"\\{token.text}" if token.kind in ("command", "sign") else token.text)
    return "".join(texts).strip()


def rest_of(token: Token, taken: int) -> Token | None:
    """A token less its first characters; None where nothing is left."""
    if len(token.text) <= taken:
        return None
    exact = len(token.text) == token.end - token.start
    return token._replace(text=token.text[taken:], start=token.start + taken * exact)


def _token(found: re.Match[str]) -> Token:
    kind = found.lastgroup or "text"
    start, end = found.span()
    if kind == "url":
        kind = "href" if found["how"] == "href" else "url"
        return Token(kind, found["target"].strip(), *found.span("target"))
    if kind == "verb":
        return Token(kind, found["code"], *found.span("code"))
    if kind == "command":
        return Token(kind, found["name"], start, start + 1 + len(found["name"]))
    return Token(kind, found["which"] if kind == "sign" else found.group(), start, end)
