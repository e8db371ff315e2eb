import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.extract.people import shared_marks, split_authors


def names(text):
    return [author.name for author in split_authors(text).authors]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Ada Byrne, Luis Ortega and Tom Reed", ["Ada Byrne", "Luis Ortega", "Tom Reed"]),
        ("Ada Byrne, Luis Ortega, and Tom Reed", ["Ada Byrne", "Luis Ortega", "Tom Reed"]),
        ("Ada Byrne & Tom Reed", ["Ada Byrne", "Tom Reed"]),
        ("Byrne, A., Ortega, L., & Reed, T. Q.", ["A. Byrne", "L. Ortega", "T. Q. Reed"]),
        ("Byrne A, Ortega LM, Chen M-L", ["A. Byrne", "L. M. Ortega", "M.-L. Chen"]),
        ("Byrne, Ada; Ortega, Luis", ["Ada Byrne", "Luis Ortega"]),
        ("Byrne, Ada, and Tom Reed", ["Ada Byrne", "Tom Reed"]),
        ("van der Berg, P., O'Neil, K.", ["P. van der Berg", "K. O'Neil"]),
        ("Reed, Tom, Jr., and Ada Byrne", ["Tom Reed Jr.", "Ada Byrne"]),
        ("Ada Byrne, MD, PhD, Tom Reed, MD", ["Ada Byrne", "Tom Reed"]),
        ("Prof. Ada K. Byrne and Dr. Luis Ortega", ["Ada K. Byrne", "Luis Ortega"]),
        ("Ada Byrne (student), Tom Reed", ["Ada Byrne", "Tom Reed"]),
        ("Ada Byrne, the ATLAS Collaboration", ["Ada Byrne"]),
    ],
)
def test_a_list_is_split_into_clean_names(printed, expected):
    assert names(printed) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "Ada Byrne, Tom Reed et al.",
        "Ada Byrne, Tom Reed, and others",
        "Ada Byrne, Tom Reed and 12 others",
        "Ada Byrne, Tom Reed, …",
    ],
)
def test_a_cut_list_is_not_complete(printed):
    found = split_authors(printed)
    assert [author.name for author in found.authors] == ["Ada Byrne", "Tom Reed"]
    assert not found.complete


def test_a_name_after_a_gap_has_no_known_place():
    found = split_authors("Ada Byrne, ..., Tom Reed")
    assert [(author.name, author.ordinal) for author in found.authors] == [("Ada Byrne", 1), ("Tom Reed", 0)]


@pytest.mark.parametrize("mark", ["*", "†", "^{*}", "$^*$", "\\*"])
def test_marks_are_no_part_of_names(mark):
    found = split_authors(f"Ada Byrne{mark}, Tom Reed{mark}, Luis Ortega".replace("\\*", "*"))
    assert [author.name for author in found.authors] == ["Ada Byrne", "Tom Reed", "Luis Ortega"]
    assert len(shared_marks(found.authors)) == 1


def test_figures_after_names_are_marks_but_no_contribution():
    found = split_authors("Ada Byrne1,2, Tom Reed1")
    assert [author.name for author in found.authors] == ["Ada Byrne", "Tom Reed"]
    assert not shared_marks(found.authors)


@pytest.mark.parametrize(
    "text", ["Data Refinement", "Fairness, Accountability and Transparency", "Ada Byrne. Robust Statistics"]
)
def test_titles_are_no_lists_of_people(text):
    assert not split_authors(text).sure


@given(st.text(alphabet="Ada Byrne,;&*†.{}^1 ", max_size=60))
def test_places_lie_inside_in_order(text):
    places = [(author.start, author.end) for author in split_authors(text).authors]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert places == sorted(places)
