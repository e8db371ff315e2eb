"""Things that a document names more than once: told again of the same referent."""

from __future__ import annotations

from scholargraph.extract.telling import GivenValues, Telling
from scholargraph.model import Span
from scholargraph.names.text import fold


def tell_known(telling: Telling, kind: str, span: Span, name: str, values: GivenValues | None = None) -> str:
    """Tell a thing by name; the same name of the same kind is the same thing within one document."""
    referent = telling.tell(
        kind, span, name, values=values, referent=telling.known.get((kind, fold(name)), "")
    )
    remember(telling, kind, name, referent)
    return referent


def remember(telling: Telling, kind: str, name: str, referent: str) -> None:
    """Let later passages find the thing by this name."""
    telling.known.setdefault((kind, fold(name)), referent)
