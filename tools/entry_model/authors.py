"""Lists of authors as printed: names, separators, marks, and where the list is cut short."""

from __future__ import annotations

from random import Random

from msgspec import Struct

from .names import Person, draw_person, print_name, reading_order
from .patterns import Segment
from .vocabulary import terms

_CUTS = (
    " et al.",
    ", et al.",
    " et al",
    ", et al",
    ", and others",
    " and others",
    ", ...",
    ", …",
    " and 12 others",
    ", +5 authors",
    ", … [14 authors]",
    ", …",
    ", ...",
    ", . . .",
    " and {n} more",
)
_REMARKS = (" (student)", " (PI)", ", PhD", ", MD", " (co-first author)", " ✉", " (corresponding author)")
_GROUPS = (
    "the ATLAS Collaboration",
    "The Lancet Study Group",
    "Early Universe Consortium",
    "GENE-X Collaboration",
    "the Working Group on Pain",
)


_GROUP_KINDS = (
    "Study Group",
    "Investigators",
    "Collaboration",
    "Consortium",
    "Trialists",
    "Network",
    "Working Group",
)


class AuthorStyle(Struct, frozen=True):
    """How one list prints authors."""

    form: str
    between: str
    last: str
    marks: tuple[str, ...] = ()
    """Marks put behind some names; empty for none."""
    raised: bool = False
    """Marks are superscripts."""
    owner_mark: str = ""
    """Mark-up over the owner's name."""
    mixed: float = 0.0
    """How often a name is printed in another form."""
    cut: float = 0.04
    linked: float = 0.0


def draw_style(rng: Random, choice: str) -> AuthorStyle:
    """A style of one of the forms that a family allows (``form~separator~last separator``)."""
    form, between, last = parse_choice(choice)
    marks = rng.choice(
        (
            ("*",),
            ("*", "†"),
            ("1", "2", "1,2"),
            ("∗",),
            ("#",),
            ("†", "‡"),
            ("^*",),
            ("^{*}", "^{1,*}"),
            ("$^*$",),
            ("*", "**"),
            ("(*)",),
            ("✉",),
            ("*", "✉"),
            ("⁎",),
            ("§", "¶"),
        )
    )
    return AuthorStyle(
        form=form,
        between=between,
        last=last,
        marks=marks if rng.random() < 0.25 else (),
        raised=rng.random() < 0.4,
        owner_mark=rng.choice(("bold", "bold", "bold", "", "", "italic")),
        mixed=0.08 if rng.random() < 0.15 else 0.0,
        cut=rng.choice((0.0, 0.0, 0.05, 0.2)),
        linked=0.7 if rng.random() < 0.06 else 0.0,
    )


def parse_choice(choice: str) -> tuple[str, str, str]:
    """Form, separator and last separator of ``form~separator~last``."""
    form, between, last = choice.split("~")
    return form, between, last


def print_authors(
    rng: Random, style: AuthorStyle, people: list[Person], owner: int
) -> tuple[list[Segment], list[str]]:
    """The printed list, and the names in reading order."""
    made: list[Segment] = []
    names: list[str] = []
    shown = people
    if len(people) > 2 and rng.random() < style.cut:
        shown = people[: rng.randint(1, min(len(people) - 1, 6))]
    for index, person in enumerate(shown):
        if index:
            final = index == len(shown) - 1 and len(shown) == len(people)
            made.append(Segment(_between(style, len(shown), final), "AX"))
        form = _form(rng, style, index)
        names.append(reading_order(person, form))
        made += _print_one(rng, style, print_name(person, form), index == owner)
    if len(shown) < len(people):
        made.append(Segment(rng.choice(_CUTS).format(n=len(people)), "AX"))
        if rng.random() < 0.4 and made[-1].text[-1] in ".…" and "et" not in made[-1].text:
            form = _form(rng, style, 1)
            names.append(reading_order(people[-1], form))
            made += [Segment(", ", "AX"), *_print_one(rng, style, print_name(people[-1], form), False)]
    elif rng.random() < 0.01:
        lead = rng.choice((style.between, "; ", ", for ", " on behalf of ", ", "))
        name = rng.choice((*terms("acronyms"), *terms("nouns"))).title()
        group = rng.choice(
            (
                rng.choice(_GROUPS),
                f"{name} {rng.choice(_GROUP_KINDS)}",
                f"the {name} {rng.choice(_GROUP_KINDS)}",
            )
        )
        made.append(Segment(f"{lead}{group}", "AX"))
    return made, names


def _between(style: AuthorStyle, count: int, final: bool) -> str:
    if not final:
        return style.between
    if count == 2 and style.last.startswith(", ") and len(style.last) > 2 and "fam" not in style.form:
        return style.last[1:]
    return style.last


def _form(rng: Random, style: AuthorStyle, index: int) -> str:
    form = style.form
    if form == "first fam":
        form = "fam, full" if index == 0 else "full"
    if form == "first fam init":
        form = "fam, init" if index == 0 else "init"
    if style.mixed and rng.random() < style.mixed:
        form = {"full": "init", "init": "full", "first": "init", "fam, init": "fam, full"}.get(form, form)
    return form


def _print_one(rng: Random, style: AuthorStyle, printed: str, mine: bool) -> list[Segment]:
    marks: tuple[tuple[str, str], ...] = ((style.owner_mark, ""),) if mine and style.owner_mark else ()
    if style.linked and rng.random() < style.linked:
        marks = (*marks, ("link", f"https://people.example.org/{len(printed)}"))
    made = [Segment(printed, "AU", marks)]
    if style.marks and rng.random() < 0.5:
        raised = (("superscript", ""),) if style.raised else ()
        gap = " " if rng.random() < 0.05 else ""
        made.append(Segment(gap + rng.choice(style.marks), "MK", raised))
    elif rng.random() < 0.01:
        made.append(Segment(rng.choice(_REMARKS), "AX"))
    return made


def draw_people(rng: Random, owner: Person | None) -> tuple[list[Person], int]:
    """Between one and a dozen authors, and the owner's place among them (-1 for none)."""
    count = rng.choice((1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 9, 12, 18))
    people = [draw_person(rng) for _ in range(count)]
    if owner is None or rng.random() < 0.03:
        return people, -1
    place = rng.choice((0, 0, count - 1, rng.randrange(count)))
    people[place] = owner
    return people, place
