"""Who a CV is about: the name and how to reach them, from the lines before the first section."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from scholargraph.extract.blocks import Place, close_set, segments, tightened
from scholargraph.extract.sections import heading_role
from scholargraph.extract.tables import words
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Document
from scholargraph.names.identifiers import domain, find_emails, find_orcids, find_urls
from scholargraph.names.organizations import holds_organization_word, known_organization
from scholargraph.names.parts import CJK
from scholargraph.names.people import looks_like_person, parse_person, shown, strip_titles
from scholargraph.names.text import fold

METHOD = "cv: head"
_LONGEST = 200
"""No line with a name has more characters than this."""
_CANDIDATES, _TOP = 6, 60
"""So many names of the head are weighed; in so many blocks e-mail addresses are looked for."""
_CV = (
    r"(?:curriculum\s+vit(?:ae|æ|a)(?:\s+et\s+studiorum)?|c\.?\s?v\.?|r[eé]sum[eé]|vita|lebenslauf"
    r"|(?:nih )?biosketch|biographical sketch)"
)
_NOT_NAME = re.compile(
    rf"^\W*(?:(?:hi|hello|hey)\b[,!.]?\s*(?:i['’]?\s?a?m|my name is)|i am"
    rf"|(?:full |short |academic |brief )?{_CV}"
    r"|name|nom|nome|nombre|naam|vorname und name)(?!\w)"
    r"(?:\s+(?:of|for|from|di|de|do|da|von|van|du))?(?=\s|[:–—|-]|$)[\s:–—|-]*",
    re.IGNORECASE,
)
_CV_AFTER = re.compile(rf"(?:['’]s)?[\s,:–—|(-]+(?:academic\s+)?{_CV}(?!\w).*$", re.IGNORECASE)
_LETTERS = re.compile(
    r"(?:,\s*(?:[A-Z][A-Za-z]{0,3}\.?){2,4}(?:\s*\(\w+\))?)+\s*$"
    r"|[\s,]+Ph\.?\s?D\.?(?:\s+(?:[Cc]andidate|[Ss]tudent))?\s*$"
)
"""Letters behind a name: ``, PhD, FRCS (Edin)``."""
_CJK_WORDS = re.compile(rf"\s*(?:{CJK.pattern})+")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:(?:\+\d{1,3}|\(\+\d{1,3}\))(?:[\s./-]?\(?\d{1,5}\)?){2,7}"
    r"|(?:\(\d{1,4}\)[\s.-]?)?\d{2,4}(?:[\s.-]\d{2,5}){1,4})(?![\w/-])"
)
_PHONE_LABEL = re.compile(
    r"\b(?:tel|telephone|phone|mobile|cell|office|ph)\b\.?\s*(?:\(\w+\))?\s*[:.]?\s*$", re.IGNORECASE
)


def tell_head(telling: Telling, blocks: Sequence[Block]) -> Owner | None:
    """Tell the person a CV is about from its first lines; None where they name nobody."""
    found = _name(blocks, _elsewhere(telling.document))
    if found is None:
        return None
    block, place = found
    return tell_owner(telling, block, place, blocks)


def tell_owner(
    telling: Telling, block: Block, place: Place, lines: Sequence[Block], confidence: float = 0.95
) -> Owner:
    """Tell the person named at ``block.text[place]`` as the one the document is about, and what ``lines``
    say of how to reach them."""
    printed = cite(block, *place)
    name = display_name(block.text[slice(*place)])
    person = telling.tell(
        "person", printed, name, printed=printed.quote, method=METHOD, confidence=confidence
    )
    telling.subject = person
    for line in lines:
        tell_contact(telling, line, person)
    return Owner(person, parse_person(name), name)


def display_name(printed: str) -> str:
    """A printed name in the usual case, without titles, letters and what stands in brackets."""
    printed = unicodedata.normalize("NFKC", printed)
    aside = _ASIDE.search(printed)
    if CJK.search(printed) and aside and not CJK.search(aside[0]):
        printed = aside[0].strip(" ()")
    bare = _LETTERS.sub("", _ASIDE.sub("", close_set(printed)))
    if re.search(r"[A-Za-z]{2}", bare):
        bare = _CJK_WORDS.sub("", bare).strip()
    name = strip_titles(_in_case(bare))
    return shown(parse_person(name)) if "," in name else name


def names_person(text: str) -> bool:
    """Whether words of a CV's head are a person's name, and not an organisation, a degree or a title."""
    name = display_name(text)
    known = known_organization(name) or holds_organization_word(name) or _NOT_NAME.match(name)
    written = " " in name.strip() or CJK.search(name)
    return (
        bool(written)
        and looks_like_person(name)
        and not known
        and not re.search(r"\b[A-Z]\.?[A-Z][a-z]\b", name)
    )


def tell_contact(telling: Telling, block: Block, person: str) -> None:
    """Tell the addresses in a line as the person's: e-mail, home page, profiles, telephone, ORCID."""
    text = unicodedata.normalize("NFKC", block.text)
    profiles = words("profile_hosts.txt")
    targets = " ".join(m.target for m in block.marks if m.kind == "link")
    urls = [u.value for u in find_urls(f"{text} {targets}")]
    values = {
        "email": [e.value for e in find_emails(f"{text} {targets.replace('mailto:', '')}")],
        "url": [u for u in urls if domain(u) not in profiles],
        "sameAs": [u for u in urls if domain(u) in profiles and "orcid.org" not in u],
        "orcid": [o.value for o in find_orcids(f"{text} {targets}")],
        "telephone": list(_phones(block.text)),
    }
    once = {name: tuple(dict.fromkeys(found)) for name, found in values.items() if found}
    if once:
        telling.tell("person", cite(block), values=once, referent=person, method=METHOD, confidence=0.99)


def _name(blocks: Sequence[Block], elsewhere: str) -> tuple[Block, Place] | None:
    """The first name of a person that an address or field of the document has too (``elsewhere``), or else
    the first name; or else the first short heading of capitalised words."""
    found = list(islice(_names(blocks), _CANDIDATES))
    confirmed = (
        (block, place)
        for block, place in found
        if any(
            fold(word) in elsewhere
            for word in parse_person(block.text[slice(*place)]).family
            if len(word) > 2
        )
    )
    return next(confirmed, None) or next(iter(found), None) or _heading(blocks)


def _names(blocks: Iterable[Block]) -> Iterator[tuple[Block, Place]]:
    for index, block in enumerate(blocks):
        for place in (*_leading_bold(block), *_candidates(block.text)):
            text = block.text[slice(*place)]
            latin = re.search(r"[^\W\d_]{2}", CJK.sub("", text))
            if names_person(text) and (latin or index == 0 or block.kind == "heading"):
                yield block, place
                break


def _heading(blocks: Iterable[Block]) -> tuple[Block, Place] | None:
    """The first short heading of capitalised words, for names that no table knows."""
    for block in blocks:
        named = block.kind == "heading" and not heading_role(block)
        for place in _candidates(block.text) if named else ():
            text = block.text[slice(*place)]
            shaped = 2 <= len(text.split()) <= 5 and all(word[0].isupper() for word in text.split())
            if shaped and not holds_organization_word(text):
                return block, place
    return None


def _leading_bold(block: Block) -> Iterator[Place]:
    """Bold words with which a line begins: ``**BEE, Ada.** Lecturer``."""
    for mark in block.marks:
        if mark.kind == "bold" and mark.start == 0 and mark.end < len(block.text):
            yield tightened(block.text, 0, mark.end)


def _elsewhere(document: Document) -> str:
    """The addresses, fields and file name of a document, folded: where its subject's name shows up again."""
    links = " ".join(mark.target for block in document.blocks for mark in block.marks if mark.kind == "link")
    fields = " ".join(b.text for b in document.blocks if b.kind == "field" and len(b.text) < _LONGEST)
    emails = " ".join(e.value for b in document.blocks[:_TOP] for e in find_emails(b.text))
    return fold(f"{emails} {links} {fields} {document.source.path.rpartition('/')[2]}")


def _candidates(text: str) -> Iterator[Place]:
    """The line without ``Curriculum Vitae`` and degrees, then its pieces."""
    lead = _NOT_NAME.match(text)
    start = lead.end() if lead else 0
    after = _CV_AFTER.search(text, start)
    end = after.start() if after else len(text)
    letters = _LETTERS.search(text, start, end) if len(text) < _LONGEST else None
    whole = tightened(text, start, letters.start() if letters else end)
    if whole[0] < whole[1]:
        yield whole
        yield from (place for place in segments(text[:end], start) if place != whole)


def _in_case(name: str) -> str:
    """``JANE Q. DOE`` and ``Jane DOE`` as ``Jane Q. Doe``, ``Jane Doe``."""
    if name.isupper():
        return re.sub(r"\b([^\W\d_])([^\W\d_]+)", lambda m: m[1] + m[2].lower(), name)
    return re.sub(
        r"(?<![\w.-])[^\W\d_]{4,}(?:-[^\W\d_]+)*(?![\w.-])",
        lambda m: (
            re.sub(r"([^\W\d_])([^\W\d_]+)", lambda n: n[1] + n[2].lower(), m[0]) if m[0].isupper() else m[0]
        ),
        name,
    )


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
