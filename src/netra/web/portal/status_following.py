"""What the status page shows of the ways to follow a report."""

from django.conf import settings
from django.urls import reverse

from netra.records.reports.models import Report, ReportFeed, ReportMail
from netra.web.portal.forms_status import MailForm

__all__ = ["feed_address", "following_of"]


def feed_address(token: str) -> str:
    """Return the address of a feed as programs that read feeds need it."""
    path: str = reverse("status_feed", args=[token])
    return f"{settings.PUBLIC_URL}{path}"


def following_of(report: Report) -> dict[str, object]:
    """Return what a report has asked for, for the template: never the address."""
    return {
        "has_feed": ReportFeed.objects.filter(report=report).exists(),
        "mail": ReportMail.objects.filter(report=report).first(),
        "mail_is_on": settings.MAIL_IS_ON,
        "mail_form": MailForm(auto_id="id_mail_%s"),
    }
