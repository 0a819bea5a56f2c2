"""Doors of the counter: entering a report, handing its code over, the day it counts."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk import reception_day, reception_pages
from netra.web.routes import View, staff

_ENTRY = "meja/terima/<uuid:pk>/"

_COUNTER: tuple[tuple[str, View, str], ...] = (
    ("meja/terima/", reception_pages.start, "reception"),
    (_ENTRY, reception_pages.entry, "reception_entry"),
    (f"{_ENTRY}buang/", reception_pages.discard, "reception_discard"),
    (f"{_ENTRY}selesai/", reception_pages.done, "reception_done"),
    (f"{_ENTRY}lembar/", reception_pages.leaflet, "reception_leaflet"),
)

DOORS: list[URLPattern] = [
    *(
        staff(route, view, name=name, needs=Action.RECEIVE_ITEM)
        for route, view, name in _COUNTER
    ),
    staff(
        "meja/laporan/<int:pk>/hari-terima/",
        reception_day.report_reception_day,
        name="report_reception_day",
        needs=Action.STUDY_REPORT,
    ),
]
