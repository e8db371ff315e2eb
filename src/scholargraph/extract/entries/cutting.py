"""A section of publications cut into entries, whatever its blocks are: whole entries, lines of one, several
in one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.extract.blocks import LONGEST, Place, hard_lines, merged, sliced
from scholargraph.extract.entries.decoding import Seen, read_alone
from scholargraph.extract.entries.together import Reading
from scholargraph.extract.entries.tokens import tokenise
from scholargraph.extract.entries.words import classes, kind
from scholargraph.model import Block
from scholargraph.names.people import PersonName

_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*")
_CITATION = re.compile(r"\b(?:recommended citation|cite as|how to cite|citation):\s*(?=\S)", re.IGNORECASE)
_YEAR_CELL = re.compile(r"((?:19|20)\d\d)\t")
_WHERE = frozenset({"VE", "ST", "TH", "PU", "VO", "PG"})
_QUOTES = "“\"„«‘'"
_NEAR = 3
"""Lines between two blocks that may still be parts of one entry."""


class Piece(Struct):
    """A block that is an entry or a part of one, as it reads alone, and the year heading above it."""

    block: Block
    alone: tuple[Reading, Seen]
    year: Block | None
    joints: tuple[int, ...] = ()
    """Where blocks that stood apart in the source were put together: no quote spans them."""

    def part(self, place: Place) -> int:
        """The number of the block that a place of the text came from."""
        return bisect_right(self.joints, place[0])

    @property
    def parts(self) -> frozenset[str]:
        """What it holds: ``T`` a title, ``A`` authors, ``V`` where it appeared, ``Y`` when; ``X`` for no
        publication.
        """
        labels = self.alone[0].labels
        if 2 * labels.count("X") > len(labels):
            return frozenset("X")
        found = {"T"} if labels.count("TI") else set()
        found |= {"A"} if "B" in labels else set()
        found |= {"V"} if _WHERE.intersection(labels) else set()
        return frozenset(found | ({"Y"} if "YR" in labels else set()))

    @property
    def titles(self) -> int:
        """How many titles it holds."""
        labels = self.alone[0].labels
        return sum(
            name == "TI" and before != "TI" for name, before in zip(labels, ["", *labels], strict=False)
        )


def cut_entries(blocks: Sequence[Block], owner: PersonName | None) -> list[Piece]:
    """One piece per entry, in order; lines that hold parts of one entry are put together, blocks that hold
    several
    are cut, and years that stand alone are kept with the entries below them.
    """
    made: list[Piece] = []
    for piece in _pieces(blocks, owner):
        last = made[-1] if made else None
        if last and _belongs(last, piece) and len(last.block.text) < LONGEST:
            joined = _read(merged(last.block, piece.block), owner, last.year)
            made[-1] = replace(joined, joints=(*last.joints, len(last.block.text)))
        else:
            made.append(piece)
    return made


def _pieces(blocks: Sequence[Block], owner: PersonName | None) -> Iterator[Piece]:
    year: Block | None = None
    for block in blocks:
        if block.kind == "field" or not block.text.strip():
            continue
        if _YEAR.fullmatch(block.text):
            year = block
        elif block.kind != "heading" and len(block.text) <= LONGEST:
            yield from _of_block(block, owner, year)


def _of_block(block: Block, owner: PersonName | None, year: Block | None) -> Iterator[Piece]:
    """The block as one piece, or its lines where two or more entries stand in it."""
    whole = _read(_cited(block, owner), owner, year)
    lines = hard_lines(block) if "\n" in block.text else []
    read = [_read(line, owner, year) for line in lines]
    if len(lines) > 1 and _are_entries(whole, read):
        yield from _dated(read)
    else:
        yield whole


def _cited(block: Block, owner: PersonName | None) -> Block:
    """Of an entry with a line ``Recommended citation: …`` that line, if it has title and authors."""
    lead = _CITATION.search(block.text)
    cited = sliced(block, lead.end(), len(block.text)) if lead else block
    return cited if lead and {"T", "A"} <= _read(cited, owner, None).parts else block


def _are_entries(block: Piece, read: Sequence[Piece]) -> bool:
    """Whether the lines of a block are entries of their own: all are, or some are and the block holds more
    than one title; of an item, all of them must be.
    """
    if all({"T", "A"} <= piece.parts and piece.parts & {"V", "Y"} for piece in read):
        return True
    if block.block.kind == "item":
        return all("T" in piece.parts and piece.parts & {"V", "Y"} for piece in read)
    titles = sum("T" in piece.parts for piece in read)
    whole = sum(len(piece.parts) > 1 and "T" in piece.parts for piece in read)
    quoted = titles == len(read) and all(piece.block.text.lstrip()[:1] in _QUOTES for piece in read)
    return block.titles != 1 and (whole > 1 or (titles > 1 and len(read) > 3) or quoted)


def _dated(read: Sequence[Piece]) -> Iterator[Piece]:
    """Entries beside one year (``2024<tab>First …``, the others below it) with the year over them all."""
    beside = _YEAR_CELL.match(read[0].block.text)
    year = sliced(read[0].block, *beside.span(1)) if beside else None
    for piece in read:
        yield replace(piece, year=year or piece.year)


def _read(block: Block, owner: PersonName | None, year: Block | None) -> Piece:
    return Piece(block, read_alone(tokenise(block), owner), year)


def _belongs(held: Piece, piece: Piece) -> bool:
    """Whether a block goes on with the entry held: near, no item of its own, and with parts still missing."""
    gap = piece.block.start_line - held.block.end_line
    has, new = held.parts, piece.parts
    both = has & new - {"Y"}
    if piece.block.kind != "paragraph" or gap > _NEAR:
        return False
    if "X" in has:
        return held.block.kind == "paragraph" and _is_bare(held) and "A" in new and "T" not in new
    if _is_appendix(piece):
        return "T" in has
    if "X" in new or not new:
        return False
    if not both and not (has & {"V", "Y"} and new == {"Y"}):
        return not (has <= {"V", "Y"} and new == {"A"})
    wrapped = gap == 1 and held.block.text.rstrip()[-1:] not in ".)]"
    return wrapped and "A" in has and "V" not in has and "A" not in new


def _is_bare(piece: Piece) -> bool:
    """Whether a line without year and stop may be a title that only what follows shows to be one."""
    text = piece.block.text.strip()
    return (
        3 <= len(text.split()) <= 25
        and "\n" not in text
        and text[-1] not in ".:"
        and not re.search(r"\d{4}", text)
    )


def _is_appendix(piece: Piece) -> bool:
    """Whether a line holds only links, prizes and notes of the entry above it."""
    words = [word for word in piece.alone[0].tokens.words if word[0].isalnum()]
    links = [mark for mark in piece.block.marks if mark.kind == "link"]
    text = piece.block.text.strip()
    if links and all(kind(word)[0] in "@DY" or {"link", "pre"}.intersection(classes(word)) for word in words):
        return True
    if len(links) > 1 and text[0] == "[" and text[-1] == "]":
        return True
    if "award" in classes(words[0] if words else "") and len(words) < 9:
        return not piece.parts & {"A", "V"}
    return set(piece.alone[0].labels) <= {"AW", "LK", "NO", "O"} and not piece.parts
