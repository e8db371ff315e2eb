"""Person and project records: front matter that is not quite YAML, and a body in Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from scholargraph.model import Block
from scholargraph.read.data import words
from scholargraph.read.markdown import page_blocks
from scholargraph.read.masking import mask
from scholargraph.read.page import Page, Passage
from scholargraph.read.structured.fields import front_blocks

_FENCE = re.compile(r"\s{0,3}-{3,}\s*\Z|\.\.\.\s*\Z")
_KEY_LINE = re.compile(r"(?P<key>[A-Za-z_][\w -]{0,30}):(?P<gap>\s+|\Z)")
_COMMENT = re.compile(r"#\s*[A-Za-z_][\w -]{0,30}:\s|#\s*\Z")
_TERMINATOR = re.compile(r"/[A-Za-z_]+\s*\Z")
_UNSHOWN = re.compile(rf"{_COMMENT.pattern}|{_TERMINATOR.pattern}")
_INDICATOR = re.compile(r"[|>][+-]?\d?\Z")
_QUOTES = ("'", '"')
_LONGEST_VALUE = 200
_HEADING = re.compile(r"#{1,6} \S")


class _Field(NamedTuple):
    key: str
    first: int
    last: int


def starts_record(head: str) -> bool:
    """Whether a text begins with a fence and, next, a line of the form ``key: value``."""
    lines = [line for line in re.split(r"\r\n|\r|\n", head) if line.strip()][:3]
    if len(lines) < 2 or not _FENCE.match(lines[0]):
        return False
    return any(_KEY_LINE.match(line) for line in lines[1:])


def blocks(lines: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """A field block per key of the front matter, then the blocks of the body; and notes on doubts.

    Front matter that nests and is valid YAML gives a field per value, its key the path to it.
    """
    shown, notes = mask(lines)
    start = next(i for i, line in enumerate(shown) if line.strip())
    front = _Front(shown, start + 1)
    body, _ = page_blocks(lines, front.body)
    if nested := front_blocks(shown, start + 1, front.end):
        return nested + body, notes
    return Page(lines, shown, marked=True).blocks(front.passages()) + body, notes + front.notes


class _Front:
    """The front matter of a record, from the line after its opening fence."""

    def __init__(self, shown: Sequence[str], first: int) -> None:
        self.shown, self.first = shown, first
        self.notes: list[str] = []
        self.plain_case = self._plain_case()
        self.end, self.body = self._end()
        self.terminators: dict[str, list[int]] = {}
        for line in range(first, self.end):
            if _TERMINATOR.match(shown[line]):
                self.terminators.setdefault(shown[line].strip()[1:].lower(), []).append(line)

    def passages(self) -> list[Passage]:
        """Fields in order, and what stands between a terminator and the next key as paragraphs."""
        found: list[Passage] = []
        at = self.first
        while at < self.end:
            key = self._key(at)
            if key:
                last, after = self._extent(at, key)
                found.append(self._field(key, at, last))
                at = after
            else:
                if self.shown[at].strip() and not _UNSHOWN.match(self.shown[at]):
                    found.append(Passage("paragraph", at, at))
                at += 1
        return found

    def _plain_case(self) -> bool:
        """Whether the record writes its keys in small letters, so that ``Hint: …`` in a value is prose."""
        keys = (_KEY_LINE.match(line) for line in self.shown[self.first : self.first + 10])
        return any(found["key"].islower() for found in keys if found)

    def _key(self, at: int) -> str:
        """The key that a line begins with, if it is likely one, in small letters."""
        found = _KEY_LINE.match(self.shown[at])
        if not found:
            return ""
        key = found["key"].strip().lower()
        if re.sub(r"[ -]", "_", key) in words("record_keys"):
            return key
        single = " " not in key and (found["key"].islower() or not self.plain_case)
        return key if single and key not in words("prose_openers") else ""

    def _end(self) -> tuple[int, int]:
        """Where the fields end and the body begins: at the closing fence, or else at the first heading."""
        fences = [i for i in range(self.first, len(self.shown)) if _FENCE.match(self.shown[i])]
        for fence in fences:
            if fence == fences[-1] or not (self._goes_on(fence) or self._in_quotes(fence, fences[-1])):
                return fence, fence + 1
        self.notes.append(f"line {self.first}: the front matter has no closing fence; its fields are read")
        headings = (i for i in range(self.first, len(self.shown)) if _HEADING.match(self.shown[i]))
        body = next(headings, len(self.shown))
        return body, body

    def _goes_on(self, fence: int) -> bool:
        """Whether known keys follow a fence: then it was a rule inside a value."""
        following = (i for i in range(fence + 1, len(self.shown)) if self.shown[i].strip())
        found = _KEY_LINE.match(self.shown[next(following, fence)])
        return bool(found and found["key"].strip().lower() in words("record_keys") and found["key"].islower())

    def _in_quotes(self, fence: int, last: int) -> bool:
        """Whether a fence stands in a quoted value that is closed further on."""
        before = range(fence - 1, max(fence - _LONGEST_VALUE, self.first) - 1, -1)
        opening = next((i for i in before if self._key(i)), 0)
        quote = self._value(opening)[:1]
        if not opening or quote not in _QUOTES or _closed(self._value(opening)):
            return False
        if any(_ends_quote(self.shown[i].rstrip(), quote) for i in range(opening + 1, fence)):
            return False
        after = range(fence + 1, min(fence + _LONGEST_VALUE, last))
        closing = next((i for i in after if _ends_quote(self.shown[i].rstrip(), quote)), 0)
        return bool(closing) and not any(self._key(i) for i in range(fence + 1, closing + 1))

    def _extent(self, at: int, key: str) -> tuple[int, int]:
        """The last line of a field's value, and the line at which to go on."""
        terminator = self._terminator(at, key)
        if terminator:
            return terminator - 1, terminator + 1
        closing = self._closing_quote(at)
        last = at if closing is None else closing
        while last + 1 < self.end and not self._begins(last + 1):
            last += 1
        return last, last + 1

    def _begins(self, at: int) -> bool:
        """Whether a line begins something else: a key, a terminator, a comment."""
        return bool(self._key(at) or _UNSHOWN.match(self.shown[at]))

    def _terminator(self, at: int, key: str) -> int:
        """The line that says ``/key``, unless the same key comes again before it; 0 if there is none."""
        lines = self.terminators.get(key, [])
        place = bisect_right(lines, at)
        line = lines[place] if place < len(lines) else 0
        return 0 if any(self._key(i) == key for i in range(at + 1, line)) else line

    def _closing_quote(self, at: int) -> int | None:
        """The line on which a quoted value ends, or None for a value without quotes or that never ends."""
        value = self._value(at)
        quote = value[:1]
        if quote not in _QUOTES:
            return None
        if _closed(value):
            return at
        for line in range(at + 1, self.end):
            text = self.shown[line].rstrip()
            if self._key(line) and self._value(line)[:1] == quote:
                break
            if _ends_quote(text, quote):
                return line
        self.notes.append(f"line {at + 1}: a quotation mark opens the value and is never closed")
        return None

    def _value(self, at: int) -> str:
        found = _KEY_LINE.match(self.shown[at])
        return self.shown[at][found.end() :].rstrip() if found else ""

    def _field(self, key: str, first: int, last: int) -> Passage:
        while last > first and not self.shown[last].strip():
            last -= 1
        found = _KEY_LINE.match(self.shown[first])
        lead, value, end = found.end() if found else 0, self._value(first), self.shown[last].rstrip()
        if _INDICATOR.match(value):
            return Passage("field", first, last, key=key, lead=lead + len(value))
        if value[:1] not in _QUOTES or (last == first and len(value) == 1):
            return Passage("field", first, last, key=key, lead=lead)
        closed = _ends_quote(end, value[0])
        form = "quoted" if closed and value[0] == "'" else "prose"
        tail = (len(self.shown[last]) - len(end) + 1) if closed else 0
        return Passage("field", first, last, key=key, lead=lead + 1, tail=tail, form=form)


def _closed(value: str) -> bool:
    """Whether a value that begins with a quotation mark ends with it too."""
    return len(value) > 1 and _ends_quote(value, value[0])


def _ends_quote(text: str, quote: str) -> bool:
    return text.endswith(quote) and not text.endswith("\\" + quote)
