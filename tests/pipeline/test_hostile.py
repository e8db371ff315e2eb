from __future__ import annotations

import pytest

from hostile_kit import BINARIES, TEXTS
from scholargraph.errors import ReadError
from scholargraph.model import Told
from scholargraph.pipeline.frames import Job
from scholargraph.pipeline.workers import tell_all


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told | ReadError]:
    """What came of each hostile file, read as a build reads it, within the limits of a document."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    for name, data in BINARIES.items():
        (folder / name).write_bytes(data())
    names = sorted([*TEXTS, *BINARIES])
    jobs = [Job(str(folder / name), name) for name in names]
    return dict(zip(names, tell_all(jobs), strict=True))


@pytest.mark.parametrize("name", sorted([*TEXTS, *BINARIES]))
def test_a_hostile_file_ends_in_one_line_or_in_notes(
    outcomes: dict[str, Told | ReadError], name: str
) -> None:
    outcome = outcomes[name]
    if isinstance(outcome, Told):
        return
    line = str(outcome)
    assert "\n" not in line
    assert name in line
    assert line.endswith("; skipped; the other documents go in") or "; skipped, the other documents" in line
    assert "not read within" not in line
    assert "broke down" not in line or name == "bomb.pdf"


def test_nothing_outside_a_document_is_read(outcomes: dict[str, Told | ReadError]) -> None:
    assert isinstance(outcomes["outside.docx"], ReadError)
    assert isinstance(outcomes["entities.docx"], ReadError)
