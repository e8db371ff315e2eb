"""Trains the models that read entries: ``python -m tools.entry_model.train``. The same seed gives the same
files.

Two models: one reads an entry alone, one reads it again in the light of its list. The second must learn
from first
readings as they come out on templates never seen; so its examples are read by models trained on the other
half of
the families.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pycrfsuite

from scholargraph.extract.entries.features import features
from scholargraph.extract.entries.model import FIRST, LIST
from scholargraph.extract.entries.together import Reading, list_features
from scholargraph.extract.entries.tokens import Tokens, tokenise
from scholargraph.names.people import parse_person

from .families import FAMILIES, Family
from .lists import DrawnList, draw_list
from .samples import Sample

SEED = 20240917
SIZES = (1, 1, 2, 3, 4, 6, 8, 12, 18, 25)
DATA = Path(__file__).parents[2] / "src" / "scholargraph" / "extract" / "data"
Example = tuple[list[list[str]], list[str]]


def gold_labels(sample: Sample, tokens: Tokens) -> list[str]:
    """The label of every token: that of the segment in which it begins; ``B`` and ``I`` for names."""
    made, spot = list[str](), 0
    for start, _ in tokens.places:
        fresh = False
        while spot < len(sample.places) and sample.places[spot][1] <= start:
            spot += 1
            fresh = True
        name = sample.places[spot][2]
        made.append(("B" if fresh or not made else "I") if name == "AU" else name)
    return made


def draw_lists(rng: Random, families: Sequence[Family], entries: int) -> list[DrawnList]:
    """Lists of about so many entries in all, the families in turn; CV families twice as often."""
    turns = [*families, *(family for family in families if family.style == "cv")]
    made: list[DrawnList] = []
    count = 0
    while count < entries:
        rng.shuffle(turns)
        for family in turns:
            made.append(draw_list(rng, family, rng.choice(SIZES)))
            count += len(made[-1].samples)
    return made


def examples(drawn: Iterable[DrawnList]) -> list[list[tuple[Tokens, list[list[str]], list[str]]]]:
    """Of each list the tokens, features and labels of its entries."""
    made = []
    for one in drawn:
        owner = parse_person(one.owner) if one.owner else None
        rows = [(tokenise(sample.block), sample) for sample in one.samples]
        made.append(
            [(tokens, features(tokens, owner), gold_labels(sample, tokens)) for tokens, sample in rows]
        )
    return made


def fit(data: Iterable[Example], path: str, *, c1: float = 1.1, c2: float = 0.01, rounds: int = 100) -> None:
    """Train one model by L-BFGS with an L1 penalty (OWL-QN), which keeps it small."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for sequence, labels in data:
        if labels:
            trainer.append(sequence, labels)
    trainer.set_params(
        {
            "c1": c1,
            "c2": c2,
            "max_iterations": rounds,
            "feature.minfreq": 5,
            "feature.possible_transitions": True,
        }
    )
    trainer.train(path)


def read_first(
    path: str, lists: Sequence[Sequence[tuple[Tokens, list[list[str]], list[str]]]]
) -> list[list[Reading]]:
    """First readings of lists by the model at ``path``."""
    tagger: Any = pycrfsuite.Tagger()
    tagger.open(path)
    made = []
    for entries in lists:
        readings = []
        for tokens, seen, _ in entries:
            tagger.set(seen)
            labels = list(tagger.tag()) if seen else []
            readings.append(
                Reading(tokens, labels, [tagger.marginal(name, i) for i, name in enumerate(labels)])
            )
        made.append(readings)
    return made


def misread(rng: Random, reading: Reading) -> Reading:
    """The reading, one in seven with a field that ends too early or too late: the second model must learn to
    trust the list against such an entry.
    """
    labels, likely = list(reading.labels), list(reading.likely)
    ends = [i for i in range(1, len(labels)) if labels[i] != labels[i - 1]]
    if not ends or rng.random() > 0.15:
        return reading
    at, size = rng.choice(ends), rng.choice((1, 2, 3, 5, 9))
    before = rng.random() < 0.5
    first, last = (max(0, at - size), at) if before else (at, min(len(labels), at + size))
    name = {"B": "I"}.get(labels[at if before else at - 1], labels[at if before else at - 1])
    for i in range(first, last):
        labels[i], likely[i] = name, rng.uniform(0.4, 0.95)
    return Reading(reading.tokens, labels, likely)


def main(entries: int = 30_000, folder: Path = DATA) -> None:
    """Draw, train both models and write them into the package."""
    rng = Random(SEED)
    halves = FAMILIES[::2], FAMILIES[1::2]
    drawn = [examples(draw_lists(rng, half, entries // 2)) for half in halves]
    second: list[Example] = []
    with tempfile.TemporaryDirectory() as scratch:
        for mine, other in ((0, 1), (1, 0)):
            path = str(Path(scratch) / f"half{mine}")
            fit(((seen, labels) for rows in drawn[mine] for _, seen, labels in rows), path, rounds=60)
            for rows, readings in zip(drawn[other], read_first(path, drawn[other]), strict=True):
                more = list_features([misread(rng, reading) for reading in readings])
                second += [
                    ([[*a, *b] for a, b in zip(seen, extra, strict=True)], labels)
                    for (_, seen, labels), extra in zip(rows, more, strict=True)
                ]
    fit(((seen, labels) for half in drawn for rows in half for _, seen, labels in rows), str(folder / FIRST))
    fit(second, str(folder / LIST))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30_000)
