"""How well entries of publication lists are read: ``python -m benchmarks.entries [entries per style]
[seed]``.

Lists of 3 to 40 entries of held-out families (``entry_families``), which training never draws. An entry is
fully
right if the authors in order, the title, the venue and the year are all right. Names are compared by their
letters,
titles as folded text, venues as folded text without ``Proceedings of the``, ordinal and year.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from random import Random

from benchmarks.entry_families import HELD_OUT, TAILS
from msgspec import Struct
from tools.entry_model.families import TAILS as TRAINING_TAILS
from tools.entry_model.families import Family
from tools.entry_model.lists import DrawnList, draw_list
from tools.entry_model.samples import Sample

from scholargraph.extract.entries.fields import Entry
from scholargraph.extract.entries.reading import parse_entries
from scholargraph.model import Block
from scholargraph.names.people import PersonName, parse_person
from scholargraph.names.text import fold

SEED = 7
_LEAD = re.compile(r"\b(?:in|the|proc|proceedings|of|at|\d+ ?(?:st|nd|rd|th)|(?:19|20)\d\d)\b")


class Found(Struct, frozen=True):
    """What a parser found in one entry."""

    names: tuple[str, ...] = ()
    title: str = ""
    venue: str = ""
    year: str = ""


Parser = Callable[[Sequence[Block], PersonName | None], list[Found]]


def draw_held_out(per_style: int, seed: int = SEED, families: Sequence[Family] = HELD_OUT) -> list[DrawnList]:
    """Lists of held-out families, at least ``per_style`` entries of each style."""
    rng = Random(seed)
    drawn: list[DrawnList] = []
    for style in ("formal", "cv"):
        count = 0
        mine = [family for family in families if family.style == style]
        while count < per_style:
            for family in mine:
                drawn.append(
                    draw_list(rng, family, rng.randint(3, 40), {**TRAINING_TAILS, **TAILS}, clean=True)
                )
                count += len(drawn[-1].samples)
    return drawn


def judge_fields(drawn: Sequence[DrawnList]) -> Iterator[tuple[str, float, bool]]:
    """Of every field found its name, how likely the model says it is, and whether it is right."""
    for one in drawn:
        owner = parse_person(one.owner) if one.owner else None
        blocks = [sample.block for sample in one.samples]
        for sample, entry in zip(one.samples, parse_entries(blocks, owner), strict=True):
            if entry is None:
                continue
            judged = judge(sample, _found(sample.block, entry))
            for field in ("title", "authors", "venue"):
                if entry.likely[field]:
                    yield field, entry.likely[field], bool(judged[f"{field} right"])


def by_model(blocks: Sequence[Block], owner: PersonName | None) -> list[Found]:
    """What the model finds in a list."""
    entries = parse_entries(blocks, owner)
    return [_found(block, entry) if entry else Found() for block, entry in zip(blocks, entries, strict=True)]


def _found(block: Block, entry: Entry) -> Found:
    return Found(
        tuple(author.name for author in entry.authors.authors) if entry.authors else (),
        block.text[slice(*entry.title)],
        block.text[slice(*entry.venues[0])] if entry.venues else "",
        entry.year,
    )


def score(drawn: Sequence[DrawnList], parser: Parser) -> dict[str, dict[str, float]]:
    """Per style the share of entries fully right, F1 of authors, titles and venues, and years right."""
    counts: dict[str, Counter[str]] = {}
    for one in drawn:
        owner = parse_person(one.owner) if one.owner else None
        found = parser([sample.block for sample in one.samples], owner)
        for sample, read in zip(one.samples, found, strict=True):
            for style in (one.style, f"  {one.family}"):
                counts.setdefault(style, Counter()).update(judge(sample, read))
    return {style: _figures(counter) for style, counter in counts.items()}


def judge(sample: Sample, found: Found) -> Counter[str]:
    """What is right, found and there in one entry."""
    names, gold = [letters(name) for name in found.names], [letters(name) for name in sample.names]
    right = {
        "title": fold(found.title) == fold(sample.title),
        "venue": series(found.venue) == series(sample.venue),
        "year": found.year == sample.year,
        "authors": names == gold,
    }
    made = Counter({f"{key} right": int(value) for key, value in right.items()})
    made.update({"entries": 1, "full": int(all(right.values()))})
    made.update(dict(zip(("au tp", "au found", "au gold"), _shared(names, gold), strict=True)))
    for key, read, there in (("ti", found.title, sample.title), ("ve", found.venue, sample.venue)):
        same = right["title" if key == "ti" else "venue"]
        made.update(
            {
                f"{key} tp": int(bool(there) and same),
                f"{key} found": int(bool(read)),
                f"{key} gold": int(bool(there)),
            }
        )
    return made


def _shared(names: Sequence[str], gold: Sequence[str]) -> tuple[int, int, int]:
    both = Counter(names) & Counter(gold)
    return sum(both.values()), len(names), len(gold)


def letters(name: str) -> str:
    return re.sub(r"[^\w]", "", fold(name)).replace(" ", "")


def series(venue: str) -> str:
    return " ".join(_LEAD.sub(" ", fold(venue)).split())


def _figures(counter: Counter[str]) -> dict[str, float]:
    entries = counter["entries"]
    figures = {"entries": float(entries), "fully right": counter["full"] / entries}
    for key, name in (("au", "author F1"), ("ti", "title F1"), ("ve", "venue F1")):
        total = counter[f"{key} found"] + counter[f"{key} gold"]
        figures[name] = 2 * counter[f"{key} tp"] / total if total else 1.0
    figures |= {
        f"{key} exact": counter[f"{key} right"] / entries for key in ("authors", "title", "venue", "year")
    }
    return figures


def report(figures: dict[str, dict[str, float]]) -> Iterator[str]:
    """The figures as lines of a table."""
    names = list(next(iter(figures.values())))
    yield f"{'':24}" + "".join(f"{name:>15}" for name in names)
    for style, row in sorted(figures.items()):
        yield (
            f"{style:24}"
            + f"{int(row['entries']):>15}"
            + "".join(f"{row[name]:>15.3f}" for name in names[1:])
        )


def main(per_style: int = 600, seed: int = SEED) -> None:
    """Draw, read, score and print."""
    drawn = draw_held_out(per_style, seed)
    start = time.process_time()
    figures = score(drawn, by_model)
    spent = time.process_time() - start
    print("\n".join(report(figures)))
    print(f"{1000 * spent / sum(len(one.samples) for one in drawn):.2f} ms an entry")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
