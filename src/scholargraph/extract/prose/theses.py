"""Theses named in sentences by their titles."""

from __future__ import annotations

import re

from scholargraph.extract.known import tell_known
from scholargraph.extract.prose.context import Prose
from scholargraph.extract.prose.sentences import Sentence

_THESIS = re.compile(
    r"\b(?:thesis|dissertation)\b(?:\s*\([^()]*\))?(?:,?\s+(?:was|is|were))?(?:,?\s+(?:titled|"
    r"entitled|called))?\s*[,:]?\s*\"(?P<title>[^\"]{8,200})\"|"
    r"\b(?:thesis|dissertation),?\s+(?:titled|entitled|called)\s+(?P<bare>[A-Z][^\".;]{8,180})"
)


def tell_thesis(prose: Prose, sentence: Sentence, start: int) -> str:
    """The thesis titled in the same or the next sentence."""
    for other in [sentence, *prose.after(sentence)[:1]]:
        match = _THESIS.search(other.text, start if other is sentence else 0)
        if match:
            group = "title" if match["title"] else "bare"
            name = other.printed(*match.span(group)).rstrip(" ,.")
            work = tell_known(
                prose.telling, "work", other.cite(*match.span(group)), name, {"workType": "thesis"}
            )
            roles = {"work": work, "author": prose.subject.referent}
            prose.telling.relate(
                "authorship", prose.evidence("authorship", other.cite()), roles, {"ordinal": "1"}
            )
            return work
    return ""
