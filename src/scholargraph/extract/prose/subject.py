"""Of whom a sentence speaks: the clauses whose grammatical subject is the person the document is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from scholargraph.extract.prose.sentences import Sentence
from scholargraph.extract.prose.verbs import ADVERB, VERB, is_noun, tense_of
from scholargraph.extract.tables import pattern
from scholargraph.names.people import looks_like_person, parse_person, strip_titles

_TITLE = r"(?:(?:prof|dr|professor|mr|mrs|ms|doctor)\.?\s+)*"
_LETTERS = (
    r"(?:Ph\.?\s?D|M\.?D|J\.?D|D\.?Phil|M\.?P\.?H|M\.?B\.?A|M\.?S\.?N?|M\.?Sc|R\.?N|B\.?S\.?N|D\.?N\.?P|"
    r"Ed\.?D|Psy\.?D|LL\.?[MB]|P\.?E|FAAN|FACP|FACS|FRCP|FRS|FRSC|FBA|OBE|CBE|MBE|CPA|Esq|Jr|III)\.?"
)
_ASIDE = (
    rf"(?:(?:,?\s+{_LETTERS}(?![\w']))+,?|\s*\([^()]{{1,160}}\)(?:,\s+{_LETTERS},?)?|"
    r",? (?:along|together|jointly) with [^,]{3,60},)?"
)
_JOINED = re.compile(
    rf"(?:\b(?:and|but|then|or|yet|while)|[,;])\s*(?:(?:also|then|now|{ADVERB})\s+)*"
    r"(?:(?:in|since|until|by|from)\s+(?:\w+\s+)?(?:19|20)\d\d,?\s+)?$",
    re.I,
)
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|whom)\b", re.I)
_GERUND_LEAD = re.compile(r"\b(?:after|before|upon|since|while|following|prior to|besides)\s+$", re.I)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|my|My)\b(?!\.)")
_PARTICIPLE = re.compile(r"(?:Educated|Trained)$")
_RECEIVING = re.compile(r"(?:receiv|earn|obtain|complet|graduat|finish)ing")
_DENIED = re.compile(r"\s*(?:not|never|no longer|neither|n't|hardly)\b|n't\b")
_DATED = re.compile(
    r"(?:[,;]\s*(?:and|but|while)?|\b(?:and|but|while))\s*(?:then,?\s+)?"
    r"\b(?:from|in|since|between|until|during|as of|starting|beginning|for)\s[^,;]{0,30}?(?:19|20)\d\d"
    r"[^,;]{0,14}?,?\s*$",
    re.I,
)
_AGAIN = re.compile(
    rf",\s+and\s+(?=(?:(?:an?|the|his|her|my|their)\s+)?(?:{pattern('degrees.tsv', 'text', 'any')})"
    rf"(?![\w'])|(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}(?:{pattern('roles.tsv', 'any')})\b)"
)
_GOING = re.compile(
    r"^(?:\w+ )*(?:left|quit|moved|went|came|returned|relocated|departed|took\b.{0,25}\b(?:leave|off|break|"
    r"sabbatical))\b",
    re.I,
)
_DONE = {
    "work": "worked", "serve": "served", "join": "joined", "found": "founded", "co-found": "co-founded",
    "cofound": "cofounded", "start": "started", "launch": "launched", "establish": "established",
    "become": "became", "lead": "led", "head": "headed", "direct": "directed", "teach": "taught",
    "intern": "interned",
}  # fmt: skip
_PURPOSE = re.compile(rf"\bto (?P<verb>{'|'.join(_DONE)})(?P<as> as)?(?=\s)")
_EARLIER = re.compile(r"\b(?:prior|previous(?:ly)?|before|formerly|earlier|in the past|until)\b", re.I)


@dataclass(frozen=True)
class Clause:
    """A verb with our subject: ``text[start:end]`` of the sentence is what follows the verb."""

    sentence: Sentence
    verb: str
    """The verb as printed with its helpers, lower case: ``have been advised``."""
    start: int
    end: int
    tense: str
    """``present``, ``past``, ``perfect`` or ``future``."""
    begin: int = 0
    """Where the words before the verb begin that belong to this clause."""
    joint: bool = False
    """Whether its subject is ``we``: who made something, but no one's own career."""

    @property
    def rest(self) -> str:
        """What follows the verb."""
        return self.sentence.text[self.start : self.end]

    @property
    def lead(self) -> str:
        """What stands before the verb: an adverbial, the subject."""
        return self.sentence.text[self.begin : self.start - len(self.verb)]


@dataclass(frozen=True)
class Subject:
    """The person a text speaks of: referent, full names, and whether they speak themselves."""

    referent: str
    names: tuple[str, ...]
    speaks: bool = False

    @cached_property
    def names_pattern(self) -> str:
        """A pattern for any form of the name: full, given, family, with titles."""
        return rf"{_TITLE}(?:{'|'.join(_forms(self.names))})"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The person as subject of a sentence: a name, or the pronoun that stands for them."""
        pronoun = (
            r"\b(?:I|[Ww]e|[Mm]y name|[Tt]his(?= is [A-Z]))(?='|\s|$)"
            if self.speaks
            else r"\b(?:he|she|they|He|She|They)(?='|\s|$)"
        )
        return re.compile(rf"(?:(?<![\w'-])(?:{self.names_pattern})(?![\w-]|'s\b)|{pronoun}){_ASIDE}")

    @cached_property
    def possessive(self) -> str:
        """A pattern for ``my``, ``her``, ``Jane's``."""
        pronoun = "my|our" if self.speaks else "his|her|their"
        return rf"(?:\b(?i:{pronoun})|(?<![\w'-])(?:{self.names_pattern})'s?)"

    @cached_property
    def _at_end(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self.pattern.pattern})\)?(?:\s*,?\s*\b{ADVERB})*\s*,?\s*$")

    def governs(self, text: str, verb: re.Match[str]) -> bool:
        """Whether a verb has this person as its subject, directly or after ``and``."""
        place, before = verb.start(), text[: verb.start()]
        if subject := self._at_end.search(before):
            return not _is_namesake(before, subject)
        if _PARTICIPLE.match(verb[0]):
            return bool(self.pattern.search(text, place))
        subjects = [match for match in self.pattern.finditer(before) if not _is_namesake(before, match)]
        if _GERUND_LEAD.search(before):
            return bool(subjects) or bool(self.pattern.search(text, place))
        if subjects and before.endswith(", ") and _RECEIVING.fullmatch(verb[0]):
            return True
        noun = is_noun(verb[0], text[verb.end() :], not self.speaks)
        joined = bool(_JOINED.search(before) and subjects) and not noun
        return joined and not _RELATIVE.search(before, subjects[-1].end())

    def clauses(self, sentence: Sentence) -> list[Clause]:
        """The clauses of a sentence that say something of this person."""
        text = sentence.text
        verbs = [match for match in VERB.finditer(text) if self.governs(text, match)]
        if not verbs:
            return []
        cuts = [0, *(self._opening(text, match.start()) for match in verbs[1:]), len(text)]
        told = [
            Clause(
                *(sentence, match[0].lower(), match.end(), max(end, match.end())),
                *(tense_of(match[0]), begin, self._is_we(text, match.start())),
            )
            for match, begin, end in zip(verbs, cuts, cuts[1:], strict=False)
        ]
        return [part for clause in _resumed(told) if _is_fact(clause) for part in _with_purpose(clause)]

    def _is_we(self, text: str, verb: int) -> bool:
        """Whether the last subject before the verb is ``we``."""
        subjects = list(self.pattern.finditer(text, 0, verb))
        return bool(subjects) and subjects[-1][0].lower() == "we"

    def _opening(self, text: str, verb: int) -> int:
        """Where the clause of a verb begins: at its subject and the date before it, or at the ``and``."""
        if subject := self._at_end.search(text[:verb]):
            dated = _DATED.search(text[: subject.start()])
            return dated.start() if dated else subject.start()
        joint = _JOINED.search(text[:verb])
        return joint.start() if joint else verb

    def voice(self, texts: Iterable[str]) -> Subject:
        """The same person, speaking themselves if the texts say ``I`` or ``my``."""
        return Subject(self.referent, self.names, any(_FIRST_PERSON.search(text) for text in texts))


def _is_namesake(text: str, subject: re.Match[str]) -> bool:
    """``Her husband, Chidi Nwosu``: a name before the family name that is not the person's."""
    before = re.search(r"([A-ZÀ-Ž][\w.'-]+)\s+$", text[: subject.start()])
    name = re.match(r"[A-ZÀ-Ž][\w'-]{2,}", subject[0])
    return before is not None and name is not None and looks_like_person(f"{before[1]} {name[0]}")


def _is_fact(clause: Clause) -> bool:
    """Whether the clause states something: not denied, not imagined."""
    return not (_DENIED.match(clause.rest) or "would" in clause.verb or re.search(r"\b[Ii]f\s", clause.lead))


def _resumed(clauses: list[Clause]) -> Iterator[Clause]:
    """``holds a PhD from A, where he worked under B, and an MSc from C``: the first verb goes on after the
    relative clause."""
    main: Clause | None = None
    for clause in clauses:
        inner = main and re.search(r",\s*(?:where|which|who)\s*$", clause.sentence.text[: clause.begin])
        again = _AGAIN.search(clause.sentence.text, clause.start, clause.end) if inner else None
        if main and again:
            yield replace(clause, end=again.start())
            yield replace(main, start=again.end(), end=clause.end, begin=again.start())
        else:
            main = clause
            yield clause


def _with_purpose(clause: Clause) -> Iterator[Clause]:
    """``left A to found B``, ``took leave to work for B``: after going somewhere, the purpose is done too."""
    purpose = _PURPOSE.search(clause.sentence.text, clause.start, clause.end)
    if not purpose or not _GOING.search(f"{clause.verb}{clause.rest}"):
        yield clause
        return
    yield replace(clause, end=purpose.start())
    done = f"{_DONE[purpose['verb']]}{purpose['as'] or ''}"
    yield replace(clause, verb=done, start=purpose.end(), begin=clause.begin)


def earlier(clause: Clause) -> bool:
    """Whether the words before the verb place it in the past: ``Prior to that,`` ``Previously``."""
    return bool(_EARLIER.search(clause.lead))


def _forms(names: Iterable[str]) -> Iterator[str]:
    """Patterns of the names a text may use for one person, the longest first."""
    forms: set[str] = set()
    for name in map(strip_titles, names):
        parts = parse_person(name)
        given, family = " ".join(parts.given[:1]), " ".join(parts.family)
        middle = (
            rf"{re.escape(given)}(?:\s+[\w.'-]+){{0,2}}\s+{re.escape(family)}" if given and family else ""
        )
        forms |= {re.escape(form) for form in (name, given, family, *parts.nicknames) if len(form) > 1} | {
            middle
        }
    return iter(sorted(filter(None, forms), key=len, reverse=True))
