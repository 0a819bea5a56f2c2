"""A reporter follows a report by feed and e-mail; nothing of the report goes along."""

import json
import logging
import pickle
from datetime import datetime, timedelta
from smtplib import SMTPConnectError, SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.urls import resolve
from django.utils.module_loading import import_string
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from netra.domain.ledger.entries import moment_text
from netra.records.jobs.logs import JsonFormatter
from netra.records.ledger.models import LedgerEntry
from netra.records.reports import following, following_mail, road
from netra.records.reports.models import Report, ReportEvent, ReportFeed, ReportMail
from tests import people

pytestmark = pytest.mark.django_db

ADDRESS = "wati.contohwati@surel.contoh.id"
ASKED_AT = people.SUBMITTED_AT + timedelta(hours=1)
NAMES = ("Wati", "Contohwati", "Bambang", "Contohadi", "Dinas Contoh", "Kampanye")


class RefusingBackend(EmailBackend):
    """A mail server that refuses every address and says which."""

    def send_messages(self, messages):
        raise SMTPRecipientsRefused({m.to[0]: (550, b"no such box") for m in messages})


class BrokenBackend(EmailBackend):
    """A mail server that is not there."""

    def send_messages(self, messages):
        raise SMTPConnectError(421, f"cannot take {messages[0].to[0]}")


@pytest.fixture(autouse=True)
def _mail(settings, clock):
    settings.MAIL_IS_ON = True
    settings.DEFAULT_FROM_EMAIL = "netra@kantor.contoh.id"
    settings.PUBLIC_URL = "https://netra.contoh.id"
    clock.set(ASKED_AT)


@pytest.fixture
def report(cast: people.Cast) -> Report:
    return people.report_on(cast, "initial_study")


def asked(report: Report) -> ReportMail:
    following.ask_for_mail(report=report, address=ADDRESS, at=ASKED_AT)
    return ReportMail.objects.get(report=report)


def confirmed(report: Report) -> ReportMail:
    row = asked(report)
    assert following.confirm_mail(mail=row, at=ASKED_AT)
    row.refresh_from_db()
    return row


def moved(report: Report, cast: people.Cast) -> Report:
    road.advance(
        report,
        result="complete",
        kind="report.study_done",
        actor=people.as_actor(cast.budi),
        at=people.STUDIED_AT,
    )
    return report


def queued() -> list[tuple[str, tuple[object, ...]]]:
    tasks = [SignedPackage.loads(row.payload) for row in OrmQ.objects.all()]
    return [(task["func"], task["args"]) for task in tasks]


def tables() -> str:
    """Return everything that stands in the database, as one text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [
                bytes(cell) if isinstance(cell, memoryview) else cell
                for row in cursor.fetchall()
                for cell in row
            ]
    return repr(found)


# Feed ----------------------------------------------------------------------------------


def test_a_feed_is_found_by_its_token_of_128_bits_and_by_nothing_else(report) -> None:
    token = following.open_feed(report=report, at=ASKED_AT)
    assert len(token) == 22
    assert following.feed_report(token) == report
    for wrong in ("", token[:-1], token.swapcase(), ReportFeed.objects.get().digest):
        assert following.feed_report(wrong) is None


def test_the_token_of_a_feed_stands_nowhere(report) -> None:
    token = following.open_feed(report=report, at=ASKED_AT)
    assert token not in tables()
    assert report.number in tables()


def test_a_new_feed_ends_the_one_before(report) -> None:
    first = following.open_feed(report=report, at=ASKED_AT)
    second = following.open_feed(report=report, at=ASKED_AT)
    assert following.feed_report(first) is None
    assert following.feed_report(second) == report


def test_a_stopped_feed_leads_nowhere(report) -> None:
    token = following.open_feed(report=report, at=ASKED_AT)
    assert following.close_feed(report=report)
    assert following.feed_report(token) is None
    assert not following.close_feed(report=report)


# E-mail --------------------------------------------------------------------------------


def test_an_address_stands_sealed_and_the_queue_holds_ids_only(
    report, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = asked(report)
    assert queued() == [(following._QUESTION, (row.pk,))]
    stored = tables()
    assert ADDRESS not in stored
    assert ADDRESS.encode().hex() not in stored
    assert row.token not in stored
    for package in OrmQ.objects.all():
        assert ADDRESS.encode() not in pickle.dumps(
            SignedPackage.loads(package.payload)
        )
    assert row.address == ADDRESS


def test_following_is_no_act_of_the_office(report) -> None:
    before = LedgerEntry.objects.count()
    following.open_feed(report=report, at=ASKED_AT)
    following.confirm_mail(mail=asked(report), at=ASKED_AT)
    assert LedgerEntry.objects.count() == before


def test_nothing_but_the_question_goes_to_an_unconfirmed_address(
    report, cast, django_capture_on_commit_callbacks
) -> None:
    row = asked(report)
    following_mail.send_question(row.pk)
    following_mail.send_question(row.pk)
    moved(report, cast)
    with django_capture_on_commit_callbacks(execute=True):
        following_mail.forward_changes()
    following_mail.send_change(row.pk)
    assert [one.to for one in mail.outbox] == [[ADDRESS]]
    assert f"/status/surel/{row.token}/" in mail.outbox[0].body
    assert queued() == []


def test_a_change_is_told_once_even_if_the_job_runs_twice(
    report, cast, django_capture_on_commit_callbacks
) -> None:
    row = confirmed(report)
    with django_capture_on_commit_callbacks(execute=True):
        following_mail.forward_changes()
    assert queued() == []
    moved(report, cast)
    with django_capture_on_commit_callbacks(execute=True):
        following_mail.forward_changes()
    assert queued() == [(following_mail._SEND_CHANGE, (row.pk,))]
    following_mail.send_change(row.pk)
    following_mail.send_change(row.pk)
    assert len(mail.outbox) == 1


def test_a_message_tells_number_and_address_and_nothing_else(report, cast) -> None:
    row = confirmed(report)
    moved(report, cast)
    following_mail.send_change(row.pk)
    message = mail.outbox[0].message()
    body = message.get_payload(decode=True).decode()
    assert message.get_content_type() == "text/plain"
    assert report.number in body
    assert "https://netra.contoh.id/status/" in body
    assert [name for name in (*NAMES, report.office.name) if name in body] == []
    assert report.number not in message["Subject"]
    link = f"https://netra.contoh.id/status/surel/{row.token}/"
    assert message["List-Unsubscribe"] == f"<{link}berhenti/>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Message-ID"].endswith("@netra.contoh.id>")
    for path, route in (
        ("", "status_mail_link"),
        ("berhenti/", "status_mail_one_click"),
    ):
        assert resolve(f"/status/surel/{row.token}/{path}").url_name == route


def test_a_report_kept_as_information_is_told_though_its_step_stays(report) -> None:
    row = confirmed(report)
    following_mail.send_change(row.pk)
    assert mail.outbox == []
    ReportEvent.objects.create(
        report=report, key="kept_as_information", at=people.TOLD_AT
    )
    following_mail.send_change(row.pk)
    assert len(mail.outbox) == 1


def test_the_steps_of_a_case_are_told_too(cast) -> None:
    case = people.case_on(cast, "study")
    row = confirmed(case.report)
    type(case).objects.filter(pk=case.pk).update(step="plenary_outcome")
    following_mail.send_change(row.pk)
    assert len(mail.outbox) == 1


def test_after_stopping_nothing_is_sent_and_the_address_is_gone(report, cast) -> None:
    row = confirmed(report)
    moved(report, cast)
    assert following.stop_mail(report=report)
    following_mail.send_change(row.pk)
    assert mail.outbox == []
    assert not ReportMail.objects.exists()


@pytest.mark.parametrize("backend", ["RefusingBackend", "BrokenBackend"])
def test_a_message_that_was_not_taken_is_sent_later_and_no_line_names_the_address(
    report, cast, settings, caplog, backend: str
) -> None:
    row = confirmed(report)
    moved(report, cast)
    taken = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.{backend}"
    with caplog.at_level(logging.DEBUG):
        following_mail.send_change(row.pk)
    lines = [JsonFormatter().format(record) for record in caplog.records]
    assert any(json.loads(line)["message"].startswith("mail ") for line in lines)
    assert [line for line in lines if ADDRESS in line or row.token in line] == []
    row.refresh_from_db()
    assert row.refusals == (1 if backend == "RefusingBackend" else 0)
    settings.EMAIL_BACKEND = taken
    following_mail.send_change(row.pk)
    assert len(mail.outbox) == 1


def test_a_question_that_was_not_taken_is_asked_again(
    report, settings, django_capture_on_commit_callbacks
) -> None:
    row = asked(report)
    taken = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"
    following_mail.send_question(row.pk)
    settings.EMAIL_BACKEND = taken
    with django_capture_on_commit_callbacks(execute=True):
        following_mail.forward_changes()
    assert queued() == [(following_mail._SEND_QUESTION, (row.pk,))]


def test_without_a_mail_server_the_worker_is_asked_for_nothing(
    report, settings, django_capture_on_commit_callbacks
) -> None:
    settings.MAIL_IS_ON = False
    asked(report)
    with django_capture_on_commit_callbacks(execute=True):
        following_mail.forward_changes()
    assert queued() == []


def test_the_worker_finds_every_job_by_its_name() -> None:
    for name, job in (
        (following._QUESTION, following_mail.send_question),
        (following_mail._SEND_QUESTION, following_mail.send_question),
        (following_mail._SEND_CHANGE, following_mail.send_change),
    ):
        assert import_string(name) is job


# Forgetting ----------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "erased"), [(47, 0), (49, 1)])
def test_an_address_never_confirmed_is_forgotten(report, hours, erased) -> None:
    row = asked(report)
    at = ASKED_AT + timedelta(hours=hours)
    assert (following.mail_by_token(row.token, at) is None) is bool(erased)
    assert following.confirm_mail(mail=row, at=at) is not bool(erased)
    ReportMail.objects.update(confirmed_at=None)
    assert following_mail.forget_addresses(at=at) == erased


@pytest.mark.parametrize(("days", "erased"), [(29, 0), (31, 1)])
def test_an_address_is_forgotten_after_the_road_has_ended(
    report, days: int, erased: int
) -> None:
    confirmed(report)
    far: datetime = people.TOLD_AT + timedelta(days=400)
    assert following_mail.forget_addresses(at=far) == 0
    Report.objects.filter(pk=report.pk).update(step=road.END, step_since=people.TOLD_AT)
    at = people.TOLD_AT + timedelta(days=days)
    assert following_mail.forget_addresses(at=at) == erased


def test_an_address_of_a_running_case_stays(cast) -> None:
    confirmed(people.case_on(cast, "study").report)
    far = people.TOLD_AT + timedelta(days=400)
    assert following_mail.forget_addresses(at=far) == 0


def test_an_address_refused_for_long_is_forgotten(report) -> None:
    row = confirmed(report)
    ReportMail.objects.update(refusals=following_mail.MOST_REFUSALS)
    assert following_mail.forget_addresses(at=ASKED_AT) == 1
    assert not ReportMail.objects.filter(pk=row.pk).exists()


# Who can be followed -------------------------------------------------------------------


def test_only_a_report_can_be_followed_never_information() -> None:
    for model in (ReportFeed, ReportMail):
        related = {
            field.related_model
            for field in model._meta.get_fields()
            if field.is_relation
        }
        assert related == {Report}


def test_erasing_a_following_leaves_the_report(report) -> None:
    row = confirmed(report)
    row.delete()
    assert Report.objects.filter(pk=report.pk).exists()
    assert moment_text(report.submitted_at)
