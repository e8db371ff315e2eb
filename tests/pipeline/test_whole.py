"""Whatever happens to a build or to its folder, the graph on disk is the former one or the new one."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import scholargraph as sg
from cli_kit import Command
from scholargraph.errors import GraphError

GOOD = """# Ilse Brandt

ilse@example.org

## Publications

- [1] **Ilse Brandt**, Max Roth. *Tides under Noise*. Annals of Statistics, 2019.
"""
MORE = GOOD + "- [2] Max Roth, **Ilse Brandt**. *Sorting Slow Waves*. Annals of Statistics, 2021.\n"
TITLES = "SELECT ?title { ?work a schema:ScholarlyArticle ; schema:name ?title } ORDER BY ?title"
OLD, NEW = ["Tides under Noise"], ["Sorting Slow Waves", "Tides under Noise"]
GRAPH = Path("graph")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built document, and then a change to it that the graph does not know yet."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "cv.md").write_text(GOOD, "utf-8")
    sg.build(folder, GRAPH)
    (folder / "cv.md").write_text(MORE, "utf-8")
    return folder


def titles() -> list[str]:
    """The papers of the graph on disk, which conforms to its shapes."""
    g = sg.open(GRAPH)
    assert g.check().empty
    return g.values(TITLES)


def test_second_build_at_the_same_time_waits_for_nobody(docs: Path, command: Command) -> None:
    code = (
        "import sys; from pathlib import Path; from scholargraph.graph import locked\n"
        "with locked(Path('graph')): print('held', flush=True); sys.stdin.read()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code], text=True, **pipes) as other:  # type: ignore[call-overload]
        assert other.stdout.readline() == "held\n"
        ran = command("build", "docs")
        line = f"graph: another build (process {other.pid}) is writing here; try again when it is done"
        assert (ran.code, ran.out, ran.remarks) == (1, "", [f"scholargraph: {line}"])
        assert titles() == OLD
        other.stdin.close()
    assert command("build", "docs").code == 0
    assert titles() == NEW


class FullDisk:
    """From the n-th write on, no write succeeds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
        self.left = after
        self._fsync, self._replace = os.fsync, os.replace
        monkeypatch.setattr(os, "fsync", self.fsync)
        monkeypatch.setattr(os, "replace", self.replace)

    def fsync(self, descriptor: int) -> None:
        self._write()
        self._fsync(descriptor)

    def replace(self, old: Path, new: Path) -> None:
        self._write()
        self._replace(old, new)

    def _write(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("after", range(12))
def test_full_disk_leaves_the_former_graph_or_the_new(
    docs: Path, command: Command, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    with monkeypatch.context() as full:
        disk = FullDisk(full, after)
        ran = command("build", "docs")
    if disk.left >= 0:
        assert ran.code == 0
        assert titles() == NEW
        return
    assert ran.code == 1
    assert len(ran.remarks) == 1
    assert ran.remarks[0].endswith("cannot be written (No space left on device); the former graph stays")
    assert titles() in (OLD, NEW)
    assert command("build", "docs").code == 0
    assert titles() == NEW
    assert not unfinished()


def unfinished() -> list[Path]:
    return [path for path in GRAPH.rglob(".*") if path.name != ".lock"]


@pytest.fixture(params=["8k", "64k", "256k"])
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A file system too small for a graph."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={request.param}", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_real_full_disk(docs: Path, small_disk: Path, command: Command) -> None:
    ran = command("build", "docs", "--graph", small_disk / "graph")
    assert ran.code == 1
    (line,) = ran.remarks
    assert "No space left on device" in line
    assert command("check", "--graph", small_disk / "graph").code == 1


KILLED = """
import os, signal, sys
import scholargraph as sg
from scholargraph.graph import store, trig

def die(*_): os.kill(os.getpid(), signal.SIGKILL)
moment = sys.argv[1]
if moment == "export": trig.trig = die
elif moment == "publish": store._forget = lambda *_, **__: die()
elif moment == "load": store.counts = die
sg.build("docs", "graph", progress=lambda stage: die() if stage == moment else None)
"""


@pytest.mark.parametrize("moment", ["cv.md", "who is who", "networks and topics", "export", "publish"])
def test_killed_build_leaves_the_former_graph_or_the_new(docs: Path, moment: str) -> None:
    ran = subprocess.run([sys.executable, "-c", KILLED, moment], capture_output=True, check=False)
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    assert titles() == (NEW if moment == "publish" else OLD)
    sg.build(docs, GRAPH)
    assert titles() == NEW
    assert not unfinished()
    clean = sg.build(docs, "clean")
    assert clean.export() == (GRAPH / "scholargraph.trig").read_text("utf-8")


def test_killed_first_build_leaves_no_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    Path("docs/cv.md").write_text(MORE, "utf-8")
    subprocess.run([sys.executable, "-c", KILLED, "load"], check=False)
    with pytest.raises(GraphError, match="holds no graph"):
        sg.open(GRAPH)
    sg.build("docs", GRAPH)
    assert titles() == NEW


def test_damaged_told_file_is_made_again_from_its_document(docs: Path, command: Command) -> None:
    assert command("build", "docs").code == 0
    sound = told().read_bytes()
    for number in (1, 3):
        spoil(told(), number)
        ran = command("build", "docs")
        assert ran.code == 0
        assert ran.remarks[0].startswith(f"scholargraph: graph/told/cv.jsonl:{number}: damaged record (")
        assert ran.remarks[0].endswith("; its document is read again")
        assert told().read_bytes() == sound


def test_damaged_told_file_without_its_document(docs: Path, command: Command) -> None:
    Path("other.md").write_text("# Max Roth\n\nmax@example.org\n", "utf-8")
    spoil(told(), 4)
    ran = command("build", "other.md")
    assert ran.code == 1
    (line,) = ran.remarks
    assert line.startswith("scholargraph: graph/told/cv.jsonl:4: damaged record (")
    assert line.endswith("; the former graph stays; give its document to `scholargraph build` again")
    assert titles() == OLD


def test_told_file_that_breaks_off(docs: Path, command: Command) -> None:
    whole = told().read_bytes().splitlines(keepends=True)
    told().write_bytes(b"".join(whole[:-2]))
    Path("other.md").write_text("# Max Roth\n\nmax@example.org\n", "utf-8")
    (line,) = command("build", "other.md").remarks
    promised = f"{len(whole) - 2} lines, but the first promises {len(whole)}"
    assert f"graph/told/cv.jsonl:{len(whole) - 2}: {promised}; the former graph stays" in line


def test_damaged_judgement(docs: Path, command: Command) -> None:
    Path("graph/judgements.jsonl").write_text('\n{"left": "a", "right"\n', "utf-8")
    ran = command("build", "docs")
    assert ran.code == 1
    (line,) = ran.remarks
    assert line.startswith("scholargraph: graph/judgements.jsonl:2: damaged record (")
    assert line.endswith("; the former graph stays; mend or delete the line")
    assert titles() == OLD


def told() -> Path:
    return GRAPH / "told" / "cv.jsonl"


def spoil(path: Path, number: int) -> None:
    lines = path.read_bytes().split(b"\n")
    lines[number - 1] = lines[number - 1][:20]
    path.write_bytes(b"\n".join(lines))


def test_store_that_is_gone_is_made_again(docs: Path, command: Command) -> None:
    shutil.rmtree(GRAPH / "store")
    assert titles() == OLD
    shutil.rmtree(GRAPH / "store")
    assert command("build", "docs").code == 0
    assert titles() == NEW


@pytest.mark.parametrize("keep", [0.0, 0.5])
def test_store_that_is_cut_is_made_again(docs: Path, command: Command, keep: float) -> None:
    for path in (GRAPH / "store").rglob("*.sst"):
        os.truncate(path, int(path.stat().st_size * keep))
    assert titles() == OLD
    assert command("build", "docs").code == 0
    assert titles() == NEW


def test_damaged_store_is_mended_by_a_build_with_nothing_new(docs: Path, command: Command) -> None:
    assert command("build", "docs").code == 0
    (GRAPH / "store" / "CURRENT").write_text("nonsense", "utf-8")
    (GRAPH / "scholargraph.trig").unlink()
    assert command("build", "docs").code == 0
    assert titles() == NEW


def test_nothing_is_left_to_open(docs: Path, command: Command) -> None:
    shutil.rmtree(GRAPH)
    ran = command("show", "Ilse Brandt")
    assert ran.code == 1
    assert len(ran.remarks) == 1
    assert ran.remarks[0].startswith("scholargraph: graph: holds no graph; ")
