"""Entries of CVs over several lines, cells and headings, in the layouts that classes and templates make."""

import pytest

from extract.making import document
from extract.test_extract_cv import Told
from scholargraph.extract import cv


def tell(text):
    return Told(cv.extract(document(f"# Ada Byrne\n{text}")))


def posts(entries):
    return tell(f"## Employment\n{entries}").positions()


def degrees(entries):
    return tell(f"## Education\n{entries}").degrees()


READER = ("Reader", "University of Aldermoor", "2010", "2012", "past")
PHD = ("PhD", "Geology", "University of Aldermoor", "2000", "2004")


@pytest.mark.parametrize(
    "entry",
    [
        "**Reader**\n**University of Aldermoor**\n2010 – 2012\tAldermoor, UK",
        "**University of Aldermoor**\n*Reader*\n**2010-2012**",
        "**Reader — University of Aldermoor**\n*Zürich, CH*\n*2010 – 2012*",
        "### University of Aldermoor\n[Boston, MA]\n- Reader 2010 – 2012",
        "University of Aldermoor\t2010 – 2012\tReader\tBoston, MA",
        "**2010 – 2012:** University of Aldermoor (Reader)",
        "2010–2012 **Reader** at the University of Aldermoor",
        "2010 – 2012 Reader, University of Aldermoor (Boston, MA)",
        "2010–2012 Reader, University of Aldermoor (with tenure from 2011)",
        "University of Aldermoor\n2010–2012. Reader, Slow Light project.",
    ],
)
def test_one_post_in_the_layouts_of_templates(entry):
    assert posts(entry) == [READER]


@pytest.mark.parametrize(
    "entry",
    [
        "**University of Aldermoor**\n*PhD in Geology*\n**2000-2004**",
        "### University of Aldermoor\n[Boston, MA]\n#### PhD in Geology\n##### 2000-2004, Boston, MA",
        "2000–2004. PhD, Geology, University of Aldermoor (Boston, MA)",
        "**PhD in Geology — University of Aldermoor (UA)**\n*Boston, MA*\n*2000 – 2004*",
        "- PhD in Geology at the University of Aldermoor, 2000-2004",
        "- Advanced Studies (PhD) Geology, University of Aldermoor - Germany, 2000-2004",
        "University of Aldermoor             PhD           2000-2004        Geology",
    ],
)
def test_one_degree_in_the_layouts_of_templates(entry):
    assert degrees(entry) == [PHD]


@pytest.mark.parametrize(
    ("entry", "degree"),
    [
        ("DEA d'Astrophysique à Paris 7 (1989)", ("DEA", "Astrophysique", "Paris 7", "", "1989")),
        (
            "Master of Arts Politikwissenschaft, Universität Wien, 2015",
            ("Master of Arts", "Politikwissenschaft", "Universität Wien", "", "2015"),
        ),
        (
            "Promotion zum Dr. phil., Universität Göttingen, 2005",
            ("Dr. phil.", "", "Universität Göttingen", "", "2005"),
        ),
        (
            "B.A., magna cum laude, Greek and History, Reed College, 2002",
            ("B.A.", "Greek and History", "Reed College", "", "2002"),
        ),
        ("M.S.E., Logic, Reed College, 2002", ("M.S.E.", "Logic", "Reed College", "", "2002")),
        (
            "Habilitation à diriger des recherches (HDR), Université de Nantes, 2009",
            ("Habilitation à diriger des recherches (HDR)", "", "Université de Nantes", "", "2009"),
        ),
        (
            "Promotie kunstgeschiedenis, Universiteit Leiden, 2013",
            ("Promotie", "kunstgeschiedenis", "Universiteit Leiden", "", "2013"),
        ),
    ],
)
def test_degrees_of_other_countries(entry, degree):
    assert degrees(f"- {entry}") == [degree]


def test_a_degree_in_a_department_printed_before_its_university():
    told = tell("## Education\nPh.D., Department of History, University of California, Berkeley, 2012")
    ((_, values),) = told.relations("degree")
    assert (values["degreeName"], values["field"]) == (("Ph.D.",), ("History",))
    assert (["Department of History"], ["University of California, Berkeley"]) in [
        (r["subject"], r["object"]) for r, _ in told.relations("parentOrganization")
    ]


def test_a_city_named_like_its_institute_is_no_parent():
    told = tell("## Employment\n2020–2022 Scientist, Halden Institute of Oceanography, Halden")
    assert told.positions()[0][1] == "Halden Institute of Oceanography"
    assert told.relations("parentOrganization") == []


def test_what_stands_between_a_role_and_an_institution_is_its_department():
    told = tell("## Employment\n2010–2013 Intern, Textile Conservation Studio, Museum of Aldermoor")
    (inner,) = [m for m in told.told.mentions if m.name == "Textile Conservation Studio"]
    assert inner.values["organizationType"] == ("department",)


def test_posts_below_one_organisation():
    entries = "- University of Aldermoor - Boston, MA\n- Reader (2012 - 2016)\n- Lecturer (2010 - 2012)"
    assert [post[:2] for post in posts(entries)] == [
        ("Reader", "University of Aldermoor"),
        ("Lecturer", "University of Aldermoor"),
    ]


def test_headings_in_a_column_beside_their_entries():
    told = tell(
        "Education\tPhD in Geology, University of Aldermoor, 2004\n"
        "Appointments\tReader, University of Aldermoor, 2010–2012"
    )
    assert [degree[0] for degree in told.degrees()] == ["PhD"]
    assert told.positions() == [READER]


@pytest.mark.parametrize(
    ("line", "award"),
    [
        ("2021: Best Thesis Award, 2021", ("Best Thesis Award", "2021")),
        ("Awarded the Otto Kestrel Prize for 2019 ($500)", ("Otto Kestrel Prize", "2019")),
        ("Winner, Kestrel Book Prize, 2022", ("Kestrel Book Prize", "2022")),
        ("Klein Fellowship, ICAR\t2011", ("Klein Fellowship", "2011")),
        ("2nd Place\tStudent Design Contest, 2015", ("2nd Place Student Design Contest", "2015")),
    ],
)
def test_an_award_without_what_leads_to_it(line, award):
    ((roles, values),) = tell(f"## Awards\n- {line}").relations("awardReceipt")
    assert (roles["award"][0], values["year"][0]) == award


@pytest.mark.parametrize(
    "line",
    ["$31,764 / 3 years (co-PI), Kestrel Foundation, 2009-2012", "Slow Light research grant (£98,000), 2016"],
)
def test_funding_is_no_award(line):
    assert tell(f"## Honors and Awards\n- {line}").relations("awardReceipt") == []


def test_students_hold_posts_now_and_have_other_mentors():
    told = tell(
        "## PhD Students\n"
        "- Tom Okafor (2017–2021), co-supervised with Prof. Ilse Brandt. Now Lecturer at Reed College, Boston"
    )
    assert told.positions() == [("Lecturer", "Reed College", "", "", "current")]
    pairs = {(r["mentor"][0], r["mentee"][0]) for r, _ in told.relations("mentorship")}
    assert pairs == {("Ada Byrne", "Tom Okafor"), ("Ilse Brandt", "Tom Okafor")}


def test_students_between_dots():
    told = tell(
        "## Doctoral supervision\nTom Okafor (2020–), slow light · Ilse Brandt (2016), bees in Finland"
    )
    assert [r["mentee"] for r, _ in told.relations("mentorship")] == [["Tom Okafor"], ["Ilse Brandt"]]


def test_confidence_falls_with_what_an_entry_lacks():
    def sure(entry):
        told = tell(f"## Employment\n{entry}").told
        return next(m.confidence for m in told.mentions if m.kind == "position")

    whole, undated = sure("Reader, University of Aldermoor, 2010"), sure("Reader, University of Aldermoor")
    assert whole > undated > sure("Bell Ringer Royal, Aldermoor Cathedral, 2010")
