"""Form A at the desk: writing, correcting, finding again, gathering, proposing."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from netra.records.observations.models import Finding, GatheredExhibit, Observation
from tests import people, supervision
from tests.records.refusals import PNG
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-10-30 10:00")
NEW = "observation_new"


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


def form_a(cast, **changes: object) -> dict[str, object]:
    """Return what an officer sends; nothing was found unless changed."""
    sent = {
        "office": cast.city.pk,
        "contest": cast.contest.pk,
        "stage": "Kampanye",
        "supervisor": "Pengawas Contoh",
        "post": "anggota panwas contoh",
        "assignment_letter": "001/ST/CONTOH/2024",
        "activity": "direct",
        "aim": "Mengawasi kampanye tatap muka",
        "target": "Peserta kampanye",
        "observed_on": "2024-10-28",
        "place_region": people.SUBDISTRICT,
        "place": "Lapangan Contoh",
        "result": "DATA CONTOH. Kampanye berjalan sesuai jadwal.",
        "jumlah": "1",
    }
    return sent | changes


SUSPICION = {
    "has_suspicion": "on",
    "event": "Aparatur mengajak memilih di panggung",
    "account": "DATA CONTOH. Ia naik panggung dan mengajak memilih.",
    "happened_on": "2024-10-28",
    "p0-name": "Bambang Contohadi",
    "p0-workplace": "Dinas Contoh",
    "p0-employment_class": "pns",
}


def written(cast, client, name: str = "budi", **changes: object) -> Observation:
    """Return what somebody wrote through the page."""
    sent = form_a(cast, **changes)
    answer = as_(client, cast, name).post(reverse(NEW), sent)
    assert answer.status_code == 302, text_of(answer)
    return Observation.objects.latest("pk")


def page_of(client, row: Observation, name: str = "observation") -> str:
    return plain(client.get(reverse(name, args=[row.pk])))


def plain(response) -> str:
    """Return the page without the places at which a number may break."""
    return text_of(response).replace("<wbr>", "")


# Writing ---------------------------------------------------------------------------


def test_what_found_nothing_is_kept_too(cast, client) -> None:
    row = written(cast, client)
    assert (row.has_suspicion, row.observed_on) == (False, date(2024, 10, 28))
    assert "Tidak ada temuan" in page_of(client, row)


def test_the_five_parts_stand_on_one_page(cast, client) -> None:
    page = text_of(as_(client, cast, "budi").get(reverse(NEW)))
    for part in ("I. Data pengawas", "II. Kegiatan", "III. Uraian", "IV. Info", "V. "):
        assert part in page
    assert f'value="{people.REGION}" selected' in page


def test_a_suspicion_keeps_event_and_offenders(cast, client) -> None:
    row = written(cast, client, **SUSPICION)
    assert row.has_suspicion
    assert row.respondents.get().name == "Bambang Contohadi"
    page = page_of(client, row)
    assert "Bambang Contohadi" in page
    assert "Ajukan sebagai dugaan temuan" in page


def test_a_further_offender_is_added_without_a_script_and_nothing_is_lost(
    cast, client
) -> None:
    as_(client, cast, "budi")
    sent = form_a(cast, **SUSPICION, tambah="1", stage="Tahap yang diketik")
    answer = client.post(reverse(NEW), sent)
    page = text_of(answer)
    assert answer.status_code == 200
    assert 'name="p1-name"' in page
    assert "Tahap yang diketik" in page
    assert "Bambang Contohadi" in page
    assert 'class="errors"' not in page
    assert not Observation.objects.exists()
    both = form_a(cast, **SUSPICION, jumlah="2") | {"p1-name": "Endang Contohwan"}
    client.post(reverse(NEW), both)
    assert Observation.objects.get().respondents.count() == 2


def test_an_offender_is_taken_off_again(cast, client) -> None:
    as_(client, cast, "budi")
    sent = form_a(cast, **SUSPICION, jumlah="2", hapus="0")
    page = text_of(client.post(reverse(NEW), sent | {"p1-name": "Endang Contohwan"}))
    assert "Endang Contohwan" in page
    assert "Bambang Contohadi" not in page


@pytest.mark.parametrize("missing", ["stage", "result", "place", "assignment_letter"])
def test_what_is_missing_is_said_beside_it_and_the_rest_stays(
    cast, client, missing
) -> None:
    as_(client, cast, "budi")
    sent = form_a(cast, **{missing: ""}) | {"aim": "Tujuan yang diketik"}
    answer = client.post(reverse(NEW), sent)
    assert answer.status_code == 422
    assert "Bagian ini perlu diisi." in text_of(answer)
    assert "Tujuan yang diketik" in text_of(answer)
    assert not Observation.objects.exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"event": "Ada peristiwa"}, "Bagian IV terisi."),
        ({"p0-name": "Bambang Contohadi"}, "Bagian IV terisi."),
        ({"dispute": "Ada sengketa"}, "Bagian V terisi."),
        ({"has_dispute": "on"}, "Tulis potensi sengketanya."),
        ({"has_suspicion": "on"}, "Tulis peristiwa yang diduga pelanggaran."),
        ({"observed_on": "2024-11-30"}, "Tanggal ini ada di masa depan."),
    ],
)
def test_parts_that_contradict_each_other_are_refused(
    cast, client, changes, said
) -> None:
    as_(client, cast, "budi")
    answer = client.post(reverse(NEW), form_a(cast, **changes))
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert not Observation.objects.exists()


def test_a_field_supervisor_writes_for_the_own_office_only(cast, client) -> None:
    own = {"office": cast.subdistrict.pk}
    row = written(cast, client, "lia", **own, **SUSPICION)
    assert row.office == cast.subdistrict
    assert "Dugaan temuan diajukan petugas" in page_of(client, row)
    refused = client.post(reverse(NEW), form_a(cast))
    assert refused.status_code == 422
    assert Observation.objects.count() == 1


def test_officers_see_the_reports_below_and_the_field_only_its_own(
    cast, client
) -> None:
    own = {"office": cast.subdistrict.pk}
    below = written(cast, client, "lia", **own)
    above = written(cast, client, "budi")
    assert {below.number, above.number} == listed(cast, client, "budi")
    assert {below.number} == listed(cast, client, "lia")
    assert listed(cast, client, "anton") == set()
    assert client.get(reverse("observation", args=[below.pk])).status_code == 404


def listed(cast, client, name: str, **asked: str) -> set[str]:
    rows = as_(client, cast, name).get(reverse("observations"), asked).context["rows"]
    return {row.number for row in rows}


def test_the_list_is_narrowed_by_words_suspicion_and_period(cast, client) -> None:
    calm = written(cast, client, observed_on="2024-10-20", place="Aula Contoh")
    loud = written(cast, client, **SUSPICION)
    assert listed(cast, client, "budi", q="aula") == {calm.number}
    assert listed(cast, client, "budi", dugaan="tindak") == {loud.number}
    assert listed(cast, client, "budi", dugaan="tidak") == {calm.number}
    assert listed(cast, client, "budi", sampai="2024-10-21") == {calm.number}
    assert listed(cast, client, "budi", dari="bukan tanggal") == {
        calm.number,
        loud.number,
    }


# Correcting ------------------------------------------------------------------------


def test_a_correction_is_a_new_row_that_names_the_old_one(cast, client) -> None:
    row = written(cast, client, **SUSPICION)
    send_files(client, "observation_files", row, PNG)
    page = page_of(client, row, "observation_correct")
    assert "Bambang Contohadi" in page
    sent = form_a(cast, **SUSPICION) | {"p0-name": "Bambang Contohbenar"}
    client.post(reverse("observation_correct", args=[row.pk]), sent)
    newer = Observation.objects.latest("pk")
    assert newer.corrects == row
    assert newer.exhibits.get().blob_id == row.exhibits.get().blob_id
    assert newer.number in page_of(client, row)
    assert "Koreksi laporan ini" not in page_of(client, row)
    assert row.number in page_of(client, newer)


def test_a_report_is_corrected_only_once(cast, client) -> None:
    row = written(cast, client)
    url = reverse("observation_correct", args=[row.pk])
    assert client.post(url, form_a(cast)).status_code == 302
    again = client.post(url, form_a(cast, stage="Yang diketik lagi"))
    assert again.status_code == 422
    assert "Laporan ini sudah dikoreksi." in text_of(again)
    assert "Yang diketik lagi" in text_of(again)
    assert Observation.objects.count() == 2


# Files -----------------------------------------------------------------------------


def send_files(client, route: str, row, *files: bytes):
    sent = [SimpleUploadedFile(f"foto{n}.png", f) for n, f in enumerate(files)]
    url = reverse(route, args=[row.pk])
    return client.post(url, {"uploads": sent, "akhir": "1"})


def test_a_file_is_kept_and_handed_out_under_a_name_that_says_nothing(
    cast, client
) -> None:
    row = written(cast, client)
    assert send_files(client, "observation_files", row, PNG).status_code == 302
    exhibit = GatheredExhibit.objects.get()
    handed = client.get(reverse("gathered_exhibit", args=[exhibit.pk]))
    assert b"".join(handed.streaming_content) == PNG
    assert "foto0" not in handed["Content-Disposition"]
    assert handed["Cache-Control"] == "private, no-store"


def test_the_same_file_twice_is_refused_by_name(cast, client) -> None:
    row = written(cast, client)
    answer = send_files(client, "observation_files", row, PNG, PNG)
    assert answer.status_code == 422
    assert "foto1.png: Berkas yang sama sudah ada" in text_of(answer)
    assert GatheredExhibit.objects.count() == 1


def test_what_is_no_evidence_and_what_was_cut_off_is_refused(cast, client) -> None:
    row = written(cast, client)
    page = send_files(client, "observation_files", row, b"<html>bukan bukti</html>")
    assert page.status_code == 422
    cut = client.post(
        reverse("observation_files", args=[row.pk]),
        {"uploads": SimpleUploadedFile("foto.png", PNG)},
    )
    assert "Kiriman terputus" in text_of(cut)
    assert not GatheredExhibit.objects.exists()


def test_a_file_of_another_place_does_not_open(cast, client) -> None:
    row = written(cast, client)
    send_files(client, "observation_files", row, PNG)
    url = reverse("gathered_exhibit", args=[GatheredExhibit.objects.get().pk])
    assert as_(client, cast, "anton").get(url).status_code == 404
    seen = as_(client, cast, "gita").get(url)
    assert b"".join(seen.streaming_content) == PNG


# Papers ----------------------------------------------------------------------------


def test_a_field_supervisor_prints_the_own_form(cast, client) -> None:
    row = written(cast, client, "lia", office=cast.subdistrict.pk)
    issue = reverse("observation_issue_paper", args=[row.pk])
    client.post(issue, {"kind": "observation_report"})
    paper = row.papers.get()
    handed = client.get(reverse("observation_paper", args=[paper.pk]))
    assert handed["Content-Type"] == "application/pdf"
    assert handed.content.startswith(b"%PDF")


def test_a_form_of_another_office_is_not_handed_out_to_the_field(cast, client) -> None:
    row = written(cast, client)
    issue = reverse("observation_issue_paper", args=[row.pk])
    client.post(issue, {"kind": "observation_report"})
    url = reverse("observation_paper", args=[row.papers.get().pk])
    assert client.get(url).status_code == 200
    assert as_(client, cast, "lia").get(url).status_code == 404
    assert as_(client, cast, "anton").get(url).status_code == 404


# Describing and proposing ----------------------------------------------------------


def test_class_and_office_of_the_day_are_entered(cast, client) -> None:
    row = written(cast, client, "lia", office=cast.subdistrict.pk, **SUSPICION)
    person = row.respondents.get()
    as_(client, cast, "eko")
    sent = {"employment_class": "pppk", "holds_office": "yes", "post": "guru"}
    url = reverse(
        "finding_respondent", args=[proposed(cast, client, row).pk, person.pk]
    )
    assert client.post(url, sent | {"workplace": "SD Contoh"}).status_code == 302
    person.refresh_from_db()
    assert (person.employment_class, person.holds_office) == ("pppk", True)


def proposed(cast, client, row: Observation, **changes: object) -> Finding:
    sent = {
        "found_on": "2024-10-28",
        "event": "Aparatur mengajak memilih",
        "account": "DATA CONTOH. Uraian.",
        "happened_on": "2024-10-28",
    }
    as_(client, cast, "budi")
    url = reverse("observation_propose", args=[row.pk])
    answer = client.post(url, sent | changes)
    assert answer.status_code == 302, text_of(answer)
    return Finding.objects.latest("pk")


def test_the_window_is_argued_day_by_day_before_proposing(cast, client) -> None:
    row = supervision.observation_on(cast)
    as_(client, cast, "budi")
    url = reverse("observation_propose", args=[row.pk])
    page = text_of(client.get(url))
    assert "Tenggat:" in page
    assert "Hitungan hari demi hari" in page
    later = {"found_on": "2024-10-30", "lihat": "1", "event": "E", "account": "A"}
    shown = client.post(url, later)
    assert shown.status_code == 200
    assert "Rabu, 30 Oktober 2024" in text_of(shown)
    assert not Finding.objects.exists()


def test_a_suspicion_becomes_a_potential_finding_once(cast, client) -> None:
    row = supervision.observation_on(cast)
    finding = proposed(cast, client, row)
    assert finding.office == cast.city
    assert list(finding.respondents.all()) == list(row.respondents.all())
    url = reverse("observation_propose", args=[row.pk])
    sent = {"found_on": "2024-10-28", "event": "E", "account": "Yang diketik"}
    again = client.post(url, sent)
    assert again.status_code == 409
    assert "Yang diketik" in text_of(again)
    assert Finding.objects.count() == 1


def test_days_that_contradict_each_other_are_said_beside_the_field(
    cast, client
) -> None:
    row = supervision.observation_on(cast)
    as_(client, cast, "budi")
    sent = {"found_on": "2024-11-20", "event": "E", "account": "A"}
    answer = client.post(reverse("observation_propose", args=[row.pk]), sent)
    assert answer.status_code == 422
    assert 'href="#id_found_on"' in text_of(answer)


def test_without_anybody_found_there_is_no_finding(cast, client) -> None:
    nobody = {k: v for k, v in SUSPICION.items() if not k.startswith("p0")}
    row = written(cast, client, **nobody)
    sent = {"found_on": "2024-10-28", "event": "E", "account": "A"}
    answer = client.post(reverse("observation_propose", args=[row.pk]), sent)
    assert answer.status_code == 422
    assert "Pelaku belum dicatat." in text_of(answer)


def test_the_list_costs_the_same_for_one_and_for_many(
    cast, client, django_assert_max_num_queries
) -> None:
    for _ in range(6):
        supervision.observation_on(cast)
    as_(client, cast, "budi")
    with django_assert_max_num_queries(12):
        assert len(client.get(reverse("observations")).context["rows"]) == 6
