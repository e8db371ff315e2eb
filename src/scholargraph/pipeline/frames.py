"""Messages between a build and its workers: length, then bytes, over a pair of pipes."""

from __future__ import annotations

import struct
from typing import IO

from msgspec import Struct

from scholargraph.model import Told

_LENGTH = struct.Struct("<Q")


class Job(Struct, frozen=True):
    """A document to tell."""

    path: str
    source_id: str


class Refusal(Struct, frozen=True):
    """Why a document could not be read, and where."""

    message: str
    source: str
    line: int = 0


class Answer(Struct, frozen=True):
    """What came of a job: one of the two."""

    told: Told | None = None
    refusal: Refusal | None = None


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message. Raises OSError where nobody reads any more."""
    stream.write(_LENGTH.pack(len(message)) + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; None where the other side has ended, also in the middle of a message."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None
