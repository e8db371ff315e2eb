"""Which venues, topics, products, awards and projects are one."""

from __future__ import annotations

import pytest

from resolve_kit import judgement_on, together
from scholargraph.model import Told
from scholargraph.resolve import resolve
from telling_kit import Notes


def _pair(kind: str, left: str, right: str) -> tuple[list[Told], str, str]:
    one, two = Notes("one"), Notes("two")
    a, b = one.thing(kind, left), two.thing(kind, right)
    return [one.told(), two.told()], a, b


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("venue", "NIPS", "Advances in Neural Information Processing Systems"),
        ("venue", "Journal of Teapots", "The journal of teapots"),
        ("topic", "RLHF", "Reinforcement Learning from Human Feedback"),
        ("topic", "Large language models", "LLM"),
        ("product", "S-Kettle", "SKettle"),
        ("product", "QuickBoil", "Quickboil"),
        ("product", "Kettle-3-70B", "Kettle 3 70B"),
        ("award", "2023 Ada Byron Memorial Prize", "Ada Byron Memorial Prize"),
        ("award", "Ada Byron Memorial Prize of the Royal Society", "Ada Byron Memorial Prize"),
    ],
)
def test_one(kind: str, left: str, right: str) -> None:
    told, a, b = _pair(kind, left, right)
    assert together(resolve(told), a, b)


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("venue", "NeurIPS", "NeurIPS Workshop on Teapots"),
        ("venue", "Nature", "Nature Physics"),
        ("topic", "statistics", "robust statistics"),
        ("product", "Kettle-3-70B", "Kettle-3-7B"),
        ("product", "Kettle-3", "Kettle-3.1"),
        ("product", "Kettle-V2-Chat", "Kettle-V2-Agent"),
        ("award", "Ada Byron Memorial Prize", "Ada Byron Travel Fellowship of Freedonia"),
        ("award", "Best Paper Award", "Best Paper Award"),
        ("award", "Dean's List", "Dean's List"),
    ],
)
def test_two(kind: str, left: str, right: str) -> None:
    told, a, b = _pair(kind, left, right)
    assert not together(resolve(told), a, b)


def test_arxiv_categories_are_known_by_notation_only() -> None:
    one, two = Notes("one"), Notes("two")
    learning = one.thing("topic", "Machine Learning", scheme="arxiv", notation="cs.LG")
    again = two.thing("topic", "Learning", scheme="arxiv", notation="cs.LG")
    statistical = two.thing("topic", "Machine Learning", scheme="arxiv", notation="stat.ML")
    free = two.thing("topic", "machine learning")
    found = resolve([one.told(), two.told()])
    assert together(found, learning, again)
    assert not together(found, learning, statistical)
    assert not together(found, learning, free)


def test_a_misprint_beside_its_acronym() -> None:
    one, two = Notes("one"), Notes("two")
    wrong = one.thing("topic", "larg languge models")
    one.thing("topic", "LLMs", referent=wrong)
    right = two.thing("topic", "Large Language Models")
    assert together(resolve([one.told(), two.told()]), wrong, right)


def test_a_plain_name_of_other_makers_is_left_open() -> None:
    one, two = Notes("one"), Notes("two")
    left, right = one.thing("product", "Atlas"), two.thing("product", "Atlas")
    one.relate("creator", {"subject": left, "object": one.thing("person", "Ada Byron")})
    two.relate("creator", {"subject": right, "object": two.thing("person", "Emil Post")})
    found = resolve([one.told(), two.told()])
    assert not together(found, left, right)
    doubt = judgement_on(found, left, right)
    assert doubt is not None
    assert doubt.verdict == "unsure"


def test_a_course_is_not_the_model_it_is_named_after() -> None:
    one, two = Notes("one"), Notes("two")
    model = one.thing("product", "Kettle-3", productType="model")
    course = two.thing("product", "Kettle-3", productType="course")
    assert not together(resolve([one.told(), two.told()]), model, course)


def test_an_award_told_twice() -> None:
    one, two = Notes("one"), Notes("two")
    a, b = one.thing("award", "Ada M. Byron Memorial Prize"), two.thing("award", "Byron Prize")
    for notes, award in ((one, a), (two, b)):
        person = notes.thing("person", "Emil Leon Post", orcid="0000-0002-1825-0097")
        notes.relate("awardReceipt", {"recipient": person, "award": award}, year="2021")
    found = resolve([one.told(), two.told()])
    assert together(found, a, b)
    judged = judgement_on(found, a, b)
    assert judged is not None
    assert any("2021" in reason for reason in judged.reasons)


def test_awards_of_one_list_stay_apart() -> None:
    notes = Notes("one")
    a = notes.thing("award", "Stanford EE Department Award")
    b = notes.thing("award", "Stanford EE Award for Mentoring")
    assert not together(resolve([notes.told()]), a, b)


def test_projects_of_different_identifiers_are_two() -> None:
    one, two, three = Notes("one"), Notes("two"), Notes("three")
    words = "We build kettles that boil water quickly and quietly in every kitchen. " * 3
    a = one.thing("project", "Quiet kettles", identifier="K1", description=words)
    b = two.thing("project", "Quiet kettles", identifier="K2", description=words)
    c = three.thing("project", "Quiet kettles", identifier="K1", description=words)
    found = resolve([one.told(), two.told(), three.told()])
    assert not together(found, a, b)
    assert together(found, a, c)
