"""Which papers are one paper: titles word by word, authors in their order, years, identifiers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scholargraph.names.people import PersonName, compatible, parse_person, shown
from scholargraph.names.text import content_words, fold
from scholargraph.resolve.blocking import rarest
from scholargraph.resolve.features import different_value, listed, overlap, plain_value, same_value
from scholargraph.resolve.matchers import Evidence, Matcher
from scholargraph.resolve.things import Context, Thing
from scholargraph.resolve.titles import title, title_numbers, title_reply, title_words


def block(thing: Thing, context: Context) -> Iterable[str]:
    """Rare title words, the title itself, the first authors, and identifiers."""
    counts = context.counts(
        "work", "title", lambda work: {w for name in work.names for w in title_words(name)}
    )
    for name in thing.names:
        yield "title:" + fold(name).replace(" ", "")
        yield from (f"word:{word}" for word in rarest(title_words(name), counts))
    for prop in ("doi", "arxivId", "isbn"):
        yield from (f"{prop}:{plain_value(value)}" for value in thing.values.get(prop, ()))
    if len(authors := printed_authors(thing, context)) > 1:
        yield "authors:" + " ".join(fold(author.family[-1]) for author in authors[:3] if author.family)


def slots(thing: Thing, context: Context) -> Mapping[str, str]:
    """Each entry of a list of papers is a paper of its own, unless the list has it twice to the letter."""
    listed_as = thing.values.get("listedAs", ())
    if not listed_as and "authorship.author" not in thing.neighbours:
        return {}
    entry = (*thing.names, *thing.values.get("venueAsPrinted", ()), *thing.values.get("datePublished", ()))
    return {f"{thing.source}|{heading}": fold(" ".join(entry)) for heading in listed_as or ("",)}


def clash(a: Thing, b: Thing) -> str:
    """A thesis and an article are two works, even under one title."""
    kinds = set(a.values.get("workType", ())), set(b.values.get("workType", ()))
    apart = any("thesis" in kind for kind in kinds) and all(kinds) and not kinds[0] & kinds[1]
    return "a thesis and an article" if apart else ""


def authors(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same authors, as far as both lists are printed."""
    left, right = printed_authors(a, context), printed_authors(b, context)
    if not left or not right:
        return None
    n = min(len(left), len(right))
    if all(compatible(x, y) for x, y in zip(left, right, strict=False)):
        return Evidence(*_same_order(n, _is_cut(a), _is_cut(b), len(left) == len(right)))
    common = _common(left, right)
    if not common:
        return None
    names = listed(shown(name) for name in common)
    if len(common) == len(left) == len(right):
        return Evidence(_many(n), f"same {n} authors in another order")
    order = ", in another order" if len(common) == n > 1 else ""
    share = 0.6 * len(common) / n * _many(len(common))
    return Evidence(share, f"{len(common)} of {n} authors in common{order}: {names}")


def no_common_author(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Both lists name authors, and none is on both; short lists that break off say less."""
    left, right = printed_authors(a, context), printed_authors(b, context)
    if not left or not right or _common(left, right):
        return None
    lists = " / ".join(listed((shown(name) for name in side), 3) for side in (left, right))
    return Evidence(0.6 if _is_cut(a) or _is_cut(b) else 1.0, f"no author in common: {lists}")


def years(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same year, or years as far apart as a preprint and its publication."""
    gap = _year_gap(a, b, context)
    if gap is None or gap > 2:
        return None
    if gap == 0:
        return Evidence(1.0, "same year")
    return Evidence(
        1 - gap / 3, f"{gap} year{'s' * (gap > 1)} apart, as a preprint and its publication may be"
    )


def years_apart(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """More years apart than publication takes."""
    gap = _year_gap(a, b, context)
    return Evidence(min(1.0, gap / 6), f"{gap} years apart") if gap is not None and gap > 2 else None


def abstracts(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same abstract, nearly word for word."""
    share = _abstract_overlap(a, b)
    return Evidence(share, "the abstracts agree") if share is not None and share > 0.7 else None


def other_abstract(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Abstracts about something else."""
    share = _abstract_overlap(a, b)
    return Evidence(1 - share, "the abstracts differ") if share is not None and share < 0.5 else None


def printed_authors(thing: Thing, context: Context) -> list[PersonName]:
    """The longest printed author list among the thing's entries, in its order."""
    return context.remember("authors", thing, lambda: _printed_authors(thing, context))


def years_of(thing: Thing, context: Context) -> set[int]:
    """Every year in which the work is said to have appeared, by its date or its venue."""
    dated = [relation for member in thing.members for relation in context.relations_of.get(member, ())]
    printed = [
        year for relation in dated if relation.kind == "venue" for year in relation.values.get("year", ())
    ]
    return {
        int(date[:4]) for date in (*printed, *thing.values.get("datePublished", ())) if date[:4].isdigit()
    }


def _printed_authors(thing: Thing, context: Context) -> list[PersonName]:
    lists = []
    for member in thing.members:
        authorships = (
            r
            for r in context.relations_of.get(member, ())
            if r.kind == "authorship" and "ordinal" in r.values
        )
        lists.append(
            [parse_person(context.name(one)) for r in authorships for one in r.roles.get("author", ())]
        )
    return max(lists, key=len, default=[])


def _same_order(n: int, left_cut: bool, right_cut: bool, equally_long: bool) -> tuple[float, str]:
    if equally_long and not left_cut and not right_cut:
        return _many(n), f"same {n} authors in the same order" if n > 1 else "same author"
    if left_cut and right_cut:
        return 0.8 * _many(n), f"same first {n} authors (both lists are cut short)"
    if left_cut or right_cut:
        return 0.9 * _many(n), f"same first {n} authors (one list is cut short)"
    return 0.6 * _many(n), f"the {n} authors of one are the first of the other"


def _many(n: int) -> float:
    return 1.0 if n > 2 else 0.8 if n == 2 else 0.5


def _is_cut(thing: Thing) -> bool:
    complete = thing.values.get("authorListComplete", ())
    return "false" in complete and "true" not in complete


def _common(left: list[PersonName], right: list[PersonName]) -> list[PersonName]:
    return [name for name in left if any(compatible(name, other) for other in right)]


def _year_gap(a: Thing, b: Thing, context: Context) -> int | None:
    left, right = years_of(a, context), years_of(b, context)
    return min((abs(x - y) for x in left for y in right), default=None)


def _abstract_overlap(a: Thing, b: Thing) -> float | None:
    left, right = ({w for text in t.values.get("abstract", ()) for w in content_words(text)} for t in (a, b))
    return overlap(left, right) if min(len(left), len(right)) > 10 else None


MATCHER = Matcher(
    block=block,
    slots=slots,
    slot_reason="both are entries of one list of papers",
    clash=clash,
    prior=-6.5,
    features=(
        (same_value("doi", "DOI"), 8.0),
        (same_value("arxivId", "arXiv id"), 8.0),
        (abstracts, 4.0),
        (title, 12.0),
        (authors, 3.2),
        (years, 0.5),
        (title_numbers, -7.0),
        (title_reply, -8.0),
        (no_common_author, -4.5),
        (other_abstract, -4.0),
        (years_apart, -3.0),
        (different_value("arxivId", "arXiv ids"), -3.0),
    ),
)
