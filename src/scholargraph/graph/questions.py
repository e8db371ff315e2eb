"""Named questions: ``queries/*.sparql``. The first line says what each answers, then its parameters.

# The papers of a person, newest first
# param: person a person (example: Ilse Brandt) [person]
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from scholargraph.errors import QueryError
from scholargraph.graph.sparql import Value

_PARAM = re.compile(r"#\s*param:\s*(\w+)\s+(.*?)\s*(?:\(example: (.*)\))?\s*(?:\[(\w+)\])?$")


@dataclass(frozen=True)
class Parameter:
    """A variable that the asker sets; ``kind`` (``person``, ``entity`` …) where it names a thing."""

    name: str
    description: str
    example: str = ""
    kind: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.description})"


@dataclass(frozen=True)
class Question:
    """A query with a name, what it answers, and its parameters."""

    name: str
    answers: str
    parameters: tuple[Parameter, ...]
    text: str

    @property
    def example(self) -> str:
        """Parameters as typed after the name: ``person='Ilse Brandt'``."""
        return " ".join(f"{one.name}={shlex.quote(one.example)}" for one in self.parameters)

    def kind_of(self, parameter: str) -> str:
        """The kind of thing a parameter names, or empty for a plain value."""
        return next(one.kind for one in self.parameters if one.name == parameter)

    def given(self, parameters: Mapping[str, Value]) -> dict[str, Value]:
        """The parameters in the question's order. Raises QueryError for a missing or unknown one."""
        wanted = [one.name for one in self.parameters]
        usage = f"{self.name} takes {', '.join(map(str, self.parameters)) or 'no parameters'}"
        for name in parameters:
            if name not in wanted:
                raise QueryError(f"unknown parameter {name!r}; {usage}")
        for one in self.parameters:
            if one.name not in parameters:
                example = f', for example {one.name}="{one.example}"' if one.example else ""
                raise QueryError(f"{one.name} is missing; {usage}{example}")
        return {name: parameters[name] for name in wanted}


@cache
def questions() -> tuple[Question, ...]:
    """All named questions, by name."""
    files = resources.files("scholargraph.queries").iterdir()
    found = [_read(file.name, file.read_text("utf-8")) for file in files if file.name.endswith(".sparql")]
    return tuple(sorted(found, key=lambda one: one.name))


def question(name: str) -> Question:
    """The question of a name. Raises QueryError that lists near names for an unknown one."""
    from rapidfuzz import process

    by_name = {one.name: one for one in questions()}
    key = name.strip().lower().replace("_", "-").removesuffix(".sparql")
    if key in by_name:
        return by_name[key]
    near = ", ".join(match[0] for match in process.extract(key, list(by_name), limit=3))
    raise QueryError(f"there is no question {name!r}; near it are {near}; `scholargraph ask` lists all")


def _read(file_name: str, text: str) -> Question:
    head = [line for line in text.splitlines() if line.startswith("#")]
    parameters = [found for line in head if (found := _PARAM.match(line))]
    return Question(
        name=file_name.removesuffix(".sparql"),
        answers=head[0].lstrip("# ").strip() if head else "",
        parameters=tuple(Parameter(one[1], one[2], one[3] or "", one[4] or "") for one in parameters),
        text=text,
    )
