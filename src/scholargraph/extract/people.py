"""Lists of names as printed: who, in which order, with which marks, and whether the list is cut short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from scholargraph.names.people import looks_like_person, strip_titles

_MARK = (
    r"(?:\^\{[^{}]*\}|\$\^?\{?[^${}]*\}?\$|\^[*\d†‡]+|\\(?:dagger|ddagger|ast|star)\b|[*∗⁎†‡§¶#✝⁰¹²³⁴-⁹]|\(\*\)"
    r"|(?<=[^\W\d_])\d{1,2}|(?<=\.)\d{1,2})"
)
_MARKS_AFTER = re.compile(rf"(?:\s*{_MARK}(?:,(?=\s*{_MARK}))?)+\s*$")
_MARKS_BEFORE = re.compile(r"^[*∗†‡§¶#\s]+")
_CUT = re.compile(
    r"\bet\.?\s*al\b\.?|(?:\b(?:and|with)\s+)?(?:\+\s*)?(?:\d+\s+|many\s+|several\s+)?"
    r"(?:other authors|others|more|additional authors|colleagues)\b"
    r"|…|\.\.\.|\\ldots\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?:[,;](?:\s*(?:and|&)\s)?|\s(?:and|und|et(?!\s*al\b)|y|with)\s|\s&\s|\\and\b)\s*"
)
_INITIALS = re.compile(r"(?:[A-Z]\.?(?:[-‐\s]{0,2}[A-Z]\.?){0,3}|[A-Z][a-z]?\.(?:[-\s]?[A-Z]\.)*)")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")
_LETTERS = re.compile(r"(?:Ph\.?\s?D|M\.?D|M\.?Sc|M\.?A|R\.?N|M\.?P\.?H|D\.?Phil|Esq|eds?)\.?", re.IGNORECASE)
_VANCOUVER = re.compile(r"[^\W\d_][\w'’‐-]+(?: [^\W\d_][\w'’‐-]+)? [A-Z](?:-?[A-Z]){0,2}\.?")
_INITIALS_LAST = re.compile(
    r"(?P<family>(?:[^\W\d_][\w'’.‐-]*\s){1,4})(?P<initials>[A-Z](?:-?[A-Z]){0,3})\.?"
    r"(?P<suffix> (?:Jr|Sr|II|III|IV)\.?)?"
)
_DOTTED_LAST = re.compile(
    r"(?P<family>(?:(?:de|van|der|von|la|da|di) )*[^\W\d_][^\W\d_]+(?:[-'’][^\W\d_]+)*) "
    r"(?P<initials>[A-Z]\.(?:[- ]?[A-Z]\.)*)"
)
"""A family name with dotted initials behind it (``Tanaka N.``), whatever the other names look like."""
_GROUP = re.compile(
    r"\b(?:collaboration|consortium|investigators|study group|working group|team|network|group)\b", re.I
)
_STOP_INSIDE = re.compile(r"\b(?!Chr|Geo|Jos|Thos|Chas)[^\W\d_]{3,}\.\s+\S")
_WORD = r"[^\W\d_a-z][\w'’‐-]*\.?"
_SHAPE = re.compile(rf"{_WORD}(?: (?:de|van|der|von|la|bin|al|{_WORD})){{1,3}}")
_INITIALS_NAME = re.compile(rf"(?:[A-Z]\.[-\s]?){{1,3}}\s?{_WORD}|{_WORD}, (?:[A-Z]\.[-\s]?){{1,3}}")
_REMARK = re.compile(r"\s*\((?:[a-z][^()]*|PI|Co-PI|Ed|Eds)\.?\)$")
_LONE_MARKS = re.compile(r"[\s\d*∗†‡§¶#,.]+")


class Author(Struct, frozen=True):
    """One name of a list: clean, its place ``text[start:end]`` without marks, and the marks."""

    name: str
    start: int
    end: int
    marks: str = ""
    ordinal: int = 0
    """Its place in the list, from 1; 0 after a gap, where the place is not known."""


class AuthorList(Struct, frozen=True):
    """The names of ``text[start:end]`` in order; ``complete`` is False where it is cut (``et al.``)."""

    authors: tuple[Author, ...]
    complete: bool
    start: int
    end: int
    sure: bool = True
    """Every piece of it looks like a person's name."""


class _Piece(Struct):
    text: str
    start: int
    end: int
    marks: str = ""


def split_authors(text: str, start: int = 0, end: int | None = None) -> AuthorList:
    """The names in ``text[start:end]``, whatever the separators, order of parts and marks.

    Understood: ``A. Bee, C. Dee and E. Eff``, ``Bee, A., & Dee, C.``, ``Bee A, Dee C``,
    ``Bee, Ann; Dee, Cy``, marks (``*``, ``†``, ``^{1,*}``) after names, ``et al.``, ``and 12 others``, ``…``.
    """
    end = len(text) if end is None else end
    pieces = list(_joined(list(_pieces(text, start, end))))
    cuts = [index for index, piece in enumerate(pieces) if not piece.text]
    gap = cuts[0] if cuts else len(pieces)
    vancouver = _is_vancouver([piece.text for piece in pieces if piece.text])
    authors = tuple(
        Author(_display(piece.text, vancouver), piece.start, piece.end, piece.marks, i + 1 if i < gap else 0)
        for i, piece in enumerate(pieces)
        if piece.text and not _GROUP.search(piece.text)
    )
    return AuthorList(authors, not cuts, start, end, _are_people([piece.text for piece in pieces]))


def is_person(text: str) -> bool:
    """Whether one printed name is that of a person; a full stop may end an initial only."""
    if _STOP_INSIDE.search(strip_titles(text)):
        return False
    return looks_like_person(text) or bool(_INITIALS_NAME.fullmatch(text))


def is_body(text: str) -> bool:
    """Whether an author is no person but a body: ``WHO Working Group``, ``The LOFT Collaboration``."""
    return bool(_GROUP.search(text))


def is_shaped(text: str) -> bool:
    """Whether words have the shape of a name: two to four, all capitalised (``John Public``)."""
    return bool(_SHAPE.fullmatch(text))


def _are_people(names: list[str]) -> bool:
    """Every name has the shape of one, and most are known to look like one (``Ann Field`` may not)."""
    people = [name for name in names if name and not _GROUP.search(name)]
    if len(people) > 1 and _is_vancouver(people):
        return True
    likely = [is_person(name) for name in people]
    shaped = all(ok or _SHAPE.fullmatch(name) for name, ok in zip(people, likely, strict=True))
    return bool(people) and shaped and likely[0] and sum(likely) * 3 >= len(people) * 2


def shared_marks(authors: Iterable[Author]) -> set[str]:
    """The marks (not figures) that two or more of the authors bear: without a legend, equal contribution."""
    marks = [mark for author in authors for mark in set(author.marks) if not mark.isalnum()]
    return {mark for mark in marks if marks.count(mark) > 1}


def _pieces(text: str, start: int, end: int) -> Iterator[_Piece]:
    """What stands between separators; a cut (``et al.``) is a piece without text."""
    part = text[start:end]
    separator = re.compile(r"\s*;\s*(?:and\s|&\s)?\s*") if ";" in part else _SEPARATOR
    masked = re.sub(r"\{[^{}]*\}|\([^()]*\)", lambda m: m[0].replace(",", "\0").replace(" ", "\0"), part)
    last = 0
    for match in [*separator.finditer(masked), None]:
        stop = match.start() if match else len(part)
        yield from _around_cut(text, start + last, start + stop)
        last = match.end() if match else stop


def _around_cut(text: str, start: int, end: int) -> Iterator[_Piece]:
    cut = _CUT.search(text, start, end)
    if piece := _clean(text, start, cut.start() if cut else end):
        yield piece
    if cut:
        yield _Piece("", cut.start(), cut.end())
        if piece := _clean(text, cut.end(), end):
            yield piece


def _clean(text: str, start: int, end: int) -> _Piece | None:
    """A name without white space, marks and a leading ``and`` around it; marks alone are kept as such."""
    part = re.sub(r"^\s*(?:and|&)\s+", lambda m: " " * len(m[0]), text[start:end])
    after = _MARKS_AFTER.search(part)
    before = _MARKS_BEFORE.match(part)
    first, last = (before.end() if before else 0), (after.start() if after else len(part))
    marks = re.sub(r"[\s,${}^\\()]|dagger|ddagger|ast|star", "", after[0] if after else "")
    name = part[first:last] if first < last else ""
    if not name.strip(" .,:()[]") or _LONE_MARKS.fullmatch(name):
        lone = marks or re.sub(r"[\s.,:()\[\]]", "", part)
        return _Piece("", start, start, lone) if lone else None
    name = _REMARK.sub("", name)
    lead = len(name) - len(name.lstrip(" .,:([\t\n"))
    name = name[lead:].rstrip(" ,:\t\n([")
    begin = start + first + lead
    return _Piece(name, begin, begin + len(name), marks.replace("∗", "*").replace("⁎", "*"))


def _joined(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Pieces that a comma tore apart: ``Zhu, B.``, ``Brandt, Ilse``, ``Roe, Jr.``, ``Doe1,2``."""
    held: _Piece | None = None
    for piece in pieces:
        if held and held.text and not piece.text and piece.marks:
            held.marks += piece.marks
        elif held and held.text and _LETTERS.fullmatch(piece.text) and " " in held.text:
            continue
        elif held and held.text and piece.text and _belongs(held.text, piece.text):
            held = _Piece(f"{held.text}, {piece.text}", held.start, piece.end, held.marks + piece.marks)
        else:
            if held:
                yield held
            held = piece
    if held:
        yield held


def _belongs(before: str, piece: str) -> bool:
    if _SUFFIX.fullmatch(piece):
        return True
    if "," in before:
        return False
    if _INITIALS.fullmatch(piece):
        return not _INITIALS.fullmatch(before) and not re.search(r"\b[A-Z]\.", before)
    given = re.fullmatch(r"[^\W\d_][\w'’-]+(?: [A-Z]\.?)*", piece)
    return bool(given) and " " not in before and before[:1].isupper() and piece[:1].isupper()


def _is_vancouver(names: list[str]) -> bool:
    return bool(names) and all(_VANCOUVER.fullmatch(name) for name in names)


def _display(name: str, vancouver: bool) -> str:
    """A name in reading order, without titles: ``Zhu, B.`` → ``B. Zhu``, ``Bee AC`` → ``A. C. Bee``."""
    name = strip_titles(re.sub(r"\s+", " ", name))
    if vancouver and (last := _INITIALS_LAST.fullmatch(name)):
        initials = re.sub(r"([A-Z])(-?)", r"\1.\2 ", last["initials"]).replace("- ", "-")
        return f"{initials}{last['family'].strip()}{last['suffix'] or ''}"
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 1:
        last = _DOTTED_LAST.fullmatch(name)
        return f"{last['initials']} {last['family']}" if last else name
    suffixes = [part for part in parts[1:] if _SUFFIX.fullmatch(part)]
    given = [part for part in parts[1:] if not _SUFFIX.fullmatch(part)]
    return " ".join([*given, parts[0], *suffixes])


class PrintedName(Struct, frozen=True):
    """A name found in a text: its place, the marks behind it, and whether a gap (``…``) stands before it."""

    start: int
    end: int
    marks: str = ""
    after_gap: bool = False


def make_authors(text: str, names: Sequence[PrintedName], *, complete: bool) -> AuthorList:
    """The list of authors whose names stand at given places; at least one."""
    printed = [text[name.start : name.end] for name in names]
    vancouver = 2 * sum(bool(_VANCOUVER.fullmatch(name)) for name in printed) > len(printed)
    authors = tuple(
        Author(
            _display(shown, vancouver),
            name.start,
            name.end,
            re.sub(r"[\s,${}^\\()]", "", name.marks).replace("∗", "*").replace("⁎", "*"),
            0 if name.after_gap else ordinal,
        )
        for ordinal, (name, shown) in enumerate(zip(names, printed, strict=True), start=1)
    )
    return AuthorList(authors, complete, names[0].start, names[-1].end)
