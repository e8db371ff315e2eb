"""The people whom the lines of a group name, and the words about each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.extract.blocks import Place, is_table_head, sliced
from scholargraph.extract.plain import plain
from scholargraph.extract.prose.persons import people_at
from scholargraph.model import Block
from scholargraph.names.parts import CJK
from scholargraph.names.people import looks_like_person

_LABEL = re.compile(r"^(?P<label>[^:,;()\t\n]{2,50}):\s+")

_BEFORE_LABEL = re.compile(r"[.;]\s+(?=[A-ZÀ-Ž][^.:;]{2,40}:\s)")

_JOINT = re.compile(r"\s*(?:[,;]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+|(?<=[.)])\s+(?=[A-ZÀ-Ž]))")

_TITLE = re.compile(r"(?:(?:Ph|M|B|MCh|MEn|D)\.?\s?(?:D|Sc|A|S|em|g|Phil)|MPhil|MRes|MBA|BSc|MSc)\b")

_SUPERVISE = re.compile(
    r"\b(?:I|we)\s+(?:\w+\s+){0,2}?(?:supervise|advise|mentor|work with|direct)\b[^.]{0,80}?"
    r"\b(?:students?|postdocs?|candidates?|researchers?|fellows?|advisees?|interns?)\b[\s,:]*",
    re.I,
)


class Member(Struct, frozen=True):
    """Somebody of a group: where the name stands, and the words about them behind it."""

    name: Place
    about: Place


def _rows(block: Block) -> list[Block]:
    """A block cut at its line breaks or cells, if each piece begins with somebody's name, or at the lines
    that are nothing but names."""
    for separator in ("\t", "\n"):
        cuts = [match.span() for match in re.finditer(separator, block.text)]
        ends = [*(start for start, _ in cuts), len(block.text)]
        pieces = [sliced(block, a, b) for a, b in zip([0, *(b for _, b in cuts)], ends, strict=True)]
        if len(pieces) > 1 and all(map(names_somebody, pieces)):
            return [row for piece in pieces for row in _rows(piece)]
    lines = [match.span() for match in re.finditer(r"[^\n]+", block.text)]
    starts = [start for start, end in lines if names_alone(sliced(block, start, end))]
    if len(starts) > 1 and starts[0] == 0:
        return [sliced(block, *piece) for piece in pairwise([*starts, len(block.text)])]
    return [block]


def names_somebody(block: Block) -> bool:
    """Whether a block begins with somebody's name."""
    return next(_list(_text(block), 0, len(block.text)), None) is not None


def names_alone(line: Block) -> bool:
    """Whether a line is nothing but somebody's name."""
    member = next(members(line), None)
    return member is not None and not line.text[member.name[1] :].strip(" ,.")


def _text(block: Block) -> str:
    """The text made plain, its cells and lines parted by semicolons."""
    return "".join(";" if a in "\t\n" else b for a, b in zip(block.text, plain(block.text), strict=True))


def _apart(block: Block) -> list[Block]:
    """A paragraph cut before each label inside it: ``Current: A. Completed: B.``"""
    cuts = [0, *(match.end() for match in _BEFORE_LABEL.finditer(block.text)), len(block.text)]
    return [sliced(block, start, end) for start, end in pairwise(cuts)] if len(cuts) > 2 else [block]


def is_head(block: Block) -> bool:
    """A row that names the columns of a table: known words, or bold in every cell."""
    cells = [m.span() for m in re.finditer(r"[^\t]+", block.text)] if "\t" in block.text else []
    bold = [mark for mark in block.marks if mark.kind == "bold"]
    set_off = len(cells) > 2 and all(any(m.start <= a and b <= m.end for m in bold) for a, b in cells)
    return set_off or is_table_head(block)


def members(block: Block) -> Iterator[Member]:
    """The people of a line: who leads it, all of a list of names with their details in brackets, or those
    whom a sentence says are supervised."""
    text = _text(block)
    label = _LABEL.match(text)
    start = label.end() if label and not looks_like_person(label["label"]) else 0
    if spoken := _SUPERVISE.search(text):
        yield from _list(text, spoken.end(), _stop(text, spoken.end()))
        return
    found = list(_list(text, start, len(text)))
    if len(found) > 1 and "\t" not in block.text and "\n" not in block.text:
        yield from found
    elif found:
        yield replace(found[0], about=(found[0].name[1], len(text)))


def _list(text: str, start: int, end: int) -> Iterator[Member]:
    """Names one after another, each with its brackets; up to the first words that are neither."""
    place = start
    while person := next(iter(people_at(text, place, end)), None) or _other_name(text, place, end):
        if _TITLE.match(text[slice(*person)]):
            return
        stop = _after_details(text, person[1], end)
        yield Member((person[0], person[1]), (person[1], stop))
        joint = _JOINT.match(text, stop, end)
        if not joint or joint.end() >= end:
            return
        place = joint.end()


def _other_name(text: str, start: int, end: int) -> Place | None:
    """A name that only its form tells, at the start of a line: ``Nandini R.``, ``S. Arockiaraj``."""
    match = re.compile(r"\s*(?:(?:Dr|Ms|Mr|Mrs|Prof)\.?\s+)*([^,;:()\t\n]{4,40}?)\s*(?=[,;:()\t\n]|$)").match(
        text, start, end
    )
    if match is None or not looks_like_person(match[1]):
        return None
    return match.span(1)


def _after_details(text: str, start: int, end: int) -> int:
    """Behind the native form of a name and the brackets with details."""
    details = re.compile(rf"(?:\s*(?:{CJK.pattern})+|\s*\([^()]*\)|\s*[*†‡])*").match(text, start, end)
    return details.end() if details else start


def _stop(text: str, start: int) -> int:
    stop = re.compile(r"[.;](?:\s|$)|$").search(text, start)
    return stop.start() if stop else len(text)


def pieces_of(block: Block) -> list[Block]:
    """A block cut into the lines, cells and labelled parts that name people."""
    return [part for line in _rows(block) for part in _apart(line)]


def label_of(block: Block) -> str:
    """The words before the names that say what these people are: ``Current:``, ``I supervise two …``."""
    said = _LABEL.match(block.text) or _SUPERVISE.search(block.text)
    return said[0] if said else ""
