"""What goes wrong in real lists: typing errors, LaTeX remnants, hyphens of broken lines, ligatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from msgspec.structs import replace

from .patterns import Segment


def spoil(rng: Random, share: float, segments: Sequence[Segment]) -> list[Segment]:
    """The segments, a ``share`` of them with one fault."""
    return [_spoilt(rng, segment) if rng.random() < share else segment for segment in segments]


def _spoilt(rng: Random, segment: Segment) -> Segment:
    if segment.label == "O":
        return replace(segment, text=_separator(rng, segment.text))
    if segment.label in ("TI", "VE", "NO", "PU"):
        return replace(segment, text=rng.choice(_FAULTS)(rng, segment.text) or segment.text)
    return segment


def _separator(rng: Random, text: str) -> str:
    """A separator with a space too many or too few, or without its stop."""
    faults = (
        text + " ",
        text.rstrip(" ") or text,
        text.replace(".", ",", 1),
        text.replace(".", "", 1),
        text.replace(", ", ". ", 1),
    )
    return rng.choice([fault for fault in faults if fault.strip() or "\n" not in text] or [text]) or text


def _hyphen(rng: Random, text: str) -> str:
    spots = [match.start() + 4 for match in re.finditer(r"[a-z]{8,}", text)]
    spot = rng.choice(spots) if spots else 0
    return f"{text[:spot]}{rng.choice(('- ', '-', chr(173)))}{text[spot:]}" if spot else text


def _ligature(rng: Random, text: str) -> str:
    return re.sub(r"fi|fl", rng.choice(("ﬁ", "fi ", "f i")), text, count=1)


def _typo(rng: Random, text: str) -> str:
    spot = rng.randrange(1, max(2, len(text) - 1))
    return text[:spot] + text[spot + 1 :] if text[spot : spot + 1].islower() else text


def _latex(rng: Random, text: str) -> str:
    made = text.replace("&", r"\&").replace("–", "--")
    return made if made != text else re.sub(r"\b([A-Z])(\w+)", r"{\1}\2", text, count=1)


_FAULTS = (
    _hyphen,
    _ligature,
    _typo,
    _latex,
    lambda rng, text: text.replace(" ", "  ", 1),
    lambda rng, text: text.lower(),
    lambda rng, text: text.upper(),
)
