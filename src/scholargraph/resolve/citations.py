"""Which paper a citation key such as ``[AB+21]`` stands for: initials, year, and what the sentence is about.

Every paper whose authors fit the letters is a candidate and gets a judgement, whatever its year. The evidence
for each is added up as log-odds; the scores are the shares of the candidates and of "a paper not known here".
Two keys of one page are two papers, so that keys with the same letters are looked at together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from math import exp, prod

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.model import Judgement
from scholargraph.resolve.keys import (
    CitationKey,
    Fit,
    around,
    authors_fit,
    letters_for,
    letters_of,
    parse_key,
    work_authors,
    year_fit,
)
from scholargraph.resolve.relevance import Relevance
from scholargraph.resolve.things import Context, Thing

SAME, MARGIN, DIFFERENT = 0.6, 2.5, 0.2
"""The paper has the share ``SAME`` and ``MARGIN`` times that of the next; below ``DIFFERENT``, another."""
MOST_CASES = 20_000
"""So many ways to give papers to the keys of a page are looked at together; beyond that each key alone."""
_UNKNOWN = 1.0
"""Log-odds that a paper not known here is meant."""
_FIT, _LETTER, _OWN, _TOPIC = 2.0, 0.5, 1.0, 8.0


class _Candidate(Struct, frozen=True):
    work: Thing
    weight: float
    reasons: tuple[str, ...]


class _Key(Struct, frozen=True):
    """One key of one page: all passages that print it, and the papers that it may stand for."""

    citations: tuple[Thing, ...]
    candidates: tuple[_Candidate, ...]


def judge(context: Context) -> tuple[list[Judgement], list[tuple[str, str]]]:
    """Judgements on every (citation, work) pair whose initials fit, and the pairs that are one paper."""
    works = [context.whole(work.id) for work in context.by_kind["work"] if context.same(work.id) == work.id]
    relevance = Relevance(works)
    index = _index(works, context)
    judged: list[Judgement] = []
    for page in _pages(context.by_kind["citation"]):
        keys = [_key(citations, index, relevance, context) for citations in page]
        for key, shares in zip(keys, _shares(keys), strict=True):
            judged += _decided(_judgements(key, shares), context)
    pairs = [(one.left, one.right) for one in judged if one.verdict == "same"]
    return judged, pairs + _by_people_alone(context, judged)


def _pages(citations: Iterable[Thing]) -> list[list[list[Thing]]]:
    """Keys with the same letters on one page, each with all its passages."""
    pages: defaultdict[tuple[str, str], defaultdict[str, list[Thing]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for citation in citations:
        if key := parse_key(citation.name):
            pages[citation.source, "".join(sorted(key.letters))][citation.name].append(citation)
    return [[page[name] for name in sorted(page)] for _, page in sorted(pages.items())]


def _index(works: Iterable[Thing], context: Context) -> dict[str, list[Thing]]:
    index: defaultdict[str, list[Thing]] = defaultdict(list)
    for work in works:
        for letters in letters_of(work_authors(work, context)):
            index[letters].append(work)
    return index


def _key(
    citations: Sequence[Thing], index: dict[str, list[Thing]], relevance: Relevance, context: Context
) -> _Key:
    key = parse_key(citations[0].name)
    near = {work.id: work for letters in (letters_for(key) if key else ()) for work in index.get(letters, ())}
    works = [near[work_id] for work_id in sorted(near)]
    fits = [(work, fit) for work in works if key and (fit := authors_fit(key, work_authors(work, context)))]
    said = " ".join(around(citation.name, text) for citation in citations for text in _contexts(citation))
    told = relevance.of(said, [work for work, _ in fits])
    candidates = (
        _candidate(key, work, (fit, share, shared), citations[0], context)
        for (work, fit), (share, shared) in zip(fits, told, strict=True)
        if key
    )
    return _Key(tuple(citations), tuple(candidates))


def _contexts(citation: Thing) -> tuple[str, ...]:
    return citation.values.get("context", ())


def _candidate(
    key: CitationKey, work: Thing, seen: tuple[Fit, float, list[str]], citation: Thing, context: Context
) -> _Candidate:
    fit, share, shared = seen
    year = year_fit(key, work, context)
    owner = context.subjects.get(citation.source, "")
    own = bool(owner) and context.same(owner) in context.around(work, "authorship.author")
    letters = _LETTER * (len(key.letters) - 3)
    weight = _FIT * (2 * fit.value - 1) + letters + year.value + _TOPIC * share + _OWN * own
    about = f"sentence shares: {', '.join(shared)}" if shared else "sentence and paper share no telling word"
    whose = (f"{context.name(owner)}, whose page this is, is an author",) if own else ()
    return _Candidate(work, weight, (fit.reason, year.reason, about, *whose))


def _shares(keys: Sequence[_Key]) -> list[list[float]]:
    """For each key the share of each candidate, over all ways to give different papers to different keys."""
    cases = prod(len(key.candidates) + 1 for key in keys)
    if len(keys) > 1 and cases > MOST_CASES:
        return [_shares([key])[0] for key in keys]
    sums = [[0.0] * len(key.candidates) for key in keys]
    total = 0.0
    for case in product(*(range(-1, len(key.candidates)) for key in keys)):
        chosen = [keys[i].candidates[n].work.id for i, n in enumerate(case) if n >= 0]
        if len(set(chosen)) < len(chosen):
            continue
        odds = exp(sum(keys[i].candidates[n].weight if n >= 0 else _UNKNOWN for i, n in enumerate(case)))
        total += odds
        for i, n in enumerate(case):
            if n >= 0:
                sums[i][n] += odds
    return [[one / total for one in row] for row in sums]


def _judgements(key: _Key, shares: Sequence[float]) -> list[Judgement]:
    first, second = sorted((*shares, 0.0, 0.0), reverse=True)[:2]
    clear = first >= SAME and first >= MARGIN * second
    ranked = sorted(zip(key.candidates, shares, strict=True), key=lambda pair: (-pair[1], pair[0].work.id))
    return [
        Judgement(
            left=citation.id,
            right=one.work.id,
            verdict=_verdict(share, clear),
            score=round(share, 4),
            reasons=one.reasons,
        )
        for citation in key.citations
        for one, share in ranked
    ]


def _verdict(share: float, clear: bool) -> str:
    if clear:
        return "same" if share >= SAME else "different"
    return "different" if share < DIFFERENT else "unsure"


def _decided(judged: list[Judgement], context: Context) -> list[Judgement]:
    """The machine's judgements where people have spoken: their paper is the one, or theirs is not."""
    said = {(one.left, one.right): _said(one.left, one.right, context) for one in judged}
    chosen = {left for (left, _), verdict in said.items() if verdict == "same"}
    return [_bent(one, said[one.left, one.right], one.left in chosen) for one in judged]


def _bent(one: Judgement, said: str, chosen: bool) -> Judgement:
    if said:
        return replace(one, verdict=said, reasons=(*one.reasons, f"a person judged: {said}"))
    if chosen and one.verdict != "different":
        return replace(one, verdict="different", reasons=(*one.reasons, "a person chose another paper"))
    return one


def _said(citation: str, work: str, context: Context) -> str:
    verdicts = (context.verdict(citation, member) for member in context.cluster(work))
    return next((verdict for verdict in verdicts if verdict), "")


def _by_people_alone(context: Context, judged: Iterable[Judgement]) -> list[tuple[str, str]]:
    """Pairs that a person joined although the initials do not fit."""
    seen = {(one.left, one.right) for one in judged}
    citations = {citation.id for citation in context.by_kind["citation"]}
    pairs = [
        (side, context.same(other))
        for pair, verdict in sorted(context.verdicts.items())
        if verdict == "same"
        for side, other in (pair, pair[::-1])
        if side in citations and other in context.things and context.things[other].kind == "work"
    ]
    return [pair for pair in pairs if pair not in seen]
