"""Templates of numbered reference lists: medicine, engineering, computing, chemistry."""

from __future__ import annotations

from .containers import elsewhere, year_after
from .page import Names, Page
from .pieces import doi, editors, fill, pages, press
from .records import Work


def vancouver(page: Page, work: Work) -> None:
    """Family AB, Family CD. Title. J Abbr. 2010;12(3):1-20."""
    page.names(work, Names("family i", limit=6, keep=page.rng.choice((6, 6, 3)), tail=", et al"))
    page.put(", editors" if work.kind == "edited" else "")
    page.stop(". ")
    page.title(work)
    page.stop(". ")
    if work.kind == "article":
        name = work.venue.short.replace(".", "") or work.venue.name
        page.venue(name if page.habit("full", "", "", "full") == "" else work.venue.name)
        fill(
            page,
            work,
            page.habit(
                "numbers",
                ". {y};{v}({i}):{p}",
                " {y};{v}:{p}",
                ", {y}. {v}({i}): p. {p}",
                " {y} Mar;{v}({i}):{p}",
            ),
        )
    else:
        who = editors(work, Names("family i"))
        elsewhere(page, work, "In: ", f"{who}, editors. volume. place: press; YEAR. p. PAGES")
        year_after(page, work, "; {}")
    page.end()
    doi(page, work)


def ieee(page: Page, work: Work) -> None:
    """A. B. Family and C. Family, “Title,” J. Abbr., vol. 12, no. 3, pp. 1–20, Mar. 2010."""
    page.names(
        work,
        Names(
            "i. family", last=", and ", two=" and ", limit=6, tail=page.habit("tail", " et al.", ", et al.")
        ),
    )
    page.put(", Eds." if work.kind == "edited" else "")
    page.put(", " if not page.slip(0.03) else " ")
    if work.kind in ("book", "edited"):
        page.title(work, "italic", case="title")
        page.stop(". ")
        press(page, work, "place: press")
        page.put(", ")
        page.year(work)
    else:
        page.title(
            work, quotes=page.habit("quotes", "“”", '""', "“”"), inner="," if not page.slip(0.08) else ""
        )
        page.put(" " if page.text[-2] in ",?" else ", ")
        if work.kind == "article":
            page.venue(work.venue.short or work.venue.name, "italic")
            month = page.rng.choice(("", "", "Mar. ", "Jul. ", "Dec. "))
            fill(
                page,
                work,
                page.habit("numbers", ", vol. {v}, no. {i}, pp. {p}, ", ", vol. {v}, pp. {p}, ")
                + month
                + "{y}",
            )
        else:
            who = editors(work, Names("i. family", last=" and "))
            elsewhere(page, work, "in ", f"volume, {who}, Eds. place: press, YEAR, pp. PAGES")
            year_after(page, work)
            page.put(f", pp. {pages(page, work)}" if work.kind == "paper" and not page.slip(0.3) else "")
    page.end()
    doi(page, work)


def acm(page: Page, work: Work) -> None:
    """Given Family and Given Family. 2010. Title. J. Abbr. 12, 3 (2010), 1–20. Or with FAMILY, I. of old."""
    old = page.habit("age", "new", "new", "old") == "old"
    if old:
        page.names(work, Names("FAMILY, i.", last=", AND ", two=" AND ", limit=8, keep=1, tail=", ET AL."))
    else:
        page.names(work, Names(last=", and ", two=" and ", limit=12, keep=3, tail=", et al."))
    page.stop(". ")
    if not old:
        page.year(work)
        page.stop(". ")
    page.title(work, "italic" if work.kind == "book" else "", case=page.habit("case", "title", "sentence"))
    page.stop(". ")
    if work.kind == "article":
        page.venue(work.venue.short or work.venue.name, "italic")
        fill(page, work, " {t}, {i} ({y}), {p}")
    else:
        who = editors(work, Names(last=" and "))
        elsewhere(page, work, "In ", f"volume, {who} (Eds.). press, place, PAGES")
        if work.kind == "paper":
            page.put(page.habit("paper end", f". ACM, {pages(page, work)}", f", {pages(page, work)}"))
        year_after(page, work)
    page.end()
    doi(page, work)


def acs(page: Page, work: Work) -> None:
    """Family, A. B.; Family, C. Title. J. Abbr. 2010, 12, 1–20; often without the title."""
    page.names(
        work,
        Names(
            "family, i.", between="; ", last=page.habit("and", "; ", "; ", " and "), limit=10, tail="; et al."
        ),
    )
    page.stop(" ")
    untitled = not work.owner and work.kind == "article" and page.habit("titles", "", "", "none") == "none"
    if not untitled:
        page.title(
            work, "italic" if work.kind == "book" else "", case=page.habit("case", "title", "sentence")
        )
        page.stop(". " if work.kind != "book" else "; ")
    if work.kind == "article":
        page.venue(work.venue.short or work.venue.name, "italic")
        fill(page, work, " {Y}, {t}, {p}" if page.habit("issue", "", "i") == "" else " {Y}, {t} ({i}), {p}")
    else:
        who = editors(work, Names("family, i.", between="; ", last="; "))
        elsewhere(page, work, "In ", f"volume; {who}, Eds.; press: place, YEAR; pp PAGES")
        year_after(page, work)
    page.end()
    doi(page, work)
