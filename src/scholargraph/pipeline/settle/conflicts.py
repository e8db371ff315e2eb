"""Where sources disagree: kept and listed, never averaged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from scholargraph.model import Claim, Conflict
from scholargraph.pipeline.settle.facts import Book
from scholargraph.pipeline.settle.ground import Said


def disagreement(about: str, name: str, said: Sequence[Said]) -> list[Conflict]:
    """A conflict where two sources give values that cannot both stand; none otherwise.

    A less precise date (``2023``) agrees with a more precise one (``2023-06``).
    """
    by_value: dict[str, set[str]] = defaultdict(set)
    for one in said:
        by_value[one.value].add(one.mention.id)
    sources: dict[str, set[str]] = defaultdict(set)
    for one in said:
        sources[one.value].add(one.source)
    values = sorted(by_value)
    rivals = [
        value
        for value in values
        if any(not _agree(value, other) and sources[value] != sources[other] for other in values)
    ]
    if len(rivals) < 2:
        return []
    words = " / ".join(f"{', '.join(sorted(sources[value]))} says {value}" for value in rivals)
    return [conflict(about, name, {value: by_value[value] for value in rivals}, words)]


def conflict(
    about: str, name: str, claims: dict[str, Iterable[str]] | dict[str, set[str]], why: str
) -> Conflict:
    """A conflict record with its claims in order."""
    return Conflict(
        about=about,
        property=name,
        claims=tuple(Claim(value, tuple(sorted(mentions))) for value, mentions in sorted(claims.items())),
        why=why,
    )


def impossible_figures(book: Book) -> list[Conflict]:
    """Head figures that contradict each other: an h-index of h needs at least h papers (Hirsch 2005)."""
    found = []
    for person in book.of_kind("person"):
        papers = {int(value): said for value, said in person.values("paperCount").items() if value.isdigit()}
        for value, said in person.values("hIndex").items():
            count = max(papers, default=-1)
            if value.isdigit() and 0 <= count < int(value):
                claims = {f"h-index {value}": said, f"{count} papers": papers[count]}
                why = f"an h-index of {value} needs at least {value} papers, but {count} are listed"
                found.append(conflict(person.id, "hIndex", claims, why))
    return found


def _agree(value: str, other: str) -> bool:
    return value.startswith(other) or other.startswith(value) if value[:1].isdigit() else value == other
