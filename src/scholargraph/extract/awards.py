"""Awards, honours and scholarships, one to a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scholargraph.extract.blocks import Place, blank, tightened
from scholargraph.extract.dates import DateRange, find_when
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Owner
from scholargraph.model import Block
from scholargraph.names.known_organizations import department_names
from scholargraph.names.organizations import known_organization, organization_type
from scholargraph.names.text import words

METHOD = "cv: awards"
_GIVEN_BY = re.compile(
    r",\s+|\s[-–—|]\s|\s*\(|\t+|\s{3,}"
    r"|\b(?:from|by|awarded by|given by|presented by|at)\s+(?:the\s+)?(?=[A-Z])"
)
_AWARD_WORD = re.compile(
    r"\b(?:awards?|prizes?|scholarships?|fellowships?|medals?|honou?rs?|fellow|scholar|grants?|place|winner|finalist|laude|distinction|"
    r"stipend|bursary|mention|list|member|competition|olympiad|first|second|third|gold|silver|bronze|recognition|laureate)\b",
    re.IGNORECASE,
)


def tell_awards(telling: Telling, blocks: Iterable[Block], owner: Owner | None) -> None:
    """Tell each line as an award received by the owner of the document."""
    for block in blocks:
        when = find_when(block.text)
        name, grantors = _parts(block.text, when)
        if owner and _is_award(block, name, when):
            _tell_award(telling, block, owner, (name, grantors, when))


def _tell_award(
    telling: Telling, block: Block, owner: Owner, parts: tuple[Place, list[Place], DateRange | None]
) -> None:
    name, grantors, when = parts
    span = cite(block, *name)
    award = telling.tell("award", span, block.text[slice(*name)], printed=span.quote, method=METHOD)
    given = [tell_organization(telling, block, *place) for place in grantors]
    passage = telling.evidence("awardReceipt", cite_lines(telling.document, block, block), method=METHOD)
    roles = {"recipient": owner.referent, "award": award, "grantor": given}
    telling.relate("awardReceipt", passage, roles, _years(when))


def _years(when: DateRange | None) -> dict[str, str]:
    if when is None:
        return {}
    if when.start == when.end:
        return {"year": when.start}
    return {"startDate": when.start, "endDate": when.end}


def _parts(text: str, when: DateRange | None) -> tuple[Place, list[Place]]:
    """The name of the award, and who gives it: named after it, or inside its name."""
    rest = blank(text, [when.at] if when else []).replace("\0", " ")
    start, end = tightened(re.sub(r"\(\s*\)", lambda m: " " * len(m[0]), rest), 0, len(text))
    for match in _GIVEN_BY.finditer(rest, start, end):
        place = tightened(rest, match.end(), end)
        if match.start() > start and _is_organization(text[slice(*place)].rstrip(")")):
            place = (place[0], place[0] + len(text[slice(*place)].rstrip(")")))
            return tightened(rest, start, match.start()), [place]
    return (start, end), list(_inside(text, start, end))


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
    return bool(_AWARD_WORD.fullmatch(phrase)) or len(phrase) < 3


def _is_organization(text: str) -> bool:
    head = text.split(",")[0].strip()
    typed = organization_type(head) in ("university", "company", "nonprofit", "department")
    return head[:1].isupper() and len(words(head)) <= 10 and (known_organization(head) is not None or typed)


def _is_award(block: Block, name: Place, when: DateRange | None) -> bool:
    text = block.text[slice(*name)]
    listed = block.kind == "item" and len(words(text)) <= 20
    return len(words(text)) >= 2 and (when is not None or listed or bool(_AWARD_WORD.search(text)))
