"""The told stage of a build: each document read and told once, and again only when it changed."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

import msgspec

from scholargraph.errors import GraphError, ReadError
from scholargraph.model import Source, Told
from scholargraph.pipeline.told import (
    read_header,
    read_told,
    told_files,
    told_path,
    write_told,
    write_whole,
)

PACKAGE = Path(__file__).resolve().parents[1]
READING_ROOMS = ("read", "extract", "names", "model.py")
OWN = ("told", "store", "pages", "scholargraph.trig", "judgements.jsonl")
"""What a graph folder holds besides documents."""

_AT_LINE = re.compile(r"line (\d+): (?=\S)")


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
        found = (file for file in base.rglob("*") if file.is_file()) if base.is_dir() else (base,)
        for file in sorted(file for file in found if "__pycache__" not in file.parts):
            digest.update(str(file.relative_to(PACKAGE)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def take(paths: Iterable[Path], folder: Path, progress: Callable[[str], None]) -> Taken:
    """Read and tell every document under ``paths`` into the graph folder; what fails is reported, the rest
    goes in. Raises GraphError where the folder cannot be written.
    """
    from scholargraph.read import discover

    files, problems = discover(paths)
    lines = [str(one) for one in problems if not _is_own(Path(one.source), folder)]
    ids = _identified([file for file in files if not _is_own(file, folder)], folder)
    memory = _Memory(folder)
    kept = [source_id for file, source_id in ids.items() if memory.holds(source_id, file)]
    fresh = {file: source_id for file, source_id in ids.items() if source_id not in set(kept)}
    read, notes = [], []
    for (file, source_id), outcome in zip(fresh.items(), _outcomes(fresh, progress), strict=True):
        if isinstance(outcome, ReadError):
            lines.append(str(outcome))
            continue
        notes += [*_damage(told_path(folder, source_id)), *_write(outcome, file, folder)]
        memory.learn(source_id)
        read.append(source_id)
    memory.save()
    return Taken(read=tuple(read), kept=tuple(kept), problems=tuple(lines), notes=tuple(notes))


def _outcomes(files: Mapping[Path, str], progress: Callable[[str], None]) -> Iterator[Told | ReadError]:
    """What each file tells, or why it was refused, in order; ``progress`` hears the names."""
    from scholargraph.pipeline.frames import Job
    from scholargraph.pipeline.workers import tell_all

    jobs = [Job(str(file), source_id) for file, source_id in files.items()]
    with closing(tell_all(jobs)) as outcomes:
        for file in files:
            progress(file.name)
            yield next(outcomes)


def _write(told: Told, file: Path, folder: Path) -> list[str]:
    """Write what a document tells; gives the doubts of its reader and extractor."""
    source = msgspec.structs.replace(told.source, path=_relative(file, folder))
    write_told(folder, msgspec.structs.replace(told, source=source))
    return [_placed(file, note) for note in told.notes]


def _placed(file: Path, note: str) -> str:
    """A note in the form of all messages: ``file:line: what``."""
    found = _AT_LINE.match(note)
    return f"{file}:{found[1]}: {note[found.end() :]}" if found else f"{file}: {note}"


def _damage(told: Path) -> list[str]:
    """What is wrong with a told file that is there but damaged."""
    try:
        if told.exists():
            read_told(told)
    except GraphError as error:
        return [f"{error}; its document is read again"]
    return []


def _is_own(path: Path, folder: Path) -> bool:
    """Whether a path is a part of the graph itself, met because a folder around it was given."""
    real, home = _real(path), _real(folder)
    return any(real.is_relative_to(home / own) for own in OWN)


def _relative(file: Path, folder: Path) -> str:
    """The path as seen from the graph folder, so that told files say the same on every machine."""
    return Path(os.path.relpath(_real(file), _real(folder))).as_posix()


def _real(path: Path) -> Path:
    """The path without links; unlike ``Path.resolve``, links in a circle are no error."""
    return Path(os.path.realpath(path))


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
    """The sources of all told files that still say whose they are."""
    found = []
    for path in told_files(folder):
        try:
            found.append(read_header(path))
        except GraphError:
            continue  # reported, or made anew, where the whole file is read
    return found


class _Memory:
    """Which bytes each told file was made from, by which code, and what came of it.

    Kept beside the store and not in version control: without it, documents are read again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "store" / "read.json"
        self._known = self._load()

    def holds(self, source_id: str, file: Path) -> bool:
        """Whether the document has been told as it is now, and the told file is as it was written."""
        known = self._known.get(source_id, "")
        try:
            return known != "" and known == self._state(source_id, _sha256(file))
        except OSError:
            return False  # its reader says what is wrong

    def learn(self, source_id: str) -> None:
        """Remember a document that was told just now."""
        sha256 = read_header(told_path(self._folder, source_id)).sha256
        self._known[source_id] = self._state(source_id, sha256)

    def save(self) -> None:
        write_whole(self._path, msgspec.json.encode(self._known, order="sorted"))

    def _state(self, source_id: str, sha256: str) -> str:
        told = told_path(self._folder, source_id)
        return f"{sha256}:{fingerprint(*READING_ROOMS)}:{_sha256(told) if told.is_file() else ''}"

    def _load(self) -> dict[str, str]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, str])
        except (OSError, msgspec.DecodeError):
            return {}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
