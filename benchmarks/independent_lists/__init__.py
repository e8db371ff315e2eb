"""Publication lists drawn at random, with the right reading of each entry, to test parsers of entries with.

Word lists, title patterns, templates and slips belong to this package alone: it shares nothing with the data
that a parser may have been trained on.
"""

from .lists import TEMPLATES, lists
from .records import Entry, EntryList, Gold

__all__ = ["TEMPLATES", "Entry", "EntryList", "Gold", "lists"]
