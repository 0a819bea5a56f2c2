"""Files in pieces: every byte once, nobody else's, and nothing told to others."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client

from netra.records.evidence import arriving, parts
from netra.records.evidence.models import Arriving, Blob
from netra.records.evidence.store import path_of
from netra.records.reports.models import DraftFile, Exhibit, ReportDraft
from netra.web.portal import tus
from tests import people
from tests.web.portal import tussing, walking
from tests.web.portal.tussing import VERSION, begin, sender

pytestmark = pytest.mark.django_db
FILE = tussing.large(walking.PNG, 200_000)


@pytest.fixture(autouse=True)
def _started(cast: people.Cast, clock, client: Client) -> None:
    clock.set(walking.NOW)
    walking.start(client)


def held() -> list[Path]:
    return list(parts.folder().iterdir()) if parts.folder().is_dir() else []


def test_a_file_in_three_pieces_arrives_as_it_was_sent(client: Client) -> None:
    one = sender(client, len(FILE), name="panggung.png")
    for begins, ends in ((0, 70_000), (70_000, 70_001), (70_001, len(FILE))):
        answer = one.patch(begins, FILE[begins:ends])
        assert (answer.status_code, answer["Upload-Offset"]) == (204, str(ends))
    file = DraftFile.objects.select_related("blob").get()
    assert file.blob.sha256 == hashlib.sha256(FILE).hexdigest()
    assert path_of(file.blob.sha256).read_bytes() == FILE
    assert (file.name, file.kind) == ("panggung.png", "evidence")
    assert held() == []


def test_the_endpoint_says_what_it_can(client: Client, settings) -> None:
    answer = client.options("/unggah/isian/")
    assert answer.status_code == 204
    assert answer["Tus-Version"] == answer["Tus-Resumable"] == "1.0.0"
    assert answer["Tus-Extension"] == "creation,expiration,termination"
    assert answer["Tus-Max-Size"] == str(settings.RESUMABLE_LIMIT_BYTES)


def test_a_file_that_was_announced_tells_where_to_go_on(client: Client) -> None:
    one = sender(client, len(FILE), name="panggung.png", print="17-abc")
    one.patch(0, FILE[:1000])
    answer = one.head()
    assert answer.status_code == 200
    assert answer["Upload-Offset"] == "1000"
    assert answer["Upload-Length"] == str(len(FILE))
    assert answer["Upload-Expires"] == "Sat, 02 Nov 2024 02:40:00 GMT"
    assert answer["Upload-Metadata"] == tussing.about(
        name="panggung.png", print="17-abc"
    )
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("offset", [0, 999, 1001])
def test_a_piece_at_another_place_is_refused_and_changes_nothing(
    client: Client, offset: int
) -> None:
    one = sender(client, len(FILE))
    one.patch(0, FILE[:1000])
    answer = one.patch(offset, b"x" * 10)
    assert answer.status_code == 409
    assert "tab kedua" in answer.content.decode()
    assert one.head()["Upload-Offset"] == "1000"


@pytest.mark.parametrize("offset", ["", "-1", "1.5", "٣", "x", "9" * 30])
def test_a_place_that_is_no_number_is_refused(client: Client, offset: str) -> None:
    one = sender(client, len(FILE))
    assert one.patch(0, b"", HTTP_UPLOAD_OFFSET=offset).status_code == 400


def test_more_than_was_announced_is_refused(client: Client) -> None:
    one = sender(client, len(FILE))
    assert one.patch(0, FILE + b"x").status_code == 413
    assert not DraftFile.objects.exists()


def test_another_device_finds_nothing(client: Client) -> None:
    one = sender(client, len(FILE))
    stranger = Client()
    walking.start(stranger)
    other = tussing.Sender(stranger, one.place)
    assert other.head().status_code == 404
    assert other.patch(0, FILE).status_code == 404
    assert other.delete().status_code == 404
    assert one.head()["Upload-Offset"] == "0"


def test_without_a_draft_there_is_nowhere_to_send_to() -> None:
    assert begin(Client(), 10).status_code == 404


def test_an_unknown_place_does_not_exist(client: Client) -> None:
    assert begin(client, 10, key="rahasia").status_code == 404
    one = sender(client, len(FILE))
    elsewhere = one.place.replace("/isian/", "/tambahan/")
    assert tussing.Sender(client, elsewhere).head().status_code == 404


def test_a_request_without_the_version_is_told_the_version(client: Client) -> None:
    answer = client.post("/unggah/isian/", HTTP_UPLOAD_LENGTH="5")
    assert (answer.status_code, answer["Tus-Version"]) == (412, "1.0.0")


def test_other_methods_are_not_taken(client: Client) -> None:
    one = sender(client, len(FILE))
    answer = client.get(one.place, **VERSION)
    assert (answer.status_code, answer["Allow"]) == (
        405,
        "OPTIONS, HEAD, PATCH, DELETE",
    )
    assert client.get("/unggah/isian/", **VERSION).status_code == 405


def test_a_piece_of_another_type_is_not_taken(client: Client) -> None:
    one = sender(client, len(FILE))
    answer = client.generic(
        "PATCH", one.place, FILE, "image/png", HTTP_UPLOAD_OFFSET="0", **VERSION
    )
    assert answer.status_code == 415
    assert one.head()["Upload-Offset"] == "0"


def test_a_post_may_stand_for_a_method_the_line_does_not_carry(client: Client) -> None:
    one = sender(client, len(FILE))
    given = {"HTTP_X_HTTP_METHOD_OVERRIDE": "PATCH", "HTTP_UPLOAD_OFFSET": "0"}
    answer = client.post(one.place, FILE, tussing.BODY, **given, **VERSION)
    assert answer.status_code == 204
    assert DraftFile.objects.count() == 1


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_method_without_a_token_never_stands_for_another(
    client: Client, method: str
) -> None:
    one = sender(client, len(FILE))
    given = {"HTTP_X_HTTP_METHOD_OVERRIDE": "DELETE"}
    client.generic(method, one.place, **given, **VERSION)
    assert Arriving.objects.count() == 1


def test_another_site_cannot_send_anything(client: Client) -> None:
    one = sender(client, len(FILE))
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert begin(strict, 10).status_code == 403
    assert tussing.Sender(strict, one.place).patch(0, FILE).status_code == 403
    assert tussing.Sender(strict, one.place).delete().status_code == 403


def test_a_web_page_is_refused_with_its_first_bytes(client: Client) -> None:
    page = b"<!doctype html><html><script>alert(1)</script>" + b" " * 100_000
    one = sender(client, 10 * len(page))
    answer = one.patch(0, page)
    assert answer.status_code == 422
    assert "Jenis berkas ini tidak diterima" in answer.content.decode()
    assert one.head().status_code == 404
    assert held() == []


def test_a_short_file_of_no_kind_is_refused_at_its_end(client: Client) -> None:
    one = sender(client, 13)
    assert one.patch(0, b"hanya tulisan").status_code == 422
    assert not Arriving.objects.exists()
    assert not Blob.objects.exists()


@pytest.mark.parametrize(("length", "status"), [(0, 422), (500 * 2**20 + 1, 413)])
def test_a_size_that_is_not_taken_is_refused_before_anything_is_sent(
    client: Client, length: int, status: int
) -> None:
    assert begin(client, length).status_code == status
    assert not Arriving.objects.exists()


def test_the_limit_of_the_form_does_not_count_here(client, settings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1000
    sender(client, len(FILE)).patch(0, FILE)
    assert DraftFile.objects.count() == 1


def test_files_under_way_count_among_the_files_of_a_draft(
    client: Client, settings: LazySettings
) -> None:
    settings.UPLOADS_PER_REPORT = 2
    sender(client, len(FILE)).patch(0, FILE)
    assert begin(client, 10).status_code == 201
    answer = begin(client, 10)
    assert answer.status_code == 422
    assert "Sudah 2 berkas" in answer.content.decode()


def test_all_files_of_a_draft_together_have_a_limit(client, settings) -> None:
    settings.RESUMABLE_LIMIT_BYTES = 2**20
    assert begin(client, 2**20).status_code == 201
    assert begin(client, 2**20).status_code == 201
    answer = begin(client, 1)
    assert answer.status_code == 422
    assert "melebihi 2 MB" in answer.content.decode()


def test_a_full_disk_is_told_before_anything_is_sent(client, monkeypatch) -> None:
    usage = type("Usage", (), {"free": 2**30})
    monkeypatch.setattr(parts.shutil, "disk_usage", lambda _path: usage)
    answer = begin(client, 10)
    assert answer.status_code == 507
    assert "disusulkan" in answer.content.decode()


def test_a_file_announced_again_goes_on_where_it_was(client: Client) -> None:
    one = sender(client, len(FILE), print="17-abc")
    one.patch(0, FILE[:1000])
    assert sender(client, len(FILE), print="17-abc") == one
    assert sender(client, len(FILE), print="18-abc") != one
    assert sender(client, len(FILE)) != sender(client, len(FILE))


def test_the_same_file_twice_is_kept_once(client: Client) -> None:
    sender(client, len(FILE)).patch(0, FILE)
    again = sender(client, len(FILE))
    answer = again.patch(0, FILE)
    assert answer.status_code == 422
    assert "sudah Anda kirim" in answer.content.decode()
    assert DraftFile.objects.count() == 1
    assert again.head().status_code == 404


def test_giving_up_erases_what_has_arrived(client: Client) -> None:
    one = sender(client, len(FILE))
    one.patch(0, FILE[:50_000])
    assert len(held()) == 1
    assert one.delete().status_code == 204
    assert held() == []
    assert one.patch(50_000, FILE[50_000:]).status_code == 404


def test_a_finished_file_may_be_asked_for_and_sent_to_again(client: Client) -> None:
    one = sender(client, len(FILE))
    one.patch(0, FILE)
    assert one.head()["Upload-Offset"] == str(len(FILE))
    assert one.patch(len(FILE), b"").status_code == 204
    assert DraftFile.objects.count() == 1


def test_what_a_killed_server_left_whole_is_finished_when_asked(client: Client) -> None:
    one = sender(client, len(FILE), name="panggung.png")
    row = Arriving.objects.get()
    arriving.take(row, offset=0, pieces=[FILE])  # killed before it was finished
    assert not DraftFile.objects.exists()
    assert one.head()["Upload-Offset"] == str(len(FILE))
    assert DraftFile.objects.get().name == "panggung.png"


def test_a_line_that_breaks_keeps_what_came(client: Client, monkeypatch) -> None:
    one = sender(client, len(FILE))
    from django.core.handlers.wsgi import WSGIRequest
    from django.http import UnreadablePostError

    given = [FILE[:65_536], FILE[65_536:100_000]]

    def breaking(_request: object, _size: int) -> bytes:
        if given:
            return given.pop(0)
        raise UnreadablePostError("gone")

    with monkeypatch.context() as patched:
        patched.setattr(WSGIRequest, "read", breaking)
        one.patch(0, FILE)
    assert one.head()["Upload-Offset"] == "100000"
    one.patch(100_000, FILE[100_000:])
    assert DraftFile.objects.get().blob_id == hashlib.sha256(FILE).hexdigest()


def test_a_file_that_expired_is_gone_and_swept(client: Client, clock) -> None:
    one = sender(client, len(FILE))
    one.patch(0, FILE[:1000])
    later = walking.NOW + arriving.LASTS + timedelta(seconds=1)
    clock.set(later)
    assert one.head().status_code == 404
    assert arriving.sweep_arriving(at=later, real_now=later) == 1
    assert held() == []


def test_neither_name_nor_content_lies_open_while_a_file_is_under_way(
    client: Client,
) -> None:
    secret = walking.PNG + b"Wati Contohwati" * 1000
    one = sender(client, len(secret) + 9, name="wati-contohwati.png", print="77-sidik")
    one.patch(0, secret)
    (part,) = held()
    assert b"Contohwati" not in part.read_bytes()
    assert walking.PNG[:8] not in part.read_bytes()
    assert "contohwati" not in f"{part} {one.place}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM evidence_arriving")
        row = repr(
            [bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()]
        )
    assert "contohwati" not in row
    assert "sidik" not in row
    assert part.stat().st_mode & 0o077 == 0


def test_a_file_for_one_draft_does_not_go_to_another(client: Client) -> None:
    first = ReportDraft.objects.get()
    walking.say(client, "peristiwa")
    client.post("/lapor/", {"baru": "1"})
    sender(client, len(FILE), at=f"?isian={first.pk}").patch(0, FILE)
    assert DraftFile.objects.get().draft == first


def test_throwing_the_draft_away_erases_what_is_under_way(client: Client) -> None:
    sender(client, len(FILE)).patch(0, FILE[:1000])
    client.post("/lapor/buang/")
    assert held() == []
    assert not Arriving.objects.exists()


def test_the_kind_is_taken_from_the_sender_where_it_is_one(client: Client) -> None:
    sender(client, len(FILE), kind="identity_card").patch(0, FILE)
    other = FILE[:-1]
    sender(client, len(other), kind="mahkota").patch(0, other)
    assert list(DraftFile.objects.values_list("kind", flat=True)) == [
        Exhibit.Kind.IDENTITY_CARD,
        Exhibit.Kind.EVIDENCE,
    ]


def test_a_sent_draft_takes_no_more(client: Client) -> None:
    walking.tell(client)
    one = sender(client, len(FILE))
    walking.send(client)
    assert one.patch(0, FILE).status_code == 404
    assert begin(client, 10).status_code == 404


def test_files_from_one_place_wait_after_the_limit(
    client, settings, monkeypatch
) -> None:
    settings.RATE_LIMITS = True
    monkeypatch.setitem(walking.RATES, "upload", "1/h/ip")
    assert begin(client, 10).status_code == 201
    assert begin(client, 10).status_code == 429


def test_no_more_lines_are_waited_for_than_there_are_threads(client: Client) -> None:
    one = sender(client, len(FILE))
    for _ in range(tus.AT_ONCE):
        tus._room.acquire()
    try:
        answer = one.patch(0, FILE)
    finally:
        for _ in range(tus.AT_ONCE):
            tus._room.release()
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert one.patch(0, FILE).status_code == 204
