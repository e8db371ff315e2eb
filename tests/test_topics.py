"""Topics: what belongs together comes together, under names a person understands."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scholargraph.topics import cluster
from scholargraph.topics.words import fold, short_forms

BEES = [
    "Waggle dances of honey bees\nForaging honey bees tell the direction of nectar by a waggle dance.",
    "Nectar foraging in honey bees\nWe show that honey bees choose nectar by the waggle dance of the hive.",
    "Pollen and nectar in the hive\nHoney bees store pollen. The waggle dance guides foraging.",
    "Decoding the waggle dance\nA camera in the hive decodes the waggle dance of honey bees near nectar.",
]
ICE = [
    "Glacier retreat in the Alps\nGlacier retreat is measured by satellite altimetry of the ice surface.",
    "Satellite altimetry of ice sheets\nIce sheet elevation from satellite altimetry shows glacier retreat.",
    "Ice flow and glacier retreat\nWe model ice flow; glacier retreat follows the climate.",
    "Meltwater below the ice sheet\nMeltwater speeds ice flow and glacier retreat, says satellite altimetry.",
]
TEXTS = {f"work/{number}": text for number, text in enumerate(BEES + ICE)}


def test_documents_about_one_thing_come_together() -> None:
    groups = {frozenset(id_ for id_, _ in found.members) for found in cluster(TEXTS, count=2)}
    assert groups == {frozenset(list(TEXTS)[:4]), frozenset(list(TEXTS)[4:])}


def test_labels_are_phrases_of_the_texts() -> None:
    labels = {found.label for found in cluster(TEXTS, count=2)}
    assert labels <= {"Waggle dance", "Honey bees", "Glacier retreat", "Satellite altimetry"}
    assert len(labels) == 2


def test_terms_do_not_repeat_the_label() -> None:
    for found in cluster(TEXTS, count=2):
        assert len(found.terms) == 2
        assert not {fold(word) for word in found.label.split()} & {
            fold(word) for term in found.terms for word in term.split()
        }


def test_the_order_of_the_texts_does_not_matter() -> None:
    shuffled = list(TEXTS.items())
    random.Random(4).shuffle(shuffled)
    assert cluster(dict(shuffled)) == cluster(TEXTS)


def test_a_short_form_counts_as_what_it_stands_for() -> None:
    texts = {
        "a": "Learning from human feedback (LHF)\nWe study learning from human feedback.",
        "b": "Limits of LHF\nLHF needs data.",
        "c": "LHF in practice\nOn LHF.",
    }
    assert short_forms(texts.values()) == {"lhf": ("learning", "human", "feedback")}
    assert [found.label for found in cluster(texts, count=1)] == ["Learning from human feedback"]


def test_names_of_known_topics_are_favoured() -> None:
    assert "Ice flow" not in {found.label for found in cluster(TEXTS, count=2)}
    assert "Ice flow" in {found.label for found in cluster(TEXTS, count=2, preferred=["Ice Flows"])}


@pytest.mark.parametrize("texts", [{}, {"a": ""}, {"a": "The of and", "b": "1 2 3"}])
def test_without_a_telling_word_there_is_no_topic(texts: dict[str, str]) -> None:
    assert cluster(texts) == []


def test_one_document_is_one_topic() -> None:
    (found,) = cluster({"a": "Sorting with noisy comparisons"})
    assert found.members == (("a", 1.0),)
    assert found.label


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.text(max_size=4), st.text(max_size=120), max_size=12))
def test_no_document_is_lost_or_counted_twice(texts: dict[str, str]) -> None:
    found = cluster(texts)
    members = [id_ for one in found for id_, _ in one.members]
    assert len(members) == len(set(members))
    assert set(members) <= set(texts)
    assert len({one.label for one in found}) == len(found)
    assert all(0 <= score <= 1 for one in found for _, score in one.members)
