"""The command line: each verb parses, makes one library call and prints.

Results go to standard output; remarks and errors, one line each, to standard error.
"""

from __future__ import annotations

import sys

WRONG_USAGE, FAILED, INTERRUPTED = 2, 1, 130


def main() -> None:
    """Run the command and end the process with its exit code: 0, 1 (an error, or a check that fails) or 2
    (wrong usage).
    """
    from scholargraph.cli import printing

    printing.prepare()
    code = _run()
    try:
        sys.stdout.flush()
    except OSError:
        code = code or FAILED
        printing.give_up_stdout()
    sys.exit(code)


def _run() -> int:
    """The exit code; an error of ours, or of the user's, is one line on standard error."""
    import typer

    from scholargraph.cli import pictures, printing  # pictures: registers its verbs
    from scholargraph.cli.verbs import app
    from scholargraph.errors import ScholarGraphError

    assert pictures
    try:
        code = app(prog_name="scholargraph", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except typer.TyperException as error:
        printing.wrong_usage(error)
        return WRONG_USAGE
    except typer.Abort:
        printing.problem("interrupted")
        return INTERRUPTED
    except ScholarGraphError as error:
        printing.failure(error)
        return FAILED
    except (BrokenPipeError, SystemExit):  # typer makes the one of the other
        # The reader of our pipe (head, less) has what it wanted.
        printing.give_up_stdout()
        return 0
    except OSError as error:
        printing.problem(f"{error.filename or 'standard output'}: cannot be written ({error.strerror})")
        if error.filename is None:
            printing.give_up_stdout()
        return FAILED
