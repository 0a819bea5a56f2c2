"""Following a report: what its reporter asks for, confirms and stops.

Who may ask is decided before: the page was opened with number and code. A token is 128
random bits; the database finds it by a digest under the key of the installation, so
that who reads the database can follow nothing with it.
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from netra.records.jobs import later
from netra.records.reports.models import Report, ReportEvent, ReportFeed, ReportMail

__all__ = [
    "CONFIRM_WITHIN",
    "ask_for_mail",
    "close_feed",
    "confirm_mail",
    "feed_report",
    "mail_by_token",
    "open_feed",
    "standings",
    "stop_mail",
]

CONFIRM_WITHIN = timedelta(days=2)
"""How long an address waits for its confirmation: a choice of ours."""

_KEPT = "kept_as_information"
_TOKEN_BYTES = 16
_QUESTION = "netra.records.reports.following_mail.send_question"


def _digest(purpose: str, token: str) -> str:
    key = f"report {purpose} v1 {settings.IDENTITY_KEY}".encode()
    return hmac.new(key, token.encode(), hashlib.sha256).hexdigest()


def open_feed(*, report: Report, at: datetime) -> str:
    """Give a report a feed; return its token, which is shown once and never kept.

    A feed the report had before ends: its address leads nowhere any more.
    """
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    ReportFeed.objects.update_or_create(
        report=report, defaults={"digest": _digest("feed", token), "made_at": at}
    )
    return token


def close_feed(*, report: Report) -> bool:
    """End the feed of a report; say whether there was one."""
    deleted, _rows = ReportFeed.objects.filter(report=report).delete()
    return bool(deleted)


def feed_report(token: str) -> Report | None:
    """Return the report a feed belongs to, `None` when there is no such feed."""
    digest = _digest("feed", token)
    found = Report.objects.filter(asked_feed__digest=digest)
    return found.select_related("office").first()


@transaction.atomic
def ask_for_mail(*, report: Report, address: str, at: datetime) -> None:
    """Keep an address under seal and let the worker ask it for confirmation.

    An address asked for before is forgotten. The job is told the id of the row only.
    """
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    ReportMail.objects.filter(report=report).delete()
    row = ReportMail.objects.create(
        report=report,
        address=address,
        token=token,
        digest=_digest("mail", token),
        asked_at=at,
    )
    later.enqueue(_QUESTION, row.pk)


def mail_by_token(token: str, at: datetime) -> ReportMail | None:
    """Return what a link in a message belongs to; `None` once it was stopped or old."""
    rows = ReportMail.objects.select_related("report")
    row = rows.filter(digest=_digest("mail", token)).first()
    if row is None or row.confirmed_at is not None:
        return row
    return row if at - row.asked_at <= CONFIRM_WITHIN else None


@transaction.atomic
def confirm_mail(*, mail: ReportMail, at: datetime) -> bool:
    """Begin to tell changes from now on; say whether it had not begun before."""
    standing = standings(ReportMail.objects.filter(pk=mail.pk)).get(mail.pk)
    if standing is None:  # stopped in between
        return False
    waiting = ReportMail.objects.filter(
        pk=mail.pk, confirmed_at__isnull=True, asked_at__gte=at - CONFIRM_WITHIN
    )
    return bool(waiting.update(confirmed_at=at, told=standing))


def stop_mail(*, report: Report) -> bool:
    """Tell nothing any more and forget the address; say whether there was one."""
    deleted, _rows = ReportMail.objects.filter(report=report).delete()
    return bool(deleted)


def standings(rows: QuerySet[ReportMail]) -> dict[int, str]:
    """Return, by the id of each row, a text that differs when the status does."""
    kept = ReportEvent.objects.filter(key=_KEPT, report__asked_mail__in=rows)
    kept_ids = set(kept.values_list("report_id", flat=True))
    known = rows.values_list("pk", "report_id", "report__step", "report__case__step")
    return {
        pk: "/".join((step, case_step or "", _KEPT if report in kept_ids else ""))
        for pk, report, step, case_step in known
    }
