"""News of a home page: posts begun, awards won and degrees done, dated by the item that tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scholargraph.extract.blocks import hard_lines, sliced
from scholargraph.extract.dates import find_when
from scholargraph.extract.prose import tell_prose
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block

_LEAD = re.compile(
    r"\W{0,3}(?P<date>[^\t\n:]{4,24}?)\W{0,3}(?:\t|:\s|\]\s*:?\s*|\)\s+|\s[-–—]\s|\.\s|(?<=\d)\s+(?=[A-Z🎉🏆]))"
)
_FACT = re.compile(
    r"\b(?:joined?|joining|start(?:ed|ing)?|appointed|promoted|received?|won|awarded|granted|honou?red|moved|defended|graduated|named"
    r"|elected|got|selected|founded|co-?founded|was|became|will be|am now|lead)\b",
    re.I,
)
_NOTHING = re.compile(
    r"\b(?:accepted|talk|keynote|seminar|workshop|tutorial|attend\w*|visit\w*|review\w*|hiring|looking for"
    r"|openings?|panel|chair\w*|program committee|PC member|organi[sz]\w+|teaching|travel grant)\b",
    re.I,
)
_DATES = {"awardReceipt": "year", "position": "startDate", "degree": "endDate"}


def tell_news(telling: Telling, blocks: Iterable[Block], owner: Owner) -> None:
    """Tell what news items say of the owner; what they do not date themselves is of the item's date."""
    for item, said, date in _items(blocks):
        if not _FACT.search(said.text) or _NOTHING.search(said.text):
            continue
        before = telling.size
        tell_prose(telling, [said], owner.referent, [owner.printed])
        if date:
            telling.date_since(
                before, {k: (v, date[: 4 if v == "year" else 7]) for k, v in _DATES.items()}, cite(item)
            )


def _items(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block, str]]:
    """Each item, the words behind its date, and the date; a line that is a date is that of the next ones."""
    above = ""
    for block in blocks:
        for line in _lines(block):
            if (date := _date(line.text)) and len(line.text) < 25:
                above = date
                continue
            lead = _LEAD.match(line.text)
            date = _date(lead["date"]) if lead else ""
            start = lead.end() if lead and date else 0
            yield line, sliced(line, start, len(line.text)), date or above


def _lines(block: Block) -> Sequence[Block]:
    """The lines of a block, if every one of two or more begins with a date; else the block as it is."""
    lines = hard_lines(block)
    dated = [(lead := _LEAD.match(line.text)) is not None and bool(_date(lead["date"])) for line in lines]
    return lines if all(dated) else [block]


def _date(text: str) -> str:
    """The date that some words are, with a year."""
    when = find_when(text.strip("[]() ")) if re.search(r"\d", text) else None
    rest = text[: when.at[0]] + text[when.at[1] :] if when else "x"
    return when.start if when and when.start[:2] in ("19", "20") and not re.search(r"\w{3}", rest) else ""
