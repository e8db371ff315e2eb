"""LaTeX as it stands in titles and abstracts, decoded for display."""

from __future__ import annotations

import functools
import logging
import re
from typing import Any

from scholargraph.extract.tables import words

_MONEY = re.compile(r"(?<![\\$])\$(?=\d[\d,.]*(?:\s?(?:k|K|M|B|million|billion|per|USD)\b|[\s.,;)][^$]*$))")
_OPERATOR = re.compile(r"\s*\\(log|exp|min|max|sup|inf|sin|cos|tan|ln|det|dim|arg|lim)\b\s*")
_RAISED = re.compile(r"([\^_])\{([^{}]*[-+/*= ][^{}]*)\}")


def latex_to_text(text: str) -> str:
    r"""What a reader sees; text without LaTeX comes back unchanged, broken LaTeX as far as it can be read.

    >>> latex_to_text(r"$K$-wise \textbf{G}eneral $\mathsf{OR}$")
    'K-wise General OR'
    """
    if not re.search(r"[\\${}]", text):
        return text
    source = re.sub(r"(?<!\\)([%#&])", r"\\\1", _MONEY.sub(r"\\$", text))
    source = _RAISED.sub(r"\1{(\2)}", _OPERATOR.sub(r" \\\1\\ ", source))
    return re.sub(r"\s+", " ", _decode(source)).strip() or text


def _decode(source: str) -> str:
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerError

    syntax, texts = _contexts()
    walker = LatexWalker(source, latex_context=syntax, tolerant_parsing=True)
    show = LatexNodes2Text(latex_context=texts, math_mode="text", keep_comments=True)
    try:
        decoded = str(show.nodelist_to_text(walker.get_latex_nodes()[0]))
    except (LatexWalkerError, IndexError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return source  # so broken that the printed form is the best one
    return source if "%s" in decoded else decoded  # a macro that lacks its arguments


@functools.cache
def _contexts() -> tuple[Any, Any]:
    r"""How macros are parsed, and how they are shown.

    pylatexenc alone fails on ``\href`` and ``\url``, and turns ``\mathsf{OR}`` into mathematical letters.
    """
    from pylatexenc import latex2text, latexwalker, macrospec

    logging.getLogger("pylatexenc").setLevel(logging.ERROR)  # it warns of every broken macro
    faces = sorted(words("latex_faces.txt"))
    texts = latex2text.get_default_latex_context_db()
    shown = [latex2text.MacroTextSpec(name, simplify_repl="%s") for name in faces]
    shown += [latex2text.MacroTextSpec("href", simplify_repl="%(2)s"), latex2text.MacroTextSpec("|", "‖")]
    texts.add_context_category("display", prepend=True, macros=shown)
    syntax = latexwalker.get_default_latex_context_db()
    parsed = [macrospec.std_macro(name, False, 1) for name in faces]
    parsed.append(macrospec.std_macro("href", False, 2))
    syntax.add_context_category("display", prepend=True, macros=parsed)
    return syntax, texts
