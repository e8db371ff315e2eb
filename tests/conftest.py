"""Shared fixtures: a logged warning fails any test; the real seed documents where they are at hand."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

import scholargraph as sg
from cli_kit import Command

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


class _Refusing(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_logged_warnings() -> Iterator[None]:
    """Whatever logs a warning during a test makes it fail."""
    handler = _Refusing()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    assert not handler.seen, handler.seen


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the five seed documents; the test is skipped where it is not there."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the seed documents (../shared/seeds) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """Folder of the sample documents that come with the project."""
    return ROOT / "graph" / "sources"


@pytest.fixture(scope="session")
def seed_graph(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> sg.Graph:
    """The graph of the seed documents, built once."""
    return sg.build(seeds, graph=tmp_path_factory.mktemp("seeds") / "graph")


@pytest.fixture(scope="session")
def sample_graph(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> sg.Graph:
    """The graph of the sample documents, built once."""
    return sg.build(samples, graph=tmp_path_factory.mktemp("samples") / "graph")


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line, run in this process."""
    return Command(monkeypatch, capsys)
