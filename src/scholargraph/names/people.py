"""Names of people: what other rooms use of them. Parts are split in ``parts``, compared in ``likeness``."""

from __future__ import annotations

import re

from scholargraph.names.likeness import compatible
from scholargraph.names.parts import (
    CJK,
    CONNECTED,
    PersonName,
    is_initial,
    name_tokens,
    parse_person,
    strip_titles,
)
from scholargraph.names.places import place_kind
from scholargraph.names.surnames import is_family
from scholargraph.names.text import fold
from scholargraph.names.wordlists import word_list

__all__ = [
    "PersonName",
    "compatible",
    "is_full",
    "is_initial",
    "key_initial",
    "looks_like_person",
    "parse_person",
    "particles",
    "shown",
    "strip_titles",
]


def looks_like_person(text: str) -> bool:
    """Whether the words could be a person's full name: two to six name-like words, none an ordinary noun."""
    bare = strip_titles(text)
    if re.search(r"[0-9@/:;&_<>=?!]", bare) or re.search(r"\bet al\b", bare):
        return False
    tokens = name_tokens(re.sub(r"[(\"“][^()\"”]*[)\"”]", " ", bare).replace(",", " "))
    if not 2 <= len(tokens) <= 6:
        return bool(CJK.search(bare)) and 2 <= len(bare) <= 5
    if place_kind(" ".join(tokens)) or place_kind(" ".join(tokens[:2])):
        return False
    rest = tokens[1:] if _is_given_word(tokens) else tokens
    inner = (i > 0 and token.isupper() and is_initial(token) for i, token in enumerate(rest))
    named = all(ok or _is_name_word(token) for ok, token in zip(inner, rest, strict=True))
    return named and _has_full_word(tokens)


def key_initial(name: PersonName) -> str:
    """The capital that stands for the name in a citation key: the first family name's, particles aside."""
    mains = [token for token in name.family if fold(token) not in word_list("particles")] or list(name.family)
    return fold(mains[0])[:1].upper() if mains else ""


def is_full(name: PersonName) -> bool:
    """Whether a given name is printed, and not only its initial."""
    return bool(name.given) and not is_initial(name.given[0])


def shown(name: PersonName) -> str:
    """The name in the usual order, initials with dots: ``R. Thomas McKay Jr.``"""
    dotted = (token + "." if len(token) == 1 and token.isupper() else token for token in name.given)
    return " ".join((*dotted, *name.family, *filter(None, (name.suffix,))))


def particles() -> frozenset[str]:
    """Folded particles of family names: ``van``, ``de``, ``al`` …"""
    return word_list("particles")


def _is_given_word(tokens: list[str]) -> bool:
    """``Hong Qian``, ``June Huh``: an ordinary word or place as given name before a family name."""
    return fold(tokens[0]) in word_list("given_words") and tokens[0][0].isupper() and is_family(tokens[-1])


def _is_name_word(token: str) -> bool:
    small = fold(token).replace(" ", "")
    if small in word_list("particles") or small in CONNECTED:
        return True
    shouted = token.isupper() and len(small) > 3 and not is_family(token)
    return token[0].isupper() and small not in word_list("not_names") and not shouted and small.isalpha()


def _has_full_word(tokens: list[str]) -> bool:
    full = [token for token in tokens if token[0].isupper() and not is_initial(token)]
    return bool(full) and any(not token.isupper() or is_family(token) for token in full)
