"""Organisations as printed: split into unit, parent and place."""

from __future__ import annotations

import re

from scholargraph.names.known_organizations import (
    KnownOrganization,
    bare_company,
    department_names,
    holds_organization_word,
    known_organization,
    organization_key,
    organization_of_domain,
    organization_type,
    possible_organizations,
)
from scholargraph.names.listed_units import UNIT, listed_unit
from scholargraph.names.parts import CJK
from scholargraph.names.places import looks_like_city, place_kind
from scholargraph.names.text import fold, words

__all__ = [
    "KnownOrganization",
    "acronym_of",
    "bare_company",
    "holds_organization_word",
    "is_field",
    "is_unit",
    "known_organization",
    "listed_unit",
    "organization_key",
    "organization_of_domain",
    "organization_type",
    "possible_organizations",
    "split_joint",
    "split_place",
    "split_unit",
    "unit_key",
]

_UNIT_WORD = re.compile(rf"\b{UNIT}\b", re.I)
_ACRONYM = re.compile(r"\s*\(([A-Z][\w&*-]{1,11})\)")
_AT = re.compile(
    r"\s+(?:at|@|in|of|within|from|der|des|an der|am|de la|del|de|della|da|do|van de|aan de)\s+(?:the\s+)?"
    r"(?=[A-ZÀ-Ž])"
    r"|\s+(?:de l|dell|à l)['’](?=[A-ZÀ-Ž])|\s+[-–—|/]\s+"
)
_FOREIGN = frozenset({"der", "des", "an", "am", "de", "del", "della", "da", "do", "van", "aan", "dell", "à"})
_LARGER = re.compile(
    r"(?:[A-Z][\w&'’-]* ){0,4}?(?:School|Faculty|College|Department|Institute|Division|Cent(?:er|re))\b"
    r"(?: (?:of|for)\b|$)"
)
_INNER = re.compile(r"(?:institut\w*|cent(?:er|re|ro)|chair|programme?|observatory|library|clinic)\b", re.I)
_BESIDE = re.compile(r"^(?:at|in|within)\s+(?:the\s+)?(?=[A-Z])")
_DASH = re.compile(r"\s+[-–—|/]\s+")
_JOINT = re.compile(rf"\s+and\s+(?:the\s+|at\s+the\s+)?(?=(?:\w+\s+){{0,4}}{UNIT}\b)", re.I)
_DEPARTMENT = re.compile(r"\b(?:department|dept\.?|division|program|group)\b(?:\s+of\b)?|^the\s+", re.I)


def split_unit(text: str) -> list[str]:
    """The units named in one print of an organisation, smallest first, without place, acronym and markers.

    ``"University of Washington, ECE, Seattle, WA"`` → ``["ECE", "University of Washington"]``. Each unit
    stands in ``text`` as it is given back.
    """
    body, aside = _take_aside(_without_acronyms(text))
    head = split_place(body)[0]
    pieces = [unit for piece in _comma_pieces(head) for unit in _split_piece(piece)]
    units = list(dict.fromkeys(piece for piece in (aside, *pieces) if piece))
    return sorted([unit for unit in units if not _is_remark(unit)] or units, key=_size)


_ASIDE = re.compile(r"\s*\(([^()]*)(?:\)\s*(?=,|$)|$)")


def _take_aside(text: str) -> tuple[str, str]:
    """A name without what stands in brackets, and that if it is a unit: ``X University (Y College)``."""
    match = _ASIDE.search(text)
    if match is None:
        return text, ""
    inner = match[1].strip()
    named = inner[:1].isupper() and (is_unit(inner) or organization_type(inner) == "university")
    return _ASIDE.sub("", text).strip(" ,"), inner if named else ""


def _is_remark(piece: str) -> bool:
    """Figures, places and words without a capital are no units: ``2010``, ``Melbourne``, ``four times``."""
    if known_organization(piece):
        return False
    small = piece == piece.lower() and not CJK.search(piece)
    return small or not re.search(r"[^\W\d_]", piece) or bool(place_kind(piece))


def is_field(text: str) -> bool:
    """Whether the words name a field of study or medicine and no unit: ``Internal Medicine``, ``Law``."""
    last = text.rpartition(" ")[2]
    return bool(_FIELD.search(last)) and not holds_organization_word(text) and not organization_type(text)


def split_place(text: str) -> tuple[str, str]:
    """An organisation and the place after it: ``"Acme, Palo Alto, CA"`` → ``("Acme", "Palo Alto, CA")``."""
    pieces = [piece.strip() for piece in text.strip().split(",")]
    cut, kinds = len(pieces), [place_kind(piece) for piece in pieces]
    while cut > 1 and _is_place_piece(pieces, kinds, cut):
        cut -= 1
    name, dash, city = pieces[cut - 1].rpartition(" - ") if cut < len(pieces) else ("", "", "")
    if dash and looks_like_city(city) and not _named(city):
        return ", ".join([*pieces[: cut - 1], name]).strip(), ", ".join([city, *pieces[cut:]])
    return ", ".join(pieces[:cut]).strip(), ", ".join(pieces[cut:])


def split_joint(text: str) -> list[str]:
    """Two units of one parent as two: ``"A Lab and the B Lab at C"`` → ``["A Lab, C", "B Lab at C"]``."""
    halves = _JOINT.split(text, maxsplit=1)
    if len(halves) == 1 or not (_UNIT_WORD.search(halves[0]) or known_organization(halves[0])):
        return [text]
    parents = split_unit(halves[1])[1:]
    own_parent = len(split_unit(halves[0])) > 1
    return [halves[0] if own_parent else ", ".join([halves[0], *parents]), halves[1]]


def acronym_of(text: str) -> str:
    """The acronym in parentheses after a name: ``"Data Science Institute (DSI)"`` → ``"DSI"``, or ``""``."""
    match = _ACRONYM.search(text)
    return match[1] if match else ""


def is_unit(text: str) -> bool:
    """Whether the name is that of a part of something: a department, school, laboratory, group, ``EECS``."""
    if (known := known_organization(text)) is not None:
        return bool(known.parent) and known.type in {"department", "group"}
    inner = organization_type(text) in {"department", "group"} or bool(
        _INNER.match(text) and not organization_type(text)
    )
    return inner or _is_department_acronym(text)


def unit_key(text: str) -> str:
    """What two prints of one department share: ``"Department of EECS"`` and ``"EECS"`` → one key."""
    bare = " ".join(_DEPARTMENT.sub(" ", _without_acronyms(text)).split()) or text
    expanded = department_names().get(bare.upper(), bare)
    return " ".join(
        word.removesuffix("s") for word in words(expanded) if word not in {"and", "of", "the", "for"}
    )


def _without_acronyms(text: str) -> str:
    return _ACRONYM.sub("", text).strip().strip(".;,").strip()


_FIELD = re.compile(
    r"\s|(?:ics|[oe]logy|nomy|graphy|sophy|istry|metry|history|theory|science|law|medicine|studies|arts?|music|"
    r"engineering|english|literature|education|nursing|surgery|business|management|finance|computing|pa?ediatric"
    r"|disease|langage|informatik|wissenschaft(?:en)?|economy|linguistic|mathematik|physik|chemie|biologie)s?$",
    re.IGNORECASE,
)
"""A field behind a university is its department; one other capitalised word is the city it lies in."""


def _is_place_piece(pieces: list[str], kinds: list[str], cut: int) -> bool:
    if known_organization(", ".join(pieces[:cut])) or known_organization(", ".join(pieces[cut - 2 : cut])):
        return False
    after = kinds[cut] if cut < len(kinds) else ""
    if kinds[cut - 1]:
        parent = (
            is_unit(pieces[cut - 2]) and known_organization(pieces[cut - 1]) and not _any_whole(pieces, cut)
        )
        return not parent or after in {"country", "region", "code"}
    last = pieces[cut - 1]
    whole = _is_whole(pieces[cut - 2]) or _is_hospital(pieces[cut - 2])
    again = fold(last) in words(pieces[cut - 2])
    behind_whole = cut == len(pieces) and not _FIELD.search(last) and (whole or again)
    is_set_off = after in {"country", "region", "code"} or behind_whole
    return is_set_off and looks_like_city(last) and not _named(last)


def _is_hospital(text: str) -> bool:
    """Whether words say an organisation of no kind of its own here: a hospital, a museum, a court."""
    return holds_organization_word(text) and not organization_type(text)


def _any_whole(pieces: list[str], cut: int) -> bool:
    """Whether an organisation stands before the piece, of which the units before it may be parts."""
    return any(_is_whole(piece) for piece in pieces[: cut - 1])


def _named(text: str) -> bool:
    return bool(known_organization(text) or organization_type(text) or _is_department_acronym(text))


def _comma_pieces(text: str) -> list[str]:
    """Split at commas, except inside a known name or before a company's tail."""
    joined: list[str] = []
    if size := listed_unit(text):
        rest = re.sub(r"^[\s,]*(?:(?:at|in|of|within)\s+)?(?:the\s+)?", "", text[size:], flags=re.I)
        return [text[:size], *(_comma_pieces(rest) if rest else ())]
    for piece in (_BESIDE.sub("", piece.strip()) for piece in text.split(",")):
        whole = f"{joined[-1]}, {piece}" if joined else piece
        if joined and (_known_in_full(whole) or bare_company(whole) == joined[-1]):
            joined[-1] = whole
        else:
            joined.append(piece)
    return joined


def _known_in_full(text: str) -> bool:
    """Whether the table has this whole text, or the part after ``at`` or ``of`` in it."""
    tails = [text, *(text[match.end() :] for match in _AT.finditer(text))]
    return any("," in tail and known_organization(tail) for tail in tails)


def _split_piece(piece: str) -> list[str]:
    if known_organization(piece):
        return [piece]
    for match in sorted(_AT.finditer(piece), key=lambda match: match[0].split()[0] in {"of", "in"}):
        head, tail = piece[: match.start()].strip(), piece[match.end() :].strip()
        if head and _joins_unit_to_whole(match[0].split()[0], head, tail):
            return [*_split_piece(head), *_split_piece(tail)]
    return _split_words(piece.removeprefix("the ").removeprefix("The "))


def _joins_unit_to_whole(joint: str, head: str, tail: str) -> bool:
    """``at`` leads from a unit to its whole, a dash either way; ``of`` and ``in`` only to a known whole or
    to a larger unit: ``X team of the Y Centre``."""
    if joint.partition("'")[0].partition("’")[0] in _FOREIGN:
        begins = organization_type(" ".join(tail.split()[:2])) == "university"
        return is_unit(head) and (begins or bool(possible_organizations(tail)))
    if joint in {"of", "in"}:
        larger = (_LARGER.match(tail) or _is_one_university(tail)) and " " in head
        return bool(_UNIT_WORD.search(head) and (larger or possible_organizations(tail)))
    dash = _DASH.match(f" {joint} ") is not None
    return _is_whole(tail) or (dash and _is_whole(head) and (is_unit(tail) or organization_type(tail) != ""))


def _is_one_university(text: str) -> bool:
    return organization_type(text) == "university" and " and " not in text


def _split_words(piece: str) -> list[str]:
    """A known organisation at the head or the end of its unit: ``Berkeley EECS``, ``EECS Berkeley``."""
    tokens = piece.split()
    for size in range(len(tokens) - 1, 0, -1):
        head, rest = " ".join(tokens[:size]), " ".join(tokens[size:]).removeprefix("and ")
        if possible_organizations(head) and not tokens[size - 1].islower() and _is_inner_unit(rest):
            return [rest, head]
        tail, front = " ".join(tokens[-size:]), " ".join(tokens[:-size])
        if known_organization(tail) and _is_department_acronym(front):
            return [front, tail]
    return [piece]


def _is_inner_unit(text: str) -> bool:
    inner = re.search(
        r"\b(?:department|dept|school|faculty|division|lab|laboratory|group|cent(?:er|re))\b", text, re.I
    )
    return bool(inner) or _is_department_acronym(text)


def _is_department_acronym(text: str) -> bool:
    return text.upper() in department_names() and sum(c.isupper() for c in text) >= 2


def _is_whole(text: str) -> bool:
    kind = organization_type(text.split(",")[0])
    return kind in {"university", "company", "nonprofit"} or bool(possible_organizations(text))


def _size(unit: str) -> int:
    known = known_organization(unit)
    kind = known.type if known else organization_type(unit)
    if known and not known.parent:
        return 5
    if kind in {"university", "company", "nonprofit"}:
        return 4
    if fold(unit).split()[:1] in (["school"], ["college"], ["faculty"]):
        return 3
    return 1 if kind == "group" else 2
