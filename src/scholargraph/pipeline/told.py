"""The told layer on disk: one line-delimited JSON file per source, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
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


def write_text(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data`` in one step, so that a full disk or a kill leaves the former file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise GraphError(f"cannot be written ({error.strerror}); the former file stays", str(path)) from error


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
    write_text(folder / f"{told.source.id}.jsonl", b"\n".join(lines) + b"\n")


def read_header(path: Path) -> Source:
    """The source a told file is about; GraphError where its first line is missing or damaged."""
    with path.open("rb") as file:
        return _parse(_decode_header, file.readline(), path, 1).source


def read_told(path: Path) -> Told:
    """Read a told file whole; a damaged or missing line raises GraphError with its number."""
    lines = path.read_bytes().splitlines()
    header = _parse(_decode_header, lines[0] if lines else b"", path, 1)
    if len(lines) != 1 + header.mentions + header.relations:
        raise GraphError("lines are missing or too many; build the source again", str(path), len(lines))
    cut = 1 + header.mentions
    return Told(
        source=header.source,
        subject=header.subject,
        mentions=tuple(_parse(_decode_mention, line, path, i) for i, line in enumerate(lines[1:cut], 2)),
        relations=tuple(
            _parse(_decode_relation, line, path, i) for i, line in enumerate(lines[cut:], cut + 1)
        ),
        notes=header.notes,
    )


def read_judgements(path: Path) -> list[Judgement]:
    """What people decided, in the order of the file; none where the file does not exist."""
    if not path.exists():
        return []
    lines = enumerate(path.read_bytes().splitlines(), 1)
    return [_parse(_decode_judgement, line, path, number) for number, line in lines if line.strip()]


def told_files(folder: Path) -> Iterable[Path]:
    """All told files below ``folder``, by name."""
    return sorted(folder.glob("*.jsonl"))


def _parse(decode: Callable[[bytes], Record], line: bytes, path: Path, number: int) -> Record:
    try:
        return decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise GraphError(f"damaged record ({error}); build the source again", str(path), number) from error
