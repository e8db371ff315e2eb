"""What the entries of one list say about each other: features of a second reading, made from the first.

Entries of a list share a template. The first reading of all of them shows which field stands in italics or
on the
second line, what parts authors and title, and what a word was taken for elsewhere (stacked learning with
non-local
features, after Krishnan and Manning 2006).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from scholargraph.extract.entries.phrases import phrase_ends
from scholargraph.extract.entries.tokens import Tokens
from scholargraph.extract.entries.words import kind

_SHARES = (0.5, 0.8, 0.95)
_SURE = (0.5, 0.8, 0.95, 0.99)
_SHORT, _LONG = 3, 12
"""Entries of a list that cannot show its template, and that show it without help."""
Counts = defaultdict[str, Counter[str]]


class Reading(Struct, frozen=True):
    """One reading of an entry: a label for each token, and how likely it is."""

    tokens: Tokens
    labels: list[str]
    likely: list[float]

    @property
    def surety(self) -> float:
        """How likely the labels are on the whole (mean), from 0 to 1."""
        return sum(self.likely) / len(self.likely) if self.likely else 0.0


def list_features(
    readings: Sequence[Reading], company: Sequence[Sequence[Reading]] = ()
) -> list[list[list[str]]]:
    """For each entry and token the features that the first readings of the whole list give.

    ``company``: the other lists of the document. Those of the same look are counted too, all of them where
    the list itself is too short to show a template.
    """
    cues = [_cues(reading.tokens) for reading in readings]
    counts: Counts = defaultdict(Counter)
    for reading, cue in zip(readings, cues, strict=True):
        _count(counts, reading, cue, 4)
    look = _look(readings)
    for other in company:
        if len(readings) < _SHORT or (len(readings) < _LONG and _look(other) == look):
            for reading in other:
                _count(counts, reading, _cues(reading.tokens), 1)
    shown = {key: _majority(key, counter) for key, counter in counts.items()}
    return [
        [
            own + [shown[key] for key in keys if key in shown]
            for own, keys in zip(_own(reading), cue, strict=True)
        ]
        for reading, cue in zip(readings, cues, strict=True)
    ]


def _look(readings: Sequence[Reading]) -> tuple[str, ...]:
    """In which order most entries of a list give authors, title and year."""
    orders = Counter(
        tuple(dict.fromkeys(field(name) for name in reading.labels if field(name) in ("A", "TI", "YR")))
        for reading in readings
    )
    return max(orders, key=lambda order: orders[order], default=())


def field(name: str) -> str:
    """The field of a label: beginnings and insides of names are authors."""
    return "A" if name in ("B", "I", "AX", "MK") else name


def _cues(tokens: Tokens) -> list[list[str]]:
    """What each token has in common with tokens of other entries: mark-up, line, what stands before it, the
    word.
    """
    made, run = [], ""
    last = tokens.lines[-1] if tokens.lines else 0
    stops = phrase_ends(tokens)
    for i, word in enumerate(tokens.words):
        spaced = {"r": "_"}.get(tokens.gaps[i], tokens.gaps[i])
        symbol = kind(word)
        ends = tokens.words[i + 1] if i + 1 < len(tokens.words) else "$"
        here = [f"M{tokens.marks[i]}", f"L{tokens.lines[i]}/{last}", f"S{run}{spaced}{tokens.edges[i][:2]}"]
        if tokens.spans[i]:
            here.append(f"C{tokens.spans[i]}")
        if word[0].isalnum():
            here.append(f"F{stops[i]}")
            here.append(f"W{word.casefold()}" if symbol[0] not in "DY@" else f"D{run}{spaced}{symbol}")
            run = ""
        else:
            run = (run + spaced + word)[-5:]
            gap = tokens.gaps[i + 1] if i + 1 < len(tokens.words) else "$"
            here.append(f"P{run}{gap}{'' if ends[0].isalnum() else ends}")
        made.append(here)
    return made


def _starts(labels: Sequence[str]) -> list[str]:
    """For each token the field that begins with it, ``-`` inside a field, and what the field follows."""
    made, before = [], "^"
    for i, name in enumerate(labels):
        here = field(name)
        new = here != "O" and (i == 0 or field(labels[i - 1]) != here)
        made.append(f"{before}>{here}" if new and here != before else "-")
        before = here if here != "O" else before
    return made


def _count(counts: Counts, reading: Reading, cues: Sequence[Sequence[str]], most: int) -> None:
    """Count what the cues of an entry were read as; a sure reading counts up to ``most`` times."""
    weight = min(most, 4 if reading.surety > 0.97 else 2 if reading.surety > 0.9 else 1)
    starts = _starts(reading.labels)
    seen = set[str]()
    for i, name in enumerate(reading.labels):
        for cue in cues[i]:
            if cue[0] == "W":  # a word counts once per entry
                if cue not in seen:
                    counts[cue][field(name)] += weight
                seen.add(cue)
            else:
                counts[cue][starts[i] if cue[0] == "S" else field(name)] += weight


def _majority(key: str, counter: Counter[str]) -> str:
    """What a cue was mostly read as, and how mostly."""
    (name, count), *_ = counter.most_common(1)
    total = sum(counter.values())
    share = sum(count >= edge * total for edge in _SHARES)
    often = "+" if total > 8 else ""
    cue = key[0] if key[0] in "WSDPCF" else key
    return f"{cue}>{name}{share}{often}"


def _own(reading: Reading) -> list[list[str]]:
    """The first reading of every token itself and of its neighbours, and the fields before and behind its
    own.
    """
    labels = ["^", *reading.labels, "$"]
    fields = [field(name) for name in reading.labels]
    behind, ahead = _neighbours(fields, "^", 25), _neighbours(fields[::-1], "$", 24)[::-1]
    made = []
    for i, name in enumerate(reading.labels):
        sure = bisect_right(_SURE, reading.likely[i])
        flow = f"1~{behind[i]}|{fields[i]}|{ahead[i]}"
        made.append(
            [f"1={name}", f"1={name}{sure}", f"1={labels[i]}|{name}", f"1={name}|{labels[i + 2]}", flow]
        )
    return made


def _neighbours(fields: Sequence[str], edge: str, reach: int) -> list[str]:
    """For each token the last field before it that is not its own, at most ``reach`` tokens away."""
    made: list[str] = []
    last: dict[str, int] = {}
    for i, name in enumerate(fields):
        near = [(at, other) for other, at in last.items() if other != name and i - at <= reach]
        made.append(max(near)[1] if near else edge)
        if name != "O":
            last[name] = i
    return made
