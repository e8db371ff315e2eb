"""What :func:`scholargraph.graph.explain.explain` gives: records that show themselves as text or tables."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from scholargraph.graph.html import heading, page, table


class Evidence(Struct, frozen=True, order=True):
    """A passage: the document, its lines (from 1, inclusive), the words, and how they were read."""

    source: str
    file: str
    start_line: int
    end_line: int
    quote: str
    method: str
    confidence: float
    mention: str
    page: int = 0
    """The page on which the quote begins; 0 in documents without pages."""

    @property
    def place(self) -> str:
        """``cv.md:12``, ``cv.md:12-14``, ``cv.pdf:page 3:112``."""
        lines = (
            f"{self.start_line}" if self.start_line == self.end_line else f"{self.start_line}-{self.end_line}"
        )
        page = f"page {self.page}:" if self.page else ""
        return f"{self.file or self.source}:{page}{lines}"


class Statement(Struct, frozen=True):
    """One settled claim: about which thing (path), property (compact), value, and what says so."""

    about: str
    property: str
    value: str
    value_name: str
    """The name of the entity that is the value, or the value itself."""
    evidence: tuple[Evidence, ...]


class Verdict(Struct, frozen=True):
    """A judgement that touches the thing; ``other`` is the path of the thing on the far side, if another."""

    verdict: str
    score: float
    reasons: tuple[str, ...]
    by: str
    when: str
    left: str
    right: str
    other: str
    left_evidence: tuple[Evidence, ...]
    right_evidence: tuple[Evidence, ...]


class Side(Struct, frozen=True):
    """One side of a disagreement, with the passages that say it."""

    value: str
    evidence: tuple[Evidence, ...]

    @property
    def said_by(self) -> str:
        """The places that say it: ``cv.md:12; homepage.txt:3``."""
        return "; ".join(dict.fromkeys(one.place for one in self.evidence))


class Disagreement(Struct, frozen=True):
    """Claims that cannot all stand."""

    about: str
    property: str
    why: str
    claims: tuple[Side, ...]


class Explanation(Struct, frozen=True):
    """Everything behind one thing. ``str()`` gives it as text; notebooks show it as tables."""

    entity: str
    name: str
    kind: str
    statements: tuple[Statement, ...]
    """Claims about the thing itself."""
    parts: tuple[Statement, ...]
    """Claims about its authorships, posts, degrees, awards and the like."""
    same: tuple[Verdict, ...]
    """Why its mentions are one thing."""
    rivals: tuple[Verdict, ...]
    """What was kept apart from it, or left unsure."""
    conflicts: tuple[Disagreement, ...]

    def __str__(self) -> str:
        return "\n".join(_text(self))

    def _repr_html_(self) -> str:
        claims = [(one.property, one.value_name, one.evidence) for one in (*self.statements, *self.parts)]
        rows = [(prop, value, _quotes(said)) for prop, value, said in claims]
        verdicts = [
            (one.verdict, f"{one.score:.2f}", "; ".join(one.reasons)) for one in (*self.same, *self.rivals)
        ]
        sides = [(one.property, side.value, side.said_by) for one in self.conflicts for side in one.claims]
        return page(
            heading(self.name, self.kind, self.entity),
            table(("claim", "value", "said by"), rows),
            table(("verdict", "score", "reasons"), verdicts, "Why these mentions are (not) one thing"),
            table(("in dispute", "value", "said by"), sides, "Where sources disagree"),
        )


def _quotes(evidence: Iterable[Evidence]) -> str:
    return "\n".join(_quoted(evidence))


def _quoted(evidence: Iterable[Evidence], shown: int = 6) -> list[str]:
    """Passages as lines; one that repeats the same words is named by its place only."""
    alike: dict[tuple[str, str, str, float], list[str]] = {}
    for one in evidence:
        file, _, lines = one.place.rpartition(":")
        alike.setdefault((file, one.quote, one.method, one.confidence), []).append(lines)
    found = []
    for (file, quote, method, confidence), places in alike.items():
        more = f" and {len(places) - shown} more" if len(places) > shown else ""
        listed = ", ".join(places[:shown]) + more
        found.append(f"{file}:{listed} “{quote}” ({method}, {confidence:g})")
    return found


def _text(explanation: Explanation) -> Iterable[str]:
    yield f"{explanation.name}  ({explanation.kind}, {explanation.entity})"
    for one in (*explanation.statements, *explanation.parts):
        about = "" if one.about == explanation.entity else f"{one.about}  "
        yield f"\n  {about}{one.property}: {one.value_name}"
        yield from (f"      {line}" for line in _quoted(one.evidence))
    for title, verdicts in (
        ("Why these mentions are one thing", explanation.same),
        ("Kept apart or unsure", explanation.rivals),
    ):
        if verdicts:
            yield f"\n{title}"
        yield from (f"  {line}" for one in verdicts for line in _verdict_text(one))
    for dispute in explanation.conflicts:
        yield f"\nIn dispute, {dispute.property}: {dispute.why}"
        yield from (f"  {side.value}  ({side.said_by})" for side in dispute.claims)


def _verdict_text(verdict: Verdict) -> Iterable[str]:
    places = " and ".join(said[0].place for said in (verdict.left_evidence, verdict.right_evidence) if said)
    other = f" [{verdict.other}]" if verdict.other else ""
    yield f"{verdict.verdict} {verdict.score:.2f}: {places or verdict.left}{other} (by {verdict.by})"
    yield from (f"    {reason}" for reason in verdict.reasons)
