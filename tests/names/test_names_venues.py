"""Venues as printed: series, kind, year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.names.venues import looks_like_venue, parse_venue, venue_key


@pytest.mark.parametrize(
    ("printed", "series", "kind", "year"),
    [
        ("ISIT 2022", "ISIT", "conference", "2022"),
        ("OSDI'21", "OSDI", "conference", "2021"),
        ("NeurIPS’17", "NeurIPS", "conference", "2017"),
        ("NIPS 2016 (Oral)", "NeurIPS", "conference", "2016"),
        ("Proc. of the 35th ICML (2018)", "ICML", "conference", "2018"),
        ("International Conference on Machine Learning, PMLR 80, 2018", "ICML", "conference", "2018"),
        ("Advances in Neural Information Processing Systems 33", "NeurIPS", "conference", ""),
        ("The Annals of Statistics, 49(3):1234-1256, 2021", "Annals of Statistics", "journal", "2021"),
        ("Phys. Rev. Lett. 120, 123456 (2018)", "Physical Review Letters", "journal", "2018"),
        ("Proceedings of the IEEE, vol. 7", "Proceedings of the IEEE", "journal", ""),
        ("arXiv preprint arXiv:2301.12345", "arXiv", "repository", ""),
        ("bioRxiv 2020.01.01.123456", "bioRxiv", "repository", ""),
        ("NeurIPS 2023 Quiet Models Workshop", "NeurIPS Quiet Models Workshop", "workshop", "2023"),
        ("Journal of Teapots, vol. 3, no. 2, pp. 1-20, 2019", "Journal of Teapots", "journal", "2019"),
        ("3rd Symposium on Teapots 2016", "Symposium on Teapots", "conference", "2016"),
        ("in NeurIPS 2023 Workshop on Teapots", "NeurIPS Workshop on Teapots", "workshop", "2023"),
    ],
)  # fmt: skip
def test_series_kind_year(printed: str, series: str, kind: str, year: str) -> None:
    found = parse_venue(printed)
    assert found is not None
    assert (found.series, found.kind, found.year) == (series, kind, year)


@pytest.mark.parametrize(
    "printed", ["", "In submission", "in preparation.", "PhD thesis", "2019", "to appear"]
)
def test_a_status_is_no_venue(printed: str) -> None:
    assert parse_venue(printed) is None


@pytest.mark.parametrize(
    "printed",
    ["ICML", "Annals of Statistics", "Journal of Teapots", "Nature, 2020", "KDD '19", "Teapots Workshop"],
)
def test_looks_like_a_venue(printed: str) -> None:
    assert looks_like_venue(printed)


@pytest.mark.parametrize(
    "printed", ["Ada Byron", "Machine Learning", "Science", "I wrote letters to a review of books."]
)
def test_does_not_look_like_a_venue(printed: str) -> None:
    assert not looks_like_venue(printed)


def test_a_subtitle_with_journal_in_it_stays() -> None:
    found = parse_venue("Information and Inference: A Journal of the IMA")
    assert found is not None
    assert found.series == "Information and Inference: A Journal of the IMA"


def test_one_key_for_one_series() -> None:
    one = {
        venue_key(v) for v in ("NIPS", "NeurIPS 2020", "Advances in Neural Information Processing Systems")
    }
    assert len(one) == 1
    assert venue_key("NeurIPS 2023 Quiet Models Workshop") == venue_key("Workshop on Quiet Models at NeurIPS")
    assert venue_key("NeurIPS Workshop on Teapots") != venue_key("NeurIPS")
    assert venue_key("Nature") != venue_key("Nature Physics")


@given(st.sampled_from(["ICML", "OSDI", "Nature Physics", "Journal of Teapots"]), st.integers(1970, 2040))
def test_the_year_never_belongs_to_the_series(name: str, year: int) -> None:
    for printed in (f"{name} {year}", f"{name}, {year}", f"{name} ({year})"):
        found = parse_venue(printed)
        assert found is not None
        assert (found.series, found.year) == (name, str(year))


@given(st.text(max_size=80))
def test_any_text_parses(text: str) -> None:
    found = parse_venue(text)
    assert found is None or found.series
    looks_like_venue(text)
    venue_key(text)
