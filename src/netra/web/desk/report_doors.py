"""Doors of the desk: due list, reports, exhibits, search and decisions."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk import (
    arrivals,
    decisions,
    due_pages,
    exhibits,
    home,
    inbox,
    report_acts,
    report_groups,
    report_pages,
    search,
)
from netra.web.routes import View, staff

_REPORT = "meja/laporan/<int:pk>/"

_ACTS: tuple[tuple[str, View, str, Action], ...] = (
    ("pemberitahuan/", report_acts.report_notify, "notify", Action.NOTIFY_REPORTER),
    ("terima/", report_acts.report_receive, "receive", Action.RECEIVE_ITEM),
    ("lewat/", report_acts.report_lapse, "lapse", Action.STUDY_REPORT),
    ("registrasi/", report_acts.report_register, "register", Action.REGISTER_REPORT),
    ("status/", report_acts.report_tell, "tell", Action.ANNOUNCE_STATUS),
    ("pisahkan/", report_groups.report_ungroup, "ungroup", Action.STUDY_REPORT),
    ("bagi/", report_acts.report_assign, "assign", Action.ASSIGN_WORK),
    ("kajian-awal/", report_pages.report_study, "study", Action.STUDY_REPORT),
    ("periksa/", report_pages.report_check, "check", Action.STUDY_REPORT),
    (
        "identitas/",
        report_acts.report_open_identity,
        "open_identity",
        Action.OPEN_IDENTITY,
    ),
    ("surat/", report_acts.report_issue_paper, "issue_paper", Action.ISSUE_PAPER),
)

DOORS: list[URLPattern] = [
    staff("meja/", home.desk, name="desk", needs=Action.VIEW_DESK),
    staff("meja/tenggat/", due_pages.due, name="due", needs=Action.VIEW_DESK),
    staff(
        "meja/tenggat.csv", due_pages.due_csv, name="due_csv", needs=Action.VIEW_DESK
    ),
    staff("meja/cari/", search.search, name="search", needs=Action.VIEW_DESK),
    staff(
        "meja/putusan/",
        decisions.my_decisions,
        name="my_decisions",
        needs=Action.APPROVE_STUDY,
    ),
    staff("meja/masuk/", arrivals.arrivals, name="arrivals", needs=Action.VIEW_REPORT),
    staff("meja/laporan/", inbox.inbox, name="inbox", needs=Action.VIEW_REPORT),
    staff(
        "meja/laporan/satu-peristiwa/",
        report_groups.report_group,
        name="report_group",
        needs=Action.STUDY_REPORT,
    ),
    staff(_REPORT, report_pages.report, name="report", needs=Action.VIEW_REPORT),
    *(
        staff(f"{_REPORT}{tail}", view, name=f"report_{name}", needs=action)
        for tail, view, name, action in _ACTS
    ),
    staff(
        "meja/bukti/<int:pk>/",
        exhibits.exhibit,  # type: ignore[arg-type] # streams, as files may be large
        name="exhibit",
        needs=Action.VIEW_EXHIBIT,
    ),
    staff(
        "meja/surat/<int:pk>/", exhibits.paper, name="paper", needs=Action.VIEW_PAPER
    ),
]
