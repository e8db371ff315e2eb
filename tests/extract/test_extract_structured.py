"""Structured résumés, lists of people, pages of publications: what their fields tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.facts import named, names, relations, unquoted, values
from scholargraph.extract import extract
from scholargraph.model import Told
from scholargraph.read import read

AL_FOLIO = """\
- title: General Information
  type: map
  contents:
    - name: Full Name
      value: Ingrid Solberg
    - name: Email
      value: ingrid.solberg@fjord.edu
- title: Education
  type: time_table
  contents:
    - title: PhD in Marine Biology
      institution: University of Bergen, Norway
      year: 2014 - 2018
      description:
        - "Advisor: Prof. Lars Moen"
        - "Thesis: Plankton in the dark season"
    - title: Erasmus
      institution: Lund University
      year: 2012
- title: Experience
  type: time_table
  contents:
    - title: Postdoctoral Researcher
      institution: University of Oslo
      year: 2019 - present
- title: Honors and Awards
  type: time_table
  contents:
    - year: 2017
      items:
        - Young Scientist Prize
- title: Academic Interests
  type: nested_list
  contents:
    - title: Ecology
      items:
        - Plankton dynamics
        - Polar night
"""
RENDER = """\
cv:
  name: Tomas Havel
  email: tomas@havel.edu
  website: https://havel.edu
  social_networks:
    - network: GitHub
      username: thavel
    - network: ORCID
      username: 0000-0002-1825-0097
  sections:
    education:
      - institution: Charles University
        area: Legal History
        degree: PhD
        start_date: 2010-09
        end_date: 2015-06
        highlights:
          - "Advisor: Jana Novotna"
    experience:
      - company: Masaryk University
        position: Assistant Professor
        location: Brno
        start_date: 2016-01
        end_date: present
    publications:
      - title: Courts of the old crown
        authors:
          - Jana Novotna
          - "*Tomas Havel*"
        doi: 10.1000/old.crown
        journal: Journal of Legal History
        date: 2014-03
    honors:
      - bullet: Dean's Prize, Charles University, 2015
"""
JSON_RESUME = """\
{"basics": {"name": "Aiko Tanabe", "label": "Engineer", "image": "https://x.org/me.png",
  "email": "aiko@tanabe.dev",
  "url": "https://tanabe.dev", "profiles": [{"network": "GitHub", "username": "aikot"}]},
 "work": [{"name": "Kumo Robotics", "position": "Research Engineer", "startDate": "2020-04"}],
 "volunteer": [{"organization": "Robot Cup", "position": "Judge"}],
 "education": [{"institution": "University of Tokyo", "area": "Mechanics", "studyType": "Master",
  "startDate": "2016-04", "endDate": "2019-03", "score": "3.9", "courses": ["Control"]}],
 "awards": [{"title": "Best Paper Award", "date": "2019-05-01", "awarder": "Robotics Society of Japan"}],
 "publications": [{"name": "Soft grippers for fruit", "publisher": "ICRA", "releaseDate": "2019-05"}],
 "interests": [{"name": "Robotics", "keywords": ["soft robotics", "grasping"]}],
 "projects": [{"name": "GripKit", "description": "An open-source library for grippers",
  "url": "https://github.com/aikot/gripkit"}]}
"""
AUTHOR_PAGE = """\
---
title: Nadia Karim
role: Associate Professor of Economics
organizations:
- name: University of Leeds
  url: https://leeds.ac.uk
interests:
- Labour economics
- Migration
education:
  courses:
  - course: PhD in Economics
    institution: University of Essex
    year: 2009
social:
- icon: envelope
  link: 'mailto:nadia@leeds.ac.uk'
- icon: github
  link: https://github.com/nadiak
---
"""
MEMBERS = """\
- name: Dr. Paula Reyes (she/her)
  role: Principal Investigator
  email: paula dot reyes at uni dot edu
  website: N/A
- name: Omar Haddad & Lin Qiao
  role: PhD Student
  email: TBD
- name: Kofi Mensah, M.Sc
  position: PhD student
  start: 2019
  end: 2023
  email: "[email protected]"
  website: kofi@uni.edu
  github: kofim
  interests: [soil chemistry, peat]
  education1: M.Sc in Chemistry, University of Ghana, 2018
  education2:
- name: https://broken.example
  role: PhD student
- name: Zoë Müller
  role: Postdoc
  now: Assistant Professor at University of Oslo
"""


def told_by(folder: Path, name: str, text: str, kind: str) -> Told:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    document = read(file, "x")
    told = extract(document)
    assert told.source.kind == kind
    assert not list(unquoted(document, told))
    return told


def test_al_folio(tmp_path: Path) -> None:
    told = told_by(tmp_path, "cv.yml", AL_FOLIO, "résumé")
    assert names(told)[told.subject] == "Ingrid Solberg"
    assert values(told, "person", "Ingrid Solberg") == {"email": ("ingrid.solberg@fjord.edu",)}
    assert relations(
        told, "degree", "degreeName", "field", "organization", "advisor", "thesis", "endDate"
    ) == [
        ("PhD", "Marine Biology", "University of Bergen", "Lars Moen", "Plankton in the dark season", "2018")
    ]
    assert relations(told, "position", "role", "organization", "startDate", "status") == [
        ("Postdoctoral Researcher", "University of Oslo", "2019", "current")
    ]
    assert relations(told, "awardReceipt", "award", "year") == [("Young Scientist Prize", "2017")]
    assert named(told, "topic") == {"Ecology", "Plankton dynamics", "Polar night"}


def test_rendercv(tmp_path: Path) -> None:
    told = told_by(tmp_path, "cv.yaml", RENDER, "résumé")
    assert values(told, "person", "Tomas Havel") == {
        "email": ("tomas@havel.edu",),
        "url": ("https://havel.edu",),
        "sameAs": ("https://github.com/thavel",),
        "orcid": ("0000-0002-1825-0097",),
    }
    assert relations(
        told, "degree", "degreeName", "field", "organization", "advisor", "startDate", "endDate"
    ) == [("PhD", "Legal History", "Charles University", "Jana Novotna", "2010-09", "2015-06")]
    assert relations(
        told, "position", "role", "organization", "startDate", "endDate", "status", "location"
    ) == [("Assistant Professor", "Masaryk University", "2016-01", "", "current", "Brno")]
    assert relations(told, "authorship", "author", "ordinal") == [("Jana Novotna", "1"), ("Tomas Havel", "2")]
    work = values(told, "work", "Courts of the old crown")
    assert (work["doi"], work["datePublished"]) == (("10.1000/old.crown",), ("2014-03",))
    assert relations(told, "venue", "venue", "year") == [("Journal of Legal History", "2014")]
    assert relations(told, "awardReceipt", "grantor", "year") == [("Charles University", "2015")]


def test_json_resume(tmp_path: Path) -> None:
    told = told_by(tmp_path, "resume.json", JSON_RESUME, "résumé")
    assert values(told, "person", "Aiko Tanabe") == {
        "email": ("aiko@tanabe.dev",),
        "url": ("https://tanabe.dev",),
        "sameAs": ("https://github.com/aikot",),
    }
    assert relations(told, "position", "role", "organization", "status") == [
        ("Research Engineer", "Kumo Robotics", "current")
    ]
    assert relations(told, "degree", "degreeName", "field", "organization", "grade") == [
        ("Master", "Mechanics", "University of Tokyo", "3.9")
    ]
    assert relations(told, "awardReceipt", "award", "grantor", "year") == [
        ("Best Paper Award", "Robotics Society of Japan", "2019")
    ]
    assert relations(told, "venue", "work", "venue") == [("Soft grippers for fruit", "ICRA")]
    assert named(told, "topic") == {"Robotics", "soft robotics", "grasping"}
    assert values(told, "product", "GripKit")["codeRepository"] == ("https://github.com/aikot/gripkit",)


def test_an_author_page_with_nested_front_matter(tmp_path: Path) -> None:
    told = told_by(tmp_path, "_index.md", AUTHOR_PAGE, "résumé")
    assert values(told, "person", "Nadia Karim") == {
        "email": ("nadia@leeds.ac.uk",),
        "sameAs": ("https://github.com/nadiak",),
    }
    assert relations(told, "position", "role", "organization", "status") == [
        ("Associate Professor of Economics", "University of Leeds", "current")
    ]
    assert relations(told, "degree", "degreeName", "field", "organization", "endDate") == [
        ("PhD", "Economics", "University of Essex", "2009")
    ]
    assert named(told, "topic") == {"Labour economics", "Migration"}


def test_the_members_of_a_group(tmp_path: Path) -> None:
    told = told_by(tmp_path, "members.yml", MEMBERS, "people list")
    assert named(told, "person") == {"Paula Reyes", "Omar Haddad", "Lin Qiao", "Kofi Mensah", "Zoë Müller"}
    assert values(told, "person", "Paula Reyes") == {"email": ("paula.reyes@uni.edu",)}
    assert values(told, "person", "Kofi Mensah") == {
        "email": ("kofi@uni.edu",),
        "sameAs": ("https://github.com/kofim",),
    }
    assert relations(told, "position", "holder", "role", "startDate", "endDate", "status") == [
        ("Paula Reyes", "Principal Investigator", "", "", "current"),
        ("Omar Haddad", "PhD Student", "", "", "current"),
        ("Lin Qiao", "PhD Student", "", "", "current"),
        ("Kofi Mensah", "PhD student", "2019", "2023", "past"),
        ("Zoë Müller", "Postdoc", "", "", "current"),
        ("Zoë Müller", "Assistant Professor", "", "", "current"),
    ]
    assert relations(told, "degree", "holder", "degreeName", "organization", "endDate") == [
        ("Kofi Mensah", "M.Sc", "University of Ghana", "2018")
    ]
    assert ("Paula Reyes", "Zoë Müller", "postdoc host") in relations(
        told, "mentorship", "mentor", "mentee", "kind"
    )


def test_people_under_the_headings_of_their_groups(tmp_path: Path) -> None:
    text = "- group: Alumni\n  members:\n  - name: Ann Lee\n    role: Postdoc\n"
    text += "  - name: Bo Chen\n    role: Intern\n"
    told = told_by(tmp_path, "team.yml", text, "people list")
    assert relations(told, "position", "holder", "role", "status") == [
        ("Ann Lee", "Postdoc", "past"),
        ("Bo Chen", "Intern", "past"),
    ]


def test_a_flat_record_tells_post_and_interests(tmp_path: Path) -> None:
    text = "name: Ann Lee\nrole: Lecturer\naffiliation: University of Oslo\nemail: ann@uio.no\n"
    text += "interests: law, ethics\n"
    told = told_by(tmp_path, "ann.yml", text, "person record")
    assert relations(told, "position", "role", "organization", "status") == [
        ("Lecturer", "University of Oslo", "current")
    ]
    assert named(told, "topic") == {"law", "ethics"}


def test_the_page_of_a_publication(tmp_path: Path) -> None:
    text = """\
---
title: "Tides and tables"
collection: publications
date: 2015-10-01
venue: 'Journal of Coastal Tables'
paperurl: 'http://coast.example.org/files/tides.pdf'
citation: 'Brandt, I., & Roe, J. (2015). &quot;Tides and tables.&quot; <i>Journal of Coastal Tables</i>.'
---
"""
    told = told_by(tmp_path, "tides.md", text, "publication page")
    assert relations(told, "authorship", "author", "ordinal") == [("I. Brandt", "1"), ("J. Roe", "2")]
    assert relations(told, "venue", "venue", "year") == [("Journal of Coastal Tables", "2015")]
    hugo = "---\ntitle: 'Lichens'\nauthors:\n- Ilse Brandt\n- admin\n"
    hugo += "date: '2020-05-01T00:00:00Z'\ndoi: '10.1000/lichen'\n---\n"
    told = told_by(tmp_path, "lichens.md", hugo, "publication page")
    assert relations(told, "authorship", "author", "ordinal") == [("Ilse Brandt", "1")]
    assert values(told, "work", "Lichens")["authorListComplete"] == ("false",)


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        (
            "talk.md",
            "---\ntitle: A talk\ncollection: talks\nvenue: Oslo\ndate: 2012-03-01\n---\n",
            "publication page",
        ),
        ("settings.yml", "theme: {color: red}\nmenu: [home, about]\n", "other data"),
        ("package.json", '{"name": "thing", "version": "1.0", "scripts": {"test": "x"}}', "other data"),
    ],
)
def test_what_is_no_record_of_a_person_tells_nothing(tmp_path: Path, name: str, text: str, kind: str) -> None:
    told = told_by(tmp_path, name, text, kind)
    assert not told.mentions
    assert told.notes
