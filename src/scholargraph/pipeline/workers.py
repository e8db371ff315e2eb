"""Documents told by processes that can be ended: a file that hangs, crashes or floods one is refused in a
line, and the build goes on with the next.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Timer
from typing import IO

import msgspec
from msgspec import Struct

from scholargraph.errors import ReadError
from scholargraph.model import Told
from scholargraph.pipeline.frames import Answer, Job, receive, send

TELL = "scholargraph.pipeline.telling:tell_file"
JOBS_PER_WORKER = 6
"""A worker takes a few tenths of a second to start; fewer documents than this are not worth a second one."""
_PACKAGES = Path(__file__).resolve().parents[2]


class Limits(Struct, frozen=True):
    """What one document may cost: seconds by the clock, bytes of memory."""

    seconds: float = 60
    memory: int = 3 * 2**30


def tell_all(
    jobs: Sequence[Job], limits: Limits | None = None, function: str = TELL
) -> Generator[Told | ReadError, None, None]:
    """What each document tells, or why it was refused, in the order of the jobs.

    ``function`` names what the workers run, as ``module:function`` of path and source id. As many workers as
    the machine has processors, if there is work for them.
    """
    count = max(1, min(os.cpu_count() or 1, len(jobs) // JOBS_PER_WORKER))
    free: SimpleQueue[_Worker] = SimpleQueue()
    workers = [_Worker(function, limits or Limits()) for _ in range(count)]
    for worker in workers:
        free.put(worker)

    def run(job: Job) -> Told | ReadError:
        worker = free.get()
        try:
            return worker.tell(job)
        finally:
            free.put(worker)

    try:
        with ThreadPoolExecutor(count) as threads:
            try:
                yield from threads.map(run, jobs)
            finally:
                threads.shutdown(wait=False, cancel_futures=True)
                for worker in workers:
                    worker.kill()
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """A process that tells documents one by one; started when first needed, and again after its end."""

    def __init__(self, function: str, limits: Limits) -> None:
        self._function, self._limits = function, limits
        self._run: _Run | None = None

    def tell(self, job: Job) -> Told | ReadError:
        if self._run is None:
            self._run = _Run(self._function, self._limits)
        answer = self._run.answer(job, self._limits.seconds)
        if isinstance(answer, Answer):
            return _outcome(answer)
        self._run = None
        return ReadError(f"{answer}; skipped, the other documents go in", job.path)

    def kill(self) -> None:
        """Let a job under way fail at once."""
        if self._run is not None:
            self._run.kill()

    def end(self) -> None:
        """Leave nothing behind; no job may be under way."""
        if self._run is not None:
            self._run.end()


class _Run:
    """One life of a worker's process."""

    def __init__(self, function: str, limits: Limits) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "scholargraph.pipeline.worker", function, str(limits.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=_environment(),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._jobs, self._answers = self._process.stdin, self._process.stdout
        self._late = False

    def answer(self, job: Job, seconds: float) -> Answer | str:
        """The answer to a job; or, in words, how the process ended on it."""
        deadline = Timer(seconds, self._expire)
        deadline.start()
        try:
            message = self._ask(msgspec.msgpack.encode(job))
        finally:
            deadline.cancel()
        if message is not None:
            return msgspec.msgpack.decode(message, type=Answer)
        self.end()
        return f"not read within {seconds:g} seconds" if self._late else self._last_words

    def kill(self) -> None:
        """End the process, also in the middle of a job."""
        self._process.kill()

    def end(self) -> None:
        """End the process and what belongs to it."""
        self._process.kill()
        self._process.wait()
        self._last_words = self._end_in_words()
        for stream in (self._jobs, self._answers, self._errors):
            _close(stream)

    def _ask(self, message: bytes) -> bytes | None:
        try:
            send(self._jobs, message)
        except OSError:
            return None
        return receive(self._answers)

    def _expire(self) -> None:
        self._late = True
        self._process.kill()

    def _end_in_words(self) -> str:
        self._errors.seek(0)
        last = self._errors.read()[-2000:].decode(errors="replace").strip().rpartition("\n")[2]
        if last.startswith("MemoryError"):
            return "reading it needs more memory than a document may take"
        how = last or f"the process ended with {self._process.returncode}"
        return f"the reader broke down on it ({how})"


def _outcome(answer: Answer) -> Told | ReadError:
    if answer.told is not None:
        return answer.told
    assert answer.refusal is not None
    return ReadError(answer.refusal.message, answer.refusal.source, answer.refusal.line)


def _environment() -> dict[str, str]:
    """That of this process, with our package where this process found it."""
    found = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_PACKAGES), found)))}


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return  # what was left to send has no reader any more
