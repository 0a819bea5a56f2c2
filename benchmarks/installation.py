"""A demonstration of its own, served on a free port, for benchmarks over HTTP."""

import os
import platform
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_WAIT_S = 90
_OFFICE_KEY = """
from netra.records.accounts.models import Office, User
from netra.records.accounts.queries import actor_of
from netra.records.custody import actions
from netra.records.custody.queries import has_key
from netra.records.jobs import moment
at = moment.now()
actor = actor_of(User.objects.get(username="petugas.beltim"), at)
office = Office.objects.get(pk=actor.office_id)
if not has_key(office):
    phrase = "empat kata yang panjang"
    actions.set_phrase(office=office, phrase=phrase, actor=actor, at=at)
    actions.make_office_key(office=office, actor=actor, at=at)
"""


@contextmanager
def served(workers: int = 1, **settings: str) -> Iterator[str]:
    """Make a demonstration in a temporary folder and serve it until the block ends.

    Args:
        workers: Processes of the web server.
        settings: Further `NETRA_*` variables, without that prefix.

    Yields:
        Its address, such as `http://127.0.0.1:40123`.
    """
    with prepared(**settings) as environ, serving(environ, workers=workers) as base:
        yield base


@contextmanager
def prepared(**settings: str) -> Iterator[dict[str, str]]:
    """Make a demonstration in a temporary folder; yield the variables that lead to it.

    Args:
        settings: Further `NETRA_*` variables, without that prefix.
    """
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="netra-benchmark-") as folder:
        environ = _environ(Path(folder), f"http://127.0.0.1:{port}", settings)
        _netra(environ, "prepare")
        _netra(environ, "collectstatic", "--noinput", "--verbosity", "0")
        _netra(environ, "demo", "--matters", "16", "--without-papers")
        _netra(environ, "shell", "--verbosity", "0", "--command", _OFFICE_KEY)
        yield environ


@contextmanager
def serving(environ: Mapping[str, str], workers: int = 1) -> Iterator[str]:
    """Serve a prepared demonstration at its address until the block ends.

    Yields:
        Its address. A server that was killed in the block is no error.
    """
    base = environ["NETRA_PUBLIC_URL"]
    port = base.rpartition(":")[2]
    told = ("serve", "--port", port, "--workers", str(workers))
    server = subprocess.Popen(
        [*_command(), *told], env=dict(environ), stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(f"{base}/sehat")
        yield base
    finally:
        if server.poll() is None:
            server.send_signal(signal.SIGINT)
        server.wait(timeout=_WAIT_S)


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def machine() -> dict[str, object]:
    """Return what the numbers were measured on, and how busy it was before."""
    return {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load_average": [round(one, 1) for one in os.getloadavg()],
        "system": platform.platform(),
        "django": version("django"),
        "granian": version("granian"),
    }


def _command() -> tuple[str, ...]:
    return (sys.executable, "-m", "netra.cli")


def _environ(folder: Path, base: str, settings: Mapping[str, str]) -> dict[str, str]:
    subprocess.run(
        [sys.executable, ROOT / "scripts" / "keys.py", folder / "netra.env"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (folder / "static").mkdir()
    return os.environ | {
        "NETRA_DATA_DIR": str(folder),
        "NETRA_DEMO": "1",
        "NETRA_PUBLIC_URL": base,
        "NETRA_BEHIND_PROXY": "1",
        "NETRA_STATIC_MANIFEST": "1",
        "NETRA_LOG_LEVEL": "ERROR",
        **{f"NETRA_{name.upper()}": value for name, value in settings.items()},
    }


def _netra(environ: Mapping[str, str], *told: str) -> None:
    command = [*_command(), *told]
    subprocess.run(command, check=True, env=environ, stdout=subprocess.DEVNULL)


def _wait_for(address: str) -> None:
    until = time.monotonic() + _WAIT_S
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.3)
        else:
            return
