"""The page that templates print an entry on; it keeps the right reading while the words are set."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from scholargraph.model import Block, Mark

from .people import show
from .records import Entry, Gold, Person, Work
from .titles import cased


@dataclass(slots=True)
class Keeper:
    """Who keeps the list: habits that hold for all its entries, and their carelessness (0 to 2)."""

    rng: Random
    carelessness: float
    habits: dict[str, str] = field(default_factory=dict)

    def habit(self, name: str, *choices: str) -> str:
        """One of the choices, the same for the whole list."""
        if name not in self.habits:
            self.habits[name] = self.rng.choice(choices)
        return self.habits[name]


@dataclass(frozen=True, slots=True)
class Names:
    """How a style prints the names of the makers."""

    form: str = "given family"
    rest: str = ""
    """The form of all but the first, where that differs."""
    between: str = ", "
    last: str = ", "
    two: str = ""
    """Between the only two, where that differs from ``last``."""
    limit: int = 99
    """More than these are cut to ``keep``."""
    keep: int = 1
    tail: str = " et al."
    and_last: bool = False
    """Whether the last name follows the tail."""


class Page:
    """One entry being printed."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper
        self.rng = keeper.rng
        self.text = ""
        self.marks: list[Mark] = []
        self.authors: list[str] = []
        self.complete = True
        self.said = {"title": "", "year": ""}
        self.readings: tuple[str, ...] = ()

    def habit(self, name: str, *choices: str) -> str:
        """The keeper's habit."""
        return self.keeper.habit(name, *choices)

    def slip(self, chance: float) -> bool:
        """Whether something is done otherwise in this entry."""
        return self.rng.random() < chance * self.keeper.carelessness

    def put(self, text: str, *kinds: str, target: str = "") -> None:
        """Print words, with mark-up; a target belongs to the link among the kinds."""
        if text.startswith(". ") and self.text.endswith(".") and not self.slip(0.1):
            text = text[1:]
        start = len(self.text) + len(text) - len(text.lstrip())
        self.text += text
        self.marks += [
            Mark(kind, start, len(self.text), target if kind == "link" else "")
            for kind in kinds
            if text.strip() and kind
        ]

    def mark(self, start: int, kind: str) -> None:
        """Mark up what stands from ``start`` on; nothing where the kind is empty."""
        self.marks += [Mark(kind, start, len(self.text))] if kind else []

    def stop(self, point: str = ". ") -> None:
        """Print a full stop and the like, unless one stands there; rarely doubled or with a double space."""
        self.text = self.text.rstrip(" ")
        if point.startswith(".") and self.text.endswith((".", "?", "!", ".”", "?”", '."', '?"')):
            point = point[1:]
        self.put(point + (" " if self.slip(0.02) and point.endswith(" ") else ""))

    def end(self) -> None:
        """The full stop at the end, at times forgotten."""
        if not self.slip(0.06):
            self.stop(".")

    def line(self) -> None:
        """Break the line, unless it has just been broken."""
        self.text = self.text.rstrip(" ")
        self.put("" if self.text.endswith("\n") else "\n")

    def names(self, work: Work, style: Names, people: tuple[Person, ...] | None = None) -> None:
        """Print the makers of the work, or those given, and keep them as its authors."""
        everyone = work.people if people is None else people
        cut = len(everyone) > style.limit
        shown = everyone[: style.keep] if cut else everyone
        last = style.two if len(shown) == 2 and style.two else style.last
        for place, person in enumerate(shown):
            if place:
                final = place == len(shown) - 1 and not cut
                self._join(last if final else style.between, last=final)
            self._name(work, person, style.rest if place and style.rest else style.form)
            if people is None and place < 2:
                self._sign(work)
        if cut:
            self.put(style.tail)
            if style.and_last:
                self._name(work, everyone[-1], style.rest or style.form)
        self.complete = self.complete and not cut and len(everyone) == len(work.people)

    def _join(self, joint: str, *, last: bool) -> None:
        """What stands between two names; at times the wrong sign before the last, or no space."""
        if last and self.slip(0.04):
            joint = self.rng.choice((" and ", " & ", ", and ", ", "))
        elif joint in (", ", "; ") and self.slip(0.01):
            joint = joint[0]
        self.put(joint)

    def _name(self, work: Work, person: Person, form: str) -> None:
        if self.slip(0.012) and "i" in form.replace("given", "").replace("family", ""):
            form = "given family"
        printed = show(person, form)
        own = person is work.owner
        self.authors.append(printed)
        self.put(printed, *([self.habit("own name", "bold", "bold", "bold", "italic", "")] if own else []))

    def _sign(self, work: Work) -> None:
        """A sign of equal contribution, in some entries of some lists."""
        sign = (
            self.habit("sign", "", "", "", "*", "*", "†", "#") if work.owner and len(work.people) > 1 else ""
        )
        if sign and len(work.title) % 3 == 0:
            self.put(sign, self.habit("raised", "", "superscript"))

    def title(
        self, work: Work, *kinds: str, case: str = "sentence", quotes: str = "", inner: str = ""
    ) -> None:
        """Print the title; ``quotes`` are the two signs around it, ``inner`` goes before the closing one."""
        if self.slip(0.04):
            case = self.rng.choice(("sentence", "title", "title", "upper"))
        printed = cased(work.title, case, work.field)
        if quotes[:1] in ("“", '"', "„"):
            printed = printed.replace('"', "'")
        self.put(quotes[:1])
        target = f"https://example.org/{work.doi}"
        for place, piece in enumerate(printed.split("_")):
            slanted = ("italic",) if place % 2 and "italic" not in kinds else ()
            self.put(piece, *kinds, *slanted, target=target)
        if inner and not printed.endswith(("?", "!", ".")):
            self.put(inner)
        self.put(quotes[1:])
        self.said["title"] = printed.replace("_", "")

    def venue(
        self,
        core: str,
        *kinds: str,
        before: tuple[str, ...] = (),
        after: tuple[str, ...] = (),
        also: tuple[str, ...] = (),
    ) -> None:
        """Print a venue: its bare name between optional parts; with "" in ``also`` it may be left out."""
        wide = bool(before or after) and self.habit("wide venue", "wide", "core") == "wide"
        start = len(self.text)
        self.put("".join(before))
        self.put(core, *(() if wide else kinds))
        self.put("".join(after))
        for kind in kinds if wide else ():
            self.mark(start, kind)
        readings = [
            "".join(before[len(before) - left :]) + core + "".join(after[:right])
            for left in range(len(before) + 1)
            for right in range(len(after) + 1)
        ]
        exact = (text.strip(" ,:(") for text in readings)
        self.readings = tuple(
            dict.fromkeys([form for text in exact for form in (text.rstrip("."), text)] + [*also])
        )

    def year(self, work: Work, *kinds: str, letter: str = "") -> None:
        """Print the year, and keep it."""
        self.put(f"{work.year}{letter}", *kinds)
        self.saw(work, letter)

    def saw(self, work: Work, letter: str = "") -> None:
        """Keep the year that has been printed among other words."""
        self.said["year"] = f"{work.year}{letter}"

    def entry(self, key: str, start_line: int) -> Entry:
        """The entry as printed."""
        text = self.text.strip()
        marks = tuple(mark for mark in self.marks if mark.end <= len(text))
        block = Block(
            kind="item" if key else "paragraph",
            text=text,
            raw=text,
            start_line=start_line,
            end_line=start_line + text.count("\n"),
            level=1 if key else 0,
            key=key,
            marks=marks,
        )
        gold = Gold(
            tuple(self.authors),
            self.complete,
            self.said["title"].rstrip(". "),
            self.readings,
            self.said["year"],
        )
        return Entry(block, gold)
