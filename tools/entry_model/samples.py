"""Blocks as readers give them, with the labels of every character and what a reader should find."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.model import Block, Mark

from .looks import Look
from .patterns import Segment
from .records import Record


class Sample(Struct, frozen=True):
    """One block of a list: its gold labels as places, and what a reader should find in it."""

    block: Block
    places: tuple[tuple[int, int, str], ...]
    """Start, end and label of every segment of the text."""
    names: tuple[str, ...] = ()
    title: str = ""
    venue: str = ""
    year: str = ""
    whole: bool = True
    """False for a line that is only a part of an entry, and for remarks."""


def make_sample(rng: Random, look: Look, segments: Sequence[Segment], record: Record, index: int) -> Sample:
    if look.quotes and look.comma_inside:
        segments = _comma_inside(segments)
    text, places, marks = _assembled(segments)
    raw = _wrapped(rng, text) if look.wrapped and "\n" not in text else text
    block = Block(
        kind="item" if look.item else "paragraph",
        text=text,
        raw=raw,
        start_line=1,
        end_line=1 + raw.count("\n"),
        key=str(index + 1) if look.number and look.keyed else "-" if look.item else "",
        marks=_merged_marks(text, marks),
    )
    names = record.names if any(label == "AU" for *_, label in places) else []
    if "{W}" in look.pattern:
        names = record.with_names if any(label == "AU" for *_, label in places) else []
    return Sample(block, tuple(places), tuple(names), *_gold(text, places))


def _comma_inside(segments: Sequence[Segment]) -> list[Segment]:
    """American quotes: the comma or stop behind the closing quotation mark goes before it."""
    made = list(segments)
    for i in range(len(made) - 1):
        closing, after = made[i], made[i + 1]
        inside = i > 0 and made[i - 1].label == "TI" and after.label == "O" and after.text[0] in ".,"
        if (
            inside
            and closing.label == "O"
            and closing.text[0] in '”"’“»'
            and made[i - 1].text[-1] not in "?!"
        ):
            made[i] = replace(closing, text=after.text[0] + closing.text)
            made[i + 1] = replace(after, text=after.text[1:])
    return [segment for segment in made if segment.text]


def _assembled(segments: Sequence[Segment]) -> tuple[str, list[tuple[int, int, str]], list[Mark]]:
    text, places, marks = "", list[tuple[int, int, str]](), list[Mark]()
    for segment in segments:
        start, text = len(text), text + segment.text
        places.append((start, len(text), segment.label))
        lead, tail = len(segment.text) - len(segment.text.lstrip()), len(segment.text.rstrip())
        marks += [
            Mark(kind, start + lead, start + tail, target) for kind, target in segment.marks if lead < tail
        ]
    return text, places, marks


def _merged_marks(text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Marks of one kind that touch made one."""
    made: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.kind, m.target, m.start)):
        last = made[-1] if made else None
        if (
            last
            and (last.kind, last.target) == (mark.kind, mark.target)
            and not text[last.end : mark.start].strip(" ,.;")
        ):
            made[-1] = replace(last, end=mark.end)
        else:
            made.append(mark)
    return tuple(sorted(made, key=lambda m: (m.start, -m.end)))


def _wrapped(rng: Random, text: str) -> str:
    """The source of a text that was wrapped at some of its spaces."""
    raw, width, last = list(text), rng.randint(50, 100), 0
    for i, char in enumerate(raw):
        if char == " " and i - last > width:
            raw[i], last = "\n", i
    return "".join(raw)


def _gold(text: str, places: Sequence[tuple[int, int, str]]) -> tuple[str, str, str]:
    title = "".join(text[start:end] for start, end, label in places if label == "TI")
    venue, year = gold_venue(text, places), ""
    for start, end, label in places:
        found = (
            re.search(r"(?:19|20)\d\d|(?<=[’'])\d\d", text[start:end]) if label == "YR" and not year else None
        )
        year = found[0] if found else year
    inside = re.search(r"\b(?:19|20)\d\d\b", venue)
    year = year or (inside[0] if inside else "")
    return title, venue, year if len(year) != 2 else "20" + year if int(year) < 60 else "19" + year


def gold_venue(text: str, places: Sequence[tuple[int, int, str]]) -> str:
    """The first venue printed: its segments with what stands between them."""
    spots = [(start, end) for start, end, label in places if label == "VE"]
    if not spots:
        return ""
    first, last = spots[0]
    for start, end in spots[1:]:
        if start - last > 6:
            break
        last = end
    return text[first:last]


def lines_of(sample: Sample) -> list[Sample]:
    """The lines of an entry as blocks of their own."""
    made, start = [], 0
    text = sample.block.text
    for stop in [*(match.start() for match in re.finditer("\n", text)), len(text)]:
        if text[start:stop].strip():
            made.append(_part(sample, start, stop))
        start = stop + 1
    return made


def _part(sample: Sample, start: int, stop: int) -> Sample:
    places = [
        (max(a, start) - start, min(b, stop) - start, label)
        for a, b, label in sample.places
        if a < stop and b > start
    ]
    marks = tuple(
        Mark(m.kind, max(m.start, start) - start, min(m.end, stop) - start, m.target)
        for m in sample.block.marks
        if m.start < stop and m.end > start
    )
    text = sample.block.text[start:stop]
    block = Block(kind="paragraph", text=text, raw=text, start_line=1, end_line=1, marks=marks)
    return Sample(block, tuple(places), whole=False)
