"""Whether two parsed names could be those of one person."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from scholargraph.names.parts import PersonName, is_initial
from scholargraph.names.surnames import family_region, is_family
from scholargraph.names.text import fold
from scholargraph.names.wordlists import word_list

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@lru_cache(maxsize=500_000)
def compatible(a: PersonName, b: PersonName) -> bool:
    """Whether both could be names of one person: by initials, missing middle names, nicknames, hyphens.

    Never by spelling distance: ``Hao Zhang`` and ``Hao Zhong`` are two names.
    """
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return False
    return any(
        _family_agrees(x.family, y.family) and _given_agrees(x, y)
        for x in _readings(a, b)
        for y in _readings(b, a)
    ) or (_second_family_dropped(a, b) or _family_added(a, b))


def _readings(name: PersonName, other: PersonName) -> list[PersonName]:
    """The name as parsed, and with the border of its family name where the other one has it.

    A full name may also have been printed family name first.
    """
    plain = _without_particles(name.family)
    readings = (
        [name] if plain == name.family else [name, PersonName(name.given, plain, name.suffix, name.nicknames)]
    )
    cut = len(plain) - len(_without_particles(other.family))
    if cut > 0 and len(plain) > cut:
        readings.append(PersonName((*name.given, *plain[:cut]), plain[cut:], name.suffix, name.nicknames))
    if len(plain) == 1 and name.given and not is_initial(name.given[0]) and _family_first(name):
        readings.append(PersonName((*name.given[1:], *plain), name.given[:1], name.suffix, name.nicknames))
    return readings


def _without_particles(family: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(token for token in family if fold(token) not in word_list("particles")) or family


def _family_first(name: PersonName) -> bool:
    """``Zhang Weilin``, ``Hoàng Minh Châu``: a family name of East Asia stands first."""
    eastern = family_region(name.given[0]) in {"zh", "ko", "vi"}
    return eastern and (len(name.given) > 1 or not family_region(name.family[0]))


def _family_agrees(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return bool(a and b) and bool(_forms(" ".join(a)) & _forms(" ".join(b)))


def _second_family_dropped(a: PersonName, b: PersonName) -> bool:
    """``Gabriel García`` / ``Gabriel García Márquez``, ``Anne Smith`` / ``Anne Smith-Jones``; no initials."""
    full = a.given and b.given and not is_initial(a.given[0]) and not is_initial(b.given[0])
    return bool(full) and family_halved(a, b)


def family_halved(a: PersonName, b: PersonName) -> bool:
    """Whether one has the first or last of the other's family names and a given name or initial that fits:
    ``A. Smith`` / ``Anne Smith-Jones``. True of many strangers."""
    short, long = sorted((_pieces(a.family), _pieces(b.family)), key=len)
    if not short or len(short) == len(long) or not (a.given and b.given):
        return False
    outer = long[: len(short)] == short or long[-len(short) :] == short
    return outer and _given_agrees(a, b)


def _family_added(a: PersonName, b: PersonName) -> bool:
    """``Anne Smith`` / ``Anne Smith Gardner``: a known family name kept before a new one; no initials."""
    short, long = sorted(((*a.given, *a.family), (*b.given, *b.family)), key=len)
    full = len(short) > 1 and not any(is_initial(token) for token in short)
    kept = full and len(long) == len(short) + 1 and is_family(short[-1])
    return kept and all(_forms(x) & _forms(y) for x, y in zip(short, long, strict=False))


def _given_agrees(a: PersonName, b: PersonName) -> bool:
    x, y = a.given, b.given
    if not x or not y or _forms(" ".join(x)) & _forms(" ".join(y)):
        return True
    if _nickname_agrees(a, b) or _nickname_agrees(b, a):
        return True
    return _aligned(x, y) or _aligned(y, x) or _hyphens_apart(x, y)


def _aligned(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """First names agree and one side's middle names are met, in order, on the other.

    ``R. Thomas McCoy`` may leave out the initial before the name in use.
    """
    if _part_agrees(x[0], y[0]) and _in_order(x[1:], y[1:]):
        return True
    return (
        len(x) > 1
        and is_initial(x[0])
        and not is_initial(x[1])
        and not is_initial(y[0])
        and _aligned(x[1:], y)
    )


def _in_order(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    short, long = sorted((x, y), key=len)
    rest = iter(long)
    return all(any(_part_agrees(part, other) for other in rest) for part in short)


def _hyphens_apart(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """``Wei-Lin``, ``W. L.`` and ``Wei Lin``: hyphens read as spaces, every part to be met."""
    p, q = _pieces(x), _pieces(y)
    return len(p) == len(q) > 1 and all(_part_agrees(a, b) for a, b in zip(p, q, strict=True))


def _part_agrees(a: str, b: str) -> bool:
    if is_initial(a) or is_initial(b):
        p, q = _pieces((a,)), _pieces((b,))
        return all(x[:1] == y[:1] for x, y in zip(p, q, strict=False)) if p and q else True
    return bool(_forms(a) & _forms(b)) or bool(_nickname_rows(a) & _nickname_rows(b))


def _nickname_agrees(a: PersonName, b: PersonName) -> bool:
    return any(_part_agrees(nickname, b.given[0]) for nickname in a.nicknames) and not is_initial(b.given[0])


def _pieces(tokens: tuple[str, ...]) -> list[str]:
    return [piece for token in tokens for piece in fold(token).split()]


@lru_cache(maxsize=100_000)
def _forms(token: str) -> frozenset[str]:
    """The folded spellings of a word: without hyphens, and with German vowels written out."""
    written_out = unicodedata.normalize("NFC", token).casefold().translate(_GERMAN)
    return frozenset(fold(form).replace(" ", "") for form in (token, written_out))


@lru_cache(maxsize=100_000)
def _nickname_rows(token: str) -> frozenset[int]:
    return _nicknames().get(fold(token), frozenset())


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    places: dict[str, set[int]] = {}
    for number, row in enumerate(_rows()):
        for name in row:
            places.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in places.items()}


@cache
def _rows() -> list[list[str]]:
    text = (files(__package__) / "data" / "nicknames.txt").read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def first_letters(name: PersonName) -> frozenset[str]:
    """The initials under which the given name may be printed: its own, and those of its nicknames."""
    printed = [*name.given[:2], *name.nicknames]
    alike = (other for token in printed for row in _nickname_rows(token) for other in _rows()[row])
    return frozenset(form[:1] for form in (*(fold(token) for token in printed), *alike) if form)
