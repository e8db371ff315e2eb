"""Products, courses and books told in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scholargraph.extract.known import tell_known
from scholargraph.extract.products import (
    NAME,
    TYPE_WORDS,
    product_type,
    products_called,
    tell_origins,
    type_of_name,
)
from scholargraph.extract.prose.context import CONFIDENCE, Prose
from scholargraph.extract.prose.persons import people_at
from scholargraph.extract.prose.phrases import organization_at
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Clause
from scholargraph.names.organizations import known_organization, organization_type

_MAKING = re.compile(
    r"\b(?:co-?)?(?:creat|develop|buil[dt]|releas|author|design|introduc|invent|maintain|"
    r"wr[io]te|written|open-sourc|made|contribut|propos|publish|initiat|led|lead|edit)\w*$"
)
_RULING = re.compile(r"\b(?:led|leads?|leading)$")
_BOOKISH = re.compile(
    r"\b(?:author|co-author|writer|editor)s?\s+of\b|\b(?:book|monograph|novel|textbook|"
    r"volume)s?\b|\b(?:wrote|written|published|authored|edited|co-authored)\b",
    re.I,
)
_MAKER = re.compile(
    r"\b(?:creators?|(?:core |main |lead |original )?(?:developers?|authors?|maintainers?|"
    r"designers?|inventors?|contributors?))\s+(?:and \w+ )?(?:of|to)\s+(?:the\s+)?",
    re.I,
)
_SUCH_AS = re.compile(
    r",?\s+(?:such as|including|like|called|named|e\.g\.,?|for example|among them|namely)\s+(?:the\s+)?", re.I
)
_ITEM = re.compile(rf"(?:the\s+)?(?P<name>{NAME})(?=\s*(?:[,;.()]|$|and\b|&|[a-z]))")
_JOINT = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,\s*(?:and\s+)?|;\s*|and\s+|&\s*)")
_COURSE = re.compile(
    rf"\b(?:[Oo]ur|[Mm]y|a|an|the)\s+(?:[\w-]+\s+){{0,3}}?(?P<word>course|MOOC|tutorial)\s+(?:on|"
    rf"in|about|called|titled|,)\s*[\"']?(?P<name>{NAME}(?:\s+(?:of|in|for|and|the|to|with|"
    rf"on)\s+(?:the\s+)?{NAME})*)"
)
_COURSE_NAMED = re.compile(
    rf"\b(?:co-?)?(?:teach|taught|offer|run|ran|gave|give|made|make|created?|recorded)\w*\s+"
    rf"(?P<name>{NAME}(?:\s+(?:of|in|for|and|the|to|with|on)\s+{NAME})*),\s+(?:an?|the|our|my)\s+"
    rf"(?:[\w-]+\s+){{0,3}}?(?P<word>course|MOOC|tutorial)\b"
)
_TAUGHT_WITH = re.compile(
    r"\b(?:co-?)?(?:taught|teaching|developed|created|offered|made|co-?created|"
    r"produced)\s+(?:together\s+)?with\s+"
)
_LANGUAGE = re.compile(r"R|Python|Julia|C(?:\+\+)?|Java|JavaScript|Matlab|MATLAB|Stata|Rust|Haskell|Perl|Go")
"""Before ``package``: what it is written in, not its name."""
_HOSTED = re.compile(r"\b(?:on|at|by|through|via|with)\s+(?=[A-Z][\w.]*)")
_QUOTED = re.compile(r"\"(?P<title>[^\"]{4,180}?)[,.]?\"\s*(?P<after>\([^()]*\))?")
_OWNED_WORK = (
    r"\s+(?:[\w'-]+\s+){0,6}?(?:work|projects?|systems?|software|contributions?|tools?|artifacts?|"
    r"models?|products?|code|efforts?|packages?)\s+(?:include[sd]?|are|such as|comprise[sd]?|:)\s*"
)


def tell_made(prose: Prose, clause: Clause) -> None:
    """``has created several open source projects, such as Alpa, Vicuna``; ``is the creator of X``;
    ``wrote "A Book"``."""
    text, sentence = clause.sentence.text, clause.sentence
    maker = _MAKER.search(text, clause.start, clause.end)
    if not (maker or _MAKING.search(clause.verb)) or _rules(prose, clause):
        return
    if _tell_books(prose, clause, maker):
        return
    if maker:
        _tell_list(
            prose,
            sentence,
            Place(maker.end(), clause.end),
            product_type(text[maker.end() : clause.end].partition(",")[2]),
        )
        return
    such = _SUCH_AS.search(text, clause.start, clause.end)
    described = TYPE_WORDS.search(text, clause.start, such.start() if such else clause.end)
    projects = (
        re.compile(r"\b(?:projects?|work|artifacts?)\b").search(text, clause.start, such.start())
        if such
        else None
    )
    if such and (described or projects):
        _tell_list(
            prose,
            sentence,
            Place(such.end(), clause.end),
            described.lastgroup or "" if described and not projects else "",
        )
    elif described:
        _tell_direct(prose, clause, described)


def _rules(prose: Prose, clause: Clause) -> bool:
    """``leads the X Systems Lab``: an organisation, no product."""
    place = organization_at(clause.sentence, clause.start, clause.end, prose.subject)
    return bool(
        _RULING.search(clause.verb)
        and place
        and organization_type(clause.sentence.text[slice(*place)]) in ("group", "department")
    )


def tell_owned_products(prose: Prose, sentence: Sentence) -> bool:
    """``Hao's past work includes vLLM, Chatbot Arena``; whether the sentence was one."""
    match = re.search(prose.subject.possessive + _OWNED_WORK, sentence.text)
    names = list(product_places(sentence.text, Place(match.end(), len(sentence.text)))) if match else []
    if (
        match is None
        or not names
        or (match.end() != names[0].start and sentence.text[match.end() : names[0].start] != "the ")
    ):
        return False
    _tell_list(prose, sentence, Place(match.end(), len(sentence.text)), "")
    return True


def tell_called(prose: Prose, sentence: Sentence) -> None:
    """``our language model, Vicuna``; ``our new short course on X, co-taught with P on Q``."""
    for match, kind in products_called(sentence.text):
        product = tell_own_product(prose, sentence, Place(*match.span("name")), kind)
        start, end = sentence.start + match.end(), sentence.start + len(sentence.text)
        tell_origins(prose.telling, sentence.block, product, (start, end), prose.subject.referent)
    if named := _COURSE_NAMED.search(sentence.text):
        teachers = people_at(sentence.text, _after_label(sentence.text), named.start(), sentence.marked)
        _tell_course(prose, sentence, named, teachers)
    elif (course := _COURSE.search(sentence.text)) and not known_organization(course["name"]):
        shared = _TAUGHT_WITH.search(sentence.text, course.end())
        teachers = (
            people_at(sentence.text, shared.end(), len(sentence.text), sentence.marked) if shared else []
        )
        _tell_course(prose, sentence, course, teachers)


def product_places(text: str, span: Place) -> Iterator[Place]:
    """Names of products in a row."""
    place = span.start
    while match := _ITEM.match(text, place, span.end):
        yield Place(match.start("name"), match.end("name"))
        joint = _JOINT.match(text, match.end("name"), span.end)
        if not joint:
            return
        place = joint.end()


def _tell_list(prose: Prose, sentence: Sentence, span: Place, kind: str) -> None:
    for place in product_places(sentence.text, span):
        tell_own_product(prose, sentence, place, kind)


def tell_own_product(prose: Prose, sentence: Sentence, place: Place, kind: str) -> str:
    """Tell a product of the person's, on the sentence that names it."""
    name = sentence.printed(*place)
    product = tell_known(
        prose.telling, "product", sentence.cite(), name, {"productType": kind or type_of_name(name)}
    )
    told = prose.telling.evidence("creator", sentence.cite(), confidence=CONFIDENCE)
    prose.telling.relate("creator", told, {"subject": product, "object": prose.subject.referent})
    return product


def _tell_direct(prose: Prose, clause: Clause, described: re.Match[str]) -> None:
    """``developed the X library``, ``released Y, an open dataset``, ``built a tool called Z``."""
    text = clause.sentence.text
    opening = r"\s+(?:(?:the|its)\s+development\s+of\s+)?"
    before = re.compile(
        rf"{opening}(?:the\s+|a\s+|an\s+)?(?:open-source\s+|"
        rf"popular\s+)?(?P<name>{NAME})(?=\s+(?:[a-z-]+\s+){{0,2}}{re.escape(described[0])})"
    ).match(text, clause.start)
    apart = re.compile(rf"{opening}(?P<name>{NAME})(?=,\s+(?:an?|the|our)\s)").match(text, clause.start)
    after = re.compile(
        rf",?\s+(?:called\s+|named\s+)?(?:(?P<quote>[\"'])(?=[\w.+-]+[\"']))?(?P<name>(?(quote)[\w.+-]+|{NAME}))(?(quote)[\"'])(?=[,.;)]|\s(?:for|which|that|and|in)\b|$)"
    ).match(text, described.end(), clause.end)
    if before and _LANGUAGE.fullmatch(before["name"]):
        before = None
    if (match := before or apart or after) and not re.match(r"(?:In|At|The|With)\b", match["name"]):
        tell_own_product(prose, clause.sentence, Place(*match.span("name")), described.lastgroup or "")


def _after_label(text: str) -> int:
    """Where a sentence begins after a label such as ``News:``."""
    label = re.match(r"\w[\w ]{0,20}:\s+", text)
    return label.end() if label else 0


def _tell_course(prose: Prose, sentence: Sentence, course: re.Match[str], teachers: Sequence[Place]) -> None:
    """A course of the person's, who teaches it with them, and where it is offered."""
    text = sentence.text
    product = tell_own_product(prose, sentence, Place(*course.span("name")), "course")
    for person in prose.people(sentence, list(teachers)):
        prose.link("creator", sentence.cite(), product, person)
    host = _HOSTED.search(text, max([course.end(), *(place.end for place in teachers)]))
    place = organization_at(sentence, host.end(), len(text), prose.subject) if host else None
    for organization in prose.organizations(sentence, place) if place else ():
        prose.link("developedBy", sentence.cite(), product, organization)


def _tell_books(prose: Prose, clause: Clause, maker: re.Match[str] | None) -> bool:
    """Books in italics or quotation marks, with the year in the brackets after them; whether there were
    any."""
    sentence = clause.sentence
    if not _BOOKISH.search(sentence.text, clause.start - len(clause.verb), clause.end):
        return False
    titles = list(_titles(sentence, clause.start, clause.end))
    for place in titles:
        after = re.compile(r"[,.]?\"?\s*\([^()]*?((?:19|20)\d\d)\)").match(sentence.text, place.end)
        span = sentence.cite(place.start, after.end() if after else place.end)
        work = tell_known(
            prose.telling,
            "work",
            span,
            sentence.printed(*place),
            {"datePublished": after[1] if after else ""},
        )
        told = prose.evidence("authorship", sentence.cite())
        prose.telling.relate("authorship", told, {"work": work, "author": prose.subject.referent})
    return bool(titles)


def _titles(sentence: Sentence, start: int, end: int) -> Iterator[Place]:
    for mark in sentence.block.marks:
        place = Place(mark.start - sentence.start, mark.end - sentence.start)
        if (
            mark.kind == "italic"
            and start <= place.start
            and place.end <= end
            and place.end - place.start > 8
        ):
            yield place
    for match in _QUOTED.finditer(sentence.text, start, end):
        if not re.search(rf"(?:{TYPE_WORDS.pattern})\s*$", sentence.text[: match.start()], re.I):
            yield Place(*match.span("title"))
