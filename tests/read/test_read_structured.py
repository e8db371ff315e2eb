"""YAML and JSON: every value a field with its path, quoted where it stands; broken and hostile input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scholargraph.errors import ReadError
from scholargraph.extract.telling import cite
from scholargraph.model import Document
from scholargraph.read import read

SIGNS = """{ } [ ] , : " ' \\ \\u00e9 \\" - # | > & * ! ? % @ ` a b name: key: "x" 'y' null 1
 // /* */ ~ <b> </b>"""
TEXTS = st.lists(
    st.sampled_from([*SIGNS.split(), "- ", ": ", "\n", "\n  ", "\n- ", "\t", " "]), max_size=60
).map("".join)


def document(folder: Path, name: str, text: str) -> Document:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return read(file, "x")


def fields(folder: Path, name: str, text: str) -> dict[str, str]:
    return {block.key: block.text for block in document(folder, name, text).blocks}


def check(read_document: Document) -> None:
    last = 1
    for block in read_document.blocks:
        span = cite(block)
        lines = "\n".join(read_document.lines[span.start_line - 1 : span.end_line])
        assert block.text
        assert span.quote in lines
        assert block.start_line >= last
        last = block.start_line


def test_yaml_values_have_paths_and_are_quoted_where_they_stand(tmp_path: Path) -> None:
    text = """\
- title: Education   # a remark
  contents:
  - title: >-
      PhD
      in Physics
    note: |
      First line.
      Second line.
    flow: {a: 'it''s', b: "\\u00e9t\\
      \\xe9", c: NO, d: 1.10, e: null}
"""
    found = document(tmp_path, "cv.yml", text)
    check(found)
    held = {block.key: block for block in found.blocks}
    assert {key: block.text for key, block in held.items()} == {
        "0/title": "Education",
        "0/contents/0/title": "PhD in Physics",
        "0/contents/0/note": "First line.\nSecond line.",
        "0/contents/0/flow/a": "it's",
        "0/contents/0/flow/b": "été",
        "0/contents/0/flow/c": "NO",
        "0/contents/0/flow/d": "1.10",
    }
    assert cite(held["0/contents/0/flow/a"]).quote == "it''s"
    assert (held["0/contents/0/note"].start_line, held["0/contents/0/note"].end_line) == (7, 8)


def test_markup_in_values_becomes_marks(tmp_path: Path) -> None:
    found = document(tmp_path, "cv.yaml", 'a: "**Ann Lee**, <i>Journal</i> [x](http://y.org)"\n').blocks[0]
    assert found.text == "Ann Lee, Journal x"
    assert {(m.kind, found.text[m.start : m.end], m.target) for m in found.marks} == {
        ("bold", "Ann Lee", ""),
        ("italic", "Journal", ""),
        ("link", "x", "http://y.org"),
    }


def test_yaml_that_its_parser_refuses_is_read_line_by_line(tmp_path: Path) -> None:
    text = """\
people:
- name: Ann Lee
  title: Graphs: a study  # remark
  list:
  - one
    goes on
  - two
  quoted: "x: y"
- name: "Bo" Chen
  bio: |
    Line one.
    Line two.
"""
    found = document(tmp_path, "people.yml", text)
    check(found)
    assert {block.key: block.text for block in found.blocks} == {
        "people/0/name": "Ann Lee",
        "people/0/title": "Graphs: a study",
        "people/0/list/0": "one goes on",
        "people/0/list/1": "two",
        "people/0/quoted": "x: y",
        "people/1/name": '"Bo" Chen',
        "people/1/bio": "Line one.\nLine two.",
    }
    assert found.notes == ("line 3: not valid YAML; its fields are read line by line",)


def test_tags_construct_nothing_and_aliases_are_not_followed(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{n}: &{n} [{', '.join([f'*{chr(ord(n) - 1)}'] * 9)}]\n" for n in "bcdefghij"
    )
    found = document(tmp_path, "x.yml", f"t: !!python/object/apply:os.system ['echo']\n{bomb}")
    assert [block.key for block in found.blocks] == ["t/0", "a/0", "a/1"]
    assert "line 3: an alias (*a) is not followed" in found.notes


def test_json_values_have_paths_and_escapes_are_resolved(tmp_path: Path) -> None:
    text = """{"basics": {"name": "Ann \\"A\\" L\\u00e9e", "no": null, "e": ""}, // remark
 "work": [{"n": 1.50, "ok": true,}, "\\ud83d\\ude00 x"], /* */}
"""
    found = document(tmp_path, "resume.json", text)
    check(found)
    assert {block.key: block.text for block in found.blocks} == {
        "basics/name": 'Ann "A" Lée',
        "work/0/n": "1.50",
        "work/0/ok": "true",
        "work/1": "😀 x",
    }
    assert cite(found.blocks[0]).quote == 'Ann \\"A\\" L\\u00e9e'


def test_json_that_breaks_off_keeps_what_stands_before(tmp_path: Path) -> None:
    found = document(tmp_path, "x.json", '{"a": "b",\n"c": ["d", "e')
    assert [block.text for block in found.blocks] == ["b", "d"]
    assert found.notes == ("line 2: not valid JSON; what stands before is read",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.json", "[" * 100_000),
        ("x.yml", "[" * 100_000),
        ("x.yml", "".join(" " * i + "- \n" for i in range(500))),
    ],
)
def test_what_nests_too_deep_is_refused_with_its_line(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(ReadError, match=rf"{name}:\d+: nested more than 40 deep"):
        document(tmp_path, name, text)


def test_text_that_is_no_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="not JSON"):
        document(tmp_path, "x.json", "{]")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=TEXTS, suffix=st.sampled_from(["yml", "json"]))
def test_laws_hold_for_any_heap_of_signs(tmp_path: Path, text: str, suffix: str) -> None:
    try:
        check(document(tmp_path, f"x.{suffix}", text))
    except ReadError:
        return


def test_front_matter_that_nests_has_paths_and_flat_one_keeps_its_keys(tmp_path: Path) -> None:
    nested = "---\ntitle: Ann Lee\norganizations:\n- name: Oslo\n  url: https://uio.no\n---\nHello there.\n"
    found = document(tmp_path, "a.md", nested)
    check(found)
    assert [block.key for block in found.blocks] == [
        "title",
        "organizations/0/name",
        "organizations/0/url",
        "",
    ]
    assert fields(tmp_path, "b.md", "---\nname: Ann: Lee\nbio: x\n---\n") == {"name": "Ann: Lee", "bio": "x"}
