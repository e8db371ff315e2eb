"""What the commands inside a text do: type, links, breaks, headings, items, footnotes."""

from __future__ import annotations

import re

from scholargraph.read.drafts import BREAK, SPACE, TAB, Draft
from scholargraph.read.latex.engine import Engine, Handler
from scholargraph.read.latex.macros import columns, in_braces
from scholargraph.read.latex.symbols import raised
from scholargraph.read.latex.tables import end_row
from scholargraph.read.latex.tokens import Token, spelled

_FACES = {
    **dict.fromkeys(("textbf", "bf", "bfseries"), "bold"),
    **dict.fromkeys(("textit", "emph", "textsl", "it", "itshape", "em", "sl", "slshape", "mathit"), "italic"),
    **dict.fromkeys(("texttt", "tt", "ttfamily"), "code"),
    **dict.fromkeys(("textsc", "sc", "scshape", "MakeUppercase", "uppercase"), "capitals"),
    **dict.fromkeys(("large", "Large", "LARGE", "huge", "Huge"), "large"),
    **dict.fromkeys(("textsuperscript",), "superscript"),
}
_SWITCHES = frozenset(
    name for name in _FACES if not name.startswith(("text", "math", "Make", "upper", "emph"))
)
_PLAIN = {
    **dict.fromkeys(
        ("normalfont", "rm", "normalsize"), frozenset({"bold", "italic", "code", "capitals", "large"})
    ),
    **dict.fromkeys(("mdseries",), frozenset({"bold"})),
    **dict.fromkeys(("upshape",), frozenset({"italic", "capitals"})),
    **dict.fromkeys(("small", "footnotesize", "scriptsize", "tiny"), frozenset({"large"})),
}
_LEVELS = {"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4}
_LENGTH = re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*(?:pt|em|ex|mm|cm|in|bp|pc|sp)?\s*|\s*\\\w+\s*")
_OF_LENGTH = re.compile(r"true|plus|minus|(?:[-+]?[\d.]+)?(?:pt|em|ex|mm|cm|in|bp|pc)")
_WIDE = re.compile(
    r"(?:[4-9]|\d\d)(?:\.\d+)?\s*pt|0?\.[3-9]\d*\s*cm|[2-9](?:\.\d+)?\s*mm|(?:1|0?\.[4-9])\d*\s*(?:em|ex)"
)
_NUMBER_LABEL = re.compile(r"\W{0,3}[A-Za-z]{0,3}\.?\d{1,3}[a-z]?\W{0,3}|[^\w\s]{0,3}|[a-z]\W{1,2}")


def _face(engine: Engine, token: Token) -> None:
    kind = _FACES[token.text]
    if token.text in _SWITCHES:
        engine.styles = engine.worn(kind)
    else:
        engine.group(engine.worn(kind))


def _plain(engine: Engine, token: Token) -> None:
    engine.styles = tuple(style for style in engine.styles if style.kind not in _PLAIN[token.text])


def _superscript(engine: Engine, token: Token) -> None:
    """``th`` stays as it is, digits become raised ones, as other readers give them."""
    found = [t._replace(text=raised(t.text)) if t.kind == "text" else t for t in engine.argument()]
    engine.push(in_braces(found, token))
    engine.group(engine.worn("superscript"))


def _gap(engine: Engine, token: Token) -> None:
    engine.desk.gap(SPACE, token.start)


def _tab(engine: Engine, token: Token) -> None:
    engine.desk.gap(TAB, token.start)


def _break(engine: Engine, token: Token) -> None:
    r"""``\\``, also with a star and a distance: the end of a row, or a line break."""
    engine.star()
    wide = None
    found = engine.next()
    if found and found.text == "[" and found.kind == "text" and found.start == token.end:
        engine.back(found)
        inside = engine.optional() or []
        wide = _WIDE.match(spelled(inside))
        if not _LENGTH.fullmatch(spelled(inside)):
            engine.push(inside)
    else:
        engine.back(found)
    if engine.tables:
        end_row(engine, token)
    elif wide:
        engine.breaks(token)
    else:
        engine.desk.gap(BREAK, token.start)


def _par(engine: Engine, token: Token) -> None:
    engine.breaks(token)


def _skip(engine: Engine, token: Token) -> None:
    r"""``\vspace{…}``: after a line break it parts what stands above and below."""
    engine.star()
    engine.argument()
    if engine.desk.after_break:
        engine.breaks(token)


def _space(engine: Engine, token: Token) -> None:
    r"""``\hspace{…}``; with ``\fill`` a column ends."""
    engine.star()
    stretch = "fill" in spelled(engine.argument())
    engine.desk.gap(TAB if stretch else SPACE, token.start)


def _length(engine: Engine, token: Token) -> None:
    r"""``\itemsep -2pt``, ``\parskip=0pt``, ``\hangindent=1 true cm``: a distance is set."""
    found = engine.next_solid()
    distance = (
        re.match(r"=?\s*(?:[-+]?[\d.]+(?:pt|em|ex|mm|cm|in)?)?(?=\s|$|\\)", found.text) if found else None
    )
    if not (found and found.kind == "text" and distance and distance.group()):
        engine.back(found)
    elif distance.group() == "=":
        engine.argument()
    else:
        _rest_of_length(engine)


def _rest_of_length(engine: Engine) -> None:
    """What may follow a number: ``true cm``, ``plus 2pt minus 1pt``."""
    while (found := engine.next_solid()) and found.kind == "text":
        if not _OF_LENGTH.fullmatch(found.text):
            break
    engine.back(found)


def _rule(engine: Engine, token: Token) -> None:
    """A rule ends a block; below a single line it makes this line look like a heading."""
    if token.text == "rule":
        engine.optional()
        width = spelled(engine.argument())
        engine.argument()
        if "width" not in width:
            return
    while token.text == "hrule" and (found := engine.next_solid()):
        if found.text not in ("height", "width", "depth"):
            engine.back(found)
            break
        engine.next_solid()
    if engine.tables or engine.entries:
        return
    engine.desk.draft.ruled = True
    engine.desk.flush()


def _heading(engine: Engine, token: Token) -> None:
    engine.star()
    engine.optional()
    level = _LEVELS[token.text]
    engine.desk.begin(Draft("heading", level))
    entries, engine.entries = engine.entries, 1  # a line break does not end a heading

    def end(_: Token) -> None:
        engine.desk.flush()
        engine.entries = entries
        engine.desk.draft = Draft()

    engine.group((), end)


def _item(engine: Engine, token: Token) -> None:
    """An item, with the number it is printed with; a label that is words is its first column."""
    open_list = engine.lists[-1] if engine.lists else None
    label = engine.optional()
    key = _number(label) if label is not None else _count(engine)
    level = max(1, len(engine.lists))
    serial = open_list.serial if open_list and open_list.name == "etaremune" and label is None else 0
    engine.desk.begin(Draft("item", level, key or "", serial))
    if label and key is None:
        engine.push([*label, Token("command", "cell", token.end, token.end)])


def _number(label: list[Token]) -> str | None:
    """The key a label is, or None where it is words."""
    text = spelled(label)
    if not text or (text.startswith(("\\", "$")) and " " not in text):
        return ""
    return text.strip("()[]{}.: ") if _NUMBER_LABEL.fullmatch(text) else None


def _bibitem(engine: Engine, token: Token) -> None:
    """An entry of a typed bibliography, numbered or labelled."""
    label = engine.optional()
    number = _count(engine)
    engine.argument()
    engine.desk.begin(Draft("item", 1, spelled(label).strip("[]{}") if label else number))


def _count(engine: Engine) -> str:
    if not engine.lists:
        return "•"
    engine.lists[-1].count += 1
    number = str(engine.lists[-1].count)
    return engine.lists[-1].label.replace("\0", number) or "•"


def _footnote(engine: Engine, token: Token) -> None:
    """A footnote is a paragraph of its own, after the block it stands in."""
    engine.optional()
    if engine.desk.draft.kind == "field":
        engine.argument()
        return
    engine.desk.lay_aside(Draft())
    engine.group((), lambda _: engine.desk.take_up())


def _box(engine: Engine, token: Token) -> None:
    """A box of some width: a column of its own line."""
    while engine.optional() is not None:
        pass
    if token.text == "parbox":
        engine.argument()
    engine.group(engine.styles, lambda end: engine.desk.gap(TAB, end.start))


def unknown(engine: Engine, token: Token) -> None:
    """A command nobody defines: its arguments are shown; two or more are the columns of an entry."""
    if engine.desk.muted:
        return
    engine.star()
    given: list[list[Token]] = []
    while len(given) < 9 and (found := engine.braced()) is not None:
        given.append(found)
    if len(given) == 1:
        engine.push(in_braces(given[0], token))
    elif given:
        engine.push(columns(given, token))


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(_FACES, _face),
    **dict.fromkeys(_PLAIN, _plain),
    **dict.fromkeys(("\\", "newline", "tabularnewline", "linebreak", "cr"), _break),
    **dict.fromkeys(("hfill", "dotfill", "hrulefill", "cell", "hss", "hfil"), _tab),
    **dict.fromkeys(("par", "bigskip", "medskip", "smallskip", "newpage", "clearpage", "endgraf"), _par),
    **dict.fromkeys(("vspace", "vskip", "addvspace"), _skip),
    **dict.fromkeys(("hspace", "hskip"), _space),
    **dict.fromkeys(("rule", "hrule", "titlerule"), _rule),
    **dict.fromkeys(_LEVELS, _heading),
    **dict.fromkeys(("makebox", "framebox", "parbox"), _box),
    **dict.fromkeys(("footnote", "thanks", "footnotetext"), _footnote),
    **dict.fromkeys(("quad", "qquad", "enspace", "space", "newblock"), _gap),
    **dict.fromkeys(
        ("itemsep", "parskip", "parindent", "parsep", "topsep", "labelsep", "leftmargin"), _length
    ),
    **dict.fromkeys(
        ("hangindent", "hangafter", "baselineskip", "tabcolsep", "columnsep", "tolerance"), _length
    ),
    "textsuperscript": _superscript,
    "item": _item,
    "bibitem": _bibitem,
}
