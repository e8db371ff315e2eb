"""The same kinds of facts in other words: sentences of invented people, each in a wording of its own."""
# ruff: noqa: E501  (whole sentences on one line)

import pytest

from extract.facts import links, named, relations, told_by
from scholargraph.names.people import looks_like_person

NAME = "Mara Lindqvist"

POSTS = [
    ("Earlier, in 2019, I co-founded Tarn Robotics.", ("co-founder", "Tarn Robotics", "2019", "", "past")),
    (
        "While a student, Mara took leave to work for the startup Petrel Inc (2016 - 2021).",
        ("", "Petrel Inc", "2016", "2021", "past"),
    ),
    (
        "Mara practised as an associate at Linklaters and now writes.",
        ("associate", "Linklaters", "", "", "past"),
    ),
    (
        "She teaches law at the University of Melbourne, where she has been a Senior Lecturer since 2020.",
        ("Senior Lecturer", "University of Melbourne", "2020", "", "current"),
    ),
    (
        "Before that I was a postdoc with Pieter Abbeel at UC Berkeley (2013-2016).",
        ("postdoc", "UC Berkeley", "2013", "2016", "past"),
    ),
    (
        "She came to Lund in 2017 after postdoctoral training at the Dana-Farber Cancer Institute.",
        ("postdoctoral training", "Dana-Farber Cancer Institute", "", "", "past"),
    ),
    (
        "After eight years at Google Research, most recently as a staff scientist, I moved home to write.",
        ("staff scientist", "Google Research", "", "", "past"),
    ),
    (
        "Mara has been director of studies at Inserm since October 2015, having previously been a lecturer at "
        "Uppsala University (2003-2015).",
        ("lecturer", "Uppsala University", "2003", "2015", "past"),
    ),
    (
        "She is based at Inserm as a fellow, and from January 2026 she will be a Reader at Uppsala University.",
        ("Reader", "Uppsala University", "2026-01", "", "incoming"),
    ),
    (
        "She then took up a Humboldt fellowship at the University of Würzburg, from 2018 to 2020.",
        ("Humboldt fellowship", "University of Würzburg", "2018", "2020", "past"),
    ),
    (
        "From 2010 until 2019 I headed an independent junior research group at RWTH Aachen University.",
        ("head", "RWTH Aachen University", "2010", "2019", "past"),
    ),
    ("I am a Research Fellow of CEPR and of the Vector Institute.", ("Research Fellow", "Vector Institute", "", "", "current")),
]  # fmt: skip

DEGREES = [
    (
        "She holds a DPhil from the University of Oxford, where she worked under Sir Keith Thomas, and a BA in "
        "History from Durham University.",
        [("DPhil", "University of Oxford", "", "Keith Thomas"), ("BA", "Durham University", "", "")],
    ),
    (
        "Mara was awarded a PhD by Imperial College London in 2004 for work supervised by Alan Thompson.",
        [("PhD", "Imperial College London", "2004", "Alan Thompson")],
    ),
    (
        "I was a student at Columbia University, where I was advised by Shree Nayar and graduated with a PhD in "
        "2014.",
        [("PhD", "Columbia University", "2014", "Shree Nayar")],
    ),
    (
        "Educated at the University of Ibadan (BA, 1989) and at Northwestern University (PhD, 1997), she writes.",
        [("BA", "University of Ibadan", "1989", ""), ("PhD", "Northwestern University", "1997", "")],
    ),
    (
        "She studied physics at the University of Tokyo, receiving her doctorate in 2011 under Masahito Ueda.",
        [("doctorate", "University of Tokyo", "2011", "Masahito Ueda")],
    ),
    (
        "I earned my PhD at TU Darmstadt in 2018; Stefan Roth was my advisor.",
        [("PhD", "TU Darmstadt", "2018", "Stefan Roth")],
    ),
    ("After her doctorate she was a postdoc at UC Berkeley, hosted by Ion Stoica (2021 - 2023).", []),
]

AWARDS = [
    (
        "In 2016 I won the Carl Duisberg Memorial Prize of the German Chemical Society.",
        [("Carl Duisberg Memorial Prize", "2016", "German Chemical Society")],
    ),
    (
        "In 2014 she was elected a Fellow of the Econometric Society.",
        [("Fellow of the Econometric Society", "2014", "Econometric Society")],
    ),
    (
        "She received the Prix Blaise Pascal (2010) and the CNRS Bronze Medal (2011).",
        [("Prix Blaise Pascal", "2010", ""), ("CNRS Bronze Medal", "2011", "CNRS")],
    ),
    (
        "I was honoured to receive an NSF CAREER Award in 2018.",
        [("NSF CAREER Award", "2018", "NSF")],
    ),
    (
        "I live in Bath. In 2015 the Royal Society awarded me the Gosse Medal.",
        [("Gosse Medal", "2015", "Royal Society")],
    ),
]

NOTHING = [
    "If I had stayed, I would be a group leader at BASF today.",
    "Mara has never been a professor at Yale University. She does not work on machine translation.",
    "Her PhD student Lena Vogt won the Klaus Grohe Prize in 2022. Her husband, Tom Lindqvist, is a surgeon at UCL.",
    "She co-organised a workshop at NeurIPS 2019 and is married to a professor.",
    "She declined an offer to become Dean of the School of Law at Yale University.",
    "In 2019 the ACM awarded her advisor the Turing Award.",
    "Together with colleagues she started the Tokyo Geometry Seminar.",
]


@pytest.mark.parametrize(("text", "post"), POSTS)
def test_posts_in_other_words(text, post):
    told = told_by(text, NAME)
    assert post in relations(told, "position", "role", "organization", "startDate", "endDate", "status")


@pytest.mark.parametrize(("text", "degrees"), DEGREES)
def test_degrees_in_other_words(text, degrees):
    told = told_by(text, NAME)
    assert relations(told, "degree", "degreeName", "organization", "endDate", "advisor") == degrees


@pytest.mark.parametrize(("text", "awards"), AWARDS)
def test_awards_in_other_words(text, awards):
    assert relations(told_by(text, NAME), "awardReceipt", "award", "year", "grantor") == awards


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_from_denied_imagined_or_other_peoples_sentences(text):
    assert told_by(text, NAME).relations == ()


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("My earlier work is in statistics, game theory and robust statistics.", {"statistics", "game theory", "robust statistics"}),
        ("Her clinical interests are optic neuritis, sleep and imaging.", {"optic neuritis", "sleep", "imaging"}),
        ("My interests range from spectral harmony to orchestration.", {"spectral harmony", "orchestration"}),
        ("I study tactile sensing and manipulation under uncertainty.", {"tactile sensing", "manipulation under uncertainty"}),
        ("Her areas of interest are many, and she cares about people.", set()),
    ],
)  # fmt: skip
def test_interests_in_other_words(text, topics):
    assert named(told_by(text, NAME), "topic") == topics


def test_what_came_out_of_someones_work():
    told = told_by(
        "Mara works where machine learning meets systems: vRunner, Chat Hall and Otter came out of that work. "
        "Vogt and Li came out of her group.",
        NAME,
    )
    assert named(told, "product") == {"vRunner", "Chat Hall", "Otter"}
    assert named(told, "topic") == {"machine learning", "systems"}


def test_products_that_we_made():
    told = told_by(
        'I write code. We maintain the RoboBench benchmark. I wrote the R package "climatevar".', NAME
    )
    assert named(told, "product") == {"RoboBench", "climatevar"}


def test_a_group_by_its_acronym():
    told = told_by(
        "I am a Reader at the University of Washington, where I lead RRL2 (Robots and Reasoning Research Lab).",
        NAME,
    )
    assert links(told, "parentOrganization") == {
        ("Robots and Reasoning Research Lab", "University of Washington")
    }
    assert "RRL2" in named(told, "organization")


@pytest.mark.parametrize(
    ("text", "person"), [("Hong Qian", True), ("June Huh", True), ("Hong Kong", False), ("New York", False)]
)
def test_names_that_are_also_words(text, person):
    assert looks_like_person(text) is person
