"""Posts in a row: one title at several organisations."""

from __future__ import annotations

from scholargraph.extract.prose.context import Prose, lead_date, when_in
from scholargraph.extract.prose.employers import next_employer
from scholargraph.extract.prose.phrases import Employer
from scholargraph.extract.prose.positions import Post, tell_post
from scholargraph.extract.prose.sentences import Place
from scholargraph.extract.prose.subject import Clause


def tell_each(prose: Prose, clause: Clause, title: str, employer: Employer, start: int) -> None:
    """Tell one post at each organisation of a row; the dates of the first stand from ``start`` on."""
    text, found = clause.sentence.text, employer
    while found:
        following = next_employer(prose, clause, found)
        stop = following.start if following else clause.end
        begin = max(start, found.place.end) if following or found is not employer else start
        when = when_in(text, begin, stop) or lead_date(clause)
        tell_post(prose, clause, Post(title, found, when, span=Place(min(start, found.place.end), stop)))
        start = stop
        if following is None:
            return
        found = following
