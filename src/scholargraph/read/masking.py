"""What a page hides: comments, scripts, styles and template code are masked, character for character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scholargraph.read.repair import HIDDEN

_OPENS = re.compile(
    r"<!--|\{%-?\s*comment\s*-?%\}|<(?:script|style|template)\b|^[ \t]{0,3}(?P<fence>```+|~~~+)"
    # Code of site generators: Liquid tags and outputs, Hugo shortcodes, kramdown attributes.
    r"|(?P<code>\{%[^\n]{0,2000}?%\}|\{\{(?:[<%][^\n]{0,2000}?[%>]|(?:-?\s|site\b|page\b|post\b|include\b|content\b)[^\n{}]{0,400})\}\}"
    r"|\{:[ ]?(?=[.#\w])[^\n{}]{0,400}\})",
    re.IGNORECASE,
)
_CLOSES = {
    "<!--": re.compile(r"--!?>"),
    "{": re.compile(r"\{%-?\s*endcomment\s*-?%\}", re.IGNORECASE),
    "<script": re.compile(r"</script\s*>", re.IGNORECASE),
    "<style": re.compile(r"</style\s*>", re.IGNORECASE),
    "<template": re.compile(r"</template\s*>", re.IGNORECASE),
}
_MAY_HIDE = re.compile(r"<!--|\{[%{:]|<(?:script|style|template)\b", re.IGNORECASE)


def mask(lines: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The lines with all that is not shown masked, and notes on comments that never end.

    Code in fences is shown as it stands; a comment without an end hides all that follows, as in a browser.
    """
    if not any(map(_MAY_HIDE.search, lines)):
        return tuple(lines), []
    shown, notes = list(lines), []
    for first, start, last, end in _hidden(lines):
        _hide(shown, (first, start), (last, end))
        if last == len(lines):
            notes.append(f"line {first + 1}: a comment begins here and never ends; what follows is not read")
    return tuple(shown), notes


def _hidden(lines: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Hidden stretches: first line, its column, last line (or the number of lines), its column."""
    at, column = 0, 0
    while at < len(lines):
        found = _OPENS.search(lines[at], column)
        if not found or (found["fence"] and column):
            at, column = at + 1, 0
        elif found["code"]:
            yield at, found.start(), at, found.end()
            column = found.end()
        elif found["fence"]:
            at = fence_end(lines, at, found["fence"]) + 1
        else:
            last, end = _closing(lines, at, found)
            yield at, found.start(), last, end
            at, column = last, end


def _closing(lines: Sequence[str], at: int, opening: re.Match[str]) -> tuple[int, int]:
    sign = opening.group().lower()
    close = _CLOSES["{" if sign[0] == "{" else sign]
    for line in range(at, len(lines)):
        found = close.search(lines[line], opening.end() if line == at else 0)
        if found:
            return line, found.end()
    return len(lines), 0


def fence_end(lines: Sequence[str], at: int, fence: str) -> int:
    """The line that closes a code fence, or the last line of all."""
    closing = re.compile(rf"[ \t]{{0,3}}{re.escape(fence[0])}{{{len(fence)},}}\s*\Z")
    return next((i for i in range(at + 1, len(lines)) if closing.match(lines[i])), len(lines) - 1)


def _hide(shown: list[str], begin: tuple[int, int], end: tuple[int, int]) -> None:
    for line in range(begin[0], min(end[0] + 1, len(shown))):
        start = begin[1] if line == begin[0] else 0
        stop = end[1] if line == end[0] else len(shown[line])
        shown[line] = shown[line][:start] + HIDDEN * (stop - start) + shown[line][stop:]
