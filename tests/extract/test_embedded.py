"""Statements of pages: their person, their works, and hints at their owner."""

from __future__ import annotations

import pytest

from extract.making import block
from scholargraph.extract.embedded import name_place, owner_hints, tell_embedded
from scholargraph.extract.telling import Telling
from scholargraph.extract.works import Owner
from scholargraph.model import Document, Relation, Source, Told
from scholargraph.names.people import parse_person


def page(*fields: tuple[str, str]) -> Document:
    """A page that states some fields, one to a line."""
    source = Source(id="p", path="p.html", media_type="text/html", sha256="0" * 64)
    blocks = tuple(block(text, at, kind="field", key=key) for at, (key, text) in enumerate(fields, 1))
    return Document(source, tuple(text for _, text in fields), blocks)


def told(document: Document, owner: str = "") -> Told:
    telling = Telling(document, "homepage")
    known = Owner("doc#m0", parse_person(owner), owner) if owner else None
    tell_embedded(telling, document, known)
    return telling.told("homepage")


def relations(said: Told, kind: str) -> list[Relation]:
    return [relation for relation in said.relations if relation.kind == kind]


PERSON = (
    ("Person/0/name", "Dr. Ada Bee"),
    ("Person/0/email", "mailto:ada@elsewhere.example"),
    ("Person/0/jobTitle", "Lecturer"),
    ("Person/0/worksFor/name", "University of Elsewhere"),
    ("Person/0/alumniOf/0/name", "Old University"),
    ("Person/0/sameAs/0", "https://github.com/adabee"),
    ("Person/0/knowsAbout/0", "Mosses"),
)


def test_person() -> None:
    said = told(page(*PERSON))
    person = next(m for m in said.mentions if m.kind == "person")
    assert (person.name, said.subject) == ("Ada Bee", person.referent)
    values = [m.values for m in said.mentions if m.referent == person.referent and m.values]
    assert values == [{"email": ("ada@elsewhere.example",)}, {"sameAs": ("https://github.com/adabee",)}]
    (position,) = relations(said, "position")
    assert position.values == {"role": ("Lecturer",), "status": ("current",)}
    assert len(relations(said, "degree")) == len(relations(said, "knowsAbout")) == 1


def test_the_owner_known_from_the_page_is_the_person_and_others_are_not() -> None:
    said = told(page(*PERSON, ("Person/1/name", "Bo Cee"), ("Person/1/jobTitle", "Dean")), "A. Bee")
    (position,) = relations(said, "position")
    assert position.roles["holder"] == ("doc#m0",)
    assert not any(m.name == "Bo Cee" for m in said.mentions)


def test_names_of_templates_are_nobody() -> None:
    document = page(("Person/0/name", "Your Name"), ("meta/author", "Jane Doe"), ("meta/title", "Home"))
    assert told(document).mentions == ()
    assert owner_hints(document) == []


def test_article_tags() -> None:
    said = told(
        page(
            ("meta/citation_title", "Mosses and More"),
            ("meta/citation_author/0", "Bee, Ada"),
            ("meta/citation_author/1", "Cee, Bo"),
            ("meta/citation_journal_title", "Journal of Moss"),
            ("meta/citation_publication_date", "2019/05/01"),
            ("meta/citation_firstpage", "12"),
            ("meta/citation_lastpage", "19"),
            ("meta/citation_doi", "10.1234/moss.5"),
        )
    )
    assert [m.name for m in said.mentions if m.kind == "person"] == ["Ada Bee", "Bo Cee"]
    values = {key: value for m in said.mentions if m.kind == "work" for key, value in m.values.items()}
    assert values["doi"] == ("10.1234/moss.5",)
    assert (values["pages"], values["status"]) == (("12–19",), ("published",))
    assert [r.values["ordinal"] for r in relations(said, "authorship")] == [("1",), ("2",)]


def test_article_of_linked_data() -> None:
    said = told(
        page(
            ("ScholarlyArticle/0/headline", "On Law"),
            ("ScholarlyArticle/0/author/0/name", "Una Vex"),
            ("ScholarlyArticle/0/author/0/affiliation/name", "Old College"),
            ("ScholarlyArticle/0/author/1/name", "Sam Tye"),
            ("ScholarlyArticle/0/isPartOf/name", "Law Review"),
            ("ScholarlyArticle/0/datePublished", "2019-05-01"),
        )
    )
    assert [m.name for m in said.mentions if m.kind in ("person", "venue") and m.name] == [
        "Una Vex",
        "Sam Tye",
        "Law Review",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Ada Bee",
        "Ada Bee – Home",
        "Home | Ada Bee",
        "Welcome to Ada Bee's page",
        "Homepage of Ada Bee",
        "Ada Bee, Ph.D.",
        "Ada Bee's Personal Website",
        "Publications - Ada Bee",
        "About Ada Bee",
    ],
)
def test_names_in_titles(title: str) -> None:
    line = block(title, kind="field", key="meta/title")
    place = name_place(line)
    assert place is not None
    assert title[slice(*place)] == "Ada Bee"


def test_a_footer_names_its_owner_and_how_to_reach_them() -> None:
    document = page(("meta/footer", "© 2020–2024 Ada Bee. Powered by Moss. ada@x.example"))
    assert [name for name, _, _ in owner_hints(document)] == ["Ada Bee"]
    assert [m.values for m in told(document, "Ada Bee").mentions] == [{"email": ("ada@x.example",)}]


def test_hints_come_surest_first() -> None:
    document = page(("meta/title", "Ada Bee"), ("meta/author", "Bo Cee"), ("Person/0/name", "Cy Dee"))
    assert [(name, sure) for name, sure, _ in owner_hints(document)] == [
        ("Cy Dee", 0.95),
        ("Bo Cee", 0.85),
        ("Ada Bee", 0.8),
    ]
