"""Measures how often fields are right by how likely the model says they are: ``python -m
tools.entry_model.calibrate``.

Lists of families that training never draws are read; for each field the shares of right ones by lowest
marginal are
made to rise with it (pool adjacent violators) and written beside the models.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.entries import draw_held_out, judge_fields

from scholargraph.extract.entries.confidence import TABLE

from .train import DATA

SEED = 11
EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
Row = tuple[float, float]


def rising(pairs: Sequence[tuple[float, bool]]) -> list[Row]:
    """Shares of right ones above each edge, pooled until they never fall; with one right and one wrong
    added.
    """
    pools: list[list[float]] = []
    for low, high in zip(EDGES, [*EDGES[1:], 2.0], strict=True):
        held = [right for likely, right in pairs if low <= likely < high]
        pools.append([low, sum(held) + 0.5, len(held) + 1.0])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            _, right, count = pools.pop()
            pools[-1][1] += right
            pools[-1][2] += count
    return [(low, right / count) for low, right, count in pools]


def table(pairs: Iterable[tuple[str, float, bool]]) -> str:
    """The lines of the table: field, lowest marginal, share."""
    judged = list(pairs)
    rows = ["# field\tlowest marginal, at least\tshare read rightly (tools/entry_model/calibrate.py)"]
    for field in ("title", "authors", "venue"):
        found = rising([(likely, right) for name, likely, right in judged if name == field])
        rows += [f"{field}\t{low}\t{share:.3f}" for low, share in found]
    return "\n".join(rows) + "\n"


def main() -> None:
    """Read, measure, write."""
    (DATA / TABLE).write_text(table(judge_fields(draw_held_out(1500, SEED))), encoding="utf-8")


if __name__ == "__main__":
    main()
