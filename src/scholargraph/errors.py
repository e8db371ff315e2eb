"""Everything that can go wrong for a user: one root, few leaves, each naming the source and the line."""

from __future__ import annotations


class ScholarGraphError(Exception):
    """The root: ``message`` says what is wrong and what happens now; ``source`` and ``line`` say where."""

    def __init__(self, message: str, source: str = "", line: int = 0) -> None:
        self.message, self.source, self.line = message, source, line
        where = f"{source}:{line}: " if source and line else f"{source}: " if source else ""
        super().__init__(where + message)


class ReadError(ScholarGraphError):
    """A source cannot be read: missing, empty, binary, of no known format."""


class GraphError(ScholarGraphError):
    """A graph folder is missing, damaged, locked by another build, or cannot be written."""


class QueryError(ScholarGraphError):
    """A query cannot be parsed or run, or a named question or entity does not exist."""
