"""Entries of BibTeX, RIS and CSL-JSON: works with authors in order, venues, dates, identifiers."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.facts import named, relations, unquoted, values
from scholargraph.extract import extract
from scholargraph.model import Told
from scholargraph.read import read

BIBTEX = r"""
@article{a, author = {Lee, Ann and {\"O}zg{\"u}r, B. and {The Atlas Group} and Smith, Jr., Joe and others},
  title = {On $K$-wise {\'e}tudes}, journal = {Journal of Made-up Learning}, year = 2020,
  volume = {12}, number = "3", pages = {12--18}, doi = {10.1000/ab\_c}
  , keywords = {graphs, trees; causal inference}}
@misc{b, author = "Bo Chen", title = "Parcels", note = {In submission}, eprint = {2101.01234v2},
  archivePrefix={arXiv}}
@inproceedings{c, title = {Lanterns}, author = {Cy Dee}, crossref = {conf}}
@proceedings{conf, title = {Proceedings of the 5th Conference on Made-up Things},
  editor = {Doe, John}, year = {2019}}
@phdthesis{d, author = {Lee, Ann}, title = {My Thesis}, school = {University of Oslo}, year = {2018}}
@dataset{e, author = {Lee, Ann}, title = {Pollen Counts}, year = {2021}, url = {https://data.org/pollen}}
"""


def told_by(folder: Path, name: str, text: str) -> Told:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    document = read(file, "x")
    told = extract(document)
    assert told.source.kind == "bibliography"
    assert not told.subject
    assert not list(unquoted(document, told))
    return told


@pytest.fixture
def bibtex(tmp_path: Path) -> Told:
    return told_by(tmp_path, "refs.bib", BIBTEX)


def test_an_article(bibtex: Told) -> None:
    assert values(bibtex, "work", "On K-wise études") == {
        "workType": ("article",),
        "authorListComplete": ("false",),
        "datePublished": ("2020",),
        "venueAsPrinted": ("Journal of Made-up Learning",),
        "doi": ("10.1000/ab_c",),
        "volume": ("12",),
        "issue": ("3",),
        "pages": ("12–18",),
    }
    rows = [
        row[1:] for row in relations(bibtex, "authorship", "work", "author", "ordinal") if row[0][:2] == "On"
    ]
    assert rows == [("Ann Lee", "1"), ("B. Özgür", "2"), ("The Atlas Group", "3"), ("Joe Smith Jr.", "4")]
    assert named(bibtex, "topic") == {"graphs", "trees", "causal inference"}


def test_states_identifiers_and_types(bibtex: Told) -> None:
    parcels = values(bibtex, "work", "Parcels")
    assert (parcels["status"], parcels["arxivId"]) == (("in submission",), ("2101.01234",))
    thesis = values(bibtex, "work", "My Thesis")
    assert (thesis["workType"], thesis["datePublished"]) == (("thesis",), ("2018",))
    assert values(bibtex, "product", "Pollen Counts")["productType"] == ("dataset",)


def test_a_chapter_inherits_from_its_volume_and_editors_write_nothing(bibtex: Told) -> None:
    assert ("Lanterns", "Conference on Made-up Things", "2019") in relations(
        bibtex, "venue", "work", "venue", "year"
    )
    assert "John Doe" in named(bibtex, "person")
    assert "John Doe" not in {row[0] for row in relations(bibtex, "authorship", "author")}


def test_ris(tmp_path: Path) -> None:
    text = """\
TY  - JOUR
AU  - Lee, Ann
AU  - Chen, B.
TI  - On files
JO  - Journal of Tags
PY  - 2019/03/12/
SP  - 10
EP  - 20
KW  - tags
KW  - files
ER  -
TY  - UNPB
TI  - Last
"""
    told = told_by(tmp_path, "refs.ris", text)
    work = values(told, "work", "On files")
    assert (work["datePublished"], work["pages"]) == (("2019-03-12",), ("10–20",))
    assert relations(told, "authorship", "author", "ordinal") == [("Ann Lee", "1"), ("B. Chen", "2")]
    assert named(told, "topic") == {"tags", "files"}
    assert values(told, "work", "Last")["status"] == ("in preparation",)


def test_csl(tmp_path: Path) -> None:
    text = """[{"id": "x", "type": "article-journal", "title": "On CSL", "DOI": "10.1000/q",
 "container-title": "Journal of Styles",
 "author": [{"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"},
  {"given": "Bo", "family": "Chen"}],
 "issued": {"date-parts": [[2021, 3, 4]]}, "status": "forthcoming"}]"""
    told = told_by(tmp_path, "refs.json", text)
    assert relations(told, "authorship", "author", "ordinal") == [("Ana de la Cruz", "1"), ("Bo Chen", "2")]
    work = values(told, "work", "On CSL")
    assert (work["datePublished"], work["status"], work["doi"]) == (
        ("2021-03-04",),
        ("published",),
        ("10.1000/q",),
    )
