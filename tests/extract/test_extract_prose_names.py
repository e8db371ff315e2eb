"""Where names begin and end in sentences: links, lists inside names, units of units, several in a row."""
# ruff: noqa: E501  (whole sentences on one line)

import re

import pytest

from extract.facts import links, named, relations, told_by, unquoted
from scholargraph.extract.prose.sentences import sentences
from scholargraph.model import Block, Document, Mark, Source

NAME = "Mara Lindqvist"


def linked(text):
    """A paragraph in which ``[words]`` stand in a link."""
    plain, marks = "", []
    for piece in re.split(r"(\[[^\]]*\])", text):
        words = piece.strip("[]")
        if piece.startswith("["):
            marks.append(Mark("link", len(plain), len(plain) + len(words), "https://example.org"))
        plain += words
    return Block(kind="paragraph", text=plain, raw=plain, start_line=1, end_line=1, marks=tuple(marks))


def test_marked_words_belong_to_their_sentence():
    first, second = sentences(linked("I work at [Acme]. I met [Ada Byrne] there."))
    assert [first.text[slice(*place)] for place in first.marked] == ["Acme"]
    assert [second.text[slice(*place)] for place in second.marked] == ["Ada Byrne"]
    assert second.marked_from(6) == 15
    assert second.marked_from(7) == 0


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("I am a lecturer in the [Tarn Hub] [Nils Berg] founded.", {"Tarn Hub"}),
        ("I am a lecturer at the [School of Law, the University of Utrecht].", {"School of Law", "University of Utrecht"}),
        ("I am a lecturer at [Kestrel College] of [Northern University], Oslo, Norway.", {"Kestrel College", "Northern University"}),
    ],
)  # fmt: skip
def test_a_link_is_one_name(text, organizations):
    assert named(told_by(linked(text), NAME), "organization") == organizations


@pytest.mark.parametrize(
    ("text", "mentors"),
    [
        ("I am a PhD student at MIT, advised by [Prof. Dr.-Ing. Olu Ade-Bayo] and Prof. [Xi Qo].", {"Olu Ade-Bayo", "Xi Qo"}),
        ("I am a PhD student at MIT, supervised by Prof. Dr. ir. Jan de Boer and Prof. Zi (Helen) Huang.", {"Jan de Boer", "Zi (Helen) Huang"}),
        ("I was a postdoc in Ann Reed's research group at Rice University.", {"Ann Reed"}),
        ("I was a postdoc at Rice University, where I worked with Prof. Ann Reed and Dr. Tom Hale.", {"Ann Reed", "Tom Hale"}),
        ("I did my postdoc with Prof. Ann Reed at Rice University.", {"Ann Reed"}),
    ],
)  # fmt: skip
def test_mentors_without_their_titles(text, mentors):
    told = told_by(linked(text), NAME)
    assert {name for (name,) in relations(told, "mentorship", "mentor")} == mentors


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("She is a lecturer at the School of Music, Dance and Drama, the University of Utrecht.", [("School of Music, Dance and Drama", "University of Utrecht")]),
        ("She is a fellow in the Night team of the Kestrel Centre for Clinical Research.", [("Night team", "Kestrel Centre for Clinical Research")]),
        ("She is a lecturer in the Dept. of Physics at Rice University.", [("Dept. of Physics", "Rice University")]),
        ('She is a lecturer at the Cluster of Excellence "Old Roads", University of Bonn.', [('Cluster of Excellence "Old Roads"', "University of Bonn")]),
        ("She is a lecturer at the Institute for Sleep, at the University of Bonn.", [("Institute for Sleep", "University of Bonn")]),
    ],
)  # fmt: skip
def test_units_of_units(text, chain):
    assert links(told_by(text, NAME), "parentOrganization") == set(chain)


def test_the_university_whose_initials_another_bears():
    told = told_by(
        "She is a lecturer at the University of Malaya (UM). She received her PhD from the University of Melbourne.",
        NAME,
    )
    assert relations(told, "degree", "organization") == [("University of Melbourne",)]


POSTS = [
    ("I am an Associate Lecturer and Research Fellow in the School of Law at Rice University.", [("Associate Lecturer", "School of Law"), ("Research Fellow", "School of Law")]),
    ("I interned at Google (summer 2022), Meta and at Adobe Research.", [("intern", "Google"), ("intern", "Meta"), ("intern", "Adobe Research")]),
    ("I learnt a lot through internships at Amazon in Bonn, Germany, and Meta, and I am grateful.", [("intern", "Amazon"), ("intern", "Meta")]),
    ("Mara Lindqvist, MD, PhD, is a professor at Duke University.", [("professor", "Duke University")]),
    ("My name is Mara Lindqvist, now a lecturer at Duke University.", [("lecturer", "Duke University")]),
    ("She was CEO of Tarn Waters from 1999 to 2004.", [("CEO", "Tarn Waters")]),
    ("She is a nurse, a writer and a lecturer at Duke University.", [("lecturer", "Duke University")]),
    ("She is program chair of CHI 2026 and a recipient of the Green Prize from Duke University.", []),
    ("Before she joined Duke University, she was a lecturer at Rice University.", [("lecturer", "Rice University")]),
    ("She completed her residency in Dermatology at the Mayo Clinic and a fellowship at Duke University.", [("residency in Dermatology", "Mayo Clinic"), ("fellowship", "Duke University")]),
    ("She held fellowships at Rice University from 2011 to 2012 and at Duke University from 2012 to 2013.", [("fellowship", "Rice University"), ("fellowship", "Duke University")]),
    ("She is a scientist with 10 years of work at Google.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_posts(text, posts):
    assert relations(told_by(text, NAME), "position", "role", "organization") == posts


DEGREES = [
    ("She holds an MSc in Statistics from Rice University and a BSc in Mathematics from Duke University.", [("MSc", "Statistics", "Rice University", ""), ("BSc", "Mathematics", "Duke University", "")]),
    ("I obtained my PhD in April 2020.", []),
    ("I received the BS and PhD degrees in physics from Rice University in 2002 and 2007, respectively.", [("BS", "physics", "Rice University", "2002"), ("PhD", "physics", "Rice University", "2007")]),
    ("I graduated from Duke University with a bachelor degree of nursing.", [("bachelor degree", "nursing", "Duke University", "")]),
    ("I did my PhD in CS at Brown University.", [("PhD", "CS", "Brown University", "")]),
    ("Mara Lindqvist (Ph.D., UCLA, 1991; B.A., Rice University, 1984) is here.", [("Ph.D.", "", "UCLA", "1991"), ("B.A.", "", "Rice University", "1984")]),
    ("She was educated at Durham University (BA 1999), Rice University (MA 2001) and Duke University (PhD 2006).", [("BA", "", "Durham University", "1999"), ("MA", "", "Rice University", "2001"), ("PhD", "", "Duke University", "2006")]),
    ("She is a graduate of Monash University (LLB 1985).", [("LLB", "", "Monash University", "1985")]),
    ("She received an honorary doctorate by Rice University.", []),
    ("I am a PhD student in law at Rice University.", [("PhD", "law", "Rice University", "")]),
    ("She received her PhD from Rice University in 2015 and has been leading the Tarn Lab since 2020.", [("PhD", "", "Rice University", "2015")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "degrees"), DEGREES)
def test_degrees(text, degrees):
    told = told_by(text, NAME)
    assert relations(told, "degree", "degreeName", "field", "organization", "endDate") == degrees


def test_a_degree_in_the_sentence_on_its_advisor_is_its_own():
    told = told_by(
        "I hold a BA from Rice University. I obtained my PhD in 2020 from Duke University under the supervision of Prof. Ann Reed.",
        NAME,
    )
    assert relations(told, "degree", "degreeName", "advisor") == [("BA", ""), ("PhD", "Ann Reed")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "I am a postdoc at MIT. I received my PhD from Yale University. I am advised by Ann Reed.",
            "postdoc host",
        ),
        ("I am a PhD student at MIT. I am fortunate to be advised by Ann Reed.", "phd advisor"),
    ],
)
def test_present_advice_belongs_to_the_present_post(text, kind):
    assert relations(told_by(text, NAME), "mentorship", "mentor", "kind") == [("Ann Reed", kind)]


TOPICS = [
    ("My research focuses on tools and methods that help experts.", set()),
    ("My research centers around developing generalizable and applicable ML/AI approaches.", {"ML/AI"}),
    ("My research focuses on developing novel anomaly detection and causal inference methods to find faults.", {"anomaly detection", "causal inference"}),
    ("My research focuses on AI, energy, and public health.", {"AI", "energy", "public health"}),
    ("I am interested in recommender systems (cold start and bias) and sensor networks.", {"recommender systems", "sensor networks"}),
    ("My research interest lies in parsing, like chart parsing.", {"parsing", "chart parsing"}),
    ("My research focuses on how policies can be steered, adapted, and improved.", set()),
    ("Her work focuses on ancient Greek and Roman science.", {"ancient Greek and Roman science"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "topics"), TOPICS)
def test_topics(text, topics):
    assert named(told_by(text, NAME), "topic") == topics


AWARDS = [
    ("She is an NSF CAREER Award recipient.", [("NSF CAREER Award", "")]),
    ("She has received several awards for her work, including the Turner Prize.", [("Turner Prize", "")]),
    ("Her work has been supported by the Leverhulme Trust, NSF and a Google Faculty Award.", [("Google Faculty Award", "")]),
    ("In 2018, she was awarded an honorary doctorate by the University of Bath.", [("honorary doctorate", "2018")]),
    ("She was elected to the National Academy of Sciences in 2015.", [("National Academy of Sciences", "2015")]),
    ("She was named a 2024 Rising Star in AI.", [("Rising Star in AI", "2024")]),
    ("She obtained several national and industry grants.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "awards"), AWARDS)
def test_awards(text, awards):
    assert relations(told_by(text, NAME), "awardReceipt", "award", "year") == awards


def test_posts_without_a_title_are_less_sure():
    told = told_by("She worked at Rice University. She is a professor at Duke University.", NAME)
    sure = {mention.id: mention.confidence for mention in told.mentions}
    assert [sure[r.mention] for r in told.relations if r.kind == "position"] == [0.6, 0.85]


def test_quotes_stand_in_the_text():
    block = linked("I am a PhD student at [Rice University], advised by [Prof. Ann Reed].")
    lines = tuple(block.raw.split("\n"))
    document = Document(Source(id="x", path="x", media_type="text/plain", sha256="0"), lines, (block,))
    assert not list(unquoted(document, told_by(block, NAME)))
