"""Runs the command line inside the test's process: what it printed, what it remarked, how it ended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from scholargraph import cli


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    remarks: list[str]
    """The lines of standard error."""


class Command:
    """``command("build", "docs")`` is ``scholargraph build docs``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *words: str | Path) -> Ran:
        self._monkeypatch.setattr(sys, "argv", ["scholargraph", *map(str, words)])
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = self._capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err.splitlines())
