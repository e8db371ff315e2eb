"""Bytes of any usual encoding become lines; what is no text is refused in one clear line."""

from __future__ import annotations

import pytest

from scholargraph.errors import ReadError
from scholargraph.read import decoding
from scholargraph.read.decoding import decode


def test_only_the_three_line_ends_end_lines() -> None:
    lines = ("a", "b", "", "c\x0bd\x0ce\u2028f", "g")
    assert decode("a\r\nb\r\rc\x0bd\x0ce\u2028f\ng\n".encode(), "x").lines == lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_all_its_forms(encoding: str) -> None:
    text = "Ann Lee’s home page\nat the University of Zürich\n"
    assert decode(text.encode(encoding), "x") == (tuple(text.splitlines()), ())


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "José García, Universität München"),
        ("cp1252", "Hao’s co\xad-worker paid £500 – “twice”"),
        ("cp1250", "Łódź i Kraków, Zbigniew Świątek, żółw"),
        ("cp1251", "Привет мир, это Иван Петров. Он профессор."),
        ("koi8_r", "Привет мир, это Иван Петров. Он профессор."),
        ("gb18030", "李明是清华大学的教授，研究方向是机器学习。"),
        ("shift_jis", "東京大学の教授です。機械学習を研究しています。"),
        ("mac_roman", "José García à l’université. Ça va être très bien."),
    ],
)
def test_other_encodings_are_read_with_a_note(encoding: str, text: str) -> None:
    decoded = decode(b"first line\n" + text.encode(encoding), "x")
    assert decoded.lines == ("first line", text)
    assert decoded.notes[0].startswith("line 2: not UTF-8; the file is read as ")


def test_a_strange_byte_in_utf8_is_read_and_noted() -> None:
    decoded = decode("Zürich, Genève, Österreich\nAnn".encode() + b"\x92s page", "x")
    assert decoded.lines[1] == "Ann’s page"
    assert decoded.notes == ("line 2: a byte that is not UTF-8; such bytes are read as Windows-1252",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "x.txt: the file is empty"),
        (b"\xef\xbb\xbf \n\t\n", "x.txt: the file is empty"),
        (b"%PDF-1.7 \x00\xff", "x.txt: this is a PDF file, not text"),
        (b"PK\x03\x04rest", "x.txt: this is a ZIP archive"),
        (b"one\ntwo\nth\x00ree", "x.txt:3: binary, not text"),
        (bytes(range(1, 256)) * 5, "x.txt:1: binary, not text"),
        (b"\xff\xfea", "x.txt:1: not the UTF-16 its first bytes promise"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "x.txt")
    assert str(caught.value).startswith(says)
    assert str(caught.value).endswith("skipped; the other documents go in")


def test_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 2**20)
    monkeypatch.setattr(decoding, "MAX_LINES", 3)
    with pytest.raises(ReadError, match="3 MB of text, at most 1 MB are read"):
        decode(b"x" * 3 * 2**20, "x")
    with pytest.raises(ReadError, match="4 lines, at most 3 are read"):
        decode(b"a\nb\nc\nd\n", "x")
