"""Which day counts for a report handed in outside the hours, on the pages."""

import json
from datetime import date

import pytest
from django.urls import reverse

from netra.records.cases import actions as cases
from netra.records.ledger.replaying import compare
from netra.records.reports.models import Report, ReportDraft
from tests import people
from tests.people import at
from tests.web.desk.counter import NOW, letter, record
from tests.web.desk.reading import Reader, queries_of, text_of

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


@pytest.fixture
def late(budi, page) -> Report:
    record(budi, page)
    return Report.objects.get()


def test_the_page_offers_both_days_and_what_follows(budi, late) -> None:
    text = text_of(budi.get("report_reception_day", late.pk))
    assert 'value="2024-11-01"' in text
    assert 'value="2024-11-04"' in text
    assert "belum dikonfirmasi" in text
    assert "Kajian awal paling lambat" in text


def test_the_chosen_day_stands_in_the_argument_of_the_report(budi, late) -> None:
    answer = budi.post(
        "report_reception_day", late.pk, day="2024-11-04", reason="Kantor sudah tutup."
    )
    assert answer["Location"] == reverse("report", args=[late.pk])
    text = text_of(budi.get("report", late.pk))
    assert "Dianggap diterima 4 November 2024, pilihan petugas" in text
    assert "Kantor sudah tutup" in text
    assert "Disampaikan pukul 17.05 di luar jam" in text
    assert compare().difference is None


def test_a_choice_without_reason_or_day_is_asked_for(budi, late) -> None:
    assert budi.post("report_reception_day", late.pk).status_code == 422
    other = budi.post("report_reception_day", late.pk, day="2024-11-05", reason="x")
    assert other.status_code == 422
    late.refresh_from_db()
    assert late.counted_at is None


def test_the_choice_tells_when_it_makes_the_report_late(budi, late) -> None:
    early = date(2024, 10, 26)
    Report.objects.filter(pk=late.pk).update(known_on=early, happened_on=early)
    text = text_of(budi.get("report_reception_day", late.pk))
    assert "Dengan hari ini laporan melewati tenggat melapor" in text


def test_within_the_hours_there_is_no_page_to_choose(budi, cast) -> None:
    report = people.submitted(cast)
    assert budi.get("report_reception_day", report.pk).status_code == 302
    assert "Di luar jam" not in text_of(budi.get("report", report.pk))


def test_an_electronic_report_at_night_is_marked_too(budi, cast) -> None:
    report = people.submitted(cast, moment=at("2024-10-30 22:10"))
    text = text_of(budi.get("report", report.pk))
    assert "Di luar jam" in text
    assert "hari sebenarnya yang dihitung" in text


def test_the_list_marks_what_came_outside_the_hours(budi, cast) -> None:
    people.submitted(cast)
    assert "Di luar jam" not in text_of(budi.get("inbox"))
    people.submitted(cast, moment=at("2024-10-30 22:10"))
    assert text_of(budi.get("inbox")).count("Di luar jam") == 1


def test_the_mark_costs_the_list_no_query_for_each_report(budi, cast) -> None:
    people.submitted(cast, moment=at("2024-10-30 22:10"))
    one = queries_of(lambda: budi.get("inbox"))
    for minute in (11, 12, 13):
        people.submitted(cast, moment=at(f"2024-10-30 22:{minute}"))
    assert queries_of(lambda: budi.get("inbox")) == one


def test_the_reporter_still_reads_the_true_moment(budi, late, client) -> None:
    code = json.loads(ReportDraft.objects.get().content)["code"]
    budi.post("report_reception_day", late.pk, day="2024-11-04", reason="Tutup.")
    client.logout()
    client.post(reverse("status"), {"number": late.number, "code": code})
    text = text_of(client.get(reverse("status_view")))
    assert "1 November 2024" in text
    assert "Dianggap diterima 4 November 2024, pilihan petugas" in text
    assert "Siapa yang dapat mengetahuinya" in text


def test_the_reporter_reads_that_nobody_has_chosen_yet(budi, late, client) -> None:
    code = json.loads(ReportDraft.objects.get().content)["code"]
    client.logout()
    client.post(reverse("status"), {"number": late.number, "code": code})
    text = text_of(client.get(reverse("status_view")))
    assert "hari sebenarnya yang dihitung" in text


def test_the_power_of_attorney_may_be_brought_later(budi, late) -> None:
    text = text_of(budi.get("report", late.pk))
    assert "Surat kuasa belum diserahkan." in text
    answer = budi.post(
        "report_receive", late.pk, item="power_of_attorney", file=letter("kuasa.pdf")
    )
    assert answer.status_code == 302
    assert late.exhibits.get().kind == "power_of_attorney"
    assert late.handed_in.get().item == "power_of_attorney"
    assert "Surat kuasa ada di lampiran." in text_of(budi.get("report", late.pk))
    assert compare().difference is None


def test_without_an_attorney_no_power_is_taken(budi, cast) -> None:
    report = people.submitted(cast)
    answer = budi.post("report_receive", report.pk, item="power_of_attorney")
    assert answer.status_code == 422


def test_the_case_keeps_the_attorney_closed(budi, late, cast) -> None:
    Report.objects.filter(pk=late.pk).update(step="registration")
    late.refresh_from_db()
    case = cases.register_report(
        report=late, actor=people.as_actor(cast.budi), at=at("2024-11-03 10:00")
    )
    text = text_of(budi.get("case", case.pk))
    assert "Kuasa pelapor" in text
    assert "Dodi" not in text
