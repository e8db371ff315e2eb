"""A document cut at its headings, each part known by the usual words of its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from scholargraph.model import Block
from scholargraph.names.text import words

_ROLES: tuple[tuple[str, str], ...] = (
    (
        "publications",
        "publication publications paper papers article articles manuscript manuscripts preprint preprints book books "
        "chapter chapters monograph monographs bibliography proceedings journal journals volumes writings essays "
        "conference workshop preparation submission submissions progress forthcoming",
    ),
    (
        "awards",
        "awards award honors honours honor prizes prize fellowships scholarships scholarship distinctions achievements "
        "recognition recognitions",
    ),
    ("education", "education degrees degree studies training qualifications schooling ausbildung formation"),
    (
        "other",
        "teaching courses course talk talks presentation presentations lecture lectures service reviewing reviewer "
        "refereeing membership memberships skill skills languages language references referees students advisees "
        "supervision mentoring mentorship advising patents patent software media outreach activities workshops "
        "conferences organized organised attended committees committee licensure certification certifications volunteer "
        "hobbies news projects coursework seminars colloquia editorial grants grant funding exhibitions performances "
        "community administrative leadership miscellaneous editing responsibilities",
    ),
    (
        "employment",
        "employment appointments appointment positions position experience internships internship career occupation posts "
        "jobs affiliations history",
    ),
    (
        "interests",
        "interests interest areas area topics keywords specialization specialisation specialties specializations "
        "expertise competence",
    ),
    ("contact", "contact address addresses information details data"),
    ("summary", "summary profile about biography bio objective statement overview"),
)
_WORDS = {role: frozenset(vocabulary.split()) for role, vocabulary in _ROLES}
_NOT_PRINTED = frozenset(
    "talk talks presentation presentations reviewing reviewer refereeing service organized organised attended committee "
    "committees activities editorial editing seminars grants exhibitions workshops conferences patents".split()
)
"""Words that make a conference, journal or paper heading one of services and talks."""
_SURELY_PRINTED = frozenset("publication publications papers articles bibliography manuscripts".split())
_FILLERS = frozenset(
    "a an and of the my in to for on with or at by selected recent full list complete current present past previous prior "
    "academic professional work works working research scientific industry industrial clinical hospital graduate "
    "undergraduate postgraduate postdoctoral peer reviewed refereed non invited other additional major key published "
    "accepted submitted under review reviews notes reports report technical letters abstracts short long formal higher "
    "university visiting consulting personal general curriculum vitae fellowships special international national "
    "relevant related original edited co authored press s".split()
)
_ALLOWED = _FILLERS.union(*_WORDS.values())
_ENTRIES = ("employment", "education", "awards")
"""Under these, a deeper heading of other words is the first line of an entry."""
_NUMBERING = re.compile(r"^\s*(?:[A-Z]|[IVX]+|\d+(?:\.\d+)*)[.)]\s+")


class Section(Struct, frozen=True):
    """What stands under one heading; ``role`` is ``publications``, ``education`` …, ``head`` or ``other``."""

    role: str
    heading: Block | None
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The heading as printed, without its numbering and final colon; empty for the head of the document."""
        return _NUMBERING.sub("", self.heading.text).strip().rstrip(":").strip() if self.heading else ""


def cut_sections(blocks: Iterable[Block]) -> list[Section]:
    """The parts of a document in order; what stands before the first known heading has the role ``head``.

    A heading of unknown words (``2023``, ``On Kant``) has the role of the heading above it if it is deeper,
    or if that is one of publications.
    """
    sections: list[Section] = []
    role, top, heading, held = "head", 0, None, list[Block]()
    for block in blocks:
        own = heading_role(block)
        if not own and (block.kind != "heading" or role == "head" or role in _ENTRIES and block.level > top):
            held.append(block)
            continue
        sections.append(Section(role, heading, tuple(held)))
        inherits = not own and (block.level > top or role == "publications")
        role, top = (role, top) if inherits else (own or "other", block.level)
        heading, held = block, []
    return [*sections, Section(role, heading, tuple(held))]


def heading_role(block: Block) -> str:
    """The role that a heading gives what follows it; empty if the block is no heading of a known kind.

    A line not marked as a heading is one if it holds nothing but the usual words of headings.
    """
    if block.kind in ("item", "field") or len(block.text) > 80:
        return ""
    bare = re.sub(r"\([^()]*\)", "", _NUMBERING.sub("", block.text))
    tokens = [word for word in words(bare) if not word.isdigit()]
    known = sum(token in _ALLOWED for token in tokens)
    if block.kind == "heading" and 2 * known < len(tokens):
        return ""
    if block.kind != "heading" and not (known == len(tokens) <= 8 and _opens_and_ends(block.text)):
        return ""
    return _role(tokens)


def roles_told(sections: Iterable[Section]) -> set[str]:
    """The roles of sections that hold something, apart from head, summary and unknown ones."""
    known = ("head", "summary", "other", "contact")
    return {section.role for section in sections if section.blocks and section.role not in known}


def _role(tokens: Sequence[str]) -> str:
    held = set(tokens)
    roles = [role for role, vocabulary in _WORDS.items() if vocabulary & held]
    if "publications" in roles and held & _NOT_PRINTED and not held & _SURELY_PRINTED:
        roles.remove("publications")
    if "under review" in " ".join(tokens) and not roles:
        return "publications"
    return roles[0] if roles else ""


def _opens_and_ends(text: str) -> bool:
    bare = _NUMBERING.sub("", text)
    return bare[:1].isupper() and bare[-1:] not in ".,;"
