"""The notebooks run from the first cell to the last, hold no outputs, and leave nothing behind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["01_build", "02_query", "03_networks"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("nbmake", reason="nbmake is not installed")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbmake",
        "--nbmake-timeout=120",
        "-q",
        "-p",
        "no:cacheprovider",
    ]
    ran = subprocess.run(
        [*command, str(path)], capture_output=True, text=True, cwd=FOLDER.parent, check=False
    )
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert sorted(one.name for one in FOLDER.iterdir() if one.suffix) == [one.name for one in NOTEBOOKS]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
