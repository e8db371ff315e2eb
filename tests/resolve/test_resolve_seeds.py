"""The five real documents: which papers and people are one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from scholargraph.extract import extract
from scholargraph.model import Told
from scholargraph.read import read, source_ids
from scholargraph.resolve import Resolution, resolve

RETITLED = {
    "Data Refinement: Mitigating": "Iterative Data Smoothing: Mitigating",
    "SLoRA: Scalable": "S-LoRA: Serving",
    "A Theoretical Explanation of Deep RL": "The Effective Horizon Explains Deep RL",
    "Efficient Prompt Caching for": "Efficient Prompt Caching via",
    "Byzantine-Robust Federated Learning with Optimal R": "Byzantine-Robust Federated Learning with Opt",
}


@pytest.fixture(scope="module")
def told(seeds: Path) -> list[Told]:
    """What the five documents tell."""
    files = sorted(seeds.iterdir())
    ids = source_ids(files)
    return [extract(read(file, ids[file])) for file in files]


@pytest.fixture(scope="module")
def found(told: list[Told]) -> Resolution:
    """Who is who in them."""
    return resolve(told)


def _clusters(told: list[Told], found: Resolution, kind: str) -> list[set[str]]:
    """The names used in each cluster of a kind."""
    kinds = {m.referent: m.kind for one in told for m in one.mentions}
    names: dict[str, set[str]] = {}
    for mention in (mention for one in told for mention in one.mentions if mention.name):
        names.setdefault(mention.referent, set()).add(mention.name)
    return [_union(names.get(r, set()) for r in c) for c in found.clusters if kinds[c[0]] == kind]


def _union(sets: Iterable[set[str]]) -> set[str]:
    return {name for one in sets for name in one}


def test_papers(told: list[Told], found: Resolution) -> None:
    works = _clusters(told, found, "work")
    assert (
        len([titles for titles in works if not any("Towards Efficient Fine-tuning" in t for t in titles)])
        == 49
    )
    for left, right in RETITLED.items():
        (titles,) = [one for one in works if any(title.startswith(left) for title in one)]
        assert any(title.startswith(right) for title in titles)
    assert sum(any("Nemotron" in title for title in one) for one in works) == 3
    assert sum(any("Noisy" in title for title in one) for one in works) == 4


def test_people(told: list[Told], found: Resolution) -> None:
    people = _clusters(told, found, "person")
    assert len(people) == 110
    assert sum(any(name.endswith(" Zhang") for name in names) for names in people) == 5
    assert not any("Jian Zhang" in names and len(names) > 1 for names in people)


def test_no_pair_of_papers_or_people_is_left_unsure(told: list[Told], found: Resolution) -> None:
    kinds = {m.referent: m.kind for one in told for m in one.mentions}
    open_pairs = [
        j for j in found.judgements if j.verdict == "unsure" and kinds[j.left] in ("work", "person")
    ]
    assert [j for j in open_pairs if kinds[j.right] == kinds[j.left]] == []
