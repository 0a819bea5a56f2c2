"""The real server: a broken line and `kill -9` in the middle cost no byte that came."""

import hashlib
import http.client
import os
import re
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from netra.cli.serving import server_command
from tests.web.portal import tussing, walking

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="the copied database is a SQLite file"
)
FILE = tussing.large(walking.PNG, 3_000_000)
PIECE = 64 * 1024


class Server:
    """One server process on its own data, and a phone in front of it."""

    def __init__(self, data: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self._data = data
        self._headers = {"Tus-Resumable": "1.0.0"}

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._process = subprocess.Popen(
            list(server_command("127.0.0.1", self.port, 1)),
            env={**os.environ, "NETRA_DATA_DIR": str(self._data)},
            start_new_session=True,
        )
        for _try in range(600):
            try:
                if self.ask("GET", "/lapor/").status == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def ask(self, method: str, place: str, body: bytes = b"", **headers: str):
        """Send one request; return the answer with its text read."""
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        talk = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with closing(talk):
            talk.request(method, place, body, self._headers | named)
            answer = talk.getresponse()
            answer.text = answer.read().decode()
        return answer

    def begin(self) -> str:
        """Open a draft and announce the file; return where it goes."""
        page = self.ask("GET", "/lapor/")
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page.text).group(1)
        cookies = self._cookies(page)
        form = {"Content_Type": "application/x-www-form-urlencoded"}
        body = f"csrfmiddlewaretoken={token}".encode()
        opened = self.ask("POST", "/lapor/", body, Cookie=cookies, **form)
        assert opened.status == 302
        self._headers["Cookie"] = f"{cookies}; {self._cookies(opened)}"
        self._headers["X-CSRFToken"] = token
        answer = self.ask("POST", "/unggah/isian/", Upload_Length=str(len(FILE)))
        assert answer.status == 201
        return answer.headers["Location"]

    @staticmethod
    def _cookies(answer: http.client.HTTPResponse) -> str:
        given = answer.headers.get_all("Set-Cookie") or []
        return "; ".join(one.partition(";")[0] for one in given)

    def begin_patch(self, place: str, offset: int, content: bytes) -> socket.socket:
        """Send the head of a PATCH for the rest, and only some of its body."""
        lines = [
            f"PATCH {place} HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            f"Content-Length: {len(FILE) - offset}",
            f"Content-Type: {tussing.BODY}",
            f"Upload-Offset: {offset}",
            *(f"{name}: {text}" for name, text in self._headers.items()),
        ]
        line = socket.create_connection(("127.0.0.1", self.port))
        line.sendall("\r\n".join([*lines, "", ""]).encode() + content)
        return line

    def offset(self, place: str) -> int:
        """Ask how much has arrived."""
        return int(self.ask("HEAD", place).headers["Upload-Offset"])

    def waited_for(self, place: str, least: int) -> int:
        """Wait until so much has arrived."""
        for _try in range(200):
            if (held := self.offset(place)) >= least:
                return held
            time.sleep(0.1)
        raise AssertionError(f"{least} bytes did not arrive")


@pytest.fixture
def server(committed: None, tmp_path: Path):
    """A server on a copy of the laid database."""
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as laid,
        closing(sqlite3.connect(tmp_path / "netra.sqlite3")) as copy,
    ):
        laid.backup(copy)
    served = Server(tmp_path)
    served.start()
    yield served
    served.kill()


def test_a_broken_line_and_a_killed_server_cost_no_byte_that_came(
    server: Server, tmp_path: Path
) -> None:
    place = server.begin()

    line = server.begin_patch(place, 0, FILE[:1_000_000])
    line.close()
    first = server.waited_for(place, 1_000_000)
    assert first == 1_000_000

    line = server.begin_patch(place, first, FILE[first:2_000_000])
    server.waited_for(place, 2_000_000 - PIECE)
    server.kill()
    line.close()
    server.start()
    second = server.offset(place)
    assert 2_000_000 - PIECE <= second <= 2_000_000

    headers = {"Upload_Offset": str(second), "Content_Type": tussing.BODY}
    answer = server.ask("PATCH", place, FILE[second:], **headers)
    assert (answer.status, answer.headers["Upload-Offset"]) == (204, str(len(FILE)))
    digest = hashlib.sha256(FILE).hexdigest()
    kept = tmp_path / "evidence" / digest[:2] / digest[2:4] / digest
    assert kept.read_bytes() == FILE
    assert list((tmp_path / "evidence" / "parts").iterdir()) == []


def test_a_silent_line_does_not_keep_the_pages_waiting(server: Server) -> None:
    place = server.begin()
    lines = [server.begin_patch(place, 0, b"") for _ in range(6)]
    try:
        for _try in range(8):
            assert server.ask("GET", "/lapor/").status == 200
    finally:
        for line in lines:
            line.close()
