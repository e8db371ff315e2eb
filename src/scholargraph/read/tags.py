"""Simple HTML inside text: tags give way to line breaks, marks or nothing."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from scholargraph.model import Mark
from scholargraph.read.aligned import Edit
from scholargraph.read.data import words

_MARKS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "var"), "italic"),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), "code"),
    "a": "link",
}
_BREAKS = words("tags_that_break")
_OTHERS = words("tags_without_effect")
_NAMES = "|".join(sorted({*_MARKS, *_BREAKS, *_OTHERS}, key=len, reverse=True))
TAG = rf"</?(?i:{_NAMES})(?:\s[^<>]{{0,2000}})?/?>"
"""Pattern of the tags that are mark-up; ``<=10`` and ``<30GB`` are text."""

_NAME = re.compile(r"</?(\w+)")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)


class Opened(NamedTuple):
    """A tag that waits for its partner."""

    name: str
    end: int
    target: str


def tag_edit(found: re.Match[str], opened: list[Opened]) -> tuple[Edit, Mark | None]:
    """What takes a tag's place, and the mark that a closing tag completes; ``opened`` is kept up to date."""
    tag = found.group()
    name = _name(tag)
    closing = tag.startswith("</")
    edit = Edit(found.start(), found.end(), _shown(name, closing), closing)
    if name not in _MARKS:
        return edit, None
    if not closing:
        opened.append(Opened(name, found.end(), _target(tag)))
        return edit, None
    nearest = range(len(opened) - 1, max(len(opened) - 20, -1), -1)
    at = next((i for i in nearest if opened[i].name == name), None)
    if at is None:
        return edit, None
    partner = opened[at]
    del opened[at:]
    return edit, Mark(_MARKS[name], partner.end, found.start(), partner.target)


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def _shown(name: str, closing: bool) -> str:
    if name == "li" and not closing:
        return "\n- "
    if name in ("td", "th"):
        return "\t" if closing else ""
    return "\n" if name in _BREAKS else ""


def _target(tag: str) -> str:
    found = _HREF.search(tag)
    return html.unescape(next(filter(None, found.groups()), "")) if found else ""
