"""What the process that reads hostile bytes may use of the machine."""

import ctypes
import os
import resource
from contextlib import suppress
from pathlib import Path

from netra.records.evidence.cleaning.limits import CPU_SECONDS, MEMORY_BYTES

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_PR_SET_NO_NEW_PRIVS = 38  # linux/prctl.h
_OPEN_FILES = 64  # libraries are opened while they are imported
_PIPES = 3  # standard input, output and error
_FIRST_TO_DIE = b"1000"  # proc(5), oom_score_adj: before the server, if memory is short


def confine() -> None:
    """Bind this process: memory, time, no file written, no dump of its memory.

    A file of any length above zero cannot be written (`RLIMIT_FSIZE`), so what was
    decoded reaches a disk neither as a temporary file nor as a core.
    """
    with suppress(OSError):  # a container may show these settings read-only
        Path("/proc/self/oom_score_adj").write_bytes(_FIRST_TO_DIE)
    _limit(resource.RLIMIT_AS, MEMORY_BYTES)
    # At the soft limit comes SIGXCPU, which the parent knows by name.
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    process = ctypes.CDLL(None, use_errno=True)
    for option, setting in ((_PR_SET_DUMPABLE, 0), (_PR_SET_NO_NEW_PRIVS, 1)):
        if process.prctl(option, setting, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl refused")
    os.nice(5)


def shut_in() -> None:
    """Let this process open nothing any more: no file, no socket, no library.

    To be called when everything is imported and the file is read. The three pipes
    stay; a hole in a decoder then reaches neither the disk nor the network.
    """
    _limit(resource.RLIMIT_NOFILE, _PIPES)


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(what, (most, most))
