"""What is done with a report, from the initial study to registration or refusal."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from netra.records.cases.models import Case
from netra.records.reports import road
from netra.records.reports.actions.checking import items_of
from netra.records.reports.models import Exhibit, Report
from netra.web.desk.report_forms import NotifyForm
from tests import people
from tests.people import at
from tests.records.test_fifth_procedure import FIFTH
from tests.web.desk.reading import NOW, PNG, Reader, answers, text_of


@pytest.fixture
def budi(client, cast, clock):
    """Budi at a fixed moment."""
    clock.set(NOW)
    return Reader(client, cast.budi)


# The initial study -----------------------------------------------------------------


def test_every_requirement_is_asked_with_what_was_found(budi, cast) -> None:
    report = people.submitted(cast)
    page = budi.get("report_study", report.pk)
    for item in items_of(road.procedure_of(report)):
        assert f'name="item-{item.key}"' in text_of(page)
    assert "dalam tenggat" in text_of(page)
    assert "Berkasnya belum diunggah." in text_of(page)
    assert people.WATI.name not in text_of(page)


def test_a_first_guess_is_a_kind_of_violation_and_no_refusal(budi, cast) -> None:
    report = people.submitted(cast)
    form = budi.get("report_study", report.pk).context["form"]
    offered = [key for key, _title in form.fields["alleged_kind"].choices]
    known = road.procedure_of(report).outcomes
    assert "not_registered" in known
    assert offered == ["", *(key for key in known if key != "not_registered")]


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
    report = Report(place_region="71.71.01", step_since=at("2024-10-30 09:40"))
    form = NotifyForm({"received_at": "2024-11-01T10:30"}, report=report, now=NOW)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["received_at"] == at("2024-11-01 09:30")
    assert form.initial["received_at"].hour == 11


def test_a_notice_in_the_minute_of_the_study_counts_and_one_before_it_does_not() -> (
    None
):
    studied_at = at("2024-11-01 08:30").replace(second=40)
    report = Report(place_region="19.06.01", step_since=studied_at)
    same = NotifyForm({"received_at": "2024-11-01T08:30"}, report=report, now=NOW)
    assert same.is_valid()
    assert same.cleaned_data["received_at"] == studied_at
    before = NotifyForm({"received_at": "2024-11-01T08:29"}, report=report, now=NOW)
    assert before.errors["received_at"] == ["Waktu ini mendahului kajian awalnya."]


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


# Another procedure -----------------------------------------------------------------


def test_a_procedure_added_by_data_alone_is_worked_on_these_pages(
    client, cast, clock, law_dir
) -> None:
    (law_dir / "fifth.toml").write_text(FIFTH.read_text(encoding="utf-8"))
    clock.set(at("2026-03-03 10:00"))
    budi = Reader(client, cast.budi)
    told = people.told(known_on=date(2026, 3, 2), happened_on=date(2026, 3, 1))
    report = people.submitted(cast, telling=told, moment=at("2026-03-03 09:00"))
    assert "Saring berkas" in text_of(budi.get("inbox"))
    assert "Saringan" in text_of(budi.get("desk"))
    assert "Saring berkas" in text_of(budi.get("report", report.pk))
    study = budi.get("report_study", report.pk)
    assert "Siapa yang diberkas" in text_of(study)
    assert "Syarat materiel" not in text_of(study)
    shown = budi.post("report_study", report.pk, **answers(report, "told_who"), lihat=1)
    assert shown.context["preview"].following == "Beri jawaban"
    budi.post("report_study", report.pk, **answers(report))
    assert "Bukukan berkas" in text_of(budi.get("report", report.pk))
    budi.post("report_register", report.pk)
    assert Case.objects.get().step == "panel"
