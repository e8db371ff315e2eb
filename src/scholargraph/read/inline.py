"""A tolerant scanner of mark-up inside a line: Markdown, simple HTML and what LaTeX leaves behind.

Linear in the length of the text, whatever it holds. Stars after names are kept as text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from scholargraph.model import Mark
from scholargraph.read.aligned import Edit
from scholargraph.read.emphasis import Delimiter, emphasis
from scholargraph.read.tags import TAG, Opened, tag_edit

_SEPARATORS = {
    **dict.fromkeys(
        ("diamond", "cdot", "bullet", "textbullet", "textbar", "mid", "vert", "circ", "textperiodcentered"),
        "·",
    ),
    **dict.fromkeys(("quad", "qquad", "enspace", "hspace", "space"), " "),
    "hfill": "\t",
    **dict.fromkeys(("ast", "star", "textasteriskcentered"), "*"),
    **dict.fromkeys(("dagger", "dag", "textdagger"), "†"),
    **dict.fromkeys(("ddagger", "ddag", "textdaggerdbl"), "‡"),
}
_SIGN = r"(?:\\?[*†‡§¶#]|\\(?:ast|star|dagger|ddagger|dag|ddag|sharp)\b|[0-9,\s])"
_TOKEN = re.compile(
    rf"""
    (?P<superscript> \$\s*(?:\{{\}})?\^(?:\{{{_SIGN}{{1,12}}\}}|{_SIGN}|\\(?:ast|star|dagger|ddagger)\b)\s*\$
                   | \^\{{{_SIGN}{{1,12}}\}} | \^(?:\\?\*|†|‡) | \\textsuperscript\{{{_SIGN}{{1,12}}\}}
                   | <sup>\s*{_SIGN}{{1,12}}\s*</sup> )
  | (?P<math>        \$(?=\S)[^$\n]{{1,400}}?(?<=\S)\$(?!\d) )
  | (?P<separator>   \\(?:{"|".join(_SEPARATORS)})(?![A-Za-z])(?:\{{\}})? )
  | (?P<hardbreak>   (?:(?<=\S)[ ])?\\(?=\s*\Z) )
  | (?P<escape>      \\[!-/:-@\[-`{{-~] )
  | (?P<code>        `+ )
  | (?P<autolink>    <(?:(?:https?://|mailto:|ftp://)[^\s<>]{{1,2000}}|[^\s<>@/]{{1,99}}@[^\s<>@]{{1,99}})> )
  | (?P<tag>         {TAG} )
  | (?P<entity>      &(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]\w{{1,30}}); )
  | (?P<address>     (?:https?://|www\.)[^\s<>\[\]*"`]+ )
  | (?P<open>        !?\[ )
  | (?P<close>       \](?:\(\s{{0,9}}(?P<angle><[^<>\n]{{0,2000}}>|(?:[^\s()<>]|\([^\s()]{{0,99}}\)){{0,999}})
                          (?:\s{{1,9}}(?:"[^"]{{0,500}}"|'[^']{{0,500}}'))?\s{{0,9}}\)
                       | \[(?P<label>[^\[\]\n]{{0,200}})\])? )
  | (?P<stars>       \*+ | _+ )
    """,
    re.VERBOSE,
)
_LONGEST_LABEL = 200
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN_SIGNS = re.compile(r"\\(ast|star|dagger|ddagger|dag|ddag|sharp)\b")
_NOT_SIGNS = re.compile(r"</?sup>|\\textsuperscript|[${}^\\,\s]")


def scan(text: str, links: Mapping[str, str]) -> tuple[list[Edit], list[Mark]]:
    """What to take out of, and put into, a text with mark-up, and the marks over the text before these edits.

    ``links`` gives the targets of reference links by label in small letters.
    """
    if not _NEEDED.search(text):
        return [], []
    return _Scan(text, links).run()


_NEEDED = re.compile(r"[\\^$`<&\[*_]")


class _Scan:
    def __init__(self, text: str, links: Mapping[str, str]) -> None:
        self.text, self.links = text, links
        self.edits: list[Edit] = []
        self.marks: list[Mark] = []
        self.delimiters: list[Delimiter] = []
        self.brackets: list[tuple[int, int]] = []
        self.tags: list[Opened] = []
        self.no_close: set[int] = set()  # lengths of backtick runs known to have no partner further on

    def run(self) -> tuple[list[Edit], list[Mark]]:
        place = 0
        while found := _TOKEN.search(self.text, place):
            handle: Callable[[re.Match[str]], int] = getattr(self, f"_{found.lastgroup}")
            place = handle(found)
        edits, marks = emphasis(self.text, self.delimiters)
        return sorted(self.edits + edits), sorted(self.marks + marks, key=lambda m: (m.start, -m.end))

    def _replace(self, found: re.Match[str], text: str) -> int:
        if text != found.group():
            self.edits.append(Edit(found.start(), found.end(), text))
        return found.end()

    def _superscript(self, found: re.Match[str]) -> int:
        named = _PLAIN_SIGNS.sub(lambda sign: _SEPARATORS.get(sign[1], "♯"), found.group())
        return self._replace(found, _NOT_SIGNS.sub("", named).translate(_SUPERSCRIPTS))

    def _math(self, found: re.Match[str]) -> int:
        return found.end()

    def _address(self, found: re.Match[str]) -> int:
        return found.end()

    def _separator(self, found: re.Match[str]) -> int:
        return self._replace(found, _SEPARATORS[found.group().strip("\\{}")])

    def _hardbreak(self, found: re.Match[str]) -> int:
        return self._replace(found, "")

    def _escape(self, found: re.Match[str]) -> int:
        return self._replace(found, found.group()[1])

    def _entity(self, found: re.Match[str]) -> int:
        return self._replace(found, html.unescape(found.group()))

    def _code(self, found: re.Match[str]) -> int:
        ticks = found.group()
        size = len(ticks)
        if size in self.no_close:
            return found.end()
        partner = re.compile(rf"(?<!`)`{{{size}}}(?!`)").search(self.text, found.end())
        if partner is None:
            self.no_close.add(size)
            return found.end()
        self._enclose("code", found.span(), partner.span())
        return partner.end()

    def _autolink(self, found: re.Match[str]) -> int:
        start, end = found.span()
        target = self.text[start + 1 : end - 1]
        self._enclose("link", (start, start + 1), (end - 1, end), target)
        return end

    def _tag(self, found: re.Match[str]) -> int:
        edit, mark = tag_edit(found, self.tags)
        self.edits.append(edit)
        self.marks += [mark] if mark else []
        return found.end()

    def _open(self, found: re.Match[str]) -> int:
        self.brackets.append(found.span())
        return found.end()

    def _close(self, found: re.Match[str]) -> int:
        if not self.brackets:
            return found.start() + 1
        start, opened = self.brackets.pop()
        target = self._target(found, opened)
        if target is None:
            return found.start() + 1
        kind = "image" if self.text[start] == "!" else "link"
        self._enclose(kind, (start, opened), found.span(), target)
        return found.end()

    def _target(self, found: re.Match[str], opened: int) -> str | None:
        if found["angle"] is not None:
            return found["angle"].strip("<>")
        if not self.links or found.start() - opened > _LONGEST_LABEL:
            return None
        return self.links.get((found["label"] or self.text[opened : found.start()]).casefold())

    def _stars(self, found: re.Match[str]) -> int:
        self.delimiters.append(Delimiter(found.start(), found.end()))
        return found.end()

    def _enclose(self, kind: str, before: tuple[int, int], after: tuple[int, int], target: str = "") -> None:
        self.edits += [Edit(*before), Edit(*after, "", True)]
        self.marks.append(Mark(kind, before[1], after[0], target))
