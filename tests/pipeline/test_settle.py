"""Settling: one entity per cluster, best-supported values, evidence of every fact, disagreements kept."""

from __future__ import annotations

from collections.abc import Sequence

from scholargraph.model import Entity, Settled, Told
from scholargraph.pipeline.settle import settle
from scholargraph.resolve import Resolution
from telling_kit import Notes


def settled(told: Sequence[Told], *same: Sequence[str]) -> Settled:
    """Settle with the given clusters; every other referent stands alone."""
    joined = {referent for cluster in same for referent in cluster}
    referents = {mention.referent for one in told for mention in one.mentions} - joined
    clusters = sorted([tuple(sorted(cluster)) for cluster in same] + [(referent,) for referent in referents])
    return settle(told, Resolution(clusters=tuple(clusters), judgements=(), links=()))


def entity(found: Settled, entity_id: str) -> Entity:
    (one,) = [one for one in found.entities if one.id == entity_id]
    return one


def values(one: Entity, name: str) -> list[str]:
    return [fact.value for fact in one.facts if fact.property == name]


def test_two_spellings_of_one_name_give_one_name_and_keep_both_mentions() -> None:
    cv, page = Notes("cv"), Notes("page", "profile")
    here, there = cv.thing("work", "On Tides"), page.thing("work", "ON TIDES.")
    found = entity(settled([cv.told(), page.told()], [here, there]), "work/on-tides")
    assert values(found, "name") == ["On Tides"]
    assert not values(found, "alternateName")
    assert found.mentions == (here, there)


def test_another_title_is_an_alternate_name_with_its_own_evidence() -> None:
    cv, page = Notes("cv"), Notes("page", "profile")
    here, there = cv.thing("work", "On Tides"), page.thing("work", "Tides Explained at Length")
    (other,) = [
        fact
        for one in settled([cv.told(), page.told()], [here, there]).entities
        for fact in one.facts
        if fact.property == "alternateName"
    ]
    assert {other.value, *other.mentions} in ({"On Tides", here}, {"Tides Explained at Length", there})


def test_people_of_one_name_keep_apart_whatever_the_order_of_documents() -> None:
    first, second = Notes("a"), Notes("b")
    first.thing("person", "Wei Li")
    second.thing("person", "Wei Li")
    told = [first.told(), second.told()]
    assert settled(told) == settled(told[::-1])
    assert len([one for one in settled(told).entities if one.kind == "person"]) == 2


def test_a_fuller_list_completes_a_cut_one_and_swapped_order_is_a_conflict() -> None:
    cv, page = Notes("cv"), Notes("page", "profile")
    full = cv.paper("On Tides", ["Ada Byron", "Max Roth", "Ilse Brandt"], authorListComplete="true")
    cut = page.paper("On Tides", ["Max Roth", "Ada Byron"], authorListComplete="false")
    told = [cv.told(), page.told()]
    people = {
        name: [m.id for one in told for m in one.mentions if m.name == name]
        for name in ("Ada Byron", "Max Roth")
    }
    found = settled(told, [full, cut], *people.values())
    paper = entity(found, "work/on-tides")
    assert values(paper, "authorListComplete") == ["true"]
    assert values(paper, "author") == ["person/ada-byron", "person/ilse-brandt", "person/max-roth"]
    assert values(entity(found, "work/on-tides/author/ada-byron"), "ordinal") == ["1"]
    (conflict,) = found.conflicts
    assert (conflict.about, conflict.property) == ("work/on-tides", "authorship")
    assert [claim.value for claim in conflict.claims] == ["Ada Byron, Max Roth", "Max Roth, Ada Byron"]


def test_one_post_told_twice_with_two_statuses_is_one_post_and_a_conflict() -> None:
    cv, home = Notes("cv"), Notes("home", "homepage")
    told, people, places = [], [], []
    for notes, status in ((cv, "current"), (home, "incoming")):
        people.append(notes.thing("person", "Ada Byron"))
        places.append(notes.thing("organization", "Tidal Institute"))
        notes.relate(
            "position",
            {"holder": people[-1], "organization": places[-1]},
            role="Assistant Professor",
            status=status,
        )
        told.append(notes.told())
    found = settled(told, people, places)
    (post,) = [one for one in found.entities if one.kind == "position"]
    assert len(post.mentions) == 2
    (conflict,) = found.conflicts
    assert {claim.value for claim in conflict.claims} == {"current", "incoming"}


def test_a_post_in_a_department_is_a_post_at_its_university() -> None:
    cv = Notes("cv")
    person = cv.thing("person", "Ada Byron")
    unit = cv.thing("organization", "Department of Waves", organizationType="department")
    whole = cv.thing("organization", "University of Brine", organizationType="university")
    cv.relate("parentOrganization", {"subject": unit, "object": whole})
    cv.relate("position", {"holder": person, "organization": unit}, role="Lecturer", status="current")
    found = settled([cv.told(person)])
    (post,) = [one for one in found.entities if one.kind == "position"]
    assert values(post, "organization") == ["organization/university-of-brine"]
    assert values(post, "department") == ["organization/department-of-waves"]
    assert set(values(entity(found, "person/ada-byron"), "affiliation")) == {
        "organization/department-of-waves",
        "organization/university-of-brine",
    }


def test_two_stays_at_one_place_are_two_posts() -> None:
    cv = Notes("cv")
    person, place = cv.thing("person", "Ada Byron"), cv.thing("organization", "Tidal Institute")
    for start, end in (("2011", "2012"), ("2015-03", "2016")):
        cv.relate(
            "position", {"holder": person, "organization": place}, role="Intern", startDate=start, endDate=end
        )
    posts = [one for one in settled([cv.told()]).entities if one.kind == "position"]
    assert sorted(values(post, "startDate") for post in posts) == [["2011"], ["2015-03"]]


def _posts(kind: str, *told: dict[str, str]) -> list[list[str]]:
    """What is settled of posts at one place (``at`` names another, or none) of one person: start dates."""
    cv = Notes("cv")
    person, place = cv.thing("person", "Ada Byron"), cv.thing("organization", "Tidal Institute")
    for values_told in told:
        roles: dict[str, str | Sequence[str]] = {"holder": person}
        if values_told.pop("at", "here"):
            roles["organization"] = place
        cv.relate(kind, roles, **values_told)
    found = settled([cv.told(person)])
    return [values(one, "startDate") for one in found.entities if one.kind == kind]


def test_a_rank_with_and_without_its_field_is_one_post() -> None:
    assert _posts(
        "position",
        {"role": "Associate Professor", "status": "current"},
        {"role": "Associate Professor of Tides", "startDate": "2019-09", "status": "current"},
    ) == [["2019-09"]]
    two = _posts("position", {"role": "Director"}, {"role": "Director of Graduate Studies"})
    assert len(two) == 2


def test_a_post_told_in_part_joins_the_only_whole_one() -> None:
    whole = {"role": "Lecturer", "startDate": "2019"}
    assert _posts("position", {"status": "current"}, dict(whole)) == [["2019"]]
    assert _posts("position", {"role": "Lecturer", "startDate": "2019", "at": ""}, dict(whole)) == [["2019"]]
    assert len(_posts("position", {"startDate": "2011"}, dict(whole))) == 2
    assert len(_posts("position", {}, dict(whole), {"role": "Dean", "startDate": "2021"})) == 3


def test_one_degree_in_two_wordings() -> None:
    degrees = _posts(
        "degree",
        {"degreeName": "Ph.D.", "startDate": "2011"},
        {"degreeName": "Doctor of Philosophy"},
        {"degreeName": "doctorate", "at": ""},
    )
    assert degrees == [["2011"]]
    assert len(_posts("degree", {"degreeName": "MSc"}, {"degreeName": "MA"})) == 2


def test_a_degree_with_advisors_makes_mentorships() -> None:
    cv = Notes("cv")
    person, advisor = cv.thing("person", "Ada Byron"), cv.thing("person", "Ilse Brandt")
    place = cv.thing("organization", "University of Brine")
    cv.relate("degree", {"holder": person, "organization": place, "advisor": advisor}, degreeName="Ph.D.")
    found = settled([cv.told()])
    (mentorship,) = [one for one in found.entities if one.kind == "mentorship"]
    assert values(mentorship, "mentor") == ["person/ilse-brandt"]
    assert values(mentorship, "kind") == ["phd advisor"]
    assert values(entity(found, "person/ada-byron"), "alumniOf") == ["organization/university-of-brine"]


def test_an_award_told_with_and_without_its_year_is_one_receipt() -> None:
    cv, home = Notes("cv"), Notes("home", "homepage")
    people, awards = [], []
    for notes, when in ((cv, {"year": "2011"}), (home, {})):
        people.append(notes.thing("person", "Ada Byron"))
        awards.append(notes.thing("award", "Tide Prize"))
        notes.relate("awardReceipt", {"recipient": people[-1], "award": awards[-1]}, **when)
    found = settled([cv.told(), home.told()], people, awards)
    (receipt,) = [one for one in found.entities if one.kind == "awardReceipt"]
    assert values(receipt, "year") == ["2011"]
    assert len(receipt.mentions) == 2


def test_an_h_index_above_the_number_of_papers_is_a_conflict() -> None:
    page = Notes("page", "profile")
    page.thing("person", "Ada Byron", hIndex="9", paperCount="5")
    (conflict,) = settled([page.told()]).conflicts
    assert conflict.why == "an h-index of 9 needs at least 9 papers, but 5 are listed"


def test_a_lone_citation_key_is_no_work() -> None:
    home = Notes("home", "homepage")
    home.thing("citation", "BRI11")
    assert not [one for one in settled([home.told()]).entities if one.kind in ("work", "citation")]


def test_every_fact_names_mentions_that_exist() -> None:
    cv = Notes("cv")
    person = cv.thing("person", "Ada Byron", email="ada@example.org")
    cv.paper("On Tides", ["Ada Byron", "Max Roth"])
    told = cv.told(person)
    known = {mention.id for mention in told.mentions}
    for one in settled([told]).entities:
        for fact in one.facts:
            assert fact.mentions, (one.id, fact)
            assert set(fact.mentions) <= known
