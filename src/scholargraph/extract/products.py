"""Research products – models, datasets, benchmarks, platforms, software, courses – and what is said of
them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scholargraph.extract.known import remember, tell_known
from scholargraph.extract.tables import lines
from scholargraph.extract.telling import Telling, cite
from scholargraph.model import Block
from scholargraph.names.identifiers import is_repository
from scholargraph.names.text import fold, words


def _patterns() -> dict[str, str]:
    """For each type of product the words that say it, as one regular expression."""
    table: dict[str, list[str]] = {}
    for line in lines("product_words.tsv"):
        kind, _, pattern = line.partition("\t")
        table.setdefault(kind, []).append(pattern)
    return {kind: "|".join(found) for kind, found in table.items()}


_KINDS = _patterns()
TYPE_WORDS = re.compile("|".join(rf"(?P<{kind}>\b(?:{pattern})\b)" for kind, pattern in _KINDS.items()), re.I)
"""Words that say of what type a product is; the group that matches is the type."""

NAME = (
    r"(?:[A-Z][\w.+-]*\w\+{0,2}|[a-z]+[A-Z][\w.+-]*|[A-Z]\d?|\d+[A-Z]\w*)(?:[ -](?:[A-Z][\w.+-]*\w|"
    r"\d+(?:\.\d+)*[A-Za-z]*|of(?= [A-Z])|for(?= [A-Z])))*"
)
"""A pattern for the name of a product: capitalised words, inner capitals, version numbers."""

_BY_FORM = re.compile(
    r"[a-z]+[A-Z]\w*|[A-Z][a-z]+(?:[A-Z][\w-]*)+|[A-Z]{2,}[a-z]+\w*|(?=\S*[A-Z])(?=\S*\d)[\w.-]+|"
    r"[A-Z]-[A-Z]\w*|[A-Z]{1,2}-[A-Z][a-z]\w*|\w+\.(?:jl|py|js|io|ai)"
)
_FAMILY = re.compile(r"\s+(?:series|family|suite|models|collection|project)$", re.I)
_DERIVED = re.compile(
    rf"(?P<before>\w*)\s*\b(?i:fine-?tun\w+|distill?ed|derived|adapted|initiali[sz]ed|forked|extended|"
    rf"post-trained|built|based|developed)\s+(?i:from|on top of|upon|on)\s+(?i:the\s+)?(?P<name>{NAME})"
)
_OTHERS = re.compile(r"(?i:models|systems|ones|others|methods|tools|variants|versions|\w+ers)$")
"""Before the participle: it is other things that are ``built on`` something."""
_TRAINED = re.compile(
    rf"\b(?i:trained|fine-?tuned|evaluated on and trained|pre-?trained)\s+(?i:with|on|"
    rf"using)\s+(?P<words>(?:[\w-]+\s+){{0,6}}?(?i:data ?sets?|corpus|data|collection|"
    rf"database)),?\s+(?:(?:called|named)\s+)?(?P<name>{NAME})"
    rf"|\b(?i:trained)\s+(?i:on|with|using)\s+(?:the\s+|"
    rf"our\s+)?(?P<before>{NAME})(?:,\s+(?:an?|the|our)\s+(?:[\w-]+\s+){{0,4}}?|\s+)"
    rf"(?P<noun>(?i:data ?set|corpus|collection|database))"
)
_CLAUSE_END = re.compile(
    r"\s(?:that|which|who|using|to|for|with|by|of|in|on|from|surpassing|specializing|fine-?tuned|"
    r"developed|designed)\b|[.;!?](?:\s|$)|,\s",
    re.I,
)


_NO_NOUN_PHRASE = re.compile(
    r"(?:We|I|In|This work|The goal|Our (?:work|goal|research|group)|How|What|Why|When|Where|Which|Who|"
    r"Does|Do|Can|Is|Are|[A-Z][a-z]+ing)\b"
)
"""How a statement, a question or an activity begins: none says what a thing is."""


def product_type(text: str) -> str:
    """The type that the first telling word of a description gives: ``an open-source library for models``
    → ``software``."""
    match = TYPE_WORDS.search(text)
    return match.lastgroup or "" if match else ""


def head_type(text: str) -> str:
    """The type of the thing a description begins with: what stands before its first preposition or verb."""
    if _NO_NOUN_PHRASE.match(text):
        return ""
    head = text[: end.start()] if (end := _CLAUSE_END.search(text, 12)) else text
    if re.match(r"(?:One|Some) of ", text):
        head = text[: end.start()] if (end := _CLAUSE_END.search(text, 8)) else text
    return product_type(head)


def type_of_name(name: str) -> str:
    """The type that a name's own last word gives: ``… Leaderboard``, ``… Arena``, ``… Corpus``."""
    last = name.split()[-1] if len(name.split()) > 1 else ""
    return product_type(last) if last[:1].isupper() else ""


def is_product_name(name: str) -> bool:
    """Whether a name has a form that only names of made things have: ``Heron-7B``, ``vLLM``,
    ``BigCodeArena``."""
    bare = _FAMILY.sub("", name)
    return bool(_BY_FORM.fullmatch(bare)) and not re.fullmatch(r"(?:19|20)\d\d\w?|COVID-\d+|[A-Z]{2,}s", bare)


def tells_product(name: str, description: str) -> bool:
    """Whether an item ``Name: description`` names a product, not a line of research.

    It does if the name has the form of one, if its last word says so (``Leaderboard``), if the
    description begins with
    what it is (``A dataset of``), or calls it so (``Pollen, the dataset``); ``Model Routing: We
    analyse`` is none.
    """
    if len(words(name)) > 6 or not name[:1].strip():
        return False
    said = re.search(rf"\b{re.escape(name)},?\s+(?:is\s+)?(?:an?|the|our)\s+([^.,;]*)", description)
    named = bool(type_of_name(name)) and not re.search(r"\b(?:of|and|for|in)\b", name)
    described = bool(head_type(description) or (said and product_type(said[1])))
    lone = re.fullmatch(r"[A-Z]{2,6}s?", name)
    if is_product_name(name) and not lone:
        return True
    return described or (named and not re.match(r"(?:We|I)\b", description))


def is_family(name: str) -> bool:
    """``Heron Series``, ``Foo models``: a name for several products."""
    return bool(_FAMILY.search(name))


def tell_product(
    telling: Telling, block: Block, name: tuple[int, int], whole: tuple[int, int], creator: str = ""
) -> str:
    """Tell the product named at ``name`` with what ``block.text[whole]`` says of it; gives its referent.

    The description is the text after the name; its type comes from the description, or from the name.
    """
    printed = " ".join(block.text[slice(*name)].split())
    after = " ".join(block.text[name[1] : whole[1]].split()).lstrip(":–—- ,").strip()
    kind = type_of_name(printed) or head_type(after) or _called(printed, after)
    targets = [m.target for m in block.marks if m.kind == "link" and m.start < name[1] and name[0] < m.end]
    values = {
        "productType": kind,
        "description": after,
        "codeRepository": [t for t in targets if is_repository(t)],
        "url": [t for t in targets if not is_repository(t)],
    }
    span = cite(block, *whole)
    referent = tell_known(telling, "product", span, printed, values)
    if family := _FAMILY.search(printed):
        remember(telling, "product", printed[: family.start()], referent)
    if creator:
        told = telling.evidence("creator", span)
        telling.relate("creator", told, {"subject": referent, "object": creator})
    return referent


def tell_origins(
    telling: Telling, block: Block, product: str, span: tuple[int, int], creator: str = ""
) -> None:
    """Tell from which product the words say this one comes, and on which data it was trained; ``our``
    data is the creator's."""
    text = block.text
    for match in _DERIVED.finditer(text, *span):
        if _is_thing(match["name"]) and not _OTHERS.match(match["before"]):
            _link(telling, block, "derivedFrom", (product, *match.span("name")), span)
    for match in _TRAINED.finditer(text, *span):
        group = "name" if match["name"] else "before"
        data = _link(telling, block, "trainedOn", (product, *match.span(group)), span)
        words_before = re.sub(
            r"^(?:our|the|a|an|my)\s+", "", " ".join((match["words"] or "").split()), flags=re.I
        )
        values = {"productType": "dataset", "description": words_before}
        telling.tell(
            "product",
            cite(block, *match.span()),
            text[slice(*match.span(group))],
            referent=data,
            values=values,
        )
        if creator and re.search(r"\bour\b", match["words"] or match[0]):
            told = telling.evidence("creator", cite(block, *match.span()))
            telling.relate("creator", told, {"subject": data, "object": creator})


def products_called(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """``our open 7B model, Heron-7B``: names in apposition to what they are, if it is ours; with
    their types."""
    pattern = (
        rf"\b(?:[Oo]ur|[Mm]y)\s+(?P<words>(?:[\w'/-]+\s+){{0,7}}?[\w-]+),\s+(?P<name>{NAME})"
        rf"(?=[,.;:!)]|\s(?:is|has|which|that)\b|$)"
    )
    for match in re.finditer(pattern, text):
        if kind := product_type(match["words"]):
            yield match, kind


def _link(
    telling: Telling, block: Block, kind: str, link: tuple[str, int, int], span: tuple[int, int]
) -> str:
    """Tell the other product and the link from this one to it; gives the other."""
    product, start, end = link
    name = block.text[start:end].rstrip(".,")
    other = tell_known(telling, "product", cite(block, start, start + len(name)), name)
    told = telling.evidence(kind, cite(block, *span))
    telling.relate(kind, told, {"subject": product, "object": other})
    return other


def _is_thing(name: str) -> bool:
    """``Llama-3-70B``, not the first word of an ordinary phrase."""
    return (
        is_product_name(name.split()[0])
        or len(name.split()) > 1
        or (name[:1].isupper() and fold(name) not in ("the", "a", "our"))
    )


def _called(name: str, description: str) -> str:
    """The type in ``Pollen, the dataset`` or ``our 7B model, Heron-7B``."""
    said = re.search(rf"{re.escape(name)},?\s+(?:is\s+)?(?:an?|the|our)\s+([^.;]*)", description)
    before = re.search(rf"\b(?:our|the|an?|my)\s+([^.;,]*),\s+{re.escape(name)}\b", description, re.I)
    kinds = (product_type(match[1]) for match in (before, said) if match)
    tuned = "model" if re.match(r"(?:\w+ )?fine-?tuned from\b", description, re.I) else ""
    return next((kind for kind in kinds if kind), "") or tuned
