"""Collects what one document tells: gives mentions their ids, quotes and referents."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping

import msgspec

from scholargraph.model import Block, Document, Mention, Relation, Span, Told, Values

GivenValues = Mapping[str, str | Iterable[str]]


def cite(block: Block, start: int = 0, end: int | None = None) -> Span:
    """The verbatim words behind ``block.text[start:end]`` and the lines they stand on."""
    end = len(block.text) if end is None else end
    first, last = (start, end) if block.origin is None else _places(block.text, block.origin, start, end)
    quote = block.raw[first:last]
    lead = len(quote) - len(quote.lstrip())
    quote = quote.strip()
    line = block.start_line + block.raw.count("\n", 0, first + lead)
    return Span(line, line + quote.count("\n"), quote)


def _places(text: str, origin: tuple[int, ...], start: int, end: int) -> tuple[int, int]:
    """Where words begin and end in raw; a part of what one macro stands for is quoted as the whole."""
    first, last = origin[start], origin[end]
    if start < end and last == origin[end - 1] and not text[end - 1].isspace():
        last = origin[min(bisect_right(origin, last, end), len(origin) - 1)]
    return first, last


def cite_lines(document: Document, first: Block, last: Block) -> Span:
    """The whole lines from one block to another, verbatim."""
    lines = document.lines[first.start_line - 1 : last.end_line]
    return Span(first.start_line, last.end_line, "\n".join(lines).rstrip())


class Telling:
    """Gathers the mentions and relations of one document.

    ``tell`` adds a passage about a thing and gives back its referent (the first passage's id);
    ``relate`` adds a relation between referents, told by a passage.
    """

    def __init__(self, document: Document, method: str) -> None:
        self.document, self.method = document, method
        self.subject = ""
        self.notes: list[str] = []
        self.known: dict[tuple[str, ...], str] = {}
        """Referents of things told before, by what finds them again: ``("person", "ilse brandt")``."""
        self._mentions: list[Mention] = []
        self._relations: list[Relation] = []
        self._seen: dict[str, int] = {}

    def tell(
        self, kind: str, span: Span, name: str = "", *, values: GivenValues | None = None, **more: object
    ) -> str:
        """Add a passage; ``more``: ``referent`` (an earlier one), ``printed``, ``confidence``, ``method``.

        Returns the referent, which is the new mention's own id for a thing not told before.
        """
        mention = self._mention(kind, span, name, values, more)
        self._mentions.append(mention)
        return mention.referent

    def evidence(self, kind: str, span: Span, **more: object) -> str:
        """Add a passage that only bears a relation of ``kind`` (a line with a position); gives its id."""
        mention = self._mention(kind, span, "", None, more)
        self._mentions.append(mention)
        return mention.id

    def relate(
        self,
        kind: str,
        mention: str,
        roles: Mapping[str, str | Iterable[str]],
        values: GivenValues | None = None,
    ) -> str:
        """Add a relation told by ``mention``; empty roles and values are left out. Gives its id."""
        number = self._count(f"{kind}|{mention}|{sorted(roles.items(), key=str)}")
        relation = Relation(
            id=self._id("r", f"{kind}|{mention}|{sorted(roles.items(), key=str)}|{number}"),
            kind=kind,
            roles=_tuples(roles),
            mention=mention,
            values=_tuples(values or {}),
        )
        self._relations.append(relation)
        return relation.id

    @property
    def last(self) -> str:
        """The id of the passage added last (``tell`` gives the referent, which may be an earlier one)."""
        return self._mentions[-1].id

    @property
    def size(self) -> int:
        """How many relations are told so far."""
        return len(self._relations)

    def date_since(self, size: int, dates: Mapping[str, tuple[str, str]], span: Span) -> None:
        """Give the relations told since (see :attr:`size`) that have no date that of their item.

        ``dates`` maps a kind of relation to the value that dates it and the date; ``span`` is the item.
        """
        for place, relation in enumerate(self._relations[size:], start=size):
            name, date = dates.get(relation.kind, ("", ""))
            if not name or {"year", "startDate", "endDate"} & relation.values.keys():
                continue
            values = {**relation.values, name: (date,)}
            passage = self.evidence(relation.kind, span, confidence=self._of(relation.mention).confidence)
            self._relations[place] = msgspec.structs.replace(relation, values=values, mention=passage)

    def told(self, source_kind: str) -> Told:
        """All that was gathered, the source marked with the kind of document it was."""
        return Told(
            source=msgspec.structs.replace(self.document.source, kind=source_kind),
            subject=self.subject,
            mentions=tuple(self._mentions),
            relations=tuple(self._relations),
            notes=tuple(self.notes),
        )

    def _mention(
        self, kind: str, span: Span, name: str, values: GivenValues | None, more: Mapping[str, object]
    ) -> Mention:
        key = f"{kind}|{name}|{span.quote}"
        mention_id = self._id("m", f"{key}|{self._count(key)}")
        page = bisect_right(self.document.pages, span.start_line)
        printed = str(more.get("printed", ""))
        return Mention(
            id=mention_id,
            kind=kind,
            referent=str(more.get("referent") or mention_id),
            span=msgspec.structs.replace(span, page=page) if page else span,
            method=str(more.get("method") or self.method),
            confidence=float(str(more.get("confidence", 0.95))),
            name=name,
            printed="" if printed == name else printed,
            values=_tuples(values or {}),
        )

    def _of(self, mention: str) -> Mention:
        return next(told for told in reversed(self._mentions) if told.id == mention)

    def _count(self, key: str) -> int:
        self._seen[key] = self._seen.get(key, 0) + 1
        return self._seen[key]

    def _id(self, prefix: str, key: str) -> str:
        return f"{self.document.source.id}#{prefix}{hashlib.sha256(key.encode()).hexdigest()[:10]}"


def _tuples(given: GivenValues) -> Values:
    pairs = ((key, (value,) if isinstance(value, str) else tuple(value)) for key, value in given.items())
    return {key: tuple(v for v in values if v) for key, values in pairs if any(values)}
