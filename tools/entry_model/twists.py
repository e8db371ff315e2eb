"""What makes titles hard: words that mean something elsewhere in an entry, numbers, brackets, names."""

from __future__ import annotations

from functools import cache
from random import Random

from scholargraph.extract.tables import rows

from .names import draw_person, print_name
from .vocabulary import terms

_CUES = (
    "stat",
    "work",
    "thesis",
    "univ",
    "pub",
    "book",
    "edit",
    "award",
    "note",
    "link",
    "pre",
    "month",
    "talk",
    "nope",
    "proc",
    "conf",
    "jour",
    "org",
    "with",
    "ord",
    "say",
)


def twist(rng: Random, title: str) -> str:
    """The title with one thing that misleads: ``… in revision surgery``, ``(SALTLESS)``, ``4,300 women``."""
    return rng.choice(_TWISTS)(rng, title)


@cache
def _cue_words() -> tuple[str, ...]:
    """Words of classes that stand for fields of an entry."""
    table = rows("entry_words.tsv")
    return tuple(sorted(word for name in _CUES for word in table[name] if word.isalpha() and len(word) > 2))


def _cue(rng: Random) -> str:
    return rng.choice(_cue_words())


def _place(rng: Random) -> str:
    return rng.choice(terms("places")).split(",")[0]


def _noun(rng: Random) -> str:
    return rng.choice(terms("nouns"))


def _name(rng: Random) -> str:
    return print_name(draw_person(rng), rng.choice(("full", "init", "first", "family")))


def _number(rng: Random) -> str:
    amount = rng.randint(1001, 990_000)
    return rng.choice((f"{amount:,}", f"{rng.randint(2, 99)}", f"{rng.random() * 9:.1f}%", f"{amount % 90}%"))


def _short(rng: Random) -> str:
    letters = rng.choice(terms("acronyms"))
    return rng.choice((letters.upper(), letters, f"{letters}-{rng.randint(1, 4)}"))


_TWISTS = (
    lambda r, t: f"{t} in {_cue(r)} {_noun(r)}",
    lambda r, t: f"{t} in {_cue(r)} {_noun(r)}",
    lambda r, t: f"{t} in {_cue(r)}",
    lambda r, t: f"{t}: a {_cue(r)}",
    lambda r, t: f"{t}: a {r.choice(terms('adjectives'))} {_cue(r)}",
    lambda r, t: f"{t}: a {_cue(r)} {_noun(r)}",
    lambda r, t: f"{_cue(r)} and {t}",
    lambda r, t: f"the {_cue(r)} of {t}",
    lambda r, t: f"{t} under {_cue(r)} {_noun(r)}s",
    lambda r, t: f"{t} ({_short(r)})",
    lambda r, t: f"{t} ({_short(r)}): a {r.choice(terms('adjectives'))} {_noun(r)}",
    lambda r, t: f"{t} in {_number(r)} {_noun(r)}s",
    lambda r, t: f"{_number(r)} {_noun(r)}s: {t}",
    lambda r, t: (
        f"{_noun(r)} with {_noun(r)}s, {r.choice(('revisited', 'again', 'reconsidered', 'explained'))}"
    ),
    lambda r, t: f"{t} from {r.choice(('north-western', 'southern', 'east', 'upper'))} {_place(r)}",
    lambda r, t: f"{t} in {_place(r)}",
    lambda r, t: f"{t} in {r.choice(('Northern', 'Central', 'Sub-Saharan', 'rural'))} {_place(r)}",
    lambda r, t: f"{t} on {r.randint(3, 99)} {_noun(r)}s",
    lambda r, t: _place(r),
    lambda r, t: _noun(r),
    lambda r, t: f"{_noun(r)}s, {_noun(r)}s and {r.choice(terms('everyday'))}",
    lambda r, t: f"{_noun(r)}s, {r.choice(terms('everyday'))}: {t}",
    lambda r, t: f"{t}, {r.choice(terms('adverbs'))}?",
    lambda r, t: f"{t} at station {_short(r).upper()}",
    lambda r, t: f"review of {t}, by {_name(r)}",
    lambda r, t: f"review of {_name(r)}, {t}",
    lambda r, t: f"book review: {t}",
    lambda r, t: f"{_name(r)}’s {t}",
    lambda r, t: f"{t} after {_name(r)}",
    lambda r, t: f"{_name(r)} and {_name(r)} on {t}",
    lambda r, t: f"{t}, {r.randint(1850, 1990)}–{r.randint(1991, 2024)}",
    lambda r, t: f"{t} since {r.randint(1950, 2020)}",
    lambda r, t: f"{t}, part {r.choice(('I', 'II', 'III', '1', '2'))}",
    lambda r, t: f"{t} vs. {_noun(r)}",
    lambda r, t: f"{t} in {r.choice(('E. coli', 'C. elegans', 'the U.S.', 'D. melanogaster', 'St. Louis'))}",
    lambda r, t: (
        f"{r.choice(('31P', '13C', '1H', 'Nb3Sn', 'Ni(0)', 'C–S', '1,2-diol', 'p53', 'α-helix'))} {t}"
    ),
    lambda r, t: f"‘{_noun(r)}’ or ‘{_noun(r)}’? {t}",
    lambda r, t: f"“{_noun(r)}, {_noun(r)}!” {t}",
)
