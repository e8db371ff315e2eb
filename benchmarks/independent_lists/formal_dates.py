"""Templates of reference lists ordered by name and date: APA, MLA, Chicago, Harvard and their kin."""

from __future__ import annotations

from .page import Names, Page
from .pieces import (
    conference,
    doi,
    editors,
    fill,
    house,
    journal_name,
    one_editor,
    pages,
    preprint,
    press,
    thesis,
    volume_title,
)
from .records import Work


def _container(page: Page, work: Work, lead: str, book: str) -> None:
    """The container of what is not a journal article: ``lead`` goes before a book or conference."""
    if work.kind == "paper":
        page.put(lead)
        conference(page, work, "italic")
        page.put(page.habit("paper pages", " (pp. {})", ", pp. {}", ", {}", "").format(pages(page, work)))
    elif work.kind == "chapter":
        page.put(lead)
        before, _, after = (book if page.slip(0.2) else one_editor(work, book)).partition("volume")
        page.put(before)
        page.venue(volume_title(page, work), "italic")
        page.put(house(work, after.replace("PAGES", pages(page, work))))
    elif work.kind in ("book", "edited"):
        press(page, work, page.habit("book", "press", "place: press"))
    elif work.kind == "thesis":
        thesis(page, work)
    elif work.kind == "preprint":
        preprint(page, work, "italic")
    else:
        page.venue(work.venue.name, "italic", after=(f" No. {work.number}",))


def _late_year(page: Page, work: Work) -> None:
    if not page.said["year"]:
        page.put(", ")
        page.year(work)


def apa(page: Page, work: Work) -> None:
    """Family, I., & Family, I. (year). Title. Journal, 12(3), 1–20."""
    last = ", & " if not page.slip(0.08) else page.rng.choice((" & ", ", and "))
    limit = int(page.habit("limit", "20", "7", "6"))
    dots = page.habit("many", "dots", "et al") == "dots"
    style = Names(
        "family, i.", last=last, limit=limit, keep=6, tail=", … " if dots else ", et al.", and_last=dots
    )
    page.names(work, style)
    page.put(
        " (Eds.)"
        if work.kind == "edited" and len(work.people) > 1
        else " (Ed.)"
        if work.kind == "edited"
        else ""
    )
    if work.status:
        page.put(f" ({'in press' if work.status != 'in preparation' else work.status}). ")
    elif page.slip(0.015):
        page.put(" (n.d.). ")
    else:
        page.put(" (")
        page.year(work, letter="a" if page.slip(0.05) else "")
        page.put("). " if not page.slip(0.05) else ") ")
    page.title(work, "italic" if work.kind in ("book", "edited", "thesis", "report", "preprint") else "")
    _apa_container(page, work)
    page.end()
    doi(page, work)


def _apa_container(page: Page, work: Work) -> None:
    if work.kind == "thesis":
        page.put(" [")
        page.venue(work.venue.name, before=("Doctoral dissertation, ",), also=("",))
        page.put("]")
    else:
        page.stop(". ")
        if work.kind == "article":
            page.venue(journal_name(page, work), "italic")
            fill(
                page,
                work,
                ""
                if work.status
                else page.habit("numbers", ", {t}({i}), {p}", ", {t}, {p}", ", {v}({i}), {p}"),
            )
        else:
            who = editors(work, Names("i. family", last=" & "))
            label = "Eds." if len(work.editors) > 1 else "Ed."
            _container(page, work, "In ", f"{who} ({label}), volume (pp. PAGES). press")


def mla(page: Page, work: Work) -> None:
    """Family, Given, and Given Family. “Title.” Journal, vol. 12, no. 3, 2010, pp. 1–20."""
    page.names(work, Names("family, given", "given family", last=", and ", limit=2, tail=", et al."))
    page.put(", editor" if work.kind == "edited" else "")
    page.stop(". ")
    if work.kind in ("book", "edited", "thesis"):
        page.title(work, "italic", case="title")
        page.stop(". ")
        _container(page, work, "", "")
        page.put(", ")
        page.year(work)
    else:
        page.title(work, case="title", quotes=page.habit("quotes", "“”", "“”", '""'), inner=".")
        page.put(" ")
        if work.kind == "article":
            page.venue(journal_name(page, work), "italic")
            fill(page, work, ", vol. {v}, no. {i}, {y}, pp. {p}")
        else:
            who = editors(work, Names(last=" and "))
            _container(page, work, "", f"volume, edited by {who}, press")
            _late_year(page, work)
            page.put(f", pp. {pages(page, work)}" if work.kind == "chapter" else "")
    page.end()


def chicago_bibliography(page: Page, work: Work) -> None:
    """Family, Given, and Given Family. “Title.” Journal 12, no. 3 (2010): 1–20."""
    page.names(work, Names("family, given", "given family", last=", and ", limit=10, keep=7, tail=", et al."))
    page.put((", eds" if len(work.people) > 1 else ", ed") if work.kind == "edited" else "")
    page.stop(". ")
    if work.kind in ("book", "edited"):
        page.title(work, "italic", case="title")
        page.stop(". ")
        press(page, work, "place: press")
        page.put(", ")
        page.year(work)
    else:
        page.title(work, case="title", quotes=page.habit("quotes", "“”", "“”", '""'), inner=".")
        page.put(" ")
        if work.kind == "article":
            page.venue(journal_name(page, work), "italic")
            fill(page, work, " {v}, no. {i} ({y}): {p}")
        else:
            who = editors(work, Names(last=" and "))
            _container(page, work, "In ", f"volume, edited by {who}, PAGES. place: press")
            _late_year(page, work)
    page.end()
    doi(page, work)


def chicago_dates(page: Page, work: Work) -> None:
    """Family, Given, and Given Family. 2010. “Title.” Journal 12 (3): 1–20."""
    page.names(work, Names("family, given", "given family", last=", and ", limit=10, keep=7, tail=", et al."))
    page.stop(". ")
    page.year(work, letter="b" if page.slip(0.04) else "")
    page.stop(". ")
    whole = work.kind in ("book", "edited", "report")
    page.title(
        work,
        "italic" if whole else "",
        case="title",
        quotes="" if whole else "“”",
        inner="" if whole else ".",
    )
    page.stop(" " if not whole else ". ")
    if work.kind == "article":
        page.venue(journal_name(page, work), "italic")
        fill(page, work, page.habit("numbers", " {v} ({i}): {p}", " {v}: {p}", " {v}({i}): {p}"))
    else:
        who = editors(work, Names(last=" and "))
        _container(page, work, "In ", f"volume, edited by {who}, PAGES. place: press")
    page.end()
    doi(page, work)


def harvard(page: Page, work: Work) -> None:
    """Family, I. and Family, I. (2010) 'Title', Journal, 12(3), pp. 1-20."""
    form = page.habit("form", "family, i.", "family, ii.", "family, i.")
    page.names(work, Names(form, last=page.habit("and", " and ", " & "), limit=3, tail=" et al."))
    page.put(page.habit("before year", " (", ", "))
    page.year(work)
    page.put(page.habit("after year", ") ", "). ", "), ") if page.habit("before year") == " (" else ". ")
    whole = work.kind in ("book", "edited", "thesis")
    quotes = "" if whole else page.habit("quotes", "''", "‘’", "")
    page.title(work, "italic" if whole else "", quotes=quotes)
    page.stop(". " if whole or page.text.endswith("?") else ", ")
    if work.kind == "article":
        page.venue(journal_name(page, work), "italic")
        fill(
            page,
            work,
            page.habit("numbers", ", {v}({i}), pp. {p}", ", vol. {v}, no. {i}, pp. {p}", ", {v}, pp.{p}"),
        )
    else:
        who = editors(work, Names(form, last=" and "))
        _container(
            page, work, page.habit("lead", "in ", "In: "), f"{who} (eds.) volume. place: press, pp. PAGES"
        )
    page.end()


def management(page: Page, work: Work) -> None:
    """Family AB, Family CD (1995) Title. Journal 26(4):761–781."""
    page.names(
        work, Names("family i", last=page.habit("and", ", ", " and "), limit=6, keep=3, tail=", et al.")
    )
    page.put(" (")
    page.year(work)
    page.put(") ")
    page.title(work, "italic" if work.kind in ("book", "edited") else "")
    page.stop(". ")
    if work.kind == "article":
        page.venue(journal_name(page, work), "italic")
        fill(page, work, page.habit("numbers", " {v}({i}):{p}", " {v}:{p}"))
    else:
        who = editors(work, Names("family i"))
        _container(page, work, page.habit("lead", "In: ", ""), f"{who} (eds) volume. press, place, pp PAGES")
    page.end()
    doi(page, work)
