"""Identifiers and addresses in running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.names.identifiers import (
    Found,
    domain,
    find_arxiv_ids,
    find_dois,
    find_emails,
    find_orcids,
    find_urls,
    is_public_domain,
    is_repository,
)

Finder = Callable[[str], list[Found]]


FOUND: list[tuple[Finder, str, list[str]]] = [
    (
        find_urls,
        r"see \url{https://github.com/a/b} (https://x.org/a_(b)).",
        ["https://github.com/a/b", "https://x.org/a_(b)"],
    ),
    (
        find_urls,
        "<http://ada.me/>, www.uni.edu; code: github.com/o/n.",
        ["http://ada.me/", "https://www.uni.edu", "https://github.com/o/n"],
    ),
    (
        find_urls,
        r"\href{https://x.org/a\_b}{page} <a href='https://y.org/?a=1&amp;b=2'>",
        ["https://x.org/a_b", "https://y.org/?a=1&b=2"],
    ),
    (find_urls, "and/or, e.g./i.e., input/output, v1.2/x", []),
    (
        find_emails,
        "Reach me at ada.bee@uni.edu or write me at b.c [at] uni [dot] edu.",
        ["ada.bee@uni.edu", "b.c@uni.edu"],
    ),
    (
        find_emails,
        "Ada@Uni.edu, b.c [at] cs.uni [dot] edu; d AT uni DOT edu",
        ["ada@uni.edu", "b.c@cs.uni.edu", "d@uni.edu"],
    ),
    (find_emails, "{ada,bo}@uni.edu.", ["ada@uni.edu", "bo@uni.edu"]),
    (find_emails, "look at this.page, met at noon", []),
    (
        find_dois,
        "doi:10.1145/3580.99. (https://doi.org/10.1000/ABC)",
        ["10.1145/3580.99", "10.1000/abc"],
    ),
    (
        find_arxiv_ids,
        "arXiv:2301.11270v2, https://arxiv.org/abs/cs/0112017, CoRR abs/1706.03762",
        ["2301.11270", "cs/0112017", "1706.03762"],
    ),
    (find_arxiv_ids, "room 2301.11270 costs 1234.5678", []),
    (
        find_orcids,
        "https://orcid.org/0000-0002-1825-0097 and 0000-0002-1825-0098",
        ["0000-0002-1825-0097"],
    ),
]


@pytest.mark.parametrize(("find", "text", "values"), FOUND)
def test_found(find: Finder, text: str, values: list[str]) -> None:
    assert [found.value for found in find(text)] == values


def test_places_are_those_of_the_printed_words() -> None:
    text = "Code (github.com/o/n), mail a [at] b.org."
    (url,), (mail,) = find_urls(text), find_emails(text)
    assert text[url.start : url.end] == "github.com/o/n"
    assert text[mail.start : mail.end] == "a [at] b.org"


def test_domains_and_repositories() -> None:
    assert domain("https://people.cs.uni.edu/~ada") == "uni.edu"
    assert domain("ada@cs.ox.ac.uk") == "ox.ac.uk"
    assert domain("https://ada.github.io/x") == "ada.github.io"
    assert domain("nothing") == domain("") == domain("http://") == ""
    assert is_public_domain("gmail.com")
    assert not is_public_domain("uni.edu")
    assert is_repository("https://github.com/o/n")
    assert is_repository("huggingface.co/o/model")
    assert not is_repository("https://github.com/o")
    assert not is_repository("https://huggingface.co/papers/1234")


@given(st.text(alphabet="ab1/.@:{}[]() htps\\w-~10", max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    for find in (find_urls, find_emails, find_dois, find_arxiv_ids, find_orcids):
        assert all(0 <= found.start < found.end <= len(text) and found.value for found in find(text))
    assert domain(text) == domain(text)
