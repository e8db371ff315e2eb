"""The command as a process of its own: pipes, encodings, terminals, start-up."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import resource
import struct
import subprocess
import sys
import termios

import pytest

import scholargraph as sg

NAMES = 'SELECT ("José Müller 张三" AS ?name) { }'


def scholargraph(*words: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "scholargraph", *words]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def graph(sample_graph: sg.Graph) -> str:
    return f"--graph={sample_graph.folder}"


@pytest.mark.parametrize("words", ["export", "query SELECT*{?s?p?o}", "ask", "--help"])
def test_a_reader_that_stops_is_no_error(graph: str, words: str) -> None:
    line = [sys.executable, "-m", "scholargraph", *words.split(" ", 1)]
    line += [graph] if words != "--help" else []
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ran = subprocess.run(line, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_full_standard_output_is_said(graph: str) -> None:
    line = [sys.executable, "-m", "scholargraph", "export", graph]
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, check=False)
    said = b"scholargraph: standard output: cannot be written (No space left on device)\n"
    assert (ran.returncode, ran.stderr) == (1, said)


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"}]
)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_pipe_gets_utf_8_whatever_the_locale(graph: str, env: dict[str, str], form: str) -> None:
    ran = scholargraph("query", NAMES, graph, f"--format={form}", env={**os.environ, **env})
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "José Müller 张三" in ran.stdout.decode("utf-8")


def test_errors_print_in_any_locale(graph: str) -> None:
    ran = scholargraph("show", "张三", graph, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"scholargraph: nothing here is named '??'")


def on_terminal(*words: str, columns: int = 100) -> str:
    """What a terminal of some width shows, colours left out."""
    control, screen = pty.openpty()
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    line = [sys.executable, "-m", "scholargraph", *words]
    env = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES", "NO_COLOR")}
    with subprocess.Popen(line, stdout=screen, stderr=screen, env={**env, "TERM": "xterm"}) as running:
        os.close(screen)
        shown = b""
        while True:
            try:
                piece = os.read(control, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(control)
    assert running.returncode == 0
    return re.sub(r"\x1b\[[\d;]*m", "", shown.decode()).replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 100])
@pytest.mark.parametrize("words", ["ask", "conflicts", "find a", "rank", "network mentors"])
def test_tables_fit_the_terminal(graph: str, words: str, columns: int) -> None:
    shown = on_terminal(*words.split(), graph, columns=columns)
    assert shown.strip()
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= columns


def test_long_lines_are_set_in(graph: str) -> None:
    shown = on_terminal("explain", "organization/university-of-washington", graph, columns=70).splitlines()
    assert max(map(len, shown)) <= 70
    assert any(line.startswith("        ") for line in shown)


def test_documents_cannot_steer_the_terminal(graph: str) -> None:
    shown = on_terminal("query", r'SELECT ("a\u001B[2J\u009Bb" AS ?x) { }', graph)
    assert shown.splitlines()[1].rstrip() == "a�[2J�b"


def seconds(*words: str) -> float:
    """Processor time of a run; the second counts, when all is in the cache of the machine."""
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert scholargraph(*words).returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_start_up_is_quick(graph: str) -> None:
    assert seconds("--help") < 0.35
    assert seconds("query", NAMES, graph) < 0.8
