"""People drawn at random, and the forms in which lists print their names."""

from __future__ import annotations

from random import Random

from msgspec import Struct

from .vocabulary import given_names, surnames

_ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fr",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "sch",
    "sh",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
    "y",
    "z",
    "zh",
]
_NUCLEI = [
    "a",
    "a",
    "a",
    "e",
    "e",
    "e",
    "i",
    "i",
    "i",
    "o",
    "o",
    "o",
    "u",
    "u",
    "ai",
    "ei",
    "ie",
    "ou",
    "aa",
    "ee",
    "ö",
    "ü",
    "é",
    "á",
    "ó",
    "í",
    "ø",
    "å",
]
_CODAS = [
    "n",
    "r",
    "l",
    "s",
    "t",
    "ck",
    "m",
    "nn",
    "rt",
    "ld",
    "ng",
    "ski",
    "son",
    "berg",
    "ez",
    "es",
    "ov",
    "ova",
    "ian",
    "ini",
    "elli",
    "mann",
    "stein",
    "wal",
    "er",
    "a",
    "o",
    "i",
]
_PARTICLES = (
    "van der",
    "van",
    "von",
    "de",
    "de la",
    "del",
    "di",
    "da",
    "le",
    "ten",
    "Van",
    "De",
    "Le",
    "dos",
    "bin",
    "el",
)
_ACCENTS = {
    "e": "éèêë",
    "o": "öóôø",
    "u": "üúû",
    "a": "áàäåã",
    "c": "çćč",
    "n": "ñń",
    "s": "šśş",
    "i": "íï",
    "l": "ł",
    "z": "žż",
    "g": "ğ",
}
_HAN = "张王李刘陈杨黄赵吴周徐孙马朱胡林郭何高梁郑罗宋谢唐韩曹许邓冯"
_HAN_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰文建国志海"
_SOUNDS = frozenset({"Zs", "Gy", "Yu", "Sz", "Kh", "Th", "Ya", "Ph", "Cs", "Dj"})
"""Two letters that some abbreviate as one."""
_ROMAN = ["Jr.", "Sr.", "II", "III", "Jr", "IV"]


class Person(Struct, frozen=True):
    """A person's name in parts."""

    given: tuple[str, ...]
    family: str
    suffix: str = ""
    native: str = ""


def draw_person(rng: Random) -> Person:
    """A person of some part of the world; about half of the names are in no table."""
    family, region = _family(rng)
    if rng.random() < 0.04:
        family = f"{family} {_family(rng)[0]}"
    given = [_given(rng, region)]
    if rng.random() < 0.3 and region not in ("zh", "ko"):
        given.append(rng.choice("ABCDEFGHJKLMNPRSTVW") if rng.random() < 0.7 else _given(rng, region))
    suffix = rng.choice(_ROMAN) if rng.random() < 0.02 else ""
    native = rng.choice(_HAN) + "".join(rng.sample(_HAN_GIVEN, rng.choice((1, 2)))) if region == "zh" else ""
    return Person(tuple(given), family, suffix, native)


def print_name(person: Person, form: str) -> str:
    """The name in one of the usual forms: ``full``, ``init``, ``fam, init`` …"""
    dotted, tight = _initials(person, ". ") + ".", _initials(person, ".") + "."
    given, family = " ".join(g + "." if len(g) == 1 else g for g in person.given), person.family
    bare = _initials(person, "").replace("-", "")
    suffix = f" {person.suffix}" if person.suffix else ""
    forms = {
        "full": f"{given} {family}{suffix}",
        "first": f"{person.given[0]} {family}",
        "init": f"{dotted} {family}{suffix}",
        "tight": f"{tight} {family}{suffix}",
        "bare": f"{bare} {family}",
        "barespaced": f"{' '.join(bare)} {family}",
        "fam, full": f"{family}, {given}{',' + suffix if suffix else ''}",
        "fam, init": f"{family}, {dotted}{',' + suffix if suffix else ''}",
        "fam, tight": f"{family}, {tight}{',' + suffix if suffix else ''}",
        "fam, bare": f"{family}, {bare}",
        "fam init": f"{family} {dotted}",
        "fam tight": f"{family} {tight}",
        "fam bare": f"{family} {bare}{suffix}",
        "fam full": f"{family} {given}",
        "CAPS, full": f"{family.upper()}, {given}",
        "CAPS, init": f"{family.upper()}, {dotted}",
        "CAPS bare": f"{family.upper()} {bare}",
        "full CAPS": f"{given} {family.upper()}",
        "init CAPS": f"{dotted} {family.upper()}",
        "full, CAPS": f"{person.given[0]}, {family.upper()}",
        "family": family,
        "native only": person.native or _native(person),
        "native": f"{person.given[0]} {family} ({person.native})" if person.native else f"{given} {family}",
        "native first": f"{person.native} ({given} {family})" if person.native else f"{given} {family}",
    }
    return forms[form]


def reading_order(person: Person, form: str) -> str:
    """What a reader of names gives for the printed form: given names first, initials with dots."""
    order = {
        "fam, full": "full",
        "fam, init": "init",
        "fam, tight": "tight",
        "fam bare": "init",
        "fam, bare": "bare",
        "CAPS bare": "init",
        "fam init": "fam init",
        "full, CAPS": "full CAPS",
    }
    if form == "full, CAPS":
        return f"{person.family.upper()} {person.given[0]}"
    if form in ("fam, bare", "CAPS bare", "fam init"):
        person = Person(person.given, person.family)
    if form in ("CAPS, full", "CAPS, init"):
        plain = Person(person.given, person.family.upper())
        return print_name(plain, "full" if form.endswith("full") else "init")
    return print_name(person, order.get(form, form))


def _native(person: Person) -> str:
    """A Chinese name for someone printed with none, made of the letters of the other."""
    spot = sum(map(ord, person.family))
    return (
        _HAN[spot % len(_HAN)]
        + _HAN_GIVEN[spot % len(_HAN_GIVEN)]
        + _HAN_GIVEN[len(person.family) % len(_HAN_GIVEN)]
    )


def _initials(person: Person, between: str) -> str:
    letters = ["-".join(_initial(part) for part in given.split("-")) for given in person.given]
    return between.join(letters).replace("-", ".-" if "." in between else "-")


def _initial(given: str) -> str:
    """The first letter, or both letters of one sound (``Zs.``, ``Yu.``) for half of those who have it."""
    sound = given[:2].capitalize() in _SOUNDS and len(given) % 2 == 0
    return given[:2].capitalize() if sound else given[0].upper()


def _family(rng: Random) -> tuple[str, str]:
    if rng.random() < 0.55:
        name, region = rng.choice(surnames())
        family = "-".join(part.capitalize() for part in name.replace(" ", "-").split("-"))
    else:
        family, region = _made(rng), ""
    draw = rng.random()
    if draw < 0.05 and region not in ("zh", "ko"):
        family = f"{rng.choice(_PARTICLES)} {family}"
    elif draw < 0.09:
        family = f"{family}{rng.choice('- ')}{rng.choice(surnames())[0].capitalize()}"
    elif draw < 0.11:
        family = rng.choice(("O’", "O'", "D'", "Mc", "Mac", "St. ")) + family
    return _accented(rng, family), region


def _given(rng: Random, region: str) -> str:
    name = rng.choice(given_names()).capitalize() if rng.random() < 0.55 else _made(rng)
    if region in ("ko", "zh") and rng.random() < 0.25:
        name += rng.choice(("-", "-", "")) + rng.choice(given_names())[:4].capitalize()
    return _accented(rng, name)


def _made(rng: Random) -> str:
    size = rng.choice((1, 1, 1, 2))
    name = "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) for _ in range(size)) + rng.choice(_CODAS)
    return name.capitalize()


def _accented(rng: Random, name: str) -> str:
    if rng.random() > 0.06:
        return name
    spots = [i for i, char in enumerate(name) if char in _ACCENTS and i]
    if not spots:
        return name
    spot = rng.choice(spots)
    return name[:spot] + rng.choice(_ACCENTS[name[spot]]) + name[spot + 1 :]
