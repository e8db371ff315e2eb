"""Templates of reference lists of mathematics, physics and computing."""

from __future__ import annotations

from .containers import elsewhere, year_after
from .page import Names, Page
from .pieces import conference, doi, editors, fill, journal_name, pages
from .records import Work


def ams(page: Page, work: Work) -> None:
    """A. B. Family and C. Family, Title, J. Abbr. 12 (2010), no. 3, 1–20."""
    form = page.habit("form", "i. family", "given family", "ii. family")
    page.names(work, Names(form, last=" and ", between=", "))
    page.put(", " if page.habit("colon", "", "", ":") == "" else ": ")
    page.title(work, page.habit("title mark", "italic", "italic", ""))
    page.put(", " if not page.text.endswith("?") else " ")
    if work.kind == "article":
        page.venue(
            work.venue.short or work.venue.name, "" if page.habit("title mark") == "italic" else "italic"
        )
        fill(
            page,
            work,
            page.habit("numbers", " {b} ({y}), no. {i}, {p}", " {v} ({y}), {p}", " {b} ({y}), {p}"),
        )
    else:
        who = editors(work, Names(form, last=" and "))
        elsewhere(page, work, "", f"volume ({who}, eds.), press, place, YEAR, pp. PAGES")
        year_after(page, work)
    page.end()


def nature(page: Page, work: Work) -> None:
    """Family, A. B., Family, C. & Family, D. Title. J. Abbr. 12, 1–20 (2010)."""
    page.names(work, Names("family, i.", last=" & ", limit=5, tail=" et al."))
    page.stop(" ")
    page.title(work, "italic" if work.kind == "book" else "")
    page.stop(". ")
    if work.kind == "article":
        page.venue(work.venue.short or work.venue.name, "italic")
        fill(page, work, page.habit("numbers", " {b}, {p} ({y})", " {b}, {p} ({y})", " {v}, {p} ({y})"))
    else:
        who = editors(work, Names("family, i.", last=" & "))
        elsewhere(page, work, "in ", f"volume (eds {who}) PAGES (press, YEAR)")
        year_after(page, work, " ({})")
    page.end()


def lncs(page: Page, work: Work) -> None:
    """Family, A., Family, B.: Title. In: Conference, pp. 1–20. Springer (2010)."""
    page.names(
        work,
        Names("family, ii." if page.habit("gap", "", " ") == "" else "family, i.", limit=8, tail=", et al."),
    )
    page.put(" (eds.)" if work.kind == "edited" else "")
    page.put(": ")
    page.title(work)
    page.stop(". ")
    if work.kind == "article":
        page.venue(journal_name(page, work))
        fill(page, work, page.habit("numbers", " {b}({i}), {p} ({y})", " {v}, {p} ({y})"))
    elif work.kind == "paper":
        who = editors(work, Names("family, ii."))
        page.put("In: " + page.habit("with editors", f"{who} (eds.) ", ""))
        conference(page, work)
        page.put(f". LNCS, vol. {work.volume * 80}" if page.habit("lncs", "", "LNCS") else "")
        page.put(
            f", pp. {pages(page, work)}. {page.habit('city', 'Springer, Heidelberg', 'Springer', 'ACM')} ("
        )
        page.year(work)
        page.put(")")
    else:
        who = editors(work, Names("family, ii."))
        elsewhere(page, work, "In: ", f"{who} (eds.) volume, pp. PAGES. press, place")
        year_after(page, work, " ({})")
    page.stop("." if page.habit("end", "", ".") else "")
    doi(page, work)


def bibtex(page: Page, work: Work) -> None:
    """A. B. Family and C. Family. Title. Journal, 12(3):1–20, 2010: BibTeX's plain."""
    form = page.habit("form", "given family", "i. family")
    page.names(work, Names(form, last=", and ", two=" and "))
    page.put(", editors" if work.kind == "edited" else "")
    page.stop(". ")
    page.title(work, "italic" if work.kind in ("book", "edited") else "")
    page.stop(". ")
    if work.kind == "article":
        page.venue(journal_name(page, work), "italic")
        fill(page, work, ", {v}({i}):{p}, {y}")
    else:
        who = editors(work, Names(form, last=" and "))
        elsewhere(page, work, "In ", f"{who}, editors, volume, pages PAGES. press, place")
        page.put(f", pages {pages(page, work)}" if work.kind == "paper" else "")
        year_after(page, work)
    page.stop(".")
    if work.kind == "preprint" or page.habit("url", "", "url"):
        page.put(f" URL https://example.org/{work.number}.")


def standard_gb(page: Page, work: Work) -> None:
    """FAMILY A B, FAMILY C. Title[J]. Journal, 2010, 12(3): 1-20: the Chinese standard in Latin letters."""
    form = page.habit("form", "FAMILY i", "family i")
    page.names(work, Names(form, limit=3, keep=3, tail=", et al"))
    page.stop(". ")
    page.title(work)
    page.put(
        {"article": "[J]", "paper": "[C]", "thesis": "[D]", "book": "[M]", "report": "[R]"}.get(
            work.kind, "[EB/OL]"
        )
    )
    page.stop(". " if work.kind != "paper" else "//")
    if work.kind == "article":
        page.venue(journal_name(page, work))
        fill(page, work, ", {y}, {v}({i}): {p}")
    else:
        elsewhere(page, work, "", "volume. place: press")
        year_after(page, work)
    page.end()
