"""What verbs say: results on standard output, remarks and errors, one line each, on standard error."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from scholargraph.errors import ScholarGraphError

if TYPE_CHECKING:
    from scholargraph.model import BuildReport

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def prepare() -> None:
    """Make standard output able to print any text: UTF-8 in a pipe, and `?` for what a terminal lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty() or stream is sys.stderr:
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", newline="\n")


def give_up_stdout() -> None:
    """Let nothing more be written to a standard output that takes nothing more, not even at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def out(text: str) -> None:
    """A result as it is, for a program to read."""
    sys.stdout.write(text)


def text(text: str) -> None:
    """A result to be read by a person: on a terminal, wrapped under its indentation."""
    for line in plain(text).splitlines():
        print(wrapped(line, len(line) - len(line.lstrip(" ")) + 2) if sys.stdout.isatty() else line)


def width() -> int:
    """Columns of the terminal."""
    return shutil.get_terminal_size().columns


def wrapped(line: str, indent: int) -> str:
    """A line broken to the width of the terminal, what follows set in by so many spaces."""
    if len(line) <= width():
        return line
    return textwrap.fill(line, width(), subsequent_indent=" " * indent, break_on_hyphens=False)


def plain(text: str) -> str:
    """Text of documents without what could steer a terminal."""
    return _CONTROL.sub("\ufffd", text)


def note(text: str) -> None:
    """A remark for the person, not for the pipe."""
    clear = "\r\x1b[2K" if sys.stderr.isatty() else ""
    print(clear + one_line(text), file=sys.stderr, flush=True)


def problem(text: str) -> None:
    """One line that says what is wrong."""
    note(f"scholargraph: {text}")


def failure(error: ScholarGraphError) -> None:
    """An error of ours: the problems that led to it, if any, then the error itself."""
    for line in (*getattr(error, "__notes__", ()), str(error)):
        problem(line)


def wrong_usage(error: Exception) -> None:
    """What is wrong with the words typed, and where to read how they go."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "scholargraph"
    said = getattr(error, "format_message", error.__str__)().replace("Value error, ", "").rstrip(".")
    note(f"{command}: {said}; `{command} --help` shows how")


def progress(stage: str) -> None:
    """What a build is at: one line that is overwritten, on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[2K{one_line(stage)}", end="", file=sys.stderr, flush=True)


def report(report: BuildReport, counts: Mapping[str, int], folder: Path) -> None:
    """What a build doubts, what it could not take, and, in one line, what it did."""
    for line in (*report.notes, *report.problems):
        problem(line)
    failed = f", {len(report.problems)} not taken" if report.problems else ""
    holds = ", ".join(_counted(counts.get(kind, 0), *words) for kind, words in _COUNTED.items())
    as_before = "" if report.published else " (as before)"
    note(f"{len(report.read)} read, {len(report.kept)} unchanged{failed}; {folder} holds {holds}{as_before}")


def load(path: Path) -> str:
    """The text of a file the user named. Raises ScholarGraphError where it cannot be read."""
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise ScholarGraphError(f"cannot be read ({error.strerror})", str(path)) from error
    except UnicodeDecodeError as error:
        raise ScholarGraphError("cannot be read (it is not UTF-8)", str(path)) from error


def save(path: Path, text: str) -> None:
    """Write a file the user named, and say so. Raises OSError where it cannot be written."""
    path.write_text(text, "utf-8", newline="\n")
    saved(path)


def saved(*paths: Path) -> None:
    """Say what was written."""
    for path in paths:
        note(f"wrote {path}")


def one_line(text: str) -> str:
    """Text on one line, safe to print."""
    return plain(" ".join(text.split()))


_COUNTED = {
    "person": ("person", "people"),
    "work": ("work", "works"),
    "organization": ("organisation", "organisations"),
    "product": ("product", "products"),
    "topic": ("topic", "topics"),
    "source": ("document", "documents"),
}


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
