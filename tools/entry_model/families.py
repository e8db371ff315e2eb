"""The families of templates that training draws from: formal reference styles and forms of CVs and home
pages.

They stand in tables beside the code: ``families.tsv`` (orders, forms of authors, mark-up) and ``tails.tsv``
(what
follows authors and title, by kind of work). The benchmark has families of its own, with separators that do
not occur
here (``benchmarks/entry_families.tsv``).
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

Tail = dict[str, str]
"""What follows authors and title, by kind of work."""
_TABLES = Path(__file__).parent / "words"


class Family(Struct, frozen=True):
    """A family of templates: choices between ``|`` are drawn once per list."""

    name: str
    style: str
    """``formal`` or ``cv``."""
    front: str
    """Order of fields and separators; ``{X}`` is the tail, ``~0`` to ``~4`` are separators drawn for the
    list.
    """
    tail: str
    authors: str
    """Forms of names, each with the separator and the last separator, parted by ``~``."""
    title: str
    """Mark-up of the title, or the quotation marks around it."""
    venue: str
    case: str


def read_families(path: Path) -> tuple[Family, ...]:
    """The families of a table, one a line."""
    return tuple(Family(*row) for row in _rows(path))


def read_tails(path: Path) -> dict[str, Tail]:
    """The tails of a table by name and kind of work; kinds that one leaves out are printed as in
    ``bibtex``.
    """
    made: dict[str, Tail] = {}
    for name, kind, pattern in _rows(path):
        made.setdefault(name, {})[kind] = pattern
    return made


def _rows(path: Path) -> list[list[str]]:
    """The cells of a table; ``\\n`` and ``\\t`` stand for a line end and a tab."""
    lines = path.read_text(encoding="utf-8").split("\n")
    cells = (line.split("\t") for line in lines if line and not line.startswith("# "))
    return [[cell.replace("\\n", "\n").replace("\\t", "\t") for cell in row] for row in cells]


FAMILIES = read_families(_TABLES / "families.tsv")
TAILS = read_tails(_TABLES / "tails.tsv")
SEPARATORS_1 = (
    ". ", ". ", ". ", ". ", ", ", ", ", ": ", "; ", ".\n", "\n", "\n", "\n", "\t", " - ", " – ", ",\n",
    " | ", ":\n", " ◆ ", " » ", " + ", " > ", " ‖ ", " _ ", "|", " = ", " ## ",
)  # fmt: skip
"""Behind authors in families of CVs (``~1``)."""
SEPARATORS_2 = (
    ". ", ". ", ". ", ", ", ", ", "\n", "\n", ".\n", "; ", "\t", " - ", " | ", " • ", " (", " [", ", in ",
    ". In ", ".  ", " ◆ ", " + ", " > ", " ‖ ", " ## ", "\n", ". ", ", ",
)  # fmt: skip
"""Before the tail in families of CVs (``~2``)."""
SEPARATORS_3 = (
    ". ", ". ", ", ", ", ", ": ", " ", "; ", " – ",
)  # fmt: skip
"""Between authors, year and title in formal families of no named style (``~3``)."""
SEPARATORS_4 = (
    ". ", ". ", ", ", ", ", "; ", ": ", " - ", " ", ". In ", ", in ",
)  # fmt: skip
"""Before the tail in formal families of no named style (``~4``)."""
TAIL_SEPARATORS = (
    " - ", " | ", " • ", ". ", "; ", " + ", " ‖ ", " – ", " ", "\n", ": ", " > ", " ◆ ",
)  # fmt: skip
"""Put in the place of commas of the tail in some lists of CVs."""
WORDS = (
    ("vol. ", ("vol. ", "Vol. ", "v. ", "volume ", "Bd. ", "t. ", "Volume ", "vol ", "")),
    ("no. ", ("no. ", "No. ", "issue ", "nr. ", "Iss. ", "n. ", "Heft ", "núm. ", "#")),
    ("pp. ", ("pp. ", "pp.", "p. ", "pages ", "pg. ", "págs. ", "S. ", "")),
    ("In ", ("In ", "In: ", "in ", "In Proc. ", "at ", "In ")),
)
"""Words of tails, and others that mean the same, drawn per list."""
