"""Lines that head a section though no mark-up says so: ``EDUCATION``, ``Research Interests``, ``2023``."""

from __future__ import annotations

import re

from scholargraph.read.data import words

MAX_LENGTH, MAX_WORDS = 70, 8

_WORD = re.compile(r"[^\W\d_][\w'’.-]*|&")
_YEARS = re.compile(r"\(?(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|present|now))?\)?", re.IGNORECASE)
_NEVER = re.compile(
    r"@|://|\bwww\.|\t|\||·|\bet al\b|\S:\s+\S|\.(?:jpe?g|png|gif|svg|pdf|html?|txt)\b|\d[\d .()-]{6,}\d"
    r"|<[^ ]|\\[a-z]|\[\w+\]|[,;.!?%]\Z",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"\*+|__+|(?<!\w)_|_(?!\w)|`+")


def bare(line: str) -> str:
    """A line without stars and underscores, to judge its words by."""
    return _MARKUP.sub("", line).strip()


def is_section(line: str) -> bool:
    """Whether every word of a line is one that sections are called by (``Past Work Experience``)."""
    text = bare(line).rstrip(":").strip() if len(line) < 2 * MAX_LENGTH else ""
    if not text or not text[0].isupper():
        return False
    found = [word.casefold().rstrip(".") for word in _WORD.findall(_YEARS.sub("", text))]
    known = [word in words("section_words") for word in found]
    return any(known) and all(
        k or word in words("section_fillers") for k, word in zip(known, found, strict=True)
    )


def heads_paragraph(line: str) -> bool:
    """Whether the first line of a paragraph heads it: a section's name in capitals, or of many things.

    One thing (``Visiting Student``) may as well be the first line of an entry.
    """
    if not is_section(line):
        return False
    last = _WORD.findall(line)[-1].casefold()
    return (
        is_capitals(line)
        or line.rstrip().endswith(":")
        or last.endswith("s")
        or last in words("section_mass_words")
    )


def is_capitals(line: str) -> bool:
    """Whether a line is all in capitals (four letters or more): how many CVs set their headings."""
    text = bare(line)
    return text.isupper() and sum(map(str.isalpha, text)) >= 4


def is_bold(line: str) -> bool:
    """Whether a Markdown line is bold from end to end."""
    text = line.strip()
    return len(text) > 4 and text[:2] == text[-2:] in ("**", "__") and text[:2] not in text[2:-2]


def may_head(line: str) -> bool:
    """Whether a lone line has the form of a heading: short, no sentence, no date, no list of names."""
    if len(line) > 2 * MAX_LENGTH:
        return False
    text = bare(line)
    if is_section(line) or _YEARS.fullmatch(text):
        return True
    stem = text.removesuffix(":")
    if not stem or _NEVER.search(stem) or len(stem) > MAX_LENGTH or len(stem.split()) > MAX_WORDS:
        return False
    return "," not in stem and not _YEARS.search(stem) and _titled(stem)


def _titled(text: str) -> bool:
    return (text[0].isupper() or text[0].isdigit()) and sum(map(str.isalpha, text)) >= 2
