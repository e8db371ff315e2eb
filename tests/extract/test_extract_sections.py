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
        ("References", "other"),
        ("Publications (* equal contribution)", "publications"),
        ("Curriculum Vitae", ""),
        ("Research Intern at Acme", ""),
        ("Lead the paper.", ""),
    ],
)
def test_a_heading_is_known_by_its_words(heading, role):
    assert heading_role(block(heading)) == role


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
