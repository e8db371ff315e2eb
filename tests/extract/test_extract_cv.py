"""CVs: the real seed, counted by a careful reader, and invented ones of other trades and forms."""

from collections import Counter

import pytest

from extract.making import document
from scholargraph.extract import cv
from scholargraph.read import read


class Told:
    """What was told, by names: handier for questions than referents."""

    def __init__(self, told):
        self.told = told
        self.names = {}
        for mention in told.mentions:
            if mention.name:
                self.names.setdefault(mention.referent, mention.name)

    def relations(self, kind):
        return [
            (
                {role: [self.names.get(r, r) for r in ids] for role, ids in relation.roles.items()},
                relation.values,
            )
            for relation in self.told.relations
            if relation.kind == kind
        ]

    def works(self, work_type="article"):
        return {
            m.referent: m.name
            for m in self.told.mentions
            if m.kind == "work" and m.values.get("workType") == (work_type,)
        }

    def values(self, referent):
        found = {}
        for mention in self.told.mentions:
            if mention.referent == referent:
                found.update(mention.values)
        return found

    def authors(self, title):
        rows = [
            (int(v.get("ordinal", ("0",))[0]), r["author"][0])
            for r, v in self.relations("authorship")
            if r["work"] == [title]
        ]
        return [name for _, name in sorted(rows)]

    def positions(self):
        return [
            (
                v.get("role", ("",))[0],
                r.get("organization", [""])[0],
                v.get("startDate", ("",))[0],
                v.get("endDate", ("",))[0],
                v.get("status", ("",))[0],
            )
            for r, v in self.relations("position")
        ]

    def degrees(self):
        return [
            (
                v["degreeName"][0],
                v.get("field", ("",))[0],
                r.get("organization", [""])[0],
                v.get("startDate", ("",))[0],
                v.get("endDate", ("",))[0],
            )
            for r, v in self.relations("degree")
        ]


def tell(text):
    return Told(cv.extract(document(text)))


@pytest.fixture(scope="module")
def seed(seeds):
    return Told(cv.extract(read(seeds / "cv_bz.md", "cv")))


def test_seed_publications(seed):
    works = seed.works()
    assert len(works) == 31
    assert Counter(seed.values(w)["listedAs"][0] for w in works) == {
        "Journal Paper": 6,
        "Conference Paper": 21,
        "Manuscripts": 4,
    }
    assert all(seed.values(w)["authorListComplete"] == ("true",) for w in works)
    assert [int(seed.values(w)["listNumber"][0]) for w in works] == [
        *range(1, 7),
        *range(1, 22),
        *range(1, 5),
    ]
    assert not seed.told.notes


def test_seed_authors(seed):
    rows = seed.relations("authorship")
    articles = set(seed.works().values())
    assert sum(r["work"][0] in articles for r, _ in rows) == 161
    assert seed.authors("Towards Optimal Statistical Watermarking") == [
        "Baihe Huang", "Banghua Zhu", "Hanlin Zhu", "Jason Lee", "Jiantao Jiao", "Michael I. Jordan"
    ]  # fmt: skip
    assert len(seed.authors("SLoRA: Scalable Serving of Thousands of LoRA Adapters")) == 12
    own = [
        r for r in seed.told.relations if r.kind == "authorship" and r.roles["author"] == (seed.told.subject,)
    ]
    assert len(own) == 32  # 31 papers and the thesis


def test_seed_stars(seed):
    marked = {}
    for roles, values in seed.relations("authorship"):
        if values.get("equalContribution"):
            marked.setdefault(roles["work"][0], []).append(roles["author"][0])
    assert marked == {
        "Noisy Computing of the OR and MAX Functions": ["Banghua Zhu", "Ziao Wang", "Nadim Ghaddar"],
        "Online Learning in Stackelberg Games with an Omniscient Follower": ["Geng Zhao", "Banghua Zhu"],
        "Byzantine-Robust Federated Learning with Optimal Rates and Privacy Guarantee": [
            "Banghua Zhu",
            "Lun Wang",
            "Qi Pang",
        ],
        "Starling-7B: Improving Helpfulness and Harmlessness of LLM with RLAIIF": [
            "Banghua Zhu",
            "Evan Frick",
            "Tianhao Wu",
        ],
    }


def test_seed_states_and_venues(seed):
    states = Counter(seed.values(w)["status"][0] for w in seed.works())
    assert states == {"published": 22, "in submission": 8, "in preparation": 1}
    venues = Counter((r["venue"][0], v.get("year", ("",))[0]) for r, v in seed.relations("venue"))
    assert sum(venues.values()) == 22
    assert venues["ICML", "2023"] == 3
    assert venues["IEEE Transactions on Information Theory", ""] == 3
    earlier = Counter((r["venue"][0], v["year"][0]) for r, v in seed.relations("preliminaryVersionAt"))
    assert earlier == {
        ("NeurIPS Foundation Models for Decision Making Workshop", "2023"): 2,
        ("NeurIPS Workshop on Socially Responsible Language Modelling Research", "2023"): 1,
        ("NeurIPS Workshop on Machine Learning for Systems", "2023"): 1,
        ("ISIT", "2022"): 1,
    }


def test_seed_posts(seed):
    assert seed.positions() == [
        ("Assistant Professor", "ECE", "2025", "", "current"),
        ("Cofounder", "Nexusflow AI", "2023", "", "current"),
        ("Research Intern", "Microsoft Research", "2023-03", "2023-06", "past"),
        ("Student Researcher", "Google Robotics", "2022-01", "2022-11", "past"),
        ("Research Intern", "Electrical Engineering Department", "2017-07", "2017-10", "past"),
    ]
    parents = [(r["subject"][0], r["object"][0]) for r, _ in seed.relations("parentOrganization")]
    assert ("ECE", "University of Washington") in parents
    assert ("Electrical Engineering Department", "Stanford University") in parents
    assert len(seed.relations("knowsAbout")) == 6


def test_seed_mentors_are_no_phd_advisors(seed):
    found = [(r["mentor"][0], v["kind"][0]) for r, v in seed.relations("mentorship")]
    assert found == [
        ("Hiteshi Sharma", "internship mentor"),
        ("Shi Dong", "internship mentor"),
        ("Felipe Vieira Frujeri", "internship mentor"),
        ("Yao Lu", "internship mentor"),
        ("David Tse", "internship advisor"),
    ]


def test_seed_degrees(seed):
    assert seed.degrees() == [
        ("Ph.D.", "EECS", "Department of EECS", "2018", "2024"),
        ("B.E.", "Electronic Engineering", "Department of Electronic Engineering", "2014", "2018"),
        ("B.S.", "Mathematics", "Department of Mathematics", "2014", "2018"),
    ]
    doctorate, first, second = seed.relations("degree")
    assert doctorate[0]["advisor"] == ["Jiantao Jiao", "Michael I. Jordan"]
    assert doctorate[0]["thesis"] == ["Towards Efficient Fine-tuning and Serving of Large Language Models"]
    assert [v["grade"] for _, v in (doctorate, first, second)] == [("4.0/4.0",), ("95.2/100",), ("95.2/100",)]
    assert first[1]["rank"] == ("1st/262 in Department of Electronic Engineering",)
    assert "rank" not in second[1]


def test_seed_awards(seed):
    receipts = seed.relations("awardReceipt")
    assert len(receipts) == 10
    by_name = {r["award"][0]: (r.get("grantor", []), dict(v)) for r, v in receipts}
    assert by_name["Berkeley EECS Department Award"][1] == {"startDate": ("2019",), "endDate": ("2021",)}
    assert by_name["Berkeley EECS Department Award"][0]
    assert by_name["David J. Sakrison Memorial Prize"] == ([], {"year": ("2023",)})
    assert by_name["National Scholarship"] == ([], {"startDate": ("2015",), "endDate": ("2016",)})
    assert sorted(r["award"][0] for r, v in receipts if v.get("year") == ("2017",)) == [
        "Bao Gang Excellent Student Scholarship",
        "Tsinghua Science and Innovation Scholarship",
    ]


def test_seed_contact(seed):
    values = seed.values(seed.told.subject)
    assert values["email"] == ("banghua@uw.edu",)
    assert values["url"] == ("http://banghua.me/",)


MEDICAL = """
# Curriculum Vitae
**Amara N. Okafor, MD, PhD**
Email: amara.okafor@jhmi.edu | Tel: +1 (410) 555-0182 | ORCID: 0000-0002-1825-0097
## Education and Training
2004–2008  M.D., Harvard Medical School, Boston, MA
2008–2011  Residency in Internal Medicine, Massachusetts General Hospital, Boston, MA
1999–2003  B.S. in Biology, summa cum laude, Duke University
## Academic Appointments
2014–2018  Assistant Professor of Medicine, University of Pennsylvania, Philadelphia, PA
2018–present  Associate Professor of Medicine, Duke University
## Honors
2019  Young Investigator Award, American Heart Association
## Peer-Reviewed Publications
1. Okafor AN, Smith JA, Lee K. Statin therapy: a randomized trial. N Engl J Med. 2019;380(12):1123-1131.
2. Smith JA*, Okafor AN*, et al. Outcomes after stenting. Lancet. 2017;389:100-110.
4. Lee K, Okafor AN. Blood pressure and stroke. Circulation. In press.
*These authors contributed equally.
## Invited Talks
2019 Keynote, Some Society of Something, Paris
"""


def test_a_medical_cv_with_dates_on_the_left():
    told = tell(MEDICAL)
    values = told.values(told.told.subject)
    assert (values["orcid"], values["telephone"]) == (("0000-0002-1825-0097",), ("+1 (410) 555-0182",))
    assert told.degrees() == [
        ("M.D.", "", "Harvard Medical School", "2004", "2008"),
        ("B.S.", "Biology", "Duke University", "1999", "2003"),
    ]
    assert told.positions() == [
        ("Residency in Internal Medicine", "Massachusetts General Hospital", "2008", "2011", "past"),
        ("Assistant Professor of Medicine", "University of Pennsylvania", "2014", "2018", "past"),
        ("Associate Professor of Medicine", "Duke University", "2018", "", "current"),
    ]
    assert list(told.works().values()) == [
        "Statin therapy: a randomized trial",
        "Outcomes after stenting",
        "Blood pressure and stroke",
    ]
    assert told.authors("Statin therapy: a randomized trial") == ["Amara N. Okafor", "J. A. Smith", "K. Lee"]
    assert told.told.notes == ("line 16: the numbering jumps from 2 to 4",)
    assert told.relations("awardReceipt")[0][0]["grantor"] == ["American Heart Association"]


HUMANITIES = """
Ilse Brandt
ilse.brandt@univie.ac.at
AREAS OF SPECIALIZATION
Kant, Aesthetics
EMPLOYMENT
University of Vienna
Professor of Philosophy, 2016–
University of Leeds
Lecturer in Philosophy, 2009–2016
EDUCATION
PhD, Philosophy, University of Oxford, 2009
Dissertation: “Kant on Purposiveness.” Advisor: Ralph Walker
BA, Philosophy and German, King's College London, 2004
PUBLICATIONS
*The Shape of Judgment*. Oxford: Oxford University Press, 2015.
“Kant’s Limits.” *Journal of the History of Philosophy* 53, no. 3 (2015): 433–460.
“Beauty without Concepts,” with Tom Reed. *British Journal of Aesthetics* 58 (2018): 1–20.
PRIZES
Leverhulme Prize, Leverhulme Trust, 2012
"""


def test_a_humanities_cv_without_printed_authors():
    told = tell(HUMANITIES)
    assert told.positions() == [
        ("Professor of Philosophy", "University of Vienna", "2016", "", "current"),
        ("Lecturer in Philosophy", "University of Leeds", "2009", "2016", "past"),
    ]
    assert told.degrees() == [
        ("PhD", "Philosophy", "University of Oxford", "", "2009"),
        ("BA", "Philosophy and German", "King's College London", "", "2004"),
    ]
    assert told.relations("degree")[0][0]["advisor"] == ["Ralph Walker"]
    assert list(told.works("thesis").values()) == ["Kant on Purposiveness"]
    assert list(told.works().values()) == [
        "The Shape of Judgment",
        "Kant’s Limits",
        "Beauty without Concepts",
    ]
    assert told.authors("Kant’s Limits") == ["Ilse Brandt"]
    assert told.authors("Beauty without Concepts") == ["Ilse Brandt", "Tom Reed"]
    assert [r["object"][0] for r, _ in told.relations("knowsAbout")] == ["Kant", "Aesthetics"]


INDUSTRY = """
# Rafael Souza
rafael@souza.dev · [github.com/rsouza](https://github.com/rsouza)
## Work Experience
**Senior Research Scientist**, DeepMind, London — Jan 2021 – Present
- Led the alignment evaluation team.
- Published 10 papers on reward modelling.
**Google Brain** — *Research Intern*  May 2019 – Aug 2019
Mentors: Ana Lima, Peter Chen
## Education
**Carnegie Mellon University** Pittsburgh, PA
Ph.D. in Machine Learning, 2017 – 2021
Advisors: Prof. Maria Gomez & Dr. John Q. Public
M.S. in Machine Learning, 2019
## Publications
- **Do Agents Plan?** Ana Lima*, **Rafael Souza***. *In NeurIPS 2021*. [code](https://github.com/rsouza/plan)
- **Scaling Evaluation.** Ana Lima, Peter Chen et al. *arXiv preprint arXiv:2105.00001*, 2021.
"""


def test_an_industry_cv_with_titles_first():
    told = tell(INDUSTRY)
    assert told.positions() == [
        ("Senior Research Scientist", "DeepMind", "2021-01", "", "current"),
        ("Research Intern", "Google Brain", "2019-05", "2019-08", "past"),
    ]
    assert told.relations("position")[0][1]["description"] == (
        "Led the alignment evaluation team.",
        "Published 10 papers on reward modelling.",
    )
    assert [(r["mentor"][0], v["kind"][0]) for r, v in told.relations("mentorship")] == [
        ("Ana Lima", "internship mentor"),
        ("Peter Chen", "internship mentor"),
    ]
    assert [d[:3] for d in told.degrees()] == [
        ("Ph.D.", "Machine Learning", "Carnegie Mellon University"),
        ("M.S.", "Machine Learning", "Carnegie Mellon University"),
    ]
    assert told.relations("degree")[0][0]["advisor"] == ["Maria Gomez", "John Q. Public"]
    first, second = told.works()
    assert told.values(first)["code"] == ("https://github.com/rsouza/plan",)
    assert told.values(second)["arxivId"] == ("2105.00001",)
    assert told.values(second)["authorListComplete"] == ("false",)
    assert told.authors("Scaling Evaluation") == ["Rafael Souza", "Ana Lima", "Peter Chen"]
    methods = {m.id: m.method for m in told.told.mentions}
    own = [r for r in told.told.relations if r.kind == "authorship" and "ordinal" not in r.values]
    assert [methods[r.mention] for r in own] == ["own page"]


def test_entries_of_several_lines_and_headings_as_entries():
    told = tell(
        """
# Mei-Ling Chen
## Experience
### Postdoctoral Fellow, Broad Institute of MIT and Harvard
*Sept. 2020 – Dec. 2022* · Supervisor: Prof. Eric Novak
## Education
- Ph.D. in Biochemistry, Kyoto University, 2020
## Publications

Crowding in cells
Mei-Ling Chen, Eric Novak
Nature Chemical Biology, 2023

Chaperones at work
Kenji Mori, Mei-Ling Chen
Cell, 2019
"""
    )
    assert told.positions() == [
        ("Postdoctoral Fellow", "Broad Institute of MIT and Harvard", "2020-09", "2022-12", "past")
    ]
    assert [(r["mentor"][0], v["kind"][0]) for r, v in told.relations("mentorship")] == [
        ("Eric Novak", "postdoc host")
    ]
    assert list(told.works().values()) == ["Crowding in cells", "Chaperones at work"]
    assert told.authors("Chaperones at work") == ["Kenji Mori", "Mei-Ling Chen"]


def test_a_state_stands_in_the_heading_where_entries_print_none():
    told = tell(
        "# Ada Byrne\n## Education\nPhD, Law, Yale University, 2010\n"
        "## Under Review\n- Ada Byrne, Tom Reed. On Torts.\n"
    )
    (work,) = told.works()
    assert told.values(work)["status"] == ("in submission",)


def test_prizes_and_places_are_no_people():
    told = tell(
        "# Ada Byrne\n## Awards\n2019 Grace Hopper Medal\n2018 Paris Peace Prize\n"
        "## Education\nPhD, Law, Yale University, 2010"
    )
    people = {m.name for m in told.told.mentions if m.kind == "person" and m.name}
    assert people == {"Ada Byrne"}


def test_a_cv_is_known_by_its_sections(seeds):
    assert cv.sniff(read(seeds / "cv_bz.md", "cv")) > 0.8
    assert cv.sniff(document(HUMANITIES)) > 0.5
    assert cv.sniff(read(seeds / "homepage_bz.txt", "home")) == 0
    assert cv.sniff(read(seeds / "profile_bz.txt", "profile")) == 0


@pytest.mark.parametrize(
    "text", ["", "# Ada Byrne", "## Publications\n\n- x", "## Education\n2010\n## Awards\n\n-"]
)
def test_little_or_broken_text_tells_little(text):
    tell(text)


def test_sentences_of_a_summary_are_read():
    told = tell(
        "# Ada Byrne\n## Summary\nI am a research scientist at Google in Zurich since 2021.\n"
        "## Education\nPhD, Law, Yale University, 2010\n## Research Interests\nTort law, evidence and proof\n"
    )
    assert ("Google", "2021") in {(organization, start) for _, organization, start, _, _ in told.positions()}
    assert [r["object"][0] for r, _ in told.relations("knowsAbout")] == ["Tort law", "evidence", "proof"]
