"""Degrees in the forms in which CVs print them."""

import pytest

from extract.making import document
from extract.test_extract_cv import Told
from scholargraph.extract import cv


def tell(entries, heading="Education"):
    return Told(cv.extract(document(f"# Ada Byrne\n## {heading}\n{entries}")))


@pytest.mark.parametrize(
    "entry",
    [
        "PhD in Geology, University of Aldermoor, 2004",
        "2004 PhD, Geology, University of Aldermoor",
        "2004\tPhD (Geology)\tUniversity of Aldermoor",
        "University of Aldermoor, PhD, Geology, 2004",
        "University of Aldermoor\nPhD in Geology, 2004",
        "PhD 2004, Geology, University of Aldermoor",
        "PhD University of Aldermoor, 2004 (Geology)",
        "PhD – University of Aldermoor, Geology, 2004",
        "University of Aldermoor\tPhD\t2004\tGeology",
        "2004\nPhD in Geology\nUniversity of Aldermoor",
        "PhD in Geology. University of Aldermoor. 2004.",
    ],
)
def test_one_degree_in_many_forms(entry):
    assert tell(entry).degrees() == [("PhD", "Geology", "University of Aldermoor", "", "2004")]


@pytest.mark.parametrize(
    ("entry", "name", "field"),
    [
        ("2003: Promotion (Dr. phil.), Universität Mittelstadt", "Dr. phil.", ""),
        (
            "2003: Habilitation, Universität Mittelstadt (Venia Legendi: Romanistik)",
            "Habilitation",
            "Romanistik",
        ),
        (
            "2003 : Doctorat en sciences de la Terre, Université de Hauterive",
            "Doctorat",
            "sciences de la Terre",
        ),
        ("2003: Laurea in Lettere (110/110 e lode), Università di Rocca Alta", "Laurea", "Lettere"),
        ("2003 Licenciada en Derecho, Universidad del Valle Alto", "Licenciada", "Derecho"),
        ("2003 Mestrado em Física, Universidade de Vila Clara", "Mestrado", "Física"),
        (
            "Doctor of Musical Arts, Composition, Aldermoor College (2003)",
            "Doctor of Musical Arts",
            "Composition",
        ),
        ("2003 B.A., summa cum laude, Law, Aldermoor College", "B.A.", "Law"),
        (
            "2003 MSc, Robotics, Systems and Control, Aldermoor College",
            "MSc",
            "Robotics, Systems and Control",
        ),
        (
            "2003 MSc (Distinction) Clinical Research, Aldermoor College",
            "MSc (Distinction)",
            "Clinical Research",
        ),
    ],
)
def test_degrees_of_other_lands_and_trades(entry, name, field):
    ((found, of, organization, _, year),) = tell(entry).degrees()
    assert (found, of, year) == (name, field, "2003")
    assert organization.startswith(("Uni", "Aldermoor College"))


def test_each_degree_of_a_line_has_its_own_date():
    assert tell("Aldermoor University: Ph.D., Chemistry, 2004; M.S., 2000").degrees() == [
        ("Ph.D.", "Chemistry", "Aldermoor University", "", "2004"),
        ("M.S.", "", "Aldermoor University", "", "2000"),
    ]


@pytest.mark.parametrize(
    "notes",
    [
        'Dissertation: "Salt and Snow"\nCommittee: Prof. Marta Oberholzer (chair), Ruth Adeyemi',
        "*Salt and Snow in June*\nAdvisor: Marta Oberholzer",
        "Titre : « Salt and Snow ». Sous la direction de Marta Oberholzer",
        "Tesis: “Salt and Snow”. Director: Dr. Marta Oberholzer",
    ],
)
def test_thesis_and_advisor_stand_beside_a_doctorate(notes):
    told = tell(f"PhD, History, Aldermoor University, 2003\n{notes}\nBA, History, Aldermoor University, 1999")
    (doctorate, _), (bachelor, _) = told.relations("degree")
    assert doctorate["advisor"] == ["Marta Oberholzer"]
    assert doctorate["thesis"][0].startswith("Salt and Snow")
    assert "advisor" not in bachelor


def test_other_members_of_a_committee_are_people_and_no_advisors():
    told = tell(
        "PhD, Law, Aldermoor University, 2003\nCommittee: Ilse Brandt (Chair), Tom Reed, Ruth Adeyemi"
    )
    assert told.relations("degree")[0][0]["advisor"] == ["Ilse Brandt"]
    assert {m.name for m in told.told.mentions if m.kind == "person"} >= {"Tom Reed", "Ruth Adeyemi"}


def test_schools_give_no_degree_and_posts_among_degrees_are_posts():
    told = tell(
        "2004 PhD, Law, Aldermoor University\n2005–2006 Postdoctoral Fellow, Kestrel Institute\n"
        "1991: Abitur, Friedrichsgymnasium Mittelstadt"
    )
    assert [row[0] for row in told.degrees()] == ["PhD"]
    assert [row[:2] for row in told.positions()] == [("Postdoctoral Fellow", "Kestrel Institute")]


def test_degrees_under_a_heading_of_posts_are_degrees():
    told = tell("2009 PhD (Zoology), Aldermoor University\n2003 BSc, Kestrel College", "Academic history")
    assert [row[0] for row in told.degrees()] == ["PhD", "BSc"]
    assert not told.positions()
