"""What the README shows is what happens: its commands and its Python run and print what it says."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import scholargraph as sg

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CHECKER = doctest.OutputChecker()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> Iterator[tuple[str, str]]:
    """Each ``$ scholargraph …`` of the console blocks with the output shown under it."""
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            while command.count("'") % 2:  # a query in quotes goes on over the lines
                more, _, output = output.partition("\n")
                command = f"{command}\n{more}"
            if command.startswith("scholargraph "):
                yield command, output


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A folder in which the README's commands work: the sample graph lies in ``graph``."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "graph").mkdir()
    (folder / "graph" / "sources").symlink_to(samples)
    sg.build(folder / "graph" / "sources", graph=folder / "graph")
    return folder


@pytest.mark.parametrize(("command", "shown"), list(commands()), ids=lambda text: text[:60])
def test_a_command_prints_what_the_readme_shows(desk: Path, command: str, shown: str) -> None:
    words = [sys.executable, "-m", *shlex.split(command)]
    ran = subprocess.run(words, cwd=desk, capture_output=True, text=True, check=False, encoding="utf-8")
    printed = ran.stdout + ran.stderr
    expected = shown.replace("\n…\n", "\n...\n").replace("…", "...")
    assert CHECKER.check_output(expected.strip(), printed.strip(), OPTIONS), printed


def test_the_readme_shows_commands() -> None:
    assert len(list(commands())) >= 6


def test_python_of_the_readme_runs(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    text = "\n".join(blocks("python"))
    test = doctest.DocTestParser().get_doctest(text, {}, "README.md", "README.md", 0)
    assert test.examples
    report: list[str] = []
    runner = doctest.DocTestRunner(CHECKER, optionflags=OPTIONS)
    runner.run(test, out=report.append)
    assert not runner.failures, "".join(report)


def test_every_verb_has_help_and_stands_in_the_readme() -> None:
    from scholargraph.cli import pictures  # noqa: F401  registers its verbs
    from scholargraph.cli.verbs import app

    for one in app.registered_commands:
        assert one.callback is not None
        assert one.callback.__doc__
        assert f"scholargraph {one.callback.__name__}" in README


def test_links_to_files_of_the_project_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_project_names_no_machine_and_no_workplace() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".ipynb", ".jsonl", ".trig", ""} and path.is_file():
            assert not re.search(r"/(?:work|root|home)/\w", path.read_text("utf-8")), name
