import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholargraph.extract.latex import latex_to_text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"$K$-wise", "K-wise"),
        (r"the $\mathsf{OR}$ and $\mathsf{MAX}$", "the OR and MAX"),
        (r"\textbf{G}eneral \emph{view}", "General view"),
        (r"at \url{https://a.org/b_c}.", "at https://a.org/b_c."),
        (r"\href{http://a.b/c}{here} now", "here now"),
        (r"30% more for $n$ users & friends", "30% more for n users & friends"),
        (r"Erd\H{o}s--R\'enyi", "Erdős–Rényi"),
        (r"$\Theta(n^{2/3})$", "Θ(n^(2/3))"),
        (r"$n\log n$", "n log n"),
        ("it costs $5 and more", "it costs $5 and more"),
        ("no LaTeX at all", "no LaTeX at all"),
    ],
)
def test_latex_is_shown_as_a_reader_sees_it(latex, text):
    assert latex_to_text(latex) == text


@pytest.mark.parametrize("broken", ["a {b", "$x", r"\frac{1", r"\href{a}", "\\", "}{", r"\begin{x} a"])
def test_broken_latex_still_gives_text(broken):
    assert latex_to_text(broken)


@given(st.text(alphabet="ab ${}\\^_%&#|~", min_size=1, max_size=30))
def test_nothing_breaks_it(text):
    latex_to_text(text)
