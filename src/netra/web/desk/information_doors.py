"""Doors of information at the desk."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk import (
    information_acts,
    information_from_report,
    information_list,
    information_page,
    information_told,
    information_tracing,
)
from netra.web.routes import View, staff

_ROOT = "meja/informasi/"
_ROW = f"{_ROOT}<uuid:pk>/"
_HANDLED = Action.OPEN_INFORMATION

_OF_ROW: tuple[tuple[str, View, str, Action], ...] = (
    ("buka/", information_page.information_open, "open", _HANDLED),
    ("tulis/", information_acts.information_write, "write", _HANDLED),
    ("akhiri/", information_acts.information_end, "end", _HANDLED),
    ("bagi/", information_acts.information_assign, "assign", Action.ASSIGN_WORK),
    ("pisahkan/", information_acts.information_ungroup, "ungroup", _HANDLED),
    ("gabung/", information_acts.information_join, "join", Action.TRACE),
    ("telusuri/", information_tracing.information_trace, "trace", Action.TRACE),
)

DOORS: list[URLPattern] = [
    staff(
        _ROOT,
        information_list.information_list,
        name="information_list",
        needs=Action.VIEW_INFORMATION,
    ),
    staff(
        f"{_ROOT}baru/",
        information_told.information_new,
        name="information_new",
        needs=Action.RECEIVE_ITEM,
    ),
    staff(
        f"{_ROOT}ambil/",
        information_list.information_release,
        name="information_release",
        needs=_HANDLED,
    ),
    staff(
        f"{_ROOT}satu-peristiwa/",
        information_list.information_group,
        name="information_group",
        needs=_HANDLED,
    ),
    staff(
        f"{_ROOT}berkas/<uuid:pk>/",
        information_acts.information_file,
        name="information_file",
        needs=_HANDLED,
    ),
    staff(
        f"{_ROOT}berkas/<uuid:pk>/asli/",
        information_acts.information_original,
        name="information_original",
        needs=_HANDLED,
    ),
    staff(
        _ROW,
        information_page.information,
        name="information",
        needs=Action.VIEW_INFORMATION,
    ),
    *(
        staff(f"{_ROW}{tail}", view, name=f"information_{name}", needs=action)
        for tail, view, name, action in _OF_ROW
    ),
    staff(
        "meja/penelusuran/<int:pk>/beri-tahu/",
        information_tracing.information_tell,
        name="information_tell",
        needs=Action.TRACE,
    ),
    staff(
        "meja/laporan/<int:pk>/jadikan-informasi/",
        information_from_report.report_keep,
        name="report_keep",
        needs=Action.STUDY_REPORT,
    ),
]
