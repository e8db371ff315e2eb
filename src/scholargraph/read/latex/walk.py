"""What each kind of token does; the tables of all commands; a source walked over from end to end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from scholargraph.read.drafts import SPACE
from scholargraph.read.latex import commands, definitions, environments, front, links, symbols, tables
from scholargraph.read.latex.data import data
from scholargraph.read.latex.engine import Engine, Handler
from scholargraph.read.latex.macros import Macro
from scholargraph.read.latex.tokens import Token

_IN_TABLES = frozenset("=<>+")


def walked(source: str) -> Engine:
    """The engine after a walk over a source: its desk holds the drafts, its notes the doubts."""
    engine = Engine(source, KINDS, _own_macros())
    engine.desk.muted = "\\begin{document}" in source
    engine.titled = front.titled(source)
    engine.run()
    return engine


@cache
def _own_macros() -> Mapping[str, Macro]:
    """The macros this package defines."""
    engine = Engine(data("commands.tex"), KINDS, {})
    engine.defining = engine.desk.muted = True
    engine.run()
    plain = " ".join(x for x in data("without_effect.txt").splitlines() if not x.startswith("#"))
    return MappingProxyType({**engine.macros, **{name: Macro((), (), own=False) for name in plain.split()}})


def _text(engine: Engine, token: Token) -> None:
    place = token.start
    exact = len(token.text) == token.end - token.start
    for text, size in symbols.ligatures(token.text, engine.german):
        engine.desk.write(text, place, place + size if exact else token.end, engine.styles)
        place += size * exact


def _space(engine: Engine, token: Token) -> None:
    engine.desk.gap(SPACE, token.start)


def _par(engine: Engine, token: Token) -> None:
    engine.breaks(token)


def _open(engine: Engine, token: Token) -> None:
    engine.enter(engine.styles)


def _close(engine: Engine, token: Token) -> None:
    engine.leave_brace(token)


def _cell(engine: Engine, token: Token) -> None:
    if engine.tables:
        tables.cell(engine, token)
    else:
        _text(engine, token)


def _parameter(engine: Engine, token: Token) -> None:
    """A parameter outside a macro says nothing."""


def _verb(engine: Engine, token: Token) -> None:
    engine.desk.write(token.text, token.start, token.end, engine.worn("code"))
    engine.desk.close(token.end)


def _entry(engine: Engine, token: Token) -> None:
    """The edges of an entry: a block of its own."""
    if token.text == "begin":
        if not engine.entries and not engine.tables:
            _begin_entry(engine)
        engine.entries += 1
    elif engine.entries:
        engine.entries -= 1
        if not engine.entries and not engine.tables:
            engine.desk.flush()
    elif engine.suspended:
        engine.suspended[-1] = max(0, engine.suspended[-1] - 1)


def _begin_entry(engine: Engine) -> None:
    """An entry begins a block, but right after an item's bullet it is the item."""
    if engine.desk.draft.pieces:
        engine.desk.flush()


def _named(engine: Engine, token: Token) -> None:
    found = engine.macros.get(token.text)
    handler = _HANDLERS.get(token.text)
    if token.kind == "sign" and token.text in _IN_TABLES and engine.tables:
        tables.cell(engine, token)
    elif found and (found.own or not handler):
        if not found.own and found.parameters:
            engine.star()
        engine.call(found, token)
    else:
        (handler or _by_name(engine, token.text))(engine, token)


def _by_name(engine: Engine, name: str) -> Handler:
    """What to do with a command of no table: flags and conditions tell themselves by their names."""
    for ending in ("true", "false"):
        if name.endswith(ending) and name.removesuffix(ending) in engine.flags:
            engine.flags[name.removesuffix(ending)] = ending == "true"
            return _parameter
    if name in symbols.symbols():
        return symbols.symbol
    if name.startswith("if"):
        return definitions.condition
    return _parameter if name.startswith("fa") and name[2:3].isupper() else commands.unknown


_HANDLERS: Mapping[str, Handler] = {
    "kill": tables.kill,
    **symbols.HANDLERS,
    **commands.HANDLERS,
    **definitions.HANDLERS,
    **environments.HANDLERS,
    **front.HANDLERS,
    **links.HANDLERS,
}
KINDS: Mapping[str, Handler] = {
    "text": _text,
    "space": _space,
    "tie": _space,
    "par": _par,
    "open": _open,
    "close": _close,
    "cell": _cell,
    "param": _parameter,
    "verb": _verb,
    "entry": _entry,
    "math": symbols.math,
    "url": links.HANDLERS["url"],
    "href": links.HANDLERS["href"],
    "command": _named,
    "sign": _named,
}
