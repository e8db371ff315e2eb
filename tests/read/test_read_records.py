"""Records with front matter that no YAML parser accepts."""

from __future__ import annotations

from scholargraph.model import Block
from scholargraph.read.records import blocks, starts_record

RECORD = """\
---
# email: old@x.example
name: Ann "Bee" Lee
email: ann_lee@x.example
photo:
website: https://x.example/~ann
bio: "Ann's work: it is used <b>today</b>.
Note: she said "hello" once.

Second paragraph, <i>too</i>."
description: We explore two areas:
- On the system side: fast things &amp; slow.
- On the model side, things.
<ol>
<li>One</li>
<li>Two <=10</li>
</ol>
The end.
about: On the road: a life
seats: not a key here
/about
summer: "Read <a href='https://x.example/1'>one</a>"
title: 'It''s here'
tags:
  - a
  - b
oldstudent: nan
time: TBD
--------

## More

- [1] Paper
"""


def fields(text: str) -> tuple[dict[str, str], list[Block], list[str]]:
    found, notes = blocks(tuple(text.splitlines()))
    return {b.key: b.text for b in found if b.kind == "field"}, found, notes


def test_every_field_with_its_whole_value() -> None:
    assert fields(RECORD)[0] == {
        "name": 'Ann "Bee" Lee',
        "email": "ann_lee@x.example",
        "photo": "",
        "website": "https://x.example/~ann",
        "bio": 'Ann\'s work: it is used today.\nNote: she said "hello" once.\nSecond paragraph, too.',
        "description": "We explore two areas:\n- On the system side: fast things & slow.\n"
        "- On the model side, things.\n- One\n- Two <=10\nThe end.",
        "about": "On the road: a life\nseats: not a key here",
        "summer": "Read one",
        "title": "It's here",
        "tags": "- a\n- b",
        "oldstudent": "nan",
        "time": "TBD",
    }


def test_the_body_is_markdown_and_lines_are_those_of_the_file() -> None:
    _, found, notes = fields(RECORD)
    assert [(b.kind, b.key, b.text) for b in found if b.kind != "field"] == [
        ("heading", "", "More"),
        ("item", "1", "Paper"),
    ]
    bio = next(b for b in found if b.key == "bio")
    assert (bio.start_line, bio.end_line) == (7, 10)
    assert notes == []


def test_links_in_values_are_marked() -> None:
    summer = next(b for b in fields(RECORD)[1] if b.key == "summer")
    assert [(m.kind, summer.text[m.start : m.end], m.target) for m in summer.marks] == [
        ("link", "one", "https://x.example/1")
    ]


def test_front_matter_that_breaks_off_gives_its_fields_and_a_note() -> None:
    values, found, notes = fields("---\nname: Ann Lee\nbio: She works on\n\nthings.\n# Heading\ntext\n")
    assert values == {"name": "Ann Lee", "bio": "She works on\nthings."}
    assert [b.text for b in found if b.kind != "field"] == ["Heading", "text"]
    assert notes == ["line 1: the front matter has no closing fence; its fields are read"]


def test_a_quote_that_is_never_closed_ends_at_the_next_key() -> None:
    values, _, notes = fields('---\nname: Ann\nbio: "She works\nemail: a@x.example\ntitle: "One"\n---\n')
    assert values == {"name": "Ann", "bio": "She works", "email": "a@x.example", "title": "One"}
    assert notes == ["line 3: a quotation mark opens the value and is never closed"]


def test_a_rule_inside_a_quoted_value_is_not_the_end() -> None:
    values, _, _ = fields('---\nname: Ann\nbio: "One\n---\nTwo"\nseats: 2\n---\n')
    assert values["seats"] == "2"
    assert values["bio"].startswith("One")


def test_keys_in_capitals_and_of_two_words() -> None:
    values, _, _ = fields("---\nName: Ann\nOffice Hours: Mon\nLab: X\n---\n")
    assert values == {"name": "Ann", "office hours": "Mon", "lab": "X"}


def test_what_begins_a_record() -> None:
    assert starts_record("\n---\n# c\nname: x\n")
    assert starts_record("---\r\nname: x")
    assert not starts_record("---\n\nA rule, then prose: a lot.\n")
    assert not starts_record("name: x\n---\n")
