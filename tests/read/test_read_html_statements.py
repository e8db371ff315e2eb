"""What pages state for machines becomes fields whose keys are paths."""

from __future__ import annotations

from scholargraph.extract.telling import cite
from scholargraph.read.html import blocks


def fields(page: str) -> dict[str, str]:
    found, _ = blocks(tuple(page.split("\n")))
    for block in found:
        assert cite(block).quote in page
    return {block.key: block.text for block in found if block.kind == "field"}


def test_meta_tags() -> None:
    page = """<title>Ada Bee &ndash; Home</title><meta name="author" content="Ada Bee">
<meta property="og:title" content="About"><meta name="viewport" content="width=1">
<meta name="citation_title" content="Mosses"><meta name="citation_author" content="Bee, Ada">
<meta name="citation_author" content="Cee, Bo"><link rel="me" href="https://orcid.org/0000-0001-2345-6789">
<a href="mailto:ada@x.example"><i class="fa"></i></a>"""
    assert fields(page) == {
        "meta/title": "Ada Bee – Home",
        "meta/author": "Ada Bee",
        "meta/og:title": "About",
        "meta/citation_title": "Mosses",
        "meta/citation_author/0": "Bee, Ada",
        "meta/citation_author/1": "Cee, Bo",
        "link/me": "https://orcid.org/0000-0001-2345-6789",
        "link/icon": "mailto:ada@x.example",
    }


def test_linked_data_in_a_graph() -> None:
    page = """<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"@type": "Person", "name": "Ada Bee", "worksFor": {"@type": "Organization", "name": "X \\u0026 Y"}},
  {"@type": ["ScholarlyArticle"], "headline": "On Law", "author": [{"@type": "Person", "name": "Ada Bee"}]}]}
</script>"""
    assert fields(page) == {
        "Person/0/name": "Ada Bee",
        "Person/0/worksFor/name": "X & Y",
        "ScholarlyArticle/0/headline": "On Law",
        "ScholarlyArticle/0/author/0/name": "Ada Bee",
    }


def test_broken_linked_data_is_noted() -> None:
    found, notes = blocks(("<script type='application/ld+json'>", "nothing", "</script><p>x</p>"))
    assert [block.text for block in found if block.kind != "field"] == ["x"]
    assert len(notes) <= 1


def test_microdata_over_visible_words() -> None:
    page = """<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada
Bee</b>, <span itemprop="worksFor" itemscope><i itemprop="name">X</i></span>
<a itemprop="sameAs" href="https://github.com/a">g</a><a itemprop="sameAs" href="https://github.com/b">h</a></div>"""
    assert fields(page) == {
        "Person/0/name": "Ada Bee",
        "Person/0/worksFor/0/name": "X",
        "Person/0/sameAs/0": "https://github.com/a",
        "Person/0/sameAs/1": "https://github.com/b",
    }


def test_rdfa() -> None:
    page = '<p vocab="https://schema.org/" typeof="Person"><span property="name">Ada Bee</span></p>'
    assert fields(page) == {"Person/0/name": "Ada Bee"}
