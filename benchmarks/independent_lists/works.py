"""Works drawn at random."""

from __future__ import annotations

from random import Random

from .people import draw_person, draw_team
from .records import Person, Venue, Work
from .tables import table, venues
from .titles import draw_title, draw_volume

_KINDS = {
    "ml": "paper paper paper paper article preprint preprint",
    "systems": "paper paper paper article article preprint report thesis",
    "eng": "article article article paper paper thesis report",
    "econ": "article article article report report chapter preprint",
    "math": "article article article preprint preprint chapter book thesis",
    "hist": "article article chapter chapter book edited thesis",
    "law": "article article article chapter book preprint",
    "phil": "article article article chapter book",
    "lit": "article article chapter chapter book",
    "ling": "article article paper chapter thesis edited",
    "edu": "article article article paper chapter report",
    "psych": "article article article article paper chapter preprint",
    "soc": "article article article chapter book report",
    "german": "article chapter chapter chapter book edited thesis",
    "french": "article article chapter chapter book edited thesis",
    "spanish": "article article chapter book thesis",
}
FIELDS = (*_KINDS, "bio", "med", "chem", "phys", "earth")
_VENUE_OF = {
    "paper": "conference",
    "book": "press",
    "edited": "press",
    "chapter": "press",
    "thesis": "school",
}
_STATUS = (
    "forthcoming", "in press", "accepted", "to appear", "under review", "submitted", "in preparation",
    "revise and resubmit", "minor revision",
)  # fmt: skip


def draw_kind(rng: Random, field: str) -> str:
    """A kind of work that the field is used to and has venues for."""
    return rng.choice(
        _KINDS.get(field, "article article article article article preprint chapter thesis").split()
    )


def draw_work(rng: Random, field: str, kind: str, owner: Person | None, unpublished: float) -> Work:
    """A work of the field; ``unpublished`` is the chance that it is not out yet."""
    first = rng.randrange(1, 900)
    status = (
        rng.choice(_STATUS) if kind in ("article", "book", "chapter") and rng.random() < unpublished else ""
    )
    year = (
        rng.randrange(2023, 2026)
        if status
        else rng.choice((rng.randrange(1978, 2026), rng.randrange(2008, 2026)))
    )
    if kind == "preprint":
        year = rng.randrange(2010, 2026)
    if field in ("ml", "systems"):
        year = max(year, rng.randrange(1996, 2020))
    number = f"{max(year, 2008) % 100:02}{rng.randrange(1, 13):02}.{rng.randrange(100, 19999):05}"
    return Work(
        kind=kind,
        field=field,
        people=_makers(rng, field, kind, owner),
        owner=owner,
        title=draw_title(rng, field),
        venue=_venue(rng, kind, field),
        volume_title=draw_volume(rng, field),
        press=rng.choice(venues("press", field)),
        editors=tuple(draw_person(rng, field) for _ in range(rng.choice((1, 2, 2, 3)))),
        year=year,
        volume=rng.randrange(1, 160),
        issue=rng.randrange(1, 13),
        first=first,
        last=first + rng.randrange(2, 38),
        doi=f"10.{rng.randrange(1000, 9999)}/{rng.choice(('s', 'j.', 'acs.'))}{rng.randrange(10**5, 10**7)}",
        number=number if kind == "preprint" else str(rng.randrange(100, 29000)),
        status=status,
    )


def _makers(rng: Random, field: str, kind: str, owner: Person | None) -> tuple[Person, ...]:
    if kind == "report" and owner is None and rng.random() < 0.6:
        return (Person("", rng.choice(table("people")["organization"])),)
    return draw_team(rng, field, owner, most=1 if kind == "thesis" else 40)


def _venue(rng: Random, kind: str, field: str) -> Venue:
    found = venues(_VENUE_OF.get(kind, kind if kind in ("preprint", "report") else "journal"), field)
    return rng.choice(found or venues("journal", field))
