"""Facts in one form, whether a reader noted them or the graph holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct

from scholargraph.model import Span
from scoring.gold import Gold, Named, Paper, Year

Alternatives = tuple[str, ...]
"""Ways to say one thing; one of them must agree. An empty one means that it may also be left out."""
Value = Alternatives | tuple[Alternatives, ...]
"""A single value, or a list of values (authors, advisors)."""

SUBJECT_PARTS = ("person", "holder", "recipient")


class Fact(Struct, frozen=True, kw_only=True):
    """One fact: its kind and its parts by name (``role``, ``start``); parts that are not said are absent."""

    kind: str
    parts: Mapping[str, Value]
    optional: bool = False
    """Right where the other side has it too, otherwise passed over."""
    confidence: float = 0.0
    span: Span | None = None

    def __str__(self) -> str:
        said = {name: value for name, value in self.parts.items() if name not in SUBJECT_PARTS}
        return " · ".join(
            f"{name} {shown(value)}" if i else shown(value)
            for i, (name, value) in enumerate((said or self.parts).items())
        )


def shown(value: Value) -> str:
    """A value as people read it."""
    pieces = [piece if isinstance(piece, str) else shown(piece) for piece in value]
    is_list = bool(value) and not isinstance(value[0], str)
    return ("; " if is_list else " | ").join(pieces) or "none"


def gold_facts(gold: Gold) -> list[Fact]:
    """All facts of the gold; the lists of a paper's authors and its whole entry are facts of their own."""
    return [*_plain_facts(gold), *(fact for paper in gold.papers for fact in _paper_facts(paper))]


def _plain_facts(gold: Gold) -> Iterator[Fact]:
    for kind in ("people", "organizations"):
        for one in getattr(gold, kind):
            named = one if isinstance(one, Named) else Named(name=one)
            yield _fact(kind, named, name=named.name)
    for kind in ("emails", "homepages"):
        for one in getattr(gold, kind):
            yield _fact(kind, one, person=one.person, value=one.value)
    for post in gold.positions:
        when = {"start": post.start, "end": post.end, "status": post.status}
        yield _fact(
            "positions", post, role=post.role, organization=post.organization, holder=post.holder, **when
        )
    for degree in gold.degrees:
        place = {"field": degree.field, "organization": degree.organization, "holder": degree.holder}
        fact = _fact("degrees", degree, degree=degree.degree, **place, start=degree.start, end=degree.end)
        yield _with(fact, advisors=tuple(alternatives(name) for name in degree.advisors))
    for guide in gold.mentorships:
        yield _fact("mentorships", guide, mentor=guide.mentor, mentee=guide.mentee)
    for founding in gold.foundings:
        yield _fact("foundings", founding, organization=founding.organization, person=founding.person)
    for award in gold.awards:
        yield _fact("awards", award, award=award.award, year=award.year, recipient=award.recipient)
    for product in gold.products:
        yield _fact("products", product, name=product.name)
    for interest in gold.interests:
        yield _fact("interests", interest, topic=interest.topic, person=interest.person)


def _paper_facts(paper: Paper) -> Iterator[Fact]:
    title = _fact("papers", paper, title=paper.title)
    yield title
    authors = {"authors": tuple(alternatives(name) for name in paper.authors)}
    cut = {"cut": ("yes" if not paper.complete else "no",)}
    listed = _with(_fact("author lists", paper, title=paper.title), **authors, **cut)
    yield listed if paper.authors else msgspec.structs.replace(title, kind="author lists", optional=True)
    where = {"venue": alternatives(paper.venue) or ("",), "year": alternatives(paper.year) or ("",)}
    yield _with(_fact("entries", paper, title=paper.title), **(authors if paper.authors else {}), **where)


def _fact(kind: str, record: Struct, **parts: Year) -> Fact:
    said = {name: alternatives(value) for name, value in parts.items()}
    kept = {name: value for name, value in said.items() if value}
    return Fact(kind=kind, parts=kept, optional=getattr(record, "optional", False))


def _with(fact: Fact, **parts: Value) -> Fact:
    more = {name: value for name, value in parts.items() if value}
    return Fact(kind=fact.kind, parts={**fact.parts, **more}, optional=fact.optional)


def alternatives(value: Year) -> Alternatives:
    """``"EECS | Department of EECS"`` as two alternatives; nothing for an empty value."""
    return tuple(piece.strip() for piece in str(value).split("|")) if str(value) else ()
