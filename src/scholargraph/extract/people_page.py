"""Pages of a group or department that list its people: staff, students, alumni, as cards, lines or tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scholargraph.extract.blocks import sliced
from scholargraph.extract.known import tell_known
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.page_head import is_prose
from scholargraph.extract.page_parts import cut_page
from scholargraph.extract.people_cards import Card, People, cut_people, heads_people
from scholargraph.extract.people_posts import LEADER, PAST, TAUGHT, Said
from scholargraph.extract.people_tables import METHOD, column_kind
from scholargraph.extract.people_words import NOW, tell_about
from scholargraph.extract.post_lines import is_organization
from scholargraph.extract.publications import tell_publications
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Document
from scholargraph.names.organizations import organization_type
from scholargraph.names.people import looks_like_person, parse_person, strip_titles
from scholargraph.names.text import fold

_MEDIA = frozenset({"text/html", "text/markdown"})
_TITLED = re.compile(
    r"\b(?:people|members|team|groups?|staff|students?|faculty|alumni|lab|labs|laborator\w+|cent(?:er|re)|institute"
    r"|department|school|unit|mitarbeiter\w*|personal|equipo|équipe|membres|personen|personnel|pessoas|persone)\b",
    re.I,
)
_SPOKEN = re.compile(r"\b(?:I am|I['’]m|My (?:\w+ )?(?:research|work|interests)|I (?:work|study|received))\b")
_HEAD = re.compile(r"\s*(?:head|director|leader)\W*", re.I)
_LED_BY = re.compile(
    r"\b(?:led|headed|directed|run) by\s+(?:(?:Prof|Dr|Professor)\.?\s+)*(?P<name>[^,.;()]{4,50})"
)
_PARTS = re.compile(r"\s*(?:\s[-–—|·•:]+\s|[:|])\s*")
_AT = re.compile(r"\bat\s+(?:the\s+)?(?=[A-ZÀ-Ž])")
_POSTDOC = re.compile(r"post-?\s?doc", re.I)
_BESIDE = re.compile(r"collaborat|affiliate|visit|friends|advisory", re.I)


def sniff(document: Document) -> float:
    """How surely this is a page about the people of a group: names under headings such as ``PhD students``
    are most of it, or its title says so; and nobody speaks of themselves."""
    if document.source.media_type not in _MEDIA:
        return 0.0
    visible = [block for block in document.blocks if block.kind != "field"]
    if not any(block.kind == "heading" and heads_people(block.text) for block in visible):
        return 0.0
    groups, rest = cut_people(visible)
    count = sum(len(group.cards) for group in groups)
    titles = [block.text for block in document.blocks if block.key == "meta/title"]
    titles += [block.text for block in visible if block.kind == "heading"][:1]
    owned = any(looks_like_person(strip_titles(_PARTS.split(text)[0])) for text in titles)
    if count < 3 or owned or any(_SPOKEN.search(block.text) for block in rest):
        return 0.0
    size = sum(len(block.text) for block in rest)
    mostly = sum(len(block.text) for block in visible) > 2 * size
    return 0.98 if mostly or any(_TITLED.search(text) for text in titles) else 0.0


def tell_people_page(telling: Telling, document: Document) -> None:
    """Tell everybody with addresses, posts, degrees and mentors; who leads the group; its papers."""
    groups, rest = cut_people(document.blocks)
    home = _tell_home(telling, document, groups, rest)
    leaders, led = list[str](), list[tuple[str, Card, People]]()
    for group in groups:
        for card in group.cards:
            owner, advised = tell_card(telling, card, group, home)
            if _leads(card, group):
                leaders.append(owner.referent)
            elif not advised and _is_taught(card, group):
                led.append((owner.referent, card, group))
    for part in cut_page(rest):
        if part.role == "publications":
            tell_publications(telling, part.section, None)
    _tell_led(telling, leaders or _named_leaders(telling, rest), led)


def tell_card(telling: Telling, card: Card, group: People, home: str) -> tuple[Owner, bool]:
    """Tell a person with what stands beside and below the name; gives the person, and whether the lines say
    who advises them."""
    name = strip_titles(" ".join(card.line.text[slice(*card.name)].split()))
    person = tell_known(telling, "person", cite(card.line, *card.name), name)
    heading = group.heading.text if group.heading else ""
    own = home if not _BESIDE.search(heading) else ""
    owner = Owner(person, parse_person(name), name)
    said = Said(heading, own, "past" if PAST.search(heading) else "current")
    tell_about(telling, card, owner, said)
    return owner, said.advised


def _leads(card: Card, group: People) -> bool:
    """Whether the heading or a line in the present calls somebody the head of the group."""
    heading = group.heading.text if group.heading else ""
    own = [NOW.split(piece.block.text)[0] for piece in card.about if piece.kind != "next"]
    words = " | ".join([heading, *(text for text in own if len(text) < 90)])
    past = PAST.search(heading) or _BESIDE.search(words)
    return not past and bool(_HEAD.fullmatch(heading) or LEADER.search(words))


def _is_taught(card: Card, group: People) -> bool:
    heading = group.heading.text if group.heading else ""
    words = [piece.block.text for piece in card.about if len(piece.block.text) < 90]
    return not _BESIDE.search(heading) and any(TAUGHT.search(text) for text in [heading, *words[:1]])


def _standing(card: Card, group: People) -> str:
    """What somebody is or was in the group: the words before ``now``, or else the heading."""
    own = NOW.split(card.about[0].block.text, maxsplit=1)[0] if card.about else ""
    return own if TAUGHT.search(own) or not group.heading else group.heading.text


def _named_leaders(telling: Telling, blocks: Iterable[Block]) -> list[str]:
    """Those of the group of whom the page says that they lead it."""
    found = (match["name"].strip() for block in blocks for match in _LED_BY.finditer(block.text))
    return [who for name in found if (who := telling.known.get(("person", fold(strip_titles(name)))))]


def _tell_led(telling: Telling, leaders: Sequence[str], led: Sequence[tuple[str, Card, People]]) -> None:
    """Students and postdocs of a group with one head have that head as mentor."""
    if len(set(leaders)) != 1:
        return
    for person, card, group in led:
        kind = "postdoc host" if _POSTDOC.search(_standing(card, group)) else "advisor"
        passage = telling.evidence("mentorship", cite(card.line), method=f"{METHOD}: group", confidence=0.8)
        telling.relate("mentorship", passage, {"mentor": leaders[0], "mentee": person}, {"kind": kind})


def _tell_home(telling: Telling, document: Document, groups: Sequence[People], rest: Sequence[Block]) -> str:
    """Tell the group and the institution that the head of the page names; gives the institution, or else the
    group."""
    first = min((group.heading.start_line for group in groups if group.heading), default=0)
    head = [block for block in _head(rest) if block.start_line < first and len(block.text) < 150]
    said = [block for block in document.blocks if block.key == "meta/description" and len(block.text) < 150]
    titles = [block for block in document.blocks if block.key == "meta/title"]
    named = [*head[:6], *said, *(part for title in titles for part in _title_parts(title))]
    above = next((told for block in named if (told := _tell_unit(telling, block))), "")
    heads = [group.heading for group in groups[:1] if group.heading]
    group = next(
        (told for block in [*titles, *head[:6], *heads] if (told := _tell_group_name(telling, block))), ""
    )
    if group and above and group != above:
        passage = telling.evidence("parentOrganization", cite(titles[0] if titles else head[0]))
        telling.relate("parentOrganization", passage, {"subject": group, "object": above})
    return above or group


def _head(blocks: Sequence[Block]) -> Iterator[Block]:
    """The first headings and the lines below them, up to the next heading."""
    lines = 0
    for block in blocks:
        if block.kind == "heading" and lines:
            return
        lines += block.kind == "paragraph"
        yield block


def _tell_unit(telling: Telling, block: Block) -> str:
    """The institution in a short line: what stands behind ``at``, or else the whole of it."""
    at = _AT.search(block.text)
    start = at.end() if at else 0
    words = block.text[start:]
    units = [organization_type(unit) for unit in (words, *words.split(","))]
    if is_prose(block) or not is_organization(words) or not {*units} - {"", "group"}:
        return ""
    return tell_organization(telling, block, start, len(block.text))


def _tell_group_name(telling: Telling, block: Block) -> str:
    """The name of the group in a title (``People – Zentek Group``)."""
    named = next((part for part in _title_parts(block) if _is_group_name(part.text)), None)
    kind = {"organizationType": "group"}
    return tell_organization(telling, named, 0, len(named.text), kind) if named else ""


def _title_parts(block: Block) -> list[Block]:
    """What stands between dashes, bars and colons."""
    cuts = [(0, 0), *(match.span() for match in _PARTS.finditer(block.text)), (len(block.text),) * 2]
    return [sliced(block, start, end) for (_, start), (end, _) in pairwise(cuts) if start < end]


def _is_group_name(text: str) -> bool:
    words = text.split()
    told = re.search(
        r"\b(?:Lab|Labs|Laboratory|Group|Team|Center|Centre|Institute|Unit|Research Group)\b", text
    )
    named = any(
        word[:1].isupper() and not _TITLED.fullmatch(word) and not column_kind(word) for word in words
    )
    return bool(told) and named and len(words) < 8 and not heads_only(text)


def heads_only(text: str) -> bool:
    """Whether words only say that people follow (``Our Research Group``)."""
    return bool(
        re.fullmatch(
            r"(?:our|the|my|research|lab|group|team|members|people|current|meet|of|us|about|\W)+", text, re.I
        )
    )
