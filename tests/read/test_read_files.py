"""Which files are read, what they are called, and what cannot be taken."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from scholargraph.errors import ReadError
from scholargraph.read import MAX_NOTES, discover, read, source_ids


def put(path: Path, data: bytes = b"Ann Lee works here.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_folders_are_walked_and_what_is_no_document_is_passed_over(tmp_path: Path) -> None:
    for name in (
        "b.md",
        "sub/a.TXT",
        ".hidden.md",
        ".git/x.md",
        "pic.png",
        "~$a.md",
        "a.md~",
        "odd.xyz",
        "Makefile",
    ):
        put(tmp_path / name)
    files, problems = discover([tmp_path])
    assert [file.relative_to(tmp_path).as_posix() for file in files] == ["b.md", "sub/a.TXT"]
    assert [str(problem).removeprefix(f"{tmp_path}/") for problem in problems] == [
        "Makefile: no reader for a file without suffix; skipped; the other documents go in",
        "odd.xyz: no reader for .xyz; skipped; the other documents go in",
    ]


def test_missing_paths_and_empty_folders_are_reported(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    put(empty / "pic.png")
    files, problems = discover([tmp_path / "none", empty, put(tmp_path / "me.jpg")])
    assert files == []
    assert sorted(problem.message.split(";")[0] for problem in problems) == [
        "no reader for .jpg",
        "the folder holds no file that can be read",
        "there is no such file or folder",
    ]


def test_loops_and_repeats_give_each_file_once(tmp_path: Path) -> None:
    file = put(tmp_path / "a" / "x.md")
    os.symlink(tmp_path, tmp_path / "a" / "loop")
    os.symlink(file, tmp_path / "again.md")
    os.symlink(tmp_path / "gone.md", tmp_path / "broken.md")
    for paths in ([tmp_path / "a", file, tmp_path], [tmp_path]):
        files, problems = discover(paths)
        assert files == [tmp_path / "again.md"]
        assert {problem.message.split(";")[0] for problem in problems} == {"a link that leads nowhere"}


def test_ids_are_plain_and_do_not_depend_on_order_or_place(tmp_path: Path) -> None:
    ids = []
    for base in (tmp_path / "one", tmp_path / "two"):
        files = [
            base / name
            for name in ("x/CV.md", "x/cv.txt", "y/cv.md", "Zoë Müller (2).md", "李明.md", "a_b.md", "….md")
        ]
        assert source_ids(files) == source_ids(reversed(files))
        ids.append([source_ids(files)[file] for file in files])
    assert ids[0] == ids[1]
    assert ids[0][3:] == ["zoe-muller-2", "liming", "a_b", "document"]
    assert len(set(ids[0])) == 7
    assert all(name.startswith("cv-") for name in ids[0][:3])


def test_a_document_knows_its_source(tmp_path: Path) -> None:
    document = read(put(tmp_path / "x.md", b"# Ann\r\n\r\nText\r\n"), "x")
    assert (document.source.id, document.source.media_type, document.lines) == (
        "x",
        "text/markdown",
        ("# Ann", "", "Text"),
    )
    assert document.source.sha256 == hashlib.sha256(b"# Ann\r\n\r\nText\r\n").hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("none.md", None, "there is no such file"),
        ("folder.md", b"", "the file is empty"),
        ("x.txt", b"\x00\x01", "binary, not text"),
        ("x.pdf", b"%PDF", "this is no PDF file"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(
    tmp_path: Path, name: str, data: bytes | None, says: str
) -> None:
    if data is not None:
        put(tmp_path / name, data)
    with pytest.raises(ReadError) as caught:
        read(tmp_path / name, "x")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(tmp_path / name) in str(caught.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="this is a folder"):
        read(Path(str(put(tmp_path / "d.md" / "x.md").parent)), "x")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_reported(tmp_path: Path) -> None:
    file = put(tmp_path / "x.md")
    file.chmod(0)
    with pytest.raises(ReadError, match="cannot be read"):
        read(file, "x")


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    file = put(tmp_path / "x.txt")
    os.truncate(file, 50 * 2**20)
    with pytest.raises(ReadError, match="50 MB, at most 16 MB are read"):
        read(file, "x")


def test_notes_are_few(tmp_path: Path) -> None:
    record = "---\n" + 'name: "x\n' * 500 + "---\n"
    notes = read(put(tmp_path / "x.md", record.encode()), "x").notes
    assert len(notes) == MAX_NOTES + 1
    assert notes[-1].endswith("more notes like these")
