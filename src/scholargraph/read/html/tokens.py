"""HTML source → tags and text with their places, as a browser would cut it; linear in its length.

``html.parser`` is not used: it has had quadratic cases, and is several times slower.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_MARKUP = re.compile(
    r"<(?:(?P<comment>!--)|(?P<declaration>!doctype\b)|(?P<tag>/?[A-Za-z])|[!?])"
    r"|\{(?P<liquid>%(?=[^\n{}%]{0,400}%\})|\{(?=(?:-?\s|site\b|page\b|post\b|include\b|content\b)[^\n{}%]{0,400}\}\}))",
    re.IGNORECASE,
)
# After the name: attributes with or without values; nothing is tried twice (possessive quantifiers).
_TAG = re.compile(
    r"""</?(?P<name>[A-Za-z][^\s/><]*+)
    (?:[\s/]++ | [^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+ | =)*+>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s/>="']++)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>"'][^\s>]*+))?+)?+"""
)
RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "template"})
"""Elements whose content is no mark-up to a reader: all up to their end tag is one piece."""
_COMMENT_END = re.compile(r"--!?>")
_LIQUID_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}", re.IGNORECASE)
_LIQUID_COMMENT_END = re.compile(r"\{%-?\s*endcomment\s*-?%\}", re.IGNORECASE)
_MOST_BROKEN = 50
"""So many tags without an end are looked through to the end of the source; later ones are cut short."""


class Token(NamedTuple):
    """A piece of the source: ``text``, ``raw`` (content of a script, a title …), ``start``, ``end`` (tags),
    ``comment`` (also declarations and template code)."""

    kind: str
    name: str
    start: int
    end: int


def tokens(source: str) -> Iterator[Token]:
    """All pieces of a source in order, without gaps; what never ends (a comment) ends with the source."""
    return _Scanner(source).run()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.broken = 0
        self.ends: dict[str, re.Pattern[str]] = {}
        self.endless: set[str] = set()
        """Raw elements that are not closed from here on."""

    def run(self) -> Iterator[Token]:
        place, shown = 0, 0
        while found := _MARKUP.search(self.source, place):
            token = self._token(found)
            if token is None:
                place = found.end()
                continue
            if found.start() > shown:
                yield Token("text", "", shown, found.start())
            yield token
            place = shown = token.end
            if token.kind == "start" and token.name in RAW:
                if (content := self._raw(token)).end > token.end:
                    yield content
                place = shown = content.end
        if shown < len(self.source):
            yield Token("text", "", shown, len(self.source))

    def _token(self, found: re.Match[str]) -> Token | None:
        start = found.start()
        if found["tag"]:
            return self._tag(start)
        if found["comment"]:
            return Token("comment", "", start, self._until(_COMMENT_END, start + 2))
        if found["declaration"]:
            return Token("comment", "doctype", start, self._declaration(start))
        if found["liquid"]:
            return Token("comment", "liquid", start, self._liquid(found))
        return Token("comment", "", start, self._find(">", start))

    def _tag(self, start: int) -> Token | None:
        """A start or end tag; one that never ends is text."""
        found = _TAG.match(self.source, start) if self.broken < _MOST_BROKEN else None
        if found is None:
            self.broken += 1
            end = self.source.find(">", start, start + 2000) + 1
            found = _NAME.match(self.source, start) if end else None
            return Token(_kind(self.source, start), found["name"].lower(), start, end) if found else None
        kind = _kind(self.source, start)
        closed = kind == "start" and self.source[found.end() - 2] == "/"
        return Token("empty" if closed else kind, found["name"].lower(), start, found.end())

    def _raw(self, opening: Token) -> Token:
        """The content of a raw element; an unclosed title ends with its line."""
        name = opening.name
        end = self.ends.setdefault(name, re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE))
        found = end.search(self.source, opening.end) if name not in self.endless else None
        if found:
            return Token("raw", name, opening.end, found.start())
        self.endless.add(name)
        stop = len(self.source)
        if name == "title":
            stop = self._find("<", opening.end) - 1
            stop = (
                self.source.find("\n", opening.end, stop) if "\n" in self.source[opening.end : stop] else stop
            )
        return Token("raw", name, opening.end, max(stop, opening.end))

    def _declaration(self, start: int) -> int:
        """A DOCTYPE ends at its bracket, or after its internal subset, whose entities are not read."""
        end = self._find(">", start)
        if "[" not in self.source[start:end]:
            return end
        return self._find("]>", start) + 1 if self.source.find("]>", start) >= 0 else end

    def _liquid(self, found: re.Match[str]) -> int:
        if comment := _LIQUID_COMMENT.match(self.source, found.start()):
            return self._until(_LIQUID_COMMENT_END, comment.end())
        return self._find("%}" if found["liquid"] == "%" else "}}", found.end()) + 1

    def _until(self, end: re.Pattern[str], start: int) -> int:
        found = end.search(self.source, start)
        return found.end() if found else len(self.source)

    def _find(self, words: str, start: int) -> int:
        """The place after the first character of ``words``, or the end of the source."""
        place = self.source.find(words, start)
        return place + 1 if place >= 0 else len(self.source)


_NAME = re.compile(r"</?(?P<name>[A-Za-z][^\s/><]*+)")


def _kind(source: str, start: int) -> str:
    return "end" if source[start + 1] == "/" else "start"


class Attribute(NamedTuple):
    """A value as decoded, and where it stands in the source."""

    value: str
    start: int
    end: int


def attributes(source: str, start: int, end: int) -> dict[str, Attribute]:
    """The attributes of the tag ``source[start:end]`` by name in small letters; of two alike the first."""
    found: dict[str, Attribute] = {}
    first = _NAME.match(source, start)
    for match in _ATTRIBUTE.finditer(source, first.end() if first else start, end - 1):
        group = match.lastgroup or "name"
        value = "" if group == "name" else match[group]
        place = match.end() if group == "name" else match.start(group)
        found.setdefault(match["name"].lower(), Attribute(html.unescape(value), place, place + len(value)))
    return found


@lru_cache(maxsize=20_000)
def decoded(text: str) -> str:
    """A character reference decoded (``&eacute``, ``&#146;`` and ``&#x2019;`` too)."""
    return html.unescape(text)
