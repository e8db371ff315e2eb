"""Homepages: the seed, and invented pages of other people and fields."""

import pytest

from extract.facts import links, named, names, relations, unfounded, unquoted, values
from extract.making import document
from scholargraph.extract import extract, homepage
from scholargraph.extract.citation_keys import find_keys
from scholargraph.extract.page_owner import find_owner
from scholargraph.extract.page_parts import cut_page
from scholargraph.extract.page_roles import page_role
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
        ("# Prof. Dr. Ilse Brandt", "Ilse Brandt"),
        ("# JANE Q. ROWE", "Jane Q. Rowe"),
        ("# Papers by Ilse Brandt", "Ilse Brandt"),
        ("# Ilse Brandt, PhD, RN", "Ilse Brandt"),
        ("I am Ilse Brandt (布兰特), a chemist.\n[Prof. Tom Okafor](x).", "Ilse Brandt"),
        ("Hello.\nSee [Ilse Brandt's CV](cv.pdf).", "Ilse Brandt"),
        ("# Principal Investigator\nIlse Brandt, Professor", "Ilse Brandt"),
        ("# Welcome!\nMy name is Ann Kirk and I like birds.", "Ann Kirk"),
        ("# About\nAnn Kirk is a lecturer at Rice University.", "Ann Kirk"),
        ("# Research Group\nWe study machine learning.\n© 2024 Ann Kirk", "Ann Kirk"),
    ],
)
def test_whose_page_it_is(title, name):
    page = document(title)
    found = find_owner(page, cut_page(page.blocks))
    assert found is not None
    assert found.hint.name == name


@pytest.mark.parametrize(
    "text",
    [
        "# Faculty of Law\nStaff and students.",
        "We thank [Prof. Tom Okafor](x).",
        "# Machine Learning\nNotes.",
    ],
)
def test_pages_that_name_nobody(text):
    page = document(text)
    assert find_owner(page, cut_page(page.blocks)) is None


def test_more_places_that_name_the_owner_make_it_surer():
    once = document("My name is Ann Kirk and I like birds.")
    more = document("# Ann Kirk\nMy name is Ann Kirk.\nannkirk@rice.example")
    sure = [find_owner(page) for page in (once, more)]
    assert sure[0] is not None
    assert sure[1] is not None
    assert sure[0].sure < sure[1].sure < 1


PAPERS = """\
## Papers
- Yuan F, Holm K, Berg T. Tephra in the ice. J. Glaciol. 2022;68:1-12.
- Holm K, Yuan F. Dating dust. Quat. Sci. Rev. 2021;250:106-118.
- Yuan F, Berg T. Cold cores. The Cryosphere, 14, 2020, 33-47.
"""


def test_a_given_name_an_address_and_the_author_whom_all_papers_share():
    told = homepage.extract(
        document(f"Hi! I'm Fang, a postdoc.\nReach me: f.yuan@norrland.example\n{PAPERS}")
    )
    assert {m.name for m in told.mentions if m.referent == told.subject and m.name} == {"F. Yuan", "Fang"}
    assert values(told, "person", "F. Yuan")["email"] == ("f.yuan@norrland.example",)


def test_both_names_of_a_person_are_told():
    told = homepage.extract(document("# Haru Nakata (中田 春)\nI am a professor at Kyoto University."))
    assert {m.name for m in told.mentions if m.referent == told.subject and m.name} == {
        "Haru Nakata",
        "中田 春",
    }


def test_without_a_name_papers_and_people_are_told():
    papers = "## Papers\n- K. Holm, T. Berg. Tephra in the ice. Journal of Glaciology 68 (2022), 1-12.\n"
    papers += "- O. Blix, S. Reed. Dating dust. Quaternary Science Reviews 250 (2021), 106-118.\n"
    told = homepage.extract(
        document("# Turbo Group\n## PhD students\n- Rhea Dunmore (with Prof. Tom Aguirre)\n" + papers)
    )
    assert told.subject == ""
    assert {"Tephra in the ice", "Dating dust"} <= named(told, "work")
    assert relations(told, "mentorship", "mentor", "mentee") == [("Tom Aguirre", "Rhea Dunmore")]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Selected Papers", "publications"),
        ("Job Market Paper", "publications"),
        ("Papers by Ann Kirk", "publications"),
        ("Prizes", "awards"),
        ("Latest News", "news"),
        ("PhD Students", "group"),
        ("Alumni", "group"),
        ("Turbo Group", ""),
        ("Prospective students", "quiet"),
        ("Teaching", "quiet"),
        ("Invited talks", "quiet"),
        ("Software", "products"),
        ("Model Routing", ""),
        ("Research projects", ""),
    ],
)
def test_the_part_that_a_heading_begins(heading, role):
    assert page_role(document(f"# {heading}").blocks[0]) == role


def test_a_heading_of_unknown_words_gets_its_role_from_its_lines():
    text = """\
# Ann Kirk
## How I got here
- PhD in Law, University of Oslo, 2008
- MA, University of Bergen, 2002
## Things that made my mother proud
- Lund Medal, 2013
- Norse Essay Prize, 2010
## What keeps me busy
- Ann Kirk, Tom Okafor. Salvage without a ship. Journal of Law 18 (2014), 55-70.
- Tom Okafor, Ann Kirk. No cure, no pay. Journal of Law 20 (2016), 5-17.
## Pieces
- Nobody sings flat (2022), for crowd and four conductors
- Moor (2018), string quartet
"""
    roles = {part.section.title: part.role for part in cut_page(document(text).blocks)}
    assert roles["How I got here"] == "education"
    assert roles["Things that made my mother proud"] == "awards"
    assert roles["What keeps me busy"] == "publications"
    assert roles["Pieces"] == ""


def test_labels_begin_parts_and_template_leftovers_are_silent():
    text = "# Ann Kirk\nPrizes: Lund Medal, 2013\n# Getting started\nFork this repository.\n## Example\nMore."
    parts = cut_page(document(text).blocks)
    assert [(part.role, part.section.title) for part in parts] == [("head", "Ann Kirk"), ("awards", "Prizes")]


def test_news_date_what_they_tell():
    told = homepage.extract(
        document(
            "# Ann Kirk\nI am a statistician.\n## News\n"
            "- [2024/05] Two papers accepted to ICML 2024.\n"
            "- [2024/03] I received the NSF CAREER Award!\n"
            "- [2023/08] I joined Rice University as an assistant professor.\n"
            "- [2023/06] I will be at NeurIPS in Vienna.\n"
        )
    )
    assert relations(told, "awardReceipt", "award", "year") == [("NSF CAREER Award", "2024")]
    assert ("assistant professor", "Rice University", "2023-08") in relations(
        told, "position", "role", "organization", "startDate"
    )
    assert not named(told, "work")
    assert not list(unfounded(told))


@pytest.mark.parametrize(
    ("line", "kind", "told"),
    [
        (
            "- Rhea Dunmore (2021-, co-advised with Tom Aguirre)",
            "phd advisor",
            ["Rhea Dunmore", "Rhea Dunmore"],
        ),
        ("- Oskar Blix (PhD 2023, now a postdoc at Tern Institute)", "phd advisor", ["Oskar Blix"]),
        ("- Priya Raman, technician, 2015-2017", "", []),
        (
            "I currently supervise two doctoral students, Rhea Dunmore and Oskar Blix.",
            "phd advisor",
            ["Rhea Dunmore", "Oskar Blix"],
        ),
        ("Completed: Rhea Dunmore (2021), Oskar Blix (2018)", "advisor", ["Rhea Dunmore", "Oskar Blix"]),
        ("We meet on Mondays.", "", []),
    ],
)
def test_members_of_a_group(line, kind, told):
    title = "Students" if kind == "advisor" else "Group"
    title = "PhD students" if "co-advised" in line else title
    page = homepage.extract(document(f"# Ann Kirk\nI am a professor at Rice University.\n## {title}\n{line}"))
    found = relations(page, "mentorship", "mentee", "kind")
    assert [mentee for mentee, _ in found] == told
    assert {said for _, said in found} <= {kind}


def test_what_became_of_a_member():
    page = homepage.extract(
        document(
            "# Ann Kirk\nI am a professor.\n## Alumni\n- Oskar Blix (PhD 2023, now lecturer at Tern College)"
        )
    )
    assert relations(page, "position", "holder", "role", "organization", "status") == [
        ("Oskar Blix", "lecturer", "Tern College", "current")
    ]


def test_teaching_talks_and_service_tell_nothing():
    told = homepage.extract(
        document(
            "# Ann Kirk\nI am a professor at Rice University.\n## Service\n- Area Chair, ICML 2025\n"
            "## Talks\n- Counting swans, Joint Meetings, Toronto, August 2023.\n"
            "## Teaching\n- Teaching assistant, Statistics, Rice University, Fall 2018\n"
        )
    )
    assert not named(told, "work")
    assert len(relations(told, "position", "role")) == 1


def test_addresses_of_others_are_not_the_owners():
    told = homepage.extract(
        document(
            "# Ann Kirk\n[Department of Law](https://law.rice.example), ann [at] rice [dot] example\n"
            "## PhD students\n- Rhea Dunmore, rhea@rice.example\n"
        )
    )
    assert values(told, "person", "Ann Kirk")["email"] == ("ann@rice.example",)
    assert "url" not in values(told, "person", "Ann Kirk")
    assert values(told, "person", "Rhea Dunmore")["email"] == ("rhea@rice.example",)


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


def test_software_named_in_plain_lines_and_in_bold():
    told = homepage.extract(
        document(
            "# Ann Kirk\nI am a statistician.\n## Software and corpora\n"
            "swanlog     a logger for swan counts, with Oskar Blix\n\n"
            "The **Tern Corpus of Calls**, 41 hours, at the Tern Library\n\n"
            "My code is on [GitHub](https://github.com/kirk)\n"
        )
    )
    assert named(told, "product") == {"swanlog", "Tern Corpus of Calls"}
    assert not named(told, "topic")


def test_a_career_in_a_list_below_the_first_sentences():
    told = homepage.extract(
        document(
            "# Ann Kirk\nI am a statistician.\n\nHow I got here:\n\n"
            "- PhD, Rice University, 2012 (supervisors Morag Dunmore and Professor Tom Aguirre)\n"
            "- Lecturer, University of Bristol, 2012 - 2015\n"
        )
    )
    assert relations(told, "degree", "degreeName", "organization") == [("PhD", "Rice University")]
    assert ("Lecturer", "University of Bristol") in relations(told, "position", "role", "organization")


def test_a_noun_list_under_research_is_of_interests():
    told = homepage.extract(
        document("# Ann Kirk\n## Research\nBird song: dialects, duets. Recently also frogs.\n")
    )
    assert named(told, "topic") == {"Bird song", "dialects", "duets", "frogs"}


def test_the_frame_of_a_site_is_no_part_and_names_as_headings_are_members():
    text = (
        "# Search\n# Ann Kirk\nI am a professor.\n## PhD students\n"
        "## Rhea Dunmore\n## Oskar Blix\n\nWrite to ann.kirk@rice.example\n"
    )
    parts = cut_page(document(text).blocks)
    assert [part.role for part in parts] == ["head", "group"]
    told = homepage.extract(document(text))
    assert [mentee for mentee, _ in relations(told, "mentorship", "mentee", "kind")] == [
        "Rhea Dunmore",
        "Oskar Blix",
    ]
    assert values(told, "person", "Ann Kirk")["email"] == ("ann.kirk@rice.example",)
