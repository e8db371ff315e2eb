"""Where works other than articles appeared, in the manner of numbered reference lists."""

from __future__ import annotations

from .page import Page
from .pieces import conference, house, one_editor, pages, preprint, press, thesis, volume_title
from .records import Work


def elsewhere(page: Page, work: Work, lead: str, book: str) -> None:
    """Where anything but an article appeared; ``book`` says how a chapter's book is printed."""
    if work.kind == "paper":
        page.put(lead)
        conference(page, work, page.habit("conference mark", "italic", "italic", ""))
    elif work.kind == "chapter":
        before, _, after = (book if page.slip(0.2) else one_editor(work, book)).partition("volume")
        page.put(lead + before)
        page.venue(volume_title(page, work), page.habit("book mark", "italic", "italic", ""))
        page.put(house(work, after.replace("PAGES", pages(page, work)).replace("YEAR", str(work.year))))
        if "YEAR" in after:
            page.saw(work)
    elif work.kind in ("book", "edited"):
        press(page, work, page.habit("book", "press, place", "place: press", "press"))
    elif work.kind == "thesis":
        thesis(page, work)
    elif work.kind == "preprint":
        preprint(page, work, page.habit("preprint mark", "italic", ""))
    else:
        page.venue(work.venue.name, after=(f" {work.number}",))


def year_after(page: Page, work: Work, form: str = ", {}") -> None:
    """The year, unless it has been printed."""
    if not page.said["year"]:
        before, _, after = form.partition("{}")
        page.put(before)
        page.year(work)
        page.put(after)
