"""The told stage of a build: each document read and told once, and again only when it changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import msgspec

from scholargraph.errors import GraphError, ScholarGraphError
from scholargraph.model import Source
from scholargraph.pipeline.told import read_header, told_files, write_text, write_told

PACKAGE = Path(__file__).resolve().parents[1]
READING_ROOMS = ("read", "extract", "names", "model.py")


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What the told stage did with the documents it was given."""

    read: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@cache
def fingerprint(*rooms: str) -> str:
    """A hash of the code and tables of some rooms: what they made is made again when they change."""
    digest = hashlib.sha256()
    for room in rooms:
        base = PACKAGE / room
        files = sorted(base.rglob("*")) if base.is_dir() else [base]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(PACKAGE)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def take(paths: Iterable[Path], folder: Path, progress: Callable[[str], None]) -> Taken:
    """Read and tell every document under ``paths`` into ``folder/told``; what fails is reported, the rest goes in."""
    from scholargraph.read import discover

    files, problems = discover(paths)
    memory = _Memory(folder)
    read, kept, notes = [], [], []
    lines = [str(problem) for problem in problems]
    for file, source_id in _identified(files, folder).items():
        try:
            sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
            if memory.holds(source_id, sha256):
                kept.append(source_id)
                continue
            progress(file.name)
            notes += _tell(file, source_id, folder)
            memory.learn(source_id, sha256)
            read.append(source_id)
        except OSError as error:
            lines.append(f"{file}: cannot be read ({error.strerror}); skipped, the other documents go in")
        except GraphError:
            raise
        except ScholarGraphError as error:
            lines.append(str(error))
    memory.save()
    return Taken(read=tuple(read), kept=tuple(kept), problems=tuple(lines), notes=tuple(notes))


def _tell(file: Path, source_id: str, folder: Path) -> list[str]:
    from scholargraph.extract import extract
    from scholargraph.read import read

    told = extract(read(file, source_id))
    source = msgspec.structs.replace(told.source, path=_relative(file, folder))
    write_told(folder / "told", msgspec.structs.replace(told, source=source))
    return [f"{file}: {note}" for note in told.notes]


def _relative(file: Path, folder: Path) -> str:
    """The path as seen from the graph folder, so that told files say the same on every machine."""
    return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()


def _identified(files: Iterable[Path], folder: Path) -> dict[Path, str]:
    """Ids of documents: a document known by its path keeps its id; a new one gets none that is taken."""
    from scholargraph.read import source_ids

    known = {header.path: header.id for header in _headers(folder)}
    ids = {file: known.get(_relative(file, folder), "") for file in files}
    taken = set(known.values())
    fresh = source_ids([file for file, source_id in ids.items() if not source_id])
    for file, source_id in fresh.items():
        if source_id in taken:
            source_id += "-" + hashlib.sha256(_relative(file, folder).encode()).hexdigest()[:6]
        ids[file] = source_id
        taken.add(source_id)
    return ids


def _headers(folder: Path) -> list[Source]:
    return [read_header(path) for path in told_files(folder / "told")]


class _Memory:
    """Which bytes each told file was made from, and by which code (kept beside the store, not in version control)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "store" / "read.json"
        self._known = self._load()
        self._code = fingerprint(*READING_ROOMS)

    def holds(self, source_id: str, sha256: str) -> bool:
        told = self._folder / "told" / f"{source_id}.jsonl"
        return self._known.get(source_id) == f"{sha256}:{self._code}" and told.exists()

    def learn(self, source_id: str, sha256: str) -> None:
        self._known[source_id] = f"{sha256}:{self._code}"

    def save(self) -> None:
        write_text(self._path, msgspec.json.encode(self._known, order="sorted"))

    def _load(self) -> dict[str, str]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, str])
        except (OSError, msgspec.DecodeError):
            return {}
