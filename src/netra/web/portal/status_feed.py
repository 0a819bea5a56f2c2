"""The feed of a report, and the acts of a reporter who follows it.

A feed names the number, the steps and their days: nothing that happened, nobody, no
office. Who holds its address reads it without a code, so it is shown once and can be
stopped at any time.
"""

import uuid
from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from netra.domain.law import zone_of
from netra.records.jobs import moment
from netra.records.reports.following import (
    ask_for_mail,
    close_feed,
    confirm_mail,
    feed_report,
    mail_by_token,
    open_feed,
    stop_mail,
)
from netra.records.reports.models import Report
from netra.web.limits import is_limited
from netra.web.portal.forms_status import MailForm
from netra.web.portal.status_following import feed_address
from netra.web.portal.status_page import changing, opened, show_status
from netra.web.portal.status_road import standing_of, told_steps

__all__ = [
    "status_feed",
    "status_feed_open",
    "status_feed_stop",
    "status_mail_ask",
    "status_mail_link",
    "status_mail_one_click",
    "status_mail_stop",
]

_LIMITED = "portal/status/limited.html"


@changing
@opened
def status_feed_open(
    request: HttpRequest, report: Report, at: datetime
) -> HttpResponse:
    """Make a feed and show its address, this once."""
    if is_limited(request, "follow", report.number):
        return render(request, _LIMITED, status=429)
    address = feed_address(open_feed(report=report, at=at))
    shown = {"feed_address": address, "has_feed": True}
    return show_status(request, standing_of(report), at, following=shown)


@changing
@opened
def status_feed_stop(
    request: HttpRequest, report: Report, _at: datetime
) -> HttpResponse:
    """End the feed: its address leads nowhere from now on."""
    close_feed(report=report)
    messages.success(
        request, _("Umpan sudah dihentikan. Alamatnya tidak berlaku lagi.")
    )
    return redirect("status_view")


@cache_control(no_store=True, private=True)
def status_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Hand out the steps of a report as an Atom feed.

    Raises:
        Http404: there is no such feed, or it was stopped.
    """
    if is_limited(request, "feed"):
        return render(request, _LIMITED, status=429)
    report = feed_report(token)
    if report is None:
        raise Http404
    feed = _feed_of(report)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    feed.write(response, "utf-8")
    return response


def _feed_of(report: Report) -> Atom1Feed:
    link = f"{settings.PUBLIC_URL}{reverse('status')}"
    own = uuid.uuid5(uuid.NAMESPACE_URL, f"{link}#{report.number}")
    feed = Atom1Feed(
        title=_("Status laporan %(number)s") % {"number": report.number},
        link=link,
        description="",
        language=get_language(),
        author_name="Netra",
        feed_guid=f"urn:uuid:{own}",
    )
    zone = zone_of(report.place_region)
    for title, at in told_steps(standing_of(report)):
        day = at.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
        feed.add_item(
            title=f"{report.number}: {title}",
            link=link,
            description="",
            pubdate=day,
            updateddate=day,
            unique_id=f"urn:uuid:{uuid.uuid5(own, f'{title} {day.date()}')}",
        )
    return feed


@changing
@opened
def status_mail_ask(request: HttpRequest, report: Report, at: datetime) -> HttpResponse:
    """Keep an address under seal and ask it whether it wants the messages.

    Raises:
        Http404: this installation sends no e-mail.
    """
    if not settings.MAIL_IS_ON:
        raise Http404
    form = MailForm(request.POST, auto_id="id_mail_%s")
    if not form.is_valid():
        shown = {"mail_form": form}
        return show_status(request, standing_of(report), at, following=shown, code=422)
    if is_limited(request, "follow", report.number):
        return render(request, _LIMITED, status=429)
    ask_for_mail(report=report, address=form.cleaned_data["address"], at=at)
    messages.success(
        request,
        _("Sebentar lagi ada surel untuk Anda. Buka tautannya dan tekan tombolnya."),
    )
    return redirect("status_view")


@changing
@opened
def status_mail_stop(
    request: HttpRequest, report: Report, _at: datetime
) -> HttpResponse:
    """Forget the address."""
    stop_mail(report=report)
    messages.success(request, _("Surel dihentikan dan alamat Anda dihapus."))
    return redirect("status_view")


@cache_control(no_store=True, private=True)
def status_mail_link(request: HttpRequest, token: str) -> HttpResponse:
    """Let who got a message begin or stop them; only a button changes anything.

    Mail programs follow links to look for harm, so reading the page changes nothing.
    """
    if is_limited(request, "follow_link"):
        return render(request, _LIMITED, status=429)
    at = moment.now()
    mail = mail_by_token(token, at)
    done = ""
    if request.method == "POST" and mail is not None:
        if "berhenti" in request.POST:
            stop_mail(report=mail.report)
            done = "stopped"
        elif confirm_mail(mail=mail, at=at):
            done = "confirmed"
        mail = mail_by_token(token, at)
    shown = {"mail": mail, "done": done, "token": token, "section": "status"}
    code = 200 if mail is not None or done else 404
    return render(request, "portal/status/mail.html", shown, status=code)


@csrf_exempt
@require_POST
def status_mail_one_click(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the messages for a mail program; the token is the permission.

    Source:
        RFC 8058: one request without page, cookie or form token.
    """
    if is_limited(request, "follow_link"):
        return HttpResponse(status=429)
    mail = mail_by_token(token, moment.now())
    if mail is not None:
        stop_mail(report=mail.report)
    return HttpResponse(_("Surel dihentikan."), content_type="text/plain")
