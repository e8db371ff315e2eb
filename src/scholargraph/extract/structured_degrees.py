"""Degrees in structured records: told by fields, or in lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from scholargraph.extract.blocks import clauses
from scholargraph.extract.degree_lines import find_degrees
from scholargraph.extract.degree_notes import find_thesis
from scholargraph.extract.degree_schools import find_institution
from scholargraph.extract.education import tell_degrees
from scholargraph.extract.fields import Node, cite_fields
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.publications import title_name
from scholargraph.extract.structured_people import keys, named_mentors, when_of
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Span


def tell_degree(telling: Telling, node: Node, owner: Owner, method: str) -> bool:
    """Tell each degree that an entry names; gives whether it names any."""
    named = node.leaf(*keys("degree"))
    candidates = [block for key in keys("degree") if (block := node.leaf(key))]
    printed = next((block for block in candidates if any(find_degrees(block))), None)
    block = printed or node.leaf("studytype", "degree", "degreename")
    if named is None or block is None:
        return False
    degrees = list(find_degrees(block))
    field = node.leaf(*(key for key in keys("field") if node.leaf(key) is not block))
    found = [(d.name, d.field, d.department) for d in degrees] or [((0, len(block.text)), None, None)]
    organization = _school(telling, node, block)
    advisors = [person for _, people, _ in named_mentors(telling, node) for person in people]
    span = cite_fields(telling.document, node.leaves())
    for name, own, _ in found:
        when, words = when_of(node), block.text[slice(*own)] if own else ""
        values = {
            "degreeName": block.text[slice(*name)],
            "field": field.text if field and len(found) == 1 else words,
            "startDate": when.start if when.start != when.end else "",
            "endDate": when.end,
            "grade": node.text(*keys("grade")),
        }
        theses = _theses(telling, node, owner)
        passage = telling.evidence("degree", span, method=method, confidence=0.95)
        roles = {
            "holder": owner.referent,
            "organization": organization,
            "advisor": advisors,
            "thesis": theses,
        }
        telling.relate("degree", passage, roles, values)
    return True


def _school(telling: Telling, node: Node, degree: Block) -> str:
    school = node.leaf(*keys("school"))
    if school and school is not degree:
        return tell_organization(telling, school, 0, len(school.text))
    place = find_institution(degree, list(find_degrees(degree)))
    return tell_organization(telling, degree, *place) if place else ""


def _theses(telling: Telling, node: Node, owner: Owner) -> list[str]:
    places = [(b, p) for b in node.leaves(*keys("notes")) if (p := find_thesis(b))]
    places += [(b, (0, len(b.text))) for b in node.leaves(*keys("thesis"))]
    return [_tell_thesis(telling, cite(b, *p), title_name(b.text[slice(*p)]), owner) for b, p in places[:1]]


def _tell_thesis(telling: Telling, span: Span, name: str, owner: Owner) -> str:
    work = telling.tell("work", span, name, printed=span.quote, values={"workType": "thesis"})
    passage = telling.evidence("authorship", span, method="own thesis")
    telling.relate("authorship", passage, {"work": work, "author": owner.referent}, {"ordinal": "1"})
    return work


def tell_degree_lines(telling: Telling, blocks: Sequence[Block], owner: Owner) -> None:
    """Tell degrees that stand in free lines (``PhD in Physics, University of Oslo, 2014``)."""
    for line in [piece for block in blocks for piece in clauses(block)]:
        tell_degrees(telling, [line], owner)
