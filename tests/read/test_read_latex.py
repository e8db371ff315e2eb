"""LaTeX: what is shown, as which blocks, and from which words of the source."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reading_kit import check
from scholargraph.errors import ReadError
from scholargraph.extract.telling import cite
from scholargraph.model import Block
from scholargraph.read import latex, read

MODERN = r"""\documentclass{moderncv}
\name{Ji\v{r}\'{\i}}{Nov\'ak} % \name{Not}{Shown}
\email{jiri\_n@x.example}
\social[github]{jnovak}
\begin{document}
\makecvtitle
\section{Education}
\cventry{2015--2019}{Ph.D.}{Universit\"at Beispiel}{Bonn}{}{Advisor: Prof.\ E. M\"uller.}
\iffalse
\cventry{1999}{Hidden}{Hidden}{}{}{}
\fi
\section{Awards}
\cvitem{2020}{Best \emph{Paper} \& more}
\end{document}
\section{After the end}
"""

HOME_MADE = r"""\documentclass{article}
\newcommand{\ucx}{University of Somewhere}
\newcommand{\me}{\textbf{A. Lee}}
\newcommand{\job}[4]{\noindent\textbf{#2} \hfill #1\\ \textit{#3}, #4\par\medskip}
\newcommand{\head}[1]{\bigskip{\large\bf #1}\\[-8pt]\rule{\textwidth}{0.4pt}\par}
\begin{document}
\begin{center}{\LARGE\bf Ann Lee}\\ \url{https://x.example/~ann}\end{center}
\head{Education}
\begin{tabular}{ll}
2010 & Ph.D., \ucx \\
     & Advisor: Bob Roe \\
2004 & B.A., Other College
\end{tabular}
\head{Positions}
\job{2016--present}{Professor}{Department of Law}{\ucx}
\head{Publications}
\begin{etaremune}
\item \me$^{*}$, C. Roe. Salt. $K$-wise, $x_i$.\footnote{Reviewed.}
\item[{[B1]}] \me. Ships.
\item \href{http://y.example/a\%20b}{Old salt}.
\end{etaremune}
\begin{comment}
Hidden.
\end{comment}
\end{document}
"""


def blocks(text: str) -> list[Block]:
    return latex.blocks(tuple(text.split("\n")))[0]


def body(text: str) -> list[Block]:
    return blocks("\\begin{document}\n" + text)


def texts(found: list[Block]) -> list[str]:
    return [block.text for block in found]


def test_a_cv_of_a_class() -> None:
    found = blocks(MODERN)
    assert [(b.kind, b.level, b.key, b.text) for b in found] == [
        ("field", 0, "meta/name", "Jiří Novák"),
        ("heading", 1, "", "Jiří Novák"),
        ("paragraph", 0, "", "jiri_n@x.example"),
        ("paragraph", 0, "", "jnovak"),
        ("heading", 2, "", "Education"),
        ("paragraph", 0, "", "2015–2019\tPh.D.\tUniversität Beispiel\tBonn\nAdvisor: Prof. E. Müller."),
        ("heading", 2, "", "Awards"),
        ("paragraph", 0, "", "2020\tBest Paper & more"),
    ]
    assert [m.target for b in found for m in b.marks if m.kind == "link"] == [
        "mailto:jiri_n@x.example",
        "https://github.com/jnovak",
    ]


def test_macros_tables_and_lists_of_an_article() -> None:
    assert [(b.kind, b.key, b.text) for b in blocks(HOME_MADE)] == [
        ("heading", "", "Ann Lee"),
        ("paragraph", "", "https://x.example/~ann"),
        ("heading", "", "Education"),
        ("paragraph", "", "2010\tPh.D., University of Somewhere\nAdvisor: Bob Roe"),
        ("paragraph", "", "2004\tB.A., Other College"),
        ("heading", "", "Positions"),
        ("paragraph", "", "2016–present\tProfessor\tDepartment of Law, University of Somewhere"),
        ("heading", "", "Publications"),
        ("item", "2", "A. Lee*, C. Roe. Salt. K-wise, $x_i$."),
        ("paragraph", "", "Reviewed."),
        ("item", "B1", "A. Lee. Ships."),
        ("item", "1", "Old salt."),
    ]


def test_quotes_are_words_of_the_source() -> None:
    found = blocks(HOME_MADE)
    degree = next(b for b in found if "Ph.D." in b.text)
    start = degree.text.index("Somewhere")
    assert cite(degree, start, start + 9).quote == r"\ucx"
    assert cite(degree, 0, 4).quote == "2010"
    item = next(b for b in found if b.key == "2")
    assert cite(item, 0, 6).quote == r"\me"
    name = blocks(MODERN)[1]
    assert cite(name, 0, 4).quote == r"Ji\v{r}\'{\i}"
    (word,) = body(r"of \textbf{Ann Lee}, and")
    assert cite(word, 3, 10).quote == "Ann Lee"
    assert [(m.kind, word.text[m.start : m.end]) for m in word.marks] == [("bold", "Ann Lee")]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            r"\'Etienne \c{C}elik, \O{}ystein \aa, na\"{\i}ve, \v c, Stra\ss e",
            "Étienne Çelik, Øystein å, naïve, č, Straße",
        ),
        (r"Nguy\~{\^e}n", "Nguyễn"),
        ("pp.~1--20 --- ``so''", "pp. 1–20 — “so”"),
        (r"50\% of \$5M \& C\# a\_b", "50% of $5M & C# a_b"),
        (r"$n \log n$ and $\alpha$ and $\frac{1}{2}$", r"n log n and α and $\frac{1}{2}$"),
        (r"A$^{\dagger}$ B\textsuperscript{1} 3$^{rd}$", "A† B¹ 3rd"),
        (r"\textcolor{red}{shown}\vspace{2mm} \label{x}here", "shown here"),
        (r"a \verb|x_y| b % no", "a x_y b"),
        (r"\newcommand{\x}[2][one]{#2 #1}\x{a}.", "a one."),
        (r"\newcommand{\x}[2]{#2, #1}\x{a}{b}", "a\tb"),
        (r"\def\x#1{<#1>}\let\y\x\y{a}", "<a>"),
        (r"\newif\ifz\ztrue\ifz yes\else no\fi", "yes"),
        (r"\ifthenelse{\equal{a}{}}{no}{yes}", "yes"),
        (r"\somebody{else's}{macro}{here}", "else's\tmacro\there"),
        (r"\parbox{3cm}{2019}\parbox{9cm}{Prize}", "2019\tPrize"),
        (r"2019 \hfill Prize\\ given here", "2019\tPrize\ngiven here"),
    ],
)
def test_words_are_shown_as_they_are_printed(source: str, shown: str) -> None:
    assert texts(body(source)) == [shown]


def test_an_entry_of_an_unknown_macro_goes_on_over_lines() -> None:
    source = "\\resumeEntry\n  {Example University}{Bonn}\n  {B.A.}{2018 -- 2021}\n\\vspace{2mm}\nNext."
    assert texts(body(source)) == ["Example University\tBonn\tB.A.\t2018 – 2021", "Next."]


def test_what_lies_in_other_files_is_noted() -> None:
    source = ("\\begin{document}", r"\input{jobs}", r"\bibliography{own}", "Text.")
    found, notes = latex.blocks(source)
    assert texts(found) == ["Text."]
    assert notes == [
        "line 2: a part lies in another file (jobs), not read here",
        "line 3: publications lie in another file (own), not read here",
    ]


def test_a_typed_bibliography() -> None:
    source = (
        r"\begin{thebibliography}{9}\bibitem{a} A. \newblock Salt.\bibitem[LR19]{b} B.\end{thebibliography}"
    )
    assert [(b.kind, b.key, b.text) for b in body(source)] == [
        ("heading", "", "References"),
        ("item", "1", "A. Salt."),
        ("item", "LR19", "B."),
    ]


def test_a_paper_has_a_title_and_authors() -> None:
    source = r"\title{On \emph{Salt}\thanks{Paid.}}\author{A. Lee \and B. Roe}\begin{document}\maketitle Go."
    assert [(b.kind, b.key, b.text) for b in blocks(source) if b.text != "Paid."] == [
        ("field", "meta/title", "On Salt"),
        ("heading", "", "On Salt"),
        ("field", "meta/author", "A. Lee\tB. Roe"),
        ("paragraph", "", "A. Lee\tB. Roe"),
        ("paragraph", "", "Go."),
    ]
    assert texts(blocks(r"\hypersetup{pdfauthor={Ann Lee}}\begin{document}x"))[0] == "Ann Lee"


def test_a_declared_encoding_is_honoured(tmp_path: Path) -> None:
    file = tmp_path / "x.tex"
    file.write_bytes("\\usepackage[latin2]{inputenc}\\begin{document}\nŁukasz Dvořák".encode("iso8859-2"))
    document = read(file, "x")
    assert document.blocks[0].text == "Łukasz Dvořák"
    assert document.notes == ("not UTF-8; read as iso8859-2, as the file declares",)


@pytest.mark.parametrize(
    "source",
    [
        r"\def\a{\a\a}\a x",
        r"\newcommand{\a}{\b\b}\newcommand{\b}{\a\a}" + r"\a" * 200,
        r"\newenvironment{a}{\begin{a}}{\end{a}}\begin{a}",
        "{" * 20_000,
        r"\foo{a}{" * 5_000,
        r"\begin{tabular}{l} a & " * 5_000,
        r"\footnote{" * 5_000,
        r"\iffalse" * 5_000,
        r"\'{" * 5_000,
        "$x " * 5_000,
        r"\begin{comment}" * 500,
        "\\input{a}\n" * 5_000,
    ],
)
def test_hostile_sources_end(source: str) -> None:
    latex.blocks(("\\begin{document}", *source.split("\n")))


def test_too_much_text_is_refused() -> None:
    doubling = r"\newcommand{\x}[1]{#1#1#1#1#1#1#1#1#1}\begin{document}" + r"\x{" * 7 + "a" * 1000 + "}" * 7
    with pytest.raises(ReadError, match="characters of text"):
        latex.blocks((doubling,))


SIGNS = r"""\textbf{ } { \me \me{} \two{a}{b} \swap{c}{d} \\ & \hfill \item \begin{itemize} \end{itemize} $
$x$ ~ -- % \begin{tabular}{ll} \end{tabular} \section{ \'e \'{ \url{http://x_y} \href{u}{v}
\iffalse \fi [ ] \footnote{ \v{c} \ss Ann é ﬁ Ã© # #1 \name{A}{B} \title{T} \par \verb|a|
\begin{foo} \end{foo} ^ \end{document} \x ' ``"""
HEAD = (
    r"\newcommand{\me}{A. Lee}\newcommand{\two}[2]{#1, #2}\newcommand{\swap}[2]{\textbf{#2}\\#1}\makecvtitle"
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.lists(st.sampled_from([*SIGNS.split(), *[" ", "\n", "\n\n", ""] * 8]), max_size=50).map("".join),
    head=st.booleans(),
)
def test_laws_hold_for_any_heap_of_signs(tmp_path: Path, text: str, head: bool) -> None:
    file = tmp_path / "x.tex"
    file.write_text((HEAD + r"\begin{document}" if head else ".") + text, encoding="utf-8")
    check(read(file, "x"))


def test_laws_hold_for_whole_documents(tmp_path: Path) -> None:
    for source in (MODERN, HOME_MADE):
        file = tmp_path / "x.tex"
        file.write_text(source, encoding="utf-8")
        check(read(file, "x"))


def test_an_entry_of_a_class_has_its_arguments_as_columns() -> None:
    found = body(
        "\\begin{entrylist}\n\\entry\n {2010--2012}\n {Reader}\n {Aldermoor}\n {Notes}\n\\end{entrylist}"
    )
    assert texts(found) == ["2010–2012\tReader\tAldermoor\tNotes"]


def test_lengths_of_plain_tex_show_nothing() -> None:
    hanging = "\\def\\ind{\\hangindent=1 true cm\\hangafter=1 \\noindent}\n"
    assert texts(blocks(f"{hanging}\\begin{{document}}\n\\ind 2011. Lecturer.\n")) == ["2011. Lecturer."]


def test_features_of_fonts_show_nothing() -> None:
    found = body("Reader {\\addfontfeature{Numbers=OldStyle} \\hfill 2016}")
    assert texts(found) == ["Reader\t2016"]


def test_a_name_with_a_short_form() -> None:
    found = blocks("\\name[A. LEE]{Ann LEE}\n\\begin{document}\n\\maketitle\nText.\n\\end{document}")
    assert [b.text for b in found if b.kind == "heading"] == ["Ann LEE"]
