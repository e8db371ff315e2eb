"""Units with a list in their name: ``School of History, Culture, and Tourism``."""

from __future__ import annotations

import re

from scholargraph.names.known_organizations import known_organization
from scholargraph.names.places import place_kind

UNIT = (
    r"(?:department|dept|school|faculty|college|division|institute|cent(?:er|re)|lab|laborator(?:y|ies)|group"
    r"|team|program)"
)
"""Words for a part of an organisation."""
_LISTED_WORD = (
    r"(?!(?:Universi|Institut|College|School|Depart|Centre|Center|Faculty|Laborator|Inc\b|Ltd\b|LLC\b))"
    r"[A-ZÀ-Ž][\w'’-]*"
)
_LISTED_FIELD = rf"{_LISTED_WORD}(?: (?:of |in |the )?{_LISTED_WORD}){{0,3}}"
_LISTED_FIELDS = rf"{_LISTED_FIELD}(?:, {_LISTED_FIELD}){{1,4}},? (?:and|&) {_LISTED_FIELD}"
_LISTED_UNIT = re.compile(
    rf"(?:(?:[A-Z][\w.'’-]* ){{0,4}}?(?i:{UNIT}|academy|office|museum)s? (?:of|for|in|on) (?:the )?"
    rf"(?P<fields>{_LISTED_FIELDS})"
    rf"|(?P<before>{_LISTED_FIELDS})(?: \([A-Z]\w+\))? (?i:lab|laboratory|group|team|research group)\b)"
)


_LISTED_HEAD = re.compile(
    r"(?:[A-ZÀ-Ž][\w'’-]* (?:of |at )?){1,4}(?=(?:School|Faculty|College|Department) (?:of|for) )"
)
"""The university in front of its school: ``University of X School of Business, Economics and Law``."""


def listed_unit(text: str) -> int:
    """How long the unit with a list in its name is with which a text begins; 0 if it begins with none.

    ``"School of History, Culture, and Tourism, X University"`` → the place of the last comma.
    """
    head = _LISTED_HEAD.match(text)
    match = _LISTED_UNIT.match(text, head.end() if head else 0)
    fields = re.split(r",? (?:and|&) |, ", (match["fields"] or match["before"])) if match else []
    named = any(known_organization(field) or place_kind(field) for field in fields)
    return match.end() if match and not named else 0
