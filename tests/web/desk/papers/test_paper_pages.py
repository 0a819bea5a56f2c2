"""What the pages about papers show, refuse and hand out."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from netra.domain.law import Paper
from netra.records.accounts.models import GivenNumber, OfficeSetting, VoidedNumber
from netra.records.documents.actions import issue_paper, issue_whole_report_form
from netra.records.documents.models import (
    IssuedPaper,
    OfficeForm,
    OfficeLetterhead,
    RegisterExport,
)
from netra.records.jobs import moment
from netra.records.reports.models import IdentityOpening
from tests import people
from tests.people import as_actor
from tests.records.documents.test_letterheads import picture

TYPED = {
    "title": "Lembar Kendali",
    "code": "KT-07",
    "source": "Keputusan kantor contoh",
    "body": "Berkas {nomor}.",
}


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moment, "now", lambda: people.TOLD_AT)


def page(client, person, route: str, data=None, **where):
    client.force_login(
        person, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    url = reverse(route, kwargs=where)
    return client.get(url) if data is None else client.post(url, data)


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_letterhead_is_shown_as_pdf_before_it_is_laid_down(client, cast) -> None:
    logo = SimpleUploadedFile("logo.png", picture(), "image/png")
    typed = {"name_line": "Kantor Baru", "logo": logo, "aksi": "pratinjau"}
    answer = page(client, cast.putri, "letterhead", typed, pk=cast.city.pk)
    assert answer.content.startswith(b"%PDF")
    assert not OfficeLetterhead.objects.exists()


def test_a_letterhead_is_laid_down_and_the_next_keeps_its_logo(client, cast) -> None:
    logo = SimpleUploadedFile("logo.png", picture(), "image/png")
    where = {"pk": cast.city.pk}
    typed = {"name_line": "Kantor Baru"}
    assert (
        page(
            client, cast.putri, "letterhead", typed | {"logo": logo}, **where
        ).status_code
        == 302
    )
    page(client, cast.putri, "letterhead", typed | {"city": "Kota"}, **where)
    page(client, cast.putri, "letterhead", typed | {"drop_logo": "on"}, **where)
    first, second, third = OfficeLetterhead.objects.order_by("no")
    assert first.logo == second.logo != ""
    assert third.logo == ""


def test_what_is_no_logo_is_told_beside_the_field_and_nothing_is_lost(
    client, cast
) -> None:
    logo = SimpleUploadedFile("logo.svg", b"<svg/>", "image/svg+xml")
    typed = {"name_line": "Kantor Ketikan", "logo": logo}
    answer = page(client, cast.putri, "letterhead", typed, pk=cast.city.pk)
    assert answer.status_code == 422
    assert "Logo harus berkas PNG atau JPEG." in words(answer)
    assert "Kantor Ketikan" in words(answer)


def test_an_unknown_placeholder_is_named_beside_the_text(client, cast) -> None:
    typed = TYPED | {"body": "Pelapor {pelapor}"}
    answer = page(client, cast.putri, "own_form_new", typed, pk=cast.city.pk)
    assert answer.status_code == 422
    assert "{pelapor}" in str(answer.context["form"].errors["body"])
    assert "Pelapor {pelapor}" in words(answer)
    assert not OfficeForm.objects.exists()


def test_a_form_is_looked_at_written_and_issued_for_a_report(client, cast) -> None:
    where = {"pk": cast.city.pk}
    looked = page(
        client, cast.putri, "own_form_new", TYPED | {"aksi": "pratinjau"}, **where
    )
    assert looked.content.startswith(b"%PDF")
    page(client, cast.putri, "own_form_new", TYPED, **where)
    form = OfficeForm.objects.get()
    report = people.submitted(cast)
    shown = page(client, cast.budi, "report_papers", pk=report.pk)
    assert "Lembar Kendali" in words(shown)
    asked = {"kind": form.ledger_subject}
    page(client, cast.budi, "report_papers", asked, pk=report.pk)
    assert IssuedPaper.objects.get().kind == Paper.OFFICE_FORM


def test_the_whole_form_asks_for_a_reason_beside_its_field(client, cast) -> None:
    report = people.submitted(cast)
    asked = {"kind": Paper.REPORT_FORM_WHOLE.value}
    answer = page(client, cast.budi, "report_papers", asked, pk=report.pk)
    assert answer.status_code == 422
    assert "reason" in answer.context["form"].errors
    assert not IssuedPaper.objects.exists()
    told = asked | {"reason": "Diminta pleno"}
    page(client, cast.budi, "report_papers", told, pk=report.pk)
    assert IssuedPaper.objects.get().is_sealed


def test_a_sealed_paper_is_handed_out_only_for_a_reason(client, cast) -> None:
    paper = issue_whole_report_form(
        report=people.submitted(cast),
        reason="alasan",
        actor=as_actor(cast.budi),
        at=people.TOLD_AT,
    )
    led = page(client, cast.budi, "paper", pk=paper.pk)
    assert led["Location"] == reverse("paper_open", args=[paper.pk])
    assert b"%PDF" not in page(client, cast.budi, "paper_open", pk=paper.pk).content
    empty = page(client, cast.budi, "paper_open", {"reason": " "}, pk=paper.pk)
    assert empty.status_code == 422
    given = page(client, cast.budi, "paper_open", {"reason": "Rapat"}, pk=paper.pk)
    assert given.content.startswith(b"%PDF")
    assert "Wati" not in given["Content-Disposition"]
    assert IdentityOpening.objects.count() == 2


def test_papers_are_found_by_number_and_issued_again(client, cast) -> None:
    report = people.submitted(cast)
    paper = issue_paper(
        Paper.REPORT_FORM, report=report, actor=as_actor(cast.budi), at=people.TOLD_AT
    )
    client.force_login(
        cast.budi, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    found = client.get(reverse("papers"), {"q": report.number[:3]})
    assert paper.check_code in words(found)
    assert "Tidak ada surat yang cocok" in words(
        client.get(reverse("papers"), {"q": "zzz"})
    )
    client.post(reverse("paper_reissue", args=[paper.pk]))
    assert IssuedPaper.objects.count() == 2


def test_a_pattern_shows_its_next_number_before_it_is_settled(client, cast) -> None:
    where = {"pk": cast.city.pk, "key": "notice_number"}
    typed = {"value": "{seq:03}/B/{year}"}
    looked = page(
        client, cast.putri, "number_pattern", typed | {"aksi": "pratinjau"}, **where
    )
    assert "001/<wbr>B/<wbr>2024" in words(looked)
    assert not OfficeSetting.objects.filter(key="notice_number").exists()
    wrong = page(client, cast.putri, "number_pattern", {"value": "{nomor}"}, **where)
    assert wrong.status_code == 422
    page(client, cast.putri, "number_pattern", typed, **where)
    assert OfficeSetting.objects.get(key="notice_number").value == "{seq:03}/B/{year}"


def test_a_missing_number_is_shown_and_made_void_with_a_reason(client, cast) -> None:
    people.submitted(cast)
    people.submitted(cast)
    lost = GivenNumber.objects.filter(series__name="report").first()
    series = lost.series
    lost.delete()
    where = {"pk": cast.city.pk, "year": 2024}
    assert "1 nomor perlu diperiksa" in words(
        page(client, cast.putri, "number_gaps", **where)
    )
    told = {"series": series.pk, "seq": lost.seq, "reason": "Lembar rusak"}
    page(client, cast.putri, "number_void", told, **where)
    assert VoidedNumber.objects.get().reason == "Lembar rusak"
    assert "Tidak ada nomor yang hilang" in words(
        page(client, cast.putri, "number_gaps", **where)
    )
    listed = page(client, cast.putri, "number_file", **where).content.decode()
    assert "Lembar rusak" in listed


def test_a_book_is_shown_and_taken_along_with_a_record(client, cast) -> None:
    report = people.submitted(cast)
    asked = {
        "buku": "laporan",
        "kantor": cast.city.pk,
        "dari": "2024-10-01",
        "sampai": "2024-10-31",
    }
    client.force_login(
        cast.budi, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    shown = words(client.get(reverse("registers"), asked))
    assert report.number.replace("/", "/<wbr>") in shown
    assert "Bambang" not in shown
    given = client.post(reverse("register_export"), asked | {"bentuk": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(given.content)).worksheets[0]
    assert report.number in {c.value for row in sheet.iter_rows() for c in row}
    assert RegisterExport.objects.get().exported_by == cast.budi


def test_a_period_that_runs_backwards_is_told_beside_its_end(client, cast) -> None:
    client.force_login(
        cast.budi, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    asked = {
        "buku": "laporan",
        "kantor": cast.city.pk,
        "dari": "2024-10-31",
        "sampai": "2024-10-01",
    }
    answer = client.get(reverse("registers"), asked)
    assert answer.status_code == 422
    assert "Tukar keduanya" in words(answer)
