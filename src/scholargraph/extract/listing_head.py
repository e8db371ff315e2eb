"""Around the papers of a profile listing: post, interests, prizes of its owner, co-authors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scholargraph.extract.blocks import sliced
from scholargraph.extract.interests import tell_interests
from scholargraph.extract.known import tell_known
from scholargraph.extract.listing import Line
from scholargraph.extract.organizations import tell_organization
from scholargraph.extract.post_lines import is_organization, read_line
from scholargraph.extract.telling import Telling, cite
from scholargraph.extract.works import Owner
from scholargraph.names.identifiers import find_orcids
from scholargraph.names.people import looks_like_person

_LABEL = re.compile(
    r"(?P<label>affiliation|award|orcid)\s*(?:\((?P<aside>[^()]*)\))?\s*:\s*(?P<value>.+?)(?=\s+(?:affiliation|award)\s*(?:\([^()]*\))?\s*:|$)",
    re.IGNORECASE | re.DOTALL,
)
_INTERESTS = re.compile(r"(?:[A-Z][\w-]*(?: [a-z][\w-]*){0,3} ?){2,6}")
_SEPARATED = re.compile(r"\t|,|;|·|•|\s{2,}")


def tell_head(telling: Telling, lines: Sequence[Line], owner: Owner) -> None:
    """Tell the post, interests and labelled lines (``affiliation: …``) above the list."""
    below = False
    for line in lines:
        if owner.may_be(line.text.strip()) and looks_like_person(line.text):
            below = True
        elif match := next(_LABEL.finditer(line.text), None):
            for match in _LABEL.finditer(line.text):
                _tell_label(telling, line, match, owner)
        elif below and "verified email" not in line.text.casefold():
            _tell_line(telling, line, owner)


def tell_coauthors(telling: Telling, lines: Sequence[Line], owner: Owner | None) -> None:
    """Tell the people and organisations below ``Co-authors``."""
    heads = [
        index for index, line in enumerate(lines) if re.fullmatch(r"co-?authors", line.text.strip(), re.I)
    ]
    for line in lines[heads[-1] + 1 :] if heads else ():
        span = cite(line.block, line.start, line.end)
        if is_organization(line.text):
            tell_organization(telling, line.block, line.start, line.end)
        elif (
            looks_like_person(line.text) and "," not in line.text and not (owner and owner.may_be(line.text))
        ):
            tell_known(telling, "person", span, line.text)


def _tell_line(telling: Telling, line: Line, owner: Owner) -> None:
    """A post of the owner (``Professor of Law, University of Oslo``), or a line of interests."""
    block = sliced(line.block, line.start, line.end)
    post = read_line(block)
    if post.organization:
        role = block.text[slice(*post.role)] if post.role else ""
        _tell_post(telling, line, (post.organization, role, "current"), owner)
    elif _SEPARATED.search(block.text) and not re.search(r"\d|@", block.text):
        for match in re.finditer(r"(?:(?!\s{2})[^\t])+", block.text):
            tell_interests(telling, sliced(block, *match.span()), 0, owner.referent)
    elif _INTERESTS.fullmatch(block.text) and re.search(r" [a-z]", block.text):
        for match in re.finditer(r"[A-Z][\w-]*(?: [a-z][\w-]*)*", block.text):
            tell_interests(telling, sliced(block, *match.span()), 0, owner.referent)


def _tell_label(telling: Telling, line: Line, match: re.Match[str], owner: Owner) -> None:
    label, aside = match["label"].casefold(), match["aside"] or ""
    start = line.start + match.start("value")
    end = start + len(match["value"].rstrip())
    if label == "orcid":
        values = {"orcid": [found.value for found in find_orcids(match["value"])]}
        telling.tell("person", cite(line.block, start, end), values=values, referent=owner.referent)
    elif label == "award":
        span = cite(line.block, line.start + match.start(), end)
        award = telling.tell("award", span, " ".join(match["value"].split()))
        year = aside if re.fullmatch(r"(?:19|20)\d\d", aside) else ""
        roles = {"recipient": owner.referent, "award": award}
        telling.relate("awardReceipt", telling.evidence("awardReceipt", span), roles, {"year": year})
    elif degree := re.match(r"((?:Ph\.?D|Dr\.?|M\.?Sc)\w*\.?)\s*((?:19|20)\d\d)?", aside, re.IGNORECASE):
        organization = tell_organization(telling, line.block, start, end)
        passage = telling.evidence("degree", cite(line.block, line.start + match.start(), end))
        roles = {"holder": owner.referent, "organization": organization}
        telling.relate("degree", passage, roles, {"degreeName": degree[1], "endDate": degree[2] or ""})
    else:
        status = "past" if aside.startswith("former") else "current"
        _tell_post(telling, line, ((start - line.start, end - line.start), "", status), owner)


def _tell_post(telling: Telling, line: Line, post: tuple[tuple[int, int], str, str], owner: Owner) -> None:
    (start, end), role, status = post
    organization = tell_organization(telling, line.block, line.start + start, line.start + end)
    passage = telling.evidence("position", cite(line.block, line.start, line.end), confidence=0.9)
    roles = {"holder": owner.referent, "organization": organization}
    telling.relate("position", passage, roles, {"role": " ".join(role.split()), "status": status})
