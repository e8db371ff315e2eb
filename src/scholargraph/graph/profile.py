"""A profile of a thing as plain text, by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from scholargraph.graph import things

if TYPE_CHECKING:
    import pandas as pd

    from scholargraph.graph.handles import Entity

Section = tuple[str, Callable[[Any], Iterable[str]]]


def profile(entity: Entity) -> str:
    """Name, kind and address, then what is settled in sections, then the documents."""
    lines = [entity.name, f"{entity.kind} · {entity.path}"]
    others = [name for name in entity.names if name != entity.name]
    sections = [("also named", others)] if others else []
    chosen = _SECTIONS.get(type(entity), (("", _facts),))
    sections += [(title, list(lister(entity))) for title, lister in chosen]
    sections.append(("told by", entity.sources))
    for title, entries in sections:
        lines += _section(title, entries)
    return "\n".join(lines)


def _section(title: str, entries: list[str]) -> list[str]:
    if not entries:
        return []
    if len(entries) == 1 and len(entries[0]) < 80:
        return ["", f"{title}: {entries[0]}" if title else entries[0]]
    return ["", *([title] if title else []), *(f"  {entry}" for entry in entries)]


def _facts(entity: Entity) -> Iterable[str]:
    facts = entity.facts
    return (f"{prop}: {name}" for prop, name in zip(facts["property"], facts["name"], strict=True))


def _names(name: str) -> Callable[[Any], Iterable[str]]:
    return lambda entity: [one.name for one in getattr(entity, name)]


def _texts(name: str) -> Callable[[Any], Iterable[str]]:
    def listed(entity: Any) -> Iterable[str]:
        value = getattr(entity, name)
        return [value] if isinstance(value, str) and value else value or []

    return listed


def _table(name: str, limit: int | None = None) -> Callable[[Any], Iterable[str]]:
    """Rows of a table as ``a, b, c``; columns that hold addresses are left out."""

    def listed(entity: Any) -> Iterable[str]:
        frame: pd.DataFrame = getattr(entity, name)
        rows = frame.drop(columns="person", errors="ignore").head(limit or len(frame))
        return (_row(row) for row in rows.itertuples(index=False))

    return listed


def _row(values: Iterable[Any]) -> str:
    return ", ".join(str(value) for value in values if value is not None and value == value and value != "")


def _papers(entity: Any) -> Iterable[str]:
    works = entity.papers if isinstance(entity, things.Person) else entity.works
    dated = sorted(((one.date, one.name) for one in works), key=lambda pair: pair[1].casefold())
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return [f"{date or 'undated':10}  {name}" for date, name in dated]


_SECTIONS: dict[type, tuple[Section, ...]] = {
    things.Person: (
        ("e-mail", _texts("emails")),
        ("home page", _texts("homepages")),
        ("affiliation", _names("affiliations")),
        ("positions", _table("positions")),
        ("degrees", _table("degrees")),
        ("advisor", _names("advisors")),
        ("mentors", _table("mentors")),
        ("students", _names("students")),
        ("awards", _table("awards")),
        ("topics", _names("topics")),
        ("products", _names("products")),
        ("papers", _papers),
        ("most frequent co-authors", _table("coauthors", 10)),
    ),
    things.Work: (
        ("authors", _names("authors")),
        ("date", _texts("date")),
        ("venue", _texts("venue")),
        ("preliminary version at", _texts("preliminary_venues")),
        ("status", _texts("status")),
        ("topics", _names("topics")),
        ("code", _texts("code")),
        ("cited on home pages as", _texts("citation_keys")),
        ("abstract", _texts("abstract")),
    ),
    things.Organization: (
        ("part of", lambda one: [one.parent.name] if one.parent else []),
        ("parts", _names("units")),
        ("people", _table("people")),
        ("papers", _papers),
    ),
    things.Topic: (("people", _names("people")), ("papers", _papers)),
    things.Venue: (("papers", _papers),),
    things.Product: (
        ("", _facts),
        ("made by", _names("creators")),
        ("introduced in", _names("introduced_in")),
        ("derived from", _names("derived_from")),
    ),
}
