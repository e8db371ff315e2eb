"""Labels mended where they cannot be: no title, a year read as a page, a venue inside the title."""

from __future__ import annotations

import re

from msgspec.structs import replace

from scholargraph.extract.entries.together import Reading
from scholargraph.extract.entries.words import classes
from scholargraph.extract.people import is_person
from scholargraph.names.venues import is_known_venue, looks_like_venue

_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")


_REVIEWS = (
    ["review", "of"],
    ["rezension", "von"],
    ["rezension", "zu"],
    ["reseña", "de"],
    ["recensione", "di"],
)
_NAMES = frozenset({"B", "I", "AX", "MK"})
_ABSTRACTS = frozenset({"abstract", "summary", "zusammenfassung", "résumé", "resumen"})


def mended(reading: Reading) -> Reading:
    """The reading with its impossible labels changed."""
    labels = list(reading.labels)
    _take_number(reading, labels)
    _take_review(reading, labels)
    _take_abstract(reading, labels)
    _take_parts(reading, labels)
    _take_first_author(reading, labels)
    _take_editors(reading, labels)
    _take_book(labels)
    _take_badge(reading, labels)
    _give_title(reading, labels)
    _close_title(reading, labels)
    _take_stray_name(reading, labels)
    _give_venue(reading, labels)
    _trim_venue(reading, labels)
    if "YR" not in labels:
        _give_year(reading, labels)
    return replace(reading, labels=labels)


def _take_number(reading: Reading, labels: list[str]) -> None:
    """A number of its own before the first author (``A2. Bee, C.``) is no part of the name."""
    words, gaps = reading.tokens.words, reading.tokens.gaps
    size = 3 if len(words) > 3 and words[0].isupper() and len(words[0]) < 4 and not gaps[1] else 2
    number = len(words) > size and words[size - 2].isdigit() and words[size - 1] in ".):" and gaps[size] != ""
    if number and labels[0] == "B" and len(words[size - 2]) < 4:
        begun = labels[size] == "I" or labels[size] == "B"
        labels[: size + 1] = ["NR"] * size + (["B"] if begun else [labels[size]])


def _take_review(reading: Reading, labels: list[str]) -> None:
    """``Review of A. Bee, On Trees`` is the title of a review, up to the journal it stands in."""
    words, gaps = reading.tokens.words, reading.tokens.gaps
    if [word.casefold() for word in words[:2]] not in _REVIEWS:
        return
    for i in range(3, len(labels)):
        stop = words[i] == "." and len(words[i - 1]) > 1 and gaps[i + 1 : i + 2] != [""]
        if stop or words[i] == "(" or (words[i - 1] == "," and words[i].casefold() == "in"):
            labels[:i] = ["TI"] * i
            labels[i] = "O"
            return


def _take_abstract(reading: Reading, labels: list[str]) -> None:
    """A line that begins with ``Abstract:`` tells nothing of where the work appeared."""
    tokens = reading.tokens
    for i in range(1, len(labels) - 1):
        begins = tokens.gaps[i] == "n" and tokens.words[i].casefold() in _ABSTRACTS
        if begins and tokens.words[i + 1] in ":.–—":
            labels[i:] = ["NO"] * (len(labels) - i)
            return


def _take_first_author(reading: Reading, labels: list[str]) -> None:
    """What stands before a separator of authors and is a person's name is the first of them."""
    words = reading.tokens.words
    for i in range(1, len(labels)):
        if labels[i] == "AX" and labels[i - 1] not in _NAMES | {"ED"}:
            first = i
            while first and i - first < 6 and (words[first - 1][0].isalpha() or words[first - 1] == "."):
                if reading.tokens.gaps[first] == "n" or reading.tokens.edges[first - 1].endswith("=>"):
                    break
                first -= 1
            if is_person(" ".join(words[first:i]).replace(" .", ".")):
                labels[first:i] = ["B", *["I"] * (i - first - 1)]
            return


def _take_editors(reading: Reading, labels: list[str]) -> None:
    """Names behind the title of an entry that begins with its authors are editors, unless led by ``with``."""
    first = labels.index("TI") if "TI" in labels else len(labels)
    if "B" not in labels[:first]:
        return
    last = next((i for i in range(first, len(labels)) if labels[i] not in ("TI", "O")), len(labels))
    joint = False
    for i in range(last, len(labels)):
        joint = (joint and labels[i] in _NAMES) or "with" in classes(reading.tokens.words[i])
        if labels[i] in _NAMES and not joint:
            labels[i] = "ED"


def _take_book(labels: list[str]) -> None:
    """A second title right behind editors (``In A. Bee (Ed.), On trees``) is the book."""
    first = labels.index("TI") if "TI" in labels else len(labels)
    for i in range(first + 1, len(labels)):
        before = next((name for name in reversed(labels[first:i]) if name != "O"), "")
        if labels[i] == "TI" and labels[i - 1] != "TI" and before == "ED":
            last = next((j for j in range(i, len(labels)) if labels[j] != "TI"), len(labels))
            labels[i:last] = ["VE"] * (last - i)


def _take_parts(reading: Reading, labels: list[str]) -> None:
    """What the source itself calls the title or the venue is that, and nothing else is the title."""
    tokens = reading.tokens
    told = [part if "=" in mark else "" for part, mark in zip(tokens.spans, tokens.marks, strict=True)]
    titled = "title" in told
    for i, part in enumerate(told):
        inside = tokens.words[i][0].isalnum() or labels[i] not in ("O", "LK")
        if part == "title" and inside and labels[i] != "LK":
            labels[i] = "TI"
        elif labels[i] == "TI" and titled:
            labels[i] = "VE" if part == "venue" else _outside(reading, labels, i)
        elif part == "venue" and labels[i] in ("TI", "B", "I"):
            labels[i] = "VE"
        elif labels[i] == "I" and labels[i - 1] not in ("B", "I"):
            labels[i] = "B"


def _outside(reading: Reading, labels: list[str], at: int) -> str:
    """What a word beside the title is that was read as one: part of a name, if the words up to the next
    label are one, else nothing.
    """
    words = reading.tokens.words
    if labels[at - 1 : at] == ["B"] or labels[at - 1 : at] == ["I"]:
        return "I"
    last = next((i for i in range(at, len(labels)) if labels[i] != "TI"), len(labels))
    return "B" if last - at < 6 and is_person(" ".join(words[at:last])) else "O"


def _take_badge(reading: Reading, labels: list[str]) -> None:
    """Words in square brackets before a title (``[TACL] On trees``) are a badge: the venue where none is."""
    words = reading.tokens.words
    first = labels.index("TI") if "TI" in labels else -1
    if first < 0 or words[first] != "[":
        return
    last = next((i for i in range(first, min(first + 6, len(words))) if words[i] == "]"), 0)
    if last and labels[last + 1 : last + 2] == ["TI"]:
        name = "O" if "VE" in labels else "VE"
        labels[first : last + 1] = ["O", *[name] * (last - first - 1), "O"]


def _close_title(reading: Reading, labels: list[str]) -> None:
    """A title in quotation marks ends with them where ``in`` follows (``“On trees” in A. Bee (ed.), …``)."""
    words, marks = reading.tokens.words, reading.tokens.marks
    for i in range(2, len(labels) - 1):
        closed = "q" in marks[i - 2] and "q" not in marks[i - 1] and "q" not in marks[i]
        if closed and labels[i - 2 : i + 1] == ["TI"] * 3 and words[i].casefold() == "in":
            last = next((j for j in range(i, len(labels)) if labels[j] != "TI"), len(labels))
            labels[i - 1 : last] = ["O"] * (last - i + 1)
            return


def _take_stray_name(reading: Reading, labels: list[str]) -> None:
    """One word of a title taken for a name (``at station SNZO``): nothing parts it from the words before."""
    tokens = reading.tokens
    for i in range(1, len(labels)):
        inside = labels[i] == "B" and labels[i - 1] == "TI" and tokens.gaps[i] == "_"
        alone = i + 1 == len(labels) or labels[i + 1] not in ("I", "AX", "MK", "B")
        if inside and alone and tokens.words[i - 1][0].isalnum() and not tokens.edges[i]:
            labels[i] = "TI"


def _give_title(reading: Reading, labels: list[str]) -> None:
    """Only short references (``A. Bee, J. Am. Chem. Soc. 2019, 141, 12``) have no title: elsewhere a lone
    venue is the title, and of one that type sets apart in part, what stands before.
    """
    if "TI" in labels or "VE" not in labels:
        return
    first = labels.index("VE")
    last = next((i for i in range(first, len(labels)) if labels[i] != "VE"), len(labels))
    cuts = (
        i for i in range(first + 1, last) if any(edge in reading.tokens.edges[i] for edge in ("<i", "<b"))
    )
    cut = next(cuts, first)
    short = "B" in labels and ("VO" in labels or "PG" in labels)
    if cut == first and not short:
        cut = last
    labels[first:cut] = ["TI"] * (cut - first)


def _give_venue(reading: Reading, labels: list[str]) -> None:
    """An entry without venue: a series is it, or the end of a title that is, word for word, a known venue or
    stands in italics and reads as one.
    """
    if "VE" in labels or "TI" not in labels:
        return
    if "SE" in labels and "PU" not in labels:
        labels[:] = ["VE" if name == "SE" else name for name in labels]
        return
    words, marks = reading.tokens.words, reading.tokens.marks
    last = len(labels) - labels[::-1].index("TI")
    last -= not words[last - 1][0].isalnum()
    first = next((i for i in range(last, 0, -1) if words[i - 1] == "." or labels[i - 1] != "TI"), 0)
    known = first > 1 and is_known_venue(" ".join(words[first:last]))
    if not known:
        first = next((i for i in range(last, 0, -1) if "i" not in marks[i - 1]), 0)
        known = first > 1 and looks_like_venue(" ".join(words[first:last]))
    if known and labels[first - 1] == "TI":
        labels[first:last] = ["VE"] * (last - first)
        labels[first - 1] = "O" if words[first - 1] == "." else "TI"


def _trim_venue(reading: Reading, labels: list[str]) -> None:
    """A venue does not begin with a bracket or the number of a volume (``86 Modern Law Review``)."""
    words, gaps = reading.tokens.words, reading.tokens.gaps
    for i in range(len(labels) - 1):
        if labels[i] != "VE" or labels[i - 1 : i] == ["VE"]:
            continue
        if words[i] in ")],;:":
            labels[i] = "O"
        elif words[i].isdigit() and len(words[i]) < 4 and gaps[i + 1] == "_" and words[i + 1][0].isupper():
            labels[i] = "VO"


def _give_year(reading: Reading, labels: list[str]) -> None:
    """A lone number of the form of a year, read as page or volume, is the year if no other is printed."""
    for i, word in enumerate(reading.tokens.words):
        alone = labels[i] not in (labels[i - 1 : i] + labels[i + 1 : i + 2])
        if labels[i] in ("PG", "VO", "IS") and alone and _YEAR.fullmatch(word):
            labels[i] = "YR"
