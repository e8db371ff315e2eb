"""What is said about a document: its title, its author, what it is made with, what lies in other files."""

from __future__ import annotations

import re
from functools import cache

from scholargraph.read.drafts import Draft
from scholargraph.read.latex.data import data
from scholargraph.read.latex.engine import Engine, Handler
from scholargraph.read.latex.links import address
from scholargraph.read.latex.macros import in_braces
from scholargraph.read.latex.tokens import Lexer, Token, spelled

_PRINTS_TITLE = re.compile(
    r"\\(?:make\w*(?:title|header|headers|profile)|begin\{(?:resume|europecv|europasscv|document)\}\s*\\name)\b"
)
_PDF = re.compile(
    r"pdf(?P<key>author|title)\s{0,9}=\s{0,9}(?:\{(?P<braced>(?:[^{}]|\{[^{}]{0,99}\}){0,300})\}|(?P<bare>[^,{}\]]{0,300}))"
)
_GERMAN = re.compile(r"\bn?german\b|\baustrian\b")


def titled(source: str) -> bool:
    """Whether a document prints the title that its commands tell."""
    return bool(_PRINTS_TITLE.search(source))


def _metafield(engine: Engine, token: Token) -> None:
    key = spelled(engine.argument())
    _aside(engine, token, Draft("field", 0, key))


def _headline(engine: Engine, token: Token) -> None:
    level = spelled(engine.argument())
    if engine.desk.muted and not engine.titled:
        engine.argument()
    elif level == "0" or engine.named:
        _aside(engine, token, Draft())
    else:
        engine.named = True
        _aside(engine, token, Draft("heading", 1))


def _aside(engine: Engine, token: Token, draft: Draft) -> None:
    """Write the next argument as a block of its own, also before the document begins."""
    muted, engine.desk.muted = engine.desk.muted, False
    engine.desk.lay_aside(draft)

    def end(_: Token) -> None:
        engine.desk.take_up()
        engine.desk.muted = muted

    engine.push(in_braces(engine.argument(), token))
    engine.group((), end)


def _first_name(engine: Engine, token: Token) -> None:
    r"""``\firstname{…}``: kept for ``\familyname``."""
    engine.first_name = engine.argument()


def _family_name(engine: Engine, token: Token) -> None:
    name = Token("command", "name", token.start, token.end)
    family = in_braces(engine.argument(), token)
    engine.push([name, *in_braces(engine.first_name, token), *family])


def _profile(engine: Engine, token: Token) -> None:
    """A user's name on some site, with the address of the page."""
    site, user = spelled(engine.argument()).lower(), engine.argument()
    name = address(engine, spelled(user))
    before = "" if "://" in name else profiles().get(site, "")
    engine.push(in_braces(user, token))
    engine.group(engine.worn("link", before + name) if before or "://" in name else engine.styles)


@cache
def profiles() -> dict[str, str]:
    """What stands before a user's name in addresses, by site."""
    lines = data("profiles.tsv").splitlines()
    return dict(line.split("\t") for line in lines if "\t" in line)


def _package(engine: Engine, token: Token) -> None:
    r"""``\usepackage[ngerman]{babel}``, ``\hypersetup{pdfauthor=…}``."""
    options = engine.optional() or []
    names = engine.argument()
    engine.german = engine.german or bool("babel" in spelled(names) and _GERMAN.search(spelled(options)))
    for found in (options, names):
        if found and "pdf" in spelled(found):
            _pdf_fields(engine, found[0].start, found[-1].end)


def _pdf_fields(engine: Engine, start: int, end: int) -> None:
    """Fields of the author and title that a PDF is to name."""
    written = []
    for found in _PDF.finditer(engine.lexer.source, start, end):
        part = "braced" if found["braced"] is not None else "bare"
        lexer = Lexer(engine.lexer.source, found.start(part))
        call = Token("command", "metafield", *found.span(part))
        inside = []
        while (token := lexer.next()) and token.end <= found.end(part):
            inside.append(token)
        key = Token("text", f"meta/{found['key']}", call.start, call.start)
        written += [call, *in_braces([key], call), *in_braces(inside, call)]
    engine.push(written)


def _elsewhere(engine: Engine, token: Token) -> None:
    """Parts of the document that lie in other files are named, not read."""
    engine.optional()
    found = spelled(engine.argument())
    if token.text in ("import", "subimport"):
        found += spelled(engine.argument())
    if found and token.text in _LISTS:
        engine.note(token.start, f"publications lie in another file ({found}), not read here")
    elif found:
        engine.note(token.start, f"a part lies in another file ({found}), not read here")


def _documentclass(engine: Engine, token: Token) -> None:
    engine.optional()
    engine.argument()


_LISTS = ("bibliography", "addbibresource", "bibentry", "fullcite", "nobibliography")
_PARTS = ("input", "include", "subfile", "import", "subimport")

HANDLERS: dict[str, Handler] = {
    **dict.fromkeys((*_LISTS, *_PARTS), _elsewhere),
    **dict.fromkeys(("usepackage", "RequirePackage", "hypersetup"), _package),
    "documentclass": _documentclass,
    "metafield": _metafield,
    "headline": _headline,
    "startname": _first_name,
    "finishname": _family_name,
    "profile": _profile,
}
