"""Whose page it is: the name in its title, in its first sentences, or at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scholargraph.extract.blocks import Place
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.people import looks_like_person, parse_person, strip_titles
from scholargraph.names.text import fold

_PAGE = (
    r"(?i:(?:(?:personal|academic|professional|official|little|web)\s+)*(?:home\s?-?page|"
    r"web\s?-?(?:site|page)|page|site|corner))"
)
_WORD = r"[^\W\d_a-z](?:(?!['’]s\b)[\w.'’-])*"
_NAME = (
    rf"(?P<name>(?:(?:Prof|Dr|Professor)\.?\s+)*{_WORD}(?:\s+(?:(?:van|von|der|den|de|la|del|di|da|"
    rf"bin|al|ten|zu|of)\s+)*{_WORD}){{0,4}})"
)
_TITLES = (
    re.compile(rf"^(?i:welcome\s+to\s+)?(?i:the\s+)?{_PAGE}\s+(?:of|for)\s+{_NAME}"),
    re.compile(rf"^(?i:welcome\s+to\s+)?{_NAME}(?<!['’]s)['’]s?\s+{_PAGE}"),
    re.compile(rf"^{_NAME}\s*(?:[-–—|:,(/]|$)"),
)
_SPOKEN = (
    re.compile(rf"\b(?:[Mm]y name is|[Ii] am called)\s+{_NAME}"),
    re.compile(rf"\bI\s?(?:am|['’]m)\s+{_NAME}(?=[,.;!(]|\s+(?:and|a|an|from)\b|\s*[^\w\s]|\s*$)"),
    re.compile(
        rf"^{_NAME}(?:\s*\([^()]*\))?,?\s+(?:is|was|works|has been|received|studies|joined|serves|holds)\b"
    ),
    re.compile(
        rf"(?:©|\((?i:c)\)|(?i:copyright))\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?,?\s*)?(?:by\s+)?{_NAME}"
    ),
)
_EXTRA = re.compile(r"^(?:hi|hello|hey|welcome|about(?: me)?)\b[\s,!:–-]*", re.I)
_ASIDE = re.compile(r"\s*[(\[]\s*(?P<other>[^()\[\]/]{2,40})\s*[)\]]")
_FIRST = 12
"""How many blocks may stand before the name."""


def find_owner(blocks: Sequence[Block]) -> tuple[Block, Place] | None:
    """The block and place of the owner's name: in the title, in ``I am …``, in ``… is a professor``,
    after ``©``."""
    for block, patterns in _looks(blocks):
        for pattern in patterns:
            lead = _EXTRA.match(block.text)
            start = lead.end() if lead and pattern in _TITLES else 0
            match = pattern.search(block.text[start:]) if start else pattern.search(block.text)
            if match and _is_name(match["name"], block):
                first = start + match.start("name")
                return block, (first, first + len(match["name"].rstrip(" ,")))
    return None


def tell_owner(telling: Telling, blocks: Sequence[Block]) -> Owner | None:
    """Tell the person whose page it is, with names in brackets after the name; None where the page names
    nobody."""
    found = find_owner(blocks)
    if found is None:
        return None
    block, place = found
    printed = block.text[slice(*place)]
    name = _in_case(strip_titles(" ".join(printed.split())))
    person = telling.tell("person", cite(block, *place), name, printed=printed, confidence=0.95)
    telling.subject = person
    telling.known[("person", fold(name))] = person
    aside = _ASIDE.match(block.text, place[1])
    if (
        aside
        and not re.search(r"\b(?:he|she|they|him|her|them|phd|ph\.d)\b", aside["other"], re.I)
        and len(aside["other"].split()) < 4
    ):
        telling.tell("person", cite(block, place[0], aside.end()), aside["other"].strip(), referent=person)
    return Owner(person, parse_person(name), name)


def _looks(blocks: Sequence[Block]) -> Iterator[tuple[Block, Sequence[re.Pattern[str]]]]:
    """Where to look, in order: titles at the top, sentences at the top, the foot of the page."""
    top = [block for block in blocks[:_FIRST] if block.kind in ("heading", "paragraph")]
    for block in top:
        if len(block.text) < 90 and block.text.count(" ") < 12:
            yield block, _TITLES
    yield from ((block, _SPOKEN[:3]) for block in [*top, *blocks[:_FIRST]])
    yield from ((block, _SPOKEN[3:]) for block in reversed(blocks[-5:]))


def _is_name(name: str, block: Block) -> bool:
    """A name of two words or more; of a heading that is nothing else, the form is enough."""
    bare = strip_titles(name.strip(" ,"))
    return looks_like_person(_in_case(bare))


def _in_case(name: str) -> str:
    """``JANE Q. DOE`` as ``Jane Q. Doe``."""
    return re.sub(r"\b([^\W\d_])([^\W\d_]+)", lambda m: m[1] + m[2].lower(), name) if name.isupper() else name
