"""What lies between separators: names, numbers or words, with the kinds of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from scholargraph.extract.entries.tokens import Tokens
from scholargraph.extract.entries.words import classes
from scholargraph.names.venues import is_known_venue

_PARTS = frozenset(',;:()[]“”"„«»|•·?!/–—\t')
_NAME = frozenset("INCUp") | {"H2", "H3", "H4", "U2n", "U3n", "U4n", "U2", "U3", "suffix'", "suffix"}
_CUES = frozenset({"proc", "conf", "jour", "pre", "stat", "thesis", "univ", "pub"})
_CUES |= {"edit", "award", "note", "link", "month", "talk", "nope", "legend"}


def chunk_features(tokens: Tokens, kinds: Sequence[str]) -> list[tuple[str, ...]]:
    """What lies between separators, by type, with the types of its neighbours and the names in a row."""
    if not kinds:
        return []
    bounds = [0, *(i for i in range(1, len(kinds)) if _parts(tokens, kinds, i)), len(kinds)]
    types = [_type(tokens, kinds, first, last) for first, last in pairwise(bounds)]
    ahead, behind = _rows(types[::-1])[::-1], _rows(types)
    made: list[tuple[str, ...]] = []
    for number, kind_here in enumerate(types):
        before = types[number - 1] if number else "^"
        after = types[number + 1] if number + 1 < len(types) else "$"
        here = (
            f"ch={kind_here}",
            f"ch={before}|{kind_here}",
            f"ch={kind_here}|{after}",
            f"ch={before}|{kind_here}|{after}",
            f"row={behind[number]}|{ahead[number]}",
            *_known(tokens, bounds[number], bounds[number + 1]),
        )
        made += [here] * (bounds[number + 1] - bounds[number])
    return made


def _known(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Whether a chunk is the name of a known venue, numbers behind it aside."""
    while last > first and not tokens.words[last - 1][0].isalpha():
        last -= 1
    words = tokens.words[first:last]
    known = 0 < len(words) < 13 and words[0][0].isupper() and _is_venue(" ".join(words))
    return (f"venue{min(len(words), 3)}",) if known else ()


@lru_cache(maxsize=50_000)
def _is_venue(text: str) -> bool:
    return is_known_venue(text)


def _parts(tokens: Tokens, kinds: Sequence[str], i: int) -> bool:
    """Whether a new chunk begins at token ``i``."""
    if (
        kinds[i] in _PARTS
        or kinds[i - 1] in _PARTS
        or "¤" in (kinds[i], kinds[i - 1])
        or tokens.gaps[i] in ("n", "t")
    ):
        return True
    if kinds[i] in ("and", "&") or kinds[i - 1] in ("and", "&"):
        return True
    return (
        kinds[i - 1] == "."
        and (tokens.gaps[i] != "" or kinds[i][0] == "H")
        and not (i > 1 and _short(kinds[i - 2]))
    )


def _short(symbol: str) -> bool:
    return symbol in ("I", "jour'", "vol", "vol'", "pages", "pages'", "edit", "month'", "proc'", "conf'")


def _type(tokens: Tokens, kinds: Sequence[str], first: int, last: int) -> str:
    """The type of a chunk: a separator itself, ``i`` initials, ``n`` a name, ``t`` words, with its
    classes.
    """
    held = [k for k in kinds[first:last] if k not in ".-*†‡∗#^"]
    if last - first == 1 and not held:
        return kinds[first]
    if last - first == 1 and not tokens.words[first][0].isalnum():
        return kinds[first]
    if not held:
        return "."
    names = sum(k in _NAME for k in held)
    if names == len(held):
        known = "k" if "N" in held else ""
        initials = sum(k in ("I", "U2", "U2n", "U3", "U3n") for k in held)
        return "i" if initials == len(held) else f"n{min(len(held), 5)}{'i' if initials else ''}{known}"
    digits = sum(k[0] in "DY" for k in held)
    if digits == len(held):
        return "y" if "Y" in held else "d"
    cue = next((name for k in tokens.words[first:last] for name in classes(k) if name in _CUES), "")
    size = "1" if len(held) == 1 else "s" if len(held) < 6 else "l"
    lower = sum(k in ("l", "of", "in") for k in held)
    return f"t{size}{'x' if 3 * lower > len(held) else 'X'}{cue}"


def _rows(types: Sequence[str]) -> list[int]:
    """How many chunks in a row, up to here, are names or initials (separators aside), at most four."""
    made, row = [], 0
    for name in types:
        if name[0] in "ni":
            row += 1
        elif name not in (",", ";", "and", "&", ".") and not name.startswith("t1"):
            row = 0
        made.append(min(row, 4))
    return made
