"""Which paper introduces a product: its title begins with the name, or its abstract says "we introduce …"."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from scholargraph.model import Relation
from scholargraph.names.organizations import known_organization
from scholargraph.names.text import fold, words
from scholargraph.resolve.products import product_key
from scholargraph.resolve.things import Context, Thing

LEAST = 0.5
_VERB = (
    r"(?:introduc(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|present(?:s|ed|ing)?|releas(?:e|es|ed|ing)|develop(?:s|ed|ing)?|buil[dt]s?"
    r"|creat(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|describ(?:e|es|ed|ing)|call(?:ed)?|nam(?:e|ed|ely)"
    r"|term(?:ed)?|dub(?:bed)?|coin(?:ed)?"
    r"|open-sourc(?:e|ed|ing)|publish(?:ed)?|contribut(?:e|ed)|curat(?:e|ed)|construct(?:ed)?|offer|design(?:ed)?)"
)
_BY_US = (
    r"(?:\b(?:we|our|paper|work|report|article|study|it)\b[^.;]*?|^)"
    rf"(?<!recently )(?<!newly )(?<!previously )(?<!been )\b{_VERB}"
)
_BEFORE = tuple(
    re.compile(pattern + r"\s*$", re.I)
    for pattern in (
        rf"{_BY_US}\s+(?:(?!(?:on|of|with|for|to|in|from|using|as|by|than|how|and|that|results?)\b)[\w-]+\s+){{0,3}}[\"“'‘]?",
        rf"{_BY_US}\b[^.;]{{3,160}}(?:[,:(–—]|\bcalled|\bnamed|\btermed)",
        r"\b(?:we|our)\b[^.;]*\b(?:compil|assembl|distil|packag|organi[sz]|turn|combin|integrat|collect)\w*\b[^.;]{3,120}\binto",
    )
)
"""What stands before the name: ``we introduce``, ``we propose a benchmark,``, ``we compile data into``."""
_AFTER = re.compile(
    r"\s*(?:\([^)]*\)\s*)?"
    r"(?:,\s*the first\b|,?\s*(?:is|are|was) (?:introduced|proposed|presented|released)\b)",
    re.I,
)
_MENTION_ONLY = re.compile(r"\b(?:such as|like|e\.g\.,?|including|namely|unlike)\s+[^.;]*$", re.I)


class _Found(Struct, frozen=True, order=True):
    score: float
    reason: str


def links(context: Context) -> list[Relation]:
    """One ``introducedIn`` relation from each product to the paper that best introduces it, if any does."""
    works = [context.whole(work.id) for work in context.by_kind["work"] if context.same(work.id) == work.id]
    index = _index(works)
    products = [context.whole(one.id) for one in context.by_kind["product"] if context.same(one.id) == one.id]
    found = (_link(product, _likely(product, index), context) for product in products)
    return [relation for relation in found if relation]


def _link(product: Thing, works: Iterable[Thing], context: Context) -> Relation | None:
    scored = [
        (found, work) for work in works if (found := _introduces(work, product)) and found.score >= LEAST
    ]
    if not scored or "introducedIn.object" in product.neighbours:
        return None
    found, work = min(scored, key=lambda pair: (-pair[0].score, _date(pair[1]), pair[1].id))
    return Relation(
        id=f"{product.source}#r{hashlib.sha256(f'introducedIn|{product.id}|{work.id}'.encode()).hexdigest()[:10]}",
        kind="introducedIn",
        roles={"subject": (product.id,), "object": (work.id,)},
        mention=_passage(work, product),
        values={"score": (f"{found.score:.2f}",), "reason": (found.reason,)},
    )


def _introduces(work: Thing, product: Thing) -> _Found | None:
    """The strongest sign over all titles, abstracts and names."""
    signs = [
        sign
        for name in product.names
        for sign in (
            *(_title_sign(title, name) for title in work.names),
            *(_abstract_sign(abstract, name) for abstract in work.values.get("abstract", ())),
        )
        if sign
    ]
    return max(signs, default=None)


def _title_sign(title: str, name: str) -> _Found | None:
    key = product_key(name)
    head, _, tail = title.partition(":")
    if product_key(head) == key:
        return _Found(
            0.97, f"the title begins with the name: {title}" if tail else f"the title is the name: {title}"
        )
    if product_key(_without_maker(head)) == key:
        return _Found(0.9, f"the title begins with maker and name: {title}")
    if any(product_key(inner) == key for inner in re.findall(r"\(([^)]+)\)", title)):
        return _Found(0.9, f"the title has the name in parentheses: {title}")
    part = _named_part(title, name)
    return _Found(0.6, f"the title names {part}, of which {name} is a form: {title}") if part else None


def _without_maker(head: str) -> str:
    maker, _, rest = head.partition(" ")
    return rest if rest and known_organization(maker) else head


def _named_part(title: str, name: str) -> str:
    """A made-up name of two words or more in the title (``Apple-Pie``) by which the product's name begins."""
    whole = words(name)
    for token in re.findall(r"[A-Z][\w.]*(?:-[A-Z][\w.]*)+", title):
        parts = words(token)
        unnumbered = not any(part.isdigit() for part in whole)
        if 1 < len(parts) < len(whole) and whole[: len(parts)] == parts and unnumbered:
            return str(token)
    return ""


def _abstract_sign(abstract: str, name: str) -> _Found | None:
    """``we introduce NAME``, ``we propose a set, NAME``, ``NAME, the first …``; not ``such as NAME``."""
    if _as_one_word(name) not in _as_one_word(abstract):
        return None
    for sentence in re.split(r"(?<=[.!?])\s+", abstract):
        place = _place(sentence, name)
        if place is None or _MENTION_ONLY.search(sentence[: place.start()]):
            continue
        if any(pattern.search(sentence[: place.start()]) for pattern in _BEFORE):
            return _Found(0.88, f"the abstract says: {_shown(sentence, place)}")
        if _AFTER.match(sentence, place.end()):
            return _Found(0.75, f"the abstract says: {_shown(sentence, place)}")
    return None


def _place(text: str, name: str) -> re.Match[str] | None:
    """Where the name stands as a whole, in any case and hyphenation, and not as part of a longer name."""
    parts = [re.escape(part) for part in re.split(r"[\s\-_]+", re.sub(r"\s*\([^)]*\)\s*$", "", name)) if part]
    if not parts:
        return None
    return re.search(
        r"(?<![\w-])" + r"[\s\-_]*".join(parts) + r"(?!\w|-\w)", text, re.I if len(name) > 4 else 0
    )


def _shown(sentence: str, place: re.Match[str]) -> str:
    """The words around the name."""
    start, end = max(0, place.start() - 60), place.end() + 30
    return " ".join(sentence[start:end].split())


def _passage(work: Thing, product: Thing) -> str:
    """The passage of the paper that has the product's name, the title before the abstract; else its first."""
    named = [m for m in work.mentions if any(_place(m.span.quote, name) for name in product.names)]
    titled = [mention for mention in named if mention.name]
    return (titled or named or list(work.mentions))[0].id


def _likely(product: Thing, index: dict[str, list[Thing]]) -> Iterator[Thing]:
    """Papers that have the rarest word of one of the names, or the name written as one word."""
    keys = {key for name in product.names for key in (_as_one_word(name), _rarest(words(name), index)) if key}
    found = {work.id: work for key in keys for work in index.get(key, ())}
    return iter(found.values())


def _as_one_word(text: str) -> str:
    return fold(text).replace(" ", "")


def _rarest(tokens: Sequence[str], index: dict[str, list[Thing]]) -> str:
    present = [token for token in tokens if token in index]
    return min(present, key=lambda token: (len(index[token]), token), default="")


def _index(works: Iterable[Thing]) -> dict[str, list[Thing]]:
    """Papers by the words, and pairs of words written as one, of title and abstract."""
    index: defaultdict[str, list[Thing]] = defaultdict(list)
    for work in works:
        tokens = words(" ".join((*work.names, *work.values.get("abstract", ()))))
        for token in {*tokens, *(a + b for a, b in pairwise(tokens))}:
            index[token].append(work)
    return index


def _date(work: Thing) -> str:
    return min(work.values.get("datePublished", ()), default="9999")
