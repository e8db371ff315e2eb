"""Homepages: the seed, and invented pages of other people and fields."""

import pytest

from extract.facts import links, named, names, relations, unfounded, unquoted, values
from extract.making import document
from scholargraph.extract import extract, homepage
from scholargraph.extract.citation_keys import find_keys
from scholargraph.extract.page_owner import find_owner
from scholargraph.read import read

CHEMIST = """\
# Ravi Subramanian's Homepage

I am a Reader at the University of Bristol. I'm interested in femtosecond spectroscopy and photochemistry.

ravi.s [at] bristol [dot] ac [dot] uk

## Software

- FemtoFit-2: a Python library for the analysis of absorption data.
- PumpProbeDB: An open dataset of traces, built on FemtoFit-2.
- Slow Light: We study light that is slow [SZ19, SKZ+21].

## Group

- Dr. Anna Kowalska (postdoc)
- Li Wei (PhD student, since 2021)
- Bench Room 210
"""


@pytest.fixture(scope="module")
def seed(seeds):
    source = read(seeds / "homepage_bz.txt", "homepage")
    return source, extract(source)


def test_the_seed_is_a_homepage_of_its_owner(seed):
    source, told = seed
    assert told.source.kind == "homepage"
    assert names(told)[told.subject] == "Banghua Zhu"
    assert not list(unquoted(source, told))
    assert not list(unfounded(told))


def test_seed_posts_degree_and_award(seed):
    _, told = seed
    posts = relations(told, "position", "role", "organization", "status", "startDate")
    assert ("principal research scientist", "Nvidia", "current", "") in posts
    assert ("assistant professor", "University of Washington", "incoming", "") in posts
    assert ("lead", "Foundation Model and Reinforcement Learning Research Lab", "current", "") in posts
    assert ("co-founder", "Nexusflow AI", "past", "2023") in posts
    assert len(posts) == 6
    assert relations(told, "degree", "degreeName", "organization", "advisor") == [
        ("PhD", "Department of EECS", "Jiantao Jiao + Michael I. Jordan")
    ]
    assert relations(told, "awardReceipt", "award", "year", "grantor") == [
        ("David J. Sakrison Memorial Prize", "2023", "EECS")
    ]
    assert links(told, "parentOrganization") == {
        ("Foundation Model and Reinforcement Learning Research Lab", "University of Washington"),
        ("Department of EECS", "UC Berkeley"),
        ("EECS", "Berkeley"),
    }
    assert {"FMRL2", "UW"} <= named(told, "organization")


def test_seed_products(seed):
    _, told = seed
    types = {
        name: values(told, "product", name).get("productType", ("",))[0]
        for name in named(told, "product")
        if (name, "Banghua Zhu") in links(told, "creator")
    }
    assert types == {
        "Starling-7B": "model",
        "Nectar": "dataset",
        "Athene Series": "model",
        "Athene-70B": "model",
        "Athene-V2-72B-Chat": "model",
        "Athene-V2-72B-Agent": "model",
        "Huggingface Function Calling Leaderboard": "benchmark",
        "Chatbot Arena": "platform",
        "Arena-Hard-Auto": "benchmark",
        "Preference Proxy Evaluations": "benchmark",
        "MMMG": "benchmark",
        "S-Lora": "software",
        "Post-training of LLMs": "course",
    }
    assert links(told, "derivedFrom") == {
        ("Athene-70B", "Llama-3-70B"),
        ("Athene-V2-72B-Chat", "Qwen-2.5-72B"),
    }
    assert links(told, "trainedOn") == {("Starling-7B", "Nectar")}
    assert links(told, "hasPart") == {
        ("Athene Series", part) for part in ("Athene-70B", "Athene-V2-72B-Chat", "Athene-V2-72B-Agent")
    }
    assert ("Post-training of LLMs", "Andrew Ng") in links(told, "creator")
    assert links(told, "developedBy") == {("Post-training of LLMs", "Deeplearning.ai")}
    assert values(told, "product", "MMMG")["listedAs"] == ("Evaluation",)


def test_seed_topics(seed):
    _, told = seed
    topics = {topic for _, topic in links(told, "knowsAbout")}
    assert {"Training", "Evaluation", "Serving", "Theoretical Foundations", "foundation models"} <= topics
    assert {
        "statistics",
        "information theory",
        "game theory",
        "human-AI interactions",
        "agentic systems",
    } <= topics
    assert {"Bandit and Reinforcement Learning", "Statistics & Robustness", "LLM Watermarking"} <= topics
    assert not topics & {"Research Interests", "Additional Research Areas", "News"}
    assert ("Model Routing and Caching", "Serving") in links(told, "broader")
    assert not named(told, "product") & {
        "Fundamental Limits of RLHF",
        "LLM Watermarking",
        "Model Routing and Caching",
    }


def test_seed_citation_keys(seed):
    _, told = seed
    keys = [mention for mention in told.mentions if mention.kind == "citation"]
    printed = "ZJJ23 ZSFDZJJ23 ZSZBJJ23 RZMJR21 MZJW22 WGZW22 ZWGJW23 "
    printed += "ZJS22 ZJS21 ZPWWJSJ23 ZDJWZJJ23 ZJT19 ZBYWJJ23 ZKJJ23"
    assert " ".join(key.name for key in keys) == printed
    context = keys[4].values["context"][0]
    assert context.startswith(
        "Additional Research Areas / Bandit and Reinforcement Learning / We study online"
    )


def test_a_chemists_page():
    source = document(CHEMIST, "chemist")
    told = homepage.extract(source)
    assert names(told)[told.subject] == "Ravi Subramanian"
    assert values(told, "person", "Ravi Subramanian")["email"] == ("ravi.s@bristol.ac.uk",)
    assert values(told, "product", "FemtoFit-2")["productType"] == ("software",)
    assert values(told, "product", "PumpProbeDB")["productType"] == ("dataset",)
    assert links(told, "derivedFrom") == {("PumpProbeDB", "FemtoFit-2")}
    assert named(told, "topic") == {"femtosecond spectroscopy", "photochemistry", "Slow Light"}
    assert relations(told, "mentorship", "mentee", "kind") == [
        ("Anna Kowalska", "postdoc host"),
        ("Li Wei", "phd advisor"),
    ]
    assert named(told, "citation") == {"SZ19", "SKZ+21"}
    assert not list(unquoted(source, told))
    assert not list(unfounded(told))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("# The Homepage of Ann B. Kirk", "Ann B. Kirk"),
        ("# Ilse Brandt's personal website", "Ilse Brandt"),
        ("# Hi, I'm Tom Okafor 👋", "Tom Okafor"),
        ("# Prof. Dr. Ilse Brandt", "Prof. Dr. Ilse Brandt"),
        ("# JANE Q. DOE", "JANE Q. DOE"),
        ("# Welcome!\nMy name is Ann Kirk and I like birds.", "Ann Kirk"),
        ("# About\nAnn Kirk is a lecturer at Rice University.", "Ann Kirk"),
        ("# Research Group\nWe study machine learning.\n© 2024 Ann Kirk", "Ann Kirk"),
    ],
)
def test_whose_page_it_is(title, name):
    found = find_owner(document(title).blocks)
    assert found is not None
    block, (start, end) = found
    assert block.text[start:end] == name


def test_a_page_without_a_name_says_so_and_keeps_its_keys():
    told = homepage.extract(document("# Machine Learning\nWe study bandits [AB19]."))
    assert told.subject == ""
    assert named(told, "citation") == {"AB19"}
    assert told.notes


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("as in [ZJJ23].", ["ZJJ23"]),
        ("[WGZW22, ZWGJW23]", ["WGZW22", "ZWGJW23"]),
        ("[ZJS+22a; AB2019]", ["ZJS+22a", "AB2019"]),
        ("[1], [pdf], [GPU], [2023], [ICML23], [Fall23], [X23]", []),
        ("over\n[AB19,\nCD20]", ["AB19", "CD20"]),
    ],
)
def test_which_brackets_hold_keys(text, keys):
    assert [key.text for key in find_keys(text)] == keys
