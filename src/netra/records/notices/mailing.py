"""The e-mail that a notice waits on the status page; nothing of it goes with it.

Like every message of Netra it names the number and the address of the status page, and
nothing else. Asked for twice, it leaves once.
"""

import logging
from email.utils import make_msgid
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from netra.records.jobs import moment
from netra.records.notices.matters import matter_of, report_of
from netra.records.notices.models import Notice
from netra.records.notices.queries import wants_mail
from netra.records.reports.models import Report

__all__ = ["send_mail"]

_log = logging.getLogger(__name__)


def send_mail(pk: int) -> None:
    """Tell a reporter by e-mail that a notice can be read; the worker calls this."""
    waiting = Notice.objects.filter(
        pk=pk,
        channel=Notice.Channel.EMAIL,
        sent_at__isnull=False,
        mailed_at__isnull=True,
    )
    notice = waiting.select_related("case__report", "report").first()
    if notice is None or not settings.MAIL_IS_ON or not wants_mail(matter_of(notice)):
        return
    report = report_of(matter_of(notice))
    if report is None or not waiting.update(mailed_at=moment.now()):
        return
    try:
        with translation.override("id"):
            _message(report).send()
    except (SMTPException, OSError) as error:
        Notice.objects.filter(pk=pk).update(mailed_at=None)
        _log.warning("notice not mailed", extra={"event": type(error).__name__})


def _message(report: Report) -> EmailMessage:
    text = _(
        "Ada pemberitahuan baru tentang laporan %(number)s.\n\n"
        "Untuk membacanya, buka %(status)s lalu tulis nomor dan kode Anda.\n\n"
        "Surel ini sengaja tidak memuat apa pun tentang isi laporan. Kami tidak pernah "
        "meminta kode Anda lewat surel."
    )
    values = {"number": report.number, "status": f"{settings.PUBLIC_URL}/status/"}
    return EmailMessage(
        subject=_("Ada pemberitahuan tentang laporan Anda"),
        body=text % values,
        to=[report.asked_mail.address],
        headers={
            "Message-ID": make_msgid(domain=urlsplit(settings.PUBLIC_URL).hostname),
            "Auto-Submitted": "auto-generated",
        },
    )
