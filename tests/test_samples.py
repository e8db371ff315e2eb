"""The sample documents are ours: their prose stands nowhere in the documents that gave the facts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import scholargraph as sg
from scholargraph import terms

SAMPLES = Path(__file__).parents[1] / "graph" / "sources"
FILES = sorted(SAMPLES.iterdir())
WORDS_IN_A_ROW = 8


@pytest.fixture(scope="module")
def known(seeds: Path) -> set[tuple[str, ...]]:
    """Every run of eight words of the documents that gave the facts."""
    texts = (path.read_text(encoding="utf-8") for path in seeds.iterdir())
    return {run for text in texts for run in runs(text)}


def test_there_are_five() -> None:
    assert [path.name for path in FILES] == [
        "cv.md",
        "homepage.txt",
        "mentor_a03.md",
        "mentor_b17.md",
        "profile.txt",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_prose_is_our_own(path: Path, known: set[tuple[str, ...]]) -> None:
    copied = [run for line in prose(path) if len(line) >= 60 for run in runs(line) if run in known]
    assert copied == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_mail_addresses_are_of_the_example_domain(path: Path) -> None:
    found = re.findall(r"[\w.+-]+@[\w-]+\.[\w.]*\w", path.read_text(encoding="utf-8"))
    assert {address.partition("@")[2] for address in found} <= {"example.org"}


def test_graph_of_the_samples_conforms_and_uses_declared_terms_only(tmp_path: Path) -> None:
    """A graph built from them breaks no shape, and every property and class of it is in the ontology."""
    graph = sg.build(SAMPLES, tmp_path / "graph")
    assert graph.check().empty
    quads = graph.export("nquads")
    used = {terms.compact(iri) for iri in re.findall(r"^\S+ <([^>]+)>", quads, re.MULTILINE)}
    used |= {terms.compact(iri) for iri in re.findall(r"#type> <([^>]+)>", quads)}
    assert {iri for iri in used if not iri.startswith("rdf:")} <= {*terms.classes(), *terms.properties()}


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", re.sub(r"https?://\S+", "", text.casefold()))
    return (tuple(words[i : i + WORDS_IN_A_ROW]) for i in range(len(words) - WORDS_IN_A_ROW + 1))


def prose(path: Path) -> Iterator[str]:
    """The lines without those that hold titles, names, dates and addresses, which are facts."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for before, line in zip(["", *lines], lines, strict=False):
        is_title = re.match(r"[A-Z]{3}[a-z]{2} \d", before) is not None
        is_entry = re.search(r"\d{4}(\.\d+)?\*?$|\d{4} -( Now)?$", line) is not None
        is_fact = is_entry or re.match(
            r"- \[\d+\]|Thesis:|GPA:|Mentor:|\d{4}(-\d{4})?\t|title:|summer:|website:|photo:", line
        )
        if not is_title and not is_fact and "et al." not in line:
            yield line
