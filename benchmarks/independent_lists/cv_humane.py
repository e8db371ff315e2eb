"""Templates of curricula vitae in the humanities and law: the keeper is not named."""

from __future__ import annotations

from .page import Names, Page
from .pieces import chapter, editors, fill, house, journal_name, note, outlet, pages, press, volume_title
from .records import Work


def _others(page: Page, work: Work) -> None:
    """The other makers as a philosopher or historian names them; the keeper is understood."""
    others = tuple(person for person in work.people if person is not work.owner)
    page.complete = False
    if not others:
        return
    page.text = page.text.rstrip(" ,.")
    opening, closing = {
        "with": (", with ", ", "),
        "(with": (" (with ", "), "),
        "co": (", co-authored with ", ", "),
    }[page.habit("with", "with", "(with", "co")]
    page.put(opening.lstrip(",") if page.text.endswith(("”", "’", '"')) and page.text[-2] == "," else opening)
    page.names(work, Names(last=" and "), others)
    page.put(closing)


def philosopher(page: Page, work: Work) -> None:
    """“Title”, journal volume (year): pages. The keeper's own name is not printed."""
    quotes = page.habit("quotes", "“”", "‘’", '""')
    if work.kind == "book":
        page.title(work, "italic", case="title")
        quotes = ""
    else:
        inside = page.habit("american", ",", "") if not page.slip(0.05) else ""
        page.title(work, case=page.habit("case", "title", "title", "sentence"), quotes=quotes, inner=inside)
        page.put(" " if inside else page.habit("gap", ", ", ". ", " "))
    _others(page, work)
    if work.kind == "book":
        page.text = page.text.rstrip(", ")
        press(page, work, page.habit("book", " (place: press", ", press", " (press"))
        opened = "(" in page.habit("book")
        page.put(", ")
        page.year(work)
        page.put(")" if opened else "")
    elif work.status or work.kind != "article":
        outlet(page, work, "italic")
        if work.status not in ("in preparation", "under review", "submitted"):
            page.put(" (")
            page.year(work)
            page.put(")")
    else:
        page.venue(journal_name(page, work), "italic")
        fill(
            page,
            work,
            page.habit(
                "numbers",
                " {v} ({y}): {p}",
                ", {v}, no. {i} ({y}): {p}",
                " ({y}) {v}: {p}",
                ", {v}:{i} ({y}), {p}",
                ", {y}, {v} ({i}), pp. {p}",
            ),
        )
    page.end()


def historian(page: Page, work: Work) -> None:
    """Chicago manner without the keeper's name: books, chapters in edited books, articles."""
    if work.kind in ("book", "edited"):
        page.title(work, "italic", case="title")
        _others(page, work)
        page.put(", editor" if work.kind == "edited" and not page.text.endswith(", ") else "")
        page.text = page.text.rstrip(", ")
        press(page, work, " (place: press")
        page.put(", ")
        page.year(work)
        page.put(")")
    else:
        page.title(work, case="title", quotes="“”", inner=",")
        page.put(" ")
        _others(page, work)
        if work.kind == "chapter":
            who = editors(work, Names(last=" and "))
            page.put("in ")
            page.venue(volume_title(page, work), "italic")
            page.put(page.habit("edited", ", edited by {}", ", ed. {}", ", {}, eds.").format(who))
            page.put(house(work, " (place: press, "))
            page.year(work)
            page.put(f"), {pages(page, work)}")
        elif work.kind == "article" and not work.status:
            page.venue(journal_name(page, work), "italic")
            fill(
                page,
                work,
                page.habit("numbers", " {v}, no. {i} ({y}): {p}", " {v} ({y}): {p}", " {v}:{i} ({y}), {p}"),
            )
        else:
            outlet(page, work, "italic")
            page.put(", ")
            page.year(work)
    page.stop(".")
    if remark := note(page, "remark"):
        page.put(f" [{remark.rstrip('.')}]" if page.habit("remark", "[", "") else f" {remark.rstrip('.')}.")


def lawyer(page: Page, work: Work) -> None:
    """Title, 118 Nw. L. Rev. 1455 (2024) (with others): law professors."""
    mark = page.habit("title mark", "italic", "italic", "link", "")
    page.title(work, mark, case="title")
    page.put(", ")
    if work.kind == "article":
        page.put("" if work.status else f"{work.volume} ")
        name = work.venue.short or work.venue.name
        page.venue(name.upper() if page.habit("caps", "caps", "", "") else name)
        page.put(
            " __ "
            if work.status and page.habit("blank", "__", "")
            else " "
            if work.status
            else f" {work.first} "
        )
        page.put("(forthcoming " if work.status else "(")
        page.year(work)
        page.put(")")
    elif work.kind == "chapter":
        chapter(page, work, "italic")
        page.put(" (")
        page.year(work)
        page.put(")")
    else:
        page.venue(work.press.name if work.kind == "book" else work.venue.name, also=("",))
        page.put(" (")
        page.year(work)
        page.put(")")
    page.complete = False
    others = tuple(person for person in work.people if person is not work.owner)
    if others:
        page.put(page.habit("with", " (with ", " (co-authored with "))
        page.names(work, Names(last=" & "), others)
        page.put(")")
    if remark := note(page, "remark"):
        page.put(f" ({remark.rstrip('.')})")
