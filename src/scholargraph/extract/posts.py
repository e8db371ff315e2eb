"""Lines of a section gathered into posts: a role, its organisation and dates over one or more lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.extract.blocks import clauses, form_of, hard_lines, is_table_head, tightened
from scholargraph.extract.dates import DateRange
from scholargraph.extract.interests import interests_label
from scholargraph.extract.line_places import is_place_line
from scholargraph.extract.mentors import find_mentors
from scholargraph.extract.post_lines import Line, guess_line, is_organization, read_line, starts_with_person
from scholargraph.extract.sections import is_usual
from scholargraph.model import Block
from scholargraph.names.organizations import is_unit

_SENTENCE = re.compile(
    r"^(?:[A-Z][a-z]+(?:ed|ing)|Lead|Led|Work|Built|Teach|Taught|Co-?led|Wrote|Duties|Responsib\w+"
    r"|Courses?|Topics?)\b"
    r"|\w{5,}\.\s+[A-Z]|\w{5,}\.$"
)

_DEED = re.compile(
    r"(?!(?:Associated|Distinguished|Appointed|Elected|Affiliated|Invited|Certified|Registered|Retired|Chartered"
    r"|Licensed|Named|Embedded)\b)[A-Z][a-z]+ed\s+(?:as|by|to|the|an?|\d|[a-z]+)\b"
)
"""What was done in a post: ``Joined as …``, ``Supervised three …``."""
_WHOLE, _PARTLY, _GUESSED = 0.95, 0.8, 0.65
"""How sure a post is: with role, named organisation and dates; with less; by the order of its lines."""


class Post(Struct):
    """A post being gathered from the lines of its entry."""

    lines: list[Line]
    notes: list[Block]
    above: Line | None = None
    """The line of an organisation that heads several posts."""

    @property
    def role(self) -> Line | None:
        """The line that names the role."""
        return next((line for line in self.lines if line.role), None)

    @property
    def organizations(self) -> list[Line]:
        """The lines that name the organisation: of the entry, or else the one above it."""
        own = [line for line in self.lines if line.organization]
        own = [line for line in own if _is_named(line)] or own
        if self.above and not any(_is_named(line) for line in own):
            return [self.above]
        return [*own, self.above] if self.above and all(_is_unit(line) for line in own) else own

    @property
    def when(self) -> DateRange | None:
        """The dates beside the role, or else the first ones printed."""
        lines = [line for line in (self.role, *self.lines) if line and line.when]
        return lines[0].when if lines else None

    @property
    def confidence(self) -> float:
        """How often such a post is read rightly: less where only order says what is what or a part lacks."""
        if not all(line.sure for line in self.lines):
            return _GUESSED
        named = any(_is_named(line) for line in self.organizations)
        return _WHOLE if named and self.when else _PARTLY


def gather_posts(blocks: Sequence[Block]) -> Iterator[Post]:
    """The posts of a section; what the first line names first (role, organisation, dates) begins an entry."""
    gatherer = _Gatherer()
    for block in blocks:
        if not is_table_head(block):
            for index, line in enumerate(_lines(block)):
                gatherer.take(line, index > 0)
    return iter(gatherer.posts)


class _Gatherer:
    def __init__(self) -> None:
        self.posts: list[Post] = []
        self.first: Line | None = None

    def take(self, line: Line, goes_on: bool) -> None:
        """Put a line into the post at hand or a new one; ``goes_on`` if it is of the same block."""
        if is_place_line(line.block.text):
            return
        line = self._guessed(line)
        post = self.posts[-1] if self.posts else None
        if post and _only_dates(line, post):
            line = replace(line, organization=None)
        says = line.role or line.organization or line.when
        if post and self._is_note(line, post, goes_on):
            post.notes.append(line.block)
        elif post and says and self._joins(line, post):
            _settle_role(post, line)
            post.lines.append(line)
        elif says:
            self.first = self.first or line
            if post and goes_on and line.organization and not post.organizations:
                post.above = line
            self.posts.append(Post([line], [], self._above(line, post, goes_on)))

    @property
    def layout(self) -> str:
        """What the first line of the section names first: ``role``, ``organization`` or ``when``."""
        if self.first is None or self.first.role:
            return "role"
        return "organization" if self.first.organization else "when"

    def _guessed(self, line: Line) -> Line:
        """A heading or bold line in the form of the first one names what that one names."""
        block = line.block
        post = self.posts[-1] if self.posts else None
        if post and not (line.role or line.organization or line.when) and _lacks_place(post, block):
            place = tightened(block.text, 0, len(block.text))
            return replace(line, organization=place, sure=False)
        if line.role or line.organization or not form_of(block):
            return guess_line(line)
        if self.first is None:
            heads = not line.when and len(block.text.split()) <= 8 and not is_usual(block)
            place = tightened(block.text, 0, len(block.text))
            return replace(line, organization=place, sure=False) if heads else guess_line(line)
        if form_of(block) != form_of(self.first.block) or line.when or len(block.text.split()) > 8:
            return guess_line(line)
        if self.layout == "when":
            return guess_line(line)
        place = tightened(block.text, 0, len(block.text))
        return replace(line, **{self.layout: place}, sure=False)

    def _above(self, line: Line, post: Post | None, goes_on: bool) -> Line | None:
        """The organisation under which a role stands that names none itself."""
        if post is None or not line.role or _is_whole(line):
            return None
        beside = post.above is not None and line.block.level == post.lines[0].block.level > 1
        headed = self.layout == "organization" or goes_on or beside or _is_below(line.block, post)
        found = post.organizations[-1 if post.above else 0] if headed and post.organizations else None
        unsure = line.organization is not None and not _is_unit(line)
        return None if found and unsure and (found.role or found.when) else found

    def _is_note(self, line: Line, post: Post, goes_on: bool) -> bool:
        """A duty, a list of areas or a mentor below a post, and no post of its own."""
        block, text = line.block, line.block.text
        if _DEED.match(text) or (
            goes_on and post.role and post.organizations and post.when and not line.when
        ):
            return True
        labelled = find_mentors(text) and not (line.when and (line.role or not post.when))
        if interests_label(block) or labelled:
            return True
        if line.when and line.role and len(text.split()) <= 30:
            return False
        if _is_below(block, post):
            return not self._completes(line, post)
        wordy = bool(_SENTENCE.search(text)) or len(text.split()) > 20
        return (wordy and not line.when) or not (line.role or line.organization or line.when)

    def _completes(self, line: Line, post: Post) -> bool:
        """A bullet that gives what the post lacks, and hardly more: ``Foo University``, ``2010–2012``."""
        short = len(line.block.text.split()) <= 12 and not _SENTENCE.search(line.block.text)
        if line.role:
            return short and (post.role is None or bool(line.when) or self.layout == "organization")
        place, text = line.organization, line.block.text
        whole = place and (place[1] - place[0] > len(text) / 2 or starts_with_person(text[: place[0]]))
        return short and bool((whole and not post.organizations) or (line.when and not post.when))

    def _joins(self, line: Line, post: Post) -> bool:
        """Whether a line goes on with the post rather than begin another."""
        if _is_date(line) and post.when is None and self.layout != "when":
            return True
        if post.notes and not _is_below(line.block, post):
            return False
        if line.role:
            apart = line.organization and post.organizations and not _is_unit(line)
            return post.role is None and not apart
        if line.when and post.when:
            return False
        if line.organization:
            follows = bool(post.lines[-1].organization) and not line.when
            begins = self.layout == "organization" and post.role is not None
            return not begins and (not post.organizations or follows)
        return True


def _is_date(line: Line) -> bool:
    """A line of nothing but dates and a place."""
    return bool(line.when and not line.role and not line.organization)


def _only_dates(line: Line, post: Post) -> bool:
    """Whether a line of dates holds a city that no table knows: the post has its organisation already."""
    lacks = post.role and post.organizations and not post.when
    return bool(lacks and line.when and not line.role and line.organization and not _is_named(line))


def _is_named(line: Line) -> bool:
    """Whether words say that the organisation of a line is one."""
    return line.organization is not None and is_organization(line.block.text[slice(*line.organization)])


def _is_whole(line: Line) -> bool:
    return _is_named(line) and not _is_unit(line)


def _is_unit(line: Line) -> bool:
    """Whether the organisation of a line is a part of another: ``School of Law``."""
    place = line.organization
    return place is not None and is_unit(line.block.text[slice(*place)])


def _lacks_place(post: Post, block: Block) -> bool:
    """A short line of capitals right below a role that has no organisation yet names that."""
    text = block.text
    capitals = sum(word[0].isupper() for word in re.findall(r"[^\W\d_]\w{2,}", text))
    names = 1 <= len(text.split()) <= 9 and 2 * capitals >= len(re.findall(r"[^\W\d_]\w{2,}", text))
    plain = not (_SENTENCE.search(text) or interests_label(block) or find_mentors(text) or ":" in text)
    follows = post.lines[-1].role is not None and not post.notes and not _is_below(block, post)
    return bool(names and plain and follows and not post.organizations and text[:1].isupper())


def _settle_role(post: Post, line: Line) -> None:
    """What was taken for an organisation for want of better is the role if the next line has a sure one."""
    first = post.lines[-1]
    if post.role is None and first.organization and not line.role and line.organization:
        named = is_organization(first.block.text[slice(*first.organization)])
        if not named and is_organization(line.block.text[slice(*line.organization)]):
            post.lines[-1] = replace(first, role=first.organization, organization=None, sure=False)


def _lines(block: Block) -> list[Line]:
    """The lines of a block, and the posts of a line that names several with dates each."""
    found: list[Line] = []
    for piece in hard_lines(block):
        parts = [read_line(part) for part in clauses(piece)]
        several = sum(bool(part.role and part.when) for part in parts) > 1
        found += parts if several else [read_line(piece)]
    return found


def _is_below(block: Block, post: Post) -> bool:
    """A bullet under a line that is none, or deeper than the one that the entry begins with."""
    first = post.lines[0].block
    return block.kind == "item" and (first.kind != "item" or block.level > first.level)
