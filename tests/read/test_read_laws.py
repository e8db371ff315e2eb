"""Laws that hold for every document: the blocks stand in the lines, in order, and know where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reading_kit import check
from scholargraph.errors import ReadError
from scholargraph.extract.telling import cite
from scholargraph.read import discover, read, source_ids

SIGNS = """** * _ ` [ ] ( ](http://x) <b> </b> <br> <li> <!-- --> - ## === --- ``` name: bio: " '' /bio
 Ann Lee and é Ã© √° $^*$ ^{*} $x$ \\* \\diamond &amp; | > 1. [1] • EDUCATION Awards 2019 , . {%comment%}
 {%endcomment%} [x]:http://y <sup>1</sup> ﬁ"""
PIECES = SIGNS.split()
SPACES = [" ", "\n", "\n\n", "\t", "  ", "\xa0", "\x0c", "\u2028", "\r\n", "", "\n    "]
TEXTS = st.lists(st.sampled_from(PIECES + SPACES * 4), max_size=60).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=TEXTS, suffix=st.sampled_from([".md", ".txt"]), front=st.booleans())
def test_laws_hold_for_any_heap_of_signs(tmp_path: Path, text: str, suffix: str, front: bool) -> None:
    file = tmp_path / f"x{suffix}"
    file.write_bytes((f"---\nname: x\n{text}" if front else text).encode())
    if text.strip() or front:
        check(read(file, "x"))
    else:
        with pytest.raises(ReadError, match="empty"):
            read(file, "x")


def test_laws_hold_for_the_seeds(seeds: Path) -> None:
    documents = [read(file, name) for file, name in source_ids(discover([seeds])[0]).items()]
    assert len(documents) == 5
    for document in documents:
        check(document)
        assert not document.notes


def test_names_are_quoted_without_stars(seeds: Path) -> None:
    document = read(seeds / "cv_bz.md", "cv_bz")
    bold = [(b, m) for b in document.blocks for m in b.marks if m.kind == "bold" and b.key.isdigit()]
    assert len(bold) == 31
    assert {cite(block, mark.start, mark.end).quote for block, mark in bold} == {"Banghua Zhu"}
    starred = {b.key: b.text.split(".")[0].count("*") for b in document.blocks if "*" in b.text}
    assert starred == {"6": 3, "13": 2, "19": 3, "1": 3}


def test_a_large_text_is_read_whole(tmp_path: Path) -> None:
    """Forty thousand entries: reading that is quadratic would not come back."""
    file = tmp_path / "x.md"
    file.write_text("- [1] **Ann Lee***, Bob Roe*. A [title](http://x.y). *ICML 2020*.\n" * 40_000)
    assert len(read(file, "x").blocks) == 40_000
