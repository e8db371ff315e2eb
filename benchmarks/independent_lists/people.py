"""People: drawing them and printing their names."""

from __future__ import annotations

import re
from random import Random

from .records import Person
from .tables import table

_HOME = {"german": "german", "french": "french", "spanish": "spanish"}
_SIZES = {
    "one": ("phil", "lit", "hist", "law", "german", "french", "spanish"),
    "few": ("math", "econ", "soc", "ling", "edu"),
}


def cultures() -> list[str]:
    """The cultures that names are drawn from."""
    return [key.removesuffix(".given") for key in table("people") if key.endswith(".given")]


def draw_person(rng: Random, field: str) -> Person:
    """A person, in fields of one language mostly of that language."""
    home = _HOME.get(field)
    culture = home if home and rng.random() < 0.8 else rng.choice(cultures())
    return Person(
        rng.choice(table("people")[f"{culture}.given"]), rng.choice(table("people")[f"{culture}.family"])
    )


def draw_team(rng: Random, field: str, owner: Person | None, most: int = 40) -> tuple[Person, ...]:
    """The makers of a work, as many as the field is used to; the owner at any place among them."""
    size = min(_team_size(rng, field), most)
    team: list[Person] = []
    while len(team) < size:
        person = draw_person(rng, field)
        if all(person.family != other.family for other in [*team, *([owner] if owner else [])]):
            team.append(person)
    if owner:
        team[rng.choice((0, 0, 0, len(team) - 1, rng.randrange(len(team))))] = owner
    if len(team) > 1 and field in ("med", "phys", "bio") and rng.random() < 0.06:
        team.append(Person("", rng.choice(table("people")["group"])))
    return tuple(team)


def _team_size(rng: Random, field: str) -> int:
    if field in _SIZES["one"]:
        return rng.choice((1, 1, 1, 1, 1, 2, 2, 3))
    if field in _SIZES["few"]:
        return rng.choice((1, 1, 2, 2, 2, 3, 3, 4, 5))
    return rng.choice((1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 9, 12, 18))


def initials(given: str, dot: str = ".", gap: str = " ") -> str:
    """The initials of given names: ``J.-P.``, ``M. A.``."""
    words = [
        "-".join(part[0] + dot for part in word.split("-") if part)
        for word in given.replace(".", ". ").split()
    ]
    return gap.join(words)


def show(person: Person, form: str) -> str:
    """The name in a form: ``given family``, ``i. family``, ``family, i.``, ``family i``, ``FAMILY, i.`` …

    ``i.`` stands for spaced initials, ``ii.`` for initials without space, ``i`` for bare ones. A family name
    in capitals is printed in capitals.
    """
    if not person.given:
        return person.family
    given = {
        "given": person.given,
        "i.": initials(person.given),
        "ii.": initials(person.given, gap=""),
        "i": initials(person.given, dot="", gap="").replace("-", ""),
    }
    return re.sub(
        r"FAMILY|family|given|ii\.|i\.|i\b",
        lambda found: (
            given.get(found[0]) or (person.family.upper() if found[0] == "FAMILY" else person.family)
        ),
        form,
    )
