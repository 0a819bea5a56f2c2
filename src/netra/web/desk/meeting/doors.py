"""Doors of the pages around the plenary."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.meeting import pages
from netra.web.routes import staff

_PLENARY = "meja/perkara/<int:pk>/pleno/"

DOORS: list[URLPattern] = [
    staff(
        f"{_PLENARY}undang/",
        pages.call,
        name="case_plenary_call",
        needs=Action.CONVENE_PLENARY,
    ),
    staff(
        f"{_PLENARY}tidak-hadir/",
        pages.absences,
        name="case_plenary_absences",
        needs=Action.CONVENE_PLENARY,
    ),
    staff(
        f"{_PLENARY}pendapat-berbeda/",
        pages.dissent,
        name="case_plenary_dissent",
        needs=Action.VOTE,
    ),
]
