"""Text that knows where it came from, and the laws of its map."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from scholargraph.read.aligned import Aligned, Edit, mover
from scholargraph.read.repair import repaired, repairs


def raw_of(text: Aligned, raw: str, words: str) -> str:
    """The raw words behind some words of the text."""
    start = text.text.index(words)
    return raw[text.origin[start] : text.origin[start + len(words)]]


def test_words_in_markup_are_quoted_without_it() -> None:
    raw = "see **Ann Lee**, now"
    text = Aligned.of(raw).edited([Edit(4, 6), Edit(13, 15, "", True)])
    assert text.text == "see Ann Lee, now"
    assert raw_of(text, raw, "Ann Lee") == "Ann Lee"
    assert raw_of(text, raw, "see") == "see"
    assert raw_of(text, raw, "now") == "now"
    assert raw_of(text, raw, "see Ann Lee, now") == raw


def test_replaced_words_are_quoted_as_they_stood() -> None:
    raw = "caf√© here"
    text = Aligned.of(raw).edited([Edit(3, 5, "é")])
    assert raw_of(text, raw, "café") == "caf√©"
    assert raw_of(text, raw, "here") == "here"


def test_pieces_joined_cover_what_lies_between() -> None:
    raw = "one<br>two"
    text = Aligned.joined([Aligned.of(raw)[:3], Aligned.of(raw)[7:]])
    assert (text.text, raw_of(text, raw, "two"), raw_of(text, raw, "one two")) == ("one two", "two", raw)


def test_slices_and_strips_keep_their_places() -> None:
    raw = "  ab cd  "
    text = Aligned.of(raw).strip()
    assert (text.text, text.origin_in(raw)) == ("ab cd", (2, 3, 4, 5, 6, 7))
    assert Aligned.of("   ").strip().text == ""
    assert Aligned.of("ab").origin_in("ab") is None


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    raw = draw(st.text(st.sampled_from("ab *é"), max_size=30))
    borders = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=8)))
    pairs = list(zip(borders[::2], borders[1::2], strict=False))
    return raw, [Edit(a, b, draw(st.sampled_from(["", "x", "yy"])), draw(st.booleans())) for a, b in pairs]


@given(edited())
def test_the_map_never_falls_and_stays_inside(case: tuple[str, list[Edit]]) -> None:
    raw, edits = case
    text = Aligned.of(raw).edited(edits)
    assert len(text.origin) == len(text.text) + 1
    assert all(0 <= a <= b <= len(raw) for a, b in zip(text.origin, text.origin[1:], strict=False))


@given(edited())
def test_what_is_not_edited_is_mapped_exactly_and_moved_along(case: tuple[str, list[Edit]]) -> None:
    raw, edits = case
    text, move = Aligned.of(raw).edited(edits), mover(edits)
    touched = {i for edit in edits for i in range(edit.start, edit.end)}
    for i in set(range(len(raw))) - touched:
        assert text.text[move(i)] == raw[i]
        assert i in range(text.origin[move(i)], max(text.origin[move(i) + 1], i + 1))


PLAIN = ["", "é", "\u2009", "\xad", "\u200b", "e\u0301", "ﬁ", "李", "\x0c", "-"]
DAMAGED = (["√°", "¬†", "‚Äô"], ["Ã©", "Å¡", "‚Äô"])
"""What Mac Roman, and what Windows-1252, make of UTF-8; one document has been through one of them."""


def _texts(pieces: list[str]) -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(pieces), max_size=3).map(lambda parts: f"a{'b'.join(parts)}z")
    return st.lists(words, max_size=6).map(" ".join)


TRICKY = st.one_of(*(_texts([*PLAIN, *damaged]) for damaged in DAMAGED))


@given(TRICKY)
def test_every_token_is_quoted_by_words_that_hold_it(raw: str) -> None:
    text = Aligned.of(raw).edited(repairs(raw))
    for token in re.finditer(r"\w+", text.text):
        quote = raw[text.origin[token.start()] : text.origin[token.end()]]
        assert token.group() in repaired(quote)


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_ascii_is_left_alone(raw: str) -> None:
    assert repairs(raw) == []
