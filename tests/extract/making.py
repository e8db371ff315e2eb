"""Small documents for tests, made from Markdown-like text: one block per line, with marks."""

from __future__ import annotations

import re

from scholargraph.model import Block, Document, Mark, Source

_INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*(?!\*)|(?<![\w*])\*(?P<italic>[^*\s][^*]*?)\*(?![\w*])|\[(?P<link>[^\]]+)\]\((?P<target>[^)]+)\)"
)


def block(raw: str, line: int = 1, **more: object) -> Block:
    """A block whose text is ``raw`` without its mark-up."""
    text, origin, marks, last = "", list[int](), list[Mark](), 0
    for match in _INLINE.finditer(raw):
        kind = str(match.lastgroup).replace("target", "link")
        first, stop = match.span(kind)
        for begin, end in ((last, match.start()), (first, stop)):
            origin += range(begin, end)
            text += raw[begin:end]
        marks.append(Mark(kind, len(text) - (stop - first), len(text), match["target"] or ""))
        last = match.end()
    text += raw[last:]
    origin += [*range(last, len(raw)), len(raw)]
    made = {"kind": "paragraph", "text": text, "raw": raw, "start_line": line, "end_line": line}
    return Block(**{**made, "origin": tuple(origin), "marks": tuple(marks), **more})  # type: ignore[arg-type]


def document(text: str, source_id: str = "doc") -> Document:
    """A document read line by line: ``#`` headings, ``-`` or ``[1]`` items, paragraphs."""
    lines = text.strip("\n").split("\n")
    blocks = []
    for number, line in enumerate(lines, start=1):
        if heading := re.match(r"(#+) (.*)", line):
            blocks.append(block(heading[2], number, kind="heading", level=len(heading[1])))
        elif item := re.match(r"\s*(?:[-•] )(?:\[(\d+)\] )?(.*)", line):
            blocks.append(block(item[2], number, kind="item", level=1, key=item[1] or "-"))
        elif item := re.match(r"(\d+)\. (.*)", line):
            blocks.append(block(item[2], number, kind="item", level=1, key=item[1]))
        elif line.strip():
            blocks.append(block(line, number))
    source = Source(id=source_id, path=f"{source_id}.md", media_type="text/markdown", sha256="0" * 64)
    return Document(source, tuple(lines), tuple(blocks))
