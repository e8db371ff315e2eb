"""PDF files: lines, columns, headings, entries, marks, and where the words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from pdf_kit import Words, check, column, link, pdf
from scholargraph.extract.telling import cite
from scholargraph.model import Block, Document
from scholargraph.read import read

DATA = Path(__file__).parent / "data"
HEAD = Words(72, 740, "Ilse Brandt", "F2", 20).syntax()


def section(y: float, title: str) -> bytes:
    return Words(72, y, title, "F2", 14).syntax()


def document(folder: Path, *pages: bytes, **more: bytes) -> Document:
    file = folder / "x.pdf"
    file.write_bytes(pdf(*pages, **more))
    found = read(file, "x")
    check(found)
    return found


def texts(document: Document, kind: str = "") -> list[str]:
    return [block.text for block in document.blocks if kind in ("", block.kind)]


def marked(block: Block, kind: str) -> list[str]:
    return [block.text[mark.start : mark.end] for mark in block.marks if mark.kind == kind]


@pytest.fixture(scope="module")
def two_columns() -> Document:
    return read(DATA / "two_columns.pdf", "two")


@pytest.fixture(scope="module")
def dated() -> Document:
    return read(DATA / "dated_table.pdf", "dated")


def test_the_laws_hold_for_typeset_documents(two_columns: Document, dated: Document) -> None:
    check(two_columns)
    check(dated)


def test_columns_are_read_one_after_the_other(two_columns: Document) -> None:
    items = [block for block in two_columns.blocks if block.kind == "item"]
    assert [block.key for block in items] == [str(number) for number in range(1, 11)]
    assert texts(two_columns, "heading") == [
        "Publications of Ilona Szarvas-Kim",
        "1 Journal Articles",
        "2 Conference Papers",
        "3 Statement",
    ]
    assert items[9].text.endswith("measurements,” in Workshop on Laboratory Automation, 2014.")


def test_hyphens_and_addresses_are_closed_up(two_columns: Document) -> None:
    first, second, third, fourth = [b for b in two_columns.blocks if b.kind == "item"][:4]
    assert "“Photocatalytic decomposition" in first.text
    assert "112–125, 2021. doi:10.5555/jacc.2021.88.112-superlongidentifier" in first.text
    assert second.text.endswith("https://www.example.org/papers/2020/electrochemical-characterization")
    assert "Pho-\ntocatalytic" in cite(first).quote
    assert "“Co-crystallization and co-polymerization" in fourth.text
    assert "M. Štěpánek†" in third.text
    assert marked(third, "superscript") == ["1,2", "†"]


def test_dates_beside_texts_are_cells(dated: Document) -> None:
    paragraphs = texts(dated, "paragraph")
    assert "2019–\tProfessor of Early Modern History, College of St. Alban" in paragraphs
    assert (
        "2012–2019\tAssistant Professor, Department of History, University of Northmarch, where he directed"
        " the program in the history of the book and its readers" in paragraphs
    )
    assert "National Humanities Fund Fellowship\t2020" in paragraphs


def test_entries_without_bullets_hang(dated: Document) -> None:
    articles = [text for text in texts(dated, "paragraph") if "): " in text or "), " in text]
    assert [text[:12] for text in articles] == [
        "“Errors of t",
        "“Reading by ",
        "(with Janet ",
        "“Paper Mills",
        "“Type and To",
    ]


def test_running_heads_and_paragraphs_over_pages(dated: Document) -> None:
    assert len(dated.pages) == 2
    assert not any("Curriculum Vitae" in text or text.startswith("Page ") for text in texts(dated))
    assert "Tobias Wrenfield\tCurriculum Vitae" in dated.lines
    assert texts(dated)[0] == "Tobias Wrenfield"


def test_an_entry_goes_on_over_a_page_break(tmp_path: Path) -> None:
    long = "1. I. Brandt. A very long title of a paper that fills the whole line up to its right end and"
    first = HEAD + section(700, "Publications") + column(72, 100, [long]) + Words(300, 30, "1").syntax()
    second = column(84, 740, ["goes on here. Some Journal, 2019."]) + Words(300, 30, "2").syntax()
    found = document(tmp_path, first, second)
    assert texts(found, "item") == [long[3:] + " goes on here. Some Journal, 2019."]
    assert found.pages == (1, 5)


def test_a_side_bar_stands_between_the_name_and_the_main_column(tmp_path: Path) -> None:
    main = (
        Words(220, 740, "Ilse Brandt", "F2", 20).syntax() + Words(220, 700, "Experience", "F2", 14).syntax()
    )
    jobs = ["Reader of old letters", "Keeper of the wax, the seals and all the keys", "Clerk", "Page", "Cook"]
    bar = [
        Words(40, 735, "Skills", "F2", 14).syntax(),
        column(40, 715, ["Painting", "Carving", "Singing", "Old Norse", "Sailing"]),
    ]
    found = document(tmp_path, b"".join(bar) + main + column(220, 680, jobs, 17))
    assert texts(found)[:4] == ["Ilse Brandt", "Skills", "Painting", "Carving"]
    assert texts(found)[-6:] == ["Experience", *jobs]


def test_a_table_with_wrapped_cells_is_read_cell_by_cell(tmp_path: Path) -> None:
    row = column(72, 680, ["04/2011 –", "09/2016"]) + column(
        180, 686, ["Research fellow in", "early music and", "dance"]
    )
    other = Words(72, 640, "2008").syntax() + Words(180, 640, "Assistant").syntax()
    found = document(tmp_path, HEAD + section(710, "Employment") + row + other)
    assert texts(found, "paragraph") == [
        "04/2011 – 09/2016\tResearch fellow in early music and dance",
        "2008\tAssistant",
    ]


def test_bold_italic_and_links_are_marks(tmp_path: Path) -> None:
    line = (
        Words(72, 600, "I. Brandt", "F2").syntax()
        + Words(112.6, 600, ", M. Roe. On wax. ").syntax()
        + Words(196, 600, "Wax Letters", "F3").syntax()
    )
    notes = b"/Annots[" + link(72, 598, 112, 610, "https://brandt.example.org") + b"]"
    found = document(tmp_path, HEAD + section(640, "Publications") + line, extra=notes)
    block = found.blocks[-1]
    assert block.text == "I. Brandt, M. Roe. On wax. Wax Letters"
    assert (marked(block, "bold"), marked(block, "italic")) == (["I. Brandt"], ["Wax Letters"])
    assert marked(block, "link") == ["I. Brandt"]
    assert [m.target for m in block.marks if m.kind == "link"] == ["https://brandt.example.org"]


def test_odd_ways_of_printing(tmp_path: Path) -> None:
    """Letters one by one, spaced-out capitals, bold by double print, loose accents, a slanting watermark."""
    letters = b"".join(Words(72 + 6.5 * i, 700, c, "F2", 10).syntax() for i, c in enumerate("MAUD"))
    spaced = Words(72, 660, "E D U C A T I O N", "F2", 14).syntax()
    double = Words(72, 640, "Rowan College", "F1").syntax() + Words(72.3, 640, "Rowan College").syntax()
    accent = Words(72, 620, "Universite").syntax() + Words(113.4, 620, "´").syntax()
    mark = b"BT .7 .7 -.7 .7 200 300 Tm /F1 60 Tf (DRAFT) Tj ET\n"
    found = document(tmp_path, HEAD + mark + letters + spaced + double + accent)
    assert texts(found) == ["Ilse Brandt", "MAUD", "EDUCATION", "Rowan College", "Université"]


def test_bullets_drawn_as_shapes(tmp_path: Path) -> None:
    discs = b"60 602 3 3 re f\n60 578 3 3 re f\n"
    lines = column(72, 600, ["Wrote a long report about the", "state of wax", "Read it aloud"])
    found = document(tmp_path, HEAD + section(640, "Work") + discs + lines)
    assert texts(found, "item") == ["Wrote a long report about the state of wax", "Read it aloud"]


def test_turned_pages_and_hidden_layers_are_read(tmp_path: Path) -> None:
    turned = b"BT 0 1 -1 0 300 100 Tm /F1 12 Tf (Sideways and upright) Tj ET"
    assert texts(document(tmp_path, turned, extra=b"/Rotate 90")) == ["Sideways and upright"]
    hidden = b"q BT 3 Tr /F1 12 Tf 72 700 Td (Recognised below a picture) Tj ET Q "
    assert texts(document(tmp_path, hidden)) == ["Recognised below a picture"]
    shown = document(tmp_path, hidden + HEAD + column(72, 600, ["Seen " * 20] * 20))
    assert texts(shown)[0] == "Ilse Brandt"


def test_properties_of_the_file_are_fields_before_the_first_page(tmp_path: Path) -> None:
    found = document(tmp_path, HEAD, info=b"/Title(My CV)/Author(I. Brandt)")
    fields = [(block.key, block.text) for block in found.blocks if block.kind == "field"]
    assert fields == [("meta/title", "My CV"), ("meta/author", "I. Brandt")]
    assert found.lines[:2] == ("Title: My CV", "Author: I. Brandt")
    assert found.pages == (3,)
