"""What words say they are: parts of a name, an organisation, a unit of one."""

from __future__ import annotations

import re

from scholargraph.names.known_organizations import department_names
from scholargraph.names.organizations import known_organization, organization_type, split_unit

UNIT_WORD = re.compile(
    r"\b(?:cent(?:er|re)|institut\w*|lab|laborator\w+|program(?:me)?|committee|council|school|"
    r"faculty|department|group|college|academy|"
    r"office|division|unit|museum|library|initiative|project|network|chair|hospital|clinic|trust|agency|"
    r"association|service|bureau|ministry|foundation|observatory)\b",
    re.I,
)


def is_organization(text: str) -> bool:
    """Whether the words are known as, or say they are, an organisation; capitals alone may be an acronym
    of one."""
    text = re.sub(r"^(?:the|The)\s+|,?\s+(?:[A-Z]{2}|USA|UK)$", "", text.strip())
    named = known_organization(text) or organization_type(text) or re.fullmatch(r"[A-Z&]{3,6}", text)
    return bool(named) or any(known_organization(unit) for unit in split_unit(text)[1:])


def is_named(word: str) -> bool:
    """A word of a name: a capital or a capital inside (``eBay``, ``xAI``), or an address
    (``deeplearning.ai``)."""
    return (
        bool(re.match(r"[\"'(]?[A-ZÀ-ÖØ-Ž]|\d+[A-Z]|[a-z]+[A-Z]|\w+\.(?:ai|org|com|io)\b", word))
        or (word[:1].isdigit() and not re.match(r"\d{2,4}\b", word))
        or word in ("&",)
    )


def are_wholes(first: str, second: str) -> bool:
    """Whether both names are of organisations that are no parts of one another."""
    kinds = [
        known.type if (known := known_organization(name)) else organization_type(name)
        for name in (first, second)
    ]
    return not UNIT_WORD.search(first) and all(
        kind in ("university", "company", "nonprofit") for kind in kinds
    )


def is_subject(text: str) -> bool:
    """``PhD in CS``, ``BSc in Symbolic Systems``: what elsewhere names a department or company is the
    subject here."""
    by_shape = organization_type(text) == "company" and not known_organization(text)
    return text in department_names() or by_shape
