"""Where a work appeared: venue or book, with its editors, house and series, or what stands in their place."""

from __future__ import annotations

from random import Random

from .names import draw_person, print_name
from .patterns import Segment
from .venues import draw_book, draw_conference, draw_journal, draw_workshop
from .vocabulary import terms


def one(text: str, label: str) -> list[Segment]:
    """A field of one segment; empty for no text."""
    return [Segment(text, label)] if text else []


def container(rng: Random, kind: str, case: str, doi_form: str) -> dict[str, list[Segment]]:
    """Books, editors, houses, series, theses and links: what stands around a work."""
    place, house = _place(rng), rng.choice(terms("publishers"))
    editors = _editors(rng)
    plain = ", ".join(editors[:-1]) + (" and " if len(editors) > 1 else "") + editors[-1]
    prefix, inside = rng.randint(1000, 9999), rng.choice(("s41586-", "j.cell.", "", "35", "abc."))
    doi = f"10.{prefix}/{inside}{rng.randint(1000, 99999)}"
    links = {
        "doi": f"doi:{doi}",
        "https": f"https://doi.org/{doi}",
        "DOI": f"DOI: {doi}",
        "bare": doi,
        "url": f"https://example.org/{rng.randint(1, 999)}.pdf",
    }
    short = kind == "conf" and rng.random() < 0.6
    return {
        "B": one(draw_book(rng, case), "VE"),
        "ED": one(
            rng.choice(
                (
                    f"{plain} (Eds.)",
                    f"{plain} (eds.)",
                    f"{plain}, eds.",
                    f"{plain}, editors",
                    f"{plain} (ed.)",
                    f"ed. by {plain}",
                    f"edited by {plain}",
                    f"{'; '.join(editors)}, {'Ed.' if len(editors) == 1 else 'Eds.'}",
                    f"{plain}, {'ed.' if len(editors) == 1 else 'editors'}",
                    f"{plain} (Hrsg.)",
                    f"{plain} (a cura di)",
                    f"Eds. {plain}",
                    f"(Eds. {plain})",
                    plain,
                )
            ),
            "ED",
        ),
        "EDN": one(plain, "ED"),
        "EDH": one(f"{plain} ({rng.choice(('Hrsg.', 'Hg.', 'Hgg.'))})", "ED"),
        "EDD": one(f"{plain} ({rng.choice(('dir.', 'éds.', 'eds.', 'coord.', 'ed.'))})", "ED"),
        "L": [] if short or rng.random() < 0.25 else one(place, "PU"),
        "P": [] if (short or kind in ("conf", "workshop")) and rng.random() < 0.6 else one(house, "PU"),
        "S": one(
            rng.choice(
                (
                    "Lecture Notes in Computer Science",
                    "LNCS 1234",
                    "Studies in History 12",
                    "Graduate Texts in Mathematics, vol. 12",
                    "2nd ed.",
                    "PMLR 119",
                    draw_series(rng),
                )
            ),
            "SE",
        )
        if rng.random() < 0.25
        else [],
        "U": one(rng.choice(terms("universities")), "TH" if kind == "thesis" else "PU"),
        "TH": one(rng.choice(terms("theses")), "TH"),
        "THD": one(rng.choice(terms("theses_german")), "TH"),
        "R": one(rng.choice(terms("reports")).format(n=rng.randint(100, 29999)), "ST"),
        "LK": one(links[doi_form], "LK") if doi_form in links and rng.random() < 0.8 else [],
    }


def _place(rng: Random) -> str:
    """Where a house is: one town, or two (``Berlin/Boston``)."""
    first, second = rng.choice(terms("places")), rng.choice(terms("places")).split(",")[0]
    return (
        f"{first}{rng.choice(('/', ' / ', ' and ', '; ', ' ; ', ', '))}{second}"
        if rng.random() < 0.1
        else first
    )


def draw_series(rng: Random) -> str:
    """A series with its number: ``Cambridge Classical Studies 12``, ``= Schriften zum Recht, Bd. 3``."""
    name = rng.choice(
        (
            f"Studies in {rng.choice(terms('fields'))}",
            f"{rng.choice(terms('fields'))} Monographs",
            f"Schriften zur {rng.choice(terms('fields'))}",
            f"{rng.choice(terms('nouns')).title()}s",
            "Lecture Notes in Computer Science",
            f"{_place(rng).split(',')[0]} {rng.choice(terms('fields'))} Series",
        )
    )
    number = rng.choice(
        ("", f" {rng.randint(1, 300)}", f", Bd. {rng.randint(1, 99)}", f", vol. {rng.randint(1, 99)}")
    )
    return rng.choice(("", "", "= ")) + name + number


def _editors(rng: Random) -> list[str]:
    form = rng.choice(("init", "full", "full", "fam, init", "fam bare", "fam, full", "tight"))
    return [print_name(draw_person(rng), form) for _ in range(rng.choice((1, 2, 2, 3)))]


def host(rng: Random, kind: str, forms: tuple[str, str], year: str) -> dict[str, list[Segment]]:
    """The venue itself, and what stands in its place for preprints and unpublished work."""
    conference, journal = forms
    number = f"{rng.randint(10, 25):02}{rng.randint(1, 12):02}.{rng.randint(1, 19999):05}"
    preprint = rng.choice(
        (
            f"arXiv:{number}",
            f"arXiv preprint arXiv:{number}",
            "arXiv preprint",
            "arXiv",
            f"arXiv {number}",
            "bioRxiv",
            "SSRN",
            "CoRR abs/" + number,
            f"arXiv:{number} [cs.LG]",
            "ArXiv",
            "medRxiv",
            "PsyArXiv",
            "Preprint, arXiv:" + number,
        )
    )
    if kind == "journal":
        venue = draw_journal(rng, journal)
    elif kind == "workshop":
        venue = draw_workshop(rng, conference, year)
    else:
        venue = draw_conference(rng, conference, year)
    if kind == "unpub" and rng.random() < 0.3:
        at = Segment(rng.choice(terms("states_at")), "ST")
        target = draw_journal(rng, "full") if rng.random() < 0.5 else draw_conference(rng, "acro year", year)
        status = [at, *(Segment(text, label) for text, label in target)]
    else:
        status = one(rng.choice(terms("states")), "ST")
    return {
        "V": [Segment(text, label) for text, label in venue],
        "AR": one(preprint, "VE"),
        "ST": status,
        "SOON": one(rng.choice(terms("soon")), "ST"),
    }
