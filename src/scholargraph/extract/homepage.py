"""Personal homepages."""

from scholargraph.extract.telling import Telling
from scholargraph.model import Document, Told


def sniff(document: Document) -> float:
    """x"""
    return 0.3


def extract(document: Document) -> Told:
    """x"""
    return Telling(document, "homepage").told("homepage")
