"""Bad input, end to end: one clear line each, the other documents go in, the graph on disk stays whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import scholargraph as sg
from cli_kit import Command

GOOD = """# Ilse Brandt

ilse@example.org

## Publications

- [1] **Ilse Brandt**, Max Roth. *Tides under Noise*. Annals of Statistics, 2019.
- [2] Max Roth, **Ilse Brandt**. *Sorting Slow Waves*. Annals of Statistics, 2021.
"""
RECORD = """---
name: Ada Roth
email: ada@example.org
website: https://example.org/ada
bio: |
Ada Roth studies tides.
"""
SKIPPED = "skipped; the other documents go in"


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder ``docs`` with one good document, in a folder to work in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "cv.md").write_text(GOOD, "utf-8")
    return folder


def holds(name: str) -> bool:
    """Whether the graph on disk opens, conforms to its shapes and knows a name."""
    g = sg.open(Path("graph"))
    assert g.check().empty
    return name in g.values("SELECT ?name { ?thing schema:name ?name }")


def refused(command: Command, line: str) -> None:
    """The line is the only complaint, the exit code is 1, and the good document is in the graph."""
    ran = command("build", "docs")
    assert (ran.code, ran.out) == (1, "")
    assert ran.remarks[:-1] == [f"scholargraph: {line}"]
    assert ran.remarks[-1].startswith("1 read, 0 unchanged, 1 not taken; graph holds 2 people, 2 works")
    assert holds("Tides under Noise")


def doubted(command: Command, *lines: str) -> None:
    """The lines are the only remarks, and everything is in."""
    ran = command("build", "docs")
    assert (ran.code, ran.out) == (0, "")
    assert ran.remarks[:-1] == [f"scholargraph: {line}" for line in lines]
    assert holds("Tides under Noise")


def test_empty_file(docs: Path, command: Command) -> None:
    (docs / "empty.txt").touch()
    refused(command, f"docs/empty.txt: the file is empty; {SKIPPED}")


def test_binary_file(docs: Path, command: Command) -> None:
    (docs / "noise.txt").write_bytes(b"Ada Roth\n\x00\x01\x02\x00\xff")
    refused(command, f"docs/noise.txt:2: binary, not text (control characters); {SKIPPED}")


def test_document_in_disguise(docs: Path, command: Command) -> None:
    (docs / "paper.md").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    refused(command, f"docs/paper.md: this is a PDF file, not text; {SKIPPED}")


def test_format_without_reader(docs: Path, command: Command) -> None:
    (docs / "slides.pptx").write_bytes(b"PK\x03\x04")
    refused(command, f"docs/slides.pptx: no reader for .pptx; {SKIPPED}")


def test_wrong_encoding_is_read_and_noted(docs: Path, command: Command) -> None:
    (docs / "home.txt").write_bytes("José Müller\n\nI work on “tides” at Aalto.\n".encode("cp1252"))
    doubted(command, "docs/home.txt:1: not UTF-8; the file is read as Windows-1252")


def test_broken_promise_of_an_encoding(docs: Path, command: Command) -> None:
    (docs / "wide.txt").write_bytes(b"\xff\xfeA\x00d\x00a\x00\n\x00\x00\xd8")
    refused(command, f"docs/wide.txt:2: not the UTF-16 its first bytes promise; {SKIPPED}")


def test_front_matter_that_breaks_off(docs: Path, command: Command) -> None:
    (docs / "ada.md").write_text(RECORD, "utf-8")
    doubted(command, "docs/ada.md:1: the front matter has no closing fence; its fields are read")
    assert holds("Ada Roth")


def test_text_that_tells_nothing(docs: Path, command: Command) -> None:
    (docs / "log.txt").write_text("12:00:01 request 7 handled in 12 ms\n" * 9, "utf-8")
    said = "the page does not say whose it is; its posts, degrees and awards are not told"
    doubted(command, f"docs/log.txt: {said}")


def test_numbering_that_jumps(docs: Path, command: Command) -> None:
    (docs / "cv.md").write_text(GOOD.replace("[2]", "[5]"), "utf-8")
    doubted(command, "docs/cv.md:8: the numbering jumps from 1 to 5")


def test_fifty_megabytes_are_refused_unread(docs: Path, command: Command) -> None:
    with (docs / "log.txt").open("wb") as file:
        file.truncate(50 * 2**20)
    refused(command, f"docs/log.txt: 50 MB, at most 16 MB are read; {SKIPPED}")


def test_missing_path(docs: Path, command: Command) -> None:
    ran = command("build", "docs", "nowhere")
    assert ran.code == 1
    assert ran.remarks[0] == f"scholargraph: nowhere: there is no such file or folder; {SKIPPED}"
    assert holds("Tides under Noise")


def test_folder_without_documents(docs: Path, command: Command) -> None:
    Path("empty").mkdir()
    ran = command("build", "empty")
    assert (ran.code, ran.out) == (1, "")
    assert ran.remarks == [
        "scholargraph: empty: the folder holds no file that can be read",
        "scholargraph: graph: no document could be taken; nothing was built",
    ]
    assert command("build", "docs", "empty").code == 1
    assert holds("Tides under Noise")


def test_path_given_twice_is_read_once(docs: Path, command: Command) -> None:
    ran = command("build", "docs", "docs/cv.md", "./docs/../docs")
    assert ran.code == 0
    assert ran.remarks[-1].startswith("1 read, 0 unchanged; graph holds 2 people, 2 works")


def test_links_in_a_circle(docs: Path, command: Command) -> None:
    (docs / "again").symlink_to(docs, target_is_directory=True)
    (docs / "self.txt").symlink_to(docs / "self.txt")
    refused(command, f"docs/self.txt: a link that leads nowhere; {SKIPPED}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(docs: Path, command: Command) -> None:
    (docs / "secret.txt").write_text("Ada Roth", "utf-8")
    (docs / "secret.txt").chmod(0)
    refused(command, f"docs/secret.txt: cannot be read (Permission denied); {SKIPPED}")


def test_two_files_of_one_name_are_two_sources(docs: Path, command: Command) -> None:
    (docs / "old").mkdir()
    (docs / "old" / "cv.md").write_text(GOOD.replace("Slow Waves", "Fast Waves"), "utf-8")
    assert command("build", "docs").code == 0
    first = sorted(sg.open(Path("graph")).sources["source"])
    assert len(first) == 2
    assert all(name.startswith("cv-") for name in first)
    assert holds("Sorting Slow Waves")
    assert holds("Sorting Fast Waves")
    assert command("build", "docs/old", "docs").remarks[-1].startswith("0 read, 2 unchanged")


def test_a_later_file_of_a_known_name_replaces_nothing(docs: Path, command: Command) -> None:
    assert command("build", "docs").code == 0
    Path("more").mkdir()
    Path("more/cv.md").write_text(GOOD.replace("Slow Waves", "Fast Waves"), "utf-8")
    assert command("build", "more").code == 0
    assert holds("Sorting Slow Waves")
    assert holds("Sorting Fast Waves")


def test_a_folder_around_the_graph_gives_documents_only(docs: Path, command: Command) -> None:
    assert command("build", ".").code == 0
    ran = command("build", ".")
    assert ran.code == 0
    assert ran.remarks == [one for one in ran.remarks if one.startswith("0 read, 1 unchanged; graph holds")]


def test_graph_folder_that_is_a_file(docs: Path, command: Command) -> None:
    ran = command("build", "docs", "--graph", "docs/cv.md")
    assert (ran.code, ran.remarks) == (1, ["scholargraph: docs/cv.md: cannot be written (File exists)"])


def test_names_of_files_cannot_steer_the_terminal(docs: Path, command: Command) -> None:
    (docs / "a\x1b[2Jb\nc.txt").touch()
    refused(command, f"docs/a�[2Jb c.txt: the file is empty; {SKIPPED}")
