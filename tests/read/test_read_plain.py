"""Plain text: lines, bullets and indentation become headings, items and paragraphs."""

from __future__ import annotations

from scholargraph.read.plain import blocks

HOMEPAGE = """\
The Homepage of Ann Lee

Assistant Professor at Example University. Incoming Fellow at Other Institute.

ann.jpeg

Research Interests

I work on things and I write a long sentence about them here so that it is a paragraph of its own.

Models

  • Larch-7B:
    Our open model, which ranks first among the models of its size in a public comparison of models!
    • Larch-7B is trained on an open data set.
  • Tern: A benchmark.

Further Areas

  1. Bandits
    • We study online and offline learning and off-policy evaluation in tabular settings
      [RZM21, MZ22].
"""

PROFILE = """\
Ann Lee

LG
h-index12
3papers

3 Papers

LGMay 24, 2022Code
dTern: Ultra-Fast Things

Ann Lee, Bob Roe et al. · example

We present things. They work.

MLMay 10
Learning Without Years

Ann Lee

We present more. It works.
"""

WRAPPED = """\
MARIA K. LEE
Department of Statistics, Example University

EDUCATION
Example University                                   2010 - 2014
  Ph.D. in Statistics, advised by Prof. Bob Roe
PUBLICATIONS

[1] M. Lee, A. Poe, and B. Roe. Generalised Resilience for Estimation
    of Means. Annals, 2019.
[2] B. Roe, M. Lee. Another Paper.
    In Examples 2020.

I work on reinforcement learning with human feedback, on robust statis-
tics, and on the theory of generative models. My group develops open
data sets for robust statistics and for the serving of large-
scale models.
"""


def outline(text: str) -> list[tuple[str, int, str, str]]:
    found, _ = blocks(tuple(text.splitlines()))
    return [(block.kind, block.level, block.key, block.text) for block in found]


def test_headings_are_short_lone_lines_that_head_something() -> None:
    assert [(level, text) for kind, level, _, text in outline(HOMEPAGE) if kind == "heading"] == [
        (1, "The Homepage of Ann Lee"),
        (2, "Research Interests"),
        (2, "Models"),
        (2, "Further Areas"),
    ]


def test_items_know_their_depth_number_and_lines() -> None:
    assert [block[1:] for block in outline(HOMEPAGE) if block[0] == "item"] == [
        (1, "•", "Larch-7B:\nOur open model, which ranks first among the models of its size in a public "
            "comparison of models!"),
        (2, "•", "Larch-7B is trained on an open data set."),
        (1, "•", "Tern: A benchmark."),
        (1, "1", "Bandits"),
        (2, "•", "We study online and offline learning and off-policy evaluation in tabular settings "
            "[RZM21, MZ22]."),
    ]  # fmt: skip


def test_lines_that_are_records_stay_apart() -> None:
    texts = [text for _, _, _, text in outline(PROFILE)]
    assert texts == [line for line in PROFILE.splitlines() if line]
    headings = [text for kind, _, _, text in outline(PROFILE) if kind == "heading"]
    assert headings == ["Ann Lee", "3 Papers"]


def test_wrapped_prose_is_joined_and_split_words_are_mended() -> None:
    assert outline(WRAPPED)[-1][3] == (
        "I work on reinforcement learning with human feedback, on robust statistics, and on the theory of "
        "generative models. My group develops open data sets for robust statistics and for the serving of "
        "large-scale models."
    )


def test_entries_of_a_wrapped_document_keep_their_lines() -> None:
    found = outline(WRAPPED)
    assert [(level, text) for kind, level, _, text in found if kind == "heading"] == [
        (1, "MARIA K. LEE"),
        (2, "EDUCATION"),
        (2, "PUBLICATIONS"),
    ]
    assert "Ph.D. in Statistics, advised by Prof. Bob Roe" in [text for *_, text in found]
    assert [block[2:] for block in found if block[0] == "item"] == [
        ("1", "M. Lee, A. Poe, and B. Roe. Generalised Resilience for Estimation of Means. Annals, 2019."),
        ("2", "B. Roe, M. Lee. Another Paper.\nIn Examples 2020."),
    ]  # fmt: skip


def test_a_list_of_lone_lines_is_no_row_of_headings() -> None:
    found = outline("Ann Lee\n\nTalks\n\nExample Seminar\n\nOther Colloquium\n\nI gave many talks there.\n")
    assert [text for kind, *_, text in found if kind == "heading"] == ["Ann Lee", "Talks"]


def test_markup_is_not_read_in_plain_text() -> None:
    assert outline("Things with <b>tags</b>, **stars** and <30GB of memory.")[0][3] == (
        "Things with <b>tags</b>, **stars** and <30GB of memory."
    )
