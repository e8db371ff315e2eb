"""Sections of software and data: each entry a product of the owner, with what the entry says of it."""

from __future__ import annotations

import re

from scholargraph.extract.blocks import Place, hard_lines, tightened
from scholargraph.extract.dates import find_when
from scholargraph.extract.products import product_type, tell_product
from scholargraph.extract.sections import Section
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Mark

_NAME_END = re.compile(r"\s*(?:\s{3,}|\s[-–—|]\s|:\s|\s\(|\t|,\s|\.\s)")
_NO_NAME = re.compile(r"\b(?:I|my|our|we|is|are|can|see|here|code|download\w*)\b|^\d+\s", re.I)
_ARTICLE = 4
"""A name in bold may stand behind ``The``."""
_LONGEST = 6
"""No name of a product has more words than this."""


def tell_products(telling: Telling, section: Section, owner: Owner | None) -> None:
    """Tell the products of a section as made by the owner: those with a link or a description.

    A list of names alone (``R, Stata, SPSS``) is of tools that someone can use.
    """
    for block in section.blocks if owner else ():
        line = hard_lines(block)[0]
        name = _name(line)
        if owner and name and _is_entry(line, name):
            whole = (name[0], len(line.text))
            product = tell_product(telling, line, name, whole, owner.referent)
            if kind := product_type(line.text[name[1] :]):
                values = {"productType": kind}
                telling.tell("product", cite(line, *whole), values=values, referent=product)
            _tell_heading(telling, section, product, bool(kind))


def _tell_heading(telling: Telling, section: Section, product: str, typed: bool) -> None:
    """Tell the heading a product stands under, and the type it gives where the entry gives none."""
    if section.heading:
        values = {"listedAs": section.title, "productType": "" if typed else product_type(section.title)}
        telling.tell("product", cite(section.heading), values=values, referent=product)


def _name(line: Block) -> Place | None:
    """What leads a line: words set off by mark-up, or those before a dash, colon or bracket."""
    set_off = (m for m in line.marks if m.kind in ("bold", "link", "code") and _leads(line, m))
    match = _NAME_END.search(line.text)
    mark = next(set_off, None)
    end = mark.end if mark else match.start() if match else len(line.text)
    place = tightened(line.text, mark.start if mark else 0, end)
    name = line.text[slice(*place)]
    named = 1 <= len(name.split()) <= _LONGEST and not _NO_NAME.search(name)
    return place if named and not find_when(name) else None


def _leads(line: Block, mark: Mark) -> bool:
    return line.text[: mark.start].strip().lower() in ("", "the") and mark.start <= _ARTICLE


def _is_entry(line: Block, name: Place) -> bool:
    after = line.text[name[1] :].strip(" :–—-|(")
    described = len(after.split()) > 2 and after.count(",") < len(after.split()) / 3
    linked = any(m.kind == "link" and m.target.startswith("http") for m in line.marks)
    return described or linked
