"""Walks over LaTeX as TeX does, token by token, and lets commands write on a desk.

Nothing here calls itself: braces and environments stand on a list, expansions are put before the tokens to
come, and every token put there costs fuel, so that macros that call each other for ever come to an end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from scholargraph.read.drafts import BREAK, SPACE, Desk, Style, Styles
from scholargraph.read.latex.macros import Environment, Macro, Parameter, Tokens, expanded
from scholargraph.read.latex.tokens import Lexer, Token, rest_of

Hook = Callable[[Token], None]
Handler = Callable[["Engine", Token], None]

_FUEL, _FUEL_PER_CHARACTER = 200_000, 6
_LONGEST_ARGUMENT = 200_000
_MOST_NOTES = 50
_WITHOUT_END = "macros that expand without end; what they hold is left out"
_SWITCHES = frozenset(
    {"bf", "it", "sl", "em", "sc", "tt", "bfseries", "itshape", "large", "Large", "LARGE", "huge", "Huge"}
)


class Group(NamedTuple):
    """An open brace or environment: what to restore and to do when it closes."""

    styles: Styles
    hook: Hook | None
    name: str
    """Of an environment; empty for a brace."""


class Listing:
    """An open list: how its items are counted."""

    def __init__(self, name: str, serial: int, count: int = 0) -> None:
        self.name, self.serial, self.count = name, serial, count
        self.label = ""
        """The label's form with ``\0`` for the number (``[J\0]``)."""


class Engine:
    """The state of a walk over one source."""

    def __init__(self, source: str, kinds: Mapping[str, Handler], macros: Mapping[str, Macro]) -> None:
        self.lexer, self.kinds = Lexer(source), kinds
        self.macros: dict[str, Macro] = dict(macros)
        self.environments: dict[str, Environment] = {}
        self.desk = Desk()
        self.styles: Styles = ()
        self.lists: list[Listing] = []
        self.tables: list[str] = []
        self.flags: dict[str, bool] = {}
        self.first_name: Tokens = []
        self.defining = False
        """Whether this package's own definitions are read."""
        self.titled = False
        """Whether the document prints the title that its commands tell."""
        self.notes: list[str] = []
        self.named = False
        """Whether a title was printed."""
        self.german = False
        self.serial = 0
        self.entries = 0
        """How many entries are open, one in the other."""
        self.suspended: list[int] = []
        """The same outside each open list: an item is a block though it stands in an entry."""
        self.counts: dict[str, int] = {}
        self.fuel = _FUEL + _FUEL_PER_CHARACTER * len(source)
        self._noted: set[str] = set()
        self._ahead: Tokens = []
        self._groups: list[Group] = []
        self._open: Counter[str] = Counter()

    def run(self) -> None:
        """Walk to the end."""
        while token := self.next():
            self.kinds[token.kind](self, token)
        while self._groups:
            self._leave(Token("close", "}", self.lexer.place, self.lexer.place))
        self.desk.flush()

    def next(self) -> Token | None:
        """The next token; None at the end."""
        return self._ahead.pop() if self._ahead else self.lexer.next()

    def push(self, tokens: Tokens) -> None:
        """Put tokens before those to come, as far as the fuel lasts."""
        self.fuel -= len(tokens)
        if self.fuel > 0:
            self._ahead += reversed(tokens)
        elif tokens:
            self.note(tokens[0].start, _WITHOUT_END)

    def back(self, token: Token | None) -> None:
        """Put one token back that was looked at."""
        if token:
            self._ahead.append(token)

    @property
    def on_source(self) -> bool:
        """Whether the next token comes from the source itself, not from an expansion."""
        return not self._ahead

    def end(self) -> None:
        """Nothing more is to come."""
        self._ahead.clear()
        self.lexer.place = len(self.lexer.source)

    def note(self, place: int, text: str) -> None:
        """Tell a doubt about a place, each doubt once and not too many."""
        if text not in self._noted and len(self.notes) < _MOST_NOTES:
            self._noted.add(text)
            self.notes.append(f"line {1 + self.lexer.source.count(chr(10), 0, place)}: {text}")

    def next_solid(self) -> Token | None:
        """The next token that is no white space (a blank line is none either)."""
        while (token := self.next()) and token.kind == "space":
            pass
        return token

    def argument(self) -> Tokens:
        """The next argument: what stands in braces, or the next token alone."""
        token = self.next_solid()
        if token is None or token.kind in ("close", "par", "cell"):
            self.back(token)
            return []
        return self._until("open", "close") if token.kind == "open" else [token]

    def optional(self) -> Tokens | None:
        """What stands in brackets, if they are next."""
        token = self.next_solid()
        if token and token.text == "[" and token.kind == "text":
            return self._bracketed()
        self.back(token)
        return None

    def braced(self) -> Tokens | None:
        """What stands in braces, if they are next (on this line or the one below)."""
        skipped: Tokens = []
        while (token := self.next()) and token.kind == "space":
            skipped.append(token)
        if token and token.kind == "open" and not (skipped and self._switches()):
            return self._until("open", "close")
        self.back(token)
        self._ahead += reversed(skipped)
        return None

    def _switches(self) -> bool:
        r"""Whether a group that was opened is words in some type (``{\bf …}``), not an argument."""
        token = self.next()
        self.back(token)
        return bool(token and token.kind == "command" and token.text in _SWITCHES)

    def star(self) -> bool:
        """Whether a star was next; it is taken."""
        token = self.next()
        if token and token.kind == "text" and token.text.startswith("*"):
            self.back(rest_of(token, 1))
            return True
        self.back(token)
        return False

    def arguments(self, parameters: tuple[Parameter, ...]) -> list[Tokens]:
        """What a call gives for each parameter; a missing one is empty."""
        return [self._given(parameter) for parameter in parameters]

    def enter(self, styles: Styles, hook: Hook | None = None, name: str = "") -> None:
        """Open a group in which words wear ``styles``; ``hook`` is called when it closes."""
        self._groups.append(Group(self.styles, hook, name))
        self._open[name] += 1
        self.styles = styles

    def group(self, styles: Styles, hook: Hook | None = None) -> None:
        """Open a group for the next argument, without reading it."""
        token = self.next_solid()
        if token is None or token.kind in ("close", "par"):
            self.back(token)
            return
        self.enter(styles, hook)
        if token.kind != "open":
            self.push([token, Token("close", "}", token.end, token.end)])

    def leave(self, name: str, token: Token) -> None:
        """Close an environment and all that was left open in it."""
        while self._open[name]:
            found = self._groups[-1].name
            self._leave(token)
            if found == name:
                return

    def worn(self, kind: str, target: str = "") -> Styles:
        """The styles of now with one more."""
        kept = tuple(style for style in self.styles if style.kind != kind)
        self.serial += kind == "link"
        return (*kept, Style(kind, target, self.serial if kind == "link" else 0))

    def call(self, found: Macro, token: Token) -> None:
        """Put the expansion of a macro before what is to come."""
        given = self.arguments(found.parameters)
        end = max([token.end, *(t.end for tokens in given for t in tokens[-1:])])
        body = expanded(found.body, given, token.start, end)
        if found.entry:
            body = [Token("entry", "begin", end, end), *body, Token("entry", "end", end, end)]
        self.push(body)

    def breaks(self, token: Token) -> None:
        """A paragraph ends: in an entry or a table this is a line break, in running text a block."""
        if self.entries or self.tables:
            self.desk.gap(SPACE if self.desk.after_break else BREAK, token.start)
        else:
            self.desk.flush()

    def leave_brace(self, token: Token) -> None:
        """Close a brace; one too many says nothing."""
        if self._groups and not self._groups[-1].name:
            self._leave(token)

    def _leave(self, token: Token) -> None:
        group = self._groups.pop()
        self._open[group.name] -= 1
        written = token.end - token.start == 1
        self.desk.close(token.start if written else token.end)
        if group.hook:
            group.hook(token)
        self.styles = group.styles

    def _given(self, parameter: Parameter) -> Tokens:
        if parameter.form == "m":
            return self.argument()
        if parameter.form == "s":
            return [Token("text", "*", 0, 0)] if self.star() else []
        found = self.optional() if parameter.form == "o" else self.braced()
        return list(parameter.default) if found is None else found

    def _until(self, opening: str, closing: str) -> Tokens:
        """Tokens up to the partner of a brace that was taken."""
        found: Tokens = []
        depth = 1
        while token := self.next():
            depth += (token.kind == opening) - (token.kind == closing)
            if not depth or len(found) > _LONGEST_ARGUMENT:
                break
            found.append(token)
        self.fuel -= len(found)
        return found

    def _bracketed(self) -> Tokens:
        """Tokens up to the closing bracket; one that a paragraph does not close was none."""
        found: Tokens = []
        depth = 0
        while token := self.next():
            depth += (token.kind == "open") - (token.kind == "close")
            if depth < 0 or token.kind == "par" or len(found) > 500:
                self.back(token)
                break
            if token.text == "]" and token.kind == "text" and not depth:
                break
            found.append(token)
        return found
