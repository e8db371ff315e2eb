"""Titles of all fields of learning, from a small grammar."""

from __future__ import annotations

import re
from random import Random

from .names import draw_person
from .twists import twist
from .vocabulary import lines, terms, topics

_SMALL = {
    "of",
    "for",
    "in",
    "with",
    "from",
    "and",
    "the",
    "a",
    "an",
    "on",
    "by",
    "to",
    "as",
    "or",
    "via",
    "under",
    "its",
}
_RARE_SYLLABLES = [
    "bi",
    "tri",
    "neo",
    "post",
    "meta",
    "para",
    "iso",
    "hyper",
    "micro",
    "macro",
    "proto",
    "pseudo",
    "auto",
    "photo",
    "thermo",
    "electro",
]
_RARE_ENDS = [
    "morphism",
    "genesis",
    "graphy",
    "logy",
    "tropy",
    "plasty",
    "ectomy",
    "valence",
    "ation",
    "icity",
    "ization",
    "metrics",
    "scopy",
    "lysis",
    "phase",
    "ment",
    "ness",
    "ing",
    "ling",
    "istan",
    "ica",
    "ulus",
    "onia",
]


def draw_title(rng: Random, case: str) -> str:
    """One title; ``case`` is ``title`` or ``sentence``."""
    if rng.random() < 0.04:
        return _foreign(rng)
    title = rng.choice(_PLAIN if rng.random() < 0.35 else _SHAPES)(rng)
    if rng.random() < 0.18:
        title = twist(rng, title)
    title = re.sub(r"\s+", " ", title).strip()
    return _title_case(title) if case == "title" else _sentence_case(title)


def phrase(rng: Random) -> str:
    """A noun phrase of one to six words."""
    noun = rng.choice(topics()) if rng.random() < 0.2 else _noun(rng)
    for _ in range(rng.choice((0, 0, 1, 1, 1, 2))):
        noun = f"{rng.choice(terms('adjectives'))} {noun}"
    draw = rng.random()
    if draw < 0.06:
        return f"{rng.choice(terms('acronyms'))} {noun}"
    if draw < 0.1:
        return f"{rng.choice(terms('acronyms'))}-{rng.choice(('based', 'induced', 'driven', 'type'))} {noun}"
    return f"the {noun}" if draw < 0.17 else noun


def acronym(rng: Random) -> str:
    """The name of a system: ``PalmNet``, ``FLORA``, ``T2-Seg``."""
    base = rng.choice(terms("nouns")).split()[0]
    made = [
        base.upper()[:5],
        base.capitalize() + rng.choice(("Net", "GPT", "Bench", "LM", "Former", "DB", "++", "3D")),
        base.capitalize(),
        f"{base[0].upper()}-{base.capitalize()}",
        f"{base[0].upper()}{base[1:3].upper()}{base[3:5]}",
        f"{base[:1].lower()}{base[1:3].upper()}",
        f"{base.capitalize()}-{rng.randint(2, 70)}B",
        f"{base[0].upper()}{base[:4].capitalize()}",
        f"{base[0].upper()}{rng.randint(2, 4)}{rng.choice('ABDGQV')}",
        f"{base[:2].upper()}-{base[:3].capitalize()}",
    ]
    return rng.choice(made)


def _noun(rng: Random) -> str:
    if rng.random() < 0.15:
        return rng.choice(_RARE_SYLLABLES) + rng.choice(_RARE_ENDS)
    return rng.choice(terms("nouns"))


def _np(rng: Random) -> str:
    draw = rng.random()
    if draw < 0.45:
        return phrase(rng)
    if draw < 0.85:
        return f"{phrase(rng)} {rng.choice(terms('small'))} {phrase(rng)}"
    return f"{phrase(rng)} and {phrase(rng)}"


def _work(rng: Random) -> str:
    return f"{rng.choice(terms('verbs'))} {_np(rng)}"


def _question(rng: Random) -> str:
    ask = (
        "does {0} {1} {2}?",
        "what is {0}?",
        "is {0} {2}?",
        "who {1}s {0}?",
        "how do {0} {1} {2}?",
        "why {0}?",
        "when {0} {1} {2}: a {3} after all?",
        "can {0} {1} {2}?",
        "should we {1} {0}? Evidence from {2}",
    )
    verb = rng.choice(
        ("need", "matter for", "change", "beat", "explain", "help", "trust", "follow", "predict")
    )
    return rng.choice(ask).format(phrase(rng), verb, phrase(rng), rng.choice(terms("nouns")))


def _place(rng: Random) -> str:
    return rng.choice(terms("places")).split(",")[0]


def _era(rng: Random) -> str:
    start = rng.randint(1400, 1995)
    return f"{start}{rng.choice('-–')}{start + rng.randint(3, 60)}"


def _person(rng: Random) -> str:
    who = draw_person(rng)
    return rng.choice((f"{who.given[0]} {who.family}", who.family, f"{who.family}’s", f"{who.family}'s"))


def _one(rng: Random, name: str) -> str:
    return rng.choice(terms(name))


_PLAIN = (
    lambda r: f"{r.choice(terms('verbs'))} {_one(r, 'everyday')} {_one(r, 'adverbs')}",
    lambda r: f"{_one(r, 'adjectives')} {_one(r, 'everyday')} {_one(r, 'plain_verbs')} {_one(r, 'everyday')}",
    lambda r: f"{_one(r, 'everyday')} without {_one(r, 'everyday')}",
    lambda r: f"{_one(r, 'everyday')} and {_one(r, 'nouns')}",
    lambda r: f"{_one(r, 'everyday')} and {_one(r, 'everyday')}",
    lambda r: f"how to {_one(r, 'plain_verbs')} {_one(r, 'everyday')} {_one(r, 'adverbs')}",
    lambda r: f"when the {_one(r, 'everyday')} {_one(r, 'plain_verbs')}s",
    lambda r: f"who {_one(r, 'plain_verbs')}s for the {_one(r, 'everyday')}? {_np(r)}",
    lambda r: f"why does the {_one(r, 'everyday')} {_one(r, 'plain_verbs')}?",
    lambda r: f"the {_one(r, 'everyday')} to {_one(r, 'nouns')}: {_np(r)}",
    lambda r: f"{_one(r, 'plain_verbs')} me if you can",
    lambda r: f"no {_one(r, 'everyday')}, no {_one(r, 'everyday')}, no {_one(r, 'nouns')}",
    lambda r: f"a {_one(r, 'everyday')} for {_one(r, 'adjectives')} {_one(r, 'everyday')}",
    lambda r: f"{_one(r, 'everyday')}s that {_one(r, 'plain_verbs')}: {_np(r)}",
    lambda r: f"{_one(r, 'nouns')}: the first {r.choice(('forty', 'ten', 'hundred'))} years",
    lambda r: f"{_one(r, 'adjectives')} {_one(r, 'everyday')} {_one(r, 'adverbs')}",
    lambda r: f"{_one(r, 'everyday')}, {_one(r, 'adverbs')}",
    lambda r: f"please {_one(r, 'plain_verbs')} up: {_np(r)}",
    lambda r: f"the {_one(r, 'everyday')} is a {_one(r, 'everyday')}",
    lambda r: f"what {_one(r, 'everyday')}s {_one(r, 'plain_verbs')} and what they {_one(r, 'plain_verbs')}",
    lambda r: f"review of {_person(r)}, {_np(r)}",
    lambda r: f"{_np(r)} in {r.choice((*terms('acronyms'), *terms('places')))}",
    lambda r: f"{_work(r)} in {r.choice(terms('acronyms'))}",
    lambda r: f"{_work(r)} in {_np(r)}",
    lambda r: f"{_np(r)} in {_np(r)}",
    lambda r: f"{_np(r)} in {r.choice(terms('settings'))}",
)


_SHAPES = (
    _np,
    _np,
    _np,
    _np,
    _work,
    _work,
    _work,
    lambda r: f"{_np(r)} {r.choice(terms('small'))} {_np(r)}",
    lambda r: f"{_np(r)} {r.choice(terms('small'))} {_np(r)}",
    lambda r: f"{_work(r)} {r.choice(terms('small'))} {_np(r)}",
    lambda r: f"{phrase(r)}: {_np(r)}",
    lambda r: f"{phrase(r)}: {_work(r)}",
    lambda r: f"{_np(r)}: {_np(r)} {r.choice(terms('small'))} {_np(r)}",
    lambda r: f"{acronym(r)}: {_np(r)}",
    lambda r: f"{acronym(r)}: {_work(r)}",
    lambda r: f"{acronym(r)}: {_work(r)} {r.choice(terms('small'))} {_np(r)}",
    _question,
    lambda r: f"{_question(r)} {_np(r)}",
    lambda r: f"on the {r.choice(terms('nouns'))} of {_np(r)}",
    lambda r: f"towards {_np(r)}",
    lambda r: f"a note on {_np(r)}",
    lambda r: f"an introduction to {_np(r)}",
    lambda r: f"{r.choice(terms('surveys'))} on {_np(r)}",
    lambda r: f"{_person(r)} and {_np(r)}",
    lambda r: f"{_person(r)} on {_np(r)}",
    lambda r: f"{_np(r)} in {_place(r)}, {_era(r)}",
    lambda r: f"{_np(r)}: evidence from {_place(r)}",
    lambda r: f"{_np(r)}. {_np(r)}",
    lambda r: f"“{r.choice(terms('verbs'))} {phrase(r)}”: {_np(r)}",
    lambda r: f"the “{r.choice(terms('nouns'))}” of {_np(r)}",
    lambda r: f"{_noun(r)}, {_noun(r)}, and {phrase(r)}",
    lambda r: f"{phrase(r)}, {phrase(r)}, and the {_noun(r)} of {_np(r)}",
    lambda r: _noun(r),
    lambda r: f"{_np(r)} (part {r.choice(('I', 'II', '2'))})",
    lambda r: f"{_np(r)} — {_np(r)}",
    lambda r: f"{_np(r)} - {_np(r)}",
    lambda r: f"{_noun(r)} {r.choice(terms('endings'))}: {_np(r)}",
    lambda r: f"the {r.choice(terms('nouns'))} {r.choice(terms('venue_words'))} of {_np(r)}",
    lambda r: f"findings of {_np(r)} at the {r.choice(terms('nouns'))} workshop",
    lambda r: f"{_np(r)}: a randomized controlled trial of {phrase(r)} in {r.randint(20, 4000)} patients",
    lambda r: f"{_np(r)} with {r.choice(terms('formulas'))} {r.choice(terms('nouns'))}",
    lambda r: f"{r.choice(terms('openings'))} {_np(r)}",
    lambda r: f"{r.choice(terms('adjectives'))} but {r.choice(terms('adjectives'))}: {_np(r)}",
    lambda r: f"{_np(r)}! {_np(r)}",
    lambda r: f"the {_noun(r)} v. the {_noun(r)}: {_np(r)}",
)


def _foreign(rng: Random) -> str:
    _, shapes, words = rng.choice(lines("foreign", "tsv")).split("\t")
    pool = words.split(";")
    return re.sub(r"\{n\}", lambda _: rng.choice(pool), rng.choice(shapes.split("|")))


def _title_case(title: str) -> str:
    words = title.split(" ")
    return " ".join(
        word if i and word in _SMALL and not words[i - 1].endswith(":") else _raised(word)
        for i, word in enumerate(words)
    )


def _sentence_case(title: str) -> str:
    parts = re.split(r"(?<=[.?!] )", title)
    return "".join(_raised(part) for part in parts)


def _raised(word: str) -> str:
    spot = next((i for i, char in enumerate(word) if char.isalnum()), 0)
    if word[spot : spot + 1] in "ℓβ":
        return word
    return word[:spot] + word[spot : spot + 1].upper() + word[spot + 1 :]
