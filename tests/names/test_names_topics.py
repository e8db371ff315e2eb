"""Topics: arXiv categories and what makes two labels one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.names.topics import arxiv_category, topic_key, topic_names


@pytest.mark.parametrize(
    ("code", "notation"),
    [("LG", "cs.LG"), ("cs.LG", "cs.LG"), ("ML", "stat.ML"), ("ST", "math.ST"), ("hep-th", "hep-th"),
     ("cs", "cs"), ("GT", "cs.GT"), ("mes-hall", "cond-mat.mes-hall"), ("q-bio.NC", "q-bio.NC")],
)  # fmt: skip
def test_category(code: str, notation: str) -> None:
    found = arxiv_category(code)
    assert found is not None
    assert found.notation == notation
    assert found.parent == notation.rpartition(".")[0]


@pytest.mark.parametrize("code", ["", "lg", "Code", "XX", "cs.XX", "May"])
def test_no_category(code: str) -> None:
    assert arxiv_category(code) is None


@pytest.mark.parametrize(
    "labels",
    [
        ("RLHF", "reinforcement learning from human feedback", "Reinforcement Learning with Human Feedback"),
        ("LLM", "LLMs", "Large Language Models"),
        ("Generative Adversarial Networks (GANs)", "GAN"),
        ("alignment of LLMs", "alignment of large language models"),
        ("fMRI", "functional magnetic resonance imaging"),
        ("Bandits", "bandit"),
    ],
)
def test_one_topic(labels: tuple[str, ...]) -> None:
    assert len({topic_key(label) for label in labels}) == 1


def test_different_topics_stay_apart() -> None:
    labels = ["statistics", "robust statistics", "statistic mechanics", "RL", "deep RL", "physics", "bias"]
    assert len({topic_key(label) for label in labels}) == len(labels)


def test_names_of_a_topic() -> None:
    assert topic_names("LLMs") == ("large language model", "LLM", "LLMs")
    assert topic_names("teapots") == ()


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    assert topic_key(topic_key(text)) == topic_key(text)
