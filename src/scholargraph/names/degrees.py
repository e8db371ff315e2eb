"""Academic degrees: which printed names mean one degree."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from scholargraph.names.text import fold

_FIELD = re.compile(r"\s(?:in|en|of the|di|em)\s.*|\(.*|,.*|\bdegree\b", re.I)


def degree_key(text: str) -> str:
    """What the prints of one degree share, its field left aside: ``Ph.D. in Botany`` and ``Doctor of
    Philosophy`` → ``phd``; an unknown degree is its own words."""
    whole = _folded(text)
    return _levels().get(whole) or _levels().get(_folded(_FIELD.sub("", text)), whole)


def _folded(text: str) -> str:
    return fold(text.replace("’s", "s").replace("'s", "s")).replace(" ", "")


@cache
def _levels() -> dict[str, str]:
    text = (files(__package__) / "data" / "degree_levels.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {spelling: key for key, spellings in rows for spelling in spellings.split()}
