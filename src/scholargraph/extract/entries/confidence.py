"""How often an entry whose labels are so likely is read rightly: measured, kept as a table beside the
model.
"""

from __future__ import annotations

from functools import cache

from scholargraph.extract.tables import lines

TABLE = "entry_confidence.tsv"
CEILING = 0.95
"""Entries of real lists are less regular than those measured: none is surer than an entry of a known form."""


def confidence(field: str, likely: float) -> float:
    """The share of fields (``title``, ``authors``, ``venue``) with such a marginal that were right, as
    measured on
    generated lists of families that the measured models had not seen; it never falls as ``likely`` rises.
    """
    shares = [share for name, least, share in _table() if name == field and likely >= least]
    return min(max(shares, default=0.5), CEILING)


@cache
def _table() -> tuple[tuple[str, float, float], ...]:
    rows = (line.split("\t") for line in lines(TABLE))
    return tuple((name, float(least), float(share)) for name, least, share in rows)
