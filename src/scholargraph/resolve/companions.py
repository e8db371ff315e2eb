"""With whom a person works: co-authors, advisors, mentors and those they advise."""

from __future__ import annotations

from collections.abc import Iterable

from scholargraph.names.frequency import namesakes
from scholargraph.names.people import is_full, parse_person
from scholargraph.names.text import fold
from scholargraph.resolve.features import listed
from scholargraph.resolve.matchers import Evidence
from scholargraph.resolve.things import Context, Thing

_MOST_AUTHORS = 60
"""Longer author lists say little about who works with whom, and are left out."""
_ADVICE = ("degree.advisor", "degree.holder", "mentorship.mentor", "mentorship.mentee")


def companions(thing: Thing, context: Context) -> dict[str, str]:
    """Those named beside the person, by folded full name (surname and initial would mix namesakes up)."""
    return context.remember("companions", thing, lambda: _companions(thing, context))


def shared_companions(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same co-authors, advisors or mentors, by full name."""
    common = companions(a, context).keys() & companions(b, context).keys()
    if not common:
        return None
    names = [companions(a, context)[name] for name in sorted(common)]
    weight = sum(_weight(name) for name in names)
    number = (
        f"{len(names)} shared co-authors or mentors" if len(names) > 1 else "a shared co-author or mentor"
    )
    return Evidence(min(1.0, 0.54 + 0.15 * weight), f"{number}: {listed(names)}")


def same_circle(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Companions of one person, in two documents that are both about that person."""
    common = _subjects(a, context) & _subjects(b, context)
    common = {name for name in common if name in companions(a, context) and name in companions(b, context)}
    return Evidence(1.0, f"both documents are about {context.name(_about(a, context))}") if common else None


def _about(thing: Thing, context: Context) -> str:
    return next((context.subjects[source] for source in thing.sources if source in context.subjects), "")


def _subjects(thing: Thing, context: Context) -> set[str]:
    about = (context.subjects.get(source, "") for source in thing.sources)
    return {fold(context.name(subject)) for subject in about if subject}


def _companions(thing: Thing, context: Context) -> dict[str, str]:
    own = {*thing.members}
    names = {fold(name) for name in thing.names}
    found = (context.name(other) for other in _beside(thing, context) if other not in own)
    full = {fold(name): name for name in sorted(found) if is_full(parse_person(name))}
    return {key: name for key, name in full.items() if key not in names}


def _beside(thing: Thing, context: Context) -> Iterable[str]:
    for work in context.around(thing, "authorship.work"):
        entries = context.cluster(work)
        authors = {
            a for entry in entries for a in context.things[entry].neighbours.get("authorship.author", ())
        }
        if len(authors) <= _MOST_AUTHORS:
            yield from authors
    for key in _ADVICE:
        yield from thing.neighbours.get(key, ())


def _weight(name: str) -> float:
    """A companion with a common name is worth half."""
    return 0.5 if namesakes(parse_person(name)) > 50 else 1.0
