r"""Tables and columns: cells are parted by tabs, rows by line breaks or the ends of blocks."""

from __future__ import annotations

from scholargraph.read.drafts import BREAK, SPACE, TAB, Draft
from scholargraph.read.latex.engine import Engine
from scholargraph.read.latex.tokens import Token

WIDTHS = {
    **dict.fromkeys(("tabular", "longtable", "array", "supertabular", "xtabular", "tabu", "longtabu"), 0),
    **dict.fromkeys(("tabular*", "tabularx", "tabulary", "xltabular"), 1),
}
"""Environments that are tables, and how many arguments stand before the one that names their columns."""


def begin_table(engine: Engine, token: Token, name: str) -> None:
    """Take the arguments of a table; a table of its own begins a block, one in an item goes on with it."""
    for _ in range(WIDTHS.get(name, 0)):
        engine.argument()
    engine.optional()
    engine.argument()
    _begin(engine, token, name)


def begin_tabbing(engine: Engine, token: Token, name: str) -> None:
    r"""``tabbing``: ``\>`` and ``\=`` part the columns."""
    _begin(engine, token, name)


def _begin(engine: Engine, token: Token, name: str) -> None:
    inside = bool(engine.tables or engine.entries) or engine.desk.draft.kind == "item"
    if not inside:
        engine.desk.flush()
    elif engine.desk.draft.pieces and not engine.tables:
        engine.desk.gap(BREAK, token.start)
    engine.tables.append("rows" if not inside else "lines")
    engine.enter(engine.styles, lambda end: _end(engine, end), name)


def _end(engine: Engine, token: Token) -> None:
    if not engine.tables:
        return
    if engine.tables.pop() == "rows":
        engine.desk.flush()
        engine.desk.draft = Draft()
    else:
        engine.desk.gap(TAB if engine.tables else BREAK, token.start)


def end_row(engine: Engine, token: Token) -> None:
    """The end of a row: whether the next continues it is seen by its first cell."""
    if engine.tables[-1] == "rows" and engine.desk.draft.pieces and not _continued(engine):
        engine.desk.flush()
    else:
        engine.desk.gap(SPACE if engine.desk.after_break else BREAK, token.start)


def _continued(engine: Engine) -> bool:
    """Whether the next row has an empty first cell and so goes on with this one."""
    token = engine.next_solid()
    while token and token.kind == "command" and token.text in _LINES:
        token = engine.next_solid()
    engine.back(token)
    return bool(token and token.kind == "cell")


_LINES = frozenset({"midrule", "addlinespace", "noalign"})


def cell(engine: Engine, token: Token) -> None:
    r"""``&``, and ``\>`` or ``\=`` of ``tabbing``: the end of a column."""
    engine.desk.gap(TAB, token.start)


def kill(engine: Engine, token: Token) -> None:
    r"""``\kill``: the line only set the columns."""
    engine.desk.drop()


def begin_minipage(engine: Engine, token: Token, name: str) -> None:
    """A column beside what stands before it, as long as that is one line."""
    while engine.optional() is not None:
        pass
    engine.argument()
    while engine.optional() is not None:
        pass
    if engine.entries or not engine.desk.broken:
        engine.desk.gap(TAB, token.start)
    else:
        engine.desk.flush()
    engine.enter(engine.styles, lambda end: engine.desk.gap(TAB, end.start), name)
