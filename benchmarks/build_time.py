"""Processor time of building a folder of documents: fresh, and again with nothing changed.

    python benchmarks/build_time.py [FOLDER]        # default: graph/sources

Each build is a whole run of the command in a process of its own (start-up and imports included); user and
system time are added; the best and the median of five runs are printed.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 5


def processor_seconds(folder: Path, graph: Path) -> float:
    """User and system seconds of one build."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "scholargraph", "build", str(folder), "--graph", str(graph)]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "graph/sources")
    fresh, again = [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as place:
            fresh.append(processor_seconds(folder, Path(place) / "graph"))
            again.append(processor_seconds(folder, Path(place) / "graph"))
    for name, seconds in (("fresh", fresh), ("nothing changed", again)):
        print(f"{name:16} best {min(seconds):.2f} s   median {statistics.median(seconds):.2f} s")


if __name__ == "__main__":
    main()
