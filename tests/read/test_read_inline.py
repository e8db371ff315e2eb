"""Mark-up inside lines: what is shown, and what is marked."""

from __future__ import annotations

import pytest

from scholargraph.model import Mark
from scholargraph.read.aligned import Aligned, mover
from scholargraph.read.inline import scan

LINKS = {"p": "https://ref.example/p"}


def shown(raw: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The visible text, and each mark with the words it covers."""
    edits, marks = scan(raw, LINKS)
    text, move = Aligned.of(raw).edited(edits).text, mover(edits)
    return text, [(m.kind, text[move(m.start) : move(m.end)], m.target) for m in marks]


@pytest.mark.parametrize(
    ("raw", "text", "bold"),
    [
        ("**Ann Lee***, Bob Roe*, Cy Poe*. T", "Ann Lee*, Bob Roe*, Cy Poe*. T", ["Ann Lee"]),
        ("Bob Roe*, **Ann Lee***, Cy Poe", "Bob Roe*, Ann Lee*, Cy Poe", ["Ann Lee"]),
        ("**Ann Lee**^{*}, Bob^{*,†}, Cy^*", "Ann Lee*, Bob*†, Cy*", ["Ann Lee"]),
        ("**Ann Lee**$^*$, Bob$^{\\dagger}$", "Ann Lee*, Bob†", ["Ann Lee"]),
        ("**Ann Lee**\\*, **Bob\\***, Cy", "Ann Lee*, Bob*, Cy", ["Ann Lee", "Bob*"]),
        ("**Ann Lee ** and Bob (UX)*, Cy*", "Ann Lee  and Bob (UX)*, Cy*", ["Ann Lee "]),
        ("**Lee, A.**, Roe", "Lee, A., Roe", ["Lee, A."]),
        ("__Ann__<sup>1,2</sup>, Bob<sup>*</sup>", "Ann¹², Bob*", ["Ann"]),
        ("*Geng, *Bob, Cy", "*Geng, *Bob, Cy", []),
        ("A* search; 2 * 3 * 4; Ann*", "A* search; 2 * 3 * 4; Ann*", []),
    ],
)
def test_stars_after_names_are_marks(raw: str, text: str, bold: list[str]) -> None:
    found, marks = shown(raw)
    assert found == text
    assert [words for kind, words, _ in marks if kind == "bold"] == bold


@pytest.mark.parametrize(
    ("raw", "text", "marks"),
    [
        ("a *ICML 2020*.", "a ICML 2020.", [("italic", "ICML 2020", "")]),
        ("***Both*** x", "Both x", [("italic", "Both", ""), ("bold", "Both", "")]),
        ("[A *T*](http://a.b/c_(d) 'x')", "A T", [("link", "A T", "http://a.b/c_(d)"), ("italic", "T", "")]),
        ("[A][p], [1], [q][r]", "A, [1], [q][r]", [("link", "A", LINKS["p"])]),
        ("<http://a.b/>", "http://a.b/", [("link", "http://a.b/", "http://a.b/")]),
        ("<x@y.org>", "x@y.org", [("link", "x@y.org", "x@y.org")]),
        ("`a *b*` ``c`d``", "a *b* c`d", [("code", "a *b*", ""), ("code", "c`d", "")]),
        ("<a href='http://a.b/?x=1&amp;y'>P</a>", "P", [("link", "P", "http://a.b/?x=1&y")]),
        ("![me](me.jpg)", "me", [("image", "me", "me.jpg")]),
    ],
)  # fmt: skip
def test_marks(raw: str, text: str, marks: list[tuple[str, str, str]]) -> None:
    assert shown(raw) == (text, marks)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("R&amp;D &lt;3 &eacute; &nope; AT&T", "R&D <3 é &nope; AT&T"),
        ("a@b.c \\diamond home \\hfill 2020 \\quad x", "a@b.c · home \t 2020   x"),
        ("<=10, <30GB, a < b > c, <foo>", "<=10, <30GB, a < b > c, <foo>"),
        ("one<br>two<li>three</li>", "one\ntwo\n- three\n"),
        ("$K$-wise, $a*b*c$, $O(n^2)$", "$K$-wise, $a*b*c$, $O(n^2)$"),
        ("costs $5 and $10; snake_case_name", "costs $5 and $10; snake_case_name"),
        ("https://a.b/_c_d_e and \\# 50\\%", "https://a.b/_c_d_e and # 50%"),
        ("H<sub>2</sub>O <img src='x'>", "H2O "),
    ],
)
def test_text(raw: str, text: str) -> None:
    assert shown(raw)[0] == text


@pytest.mark.parametrize(
    "piece", ["[", "](", "*a _b ", "`" * 3 + "x`", "<a ", "$a", "**", "![", "&amp", "<b>", "\\"]
)
def test_any_pile_of_signs_is_scanned(piece: str) -> None:
    """Two hundred thousand signs that open and never close: quadratic scanning would not come back."""
    edits, marks = scan(piece * 50_000, LINKS)
    assert len(edits) + len(marks) <= 4 * len(piece) * 50_000


def test_clean_text_has_no_edits() -> None:
    assert scan("Plain words, (with) signs: 1-2.", {}) == ([], [])
    assert Mark("bold", 2, 5) in scan("**Ann**", {})[1]
