"""A draft belongs to its device, keeps every word, and can be thrown away."""

import re

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client

from netra.records.reports.devices import DRAFTS_PER_DEVICE, digest_of_key
from netra.records.reports.models import ReportDraft
from netra.web.portal import drafts
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(cast: people.Cast, clock) -> None:
    clock.set(walking.NOW)


def test_the_start_page_names_the_windows_with_their_articles(client: Client) -> None:
    page = walking.text_of(client.get("/lapor/"))
    assert "7 hari kalender" in page
    assert "Pasal 134 ayat (4)" in page
    assert "Di persidangan nama pelapor dapat terbuka" in page
    assert "NIP tidak diminta" in page


def test_the_cookie_holds_a_random_key_the_database_does_not(client: Client) -> None:
    walking.start(client)
    walking.say(client, "pelapor")
    cookie = client.cookies[drafts.COOKIE]
    draft = ReportDraft.objects.get()
    assert re.fullmatch(r"[\w-]{43}", cookie.value)
    assert draft.device == digest_of_key(cookie.value)
    assert cookie.value not in f"{draft.pk} {draft.device} {draft.content}"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_the_cookie_travels_only_encrypted_where_the_page_did(client: Client) -> None:
    answer = client.post("/lapor/", secure=True)
    assert answer.cookies[drafts.COOKIE]["secure"]


def test_a_forged_cookie_opens_nothing(client: Client) -> None:
    walking.start(client)
    stranger = Client()
    stranger.cookies[drafts.COOKIE] = str(ReportDraft.objects.get().pk)
    assert stranger.get("/lapor/waktu/")["Location"] == "/lapor/"


def test_without_a_draft_every_screen_leads_to_the_start(client: Client) -> None:
    answer = client.get("/lapor/bukti/", follow=True)
    assert answer.redirect_chain == [("/lapor/", 302)]
    assert "Tidak ada isian yang tersimpan" in walking.text_of(answer)


def test_an_unknown_screen_does_not_exist(client: Client) -> None:
    walking.start(client)
    assert client.get("/lapor/rahasia/").status_code == 404


def test_what_is_wrong_is_kept_and_shown_beside_its_field(client: Client) -> None:
    walking.start(client)
    answer = walking.say(client, "waktu", known_on="2024-11-05")
    assert answer.status_code == 422
    page = walking.text_of(answer)
    assert "Tanggal ini ada di masa depan. Hari ini Rabu, 30 Oktober 2024." in page
    assert 'value="2024-11-05"' in page
    assert 'value="2024-11-05"' in walking.text_of(client.get("/lapor/waktu/"))


def test_an_act_cannot_lie_after_the_day_it_was_learned_of(client: Client) -> None:
    walking.start(client)
    answer = walking.say(client, "waktu", happened_on="2024-10-30")
    assert answer.status_code == 422
    assert "lebih kemudian dari saat diketahui" in walking.text_of(answer)


def test_a_day_typed_by_hand_is_understood(client: Client) -> None:
    walking.start(client)
    assert walking.say(client, "waktu", known_on="29-10-2024").status_code == 302
    typed = drafts.read(ReportDraft.objects.get())
    assert typed.of("waktu")["known_on"] == "2024-10-29"


def test_an_unfinished_answer_may_be_left_for_later(client: Client) -> None:
    walking.start(client)
    answer = walking.say(client, "peristiwa", event="", nanti="1")
    assert answer["Location"] == "/lapor/"
    page = walking.text_of(client.get("/lapor/"))
    assert "Tersimpan di peramban ini" in page
    assert "Lanjutkan" in page
    assert "Ia berbicara di panggung" in walking.text_of(
        client.get("/lapor/peristiwa/")
    )


def test_a_session_that_ends_costs_no_word(client: Client) -> None:
    walking.start(client)
    walking.say(client, "peristiwa")
    later = Client()
    later.cookies[drafts.COOKIE] = client.cookies[drafts.COOKIE].value
    assert "Mengajak memilih" in walking.text_of(later.get("/lapor/peristiwa/"))


def test_the_draft_is_sealed_in_the_database(client: Client) -> None:
    walking.start(client)
    walking.say(client, "pelapor")
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM reports_reportdraft")
        sealed = bytes(cursor.fetchone()[0])
    assert sealed
    assert b"Wati" not in sealed


def test_throwing_away_erases_the_draft_and_its_files(client: Client) -> None:
    walking.start(client)
    client.post("/lapor/bukti/", {"uploads": [walking.png()], "akhir": "1"})
    answer = client.post("/lapor/buang/", follow=True)
    assert "sudah dihapus" in walking.text_of(answer)
    assert not ReportDraft.objects.exists()
    assert client.cookies[drafts.COOKIE].value == ""


def test_throwing_away_needs_a_press_of_the_button(client: Client) -> None:
    walking.start(client)
    assert client.get("/lapor/buang/").status_code == 302
    assert ReportDraft.objects.exists()


def test_a_sent_report_cannot_be_thrown_away(client: Client) -> None:
    walking.tell(client)
    walking.send(client)
    client.post("/lapor/buang/")
    assert ReportDraft.objects.get().report is not None


def test_every_screen_of_a_sent_report_leads_to_its_receipt(client: Client) -> None:
    walking.tell(client)
    walking.send(client)
    assert client.get("/lapor/waktu/")["Location"] == "/lapor/terkirim/"
    assert walking.say(client, "waktu")["Location"] == "/lapor/terkirim/"
    assert "sudah terkirim" in walking.text_of(client.get("/lapor/"))


def test_too_many_drafts_from_one_place_wait(settings: LazySettings) -> None:
    settings.RATE_LIMITS = True
    answers = [Client().post("/lapor/").status_code for _ in range(21)]
    assert answers == [302] * 20 + [429]
    assert ReportDraft.objects.count() == 20


@pytest.mark.parametrize("step", ["waktu", "tempat", "bukti", "periksa"])
def test_a_screen_weighs_less_than_the_budget(client: Client, step: str) -> None:
    walking.tell(client)
    css = (walking.PACKAGE / "static" / "web" / "netra.css").read_bytes()
    page = client.get(f"/lapor/{step}/").content
    assert len(css) + len(page) <= 100_000


def test_no_screen_is_kept_by_a_cache(client: Client) -> None:
    walking.start(client)
    for address in ("/lapor/", "/lapor/waktu/", "/lapor/lembar/", "/status/"):
        assert "no-store" in client.get(address)["Cache-Control"], address


def test_the_sheet_shows_what_was_typed_with_a_line_to_sign(client: Client) -> None:
    walking.tell(client)
    page = walking.text_of(client.get("/lapor/lembar/"))
    assert "Wati Contohwati" in page
    assert "Tanda tangan pelapor" in page
    assert "bukan formulir resmi" in page


def test_the_sheet_prints_neither_banner_nor_way_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netra.records.jobs.moment.is_demonstration", lambda: True)
    walking.tell(client)
    page = walking.text_of(client.get("/lapor/lembar/"))
    assert page.count('<div class="no-print"><aside class="sample') == 2
    assert page.count('<aside class="sample') == 2
    assert '<p class="section no-print"><a' in page
    assert '<p class="only-print"><b>DATA CONTOH</b></p>' in page


def test_starting_again_goes_on_with_the_draft_that_is_there(client: Client) -> None:
    walking.start(client)
    walking.say(client, "peristiwa")
    walking.start(client)
    assert ReportDraft.objects.count() == 1
    assert "Mengajak memilih" in walking.text_of(client.get("/lapor/peristiwa/"))


def test_after_a_sent_report_another_one_can_be_started(client: Client) -> None:
    walking.tell(client)
    walking.send(client)
    walking.start(client)
    assert ReportDraft.objects.count() == 2
    assert "Mengajak" not in walking.text_of(client.get("/lapor/peristiwa/"))


def start_another(client: Client):
    return client.post("/lapor/", {"baru": "1"})


def unsent() -> list[ReportDraft]:
    return list(ReportDraft.objects.filter(handed_in_at=None).order_by("turn"))


def test_several_drafts_of_a_device_are_listed_with_their_first_words(
    client: Client,
) -> None:
    walking.start(client)
    walking.say(client, "peristiwa")
    start_another(client)
    walking.say(client, "peristiwa", event="Membagikan kaus di halaman kantor")
    page = walking.text_of(client.get("/lapor/"))
    assert "Mengajak memilih pada acara kampanye" in page
    assert "Membagikan kaus di halaman kantor" in page
    assert page.count("Lanjutkan</button>") == 2
    stranger = walking.text_of(Client().get("/lapor/"))
    assert "Mengajak" not in stranger
    assert "Lanjutkan" not in stranger


def test_an_untouched_draft_is_gone_on_with_however_often_one_begins(
    client: Client,
) -> None:
    walking.start(client)
    assert start_another(client)["Location"] == "/lapor/waktu/"
    start_another(client)
    assert ReportDraft.objects.count() == 1


def test_a_form_writes_into_the_draft_it_was_shown_for(client: Client) -> None:
    walking.start(client)
    walking.say(client, "peristiwa")
    (first,) = unsent()
    start_another(client)
    walking.say(client, "peristiwa", event="Kejadian lain")
    walking.say(client, "peristiwa", event="Lebih jelas", isian=str(first.pk))
    told = {drafts.first_words(one) for one in unsent()}
    assert told == {"Lebih jelas", "Kejadian lain"}
    assert "Lebih jelas" in walking.text_of(client.get("/lapor/peristiwa/"))


def test_a_draft_of_another_device_cannot_be_named(client: Client) -> None:
    walking.start(client)
    walking.say(client, "peristiwa")
    (first,) = unsent()
    stranger = Client()
    walking.start(stranger)
    named = f"?isian={first.pk}"
    assert stranger.get(f"/lapor/peristiwa/{named}")["Location"] == "/lapor/"
    walking.say(stranger, "peristiwa", event="Diganti", isian=str(first.pk))
    stranger.post("/lapor/buang/", {"isian": str(first.pk)})
    first.refresh_from_db()
    assert "Mengajak" in drafts.first_words(first)


@pytest.mark.parametrize("named", ["x", "00000000-0000-0000-0000-000000000000", "'"])
def test_a_draft_that_is_none_opens_nothing(client: Client, named: str) -> None:
    walking.start(client)
    assert client.get("/lapor/waktu/", {"isian": named})["Location"] == "/lapor/"


def test_going_on_leads_to_the_first_screen_without_an_answer(client: Client) -> None:
    walking.start(client)
    walking.say(client, "waktu")
    walking.pick_place(client)
    (first,) = unsent()
    answer = client.post("/lapor/", {"isian": str(first.pk)})
    assert answer["Location"] == "/lapor/terlapor/"


def test_one_draft_is_thrown_away_and_the_others_stay(client: Client) -> None:
    walking.start(client)
    walking.say(client, "peristiwa")
    (first,) = unsent()
    start_another(client)
    walking.say(client, "peristiwa", event="Kejadian lain")
    client.post("/lapor/buang/", {"isian": str(first.pk)})
    assert [drafts.first_words(one) for one in unsent()] == ["Kejadian lain"]
    assert client.cookies[drafts.COOKIE].value


def test_a_device_has_room_for_so_many_drafts_and_says_so(client: Client) -> None:
    for _ in range(DRAFTS_PER_DEVICE):
        start_another(client)
        walking.say(client, "peristiwa")
    assert start_another(client)["Location"] == "/lapor/"
    page = walking.text_of(client.get("/lapor/"))
    assert f"Sudah ada {DRAFTS_PER_DEVICE} isian" in page
    assert f"Paling banyak {DRAFTS_PER_DEVICE} isian" in page
    assert ReportDraft.objects.count() == DRAFTS_PER_DEVICE


def test_forgetting_the_device_erases_all_drafts_and_no_report(client: Client) -> None:
    walking.tell(client)
    walking.send(client)
    start_another(client)
    walking.say(client, "peristiwa")
    answer = client.post("/lapor/buang/", {"semua": "1"}, follow=True)
    assert "Perangkat ini dilupakan" in walking.text_of(answer)
    assert client.cookies[drafts.COOKIE].value == ""
    sent = ReportDraft.objects.get()
    assert sent.report is not None
    assert (sent.device, sent.content) == ("", "")


def test_a_key_somebody_noted_opens_nothing_that_is_written_later(
    client: Client,
) -> None:
    walking.start(client)
    noted = client.cookies[drafts.COOKIE].value
    client.post("/lapor/buang/")
    client.cookies[drafts.COOKIE] = noted
    walking.start(client)
    assert client.cookies[drafts.COOKIE].value != noted


def test_the_receipt_of_the_report_just_sent_is_shown_among_others(
    client: Client,
) -> None:
    walking.tell(client)
    (first,) = unsent()
    start_another(client)
    walking.say(client, "peristiwa")
    data = {"is_true": "on", "kirim": "1", "isian": str(first.pk)}
    assert client.post("/lapor/periksa/", data)["Location"] == "/lapor/terkirim/"
    first.refresh_from_db()
    page = walking.text_of(client.get("/lapor/terkirim/"))
    assert first.report.number in page
    client.post("/lapor/terkirim/", {"isian": str(first.pk)})
    assert len(unsent()) == 1
    assert client.cookies[drafts.COOKIE].value
