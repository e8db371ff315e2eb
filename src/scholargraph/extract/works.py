"""Who wrote a work, and what its links lead to: told alike for CVs and listings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from scholargraph.extract.people import Author, AuthorList, shared_marks
from scholargraph.extract.telling import Telling, cite
from scholargraph.model import Block, Document, Span
from scholargraph.names.identifiers import find_arxiv_ids, find_dois, find_urls, is_repository
from scholargraph.names.people import PersonName, compatible, parse_person
from scholargraph.names.text import fold

_MARK = r"[*∗†‡§¶#+^]"
_LEGEND = re.compile(
    rf"(?:^|[\s(\[“\"'])(?P<mark>{_MARK})\s*(?:[=:–-]|denotes?|indicates?|means?|for|are|is)?\s*"
    r"(?P<meaning>[A-Za-z][\w ,/-]{3,60})"
    rf"|(?P<mark2>{_MARK})\W{{0,3}}\s+"
    r"(?P<meaning2>contributed equally[\w ]*|(?:denotes?|indicates?)[\w -]{3,60})"
)


class Owner(Struct, frozen=True):
    """The person who stands behind a list: referent, name in parts and as printed."""

    referent: str
    name: PersonName
    printed: str

    def may_be(self, name: str) -> bool:
        """Whether a printed name can be this person's; ``Minh Hoang`` and ``Hoang Minh`` are one."""
        same = sorted(fold(name).split()) == sorted(fold(self.printed).split())
        return same or compatible(parse_person(name), self.name)


class Listing(Struct):
    """A list of works being told: where to, whose it is, and what the marks after names mean."""

    telling: Telling
    owner: Owner | None
    legend: dict[str, str] = {}


def read_legend(document: Document) -> dict[str, str]:
    """What marks after names mean, where told: mark → ``equal``, ``corresponding`` or ``other``."""
    legend: dict[str, str] = {}
    for block in document.blocks:
        for match in _LEGEND.finditer(block.text):
            meaning = fold(match["meaning"] or match["meaning2"])
            if kind := _mark_kind(meaning):
                legend.setdefault((match["mark"] or match["mark2"]).replace("∗", "*"), kind)
    return legend


def tell_authors(listing: Listing, block: Block, work: str, authors: AuthorList, sure: float = 0.95) -> bool:
    """Tell the authors of a work in order; gives whether the owner of the list is among them.

    ``sure`` is how often such a list is read rightly.
    """
    telling, owner, legend = listing.telling, listing.owner, listing.legend
    mine = _owner_among(block, authors.authors, owner)
    equal = {mark for mark, kind in legend.items() if kind == "equal"}
    equal |= {mark for mark in shared_marks(authors.authors) if mark not in legend}
    corresponding = {mark for mark, kind in legend.items() if kind == "corresponding"}
    for author in authors.authors:
        span = cite(block, author.start, author.end)
        referent = owner.referent if owner and author is mine else ""
        printed = " ".join(block.text[author.start : author.end].split())
        person = telling.tell("person", span, author.name, printed=printed, referent=referent)
        values = {
            "ordinal": str(author.ordinal) if author.ordinal else "",
            "equalContribution": "true" if equal.intersection(author.marks) else "",
            "isCorresponding": "true" if corresponding.intersection(author.marks) else "",
        }
        telling.relate("authorship", telling.last, {"work": work, "author": person}, values)
    return mine is not None or owner is None or any(owner.may_be(author.name) for author in authors.authors)


def tell_own(telling: Telling, work: str, span: Span, owner: Owner) -> None:
    """The work stands on the owner's own page, but no printed list shows them: authorship without a place."""
    passage = telling.evidence("authorship", span, method="own page", confidence=0.9)
    telling.relate("authorship", passage, {"work": work, "author": owner.referent})


def link_values(text: str, targets: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """doi, arxivId, code and url found in a text and in the targets of its links, each once, in order."""
    whole = " ".join([text, *targets])
    urls = [found.value for found in find_urls(whole)]
    plain = [url for url in urls if not find_dois(url) and not find_arxiv_ids(url)]
    values = {
        "doi": [found.value for found in find_dois(whole)],
        "arxivId": [found.value for found in find_arxiv_ids(whole)],
        "code": [url for url in plain if is_repository(url)],
        "url": [url for url in plain if not is_repository(url)],
    }
    return {name: tuple(dict.fromkeys(found)) for name, found in values.items() if found}


def _owner_among(block: Block, authors: Sequence[Author], owner: Owner | None) -> Author | None:
    """The one name that is the owner's: in bold type, or the very name, or the only one that can be."""
    if owner is None:
        return None
    possible = [author for author in authors if owner.may_be(author.name)]
    bold = [author for author in possible if _is_bold(block, author)]
    same = [author for author in possible if fold(author.name) == fold(owner.printed)]
    for choice in (bold, same, possible):
        if len(choice) == 1:
            return choice[0]
    return None


def _is_bold(block: Block, author: Author) -> bool:
    return any(m.kind == "bold" and m.start <= author.start < m.end for m in block.marks)


def _mark_kind(meaning: str) -> str:
    if re.search(r"equal|joint first|co first|shared first|alphabetical", meaning):
        return "equal"
    if "correspond" in meaning:
        return "corresponding"
    return (
        "other"
        if re.search(r"student|advisee|mentee|supervis|present|undergraduate|postdoc|senior", meaning)
        else ""
    )
