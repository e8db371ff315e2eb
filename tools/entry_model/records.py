"""The contents of one entry: a work drawn at random, as fields for a template."""

from __future__ import annotations

from random import Random

from msgspec import Struct

from .authors import AuthorStyle, print_authors
from .hosts import container, draw_series, host, one
from .names import Person, draw_person, print_name
from .patterns import Segment
from .titles import acronym, draw_title, phrase
from .venues import draw_book, draw_conference, draw_journal
from .vocabulary import terms

KINDS = ("journal", "conf", "workshop", "chapter", "book", "thesis", "preprint", "unpub", "report")
MIXES = {
    "computing": (3, 9, 2, 0.3, 0.1, 0.3, 2.5, 1.2, 0.3),
    "sciences": (12, 1, 0.3, 0.7, 0.1, 0.3, 1, 1, 0.2),
    "humanities": (6, 0.5, 0, 4, 2, 0.3, 0.2, 1, 0),
    "economics": (6, 0.3, 0, 1, 0.3, 0.2, 0.7, 2, 2),
    "all": (5, 4, 1, 1.5, 0.7, 0.4, 1, 1, 0.5),
}
"""How often each of ``KINDS`` stands in a list of a field."""
LINK_SETS = (
    ("pdf",),
    ("PDF", "Code"),
    ("paper", "code", "slides"),
    ("arXiv",),
    ("pdf", "bib"),
    ("DOI",),
    ("link",),
    ("Paper", "Project Page", "Video"),
    ("arXiv", "code", "data"),
    ("abstract", "pdf", "bibtex"),
    ("pdf", "doi", "slides", "talk"),
    ("Online Appendix",),
    ("SSRN",),
    ("website",),
    ("Paper", "Code", "Dataset", "Demo"),
    ("poster",),
    ("html", "pdf"),
)


class RecordStyle(Struct, frozen=True):
    """What the records of one list have in common."""

    mix: str
    case: str
    conference: str
    journal: str
    authors: AuthorStyle
    doi: str
    numbers: float
    """How often volume, issue and pages are printed."""
    owner: Person | None
    year: int


class Record(Struct, frozen=True):
    """The fields of an entry for its template, and what a reader should find in it."""

    kind: str
    fields: dict[str, list[Segment]]
    names: list[str]
    with_names: list[str]


def draw_record(rng: Random, style: RecordStyle, people: tuple[list[Person], int]) -> Record:
    """A work of one of ``KINDS``."""
    kind = rng.choices(KINDS, MIXES[style.mix])[0]
    year = str(max(1960, style.year - int(rng.expovariate(0.2))))
    if kind in ("book", "thesis") and rng.random() < 0.7:
        people = (
            ([style.owner], 0)
            if style.owner and people[1] >= 0
            else (people[0][:1], people[1] if people[1] == 0 else -1)
        )
    authors, names = print_authors(rng, style.authors, *people)
    if kind == "book" and rng.random() < 0.3 and authors:
        authors = [*authors, Segment(rng.choice(terms("editor_remarks")), "AX")]
    others = [person for i, person in enumerate(people[0]) if i != people[1]][:4]
    coauthors, with_names = print_authors(rng, style.authors, others, -1)
    fields: dict[str, list[Segment]] = {
        "A": authors,
        "W": coauthors,
        "T": [Segment(draw_title(rng, style.case), "TI")],
        "Y": [Segment(year, "YR")],
        "D": _date(rng) if rng.random() < 0.6 else [],
        "LL": _links(rng),
        "SER": one(draw_series(rng), "SE"),
        "V": [],
        **_numbers(rng, style.numbers),
        **container(rng, kind, style.case, style.doi),
        **host(rng, kind, (style.conference, style.journal), year),
    }
    return Record(kind, fields, names, with_names)


def _links(rng: Random) -> list[Segment]:
    """Links right behind a title."""
    form = rng.choice(("[{}]", "[{}]", "({})", "{}"))
    marked = rng.random() < 0.7
    return [
        Segment(form.format(label) + " ", "LK", (("link", "https://example.org/" + label),) if marked else ())
        for label in rng.choice(LINK_SETS)
    ]


def _date(rng: Random) -> list[Segment]:
    month = rng.choice(terms("months"))
    day = f" {rng.randint(1, 28)}" if rng.random() < 0.2 and month[0] in "JFMASOND" else ""
    return one(month + day, "YR")


def _numbers(rng: Random, share: float) -> dict[str, list[Segment]]:
    volume, issue = rng.randint(1, 400), str(rng.randint(1, 12))
    start = rng.randint(1, 2900)
    end = start + rng.randint(1, 40)
    dash = rng.choice(("-", "–", "–", "--"))
    pages = rng.choice(
        (
            f"{start}{dash}{end}",
            f"{start}{dash}{end}",
            f"{start}{dash}{str(end)[-2:]}",
            f"{start}",
            f"e{start}",
            f"{start:06}",
            f"a{start}",
            f"1{dash}{end - start + 1}",
            f"{start}.e1",
        )
    )
    issue = rng.choice((issue, issue, f"{issue}-{int(issue) + 1}", "S1", "suppl. 2"))
    shown = rng.random() < share
    return {
        "VOL": one(str(volume), "VO") if shown or rng.random() < share else [],
        "ISS": one(issue, "IS") if shown and rng.random() < 0.7 else [],
        "PG": one(pages, "PG") if shown or rng.random() < share * 0.5 else [],
    }


def draw_note(rng: Random) -> str:
    """A remark behind an entry."""
    person = print_name(draw_person(rng), "full")
    conference = "".join(
        text
        for text, _ in draw_conference(
            rng, rng.choice(("acro year", "long", "acro")), str(rng.randint(2000, 2025))
        )
    )
    journal = draw_journal(rng, "full")[0][0]
    return rng.choice(terms("notes")).format(
        i="2101.01234",
        c=conference,
        b=draw_book(rng, "title"),
        j=journal,
        n=rng.randint(2, 900),
        f=round(rng.random() * 9, 1),
        p=person,
    )


def draw_key(rng: Random, index: int, form: str) -> str:
    """The printed number or key of an entry: ``[12]``, ``J3.``, ``[Bee20]``."""
    return form.format(
        n=index + 1, k=f"{acronym(rng)[:3].capitalize()}{rng.randint(10, 25)}", w=phrase(rng)[:1].upper()
    )
