"""Facts out of running text: what sentences say of the person a document is about.

A sentence is cut into clauses whose subject is that person (``I``, ``she``, the name); each rule looks at the
verb of a clause and what follows it. What a rule does not understand it leaves alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from scholargraph.extract.prose.advice import tell_hosts, tell_lone_advice
from scholargraph.extract.prose.awards import tell_awards, tell_awards_of_work, tell_given_awards
from scholargraph.extract.prose.context import Prose, mark
from scholargraph.extract.prose.degree_forms import (
    tell_bracketed_degrees,
    tell_degree_line,
    tell_ongoing_degree,
    tell_owned_degree,
)
from scholargraph.extract.prose.degrees import tell_degrees
from scholargraph.extract.prose.honours import tell_honours
from scholargraph.extract.prose.making import tell_called, tell_made, tell_owned_products
from scholargraph.extract.prose.occupations import tell_occupations
from scholargraph.extract.prose.outcomes import tell_outcomes
from scholargraph.extract.prose.positions import tell_headline, tell_positions
from scholargraph.extract.prose.sentences import Sentence, sentences
from scholargraph.extract.prose.stays import tell_stays
from scholargraph.extract.prose.studies import tell_studies
from scholargraph.extract.prose.subject import Clause, Subject
from scholargraph.extract.prose.topics import tell_interests, tell_owned_interests
from scholargraph.extract.prose.usage import tell_use
from scholargraph.extract.telling import Telling
from scholargraph.model import Block

__all__ = ["tell_prose"]

_CLAUSE_RULES: tuple[Callable[[Prose, Clause], None], ...] = (
    tell_positions,
    tell_occupations,
    tell_hosts,
    tell_ongoing_degree,
    tell_degrees,
    tell_studies,
    tell_awards,
    tell_honours,
    tell_interests,
    tell_made,
)
_SENTENCE_RULES: tuple[Callable[[Prose, Sentence], object], ...] = (
    tell_owned_degree,
    tell_bracketed_degrees,
    tell_called,
    tell_given_awards,
    tell_stays,
    tell_outcomes,
    tell_use,
)
_OWNED_RULES: tuple[Callable[[Prose, Sentence], bool], ...] = (
    tell_owned_products,
    tell_awards_of_work,
    tell_owned_interests,
)
"""Sentences on something of the person's (``her research …``): the first that fits tells."""


def tell_prose(
    telling: Telling, blocks: Iterable[Block], subject: str, names: Sequence[str], others: Sequence[str] = ()
) -> None:
    """Tell what the sentences of some blocks say of a person: posts, degrees, mentors, awards,
    interests, products, use.

    ``subject`` is the person's referent, ``names`` the full names under which the text may speak of them,
    ``others`` the names of further people the same text is about.
    """
    blocks = list(blocks)
    who = Subject(subject, tuple(names)).voice(block.text for block in blocks)
    told = [sentence for block in blocks for sentence in sentences(block)]
    prose = Prose(telling, who, list(_own(told, who, others)))
    for sentence in prose.sentences:
        if mark(sentence) not in prose.handled:
            _tell_sentence(prose, sentence)


def _own(told: Iterable[Sentence], subject: Subject, others: Sequence[str]) -> Iterator[Sentence]:
    """The sentences about the subject in a text about several people: from its name to another's."""
    rivals = [Subject("", (name,)) for name in others]
    mine = True
    for sentence in told:
        named = [bool(re.search(who.names_pattern, sentence.text)) for who in (subject, *rivals)]
        mine = named[0] if any(named) else mine
        if mine:
            yield sentence


def _tell_sentence(prose: Prose, sentence: Sentence) -> None:
    clauses = prose.subject.clauses(sentence)
    before = prose.degree
    for clause in clauses:
        for rule in (tell_made,) if clause.joint else _CLAUSE_RULES:
            rule(prose, clause)
    for told in _SENTENCE_RULES:
        told(prose, sentence)
    any(tell(prose, sentence) for tell in _OWNED_RULES)
    if not clauses and not tell_headline(prose, sentence):
        tell_degree_line(prose, sentence)
    if prose.degree == before and not any(clause.verb.endswith(" as") for clause in clauses):
        tell_lone_advice(prose, sentence)
