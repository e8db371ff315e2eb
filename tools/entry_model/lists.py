"""Publication lists drawn at random."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from scholargraph.model import Block

from .authors import draw_people
from .families import (
    TAILS,
    Family,
    Tail,
)
from .hosts import one
from .looks import Look, draw_look, draw_record_style
from .names import draw_person, print_name
from .noise import spoil
from .patterns import Segment, joined, render
from .records import RecordStyle, draw_key, draw_note, draw_record
from .samples import Sample, lines_of, make_sample
from .titles import draw_title
from .venues import draw_conference, draw_journal
from .vocabulary import lines, terms

_HAN = (
    "死亡登记中的季节性缺口研究城市空气污染与健康影响分析"
    "语言模型图像识别方法教育改革历史文化经济增长水资源管"
    "理气候变化系统设计理论应用基于深度学习数据控制优化"
)


class DrawnList(Struct, frozen=True):
    """The blocks of one list, and the printed name of its owner (or empty)."""

    family: str
    style: str
    owner: str
    samples: tuple[Sample, ...]


def draw_list(
    rng: Random, family: Family, size: int, tails: Mapping[str, Tail] = TAILS, *, clean: bool = False
) -> DrawnList:
    """A list of ``size`` entries of one template; ``clean`` leaves out fragments and remarks."""
    owner = draw_person(rng) if family.style == "cv" or rng.random() < 0.4 else None
    look, style = draw_look(rng, family, tails), draw_record_style(rng, family, owner)
    broken = not clean and "\n" in look.pattern and rng.random() < 0.3
    samples: list[Sample] = []
    for index in range(size):
        made = _entry(rng, look, style, index)
        samples += lines_of(made) if broken else [made]
        if not clean and rng.random() < 0.03:
            samples.append(remark(rng))
    if not clean and rng.random() < 0.15:
        samples = [remark(rng), *samples]
    printed = print_name(owner, "full") if owner and rng.random() < 0.9 else ""
    return DrawnList(family.name, family.style, printed, tuple(samples))


def remark(rng: Random) -> Sample:
    """A block of a list that is no publication."""
    text = re.sub(r"\{(\w)\}", lambda match: _filled(rng, match[1]), rng.choice(lines("remarks")))
    block = Block(kind=rng.choice(("item", "paragraph")), text=text, raw=text, start_line=1, end_line=1)
    return Sample(block, ((0, len(text), "X"),), whole=False)


def _filled(rng: Random, slot: str) -> str:
    return {
        "n": lambda: print_name(draw_person(rng), "full"),
        "y": lambda: str(rng.randint(1995, 2026)),
        "t": lambda: draw_title(rng, "title"),
        "u": lambda: rng.choice(terms("universities")),
        "f": lambda: rng.choice(terms("fields")),
        "l": lambda: rng.choice(terms("places")),
        "k": lambda: f"{rng.randint(10, 900)},000",
        "j": lambda: draw_journal(rng, "full")[0][0],
    }[slot]()


def _chinese(rng: Random, fields: dict[str, list[Segment]]) -> None:
    """Title and venue in Chinese."""

    def words(least: int, most: int) -> str:
        return "".join(rng.choice(_HAN) for _ in range(rng.randint(least, most)))

    fields["T"] = [Segment(words(6, 24), "TI")]
    fields["V"] = [Segment(words(2, 6) + rng.choice(("杂志", "学报", "研究", "通报", "科学")), "VE")]


def _entry(rng: Random, look: Look, style: RecordStyle, index: int) -> Sample:
    record = draw_record(rng, style, draw_people(rng, style.owner))
    if look.family.name == "chinese":
        _chinese(rng, record.fields)
    fields = _marked(look, _set_off(rng, record.fields))
    pattern = _without_empty(look.pattern).replace("{X}", "" if look.bare else _tail(rng, look, record.kind))
    pattern = re.sub(r"\b([Ii]n) [Ii]n:? ", r"\1 ", pattern)
    if (
        any(s.label == "YR" for s in fields["V"])
        and rng.random() < 0.85
        and record.kind in ("conf", "workshop")
    ):
        fields["Y"] = fields["Y"] if "{Y}" in look.pattern else []
    if rng.random() < 0.05:
        fields["T"] = [*fields["T"], *_aside(rng)]
    if "{BADGE}" in pattern:
        fields["BADGE"] = _badge(rng, fields)
    if record.kind in ("unpub", "preprint", "report") and rng.random() < 0.6:
        fields["Y"] = []
    if not fields.get("W"):
        pattern = re.sub(
            r"\(edited with \{W\}\) |[\n\t]?(?:,? ?\(?(?:joint )?[Ww]ith )\{W\}[.)]?", "", pattern
        )
    if rng.random() < 0.12 and record.kind in ("journal", "conf", "chapter", "book"):
        pattern, fields = _soon(rng, pattern, fields)
    segments = [*_number(rng, look, index), *render(pattern, fields)]
    segments = joined(_ended(rng, look, _extras(rng, look, segments)))
    segments = spoil(rng, look.noise, segments)
    return make_sample(rng, look, segments, record, index)


def _aside(rng: Random) -> list[Segment]:
    """A note in brackets behind a title: ``[editorial]``, ``(tool paper)``."""
    left, right = rng.choice(("()", "[]"))
    return [Segment(f" {left}", "O"), Segment(rng.choice(terms("asides")), "NO"), Segment(right, "O")]


def _without_empty(front: str) -> str:
    """The front of a template with what vanishes where there is no year."""
    front = re.sub(r" ?\(\{Y\}(?:, \{D\})?\)", lambda m: f"[{m[0].replace(', {D}', '[, {D}]')}]", front)
    return re.sub(r"(?<!\()\{Y\}(\W{0,3})(?=\{)", r"[{Y}\1]", front)


def _tail(rng: Random, look: Look, kind: str) -> str:
    kind = {"workshop": "conf"}.get(kind, kind)
    tail = look.tails
    if rng.random() < look.deviation:
        tail = TAILS[look.fallback]
    default = {"unpub": "{ST}[, {Y}]" if look.tail in ("short", "econ", "full") else "{ST}"}
    return (
        tail.get(kind)
        or default.get(kind)
        or TAILS[look.fallback].get(kind)
        or TAILS["bibtex"].get(kind, "{ST}")
    )


def _set_off(rng: Random, fields: dict[str, list[Segment]]) -> dict[str, list[Segment]]:
    """Now and then some words of the title in italics: a species, a work, a foreign word."""
    words = fields["T"][0].text.split(" ") if len(fields["T"]) == 1 else []
    review = [word.casefold() for word in words[:2]] == ["review", "of"]
    if len(words) < 4 or rng.random() > (0.7 if review else 0.05):
        return fields
    first = 2 if review else rng.randrange(1, len(words) - 1)
    comma = next((i + 1 for i in range(2, len(words)) if words[i].endswith(",")), len(words))
    last = comma if review else rng.randint(first + 1, min(first + 4, len(words)))
    cut = (" ".join(words[:first]) + " ", " ".join(words[first:last]), "".join(" " + w for w in words[last:]))
    marks: tuple[tuple[tuple[str, str], ...], ...] = ((), (("italic", ""),), ())
    title = [Segment(text, "TI", mark) for text, mark in zip(cut, marks, strict=True) if text]
    return {**fields, "T": title}


def _marked(look: Look, fields: dict[str, list[Segment]]) -> dict[str, list[Segment]]:
    """The fields with the list's mark-up; a title in quotes has them as segments of their own."""
    marked = dict(fields)
    for field, name in (
        ("T", "T"),
        ("V", "V"),
        ("B", "V"),
        ("AR", "V"),
        ("VOL", "VOL"),
        ("A", "A"),
        ("W", "A"),
        ("Y", "Y"),
        ("ST", "ST"),
    ):
        marks = look.marks.get(name, ())
        if marks:
            marked[field] = [replace(s, marks=(*s.marks, *marks)) for s in fields.get(field, [])]
    if look.quotes:
        half = len(look.quotes) // 2
        left, right = look.quotes[:half], look.quotes[half:]
        left, right = ("« ", " »") if look.quotes == "« »" else (left, right)
        marked["T"] = [Segment(left, "O"), *marked["T"], Segment(right, "O")]
    return marked


def _badge(rng: Random, fields: dict[str, list[Segment]]) -> list[Segment]:
    form = rng.choice(("[{}]", "{}", "({})", "[{}]"))
    left, right = form.split("{}")
    year = next((s.text for s in fields["Y"]), "2020")
    short = [
        Segment(text, label)
        for text, label in draw_conference(rng, rng.choice(("acro", "acro year", "acro'yy")), year)
    ]
    marks = rng.choice(((), (("bold", ""),), (("part", "badge"),), (("code", ""),)))
    fields["V"], fields["AR"], fields["ST"] = fields["V"], fields["AR"], fields["ST"]
    return (
        [Segment(left, "O"), *(replace(s, marks=marks) for s in short), Segment(right, "O")]
        if left
        else [replace(s, marks=marks) for s in short]
    )


def _soon(
    rng: Random, pattern: str, fields: dict[str, list[Segment]]
) -> tuple[str, dict[str, list[Segment]]]:
    """A work that is still to appear: the state instead of the year, or behind the entry."""
    state = fields["SOON"]
    if rng.random() < 0.5 and "{Y}" in pattern:
        return pattern, {**fields, "Y": state, "VOL": [], "ISS": [], "PG": [], "D": []}
    lead = Segment(rng.choice((", ", " ", ". ", "; ")), "O")
    return pattern.rstrip(".") + "{Q}", {**fields, "Q": [lead, *state], "PG": [], "VOL": [], "ISS": []}


def _number(rng: Random, look: Look, index: int) -> list[Segment]:
    if not look.number or look.keyed:
        return []
    return one(draw_key(rng, index, look.number), "NR")


def _extras(rng: Random, look: Look, segments: list[Segment]) -> list[Segment]:
    made = list(segments)
    if rng.random() < look.extras:
        left, right = rng.choice((("(", ")"), ("", ""), ("[", "]"), ("", "")))
        marks = rng.choice(((), (("bold", ""),), (("italic", ""),)))
        lead = rng.choice((" ", ". ", ", ", "\n", " - ")) if not left else " "
        made += [
            Segment(lead + left, "O"),
            Segment(rng.choice(terms("award_remarks")), "AW", marks),
            *([Segment(right, "O")] if right else []),
        ]
    if rng.random() < look.extras:
        lead, close = rng.choice(((". ", ""), (" (", ")"), ("\n", ""), (" [", "]"), (". ", ".")))
        made += [Segment(lead, "O"), Segment(draw_note(rng), "NO"), *([Segment(close, "O")] if close else [])]
    if rng.random() < look.extras / 4:
        made += [Segment("\n", "O"), Segment(f"Abstract: {rng.choice(terms('abstracts'))}", "NO")]
    if look.links and rng.random() < 0.8:
        made.append(Segment(rng.choice((" ", " ", "\n", ". ")), "O"))
        for label in look.links:
            marks = (("link", "https://example.org/" + label),) if rng.random() < 0.7 else ()
            made += [Segment(look.link_form.format(label), "LK", marks), Segment(" ", "O")]
    return made


def _ended(rng: Random, look: Look, segments: list[Segment]) -> list[Segment]:
    while segments and segments[-1].label == "O" and not segments[-1].text.strip(" .,;\n\t"):
        segments = segments[:-1]
    last = segments[-1].text[-1:] if segments else ""
    return (
        [*segments, Segment(".", "O")]
        if look.end and last not in ".?!" and rng.random() > look.noise
        else segments
    )
