"""Build: documents in, a published graph out; what has not changed is not done again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scholargraph.errors import GraphError
from scholargraph.graph import Graph
from scholargraph.model import BuildReport, Judgement, Told
from scholargraph.pipeline.confidence import surer
from scholargraph.pipeline.sources import Taken, fingerprint, take
from scholargraph.pipeline.told import read_judgements, read_told, sweep, told_files

if TYPE_CHECKING:
    from scholargraph.graph.rdf import Quad

JUDGEMENTS = "judgements.jsonl"
SETTLING_ROOMS = (
    "resolve",
    "names",
    "pipeline",
    "graph",
    "networks",
    "measures.py",
    "topics",
    "terms.py",
    "model.py",
)


def build(
    paths: Iterable[str | Path] | str | Path,
    graph: str | Path = "graph",
    *,
    min_confidence: float = 0,
    progress: Callable[[str], None] | None = None,
) -> Graph:
    """Read documents (files, or folders walked) into the graph folder and open the result.

    Documents already in the graph stay; one that changed is read again. ``progress`` hears the name of each
    stage and document. With ``min_confidence`` (0 to 1) the graph stands on the passages that are at least
    as sure; the others stay in the told files. The returned graph's ``report`` says what was read and what
    could not go in. Raises GraphError where nothing at all can be built (its notes say why each document was
    refused), the folder cannot be written, what it holds is damaged, or another build is running.
    """
    from scholargraph.graph.lock import locked

    folder = Path(graph)
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    say = progress or (lambda _: None)
    with locked(folder):
        sweep(folder)
        taken = take([Path(path) for path in given], folder, say)
        if not told_files(folder):
            raise _nothing(taken, folder)
        published = _publish(folder, min_confidence, say)
        built = Graph.open(folder)
    built.report = _report(taken, published)
    return built


def _nothing(taken: Taken, folder: Path) -> GraphError:
    error = GraphError("no document could be taken; nothing was built", str(folder))
    for problem in taken.problems:
        error.add_note(problem)
    return error


def _publish(folder: Path, min_confidence: float, say: Callable[[str], None]) -> bool:
    """Resolve, settle, analyse and publish, unless the graph already stands on exactly this input."""
    from scholargraph.graph import store

    inputs = _inputs(folder, min_confidence)
    if store.current_manifest(folder).get("inputs") == inputs:
        return False
    told, decided = _layers(folder)
    told = [surer(one, min_confidence) for one in told]
    say("who is who")
    store.publish(folder, _settled_quads(told, decided, say), {"inputs": inputs})
    return True


def _layers(folder: Path) -> tuple[list[Told], list[Judgement]]:
    """What is told and what people decided."""
    try:
        told = [read_told(path) for path in told_files(folder)]
    except GraphError as error:
        raise _still(error, "give its document to `scholargraph build` again") from error
    try:
        return told, read_judgements(folder / JUDGEMENTS)
    except GraphError as error:
        raise _still(error, "mend or delete the line") from error


def _still(error: GraphError, remedy: str) -> GraphError:
    return GraphError(f"{error.message}; the former graph stays; {remedy}", error.source, error.line)


def _settled_quads(told: list[Told], decided: list[Judgement], say: Callable[[str], None]) -> list[Quad]:
    from scholargraph.graph import rdf
    from scholargraph.pipeline.analyse import analyse
    from scholargraph.pipeline.settle import settle
    from scholargraph.resolve import resolve

    settled = settle(told, resolve(told, decided))
    say("networks and topics")
    quads = list(rdf.quads(told, settled))
    return sorted({*quads, *rdf.analysis_quads(analyse(Graph.of(quads)))})


def _inputs(folder: Path, min_confidence: float) -> str:
    """A hash of all that the settled graph follows from: what is told and how sure it must be, what people
    decided, and the code.
    """
    digest = hashlib.sha256(f"{fingerprint(*SETTLING_ROOMS)} {min_confidence:g}".encode())
    for path in (*told_files(folder), folder / JUDGEMENTS):
        if path.exists():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _report(taken: Taken, published: bool) -> BuildReport:
    return BuildReport(
        read=taken.read, kept=taken.kept, problems=taken.problems, notes=taken.notes, published=published
    )
