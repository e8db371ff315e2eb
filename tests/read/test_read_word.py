"""Word documents: what is shown, as which blocks, on which lines and pages; and what is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reading_kit import check, docx, paragraph, table, zipped
from scholargraph.errors import ReadError
from scholargraph.model import Block, Document
from scholargraph.read import read, word

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mein"><w:name w:val="Mein"/>'
    '<w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="[%1]"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText '
    'w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'


def made(data: bytes, folder: Path) -> Document:
    """The document of a file, which keeps all laws."""
    file = folder / "x.docx"
    file.write_bytes(data)
    document = read(file, "x")
    check(document)
    return document


def shown(blocks: tuple[Block, ...] | list[Block]) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.level, b.key, b.text) for b in blocks]


def texts(body: str, **parts: str) -> list[str]:
    return [b.text for b in word.read_word(docx(body, None, **parts), "x").blocks]


def test_headings_lists_and_bold_lines(tmp_path: Path) -> None:
    body = (
        paragraph("Ann Lee", run='<w:b/><w:sz w:val="36"/>')
        + paragraph("Ausbildung", styled("Mein"))
        + paragraph("One", numbered(0))
        + paragraph("Deeper", numbered(1))
        + paragraph("Two", numbered(0))
        + paragraph("[12] Typed")
        + paragraph("AWARDS", run="<w:b/>")
        + paragraph("• Prize")
    )
    document = made(docx(body, styles=STYLES, numbering=NUMBERING), tmp_path)
    assert shown(document.blocks) == [
        ("heading", 1, "", "Ann Lee"),
        ("heading", 2, "", "Ausbildung"),
        ("item", 1, "3", "One"),
        ("item", 2, "a", "Deeper"),
        ("item", 1, "4", "Two"),
        ("item", 1, "12", "Typed"),
        ("heading", 2, "", "AWARDS"),
        ("item", 1, "•", "Prize"),
    ]
    assert document.lines[2] == "One"


def test_tables_are_entries_or_layout(tmp_path: Path) -> None:
    body = table(
        [paragraph("2019"), paragraph("Professor") + paragraph("Example University")],
        ["<w:p/>", paragraph("in Bonn")],
        [paragraph("2012") + paragraph("2010"), paragraph("Lecturer") + paragraph("Fellow")],
        [paragraph("EDUCATION"), paragraph("Ph.D., 2009") + paragraph("M.A., 2005")],
        [table([paragraph("R"), paragraph("good")])],
    )
    document = made(docx(body), tmp_path)
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("paragraph", "2019\tProfessor\nExample University\nin Bonn"),
        ("paragraph", "2012\tLecturer"),
        ("paragraph", "2010\tFellow"),
        ("heading", "EDUCATION"),
        ("paragraph", "Ph.D., 2009"),
        ("paragraph", "M.A., 2005"),
        ("paragraph", "R\tgood"),
    ]
    assert document.lines[:3] == ("2019\tProfessor", "Example University", "in Bonn")


def test_the_names_of_columns_are_one_row_and_no_headings(tmp_path: Path) -> None:
    body = table(
        [paragraph("Degree"), paragraph("Institution"), paragraph("Year")],
        [paragraph("PhD (Education)"), paragraph("Example University"), paragraph("2016")],
    )
    document = made(docx(body), tmp_path)
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("paragraph", "Degree\tInstitution\tYear"),
        ("paragraph", "PhD (Education)\tExample University\t2016"),
    ]


def test_only_what_is_visible() -> None:
    body = (
        "<w:p><w:r><w:t>Now</w:t></w:r><w:del><w:r><w:delText>Old</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>New</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>"
        '<w:p><w:r><w:t>Page</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:smartTag><w:r><w:t>Kept</w:t></w:r></w:smartTag></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    assert texts(body) == ["NowNew", "Page", "Kept"]


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>Beside</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        f'markup-compatibility/2006"><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback>{box}'
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(body) == ["Beside", "In a box"]


def test_links_faces_tabs_and_notes(tmp_path: Path) -> None:
    body = (
        '<w:p><w:hyperlink r:id="a"><w:r><w:t>my page</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>2020</w:t>'
        '<w:br/></w:r><w:r><w:rPr><w:rStyle w:val="Fett"/></w:rPr><w:t>Ann</w:t></w:r><w:r><w:rPr>'
        '<w:vertAlign w:val="superscript"/></w:rPr><w:t>*</w:t></w:r>'
        '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://y.example" '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>there</w:t></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>'
    file = docx(body, {"a": "https://x.example"}, styles=STYLES, footnotes=note)
    first, second, third = made(file, tmp_path).blocks
    assert (first.text, second.text, third.text) == ("my page\t2020\nAnn*", "A note.", "there")
    assert [(m.kind, first.text[m.start : m.end], m.target) for m in first.marks] == [
        ("link", "my page", "https://x.example"),
        ("bold", "Ann", ""),
        ("superscript", "*", ""),
    ]
    assert third.marks[0].target == "https://y.example"


def test_pages_header_and_author(tmp_path: Path) -> None:
    turned = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Second</w:t></w:r></w:p>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    data = docx(paragraph("First") + turned + paragraph("Third") + section, header=paragraph("Ann Lee, CV"))
    document = made(data, tmp_path)
    assert [b.text for b in document.blocks] == ["Ann Lee, CV", "First", "Second", "Third"]
    assert document.pages == (1, 3)
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Some One</dc:creator></c>'
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    last = word.read_word(zipped({**files, "docProps/core.xml": core}), "x").blocks[-1]
    assert (last.kind, last.key, last.text) == ("field", "meta/author", "Some One")


GOOD = docx(paragraph("Ann"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"hello", "no ZIP archive"),
        (GOOD[: len(GOOD) // 2], "damaged or cut off"),
        (zipped({"a.xml": "x"}), "no word/document.xml"),
        (docx("<w:p>"), "cannot be parsed"),
        (docx("<w:p/>"), "no text"),
        (docx("<w:tbl><w:tr><w:tc>" * 1000), "cannot be parsed"),
        (docx("<w:p/>" * 1_500_000), "unpacks to more"),
        (docx(paragraph("words " * 400_000)), "characters of text"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares entities"),
        (zipped({str(n): "" for n in range(6000)}), "6,000 parts"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"\xd0\xcf\x11\xe0" + bytes(500), "an old Word file"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as raised:
        word.read_word(data, "x.docx")
    assert str(raised.value).startswith("x.docx: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["x.doc", "x.rtf", "x.odt"])
def test_other_word_processors_are_told_what_to_save_as(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"{\\rtf1}")
    with pytest.raises(ReadError, match=r"save it as \.docx"):
        read(file, "x")
