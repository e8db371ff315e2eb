"""Templates of law and of German, French and Spanish lists."""

from __future__ import annotations

from .page import Names, Page
from .pieces import editors, fill, house, journal_name, pages, press, thesis
from .records import Work


def oscola(page: Page, work: Work) -> None:
    """Given Family, ‘Title’ (2010) 12 Journal 34: British law."""
    page.names(
        work,
        Names(
            page.habit("form", "given family", "given family", "ii. family"),
            last=" and ",
            limit=3,
            tail=" and others",
        ),
    )
    page.put(" (eds)" if work.kind == "edited" else "")
    page.put(", ")
    if work.kind in ("book", "edited"):
        page.title(work, "italic", case="title")
        page.put(" (")
        press(page, work, "press")
        page.put(" ")
        page.year(work)
        page.put(")")
    else:
        page.title(
            work, case=page.habit("case", "title", "sentence"), quotes=page.habit("quotes", "‘’", "''")
        )
        page.put(" ")
        if work.kind == "chapter":
            who = editors(work, Names(last=" and "))
            page.put(f"in {who} (eds), ")
            page.venue(work.volume_title, "italic")
            page.put(f" ({work.press.name} ")
            page.year(work)
            page.put(")")
        else:
            page.put("(")
            page.year(work)
            page.put(f") {work.volume} " if work.kind == "article" else ") ")
            page.venue(work.venue.short or work.venue.name, page.habit("venue mark", "", "italic"))
            page.put(f" {work.first}" if work.kind == "article" else f" {work.number}")
    page.stop("." if page.habit("end", "", ".") else "")


def bluebook(page: Page, work: Work) -> None:
    """Given Family & Given Family, Title, 12 J. ABBR. 34 (2010): American law."""
    page.names(work, Names(last=" & ", between=", ", limit=2, tail=" et al."))
    page.put(", ")
    page.title(work, page.habit("title mark", "italic", "italic", ""), case="title")
    page.put(", " if not page.text.endswith("?") else " ")
    if work.kind == "article":
        page.put(f"{work.volume} ")
        name = work.venue.short or work.venue.name
        page.venue(name.upper() if page.habit("caps", "caps", "") else name)
        page.put(f" {work.first}{page.rng.choice(('', '', f', {work.first + 3}'))} (")
    elif work.kind == "chapter":
        page.put("in ")
        page.venue(work.volume_title, page.habit("venue mark", "italic", ""))
        page.put(f" {work.first} ({editors(work, Names(last=' & '))} eds., ")
    else:
        page.put("(")
        page.venue(work.press.name if work.kind == "book" else work.venue.name, also=("",))
        page.put(" ")
    page.year(work)
    page.put(")")
    page.end()


def german(page: Page, work: Work) -> None:
    """Family, Given: Titel. In: Zeitschrift 12 (2010), H. 3, S. 1–20."""
    form = page.habit("form", "family, given", "family, given", "FAMILY, given", "given family", "family, i.")
    page.names(
        work,
        Names(
            form,
            between=page.habit("between", "; ", " / ", "/"),
            last=page.habit("between"),
            limit=4,
            tail=" u. a.",
        ),
    )
    page.put(page.habit("editor", " (Hrsg.)", " (Hg.)") if work.kind == "edited" else "")
    early = page.habit("year place", "late", "late", "(early)", "early")
    if early != "late":
        page.put(" (" if early == "(early)" else " ")
        page.year(work)
        page.put(")" if early == "(early)" else "")
    page.put(page.habit("colon", ": ", ": ", ", "))
    quotes = page.habit("quotes", "", "", "„“", "»«") if work.kind in ("article", "chapter") else ""
    page.title(work, page.habit("title mark", "", "italic") if not quotes else "", quotes=quotes)
    if work.kind in ("article", "chapter"):
        page.stop(page.habit("in", ". In: ", ", in: ", ". In: "))
        _german_container(page, work)
    else:
        page.stop(". ")
        if work.kind == "thesis":
            thesis(page, work)
        else:
            press(page, work, page.habit("book", "place: press", "place"[:0] + "press", "press, place"))
        _german_year(page, work, page.habit("book year", " {}", ", {}"))
    page.end()


def _german_year(page: Page, work: Work, form: str) -> None:
    if not page.said["year"]:
        before, _, after = form.partition("{}")
        page.put(before)
        page.year(work)
        page.put(after)


def _german_container(page: Page, work: Work) -> None:
    mark = page.habit("venue mark", "", "italic")
    if work.kind == "article":
        page.venue(
            work.venue.short or work.venue.name if page.habit("short", "", "short") else work.venue.name, mark
        )
        fill(page, work, page.habit("volume", " {v}", ", Jg. {v}", ", Bd. {v}"))
        _german_year(page, work, " ({})")
        fill(page, work, page.habit("issue", ", H. {i}", " Heft {i}", ", "[:0]))
    else:
        who = editors(
            work, Names(page.habit("form"), between=page.habit("between"), last=page.habit("between"))
        )
        after = page.habit("editors after", "", "", "after") == "after"
        page.put(f"{who} {page.habit('editor', ' (Hrsg.)', ' (Hg.)').strip()}: " if not after else "")
        page.venue(work.volume_title, mark)
        page.put(f", hrsg. v. {who}" if after else "")
        page.put(house(work, page.habit("house", ". place: press", ", place", ". place")))
        _german_year(page, work, " {}")
    page.put(f", S. {pages(page, work)}")


def french(page: Page, work: Work) -> None:
    """Family Given, « Titre », Revue, vol. 12, n° 3, 2010, p. 1-20."""
    form = page.habit("form", "family given", "FAMILY given", "given family", "FAMILY i.", "FAMILY (given)")
    page.names(work, Names(form, last=page.habit("and", ", ", " et "), limit=3))
    page.put(" (dir.)" if work.kind == "edited" else "")
    early = page.habit("year place", "late", "late", "early") == "early"
    if early:
        page.put(" (")
        page.year(work)
        page.put(")")
    page.put(", ")
    if work.kind in ("article", "chapter"):
        page.put(page.habit("open", "« ", "« ", "“"))
        page.title(work)
        page.put(" »" if page.habit("open") == "« " else "”")
        page.put(", ")
        _french_container(page, work)
    else:
        page.title(work, "italic")
        page.put(", ")
        if work.kind == "thesis":
            thesis(page, work)
        else:
            press(page, work, page.habit("book", "place, press", "place : press"))
    if not page.said["year"]:
        page.put(", ")
        page.year(work)
    if work.kind in ("article", "chapter"):
        page.put(page.habit("pages", ", p. ", ", pp. ") + pages(page, work))
    page.end()


def _french_container(page: Page, work: Work) -> None:
    if work.kind == "article":
        page.venue(journal_name(page, work), "italic")
        fill(page, work, page.habit("numbers", ", vol. {v}, n° {i}", ", {v}, {i}", ", n° {v}"))
    else:
        who = editors(work, Names(page.habit("form"), last=" et "))
        page.put(page.habit("in", "dans ", "in ", "_in_ ").replace("_", "") + f"{who} (dir.), ")
        page.venue(work.volume_title, "italic")
        page.put(house(work, ", place, press"))


def spanish(page: Page, work: Work) -> None:
    """Family, Given y Given Family (2010): «Título», Revista, 12(3), pp. 1-20."""
    form = page.habit("form", "family, given", "FAMILY, given", "family, i.")
    page.names(work, Names(form, last=page.habit("and", " y ", "; "), between="; "))
    page.put(" (")
    page.year(work)
    page.put(page.habit("after year", "): ", "). ", "), "))
    if work.kind in ("article", "chapter"):
        quotes = page.habit("quotes", "«»", "“”", "")
        page.title(work, quotes=quotes)
        page.stop(", " if quotes else ". ")
        if work.kind == "article":
            page.venue(journal_name(page, work), "italic")
            fill(
                page,
                work,
                page.habit("numbers", ", {v}({i}), pp. {p}", ", vol. {v}, núm. {i}, pp. {p}", ", {v}, {p}"),
            )
        else:
            page.put(f"en {editors(work, Names(form, last=' y '))} (coords.), ")
            page.venue(work.volume_title, "italic")
            page.put(house(work, ", place, press") + f", pp. {pages(page, work)}")
    else:
        page.title(work, "italic")
        page.stop(page.habit("gap", ", ", ". "))
        if work.kind == "thesis":
            page.venue(work.venue.name, before=("Tesis doctoral, ",), also=("",))
        else:
            press(page, work, page.habit("book", "place, press", "place: press"))
    page.end()
