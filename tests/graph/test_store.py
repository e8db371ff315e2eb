"""Published whole or not at all; damage is noticed; the text export brings the store back."""

import errno
import fcntl
import logging
import os
import shutil
from pathlib import Path

import pytest

from scholargraph.errors import GraphError
from scholargraph.graph import Graph, locked, publish, store

Quads = list[tuple[str, str, str, str]]
NAME = "SELECT ?n WHERE { ?p a schema:Person ; schema:name ?n } ORDER BY ?n"


@pytest.fixture
def folder(tmp_path: Path, all_quads: Quads) -> Path:
    publish(tmp_path / "graph", all_quads, {"built_from": "two sources"})
    return tmp_path / "graph"


def names(folder: Path) -> list[str]:
    return Graph.open(folder).values(NAME)


def test_what_is_published_can_be_opened(folder: Path) -> None:
    graph = Graph.open(folder)
    assert graph.values(NAME) == ["Ilse Brandt", "José Müller"]
    assert graph.manifest["built_from"] == "two sources"
    assert graph.manifest["graphs"][""] == graph.rows("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")[0]["n"]


def test_the_unchanged_is_not_written_again(folder: Path, all_quads: Quads) -> None:
    before = sorted(path.stat().st_mtime_ns for path in folder.rglob("*.sst"))
    assert publish(folder, all_quads[::-1])["changed"] is False
    assert sorted(path.stat().st_mtime_ns for path in folder.rglob("*.sst")) == before


def test_only_the_former_generation_is_kept(folder: Path, all_quads: Quads) -> None:
    (folder / "store" / ".new-4711").mkdir()  # left by a build that was killed
    for cut in (10, 9, 8):
        assert publish(folder, all_quads[cut:])["changed"] is True
    kept = sorted(path.name[:7] for path in (folder / "store").glob("g*"))
    assert kept == ["g000003", "g000004"]
    assert not list((folder / "store").glob(".new-*"))


def test_a_full_disk_leaves_the_former_graph(
    folder: Path, all_quads: Quads, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(store, "_replace", full)
    with pytest.raises(GraphError, match=r"No space left on device.*former graph stays"):
        publish(folder, all_quads[5:])
    monkeypatch.undo()
    assert names(folder) == ["Ilse Brandt", "José Müller"]
    assert not list((folder / "store").glob(".new-*"))
    assert not list(folder.glob(".scholargraph*"))


def test_a_lost_store_is_built_again_from_the_export(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = Graph.open(folder).export("nquads")
    shutil.rmtree(folder / "store")
    with caplog.at_level(logging.INFO, "scholargraph.graph"):
        assert Graph.open(folder).export("nquads") == before
    assert "built again from scholargraph.trig" in caplog.text


@pytest.mark.parametrize("what", ["emptied", "cut", "manifest", "current"])
def test_damage_is_noticed_and_mended(folder: Path, what: str) -> None:
    (database,) = folder.glob("store/g*/db")
    damage(what, folder, database)
    assert names(folder) == ["Ilse Brandt", "José Müller"]


@pytest.mark.parametrize("what", ["emptied", "cut", "manifest", "current"])
def test_damage_without_export_is_an_error(folder: Path, what: str) -> None:
    (folder / "scholargraph.trig").unlink()
    (database,) = folder.glob("store/g*/db")
    damage(what, folder, database)
    with pytest.raises(GraphError, match=str(folder)):
        Graph.open(folder)


def damage(what: str, folder: Path, database: Path) -> None:
    if what == "emptied":
        shutil.rmtree(database)
        database.mkdir()
    elif what == "cut":
        for table in database.glob("*.sst"):
            table.write_bytes(table.read_bytes()[:40])
    elif what == "manifest":
        (database.parent / "manifest.json").write_text("{", "utf-8")
    else:
        (folder / "store" / "CURRENT").write_text("../../etc", "utf-8")


def test_a_newer_export_replaces_the_store(folder: Path) -> None:
    export = folder / "scholargraph.trig"
    export.write_text(export.read_text("utf-8").replace('"José Müller"', '"José K. Müller"'), "utf-8")
    assert "José K. Müller" in names(folder)


def test_a_damaged_export_names_itself(folder: Path) -> None:
    shutil.rmtree(folder / "store")
    (folder / "scholargraph.trig").write_text("<a> <b>", "utf-8")
    with pytest.raises(GraphError, match=r"scholargraph.trig.*damaged"):
        Graph.open(folder)


def test_a_folder_without_graph_says_what_to_type(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"holds no graph.*scholargraph build"):
        Graph.open(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_a_second_build_is_told_who_is_building(tmp_path: Path, all_quads: Quads) -> None:
    other = os.open(tmp_path / ".lock", os.O_RDWR | os.O_CREAT)
    os.write(other, b"4711\n")
    fcntl.flock(other, fcntl.LOCK_EX)
    with pytest.raises(GraphError, match="process 4711"):
        publish(tmp_path, all_quads)
    os.close(other)
    publish(tmp_path, all_quads)


def test_a_build_may_open_what_it_builds(tmp_path: Path, all_quads: Quads) -> None:
    with locked(tmp_path):
        publish(tmp_path, all_quads)
        assert len(Graph.open(tmp_path)) == len(all_quads)
