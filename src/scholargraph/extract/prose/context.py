"""What the rules of prose share: the telling, the person spoken of, and the last degree and post told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scholargraph.extract.dates import DateRange, find_when
from scholargraph.extract.known import tell_known
from scholargraph.extract.organizations import tell_organizations
from scholargraph.extract.prose.phrases import Employer
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Clause, Subject
from scholargraph.extract.telling import Telling, cite, cite_lines
from scholargraph.model import Span

_LEAD_DATE = re.compile(
    r"\s*(?:(?i:and|but|then|back|later|earlier|early|late|starting|beginning)\s+)*"
    r"((?i:from|in|since|between|during|until|as of|on)\b[^,]{4,40}?)"
    r"(?:$|\s+(?=(?i:I|he|she|they)\b|[A-Z][a-z]+\b(?! ?\d)))"
)
CONFIDENCE = 0.85
"""How often a sentence pattern reads rightly."""
LESS_SURE = 0.6
"""The same of a pattern that is rather a guess."""


@dataclass
class Prose:
    """The state of reading some paragraphs."""

    telling: Telling
    subject: Subject
    sentences: Sequence[Sentence] = ()
    degree: str = ""
    """The last degree relation told, for the advisors that a later sentence names."""
    doctorate: bool = False
    employer: tuple[Sentence, Employer] | None = None
    """The organisation of the last post told, and the sentence that names it."""
    post: tuple[Sentence, str, str] | None = None
    """The post told last: the sentence, its title and its relation."""
    learner: tuple[str, str] = ("", "")
    """Title and relation of the current post told last in which someone is advised: student, postdoc."""
    studies: tuple[Sentence, Place, Employer] | None = None
    """Where the title of the current student's post told last stands, and its organisation."""
    mentored: set[tuple[int, int, str]] = field(default_factory=set)
    """Sentences (line, start) with the mentors told on them."""
    handled: set[tuple[int, int]] = field(default_factory=set)
    """Sentences (line, start) that were read together with an earlier one."""

    def evidence(self, kind: str, span: Span, confidence: float = CONFIDENCE) -> str:
        """A passage that bears a relation."""
        return self.telling.evidence(kind, span, confidence=confidence)

    def link(self, kind: str, span: Span, subject: str, object_: str) -> None:
        """A link between two things, with its passage."""
        if subject and object_ and subject != object_:
            self.telling.relate(kind, self.evidence(kind, span), {"subject": subject, "object": object_})

    def people(self, sentence: Sentence, places: Iterable[Place]) -> list[str]:
        """Tell the people named at these places; gives their referents, the subject left out."""
        told = [
            tell_known(self.telling, "person", sentence.cite(*place), sentence.printed(*place))
            for place in places
        ]
        return [person for person in dict.fromkeys(told) if person != self.subject.referent]

    def organizations(
        self, sentence: Sentence, place: Place, values: Mapping[str, str] | None = None
    ) -> tuple[str, ...]:
        """Tell the organisation, or the joint units, named at a place."""
        start, end = sentence.start + place.start, sentence.start + place.end
        return tell_organizations(self.telling, sentence.block, start, end, values)

    def after(self, sentence: Sentence) -> Sequence[Sentence]:
        """The sentences that follow one."""
        index = next((i for i, other in enumerate(self.sentences) if other is sentence), len(self.sentences))
        return self.sentences[index + 1 :]


def cite_both(telling: Telling, first: Sentence, last: Sentence) -> Span:
    """The words from one sentence to the end of a later one."""
    if first.block is last.block:
        return cite(first.block, first.start, last.end)
    return cite_lines(telling.document, first.block, last.block)


def mark(sentence: Sentence) -> tuple[int, int]:
    """What a sentence is remembered by."""
    return sentence.block.start_line, sentence.start


def when_in(text: str, start: int, end: int, name: Place | None = None) -> DateRange | None:
    """The dates in ``text[start:end]``; ``between 2015 and 2018`` and ``2015 and 2018`` after it count
    as a range; figures in ``name`` (``Huawei 2012 Laboratory``) are no dates."""
    if name is not None and start <= name.start < name.end <= end:
        text = f"{text[: name.start]}{' ' * (name.end - name.start)}{text[name.end :]}"
    part = re.sub(
        r"\bbetween (\S+(?: (?:19|20)\d\d)?) and (?=\S*\s?(?:19|20)\d\d)",
        r"from    \1  - ",
        text[start:end],
        flags=re.I,
    )
    return find_when(part)


def lead_date(clause: Clause) -> DateRange | None:
    """The dates before the subject: ``From 2010 to 2014, she was …``; ``Earlier, in 2015, …``."""
    adverbials = (_LEAD_DATE.match(piece) for piece in re.split(r"[,;]", clause.lead))
    return next((when for m in adverbials if m and (when := when_in(m[1], 0, len(m[1])))), None)
