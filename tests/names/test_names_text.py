"""Folding, words, slugs, and how common a name is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scholargraph.names.frequency import namesakes
from scholargraph.names.people import parse_person
from scholargraph.names.text import content_words, fold, slug, words


def test_fold_leaves_plain_words() -> None:
    assert fold("  Joséphine – S-LoRA!\n") == "josephine s lora"
    assert fold("ﬁne ½ 張") == "fine 1 2 zhang"
    assert words("K‐wise, O'Neil") == ["k", "wise", "o", "neil"]
    assert content_words("When does the Tide Turn?") == ["tide", "turn"]


def test_slug_is_cut_between_words() -> None:
    assert slug("When does the tide turn?") == "when-does-the-tide-turn"
    assert slug("When does the tide turn?", 15) == "when-does-the"
    assert slug("Donaudampfschifffahrt", 5) == "donau"
    assert slug("!?") == ""


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(slug(text, 20)) <= 20


def test_common_names_have_more_bearers() -> None:
    common, middling, rare = (namesakes(parse_person(n)) for n in ("Wei Zhang", "Yao Lu", "Ilse Brandtner"))
    assert common > middling > rare
    assert namesakes(parse_person("W. Zhang")) > common
    assert namesakes(parse_person("Wei Q. Zhang")) < common
