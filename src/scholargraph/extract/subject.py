"""Whose document it is: what title, sentences, fields, author lists, addresses and file name say together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct

from scholargraph.extract.blocks import Place
from scholargraph.extract.contact import METHOD, display_name, names_person, tell_contact, tell_owner
from scholargraph.extract.embedded import is_name, name_place, owner_hints
from scholargraph.extract.entries.cutting import cut_entries
from scholargraph.extract.entries.reading import read_lists
from scholargraph.extract.mailboxes import is_mailbox_of
from scholargraph.extract.sections import Section
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Document
from scholargraph.names.identifiers import find_emails
from scholargraph.names.people import PersonName, compatible, is_initial, parse_person
from scholargraph.names.text import fold

_CV_WORDS = re.compile(
    r"(?i)(?:^|[\s|–—:,_-]+)"
    r"(?:curriculum vitae|c\.?v\.?|r[eé]sum[eé]|vita|lebenslauf|homepage|home|about|index|readme)"
    r"(?=$|[\s|–—:,_-])"
)
_LOWEST, _ENOUGH = 0.4, 0.75
_GUESSED = frozenset({"address", "file"})
_SIZE = 60
"""Entries of a list that are looked at for the author whom they share."""


class Hint(Struct, frozen=True):
    """A name that may be the subject's, where it stands, how surely it is theirs, and what says so."""

    name: str
    block: Block
    place: Place
    sure: float
    source: str

    @property
    def parts(self) -> PersonName:
        """The name in parts."""
        return parse_person(self.name)


class Chosen(Struct, frozen=True):
    """The subject's name in its fullest form, how surely it is theirs, and a given name that stands alone."""

    hint: Hint
    sure: float
    given: Hint | None = None


def choose(hints: Iterable[Hint], emails: Iterable[str] = ()) -> Chosen | None:
    """The name for which most speaks; hints of different sources about one person add up (noisy or).

    Hints of a given name alone (``I'm Tala``) speak for full names that begin with it, addresses for names
    that they are made of. Without a full name the given one is taken.
    """
    hints = sorted(hints, key=lambda hint: -hint.sure)
    alone = [hint for hint in hints if " " not in hint.name.strip() and not names_person(hint.name)]
    best: Chosen | None = None
    emails = list(emails)
    for group in _groups([hint for hint in hints if hint not in alone]):
        given = next((hint for hint in alone if _begins(hint.name, group)), None)
        score = _noisy_or([*_by_source(group), *([given.sure] if given else [])])
        if any(hint.source not in _GUESSED for hint in group) and any(
            is_mailbox_of(email, hint.parts) for email in emails for hint in group
        ):
            score = _noisy_or([score, 0.4])
        if best is None or score > best.sure:
            fullest = max(
                group, key=lambda hint: (hint.source not in _GUESSED, _fullness(hint.parts), hint.sure)
            )
            best = Chosen(fullest, round(min(score, 0.98), 2), given)
    lone = Chosen(alone[0], alone[0].sure) if alone else None
    return best or lone


def document_hints(document: Document, lines: Iterable[Block]) -> Iterator[Hint]:
    """What fields, addresses and the file name say of the subject of a document."""
    for name, sure, block in owner_hints(document):
        if place := name_place(block):
            yield Hint(name, block, place, sure, "field" if "title" not in block.key else "title")
    for block in lines:
        for email in find_emails(block.text):
            if name := _of_address(email.value.partition("@")[0]):
                yield Hint(name, block, (email.start, email.end), _LOWEST, "address")
    yield from _of_file(document)


def author_hints(sections: Sequence[Section]) -> Iterator[Hint]:
    """The name that a list of publications sets in bold, or that all its entries share."""
    lists = [section for section in sections if section.role == "publications"]
    marked = [hint for section in lists for block in section.blocks for hint in _marked(block)]
    counts = Counter(hint.name for hint in marked)
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    if count > 1:
        yield next(hint for hint in marked if hint.name == name)
        return
    for section in lists:
        yield from _shared(section)


def tell_subject(telling: Telling, sections: Sequence[Section], lines: Sequence[Block]) -> Owner | None:
    """Tell the owner of a CV from less sure places; ``lines`` say how to reach them.

    None where nothing names anyone.
    """
    hints = list(document_hints(telling.document, lines))
    if not any(hint.sure >= _ENOUGH for hint in hints):
        hints += author_hints(sections)
    emails = [email.value for block in lines for email in find_emails(block.text)]
    chosen = choose(hints, emails)
    if chosen is None:
        return None
    hint = chosen.hint
    if hint.source not in ("address", "file"):
        return tell_owner(telling, hint.block, hint.place, lines, chosen.sure)
    return tell_guessed(telling, hint, lines)


def tell_guessed(telling: Telling, hint: Hint, lines: Iterable[Block]) -> Owner:
    """Tell an owner whose name is made of an address or a file name."""
    if hint.source == "file":
        telling.notes.append(f"the name {hint.name} is that of the file")
    person = telling.tell("person", cite(hint.block), hint.name, method=METHOD, confidence=_LOWEST)
    telling.subject = person
    for line in lines:
        tell_contact(telling, line, person)
    return Owner(person, hint.parts, hint.name)


def _groups(hints: Sequence[Hint]) -> list[list[Hint]]:
    """Hints of one person each, by names that go together."""
    groups: list[list[Hint]] = []
    for hint in hints:
        fitting = (group for group in groups if all(compatible(hint.parts, other.parts) for other in group))
        group = next(fitting, None)
        if group is None:
            groups.append([hint])
        else:
            group.append(hint)
    return groups


def _by_source(group: Iterable[Hint]) -> list[float]:
    best: dict[str, float] = {}
    for hint in group:
        best[hint.source] = max(best.get(hint.source, 0.0), hint.sure)
    return list(best.values())


def _noisy_or(values: Iterable[float]) -> float:
    product = 1.0
    for value in values:
        product *= 1 - value
    return 1 - product


def _fullness(name: PersonName) -> tuple[bool, int]:
    """Names with a full given name before those with an initial, and longer ones first."""
    return bool(name.given) and not is_initial(name.given[0]), len(name.given) + len(name.family)


def _begins(given: str, group: Iterable[Hint]) -> bool:
    """Whether a lone given name can begin one of the names: ``Tala``, ``T. Hamdan``."""
    firsts = [fold(hint.parts.given[0]) for hint in group if hint.parts.given]
    small = fold(given)
    return any(
        first == small or (len(first.strip(".")) == 1 and small.startswith(first[0])) for first in firsts
    )


def _marked(block: Block) -> Iterator[Hint]:
    for mark in block.marks:
        if mark.kind == "bold" and mark.end - mark.start <= 60:
            text = block.text[mark.start : mark.end].strip(" ,.*:;")
            first = block.text.find(text, mark.start) if text else -1
            if first >= 0 and names_person(text):
                yield Hint(display_name(text), block, (first, first + len(text)), 0.7, "authors")


def _shared(section: Section) -> Iterator[Hint]:
    """The author whom (nearly) all entries of a list name, if there are three or more."""
    pieces = cut_entries(section.blocks[:_SIZE], None)
    entries = [
        (piece.block, entry) for piece, entry in zip(pieces, read_lists([pieces])[0], strict=True) if entry
    ]
    named = [
        [
            Hint(author.name, block, (author.start, author.end), 0.5, "authors")
            for author in entry.authors.authors
        ]
        for block, entry in entries
        if entry.authors
    ]
    if len(named) < 3:
        return
    people = {hint.name: hint for hints in named for hint in hints if names_person(hint.name)}
    counts = {
        name: sum(any(compatible(hint.parts, other.parts) for other in hints) for hints in named)
        for name, hint in list(people.items())[:_SIZE]
    }
    most = max(counts.values(), default=0)
    first = [people[name] for name, count in counts.items() if count == most]
    if 5 * most >= 4 * len(named) and len(_groups(first)) == 1:
        yield max(first, key=lambda hint: _fullness(hint.parts))


def _of_address(local: str) -> str:
    """``ada.byrne`` → Ada Byrne, ``f.yuan`` → F. Yuan; empty for mailboxes that show no border."""
    pieces = [piece for piece in re.split(r"[\W\d_]+", local) if piece]
    if not 2 <= len(pieces) <= 3 or len(pieces[-1]) < 2:
        return ""
    name = " ".join(piece.capitalize() if len(piece) > 1 else f"{piece.upper()}." for piece in pieces)
    return (
        name
        if names_person(name) and not any(piece in ("info", "mail", "web", "team") for piece in pieces)
        else ""
    )


def _of_file(document: Document) -> Iterator[Hint]:
    """``Ada_Byrne_CV.pdf`` names Ada Byrne; the words quoted are then the first of the document."""
    words = re.split(r"[\W\d_]+", _CV_WORDS.sub(" ", PurePath(document.source.path).stem))
    name = " ".join(word.capitalize() for word in words if len(word) > 1)
    first = next((block for block in document.blocks if block.kind != "field" and block.text.strip()), None)
    if first and is_name(name) and names_person(name):
        yield Hint(name, first, (0, len(first.text)), _LOWEST, "file")
