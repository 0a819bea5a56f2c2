"""Server and worker live and die together."""

import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from netra.cli.management.commands import serve
from netra.cli.serving import run_together, server_command, worker_command

WAITS = (sys.executable, "-c", "import time; time.sleep(60)")


def ends_with(code: int) -> tuple[str, ...]:
    return (sys.executable, "-c", f"raise SystemExit({code})")


def leaves(pid_file: Path) -> tuple[str, ...]:
    """Write its process id, then wait."""
    source = (
        "import os, pathlib, sys, time;"
        f"pathlib.Path({str(pid_file)!r}).write_text(str(os.getpid()));"
        "time.sleep(60)"
    )
    return (sys.executable, "-c", source)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def waited_for(path: Path) -> int:
    for _try in range(400):
        if path.exists() and path.read_text():
            return int(path.read_text())
        time.sleep(0.05)
    raise AssertionError(f"{path} was not written")


def test_when_one_dies_the_other_is_stopped_and_its_code_is_kept(tmp_path):
    assert run_together([WAITS, ends_with(3)]) == 3


def test_an_end_without_error_is_a_failure_too():
    assert run_together([WAITS, ends_with(0)]) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_both_in_order(tmp_path, number):
    first, second = tmp_path / "first", tmp_path / "second"
    pids: list[int] = []

    def send_when_both_run() -> None:
        pids.extend(waited_for(path) for path in (first, second))
        os.kill(os.getpid(), number)

    sender = threading.Thread(target=send_when_both_run)
    sender.start()
    code = run_together([leaves(first), leaves(second)])
    sender.join()

    assert code == 0
    assert [is_running(pid) for pid in pids] == [False, False]


def test_the_handlers_of_before_are_put_back():
    before = signal.getsignal(signal.SIGTERM)
    run_together([ends_with(1)])
    assert signal.getsignal(signal.SIGTERM) is before


def test_the_commands_are_lists_without_a_shell():
    server = server_command("127.0.0.1", 8123, 2)

    assert server[0] == worker_command()[0] == sys.executable
    assert server[-1] == "netra.site.wsgi:application"
    assert server[server.index("--host") :][:2] == ("--host", "127.0.0.1")
    assert server[server.index("--port") :][:2] == ("--port", "8123")
    assert server[server.index("--workers") :][:2] == ("--workers", "2")


@pytest.mark.parametrize("wrong", ["0", "65536", "delapan", "-1", "８000"])
def test_a_port_that_is_none_is_refused(wrong):
    with pytest.raises(CommandError, match="no port"):
        call_command("serve", f"--port={wrong}", skip_checks=True)


def test_no_workers_are_refused():
    with pytest.raises(CommandError, match="from 1"):
        call_command("serve", "--workers=0", skip_checks=True)


def test_an_address_somebody_else_has_is_named_before_anything_starts(monkeypatch):
    started: list[object] = []
    monkeypatch.setattr(serve, "run_together", started.append)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"127.0.0.1:{port} tidak dapat dipakai"):
            call_command("serve", f"--port={port}", skip_checks=True)
    assert started == []


def test_a_host_that_is_not_ours_is_named():
    with pytest.raises(CommandError, match="tidak dapat dipakai"):
        call_command("serve", "--host=tidak.ada.invalid", skip_checks=True)


def test_the_address_is_printed_and_the_code_handed_on(monkeypatch, capsys):
    monkeypatch.setattr(serve, "_require_free", lambda host, port: None)
    monkeypatch.setattr(serve, "run_together", lambda commands: 7)
    with pytest.raises(SystemExit) as ended:
        call_command("serve", "--port=8123", skip_checks=True)
    assert ended.value.code == 7
    assert "http://127.0.0.1:8123/" in capsys.readouterr().out
