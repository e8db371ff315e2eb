"""One document, read and told: a pure function of a file, to be run in any process."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from scholargraph.model import Told


def tell_file(path: str, source_id: str) -> Told:
    """What the document at ``path`` tells; its notes are the doubts of reader and extractor.

    Raises ReadError for a file that cannot be read.
    """
    from scholargraph.extract import extract
    from scholargraph.read import read

    document = read(Path(path), source_id)
    told = extract(document)
    return replace(told, notes=tuple(dict.fromkeys((*document.notes, *told.notes))))
