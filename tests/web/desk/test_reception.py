"""The counter: a report entered for somebody who came, wrote or spoke."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from netra.domain.access import Role
from netra.records.accounts.models import Office
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.reports.models import CounterEntry, Report, ReportDraft
from netra.records.reports.queries import report_by_code
from tests import people
from tests.people import at
from tests.web.desk.counter import FILLED, NOW, held, letter, record
from tests.web.desk.reading import PNG, Reader, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def budi(client, cast, clock) -> Reader:
    clock.set(NOW)
    return Reader(client, cast.budi)


@pytest.fixture
def page(budi, cast) -> str:
    """Open an entry and return its address."""
    answer = budi.client.post(reverse("reception"), {"kantor": cast.city.pk})
    assert answer.status_code == 302
    return answer["Location"]


# The way in -------------------------------------------------------------------------


def test_the_desk_leads_to_the_counter_and_offers_the_own_office(budi, cast) -> None:
    assert 'href="/meja/terima/"' in text_of(budi.get("desk"))
    assert f'value="{cast.city.pk}"' in text_of(budi.get("reception"))


def test_nothing_is_opened_by_looking(budi) -> None:
    budi.get("reception")
    assert not ReportDraft.objects.exists()


def test_another_office_cannot_be_chosen(budi, cast) -> None:
    answer = budi.client.post(reverse("reception"), {"kantor": cast.elsewhere.pk})
    assert answer.status_code == 404
    assert not CounterEntry.objects.exists()


def test_a_colleague_does_not_find_an_entry_that_names_a_reporter(
    budi, page, client, cast
) -> None:
    budi.client.post(page, FILLED)
    eko = Reader(client, cast.eko)
    assert eko.client.get(page).status_code == 404
    assert page not in text_of(eko.get("reception"))


def test_an_entry_can_be_thrown_away(budi, page) -> None:
    assert budi.client.post(f"{page}buang/").status_code == 302
    assert not ReportDraft.objects.exists()
    assert not CounterEntry.objects.exists()


def test_an_office_that_handles_nothing_is_told_where_to_go(budi, cast, client) -> None:
    ani = people.person("Ani", (Role.OFFICER, cast.subdistrict))
    answer = Reader(client, ani).get("reception")
    assert "Kantor Anda tidak menangani laporan" in text_of(answer)


# The one page -----------------------------------------------------------------------


def test_the_page_offers_the_places_of_the_office(budi, page) -> None:
    text = text_of(budi.client.get(page))
    assert 'value="33.74.01"' in text
    assert 'value="34.71"' not in text
    assert 'value="2024-11-01T17:30"' in text


def test_what_was_typed_is_kept_right_or_wrong(budi, page) -> None:
    budi.client.post(page, {**FILLED, "waktu-known_on": "kemarin", "simpan": "1"})
    text = text_of(budi.client.get(page))
    assert 'value="kemarin"' in text
    assert 'value="Wati Contohwati"' in text
    assert not Report.objects.exists()


def test_people_are_added_and_taken_away_without_a_script(budi, page) -> None:
    answer = budi.client.post(page, {**FILLED, "tambah": "terlapor"})
    assert answer["Location"].endswith("#akhir-terlapor")
    assert 'name="terlapor-2-name"' in text_of(budi.client.get(page))
    budi.client.post(page, {**FILLED, "hapus": "terlapor-0"})
    rows = held().named("terlapor")
    assert [row["workplace"] for row in rows] == ["Puskesmas Contoh"]


def test_no_more_than_five_of_a_kind_are_taken(budi, page) -> None:
    rows = {f"saksi-{i}-name": f"Saksi {i}" for i in range(9)}
    sent = {**FILLED, "jumlah-saksi": "9", **rows, "tambah": "saksi"}
    budi.client.post(page, sent)
    assert len(held().named("saksi")) == 5


def test_files_are_kept_at_once_with_what_they_are_for(budi, page) -> None:
    budi.client.post(page, {**FILLED, "bukti-letter": [letter()], "unggah": "1"})
    text = text_of(budi.client.get(page))
    assert "surat.pdf" in text
    assert ReportDraft.objects.get().files.get().kind == "letter"


def test_a_file_can_be_taken_out_again(budi, page) -> None:
    budi.client.post(page, {**FILLED, "bukti-letter": [letter()], "unggah": "1"})
    file = ReportDraft.objects.get().files.get()
    budi.client.post(page, {**FILLED, "hapus-berkas": str(file.pk)})
    assert not ReportDraft.objects.get().files.exists()


def test_a_file_that_is_not_taken_is_named_beside_its_field(budi, page) -> None:
    bad = SimpleUploadedFile("surat.pdf", b"<html>", content_type="application/pdf")
    answer = record(budi, page, **{"bukti-letter": [bad]})
    assert answer.status_code == 422
    assert "surat.pdf" in text_of(answer)
    assert not Report.objects.exists()
    assert held().of("pelapor")["name"] == "Wati Contohwati"


def test_a_request_that_broke_off_saves_nothing(budi, page) -> None:
    sent = {name: value for name, value in FILLED.items() if name != "akhir"}
    answer = budi.client.post(page, {**sent, "bukti-letter": [letter()]})
    assert answer.status_code == 400
    assert "Kiriman terputus" in text_of(answer)
    assert 'value="Wati Contohwati"' in text_of(answer)
    assert held().fields == {}


def test_the_coach_says_what_could_still_be_asked(budi, page) -> None:
    budi.client.post(page, {**FILLED, "peristiwa-account": ""})
    text = text_of(budi.client.get(page))
    assert "Kelengkapan laporan" in text
    assert "Uraian" in text


# Recording --------------------------------------------------------------------------


def test_an_entry_becomes_a_report_with_receipt_and_code(budi, page, cast) -> None:
    answer = record(budi, page, **{"bukti-letter": [letter()]})
    assert answer["Location"] == f"{page}selesai/"
    report = Report.objects.get()
    assert (report.via, report.submitted_at) == ("letter", at("2024-11-01 17:05"))
    assert report.counter_reception.received_by == cast.budi
    assert report.counter_reception.letter_on == date(2024, 10, 31)
    assert report.attorney.name == "Dodi Contohdodi"
    classes = report.respondents.values_list("employment_class", flat=True)
    assert list(classes) == ["pns", "pppk"]
    assert report.exhibits.get().kind == "letter"
    assert compare().difference is None
    text = text_of(budi.client.get(f"{page}selesai/"))
    assert report.papers.filter(kind="receipt").count() == 1
    assert reverse("paper", args=[report.papers.get().pk]) in text
    code = held().code
    assert code in text
    assert report_by_code(report.number, code) == report


def test_the_code_is_gone_once_it_was_handed_over(budi, page) -> None:
    record(budi, page)
    code = held().code
    budi.client.post(f"{page}selesai/")
    for tail in ("selesai/", "lembar/"):
        assert code not in text_of(budi.client.get(f"{page}{tail}"))


def test_the_leaflet_names_nobody_and_says_what_is_kept_secret(budi, page) -> None:
    record(budi, page)
    text = text_of(budi.client.get(f"{page}lembar/"))
    assert held().code in text
    for name in ("Wati", "Dodi", "Bambang", "Citra"):
        assert name not in text
    assert "nama pelapor dapat terbuka" in text


def test_recording_twice_makes_one_report(budi, page) -> None:
    record(budi, page)
    assert record(budi, page)["Location"] == f"{page}selesai/"
    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"kantor-received_at": ""}, "Tulis kapan laporan ini diterima."),
        ({"kantor-received_at": "2024-11-01T17:31"}, "Waktu ini ada di masa depan."),
        ({"kantor-letter_on": "2024-11-02"}, "Surat tidak dapat bertanggal sesudah"),
        ({"kantor-region": ""}, "Pilih wilayah kejadiannya."),
        ({"kantor-region": "34.71.01"}, "kantor-region"),
        ({"waktu-known_on": ""}, "Tanggal ini perlu diisi."),
        ({"waktu-known_on": "2024-11-02"}, "Tanggal ini ada di masa depan."),
        ({"peristiwa-event": ""}, "Tulis kejadiannya"),
        ({"pelapor-name": ""}, "Laporan memerlukan nama pelapor"),
        ({"kuasa-name": ""}, "Tulis nama kuasa"),
        ({"jumlah-terlapor": "0"}, "Tulis nama, atau paling sedikit tempat kerjanya."),
    ],
)
def test_what_a_report_needs_is_asked_and_nothing_is_lost(
    budi, page, wrong, says
) -> None:
    answer = record(budi, page, **wrong)
    text = text_of(answer)
    assert answer.status_code == 422
    assert says in text
    assert "DATA CONTOH. Ia berbicara di panggung." in text
    assert not Report.objects.exists()


def test_names_stay_out_of_the_report_page_until_they_are_opened(budi, page) -> None:
    record(budi, page)
    report = Report.objects.get()
    text = text_of(budi.get("report", report.pk))
    assert "Kuasa pelapor" in text
    assert "Di luar jam" in text
    assert "Surat bertanggal" in text
    for name in ("Wati", "Dodi"):
        assert name not in text
    opened = text_of(budi.post("report_open_identity", report.pk, reason="perlu"))
    assert "Dodi Contohdodi" in opened
    assert LedgerEntry.objects.filter(kind="report.identity_opened").count() == 1


def test_no_name_is_in_the_receipt(budi, page) -> None:
    record(budi, page)
    text = text_of(budi.client.get(f"{page}selesai/"))
    for name in ("Wati", "Dodi"):
        assert name not in text


def test_a_province_receives_for_places_without_an_office(
    budi, cast, client, db
) -> None:
    from netra.web.desk.reception_forms import places_of

    offered = dict(places_of("33"))
    assert "33.74" not in offered
    assert "33.01" in offered
    assert Office.objects.filter(region="33.01").count() == 0


def test_png_and_letter_may_come_together(budi, page) -> None:
    photo = SimpleUploadedFile("foto.png", PNG, content_type="image/png")
    record(budi, page, **{"bukti-letter": [letter()], "bukti-evidence": [photo]})
    kinds = Report.objects.get().exhibits.values_list("kind", flat=True)
    assert set(kinds) == {"letter", "evidence"}
