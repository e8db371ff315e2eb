"""Which printed names of degrees mean one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.names.degrees import degree_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ph.D.", "Doctor of Philosophy"),
        ("PhD in Botany", "doctorate"),
        ("Master’s degree", "Master"),
        ("B.Sc. (Hons)", "Bachelor of Science in Botany"),
    ],
)
def test_one_degree(one: str, other: str) -> None:
    assert degree_key(one) == degree_key(other)


@pytest.mark.parametrize(("one", "other"), [("M.Sc.", "M.A."), ("Dr. rer. nat.", "M.D."), ("Ed.D.", "Ph.D.")])
def test_two_degrees(one: str, other: str) -> None:
    assert degree_key(one) != degree_key(other)


@given(st.text(max_size=40))
def test_any_text_has_a_key(text: str) -> None:
    assert degree_key(text) == degree_key(text.strip())
