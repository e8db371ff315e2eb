r"""``\begin`` and ``\end``: lists, tables, what is not shown, the bibliography, the document itself."""

from __future__ import annotations

import re
from collections.abc import Callable

from scholargraph.read.data import words
from scholargraph.read.drafts import Draft
from scholargraph.read.latex.engine import Engine, Handler, Listing
from scholargraph.read.latex.macros import columns, in_braces
from scholargraph.read.latex.tables import WIDTHS, begin_minipage, begin_tabbing, begin_table
from scholargraph.read.latex.tokens import Token, spelled

_LISTS = "latex/lists"
_NUMBERED = "latex/numbered_lists"
_LIST_ARGUMENTS = {"list": 2, "thebibliography": 1, "dinglist": 1}
_BACKWARDS = frozenset({"etaremune", "revnumerate", "benumerate", "reverseenumerate"})
_UNSEEN = frozenset(["comment", "tikzpicture", "pgfpicture", "lrbox", "pspicture", "picture", "format"])
_FILES = frozenset({"filecontents", "filecontents*"})
_TYPED = frozenset({"verbatim", "verbatim*", "lstlisting", "Verbatim", "minted", "alltt"})
_HEADED = re.compile("section|rubric|topic|category", re.IGNORECASE)
_NO_WORDS = re.compile(r"[-+]?[\d.]*\s*(?:pt|em|ex|mm|cm|in|\\\w+)?\s*|[lcrpmbXYLRC|@{}!>\\\d.\s*a-z]{0,3}")

Begin = Callable[[Engine, Token, str], None]


def _begin(engine: Engine, token: Token) -> None:
    name = spelled(engine.argument())
    own = engine.environments.get(name)
    if own:
        engine.enter(engine.styles, None, name)
        engine.call(own.begin, token)
    else:
        _BEGIN.get(name, _begin_unknown)(engine, token, name)


def _end(engine: Engine, token: Token) -> None:
    name = spelled(engine.argument())
    own = engine.environments.get(name)
    if own:
        leave = Token("command", "leave", token.start, token.end)
        inside = [Token(t.kind, t.text, token.start, token.end) for t in own.end]
        engine.push([*inside, leave, *in_braces([Token("text", name, token.end, token.end)], token)])
    elif name == "document":
        engine.end()
    else:
        engine.leave(name, token)


def _leave(engine: Engine, token: Token) -> None:
    engine.leave(spelled(engine.argument()), token)


def _begin_unknown(engine: Engine, token: Token, name: str) -> None:
    """An environment nobody defines: words in its argument head it, several are an entry."""
    engine.breaks(token)
    engine.optional()
    given: list[list[Token]] = []
    while len(given) < 9 and (found := engine.braced()) is not None:
        given.append(found)
    given = [cell for cell in given if not _NO_WORDS.fullmatch(spelled(cell))]
    engine.enter(engine.styles, lambda end: engine.breaks(end), name)
    if len(given) == 1 and _HEADED.search(name):
        level = "subsection" if "sub" in name.lower() else "section"
        engine.push([Token("command", level, token.start, token.end), *in_braces(given[0], token)])
    elif given:
        engine.push(columns(given, token))


def _begin_list(engine: Engine, token: Token, name: str) -> None:
    engine.desk.flush()
    if name == "thebibliography" and not (engine.desk.done and engine.desk.done[-1].kind == "heading"):
        _references(engine, token)
    options = spelled(engine.optional() or [])
    for _ in range(_LIST_ARGUMENTS.get(name, 0)):
        engine.argument()
    if len(engine.lists) > 50:
        engine.enter(engine.styles, None, name)
        return
    engine.serial += 1
    listing = Listing(name, engine.serial, _first_number(engine, name, options))
    listing.label = _label(options) if name in words(_NUMBERED) else ""
    engine.lists.append(listing)
    tables, engine.tables = engine.tables, []
    engine.suspended.append(engine.entries)
    engine.entries = 0

    def end(_: Token) -> None:
        engine.desk.flush()
        engine.desk.draft = Draft()
        engine.tables, engine.entries = tables, engine.suspended.pop()
        if listing in engine.lists:
            del engine.lists[engine.lists.index(listing) :]
        engine.counts[name] = listing.count
        if name in _BACKWARDS:
            _count_down(engine, listing)

    engine.enter(engine.styles, end, name)


def _references(engine: Engine, token: Token) -> None:
    r"""The heading that LaTeX itself prints above a bibliography, or what ``\refname`` was made."""
    own = engine.macros.get("refname") or engine.macros.get("bibname")
    title = spelled(own.body) if own else ""
    engine.desk.begin(Draft("heading", 2))
    engine.desk.write(title or "References", token.start, token.end, ())
    engine.desk.flush()


def _first_number(engine: Engine, name: str, options: str) -> int:
    start = re.search(r"start\s*=\s*(\d{1,4})", options)
    if start:
        return int(start[1]) - 1
    return engine.counts.get(name, 0) if "resume" in options else 0


def _label(options: str) -> str:
    r"""The form of printed numbers: ``label=[J\arabic*]`` gives ``J\0``."""
    found = re.search(r"label\s*=\s*\{*([^,]*?)\\arabic\*?", options)
    prefix = re.sub(r"\\\w+|\W", "", found[1]) if found else ""
    return f"{prefix}\0" if len(prefix) < 4 else "\0"


def _count_down(engine: Engine, listing: Listing) -> None:
    for draft in engine.desk.done:
        if draft.serial == listing.serial and draft.key.isdigit():
            draft.key = str(listing.count + 1 - int(draft.key))


def _begin_unseen(engine: Engine, token: Token, name: str) -> None:
    """Go on behind its end; where that is missing, all that follows is unseen."""
    _behind(engine, token, name)


def _begin_file(engine: Engine, token: Token, name: str) -> None:
    engine.optional()
    file = spelled(engine.argument())
    _behind(engine, token, name)
    engine.note(token.start, f"the file {file!r} typed in here is not read")


def _behind(engine: Engine, token: Token, name: str) -> int:
    """Skip to behind the end of an environment; gives the place where its inside ends."""
    closing = f"\\end{{{name}}}"
    if engine.on_source:
        found = engine.lexer.source.find(closing, engine.lexer.place)
        if found < 0:
            engine.note(token.start, f"{name} without end; what follows is left out")
            engine.end()
            return engine.lexer.place
        engine.lexer.place = found + len(closing)
        return found
    while inner := engine.next():
        if inner.kind == "command" and inner.text == "end" and spelled(engine.argument()) == name:
            return inner.start
    return token.end


def _begin_typed(engine: Engine, token: Token, name: str) -> None:
    """Words shown as they are typed: one block, every line end counts."""
    engine.desk.flush()
    start = engine.lexer.place
    inside = engine.on_source
    stop = _behind(engine, token, name)
    if inside:
        at = start
        for line in engine.lexer.source[start:stop].split("\n"):
            engine.desk.write(line, at, at + len(line), engine.worn("code"))
            at += len(line) + 1
            engine.breaks(Token("par", "", at - 1, at)) if not line.strip() else engine.desk.gap(3, at - 1)
    engine.desk.flush()


def _begin_document(engine: Engine, token: Token, name: str) -> None:
    engine.desk.muted = False


def _begin_block(engine: Engine, token: Token, name: str) -> None:
    engine.breaks(token)
    engine.enter(engine.styles, lambda end: engine.breaks(end), name)


_BEGIN: dict[str, Begin] = {
    **dict.fromkeys(words(_LISTS), _begin_list),
    **dict.fromkeys(WIDTHS, begin_table),
    **dict.fromkeys(_UNSEEN, _begin_unseen),
    **dict.fromkeys(_FILES, _begin_file),
    **dict.fromkeys(_TYPED, _begin_typed),
    **dict.fromkeys(("center", "flushleft", "flushright", "quote", "document*"), _begin_block),
    "tabbing": begin_tabbing,
    "minipage": begin_minipage,
    "document": _begin_document,
}


HANDLERS: dict[str, Handler] = {"begin": _begin, "end": _end, "leave": _leave}
