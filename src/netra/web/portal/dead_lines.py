"""Noticing that the other end of a connection has vanished.

A phone that loses its signal says no goodbye. The server's read of its body would then
wait for ever and keep one of few threads. TCP keepalive asks the silent phone whether
it is still there; the server sets it on no socket and has no switch for it, so it is
set here, on what is open and on what listens, whose accepted connections inherit it.
"""

import logging
import os
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

__all__ = ["notice_dead_lines"]

_log = logging.getLogger("netra.portal")

_IDLE_SECONDS, _BETWEEN_SECONDS, _QUESTIONS = 30, 10, 3
"""A minute of silence altogether: longer than a phone needs to change its cell."""

_OPEN_FILES = Path("/proc/self/fd")


@lru_cache(maxsize=1)
def notice_dead_lines() -> int:
    """Set keepalive on every TCP socket of this process, once; return on how many.

    Where the system lists no open files, nothing is set and 0 returned.
    """
    count = 0
    for connection in _sockets():
        with connection:
            count += _ask_when_silent(connection)
    _log.info("keepalive set", extra={"event": f"{count} sockets"})
    return count


def _sockets() -> Iterator[socket.socket]:
    if not _OPEN_FILES.is_dir():
        return
    for entry in list(_OPEN_FILES.iterdir()):
        with suppress(OSError):  # closed meanwhile
            if stat.S_ISSOCK(os.fstat(int(entry.name)).st_mode):
                yield socket.socket(fileno=os.dup(int(entry.name)))


def _ask_when_silent(connection: socket.socket) -> bool:
    families = {socket.AF_INET, socket.AF_INET6}
    if connection.family not in families or connection.type != socket.SOCK_STREAM:
        return False
    try:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in (
            (socket.TCP_KEEPIDLE, _IDLE_SECONDS),
            (socket.TCP_KEEPINTVL, _BETWEEN_SECONDS),
            (socket.TCP_KEEPCNT, _QUESTIONS),
        ):
            connection.setsockopt(socket.IPPROTO_TCP, option, value)
    except OSError:  # the connection ended meanwhile
        return False
    return True
