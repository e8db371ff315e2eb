"""Pages about the people of a group, as cards, lines and tables: who is told, and what of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.facts import named, relations, unquoted, values
from scholargraph.extract import extract, kind_of
from scholargraph.model import Document, Told
from scholargraph.read import read

CARDS = """\
<html><head><title>Team | Peat Lab</title></head><body>
<h1>Meet the Team</h1><p>Department of Botany, University of Skye</p>
<h2>Principal Investigator</h2>
<div class="m"><img src="n.jpg" alt="Nora Quill">
<h4><a href="https://noraquill.example.org">Nora Quill</a></h4>
<p>Associate Professor</p><p>Nora received her PhD from the University of Bergen in 2011.</p>
<p>Email: nora[at]peat[dot]example[dot]org</p></div>
<h2>Graduate Students</h2>
<div class="m"><img src="a.jpg" alt="Photo"><h4>Amar Dosanjh</h4><p>PhD student (2021 - present)<br>
Co-supervised with Dr. Henrik Falk</p></div>
<div class="m"><h4>Jun-ho Bae, MSc</h4><p>Trustworthy AI</p><p>Supervisor: Dr. Petra Novak</p></div>
<h2>Alumni</h2><ul>
<li>Rafael Monte, Postdoc 2017-2019, currently Assistant Professor at Uppsala University</li>
<li>Joan Hart, PhD 2020</li></ul>
<h2>Join us</h2><p>We have openings for students.</p></body></html>
"""
TABLE = """\
<html><head><title>Staff - Department of Geography, University of Otley</title></head><body>
<h1>Academic staff</h1>
<table><tr><th>Name</th><th>Position</th><th>Research interests</th><th>Email</th></tr>
<tr><td>Professor Ngozi Abara</td><td>Professor of Human Geography, Head of Department</td>
<td>migration, borders</td><td>n.abara@otley.ac.uk</td></tr>
<tr><td>Dr Simon Blythe</td><td>Lecturer</td><td>rivers</td><td></td></tr></table>
<h1>Research students</h1>
<table><tr><th>Student</th><th>Supervisors</th></tr>
<tr><td>Folasade Ige</td><td>Ngozi Abara, Simon Blythe</td></tr></table>
<h1>Former members</h1>
<table><tr><th>Name</th><th>Position</th><th>Years</th><th>Now at</th></tr>
<tr><td>Owen Tranter</td><td>Research fellow</td><td>2016–2020</td><td>Senior Scientist, Shell</td></tr>
</table></body></html>
"""
OWN = """\
<html><head><title>Ann Lee</title></head><body><h1>Ann Lee</h1><p>I am a professor at MIT. I lead a group.</p>
<h2>PhD students</h2><ul><li>Bo Chen</li><li>Cy Dee</li><li>Dan Frey</li></ul></body></html>
"""


def document(tmp_path: Path, text: str) -> Document:
    (tmp_path / "people.html").write_text(text, encoding="utf-8")
    return read(tmp_path / "people.html", "people")


@pytest.fixture
def cards(tmp_path: Path) -> Told:
    return extract(document(tmp_path, CARDS))


@pytest.fixture
def table(tmp_path: Path) -> Told:
    return extract(document(tmp_path, TABLE))


def test_everybody_is_told_once_and_no_topic_is_a_person(cards: Told) -> None:
    assert cards.source.kind == "people list"
    people = {"Nora Quill", "Amar Dosanjh", "Jun-ho Bae", "Rafael Monte", "Joan Hart"}
    assert named(cards, "person") == people | {"Henrik Falk", "Petra Novak"}
    assert values(cards, "person", "Nora Quill") == {
        "email": ("nora@peat.example.org",),
        "url": ("https://noraquill.example.org",),
    }


def test_posts_come_from_the_lines_and_where_people_went(cards: Told) -> None:
    posts = set(relations(cards, "position", "holder", "role", "organization", "startDate", "status"))
    assert posts == {
        ("Nora Quill", "Associate Professor", "Department of Botany", "", "current"),
        ("Amar Dosanjh", "PhD student", "Department of Botany", "2021", "current"),
        ("Rafael Monte", "Postdoc", "Department of Botany", "2017", "past"),
        ("Rafael Monte", "Assistant Professor", "Uppsala University", "", "current"),
    }


def test_mentors_are_those_whom_the_page_names_or_its_one_head(cards: Told) -> None:
    mentors = set(relations(cards, "mentorship", "mentor", "mentee"))
    assert ("Henrik Falk", "Amar Dosanjh") in mentors
    assert ("Nora Quill", "Amar Dosanjh") in mentors
    assert ("Petra Novak", "Jun-ho Bae") in mentors
    assert ("Nora Quill", "Jun-ho Bae") not in mentors


def test_columns_say_what_cells_tell(table: Told) -> None:
    assert set(relations(table, "position", "holder", "role", "organization", "endDate")) == {
        ("Ngozi Abara", "Professor of Human Geography", "Department of Geography", ""),
        ("Simon Blythe", "Lecturer", "Department of Geography", ""),
        ("Owen Tranter", "Research fellow", "Department of Geography", "2020"),
        ("Owen Tranter", "Senior Scientist", "Shell", ""),
    }
    assert set(relations(table, "mentorship", "mentor", "mentee")) == {
        ("Ngozi Abara", "Folasade Ige"),
        ("Simon Blythe", "Folasade Ige"),
    }
    assert named(table, "topic") == {"migration", "borders", "rivers"}
    assert values(table, "person", "Ngozi Abara")["email"] == ("n.abara@otley.ac.uk",)


@pytest.mark.parametrize("text", [CARDS, TABLE])
def test_quotes_are_words_of_the_page(tmp_path: Path, text: str) -> None:
    page = document(tmp_path, text)
    assert not list(unquoted(page, extract(page)))


def test_the_page_of_one_person_is_no_list(tmp_path: Path) -> None:
    assert kind_of(document(tmp_path, OWN)) == "homepage"
