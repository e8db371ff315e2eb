"""Who may import whom: the import rules of docs/design.md, held over every module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "scholargraph"

BASE = {"model", "errors", "names"}
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "names": set(),
    "terms": set(),
    "topics": set(),
    "measures": set(),
    "view": set(),
    "read": {"model", "errors"},
    "extract": BASE,
    "resolve": {"model", "names"},
    "graph": {"model", "terms", "errors", "queries"},
    "queries": set(),
    "networks": {"graph"},
    "pipeline": BASE | {"read", "extract", "resolve", "graph", "networks", "measures", "topics"},
    "pages": {"graph", "networks", "pipeline", "view"},
    "cli": {"__init__", "errors", "model"},
    "__main__": {"cli"},
    "__init__": {"graph", "pipeline", "networks", "measures", "topics", "view", "pages", "errors"},
}
RDF_LIBRARIES = {"pyoxigraph", "rdflib", "pyshacl", "SPARQLWrapper"}
HEAVY = RDF_LIBRARIES | {"pandas", "networkx", "scipy", "pyvis", "ftfy", "numpy", "rich"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every imported module of a file, and whether the file's own import loads it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {id(node) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for node in ast.walk(f)}
    typing_only = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.unparse(branch.test)
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        at_import = id(node) not in inner and id(node) not in typing_only
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, at_import
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "scholargraph":
                for alias in node.names:
                    yield f"scholargraph.{alias.name}", at_import
            else:
                yield node.module or "", at_import


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_only_what_its_room_may(path: Path) -> None:
    here = room(path)
    for name, _ in imports(path):
        if name == "scholargraph" or name.startswith("scholargraph."):
            parts = name.split(".")
            target = parts[1] if len(parts) > 1 else "__init__"
            known = (PACKAGE / target).is_dir() or (PACKAGE / f"{target}.py").exists()
            target = target if known else "__init__"
            assert target == here or target in ALLOWED[here], f"{path.name} ({here}) imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rdf_libraries_stay_in_the_graph_room(path: Path) -> None:
    found = {name.split(".")[0] for name, _ in imports(path)} & RDF_LIBRARIES
    assert not found or room(path) == "graph"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_libraries_are_imported_by_the_functions_that_use_them(path: Path) -> None:
    assert {name.split(".")[0] for name, at_import in imports(path) if at_import} & HEAVY == set()


def test_importing_the_package_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    code = f"import sys, scholargraph; print(sorted(set(sys.modules) & {HEAVY!r}))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
