"""Short questions to a resolution, for tests."""

from __future__ import annotations

from scholargraph.model import Judgement
from scholargraph.resolve import Resolution


def together(found: Resolution, *referents: str) -> bool:
    """Whether the referents are in one cluster."""
    home = {member: number for number, cluster in enumerate(found.clusters) for member in cluster}
    return len({home[referent] for referent in referents}) == 1


def judgement_on(found: Resolution, a: str, b: str) -> Judgement | None:
    """The machine's judgement on a pair."""
    left, right = sorted((a, b))
    return next((j for j in found.judgements if (j.left, j.right) == (left, right) and not j.when), None)
