"""Which mentions are one person: names by their parts, then papers, companions, addresses, employers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log

from scholargraph.names.frequency import namesakes
from scholargraph.names.identifiers import domain, is_public_domain
from scholargraph.names.likeness import family_halved, first_letters
from scholargraph.names.organizations import known_organization, organization_of_domain
from scholargraph.names.people import PersonName, compatible, is_full, is_initial, parse_person, shown
from scholargraph.names.text import fold
from scholargraph.resolve.blocking import CAP
from scholargraph.resolve.companions import companions, same_circle, shared_companions
from scholargraph.resolve.expansion import half_names, is_part, lone_words, only_expansion, own_halved_name
from scholargraph.resolve.features import (
    different_value,
    listed,
    plain_value,
    same_value,
    shared_neighbours,
    shared_sentences,
)
from scholargraph.resolve.matchers import Evidence, Matcher
from scholargraph.resolve.things import Context, Thing

_FEW_NAMESAKES = 20.0
"""Names borne by fewer people than this among a million are taken for one person within one document."""
_NAME = 5.5
"""Log-odds for the same very rare name."""
_EMPLOYERS = (
    "position.organization",
    "degree.organization",
    "alumniOf.object",
    "authorship.affiliation",
    "workCommercializedBy.object",
    "workUsedBy.object",
)


def block(thing: Thing, context: Context) -> Iterable[str]:
    """Family name and initial, the full name, addresses; with each companion's name where those are many."""
    counts = context.counts("person", "initial", _family_and_initial)
    for key in _family_and_initial(thing):
        yield key
        if counts[key] > CAP:
            yield from (f"{key}+{companion}" for companion in companions(thing, context))
    yield from lone_words(thing, context)
    yield from half_names(thing, context)
    yield from (f"name:{fold(name)}" for name in thing.names)
    for prop in ("email", "orcid", "url"):
        yield from (f"{prop}:{plain_value(value)}" for value in thing.values.get(prop, ()))


def key(thing: Thing, context: Context) -> str:
    """One full name in one document is one person, unless many bear it and the document is about nobody."""
    full = next((name for name in thing.names if is_full(parse_person(name))), "")
    about_someone = thing.source in context.subjects
    if not full or not (about_someone or namesakes(parse_person(full)) < _FEW_NAMESAKES):
        return ""
    return f"{thing.source}|{fold(full)}"


def slots(thing: Thing, context: Context) -> Mapping[str, str]:
    """One place in each author list: two authors of one paper are two people."""
    places = {}
    for relation in context.relations_of.get(thing.id, ()):
        if relation.kind == "authorship" and thing.id in relation.roles.get("author", ()):
            place = next(iter(relation.values.get("ordinal", ())), "own page")
            places.update(dict.fromkeys(relation.roles.get("work", ()), place))
    return places


def clash(a: Thing, b: Thing) -> str:
    """Names that cannot be one person's."""
    for x, y in ((x, y) for x in full_names(a) for y in full_names(b)):
        if not (compatible(x, y) or is_part(x, y) or is_part(y, x) or family_halved(x, y)):
            return f"names of two people: {shown(x)} / {shown(y)}"
    return ""


def name(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """The same name, or two that one person may use; a rare name says more than a common one.

    The fewer people are expected to bear the less specific name, the higher the value.
    """
    pairs = [(x, y) for x in full_names(a) for y in full_names(b)]
    if not pairs:
        return None
    return max(
        (_name_evidence(x, y) for x, y in pairs), key=lambda evidence: (evidence.value, evidence.reason)
    )


def same_papers(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Authors of the same papers, as different documents list them."""
    common = context.around(a, "authorship.work") & context.around(b, "authorship.work")
    if not common:
        return None
    titles = listed(sorted(f"“{context.name(work)}”" for work in common), 3)
    number = f"{len(common)} same papers" if len(common) > 1 else "the same paper"
    return Evidence(min(1.0, 0.8 + 0.1 * len(common)), f"author of {number} in both: {titles}")


def same_domain(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Addresses (e-mail, home page, picture) under one domain that is not open to everyone."""
    common = _domains(a).keys() & _domains(b).keys()
    if not common:
        return None
    first = min(common)
    return Evidence(1.0, f"addresses under {first} in both: {_domains(a)[first]} / {_domains(b)[first]}")


def domain_of_employer(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """An address of one lies under the domain of an organization where the other is or was."""
    found = [*_domain_meets_employer(a, b, context), *_domain_meets_employer(b, a, context)]
    return Evidence(1.0, "; ".join(sorted(set(found)))) if found else None


def same_words(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Sentences that stand word for word in what both say of themselves or their projects."""
    copied = shared_sentences(_texts(a, context), _texts(b, context))
    if not copied:
        return None
    number = f"{len(copied)} sentences" if len(copied) > 1 else "a sentence"
    return Evidence(
        min(1.0, 0.7 + 0.15 * len(copied)), f"{number} word for word the same: “{copied[0][:90]}…”"
    )


def same_employers(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Positions, degrees or users of their work at the same organizations."""
    common = _employers(a, context) & _employers(b, context)
    if not common:
        return None
    names = listed(sorted(context.name(one) for one in common))
    return Evidence(min(1.0, len(common) / 2), f"organizations in common: {names}")


def both_subjects(a: Thing, b: Thing, context: Context) -> Evidence | None:
    """Each is the person whom a document is about, under one full name."""
    subjects = set(context.subjects.values())
    if not subjects & set(a.members) or not subjects & set(b.members) or set(a.sources) & set(b.sources):
        return None
    same = {fold(x) for x in a.names} & {fold(y) for y in b.names}
    return Evidence(1.0, "each is the subject of a document of their own") if same else None


def full_names(thing: Thing) -> list[PersonName]:
    """The thing's names that have a given name or initial; its lone words only if it has no other."""
    parsed = [parse_person(printed) for printed in thing.names]
    return [one for one in parsed if one.given] or parsed


def _family_and_initial(thing: Thing) -> set[str]:
    keys = set()
    for one in full_names(thing):
        letters = first_letters(one) or {""}
        keys |= {f"{fold(family)}|{letter}" for family in one.family for letter in letters if len(family) > 1}
        if one.given and not is_initial(one.given[0]):
            second = one.given[1] if len(one.given) > 1 else one.family[0]
            keys.add(f"{fold(one.given[0])}|{fold(second)[:1]}")
    return keys


def _name_evidence(x: PersonName, y: PersonName) -> Evidence:
    same = fold(shown(x)) == fold(shown(y))
    bearers = max(namesakes(x), namesakes(y))
    value = max(1.2, min(_NAME, 4.9 - log(max(bearers, 0.1))))
    rarity = "rare" if bearers < 2 else "borne by many" if bearers > _FEW_NAMESAKES else ""
    remark = f" (a name {rarity})" if rarity == "borne by many" else f" (a {rarity} name)" if rarity else ""
    if not compatible(x, y) and family_halved(x, y):
        return Evidence(0.0, "")
    if same:
        return Evidence(value / _NAME, f"same full name: {shown(x)}{remark}")
    return Evidence((value - 0.9) / _NAME, f"names that one person may use: {shown(x)} / {shown(y)}{remark}")


def _domains(thing: Thing) -> dict[str, str]:
    addresses = (
        value for prop in ("email", "url", "image", "sameAs") for value in thing.values.get(prop, ())
    )
    return {d: a for a in addresses if (d := domain(a)) and not is_public_domain(d)}


def _domain_meets_employer(a: Thing, b: Thing, context: Context) -> list[str]:
    names = (context.name(one) for one in _employers(b, context))
    employers = {known.name for name in names if (known := known_organization(name))}
    owners = ((address, organization_of_domain(d)) for d, address in _domains(a).items())
    return [
        f"{address} lies at {owner.name}, where the other was"
        for address, owner in owners
        if owner and owner.name in employers
    ]


def _employers(thing: Thing, context: Context) -> frozenset[str]:
    """Where the person works, worked, studied or is used; units count for their wholes, too."""
    return context.remember("employers", thing, lambda: _with_wholes(thing, context))


def _with_wholes(thing: Thing, context: Context) -> frozenset[str]:
    found = set(context.around(thing, *_EMPLOYERS))
    new = found
    while new:
        new = {
            p for one in new for p in context.around(context.whole(one), "parentOrganization.object")
        } - found
        found |= new
    return frozenset(found)


def _texts(thing: Thing, context: Context) -> str:
    projects = (context.things[p] for p in thing.neighbours.get("lead.subject", ()) if p in context.things)
    return "\n".join(text for one in (thing, *projects) for text in one.values.get("description", ()))


MATCHER = Matcher(
    block=block,
    key=key,
    key_reason="same full name in one document",
    slots=slots,
    slot_reason="both are authors of one paper",
    clash=clash,
    prior=-2.7,
    features=(
        (name, _NAME),
        (only_expansion, 4.5),
        (own_halved_name, 5.0),
        (same_value("orcid", "ORCID iD"), 8.0),
        (same_value("email", "e-mail"), 6.0),
        (same_value("url", "home page"), 5.0),
        (same_papers, 6.0),
        (shared_companions, 6.5),
        (same_words, 3.0),
        (shared_neighbours("products", "creator.subject"), 2.5),
        (same_employers, 2.0),
        (both_subjects, 1.5),
        (same_circle, 1.5),
        (same_domain, 1.5),
        (domain_of_employer, 1.0),
        (shared_neighbours("topics of interest", "knowsAbout.object", enough=3), 0.7),
        (different_value("orcid", "ORCID iDs"), -6.0),
        (different_value("email", "e-mail addresses"), -0.3),
        (different_value("url", "websites"), -0.3),
    ),
)
