import pytest

from extract.making import block, document
from scholargraph.extract.sections import cut_sections, heading_role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("CURRENT EMPLOYMENT", "employment"),
        ("Academic Appointments", "employment"),
        ("Past Work Experience", "employment"),
        ("Internships", "employment"),
        ("Education and Training", "education"),
        ("PUBLICATIONS AND MANUSCRIPTS", "publications"),
        ("Journal Paper", "publications"),
        ("Peer-Reviewed Articles", "publications"),
        ("Works in Progress", "publications"),
        ("Under Review", "publications"),
        ("Book Reviews", "publications"),
        ("Honors & Awards", "awards"),
        ("Teaching Awards", "awards"),
        ("Fellowships and Grants", "awards"),
        ("Areas of Specialization", "interests"),
        ("Research Interests", "interests"),
        ("Contact Information", "contact"),
        ("Teaching Experience", "other"),
        ("Conference Presentations", "other"),
        ("Invited Talks", "other"),
        ("References", "referees"),
        ("Publications (* equal contribution)", "publications"),
        ("Postdoctoral Training", "employment"),
        ("Hospital Appointments", "employment"),
        ("Beruflicher Werdegang", "employment"),
        ("Parcours professionnel", "employment"),
        ("Experiencia profesional", "employment"),
        ("Posizioni precedenti", "employment"),
        ("Werkervaring", "employment"),
        ("E M P L O Y M E N T", "employment"),
        ("Academic qualifications", "education"),
        ("Formação", "education"),
        ("Opleiding", "education"),
        ("Auszeichnungen und Stipendien", "awards"),
        ("Prix et distinctions", "awards"),
        ("Veröffentlichungen", "publications"),
        ("PhD students supervised", "supervision"),
        ("Encadrement", "supervision"),
        ("Editorial Activities", "other"),
        ("Lehrveranstaltungen", "other"),
        ("Docencia", "other"),
        ("Software", "products"),
        ("Software Skills", "other"),
        ("Bar Admissions", "other"),
        ("Curriculum Vitae", ""),
        ("Research Intern at Acme", ""),
        ("Lead the paper.", ""),
    ],
)
def test_a_heading_is_known_by_its_words(heading, role):
    assert heading_role(block(heading)) == role


def test_a_numbered_line_in_capitals_is_a_heading_and_an_item_is_none():
    assert heading_role(block("EDUCATION", kind="item", level=1, key="1")) == "education"
    assert heading_role(block("Education", kind="item", level=1, key="-")) == ""


def test_lines_in_the_form_of_headings_cut_sections():
    text = "Ada Byrne\nEDUCATION\nPhD\nEMPLOYMENT\nReader\nCOMMISSIONS OF TRUST\nReferee\nWHAT I LIKE\nTea"
    found = [(section.role, section.title) for section in cut_sections(document(text).blocks)]
    assert found[1:] == [
        ("education", "EDUCATION"),
        ("employment", "EMPLOYMENT"),
        ("other", "COMMISSIONS OF TRUST"),
        ("other", "WHAT I LIKE"),
    ]


def test_unknown_headings_below_publications_and_posts_cut_nothing_off():
    text = (
        "# Ada Byrne\n## Experience\n### Engineer, Acme\n2019 - 2020\n"
        "## Publications\n### 2021\n- A\n## Hobbies of mine\n- B"
    )
    found = [
        (section.role, section.title, len(section.blocks)) for section in cut_sections(document(text).blocks)
    ]
    assert found == [
        ("head", "", 1),
        ("employment", "Experience", 2),
        ("publications", "Publications", 0),
        ("publications", "2021", 1),
        ("other", "Hobbies of mine", 1),
    ]
