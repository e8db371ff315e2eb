"""All steps from the bytes of a PDF file to its blocks."""

from __future__ import annotations

from itertools import accumulate

from scholargraph.model import Block
from scholargraph.read.pdf.blocks import Builder
from scholargraph.read.pdf.columns import page_lines
from scholargraph.read.pdf.joining import Text
from scholargraph.read.pdf.pages import open_file
from scholargraph.read.pdf.rows import Line
from scholargraph.read.pdf.running import part_running


def reading(data: bytes, source: str) -> tuple[tuple[str, ...], list[Block], list[str], tuple[int, ...]]:
    """Lines, blocks, notes, and the first line of each page; raises ReadError."""
    file = open_file(data, source)
    lines: list[Line] = []
    body: list[int] = []
    sizes: list[int] = []
    for number, page in enumerate(part_running([page.cells for page in file.pages])):
        parts = [page_lines(cells, number) for cells in page]
        start = len(lines) + len(parts[0])
        body += range(start, start + len(parts[1]))
        sizes.append(sum(map(len, parts)))
        lines += [line for part in parts for line in part]
    lead = [f"{key.capitalize()}: {value}" for key, value in file.properties.items()]
    text = Text(lines, [page.links for page in file.pages], lead)
    fields = [_field(key, value, number) for number, (key, value) in enumerate(file.properties.items(), 1)]
    firsts = accumulate(sizes[:-1], initial=len(lead) + 1)
    return text.printed, fields + Builder(text, body).build(), file.notes, tuple(firsts)


def _field(key: str, value: str, number: int) -> Block:
    lead = len(key) + 2
    return Block(
        kind="field",
        text=value,
        raw=f"{key.capitalize()}: {value}",
        start_line=number,
        end_line=number,
        origin=tuple(range(lead, lead + len(value) + 1)),
        key=f"meta/{key}",
    )
