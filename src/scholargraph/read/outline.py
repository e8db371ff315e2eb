"""Headings that no command marks: large or bold lines, and names of sections."""

from __future__ import annotations

from collections.abc import Sequence

from scholargraph.read.data import phrases
from scholargraph.read.drafts import Draft, Piece, text_of
from scholargraph.read.dress import SIGNS, Line, headings, titles

_LONGEST = 200


def outlined(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with the lines that head made headings of their own; the first line may be the title."""
    drafts = [draft for draft in drafts if draft.text.strip()]
    lines = [_line(draft) if draft.kind == "paragraph" else None for draft in drafts]
    heads = headings(lines)
    top = _titles(drafts, lines)
    level = 3 if sum(draft.kind == "heading" and draft.level == 2 for draft in drafts) > 1 else 2
    found: list[Draft] = []
    for at, draft in enumerate(drafts):
        found += _headed(draft, 1 if at in top else level) if heads[at] or at in top else [draft]
    return found


def _titles(drafts: Sequence[Draft], lines: Sequence[Line | None]) -> list[int]:
    """Which drafts begin with the document's title: the first, and the second below ``Curriculum Vitae``."""
    shown = [at for at, draft in enumerate(drafts) if draft.kind != "field"][:2]
    top = shown if shown and _called(drafts[shown[0]]) else shown[:1]
    return [at for at in top if titles(lines[at])]


def _called(draft: Draft) -> bool:
    """Whether a draft says what kind of document this is."""
    return draft.text.casefold().strip(" :.") in phrases("document_titles")


def _headed(draft: Draft, level: int) -> list[Draft]:
    """The first line as a heading, and what is left."""
    end = _first_end(draft.pieces)
    rest = [draft.split(end)] if end < len(draft.pieces) else []
    draft.kind, draft.level = "heading", level
    return [draft, *rest]


def _line(draft: Draft) -> Line | None:
    end = _first_end(draft.pieces)
    if end > _LONGEST:
        return None
    pieces = [piece for piece in draft.pieces[:end] if not piece.text.isspace()]
    worn = frozenset.intersection(*(frozenset(style.kind for style in p.styles) for p in pieces)) & SIGNS
    alone = end == len(draft.pieces)
    return Line(
        text_of(draft.pieces[:end]), worn | ({"ruled"} if draft.ruled and alone else frozenset()), alone
    )


def _first_end(pieces: Sequence[Piece]) -> int:
    return next((at for at, piece in enumerate(pieces) if piece.text == "\n"), len(pieces))
