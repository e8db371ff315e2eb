"""What a word says by itself: its shape, its class, whether it is a known name, place or venue."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from scholargraph.extract.tables import rows
from scholargraph.names.parts import CJK
from scholargraph.names.surnames import family_share, given_share
from scholargraph.names.text import fold
from scholargraph.names.venues import looks_like_venue
from scholargraph.names.wordlists import word_list

_YEAR = re.compile(r"(?:19|20)\d\d")
_RARE = 5.0
_WIDE = str.maketrans("，．。：；（）［］“”", ",..:;()[]“”")
_RARE_SYMBOLS = frozenset("·•‖◦◆~→∙⋅▪■★✦➢►▸⇒>¦")


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name, held in rows("entry_words.tsv").items():
        for word in held:
            table[word] = (*table.get(word, ()), name)
    return table


@lru_cache(maxsize=50_000)
def classes(word: str) -> tuple[str, ...]:
    """The classes of a word in ``entry_words.tsv`` (``month``, ``proc`` …); none for most words."""
    return _classes().get(word.casefold().replace("’", "'"), ())


@lru_cache(maxsize=50_000)
def kind(word: str) -> str:
    """One short symbol: the punctuation itself, ``Y`` a year, ``D`` digits, ``I`` an initial, ``N`` a known
    name, ``@`` an address or identifier …
    """
    if not word[0].isalnum():
        return "¤" if word in _RARE_SYMBOLS else word.translate(_WIDE)
    if len(word) > 4 and ("/" in word or "." in word):
        return "@u" if word[0].isalpha() else "@d" if "/" in word else "@a"
    if CJK.match(word):
        return f"H{min(len(word), 5)}"
    if "," in word:
        return "D9"
    if word.isdigit():
        return "Y" if _YEAR.fullmatch(word) else f"D{min(len(word), 5)}"
    if found := classes(word):
        return found[0] + ("'" if word[0].isupper() else "")
    if len(word) == 1 and word.isupper():
        return "I"
    if not word[0].isupper():
        return "p" if word in word_list("particles") else "l"
    if word.isupper() and len(word) < 5 and word.isalpha():
        return f"U{len(word)}n" if family_share(word) else f"U{len(word)}"
    if is_family(word) or is_given(word):
        return "N"
    return "U" if word.isupper() else "C"


@lru_cache(maxsize=50_000)
def is_family(word: str) -> bool:
    """Whether a word is a known family name."""
    return word[0].isupper() and family_share(word) > 0


@lru_cache(maxsize=50_000)
def is_given(word: str) -> bool:
    """Whether a word is a known given name."""
    return word[0].isupper() and given_share(word) > _RARE


@lru_cache(maxsize=50_000)
def about(word: str) -> tuple[str, ...]:
    """All that a word says by itself, as features."""
    found = [f"k={kind(word)}"]
    if not word[0].isalnum() or found[0][2] == "@":
        return tuple(found)
    found += [f"c={name}" for name in classes(word)]
    lower = word.casefold()
    if classes(word):
        found.append(f"w={lower}")
    if word[0].isalpha():
        found += _of_letters(word, lower)
    return tuple(found)


def _of_letters(word: str, lower: str) -> list[str]:
    found = [f"s={_shape(word)}", f"e={lower[-3:]}"]
    if word[0].isupper():
        found += ["fam"] * is_family(word) + ["giv"] * is_given(word)
        found += ["venue"] * (len(word) < 9 and word[1:2].isupper() and looks_like_venue(word))
        found += ["notname"] * (fold(word) in word_list("not_names"))
    return found


def _shape(word: str) -> str:
    """``Xx``, ``xX``, ``Xx-x`` …: letters by case, runs made one."""
    cased = re.sub(r"[^\W\d_]", lambda match: "X" if match[0].isupper() else "x", word[:20])
    return re.sub(r"(.)\1+", r"\1", cased.replace("’", "'"))
