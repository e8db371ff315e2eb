"""Text, numbers, dates and addresses as RDF terms, written in N-Triples syntax.

A term is a string (``<https://…>``, ``"text"``, ``"5"^^<…#integer>``), so that a graph of any size can be
written, sorted and hashed without an object per term.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from urllib.parse import quote

from scholargraph import terms

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_MUST_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_LINK = re.compile(r"https?://[^/?#\s]+.*|mailto:.+", re.IGNORECASE)
_REGISTRIES = {"doi": "https://doi.org/", "orcid": "https://orcid.org/", "ror": "https://ror.org/"}
"""Identifiers printed bare (``10.1145/…``) are addresses at their registry."""


def text(value: str) -> str:
    """An ``xsd:string``, escaped so that it stays on one line for every reader."""
    return f'"{_MUST_ESCAPE.sub(_escape, value)}"'


def iri(value: str) -> str:
    """An IRI known to be valid (terms of the ontology, entity addresses)."""
    return f"<{value}>"


def address(base: str, path: str) -> str:
    """The IRI of an entity or mention: its path below the base, odd characters percent-encoded."""
    return f"<{base}{quote(path, safe='/#-._~:')}>"


def typed(value: str, datatype: str) -> str:
    """A literal of an XSD type (compact IRI) in canonical form; what does not fit the type is text."""
    canonical = _CANONICAL[datatype](value) if datatype in _CANONICAL else None
    return text(value) if canonical is None else f'"{canonical}"^^<{terms.expand(datatype)}>'


def of_property(local: str, value: str, kind: str = "") -> str:
    """The value of a property as its datatype asks: an address only where it is a safe one, else text."""
    try:
        datatype = terms.value_type(local, f"{_REGISTRIES.get(local, '')}{value}", kind)
    except KeyError:
        return text(value)
    if terms.datatype(local, kind) == "iri":
        return link(local, value)
    if datatype == "date":
        datatype = terms.value_type(local, value, kind)
    return typed(value, datatype) if datatype.startswith("xsd:") else text(value)


def link(local: str, value: str) -> str:
    """A web or mail address as an IRI; anything else (``javascript:``, spaces, an invalid IRI) as text."""
    full = value if ":" in value else f"{_REGISTRIES.get(local, '')}{value}"
    return iri(full) if _LINK.fullmatch(full) and _is_valid_iri(full) else text(value)


@lru_cache(maxsize=4096)
def _is_valid_iri(value: str) -> bool:
    import pyoxigraph

    try:
        pyoxigraph.NamedNode(value)
    except ValueError:
        return False
    return True


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # half of a pair: no UTF-8 file can hold it
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"


def _integer(value: str) -> str | None:
    return str(int(value)) if re.fullmatch(r"[+-]?[0-9]{1,18}", value) else None


def _decimal(value: str) -> str | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) >= 10**18:
        return None
    digits = f"{number:.12f}".rstrip("0")
    return f"{digits}0" if digits.endswith(".") else digits


def _boolean(value: str) -> str | None:
    return {"true": "true", "1": "true", "false": "false", "0": "false"}.get(value)


def _day(value: str) -> str | None:
    """A date that the calendar knows, in the precision given."""
    filled = f"2000{value[1:]}" if value.startswith("--") else f"{value}-01-01"[:10]
    try:
        date.fromisoformat(filled)
    except ValueError:
        return None
    return value


def _moment(value: str) -> str | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (
        moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z" if moment.tzinfo else moment.isoformat()
    )


_CANONICAL: dict[str, Callable[[str], str | None]] = {
    "xsd:integer": _integer,
    "xsd:decimal": _decimal,
    "xsd:boolean": _boolean,
    "xsd:date": _day,
    "xsd:gYearMonth": _day,
    "xsd:gYear": _day,
    "xsd:gMonthDay": _day,
    "xsd:dateTime": _moment,
}
"""The store rewrites ``007`` and ``1.50``: written in its form from the start, text files and store agree."""
