"""What templates leave in pages: words put there to be replaced, which say nothing of anybody."""

from __future__ import annotations

import re

from scholargraph.read.data import phrases

_MARKUP = re.compile(r"[^\w@. ]+")
_LONGEST = 80


def is_leftover(text: str) -> bool:
    """Whether a block is filler (``Lorem ipsum …``) or only the words of a template (``Your Name Here``)."""
    start = text[:400].casefold()
    if "lorem ipsum" in start or "dolor sit amet" in start:
        return True
    if len(text) > _LONGEST:
        return False
    bare = " ".join(_MARKUP.sub(" ", start).split()).strip(". ")
    return bare in phrases("template_phrases")
