"""`netra serve`: the web server and the worker, started and stopped together."""

import socket
import sys
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netra.cli.serving import run_together, server_command, worker_command

_MOST_PORTS = 65535


class Command(BaseCommand):
    """Serve the installation until a signal comes; loopback unless told otherwise."""

    help = "Jalankan situs dan pekerja latar bersama-sama."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take address and number of web workers."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=_port, default=8000)
        parser.add_argument("--workers", type=_workers, default=1)

    def handle(
        self,
        *args: object,  # noqa: ARG002
        host: str,
        port: int,
        workers: int,
        **options: Any,  # noqa: ARG002
    ) -> None:
        """Print the address and run until one of the two ends or a signal comes.

        Raises:
            CommandError: the address cannot be had.
        """
        _require_free(host, port)
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(f"Netra: http://{shown}:{port}/ (Ctrl+C untuk berhenti)")
        self.stdout.flush()
        code = run_together([server_command(host, port, workers), worker_command()])
        if code:
            self.stderr.write("Situs atau pekerja berhenti sendiri; keduanya ditutup.")
            sys.exit(code if code > 0 else 1)


def _require_free(host: str, port: int) -> None:
    """Say in one sentence what a server would say in a page of traces.

    Raises:
        CommandError: another program has the address, or the host is not ours.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(found[0], found[1]) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(found[4])
    except OSError as error:
        raise CommandError(
            f"Alamat {host}:{port} tidak dapat dipakai ({error.strerror}). "
            "Pilih yang lain dengan --host atau --port."
        ) from error


def _port(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= number <= _MOST_PORTS:
        raise ArgumentTypeError(f"{text!r} is no port from 1 to {_MOST_PORTS}")
    return number


def _workers(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise ArgumentTypeError(f"{text!r} is no number from 1")
    return number
