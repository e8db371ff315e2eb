"""HTML pages of every make: what a reader sees, in order, with marks and exact places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.errors import ReadError
from scholargraph.extract.telling import cite
from scholargraph.model import Block
from scholargraph.read import read as read_file
from scholargraph.read.html import blocks, looks_like_page


def read(page: str) -> list[Block]:
    return blocks(tuple(page.split("\n")))[0]


def shown(page: str) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in read(page) if b.kind != "field"]


def marked(block: Block) -> list[tuple[str, str, str]]:
    return [(m.kind, block.text[m.start : m.end], m.target) for m in block.marks]


def test_old_hand_written_page() -> None:
    page = """<HTML><BODY><CENTER><H1>Bo Cee</H1><I>Professor</I><BR>Dept. of Botany</CENTER><HR>
[<A HREF=r.html>Research</A>] [<A HREF=p.html>Papers</A>] [<A HREF=t.html>Teaching</A>]
<H2>Degrees</H2><UL><LI>Ph.D., 1985
<LI>B.Sc., 1979<P>with honours</UL>
<FONT SIZE=+1>Papers</FONT>
<OL START=3><LI>Mosses of &AElig;ra, <CITE>J. Bot.</CITE>, 3&#150;9<LI>Ferns &amp fungi</OL>
<ADDRESS>Last updated: May 1999</ADDRESS>"""
    assert shown(page) == [
        ("heading", "Bo Cee"),
        ("paragraph", "Professor\nDept. of Botany"),
        ("heading", "Degrees"),
        ("item", "Ph.D., 1985"),
        ("item", "B.Sc., 1979\nwith honours"),
        ("heading", "Papers"),
        ("item", "Mosses of Æra, J. Bot., 3–9"),
        ("item", "Ferns & fungi"),
    ]
    assert [b.key for b in read(page) if b.kind == "item"] == ["•", "•", "3", "4"]


def test_two_column_table_of_papers() -> None:
    page = """<table><tr><td><img src="t.png"></td><td>
<a href="p.html"><papertitle>A Thing</papertitle></a><br>
<strong>Ada Bee</strong>, Cy Dee*<br><em>CVPR</em>, 2023<br>
<a href="https://arxiv.org/abs/1">arXiv</a>
<p>We do things.</p></td></tr><tr><td><!-- <b>Old</b> --></td></tr></table>"""
    entry, note = [b for b in read(page) if b.kind != "field"]
    assert entry.text == "A Thing\nAda Bee, Cy Dee*\nCVPR, 2023\narXiv"
    assert marked(entry) == [
        ("link", "A Thing", "p.html"),
        ("part", "A Thing", "title"),
        ("bold", "Ada Bee", ""),
        ("italic", "CVPR", ""),
        ("link", "arXiv", "https://arxiv.org/abs/1"),
    ]
    assert note.text == "We do things."


def test_bibliography_with_parts_and_an_abstract_behind_a_switch() -> None:
    page = """<ol class="bibliography"><li><div class="abbr"><abbr class="badge">ICML</abbr></div>
<div class="title">On Things</div><div class="author"><em>Ada Bee<sup>*</sup></em>, and Cy Dee</div>
<div class="periodical"><em>In Things</em>, 2024</div><div class="links"><a class="abstract btn">Abs</a></div>
<div class="abstract hidden"><p>We look at things from all sides, and find them good.</p></div>
<div class="bibtex hidden"><pre>@article{x, title={On Things}}</pre></div></li></ol>"""
    entry, abstract = read(page)
    assert entry.text == "ICML\nOn Things\nAda Bee*, and Cy Dee\nIn Things, 2024\nAbs"
    assert [(text, part) for kind, text, part in marked(entry) if kind == "part"] == [
        ("ICML", "badge"),
        ("On Things", "title"),
        ("Ada Bee*, and Cy Dee", "authors"),
        ("In Things, 2024", "venue"),
    ]
    assert (abstract.kind, abstract.text) == (
        "paragraph",
        "We look at things from all sides, and find them good.",
    )
    assert marked(abstract) == [("part", abstract.text, "abstract")]


def test_cards_are_entries_and_menus_are_not_told() -> None:
    card = '<article class="archive-item"><h2 itemprop="headline">{}</h2>In <i>Journal</i>, 2020</article>'
    page = f"""<nav class="greedy-nav"><ul><li><a href="/">Ada Bee</a></li>
<li><a href="/cv/">CV</a></li></ul></nav>
<h1>Publications</h1>{card.format("A History of Things")}{card.format("Another History")}
<ul><li><a href="/a">Home</a></li><li><a href="/b">Teaching</a></li><li><a href="/c">Contact</a></li></ul>
<footer>Powered by <a href="x">Jekyll</a></footer>"""
    assert shown(page) == [
        ("heading", "Publications"),
        ("item", "A History of Things\nIn Journal, 2020"),
        ("item", "Another History\nIn Journal, 2020"),
    ]


def test_pages_saved_by_word() -> None:
    page = """<!--[if gte mso 9]><xml><o:Author>xx</o:Author></xml><![endif]--><style><!-- p {} --></style>
<p class=MsoNormal><b><span>EDUCATION<o:p></o:p></span></b></p>
<p class=MsoNormal>Ph.D.<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>University of
<st1:place>X</st1:place></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;&nbsp;
</span></span><![endif]><b>Quill, P.</b> S<span class=SpellE>ynthe</span>sis.</p>"""
    assert shown(page) == [
        ("heading", "EDUCATION"),
        ("paragraph", "Ph.D.\tUniversity of X"),
        ("item", "Quill, P. Synthesis."),
    ]


def test_rows_terms_floats_and_typed_bullets() -> None:
    page = """<table><tr><th>Year</th><th>Prize</th></tr>
<tr><td>2001</td><td>Best <b>Moss</b></td></tr></table>
<dl><dt>1999<dd>Moss Medal<dt>1998<dd>Fern Prize</dl>
<dl><dt>Education</dt><dd>PhD, 1990</dd></dl>
<p>Lecturer <span style="float: right">2010–2012</span></p>
<p>&bull; One<br>&bull; Two</p><div>Ann<br><br>Bo</div><ul><li>A<ul><li>B</li></ul></li></ul>"""
    assert shown(page) == [
        ("paragraph", "Year\tPrize"),
        ("paragraph", "2001\tBest Moss"),
        ("item", "1999\tMoss Medal"),
        ("item", "1998\tFern Prize"),
        ("heading", "Education"),
        ("paragraph", "PhD, 1990"),
        ("paragraph", "Lecturer\t2010–2012"),
        ("item", "One"),
        ("item", "Two"),
        ("paragraph", "Ann"),
        ("paragraph", "Bo"),
        ("item", "A"),
        ("item", "B"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- x -->",
        "<script>document.write('x')</script>",
        "<noscript>x</noscript>",
        "<span hidden>x</span>",
        '<div style="display: none">x</div>',
        '<span class="sr-only">x</span>',
        '<span aria-hidden="true">x</span>',
        "<template><p>x</p></template>",
        "<select><option>x</option></select>",
        "<p>Lorem ipsum dolor sit amet.</p>",
        "<p>Your Name</p>",
        "<div class='d-none'>x</div>",
    ],
)
def test_what_is_not_shown(hidden: str) -> None:
    assert shown(f"<p>Ann</p>{hidden}<p>Bo</p>") == [("paragraph", "Ann"), ("paragraph", "Bo")]


def test_words_that_editors_split_and_preformatted_text() -> None:
    page = """<p><span style="font-weight:700">Ass</span><b>istant</b> of <a href=x>A</a>
<a href=x>B</a></p><pre>
EDUCATION

  1999    Ph.D.
  1995    B.A.</pre>"""
    first, *others = read(page)
    assert marked(first) == [("bold", "Assistant", ""), ("link", "A B", "x")]
    assert [(b.kind, b.text) for b in others] == [
        ("heading", "EDUCATION"),
        ("paragraph", "1999\tPh.D.\n1995\tB.A."),
    ]


def test_responsive_classes_do_not_hide() -> None:
    assert shown('<p class="d-none d-md-block">Ann</p>') == [("paragraph", "Ann")]


def test_addresses_hidden_from_robots() -> None:
    page = (
        '<p>Mail: <a href="/cdn-cgi/l/email-protection" data-cfemail="422302206c21">[email protected]</a></p>'
    )
    (block,) = read(page)
    assert block.text == "Mail: a@b.c"
    assert marked(block) == [("link", "a@b.c", "mailto:a@b.c")]
    (block,) = read('<p><a href="mailto:&#97;@b.c">write</a></p>')
    assert marked(block) == [("link", "write", "mailto:a@b.c")]


def test_quotes_are_tight_and_stand_on_their_lines() -> None:
    page = "<p>\nBy <b>Ann\n<i>Lee</i></b><sup>*</sup>,\n<a href=x>Bo&nbsp;R&ouml;e</a>.</p>"
    (block,) = read(page)
    assert block.text == "By Ann Lee*, Bo Röe."
    for words, quote, line in (("Ann Lee", "Ann\n<i>Lee", 2), ("Bo Röe", "Bo&nbsp;R&ouml;e", 4)):
        at = block.text.index(words)
        span = cite(block, at, at + len(words))
        assert (span.quote, span.start_line) == (quote, line)


def test_comment_without_end_is_noted() -> None:
    found, notes = blocks(("<p>Shown</p>", "<!-- <p>Hidden</p>"))
    assert [b.text for b in found] == ["Shown"]
    assert notes == ["line 2: a comment begins here and never ends; what follows is not read"]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "x",
        "<ul><li>" * 5_000 + "x",
        "<table><tr><td>" * 5_000 + "x",
        "<b>" * 20_000 + "x",
        '<!DOCTYPE l [<!ENTITY a "b"><!ENTITY c "' + "&a;" * 1000 + '">]><p>x',
        "<p>x" + "<a " * 20_000,
        '<p>x</p><a y="' * 5_000 + "x",
        "<p>x</p>" + "<title>" * 20_000,
    ],
)
def test_hostile_pages_end(page: str) -> None:
    assert any("x" in block.text for block in read(page))


def test_more_tags_than_any_page_has_are_refused() -> None:
    with pytest.raises(ReadError, match="tags"):
        read("<b>x</b>" * 350_000)


_SOUP = """<p> </p> <li> <ul> </ul> <b> </b> <i> </i> <td> <tr> <table> </table> <br> <dl> <dt> <dd> <h2>
</h2> <a_href=x> </a> <div_class=item> </div> &amp; &nbsp; &#146; é x Ann_Lee _ < <!-- --> <script> </script>
<span_hidden> </span> <title> </title> <sup> </sup> 1. • \u200b Ã© <pre> </pre> <nav> </nav> <details>
<summary> <div_itemscope_itemprop=a> {{ a }} </p"""
_PIECES = st.sampled_from([piece.replace("_", " ") for piece in _SOUP.split()])


@given(st.lists(_PIECES, max_size=40).map("".join), st.booleans())
def test_any_soup_of_tags_keeps_the_law_of_quotes(page: str, long: bool) -> None:
    page = page if long else page.replace(">", ">\n")
    lines = tuple(page.split("\n"))
    found, _ = blocks(lines)
    assert [b.start_line for b in found] == sorted(b.start_line for b in found)
    for block in found:
        origin = block.origin or range(len(block.text) + 1)
        assert len(origin) == len(block.text) + 1
        assert list(origin) == sorted(origin)
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)
        for at in range(len(block.text)):
            span = cite(block, at, at + 1)
            assert span.quote in "\n".join(lines[span.start_line - 1 : span.end_line])


def test_declared_charset(tmp_path: Path) -> None:
    page = "<html><head><meta charset=iso-8859-2></head><body><p>Łukasz Żak</p></body></html>"
    (tmp_path / "a.html").write_bytes(page.encode("iso-8859-2"))
    document = read_file(tmp_path / "a.html", "a")
    assert [b.text for b in document.blocks] == ["Łukasz Żak"]
    assert document.source.media_type == "text/html"


def test_pages_under_other_suffixes(tmp_path: Path) -> None:
    assert looks_like_page("<!-- saved -->\n<!DOCTYPE html>")
    assert not looks_like_page("# Ann\n<html>")
    (tmp_path / "a.md").write_text(
        "<!DOCTYPE html>\n<html><body><h1>Ann Lee</h1></body></html>", encoding="utf-8"
    )
    assert [b.text for b in read_file(tmp_path / "a.md", "a").blocks] == ["Ann Lee"]


def test_front_matter_and_template_code_of_a_site_generator() -> None:
    page = "---\nlayout: page\nauthor: Ann Lee\n---\n{% include head.html %}\n<h1>{{ page.title }}Hello</h1>"
    assert [(b.kind, b.key, b.text) for b in read(page)] == [
        ("field", "layout", "page"),
        ("field", "author", "Ann Lee"),
        ("heading", "", "Hello"),
    ]


def test_the_foot_of_a_page_is_no_part_of_its_last_section() -> None:
    page = """<h2>Papers</h2><p>A paper.</p>
<footer><p>Write to <a href="mailto:%61@x.example?subject=a">me</a></p></footer>
<p>&copy; 2024 Ann Lee</p>"""
    assert shown(page) == [("heading", "Papers"), ("paragraph", "A paper.")]
    feet = [b for b in read(page) if b.key == "meta/footer"]
    assert [b.text for b in feet] == ["Write to me", "© 2024 Ann Lee"]
    assert marked(feet[0]) == [("link", "me", "mailto:a@x.example")]
