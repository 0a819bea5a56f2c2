"""No row of any table holds a mark of who sent information; on every database.

`tests/cli/test_no_marks.py` searches the files and lines of a served installation; here
the tables are searched, also those of PostgreSQL, and the search itself is tried.
"""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client

from netra.records.information.models import HeldFile, Information, InformationFile
from netra.records.jobs import moment
from netra.web.puzzles import Purpose
from tests.informing import keyed
from tests.people import REGION, Cast
from tests.web.portal import marked
from tests.web.portal.informant import GIVE, code_on, fields_for, open_box, reply

HEADERS = {
    f"HTTP_{name.upper().replace('-', '_')}": told
    for name, told in marked.HEADERS.items()
}


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True, REMOTE_ADDR=marked.DIRECT, **HEADERS)


@pytest.fixture(autouse=True)
def _limited(settings) -> None:
    settings.RATE_LIMITS, settings.BEHIND_PROXY = True, True


def rows() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return marked.rows_of(cursor, tables)


def upload(file: tuple[str, str, bytes]) -> io.BytesIO:
    name, _kind, content = file
    sent = io.BytesIO(content)
    sent.name = name
    return sent


def send(browser: Client, **more: object):
    fields = {**marked.WORDS, "place_region": REGION, "sekali": "f" * 32, **more}
    return browser.post(GIVE + marked.QUERY, fields_for(Purpose.INFORMATION, **fields))


def test_no_table_keeps_a_mark_or_a_moment_of_a_sender(
    cast: Cast, browser: Client
) -> None:
    keyed(cast)
    before, begun = rows(), moment.real_now()
    checked = send(browser, berkas=upload(marked.PHOTO), periksa="1")
    held = marked.field_on(checked.text, "simpan")
    half_way = rows() - before
    assert send(browser, place_region="", simpan=held).status_code == 422
    page = send(browser, simpan=held, berkas=upload(marked.PAPER))
    code = code_on(page)
    assert open_box(browser, marked.GUESS).status_code == 422
    answered = reply(
        browser, code, text=marked.REPLY, berkas=upload(marked.PHOTO), discard=""
    )
    assert "sudah kami terima" in answered.text
    added = rows() - before
    ended = moment.real_now()

    assert Information.objects.get().messages.count() == 1
    assert InformationFile.objects.count() == 6  # each with its original
    assert not HeldFile.objects.exists()
    assert {table for table, _told in half_way} >= {"information_heldfile"}
    marks = (*marked.MARKS, code.encode())
    for row in half_way | added:
        assert marked.marks_in(row[1].encode(), marks) == []
        for column in row[1].split(" | "):
            if len(column) % 2 == 0 and set(column) <= set("0123456789abcdef"):
                assert marked.marks_in(bytes.fromhex(column), marks) == []
    assert marked.moments_in(half_way | added, begun, ended) == []


@pytest.mark.parametrize("mark", [b"TANDACERITA", b"203.0.113.77"])
def test_the_search_finds_a_mark_however_it_was_written(mark: bytes) -> None:
    for form in marked.disguised(mark):
        assert marked.marks_in(b"before " + form + b" after") != []
    assert marked.marks_in(b"TANDA without more, 203.0.113.7") == []


def test_the_search_finds_names_of_files_and_what_is_in_them(tmp_path) -> None:
    (tmp_path / "TANDAFOTO.jpg").touch()
    (tmp_path / "lines.log").write_bytes(b"GET /informasi/ TANDAASAL")
    (tmp_path / "empty").touch()
    assert set(marked.marks_under(tmp_path)) == {"TANDAFOTO.jpg", "lines.log"}


@pytest.mark.parametrize(
    "told",
    [
        "'2026-03-04 10:59:01'",
        "'2026-03-04T10:01:00+00:00'",
        "'2026-03-04 17:30:00+07:00'",
        "datetime.datetime(2026, 3, 4, 10, 30, tzinfo=datetime.timezone.utc)",
        "1772620200",
        "1772620200123",
        "'2026-03-04 14:00:00+00:00'",
        "datetime.datetime(2026, 3, 4, 14, 0, tzinfo=datetime.timezone.utc)",
        "datetime.datetime(2026, 3, 5, 9, 0, 7, 5, tzinfo=datetime.timezone.utc)",
    ],
)
def test_the_search_finds_a_moment_however_it_was_written(told: str) -> None:
    begun = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)
    ended = begun + timedelta(minutes=1)
    assert marked.moments_in({("some_table", f"1 | {told}")}, begun, ended)


@pytest.mark.parametrize(
    "told",
    [
        "datetime.date(2026, 3, 4)",
        "'2026-03-04'",
        "'2026-03-04 17:00:00'",
        "'2026-03-04 17:00:00+00:00'",
        "datetime.datetime(2026, 3, 4, 17, 0, tzinfo=datetime.timezone.utc)",
        "1772643600",
        "'2024-10-29 09:15:00'",
        f"{'12' * 20}1772620200",
    ],
)
def test_a_day_and_its_midnight_are_no_hour(told: str) -> None:
    begun = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)  # in Jakarta 17:30
    ended = begun + timedelta(minutes=1)
    assert not marked.moments_in({("some_table", told)}, begun, ended)
