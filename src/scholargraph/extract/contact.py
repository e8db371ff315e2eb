"""Who a CV is about: the name and how to reach them, from the lines before the first section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scholargraph.extract.blocks import Place, segments, tightened
from scholargraph.extract.tables import words
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.identifiers import domain, find_emails, find_orcids, find_urls
from scholargraph.names.people import looks_like_person, parse_person, strip_titles

METHOD = "cv: head"
_NOT_NAME = re.compile(
    r"^\W*(?:(?:full |short )?curriculum\s+vitae|academic cv|c\.?\s?v\.?|r[eé]sum[eé]|vita|lebenslauf|name)\b"
    r"(?:\s+(?:of|for|from))?[\s:–—|-]*",
    re.IGNORECASE,
)
_CV_AFTER = re.compile(r"[\s,:–—|(-]*\b(?:curriculum\s+vitae|c\.?v\.?|r[eé]sum[eé]|vita)\b.*$", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,4}\)[\s.-]?)?\d{2,4}(?:[\s.-]\d{2,5}){1,4}(?![\w/-])"
)
_PHONE_LABEL = re.compile(
    r"\b(?:tel|telephone|phone|mobile|cell|office|ph)\b\.?\s*(?:\(\w+\))?\s*[:.]?\s*$", re.IGNORECASE
)


def tell_head(telling: Telling, blocks: Sequence[Block]) -> Owner | None:
    """Tell the person a CV is about from its first lines; None where they name nobody."""
    found = _name(blocks)
    if found is None:
        return None
    block, place = found
    name = strip_titles(_in_case(block.text[slice(*place)]))
    person = telling.tell(
        "person", cite(block, *place), name, printed=cite(block, *place).quote, method=METHOD
    )
    telling.subject = person
    for line in blocks:
        tell_contact(telling, line, person)
    return Owner(person, parse_person(name), name)


def tell_contact(telling: Telling, block: Block, person: str) -> None:
    """Tell the addresses in a line as the person's: e-mail, home page, profiles, telephone, ORCID."""
    profiles = words("profile_hosts.txt")
    targets = " ".join(m.target for m in block.marks if m.kind == "link")
    urls = [u.value for u in find_urls(f"{block.text} {targets}")]
    values = {
        "email": [e.value for e in find_emails(f"{block.text} {targets.replace('mailto:', '')}")],
        "url": [u for u in urls if domain(u) not in profiles],
        "sameAs": [u for u in urls if domain(u) in profiles and "orcid.org" not in u],
        "orcid": [o.value for o in find_orcids(f"{block.text} {targets}")],
        "telephone": list(_phones(block.text)),
    }
    once = {name: tuple(dict.fromkeys(found)) for name, found in values.items() if found}
    if once:
        telling.tell("person", cite(block), values=once, referent=person, method=METHOD, confidence=0.99)


def _name(blocks: Iterable[Block]) -> tuple[Block, Place] | None:
    """The first words that look like a person's name, or else the first short heading."""
    first: tuple[Block, Place] | None = None
    for block in blocks:
        for place in _candidates(block.text):
            if looks_like_person(_in_case(block.text[slice(*place)])):
                return block, place
            words = block.text[slice(*place)].split()
            if first is None and block.kind == "heading" and 2 <= len(words) <= 5:
                first = block, place
    return first


def _candidates(text: str) -> Iterator[Place]:
    """The line without ``Curriculum Vitae`` and degrees, then its pieces."""
    lead = _NOT_NAME.match(text)
    start = lead.end() if lead else 0
    after = _CV_AFTER.search(text, start)
    end = after.start() if after else len(text)
    whole = tightened(text, start, end)
    if whole[0] < whole[1]:
        yield whole
        yield from (place for place in segments(text[:end], start) if place != whole)


def _in_case(name: str) -> str:
    """``JANE Q. DOE`` as ``Jane Q. Doe``."""
    return re.sub(r"\b([^\W\d_])([^\W\d_]+)", lambda m: m[1] + m[2].lower(), name) if name.isupper() else name


def _phones(text: str) -> Iterator[str]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        labelled = _PHONE_LABEL.search(text[: match.start()]) or match[0].startswith("+") or "(" in match[0]
        years = re.fullmatch(r"(?:19|20)\d\d\s?[.-]\s?(?:(?:19|20)\d\d)?\d*", match[0])
        if (
            7 <= len(digits) <= 15
            and not years
            and (labelled or (len(digits) >= 9 and not find_orcids(text)))
        ):
            yield match[0]
