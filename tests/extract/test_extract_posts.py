"""Posts in the forms in which CVs print them."""

import pytest

from extract.making import block, document
from extract.test_extract_cv import Told
from scholargraph.extract import cv
from scholargraph.extract.blocks import clauses, hard_lines, sliced
from scholargraph.extract.post_lines import read_line
from scholargraph.extract.telling import cite


def positions(entries, heading="Academic Appointments"):
    """Role, organisation, start, end and status of the posts in a section."""
    told = Told(cv.extract(document(f"# Ada Byrne\n## {heading}\n{entries}")))
    return told.positions()


@pytest.mark.parametrize(
    "entry",
    [
        "Reader, University of Aldermoor, 2010–2012",
        "2010–2012 Reader, University of Aldermoor",
        "2010–2012\tReader\tUniversity of Aldermoor",
        "Reader. University of Aldermoor. 2010–2012.",
        "**Reader**, *University of Aldermoor* (2010–2012)",
        "University of Aldermoor | Reader | 2010–2012",
        "Reader at the University of Aldermoor, 2010 to 2012",
        "University of Aldermoor\nReader\n2010 - 2012",
        "2010 - 2012\nReader\nUniversity of Aldermoor",
        "- 2010-2012: Reader\n  - University of Aldermoor",
        "### Reader\nUniversity of Aldermoor, 2010-12",
    ],
)
def test_one_post_in_many_forms(entry):
    assert positions(entry) == [("Reader", "University of Aldermoor", "2010", "2012", "past")]


@pytest.mark.parametrize(
    ("entry", "role", "organization"),
    [
        (
            "2009–2014: Juniorprofessorin, Universität Mittelstadt",
            "Juniorprofessorin",
            "Universität Mittelstadt",
        ),
        ("2009–2014 : Chargée de recherche, CNRS", "Chargée de recherche", "CNRS"),
        ("2009–2014 Ricercatrice, Museo di Rocca Alta, Verona", "Ricercatrice", "Museo di Rocca Alta"),
        (
            "2009–2014 Profesora Asociada, Universidad del Valle Alto",
            "Profesora Asociada",
            "Universidad del Valle Alto",
        ),
        (
            "2009–2014 Universitair docent, Universiteit Zandhoek",
            "Universitair docent",
            "Universiteit Zandhoek",
        ),
        ("Organist, St. Osyth's Church, 2009–2014", "Organist", "St. Osyth's Church"),
        ("Associate, Harrow & Pickering LLP, 2009–2014", "Associate", "Harrow & Pickering LLP"),
        ("Attending Physician, Mercy Vale Hospital, 2009–2014", "Attending Physician", "Mercy Vale Hospital"),
        (
            "Visiting Scholar, then Fellow, Kestrel Institute, 2009–2014",
            "Visiting Scholar, then Fellow",
            "Kestrel Institute",
        ),
        (
            "**Associate Professor** (with tenure), University of Aldermoor, 2009–2014",
            "Associate Professor",
            "University of Aldermoor",
        ),
    ],
)
def test_posts_of_other_trades_and_tongues(entry, role, organization):
    assert positions(entry) == [(role, organization, "2009", "2014", "past")]


def test_an_organisation_above_several_posts_holds_for_each():
    assert positions(
        "**Aldermoor College**, Northfield, MA\n*Professor of History*, 2018–present\n*Lecturer*, 2011–2018\n"
        "**Kestrel Institute**\n*Fellow*, 2009–2011\n"
    ) == [
        ("Professor of History", "Aldermoor College", "2018", "", "current"),
        ("Lecturer", "Aldermoor College", "2011", "2018", "past"),
        ("Fellow", "Kestrel Institute", "2009", "2011", "past"),
    ]


def test_several_posts_in_one_line_share_its_organisation():
    assert positions("Aldermoor University: Professor, 2016–present; Lecturer, 2011–2016") == [
        ("Professor", "Aldermoor University", "2016", "", "current"),
        ("Lecturer", "Aldermoor University", "2011", "2016", "past"),
    ]


def test_bullets_tell_duties_and_no_organisations():
    entries = (
        "Engineer, Northwind Robotics, 2018–2020\n- Ran Kubernetes for Google and BMW\n- Built it in Rust"
    )
    told = Told(cv.extract(document(f"# Ada Byrne\n## Experience\n{entries}")))
    assert told.positions() == [("Engineer", "Northwind Robotics", "2018", "2020", "past")]
    assert told.relations("position")[0][1]["description"][0].startswith("Ran Kubernetes")


def test_an_unknown_role_before_a_known_organisation_is_a_guess():
    document_ = document("# Ada Byrne\n## Employment\nBell Ringer Royal, Aldermoor Cathedral, 2010–2012")
    told = cv.extract(document_)
    (mention,) = [m for m in told.mentions if m.kind == "position"]
    assert Told(told).positions()[0][:2] == ("Bell Ringer Royal", "Aldermoor Cathedral")
    assert mention.confidence < 0.7


@pytest.mark.parametrize(
    "heading",
    ["Professional Service", "Teaching", "Invited Talks", "Grants", "Memberships", "Lehre", "Idiomas"],
)
def test_other_sections_hold_no_posts(heading):
    assert positions("Chair, Program Committee, Kestrel Society, 2015\nLecturer, Logic, 2014", heading) == []


def test_a_section_of_unknown_words_is_known_by_its_lines():
    entries = "Senior Architect, Hallam Architects, London (2019–now)\nAssistant at Kohn Studio, 2015–2018"
    assert [row[1] for row in positions(entries, "My route so far")] == ["Hallam Architects", "Kohn Studio"]


def test_what_someone_founded_is_told_from_any_section():
    assert positions("Founder of Saturday Sums, a free club (2019).", "Community engagement") == [
        ("Founder", "Saturday Sums", "2019", "2019", "past")
    ]


@pytest.mark.parametrize(
    "text",
    ["Emergency care in Python", "Responsible for budgets", "2018", "Kant, Hegel and others"],
)
def test_plain_words_hold_no_role_and_organisation(text):
    line = read_line(block(text))
    assert not (line.role and line.organization)


def test_a_slice_of_a_block_quotes_the_same_words():
    whole = block("**Reader**, Aldermoor (2010); *Fellow*, Kestrel (2012)")
    for piece in [*clauses(whole), sliced(whole, 8, 17), *hard_lines(whole)]:
        start = whole.text.index(piece.text)
        assert cite(piece) == cite(whole, start, start + len(piece.text))
        assert all(0 <= m.start <= m.end <= len(piece.text) for m in piece.marks)
