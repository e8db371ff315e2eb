"""Facts out of sentences about invented people of several fields and kinds of English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import links, named, relations, told_by, unfounded, values
from scholargraph.extract.prose.sentences import sentences
from scholargraph.extract.prose.verbs import tense_of
from scholargraph.model import Block

HISTORIAN = (
    "Margaret O'Neill is the Alice Palmer Professor of Medieval History at Wellesley College and "
    "Director of the Newhouse Center for the Humanities. She studies the social history of Norman "
    "Sicily, with particular attention to law, trade, and multilingualism. Before coming to Wellesley "
    "in 2009, she taught at the University of St Andrews and was a Junior Research Fellow at Trinity "
    "College, Cambridge from 2003 to 2006. O'Neill received her B.A. from Yale University in 1996 and "
    "her D.Phil. in History from the University of Oxford in 2002, where she was supervised by Jeremy "
    'Johns. She is the author of "Merchants of Palermo" (Cambridge University Press, 2011). Her work '
    "has been supported by a Guggenheim Fellowship. She was elected a Fellow of the Royal Historical "
    "Society in 2015."
)
CHEMIST = (
    "I am a Reader in Physical Chemistry at the University of Bristol, where I lead the Ultrafast "
    "Dynamics Group. Previously I was a postdoctoral research associate with Prof. Ahmed Zewail at "
    "Caltech (2008-2011) and a staff scientist at Lawrence Berkeley National Laboratory. I completed "
    "my PhD at IIT Bombay in 2008 under the supervision of Prof. S. Umapathy. In 2019, I founded "
    "SpectraWorks Ltd, a spin-out that builds portable spectrometers. I was awarded the 2016 Marlow "
    "Award by the Royal Society of Chemistry and an ERC Starting Grant (2014)."
)
LOGICIAN = (
    "Ilse Brandt studied mathematics and philosophy at the University of Göttingen and received her "
    "Dr. rer. nat. from Humboldt-Universität zu Berlin in 1999. After her habilitation in 2006 at LMU "
    "Munich, she became Privatdozentin at the Technical University of Munich. Since 2012 she has been "
    "Professor of Logic and Chair of the Department of Mathematics at the University of Vienna. She is "
    "an editor of the Journal of Symbolic Logic."
)
STUDENT = (
    "I'm a third-year PhD student in Computer Science at MIT, advised by Prof. Regina Barzilay and "
    "Tommi Jaakkola. I work on protein language models and drug discovery. I interned at DeepMind in "
    "summer 2023 and will join Isomorphic Labs as a research scientist in fall 2025. I created "
    "ProtBench, a benchmark for protein design, and maintain the BioTok library. My work was "
    "recognized with a best student paper award at ICML 2024."
)
ENGINEER = (
    "Elena Petrova joined the faculty of ETH Zurich in 2010 as an assistant professor and was promoted "
    "to full professor in 2018. From 2005 to 2010, she worked as a research scientist at Bosch in "
    "Stuttgart, Germany. She holds a PhD from EPFL, where her advisor was Roland Siegwart, and an MSc "
    "in Mechanical Engineering from the Moscow State University (2000). She co-founded two startups, "
    "Verity Drones and Wingtra AG. Elena's software is used by NASA and Airbus."
)


PEOPLE = {
    "Margaret O'Neill": HISTORIAN,
    "Ravi Subramanian": CHEMIST,
    "Ilse Brandt": LOGICIAN,
    "Tom Okafor": STUDENT,
    "Elena Petrova": ENGINEER,
}


@pytest.mark.parametrize("name", PEOPLE)
def test_what_is_told_stands_in_the_quoted_words(name):
    assert not [fault for fault in unfounded(told_by(PEOPLE[name], name)) if name not in fault]


def test_third_person_posts_of_a_historian():
    told = told_by(HISTORIAN, "Margaret O'Neill")
    assert relations(told, "position", "role", "organization", "status", "startDate", "endDate") == [
        ("Alice Palmer Professor of Medieval History", "Wellesley College", "current", "", ""),
        ("Director", "Newhouse Center for the Humanities", "current", "", ""),
        ("", "University of St Andrews", "past", "", ""),
        ("Junior Research Fellow", "Trinity College", "past", "2003", "2006"),
    ]
    assert relations(told, "degree", "degreeName", "field", "organization", "endDate", "advisor") == [
        ("B.A.", "", "Yale University", "1996", ""),
        ("D.Phil.", "History", "University of Oxford", "2002", "Jeremy Johns"),
    ]
    assert relations(told, "awardReceipt", "award", "year", "grantor") == [
        ("Guggenheim Fellowship", "", ""),
        ("Fellow of the Royal Historical Society", "2015", "Royal Historical Society"),
    ]
    assert {"law", "trade", "multilingualism", "social history of Norman Sicily"} == named(told, "topic")
    assert values(told, "work", "Merchants of Palermo")["datePublished"] == ("2011",)


def test_first_person_posts_mentors_and_company_of_a_chemist():
    told = told_by(CHEMIST, "Ravi Subramanian")
    assert relations(told, "position", "role", "organization", "status", "startDate", "endDate") == [
        ("Reader in Physical Chemistry", "University of Bristol", "current", "", ""),
        ("lead", "Ultrafast Dynamics Group", "current", "", ""),
        ("postdoctoral research associate", "Caltech", "past", "2008", "2011"),
        ("staff scientist", "Lawrence Berkeley National Laboratory", "past", "", ""),
        ("founder", "SpectraWorks Ltd", "", "2019", ""),
    ]
    assert relations(told, "mentorship", "mentor", "kind") == [
        ("Ahmed Zewail", "postdoc host"),
        ("S. Umapathy", "phd advisor"),
    ]
    assert ("Ultrafast Dynamics Group", "University of Bristol") in links(told, "parentOrganization")
    assert relations(told, "awardReceipt", "award", "year", "grantor") == [
        ("Marlow Award", "2016", "Royal Society of Chemistry"),
        ("ERC Starting Grant", "2014", "ERC"),
    ]


def test_a_german_career():
    told = told_by(LOGICIAN, "Ilse Brandt")
    assert relations(told, "position", "role", "organization", "status", "startDate") == [
        ("Privatdozentin", "Technical University of Munich", "", ""),
        ("Professor of Logic", "University of Vienna", "current", "2012"),
        ("Chair", "Department of Mathematics", "current", "2012"),
    ]
    assert relations(told, "degree", "degreeName", "organization", "endDate") == [
        ("", "University of Göttingen", ""),
        ("Dr. rer. nat.", "Humboldt-Universität zu Berlin", "1999"),
        ("habilitation", "LMU Munich", "2006"),
    ]


def test_a_student_with_advisors_an_internship_and_a_coming_post():
    told = told_by(STUDENT, "Tom Okafor")
    assert relations(told, "position", "role", "organization", "status", "startDate") == [
        ("third-year PhD student in Computer Science", "MIT", "current", ""),
        ("intern", "DeepMind", "past", "2023"),
        ("research scientist", "Isomorphic Labs", "incoming", "2025"),
    ]
    assert relations(told, "mentorship", "mentor", "kind") == [
        ("Regina Barzilay", "phd advisor"),
        ("Tommi Jaakkola", "phd advisor"),
    ]
    assert values(told, "product", "ProtBench")["productType"] == ("benchmark",)
    assert values(told, "product", "BioTok")["productType"] == ("software",)
    assert relations(told, "awardReceipt", "award", "year", "venueAsPrinted") == [
        ("best student paper award", "2024", "ICML 2024")
    ]


def test_an_engineer_promoted_founding_and_used():
    told = told_by(ENGINEER, "Elena Petrova")
    assert relations(told, "position", "role", "organization", "status", "startDate", "endDate") == [
        ("assistant professor", "ETH Zurich", "", "2010", ""),
        ("full professor", "ETH Zurich", "", "2018", ""),
        ("research scientist", "Bosch", "past", "2005", "2010"),
        ("co-founder", "Verity Drones", "", "", ""),
        ("co-founder", "Wingtra AG", "", "", ""),
    ]
    assert relations(told, "degree", "degreeName", "field", "organization", "advisor") == [
        ("PhD", "", "EPFL", "Roland Siegwart"),
        ("MSc", "Mechanical Engineering", "Moscow State University", ""),
    ]
    assert {organization for _, organization in links(told, "workUsedBy")} == {"NASA", "Airbus"}


def test_advisors_of_a_later_sentence_belong_to_the_degree_and_its_quote_covers_both():
    told = told_by(
        "I got my PhD from Duke University. I was advised by Prof. Ann Kirk and Bo Lund.", "Al Roe"
    )
    assert relations(told, "degree", "organization", "advisor") == [("Duke University", "Ann Kirk + Bo Lund")]
    degree = next(r for r in told.relations if r.kind == "degree")
    quote = next(m.span.quote for m in told.mentions if m.id == degree.mention)
    assert quote.startswith("I got")
    assert quote.endswith("Lund.")


def test_a_company_that_joined_another_and_a_nonprofit():
    text = (
        "Ada Bee co-founded the company Foolab.ai (2019) which joined Intel in 2021, "
        "and the nonprofit Bar Org (2020)."
    )
    told = told_by(text, "Ada Bee")
    assert relations(told, "position", "role", "organization", "startDate") == [
        ("co-founder", "Foolab.ai", "2019"),
        ("co-founder", "Bar Org", "2020"),
    ]
    assert ("Foolab.ai", "Intel") in links(told, "parentOrganization")
    assert values(told, "organization", "Foolab.ai")["organizationType"] == ("company",)
    assert values(told, "organization", "Bar Org")["organizationType"] == ("nonprofit",)


def test_aspects_of_one_thing_are_topics_below_it():
    told = told_by("I am interested in the design, analysis, and use of sorting networks.", "Al Roe")
    assert ("analysis of sorting networks", "sorting networks") in links(told, "broader")
    assert {"sorting networks", "design of sorting networks", "use of sorting networks"} <= named(
        told, "topic"
    )


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("My research lies at the intersection of economics and law.", {"economics", "law"}),
        ("He works on democratizing the access of weather models (WMs).", {"weather models", "WMs"}),
        ("Her interests include machine learning and statistics.", {"machine learning", "statistics"}),
        ("She studies medieval art and architecture.", {"medieval art and architecture"}),
        ("She works with museums on education.", set()),
        ("My research is supported by the NSF.", set()),
    ],
)
def test_topics_of_a_sentence(text, topics):
    found = named(told_by(text, "Ann Kirk"), "topic")
    assert found == topics or (not topics and found <= {"education"})


@pytest.mark.parametrize(
    "text",
    [
        "We use meta-RL in this work.",
        "My wife is a professor at Rice University.",
        "My advisor, Bo Lund, is a professor at Rice University and leads the Sorting Lab.",
        "I work with Cy Dahl, who is a lecturer at Rice University and leads the Sorting Lab.",
        "The Jay Lepreau Best Paper Award was given to others.",
        "I meet students in Gates Hall 210.",
    ],
)
def test_posts_of_others_and_names_of_things_are_no_posts_of_the_person(text):
    told = told_by(text, "Al Roe")
    assert relations(told, "position", "organization") == []
    assert not named(told, "person") & {"Jay Lepreau", "Gates Hall"}


def test_plain_membership_is_neither_post_nor_award_but_a_fellowship_is_an_award():
    told = told_by("She is a Senior Member of the IEEE and a member of the ACM.", "Yuki Tanaka")
    assert relations(told, "awardReceipt", "award", "grantor") == [("Senior Member of the IEEE", "IEEE")]
    assert relations(told, "position", "role") == []


def test_sentences_end_where_they_end():
    text = (
        "Prof. Ann B. Kirk left Foo Inc. in May. She got her Ph.D. She is with Dr. Lund, e.g. at U.S. labs."
    )
    block = Block(kind="paragraph", text=text, raw=text, start_line=1, end_line=1)
    assert [s.text for s in sentences(block)][:3] == [
        "Prof. Ann B. Kirk left Foo Inc. in May.",
        "She got her Ph.D.",
        "She is with Dr. Lund, e.g. at U.S. labs.",
    ]


def test_text_without_full_stops_is_read_in_pieces_and_in_time():
    text = "I am a professor at Rice University and " * 2000
    block = Block(kind="paragraph", text=text, raw=text, start_line=1, end_line=1)
    assert max(len(s.text) for s in sentences(block)) <= 2000
    assert relations(told_by(text, "Al Roe"), "position", "role", "organization")[0] == (
        "professor",
        "Rice University",
    )


@pytest.mark.parametrize(
    ("verb", "tense"),
    [
        ("is", "present"),
        ("was", "past"),
        ("has been", "perfect"),
        ("will join", "future"),
        ("am joining", "future"),
    ],
)
def test_tenses(verb, tense):
    assert tense_of(verb) == tense


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Sofia Lund is the co-founder and CTO of Numina Labs.",
            [("co-founder", "Numina Labs", "current"), ("CTO", "Numina Labs", "current")],
        ),
        (
            "She was a professor at Rice University and a theoretical physicist at CERN.",
            [("professor", "Rice University", "past"), ("theoretical physicist", "CERN", "past")],
        ),
        (
            "She worked at the International Monetary Fund and the Central Bank of Kenya.",
            [
                ("", "International Monetary Fund", "past"),
                ("", "Central Bank of Kenya", "past"),
            ],
        ),
        (
            "She did her postdoctoral training at the Broad Institute.",
            [("postdoctoral training", "Broad Institute", "past")],
        ),
        ("From 2004 to 2007, she was with NTT Laboratories.", [("", "NTT Laboratories", "past")]),
        (
            "She directs Rice University's Centre for Music.",
            [("director", "Centre for Music", "current")],
        ),
        ("Before joining Intel, she was happy.", []),
    ],
)
def test_further_forms_of_posts(text, posts):
    assert relations(told_by(text, "Sofia Lund"), "position", "role", "organization", "status") == posts


def test_degrees_with_their_years_respectively():
    text = (
        "He received the B.E., M.E., and Ph.D. degrees from Kyoto University "
        "in 1999, 2001, and 2004, respectively."
    )
    assert relations(told_by(text, "Kenji Sato"), "degree", "degreeName", "endDate") == [
        ("B.E.", "1999"),
        ("M.E.", "2001"),
        ("Ph.D.", "2004"),
    ]


def test_one_award_on_two_occasions():
    text = "Her papers have won best paper awards at ACL 2019 and EMNLP 2021."
    assert relations(told_by(text, "Ann Kirk"), "awardReceipt", "year", "venueAsPrinted") == [
        ("2019", "ACL 2019"),
        ("2021", "EMNLP 2021"),
    ]


WORDS = """I am|She|Ann Kirk|was|a professor|of|history|at|Rice University|,|and|the|PhD|from|(2001 - 2004)
in 2003|.|advised by|Prof. Bo Lund|founded|Foo Labs|received|the 2020 Bar Prize|’17
my research|focuses on|“X”|—|[AB19]"""
FRAGMENTS = st.sampled_from([word for line in WORDS.split("\n") for word in line.split("|")] + ["\n"])


@given(st.lists(FRAGMENTS, max_size=40))
def test_any_words_are_read_and_quoted_verbatim(fragments):
    text = " ".join(fragments) or "."
    told = told_by(text, "Ann Kirk")
    assert all(mention.span.quote in text for mention in told.mentions)
