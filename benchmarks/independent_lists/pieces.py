"""Pieces that many templates share: where a work appeared, page ranges, links, status and notes."""

from __future__ import annotations

import re
from random import Random

from .page import Keeper, Names, Page
from .records import Work
from .tables import table
from .titles import cased

_LATE = ("in preparation", "under review", "submitted", "revise and resubmit", "minor revision")


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``13th``."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def pages(page: Page, work: Work) -> str:
    """The page range with the keeper's dash, at times shortened or an article number."""
    if page.slip(0.06):
        return f"e{work.volume}{work.first:03}"
    dash = page.habit("dash", "–", "–", "-", "--")
    last = str(work.last)
    if page.habit("short range", "", "", "short") and len(last) == 3 and last[0] == str(work.first)[:1]:
        last = last[1:]
    return f"{work.first}{dash}{last}"


def journal_name(page: Page, work: Work) -> str:
    """The journal's name in full or abbreviated as the keeper does, at times the other way."""
    short = page.habit("journals", "full", "full", "full", "short") == "short"
    if page.slip(0.05):
        short = not short
    return work.venue.short if short and work.venue.short else work.venue.name


def conference(page: Page, work: Work, *kinds: str) -> None:
    """A conference in the keeper's form, at times in another; it mostly prints the year."""
    forms = ("long", "long", "proc", "acronym", "acronym", "tick", "both", "dated")
    form = page.habit("conference", *forms)
    form = page.rng.choice(forms) if page.slip(0.12) else form
    acronym, name, year = work.venue.acronym, work.venue.name, work.year
    order = f"{ordinal(max(2, year - 1975))} " if page.slip(0.5) else ""
    tail = (f" ({acronym})",) if acronym else ()
    if form in ("acronym", "tick") and acronym:
        late = f" {year}" if form == "acronym" else page.habit("tick", "'", "’", "-") + f"{year % 100:02}"
        page.venue(acronym, *kinds, after=(late,), before=("Proc. ",) if page.slip(0.1) else ())
        page.saw(work)
    elif form == "dated":
        page.venue(name, *kinds, before=(f"{year} ",), after=tail, also=(acronym,) if acronym else ())
        page.saw(work)
    else:
        head = {"long": ("Proceedings of the ", order), "proc": ("Proc. of ", order), "both": ("",)}.get(
            form, ("",)
        )
        parts = tuple(part for part in head if part)
        page.venue(name, *kinds, before=parts, after=tail, also=(acronym,) if acronym else ())


def preprint(page: Page, work: Work, *kinds: str) -> None:
    """A preprint server with or without the number."""
    server = work.venue.short or work.venue.name
    if server == "arXiv":
        after = {
            "plain": (" preprint",),
            "number": (f":{work.number}",),
            "bibtex": (" preprint", f" arXiv:{work.number}"),
        }
        page.venue(
            server, *kinds, after=after.get(page.habit("arxiv", "plain", "number", "bibtex"), ()), also=("",)
        )
    else:
        page.venue(server, *kinds, after=(page.habit("server", "", " preprint", " (preprint)"),), also=("",))


def thesis(page: Page, work: Work, *kinds: str) -> None:
    """The kind of thesis and the school."""
    word = page.habit(
        "thesis", "PhD thesis", "Ph.D. dissertation", "Doctoral dissertation", "PhD Thesis", "PhD diss."
    )
    if work.field == "german":
        word = page.habit("thesis de", "Dissertation", "Diss.", "Habilitationsschrift")
    if work.field == "french":
        word = page.habit("thesis fr", "Thèse de doctorat", "Thèse de doctorat en histoire")
    page.venue(work.venue.name, *kinds, before=(f"{word}, ",), also=("",))


def press(page: Page, work: Work, form: str) -> None:
    """Place and press as in ``place: press`` or ``press, place``, for books; no venue is right too."""
    opening = form[: len(form) - len(form.lstrip(" ,("))]
    page.put(opening)
    left, _, right = form[len(opening) :].partition("press")
    house = work.press.name
    before = (left.replace("place", work.press.short),) if left else ()
    after = (right.replace("place", work.press.short),) if right else ()
    page.venue(house, before=before, after=after, also=("",))


def house(work: Work, form: str) -> str:
    """Place and press as words, for chapters, whose venue is the book."""
    return form.replace("place", work.press.short).replace("press", work.press.name)


def volume_title(page: Page, work: Work) -> str:
    """The title of a chapter's book as the keeper cases it."""
    return cased(work.volume_title, page.habit("volume case", "sentence", "title"), work.field)


def one_editor(work: Work, words: str) -> str:
    """The words with ``ed.`` for ``eds.`` and so on where there is but one editor."""
    if len(work.editors) > 1:
        return words
    return re.sub(r"\b([eE])ds\b", r"\1d", words).replace("editors", "editor")


def editors(work: Work, style: Names) -> str:
    """The editors' names as words; they are not authors."""
    quiet = Page(Keeper(Random(0), 0))
    quiet.names(work, style, work.editors)
    return quiet.text


def appeared(page: Page, work: Work, *kinds: str) -> None:
    """Where the work appeared, without volume and pages, as people name it on home pages."""
    if work.kind == "paper":
        conference(page, work, *kinds)
    elif work.kind == "preprint":
        preprint(page, work, *kinds)
    elif work.kind == "thesis":
        thesis(page, work)
    elif work.kind in ("book", "edited"):
        press(page, work, page.habit("book", "press", "place: press", "press"))
    elif work.kind == "chapter":
        chapter(page, work, *kinds)
    elif work.kind == "report":
        page.venue(work.venue.name, *kinds, after=(f"{page.habit('no', ' ', ' No. ', ' #')}{work.number}",))
    else:
        page.venue(journal_name(page, work), *kinds)


def chapter(page: Page, work: Work, *kinds: str) -> None:
    """The book that a chapter stands in, mostly with its editors."""
    page.put(page.habit("chapter in", "In ", "in ", "In: ", "Chapter in "))
    page.venue(volume_title(page, work), *kinds)
    if not page.slip(0.3):
        who = editors(work, Names(form=page.habit("editors", "i. family", "given family"), last=" and "))
        form = page.habit("edited", " (eds. {})", ", ed. {}", " (edited by {})", ", {} (eds.)")
        form = form if page.slip(0.2) else one_editor(work, form)
        page.put(form.format(who))
    if not page.slip(0.4):
        page.put(house(work, page.habit("house", ", press", ", place: press", " (press)")))


def outlet(page: Page, work: Work, *kinds: str) -> None:
    """Where the work appeared or will, with what its maker says of its state."""
    said = work.status if page.habit("small status", "small", "", "") else work.status.capitalize()
    if not work.status:
        appeared(page, work, *kinds)
    elif work.status == "in preparation" or (
        work.status in _LATE and (work.kind == "chapter" or page.slip(0.6))
    ):
        page.put(said)
    elif work.status in _LATE:
        at = " to " if work.status == "submitted" else " at "
        page.put(said + (page.habit("at", "", "", ", ") or at))
        appeared(page, work, *kinds)
        page.readings = (*page.readings, "")
    elif work.kind != "chapter" and page.habit("status", "before", "after") == "before":
        page.put(said + (" in " if work.status in ("to appear", "forthcoming") else ": "))
        appeared(page, work, *kinds)
    else:
        appeared(page, work, *kinds)
        page.put(page.habit("state", ", {}", " ({})", ". {}").format(said))


def fill(page: Page, work: Work, form: str) -> None:
    """Print numbers: v, b, t the volume (plain, bold, italic), i the issue, p pages, y, Y the (bold) year."""
    if work.issue > 9 or page.slip(0.1):
        form = re.sub(r"(, no\. |, n° |, H\. |, núm\. |, Heft | ?\()\{i\}\)?", "", form)
    values = {"v": f"{work.volume}", "b": f"{work.volume}", "t": f"{work.volume}", "i": f"{work.issue}"}
    kinds = {"b": "bold", "t": "italic", "Y": "bold"}
    for place, piece in enumerate(re.split(r"\{(\w)\}", form)):
        if place % 2 == 0:
            page.put(piece)
        elif piece in "yY":
            page.year(work, kinds.get(piece, ""))
        else:
            page.put(values.get(piece) or pages(page, work), kinds.get(piece, ""))


def links(page: Page, work: Work) -> None:
    """Links as home pages have them, or none."""
    if page.habit("links", "", *(4 * ["some"])) == "" or page.slip(0.25):
        return
    form = page.habit("link form", "[{}]", "[{}]", "({})", "{}", "[[{}]]")
    between = page.habit("link gap", " ", " / ", " | ", ", ") if form == "{}" else " "
    words = page.rng.sample(table("notes")["link"], page.rng.choice((1, 1, 2, 2, 3)))
    for place, word in enumerate(dict.fromkeys(words)):
        page.put(between if place else "")
        left, _, right = form.partition("{}")
        page.put(left)
        page.put(word, "link", target=f"https://example.org/{work.number}/{word.lower()}")
        page.put(right)


def doi(page: Page, work: Work) -> None:
    """A DOI in the keeper's form, mostly."""
    form = page.habit("doi", "", "", "doi:", "https://doi.org/", "https://doi.org/", "DOI: ", "doi: ")
    if form and not page.slip(0.25):
        page.put(" ")
        page.put(
            form + work.doi, "link" if form.startswith("https") else "", target=f"https://doi.org/{work.doi}"
        )


def tail(page: Page) -> None:
    """What people add at the end of references, now and then."""
    if page.slip(0.07):
        page.put(" " + page.rng.choice(table("notes")["tail"]))


def note(page: Page, *names: str) -> str:
    """A remark of one of the sorts (award, remark, rate, tldr), or mostly nothing."""
    if not page.slip(0.3):
        return ""
    return page.rng.choice(table("notes")[page.rng.choice(names)])
