"""Papers: author lists from several sources made one, venues, and where the lists disagree."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from scholargraph.model import Conflict, Relation
from scholargraph.pipeline.settle.conflicts import conflict
from scholargraph.pipeline.settle.facts import Book, Facts
from scholargraph.pipeline.settle.ground import Ground, source_of


@dataclass(frozen=True)
class Authorship:
    """One author as one source lists them; ``ordinal`` is 0 where the source prints no place."""

    author: str
    ordinal: int
    relation: Relation

    @property
    def source(self) -> str:
        """The id of the listing source."""
        return source_of(self.relation.mention)


def settle_works(ground: Ground, book: Book) -> list[Conflict]:
    """State authorships and venues of all papers; gives the disagreements about author order."""
    listed: dict[str, list[Authorship]] = defaultdict(list)
    for relation in ground.by_kind["authorship"]:
        ordinal = int(next(iter(relation.values.get("ordinal", ())), "0"))
        for work in ground.entities(relation, "work"):
            listed[work] += [
                Authorship(who, ordinal, relation) for who in ground.entities(relation, "author")
            ]
    conflicts = [
        found
        for work, authors in sorted(listed.items())
        for found in _settle_list(ground, book, work, authors)
    ]
    _settle_venues(ground, book)
    return conflicts


def _settle_list(ground: Ground, book: Book, work: str, authors: list[Authorship]) -> list[Conflict]:
    lists = _by_list(authors)
    leading = max(lists, key=lambda key: _completeness(ground, lists[key]), default=None)
    places = {one.author: one.ordinal for one in lists[leading]} if leading else {}
    by_author: dict[str, list[Authorship]] = defaultdict(list)
    for one in authors:
        by_author[one.author].append(one)
    for author, told in sorted(by_author.items()):
        _settle_author(ground, book, work, told, places.get(author, 0))
    return _order_conflicts(book, work, lists)


def _by_list(authors: list[Authorship]) -> dict[str, list[Authorship]]:
    """Printed lists by the referent of the work they stand under (one source may list a paper twice)."""
    lists: dict[str, list[Authorship]] = defaultdict(list)
    for one in authors:
        if one.ordinal:
            lists[one.relation.roles["work"][0]].append(one)
    return dict(sorted(lists.items()))


def _completeness(ground: Ground, authors: list[Authorship]) -> tuple[bool, int, float]:
    told = ground.mentions_of([authors[0].relation.roles["work"][0]])
    complete = any("true" in mention.values.get("authorListComplete", ()) for mention in told)
    confidence = ground.mentions[authors[0].relation.mention].confidence
    return complete, len(authors), confidence


def _settle_author(ground: Ground, book: Book, work: str, told: list[Authorship], place: int) -> None:
    author = told[0].author
    evidence = [one.relation.mention for one in told]
    facts = book.open(f"{work}/author/{author.partition('/')[2]}", "authorship")
    facts.mentions.update(evidence)
    facts.link("author", author, evidence)
    if place:
        facts.add("ordinal", str(place), (one.relation.mention for one in told if one.ordinal == place))
    for one in told:
        _author_details(ground, facts, one)
    book[work].link("authorship", facts.id, evidence)
    book[work].link("author", author, evidence)


def _author_details(ground: Ground, facts: Facts, one: Authorship) -> None:
    mention = ground.mentions[one.relation.mention]
    if one.ordinal:
        facts.add("nameAsPrinted", mention.printed or mention.name, [mention.id])
    for name in ("equalContribution", "isCorresponding", "affiliationAsPrinted"):
        for value in one.relation.values.get(name, ()):
            facts.add(name, value, [mention.id])
    for organization in ground.entities(one.relation, "affiliation"):
        facts.link("affiliation", organization, [mention.id])


def _order_conflicts(book: Book, work: str, lists: dict[str, list[Authorship]]) -> list[Conflict]:
    """Two printed lists that put the authors they share in another order."""
    orders: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, str] = {}
    printed = [sorted(authors, key=lambda one: one.ordinal) for authors in lists.values()]
    for i, left in enumerate(printed):
        for right in printed[i + 1 :]:
            shared = {one.author for one in left} & {one.author for one in right}
            pair = [[one for one in side if one.author in shared] for side in (left, right)]
            if [one.author for one in pair[0]] != [one.author for one in pair[1]]:
                for side in pair:
                    order = ", ".join(book[one.author].name for one in side)
                    orders[order].update(one.relation.mention for one in side)
                    sources[order] = side[0].source
    if not orders:
        return []
    why = " / ".join(f"{sources[order]} prints {order}" for order in sorted(orders))
    return [conflict(work, "authorship", dict(orders), why)]


def _settle_venues(ground: Ground, book: Book) -> None:
    for kind in ("venue", "preliminaryVersionAt"):
        for relation in ground.by_kind[kind]:
            for work in ground.entities(relation, "work"):
                for venue in ground.entities(relation, "venue"):
                    book[work].link(kind, venue, [relation.mention])
                for name, values in relation.values.items():
                    told = "venueYear" if name == "year" else name
                    for value in values if kind == "venue" else ():
                        book[work].add(told, value, [relation.mention])
