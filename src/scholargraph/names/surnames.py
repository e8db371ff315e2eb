"""Family and given names by how many bear them (per 100 000 authors), and the region of family names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from scholargraph.names.text import fold

_RARE_GIVEN = 5.0
"""The share given to a given name that is in no table."""
_PINYIN = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|"
    r"ui|uo|ue|ve|a|o|e|i|u|v|er)"
)


@lru_cache(maxsize=100_000)
def family_share(token: str) -> float:
    """Authors with this family name per 100 000; 0.0 for a name that is in no table."""
    return _surnames().get(fold(token).replace(" ", ""), (0.0, ""))[0]


def family_region(token: str) -> str:
    """Where a family name is most at home: ``zh``, ``ko``, ``vi``, ``es`` …; ``""`` if it is in no table."""
    return _surnames().get(fold(token).replace(" ", ""), (0.0, ""))[1]


def is_family(token: str) -> bool:
    """Whether the word is in the table of family names."""
    return family_share(token) > 0


def given_share(token: str) -> float:
    """Authors with this given name per 100 000; a single Chinese syllable is never rare."""
    small = fold(token).replace(" ", "")
    syllable = 150.0 if _PINYIN.fullmatch(small) else _RARE_GIVEN
    return max(_given().get(small, 0.0), syllable)


@cache
def _surnames() -> dict[str, tuple[float, str]]:
    return {name: (float(share), region) for name, share, region in _rows("surnames")}


@cache
def _given() -> dict[str, float]:
    return {name: float(share) for name, share in _rows("given")}


def _rows(table: str) -> list[list[str]]:
    text = (files(__package__) / "data" / f"{table}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
