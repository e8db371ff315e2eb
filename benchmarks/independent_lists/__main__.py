"""Print five entries of each template, to be looked at: ``python -m benchmarks.independent_lists [seed]``."""

from __future__ import annotations

import sys

from .lists import TEMPLATES, lists
from .records import EntryList


def _samples(seed: int) -> dict[str, EntryList]:
    """A list of each template."""
    return {made.template: made for made in lists(seed, 40 * len(TEMPLATES))}


def main() -> None:
    """Print them with their right reading."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    made = _samples(seed)
    for name in TEMPLATES:
        print(f"\n=== {made[name].style} {name}: {made[name].heading}")
        for entry in made[name].entries[:5]:
            print(f"{entry.block.key:4} {entry.block.text}\n     {entry.gold}")


if __name__ == "__main__":
    main()
