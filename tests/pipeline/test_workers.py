from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scholargraph.errors import ReadError
from scholargraph.model import Told
from scholargraph.pipeline.frames import Job
from scholargraph.pipeline.workers import Limits, tell_all

KIT = "worker_kit:behave"


@pytest.fixture(autouse=True)
def kit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workers find the functions that misbehave."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))


def outcomes(folder: Path, *contents: str, limits: Limits | None = None) -> list[str]:
    """What came of files with these contents: the subject told, or the refusal."""
    jobs = []
    for number, content in enumerate(contents):
        file = folder / f"{number}.txt"
        file.write_text(content, "utf-8")
        jobs.append(Job(str(file), f"s{number}"))
    found = tell_all(jobs, limits or Limits(), KIT)
    return [one.subject if isinstance(one, Told) else one.message for one in found]


def test_every_document_is_answered_in_order(tmp_path: Path) -> None:
    words = [f"w{number}" for number in range(30)]
    assert outcomes(tmp_path, *words) == words


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("hang", "not read within 2 seconds"),
        ("crash", "the reader broke down on it"),
        ("err", "the reader broke down on it (ValueError: no such thing)"),
    ],
)
def test_a_document_that_ends_its_worker_is_refused_alone(tmp_path: Path, word: str, message: str) -> None:
    found = outcomes(tmp_path, "one", word, "two", limits=Limits(seconds=2))
    assert (found[0], found[2]) == ("one", "two")
    assert found[1].startswith(message)
    assert found[1].endswith("; skipped, the other documents go in")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is capped on Linux only")
def test_memory_has_a_limit(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "flood", "two", limits=Limits(memory=2 * 2**30))
    assert found[0].startswith("reading it needs more memory than a document may take")
    assert found[1] == "two"


def test_what_a_library_prints_is_no_answer(tmp_path: Path) -> None:
    assert outcomes(tmp_path, "print", "two") == ["print", "two"]


def test_a_refusal_keeps_its_place(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("refuse", "utf-8")
    (error,) = tell_all([Job(str(file), "x")], function=KIT)
    assert isinstance(error, ReadError)
    assert str(error) == f"{file}:3: not for reading"


def test_no_process_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda *given, **more: started.append(start(*given, **more)) or started[-1]
    )
    file = tmp_path / "x.txt"
    file.write_text("one", "utf-8")
    told = tell_all([Job(str(file), "x"), Job(str(file), "y")], function=KIT)
    next(told)
    told.close()
    assert [process.returncode is None for process in started] == [False]
