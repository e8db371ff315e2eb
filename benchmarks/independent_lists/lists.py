"""The templates by name, and the lists drawn with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from . import cv_home, cv_humane, cv_vita, formal_dates, formal_lands, formal_numbers, formal_sciences
from .page import Keeper, Page
from .people import draw_person
from .pieces import tail
from .records import Entry, EntryList, Person, Work
from .works import FIELDS, draw_kind, draw_work

_HEADINGS = (
    "Publications",
    "Selected Publications",
    "Journal Articles",
    "Papers",
    "Recent work",
    "Peer-reviewed",
)
_NUMBERS = ("{}.", "[{}]", "{}", "({})", "{})")
_TECHNICAL = ("ml", "systems", "eng", "ling")
_SCIENCE = ("bio", "med", "chem", "phys", "earth", "psych", "eng")
_HUMANE = ("hist", "phil", "lit", "soc", "ling", "edu")


@dataclass(frozen=True, slots=True)
class Template:
    """A way to print entries, and the lists it suits."""

    style: str
    write: Callable[[Page, Work], None]
    fields: tuple[str, ...] = FIELDS
    kinds: tuple[str, ...] = ()
    """The kinds of works that it prints; none: all."""
    numbered: float = 0.3
    """The share of lists whose entries bear numbers or bullets."""
    by_year: bool = False
    name: str = ""


def _named(style: str, *templates: Template) -> dict[str, Template]:
    return {
        template.name or template.write.__name__: replace(template, style=style) for template in templates
    }


TEMPLATES = {
    **_named(
        "cv",
        Template("", cv_home.bold_title, (*_TECHNICAL, "bio", "phys", "psych", "econ")),
        Template("", cv_home.with_whom, ("math", "econ", "phys", "soc")),
        Template("", cv_home.link_title, (*_TECHNICAL, "edu", "soc", "psych", "math")),
        Template("", cv_home.badge_first, _TECHNICAL, ("paper", "article", "preprint")),
        Template("", cv_home.paper_box, (*_TECHNICAL, "bio", "chem")),
        Template("", cv_home.dashes),
        Template("", cv_home.group_page, (*_SCIENCE, "ml"), by_year=True),
        Template("", cv_vita.ieee_vita, ("eng", "systems", "ml", "phys")),
        Template("", cv_humane.philosopher, ("phil", "lit", "ling"), ("article", "book", "chapter")),
        Template("", cv_humane.historian, ("hist", "lit", "soc", "phil")),
        Template("", cv_humane.lawyer, ("law",)),
        Template("", cv_vita.biomedical, ("bio", "med", "psych", "earth"), numbered=0.8),
        Template("", cv_vita.columns),
        Template("", cv_vita.dump, ("phys", "math", "earth", "chem")),
        Template("", formal_dates.apa, ("psych", "edu", "soc", "econ", "ling", "bio"), name="vita_apa"),
        Template("", formal_sciences.bibtex, (*_TECHNICAL, "math", "phys"), numbered=0.6, name="vita_bibtex"),
        Template("", formal_numbers.acs, ("chem",), numbered=0.8, name="vita_acs"),
        Template("", formal_lands.german, ("german",), name="vita_german"),
    ),
    **_named(
        "formal",
        Template("", formal_dates.apa, ("psych", "edu", "soc", "econ", "ling", "med", "bio"), numbered=0),
        Template("", formal_dates.mla, ("lit", "hist", "phil", "ling"), numbered=0),
        Template("", formal_dates.chicago_bibliography, _HUMANE, numbered=0),
        Template("", formal_dates.chicago_dates, (*_HUMANE, "econ", "earth"), numbered=0),
        Template("", formal_dates.harvard, (*_HUMANE, "eng", "econ", "earth"), numbered=0),
        Template("", formal_dates.management, ("econ", "eng", "soc", "bio"), numbered=0),
        Template("", formal_numbers.vancouver, ("med", "bio", "psych"), numbered=1),
        Template("", formal_numbers.ieee, ("eng", "systems", "ml"), numbered=1),
        Template("", formal_numbers.acm, ("systems", "ml"), numbered=0.7),
        Template("", formal_numbers.acs, ("chem",), numbered=1),
        Template("", formal_sciences.ams, ("math", "phys"), numbered=1),
        Template("", formal_sciences.nature, _SCIENCE, numbered=1),
        Template("", formal_sciences.lncs, ("systems", "ml", "math"), numbered=1),
        Template("", formal_sciences.bibtex, (*_TECHNICAL, "math", "phys"), numbered=0.8),
        Template("", formal_sciences.standard_gb, ("eng", "systems", "chem", "earth"), numbered=1),
        Template("", formal_lands.oscola, ("law",), ("article", "book", "edited", "chapter"), numbered=0.2),
        Template("", formal_lands.bluebook, ("law",), numbered=0.2),
        Template("", formal_lands.german, ("german",), numbered=0.2),
        Template("", formal_lands.french, ("french",), numbered=0.2),
        Template("", formal_lands.spanish, ("spanish",), numbered=0.1),
    ),
}
"""The templates by name."""


def lists(seed: int, entries: int) -> Iterator[EntryList]:
    """Lists of 3 to 40 entries, all templates in turn, until at least ``entries`` entries are drawn."""
    rng = Random(seed)
    drawn = 0
    while drawn < entries:
        for name in rng.sample(list(TEMPLATES), len(TEMPLATES)):
            if drawn < entries:
                made = _draw_list(Random(rng.randrange(2**32)), name)
                drawn += len(made.entries)
                yield made


def _draw_list(rng: Random, name: str) -> EntryList:
    template = TEMPLATES[name]
    field = rng.choice(template.fields)
    owner = draw_person(rng, field) if template.style == "cv" else None
    keeper = Keeper(rng, rng.choice((0.3, 1.0, 1.0, 2.0)))
    size = rng.choice((rng.randrange(3, 9), rng.randrange(6, 20), rng.randrange(15, 41)))
    drawn = (_draw(rng, template, field, owner) for _ in range(size))
    works = list({work.title: work for work in drawn}.values())
    heading = rng.choice(_HEADINGS) if owner else rng.choice(("References", "Bibliography", "Literature"))
    if template.by_year:
        works = [replace(work, year=works[0].year) for work in works]
        heading = str(works[0].year)
    elif owner:
        works.sort(key=lambda work: -work.year)
    elif template.numbered < 0.5 or rng.random() < 0.4:
        works.sort(key=lambda work: work.people[0].family)
    numbers = rng.choice(_NUMBERS) if rng.random() < template.numbered else rng.choice(("", "", "-"))
    return EntryList(template.style, name, heading, tuple(_print(keeper, template, works, numbers)))


def _draw(rng: Random, template: Template, field: str, owner: Person | None) -> Work:
    """A work of the field, now and then of another that the template suits."""
    if rng.random() < (0.08 if owner else 0.3):
        field = rng.choice(template.fields)
    kind = draw_kind(rng, field)
    while template.kinds and kind not in template.kinds:
        kind = draw_kind(rng, field)
    return draw_work(rng, field, kind, owner, unpublished=0.15 if owner else 0.01)


def _print(keeper: Keeper, template: Template, works: list[Work], numbers: str) -> Iterator[Entry]:
    line = 3
    for place, work in enumerate(works, 1):
        page = Page(keeper)
        template.write(page, work)
        if template.style == "formal":
            tail(page)
        entry = page.entry(numbers.format(place), line)
        line = entry.block.end_line + 2
        yield entry
