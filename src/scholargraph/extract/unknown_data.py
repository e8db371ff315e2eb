"""Structured data of no known kind (settings, site menus): read, and told as nothing."""

from __future__ import annotations

from scholargraph.extract.telling import Telling
from scholargraph.model import Document, Told

KIND = "other data"


def sniff(document: Document) -> float:
    """How surely nothing here is prose: every block is a field of a format that holds nothing else."""
    held = document.source.media_type.startswith("application/") and bool(document.blocks)
    return 0.4 if held and all(block.kind == "field" for block in document.blocks) else 0.0


def extract(document: Document) -> Told:
    """Nothing but a note."""
    telling = Telling(document, KIND)
    telling.notes.append("line 1: no person, résumé or publication is recognised in these fields")
    return telling.told(KIND)
