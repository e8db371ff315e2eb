"""HTML pages → blocks with exact places in the source: visible words, and statements for machines."""

from __future__ import annotations

from scholargraph.read.html.page import blocks, looks_like_page

__all__ = ["blocks", "looks_like_page"]
