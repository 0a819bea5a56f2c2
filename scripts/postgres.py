"""Run a command on a PostgreSQL of its own: `python scripts/postgres.py pytest tests`.

A cluster is made in a temporary folder, listens on a free port of 127.0.0.1 only, with
a password made for it, and is stopped and removed when the command ends. Data safety
is switched off; it is for tests. PostgreSQL refuses to run as root, so root starts it
as the user `postgres` that the Debian package makes.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg

_FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
_WAIT_S = 30


def programs() -> Path:
    """Return the folder of the newest installed PostgreSQL.

    Raises:
        SystemExit: none is installed.
    """
    found = list(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        sys.exit("PostgreSQL is not installed: apt-get install postgresql")
    return max(found, key=lambda folder: int(folder.parent.name))


def _as_postgres() -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def make(home: Path, password: str) -> Path:
    """Make a cluster in `home` with the superuser `netra`; return its data folder."""
    key = home / "password"
    key.write_text(password, encoding="utf-8")
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        for path in (home, key):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    data = home / "data"
    subprocess.run(
        [
            programs() / "initdb",
            *("-D", data, "-U", "netra", "-E", "UTF8", "--locale=C.UTF-8"),
            *("-A", "scram-sha-256", f"--pwfile={key}", "--no-sync"),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=home,
        **_as_postgres(),
    )
    key.unlink()
    return data


def start(data: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the server of a cluster, reachable over 127.0.0.1 only."""
    options = (
        *_FAST,
        f"port={port}",
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=60",
        "log_min_messages=fatal",
    )
    flags = [part for option in options for part in ("-c", option)]
    return subprocess.Popen(
        [programs() / "postgres", "-D", data, *flags],
        stderr=subprocess.DEVNULL,
        cwd=data,
        **_as_postgres(),
    )


def wait_for(server: subprocess.Popen[bytes], port: int, password: str) -> None:
    """Wait until the server answers.

    Raises:
        SystemExit: it ended or did not answer in time.
    """
    until = time.monotonic() + _WAIT_S
    while time.monotonic() < until and server.poll() is None:
        try:
            psycopg.connect(
                host="127.0.0.1",
                port=port,
                user="netra",
                password=password,
                dbname="postgres",
            ).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    sys.exit("PostgreSQL did not start")


def run(command: list[str]) -> int:
    """Run `command` with the variables of a fresh cluster; return its exit code."""
    home = Path(tempfile.mkdtemp(prefix="netra-postgres-"))
    password, port, server = secrets.token_urlsafe(24), _free_port(), None
    environment = {
        "NETRA_DATABASE": "postgresql",
        "NETRA_DB_HOST": "127.0.0.1",
        "NETRA_DB_PORT": str(port),
        "NETRA_DB_USER": "netra",
        "NETRA_DB_PASSWORD": password,
    }
    try:
        server = start(make(home, password), port)
        wait_for(server, port, password)
        return subprocess.call(command, env=os.environ | environment)
    finally:
        if server is not None and server.poll() is None:
            server.send_signal(signal.SIGINT)  # "fast": disconnects clients and stops
            server.wait(timeout=_WAIT_S)
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(run(sys.argv[1:]))
