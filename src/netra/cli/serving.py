"""Running the server and the worker as two child processes of one command."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from types import FrameType

_POLL_SECONDS = 0.2
_PATIENCE_SECONDS = 15.0
_THREADS = 8  # half of them may wait for the slow lines of uploads
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def server_command(host: str, port: int, workers: int) -> tuple[str, ...]:
    """Return the command line of the web server."""
    return (
        sys.executable,
        *("-m", "granian", "--interface", "wsgi"),
        *("--host", host, "--port", str(port), "--workers", str(workers)),
        *("--no-ws", "--blocking-threads", str(_THREADS)),
        *("--log-level", "warning", "--no-access-log"),  # it would hold addresses
        "netra.site.wsgi:application",
    )


def worker_command() -> tuple[str, ...]:
    """Return the command line of the worker."""
    return (sys.executable, "-m", "netra.cli", "qcluster")


def run_together(
    commands: Sequence[Sequence[str]], *, environ: Mapping[str, str] | None = None
) -> int:
    """Run commands side by side until one ends or a signal comes, then stop all.

    Args:
        commands: Each a program with its arguments; no shell reads them.
        environ: Variables of the children; by default those of this process.

    Returns:
        The exit code of the command that ended first, 0 after a signal; a command that
        ended by itself without an error counts as a failure, since none should.
    """
    stop = _StopRequest()
    restore = {number: signal.signal(number, stop) for number in _SIGNALS}
    children: list[subprocess.Popen[bytes]] = []
    try:
        children += [_start(command, environ) for command in commands]
        ended = _first_ended(children, stop)
    finally:
        _stop_all(children)
        for number, handler in restore.items():
            signal.signal(number, handler)
    return 0 if ended is None else ended or 1


class _StopRequest:
    """A signal handler that only remembers that a signal came."""

    def __init__(self) -> None:
        self.came = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        self.came = True


def _start(
    command: Sequence[str], environ: Mapping[str, str] | None
) -> subprocess.Popen[bytes]:
    # Its own session: a key press at the terminal reaches the parent only, which then
    # stops the children in order.
    return subprocess.Popen(  # noqa: S603 # fixed programs, no shell
        list(command), env=dict(environ or os.environ), start_new_session=True
    )


def _first_ended(
    children: Sequence[subprocess.Popen[bytes]], stop: _StopRequest
) -> int | None:
    while not stop.came:
        for child in children:
            code = child.poll()
            if code is not None:
                return code
        time.sleep(_POLL_SECONDS)
    return None


def _stop_all(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + _PATIENCE_SECONDS
    for child in children:
        try:
            child.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            _kill_session(child)


def _kill_session(child: subprocess.Popen[bytes]) -> None:
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
