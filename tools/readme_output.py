"""Run what the README shows and put in what it prints now: ``python tools/readme_output.py``.

A console output that is cut by a line ``…`` keeps as many lines before and after it as it had.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import scholargraph as sg

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
CUT = "…"
_CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```)", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"(?<=^```python\n)(.*?)(?=^```)", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(
    r"^\$ (?P<command>[^'\n]*(?:'[^']*'[^'\n]*)*)\n(?P<shown>(?:(?!^\$ ).*\n)*)", re.MULTILINE
)


def desk(folder: Path) -> None:
    """Make the sample graph in a folder, where the commands of the README run."""
    (folder / "graph").mkdir()
    (folder / "graph" / "sources").symlink_to(ROOT / "graph" / "sources")
    sg.build(folder / "graph" / "sources", graph=folder / "graph")
    os.chdir(folder)


def command(found: re.Match[str]) -> str:
    """A command with what it prints, cut as it was."""
    if not found["command"].startswith("scholargraph "):
        return found[0]
    words = [sys.executable, "-m", *shlex.split(found["command"])]
    ran = subprocess.run(words, capture_output=True, text=True, check=False, encoding="utf-8")
    lines = [line.rstrip() for line in (ran.stdout + ran.stderr).strip().split("\n")]
    shown = found["shown"].rstrip("\n").split("\n")
    if CUT in shown:
        head, tail = shown.index(CUT), len(shown) - shown.index(CUT) - 1
        lines = [*lines[:head], CUT, *lines[len(lines) - tail :]]
    return f"$ {found['command']}\n" + "\n".join(lines) + "\n"


def python(text: str) -> str:
    """Statements with what they print."""
    made, names = [], dict[str, object]()
    for part in doctest.DocTestParser().parse(text):
        if isinstance(part, str):
            made.append(part)
            continue
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(part.source, "README.md", "single"), names)
        first, *more = part.source.rstrip("\n").split("\n")
        made += [f">>> {first}\n", *(f"... {line}\n" for line in more), said.getvalue()]
    return "".join(made)


def main() -> None:
    """Rewrite the README."""
    text = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        desk(Path(folder))
        text = _CONSOLE.sub(lambda block: _COMMAND.sub(command, block[0]), text)
        text = _PYTHON.sub(lambda block: python(block[0]), text)
        os.chdir(ROOT)
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
