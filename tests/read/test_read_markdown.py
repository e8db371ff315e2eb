"""Markdown: marked and unmarked headings, items with printed numbers, lines that each say something."""

from __future__ import annotations

from scholargraph.model import Block
from scholargraph.read.markdown import blocks

CV = """\


Ann Lee

ann@x.example \\diamond <http://ann.example/>

CURRENT EMPLOYMENT

Assistant Professor at Example University, ECE, Elsewhere, EX 2025 -
Research Area: Large Models of Language, Human-Centered Learning of Machines, Reinforcement,
Theory of Games, Statistics

EDUCATION

Other University, Otherplace, Country 2018 - 2024
Ph.D. in Department of Things, advised by Prof. Bob Roe and Prof. Cy Poe.
GPA: 4.0/4.0

PUBLICATIONS

Journal Paper

- [1] **Ann Lee**^{*}, Bob Roe^{*}. Things of one kind. *Annals of Things*.
- [2] Bob Roe, **Ann Lee**. Things of two kinds. *Annals of Things*.

- [3] **Ann Lee***, Cy Poe*. Things of three kinds. *Annals of Things*.

PAST WORK

Intern at Example Labs, Elsewhere *2017.7 - 2017.10*

Mentor: **Bob Roe**

- Made things.

AWARDS

2023\tBest Thing Prize
2019-2021\tThing Department Award
"""

MARKED = """\
# Ann *Lee* #

Curriculum Vitae
================

<!-- ## Hidden
- [1] Albert Einstein. A paper that is not shown.
-->
## Talks <!-- old -->

* First\\
  second line
* <b>Next</b><br>line

  - deeper

| Year | Award |
|------|:-----:|
| 2020 | **Best** \\| Paper |

Seen [here][1] and <!-- not
here --> there.

---

```bibtex
- [9] @article{x, title={A *b* <!-- c -->}}
```

> quoted words

[1]: https://x.example/a
"""


def read(text: str) -> list[Block]:
    return blocks(tuple(text.splitlines()))[0]


def test_headings_without_marks() -> None:
    assert [(b.level, b.text) for b in read(CV) if b.kind == "heading"] == [
        (1, "Ann Lee"),
        (2, "CURRENT EMPLOYMENT"),
        (2, "EDUCATION"),
        (2, "PUBLICATIONS"),
        (3, "Journal Paper"),
        (2, "PAST WORK"),
        (2, "AWARDS"),
    ]


def test_each_line_of_an_entry_is_a_block_and_broken_lines_are_joined() -> None:
    assert [b.text for b in read(CV) if b.kind == "paragraph"] == [
        "ann@x.example · http://ann.example/",
        "Assistant Professor at Example University, ECE, Elsewhere, EX 2025 -",
        "Research Area: Large Models of Language, Human-Centered Learning of Machines, Reinforcement, "
        "Theory of Games, Statistics",
        "Other University, Otherplace, Country 2018 - 2024",
        "Ph.D. in Department of Things, advised by Prof. Bob Roe and Prof. Cy Poe.",
        "GPA: 4.0/4.0",
        "Intern at Example Labs, Elsewhere 2017.7 - 2017.10",
        "Mentor: Bob Roe",
        "2023\tBest Thing Prize",
        "2019-2021\tThing Department Award",
    ]


def test_items_keep_printed_numbers_across_a_page_break() -> None:
    items = [b for b in read(CV) if b.kind == "item"]
    assert [(b.key, b.level) for b in items] == [("1", 1), ("2", 1), ("3", 1), ("-", 1)]
    assert items[0].text == "Ann Lee*, Bob Roe*. Things of one kind. Annals of Things."
    assert [(m.kind, items[2].text[m.start : m.end]) for m in items[2].marks] == [
        ("bold", "Ann Lee"),
        ("italic", "Annals of Things"),
    ]


def test_marked_document() -> None:
    assert [(b.kind, b.level, b.key, b.text) for b in read(MARKED)] == [
        ("heading", 1, "", "Ann Lee"),
        ("heading", 1, "", "Curriculum Vitae"),
        ("heading", 2, "", "Talks"),
        ("item", 1, "*", "First\nsecond line"),
        ("item", 1, "*", "Next\nline"),
        ("item", 2, "-", "deeper"),
        ("paragraph", 0, "", "Year\tAward"),
        ("paragraph", 0, "", "2020\tBest | Paper"),
        ("paragraph", 0, "", "Seen here and there."),
        ("paragraph", 0, "", "- [9] @article{x, title={A *b* <!-- c -->}}"),
        ("paragraph", 0, "", "quoted words"),
    ]


def test_links_point_where_the_foot_of_the_page_says() -> None:
    seen = next(b for b in read(MARKED) if b.text.startswith("Seen"))
    assert [(m.kind, m.target) for m in seen.marks] == [("link", "https://x.example/a")]


def test_a_comment_that_never_ends_hides_the_rest_and_is_noted() -> None:
    found, notes = blocks(("Shown.", "<!-- hidden", "", "Also hidden."))
    assert [b.text for b in found] == ["Shown."]
    assert notes == ["line 2: a comment begins here and never ends; what follows is not read"]


def test_liquid_comments_and_scripts_are_not_shown() -> None:
    text = "A {% comment %} b {% endcomment %} c.\n\n<script>\nx = 'Hidden'\n</script>\n\n<style>p</style> D."
    assert [b.text for b in read(text)] == ["A  c.", "D."]


def test_code_of_site_generators_is_not_shown() -> None:
    text = """{% include base.html %}
I am a [lecturer](x){:target="_blank"} at {{ site.school }} X.

{{< figure src="x.png" title="A" >}}

## News
{: .no_toc }

{% for post in posts %}{{ post.title }}{% endfor %}

<details>
<summary>Old</summary>

- $\\mathbf{{x}}$ {{Kept}}
</details>"""
    assert [b.text for b in read(text)] == [
        "I am a lecturer at  X.",
        "News",
        "Old",
        "$\\mathbf{{x}}$ {{Kept}}",
    ]
