"""Telling by e-mail that a status has changed; nothing of the report goes with it.

The worker looks every few minutes which reports stand elsewhere than their reporter was
told. No act of an office waits for a message, and no right depends on one: a worker or
mail server that is down only makes messages late. A message names the number of the
report and the address of the status page, and nothing else.

Whatever the mail server answers stays in here: its words repeat the address, and the
queue keeps the words of every error that leaves a job.
"""

import logging
from datetime import datetime, timedelta
from email.utils import make_msgid
from smtplib import SMTPException, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q
from django.utils.translation import gettext as _

from netra.records.jobs import later, moment
from netra.records.reports import road
from netra.records.reports.following import CONFIRM_WITHIN, standings
from netra.records.reports.models import ReportMail

__all__ = [
    "forget_addresses",
    "forward_changes",
    "send_change",
    "send_question",
]

_log = logging.getLogger(__name__)

AT_A_TIME = 50
"""Messages asked of the worker at one look, so that it never does only this."""

MOST_REFUSALS = 100
"""Refusals of an address, at one a look, after which it is forgotten."""

KEPT_AFTER_THE_END = timedelta(days=30)
"""How long an address outlives the road of its report: a choice of ours."""

_SEND_QUESTION = f"{__name__}.send_question"
_SEND_CHANGE = f"{__name__}.send_change"


def forward_changes() -> None:
    """Look what is to be told and ask the worker for it; the worker calls this."""
    forget_addresses(at=moment.now())
    if not settings.MAIL_IS_ON:
        return
    rows = ReportMail.objects.order_by("refusals", "pk")
    unasked = rows.filter(confirmed_at__isnull=True, is_question_sent=False)
    told = rows.filter(confirmed_at__isnull=False)
    standing = standings(told)
    jobs = [(_SEND_QUESTION, pk) for pk in unasked.values_list("pk", flat=True)]
    jobs += [
        (_SEND_CHANGE, pk)
        for pk, before in told.values_list("pk", "told")
        if before != standing.get(pk, before)
    ]
    for function, pk in jobs[:AT_A_TIME]:
        later.enqueue(function, pk)


def forget_addresses(*, at: datetime) -> int:
    """Erase addresses never confirmed, refused for long, or of roads long ended.

    Return how many were erased.
    """
    unconfirmed = Q(confirmed_at__isnull=True, asked_at__lt=at - CONFIRM_WITHIN)
    before = at - KEPT_AFTER_THE_END
    as_report = Q(report__case__isnull=True, report__step_since__lt=before)
    as_case = Q(report__case__step=road.END, report__case__step_since__lt=before)
    ended = Q(report__step=road.END) & (as_report | as_case)
    refused = Q(refusals__gte=MOST_REFUSALS)
    old = ReportMail.objects.filter(unconfirmed | ended | refused)
    erased, _rows = ReportMail.objects.filter(
        pk__in=list(old.values_list("pk", flat=True))
    ).delete()
    return erased


def send_question(pk: int) -> None:
    """Ask an address whether it wants the messages; asked twice, it sends once."""
    rows = ReportMail.objects.filter(pk=pk, confirmed_at__isnull=True)
    row = rows.select_related("report").first()
    if row is None or not rows.filter(is_question_sent=False).update(
        is_question_sent=True
    ):
        return
    text = _(
        "Seseorang yang memegang kode laporan %(number)s meminta agar perubahan "
        "statusnya diberitahukan ke alamat ini.\n\n"
        "Bila itu Anda, buka tautan ini dan tekan tombolnya:\n%(link)s\n\n"
        "Bila bukan Anda, abaikan surel ini; alamat ini akan dihapus dengan "
        "sendirinya."
    )
    subject = _("Pastikan alamat surel Anda")
    if not _is_sent(row, subject, text):
        rows.filter(is_question_sent=True).update(is_question_sent=False)


def send_change(pk: int) -> None:
    """Tell that the status has changed; run twice for one change, it sends once."""
    mine = ReportMail.objects.filter(pk=pk, confirmed_at__isnull=False)
    row = mine.select_related("report").first()
    if row is None:
        return
    before, now = row.told, standings(mine).get(pk, row.told)
    if before == now or not mine.filter(told=before).update(told=now):
        return
    text = _(
        "Status laporan Anda berubah: %(number)s.\n\n"
        "Untuk membacanya, buka %(status)s lalu tulis nomor dan kode Anda.\n\n"
        "Surel ini sengaja tidak memuat apa pun tentang isi laporan. Kami tidak pernah "
        "meminta kode Anda lewat surel.\n\n"
        "Berhenti menerima surel ini: %(link)s"
    )
    if not _is_sent(row, _("Status laporan Anda berubah"), text):
        mine.filter(told=now).update(told=before)


def _is_sent(row: ReportMail, subject: str, text: str) -> bool:
    """Send one message; say whether the mail server took it."""
    message = _message(row, subject, text)
    try:
        return bool(message.send())
    except SMTPRecipientsRefused:
        ReportMail.objects.filter(pk=row.pk).update(refusals=F("refusals") + 1)
        _log.warning("mail refused", extra={"event": "SMTPRecipientsRefused"})
    except (SMTPException, OSError) as error:
        _log.warning("mail not sent", extra={"event": type(error).__name__})
    return False


def _message(row: ReportMail, subject: str, text: str) -> EmailMessage:
    link = f"{settings.PUBLIC_URL}/status/surel/{row.token}/"
    values = {
        "number": row.report.number,
        "status": f"{settings.PUBLIC_URL}/status/",
        "link": link,
    }
    return EmailMessage(
        subject=subject,
        body=text % values,
        to=[row.address],
        headers={
            "Message-ID": make_msgid(domain=urlsplit(settings.PUBLIC_URL).hostname),
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{link}berhenti/>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
