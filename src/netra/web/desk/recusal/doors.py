"""Doors of the pages about ties to a party."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.recusal import pages
from netra.web.routes import staff

_TIES = "meja/perkara/<int:pk>/benturan/"

DOORS: list[URLPattern] = [
    staff(
        f"{_TIES}nyatakan/",
        pages.declare,
        name="case_tie_declare",
        needs=Action.DECLARE_TIE,
    ),
    staff(
        f"{_TIES}catat/", pages.record, name="case_tie_record", needs=Action.DECLARE_TIE
    ),
    staff(
        f"{_TIES}<int:key>/pengganti/",
        pages.replace,
        name="case_tie_replace",
        needs=Action.ASSIGN_WORK,
    ),
    staff(
        f"{_TIES}<int:key>/cabut/", pages.end, name="case_tie_end", needs=Action.VOTE
    ),
]
