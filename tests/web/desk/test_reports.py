"""The inbox and the page of a report, from arrival to registration or refusal."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests import people
from tests.people import as_actor, at

from netra.domain.law import Paper
from netra.records.accounts.queries import PUBLIC
from netra.records.cases.models import Case
from netra.records.documents.actions import issue_paper
from netra.records.documents.store import path_of as paper_path
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.store import path_of
from netra.records.ledger.models import LedgerEntry
from netra.records.reports import actions, road
from netra.records.reports.actions.checking import items_of
from netra.records.reports.content import PersonContent
from netra.records.reports.models import Exhibit, IdentityOpening, Report
from netra.web.desk.report_forms import NotifyForm

NOW = at("2024-11-01 10:00")
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00"
    b"\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00"
    b"\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


class Reader:
    """Somebody who reads and acts in the browser."""

    def __init__(self, client, user) -> None:
        client.force_login(user)
        self.client = client

    def get(self, name, pk=None, **query):
        return self.client.get(reverse(name, args=[pk] if pk else []), query)

    def post(self, name, pk, **data):
        return self.client.post(reverse(name, args=[pk]), data)


@pytest.fixture
def as_reader(client, cast, clock):
    """Sign somebody in at a fixed moment."""
    clock.set(NOW)
    return lambda user: Reader(client, user)


@pytest.fixture
def budi(as_reader, cast):
    return as_reader(cast.budi)


def text_of(answer) -> str:
    return answer.content.decode()


def answers(report, *missing: str, **more: str) -> dict[str, str]:
    """Answer every requirement as the form sends it."""
    items = items_of(road.procedure_of(report))
    given = {f"item-{i.key}": "belum" if i.key in missing else "ada" for i in items}
    return {**given, **more}


def exhibit_of(report, content=PNG, kind=Exhibit.Kind.EVIDENCE, name="foto.png"):
    return actions.add_exhibit(
        report=report,
        blob=receive_blob(chunks=[content], at=NOW),
        kind=kind,
        name=name,
        actor=PUBLIC,
        at=NOW,
    )


# The list --------------------------------------------------------------------------


def test_the_inbox_lists_the_newest_first_25_to_a_page(budi, cast) -> None:
    made = [
        people.submitted(cast, moment=people.SUBMITTED_AT + timedelta(minutes=n))
        for n in range(27)
    ]
    page = budi.get("inbox")
    assert [r.report.pk for r in page.context["rows"]] == [
        r.pk for r in reversed(made)
    ][:25]
    assert len(budi.get("inbox", page=2).context["rows"]) == 2


def test_a_row_shows_step_place_and_what_runs_out(budi, cast) -> None:
    people.submitted(cast)
    (row,) = budi.get("inbox").context["rows"]
    assert row.step == "Selesaikan kajian awal"
    assert "Lapangan Contoh" in row.place
    assert row.deadline.key == "initial_study"


def test_the_inbox_costs_as_many_queries_for_one_row_as_for_many(
    budi, cast, django_assert_max_num_queries
) -> None:
    for _ in range(25):
        people.submitted(cast)
    with django_assert_max_num_queries(15):
        budi.get("inbox")


def test_words_step_and_holder_narrow_the_inbox(budi, cast) -> None:
    first = people.submitted(cast, telling=people.told(event="Spanduk di pagar"))
    second = people.report_on(cast, "notice")
    second.assigned_to = cast.budi
    second.save()

    def found(**query):
        return [row.report for row in budi.get("inbox", **query).context["rows"]]

    assert found(q="spanduk") == [first]
    assert found(q=second.number) == [second]
    assert found(langkah="notice") == [second]
    assert found(pemegang="saya") == [second]
    assert found(pemegang="belum") == [first]
    assert found(pemegang=str(cast.budi.pk)) == [second]
    assert found(pemegang=str(cast.eko.pk)) == []
    assert set(found(langkah="terbuka")) == {first, second}


def test_a_registered_report_is_shown_as_a_case(budi, cast) -> None:
    people.registered(cast)
    (row,) = budi.get("inbox").context["rows"]
    assert (row.step, row.deadline) == ("Menjadi perkara", None)


def test_nothing_found_says_how_to_find_more(budi, cast) -> None:
    assert "Belum ada yang masuk" in text_of(budi.get("inbox"))
    people.submitted(cast)
    assert "Hapus saringan" in text_of(budi.get("inbox", q="tidakada"))


def test_narrowing_by_htmx_answers_with_the_rows_only(budi, cast) -> None:
    report = people.submitted(cast)
    part = budi.client.get(
        reverse("inbox"), {"q": "aparatur"}, headers={"HX-Request": "true"}
    )
    assert report.number.split("/")[0] in text_of(part)
    assert "<html" not in text_of(part)
    assert "<html" in text_of(budi.get("inbox", q="aparatur"))


# The page --------------------------------------------------------------------------


@pytest.mark.parametrize("step", people.REPORT_STEPS)
def test_the_page_names_the_one_next_step_of_the_procedure(step, budi, cast) -> None:
    report = people.report_on(cast, step)
    page = budi.get("report", report.pk)
    label = road.step_of(report).label_now
    assert page.status_code == 200
    assert label in text_of(page)
    assert text_of(page).count("<h1>") == 1
    assert page.context["may_act"]


def test_the_reporter_and_the_witnesses_stay_masked(budi, cast) -> None:
    telling = people.told(witnesses=(PersonContent(name="Saksi Rekaan"),))
    report = people.submitted(cast, telling=telling)
    text = text_of(budi.get("report", report.pk))
    assert people.WATI.name not in text
    assert people.WATI.phone not in text
    assert "Saksi Rekaan" not in text
    assert "Pelapor 1" in text
    assert people.RESPONDENT.name in text


def test_an_auditor_sees_no_names_and_can_do_nothing(as_reader, cast) -> None:
    report = people.submitted(cast)
    exhibit_of(report, name="foto Bambang.png")
    dewi = as_reader(cast.dewi)
    page = dewi.get("report", report.pk)
    assert page.status_code == 200
    assert people.RESPONDENT.name not in text_of(page)
    assert "foto Bambang" not in text_of(page)
    assert not page.context["may_act"]
    assert '<form method="post" action="/meja/laporan' not in text_of(page)


ACTS = (
    "report_notify",
    "report_receive",
    "report_lapse",
    "report_register",
    "report_tell",
    "report_assign",
    "report_study",
    "report_check",
    "report_open_identity",
    "report_issue_paper",
)


@pytest.mark.parametrize("act", ACTS)
def test_an_auditor_may_do_none_of_it(act, as_reader, cast) -> None:
    report = people.submitted(cast)
    entries = LedgerEntry.objects.count()
    assert as_reader(cast.dewi).post(act, report.pk).status_code == 403
    assert LedgerEntry.objects.count() == entries


@pytest.mark.parametrize("act", ["report", *ACTS])
def test_somebody_of_another_region_finds_nothing(act, as_reader, cast) -> None:
    report = people.submitted(cast)
    anton, entries = as_reader(cast.anton), LedgerEntry.objects.count()
    answer = (
        anton.get(act, report.pk) if act == "report" else anton.post(act, report.pk)
    )
    assert answer.status_code == 404
    assert LedgerEntry.objects.count() == entries


def test_the_province_sees_the_report_but_does_not_act_on_it(as_reader, cast) -> None:
    report = people.report_on(cast, "registration")
    gita = as_reader(cast.gita)
    assert gita.get("report", report.pk).status_code == 200
    assert gita.post("report_assign", report.pk, holder=cast.eko.pk).status_code == 403
    report.refresh_from_db()
    assert report.assigned_to is None


def test_links_lead_out_without_telling_where_from(budi, cast) -> None:
    telling = people.told(links="https://contoh.example/a javascript:alert(1)")
    text = text_of(budi.get("report", people.submitted(cast, telling=telling).pk))
    assert 'href="https://contoh.example/a" rel="noopener noreferrer' in text
    assert 'href="javascript:' not in text


def test_the_page_costs_a_bounded_number_of_queries(
    budi, cast, django_assert_max_num_queries
) -> None:
    report = people.report_on(cast, "completion_check")
    with django_assert_max_num_queries(45):
        budi.get("report", report.pk)


# Identity --------------------------------------------------------------------------


def test_identity_opens_once_for_a_recorded_reason(budi, cast) -> None:
    report = people.submitted(cast)
    answer = budi.post("report_open_identity", report.pk, reason="Undangan klarifikasi")
    assert people.WATI.name in text_of(answer)
    assert answer["Cache-Control"] == "no-store"
    opening = IdentityOpening.objects.get()
    assert (opening.account, opening.reason) == (cast.budi, "Undangan klarifikasi")
    assert people.WATI.name not in text_of(budi.get("report", report.pk))


def test_without_a_reason_identity_stays_closed(budi, cast) -> None:
    report = people.submitted(cast)
    answer = budi.post("report_open_identity", report.pk, reason="  ")
    assert answer.status_code == 422
    assert "Tulis alasannya" in text_of(answer)
    assert people.WATI.name not in text_of(answer)
    assert not IdentityOpening.objects.exists()


def test_identity_cannot_be_asked_for_by_address(budi, cast) -> None:
    report = people.submitted(cast)
    assert budi.get("report_open_identity", report.pk).status_code == 405


# Exhibits --------------------------------------------------------------------------


def test_a_picture_is_shown_and_a_document_only_downloaded(budi, cast) -> None:
    report = people.submitted(cast)
    picture, document = exhibit_of(report), exhibit_of(report, PDF, name="surat.pdf")
    shown, loaded = budi.get("exhibit", picture.pk), budi.get("exhibit", document.pk)
    assert b"".join(shown.streaming_content) == PNG
    assert b"".join(loaded.streaming_content) == PDF
    assert shown["Content-Disposition"].startswith("inline")
    assert loaded["Content-Disposition"].startswith("attachment")
    assert "surat" not in loaded["Content-Disposition"]
    assert loaded["Cache-Control"] == "private, no-store"


def test_altered_bytes_are_not_handed_out(budi, cast) -> None:
    report = people.submitted(cast)
    exhibit = exhibit_of(report)
    path = path_of(exhibit.blob_id)
    path.chmod(0o600)
    path.write_bytes(PNG + b"x")
    answer = budi.get("exhibit", exhibit.pk)
    assert answer.status_code == 410
    assert "tidak lagi utuh" in text_of(answer)
    assert "Tidak utuh, tidak ditampilkan" in text_of(budi.get("report", report.pk))


def test_an_identity_card_opens_only_for_a_recorded_reason(budi, cast) -> None:
    report = people.submitted(cast)
    card = exhibit_of(report, kind=Exhibit.Kind.IDENTITY_CARD)
    asked = budi.get("exhibit", card.pk)
    assert "dicatat" in text_of(asked)
    assert budi.post("exhibit", card.pk, reason="").status_code == 422
    assert not IdentityOpening.objects.exists()
    opened = budi.post("exhibit", card.pk, reason="Cocokkan tanda tangan")
    assert b"".join(opened.streaming_content) == PNG
    assert IdentityOpening.objects.get().reason == "Cocokkan tanda tangan"


def test_exhibits_are_closed_to_other_regions_and_auditors(as_reader, cast) -> None:
    exhibit = exhibit_of(people.submitted(cast))
    assert as_reader(cast.anton).get("exhibit", exhibit.pk).status_code == 404
    assert as_reader(cast.dewi).get("exhibit", exhibit.pk).status_code == 403


# The initial study -----------------------------------------------------------------


def test_every_requirement_is_asked_with_what_was_found(budi, cast) -> None:
    report = people.submitted(cast)
    page = budi.get("report_study", report.pk)
    for item in items_of(road.procedure_of(report)):
        assert f'name="item-{item.key}"' in text_of(page)
    assert "dalam tenggat" in text_of(page)
    assert "Berkasnya belum diunggah." in text_of(page)
    assert people.WATI.name not in text_of(page)


def test_a_report_after_its_window_is_found_late(budi, cast) -> None:
    report = people.submitted(cast, moment=at("2024-11-20 09:00"))
    hint = budi.get("report_study", report.pk).context["form"].hints["within_window"]
    assert (hint.speaks_for, hint.deadline.key) == (False, "report_window")


@pytest.mark.parametrize(
    ("missing", "step"),
    [
        ((), "registration"),
        (("evidence",), "notice"),
        (("within_window",), "status_notice"),
    ],
)
def test_the_answers_decide_what_follows(missing, step, budi, cast) -> None:
    report = people.submitted(cast)
    data = answers(report, *missing, refusal_reason="Lewat waktu.", note="Catatan")
    answer = budi.post("report_study", report.pk, **data)
    assert answer.status_code == 302
    report.refresh_from_db()
    assert (report.step, report.study_note) == (step, "Catatan")


def test_what_follows_is_shown_before_anything_is_entered(budi, cast) -> None:
    report = people.submitted(cast)
    data = answers(report, "evidence", note="Masih saya tulis", lihat="1")
    answer = budi.post("report_study", report.pk, **data)
    assert (
        answer.context["preview"].following == "Beritahukan kekurangan kepada pelapor"
    )
    assert "Masih saya tulis" in text_of(answer)
    report.refresh_from_db()
    assert report.step == "initial_study"


def test_an_unanswered_requirement_is_named_and_the_rest_is_kept(budi, cast) -> None:
    report = people.submitted(cast)
    data = answers(report, note="Tetap ada")
    del data["item-evidence"]
    answer = budi.post("report_study", report.pk, **data)
    assert answer.status_code == 422
    assert "Jawab syarat ini" in text_of(answer)
    assert "Tetap ada" in text_of(answer)


def test_a_refusal_needs_a_reason(budi, cast) -> None:
    report = people.submitted(cast)
    answer = budi.post("report_study", report.pk, **answers(report, "within_window"))
    assert answer.status_code == 422
    assert "Tulis alasannya" in text_of(answer)
    report.refresh_from_db()
    assert report.step == "initial_study"


def test_the_second_of_two_tabs_is_told_and_keeps_what_was_typed(budi, cast) -> None:
    report = people.submitted(cast)
    budi.post("report_study", report.pk, **answers(report))
    again = budi.post("report_study", report.pk, **answers(report, note="Tab kedua"))
    assert again.status_code == 409
    assert "diubah orang lain" in text_of(again)
    assert "Tab kedua" in text_of(again)


def test_a_check_that_is_not_due_leads_back_to_the_report(budi, cast) -> None:
    report = people.submitted(cast)
    answer = budi.get("report_check", report.pk)
    assert answer.url == reverse("report", args=[report.pk])


# Completion ------------------------------------------------------------------------


def test_the_notice_is_recorded_with_when_it_arrived(budi, cast) -> None:
    report = people.report_on(cast, "notice")
    budi.post("report_notify", report.pk, received_at="2024-11-01T09:30")
    report.refresh_from_db()
    assert report.step == "completion"
    event = report.events.get(key="incomplete_notice_received")
    assert event.at == at("2024-11-01 09:30")


@pytest.mark.parametrize(
    "when", ["2024-11-01T10:30", "2024-01-01T09:00", "", "kemarin"]
)
def test_a_notice_arrives_neither_tomorrow_nor_before_the_report(
    when, budi, cast
) -> None:
    report = people.report_on(cast, "notice")
    answer = budi.post("report_notify", report.pk, received_at=when)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in text_of(answer)
    report.refresh_from_db()
    assert report.step == "notice"


def test_the_moment_of_a_notice_is_read_on_the_clock_of_the_place() -> None:
    report = Report(place_region="71.71.01", submitted_at=at("2024-10-30 09:40"))
    form = NotifyForm({"received_at": "2024-11-01T10:30"}, report=report, now=NOW)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["received_at"] == at("2024-11-01 09:30")
    assert form.initial["received_at"].hour == 11


def test_a_second_notice_is_a_conflict_and_shows_what_was_typed(budi, cast) -> None:
    report = people.report_on(cast, "completion")
    answer = budi.post("report_notify", report.pk, received_at="2024-11-01T09:30")
    assert answer.status_code == 409
    assert "2024-11-01T09:30" in text_of(answer)


def test_what_is_handed_in_at_the_office_is_recorded_with_its_file(budi, cast) -> None:
    report = people.report_on(cast, "completion")
    answer = budi.post(
        "report_receive",
        report.pk,
        item="identity_card",
        note="Aslinya ditunjukkan",
        file=SimpleUploadedFile("ktp.png", PNG),
        complete="on",
    )
    assert answer.status_code == 302
    report.refresh_from_db()
    row = report.handed_in.get()
    assert (row.item, row.note, row.via) == (
        "identity_card",
        "Aslinya ditunjukkan",
        "office",
    )
    assert report.exhibits.get().kind == Exhibit.Kind.IDENTITY_CARD
    assert report.step == "completion_check"


def test_a_file_that_is_not_taken_is_named_and_nothing_is_recorded(budi, cast) -> None:
    report = people.report_on(cast, "completion")
    answer = budi.post(
        "report_receive",
        report.pk,
        item="identity_card",
        note="Keterangan saya",
        file=SimpleUploadedFile("a.txt", b"hanya teks"),
    )
    assert answer.status_code == 422
    assert "Jenis berkas ini tidak diterima" in text_of(answer)
    assert "Keterangan saya" in text_of(answer)
    assert not report.handed_in.exists()


def test_completion_lapses_only_after_the_reporters_time(budi, cast, clock) -> None:
    report = people.report_on(cast, "completion")
    early = budi.post("report_lapse", report.pk)
    assert early.status_code == 422
    assert "belum habis" in text_of(early)
    clock.set(at("2024-11-20 09:00"))
    assert budi.post("report_lapse", report.pk).status_code == 302
    report.refresh_from_db()
    assert report.step == "completion_check"


def test_the_second_check_begins_with_what_was_there_before(budi, cast) -> None:
    report = people.report_on(cast, "completion_check")
    form = budi.get("report_check", report.pk).context["form"]
    assert form["item-account"].initial == "ada"
    assert form["item-identity_card"].initial is None
    budi.post("report_check", report.pk, **answers(report))
    report.refresh_from_db()
    assert report.step == "registration"


# Registration, refusal, assignment -------------------------------------------------


def test_registration_leads_to_the_case(budi, cast) -> None:
    report = people.report_on(cast, "registration")
    answer = budi.post("report_register", report.pk)
    assert answer.url == reverse("case", args=[Case.objects.get().pk])
    page = budi.get("report", report.pk)
    assert reverse("case", args=[Case.objects.get().pk]) in text_of(page)


def test_registering_twice_is_a_conflict_and_makes_one_case(budi, cast) -> None:
    report = people.report_on(cast, "registration")
    budi.post("report_register", report.pk)
    assert budi.post("report_register", report.pk).status_code == 409
    assert Case.objects.count() == 1


def test_a_refused_report_ends_when_its_reporter_was_told(budi, cast) -> None:
    report = people.submitted(cast)
    data = answers(report, "within_window", refusal_reason="Lewat waktu.")
    budi.post("report_study", report.pk, **data)
    budi.post("report_tell", report.pk)
    report.refresh_from_db()
    assert report.step == road.END
    assert "Lewat waktu." in text_of(budi.get("report", report.pk))


def test_a_report_is_given_to_somebody_of_its_office_only(budi, cast) -> None:
    report = people.submitted(cast)
    assert (
        budi.post("report_assign", report.pk, holder=cast.anton.pk).status_code == 422
    )
    assert budi.post("report_assign", report.pk, holder="").status_code == 422
    assert budi.post("report_assign", report.pk, holder=cast.eko.pk).status_code == 302
    report.refresh_from_db()
    assert report.assigned_to == cast.eko


# Papers ----------------------------------------------------------------------------


def test_a_paper_of_a_step_is_issued_with_one_button_and_opened(budi, cast) -> None:
    report = people.submitted(cast)
    assert ("receipt", "Tanda terima") in budi.get("report", report.pk).context[
        "papers_due"
    ]
    assert (
        budi.post("report_issue_paper", report.pk, jenis="receipt").status_code == 302
    )
    paper = report.papers.get()
    answer = budi.get("paper", paper.pk)
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "private, no-store"
    assert reverse("paper", args=[paper.pk]) in text_of(budi.get("report", report.pk))


def test_an_unknown_paper_is_not_there(budi, cast) -> None:
    report = people.submitted(cast)
    assert budi.post("report_issue_paper", report.pk, jenis="surat").status_code == 404


def test_papers_are_closed_to_other_regions(as_reader, cast) -> None:
    paper = issue_paper(
        Paper.RECEIPT, report=people.submitted(cast), actor=as_actor(cast.budi), at=NOW
    )
    assert as_reader(cast.anton).get("paper", paper.pk).status_code == 404


def test_an_altered_paper_is_not_handed_out(budi, cast) -> None:
    paper = issue_paper(
        Paper.RECEIPT, report=people.submitted(cast), actor=as_actor(cast.budi), at=NOW
    )
    path = paper_path(paper.sha256)
    path.chmod(0o600)
    path.write_bytes(b"%PDF-1.7 lain")
    answer = budi.get("paper", paper.pk)
    assert answer.status_code == 410
    assert "tidak lagi utuh" in text_of(answer)
