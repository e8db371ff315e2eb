"""Organisations as documents print them: units with their parents, kinds and places, and who is who in
one document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scholargraph.extract.plain import with_commas
from scholargraph.extract.telling import GivenValues, Telling, cite
from scholargraph.model import Block
from scholargraph.names.organizations import (
    acronym_of,
    holds_organization_word,
    is_field,
    is_unit,
    known_organization,
    organization_type,
    split_joint,
    split_place,
    split_unit,
)
from scholargraph.names.text import fold
from scholargraph.names.wordlists import word_list

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.I)
_SPELT_OUT = re.compile(r"(?P<acronym>[A-Z][\w&*-]{1,11})\s*\((?P<name>[A-Z][^()]+)\)")
_INSTITUTE = re.compile(r"(?:institut|seminar|lehrstuhl|cátedra|chaire)\w*\b", re.I)
"""An institute named with its university is a department of it."""
_CENTRE = re.compile(r"(?:Cent(?:er|re)|Institute) (?:for|of)\b")
"""Printed behind its university, this one keeps it in its name: ``Quill University Centre for Tides``."""
_SMALL = frozenset({"of", "the", "and", "for", "at", "in", "de", "la", "für", "und", "der", "des"})


def tell_organization(
    telling: Telling, block: Block, start: int, end: int, values: Mapping[str, str] | None = None
) -> str:
    """Tell the organisation printed at ``block.text[start:end]``, its units and their parents.

    ``values`` are told of the smallest unit. Gives the referent of the smallest unit (of the first, where two
    units of one parent are named), or "" for an empty text.
    """
    return next(iter(tell_organizations(telling, block, start, end, values)), "")


def tell_organizations(
    telling: Telling, block: Block, start: int, end: int, values: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """As :func:`tell_organization`, for one or more joint units: ``"the A Institute and the Department
    of B at C"``."""
    acronym = _SPELT_OUT.match(block.text, start, end)
    if acronym and _stands_for(acronym["acronym"], acronym["name"]):
        told = tell_organizations(telling, block, *acronym.span("name"), values)
        telling.tell("organization", cite(block, start, end), acronym["acronym"], referent=told[0])
        _remember(telling, acronym["acronym"], "", told[0])
        return told
    halves = [part for half in split_joint(with_commas(block.text)[start:end]) for part in _apart(half)]
    chains = [chain for half in halves if (chain := _without_strangers([_bare(u) for u in _units(half)]))]
    place = split_place(block.text[start:end])[1]
    passage = (block, start, end)
    return tuple(
        dict.fromkeys(
            _tell_chain(telling, passage, chain, {"location": place, **(values or {})}) for chain in chains
        )
    )


def outermost(block: Block, start: int, end: int) -> tuple[int, int]:
    """Where the largest unit of an organisation stands: ``UC San Diego`` in ``"Department of B at UC San
    Diego"``."""
    units = split_unit(block.text[start:end])
    at = block.text.find(units[-1], start, end) if units else -1
    return (at, at + len(units[-1])) if at >= 0 else (start, end)


def _units(text: str) -> list[str]:
    """Units, smallest first; ``Foo University's School of Bar`` names its parent first."""
    owned = re.fullmatch(r"(.+?)['’]s\s+(.+)", text)
    if owned and not known_organization(text) and _is_whole(owned[1]):
        return [*split_unit(owned[2]), *split_unit(owned[1])]
    units = split_unit(text)
    if len(units) > 1 and _CENTRE.match(units[0]) and f"{units[1]} {units[0]}" in text:
        return [f"{units[1]} {units[0]}", *units[1:]]
    inner, at, outer = text.partition(" at ")
    if len(units) == 1 and at and organization_type(inner) in {"department", "group"}:
        return [*split_unit(inner), *split_unit(outer)]
    return units


_COLLEGE = re.compile(r"\bColleg[ei]\w*|\bHall$")
_POST = re.compile(
    r"(?:professor|lecturer|reader|student|researcher|postdoc\w*|engineer|scientist|director|manager|intern)s?$",
    re.I,
)


def _without_strangers(chain: list[str]) -> list[str]:
    """Without degrees and posts, which are no organisations, and without fields before their institution."""
    units = [
        unit for unit in chain if _bare_letters(unit) not in word_list("degrees") and not _POST.search(unit)
    ]
    whole = units[-1] if units else ""
    institution = organization_type(whole) == "university" or holds_organization_word(whole)
    return [unit for unit in units if unit is whole or not (institution and is_field(unit))]


def _bare_letters(text: str) -> str:
    return text.replace(".", "").casefold()


def _apart(text: str) -> list[str]:
    """``ETH Zurich and EPFL`` are two organisations; ``Department of Physics and Astronomy`` is one.

    So are known ones beside a comma, if neither is a part: ``University of Toronto, Vector Institute``.
    """
    beside = [part.strip() for part in split_place(text)[0].split(",")]
    if len(beside) > 1 and all(_stands_alone(part) for part in beside):
        return beside
    parts = re.split(r",?\s+(?:and|&|et|und|y|e)\s+(?:the\s+)?", text)
    institute = len(parts) == 2 and re.search(r"\bInstitut\w* (?:of|for|für)\b", parts[0])
    wholes = parts[1:] if institute else parts
    university = organization_type(parts[0]) == "university"
    whole = (
        len(parts) > 1
        and not known_organization(text)
        and all(_names_whole(part, university) for part in wholes)
    )
    return parts if whole else [text]


def _names_whole(text: str, beside_university: bool) -> bool:
    """Whether words begin with the name of an institution; beside a university, of anything that its words
    say is one: ``University of Bielefeld and Mannheim Centre for …``."""
    first = text.split(",")[0]
    alone = first == text and holds_organization_word(first) and organization_type(first) in ("", "group")
    return _is_whole(first) or (alone and beside_university)


def _is_whole(text: str) -> bool:
    return bool(known_organization(text)) or organization_type(text) in {"university", "company", "nonprofit"}


def _stands_alone(text: str) -> bool:
    known = known_organization(text)
    return known is not None and not known.parent and known.type not in {"department", "group"}


def _tell_chain(
    telling: Telling, passage: tuple[Block, int, int], chain: list[str], values: Mapping[str, str]
) -> str:
    """Tell the units of one line, the largest first, so that a department is known by its university."""
    block, start, end = passage
    above, outer = "", len(chain) - 1
    for i, unit in reversed(list(enumerate(chain))):
        inner = i < outer and _is_inner(unit, chain[outer])
        own: dict[str, str | tuple[str, ...]] = {
            "organizationType": (organization_type(unit), "department" if inner else "")
        }
        own |= {"location": values["location"]} if i == outer else {}
        own |= {key: value for key, value in values.items() if key != "location" and value} if i == 0 else {}
        referent = _tell_unit(telling, passage, unit, above, own)
        if above and above != referent:
            told = telling.evidence("parentOrganization", cite(block, start, end))
            telling.relate("parentOrganization", told, {"subject": referent, "object": above})
        above = referent
    return above


def _is_inner(unit: str, whole: str) -> bool:
    """Whether a unit named with an institution is a department of it, whatever it is called: a centre, a
    studio, ``Internal Medicine``."""
    if _COLLEGE.search(unit) and re.search(r"\bUni\w*versi", whole):
        return True
    kind = organization_type(whole)
    institution = kind in ("university", "nonprofit") or (not kind and holds_organization_word(whole))
    inner = organization_type(unit) in ("", "group", "department") or bool(_INSTITUTE.match(unit))
    return institution and inner and known_organization(unit) is None


def _tell_unit(
    telling: Telling, passage: tuple[Block, int, int], unit: str, above: str, values: GivenValues
) -> str:
    block, start, end = passage
    span = cite(block, start, end)
    known = _known(telling, unit, above)
    referent = telling.tell("organization", span, unit, referent=known, values=values)
    _remember(telling, unit, above, referent)
    acronym = acronym_of(block.text[start:end])
    if acronym and f"{unit} ({acronym})" in " ".join(block.text[start:end].split()):
        telling.tell("organization", span, acronym, referent=referent)
        _remember(telling, acronym, above, referent)
    return referent


def _known(telling: Telling, unit: str, above: str) -> str:
    """The referent of the same organisation told before: by name, or as acronym and name; a department
    by its parent too.

    ``UW`` is the University of Washington where the document names that one, and no other that it could mean.
    """
    parent = above if is_unit(unit) else ""
    if (found := telling.known.get(("organization", fold(unit), parent))) or unit.isupper():
        return found or telling.known.get(("organization", f"={fold(unit)}", parent), "")
    found = telling.known.get(("organization", initials(unit), parent), "")
    return "" if telling.known.get(("full name", found), fold(unit)) != fold(unit) else found


def _remember(telling: Telling, unit: str, above: str, referent: str) -> None:
    short = initials(unit)
    if short:
        telling.known.setdefault(("full name", referent), fold(unit))
    for parent in {above, ""}:
        telling.known.setdefault(("organization", fold(unit), parent), referent)
        if short and telling.known.setdefault(("organization", f"={short}", parent), referent) != referent:
            telling.known[("organization", f"={short}", parent)] = ""


def initials(name: str) -> str:
    """What an acronym of the name would be, lower case: ``UC San Diego`` → ``ucsd``; "" for a name of
    one word."""
    tokens = [token for token in re.split(r"[\s,./-]+", name) if token and token.casefold() not in _SMALL]
    letters = "".join(token if token.isupper() else token[0] for token in tokens)
    return letters.casefold() if len(tokens) > 1 and letters.isupper() else ""


def _stands_for(acronym: str, name: str) -> bool:
    """Whether the capitals of an acronym begin words of the name, in order: ``LPNMR``, ``HCI2``."""
    firsts = iter(word[0].casefold() for word in re.split(r"[\s-]+", name) if word)
    return all(letter in firsts for letter in re.sub(r"[^A-Za-z]", "", acronym).casefold())


def _bare(unit: str) -> str:
    return " ".join(_ARTICLE.sub("", unit).split())
