"""Person and project records: the seeds, and invented ones with the traps of real records."""

import pytest

from extract.facts import links, named, names, relations, unfounded, unquoted, values
from scholargraph.extract import extract
from scholargraph.read import read

TWO = """\
---
name: Prof. Lena Fischer and Dr. Marco Rossi
email: lfischer [at] ucsd [dot] edu, mrossi@ucsd.edu
photo: nan
website: https://fischerlab.ucsd.edu
domain: C12
title: Causal Graphs for Climate Data
bio: "Lena Fischer is a Professor and Chair of the Department of Cognitive Science at UC San Diego.
<br> Marco Rossi is a Staff Data Scientist at Scripps Institution of Oceanography.
Before that, he was a software engineer at Intel."
description: "We use meta-RL with <=10 variables in our Python package, ClimGraph,
an open-source toolkit for causal graphs."
summer: none
time: Tuesdays 3-4pm, Rm. 12
ta: Zoom
seats: 4
tag: causality, climate
remote: yes
---
"""


@pytest.fixture(scope="module")
def first(seeds):
    source = read(seeds / "mentor_hz_a.md", "a")
    return source, extract(source)


@pytest.fixture(scope="module")
def second(seeds):
    source = read(seeds / "mentor_hz_b.md", "b")
    return source, extract(source)


@pytest.mark.parametrize("record", ["first", "second"])
def test_seed_records_are_quoted_and_named(record, request):
    source, told = request.getfixturevalue(record)
    assert told.source.kind == "person record"
    assert names(told)[told.subject] == "Hao Zhang"
    assert not list(unquoted(source, told))


def test_first_seed_person_and_project(first):
    _, told = first
    assert values(told, "person", "Hao Zhang") == {
        "email": ("haz094@ucsd.edu",),
        "url": ("https://cseweb.ucsd.edu/~haozhang",),
    }
    project = values(told, "project", "open LLM training, inference, and infrastructures")
    assert project["identifier"] == ("A03",)
    assert project["seats"] == ("8",)
    assert project["meetingPlace"] == ("Zoom",)
    assert project["supervisionStyle"] == ("hands off",)
    assert project["keywords"] == ("gen",)
    assert "schedule" not in project
    assert project["description"][0].endswith("ranking methods.")
    assert "Zoom" not in named(told, "person")
    assert links(told, "lead") == {("open LLM training, inference, and infrastructures", "Hao Zhang")}


def test_first_seed_career(first):
    _, told = first
    assert relations(told, "position", "role", "organization", "status", "startDate", "endDate") == [
        (
            "Assistant Professor",
            "Halıcıoğlu Data Science Institute + Department of Computer Science and Engineering",
            "current",
            "",
            "",
        ),
        ("postdoctoral researcher", "UC Berkeley", "past", "2021", "2023"),
        ("", "Petuum Inc", "past", "2016", "2021"),
        ("co-founder", "LMNet.ai", "", "2023", ""),
        ("co-founder", "LMSYS Org", "", "2023", ""),
    ]
    assert relations(
        told, "degree", "degreeName", "field", "organization", "startDate", "endDate", "advisor"
    ) == [("Ph.D.", "Computer Science", "Carnegie Mellon University", "2014", "2020", "Eric Xing")]
    assert relations(told, "mentorship", "mentor", "kind") == [
        ("Ion Stoica", "postdoc host"),
        ("Eric Xing", "phd advisor"),
    ]
    assert relations(told, "awardReceipt", "award", "year", "grantor") == [
        ("Jay Lepreau best paper award", "2021", ""),
        ("NVIDIA pioneer research award", "2017", "NVIDIA"),
    ]
    assert ("LMNet.ai", "Snowflake") in links(told, "parentOrganization")
    assert values(told, "organization", "LMSYS Org")["organizationType"] == ("nonprofit",)


def test_first_seed_work(first):
    _, told = first
    made = {product for product, who in links(told, "creator") if who == "Hao Zhang"}
    assert made == {"vLLM", "Chatbot Arena", "Vicuna", "Alpa", "Poseidon", "Petuum"}
    assert {topic for _, topic in links(told, "knowsAbout")} == {"machine learning", "systems"}


def test_second_seed(second):
    _, told = second
    person = values(told, "person", "Hao Zhang")
    assert person["image"] == ("https://datascience.ucsd.edu/wp-content/uploads/2023/01/hao.png",)
    title = "Developing Open Datasets, Models, Systems, and Evaluation Tools for Large (Language) Models"
    project = values(told, "project", title)
    assert project["schedule"] == ("Thursday 1-2PM, In-Person 📍 HDSI 336",)
    assert project["prerequisites"] == ("Machine learning",)
    assert set(project["url"]) == {
        "https://icml.cc/virtual/2022/tutorial/18440",
        "https://github.com/RUCAIBox/LLMSurvey",
    }
    assert "note" not in project
    assert {who for _, who in links(told, "workUsedBy")} == {"AI2", "Meta", "Google"}
    assert {who for _, who in links(told, "workCommercializedBy")} == {"Petuum", "AnyScale"}
    assert {p for p, who in links(told, "creator") if who == "Hao Zhang"} == {"Alpa", "Vicuna", "Fastchat"}
    assert values(told, "product", "Vicuna")["productType"] == ("model",)
    assert {"distributed ML systems", "large languge models", "LLMs"} <= named(told, "topic")


def test_two_people_in_one_record(tmp_path):
    path = tmp_path / "two.md"
    path.write_text(TWO, encoding="utf-8")
    source = read(path, "two")
    told = extract(source)
    assert named(told, "person") == {"Lena Fischer", "Marco Rossi"}
    assert values(told, "person", "Lena Fischer")["email"] == ("lfischer@ucsd.edu",)
    assert values(told, "person", "Marco Rossi")["email"] == ("mrossi@ucsd.edu",)
    assert relations(told, "position", "holder", "role", "organization") == [
        ("Lena Fischer", "Professor", "Department of Cognitive Science"),
        ("Lena Fischer", "Chair", "Department of Cognitive Science"),
        ("Marco Rossi", "Staff Data Scientist", "Scripps Institution of Oceanography"),
        ("Marco Rossi", "software engineer", "Intel"),
    ]
    project = values(told, "project", "Causal Graphs for Climate Data")
    assert project["keywords"] == ("causality", "climate")
    assert project["meetingPlace"] == ("Zoom",)
    assert project["note"] == ("remote: yes",)
    assert "preparation" not in project
    assert project["description"][0].startswith("We use meta-RL with <=10 variables")
    assert values(told, "product", "ClimGraph")["productType"] == ("software",)
    assert len(links(told, "lead")) == 2
    assert not list(unquoted(source, told))
    assert not list(unfounded(told))
