"""Templates of home pages: lines, links, badges."""

from __future__ import annotations

from .page import Names, Page
from .pieces import appeared, conference, fill, journal_name, links, note, outlet
from .records import Work

_ET_AL = 9


def _team(page: Page) -> Names:
    """Names in natural order, as the keeper writes them."""
    form = page.habit("form", "given family", "given family", "i. family", "ii. family")
    last = page.habit("and", ", ", " and ", ", and ", " & ")
    limit = int(page.habit("limit", "99", "99", f"{_ET_AL}"))
    return Names(form, last=last, two=last.replace(", and", " and"), limit=limit, keep=3)


def _case(page: Page) -> str:
    return "title" if (page.habit("case", "title", "sentence") == "title") != page.slip(0.04) else "sentence"


def bold_title(page: Page, work: Work) -> None:
    """Title in bold, people, venue, links: a line each."""
    page.title(work, "bold", page.habit("linked", "link", ""), case=_case(page))
    if page.habit("title stop", "", "", "."):
        page.stop(".")
    page.line()
    page.names(work, _team(page))
    if page.habit("names stop", "", "."):
        page.stop(".")
    page.line()
    outlet(page, work, "italic")
    if not page.said["year"] and not page.slip(0.05):
        page.put(page.habit("before year", ", ", " "))
        page.year(work)
    award = "" if work.status else note(page, "award", "award", "rate")
    page.put(f" ({award})" if award else "", page.habit("award mark", "", "bold"))
    page.put(page.habit("link line", "\n", " "))
    links(page, work)


def with_whom(page: Page, work: Work) -> None:
    """Title, then only the others in brackets, then journal and numbers: mathematicians and economists."""
    page.title(work, page.habit("title mark", "bold", "italic", "bold", ""), case=_case(page))
    page.put(" " if page.habit("early links", "", "early") else "")
    if page.habit("early links") and not page.slip(0.3):
        page.put("[pdf]", "link", target=f"files/{work.number}.pdf")
    others = tuple(person for person in work.people if person is not work.owner)
    page.complete = False
    if others:
        page.line()
        opening, closing = {
            "(": ("(with ", ")"),
            "joint": ("joint with ", ""),
            "j": ("(joint work with ", ")"),
        }[page.habit("with", "(", "(", "joint", "j")]
        page.put(opening)
        page.names(work, Names(last=" and ", between=", "), others)
        page.put(closing)
    page.line()
    outlet(page, work, page.habit("venue mark", "italic", "italic", ""))
    if work.kind == "article" and not work.status:
        fill(
            page,
            work,
            page.habit(
                "numbers", " {v}({i}), {y}", ", {v}, {p}, {y}", " {b} ({y}), {p}", " {v} ({y}), no. {i}, {p}"
            ),
        )
    elif not page.said["year"] and work.status != "in preparation":
        page.put(", ")
        page.year(work)
    remark = note(page, "remark")
    page.put(f"\n({remark.rstrip('.')})" if remark else "")


def link_title(page: Page, work: Work) -> None:
    """People. Linked title. In venue, year. [PDF] [Code]"""
    page.names(work, _team(page))
    page.stop(page.habit("gap", ". ", ". ", ".\n", ": ", "\n"))
    page.title(work, "link", page.habit("title bold", "", "bold"), case=_case(page))
    page.stop(page.habit("gap 2", ". ", ".\n", ". "))
    page.put("In " if work.kind == "paper" and page.habit("in", "In ", "") else "")
    outlet(page, work, page.habit("venue mark", "italic", ""))
    if not page.said["year"]:
        page.put(", ")
        page.year(work)
    page.stop(".")
    award = "" if work.status else note(page, "award", "rate")
    page.put(f" ({award})" if award else "", page.habit("award bold", "bold", ""))
    page.put(page.habit("link line", " ", "\n"))
    links(page, work)


def badge_first(page: Page, work: Work) -> None:
    """A badge with acronym and year before the title; the venue may stand there alone."""
    short = work.venue.acronym or work.venue.short or work.venue.name
    alone = page.habit("venue again", "again", "") == ""
    shape = page.habit("badge", "[] ", "[] ", "() ", "\n")
    page.put(shape[0].strip())
    start = len(page.text)
    page.venue(short, after=(f" {work.year}",), also=("",) if work.kind == "preprint" else ())
    page.mark(start, page.habit("badge mark", "bold", "bold", "code", ""))
    page.saw(work)
    page.put(shape[1:] or "\n")
    page.title(work, page.habit("linked", "link", ""), page.habit("heavy", "bold", ""), case=_case(page))
    page.line()
    if page.habit("nobody", "", "", "", "nobody"):
        page.complete = False
    else:
        page.names(work, _team(page))
    if not alone and work.kind == "paper":
        page.line()
        conference(page, work, "italic")
        page.readings = (*page.readings, f"{short} {work.year}")
    if prize := note(page, "award"):
        page.put(page.habit("prize", "\n🏆 ", " 🎉 ", "\n") + prize)


def paper_box(page: Page, work: Work) -> None:
    """Title, people, venue with badge, one sentence, links: the cards of home pages."""
    page.title(work, page.habit("heavy", "bold", ""), "link", case=_case(page))
    page.line()
    page.names(work, _team(page))
    page.line()
    appeared(page, work, page.habit("venue mark", "italic", "bold", ""))
    if not page.said["year"]:
        page.put(page.habit("year form", ", ", " · ", " "))
        page.year(work)
    if prize := note(page, "award"):
        page.put(page.habit("prize", " · ", " ", " — "))
        page.put(prize, "bold")
    if sentence := note(page, "tldr"):
        page.put("\n" + sentence)
    page.put("\n")
    links(page, work)


def dashes(page: Page, work: Work) -> None:
    """Everything on one line between dashes, bars or dots."""
    gap = page.habit("dash gap", " — ", " | ", " – ", " · ", " - ")
    order = page.habit("order", "title people venue", "people title venue", "year title people venue")
    for place, what in enumerate(order.split()):
        page.put(gap if place else "")
        if what == "title":
            page.title(work, page.habit("title mark", "", "link", "bold"), case=_case(page))
        elif what == "people":
            page.names(work, _team(page))
        elif what == "year":
            page.year(work)
        else:
            outlet(page, work)
    if not page.said["year"]:
        page.put(page.habit("late year", gap, " "))
        page.year(work)


def group_page(page: Page, work: Work) -> None:
    """Lists by year: the year stands in the heading only."""
    page.names(work, _team(page))
    page.line()
    page.title(work, "bold", case=_case(page))
    page.line()
    if work.kind == "article":
        page.venue(journal_name(page, work), "italic")
        page.put(page.habit("volume", ", vol. ", " ", ", ") + f"{work.volume}")
    else:
        appeared(page, work, "italic")
    page.put(" ")
    links(page, work)
