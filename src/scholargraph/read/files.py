"""Which files there are to read, and the short ids they go by."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from scholargraph.errors import ReadError
from scholargraph.read.data import words
from scholargraph.read.decoding import SKIPPED

_LONGEST_ID = 60


def suffix(path: Path) -> str:
    """The suffix that says the format, in small letters."""
    return path.suffix.lower()


def discover(paths: Iterable[Path]) -> tuple[list[Path], list[ReadError]]:
    """The files to read, sorted, each once, and a ReadError for each path that cannot be taken.

    Folders are walked, links followed (loops do no harm). Hidden files and folders (``.git``), editors'
    copies and what is plainly no document (pictures, fonts, style sheets) are passed over in silence; a file
    of a format without a reader is reported, as are a missing path and a folder with nothing to read.
    """
    files: dict[Path, Path] = {}
    problems: list[ReadError] = []
    for path in map(Path, paths):
        for found in _found(path):
            if isinstance(found, ReadError):
                problems.append(found)
            else:
                files[_real(found)] = min(files.get(_real(found), found), found, key=_plainness)
    return sorted(files.values(), key=lambda file: file.as_posix()), sorted(problems, key=str)


def _plainness(file: Path) -> tuple[int, str]:
    """Of several ways to one file, the shortest is kept."""
    return len(file.parts), file.as_posix()


def source_ids(files: Iterable[Path]) -> dict[Path, str]:
    """A short id for each file: its name in plain letters; where two agree, with a hash of the path.

    The hash is taken from the path below the folder that the files share, so that ids are the same on every
    machine; the order of the files does not matter.
    """
    names = {file: _slug(file.stem) for file in files}
    count = Counter(names.values())
    return {
        file: name if count[name] == 1 else f"{name}-{_hash(file, names)}" for file, name in names.items()
    }


def _found(path: Path) -> Iterator[Path | ReadError]:
    from scholargraph.read import FORMATS

    known = frozenset[str]().union(*(form.suffixes for form in FORMATS))
    if path.is_file():
        yield path if suffix(path) in known else _unknown(path)
        return
    if not path.is_dir():
        yield ReadError(f"there is no such file or folder; {SKIPPED}", str(path))
        return
    empty = True
    for found in _walk(path):
        readable = not isinstance(found, ReadError) and suffix(found) in known
        empty = empty and not readable
        yield found if readable or isinstance(found, ReadError) else _unknown(found)
    if empty:
        yield ReadError("the folder holds no file that can be read", str(path))


def _unknown(path: Path) -> ReadError:
    return ReadError(f"no reader for {suffix(path) or 'a file without suffix'}; {SKIPPED}", str(path))


def _walk(folder: Path) -> Iterator[Path | ReadError]:
    """Files below a folder that may be documents; each real folder is entered once."""
    seen = {_real(folder)}
    failed: list[ReadError] = []

    def note(error: OSError) -> None:
        failed.append(ReadError(f"cannot be read ({error.strerror}); {SKIPPED}", str(error.filename)))

    for here, folders, files in os.walk(folder, followlinks=True, onerror=note):
        folders[:] = sorted(name for name in folders if not _hidden(name) and _new(Path(here, name), seen))
        for name in sorted(files):
            if not _hidden(name) and _document(name):
                yield _existing(Path(here, name))
    yield from failed


def _existing(path: Path) -> Path | ReadError:
    return path if path.exists() else ReadError(f"a link that leads nowhere; {SKIPPED}", str(path))


def _new(folder: Path, seen: set[Path]) -> bool:
    real = _real(folder)
    if real in seen:
        return False
    seen.add(real)
    return True


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$", "#", "__pycache__", "node_modules")) or name.endswith("~")


def _document(name: str) -> bool:
    return suffix(Path(name)) not in words("passed_over")


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _slug(stem: str) -> str:
    from anyascii import anyascii

    plain = anyascii(unicodedata.normalize("NFKC", stem)).lower()
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")[:_LONGEST_ID].strip("-_") or "document"


def _hash(file: Path, names: dict[Path, str]) -> str:
    rivals = [os.path.abspath(rival) for rival, name in names.items() if name == names[file]]
    shared = os.path.commonpath([os.path.dirname(rival) for rival in rivals])
    return hashlib.sha256(
        Path(os.path.relpath(os.path.abspath(file), shared)).as_posix().encode()
    ).hexdigest()[:6]
