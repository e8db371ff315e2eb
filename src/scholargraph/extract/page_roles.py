"""The parts of home pages by the words of their headings."""

from __future__ import annotations

import re

from scholargraph.extract.page_group import group_kind
from scholargraph.extract.sections import Section, heading_role
from scholargraph.extract.tables import rows
from scholargraph.model import Block
from scholargraph.names.text import words

_LEADER = re.compile(
    r"(?:(?:the|lab|group|research group|team|institute)\s+)?"
    r"(?:principal investigators?|pi|head|director|leader|lab(?:oratory)? head|group leader)"
    r"(?:\s+of\s+(?:the\s+)?(?:lab|laboratory|group|team))?\W*",
    re.I,
)

_MARKET = re.compile(r"\bjob[- ]market papers?\b|\b(?:in press|under review|forthcoming)\b", re.I)

_OF = re.compile(
    r"(?:(?:selected|all|recent)\s+)?(?:publications|papers|writings|books|articles)\s+(?:of|by)\s", re.I
)


def page_role(heading: Block) -> str:
    """The part that a heading begins: a role of CVs, ``group``, ``news``, ``products``, ``quiet``, or ""."""
    table, title = rows("page_headings.tsv"), Section("", heading, ()).title
    if _OF.match(title) or _MARKET.search(title):
        return "publications"
    held, role = set(words(title)), heading_role(heading)
    if role in ("awards", "publications"):
        return role
    if _LEADER.fullmatch(title):
        return "leader"
    if group_kind(title) or (role == "supervision" and not held & table["quiet"]):
        return "group"
    if held & table["news"]:
        return "news"
    if role == "supervision":
        return "quiet"
    if role and role != "other":
        return role
    if role == "other" and held & table["open"]:
        return ""
    named = next((name for name in ("products", "quiet") if len(held) <= 6 and held & table[name]), "")
    return named or ("quiet" if role else "")
