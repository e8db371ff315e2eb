"""Awards, students, referees, products and the heads of CVs."""

import pytest

from extract.making import document
from extract.test_extract_cv import Told
from scholargraph.extract import cv


def tell(text):
    return Told(cv.extract(document(text)))


def awards(entries):
    return [
        (r["award"][0], v.get("year", v.get("startDate", ("",)))[0], r.get("grantor", [""])[0])
        for r, v in tell(f"# Ada Byrne\n## Honours and Awards\n{entries}").relations("awardReceipt")
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Edlund Prize, Kestrel Society, 2010", [("Edlund Prize", "2010", "Kestrel Society")]),
        ("2010\tEdlund Prize\tKestrel Society", [("Edlund Prize", "2010", "Kestrel Society")]),
        ("Edlund Prize (2010, declined)", [("Edlund Prize", "2010", "")]),
        ("2010 Edlund Prize, $1,000", [("Edlund Prize", "2010", "")]),
        ("Edlund Prize 2010; Start Prize, 2012", [("Edlund Prize", "2010", ""), ("Start Prize", "2012", "")]),
        ("Edlund Prize (2010), Ost Medal (2012)", [("Edlund Prize", "2010", ""), ("Ost Medal", "2012", "")]),
        ("Edlund Prize, 2010 and 2012", [("Edlund Prize", "2010", ""), ("Edlund Prize", "2012", "")]),
        (
            "Fellow of the Kestrel Society, 2010",
            [("Fellow of the Kestrel Society", "2010", "Kestrel Society")],
        ),
        ("Finalist, Cundry History Prize, 2010", [("Finalist, Cundry History Prize", "2010", "")]),
        ("2010 Ostheim-Preis", [("Ostheim-Preis", "2010", "")]),
    ],
)
def test_awards_in_many_forms(line, found):
    assert awards(line) == found


def test_a_best_paper_award_names_its_venue():
    ((_, values),) = tell(
        '# Ada Byrne\n## Awards\n- Best Paper Award, ICRA 2015, for "Grasping in the Dark"'
    ).relations("awardReceipt")
    assert values["venueAsPrinted"] == ("ICRA 2015",)


def test_sentences_below_an_award_and_table_heads_are_none():
    assert awards(
        "Year\tAward\tOrganisation\n**Edlund Fellowship** (2019)\n\n"
        "A $38,000 fellowship awarded to 67 fellows to support them as they complete their dissertation."
    ) == [("Edlund Fellowship", "2019", "")]


def test_students_are_advised_by_the_owner():
    told = tell(
        "# Ada Byrne\nada@byrne.example\n## Supervision\nPhD: Elif Kaya (2014), Murat Demir (in progress)\n"
        "MSc: Aisha Patel (2016), co-supervised with C. Downing\n"
        "Astrid Nyberg\t2018–2022\tHalo streams\n"
    )
    found = [(r["mentor"][0], r["mentee"][0], v["kind"][0]) for r, v in told.relations("mentorship")]
    assert found[:3] == [
        ("Ada Byrne", "Elif Kaya", "phd advisor"),
        ("Ada Byrne", "Murat Demir", "phd advisor"),
        ("Ada Byrne", "Aisha Patel", "advisor"),
    ]
    assert [pair[:2] for pair in found[3:]] == [("C. Downing", "Aisha Patel"), ("Ada Byrne", "Astrid Nyberg")]


def test_referees_are_people_and_nothing_more():
    told = tell(
        "# Ada Byrne\n## References\nProf. Ilse Brandt, University of Aldermoor, ilse@aldermoor.example\n"
        "Tom Reed, Dean, Kestrel College\n"
    )
    people = {m.name: m.referent for m in told.told.mentions if m.kind == "person" and m.name}
    assert set(people) == {"Ada Byrne", "Ilse Brandt", "Tom Reed"}
    assert told.values(people["Ilse Brandt"])["email"] == ("ilse@aldermoor.example",)
    assert not told.relations("position")


def test_software_is_made_by_the_owner_and_a_list_of_tools_is_not():
    text = "# Ada Byrne\n## Software\n- **LedgerKit** – a Rust library for ledgers\n- R, Stata, SPSS\n"
    told = tell(text)
    assert [r["subject"] for r, _ in told.relations("creator")] == [["LedgerKit"]]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Curriculum Vitae\n\nMARGARET A. OYELARAN, J.D.", "Margaret A. Oyelaran"),
        ("# Curriculum Vitae et Studiorum di Giulia Ferraboschi", "Giulia Ferraboschi"),
        ("# Aurélien DUCHARME-NOËL", "Aurélien Ducharme-Noël"),
        ("A M I N A   B E N Y O U S S E F", "Amina Benyoussef"),
        ("**Name:** Joanna M. Castellanos, MD, MPH, FACP", "Joanna M. Castellanos"),
        ("NAME: Delacroix-Meyer, Simone", "Simone Delacroix-Meyer"),
        ("# Hi, I'm Tamsin Greaves", "Tamsin Greaves"),
        ("# Rowan T. Achterberg (née Cole), PhD, RN", "Rowan T. Achterberg"),
        ("Kestrel Running Head\nIlse Brandt\nilse.brandt@aldermoor.example", "Ilse Brandt"),
    ],
)
def test_the_head_names_the_owner(head, name):
    told = tell(f"{head}\n## Education\nPhD, Law, Aldermoor University, 2010\n")
    assert told.names[told.told.subject] == name


def test_telephones_of_any_country():
    told = tell("# Ada Byrne\nPhone: +43 1 58801 15000 | b. 1971-04-12\n## Education\nPhD, Law, 2010")
    assert told.values(told.told.subject)["telephone"] == ("+43 1 58801 15000",)


def test_nothing_is_told_of_nobody():
    assert not tell("## Education\nPhD, Law, Aldermoor University, 2010").told.relations
