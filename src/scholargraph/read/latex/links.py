r"""Addresses: ``\url``, ``\href``, and what their targets are without LaTeX."""

from __future__ import annotations

import re

from scholargraph.read.latex.engine import Engine, Handler
from scholargraph.read.latex.tokens import Token, spelled, tokens


def _url(engine: Engine, token: Token) -> None:
    target = address(engine, token.text)
    exact = target == token.text
    styles = engine.worn("link", target)
    shown = target if exact else " ".join(target.split())
    engine.desk.write(shown, token.start, token.end, styles)
    engine.desk.close(token.end)


def _href(engine: Engine, token: Token) -> None:
    engine.group(engine.worn("link", address(engine, token.text)))


def address(engine: Engine, text: str) -> str:
    """A link's target without LaTeX; macros of the document that stand for words are put in."""
    for _ in range(5):
        parts = tokens(text) if "\\" in text else []
        called = [t for t in parts if t.kind == "command" and t.text in engine.macros]
        if not called:
            break
        name = called[0].text
        body = spelled(list(engine.macros[name].body))[:500]
        text = re.sub(rf"\\{re.escape(name)}(?![A-Za-z])\s*(?:\{{\}})?", lambda _: body, text)  # noqa: B023
    text = re.sub(
        r"\\(?:string|textasciitilde|sim)\s*(?:\{\}|(?=~))?", lambda m: "" if "string" in m[0] else "~", text
    )
    return re.sub(r"\\([%#&_~{}$])", r"\1", text).replace("\\_", "_").strip()


HANDLERS: dict[str, Handler] = {"url": _url, "href": _href}
