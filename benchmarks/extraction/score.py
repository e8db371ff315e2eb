"""Scores what the pipeline makes of labelled documents: precision, recall and F1 per kind of fact.

    python benchmarks/extraction/score.py [FOLDER or DOCUMENT …] [--errors [NAME]] [--json]

Without a folder: the development corpus (tests/corpus). Each document is read, told, resolved and settled
alone. The rules of comparison stand in scoring/matching.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
sys.path.insert(0, str(ROOT / "src"))

from scoring.report import as_json, errors, text  # noqa: E402
from scoring.run import Scored, score  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Print the score; 1 where a document crashed, 2 where gold is not of the documented form."""
    given = _options(arguments)
    try:
        scored = list(score([Path(place) for place in given.places] or [CORPUS], given.errors or ""))
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(_shown(scored, given))
    return int(any(one.crashed for one in scored))


def _shown(scored: list[Scored], given: argparse.Namespace) -> str:
    if given.json:
        return json.dumps(as_json(scored), indent=1, ensure_ascii=False)
    if given.errors is None:
        return text(scored)
    return "\n\n".join([*(errors(one) for one in scored), text(scored)])


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("places", nargs="*", help="folders of labelled documents, or single documents")
    parser.add_argument("--errors", nargs="?", const="", metavar="NAME", help="list missed and wrong facts")
    parser.add_argument("--json", action="store_true", help="numbers for programs")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
