"""The process in which documents are read: whatever a hostile file does, it does it here.

Started as ``python -m scholargraph.pipeline.worker FUNCTION MEMORY``; takes jobs from standard input until
that ends.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable
from typing import IO, cast

import msgspec

from scholargraph.errors import ScholarGraphError
from scholargraph.model import Told
from scholargraph.pipeline.frames import Answer, Job, Refusal, receive, send

Function = Callable[[str, str], Told]


def serve(function: Function, jobs: IO[bytes], answers: IO[bytes]) -> None:
    """Answer jobs until there are no more; an error that no document should cause ends the process."""
    decode, encode = msgspec.msgpack.Decoder(Job).decode, msgspec.msgpack.Encoder().encode
    while (message := receive(jobs)) is not None:
        send(answers, encode(_answer(function, decode(message))))


def _answer(function: Function, job: Job) -> Answer:
    try:
        return Answer(told=function(job.path, job.source_id))
    except ScholarGraphError as error:
        return Answer(refusal=Refusal(error.message, error.source, error.line))


def _named(name: str) -> Function:
    module, _, function = name.partition(":")
    return cast(Function, getattr(importlib.import_module(module), function))


def _limit_memory(size: int) -> None:
    """Cap the address space, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or size <= hard:
        resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def _own_output() -> IO[bytes]:
    """Standard output for answers alone: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


if __name__ == "__main__":
    _limit_memory(int(sys.argv[2]))
    serve(_named(sys.argv[1]), sys.stdin.buffer, _own_output())
