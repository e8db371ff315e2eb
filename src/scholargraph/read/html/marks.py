"""What mark-up says of the words inside it: bold, italics, links, and which part of an entry they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from scholargraph.read.data import rows
from scholargraph.read.html.tree import Element

_MARKS = {
    **dict.fromkeys(("b", "strong", "th"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), "italic"),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), "code"),
    "sup": "superscript",
}
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:[^;]*\bbold\b", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)|font\s*:[^;]*\bitalic\b", re.IGNORECASE)
_BOLD_CLASSES = frozenset(
    {"bold", "font-weight-bold", "fw-bold", "font-bold", "strong", "fw-semibold", "font-semibold"}
)
_ITALIC_CLASSES = frozenset({"italic", "font-italic", "fst-italic", "em"})
_LARGE = re.compile(
    r"font-size\s*:\s*(?:x+-large|larger|large|1[.][2-9]\d*r?em|[2-9](?:[.]\d+)?r?em|1[3-9]\d%|[2-9]\d\d%"
    r"|1[5-9](?:[.]\d+)?pt|[2-9]\d(?:[.]\d+)?p[tx])",
    re.IGNORECASE,
)
_TITLING = re.compile(
    r"(?:section|sub|page|widget|block|category|group|part)[-_]?(?:title|head|header|heading|name)|heading|headline"
    r"|(?:h|title)[1-6]|sectiontitle|subhead(?:ing)?|mso(?:sub)?title|msoheading\d"
)
_DIVIDER = re.compile(r"divider|separator|middot|bullet|spacer|\bdot\b")
_LETTERS = re.compile(r"[^a-z]+")
_LEAD = re.compile(
    r"(?:papers?|publications?|pubs?|articles?|entry|entries|bib|bibitem|work|item|csl)(?=[a-z]{3})"
)


def marks(element: Element) -> Iterator[tuple[str, str]]:
    """Kind and target of each mark that an element puts over its words."""
    style = element.get("style") if element.attributes else ""
    kind = _MARKS.get(element.name, "")
    if (kind == "bold" and not _NOT_BOLD.search(style)) or kind not in ("", "bold"):
        yield kind, ""
    if element.name == "papertitle":
        yield "part", "title"
    if not element.attributes:
        return
    classes = element.classes
    if kind != "bold" and (_BOLD.search(style) or not _BOLD_CLASSES.isdisjoint(classes)):
        yield "bold", ""
    if kind != "italic" and (_ITALIC.search(style) or not _ITALIC_CLASSES.isdisjoint(classes)):
        yield "italic", ""
    if element.name == "a" and (target := link(element)):
        yield "link", target
    if found := part(element):
        yield "part", found
    elif element.name == "span" and classes:
        yield "span", min(classes)


def link(element: Element) -> str:
    """Where a link leads, as written; of ``mailto:`` the bare address, also where Cloudflare hides it."""
    target = re.sub(r"\s+", "", element.get("href"))
    if target.lower().startswith(("javascript:", "data:", "vbscript:")):
        return ""
    hidden = re.search(r"/email-protection#([0-9a-fA-F]{6,})\Z", target)
    if target.lower().startswith("mailto:"):
        return unquote(target.partition("?")[0])
    return f"mailto:{cloudflare(hidden[1])}" if hidden else target


def cloudflare(code: str) -> str:
    """The e-mail address in a ``data-cfemail``: hexadecimal bytes, each joined with the first by XOR."""
    try:
        data = bytes.fromhex(code)
    except ValueError:
        return ""
    return bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", errors="replace")


def part(element: Element) -> str:
    """Which part of an entry an element's words are by its classes, itemprop or name, or nothing."""
    said = [*element.get("itemprop").split(), *element.get("property").split(), *element.get("class").split()]
    found = next((part for word in said if (part := _part(word))), "")
    return "" if found == "abstract" and element.name in ("a", "button") else found


def titles(element: Element) -> bool:
    """Whether an element that is no ``h1`` … ``h6`` is set or called as a heading."""
    if element.name == "font":
        size = element.get("size")
        return size.startswith("+") or size in ("4", "5", "6", "7")
    if element.name in ("big", "u", "name", "heading"):
        return True
    if not element.attributes:
        return False
    return bool(_LARGE.search(element.get("style"))) or any(map(_TITLING.fullmatch, element.classes))


def divides(element: Element) -> bool:
    """Whether an inline element without words parts what stands beside it: a dot or tab drawn by a style."""
    return bool(_DIVIDER.search(element.get("class"))) or "mso-tab-count" in element.get("style")


@cache
def _part(word: str) -> str:
    letters = _LETTERS.sub("", word.rsplit(":", 1)[-1].lower())
    bare = _LEAD.sub("", letters, count=1)
    table = rows("html_parts")
    return next((part for part, names in table.items() if letters in names or bare in names), "")
