"""Personal person records."""

from scholargraph.extract.telling import Telling
from scholargraph.model import Document, Told


def sniff(document: Document) -> float:
    """x"""
    return 0.0


def extract(document: Document) -> Told:
    """x"""
    return Telling(document, "person record").told("person record")
