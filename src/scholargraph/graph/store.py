"""The store on disk: published whole by a rename, opened read-only, checked against its manifest.

``store/CURRENT`` names the generation in use; each generation is a folder with the database and a
manifest that counts every graph, because the database opens without complaint when parts of it are lost.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scholargraph import terms
from scholargraph.errors import GraphError
from scholargraph.graph import trig
from scholargraph.graph.lock import locked

if TYPE_CHECKING:
    import pyoxigraph

    from scholargraph.graph.rdf import Quad

TRIG = "scholargraph.trig"
_log = logging.getLogger("scholargraph.graph")
_GENERATION = re.compile(r"g(\d{6})-[0-9a-f]{12}")
_BASE_LINE = re.compile(rb"@base <([^>]+)>")


def publish(
    folder: Path, quads: Iterable[Quad], manifest: Mapping[str, Any] | None = None, base: str = terms.BASE
) -> dict[str, Any]:
    """Write the quads (in any order) as ``scholargraph.trig`` and as a new generation of the store.

    Gives the manifest: ``generation``, ``graphs`` (counts by IRI; the default graph is ``""``), ``sha256`` of
    the content, ``changed``, and what the caller adds. What has not changed is not written again. A failure
    leaves the former generation in use and raises GraphError.
    """
    listed = sorted(set(quads))
    with locked(folder):
        try:
            return _publish(folder, listed, dict(manifest or {}), base)
        except OSError as error:
            raise GraphError(
                f"cannot be written ({error.strerror or error}); the former graph stays", str(folder)
            ) from error


def open_store(folder: Path) -> tuple[pyoxigraph.Store, dict[str, Any]]:
    """The current generation, read-only, and its manifest; made anew from the export where lost or stale.

    Raises GraphError where the folder holds no graph, or a damaged one and no export.
    """
    try:
        return _current(folder)
    except GraphError as problem:
        if not (folder / TRIG).is_file():
            raise
        _log.info("%s; built again from %s", problem, TRIG)
    _rebuild(folder)
    return _current(folder)


def memory_store(quads: Iterable[Quad]) -> pyoxigraph.Store:
    """A store in memory, for graphs that are not (yet) published."""
    import pyoxigraph

    store = pyoxigraph.Store()
    store.load("".join(trig.nquads(quads)).encode(), pyoxigraph.RdfFormat.N_QUADS)
    return store


def current_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of the generation in use; empty where there is none, or none to trust."""
    try:
        return _current(folder)[1]
    except GraphError:
        return {}


def counts(store: pyoxigraph.Store) -> dict[str, int]:
    """How many statements each graph holds; the default graph is ``""``."""
    query = "SELECT ?g (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } GROUP BY ?g"
    found = {row["g"].value if row["g"] else "": int(row["n"].value) for row in store.query(query)}  # type: ignore[union-attr]
    return {graph: number for graph, number in sorted(found.items()) if number}


def _publish(folder: Path, quads: list[Quad], given: dict[str, Any], base: str) -> dict[str, Any]:
    digest, former = _digest(quads), current_manifest(folder)
    if former.get("sha256") == digest and (folder / TRIG).is_file():
        return {**former, "changed": False}
    made = {
        **given,
        "generation": f"g{_last_number(folder) + 1:06d}-{digest[:12]}",
        "base": base,
        "sha256": digest,
        "graphs": dict(sorted(Counter(quad[0][1:-1] for quad in quads).items())),
    }
    fresh = folder / "store" / f".new-{os.getpid()}"
    try:
        _build(fresh, quads, made)
        _replace(folder / TRIG, "".join(trig.trig(quads, base)).encode())
        made["export"] = _stamp(folder / TRIG)
        (fresh / "manifest.json").write_text(json.dumps(made, indent=1, sort_keys=True), "utf-8")
        os.replace(fresh, folder / "store" / made["generation"])
        _replace(folder / "store" / "CURRENT", made["generation"].encode())
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _forget(folder, keep={made["generation"], str(former.get("generation"))})
    return {**made, "changed": True}


def _build(fresh: Path, quads: list[Quad], made: Mapping[str, Any]) -> None:
    """Load one N-Quads file (the fast way in), then count what arrived."""
    import pyoxigraph

    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    lines = fresh / "quads.nq"
    with lines.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(trig.nquads(quads))
    store = pyoxigraph.Store(fresh / "db")
    store.bulk_load(path=lines, format=pyoxigraph.RdfFormat.N_QUADS)
    store.flush()
    arrived = counts(store)
    del store
    lines.unlink()
    if arrived != made["graphs"]:
        raise GraphError(
            "the store did not take all statements; the former graph stays", str(fresh.parent.parent)
        )


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _rebuild(folder: Path) -> None:
    export = folder / TRIG
    data = export.read_bytes()
    found = _BASE_LINE.search(data)
    base = found[1].decode() if found else terms.BASE
    try:
        quads = list(trig.parse(data, base))
    except SyntaxError as error:
        raise GraphError(f"is damaged ({error}); type `scholargraph build`", str(export)) from error
    publish(folder, quads, base=base)


def _current(folder: Path) -> tuple[pyoxigraph.Store, dict[str, Any]]:
    """The generation in use and its manifest; GraphError says why it cannot be used."""
    name = _current_name(folder)
    if not name:
        message = "holds no graph; `scholargraph build FILES --graph` and this folder makes one"
        raise GraphError(message, str(folder))
    try:
        manifest = _manifest(folder / "store" / name)
        store = _read_only(folder / "store" / name / "db")
    except (OSError, ValueError) as error:
        raise GraphError(f"the store is damaged ({error})", str(folder)) from error
    if _is_stale(folder / TRIG, manifest.get("export", {})):
        raise GraphError(f"{TRIG} is another than the store was built with", str(folder))
    if counts(store) != manifest.get("graphs"):
        raise GraphError("the store has lost statements; `scholargraph build` makes it anew", str(folder))
    return store, manifest


def _is_stale(export: Path, stamp: Mapping[str, Any]) -> bool:
    """Whether the export differs from the one published with the store (size and time looked at first)."""
    if not export.is_file():
        return False
    now = export.stat()
    if (now.st_size, now.st_mtime_ns) == (stamp.get("size"), stamp.get("mtime_ns")):
        return False
    return hashlib.sha256(export.read_bytes()).hexdigest() != stamp.get("sha256")


def _stamp(export: Path) -> dict[str, Any]:
    now = export.stat()
    digest = hashlib.sha256(export.read_bytes()).hexdigest()
    return {"size": now.st_size, "mtime_ns": now.st_mtime_ns, "sha256": digest}


def _read_only(database: Path) -> pyoxigraph.Store:
    import pyoxigraph

    if not database.is_dir():
        raise FileNotFoundError(f"{database.name} is missing")
    try:
        return pyoxigraph.Store.read_only(str(database))
    except RuntimeError as error:  # how the database reports corruption
        raise OSError(str(error).partition("  ")[0]) from error


def _manifest(generation: Path) -> dict[str, Any]:
    found = json.loads((generation / "manifest.json").read_text("utf-8"))
    if not isinstance(found, dict):
        raise ValueError("its manifest is no JSON object")
    return found


def _current_name(folder: Path) -> str:
    try:
        name = (folder / "store" / "CURRENT").read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return name if _GENERATION.fullmatch(name) else ""


def _last_number(folder: Path) -> int:
    numbers = (_GENERATION.fullmatch(path.name) for path in _generations(folder))
    return max((int(found[1]) for found in numbers if found), default=0)


def _digest(quads: Iterable[Quad]) -> str:
    found = hashlib.sha256()
    for line in trig.nquads(quads):
        found.update(line.encode())
    return found.hexdigest()


def _forget(folder: Path, keep: set[str]) -> None:
    """Delete what killed builds left, and generations before the former one (readers may have that open)."""
    old = (path for path in _generations(folder) if path.name not in keep)
    for path in (*old, *(folder / "store").glob(".new-*")):
        shutil.rmtree(path, ignore_errors=True)


def _generations(folder: Path) -> Iterator[Path]:
    yield from (
        path for path in (folder / "store").glob("g*") if path.is_dir() and _GENERATION.fullmatch(path.name)
    )
