"""Entries of independently made lists, read: ``python -m benchmarks.independent_entries [entries] [seed]``.

The lists (``independent_lists``) were made by someone who had seen neither the generator that the model is
trained on nor the parser. Compared as in ``benchmarks.entries``; a venue is right in any of the readings that
its maker allows, the empty one included where naming none is right too.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from benchmarks.entries import Found, by_model, letters, series
from benchmarks.independent_lists import Entry, EntryList, lists

from scholargraph.names.text import fold

SEED = 20


def judge(entry: Entry, found: Found) -> dict[str, bool]:
    """Which fields of an entry are right."""
    gold = entry.gold
    venues = {series(venue) for venue in gold.venue} or {""}
    return {
        "authors": [*map(_parts, found.names)] == [*map(_parts, gold.authors)],
        "title": fold(found.title) == fold(gold.title),
        "venue": series(found.venue) in venues,
        "year": found.year == gold.year,
    }


def _parts(name: str) -> str:
    """The letters of a name whichever part comes first: ``Bee, A.`` and ``A. Bee`` are one."""
    return "".join(sorted(letters(name)))


def judged(drawn: EntryList) -> Iterator[dict[str, bool]]:
    """Each entry of a list, read with the others."""
    found = by_model([entry.block for entry in drawn.entries], None)
    for entry, read in zip(drawn.entries, found, strict=True):
        fields = judge(entry, read)
        yield {**fields, "fully right": all(fields.values())}


def main() -> None:
    """Print the shares by style and by template."""
    entries, seed = (*map(int, sys.argv[1:3]), *(3000, SEED)[len(sys.argv) - 1 :])
    right: dict[str, Counter[str]] = {}
    for drawn in lists(seed, entries):
        for fields in judged(drawn):
            for name in (drawn.style, f"  {drawn.template}"):
                right.setdefault(name, Counter()).update({"entries": 1, **fields})
    for name, counts in sorted(right.items(), key=lambda pair: (pair[0].startswith(" "), pair[0])):
        shares = "  ".join(
            f"{key} {counts[key] / counts['entries']:.3f}"
            for key in ("fully right", "authors", "title", "venue", "year")
        )
        print(f"{name:24} {counts['entries']:5}  {shares}")


if __name__ == "__main__":
    main()
