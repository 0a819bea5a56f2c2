"""The officer prepares, sends and records notices, and hears the respondent."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from netra.records.cases.models import Case
from netra.records.notices.models import Notice, Reply
from tests import people
from tests.people import PNG, TOLD_AT, case_on
from tests.web.desk.case_walk import as_, get, post, text_of

pytestmark = pytest.mark.django_db
HEARD = {"addressee": "reporter", "event": "registered", "channel": "by_hand"}


@pytest.fixture(autouse=True)
def _now(clock) -> None:
    clock.set(TOLD_AT)


@pytest.fixture
def case(cast: people.Cast) -> Case:
    return case_on(cast)


@pytest.fixture
def budi(client: Client, cast: people.Cast) -> Client:
    return as_(client, cast, "budi")


def test_a_notice_goes_from_the_form_to_its_proof(budi: Client, case: Case) -> None:
    assert post(budi, case, "case_notice", **HEARD).status_code == 302
    notice = case.notices.get()
    assert notice.text in text_of(get(budi, case, "case"))
    post(budi, case, "case_notice_send", notice.pk)
    proof = SimpleUploadedFile("resi.png", PNG)
    sent = {"moment": "2024-11-06T10:00", "note": "", "uploads": proof, "akhir": "1"}
    assert post(budi, case, "case_notice_deliver", notice.pk, **sent).status_code == 302
    notice.refresh_from_db()
    assert (notice.sent_at, notice.delivery_proof is not None) == (TOLD_AT, True)


def test_pressing_twice_tells_once(budi: Client, case: Case) -> None:
    post(budi, case, "case_notice", **HEARD)
    again = post(budi, case, "case_notice", **HEARD)
    assert again.status_code == 409
    notice = case.notices.get()
    post(budi, case, "case_notice_send", notice.pk)
    assert post(budi, case, "case_notice_send", notice.pk).status_code == 409


def test_what_was_chosen_wrongly_stays_and_is_explained(
    budi: Client, case: Case
) -> None:
    page = post(budi, case, "case_notice", **{**HEARD, "channel": "email"})
    assert page.status_code == 422
    assert "Pelapor tidak meminta surel" in text_of(page)
    assert 'value="email"' in text_of(page)
    assert not Notice.objects.exists()


def test_the_code_is_shown_once_and_its_letter_holds_no_code(
    budi: Client, case: Case
) -> None:
    person = case.respondents.get()
    sent = {"respondent": person.pk, "due_on": "2024-11-12"}
    page = text_of(post(budi, case, "case_reply_invite", **sent))
    code = page.partition('<p class="big"><b>')[2].partition("<")[0]
    assert len(code) == 14
    assert code not in text_of(get(budi, case, "case_reply_invite"))
    assert post(budi, case, "case_reply_invite", **sent).status_code == 409
    row = case.reply_invitations.get()
    issued = post(budi, case, "case_notice_paper", about=row.ledger_subject)
    assert issued.status_code == 302
    assert case.papers.filter(kind="reply_letter", about=row.ledger_subject).exists()


def test_without_a_custom_a_day_must_be_chosen(budi: Client, case: Case) -> None:
    page = post(budi, case, "case_reply_invite", respondent=case.respondents.get().pk)
    assert page.status_code == 422
    assert "Pilih hari terakhir untuk menjawab" in text_of(page)


def test_a_written_answer_is_recorded_and_read_by_those_who_may(
    budi: Client, case: Case, cast: people.Cast
) -> None:
    sent = {
        "respondent": case.respondents.get().pk,
        "via": "letter",
        "moment": "2024-11-05T09:00",
        "text": "DATA CONTOH. Saya sedang cuti.",
        "akhir": "1",
    }
    assert post(budi, case, "case_reply_record", **sent).status_code == 302
    assert Reply.objects.get().recorded_by == cast.budi
    assert "Saya sedang cuti" in text_of(get(budi, case, "case"))
    audited = text_of(get(as_(Client(), cast, "dewi"), case, "case"))
    assert "Saya sedang cuti" not in audited
    assert "Isinya tertutup untuk peran Anda" in audited


def test_a_file_of_an_answer_has_no_name_of_its_sender(
    budi: Client, case: Case
) -> None:
    sent = {
        "respondent": case.respondents.get().pk,
        "via": "counter",
        "moment": "2024-11-05T09:00",
        "uploads": SimpleUploadedFile("bambang.png", PNG),
        "akhir": "1",
    }
    post(budi, case, "case_reply_record", **sent)
    file = Reply.objects.get().files.get()
    answer = get(budi, case, "case_reply_file", file.pk)
    assert b"".join(answer.streaming_content) == PNG
    assert "bambang" not in answer["Content-Disposition"]


def test_a_report_without_a_case_is_told_of_too(
    budi: Client, cast: people.Cast
) -> None:
    report = people.report_on(cast, "initial_study")
    page = reverse("report_notices", args=[report.pk])
    sent = {"addressee": "reporter", "event": "received", "channel": "status_page"}
    assert budi.post(page, sent).status_code == 302
    notice = report.notices.get()
    budi.post(reverse("report_notice_send", args=[report.pk, notice.pk]))
    assert "dikirim" in text_of(budi.get(page))
