"""The real server and worker: whoever sends information leaves no mark outside it.

Everything an installation keeps is searched while both still run and again when they
have ended: database file and write-ahead log byte by byte, every row, every other file
with its name and time, temporary files, every log line at the finest level, the tables
of cache, queue and mail, and a backup copy.

What cannot be hidden here stands in THREAT_MODEL.md: the times of the database files
themselves, and the order in which rows lie in them.
"""

import http.client
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from netra.domain import sealing
from netra.records.custody.opened import OpenedKey
from tests import informing, people
from tests.web.portal import marked
from tests.web.portal.marked import field_on, puzzle_on

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="the copied database is a SQLite file"
)
DATABASE = "netra.sqlite3"
GIVE, BOX, REPLY = "/informasi/", "/informasi/kotak/", "/informasi/kotak/balas/"
_ENTER = """
from datetime import timedelta
from netra.records.information.actions import enter_days
from netra.records.jobs import moment
assert enter_days(at=moment.now() + timedelta(days=2)) == 1
"""


@dataclass
class Place:
    """A served installation with a source in front of it, and what it writes."""

    data: Path
    temporary: Path
    lines: Path
    opened: OpenedKey
    port: int = field(init=False)

    @property
    def environ(self) -> dict[str, str]:
        """Return the variables of server and worker."""
        return os.environ | {
            "NETRA_DATA_DIR": str(self.data),
            "NETRA_RATE_LIMITS": "1",
            "NETRA_BEHIND_PROXY": "1",
            "NETRA_LOG_LEVEL": "DEBUG",
            "NETRA_PUZZLE_WORK": "50",
            "TMPDIR": str(self.temporary),
        }

    def start(self) -> None:
        """Start server and worker, and wait until both have shown themselves."""
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        command = [sys.executable, "-m", "netra.cli", "serve", "--port", str(self.port)]
        with self.lines.open("wb") as out:
            self._process = subprocess.Popen(
                command, env=self.environ, stdout=out, stderr=subprocess.STDOUT
            )
        self.waited(lambda: self.ask("GET", "/bantuan/")[0] == 200)
        self.waited(lambda: bool(self.rows("netra_cache")))

    def waited(self, is_so) -> None:
        """Wait until something is so."""
        for _try in range(900):
            try:
                if is_so():
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError(self.lines.read_text(encoding="utf-8")[-2000:])

    def stop(self) -> None:
        """End both in order."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(timeout=60)

    def ask(
        self, method: str, path: str, body: bytes = b"", kind: str = ""
    ) -> tuple[int, str]:
        """Send a request with every mark in its head; return status and page."""
        headers = marked.HEADERS | ({"Content-Type": kind} if kind else {})
        talk = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        with closing(talk):
            talk.request(method, path + marked.QUERY, body, headers)
            answer = talk.getresponse()
            assert answer.headers.get_all("Set-Cookie") is None or method == "GET"
            if path.startswith(GIVE):
                assert answer.headers.get_all("Set-Cookie") is None
            return answer.status, answer.read().decode()

    def send(self, path: str, page: str, fields: dict, *files) -> tuple[int, str]:
        """Send the form of a page, puzzle solved."""
        hidden = {"tanda": field_on(page, "tanda"), **puzzle_on(page)}
        for name in ("sekali", "simpan", "dibuka"):
            hidden |= {name: told} if (told := field_on(page, name)) else {}
        return self.ask("POST", path, *marked.multipart(hidden | fields, files))

    def rows(self, *tables: str) -> set[tuple[str, str]]:
        """Return every row of the given tables, of all without any."""
        with closing(sqlite3.connect(self.data / DATABASE)) as database:
            cursor = database.cursor()
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            every = [name for (name,) in cursor.fetchall()]
            return marked.rows_of(cursor, tables or every)


@pytest.fixture
def place(committed: None, tmp_path: Path) -> Iterator[Place]:
    """An installation with one office that has a key, served."""
    cast = people.make_cast()
    informing.keyed(cast)
    data, temporary = tmp_path / "data", tmp_path / "temporary"
    for folder in (data, data / "static", temporary):
        folder.mkdir()
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as laid,
        closing(sqlite3.connect(data / DATABASE)) as copy,
    ):
        laid.backup(copy)
    opened = informing.opened_by(cast)
    made = Place(data, temporary, tmp_path / "lines.log", opened)
    made.start()
    yield made
    made.stop()


def inform(place: Place) -> str:
    """Walk the whole way with everything going wrong on it; return the code."""
    fields = {**marked.WORDS, "place_region": people.REGION}
    _status, page = place.ask("GET", GIVE)
    status, page = place.send(GIVE, page, {"periksa": "1"}, marked.PHOTO)
    assert (status, bool(field_on(page, "simpan"))) == (200, True)
    status, page = place.send(GIVE, page, {**fields, "place_region": ""}, marked.PAGE)
    assert status == 422
    assert place.send(GIVE, page, {**fields, "puzzle": "e30="})[0] == 422
    status, page = place.send(GIVE, page, fields, marked.PAPER)
    assert status == 200
    code = page.partition('<strong class="num">')[2].partition("<")[0]
    assert len(code) == len("0000 0000 0000 0000")
    _status, page = place.ask("GET", BOX)
    status, page = place.send(BOX, page, {"code": marked.GUESS})
    assert status == 422
    status, page = place.send(BOX, page, {"code": code})
    assert status == 200
    told = {"code": code, "text": marked.REPLY}
    status, page = place.send(REPLY, page, told, marked.PHOTO)
    assert (status, "sudah kami terima" in page) == (200, True)
    assert place.ask("GET", "/informasi/TANDAKUERI/")[0] == 404
    assert place.ask("POST", GIVE, b"TANDACERITA", "text/plain")[0] == 403
    return code


def test_whoever_sends_information_leaves_no_mark_outside_the_sealed_part(
    place: Place, tmp_path: Path
) -> None:
    before, begun = place.rows(), datetime.now(UTC)
    lines, touched = len(place.lines.read_bytes()), place.temporary.stat().st_mtime_ns
    code = inform(place)
    ended, added = datetime.now(UTC), place.rows() - before
    marks = (*marked.MARKS, code.encode(), code.replace(" ", "").encode())

    assert_all_of_it_arrived(place)
    assert marked.marks_under(place.data, marks) == {}  # log of writes too
    assert marked.marks_in(place.lines.read_bytes(), marks) == []
    assert b"informa" not in place.lines.read_bytes()[lines:]
    assert place.temporary.stat().st_mtime_ns == touched  # no file came and went
    assert newer_files(place.data, begun) == set()

    own = {row for row in added if row[0] not in marked.INDEPENDENT}
    assert {table for table, _told in own} >= {"information_information"}
    assert not {table for table, _told in own if table.startswith("django_q")}
    assert marked.moments_in(own, begun, ended) == []
    assert len(place.rows("netra_cache")) == len(
        {r for r in before if r[0] == "netra_cache"}
    )

    place.stop()
    enter_the_day(place)
    entered = place.rows("ledger_ledgerentry") - before
    assert [told for _table, told in entered if "information.entered" in told]
    copied = tmp_path / "copied"
    copied.mkdir()
    back_up(place.data / DATABASE, copied / DATABASE)
    shutil.make_archive(str(copied / "everything"), "tar", place.data)
    for folder in (place.data, copied, place.temporary):
        assert marked.marks_under(folder, marks) == {}
    assert marked.marks_in(place.lines.read_bytes(), marks) == []


def assert_all_of_it_arrived(place: Place) -> None:
    """The marks are there, inside: the key of the office brings every word back."""
    with closing(sqlite3.connect(place.data / DATABASE)) as database:
        content = database.execute("SELECT content FROM information_information")
        sealed = [place.opened.open(1, row[0]).decode() for row in content]
        replies = database.execute("SELECT to_office FROM information_message")
        answered = [place.opened.open(1, row[0]).decode() for row in replies]
        heads = database.execute("SELECT head FROM information_informationfile")
        named = [place.opened.open(1, row[0]).decode() for row in heads]
        parts = database.execute("SELECT COUNT(*) FROM information_filepart")
        assert parts.fetchone()[0] >= 2 * 6
    assert len(sealed) == len(answered) == 1
    assert all(word in sealed[0] for word in marked.WORDS.values())
    assert datetime.now(UTC).isoformat()[:8] in sealed[0]  # the moment is sealed too
    assert answered == [marked.REPLY]
    assert sum(marked.PHOTO[0] in head for head in named) == 2
    assert sum(marked.PAPER[0] in head for head in named) == 1
    with pytest.raises(sealing.WrongKeyError):
        sealing.open_box(sealing.new_pair(), sealed[0].encode())


def newer_files(folder: Path, begun: datetime) -> set[str]:
    """Return what was written since, but for the files of the database itself."""
    return {
        path.name
        for path in folder.rglob("*")
        if path.stat().st_mtime >= begun.timestamp()
        and not path.name.startswith(DATABASE)
    }


def enter_the_day(place: Place) -> None:
    """Run what the worker runs when the day is over."""
    command = [sys.executable, "-m", "netra.cli", "shell", "--command", _ENTER]
    subprocess.run(command, env=place.environ, check=True, capture_output=True)


def back_up(database: Path, copy: Path) -> None:
    """Copy as docs/operations.md says, and leave a dump in words beside it."""
    with (
        closing(sqlite3.connect(database)) as held,
        closing(sqlite3.connect(copy)) as target,
    ):
        held.backup(target)
        dump = copy.with_suffix(".sql")
        dump.write_text("\n".join(held.iterdump()), encoding="utf-8")
