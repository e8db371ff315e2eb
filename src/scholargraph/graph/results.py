"""Query results as Python values, tables and the W3C result formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from scholargraph import terms
from scholargraph.errors import QueryError

if TYPE_CHECKING:
    import pandas as pd

_XSD = terms.PREFIXES["xsd"]
_INTEGERS = frozenset(
    f"{_XSD}{name}"
    for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger")
)
_FLOATS = frozenset(f"{_XSD}{name}" for name in ("decimal", "double", "float"))
_TRIPLE = ("subject", "predicate", "object")
_TABLES = {"json": "JSON", "csv": "CSV", "tsv": "TSV", "xml": "XML"}
_GRAPHS = {"turtle": "TURTLE", "ntriples": "N_TRIPLES", "xml": "RDF_XML", "json": "JSON_LD"}
FORMATS = (*_TABLES, "turtle", "ntriples")


class Answer(Struct, frozen=True):
    """What a query gave: its form (``select``, ``ask``, ``construct``), columns, rows of Python values."""

    form: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    dates: frozenset[str] = frozenset()
    """Columns that hold nothing but full dates."""

    def dicts(self) -> list[dict[str, Any]]:
        """Each row by column name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def python_value(text: str, datatype: str) -> Any:
    """A literal as int, float, bool or (everything else, dates too) text."""
    try:
        if datatype in _INTEGERS:
            return int(text)
        if datatype in _FLOATS:
            return float(text)
    except ValueError:
        return text
    return text == "true" if datatype == f"{_XSD}boolean" else text


def term_value(term: Any) -> Any:
    """A term of the store as a Python value: IRIs and text as str, unbound as None."""
    if term is None:
        return None
    datatype = getattr(term, "datatype", None)
    return python_value(term.value, datatype.value) if datatype else getattr(term, "value", str(term))


def read(found: Any) -> Answer:
    """What the store gave, as Python values.

    ASK gives one column ``answer``; CONSTRUCT and DESCRIBE give subject, predicate, object.
    """
    import pyoxigraph

    if isinstance(found, pyoxigraph.QueryBoolean):
        return Answer("ask", ("answer",), [(bool(found),)])
    if isinstance(found, pyoxigraph.QueryTriples):
        triples = [(one.subject, one.predicate, one.object) for one in found]
        return Answer(
            "construct", _TRIPLE, sorted((tuple(map(term_value, triple)) for triple in triples), key=str)
        )
    names = tuple(variable.value for variable in found.variables)
    rows = [tuple(solution) for solution in found]
    values = [tuple(map(term_value, row)) for row in rows]
    return Answer("select", names, values, frozenset(_date_columns(names, rows)))


def _date_columns(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> set[str]:
    found = set()
    for place, name in enumerate(names):
        types = {
            getattr(getattr(row[place], "datatype", None), "value", "")
            for row in rows
            if row[place] is not None
        }
        if types == {f"{_XSD}date"}:
            found.add(name)
    return found


def frame(names: Sequence[str], rows: Sequence[tuple[Any, ...]], dates: Iterable[str] = ()) -> pd.DataFrame:
    """A DataFrame with typed columns: Int64 or int64, float64, bool, full dates as datetime64, else text."""
    import pandas as pd

    dated = set(dates)
    columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    return pd.DataFrame(
        {name: _column(values, as_date=name in dated) for name, values in columns.items()},
        columns=list(names),
    )


def _column(values: list[Any], *, as_date: bool) -> pd.Series:
    import pandas as pd

    kinds = {type(value) for value in values if value is not None}
    has_gaps = any(value is None for value in values)
    if as_date and all(value is None or _is_day(value) for value in values):
        return pd.Series(pd.to_datetime(pd.Series(values, dtype="object")))
    if kinds == {int} and all(value is None or abs(value) < 2**63 for value in values):
        return pd.Series(values, dtype="Int64" if has_gaps else "int64")
    if kinds and kinds <= {int, float}:
        return pd.Series(values, dtype="float64")
    if kinds == {bool}:
        return pd.Series(values, dtype="boolean" if has_gaps else "bool")
    return pd.Series(values, dtype="str" if kinds <= {str} else "object")


def _is_day(value: str) -> bool:
    try:
        return 1678 <= date.fromisoformat(value).year <= 2261
    except ValueError:
        return False


def serialise(answer: Any, form: str) -> str:
    """The answer as W3C text. Raises QueryError where the format does not fit the form of the query."""
    import pyoxigraph

    if isinstance(answer, pyoxigraph.QueryTriples):
        if form not in _GRAPHS:
            raise QueryError(f"CONSTRUCT and DESCRIBE give {', '.join(_GRAPHS)}, not {form!r}")
        triples = sorted(answer, key=str)
        kind = getattr(pyoxigraph.RdfFormat, _GRAPHS[form])
        return (pyoxigraph.serialize(triples, format=kind, prefixes=terms.PREFIXES) or b"").decode()
    if form not in _TABLES:
        raise QueryError(f"SELECT and ASK give {', '.join(_TABLES)}, not {form!r}")
    serialised = answer.serialize(format=getattr(pyoxigraph.QueryResultsFormat, _TABLES[form]))
    return str(serialised.decode())
