"""Products that came out of a person's work: ``A, B and C came out of that work``."""

from __future__ import annotations

import re

from scholargraph.extract.products import NAME, is_product_name
from scholargraph.extract.prose.context import Prose
from scholargraph.extract.prose.making import product_places, tell_own_product
from scholargraph.extract.prose.sentences import Place, Sentence

_WORK = r"(?:work|research|efforts?|projects?|group|lab|collaborations?|thesis|line of work)"
_CAME = re.compile(
    rf"(?:^|[:;.]\s+|\band\s+)(?P<names>{NAME}(?:(?:,\s*(?:and\s+)?|\s+and\s+){NAME})*)\s+(?:all\s+)?"
    rf"(?:(?:came|c[ao]mes?|grew|emerged|arose|originated|resulted|stem(?:med|s)?)\s+(?:out\s+of|from|in)|"
    rf"(?:is|are|was|were)\s+(?:products?|results?|outcomes?)\s+of)\s+"
    rf"(?P<owner>[\w']+)\s+(?:[a-z-]+\s+){{0,2}}{_WORK}\b"
)
_GAVE = (
    rf"\s+(?:[a-z-]+\s+){{0,2}}{_WORK}\s+(?:has\s+)?"
    r"(?:led to|produced|resulted in|gave rise to|given rise to|yielded)\s+"
)


def tell_outcomes(prose: Prose, sentence: Sentence) -> None:
    """Tell the products of a list of which at least one has the form of a product's name."""
    text = sentence.text
    own = re.compile(rf"(?:{prose.subject.possessive})|this|that|these|those|our", re.I)
    came = _CAME.search(text)
    if came and own.fullmatch(came["owner"]):
        _tell(prose, sentence, Place(*came.span("names")))
    elif gave := re.search(rf"{prose.subject.possessive}{_GAVE}", text):
        _tell(prose, sentence, Place(gave.end(), len(text)))


def _tell(prose: Prose, sentence: Sentence, span: Place) -> None:
    places = list(product_places(sentence.text, span))
    if any(is_product_name(sentence.text[slice(*place)]) for place in places):
        for place in places:
            tell_own_product(prose, sentence, place, "")
