import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.extract.dates import DateRange, find_range, find_when, find_years, parse_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2017", "2017"),
        ("2017.10", "2017-10"),
        ("2017.1", "2017-01"),
        ("2022-05-24", "2022-05-24"),
        ("May 24, 2022", "2022-05-24"),
        ("24 May 2022", "2022-05-24"),
        ("3rd of March 2021", "2021-03-03"),
        ("Sept 2019", "2019-09"),
        ("Sept. 2019", "2019-09"),
        ("(June 2020)", "2020-06"),
        ("10/2017", "2017-10"),
        ("24/05/2022", "2022-05-24"),
        ("05/06/2022", "2022"),
        ("Fall 2018", "2018"),
        ("mars 2015", "2015-03"),
        ("May 10", ""),
        ("2017.13", ""),
        ("1850", ""),
        ("soon", ""),
    ],
)
def test_a_date_keeps_the_precision_that_is_printed(printed, iso):
    assert parse_date(printed) == iso


@pytest.mark.parametrize(
    ("printed", "start", "end", "current"),
    [
        ("2018 - 2024", "2018", "2024", False),
        ("2019-2021", "2019", "2021", False),
        ("(2021 - 2023)", "2021", "2023", False),
        ("2017.7 - 2017.10", "2017-07", "2017-10", False),
        ("Sep 2014 – Jun 2018", "2014-09", "2018-06", False),
        ("May – Aug 2019", "2019-05", "2019-08", False),
        ("2018–24", "2018", "2024", False),
        ("2015/16", "2015", "2016", False),
        ("2025 -", "2025", "", True),
        ("2016–", "2016", "", True),
        ("2023 - Now", "2023", "", True),
        ("09/2018 to present", "2018-09", "", True),
        ("since 2019", "2019", "", True),
        ("until 2020", "", "2020", False),
    ],
)
def test_a_range_is_read_in_its_usual_forms(printed, start, end, current):
    found = find_range(printed)
    assert found is not None
    assert (found.start, found.end, found.current) == (start, end, current)


def test_a_range_knows_its_place():
    text = "Assistant Professor at Somewhere, WA 2025 -"
    found = find_range(text)
    assert found is not None
    assert text[slice(*found.at)] == "2025 -"


def test_the_range_at_the_edge_of_a_line_is_its_date():
    assert find_range("Chronicles 1914-1918, University of Exeter 2001-2005") == DateRange(
        "2001", "2005", False, (43, 52)
    )


@pytest.mark.parametrize(
    "text", ["ICML 2024", "Mucin 2 gene", "95.2/100", "1st/262", "room 12-14", "May work"]
)
def test_what_is_no_range_is_none(text):
    assert find_range(text) is None


def test_a_lone_date_starts_and_ends_in_itself():
    assert find_when("Qualcomm Scholarship, 2016") == DateRange("2016", "2016", False, (22, 26))


def test_years_do_not_come_from_identifiers_and_pages():
    assert [year for year, _, _ in find_years("Lancet 2019; doi 10.1056/NEJM2001; pp. 2001-2010")] == ["2019"]


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28))
def test_an_iso_date_is_itself(year, month, day):
    iso = f"{year}-{month:02}-{day:02}"
    assert parse_date(iso) == iso


@given(st.text(max_size=60))
def test_no_text_breaks_the_search_and_places_lie_inside(text):
    found = find_when(text)
    assert found is None or 0 <= found.at[0] < found.at[1] <= len(text)
