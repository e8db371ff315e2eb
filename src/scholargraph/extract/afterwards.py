"""What a list of students says beside their names: the post they hold now, and who supervised them too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scholargraph.extract.blocks import Place, sliced
from scholargraph.extract.mentors import people_from, tell_people
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.post_lines import Line, read_line
from scholargraph.extract.telling import Telling, cite_lines
from scholargraph.model import Block

METHOD = "cv: supervision"
_NOW = re.compile(
    r"\b(?:now|currently|current(?: position)?:|presently|nunmehr|actuellement)[,:]?\s+(?:an?\s+|the\s+)?"
    r"(?=[A-Z])"
    r"|\b(?:Now|Currently|Current(?: position)?:|Presently|Nunmehr|Actuellement)[,:]?\s+(?:an?\s+|the\s+)?"
)
_BRACKETED = re.compile(r"\([^();]*\d{4}\s*[;,]\s+(?=[A-Z])")
"""``(Ph.D. 2020; Assistant Professor, …)``: behind the year of the degree stands what followed."""
_END = re.compile(r"[);]|\.\s|$")
_TOGETHER = re.compile(
    r"\b(?:co-?\s?(?:supervis|advis|mentor)\w*|joint\w*|second supervisor)[^;()]{0,30}?\bwith\s+(?:the\s+)?"
    r"|\(with\s+(?=(?:Prof|Dr)\b)"
)
_SURE = 0.8


def tell_afterwards(telling: Telling, line: Block, place: Place, student: str) -> None:
    """Tell the post that the person named at ``place`` holds now."""
    for post in _posts(line, place[1]):
        if post.role is None or post.organization is None:
            continue
        organization = tell_organization(telling, post.block, *post.organization)
        passage = telling.evidence(
            "position", cite_lines(telling.document, line, line), method=METHOD, confidence=_SURE
        )
        values = {"role": post.block.text[slice(*post.role)], "status": "current"}
        telling.relate("position", passage, {"holder": student, "organization": organization}, values)


def tell_other_mentors(telling: Telling, line: Block, place: Place) -> list[str]:
    """Tell those with whom the person named at ``place`` was supervised; gives their referents."""
    found = _TOGETHER.search(line.text, place[1])
    if not found:
        return []
    return tell_people(telling, line, people_from(line.text, found.end()))


def _posts(line: Block, start: int) -> Iterator[Line]:
    for lead in (_NOW.search(line.text, start), _BRACKETED.search(line.text, start)):
        if lead:
            end = _END.search(line.text, lead.end())
            yield read_line(sliced(line, lead.end(), end.start() if end else len(line.text)))
            return
