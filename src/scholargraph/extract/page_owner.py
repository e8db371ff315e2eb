"""Whose page it is: the name in its title, in its first sentences, in its lists, at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scholargraph.extract.blocks import Place
from scholargraph.extract.embedded import is_name
from scholargraph.extract.page_parts import Part
from scholargraph.extract.subject import Chosen, Hint, author_hints, choose, document_hints, tell_guessed
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Document
from scholargraph.names.identifiers import find_emails
from scholargraph.names.people import looks_like_person, parse_person, strip_titles
from scholargraph.names.text import fold

_PAGE = (
    r"(?i:(?:(?:personal|academic|professional|official|little|web)\s+)*(?:home\s?-?page|"
    r"web\s?-?(?:site|page)|page|site|corner|curriculum vitae|cv|r[eé]sum[eé]))"
)
_WORD = r"[^\W\d_a-z](?:(?!['’]s\b)[\w.'’-])*"
_NAME = (
    rf"(?P<name>(?:(?:Prof|Dr|Professor)\.?[ \xa0]+)*{_WORD}(?:[ \xa0]+(?:(?:van|von|der|den|de|la|del|di|da|"
    rf"bin|al|ten|zu|of)[ \xa0]+)*{_WORD}){{0,4}})"
)
_BEHIND = r"(?:,\s*(?:Ph\.?\s?D|M\.?D|R\.?N|D\.?Phil|M\.?Sc|M\.?A|M\.?P\.?H)\.?)*"
_TITLES = (
    re.compile(rf"^(?i:welcome\s+to\s+)?(?i:the\s+)?{_PAGE}\s+(?:of|for)\s+{_NAME}"),
    re.compile(rf"^(?i:welcome\s+to\s+)?{_NAME}(?<!['’]s)['’]s?\s+{_PAGE}"),
    re.compile(rf"^(?i:(?:selected\s+)?(?:publications|papers|writings|books)\s+(?:of|by)\s+){_NAME}\s*$"),
    re.compile(rf"^{_NAME}{_BEHIND}\s*(?:[-–—|:,(/]|$)"),
)
_SPOKEN = (
    re.compile(rf"\b(?:[Mm]y name is|[Ii] am called)\s+{_NAME}"),
    re.compile(rf"\bI\s?(?:am|['’]m)\s+{_NAME}(?=[,.;!(]|\s+(?:and|a|an|from)\b|\s*[^\w\s]|\s*$)"),
)
_OPENING = re.compile(
    rf"^{_NAME}(?:\s*\([^()]*\))?,?\s+(?:is|was|works|has been|received|studies|joined|serves|holds)\b"
)
_FOOT = re.compile(
    rf"(?:©|\((?i:c)\)|(?i:copyright))\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?,?\s*)?(?:by\s+)?{_NAME}"
)
_POSSESSED = re.compile(rf"^{_NAME}(?<!['’]s)['’]s?\s+(?i:curriculum vitae|cv|r[eé]sum[eé]|full cv)\W*$")
_GIVEN = (
    re.compile(
        r"\b(?:I\s?(?:am|['’]m)|[Mm]y name is|[Cc]all me)\s+(?P<name>[A-ZÀ-Ž][a-zß-ÿ]+)"
        r"(?=[,.!]|\s*$|\s+(?:and|a|an)\b)"
    ),
    re.compile(r"(?:^|\s)[-–—]\s?(?P<name>[A-ZÀ-Ž][a-zß-ÿé]+)\.?\s*$"),
)
_EXTRA = re.compile(r"^(?:hi|hello|hey|welcome|about(?: me)?)\b[\s,!:–-]*", re.I)
_ASIDE = re.compile(r"\s*[(\[]\s*(?P<other>[^()\[\]/]{2,40})\s*[)\]]")
_NO_NAME = re.compile(r"\b(?:he|she|they|him|her|them|his|ph\.?d|pronounced)\b|/", re.I)
_NO_START = re.compile(
    r"(?:I['’]?m|I|My|The|This|About|Welcome|Hi|Hello|Dear|Our|In|At|On|Since|From|Before|After|When|As|While)\b"
)
_FIRST = 12
"""How many blocks may stand before the name."""


def tell_owner(telling: Telling, document: Document, parts: Sequence[Part]) -> Owner | None:
    """Tell the person whose page it is, with names in brackets after the name; None where nothing names them.

    The confidence grows with the number of places that say so.
    """
    chosen = find_owner(document, parts)
    if chosen is None:
        return None
    if chosen.hint.source in ("address", "file"):
        owner = tell_guessed(telling, chosen.hint, ())
    else:
        owner = _tell(telling, chosen)
    telling.known[("person", fold(owner.printed))] = owner.referent
    if chosen.given:
        hint = chosen.given
        span = cite(hint.block, *hint.place)
        telling.tell("person", span, hint.name, referent=owner.referent, confidence=hint.sure)
    return owner


def find_owner(document: Document, parts: Sequence[Part] = ()) -> Chosen | None:
    """The owner's name and where it stands: of all places that name one, put together."""
    shown = [block for block in document.blocks if block.kind != "field"]
    hints = [*_page_hints(shown), *_leaders(parts), *document_hints(document, shown)]
    emails = [email.value for block in shown if len(block.text) < 300 for email in find_emails(block.text)]
    chosen = choose(hints, emails)
    if chosen is None or chosen.sure < 0.75 or chosen.hint.source in ("address", "file", "given"):
        hints += author_hints([part.section for part in parts])
        chosen = choose(hints, emails)
    return chosen


def _tell(telling: Telling, chosen: Chosen) -> Owner:
    block, place = chosen.hint.block, chosen.hint.place
    printed = block.text[slice(*place)]
    name = chosen.hint.name
    span = cite(block, *place)
    person = telling.tell("person", span, name, printed=printed, confidence=chosen.sure)
    telling.subject = person
    aside = _ASIDE.match(block.text, place[1])
    if aside and not _NO_NAME.search(aside["other"]) and len(aside["other"].split()) < 4:
        telling.tell("person", cite(block, place[0], aside.end()), aside["other"].strip(), referent=person)
    return Owner(person, parse_person(name), name)


def _page_hints(blocks: Sequence[Block]) -> Iterator[Hint]:
    """Names in titles and sentences at the top, at the foot, in the titles of linked CVs and of portraits."""
    top = [block for block in blocks[:_FIRST] if block.kind in ("heading", "paragraph")]
    spoken = False
    for index, block in enumerate(top):
        if len(block.text) < 90 and block.text.count(" ") < 12:
            yield from _titles(block, _title_sure(block, top[:index], spoken))
        spoken = spoken or len(block.text.split()) > 14
    for block in blocks[: 2 * _FIRST]:
        yield from _named(block, _SPOKEN, 0.9, "spoken")
        yield from _named(block, (_OPENING,), 0.75, "opening")
        yield from _alone(block, _GIVEN[0])
    for block in blocks[-5:]:
        yield from _named(block, (_FOOT,), 0.7, "foot")
    for block in blocks[-3:]:
        yield from _alone(block, _GIVEN[1])
    yield from (hint for block in blocks for hint in _labelled(block))


def _title_sure(block: Block, before: Sequence[Block], spoken: bool) -> float:
    """How surely a short line at the top that is a name is the owner's: the first heading nearly always."""
    if block.kind == "heading":
        return 0.6 if any(other.kind == "heading" for other in before) else 0.93
    linked = any(mark.kind == "link" for mark in block.marks)
    if spoken or linked or any(other.kind == "heading" and is_name(other.text) for other in before):
        return 0.2
    return 0.75 if len(before) < 4 else 0.5


def _titles(block: Block, sure: float) -> Iterator[Hint]:
    lead = _EXTRA.match(block.text)
    start = lead.end() if lead else 0
    for pattern in _TITLES:
        match = pattern.search(block.text[start:])
        if match and (hint := _hint(block, start + match.start("name"), match["name"], (sure, "title line"))):
            yield hint
            return


def _named(block: Block, patterns: Sequence[re.Pattern[str]], sure: float, source: str) -> Iterator[Hint]:
    for pattern in patterns:
        match = pattern.search(block.text)
        if match and (hint := _hint(block, match.start("name"), match["name"], (sure, source))):
            yield hint


def _alone(block: Block, pattern: re.Pattern[str]) -> Iterator[Hint]:
    """A given name that stands alone: ``I'm Tala``."""
    match = pattern.search(block.text)
    if match and not looks_like_person(match["name"]):
        yield Hint(match["name"], block, match.span("name"), 0.6, "given")


def _labelled(block: Block) -> Iterator[Hint]:
    """The name in ``Ada Bee's CV`` and under a portrait."""
    for mark in block.marks:
        text = block.text[mark.start : mark.end]
        if mark.kind == "link" and (match := _POSSESSED.match(text)):
            hint = _hint(block, mark.start + match.start("name"), match["name"], (0.7, "linked"))
        elif mark.kind == "image" and block.text == text and len(text) < 60:
            hint = _hint(block, mark.start, text, (0.5, "portrait"))
        else:
            continue
        if hint:
            yield hint


def _leaders(parts: Sequence[Part]) -> Iterator[Hint]:
    """The name under ``Principal Investigator`` on the page of a group."""
    for part in parts:
        for block in part.section.blocks[:3] if part.role == "leader" else ():
            if match := re.match(_NAME, block.text):
                yield from filter(None, [_hint(block, 0, match["name"], (0.8, "leader"))])


def _hint(block: Block, start: int, printed: str, more: tuple[float, str]) -> Hint | None:
    """A hint, if the words are a name of two words or more."""
    printed = printed.rstrip(" ,")
    name = in_case(strip_titles(" ".join(printed.split())))
    place: Place = (start, start + len(printed))
    return Hint(name, block, place, *more) if is_name(name) and not _NO_START.match(name) else None


def in_case(name: str) -> str:
    """``JANE Q. DOE`` and ``Jane DOE`` as ``Jane Q. Doe``, ``Jane Doe``."""
    if name.isupper():
        return re.sub(r"\b([^\W\d_])([^\W\d_]+)", lambda m: m[1] + m[2].lower(), name)
    return re.sub(r"(?<![\w.-])([A-ZÀ-Ž])([A-ZÀ-Ž]{3,})(?![\w.-])", lambda m: m[1] + m[2].lower(), name)
