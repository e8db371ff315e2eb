"""A person's printed name in parts: given names, family names, suffix, nicknames."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from scholargraph.names.surnames import family_region, is_family
from scholargraph.names.text import fold
from scholargraph.names.wordlists import word_list


class PersonName(Struct, frozen=True):
    """A name in parts, spelled as printed but without dots: ``(("Michael", "I"), ("Jordan",))``.

    ``family`` holds particles and every family name (``("van", "der", "Maaten")``); ``nicknames`` those
    printed in quotes or parentheses.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str = ""
    nicknames: tuple[str, ...] = ()


CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARKS = re.compile(
    r"\^\{[^}]*\}|[*∗⁎†‡§¶♯#^{}\\0-9⁰¹²³⁴⁵⁶⁷⁸⁹]|[\u200b-\u200f\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]"
)
_ASIDE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|[\"“„‟«]([^\"”“»]+)[\"”“»]|(?<!\w)['‘]([^'’]+)['’](?!\w)")
_NUMBERED = {"2nd": "II", "3rd": "III", "4th": "IV"}
_SUFFIXES = {"jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
CONNECTED = frozenset({"y", "i", "e"})
_COMPOUND_FAMILY = (
    "欧阳",
    "歐陽",
    "司马",
    "司馬",
    "上官",
    "诸葛",
    "諸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "南宫",
    "司徒",
    "황보",
    "남궁",
    "제갈",
    "선우",
)


@lru_cache(maxsize=200_000)
def parse_person(text: str) -> PersonName:
    """The parts of a printed name, in any of the usual orders.

    ``"van der Maaten, L.J.P."``, ``"Zhang H"``, ``"LIU Ning"``, ``"張偉 (Wei Zhang)"``,
    ``"Prof. Dr. Ilse Brandt"`` are understood; a lone word is a family name; no letters give an empty name.
    """
    spelt = re.sub(r"\b(?:2nd|3rd|4th)\b", lambda m: _NUMBERED[m[0]], text)
    body, nicknames = _take_asides(unicodedata.normalize("NFKC", spelt).replace("~", " "))
    parts = [part.strip() for part in strip_titles(_MARKS.sub(" ", body)).split(",")]
    parts, suffix = _take_suffix([part for part in parts if part])
    given, family = _by_comma(parts) if len(parts) > 1 else _by_order(name_tokens(" ".join(parts)))
    return PersonName(tuple(_initials_apart(given, family)), tuple(family), suffix, nicknames)


def strip_titles(text: str) -> str:
    """The name without titles and degrees: ``"Prof. Dr. David Tse, PhD"`` → ``"David Tse"``."""
    rest = text.strip()
    while (head := rest.partition(" "))[2] and _is_title(head[0], head[2]):
        rest = head[2].strip()
    whole = rest
    while (tail := rest.rpartition(" "))[0] and _is_degree(tail[2], tail[0].endswith(",") or rest != whole):
        rest = tail[0].rstrip(" ,")
    return rest


def _is_title(word: str, rest: str) -> bool:
    """A title; in capitals before a lone family name the letters are initials: ``MR Castro-Silva``."""
    shouted = word.isupper() and "." not in word and len(word) < 4
    initials = shouted and " " not in rest.strip() and not rest.isupper()
    dotted = word.endswith(".") and _bare(word) in word_list("titles_dotted")
    return dotted or (_bare(word) in word_list("titles") and not initials)


def is_initial(token: str) -> bool:
    """Whether a part of a name is only an initial: ``J``, ``J-P``."""
    return all(len(piece) == 1 for piece in token.replace(".", "").split("-"))


def _take_asides(text: str) -> tuple[str, tuple[str, ...]]:
    """The name without what stands in brackets or quotes, and the nicknames found there."""
    asides = [next(group for group in m.groups() if group is not None).strip() for m in _ASIDE.finditer(text)]
    body = _ASIDE.sub(" ", text).strip()
    if CJK.search(body):
        romanised = [aside for aside in asides if not CJK.search(aside) and " " in aside]
        latin = " ".join(token for token in body.split() if not CJK.search(token))
        body = next(iter(romanised), latin if " " in latin else body)
    nicknames = (aside for aside in asides if re.fullmatch(r"[^\W\d_][^\W\d_A-Z]+", aside))
    return body, tuple(nicknames)


def _take_suffix(parts: list[str]) -> tuple[list[str], str]:
    """Takes ``Jr.``, ``III`` … away from where it stands: its own part, or the last word of one."""
    for i, part in enumerate(parts):
        head, _, last = part.rpartition(" ")
        if (suffix := _SUFFIXES.get(_bare(last))) and (head or i):
            return [p for p in [*parts[:i], head, *parts[i + 1 :]] if p], suffix
    return parts, ""


def name_tokens(text: str) -> list[str]:
    """Words of a name without dots; ``J.P.`` gives two, ``J.-P.`` stays one."""
    spaced = re.sub(r"(?<=\w)\.(?=[^\s.\-‐‑–])", " ", text)
    return [
        token
        for word in re.sub(r"[‐‑–]", "-", spaced).split()
        if (token := word.replace(".", "").strip("-'’"))
    ]


def _by_comma(parts: list[str]) -> tuple[list[str], list[str]]:
    """``Family, Given`` – but a name in capitals is the family wherever it stands (``Ning, LIU``)."""
    family, given = name_tokens(parts[0]), name_tokens(" ".join(parts[1:]))
    if given and all(_is_capital_family(t) for t in given) and not any(t.isupper() for t in family):
        return family, given
    cut = len(given)
    while cut > 1 and given[cut - 1].islower() and given[cut - 1] in word_list("particles"):
        cut -= 1
    return given[:cut], given[cut:] + family


def _by_order(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Given and family words of a name printed without a comma."""
    if len(tokens) < 2:
        return (
            ([tokens[0][n:]], [tokens[0][:n]]) if tokens and (n := _cjk_family(tokens[0])) else ([], tokens)
        )
    if all(CJK.search(token) for token in tokens):
        return tokens[1:], tokens[:1]
    capitals = [_is_capital_family(token) for token in tokens]
    if any(capitals) and not all(token.isupper() for token in tokens):
        return _by_capitals(tokens, capitals)
    if not _is_abbreviation(tokens[0]) and all(_is_abbreviation(t) for t in tokens[_family_end(tokens) :]):
        return tokens[_family_end(tokens) :], tokens[: _family_end(tokens)]
    start = _family_start(tokens)
    return tokens[:start], tokens[start:]


def _by_capitals(tokens: list[str], capitals: list[bool]) -> tuple[list[str], list[str]]:
    first, last = capitals.index(True), len(capitals) - 1 - capitals[::-1].index(True)
    if first == 0 or last < len(tokens) - 1:
        return tokens[:first] + tokens[last + 1 :], tokens[first : last + 1]
    while first > 1 and tokens[first - 1].islower():
        first -= 1
    return tokens[:first], tokens[first:]


def _family_end(tokens: list[str]) -> int:
    """Where initials begin that follow the family name (``Zhang H``); the number of words if none do."""
    end = len(tokens)
    while end > 1 and _is_abbreviation(tokens[end - 1]):
        end -= 1
    return end if end < len(tokens) else 0


def _family_start(tokens: list[str]) -> int:
    """Where the family name begins in ``Given Middle Family``."""
    last = len(tokens) - 1
    for i in range(1, last):
        small = fold(tokens[i])
        if tokens[i].islower() and small in word_list("particles"):
            return i
        if tokens[i].islower() and small in CONNECTED and i > 1:
            return i - 1
        if small in word_list("capital_particles") and family_region(tokens[last]) not in {"zh", "ko", "vi"}:
            return i
    two = last > 1 and all(family_region(t) == "es" for t in tokens[last - 1 :])
    return last - 1 if two else last


def _initials_apart(given: list[str], family: list[str]) -> list[str]:
    """``JP`` before a name in mixed case is two initials."""
    mixed = not all(token.isupper() for token in family)
    return [
        letter
        for token in given
        for letter in (token if mixed and token.isalpha() and _is_abbreviation(token) else [token])
    ]


def _is_abbreviation(token: str) -> bool:
    bare = token.replace("-", "")
    return (
        bare.isupper()
        and len(bare) <= 3
        and not CJK.search(bare)
        and not (len(bare) > 1 and is_family(token))
    )


def _is_capital_family(token: str) -> bool:
    bare = token.replace("-", "").replace("'", "")
    return bare.isupper() and not CJK.search(bare) and (len(bare) > 3 or (len(bare) > 1 and is_family(token)))


def _cjk_family(token: str) -> int:
    """How many characters of an undivided Chinese or Korean name are the family name; 0 for other scripts."""
    if len(token) < 2 or not all(CJK.match(char) for char in token):
        return 0
    return 2 if len(token) > 2 and token.startswith(_COMPOUND_FAMILY) else 1


def _is_degree(word: str, after_comma: bool) -> bool:
    return _bare(word) in word_list("degrees") and (after_comma or "." in word or len(_bare(word)) > 2)


def _bare(word: str) -> str:
    return word.replace(".", "").strip(",").casefold()
