"""One build at a time in a graph folder."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from scholargraph.errors import GraphError

_held: dict[Path, int] = {}
"""Folders this process holds, and how often: a build may open the graph it is building."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for writing; a second process gets a GraphError that names the first."""
    key = folder.resolve()
    if key in _held:
        _held[key] += 1
        try:
            yield
        finally:
            _held[key] -= 1
        return
    descriptor = _acquire(folder)
    _held[key] = 1
    try:
        yield
    finally:
        del _held[key]
        os.close(descriptor)  # closing releases the lock, and so does the end of the process


def _acquire(folder: Path) -> int:
    import fcntl

    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise GraphError(f"cannot be written ({error.strerror})", str(folder)) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.read(descriptor, 32).decode("ascii", "replace").strip() or "unknown"
        os.close(descriptor)
        raise GraphError(
            f"another build (process {holder}) is writing here; try again when it is done", str(folder)
        ) from error
    with contextlib.suppress(OSError):  # the name of the holder is a courtesy: a full disk must not stop here
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
    return descriptor
