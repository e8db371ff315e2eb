"""What stands behind a university: its city, or one of its departments."""

from __future__ import annotations

import pytest

from scholargraph.names.organizations import split_place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Aalto University, Espoo", "Espoo"),
        ("Chalmers University of Technology, Gothenburg", "Gothenburg"),
        ("University of Oxford, Philosophy", ""),
        ("Stanford University, Statistics", ""),
        ("University of Toronto, Vector Institute", ""),
    ],
)
def test_a_city_is_a_place_and_a_field_is_not(text: str, place: str) -> None:
    assert split_place(text)[1] == place
