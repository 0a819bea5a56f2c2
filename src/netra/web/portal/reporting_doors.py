"""Doors of the portal for reporters; every one is open to everybody."""

from django.urls import URLPattern

from netra.web.portal import (
    announcements,
    checking,
    coach_page,
    reporting,
    reporting_sending,
    status,
    status_feed,
    tus,
)
from netra.web.routes import public

DOORS: list[URLPattern] = [
    public("lapor/", reporting.report_start, name="report_start"),
    public("lapor/buang/", reporting.report_discard, name="report_discard"),
    public("lapor/lembar/", reporting_sending.report_sheet, name="report_sheet"),
    public("lapor/terkirim/", reporting_sending.report_sent, name="report_sent"),
    public("lapor/siap/", coach_page.report_prepare, name="report_prepare"),
    public("lapor/<slug:step>/", reporting.report_step, name="report_step"),
    public("unggah/<slug:key>/", tus.upload_begin, name="upload_begin"),
    public("unggah/<slug:key>/<uuid:pk>/", tus.upload, name="upload"),
    public("status/", status.status, name="status"),
    public("status/laporan/", status.status_view, name="status_view"),
    public("status/tambah/", status.status_add, name="status_add"),
    public("status/kirim/", status.status_complete, name="status_complete"),
    public("status/keluar/", status.status_leave, name="status_leave"),
    public("status/surat/<int:pk>/", status.status_paper, name="status_paper"),
    public("status/umpan/", status_feed.status_feed_open, name="status_feed_open"),
    public(
        "status/umpan/berhenti/", status_feed.status_feed_stop, name="status_feed_stop"
    ),
    public("status/umpan/<str:token>/", status_feed.status_feed, name="status_feed"),
    public("status/surel/", status_feed.status_mail_ask, name="status_mail_ask"),
    public(
        "status/surel/berhenti/", status_feed.status_mail_stop, name="status_mail_stop"
    ),
    public(
        "status/surel/<str:token>/",
        status_feed.status_mail_link,
        name="status_mail_link",
    ),
    public(
        "status/surel/<str:token>/berhenti/",
        status_feed.status_mail_one_click,
        name="status_mail_one_click",
    ),
    public("pengumuman/", announcements.announcements, name="announcements"),
    public("periksa/<str:token>/", checking.check_paper, name="check_paper"),
]
