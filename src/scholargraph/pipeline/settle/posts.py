"""Positions, degrees, mentorships and award receipts: the same one told by several sources made one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scholargraph.model import Conflict, Relation
from scholargraph.names.text import fold, slug
from scholargraph.pipeline.settle.canonical import best, longest
from scholargraph.pipeline.settle.conflicts import disagreement
from scholargraph.pipeline.settle.facts import Book, Facts
from scholargraph.pipeline.settle.ground import Ground, Said
from scholargraph.pipeline.settle.identify import distinct
from scholargraph.pipeline.settle.literals import Chooser, add_single
from scholargraph.pipeline.settle.titles import squeezed, title_key, titles_meet
from scholargraph.pipeline.settle.units import Units

SETTLE_BY: dict[str, Chooser] = {"startDate": longest, "endDate": longest, "role": best}
"""Of dates the more precise stands (``2017-07`` over ``2017``); of anything else the best supported."""

REPEATABLE = frozenset({"description", "location", "note"})


@dataclass(frozen=True)
class Post:
    """One position or degree as one passage tells it, with its settled holder and organisation."""

    relation: Relation
    holder: str
    organization: str
    title: str
    key: str
    """The title as it is compared (see ``titles``)."""

    def value(self, name: str) -> str:
        """The first told value of a property, or empty."""
        return _first(self.relation, name)


def settle_posts(ground: Ground, book: Book, kind: str, title: str) -> tuple[list[Conflict], dict[str, str]]:
    """Settle positions (``title``: role) or degrees (``title``: degreeName).

    Gives the disagreements, and for each told relation the id of the settled post.
    """
    units = Units(ground)
    posts = [
        Post(relation, holder, units.institution(relation), squeezed(printed), title_key(kind, printed))
        for relation in ground.by_kind[kind]
        for printed in [_first(relation, title)]
        for holder in ground.entities(relation, "holder")
    ]
    conflicts: list[Conflict] = []
    settled: dict[str, str] = {}
    taken: set[str] = set()
    for group in _groups(posts):
        facts = _open(book, kind, group, taken)
        settled.update({post.relation.id: facts.id for post in group})
        conflicts += _state(ground, facts, group, units)
    return conflicts, settled


def _groups(posts: Sequence[Post]) -> list[list[Post]]:
    """Posts of one holder, title and place whose dates do not part them, in a fixed order."""
    by_holder: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        by_holder[post.holder].append(post)
    return [group for holder in sorted(by_holder) for group in _groups_of_one(by_holder[holder])]


def _groups_of_one(posts: Sequence[Post]) -> list[list[Post]]:
    """Whole posts first; then each that lacks its title or its place joins the only one it can be."""
    groups: list[list[Post]] = []
    ordered = sorted(
        posts, key=lambda one: (one.organization, one.key, one.title, _dates(one), one.relation.id)
    )
    for post in (one for one in ordered if one.organization and one.title):
        _add(groups, post, [group for group in groups if all(_same(post, other) for other in group)][:1])
    whole = len(groups)
    for post in (one for one in ordered if not (one.organization and one.title)):
        homes = [group for group in groups[:whole] if all(_completes(other, post) for other in group)]
        alike = [group for group in groups[whole:] if all(_same(post, other) for other in group)]
        _add(groups, post, homes if len(homes) == 1 else alike[:1])
    return groups


def _add(groups: list[list[Post]], post: Post, homes: Sequence[list[Post]]) -> None:
    if homes:
        homes[0].append(post)
    else:
        groups.append([post])


def _same(one: Post, other: Post) -> bool:
    if one.organization != other.organization or not _dates_meet(_dates(one), _dates(other)):
        return False
    return one.key == other.key or (titles_meet(one.key, other.key) and _status_meets(one, other))


def _completes(whole: Post, part: Post) -> bool:
    """Whether a post told without its role or without its place can be this one."""
    place = part.organization in ("", whole.organization)
    title = not part.key or titles_meet(part.key, whole.key)
    kept = bool(part.organization or (part.title and (_shares_date(whole, part) or _is_degree(part))))
    return (
        kept and place and title and _dates_meet(_dates(whole), _dates(part)) and _status_meets(whole, part)
    )


def _status_meets(one: Post, other: Post) -> bool:
    statuses = {one.value("status"), other.value("status")} - {""}
    return len(statuses) < 2


def _shares_date(one: Post, other: Post) -> bool:
    return any(a and b for a, b in zip(_dates(one), _dates(other), strict=True))


def _is_degree(post: Post) -> bool:
    return post.relation.kind == "degree"


def _first(relation: Relation, name: str) -> str:
    return next(iter(relation.values.get(name, ())), "")


def _dates(post: Post) -> tuple[str, str]:
    return post.value("startDate"), post.value("endDate")


def _dates_meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two ranges can be one: each pair of printed ends agrees to the precision of the coarser."""
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=True))


def _open(book: Book, kind: str, group: Sequence[Post], taken: set[str]) -> Facts:
    first = group[0]
    place = first.organization.partition("/")[2]
    address = f"{kind}/{slug(' '.join((first.holder.partition('/')[2], first.title, place)), 100)}"
    if address in taken:
        address = distinct(address, min(post.relation.id for post in group))
    taken.add(address)
    return book.open(address, kind)


def _state(ground: Ground, facts: Facts, group: Sequence[Post], units: Units) -> list[Conflict]:
    conflicts: list[Conflict] = []
    said: dict[str, list[Said]] = defaultdict(list)
    for post in group:
        mention = ground.mentions[post.relation.mention]
        facts.mentions.add(mention.id)
        facts.link("holder", post.holder, [mention.id])
        facts.link("organization", post.organization, [mention.id])
        for unit in units.departments(post.relation):
            facts.link("department", unit, [mention.id])
        for role in ("advisor", "thesis"):
            for entity_id in ground.entities(post.relation, role):
                facts.link(role, entity_id, [mention.id])
        for name, values in post.relation.values.items():
            said[name] += [Said(value, mention) for value in values]
    for name, told in said.items():
        conflicts += _state_values(facts, name, told)
    return conflicts


def _state_values(facts: Facts, name: str, told: list[Said]) -> list[Conflict]:
    if name in REPEATABLE:
        for one in told:
            facts.add(name, one.value, [one.mention.id])
        return []
    add_single(facts, name, told, SETTLE_BY.get(name, best))
    return [] if name in ("role", "degreeName") else disagreement(facts.id, name, told)


def settle_mentorships(ground: Ground, book: Book, settled: dict[str, str]) -> None:
    """One mentorship per mentor, mentee and kind; every degree with an advisor has one."""
    for relation in ground.by_kind["mentorship"]:
        kind = next(iter(relation.values.get("kind", ())), "mentor")
        during = [settled[told] for told in relation.roles.get("during", ()) if told in settled]
        for mentor in ground.entities(relation, "mentor"):
            for mentee in ground.entities(relation, "mentee"):
                _mentorship(book, (mentor, mentee, kind), [relation.mention], during)
    for degree in book.of_kind("degree"):
        kind = "phd advisor" if _is_doctorate(degree) else "advisor"
        for advisor, evidence in degree.values("advisor").items():
            for holder in degree.values("holder"):
                _mentorship(book, (advisor, holder, kind), evidence, [degree.id])


def _mentorship(
    book: Book, key: tuple[str, str, str], evidence: Iterable[str], during: Sequence[str]
) -> None:
    mentor, mentee, kind = key
    evidence = list(evidence)
    names = " ".join((mentor.partition("/")[2], mentee.partition("/")[2], kind))
    facts = book.open(f"mentorship/{slug(names, 100)}", "mentorship")
    facts.mentions.update(evidence)
    facts.link("mentor", mentor, evidence)
    facts.link("mentee", mentee, evidence)
    facts.add("kind", kind, evidence)
    for post in during:
        facts.link("during", post, evidence)


def _is_doctorate(degree: Facts) -> bool:
    names = {fold(name).replace(" ", "") for name in degree.values("degreeName")}
    return any(name.startswith(("phd", "dphil", "doctor", "dr", "scd", "dsc")) for name in names)


def settle_receipts(ground: Ground, book: Book) -> None:
    """One receipt per recipient, award and year; told without a year, it joins the only one told with."""
    told: dict[tuple[str, str], dict[tuple[str, ...], list[Relation]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for relation in ground.by_kind["awardReceipt"]:
        when = tuple(
            value for name in ("year", "startDate", "endDate") for value in relation.values.get(name, ())
        )
        for recipient in ground.entities(relation, "recipient"):
            for award in ground.entities(relation, "award"):
                told[recipient, award][when].append(relation)
    for (recipient, award), by_year in told.items():
        if len(by_year) == 2 and () in by_year:
            undated = by_year.pop(())
            next(iter(by_year.values())).extend(undated)
        for when, relations in by_year.items():
            _receipt(ground, book, (recipient, award, *when), relations)


def _receipt(ground: Ground, book: Book, key: tuple[str, ...], relations: Sequence[Relation]) -> None:
    recipient, award, *when = key
    words = " ".join((recipient.partition("/")[2], award.partition("/")[2], *when))
    facts = book.open(f"award-receipt/{slug(words, 120)}", "awardReceipt")
    for relation in relations:
        facts.mentions.add(relation.mention)
        facts.link("recipient", recipient, [relation.mention])
        facts.link("award", award, [relation.mention])
        for grantor in ground.entities(relation, "grantor"):
            facts.link("grantor", grantor, [relation.mention])
        for name, values in relation.values.items():
            facts.add(name, next(iter(values), ""), [relation.mention])
