"""The inbox and the page of a report: who sees what, and what stays closed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from netra.domain.law import Paper
from netra.records.documents.actions import issue_paper
from netra.records.documents.store import path_of as paper_path
from netra.records.evidence.store import path_of
from netra.records.ledger.models import LedgerEntry
from netra.records.reports import road
from netra.records.reports.content import PersonContent
from netra.records.reports.models import Exhibit, IdentityOpening
from tests import people
from tests.people import as_actor
from tests.web.desk.reading import (
    NOW,
    PDF,
    PNG,
    Reader,
    exhibit_of,
    queries_of,
    text_of,
)


@pytest.fixture
def as_reader(client, cast, clock):
    """Sign somebody in at a fixed moment."""
    clock.set(NOW)
    return lambda user: Reader(client, user)


@pytest.fixture
def budi(as_reader, cast):
    return as_reader(cast.budi)


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


def test_the_inbox_costs_as_many_queries_for_one_row_as_for_many(budi, cast) -> None:
    people.submitted(cast)
    one = queries_of(lambda: budi.get("inbox"))
    for _ in range(24):
        people.submitted(cast)
    assert queries_of(lambda: budi.get("inbox")) == one <= 20


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
    with django_assert_max_num_queries(48):
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
