"""BibTeX, RIS and its kin, CSL-JSON: fields with paths, names apart, broken entries, quotes in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scholargraph.errors import ReadError
from scholargraph.extract.telling import cite
from scholargraph.model import Document
from scholargraph.read import read

SIGNS = """@article{ @string{ @comment{ k, author title = { } " # , and \\"o \\'{e} {\\"O} $x$
 \\ ( ) %A TY AU ER others"""
TEXTS = st.lists(st.sampled_from([*SIGNS.split(), "  - ", "\n", " ", "\n\n"]), max_size=60).map("".join)


def document(folder: Path, name: str, text: str) -> Document:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return read(file, "x")


def check(found: Document) -> None:
    last = 1
    for block in found.blocks:
        span = cite(block)
        assert block.text
        assert span.quote in "\n".join(found.lines[span.start_line - 1 : span.end_line])
        assert block.start_line >= last
        last = block.start_line


def fields(found: Document, entry: int = 0) -> dict[str, str]:
    start = f"{entry}/"
    return {b.key.removeprefix(start): b.text for b in found.blocks if b.key.startswith(start)}


ENTRY = r"""
@string{jml = "Journal of Made-up Learning"}
@comment{ @article{hidden, title={Hidden}} }
@Article{lee2020,
  author = {Lee, Ann and {\"O}zg{\"u}r, B. and van der Berg, Jan
   and {The {ATLAS} Group and Friends} and others},
  title = {On {B}ayesian $K$-wise {\'e}tudes: \emph{a} study},
  journal = jml # " B", year = 2020, month = jan,
  pages = {12--18}, doi = {10.1000/ab\_c}, url = "https://x.org/~a--b",
  abstract = {Long text
     wrapped.},
}
"""


def test_an_entry_of_bibtex(tmp_path: Path) -> None:
    found = document(tmp_path, "a.bib", ENTRY)
    check(found)
    assert not found.notes
    assert fields(found) == {
        "type": "Article",
        "key": "lee2020",
        "author/0": "Lee, Ann",
        "author/1": "Özgür, B.",
        "author/2": "van der Berg, Jan",
        "author/3/literal": "The ATLAS Group and Friends",
        "author/4": "others",
        "title": "On Bayesian $K$-wise études: a study",
        "journal": "Journal of Made-up Learning B",
        "year": "2020",
        "month": "jan",
        "pages": "12–18",
        "doi": "10.1000/ab_c",
        "url": "https://x.org/~a--b",
        "abstract": "Long text wrapped.",
    }


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"Erd{\H o}s", "Erdős"),
        (r"\v{C}apek \c{S}en", "Čapek Şen"),
        (r"S{\o}ren \AA{}s", "Søren Ås"),
        (r"Stra{\ss}e \& Co. 5\%", "Straße & Co. 5%"),
        (r"Garc{\'\i}a", "García"),
        (r"``Quoted'' --- text~here", "“Quoted” — text here"),
        (r"{\bf Bold} \textit{words} \LaTeX", "Bold words LaTeX"),
        (r"$\alpha_{2}$-models", r"$\alpha_{2}$-models"),
        ("GarcÃ­a", "García"),
    ],
)
def test_latex_in_values(tmp_path: Path, latex: str, plain: str) -> None:
    found = document(tmp_path, "a.bib", f"@misc{{k, title = {{{latex}}}}}")
    assert fields(found)["title"] == plain


@pytest.mark.parametrize(
    "broken",
    [
        "@inproceedings{b,\n author = {Roe, Jane},\n title = {Cut {off,\n year = 2010,\n}\n",
        '@inproceedings{b,\n author = "Roe, Jane",\n title = "Cut off,\n year = 2010,\n}\n',
        "@inproceedings{b, title = {Cut off\n",
    ],
)
def test_a_broken_entry_costs_itself_alone(tmp_path: Path, broken: str) -> None:
    found = document(
        tmp_path, "a.bib", f"{broken}\n@book{{c, title = {{Whole}}}}\n@book{{c, title = {{Again}}}}"
    )
    check(found)
    assert fields(found)["title"].startswith("Cut")
    assert (fields(found, 1)["title"], fields(found, 2)["title"]) == ("Whole", "Again")
    assert found.notes == ("line 1: the entry is never closed; it is read up to the next one",)


def test_missing_commas_and_parentheses(tmp_path: Path) -> None:
    text = '@misc{chen21\n  author = "Bo Chen and Ann Lee"\n  title = "Missing",\n}\n'
    text += "@misc(p, title={Paren}, year=2020)"
    found = document(tmp_path, "a.bib", text)
    assert fields(found) == {
        "type": "misc", "key": "chen21", "author/0": "Bo Chen", "author/1": "Ann Lee", "title": "Missing",
    }  # fmt: skip
    assert fields(found, 1) == {"type": "misc", "key": "p", "title": "Paren", "year": "2020"}


def test_ris_with_repeated_tags_wrapped_lines_and_no_end(tmp_path: Path) -> None:
    text = "TY  - JOUR\nAU  - Lee, Ann\nAU  - Chen, B.\nTI  - On files and\ntheir lines\nER  - \n\n"
    text += "TY  - CONF\nT1  - Last"
    found = document(tmp_path, "a.ris", text)
    check(found)
    assert fields(found) == {
        "TY": "JOUR",
        "AU": "Lee, Ann",
        "AU/1": "Chen, B.",
        "TI": "On files and their lines",
    }
    assert fields(found, 1) == {"TY": "CONF", "T1": "Last"}


def test_pubmed_and_endnote(tmp_path: Path) -> None:
    pubmed = "PMID- 1\nTI  - A title that\n      goes on\nFAU - Lee, Ann\nAU  - Lee A\n\nPMID- 2\nTI  - B"
    found = document(tmp_path, "a.nbib", pubmed)
    assert fields(found)["TI"] == "A title that goes on"
    assert fields(found, 1) == {"PMID": "2", "TI": "B"}
    endnote = "%0 Journal Article\n%A Lee, Ann\n%A Chen, Bo\n%T One\n\n%0 Thesis\n%T Two\n"
    found = document(tmp_path, "a.enw", endnote)
    assert fields(found) == {"0": "Journal Article", "A": "Lee, Ann", "A/1": "Chen, Bo", "T": "One"}


def test_csl_names_are_one_field(tmp_path: Path) -> None:
    text = """[{"id": "x", "type": "article-journal", "title": "On CSL",
 "author": [{"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"}, {"literal": "The Group"}],
 "issued": {"date-parts": [[2021, 3]]}}]"""
    found = document(tmp_path, "refs.json", text)
    check(found)
    assert found.source.media_type == "application/vnd.citationstyles.csl+json"
    assert fields(found) == {
        "id": "x",
        "type": "article-journal",
        "title": "On CSL",
        "author/0": "de la Cruz, Ana",
        "author/1/literal": "The Group",
        "issued/date-parts/0/0": "2021",
        "issued/date-parts/0/1": "3",
    }


def test_a_file_without_tags_is_no_ris(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no line has a tag"):
        document(tmp_path, "a.ris", "Dear all,\nthis is a letter.")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=TEXTS, suffix=st.sampled_from(["bib", "ris", "json"]))
def test_laws_hold_for_any_heap_of_signs(tmp_path: Path, text: str, suffix: str) -> None:
    try:
        check(document(tmp_path, f"x.{suffix}", text))
    except ReadError:
        return
