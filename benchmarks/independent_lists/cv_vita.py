"""Templates of curricula vitae in the sciences: one paragraph or table row an entry."""

from __future__ import annotations

from .page import Names, Page
from .pieces import appeared, doi, fill, journal_name, note, outlet
from .records import Work


def ieee_vita(page: Page, work: Work) -> None:
    """Own name in bold, quoted title, journal in italics, "Under Review": engineers."""
    page.names(work, Names("i. family", last=page.habit("and", ", ", ", and ", " and ")))
    page.put(", ")
    quotes = page.habit("quotes", "“”", '""')
    page.title(
        work,
        case="title" if page.habit("case", "title", "sentence") == "title" else "sentence",
        quotes=quotes,
        inner=",",
    )
    page.put(" ")
    outlet(page, work, "italic")
    if work.kind == "article" and not work.status:
        fill(
            page,
            work,
            page.habit(
                "numbers",
                ", vol. {v}, no. {i}, pp. {p}, {y}",
                ", vol. {v}, pp. {p}, {y}",
                ", {v}({i}), {p}, {y}",
            ),
        )
    elif not page.said["year"] and not work.status:
        page.put(", ")
        page.year(work)
    page.end()
    doi(page, work)


def biomedical(page: Page, work: Work) -> None:
    """Numbered, own name in bold, signs, impact factors, PMIDs: medicine and biology."""
    form = page.habit("form", "family i", "family i", "family i.", "i. family")
    limit = int(page.habit("limit", "99", "6", "10"))
    page.names(
        work,
        Names(form, limit=limit, keep=limit - 1, tail=page.habit("tail", ", et al", ", et al.", ", ...")),
    )
    early = page.habit("year place", "late", "early") == "early"
    page.stop(" " if early else ". ")
    if early:
        page.put("(")
        page.year(work)
        page.put(") " if page.habit("after year", "", ".") == "" else "). ")
    page.title(work, page.habit("title mark", "", "", "bold"))
    page.stop(". ")
    if work.kind == "article":
        page.venue(journal_name(page, work), page.habit("venue mark", "italic", ""))
        fill(
            page,
            work,
            page.habit("numbers", ". {y};{v}({i}):{p}", " {y}; {v}: {p}", ". {v}:{p}, {y}")
            if not early
            else " {v}({i}), {p}",
        )
    else:
        appeared(page, work, page.habit("venue mark", "italic", ""))
        if not page.said["year"]:
            page.put(", ")
            page.year(work)
    page.stop(".")
    if page.habit("pmid", "", "PMID"):
        page.put(f" PMID: {work.issue}{work.first:07}.")
    doi(page, work)
    if factor := note(page, "rate"):
        page.put(f" [{factor}]", "bold")


def columns(page: Page, work: Work) -> None:
    """Cells of a table row: year, title, people and place (moderncv and tables)."""
    first = page.habit("first cell", "year", "year", "venue")
    if first == "year":
        page.year(work)
        page.put("\t")
    if page.habit("title first", "title", "people") == "title":
        page.title(work, page.habit("title mark", "bold", "", "italic"))
        page.put("\t")
        page.names(work, Names(last=", "))
    else:
        page.names(work, Names("i. family", last=" and "), None)
        page.put("\t")
        page.title(work, page.habit("title mark", "bold", "", "italic"))
    page.put("\t")
    outlet(page, work, page.habit("venue mark", "italic", ""))
    if not page.said["year"]:
        page.put(" ")
        page.year(work)


def dump(page: Page, work: Work) -> None:
    """What a script takes from a database: Family, Given and Family, Given; title; journal (year)."""
    page.keeper.habits["own name"] = ""
    page.names(work, Names(page.habit("form", "family, given", "family, i."), last=" and ", between=" and "))
    page.mark(0, page.habit("names mark", "bold", "", ""))
    page.line()
    page.title(work, "italic")
    page.line()
    if work.kind == "article":
        page.venue(work.venue.short or work.venue.name)
        page.put(" ")
    elif work.kind != "preprint":
        appeared(page, work)
        page.put(" ")
    page.put("(")
    page.year(work)
    page.put(")")
    if work.kind == "preprint":
        page.line()
        server = work.venue.short or work.venue.name
        page.put(f"{server}:{work.number}", "link", target=f"https://example.org/abs/{work.number}")
        page.readings = (server, f"{server}:{work.number}", "")
    else:
        page.put(page.habit("bullet", "\n•\n", " • "))
        page.put("DOI", "link", target=f"https://doi.org/{work.doi}")
