"""Profile pages: the real seed counted by a careful reader, and an invented one of other separators."""

from collections import Counter

import pytest

from extract.making import document
from extract.test_extract_cv import Told
from scholargraph.extract import profile
from scholargraph.read import read


@pytest.fixture(scope="module")
def seed(seeds):
    return Told(profile.extract(read(seeds / "profile_bz.txt", "profile")))


def test_seed_head(seed):
    figures = Counter()
    for mention in seed.told.mentions:
        if mention.referent == seed.told.subject:
            figures.update((name, value) for name, values in mention.values.items() for value in values)
    assert set(figures) == {
        ("hIndex", "57"),
        ("paperCount", "45"),
        ("citationCount", "3867"),
        ("figure", "Novelty 55%"),
        ("figure", "AI Score 62"),
    }
    assert seed.told.notes == ("line 4: an h-index of 57 needs as many papers, 45 are listed",)


def test_seed_counts(seed):
    works = [seed.values(work) for work in seed.works()]
    assert len(works) == 45
    assert sum("hasCode" in values for values in works) == 8
    assert Counter(values["authorListComplete"][0] for values in works) == {"false": 35, "true": 10}
    assert sum("abstract" in values for values in works) == 45
    assert sum("dateAsPrinted" in values for values in works) == 45
    assert sum("code" in values for values in works) == 8
    assert len(seed.relations("about")) == 45
    assert not any("status" in values for values in works)


def test_seed_date_without_year(seed):
    (found,) = [
        (name, values)
        for work, name in seed.works().items()
        if "datePublished" not in (values := seed.values(work))
    ]
    assert found[0].startswith("DisagMoE:")
    assert found[1]["dateAsPrinted"] == ("May 10",)


def test_seed_oldest(seed):
    dated = sorted(
        (values["datePublished"][0], name)
        for work, name in seed.works().items()
        if "datePublished" in (values := seed.values(work))
    )
    assert dated[:3] == [
        ("2019-01-27", "Deconstructing Generative Adversarial Networks"),
        ("2019-09-19", "Generalized Resilience and Robust Statistics"),
        ("2020-01-21", "When does the Tukey median work?"),
    ]


def test_seed_own_page(seed):
    methods = {m.id: m.method for m in seed.told.mentions}
    own = [r for r in seed.told.relations if r.kind == "authorship" and methods[r.mention] == "own page"]
    assert len(own) == 17
    assert all(r.roles["author"] == (seed.told.subject,) and not r.values for r in own)
    mine = [
        r for r in seed.told.relations if r.kind == "authorship" and r.roles["author"] == (seed.told.subject,)
    ]
    assert len(mine) == 45


def test_seed_latex_and_links(seed):
    titles = {name: work for work, name in seed.works().items()}
    assert "Noisy Computing of the OR and MAX Functions" in titles
    printed = {m.name: m.printed for m in seed.told.mentions if m.kind == "work" and m.printed}
    assert (
        printed["Noisy Computing of the OR and MAX Functions"]
        == r"Noisy Computing of the $\mathsf{OR}$ and $\mathsf{MAX}$ Functions"
    )
    arena = titles["Chatbot Arena: An Open Platform for Evaluating LLMs by Human Preference"]
    assert seed.values(arena)["url"] == ("https://chat.lmsys.org",)


def test_seed_categories_and_tags(seed):
    notations = Counter(v for m in seed.told.mentions if m.kind == "topic" for v in m.values["notation"])
    assert notations["cs.LG"] == 21  # 20 papers and the head
    assert (notations["stat.ML"], notations["math.ST"], notations["cs.GT"]) == (3, 2, 2)
    tags = Counter(r["object"][0] for r, _ in seed.relations("affiliation"))
    assert tags == {"berkeley": 4, "nvidia": 3, "tsinghua": 1, "cmu": 1, "allen-ai": 1, "uw": 1}


OTHER = r"""
Lena Fischer

h-index: 12
Papers: 7
Citations 1,204
i10-index 14

cs.CV · March 12, 2023 · Code
Seeing Less to Learn More: $\ell_1$-Regularised Vision

Lena Fischer, Omar Haddad · mit, google

We study \emph{sparse} vision. Code: \url{https://github.com/lfischer/sparse-vision}. Demo (https://sparse.example.org/demo).

2022-11-03 | stat.ML | Dataset
A Second Paper

O. Haddad, L. Fischer, P. Q. Rao, et al.

First paragraph.

Second paragraph with 10% gains.

q-bio.NCJan 5
Neurons and Noise

Ana Lima and 3 others · eth-zurich

HCDec 2021CodeData
Who Looks Where?

Lena Fischer

Machine LearningMay 4, 2019
Learning Things

Ana Lima, Omar Haddad
"""


def test_a_profile_of_another_form():
    told = Told(profile.extract(document(OTHER)))
    works = {name: told.values(work) for work, name in told.works().items()}
    assert list(works) == [
        "Seeing Less to Learn More: ℓ_1-Regularised Vision",
        "A Second Paper",
        "Neurons and Noise",
        "Who Looks Where?",
        "Learning Things",
    ]
    first, second, third, fourth, _ = works.values()
    assert (first["datePublished"], first["hasCode"], first["abstract"][0][:22]) == (
        ("2023-03-12",),
        ("true",),
        "We study sparse vision",
    )
    assert (first["code"], first["url"]) == (
        ("https://github.com/lfischer/sparse-vision",),
        ("https://sparse.example.org/demo",),
    )
    assert second["abstract"] == ("First paragraph. Second paragraph with 10% gains.",)
    assert "hasCode" not in second
    assert (third["dateAsPrinted"], third["authorListComplete"]) == (("Jan 5",), ("false",))
    assert "datePublished" not in third
    assert (fourth["datePublished"], fourth["hasCode"]) == (("2021-12",), ("true",))
    assert told.authors("A Second Paper") == ["O. Haddad", "Lena Fischer", "P. Q. Rao"]
    assert told.authors("Neurons and Noise") == ["Lena Fischer", "Ana Lima"]
    assert told.authors("Learning Things") == ["Ana Lima", "Omar Haddad"]
    assert told.told.notes == (
        "line 34: the printed authors do not show Lena Fischer",
        "line 4: 7 papers are announced, 5 are listed",
        "line 3: an h-index of 12 needs as many papers, 5 are listed",
    )


def test_a_profile_is_known_by_its_entries(seeds):
    assert profile.sniff(read(seeds / "profile_bz.txt", "profile")) > 0.9
    assert profile.sniff(document(OTHER)) > 0.9
    for other in ("cv_bz.md", "homepage_bz.txt", "mentor_hz_a.md"):
        assert profile.sniff(read(seeds / other, "x")) == 0


SCHOLAR = """\
Ilse Brandt
FOLLOW
Professor of Law, University of Oslo
Verified email at uio.example - Homepage
TITLE
CITED BY
YEAR
Bed nets and road networks
I Brandt, T Okello, MR Castro
The Lancet Global Health 6 (4), 403-412, 2018
412\t2018
Mapping fever
T Okello, I Brandt, ...
arXiv preprint arXiv:2001.01234, 2020
2020
Co-authors
Timothy Okello
Makerere University
"""
DBLP = """\
dblp: Ilse Brandt
affiliation: University of Oslo, Norway
award (2020): Lund Medal
2024
[j7] Ilse Brandt, Wei Wang 0001:
Radios for Two: Community Telephony. ACM Trans. Web 31(2): 19:1-19:38 (2024)
[c12] Wei Wang 0001, Ilse Brandt: Consent at the Kiosk. CHI 2024: 411:1-411:15
[e1] Ilse Brandt, Tom Reed:
Proceedings of the 2nd Conference, AfriCHI 2018. ACM 2018
"""


def test_a_citation_profile():
    page = document(SCHOLAR)
    assert profile.sniff(page) > 0.9
    told = Told(profile.extract(page))
    assert sorted(told.works().values()) == ["Bed nets and road networks", "Mapping fever"]
    first, second = (told.values(work) for work in told.works())
    assert first["datePublished"] == ("2018",)
    assert (first["volume"], first["issue"], first["pages"]) == (("6",), ("4",), ("403-412",))
    assert (second["status"], second["authorListComplete"]) == (("preprint",), ("false",))


def test_a_page_of_a_bibliography_server():
    page = document(DBLP)
    assert profile.sniff(page) > 0.9
    told = Told(profile.extract(page))
    assert list(told.works().values()) == ["Radios for Two: Community Telephony", "Consent at the Kiosk"]
    names = {mention.name for mention in told.told.mentions}
    assert {"Wei Wang", "CHI", "University of Oslo", "Lund Medal"} <= names
    assert "Tom Reed" not in names
