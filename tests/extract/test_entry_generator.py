"""The generator of publication lists and the training made of it."""

from random import Random

import pytest
from benchmarks.entries import by_model, draw_held_out, score
from benchmarks.entry_families import HELD_OUT
from tools.entry_model.calibrate import rising
from tools.entry_model.families import FAMILIES
from tools.entry_model.lists import draw_list
from tools.entry_model.patterns import Segment, render
from tools.entry_model.train import draw_lists, gold_labels

from scholargraph.extract.entries.tokens import tokenise


def test_no_held_out_family_is_trained_on():
    assert len(FAMILIES) >= 40
    assert len(HELD_OUT) >= 10
    assert {family.style for family in HELD_OUT} == {"formal", "cv"}
    trained = {(family.front, family.tail) for family in FAMILIES}
    assert not trained & {(family.front, family.tail) for family in HELD_OUT}


def test_the_same_seed_gives_the_same_lists():
    first, second = (draw_lists(Random(3), FAMILIES[:4], 40) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("seed", range(5))
def test_places_cover_the_text_and_every_token_has_a_label(seed):
    rng = Random(seed)
    for family in FAMILIES:
        for sample in draw_list(rng, family, 2).samples:
            ends = [0, *(end for _, end, _ in sample.places)]
            assert ends == sorted(ends)
            assert ends[-1] == len(sample.block.text) == len(sample.block.raw)
            tokens = tokenise(sample.block)
            assert len(gold_labels(sample, tokens)) == len(tokens.words)


def test_groups_with_an_empty_field_vanish():
    fields = {"T": [Segment("On x?", "TI")], "Y": [Segment("2020", "YR")]}
    made = render("{T}. {V}[, {Y}][, pp. {PG}].", {**fields, "V": [Segment("Mind", "VE")]})
    assert "".join(segment.text for segment in made) == "On x? Mind, 2020."


def test_shares_rise_with_likelihood():
    pairs = [(0.2, True), (0.4, False), (0.7, False), (0.9, True), (0.99, True)] * 20
    shares = [share for _, share in rising(pairs)]
    assert shares == sorted(shares)


def test_the_models_read_lists_of_templates_never_trained_on():
    figures = score(draw_held_out(60, seed=3), by_model)
    assert all(figures[style]["fully right"] > 0.8 for style in ("formal", "cv"))
    assert all(figures[style]["author F1"] > 0.95 for style in ("formal", "cv"))
