"""The told layer on disk: one line-delimited JSON file per source, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from scholargraph.errors import GraphError
from scholargraph.model import Judgement, Mention, Relation, Source, Told

Record = TypeVar("Record")

_encode = msgspec.json.Encoder(order="deterministic").encode


class _Header(msgspec.Struct, frozen=True, kw_only=True):
    """First line of a told file: what it is about, and how many records must follow."""

    source: Source
    subject: str
    mentions: int
    relations: int
    notes: tuple[str, ...] = ()


_decode_header = msgspec.json.Decoder(_Header).decode
_decode_mention = msgspec.json.Decoder(Mention).decode
_decode_relation = msgspec.json.Decoder(Relation).decode
_decode_judgement = msgspec.json.Decoder(Judgement).decode


def write_whole(path: Path, data: bytes) -> None:
    """Make ``data`` the content of ``path`` in one step: a full disk or a kill leaves the former file.

    What is the same already is not written again.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if path.is_file() and path.read_bytes() == data:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise GraphError(
            f"cannot be written ({error.strerror}); the former graph stays", str(path)
        ) from error


def sweep(folder: Path) -> None:
    """Delete the unfinished files that a killed build left in a graph folder."""
    for place in (folder, folder / "told", folder / "store"):
        for unfinished in place.glob(".*.new"):
            unfinished.unlink(missing_ok=True)


def told_path(folder: Path, source_id: str) -> Path:
    """Where a graph folder keeps what a source tells."""
    return folder / "told" / f"{source_id}.jsonl"


def told_files(folder: Path) -> list[Path]:
    """All told files of a graph folder, by name."""
    return sorted((folder / "told").glob("*.jsonl"))


def write_told(folder: Path, told: Told) -> None:
    """Write ``told/<source>.jsonl``: the header, then every mention, then every relation, one line each."""
    header = _Header(
        source=told.source,
        subject=told.subject,
        mentions=len(told.mentions),
        relations=len(told.relations),
        notes=told.notes,
    )
    lines = [_encode(header), *map(_encode, told.mentions), *map(_encode, told.relations)]
    write_whole(told_path(folder, told.source.id), b"\n".join(lines) + b"\n")


def read_header(path: Path) -> Source:
    """The source that a told file is about. Raises GraphError where its first line is damaged."""
    with path.open("rb") as file:
        return _parse(_decode_header, file.readline(), path, 1).source


def read_told(path: Path) -> Told:
    """A told file whole. Raises GraphError with the number of the line that is damaged or missing."""
    lines = path.read_bytes().split(b"\n")[:-1]
    header = _parse(_decode_header, lines[0] if lines else b"", path, 1)
    cut = 1 + header.mentions
    mentions = (_parse(_decode_mention, line, path, i) for i, line in enumerate(lines[1:cut], 2))
    relations = (_parse(_decode_relation, line, path, i) for i, line in enumerate(lines[cut:], cut + 1))
    told = Told(
        source=header.source,
        subject=header.subject,
        mentions=tuple(mentions),
        relations=tuple(relations),
        notes=header.notes,
    )
    expected = cut + header.relations
    if len(lines) != expected:
        raise GraphError(f"{len(lines)} lines, but the first promises {expected}", str(path), len(lines))
    return told


def read_judgements(path: Path) -> list[Judgement]:
    """What people decided, in the order of the file; none where there is no file. Raises GraphError."""
    if not path.exists():
        return []
    lines = enumerate(path.read_bytes().split(b"\n"), 1)
    return [_parse(_decode_judgement, line, path, number) for number, line in lines if line.strip()]


def _parse(decode: Callable[[bytes], Record], line: bytes, path: Path, number: int) -> Record:
    try:
        return decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise GraphError(f"damaged record ({error})", str(path), number) from error
