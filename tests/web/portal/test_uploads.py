"""Files are judged one by one; what is refused costs nothing that was kept."""

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from netra.records.evidence.models import Blob
from netra.records.reports.models import DraftFile
from netra.web.portal.uploads import LimitedFileHandler
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _started(cast: people.Cast, clock, client: Client) -> None:
    clock.set(walking.NOW)
    walking.start(client)


def upload(client: Client, *files: SimpleUploadedFile, **more: str):
    return client.post("/lapor/bukti/", {"uploads": list(files), "akhir": "1", **more})


def test_several_files_are_kept_with_size_and_hash(client: Client) -> None:
    answer = upload(client, walking.png(), walking.pdf(), unggah="1")
    assert answer["Location"] == "/lapor/bukti/"
    page = walking.text_of(client.get("/lapor/bukti/"))
    for file in DraftFile.objects.select_related("blob"):
        assert file.name in page
        assert file.blob.short_hash in page
    assert DraftFile.objects.count() == 2


def test_a_file_can_be_taken_away_again(client: Client) -> None:
    upload(client, walking.png())
    file = DraftFile.objects.get()
    client.post("/lapor/bukti/", {"hapus": str(file.pk), "akhir": "1"})
    assert not DraftFile.objects.exists()


def test_nobody_takes_a_file_from_another_draft(client: Client) -> None:
    upload(client, walking.png())
    stranger = Client()
    walking.start(stranger)
    stranger.post(
        "/lapor/bukti/", {"hapus": str(DraftFile.objects.get().pk), "akhir": "1"}
    )
    assert DraftFile.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Berkas ini kosong"),
        (b"hanya tulisan", "Jenis berkas ini tidak diterima"),
        (b"MZ" + b"\0" * 200, "Jenis berkas ini tidak diterima"),
    ],
)
def test_a_file_that_cannot_be_kept_is_named_beside_the_field(
    client: Client, content: bytes, said: str
) -> None:
    bad = SimpleUploadedFile("rekaman.png", content, content_type="image/png")
    answer = upload(client, bad, walking.pdf("surat.pdf"))
    assert answer.status_code == 422
    page = walking.text_of(answer)
    assert f"rekaman.png: {said}" in page
    assert "surat.pdf" in page
    assert [file.name for file in DraftFile.objects.all()] == ["surat.pdf"]


def test_a_file_over_the_limit_is_told_with_both_sizes(
    client: Client, settings: LazySettings
) -> None:
    settings.UPLOAD_LIMIT_BYTES = 2**20
    answer = upload(client, walking.png("besar.png", b"\0" * (3 * 2**20)))
    assert answer.status_code == 422
    page = walking.text_of(answer)
    assert "besar.png: Berkas ini berukuran 3 MB; batasnya 1 MB" in page
    assert not Blob.objects.exists()


def test_the_same_file_twice_is_kept_once(client: Client) -> None:
    upload(client, walking.png())
    answer = upload(client, walking.png("salinan.png"))
    assert answer.status_code == 422
    assert "salinan.png: Berkas yang sama sudah Anda kirim" in walking.text_of(answer)
    assert DraftFile.objects.count() == 1


def test_more_files_than_the_installation_takes_are_refused(
    client: Client, settings: LazySettings
) -> None:
    settings.UPLOADS_PER_REPORT = 2
    files = [walking.png(f"{i}.png", bytes([i])) for i in range(3)]
    answer = upload(client, *files)
    assert answer.status_code == 422
    assert "2.png: Sudah 2 berkas" in walking.text_of(answer)
    assert DraftFile.objects.count() == 2


def test_a_file_without_its_end_is_kept_and_marked(client: Client) -> None:
    short = SimpleUploadedFile("putus.png", walking.PNG[:40], "image/png")
    upload(client, short)
    page = walking.text_of(client.get("/lapor/bukti/"))
    assert "Bagian akhir berkas ini tampaknya hilang" in page


def test_a_request_that_breaks_off_keeps_nothing_of_itself(client: Client) -> None:
    upload(client, links="https://contoh.example/a")
    data = {"links": "", "uploads": walking.png(), "akhir": "1"}
    body = encode_multipart(BOUNDARY, data)
    cut = body[: body.index(b"IDAT")]
    answer = client.generic("POST", "/lapor/bukti/", cut, MULTIPART_CONTENT)
    assert answer.status_code == 400
    page = walking.text_of(answer)
    assert "Kiriman terputus sebelum selesai" in page
    assert "Yang sudah tersimpan sebelumnya tetap ada" in page
    assert not DraftFile.objects.exists()
    assert "contoh.example" in walking.text_of(client.get("/lapor/bukti/"))


def test_a_folder_in_a_file_name_is_dropped(client: Client) -> None:
    body = encode_multipart(
        BOUNDARY, {"uploads": walking.png("foto.png"), "akhir": "1"}
    )
    body = body.replace(b"foto.png", rb"C:\rumah\wati\foto.png")
    client.generic("POST", "/lapor/bukti/", body, MULTIPART_CONTENT)
    assert DraftFile.objects.get().name == "foto.png"


@pytest.mark.parametrize(
    "link", ["status WA pak D", "ftp://contoh.example/a", "https://"]
)
def test_a_link_that_is_none_is_kept_and_told(client: Client, link: str) -> None:
    answer = upload(client, links=link)
    assert answer.status_code == 422
    page = walking.text_of(answer)
    assert "Tautan harus diawali https://" in page
    assert link in walking.text_of(client.get("/lapor/bukti/"))


def test_several_links_stand_one_a_line(client: Client) -> None:
    links = "https://contoh.example/a\nhttps://contoh.example/b"
    assert upload(client, links=links)["Location"] == "/lapor/pelapor/"


def test_evidence_may_be_left_out(client: Client) -> None:
    assert upload(client)["Location"] == "/lapor/pelapor/"


def test_the_signed_page_and_the_card_are_kept_by_their_kind(client: Client) -> None:
    client.post(
        "/lapor/tanda-tangan/",
        {"signed_page": walking.pdf(), "identity_card": walking.png(), "akhir": "1"},
    )
    kinds = dict(DraftFile.objects.values_list("kind", "blob__media_type"))
    assert kinds == {"signed_page": "application/pdf", "identity_card": "image/png"}


def test_a_refused_proof_is_told_beside_its_own_field(client: Client) -> None:
    bad = SimpleUploadedFile("ktp.png", b"hanya tulisan", "image/png")
    answer = client.post("/lapor/tanda-tangan/", {"identity_card": bad, "akhir": "1"})
    assert answer.status_code == 422
    assert 'href="#id_identity_card"' in walking.text_of(answer)


def test_uploads_from_one_place_wait_after_the_limit(
    client: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.RATE_LIMITS = True
    monkeypatch.setitem(walking.RATES, "upload", "1/h/ip")
    assert upload(client, walking.png()).status_code == 302
    answer = upload(client, walking.pdf())
    assert answer.status_code == 429
    assert "Yang sudah tersimpan dalam isian Anda tetap ada" in walking.text_of(answer)
    assert DraftFile.objects.count() == 1


def test_handing_in_waits_after_the_limit_and_keeps_the_draft(
    client: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    walking.tell(client)
    settings.RATE_LIMITS = True
    monkeypatch.setitem(walking.RATES, "hand_in", "0/h/ip")
    assert walking.send(client).status_code == 429
    assert "Wati Contohwati" in walking.text_of(client.get("/lapor/periksa/"))


def test_nothing_beyond_the_limit_is_written(settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 10
    handler = LimitedFileHandler()
    handler.new_file("uploads", "besar.png", "image/png", 20)
    handler.receive_data_chunk(b"0123456789", 0)
    handler.receive_data_chunk(b"0123456789", 10)
    assert handler.file.tell() == 10
    kept = handler.file_complete(20)
    assert (kept.size, kept.read()) == (20, b"")
    assert handler.file.closed


def test_a_large_file_within_the_limit_is_whole(client: Client) -> None:
    upload(client, walking.png("besar.png", b"\0" * (3 * 2**20) + b"IEND"))
    blob = DraftFile.objects.get().blob
    assert blob.size_bytes == len(walking.PNG) + 3 * 2**20 + 4
    assert not blob.truncated
