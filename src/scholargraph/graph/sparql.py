"""What is done to a query before it runs: guarded, its prefixes known, its parameters bound as terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from scholargraph import terms
from scholargraph.errors import QueryError
from scholargraph.graph import literals

if TYPE_CHECKING:
    pass

Value = str | int | float | bool | date | Decimal
"""What a query variable may be bound to; a :class:`Node` or http(s) text with ``iri()`` is an IRI."""

MAX_LENGTH = 100_000
MAX_DEPTH = 50
MAX_BRACKETS = 1_500
MAX_OPERATORS = 5_000
"""The store parses by recursion and has no stack guard: beyond these a query can end the process."""

_TOKEN = re.compile(
    r"""(?P<string>\"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
      |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      |(?P<comment>\#[^\n\r]*)
      |(?P<variable>[?$]\w+)
      |(?P<name>[A-Za-z][\w.-]*)?:(?P<local>[\w.:%\\-]*)
      |(?P<word>\w+)
      |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_OUTGOING = re.compile(r"(?i)(?<![\w?$])(service|load|from)(?![\w:])")
_UPDATES = frozenset({"insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"})
_FORMS = frozenset({"select", "ask", "construct", "describe"})
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class Node(str):
    """An IRI as a query parameter: ``Node("https://…")``."""

    __slots__ = ()


def prepare(query: str, bindings: Mapping[str, Value]) -> str:
    """The query as the store may run it: guarded, schema.org as https, parameters bound.

    Raises QueryError for an update, SERVICE, FROM, or a query too long or too deeply nested.
    """
    guard(query)
    return bind(_https(query), bindings)


def guard(query: str) -> None:
    """Refuse what could dial out, write, or end the process."""
    if len(query) > MAX_LENGTH:
        raise QueryError(f"the query has {len(query):,} characters; the limit is {MAX_LENGTH:,}")
    _guard_nesting(query)
    words = [match["word"].lower() for match in _TOKEN.finditer(query) if match["word"]]
    form = next((word for word in words if word in _FORMS | _UPDATES), "")
    if form in _UPDATES:
        raise QueryError(
            f"{form.upper()} would change the graph; only queries run here, `build` writes the graph"
        )
    if _OUTGOING.search(query):
        _refuse_outgoing(query)


def bind(query: str, bindings: Mapping[str, Value]) -> str:
    """Bind variables by a VALUES row at the start of the outermost pattern.

    The values are written by the serialiser of RDF terms, so no text in them can become query syntax.
    """
    if not bindings:
        return query
    for name in bindings:
        if not re.fullmatch(r"[A-Za-z_]\w*", name):
            raise QueryError(f"{name!r} is no name of a variable")
    at = _pattern_start(query)
    names = " ".join(f"?{name}" for name in bindings)
    row = " ".join(term(value) for value in bindings.values())
    return f"{query[:at]} VALUES ({names}) {{ ({row}) }} {query[at:]}"


def term(value: Value) -> str:
    """A Python value as an RDF term in N-Triples syntax. Raises QueryError for an invalid IRI."""
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, bool):
        return literals.typed(str(value).lower(), "xsd:boolean")
    if isinstance(value, int):
        return literals.typed(str(value), "xsd:integer")
    if isinstance(value, float | Decimal):
        return literals.typed(str(value), "xsd:decimal")
    if isinstance(value, datetime):
        return literals.typed(value.isoformat(), "xsd:dateTime")
    if isinstance(value, date):
        return literals.typed(value.isoformat(), "xsd:date")
    return literals.text(value)


def syntax_error(error: SyntaxError, query: str) -> QueryError:
    """The store's complaint in one line: place, what stands there, and a hint for an unknown prefix."""
    unknown = sorted(_prefixes_used(query) - _prefixes_declared(query) - set(terms.PREFIXES))
    found = _POSITION.match(str(error))
    line, column = (int(found[1]), int(found[2])) if found else (0, 0)
    if unknown:
        known = ", ".join(f"{name}:" for name in terms.PREFIXES)
        named = ", ".join(f"{name}:" for name in unknown)
        message = f"unknown prefix {named}; known are {known} (declare others with PREFIX)"
    else:
        message = f"the query is not SPARQL: {_near(query, line, column)}"
    return QueryError(message, "query" if line else "", line)


def _node(value: str) -> str:
    import pyoxigraph

    try:
        return str(pyoxigraph.NamedNode(value))
    except ValueError as error:
        raise QueryError(f"{value!r} is no IRI: {error}") from error


def _https(query: str) -> str:
    """http://schema.org/ in IRIs → https, as in the graph; strings are left alone."""

    def fix(match: re.Match[str]) -> str:
        iri = match["iri"] or ""
        is_http = iri.startswith("<http://schema.org/")
        return f"<https://schema.org/{iri[len('<http://schema.org/') :]}" if is_http else match.group()

    return _TOKEN.sub(fix, query) if "http://schema.org/" in query else query


def _guard_nesting(query: str) -> None:
    depth = deepest = opened = 0
    for char in query:
        if char in "{([":
            depth, opened = depth + 1, opened + 1
            deepest = max(deepest, depth)
        elif char in "})]":
            depth -= 1
    if deepest > MAX_DEPTH:
        raise QueryError(f"the query nests {deepest} deep; the limit is {MAX_DEPTH}")
    if opened > MAX_BRACKETS:
        raise QueryError(f"the query opens {opened:,} brackets; the limit is {MAX_BRACKETS:,}")
    operators = sum(1 for match in _TOKEN.finditer(query) if match["other"] and match["other"] in "|&+-*/^!")
    if operators > MAX_OPERATORS:
        raise QueryError(f"the query has {operators:,} operators; the limit is {MAX_OPERATORS:,}")


def _refuse_outgoing(query: str) -> None:
    """Decide on the parsed query: the word may as well stand in a title or an address."""
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    declared = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in terms.PREFIXES.items())
    try:
        parsed = parseQuery(declared + query)
    except ParseBaseException as error:
        line = max(error.lineno - len(terms.PREFIXES), 1)
        raise QueryError(
            f"the query is not SPARQL: {_near(query, line, error.column)}", "query", line
        ) from error
    except RecursionError as error:
        raise QueryError("the query is nested too deeply to be checked for SERVICE") from error
    if found := _first_outgoing(parsed):
        raise QueryError(f"{found} is refused: a query sees this graph only; its parts are reached by GRAPH")


def _first_outgoing(node: object) -> str:
    """SERVICE or FROM anywhere in rdflib's parse tree, or empty."""
    name = getattr(node, "name", "")
    if name in ("ServiceGraphPattern", "DatasetClause"):
        return "SERVICE" if name == "ServiceGraphPattern" else "FROM"
    if isinstance(node, dict):  # pyparsing's lists call themselves mappings too
        children = list(node.values())
    elif isinstance(node, str | bytes) or not hasattr(node, "__iter__"):
        return ""
    else:
        children = list(node)
    return next(filter(None, map(_first_outgoing, children)), "")


def _pattern_start(query: str) -> int:
    """The place after the first brace of the WHERE pattern (of a CONSTRUCT: after its template)."""
    seen_construct = in_template = False
    for match in _TOKEN.finditer(query):
        word = (match["word"] or "").lower()
        seen_construct = seen_construct or word == "construct"
        if word == "where":
            seen_construct = False
        if match.group() == "}":
            in_template = False
        if match.group() == "{" and not in_template:
            if not seen_construct:
                return match.end()
            seen_construct, in_template = False, True
    raise QueryError("parameters need a query with a pattern in braces")


def _prefixes_used(query: str) -> set[str]:
    return {match["name"] for match in _TOKEN.finditer(query) if match["name"]}


def _prefixes_declared(query: str) -> set[str]:
    return set(re.findall(r"(?i)\bprefix\s+([A-Za-z][\w.-]*)\s*:", query))


def _near(query: str, line: int, column: int) -> str:
    lines = query.splitlines()
    if not 0 < line <= len(lines):
        return "it ends too early"
    rest = lines[line - 1][max(column - 1, 0) :].strip()
    where = f"line {line}, column {column}"
    return f"{where}, near “{rest[:40]}”" if rest else f"{where}, at the end of the line"
