"""A socket of the process is asked whether its other end is there; nothing leaks."""

import socket
from pathlib import Path

from netra.web.portal.dead_lines import notice_dead_lines


def keepalive(one: socket.socket) -> int:
    return one.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)


def open_files() -> set[str]:
    return {path.name for path in Path("/proc/self/fd").iterdir()}


def test_what_listens_and_what_it_accepts_is_asked_when_silent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        notice_dead_lines.cache_clear()
        assert notice_dead_lines() >= 1
        with socket.create_connection(listener.getsockname()) as near:
            far, _address = listener.accept()
            with far:
                assert keepalive(far) == 1
                assert far.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 30
            assert keepalive(near) == 0


def test_no_open_file_is_left_behind(tmp_path: Path) -> None:
    with (tmp_path / "a").open("w"), socket.create_server(("127.0.0.1", 0)):
        before = open_files()
        notice_dead_lines.cache_clear()
        notice_dead_lines()
        assert open_files() == before
