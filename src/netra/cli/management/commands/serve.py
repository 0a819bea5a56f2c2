"""`netra serve`: the web server and the worker, started and stopped together."""

import sys
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

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
        """Print the address and run until one of the two ends or a signal comes."""
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(f"Netra: http://{shown}:{port}/ (Ctrl+C untuk berhenti)")
        self.stdout.flush()
        code = run_together([server_command(host, port, workers), worker_command()])
        if code:
            self.stderr.write("Situs atau pekerja berhenti sendiri; keduanya ditutup.")
            sys.exit(code if code > 0 else 1)


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
