"""Whatever is told stands, word for word, on the lines named; and what it says stands in those words."""

import re

import pytest

from extract.making import document
from extract.test_extract_cv import HUMANITIES, INDUSTRY, MEDICAL
from extract.test_extract_profile import OTHER
from scholargraph.extract import cv, profile
from scholargraph.names.text import fold
from scholargraph.read import read

INVENTED = {
    "medical": (cv, MEDICAL),
    "humanities": (cv, HUMANITIES),
    "industry": (cv, INDUSTRY),
    "listing": (profile, OTHER),
}
VERBATIM = ("doi", "volume", "issue", "pages", "venueAsPrinted", "award", "listNumber", "dateAsPrinted")


def check(document, told):
    ids = {mention.id for mention in told.mentions}
    for mention in told.mentions:
        span = mention.span
        assert span.quote
        lines = "\n".join(document.lines[span.start_line - 1 : span.end_line])
        assert span.quote in lines
        assert mention.referent in ids
        for name in VERBATIM:
            assert all(_bare(value) in _bare(span.quote) for value in mention.values.get(name, ())), (
                name,
                mention,
            )
        if mention.kind in ("person", "organization", "award") and mention.name:
            assert set(fold(mention.name).split()) <= set(fold(span.quote).split()) | set(fold(span.quote))
    for relation in told.relations:
        assert relation.mention in ids
        assert all(
            r in ids or r in {x.id for x in told.relations} for rs in relation.roles.values() for r in rs
        )


def _bare(text):
    return re.sub(r"[*\s]", "", text)


@pytest.mark.parametrize("which", INVENTED)
def test_invented_documents(which):
    kind, text = INVENTED[which]
    made = document(text)
    check(made, kind.extract(made))


@pytest.mark.parametrize(("name", "kind"), [("cv_bz.md", cv), ("profile_bz.txt", profile)])
def test_seeds(seeds, name, kind):
    made = read(seeds / name, "seed")
    check(made, kind.extract(made))


def test_ids_stay_the_same_when_lines_move(seeds):
    made = document(HUMANITIES)
    moved = document("\n\n" + HUMANITIES)
    ids = [mention.id for mention in cv.extract(made).mentions]
    assert ids == [mention.id for mention in cv.extract(moved).mentions]
    assert len(set(ids)) == len(ids)
