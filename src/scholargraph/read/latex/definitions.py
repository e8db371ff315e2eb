r"""What a document defines: macros, environments, flags; and the conditions that ask for them."""

from __future__ import annotations

import re

from scholargraph.read.data import words
from scholargraph.read.latex.engine import Engine, Handler
from scholargraph.read.latex.macros import Environment, Parameter, classic, macro, modern
from scholargraph.read.latex.tokens import Token, spelled

_STRUCTURE = "latex/structure"
_MOST_MACROS = 5000


def _name(found: list[Token]) -> str:
    return found[0].text if found and found[0].kind in ("command", "sign") else ""


def _define(engine: Engine, name: str, parameters: tuple[Parameter, ...], body: list[Token]) -> None:
    own = not engine.defining
    if name and (engine.defining or name not in words(_STRUCTURE)) and len(engine.macros) < _MOST_MACROS:
        engine.macros[name] = macro(parameters, body, engine.macros, own)


def _newcommand(engine: Engine, token: Token) -> None:
    engine.star()
    name = _name(engine.argument())
    count = spelled(engine.optional() or [])
    default = engine.optional()
    if token.text == "providecommand" and name in engine.macros:
        engine.argument()
    else:
        _define(engine, name, classic(count, default), engine.argument())


def _new_document_command(engine: Engine, token: Token) -> None:
    name, spec = _name(engine.argument()), modern(engine.argument())
    _define(engine, name, spec, engine.argument())


def _def(engine: Engine, token: Token) -> None:
    r"""``\def\x#1#2{…}``; parameters with words between them are not followed."""
    name = engine.next()
    count = 0
    while (found := engine.next()) and found.kind not in ("open", "par"):
        count += found.kind == "param"
    engine.back(found)
    body = engine.argument()
    if name and name.kind == "command":
        _define(engine, name.text, (Parameter("m"),) * min(count, 9), body)


def _let(engine: Engine, token: Token) -> None:
    name, meaning = engine.next_solid(), engine.next_solid()
    if meaning and meaning.text.startswith("=") and meaning.kind == "text":
        meaning = engine.next_solid()
    if name and meaning and name.kind == "command" and name.text != meaning.text:
        _define(engine, name.text, (), [meaning])


def _newenvironment(engine: Engine, token: Token) -> None:
    engine.star()
    name = spelled(engine.argument())
    modern_spec = token.text.endswith("DocumentEnvironment")
    parameters = modern(engine.argument()) if modern_spec else _counted(engine)
    begin = engine.argument()
    if name not in ("document", "itemize", "enumerate"):
        engine.environments[name] = Environment(
            macro(parameters, begin, engine.macros, True), tuple(engine.argument())
        )


def _counted(engine: Engine) -> tuple[Parameter, ...]:
    count = spelled(engine.optional() or [])
    return classic(count, engine.optional())


def _newlist(engine: Engine, token: Token) -> None:
    r"""``\newlist{name}{itemize}{3}`` of enumitem: a list of a known kind."""
    name, kind = spelled(engine.argument()), engine.argument()
    engine.argument()
    start = Token("command", "begin", token.start, token.end)
    stop = Token("command", "end", token.start, token.end)
    braces = [Token("open", "{", token.end, token.end), *kind, Token("close", "}", token.end, token.end)]
    begin = macro((), [start, *braces], engine.macros, True)
    engine.environments[name] = Environment(begin, (stop, *braces))


def _newif(engine: Engine, token: Token) -> None:
    name = engine.next_solid()
    if name:
        engine.flags[name.text.removeprefix("if")] = False


def condition(engine: Engine, token: Token) -> None:
    """A condition: the branch that holds is read, the first where that cannot be known."""
    if not _holds(engine, token.text):
        _skip_branch(engine, token, stop_at_else=True)


def _holds(engine: Engine, name: str) -> bool:
    if name == "iffalse":
        return False
    if name in ("ifx", "if", "ifcat"):
        first, second = engine.next_solid(), engine.next_solid()
        return bool(first and second and first.text == second.text)
    return engine.flags.get(name.removeprefix("if"), True)


def _else(engine: Engine, token: Token) -> None:
    """The end of a branch that was read: skip the other."""
    _skip_branch(engine, token, stop_at_else=False)


def _skip_branch(engine: Engine, token: Token, stop_at_else: bool) -> None:
    depth = 1
    while found := engine.next():
        if found.kind != "command":
            continue
        if found.text == "fi":
            depth -= 1
        elif found.text.startswith("if") and found.text not in engine.macros:
            depth += found.text not in HANDLERS or HANDLERS[found.text] is condition
        if not depth or (depth == 1 and stop_at_else and found.text == "else"):
            return
    engine.note(token.start, "a condition without end; what follows is left out")


def _choose(engine: Engine, token: Token) -> None:
    r"""``\ifthenelse{…}{A}{B}``: whether a value is given decides, all else is taken to hold."""
    if token.text == "ifstrequal":
        holds = spelled(engine.argument()) == spelled(engine.argument())
    else:
        holds = _given(engine, token.text, spelled(engine.argument()))
    yes, no = engine.argument(), engine.argument()
    engine.push(yes if holds else no)


def _given(engine: Engine, name: str, text: str) -> bool:
    if name in ("ifstrempty", "ifblank", "ifempty", "IfNoValueTF", "IfBlankTF"):
        return not text
    if name in ("iftoggle", "ifbool"):
        return engine.flags.get(text, True)
    return _equal(engine, text) if name == "ifthenelse" else bool(text)


def _equal(engine: Engine, text: str) -> bool:
    found = re.match(r"(\\not)?\\equal\{([^{}]*)\}\{([^{}]*)\}\Z", text)
    if found:
        return (found[2].strip() == found[3].strip()) != bool(found[1])
    flag = re.match(r"\\boolean\{(\w+)\}\Z", text)
    return engine.flags.get(flag[1], True) if flag else True


def _flag(engine: Engine, token: Token) -> None:
    r"""``\setboolean{x}{true}``, ``\toggletrue{x}``."""
    name = spelled(engine.argument())
    if token.text in ("setboolean", "setbool"):
        engine.flags[name] = spelled(engine.argument()) == "true"
    else:
        engine.flags[name] = token.text.endswith("true")


def _newflag(engine: Engine, token: Token) -> None:
    engine.flags[spelled(engine.argument())] = False


def _fi(engine: Engine, token: Token) -> None:
    """The end of a condition whose last branch was read."""


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(("newcommand", "renewcommand", "providecommand", "DeclareRobustCommand"), _newcommand),
    **dict.fromkeys(
        ("NewDocumentCommand", "RenewDocumentCommand", "ProvideDocumentCommand", "DeclareDocumentCommand"),
        _new_document_command,
    ),
    **dict.fromkeys(("def", "gdef", "edef", "xdef"), _def),
    **dict.fromkeys(("newenvironment", "renewenvironment", "NewDocumentEnvironment"), _newenvironment),
    **dict.fromkeys(("iffalse", "iftrue", "ifx", "if", "ifcat"), condition),
    **dict.fromkeys(("newboolean", "newtoggle", "newbool"), _newflag),
    **dict.fromkeys(("setboolean", "setbool", "toggletrue", "togglefalse", "booltrue", "boolfalse"), _flag),
    **dict.fromkeys(
        [
            "ifthenelse",
            "ifstrempty",
            "ifblank",
            "ifempty",
            "IfNoValueTF",
            "IfBlankTF",
            "IfValueTF",
            "iftoggle",
            "ifbool",
            "notblank",
        ],
        _choose,
    ),
    "ifstrequal": _choose,
    "let": _let,
    "newlist": _newlist,
    "newif": _newif,
    "else": _else,
    "fi": _fi,
}
