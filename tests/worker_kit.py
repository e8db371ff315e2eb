"""What a hostile file may do to the process that reads it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from scholargraph.errors import ReadError
from scholargraph.model import Source, Told


def behave(path: str, source_id: str) -> Told:
    """Do what the file's first word says; tell its words otherwise."""
    word, *_ = Path(path).read_text("utf-8").split()
    if word == "hang":
        time.sleep(600)
    if word == "crash":
        os.abort()
    if word == "err":
        raise ValueError("no such thing")
    if word == "flood":
        bytearray(8 * 2**30)
    if word == "print":
        print("words of a chatty library", flush=True)
    if word == "refuse":
        raise ReadError("not for reading", path, 3)
    source = Source(id=source_id, path=path, media_type="text/plain", sha256="0")
    return Told(source=source, subject=word, mentions=(), relations=())
