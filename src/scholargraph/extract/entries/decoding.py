"""The entries of a list labelled token by token: each alone, then all again in the light of the whole
list.
"""

from __future__ import annotations

from collections.abc import Sequence

from scholargraph.extract.entries.features import features
from scholargraph.extract.entries.mending import mended
from scholargraph.extract.entries.model import FIRST, LIST, label
from scholargraph.extract.entries.snapping import snapped
from scholargraph.extract.entries.together import Reading, list_features
from scholargraph.extract.entries.tokens import Tokens
from scholargraph.names.people import PersonName

Seen = list[list[str]]
"""The features of the tokens of one entry."""


def read_alone(tokens: Tokens, owner: PersonName | None) -> tuple[Reading, Seen]:
    """The labels of one entry read without its neighbours, and the features that were seen."""
    seen = features(tokens, owner)
    return Reading(tokens, *label(FIRST, seen)), seen


def read_together(
    alone: Sequence[tuple[Reading, Seen]], company: Sequence[Sequence[Reading]] = ()
) -> list[Reading]:
    """The entries of one list read again, each with what the first reading of all of them showed.

    ``company``: first readings of the other lists of the document.
    """
    shared = list_features([reading for reading, _ in alone], company)
    return [_read_again(one, more) for one, more in zip(alone, shared, strict=True)]


def _read_again(alone: tuple[Reading, Seen], more: Seen) -> Reading:
    reading, seen = alone
    both = [[*own, *others] for own, others in zip(seen, more, strict=True)]
    return mended(snapped(Reading(reading.tokens, *label(LIST, both))))
