"""PDF files that are broken, locked, endless or say nothing: one clear line each, in bounded time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pdf_kit import Words, check, column, pdf
from scholargraph.errors import ReadError
from scholargraph.read import read
from scholargraph.read.pdf import read_pdf
from scholargraph.read.pdf.glyphs import MAX_GLYPHS
from scholargraph.read.pdf.pages import MAX_PAGES

GOOD = pdf(Words(72, 700, "Ilse Brandt").syntax())
LOCKED = GOOD.replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
    b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>",
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no PDF file"),
        (b"\x89PNG and more", "no PDF file"),
        (GOOD[: len(GOOD) // 3], "damaged or cut off"),
        (LOCKED, "locked with a password"),
        (pdf(b"0 0 300 300 re f"), "no text layer: 1 page of pictures"),
        (pdf(b"0 0 300 300 re f", b""), "no text layer: 2 pages of pictures"),
        (pdf(column(72, 700, ["Wklv lv d whvw ri vkliwhg whaw"] * 20)), "does not tell which letters"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_pdf(data, "x.pdf")


def test_long_files_are_cut_with_a_note() -> None:
    page = Words(72, 700, "Ilse Brandt").syntax()
    _, _, notes, pages = read_pdf(pdf(*[page] * (MAX_PAGES + 5)), "x.pdf")
    assert len(pages) == MAX_PAGES
    assert notes == [f"only the first {MAX_PAGES} of {MAX_PAGES + 5} pages are read"]
    full = b"BT /F1 .01 Tf 72 700 Td (" + b"wax " * (MAX_GLYPHS // 2) + b") Tj ET"
    assert read_pdf(pdf(full), "x.pdf")[2] == [f"page 1: only the first {MAX_GLYPHS:,} characters are read"]


def test_pages_without_text_are_noted() -> None:
    lines, _, notes, pages = read_pdf(pdf(Words(72, 700, "Ilse Brandt").syntax(), b""), "x.pdf")
    assert (lines, pages) == (("Ilse Brandt",), (1, 2))
    assert notes == ["no text on 1 of 2 pages (page 2 is the first)"]


def test_strange_sizes_do_no_harm() -> None:
    odd = b"BT /F1 1e30 Tf 72 700 Td (Big) Tj ET BT /F1 0 Tf 72 600 Td (None) Tj ET " + b"q " * 50_000
    assert read_pdf(pdf(odd + Words(72, 500, "Ilse Brandt").syntax()), "x.pdf")[0][-1] == "Ilse Brandt"


def test_a_row_of_thousands_of_words_is_read() -> None:
    """Reading that is quadratic in the length of a row would not come back."""
    row = b"".join(Words(72 + i * 0.01, 700 - (i % 3) * 0.3, "ab", "F1", 0.01).syntax() for i in range(9_000))
    assert read_pdf(pdf(row), "x.pdf")[0]


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255), cut=st.booleans())
def test_any_damage_ends_in_lines_or_an_error(at: int, byte: int, cut: bool) -> None:
    damaged = GOOD[:at] if cut else GOOD[:at] + bytes([byte]) + GOOD[at + 1 :]
    try:
        lines, blocks, _, pages = read_pdf(damaged, "x.pdf")
    except ReadError:
        return
    assert lines
    assert pages
    assert all(block.end_line <= len(lines) for block in blocks)


WORDS = st.builds(
    Words,
    st.integers(0, 590),
    st.integers(0, 790),
    st.sampled_from(
        ["Ilse Brandt", "2019 –", "•", "1.", "´", "e", "Education", "co-", "author", "a@b.org", " "]
    ),
    st.sampled_from(["F1", "F2", "F3"]),
    st.sampled_from([6, 10, 10.5, 20]),
)


@settings(max_examples=80, deadline=None)
@given(pages=st.lists(st.lists(WORDS, max_size=25), min_size=1, max_size=3))
def test_words_scattered_over_pages_keep_the_laws(
    pages: list[list[Words]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file: Path = tmp_path_factory.getbasetemp() / "scattered.pdf"
    file.write_bytes(pdf(*(b"".join(words.syntax() for words in page) for page in pages)))
    if any(words.text.strip() for page in pages for words in page):
        check(read(file, "x"))
    else:
        with pytest.raises(ReadError, match="no text layer"):
            read(file, "x")
