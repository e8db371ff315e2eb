"""Laws of resolving: no order, no far effects, people have the last word."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from resolve_kit import together
from scholargraph.model import Judgement, Told
from scholargraph.resolve import resolve
from telling_kit import Notes

GIVEN = ("Wei", "W.", "Hao", "Ilse", "Mei-Lin", "Meilin", "Joseph", "Joe", "J.")
FAMILY = ("Zhang", "Brandtner", "Tan")
WORDS = ("echo", "tides", "harbour", "sonar", "maps", "2", "3", "quiet", "deep", "forecasts")

people = st.builds(lambda given, family: f"{given} {family}", st.sampled_from(GIVEN), st.sampled_from(FAMILY))
papers = st.tuples(
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=5, unique=True),
    st.lists(people, min_size=1, max_size=4),
    st.sampled_from(("2019", "2020", "")),
)
documents = st.lists(st.lists(papers, min_size=1, max_size=4), min_size=1, max_size=3)


def _told(number: int, entries: list[tuple[list[str], list[str], str]]) -> Told:
    notes = Notes(f"cv_{number}")
    me = notes.thing("person", entries[0][1][0])
    for title, authors, year in entries:
        notes.paper(" ".join(title), authors, listedAs="Papers", datePublished=year)
    return notes.told(me)


def _all_told(drawn: list[list[tuple[list[str], list[str], str]]]) -> list[Told]:
    return [_told(number, entries) for number, entries in enumerate(drawn)]


def _verdict(verdict: str, left: str, right: str, when: str = "2026-01-01T00:00:00Z") -> Judgement:
    left, right = sorted((left, right))
    return Judgement(
        left=left, right=right, verdict=verdict, score=1.0, reasons=("I know",), by="ada", when=when
    )


def _of_kind(told: list[Told], kind: str) -> list[str]:
    return sorted({m.referent for one in told for m in one.mentions if m.kind == kind})


@given(documents, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_what_is_told_does_not_matter(drawn, random) -> None:  # type: ignore[no-untyped-def]
    told = _all_told(drawn)
    shuffled = [
        msgspec.structs.replace(
            one,
            mentions=tuple(random.sample(one.mentions, len(one.mentions))),
            relations=tuple(random.sample(one.relations, len(one.relations))),
        )
        for one in random.sample(told, len(told))
    ]
    assert resolve(told) == resolve(shuffled)


@given(documents)
@settings(max_examples=30, deadline=None)
def test_every_referent_is_in_exactly_one_cluster_and_every_merge_has_reasons(drawn) -> None:  # type: ignore[no-untyped-def]
    told = _all_told(drawn)
    found = resolve(told)
    members = [member for cluster in found.clusters for member in cluster]
    referents = {m.referent for one in told for m in one.mentions if m.kind in ("person", "work")}
    assert sorted(members) == sorted(set(members))
    assert referents <= set(members)
    assert list(found.clusters) == sorted(tuple(sorted(cluster)) for cluster in found.clusters)
    links = {member for j in found.judgements if j.verdict == "same" for member in (j.left, j.right)}
    assert all(j.left < j.right and j.reasons and 0 <= j.score <= 1 for j in found.judgements)
    assert all(len(set(cluster) - links) == 0 for cluster in found.clusters if len(cluster) > 1)


@given(documents)
@settings(max_examples=30, deadline=None)
def test_two_places_of_one_author_list_are_never_joined(drawn) -> None:  # type: ignore[no-untyped-def]
    told = _all_told(drawn)
    home = {member: cluster for cluster in resolve(told).clusters for member in cluster}
    for one in told:
        lists: dict[str, list[str]] = {}
        for relation in one.relations:
            lists.setdefault(relation.roles["work"][0], []).extend(relation.roles["author"])
        for authors in lists.values():
            assert len({home[author] for author in authors}) == len(authors)


@given(documents)
@settings(max_examples=30, deadline=None)
def test_an_unrelated_document_changes_no_cluster(drawn) -> None:  # type: ignore[no-untyped-def]
    told = _all_told(drawn)
    other = Notes("cv_other")
    other.paper("Glaciers seen from orbit", ("Sigrid Halvorsen", "Pio Esposito"))
    before, after = set(resolve(told).clusters), set(resolve([*told, other.told()]).clusters)
    assert before <= after
    assert all(member.startswith("cv_other") for cluster in after - before for member in cluster)


@given(documents, st.data())
@settings(max_examples=40, deadline=None)
def test_a_persons_verdict_holds_and_can_be_taken_back(drawn, data) -> None:  # type: ignore[no-untyped-def]
    told = _all_told(drawn)
    kind = data.draw(st.sampled_from(("person", "work")))
    referents = _of_kind(told, kind)
    if len(referents) < 2:
        return
    a, b = data.draw(st.lists(st.sampled_from(referents), min_size=2, max_size=2, unique=True))
    before = resolve(told)
    verdict = data.draw(st.sampled_from(("same", "different")))
    judged = resolve(told, [_verdict(verdict, a, b)])
    assert together(judged, a, b) == (verdict == "same")
    assert resolve(told) == before
    revoked = [_verdict(verdict, a, b), _verdict("unsure", a, b, "2026-01-02T00:00:00Z")]
    again = [*revoked, _verdict(verdict, a, b, "2026-01-03T00:00:00Z")]
    assert resolve(told, again).clusters == judged.clusters


def test_different_holds_against_a_chain_of_sames() -> None:
    one, other, third = Notes("a"), Notes("b"), Notes("c")
    a, b, c = (notes.thing("person", "Wei Zhang") for notes in (one, other, third))
    told = [one.told(), other.told(), third.told()]
    chain = [_verdict("same", a, b), _verdict("same", b, c)]
    assert together(resolve(told, chain), a, b, c)
    assert not together(resolve(told, [*chain, _verdict("different", a, c)]), a, c)
    assert _clusters(told, [*chain, _verdict("different", a, c)]) == _clusters(
        told, [_verdict("different", a, c), *chain[::-1]]
    )


def test_same_holds_against_the_machine_and_judgements_are_kept_as_given() -> None:
    one, other = Notes("a"), Notes("b")
    a, b = one.thing("person", "Ilse Brandtner"), other.thing("person", "Chidi Okafor")
    verdict = _verdict("same", b, a)
    found = resolve([one.told(), other.told()], [verdict])
    assert together(found, a, b)
    assert verdict in found.judgements


def test_a_judgement_about_things_no_longer_told_is_kept_and_harmless() -> None:
    notes = Notes("a")
    a = notes.thing("person", "Ilse Brandtner")
    verdict = _verdict("same", a, "gone#m1")
    found = resolve([notes.told()], [verdict])
    assert found.clusters == ((a,),)
    assert found.judgements == (verdict,)


def test_a_mention_may_be_judged_as_well_as_its_referent() -> None:
    one, other = Notes("a"), Notes("b")
    a = one.thing("person", "Ilse Brandtner")
    one.thing("person", "I. Brandtner", referent=a)
    b = other.thing("person", "Ilse Brandtner")
    told = [one.told(), other.told()]
    second = next(m.id for m in told[0].mentions if m.id != m.referent)
    assert not together(resolve(told, [_verdict("different", second, b)]), a, b)


def _clusters(told: list[Told], decided: list[Judgement]) -> tuple[tuple[str, ...], ...]:
    return resolve(told, decided).clusters
