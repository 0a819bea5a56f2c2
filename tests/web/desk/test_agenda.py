"""The agenda at the desk: entering, answering, correcting, sealing, searching."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from netra.domain.law import Paper
from netra.records.correspondence.models import AgendaEntry
from netra.records.documents.actions import issue_paper
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import PNG
from tests.records.correspondence.lines import about, dropped, eml, letter_in
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-11-07 10:00")


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


def sent(cast, **changes: object) -> dict[str, object]:
    told = {
        "office": cast.city.pk,
        "kind": "letter",
        "happened_on": "2024-11-01",
        "happened_time": "09:15",
        "counterpart": "Dinas Contoh",
        "subject": "Jawaban permintaan data",
        "letter_number": "12/CONTOH/2024",
        "letter_on": "2024-10-31",
        "once": "satu",
    }
    return told | changes


def enter(cast, client, key: str = "masuk", **changes: object):
    path = reverse("agenda_enter", args=[key])
    return as_(client, cast, "budi").post(path, sent(cast, **changes))


def test_a_letter_is_entered_for_a_case(cast: people.Cast, client) -> None:
    case = people.case_on(cast)
    page = as_(client, cast, "budi").get(
        reverse("agenda_enter", args=["masuk"]), {"tentang": case.number}
    )
    assert f'value="{case.number}"' in text_of(page)
    assert enter(cast, client, about=case.number).status_code == 302
    row = AgendaEntry.objects.get()
    assert (row.case, row.happened_at) == (case, people.at("2024-11-01 09:15"))
    shown = text_of(client.get(reverse("case", args=[case.pk])))
    assert "Jawaban permintaan data" in shown
    assert compare().difference is None


def test_a_button_pressed_twice_enters_once(cast: people.Cast, client) -> None:
    first, second = enter(cast, client), enter(cast, client)
    assert first.headers["Location"] == second.headers["Location"]
    assert AgendaEntry.objects.count() == 1
    enter(cast, client, once="dua")
    assert AgendaEntry.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"happened_on": "2024-11-08"}, "Saat ini ada di masa depan."),
        ({"happened_time": "siang"}, "Jam ini tidak terbaca."),
        ({"about": "999/TIDAK/ADA"}, "Nomor ini tidak ada pada kantor Anda."),
        ({"subject": ""}, "Bagian ini perlu diisi."),
    ],
    ids=["future", "clock", "number", "subject"],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    cast: people.Cast, client, wrong: dict[str, str], said: str
) -> None:
    answer = enter(cast, client, **wrong)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "12/CONTOH/2024" in text_of(answer)
    assert not AgendaEntry.objects.exists()


def test_a_call_is_noted_with_its_direction(cast: people.Cast, client) -> None:
    assert enter(cast, client, "telepon", direction="out").status_code == 302
    row = AgendaEntry.objects.get()
    assert (row.kind, row.direction, row.letter_number) == ("call", "out", "")


def test_an_unknown_way_in_is_not_there(cast: people.Cast, client) -> None:
    page = as_(client, cast, "budi").get(reverse("agenda_enter", args=["lain"]))
    assert page.status_code == 404


def test_an_answer_and_a_correction_name_what_they_follow(
    cast: people.Cast, client
) -> None:
    row = letter_in(cast)
    as_(client, cast, "budi")
    for name in ("agenda_answer", "agenda_correct"):
        page = client.get(reverse(name, args=[row.pk]))
        assert page.status_code == 200
        told = sent(cast, once=name, subject=name)
        assert client.post(reverse(name, args=[row.pk]), told).status_code == 302
    answer = AgendaEntry.objects.get(subject="agenda_answer")
    correction = AgendaEntry.objects.get(subject="agenda_correct")
    assert (answer.answers, answer.direction) == (row, "out")
    assert (correction.corrects, correction.direction) == (row, "in")
    page = text_of(client.get(reverse("agenda_entry", args=[row.pk])))
    assert "Catatan ini sudah dikoreksi" in page
    assert "Rangkaian surat" in page
    again = client.post(
        reverse("agenda_correct", args=[row.pk]), sent(cast, once="lagi")
    )
    assert again.status_code == 409
    assert "baru saja dikoreksi" in text_of(again)


def test_a_voided_entry_says_why(cast: people.Cast, client) -> None:
    row = letter_in(cast)
    path = reverse("agenda_void", args=[row.pk])
    assert as_(client, cast, "budi").post(path, {}).status_code == 422
    assert client.post(path, {"reason": "tercatat dua kali"}).status_code == 302
    page = text_of(client.get(reverse("agenda_entry", args=[row.pk])))
    assert "tercatat dua kali" in page


def test_a_source_is_masked_until_a_reason_is_given(cast: people.Cast, client) -> None:
    row = letter_in(
        cast, counterpart="Wati Contohwati", names_source=True, note="Ia menelepon."
    )
    as_(client, cast, "budi")
    for path in (reverse("agenda_entry", args=[row.pk]), reverse("agenda")):
        page = text_of(client.get(path))
        assert "Wati" not in page
        assert "Ia menelepon" not in page
        assert "tersegel" in page
    path = reverse("agenda_reveal", args=[row.pk])
    assert client.post(path, {"reason": ""}).status_code == 422
    page = client.post(path, {"reason": "menjawab suratnya"})
    assert "Wati Contohwati" in text_of(page)
    assert page.headers["Cache-Control"] == "private, no-store"
    assert row.openings.count() == 1


def test_scans_are_kept_and_sealed_ones_ask_for_a_reason(
    cast: people.Cast, client
) -> None:
    row = letter_in(cast, counterpart="Wati Contohwati", names_source=True)
    path = reverse("agenda_scans", args=[row.pk])
    as_(client, cast, "budi")
    files = [
        SimpleUploadedFile("surat.png", PNG),
        SimpleUploadedFile("jahat.exe", b"MZ" + bytes(600)),
    ]
    answer = client.post(path, {"uploads": files, "akhir": "1"})
    assert answer.status_code == 422
    assert "jahat.exe: Jenis berkas ini tidak diterima" in text_of(answer)
    scan = row.scans.get()
    path = reverse("agenda_scan", args=[scan.pk])
    assert "Tersegel" not in client.get(path).headers["Content-Type"]
    assert client.get(path).headers["Content-Type"].startswith("text/html")
    answer = client.post(path, {"reason": "memeriksa tanda tangan"})
    assert b"".join(answer.streaming_content) == PNG
    assert row.openings.count() == 1


def test_a_message_is_dropped_and_twice_is_said(cast: people.Cast, client) -> None:
    path = reverse("agenda_mail")
    as_(client, cast, "budi")

    def drop(content: bytes, **more: str):
        file = SimpleUploadedFile("pesan.eml", content)
        told = {"message": file, "office": cast.city.pk, "direction": "in", **more}
        return client.post(path, told)

    assert drop(eml()).status_code == 302
    row = AgendaEntry.objects.get()
    page = text_of(client.get(reverse("agenda_entry", args=[row.pk])))
    assert "Terlampir jawaban kami." in page
    assert "(DKIM) tidak diperiksa" in page
    again = drop(eml())
    assert again.status_code == 422
    assert reverse("agenda_entry", args=[row.pk]) in text_of(again)
    wrong = drop(PNG)
    assert wrong.status_code == 422
    assert "bukan surel" in text_of(wrong)
    original = client.get(reverse("agenda_original", args=[row.pk]))
    assert b"".join(original.streaming_content) == eml()
    assert original.headers["Content-Disposition"].startswith("attachment")
    assert original.headers["Content-Type"] == "message/rfc822"


def test_a_hostile_message_is_shown_as_words(cast: people.Cast, client) -> None:
    html = '<p>Halo</p><img src="https://luar.example/x.gif"><script>x()</script>'
    content = eml(html=html, attached=()).replace(
        b"Jawaban atas surat Bapak dan Ibu", b"<script>alert(1)</script>"
    )
    row = dropped(cast, content)
    page = text_of(
        as_(client, cast, "budi").get(reverse("agenda_entry", args=[row.pk]))
    )
    assert "luar.example" not in page
    assert "<script>alert" not in page
    assert "Halo" in page


def test_what_a_message_answers_is_confirmed_by_a_person(
    cast: people.Cast, client
) -> None:
    asked = dropped(cast, eml(key="<nol@contoh.example>"))
    row = dropped(cast, eml(answers="<nol@contoh.example>"))
    page = as_(client, cast, "budi").get(reverse("agenda_entry", args=[row.pk]))
    assert "Sepertinya menjawab" in text_of(page)
    path = reverse("agenda_link", args=[row.pk])
    assert client.post(path, {"menjawab": str(row.pk)}).status_code == 404
    assert client.post(path, {"menjawab": str(asked.pk)}).status_code == 302
    row.refresh_from_db()
    assert row.answers == asked


def test_an_entry_is_linked_by_the_number_of_its_matter(
    cast: people.Cast, client
) -> None:
    case = people.case_on(cast)
    row = letter_in(cast)
    path = reverse("agenda_link", args=[row.pk])
    wrong = as_(client, cast, "budi").post(path, {"about": "tidak ada"})
    assert wrong.status_code == 422
    assert "Nomor ini tidak ada" in text_of(wrong)
    assert client.post(path, {"about": case.number.lower()}).status_code == 302
    row.refresh_from_db()
    assert row.case == case


def test_the_list_is_searched_without_names_in_its_address(
    cast: people.Cast, client
) -> None:
    letter_in(cast, counterpart="Dinas Pertama")
    letter_in(cast, counterpart="Dinas Kedua", subject="Undangan")
    as_(client, cast, "budi")
    found = text_of(client.post(reverse("agenda"), {"q": "kedua"}))
    assert "Dinas Kedua" in found
    assert "Dinas Pertama" not in found
    assert "Tidak ada yang cocok" in text_of(
        client.post(reverse("agenda"), {"arah": "out"})
    )
    assert "Dinas Pertama" in text_of(client.get(reverse("agenda"), {"q": "kedua"}))


def test_the_book_is_handed_out_without_sealed_names(cast: people.Cast, client) -> None:
    letter_in(cast, counterpart="Wati Contohwati", names_source=True)
    letter_in(cast, counterpart="=1+1")
    asked = {"kantor": cast.city.pk, "dari": "2024-01-01", "sampai": "2024-12-31"}
    path = reverse("agenda_file")
    as_(client, cast, "gita")
    listed = text_of(client.post(path, asked | {"bentuk": "csv"}))
    assert "M-001/2024" in listed
    assert "Wati" not in listed
    assert "'=1+1" in listed
    book = client.post(path, asked | {"bentuk": "xlsx"})
    sheet = load_workbook(BytesIO(book.content)).worksheets[0]
    cells = [str(cell.value) for row in sheet for cell in row]
    assert "pelapor atau saksi (tersegel)" in cells
    assert LedgerEntry.objects.filter(kind="register.exported").count() == 1
    assert client.post(path, asked).status_code == 400
    for name in ("dewi", "anton"):
        elsewhere = as_(client, cast, name).post(path, asked | {"bentuk": "csv"})
        assert elsewhere.status_code == 404, name


def test_a_case_gives_its_papers_and_letters_a_number(
    cast: people.Cast, client
) -> None:
    case = people.case_on(cast, "status_notice")
    paper = issue_paper(
        Paper.STATUS_NOTICE, case=case, actor=people.as_actor(cast.budi), at=NOW
    )
    as_(client, cast, "budi")
    page = text_of(client.get(reverse("case", args=[case.pk])))
    assert "Terbit, belum bernomor agenda" in page
    path = reverse("case_agenda_paper", args=[case.pk])
    told = {"paper": str(paper.pk), "counterpart": ""}
    assert client.post(path, told).status_code == 422
    told["counterpart"] = "Pelapor"
    assert client.post(path, told).status_code == 302
    assert client.post(path, told).status_code == 409
    path = reverse("case_agenda_referral", args=[case.pk])
    sent_on = {"referral": str(case.referrals.get().pk)}
    assert client.post(path, sent_on).status_code == 302
    assert client.post(path, sent_on).status_code == 409
    assert AgendaEntry.objects.count() == 2
    page = text_of(client.get(reverse("case", args=[case.pk])))
    assert "Terbit, belum bernomor agenda" not in page


def test_a_quick_note_happened_just_now(cast: people.Cast, client) -> None:
    case = people.case_on(cast)
    path = reverse("case_agenda_note", args=[case.pk])
    told = {"what": "call-in", "counterpart": "", "subject": "Menanyakan jadwal"}
    answer = as_(client, cast, "budi").post(path, told)
    assert answer.status_code == 422
    assert "Menanyakan jadwal" in text_of(answer)
    told["counterpart"] = "Dinas Contoh"
    assert client.post(path, told).status_code == 302
    row = AgendaEntry.objects.get()
    assert (row.kind, row.case, row.happened_at) == ("call", case, NOW)


def timeline(client, case, **asked: str) -> str:
    return text_of(client.get(reverse("case_timeline", args=[case.pk]), asked))


def test_the_timeline_merges_letters_papers_and_steps(
    cast: people.Cast, client
) -> None:
    case = people.case_on(cast, "status_notice")
    asked = letter_in(cast, links=about(case=case), subject="Surat pertama")
    letter_in(cast, links=about(case=case, answers=asked), subject="Surat kedua")
    paper = issue_paper(
        Paper.STATUS_NOTICE, case=case, actor=people.as_actor(cast.budi), at=NOW
    )
    as_(client, cast, "budi")
    shown = timeline(client, case)
    for words in ("Surat pertama", "Pleno ditutup", "Laporan diterima", "menjawab"):
        assert words in shown
    assert reverse("paper", args=[paper.pk]) in shown
    letters = timeline(client, case, jenis="agenda-letter")
    assert "Surat kedua" in letters
    assert "Pleno ditutup" not in letters
    assert "Tidak ada yang cocok" in timeline(client, case, dari="2025-01-01")
    assert "Surat pertama" not in timeline(client, case, q="kedua")
    assert "Surat pertama" in timeline(client, case, semua="1")


def test_the_auditor_sees_the_timeline_without_what_letters_were_about(
    cast: people.Cast, client
) -> None:
    case = people.case_on(cast)
    letter_in(cast, links=about(case=case), subject="Surat pertama")
    as_(client, cast, "dewi")
    shown = timeline(client, case)
    assert "Yang masuk dicatat di agenda" in shown
    assert "Surat pertama" not in shown
