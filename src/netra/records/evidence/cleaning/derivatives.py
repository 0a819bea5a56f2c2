"""Ask a confined child process for a copy of a file without its traces."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from netra.records.evidence.cleaning.errors import (
    BombError,
    CleaningError,
    CleaningTimeoutError,
    NoChildError,
    NotCleanableError,
)
from netra.records.evidence.cleaning.faults import FaultKind
from netra.records.evidence.cleaning.kinds import FAMILIES
from netra.records.evidence.cleaning.limits import (
    CHILDREN_AT_ONCE,
    WALL_SECONDS,
)
from netra.records.evidence.cleaning.marks import Removed

_CHILD = "netra.records.evidence.cleaning.child"
# Nothing of the server's environment (its secrets) reaches the process that decodes;
# few arenas keep the address space of a threaded library small.
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "2"}
_PLACES = threading.BoundedSemaphore(CHILDREN_AT_ONCE)
_FAULTS: dict[str, type[BombError] | type[NotCleanableError]] = {
    FaultKind.BOMB: BombError,
    FaultKind.NOT_CLEANABLE: NotCleanableError,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivative:
    """A copy that shows or sounds the same and tells nothing else.

    `removed` is what was found in the original, in the order of `Removed`.
    """

    content: bytes
    media_type: str
    removed: tuple[Removed, ...]


def clean(content: bytes, media_type: str) -> Derivative:
    """Return a copy of a file without what it tells about its source.

    Pictures are drawn anew (upright, sRGB; HEIC becomes JPEG), pages of a PDF are
    drawn as pictures, sound and film are packed anew without their labels. Nothing
    is written to a disk.

    Args:
        content: The whole file.
        media_type: As found by content, one of `content.CLEANABLE`.

    Raises:
        BombError: it asks for more pixels, frames, pages or memory than allowed.
        NotCleanableError: it is broken, locked, or of another kind.
        CleaningTimeoutError: it took too long.
        NoChildError: the system let no process be started.
    """
    answer, cleaned = _ask("clean", content, media_type)
    return Derivative(
        content=cleaned,
        media_type=str(answer["media_type"]),
        removed=_removed(answer),
    )


def reveals(content: bytes, media_type: str) -> tuple[Removed, ...]:
    """Return what a file tells about its source beside what is seen and heard.

    Args:
        content: The whole file.
        media_type: As found by content, one of `content.CLEANABLE`.

    Raises:
        BombError: it asks for more memory than allowed.
        NotCleanableError: it is broken, locked, or of another kind.
        CleaningTimeoutError: it took too long.
        NoChildError: the system let no process be started.
    """
    answer, _ = _ask("reveal", content, media_type)
    return _removed(answer)


def _removed(answer: dict[str, object]) -> tuple[Removed, ...]:
    marks = answer["removed"]
    if not isinstance(marks, list):
        raise CleaningError("the child's answer has no marks")
    return tuple(Removed(mark) for mark in marks)


def _ask(task: str, content: bytes, media_type: str) -> tuple[dict[str, object], bytes]:
    if media_type not in FAMILIES:
        raise NotCleanableError(media_type, "kind is not known")
    with _place(media_type):
        code, answered = _run(task, content, media_type)
    first, _, cleaned = answered.partition(b"\n")
    if code or not first:
        raise death(code, media_type)
    answer: dict[str, object] = json.loads(first)
    if "fault" in answer:
        raise _FAULTS[str(answer["fault"])](media_type, str(answer["detail"]))
    return answer, cleaned


@contextmanager
def _place(media_type: str) -> Iterator[None]:
    """Wait for one of the few places.

    Raises:
        CleaningTimeoutError: none became free as long as one file may take.
    """
    if not _PLACES.acquire(timeout=WALL_SECONDS):
        raise CleaningTimeoutError(media_type)
    try:
        yield
    finally:
        _PLACES.release()


def _run(task: str, content: bytes, media_type: str) -> tuple[int, bytes]:
    with _started(task, media_type) as child:
        try:
            answered, _ = child.communicate(content, timeout=WALL_SECONDS)
        except subprocess.TimeoutExpired as error:
            child.kill()
            raise CleaningTimeoutError(media_type) from error
        return child.returncode, answered


def _started(task: str, media_type: str) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-I", "-B", "-m", _CHILD, task, media_type)
    try:
        return subprocess.Popen(  # noqa: S603 - fixed; the file comes by the pipe
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library's complaint may quote the file
            env=_ENVIRONMENT,
            cwd="/",
        )
    except OSError as error:
        raise NoChildError(media_type) from error


def death(code: int, media_type: str) -> CleaningError:
    """Return the named error of a child that ended without an answer.

    Args:
        code: As `subprocess` gives it; below zero the signal that ended it.
        media_type: Kind of the file.
    """
    if code == -signal.SIGXCPU:
        return CleaningTimeoutError(media_type)
    if code == -signal.SIGKILL:
        return BombError(media_type, "the child was killed by the system")
    return NotCleanableError(media_type, f"the child ended with {code}")
