"""The command line: each verb parses, makes one library call and prints; results on stdout, remarks on stderr."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; an error of ours is one line on standard error and exit code 1 (2 for wrong usage)."""
    from scholargraph.cli import pictures  # registers its verbs
    from scholargraph.cli.verbs import app
    from scholargraph.errors import ScholarGraphError

    try:
        app()
    except ScholarGraphError as error:
        print(f"scholargraph: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our pipe (head, less) has what it wanted.
        sys.stderr.close()
        sys.exit(0)
