"""Awards, honours and scholarships: one to a line, or several between semicolons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scholargraph.extract.award_lines import AWARD_WORD, Award, is_award, read_award
from scholargraph.extract.blocks import clauses, hard_lines, is_table_head
from scholargraph.extract.dates import DateRange, find_when
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.extract.works import Owner
from scholargraph.model import Block

METHOD = "cv: awards"


def tell_awards(telling: Telling, blocks: Iterable[Block], owner: Owner | None) -> None:
    """Tell each line as an award received by the owner of the document."""
    dated = False
    for block in blocks if owner else ():
        for line in _lines(block):
            award = read_award(line)
            if owner and is_award(line, award, dated):
                _tell_award(telling, line, owner, award)
                dated = dated or award.when is not None


def _lines(block: Block) -> Iterator[Block]:
    """The lines of a block; one in which every clause has a date and the words of an award is cut there."""
    if is_table_head(block):
        return
    for line in hard_lines(block):
        yield from parts if _apart(parts := clauses(line)) else [line]


def _apart(parts: list[Block]) -> bool:
    """Whether every part has a date and the words of an award."""
    return len(parts) > 1 and all(find_when(part.text) and AWARD_WORD.search(part.text) for part in parts)


def _tell_award(telling: Telling, block: Block, owner: Owner, award: Award) -> None:
    span = cite(block, *award.name)
    name = " ".join(block.text[slice(*award.name)].split())
    told = telling.tell("award", span, name, printed=span.quote, method=METHOD)
    given = [tell_organization(telling, block, *place) for place in award.grantors]
    passage = telling.evidence("awardReceipt", cite_lines(telling.document, block, block), method=METHOD)
    roles = {"recipient": owner.referent, "award": told, "grantor": given}
    for values in [{"year": year} for year in award.years] or [award_years(award.when)]:
        telling.relate("awardReceipt", passage, roles, {**values, "venueAsPrinted": award.venue})


def award_years(when: DateRange | None) -> dict[str, str]:
    """The values of a receipt: one year, or the start and end of a range."""
    if when is None:
        return {}
    if when.start == when.end or not when.end:
        return {"year": when.start}
    return {"startDate": when.start, "endDate": when.end}
