"""Texts → words, segments and phrases, folded so that spellings of one term count together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[-'’.+][^\W_]+)*")
_BREAK = re.compile(r"""[.!?]\s|[,;:()\[\]{}"“”—–/|\n]|\s-\s""")
_SHORT_FORM = re.compile(r"\(([A-Z][A-Za-z]*[A-Z])s?\)")
_ADDRESS = re.compile(r"\w+://\S+")


class Word(NamedTuple):
    """A word of a text: as printed, and its folded parts (several for a known short form)."""

    printed: str
    keys: tuple[str, ...]
    role: str
    """``telling``, ``weak`` (tells beside others only), ``connector`` or ``silent``."""

    @property
    def tells(self) -> bool:
        return self.role in {"telling", "weak"}


class Phrase(NamedTuple):
    """A run of words that could name a topic."""

    key: tuple[str, ...]
    printed: tuple[str, ...]


@cache
def _roles() -> dict[str, str]:
    """The words that tell nothing by themselves → ``connector``, ``weak`` or ``silent``."""
    text = (files("scholargraph.topics") / "stopwords.txt").read_text("utf-8")
    sections = re.split(r"^\[\w+\]$", re.sub(r"^#.*$", "", text, flags=re.M), flags=re.M)
    names = ("connector", "weak", "silent", "silent")
    return {word: name for name, section in zip(names, sections[1:], strict=True) for word in section.split()}


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word as it is compared: small letters, no hyphen, no accent, singular."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if c.isalnum() or c in "'’")
    plain = re.sub(r"['’].*$", "", plain)
    if len(plain) > 4 and plain.endswith("ies"):
        return plain[:-3] + "y"
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        return plain[:-1]
    return plain


def short_forms(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Short forms explained in the texts (``human feedback (HF)``) → the folded words they stand for.

    After A. Schwartz and M. Hearst, *A simple algorithm for identifying abbreviation definitions*, PSB 2003.
    """
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for text in texts:
        for found in _SHORT_FORM.finditer(text):
            short, before = found[1], _WORD.findall(text[max(0, found.start() - 150) : found.start()])
            parts = [part for word in before for part in word.split("-")]
            last = [part for part in parts if _roles().get(part.lower()) != "connector"][-len(short) :]
            if "".join(word[0] for word in last).lower() == short.lower():
                seen[fold(short), tuple(fold(word) for word in last)] += 1
    best = sorted(seen.items(), key=lambda item: (item[1], item[0]))
    return {short: meaning for (short, meaning), _ in best}


def segments(text: str, known: dict[str, tuple[str, ...]]) -> Iterator[list[Word]]:
    """The runs of words between punctuation marks."""
    for run in _BREAK.split(_ADDRESS.sub(" . ", text)):
        words = [_word(printed, known) for printed in _WORD.findall(run)]
        if words:
            yield words


def _word(printed: str, known: dict[str, tuple[str, ...]]) -> Word:
    folded = fold(printed)
    usual = "telling" if len(folded) > 1 and not folded.isnumeric() else "silent"
    return Word(printed, known.get(folded, (folded,)), _roles().get(printed.lower(), usual))


def grams(words: list[Word], longest: int = 3) -> Iterator[str]:
    """The runs of 1 to ``longest`` telling words; weak words not alone."""
    run: list[tuple[str, str]] = []
    for word in [*words, Word("", (), "silent")]:
        if word.tells:
            run.extend((key, word.role) for key in word.keys)
            continue
        for length in range(1, longest + 1):
            for start in range(len(run) - length + 1):
                taken = run[start : start + length]
                if any(role == "telling" for _, role in taken):
                    yield " ".join(key for key, _ in taken)
        run = []


def phrases(words: list[Word], longest: int = 6) -> Iterator[Phrase]:
    """The runs of 1 to ``longest`` words that could be a noun phrase: telling words, at most one
    connector inside.
    """
    for start, first in enumerate(words):
        if not first.tells or first.printed.lower().endswith("ly") or first.printed[0].isdigit():
            continue
        connectors = 0
        for end in range(start, min(start + longest, len(words))):
            word = words[end]
            connectors += word.role == "connector"
            if word.role == "silent" or connectors > 1:
                break
            taken = words[start : end + 1]
            inner = end + 1 < len(words) and words[end + 1].tells
            if not inner and _closes(word) and any(one.role == "telling" for one in taken):
                key = tuple(key for one in taken if one.tells for key in one.keys)
                yield Phrase(key, tuple(one.printed for one in taken))


def _closes(word: Word) -> bool:
    """Whether a noun phrase can end here: not with a connector, nor an adverb or participle by its ending."""
    return word.tells and not word.printed.lower().endswith(("ed", "ly"))
