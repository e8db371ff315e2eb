"""How many people bear a name: a small table of shares, enough to tell ``Hao Zhang`` from a rare name."""

from __future__ import annotations

from scholargraph.names.parts import PersonName, is_initial
from scholargraph.names.surnames import family_share, given_share

_POPULATION = 1_000_000
"""People who publish in a field in a decade, roughly: the crowd in which namesakes are sought."""
_RARE_FAMILY = 1.0
"""The share per 100 000 given to a family name that is in no table."""
_ANY_INITIAL = 100_000 / 15
"""How many of 100 000 given names begin with one letter, roughly."""


def namesakes(name: PersonName) -> float:
    """The number of people expected to bear the name among a million authors; initials count all they fit.

    From shares of family and given names taken as independent: an order of magnitude, not a count.
    """
    family = family_share(name.family[-1]) if name.family else 100_000.0
    given = _share(name.given[0]) if name.given else 100_000.0
    for middle in name.given[1:]:
        given *= 0.1 if is_initial(middle) else 0.02
    return _POPULATION * max(family, _RARE_FAMILY) / 1e5 * given / 1e5


def _share(token: str) -> float:
    return _ANY_INITIAL if is_initial(token) else given_share(token)
