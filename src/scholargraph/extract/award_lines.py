"""Lines about an award taken apart: its name, who gave it, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from scholargraph.extract.blocks import Place, blank, tightened
from scholargraph.extract.dates import DateRange, find_when, find_years
from scholargraph.extract.tables import pattern
from scholargraph.model import Block
from scholargraph.names.known_organizations import department_names
from scholargraph.names.organizations import holds_organization_word, known_organization, organization_type
from scholargraph.names.text import words
from scholargraph.names.venues import looks_like_venue

_GIVEN_BY = re.compile(
    r",\s+|;\s+|\s[-–—|·]\s|\s*\(|\t+|\s{3,}|(?<=\w):\s+|(?<=[a-z]{5})\.\s+"
    r"|\b(?:from|by|awarded by|given by|presented by|at|of|de|der|des|du|della|da|do)\s+(?:the\s+|la\s+)?"
    r"(?=[A-ZÀ-Ž])"
)
AWARD_WORD = re.compile(rf"\b(?:{pattern('award_line_words.txt')})\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"^(?:An?|The|This|Awarded|Given|Presented|Recogni[sz]es|For|One of|Selected|Granted|In recognition)"
    r"\s.*\.$"
    r"|\w\.\s+[A-Z]\w+ \w+ "
)
_REMARK = re.compile(
    r"[\s,;–-]*(?:(?:,\s*)?\bfor\s+(?:the paper\s+)?[“\"„«][^“”\"«»]*[”\"»]"
    r"|\((?=[a-z]|[^()]*(?:[$€£¥]|\d{3}|\bfor\b|with\b|team\b|[Dd]eclined|awarded|acceptance|honorary|finalist))[^()]*\)"
    r"|(?:US\s?)?[$€£¥]\s?\d[\d,.]*\s?(?:[kKmM]|million|thousand|USD|EUR)?(?:\s?/\s?year)?"
    r"|\d[\d,.]*\s?(?:USD|EUR|CHF|GBP|SEK|€)|declined\b|academic year\.?)[\s,;]*"
)
_LEAD = re.compile(
    r"\W*(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?\s*[:–—-]\s)?\s*(?:(?:Winner|Recipient|Awardee|Laureate|"
    r"Vencedora?|Ganadora?|Lauréate?|Preisträger(?:in)?)(?:\s*[,:]|\s+(?:of|de|del|do|da|des)(?:\s+the)?)\s+"
    r"|(?:Was\s+)?[Aa]warded\s+(?:the\s+|an?\s+)?|Received\s+(?:the\s+|an?\s+)?)?"
)
"""What leads to the name of an award: a year, ``Winner,``, ``Awarded the``."""
_GRANT = re.compile(r"(?i)\bgrants?\b(?!s? (?:award|prize))")

_MONEY = re.compile(
    r"[$€£¥]|\b(?:USD|EUR|CHF|GBP|SEK|NOK|DKK|INR|R|kr)\s?\d|\d\s?(?:USD|EUR|yen|CHF|NOK|SEK)\b|\bco-?PI\b"
)
_WIDE = re.compile(r"\t|\s{4,}")
_RANK = re.compile(
    r"\s*(?:(?:\d(?:st|nd|rd|th)|First|Second|Third)\s+)?(?:Place|Prize|Runner-?up|Winner|Finalist|Award)\s*",
    re.I,
)
_LOOSE = re.compile(r"\s+(?:for|in|at|of|from|by|during)(?:\s+the)?(?:\s+academic year)?$")
_LONGEST = 22
"""No name of an award has more words than this."""


class Award(Struct, frozen=True):
    """Where the name of an award stands, who gives it, and when: a range, or each of several years."""

    name: Place
    grantors: tuple[Place, ...]
    when: DateRange | None
    years: tuple[str, ...] = ()
    venue: str = ""
    """The conference or journal that gave it, as printed with its year."""


def read_award(block: Block) -> Award:
    """Take a line apart: dates, remarks (``declined``, amounts), who gives it, and the name."""
    text = block.text
    when = find_when(text)
    years = [year for year in find_years(text) if when and when.start == when.end and len(when.start) == 4]
    several = _neighbours(text, years) if len(years) > 1 else []
    name, grantors = award_parts(text, when, [(start, end) for _, start, end in several])
    name, at = award_venue(text, name)
    venue = text[slice(*at)] if at else ""
    if at and when and when.at[0] - at[1] in (1, 2):
        venue = text[at[0] : when.at[1]]
    return Award(name, tuple(grantors), when, tuple(year for year, _, _ in several), venue)


def award_parts(text: str, when: DateRange | None, dates: Iterable[Place] = ()) -> tuple[Place, list[Place]]:
    """Where the name of an award stands, and who gives it: named after it, or inside its name."""
    unsaid = [*dates, *([when.at] if when else []), *(match.span() for match in _REMARK.finditer(text))]
    unsaid += [lead.span() for lead in [_LEAD.match(text)] if lead]
    rest = re.sub(r"\(\s*\)", lambda m: " " * len(m[0]), blank(text, unsaid).replace("\0", " "))
    return _parts(text, rest)


def award_venue(text: str, name: Place) -> tuple[Place, Place | None]:
    """The name without a venue behind it, and the venue: ``Best Paper Award, ICRA``."""
    for match in re.finditer(r",\s+|\s+at\s+(?:the\s+)?|\s+[-–—]\s+|\s*\(", text[slice(*name)]):
        place = tightened(text, name[0] + match.end(), name[1])
        if looks_like_venue(text[slice(*place)]) and not _gives(text[slice(*place)]):
            return tightened(text, name[0], name[0] + match.start()), place
    return name, None


def _neighbours(text: str, years: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Years with nothing but commas and ``and`` between them."""
    kept = [years[-1]]
    for year in reversed(years[:-1]):
        if re.fullmatch(r"\s*(?:,|;|and|&|/|und|et|y|e)+\s*(?:and\s+)?", text[year[2] : kept[0][1]]):
            kept.insert(0, year)
    return kept if len(kept) > 1 else []


def _parts(text: str, rest: str) -> tuple[Place, list[Place]]:
    """The name of the award, and who gives it: named after it, or inside its name."""
    start, end = tightened(rest, 0, len(text))
    for match in _GIVEN_BY.finditer(rest, start, end):
        joint = match[0].strip(" ,(\t").split()
        place = _whole(rest, *tightened(rest, match.end(), end))
        inner = bool(joint) and joint[0] in ("of", "de", "der", "des", "du", "della", "da", "do")
        if (
            match.start() > start
            and _gives_or_acronym(text[slice(*place)].rstrip(")"))
            and _stands_apart(rest, place, inner)
        ):
            place = (place[0], place[0] + len(text[slice(*place)].rstrip(")")))
            return _before(
                rest, start, place[1] if inner or _is_bare(text[start : match.start()]) else match.start()
            ), [place]
    place = _before(rest, start, end)
    return place, list(_inside(text, *place))


def _is_bare(name: str) -> bool:
    """A word that needs the giver's name to be one: ``Fellow``, ``Member``."""
    return name.strip().casefold() in (
        "fellow",
        "member",
        "elected fellow",
        "elected member",
        "honorary fellow",
    )


def _before(rest: str, start: int, end: int) -> Place:
    """The name without a place, a sentence or a loose preposition behind it; a rank alone (``2nd Place``) has
    the name of the contest in the next cell."""
    wide = next(
        (m for m in _WIDE.finditer(rest, start, end) if not _RANK.fullmatch(rest[start : m.start()])), None
    )
    first, last = tightened(rest, start, wide.start() if wide else end)
    loose = _LOOSE.search(rest[first:last])
    return tightened(rest, first, first + loose.start() if loose else last)


def _whole(rest: str, start: int, end: int) -> Place:
    """A grantor up to the first blanked words."""
    wide = re.search(r"\s{3,}|\t", rest[start:end])
    first, last = tightened(rest, start, start + wide.start() if wide else end)
    opened = rest.count("(", first, last) > rest.count(")", first, last) and rest[last : last + 1] == ")"
    return first, last + opened


def _stands_apart(rest: str, place: Place, inner: bool) -> bool:
    """``Medal of the Royal Society`` names its giver only where nothing but the end follows."""
    return not inner or not rest[place[1] :].strip(" ,.;)")


def _inside(text: str, start: int, end: int) -> Iterator[Place]:
    """Organisations named inside an award, the longest first: ``[Berkeley EECS] Department Award``."""
    tokens = [(start + m.start(), start + m.end()) for m in re.finditer(r"[\w&.'’-]+", text[start:end])]
    index = 0
    while index < len(tokens):
        size = _known_from(text, tokens[index:])
        if size:
            yield tokens[index][0], tokens[index + size - 1][1]
        index += size or 1


def _known_from(text: str, tokens: list[Place]) -> int:
    """How many words from here on name an organisation, with a department's acronym behind it."""
    for size in range(min(len(tokens), 8), 0, -1):
        phrase = text[tokens[0][0] : tokens[size - 1][1]]
        if (
            size < len(tokens)
            and phrase[:1].isupper()
            and known_organization(phrase)
            and not _is_plain(phrase)
        ):
            after = text[slice(*tokens[size])]
            return size + (after in department_names() and size + 1 < len(tokens))
    return 0


def _is_plain(phrase: str) -> bool:
    """A word that names an organisation only by chance in an award: ``Best``, ``National``."""
    return bool(AWARD_WORD.fullmatch(phrase)) or len(phrase) < 3


def _gives_or_acronym(text: str) -> bool:
    """As :func:`_gives`, or an acronym of an organisation nobody knows: ``ICAR``, ``MIT-EAPS``."""
    acronym = re.fullmatch(r"[A-Z]{2,8}(?:[-/][A-Z]{2,8})?", text.strip())
    return _gives(text) or bool(acronym and not looks_like_venue(text))


def _gives(text: str) -> bool:
    """Whether words name an organisation that may give an award, and no award."""
    head = text.split(",")[0].strip()
    typed = organization_type(head) in ("university", "company", "nonprofit", "department")
    named = known_organization(head) is not None or typed or holds_organization_word(head)
    return head[:1].isupper() and len(words(head)) <= 12 and named and not _names_award(head)


def _names_award(text: str) -> bool:
    """``Leibniz Prize``, ``School Teaching Award``: the last word says what it is."""
    return bool(
        re.search(r"(?i)\b(?:award|prize|medal|fellowship|scholarship|grant|honou?rs?|competition)s?$", text)
    )


def is_award(block: Block, award: Award, dated: bool) -> bool:
    """Whether a line is an award: with a date or the words of one, and no sentence about the one above."""
    text = block.text[slice(*award.name)]
    size = len(words(text))
    if size > _LONGEST or (_SENTENCE.search(block.text) and award.when is None):
        return False
    if _reads_as_work(block) or _is_grant(block, text) or text.startswith(("During", "Since", "From ")):
        return False
    said = bool(AWARD_WORD.search(block.text))
    listed = block.kind == "item" and size <= 20 and not (dated and not said)
    short = size == 1 and bool(award.when) and len(text) > 3
    return (size >= 2 or short) and (award.when is not None or listed or said)


def _is_grant(block: Block, name: str) -> bool:
    """A project's funding among awards: a grant or only its funder with an amount, or an amount first."""
    money = _MONEY.search(block.text)
    leads = money and not block.text[: money.start()].strip(" \t-–•")
    funder = _gives(name) and not AWARD_WORD.search(name)
    return bool(money and (leads or funder or _GRANT.search(block.text)))


def _reads_as_work(block: Block) -> bool:
    """An entry of a list of publications that stands among awards: pages, volumes, identifiers."""
    return bool(re.search(r"\d+\s*\(\d+\)\s*:\s*\d+|;\d+(?:\(\d+\))?:\d+|\bdoi\b|\bpp?\.\s*\d+", block.text))
