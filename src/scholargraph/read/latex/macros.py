r"""Macros and environments that a document defines (``\newcommand``, ``\def``, ``\newenvironment`` …)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from scholargraph.read.data import words
from scholargraph.read.latex.tokens import Token, spelled

Tokens = list[Token]

_LAYOUT = "latex/layout"


class Parameter(NamedTuple):
    """One parameter: ``m`` (braces), ``o`` (brackets), ``g`` (braces, may be missing), ``s`` (a star)."""

    form: str
    default: tuple[Token, ...] = ()


class Macro(NamedTuple):
    """What a command stands for."""

    parameters: tuple[Parameter, ...]
    body: tuple[Token, ...]
    entry: bool = False
    """Whether a call is an entry of a list: two arguments or more, laid out with breaks or columns."""
    own: bool = True
    """Whether the document defines it, not this package."""


class Environment(NamedTuple):
    """What the beginning and the end of an environment stand for."""

    begin: Macro
    end: tuple[Token, ...]


def macro(parameters: tuple[Parameter, ...], body: Tokens, known: Mapping[str, Macro], own: bool) -> Macro:
    """A macro, its body looked through for layout."""
    words = [parameter for parameter in parameters if parameter.form in "mg"]
    laid_out = len(words) > 1 and any(_lays_out(token, known) for token in body)
    return Macro(parameters, tuple(body), laid_out, own)


def _lays_out(token: Token, known: Mapping[str, Macro]) -> bool:
    if token.kind == "par" or (token.kind == "sign" and token.text == "\\"):
        return True
    if token.kind != "command":
        return False
    called = known.get(token.text)
    return token.text in words(_LAYOUT) or bool(called and called.entry)


def classic(count: str, default: Tokens | None) -> tuple[Parameter, ...]:
    r"""Parameters of ``\newcommand{\x}[count][default]``."""
    number = int(count) if re.fullmatch("[0-9]", count) else 0
    placeless = tuple(token._replace(start=-1, end=-1) for token in default or ())
    first = [Parameter("o", placeless)] if default is not None and number else []
    return (*first, *[Parameter("m")] * (number - len(first)))


def modern(spec: Tokens) -> tuple[Parameter, ...]:
    r"""Parameters of ``\NewDocumentCommand{\x}{spec}``; a default is kept where it is plain text."""
    found: list[Parameter] = []
    depth = 0
    for token in spec:
        depth += (token.kind == "open") - (token.kind == "close")
        if token.kind != "text":
            continue
        if depth and found:
            placeless = token._replace(start=-1, end=-1)
            found[-1] = Parameter(found[-1].form, (*found[-1].default, placeless))
        elif not depth:
            found += [Parameter(_FORMS[letter]) for letter in token.text if letter in _FORMS]
    return tuple(found[:9])


_FORMS = {"m": "m", "r": "m", "v": "m", "o": "o", "O": "o", "d": "o", "D": "o", "g": "g", "G": "g", "s": "s"}


def expanded(body: tuple[Token, ...], given: list[Tokens], start: int, end: int) -> Tokens:
    """The body with arguments put in.

    Words of the body have no place of their own: they get the place of the call, in the order of reading.
    """
    result: Tokens = []
    cursor, left = start, sum(token.kind == "param" for token in body)
    for token in body:
        if token.kind == "param":
            left -= 1
            argument = _argument(token, given, cursor)
            result += argument
            cursor = argument[-1].end if argument else cursor
        else:
            text = _PARAM.sub(_spelled_argument(given), token.text) if "#" in token.text else token.text
            result.append(Token(token.kind, text, cursor, cursor if left else max(end, cursor)))
    return result


_PARAM = re.compile(r"#([1-9])")


def _argument(token: Token, given: list[Tokens], cursor: int) -> Tokens:
    """What stands for ``#1``; a default has no place of its own either."""
    number = token.text[-1]
    argument = given[int(number) - 1] if number.isdigit() and 0 < int(number) <= len(given) else []
    return [t if t.start >= 0 else t._replace(start=cursor, end=cursor) for t in argument]


def _spelled_argument(given: list[Tokens]) -> Callable[[re.Match[str]], str]:
    return lambda found: spelled(given[int(found[1]) - 1]) if int(found[1]) <= len(given) else ""


def in_braces(inside: Tokens, call: Token) -> Tokens:
    """Tokens as one group."""
    end = (inside[-1:] or [call])[0].end
    return [Token("open", "{", call.start, call.start), *inside, Token("close", "}", end, end)]


def columns(cells: list[Tokens], call: Token) -> Tokens:
    """Arguments as the columns of an entry."""
    shown = [Token("entry", "begin", call.start, call.start)]
    for cell in cells:
        end = (cell[-1:] or shown)[-1].end
        shown += [*in_braces(cell, shown[-1]), Token("command", "cell", end, end)]
    return [*shown, Token("entry", "end", shown[-1].end, shown[-1].end)]
