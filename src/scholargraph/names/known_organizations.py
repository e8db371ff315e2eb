"""Organisations that many documents name: their names, acronyms, tags, domains, kinds and parents."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from scholargraph.names.identifiers import domain
from scholargraph.names.places import place_kind
from scholargraph.names.text import fold

_SMALL = frozenset({"the", "of", "at", "and", "for", "in", "de", "la"})
_SHORT = {
    "univ": "university",
    "dept": "department",
    "inst": "institute",
    "lab": "laboratory",
    "labs": "laboratories",
}
_INITIALS = re.compile(r"(?<=\b[a-z]) (?=[a-z]\b)")
"""Between single letters: ``U.C.`` is folded to ``u c`` and meant as ``uc``."""
_RESEARCH = frozenset({"Research", "Labs", "R&D", "Laboratories"})
_UMLAUTS = re.compile(r"\b(?:universitaet|fakultaet|fuer|muenchen|zuerich|tuebingen|wuerzburg)\b")
"""German words as they are written where there are no umlauts."""
_COMPANY_TAIL = re.compile(
    r"(?:[\s,]+(?:inc|incorporated|llc|ltd|limited|gmbh|corp|corporation|co|company|plc|ag|bv|pbc|holdings)\b\.?)+$"
    r"|[\s.]ai$|\.(?:com|io)$",
    re.I,
)
_KINDS = (
    ("company", r"(?:,|\s)(?:inc|llc|ltd|gmbh|corp|corporation|plc|pbc|limited)\.?$|\.(?:ai|com|io)$"),
    (
        "department",
        r"\b(?:d[eé]parte?ment|departamento|dipartimento|dept\b\.?|faculty|facult[eé]|fakultät|facultad|facoltà|faculdade"
        r"|faculteit|abteilung|lehrstuhl|division|program in|seminar für|vakgroep)\b",
    ),
    ("department", r"\b(?:school|college|institute) of (?!technology|science and|science tokyo|advanced)"),
    ("department", r"\b(?:medical|business|law|graduate|engineering|divinity) school\b|\bschool$"),
    (
        "",
        r"\b(?:national|federal|army|navy) (?:\w+ ){0,3}(?:lab|laborator(?:y|ies))\b"
        r"|\bhospital\b|\bmedical cent(?:er|re)\b",
    ),
    (
        "group",
        r"\b(?:lab|laborator(?:y|ies)|laboratoire|group|team|cent(?:er|re)|initiative|collaboration)\b",
    ),
    (
        "university",
        r"\buniv\b|\buni\w*versi(?!\w*(?:assist|profess|dozent|lektor))\w+|\bcollege\b"
        r"|\binstitute of technology\b"
        r"|\bconservato(?:ry|ire|rio|rium)\b|\bpolytechni\w*|\bpolit[eé]cnic\w*|\bhochschule\b",
    ),
    ("university", r"\b[eé]cole\b|\binstitute of (?:advanced )?science and technology\b"),
    (
        "nonprofit",
        r"\b(?:foundation|society|association|trust|council|academy|consortium|stiftung|org|ngo|"
        r"fondation|fundaci[oó]n|fundaç[aã]o|fondazione|acad[eé]mie|academia|akademie|"
        r"soci[eé]t[eé] (?:fran|math)\w+|sociedade?|gesellschaft|verein)\b|\.org$",
    ),
    ("company", r"\b(?:ai|technologies|systems|robotics|pharmaceuticals|ventures|capital|company|startup)$"),
)


class KnownOrganization(Struct, frozen=True):
    """An organisation of the table; ``parent`` is the name of another; it and ``type`` may be empty."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other names, acronyms and tags."""
    type: str = ""
    domain: str = ""
    parent: str = ""


def known_organization(text: str) -> KnownOrganization | None:
    """The organisation that a name, alias, acronym or listing tag means; None if it means none or several.

    A tag is lower case, as printed on paper listings: ``uw`` is one university, ``UW`` may be any of five.
    """
    tagged = _tables().tags.get(text.strip()) or _tables().tags.get(text.strip().removeprefix("@"))
    meanings = (tagged,) if tagged else possible_organizations(text)
    return meanings[0] if len(meanings) == 1 else None


def possible_organizations(text: str) -> tuple[KnownOrganization, ...]:
    """All organisations of the table that a name or acronym may mean, those named so in full first."""
    return _looked_up(text) or _no_university(_looked_up(bare_company(text))) or _branch(text)


def _looked_up(text: str) -> tuple[KnownOrganization, ...]:
    key = _key(text)
    return _tables().names.get(key) or _tables().aliases.get(key) or _by_acronym(text, key)


def _by_acronym(text: str, key: str) -> tuple[KnownOrganization, ...]:
    """A short acronym counts in its capitals only: ``THU`` is a university, ``Thu`` a day."""
    bare = text.replace(".", "").strip()
    found = _tables().acronyms.get(key, ())
    shown = bare.isupper() or len(bare) > 4 or any(bare in known.aliases for known in found)
    return found if shown else ()


def _branch(text: str) -> tuple[KnownOrganization, ...]:
    """``Google Zurich`` is Google, ``Bosch Research`` Bosch; the campuses of a university are universities
    of their own."""
    head, _, city = text.rpartition(" ")
    part = city in _RESEARCH or place_kind(city) == "city"
    found = _looked_up(head) if head and head[-1] != "," and part else ()
    return _no_university(found)


def _no_university(found: tuple[KnownOrganization, ...]) -> tuple[KnownOrganization, ...]:
    return tuple(known for known in found if known.type != "university")


def organization_of_domain(domain_or_address: str) -> KnownOrganization | None:
    """Whose web or e-mail domain this is, by the longest known tail: ``cs.cornell.edu`` → Cornell."""
    host = re.sub(r"^\w+://|^.*@", "", domain_or_address.strip().lower()).split("/")[0].split(":")[0]
    labels = host.split(".")
    tails = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((found for tail in (*tails, domain(host)) if (found := _tables().domains.get(tail))), None)


def organization_type(text: str) -> str:
    """``university``, ``company``, ``nonprofit``, ``department``, ``group`` or ``""``: by table or words."""
    meanings = (known,) if (known := known_organization(text)) else possible_organizations(text)
    if len({meaning.type for meaning in meanings}) == 1:
        return meanings[0].type
    if text.strip().upper() in department_names() and text.strip() != text.strip().lower():
        return "department"
    return next((kind for kind, pattern in _compiled_kinds() if pattern.search(text.strip())), "")


def holds_organization_word(text: str) -> bool:
    """Whether a capitalised name has a word in it that only organisations bear: ``Opera``, ``Institut``."""
    return text[:1].isupper() and bool(_organization_words().search(text.strip(" .,)")))


def organization_key(text: str) -> str:
    """What two prints of one organisation share: the known name, or the words without tails."""
    known = known_organization(text)
    return _key(known.name if known else bare_company(text))


def bare_company(text: str) -> str:
    """A company's name without legal form and ``AI``: ``Acme Robotics, Inc.`` → ``Acme Robotics``."""
    shorter = _COMPANY_TAIL.sub("", text.strip()).strip(" ,")
    return shorter or text


@cache
def department_names() -> dict[str, str]:
    """Department acronyms, upper case, and what they stand for: ``EECS``."""
    return {row["acronym"].upper(): row["name"] for row in _rows("departments")}


@lru_cache(maxsize=20_000)
def _key(text: str) -> str:
    plain = _UMLAUTS.sub(lambda match: match[0].replace("ae", "a").replace("ue", "u"), fold(text))
    spelt_out = (_SHORT.get(word, word) for word in _INITIALS.sub("", plain).split())
    kept = [word for word in spelt_out if word not in _SMALL]
    return " ".join(kept) or fold(text)


class _Tables(Struct, frozen=True):
    names: dict[str, tuple[KnownOrganization, ...]]
    aliases: dict[str, tuple[KnownOrganization, ...]]
    acronyms: dict[str, tuple[KnownOrganization, ...]]
    tags: dict[str, KnownOrganization]
    domains: dict[str, KnownOrganization]


@cache
def _tables() -> _Tables:
    """The table of organisations, looked up by each of its columns."""
    entries = [(_entry(row), row) for row in _rows("organizations")]
    return _Tables(
        names=_grouped((entry.name, entry) for entry, _ in entries),
        aliases=_grouped((a, entry) for entry, row in entries for a in _parts(row["aliases"])),
        acronyms=_grouped((a, entry) for entry, row in entries for a in _parts(row["acronyms"])),
        tags={tag: entry for entry, row in entries for tag in _parts(row["tags"])},
        domains={name: entry for entry, row in entries for name in _parts(row["domain"])},
    )


def _grouped(pairs: Iterable[tuple[str, KnownOrganization]]) -> dict[str, tuple[KnownOrganization, ...]]:
    groups: defaultdict[str, dict[str, KnownOrganization]] = defaultdict(dict)
    for text, entry in pairs:
        groups[_key(text)][entry.name] = entry
    return {key: tuple(found.values()) for key, found in groups.items()}


def _entry(row: dict[str, str]) -> KnownOrganization:
    return KnownOrganization(
        name=row["name"],
        aliases=tuple(_parts(row["aliases"], row["acronyms"], row["tags"])),
        type=row["type"],
        domain=next(iter(_parts(row["domain"])), ""),
        parent=row["parent"],
    )


def _parts(*cells: str) -> Iterator[str]:
    return (part for cell in cells for part in cell.split(";") if part)


def _rows(table: str) -> list[dict[str, str]]:
    with (files(__package__) / "data" / f"{table}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def _compiled_kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _KINDS)


@cache
def _organization_words() -> re.Pattern[str]:
    """The table of words that say organisation; those of the row ``any`` begin with a capital."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    for line in (files(__package__) / "data" / "organization_words.tsv").read_text("utf-8").splitlines():
        key, _, pattern = line.partition("\t")
        table[key].append(pattern)
    anywhere, small, last = ("|".join(table[key]) for key in ("any", "small", "end"))
    return re.compile(
        rf"(?<!\w)(?:(?=[A-ZÀ-Ž])(?i:{anywhere})|(?i:{small}))(?!\w)|(?<=[\s/])(?=[A-Z])(?i:{last})$"
    )
