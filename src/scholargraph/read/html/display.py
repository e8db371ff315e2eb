"""What of a page is shown to a reader: not scripts, doubles for screen readers, menus, what styles hide."""

from __future__ import annotations

import re
from enum import Enum

from scholargraph.read.data import words
from scholargraph.read.html.tree import BLOCK, Element, Tree

_NEVER = words("html_unseen")
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)\b", re.IGNORECASE)
_INLINE_STYLE = re.compile(r"display\s*:\s*inline", re.IGNORECASE)
_FLOAT = re.compile(r"(?:float|text-align)\s*:\s*right", re.IGNORECASE)
_SHOWN_ELSEWHERE = re.compile(r"(?:\w+:|d-\w+-|is-)(?:block|flex|inline\S*|grid|table\S*)\Z")
_WORD = re.compile(r"[a-z]+")
_LINK, _LISTS = frozenset({"a"}), frozenset({"p", "table", "h1", "h2", "h3"})
_FOOT = re.compile(r"(?:site|page|main|global|site-wide)?[-_]*(?:footer|foot|copyright)(?:[-_]\w+)?")
_LONGEST_MENU = 1500
_ABSTRACT = re.compile(r"abs(?:tract)?|summary")
_BIBTEX = re.compile(r"bib(?:tex|liographic)?|cite|citation|highlight")
_SENTENCES = 200


class Shown(Enum):
    """How a reader of the page gets to see an element."""

    YES = "yes"
    NO = "no"
    TOGGLED = "toggled"
    """Behind a switch: the abstract of a paper."""


def shown(element: Element, tree: Tree) -> Shown:
    """Whether an element's content is shown."""
    if element.name in _NEVER:
        return Shown.NO
    if element.name == "button":
        return Shown.YES if tree.count(element, _LINK) else Shown.NO
    if element.name == "details" and (behind := _under_summary(element, tree)) != Shown.YES:
        return behind
    if not element.attributes and element.name != "nav":
        return Shown.YES
    if not words("html_toggle_classes").isdisjoint(element.classes):
        return _toggled(element)
    if _is_hidden(element):
        return _behind(element, tree)
    return Shown.NO if is_menu(element, tree) else Shown.YES


def is_block(element: Element) -> bool:
    """Whether an element stands on lines of its own."""
    if element.name in BLOCK:
        return not (element.name in ("div", "p", "li") and _INLINE_STYLE.search(element.get("style")))
    return bool(_BLOCK_STYLE.search(element.get("style")))


def is_floated(element: Element) -> bool:
    """Whether an inline element is set at the right margin: a date beside its entry."""
    if element.name not in ("span", "small", "i", "em", "div", "b", "strong", "font"):
        return False
    floats = {"float-right", "pull-right", "float-end", "right", "text-right", "ml-auto", "ms-auto"}
    return bool(_FLOAT.search(element.get("style"))) or not floats.isdisjoint(element.classes)


def _is_hidden(element: Element) -> bool:
    if "hidden" in element.attributes or _HIDING_STYLE.search(element.get("style")):
        return True
    if element.get("aria-hidden").lower() == "true" and element.name not in BLOCK:
        return True
    if element.name in ("html", "body") or words("html_hidden_classes").isdisjoint(element.classes):
        return False
    return not any(map(_SHOWN_ELSEWHERE.match, element.classes))


def _toggled(element: Element) -> Shown:
    """What a click unfolds is shown, but for citations to copy and the abstract of an entry."""
    named = " ".join(element.classes)
    if _BIBTEX.search(named):
        return Shown.NO
    return Shown.TOGGLED if _ABSTRACT.search(named) else Shown.YES


def _under_summary(element: Element, tree: Tree) -> Shown:
    """``details`` by the words of its summary."""
    text = tree.source[element.end : element.end + 400]
    found = re.match(r"\s*<summary\b[^<>]*>(?:\s|<[^<>]*>)*(\w+)", text, re.IGNORECASE)
    label = found[1].lower() if found else ""
    if _BIBTEX.fullmatch(label):
        return Shown.NO
    return Shown.TOGGLED if _ABSTRACT.fullmatch(label) else Shown.YES


def _behind(element: Element, tree: Tree) -> Shown:
    """What a switch uncovers is told if it is the abstract of a paper, or says so itself."""
    named = " ".join(element.classes)
    if "mso-hide" in element.get("style") or not words("html_double_classes").isdisjoint(element.classes):
        return Shown.NO
    if _BIBTEX.search(named) or tree.size(element) < _SENTENCES // 5:
        return Shown.NO
    if _ABSTRACT.search(named):
        return Shown.TOGGLED
    text = tree.source[element.end : tree.events[element.last].start]
    says = re.match(r"(?:\s|<[^<>]*>)*abstract\b", text[:2000], re.IGNORECASE)
    return Shown.TOGGLED if says and tree.size(element) >= _SENTENCES else Shown.NO


def is_foot(element: Element, tree: Tree) -> bool:
    """Whether an element is the foot of a page."""
    called = element.name == "footer" or any(map(_FOOT.fullmatch, element.classes))
    if not called or element.name not in BLOCK or tree.size(element) > _LONGEST_MENU:
        return False
    return not any(up.name in ("blockquote", "article", "li", "figure") for up in element.up())


def is_menu(element: Element, tree: Tree) -> bool:
    """Whether an element leads about the site: called so, and hardly more than links."""
    if element.name in ("html", "body", "main", "article", "a", "li") or element.name not in BLOCK:
        return False
    called = element.name == "nav" or element.get("role") in ("navigation", "menu", "menubar")
    if not called:
        parts = {
            word for name in element.classes for word in (*_WORD.findall(name)[:1], *_WORD.findall(name)[-1:])
        }
        called = not words("html_menu_classes").isdisjoint(parts)
    if not called or tree.count(element, _LISTS) > 1:
        return False
    size = tree.size(element)
    return size <= _LONGEST_MENU and 12 * (tree.count(element, _LINK) + 1) >= size // 2
