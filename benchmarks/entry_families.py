"""Families of entry templates that training never draws: orders, separators and numberings of their own.

Separators that occur in no training family: an em dash, a slash, a double colon, a tilde, an arrow, a
middle dot.
"""

from __future__ import annotations

from pathlib import Path

from tools.entry_model.families import read_families, read_tails

HELD_OUT = read_families(Path(__file__).parent / "entry_families.tsv")
TAILS = read_tails(Path(__file__).parent / "entry_tails.tsv")
"""Tails of the held-out families, by kind of work."""
