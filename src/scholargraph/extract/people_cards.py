"""Pages that list people: cut into groups, and these into the lines about each person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from scholargraph.extract.blocks import LONGEST, Place, hard_lines, sliced
from scholargraph.extract.degree_lines import find_degrees
from scholargraph.extract.page_group import group_kind
from scholargraph.extract.page_members import members
from scholargraph.extract.people import is_shaped
from scholargraph.extract.people_tables import Piece, aligned, columns_of, labelled
from scholargraph.extract.post_lines import is_organization, read_line
from scholargraph.model import Block
from scholargraph.names.parts import CJK
from scholargraph.names.people import looks_like_person, strip_titles
from scholargraph.names.surnames import is_family

_STAFF = re.compile(
    r"\b(?:faculty|staff|investigators?|p\.?i\.?s?|directors?|heads?|leaders?|leadership|post-?docs?|postdoctoral"
    r"|students?|alumni|alumnae|members|people|team|group|interns?|visitors?|visiting|collaborators?|affiliates?"
    r"|technicians?|engineers?|scientists?|researchers?|fellows?|assistants?|associates?|professors?|lecturers?"
    r"|emerit\w+|administrat\w+|managers?|secretar\w+|coordinators?|(?:under)?graduates?|scholars?|candidates?|ph\.?d\.?s?|trainees?"
    r"|mitarbeiter\w*|doktorand\w*|personal|professuren?|equipo|miembros|estudiantes|doctorand\w+|équipe|membres"
    r"|doctorants?|anciens|ehemalige\w*|studierende|pessoas|alunos|docentes|dottorandi|assegnisti|ricercatori)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:prospective|join|openings?|courses?|teaching|awards?|activities|service|news|appl(?:y|ications?|ying)"
    r"|vacanc\w+|positions|opportunities|resources|publications?|papers|interests?|research areas|contact"
    r"|funding)\b",
    re.I,
)
_LETTERS = (
    r"(?:,?\s*\(?(?:Ph\.?\s?D|D\.?Phil|M\.?Sc|B\.?Sc|M\.?D|M\.?S|M\.?A|B\.?A|B\.?S|MPH|MBA|R\.?N|P\.?E|Dr|Eng"
    r"|M\.?Eng|M\.?Tech|B\.?Tech|FR\w+|CFA|JD|LLM)\b\.?\)?)"
)
_WHOLE = re.compile(
    rf"\W*(?P<name>[^\W\d_][^,;:()\[\]\t\n|<>=]*?(?:\s[(\"“][^()\"”\d]{{2,20}}[)\"”]\s[^,;:()\[\]\t\n|]+?)?)"
    rf"(?P<tail>(?:\s*[(\[][^()\[\]]*[)\]]|{_LETTERS}|\s*[*†‡#]|\s*(?:{CJK.pattern})+)*)\W*"
)
_ABBREVIATED = re.compile(r"[a-z]\w* [A-Z]{2,4}$")
"""``Trustworthy AI``: a topic, unless the capitals are a family name."""
_INITIAL = re.compile(r"(?<=[\s.-])[A-Z]\.")


class Card(Struct, frozen=True):
    """A person: the line that bears the name, where in it, what stands behind it and below."""

    line: Block
    name: Place
    about: tuple[Piece, ...]


class People(Struct, frozen=True):
    """What stands under one heading: the people, in the order of the page."""

    heading: Block | None
    cards: tuple[Card, ...]


def cut_people(blocks: Iterable[Block]) -> tuple[list[People], list[Block]]:
    """The groups of people on a page, and the visible blocks that belong to none."""
    groups, rest = list[People](), list[Block]()
    heading, held = None, list[Block]()
    for block in [block for block in blocks if block.kind != "field" and len(block.text) <= LONGEST]:
        if not _is_heading(block) or (heading and _is_inside(block, heading, held)):
            (held if heading else rest).append(block)
            continue
        _close(heading, held, groups, rest)
        heading, held = (block, []) if heads_people(block.text) else (None, [])
        if heading is None:
            rest.append(block)
    _close(heading, held, groups, rest)
    return groups, rest


def heads_people(text: str) -> bool:
    """Whether a heading stands over people: ``PhD students``, ``Faculty``, ``Former members``."""
    if len(text.split()) > 7 or _OTHER.search(text):
        return False
    return bool(group_kind(text) or _STAFF.search(text)) and whole_name(bare(text)) is None


def whole_name(block: Block) -> Place | None:
    """Where the name stands in a line that is nothing but a name, with what may stand beside one: titles,
    letters of degrees, other forms and years in brackets."""
    match = _WHOLE.fullmatch(block.text) if len(block.text) < 120 else None
    if match is None:
        return None
    name = " ".join(match["name"].split())
    if _STAFF.search(strip_titles(name)) or (_ABBREVIATED.search(name) and not is_family(name.split()[-1])):
        return None
    bold = any(
        m.kind == "bold" and m.start <= match.start("name") and match.end("name") <= m.end
        for m in block.marks
    )
    known = looks_like_person(name) or ((bold or block.kind == "heading") and is_shaped(strip_titles(name)))
    if not known or is_organization(name) or read_line(bare(name)).role or any(find_degrees(bare(name))):
        return None
    start, end = match.span("name")
    return start, end + bool(_INITIAL.match(block.text, end - 1))


def _is_heading(block: Block) -> bool:
    return block.kind == "heading" or (
        block.kind == "paragraph"
        and "\n" not in block.text
        and any(
            m.kind == "bold" and m.start == 0 and m.end >= len(block.text.rstrip(" :")) for m in block.marks
        )
        and heads_people(block.text.rstrip(" :"))
        and not read_line(block).organization
    )


def _is_inside(block: Block, heading: Block, held: Sequence[Block]) -> bool:
    """Whether a heading is a person's name, or a line below one (``Associate Professor``)."""
    if whole_name(block) is not None:
        return True
    if block.kind != "heading":
        return bool(held) and whole_name(held[-1]) is not None and bool(read_line(block).role)
    named = next((other for other in reversed(held) if other.kind == "heading" and whole_name(other)), None)
    return named is not None and block.level > named.level > heading.level


def _close(heading: Block | None, held: list[Block], groups: list[People], rest: list[Block]) -> None:
    """A group of the blocks gathered, if they name people; else they belong to none."""
    cards = tuple(_cards(held)) if heading else ()
    if cards:
        groups.append(People(heading, cards))
    elif heading:
        rest += [heading, *held]


def _cards(blocks: Sequence[Block]) -> Iterator[Card]:
    lines = [line for row in _rows(blocks) for line in row]
    names = [whole_name(line.block) if line.kind in ("", "name") else None for line in lines]
    form = next((_form(line.block) for line, name in zip(lines, names, strict=True) if name), None)
    alone = [
        name if name and (_form(line.block) == form or line.leads) else None
        for line, name in zip(lines, names, strict=True)
    ]
    if _fills(blocks, lines, alone):
        yield from _below_names(lines, alone)
    else:
        for line in lines:
            yield from _in_line(line.block)


def _fills(blocks: Sequence[Block], lines: Sequence[Piece], names: Sequence[Place | None]) -> bool:
    """Whether names on lines of their own lead the group: the first line has one, or most blocks do."""
    count = sum(name is not None for name in names)
    leading = sum(any(members(block)) for block in blocks if "\t" not in block.text)
    return count > 0 and (names[0] is not None or 2 * count >= leading) and not (count == 1 and leading > 2)


def _below_names(lines: Sequence[Piece], names: Sequence[Place | None]) -> Iterator[Card]:
    starts = [i for i, name in enumerate(names) if name]
    for start, stop in pairwise([*starts, len(lines)]):
        place, block = names[start], lines[start].block
        if place:
            behind = (
                [Piece(sliced(block, place[1], len(block.text)))] if block.text[place[1] :].strip() else []
            )
            yield Card(block, place, (*behind, *map(labelled, lines[start + 1 : stop])))


def _in_line(block: Block) -> Iterator[Card]:
    """The people whom one line names, each with what stands behind the name."""
    for member in members(block):
        about = sliced(block, *member.about)
        yield Card(block, member.name, (labelled(Piece(about)),) if about.text.strip() else ())


def _rows(blocks: Sequence[Block]) -> Iterator[list[Piece]]:
    """The lines of blocks, the cells of tables with what their columns tell; portraits are left out."""
    columns: list[str] = []
    for block in (shown for block in blocks if (shown := _without_portrait(block))):
        if "\t" not in block.text:
            yield [piece for part in _spans(block) for piece in _lines(part)]
        elif head := columns_of(block):
            columns = head
        else:
            cells = [
                sliced(block, *match.span()) for match in re.finditer(r"[^\t]*[^\t\s][^\t]*", block.text)
            ]
            kinds = aligned(columns, cells, _name_at(cells))
            yield [piece for cell, kind in zip(cells, kinds, strict=True) for piece in _lines(cell, kind)]


def _name_at(cells: Sequence[Block]) -> int:
    return next((i for i, cell in enumerate(cells) if whole_name(cell)), -1)


def _lines(block: Block, kind: str = "") -> list[Piece]:
    return [Piece(line, kind, at == 0 and _form(line) != _PLAIN) for at, line in enumerate(hard_lines(block))]


def _without_portrait(block: Block) -> Block | None:
    """A block without the names that pictures bear; None where nothing else is left."""
    start = 0
    for mark in sorted((m for m in block.marks if m.kind == "image"), key=lambda m: m.start):
        if not block.text[start : mark.start].strip():
            start = mark.end
    start += len(block.text[start:]) - len(block.text[start:].lstrip())
    if start >= len(block.text):
        return None
    return sliced(block, start, len(block.text)) if start else block


def _spans(block: Block) -> list[Block]:
    """A block cut where parts that the page sets apart by their class touch: ``Ann BeeResearch fellow``."""
    cuts = sorted({m.start for m in block.marks if m.kind == "span" and 0 < m.start < len(block.text)})
    touching = [cut for cut in cuts if block.text[cut - 1].isalnum() and block.text[cut].isalnum()]
    return [sliced(block, a, b) for a, b in pairwise([0, *touching, len(block.text)])]


def _form(block: Block) -> tuple[str, int, bool]:
    bold = any(mark.kind == "bold" and mark.start <= 1 for mark in block.marks)
    return ("heading" if block.kind == "heading" else "", block.level if block.kind == "heading" else 0, bold)


_PLAIN = ("", 0, False)


def bare(text: str) -> Block:
    """Words as a block of their own, to be asked what they are."""
    return Block(kind="paragraph", text=text, raw=text, start_line=1, end_line=1)
