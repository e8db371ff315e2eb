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
        ("2022-Now", "2022", "", True),
        ("07/15 - present", "2015-07", "", True),
        ("08/2012 – until now", "2012-08", "", True),
        ("2012年9月-2015年6月", "2012-09", "2015-06", False),
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
        ("2012- Lecturer", "2012", "", True),
        ("2012 –\tLecturer", "2012", "", True),
        ("seit 10/2014", "2014-10", "", True),
        ("dal 2018", "2018", "", True),
        ("2019 – atual", "2019", "", True),
        ("2018 - heden", "2018", "", True),
        ("sept. 2012 - août 2015", "2012-09", "2015-08", False),
        ("WS 2007/08", "2007", "2008", False),
        ("Fall 2014–Spring 2018", "2014", "2018", False),
        ("’98–’02", "1998", "2002", False),
        ("Sep '12 – Aug '15", "2012-09", "2015-08", False),
        ("06/22 – 09/24", "2022-06", "2024-09", False),
        ("2010 to date", "2010", "", True),
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


def test_a_month_is_a_word_of_its_own():
    assert find_when("University of Otago. 2015–2017") == DateRange("2015", "2017", False, (21, 30))


def test_two_figures_alone_are_no_date_and_a_year_at_school_is_two_years():
    assert find_when("Bus 06/22") is None
    assert find_when("Fellow, 2006-07") == DateRange("2006", "2007", False, (8, 15))
    assert find_when("2010-12, Fellow") == DateRange("2010", "2012", False, (0, 7))
    assert find_when("2016-09, Fellow") == DateRange("2016-09", "2016-09", False, (0, 7))
    assert find_when("Degree 06/2005") == DateRange("2005-06", "2005-06", False, (7, 14))


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
